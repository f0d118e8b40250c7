//! Items that the text lists, parts it adds up, and words it takes from another item.
#![expect(
    clippy::excessive_nesting,
    reason = "a rule asks several things, each of several places: two loops and what is found in them"
)]

use super::{Blank, Checks, Sheet, Talk, What, amounts_of, levels};
use crate::record::accounts::code::parent_of;
use crate::record::accounts::heading::key;
use crate::record::accounts::prose::{ITEM, is_item, items};
use alloc::{string::String, string::ToString, vec::Vec};

impl Sheet<'_> {
    /// Parts come to the whole before them.
    pub(super) fn parts(&mut self, checks: &Checks, talk: &Talk<'_, '_, '_>) {
        for parts in &checks.source.parts {
            for found in talk.found(&parts.says, &[]) {
                let amounts = amounts_of(&found.blanks);
                let counts = found.blanks.iter().filter_map(|blank| match blank {
                    Blank::Count(count) => Some((*count, 0, 0)),
                    Blank::Amount { .. }
                    | Blank::Share { .. }
                    | Blank::Word(_)
                    | Blank::Row(_)
                    | Blank::List(_) => None,
                });
                let money = !amounts.is_empty();
                let numbers: Vec<(i64, i64, usize)> =
                    if money { amounts } else { counts.collect() };
                let Some(((whole, half, _), rest)) = numbers.split_first() else {
                    continue;
                };
                let sum = rest
                    .iter()
                    .fold(0, |sum: i64, (part, ..)| sum.saturating_add(*part));
                let band = rest
                    .iter()
                    .fold(*half, |band, (_, half, _)| band.saturating_add(*half));
                let over = sum.saturating_sub(*whole);
                let holds = if parts.at_most {
                    over <= band
                } else {
                    over.saturating_abs() <= band
                };
                if holds {
                    self.met();
                } else {
                    self.say(
                        talk,
                        found.start..found.end,
                        What::Parts {
                            whole: *whole,
                            sum,
                            money,
                        },
                    );
                }
            }
        }
    }

    /// Items listed are those that hold an amount.
    pub(super) fn listings(&mut self, checks: &Checks, talk: &Talk<'_, '_, '_>) {
        for (listing, place) in checks.source.listing.iter().zip(&checks.listings) {
            let Some((template, column)) = *place else {
                continue;
            };
            let Some(statement) = talk.paper.statement(template) else {
                continue;
            };
            let under =
                |code: u32| parent_of(code).is_some_and(|parent| listing.under.contains(&parent));
            let rows = statement
                .rows
                .iter()
                .enumerate()
                .filter(|(_, row)| row.level > 0 && under(row.key));
            let rows: Vec<(String, bool)> = rows
                .map(|(row, own)| (key(own.name), statement.held(row, column).is_some()))
                .collect();
            for found in talk.found(&listing.says, &[]) {
                let Some(Blank::List(list)) = found.blanks.last() else {
                    continue;
                };
                let said: Vec<String> = items(list).map(key).collect();
                let names = |name: &String| said.iter().any(|item| is_item(item, name));
                let empty = rows
                    .iter()
                    .filter(|(name, held)| !held && names(name))
                    .map(|(name, _)| name.clone());
                let left_out = rows
                    .iter()
                    .filter(|(name, held)| *held && !names(name))
                    .map(|(name, _)| name.clone());
                let (empty, left_out): (Vec<String>, Vec<String>) =
                    (empty.collect(), left_out.collect());
                if empty.is_empty() && left_out.is_empty() {
                    self.met();
                } else {
                    self.say(
                        talk,
                        found.start..found.end,
                        What::Listing { empty, left_out },
                    );
                }
            }
        }
    }

    /// Purposes and reasons are the item's own.
    pub(super) fn copied(&mut self, checks: &Checks, talk: &Talk<'_, '_, '_>) {
        let Some(copied) = &checks.source.copied else {
            return;
        };
        let found = talk.found(&copied.says, &[]);
        let subjects: Vec<&str> = found.iter().filter_map(|own| item(&own.blanks)).collect();
        for own in &found {
            let (Some(Blank::Row(path)), Some(Blank::List(text))) =
                (own.blanks.first(), own.blanks.last())
            else {
                continue;
            };
            let names = levels(path);
            let Some(name) = names.last() else { continue };
            let foreign = subjects.iter().filter(|other| {
                other.chars().count() >= ITEM
                    && !names
                        .iter()
                        .any(|own| own.contains(*other) || other.contains(own))
                    && text.contains(*other)
            });
            match foreign.max_by_key(|other| other.len()) {
                Some(other) if !text.contains(name) && !talk.wrong.contains(&own.start) => {
                    self.say(
                        talk,
                        own.start..own.end,
                        What::Copied {
                            of: (*other).to_string(),
                        },
                    );
                }
                Some(_) | None => self.met(),
            }
        }
    }
}

fn item<'t>(blanks: &[Blank<'t>]) -> Option<&'t str> {
    match blanks.first() {
        Some(Blank::Row(path)) => levels(path).last().copied(),
        Some(
            Blank::Amount { .. }
            | Blank::Share { .. }
            | Blank::Count(_)
            | Blank::Word(_)
            | Blank::List(_),
        )
        | None => None,
    }
}
