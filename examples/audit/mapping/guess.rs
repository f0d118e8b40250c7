//! Telling the kind of record from the headings.

use super::{Dictionary, normal};
use std::collections::BTreeSet;

/// What the headings say about the kind of record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Guess {
    Kind(usize),
    /// Several kinds fit equally well.
    Tie,
    Nothing,
}

/// The kind with the most headings that only it has; then the most headings at all.
pub(crate) fn guess(dictionary: &Dictionary, headings: &[String]) -> Guess {
    let mut scores = vec![Score::default(); dictionary.kinds.len()];
    let routing = routing_column(headings);
    let telling = (0..).zip(headings);
    // A column that names kinds is no field of one of them.
    for (_, heading) in telling.filter(|(index, _)| routing != Some(*index)) {
        let normal = normal(heading);
        let fields = (0..scores.len()).map(|kind| dictionary.named(kind, &normal));
        let fields: Vec<Option<usize>> = fields.collect();
        let shared = fields.iter().flatten().count() > 1;
        for (score, field) in scores.iter_mut().zip(fields) {
            score.all.extend(field);
            score.own.extend(field.filter(|_| !shared));
        }
    }
    let scores = scores
        .iter()
        .map(|score| (score.own.len(), score.all.len()));
    let mut scores: Vec<_> = scores.zip(0..).filter(|(score, _)| score.1 > 0).collect();
    scores.sort_by(|one, other| other.cmp(one));
    match scores.as_slice() {
        [] => Guess::Nothing,
        [first, second, ..] if first.0 == second.0 => Guess::Tie,
        [first, ..] => Guess::Kind(first.1),
    }
}

/// The fields of a kind that the headings give, and those of them that no other kind has.
#[derive(Debug, Clone, Default)]
struct Score {
    own: BTreeSet<usize>,
    all: BTreeSet<usize>,
}

/// Headings under which each row names its own kind.
const ROUTING: [&str; 7] = [
    "kind",
    "record_kind",
    "类别",
    "信息类别",
    "信息种类",
    "公示类别",
    "双公示类别",
];

/// The column that names the kind of each row, if there is one.
pub(crate) fn routing_column(headings: &[String]) -> Option<usize> {
    headings
        .iter()
        .position(|heading| ROUTING.contains(&normal(heading).as_str()))
}

#[cfg(test)]
mod tests {
    use super::super::tests::kinds;
    use super::*;

    fn guessed(headings: &[&str]) -> Guess {
        let headings: Vec<String> = headings.iter().map(|heading| (*heading).into()).collect();
        guess(&Dictionary::new(&kinds()), &headings)
    }

    #[test]
    fn one_heading_of_its_own_decides() {
        assert_eq!(guessed(&["企业名称", "代码_1", "XK_WSH"]), Guess::Kind(0));
        assert_eq!(
            guessed(&["企业名称", "行政处罚 决定书文号"]),
            Guess::Kind(1)
        );
    }

    #[test]
    fn shared_or_foreign_headings_decide_nothing() {
        assert_eq!(guessed(&["企业名称", "统一社会信用代码"]), Guess::Tie);
        assert_eq!(guessed(&["药品品名"]), Guess::Nothing);
    }

    #[test]
    fn a_column_of_kinds_tells_no_kind_itself() {
        let mut all = kinds();
        all.push(super::super::tests::kind(
            "meeting",
            "会议",
            &[("kind", &["类别"])],
        ));
        let headings = ["类别", "企业名称"].map(String::from);
        assert_eq!(guess(&Dictionary::new(&all), &headings), Guess::Tie);
    }

    #[test]
    fn a_column_of_kinds_is_told_from_other_categories() {
        assert_eq!(
            routing_column(&["名称", "类 别"].map(String::from)),
            Some(1)
        );
        assert_eq!(routing_column(&["审批类别".to_owned()]), None);
        assert_eq!(Dictionary::new(&kinds()).kind("行政 处罚"), Some(1));
    }
}
