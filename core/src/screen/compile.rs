//! From lists to what looks through texts, and what is wrong with lists.

use super::index::{Index, Target, What};
use super::mask::Form;
use super::pattern::{Pattern, symbols};
use super::sieve::Sieve;
use super::source::{Entry, List};
use super::{Looked, Screen};
use alloc::{format, string::String, vec::Vec};

/// The most terms and patterns of all lists together.
const MOST: usize = 1_000_000;

/// The longest term, in symbols.
const LONGEST: usize = 64;

/// Something that is wrong with a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The list.
    pub list: String,
    /// The entry, or the term.
    pub word: String,
    /// What is wrong.
    pub message: String,
    /// Whether there are more terms than can be taken.
    pub too_many: bool,
}

/// Lists, ready to look through texts; the entries are numbered through all of them.
///
/// # Errors
/// Everything that is wrong with them.
pub fn compile<'l>(lists: impl IntoIterator<Item = &'l List>) -> Result<Screen, Vec<Fault>> {
    let mut making = Making::default();
    for list in lists {
        making.screen.names.add(list);
        for entry in &list.entry {
            making.entry(&list.id, entry);
        }
    }
    if making.terms.len() > MOST {
        making.fault("", "", format!("there are more than {MOST} terms"), true);
    }
    if making.faults.is_empty() {
        Ok(making.close())
    } else {
        Err(making.faults)
    }
}

/// What can be compiled and cannot be meant: an entry that says nothing, or says only “other”.
#[must_use]
pub fn lint<'l>(lists: impl IntoIterator<Item = &'l List>) -> Vec<Fault> {
    let mut making = Making::default();
    for list in lists {
        for entry in &list.entry {
            vague(&list.id, entry, &mut making);
        }
    }
    making.faults
}

fn vague(list: &str, entry: &Entry, making: &mut Making) {
    let Entry { matter, basis, .. } = entry;
    let zh = matter.zh.trim();
    if zh.is_empty() || zh.starts_with("其他") || zh.starts_with("其它") || zh.ends_with('等')
    {
        let message = format!("`{zh}` does not say what may not be published");
        making.fault(list, &entry.id, message, false);
    }
    if basis.trim().is_empty() {
        making.fault(list, &entry.id, "the entry has no basis".into(), false);
    }
    let finds = entry.finds.is_some() || !entry.terms.is_empty() || !entry.patterns.is_empty();
    if !finds && entry.allow.is_empty() {
        making.fault(list, &entry.id, "the entry finds nothing".into(), false);
    }
}

#[derive(Default)]
struct Making {
    screen: Screen,
    terms: Vec<(Vec<char>, Target)>,
    faults: Vec<Fault>,
}

impl Making {
    fn fault(&mut self, list: &str, word: &str, message: String, too_many: bool) {
        self.faults.push(Fault {
            list: list.into(),
            word: word.into(),
            message,
            too_many,
        });
    }

    fn entry(&mut self, list: &str, entry: &Entry) {
        let number = u32::try_from(self.screen.entries.len()).unwrap_or(u32::MAX);
        let terms = entry.terms.iter().map(|term| (term, What::Term));
        let allowed = entry.allow.iter().map(|term| (term, What::Allowed));
        for (term, what) in terms.chain(allowed) {
            let target = Target {
                entry: number,
                what,
            };
            self.term(list, term, symbols(term), target);
        }
        for pattern in &entry.patterns {
            self.pattern(list, pattern, number);
        }
        if let Some(finds) = entry.finds {
            self.screen.finds.push((finds, number));
        }
        let mask = entry.mask.as_deref().map(Form::read);
        if mask == Some(None) {
            let message = "a mask is `hide`, `remove`, `name`, or `first 6, last 4`".into();
            self.fault(list, &entry.id, message, false);
        }
        self.screen.entries.push(looked(entry, mask.flatten()));
    }

    fn pattern(&mut self, list: &str, written: &str, entry: u32) {
        match Pattern::read(written) {
            Err(why) => self.fault(list, written, format!("`{written}`: {why}"), false),
            Ok(read) => {
                let count = u32::try_from(self.screen.patterns.len()).unwrap_or(u32::MAX);
                let what = What::Pattern(count);
                let beginning = read.beginning.clone();
                self.screen.patterns.push(read);
                self.term(list, written, beginning, Target { entry, what });
            }
        }
    }

    fn term(&mut self, list: &str, written: &str, symbols: Vec<char>, target: Target) {
        let message = match symbols.len() {
            0 => format!("nothing of `{written}` is left to look for when it is folded"),
            1 => format!("`{written}` begins with one character alone, which stands in many words"),
            length if length > LONGEST => format!("a term has more than {LONGEST} characters"),
            _ => {
                self.terms.push((symbols, target));
                return;
            }
        };
        self.fault(list, written, message, false);
    }

    fn close(self) -> Screen {
        let index = Index::new(self.terms);
        let sieve = Sieve::new(&index, &self.screen.finds, |_| true);
        Screen {
            index,
            sieve,
            ..self.screen
        }
    }
}

fn looked(entry: &Entry, mask: Option<Form>) -> Looked {
    let all = |words: &[String]| words.iter().map(|word| symbols(word)).collect();
    Looked {
        window: entry.in_force,
        except_for: entry.except_for.clone(),
        younger_than: entry.younger_than,
        not_after: all(&entry.not_after),
        not_before: all(&entry.not_before),
        hosts: entry.hosts.clone(),
        place: entry.place,
        mention: entry.mention,
        doubtful: entry.doubtful,
        line: entry.line,
        mask,
    }
}
