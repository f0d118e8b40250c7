//! What the running text says, held against the tables and against itself.
#![expect(
    clippy::excessive_nesting,
    reason = "a rule asks several things, each of several places: two loops and what is found in them"
)]

mod change;
mod earlier;
mod figure;
mod item;
mod words;

use super::remark::{Remark, Spot, What};
use super::{Paper, Sheet};
use crate::duty::Verdict;
use crate::duty::demand::Checks;
use crate::order;
use crate::record::accounts::code::parent_of;
use crate::record::accounts::heading::key;
use crate::record::accounts::page::Prose;
use crate::record::accounts::path::{joined, levels};
use crate::record::accounts::pattern::{Blank, Found, Pattern};
use crate::record::accounts::prose::{quoted, ratio, sentence};
use crate::record::accounts::{Code, Statement};
use alloc::{string::String, vec::Vec};
use core::ops::Range;

/// The text of a document while it is judged.
pub(super) struct Talk<'t, 'p, 'a> {
    pub(super) paper: &'t Paper<'p, 'a>,
    /// What was published before.
    pub(super) past: &'t [Paper<'p, 'a>],
    pub(super) prose: &'t Prose,
    /// Amounts that no table has: what follows from them is not said again.
    pub(super) wrong: &'t mut Vec<usize>,
}

impl Sheet<'_> {
    /// What a rule asks of the amounts that the text states; they are asked before anything that follows from them.
    pub(super) fn amounts(&mut self, checks: &Checks, talk: &mut Talk<'_, '_, '_>) {
        self.figures(checks, talk);
        self.relations(checks, talk);
    }

    /// Everything else that a rule asks of the text.
    pub(super) fn text(&mut self, checks: &Checks, talk: &Talk<'_, '_, '_>) {
        self.changes(checks, talk);
        self.parts(checks, talk);
        self.listings(checks, talk);
        self.copied(checks, talk);
        self.years(checks, talk);
        self.phrases(checks, talk);
        self.mentions(checks, talk);
        self.one_name(checks, talk);
        self.earlier(checks, talk);
    }

    fn say(&mut self, talk: &Talk<'_, '_, '_>, range: Range<usize>, what: What) {
        let number = talk.prose.page(range.start);
        let same = |own: &Remark| {
            own.rule == self.rule
                && own.what == what
                && matches!(own.at, Spot::Page { number: page, .. } if page == number)
        };
        // Two phrases of a rule may see the same slip.
        if !matches!(what, What::ZeroBase | What::Phrase(_)) && self.remarks.iter().any(same) {
            return;
        }
        let quote = talk.quote(range);
        self.note(Verdict::Breached, Spot::Page { number, quote }, what);
    }
}

impl<'t, 'p, 'a> Talk<'t, 'p, 'a> {
    // The document of a kind and year that the same publisher has published before.
    fn published(&self, kind: &str, year: i32) -> Option<&'t Paper<'p, 'a>> {
        let same = |own: &&Paper<'p, 'a>| {
            let publishers = own.publisher.as_ref().zip(self.paper.publisher.as_ref());
            publishers.is_none_or(|(own, other)| own == other)
        };
        let mut of_year = self.past.iter().filter(same);
        of_year.find(|own| own.kind == kind && own.year == Some(year))
    }

    fn text(&self) -> &str {
        &self.prose.text
    }

    fn found(&self, patterns: &[String], words: &[String]) -> Vec<Found<'_>> {
        let mut found: Vec<Found<'_>> = Vec::new();
        // A document without text is nothing to look through.
        let patterns = patterns.iter().filter(|_| !self.text().is_empty());
        for pattern in patterns {
            for next in Pattern::new(pattern).all(self.text(), words) {
                // Of two phrases at one place the first of the rule speaks.
                if !found
                    .iter()
                    .any(|own| own.start <= next.start && next.start < own.end)
                {
                    found.push(next);
                }
            }
        }
        order::sort_by_key(&mut found, |own| own.start);
        found
    }

    fn quote(&self, range: Range<usize>) -> String {
        quoted(self.text().get(range).unwrap_or_default())
    }

    // Where the sentence of a byte begins.
    fn sentence(&self, at: usize) -> usize {
        sentence(self.text(), at)
    }

    // Whether any table goes down to items.
    fn has_items(&self) -> bool {
        self.paper
            .document
            .statements
            .iter()
            .any(|statement| statement.coded && statement.rows.iter().any(|row| row.level > 1))
    }

    // The code of a path, in the first table that has it; the names of its levels, where they differ, beside it.
    fn row(&self, path: &str) -> Option<Named> {
        let names: Vec<&str> = levels(path);
        let last = names.last()?;
        let coded = self.paper.document.statements.iter();
        let coded = coded.filter(|statement| statement.rows.iter().any(|row| row.level > 0));
        let mut near: Option<Named> = None;
        for statement in coded {
            let depth = u8::try_from(names.len()).ok()?;
            let rows = statement
                .rows
                .iter()
                .filter(|row| row.level == depth && key(unnumbered(row.name)) == key(last));
            for row in rows {
                let path = path_of(statement, row.key);
                let wrong = path
                    .iter()
                    .zip(&names)
                    .filter(|(own, said)| key(own) != key(said))
                    .count();
                if wrong == 0 {
                    return Some(Named {
                        code: row.key,
                        path: joined(&path),
                        exact: true,
                    });
                }
                if wrong < names.len() && near.is_none() {
                    near = Some(Named {
                        code: row.key,
                        path: joined(&path),
                        exact: false,
                    });
                }
            }
        }
        near
    }
}

/// A subject that the text names.
struct Named {
    code: Code,
    path: String,
    exact: bool,
}

fn unnumbered(name: &str) -> &str {
    crate::record::accounts::heading::unnumbered(name)
}

// The names of a code's levels, highest first.
fn path_of(statement: &Statement<'_>, code: Code) -> Vec<String> {
    let mut codes = alloc::vec![code];
    let mut above = parent_of(code);
    while let Some(own) = above {
        codes.push(own);
        above = parent_of(own);
    }
    codes.reverse();
    let name = |code: &Code| {
        statement
            .row(*code)
            .and_then(|row| statement.rows.get(row))
            .map_or("", |row| unnumbered(row.name))
    };
    codes.iter().map(|code| String::from(name(code))).collect()
}

// The amounts among blanks.
fn amounts_of(blanks: &[Blank<'_>]) -> Vec<(i64, i64, usize)> {
    let amounts = blanks.iter().filter_map(|blank| match blank {
        Blank::Amount { fen, half, at } => Some((*fen, *half, *at)),
        Blank::Share { .. } | Blank::Count(_) | Blank::Word(_) | Blank::Row(_) | Blank::List(_) => {
            None
        }
    });
    amounts.collect()
}

fn share_of(blanks: &[Blank<'_>]) -> Option<(i64, i64)> {
    blanks.iter().find_map(|blank| match blank {
        Blank::Share { share, half } => Some((*share, *half)),
        Blank::Amount { .. }
        | Blank::Count(_)
        | Blank::Word(_)
        | Blank::Row(_)
        | Blank::List(_) => None,
    })
}

/// How far a share may be off: half of its last digit, and one hundredth of a percent in any case.
fn reach(half: i64) -> i64 {
    half.max(1)
}
