//! The path of a subject in running text: `一般公共服务支出(类)财政事务(款)行政运行(项)`.

use crate::order;
use alloc::{string::String, vec::Vec};

/// The marks of levels.
pub const LEVELS: [&str; 3] = ["(类)", "(款)", "(项)"];

/// The most characters of one name.
const NAME: usize = 40;

/// The names of a path, highest level first.
#[must_use]
pub fn levels(path: &str) -> Vec<&str> {
    let path = path.trim_end_matches(['"', '”', '。']);
    let parts = path.split_inclusive(')');
    let name = |part| {
        LEVELS
            .iter()
            .find_map(|level| str::strip_suffix(part, level))
    };
    parts.filter_map(name).collect()
}

/// Whether a path goes down to the lowest level.
#[must_use]
pub fn is_lowest(path: &str) -> bool {
    LEVELS.last().is_some_and(|mark| path.ends_with(mark))
}

/// Names as a path.
#[must_use]
pub fn joined(names: &[String]) -> String {
    names.join("—")
}

/// Where the paths of a text end, first one first.
#[must_use]
pub fn ends(text: &str) -> Vec<usize> {
    let marks = LEVELS.iter().flat_map(|level| text.match_indices(level));
    let mut ends: Vec<usize> = marks
        .map(|(at, level)| at.saturating_add(level.len()))
        .filter(|end| !goes_on(text.get(*end..).unwrap_or_default()))
        .collect();
    order::sort(&mut ends);
    ends
}

// Whether a path has a level more.
fn goes_on(rest: &str) -> bool {
    let end = rest.find(['、', ',', ':', '。', ';', '”', '"', '(']);
    end.and_then(|end| rest.get(end..))
        .is_some_and(|rest| rest.starts_with("(款)") || rest.starts_with("(项)"))
}

/// Where the path begins that ends here.
#[must_use]
pub fn start(text: &str, end: usize) -> Option<usize> {
    let mut start = end;
    let mut levels = 0_u8;
    while let Some(rest) = LEVELS
        .iter()
        .find_map(|level| text.get(..start)?.strip_suffix(level))
    {
        let from = rest.char_indices().rev().take(NAME).find(|(_, c)| {
            matches!(
                c,
                ')' | '、' | ',' | ':' | '。' | ';' | '“' | '"' | '.' | ' '
            )
        });
        let (at, c) = from?;
        start = at.saturating_add(c.len_utf8());
        levels = levels.saturating_add(1);
        if c == ')' {
            continue;
        }
        break;
    }
    (levels > 0).then_some(start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_found_and_taken_apart() {
        let text = "。公共安全支出(类)司法(款)公证(项)。其中:住房保障支出(类)3元";
        let found: Vec<&str> = ends(text)
            .into_iter()
            .filter_map(|end| text.get(start(text, end)?..end))
            .collect();
        assert_eq!(
            found,
            ["公共安全支出(类)司法(款)公证(项)", "住房保障支出(类)"]
        );
        assert_eq!(levels(found[0]), ["公共安全支出", "司法", "公证"]);
        assert!(is_lowest(found[0]) && !is_lowest(found[1]));
    }
}
