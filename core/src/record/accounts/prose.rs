//! How running text about budgets is built: sentences, lists, shares.

use alloc::string::String;

/// How far before a change the amount it starts from may stand, in bytes.
pub const BEFORE: usize = 600;
/// How far after a change its reason may begin, in bytes.
pub const AFTER: usize = 24;
/// How far before a phrase its sentence is quoted, in bytes.
pub const LEAD: usize = 60;
/// The longest reason, in characters.
pub const REASON: usize = 200;
/// The longest quotation, in characters.
const QUOTED: usize = 90;
/// Names shorter than this, in characters, differ in a character for many reasons.
pub const NAME: usize = 8;
/// The characters by which a name is recognized.
pub const HEAD: usize = 5;
/// In how many characters a name may differ and still be meant for the same: with two it is often another body's.
pub const APART: usize = 1;
/// Names of items shorter than this, in characters, are words of every sentence.
pub const ITEM: usize = 4;
/// The amounts before a change that it may start from.
pub const STARTS: usize = 3;
/// The most cells that are named where it could be any, and the most rounded sums that are listed.
pub const NAMED: usize = 12;

/// Whether a sentence or a part of it ends.
#[must_use]
pub const fn ends(c: char) -> bool {
    matches!(c, '。' | ';')
}

/// Where the sentence of a byte begins.
#[must_use]
pub fn sentence(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or_default();
    before
        .rfind('。')
        .map_or(0, |dot| dot.saturating_add('。'.len_utf8()))
}

/// A text as it is quoted: whole, or its beginning.
#[must_use]
pub fn quoted(text: &str) -> String {
    let mut quote: String = text.chars().take(QUOTED).collect();
    if quote.len() < text.len() {
        quote.push('…');
    }
    quote
}

/// Whether two changes are one: 减少56.95万元，下降1.87%.
#[must_use]
pub fn joins(between: &str) -> bool {
    matches!(between, "," | "、" | "")
}

/// The items of a list.
pub fn items(list: &str) -> impl Iterator<Item = &str> {
    list.split(['、', ','])
        .map(|item| item.trim_end_matches('等'))
}

/// Whether an item of a list is a subject: lists put 支出 behind a name or leave it out.
#[must_use]
pub fn is_item(item: &str, name: &str) -> bool {
    item == name
        || item.strip_suffix("支出") == Some(name)
        || name.strip_suffix("支出") == Some(item)
}

/// A part of a whole in hundredths of a percent, rounded; nothing of a whole of nothing.
#[must_use]
pub fn ratio(part: i64, whole: i64) -> Option<i64> {
    let (part, whole) = (i128::from(part), i128::from(whole));
    let half = if (part < 0) == (whole < 0) {
        whole
    } else {
        whole.checked_neg()?
    };
    let doubled = part.checked_mul(20_000)?.checked_add(half)?;
    i64::try_from(doubled.checked_div(whole.checked_mul(2)?)?).ok()
}

/// Whole percent of a whole.
#[must_use]
pub fn percent(part: i64, whole: i64) -> u32 {
    let share = part.saturating_mul(100).checked_div(whole).unwrap_or(0);
    u32::try_from(share).unwrap_or(0)
}

/// Whether two amounts are not more than this many percent of the first apart.
#[must_use]
pub fn is_about(first: i64, second: i64, percent: u32) -> bool {
    let apart = second.saturating_sub(first).saturating_abs();
    apart.saturating_mul(100) <= first.saturating_abs().saturating_mul(i64::from(percent))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_rounded_to_hundredths() {
        assert_eq!(ratio(210_666, 294_005), Some(7_165));
        assert_eq!(ratio(-1, 3), Some(-3_333));
        assert_eq!(ratio(5, 0), None);
        assert!(is_about(100, 105, 5) && !is_about(100, 106, 5));
    }

    #[test]
    fn lists_are_taken_apart() {
        assert_eq!(
            items("办公费、印刷费等").collect::<alloc::vec::Vec<_>>(),
            ["办公费", "印刷费"]
        );
        assert!(is_item("其他社会保障缴费支出", "其他社会保障缴费"));
    }
}
