//! Codes of the classifications of revenue and expenditure, and the names they have in a year.

use super::template::Classification;
use crate::order;
use crate::words::normalize::fold_key;
use alloc::{collections::BTreeMap, string::String, string::ToString, vec::Vec};

/// A code: its digits, read as a number.
pub type Code = u32;

/// The classification of a year, ready to look up.
#[derive(Debug, Clone, Default)]
pub struct Subjects {
    names: BTreeMap<Code, Names>,
    // The codes that have a name, by its key.
    by_key: BTreeMap<String, Vec<Code>>,
    /// Whether every code of the year is known.
    pub complete: bool,
}

#[derive(Debug, Clone, Default)]
struct Names {
    current: String,
    // The key of the name, and those of the names it had.
    key: String,
    former: Vec<String>,
}

/// A classification in years in which it stays the same.
#[derive(Debug, Clone)]
pub struct Span {
    /// Its id.
    pub id: String,
    /// The first and the last year; nothing where the year is not known.
    pub years: Option<(i32, i32)>,
    /// Its codes.
    pub subjects: Subjects,
}

/// How a name and a code go together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Agreement {
    /// The code has that name.
    Agrees,
    /// The code had that name in earlier years; its name is this one.
    Former(String),
    /// The code's name differs by little: this is it.
    Near(String),
    /// The code has another name; the name belongs to another code of the same kind, where one is known.
    Differs {
        /// The code's own name.
        name: String,
        /// The code that has the name, under the same parent where there are several.
        belongs: Option<Code>,
    },
    /// The code is not known.
    Unknown,
}

impl Subjects {
    /// The classification of a year, from those of a pack.
    #[must_use]
    pub fn of_year(all: &[Classification], id: &str, year: Option<i32>) -> Self {
        let mut subjects = Self::default();
        let fits = |own: &&Classification| {
            let [first, last] = own.years;
            own.id == id && year.is_none_or(|year| (first..=last).contains(&year))
        };
        for own in all.iter().filter(fits) {
            subjects.complete |= own.complete;
            for line in own.names.lines() {
                subjects.add(line);
            }
        }
        subjects
    }

    fn add(&mut self, line: &str) {
        let Some((code, names)) = line.trim().split_once(' ') else {
            return;
        };
        let Ok(code) = code.parse() else { return };
        let mut names = names.split('<').map(|name| name.trim().to_string());
        let current = names.next().unwrap_or_default();
        let key = String::from(fold_key(&current));
        let former = names.map(|name| fold_key(&name).into());
        let own = Names {
            former: former.collect(),
            key: key.clone(),
            current,
        };
        if let Some(before) = self.names.insert(code, own)
            && let Some(codes) = self.by_key.get_mut(&before.key)
        {
            codes.retain(|own| *own != code);
        }
        let codes = self.by_key.entry(key).or_default();
        codes.insert(codes.partition_point(|own| *own < code), code);
    }

    /// The classifications of all years, and of each span of years in which they stay the same.
    #[must_use]
    pub fn of_spans(all: &[Classification]) -> Vec<Span> {
        let mut spans = Vec::new();
        let mut ids: Vec<&str> = all.iter().map(|own| own.id.as_str()).collect();
        order::sort(&mut ids);
        ids.dedup();
        for id in ids {
            let mut starts: Vec<i32> = all
                .iter()
                .filter(|own| own.id == id)
                .flat_map(|own| {
                    let [first, last] = own.years;
                    [first, last.saturating_add(1)]
                })
                .collect();
            order::sort(&mut starts);
            starts.dedup();
            let ends = starts.iter().skip(1).map(|next| next.saturating_sub(1));
            let years = starts.iter().copied().zip(ends).map(Some);
            spans.extend(years.chain([None]).map(|years| Span {
                id: id.into(),
                years,
                subjects: Self::of_year(all, id, years.map(|(first, _)| first)),
            }));
        }
        spans
    }

    /// Whether nothing is known of the year.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// The name of a code.
    #[must_use]
    pub fn name(&self, code: Code) -> Option<&str> {
        self.names.get(&code).map(|names| names.current.as_str())
    }

    /// How a name goes with a code.
    #[must_use]
    pub fn agreement(&self, code: Code, name: &str) -> Agreement {
        let Some(own) = self.names.get(&code) else {
            return Agreement::Unknown;
        };
        if name == own.current {
            return Agreement::Agrees;
        }
        let key = fold_key(name);
        if key == own.key.as_str() {
            Agreement::Agrees
        } else if own.former.iter().any(|former| key == former.as_str()) {
            Agreement::Former(own.current.clone())
        } else {
            let name = own.current.clone();
            match self.belongs(code, &key) {
                None if near(&key, &own.key) => Agreement::Near(name),
                belongs => Agreement::Differs { name, belongs },
            }
        }
    }

    // The code of the same level that has a name, one under the same parent first.
    fn belongs(&self, code: Code, key: &str) -> Option<Code> {
        let codes = self.by_key.get(key)?.iter().copied();
        let same = || codes.clone().filter(|other| digits(*other) == digits(code));
        same()
            .find(|other| parent_of(*other) == parent_of(code))
            .or_else(|| same().next())
    }
}

/// How many digits a code has.
#[must_use]
pub const fn digits(code: Code) -> u32 {
    match code.checked_ilog10() {
        Some(log) => log.saturating_add(1),
        None => 0,
    }
}

/// Whether a code is of the highest level.
#[must_use]
pub const fn is_head(code: Code) -> bool {
    code < 1000
}

/// The last two digits of a code.
#[must_use]
pub const fn ending(code: Code) -> u32 {
    code % 100
}

/// The code of the level above; none for codes of the highest level.
#[must_use]
pub const fn parent_of(code: Code) -> Option<Code> {
    if code < 10_000 {
        None
    } else {
        Some(code / 100)
    }
}

// One name stands within the other, or they differ in one or two characters of many.
fn near(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let (short, long) = if one.len() < other.len() {
        (&one, &other)
    } else {
        (&other, &one)
    };
    if short.len() < 3 || long.len().saturating_sub(short.len()) > 2 {
        return false;
    }
    let head = short
        .iter()
        .zip(long.iter())
        .take_while(|(a, b)| a == b)
        .count();
    let tail = short
        .iter()
        .rev()
        .zip(long.iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    let same = head.saturating_add(tail).min(short.len());
    long.len().saturating_sub(same) <= 2 && same.saturating_mul(3) >= long.len().saturating_mul(2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Label;

    fn subjects() -> Subjects {
        let names = "210 卫生健康支出 < 医疗卫生与计划生育支出\n30203 咨询费\n30202 印刷费\n30108 机关事业单位基本养老保险缴费\n30201 办公费";
        let classification = Classification {
            id: "economic".into(),
            title: Label::default(),
            years: [2018, 2030],
            digits: alloc::vec![3, 5],
            levels: Vec::new(),
            complete: false,
            names: names.into(),
        };
        Subjects::of_year(&[classification], "economic", Some(2024))
    }

    #[test]
    fn names_go_with_codes() {
        let subjects = subjects();
        assert_eq!(subjects.agreement(30201, "办公 费"), Agreement::Agrees);
        assert_eq!(
            subjects.agreement(210, "医疗卫生与计划生育支出"),
            Agreement::Former("卫生健康支出".into())
        );
        assert_eq!(
            subjects.agreement(30108, "机关事业单位基本养老保险费"),
            Agreement::Near("机关事业单位基本养老保险缴费".into())
        );
        assert_eq!(
            subjects.agreement(30202, "咨询费"),
            Agreement::Differs {
                name: "印刷费".into(),
                belongs: Some(30203)
            }
        );
        assert_eq!(subjects.agreement(30299, "其他"), Agreement::Unknown);
        assert!(Subjects::of_year(&[], "economic", None).is_empty());
    }
}
