//! Headings as people type them, brought to one form for comparison.

use unicode_normalization::UnicodeNormalization;

/// `统一社 会信用\n代码＿１ *` → `统一社会信用代码_1`.
pub(crate) fn normal(heading: &str) -> String {
    let plain = heading
        .nfkc()
        .filter(|sign| !is_blank(*sign))
        .map(|sign| match sign {
            '-' | '‐' | '‑' | '–' | '—' | '―' | '−' => '_',
            '【' | '[' | '〔' => '(',
            '】' | ']' | '〕' => ')',
            other => other.to_ascii_lowercase(),
        });
    let plain: String = plain.take(LONGEST).collect();
    plain
        .trim_matches(|sign: char| matches!(sign, '*' | '※' | ':' | '#' | '"' | '\''))
        .to_owned()
}

/// The same without a remark or unit in parentheses at the end: `罚款金额(万元)` → `罚款金额`.
pub(crate) fn bare(normal: &str) -> &str {
    let open = normal
        .strip_suffix(')')
        .and_then(|inner| inner.rsplit_once('('));
    match open {
        Some((name, _)) if !name.is_empty() => name.trim_end_matches('*'),
        _ => normal,
    }
}

/// Signs beyond this are not part of any heading.
const LONGEST: usize = 80;

fn is_blank(sign: char) -> bool {
    sign.is_whitespace()
        || sign.is_control()
        || matches!(sign, '\u{200B}'..='\u{200F}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_to_write_a_heading_meet() {
        for heading in [
            "代码_3",
            "代码＿3",
            "代码-3",
            "代码—３",
            " 代 码\n_3*",
            "*代码_3：",
            "\u{FEFF}代码_3",
        ] {
            assert_eq!(normal(heading), "代码_3", "{heading:?}");
        }
        assert_eq!(normal("统一社 会信用\r\n代码"), "统一社会信用代码");
        assert_eq!(normal("XK_XDR_SHXYM"), "xk_xdr_shxym");
        assert_eq!(normal("名称（全称）"), normal("名称(全称)"));
    }

    #[test]
    fn a_unit_at_the_end_can_be_left_out() {
        assert_eq!(bare(&normal("罚款金额（万元）")), "罚款金额");
        assert_eq!(bare("(万元)"), "(万元)");
        assert_eq!(bare("名称"), "名称");
    }
}
