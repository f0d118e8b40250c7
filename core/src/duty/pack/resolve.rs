//! Merges packs into one law and checks that every name means one thing.

mod bounds;
pub(in crate::duty) mod kinds;
mod lists;
mod packs;
mod rules;
mod scores;
mod screens;

use super::{Part, Trouble};
use crate::duty::law::{Law, Pack};
use crate::duty::source::{List, Source};
use crate::error::ErrorCode;
use crate::lazy::{Item, Lazy, ListHead};
use crate::screen::{Screening, source as screening};
use alloc::{collections::BTreeSet, format, vec::Vec};

/// Puts packs together to one law, of which every name is known to mean one thing.
///
/// # Errors
/// Everything that is wrong with them.
pub fn resolve(parts: Vec<Part>) -> Result<Law, Vec<Trouble>> {
    let mut troubles = bounds::check(&parts);
    if !troubles.is_empty() {
        return Err(troubles);
    }
    let law = arrange(parts, &mut troubles);
    packs::check_channels(&law, &mut troubles);
    lists::check(&law, &mut troubles);
    screens::check(&law, &mut troubles);
    kinds::check(&law, &mut troubles);
    rules::check(&law, &mut troubles);
    scores::check(&law, &mut troubles);
    packs::check_profiles(&law, &mut troubles);
    if troubles.is_empty() {
        Ok(law)
    } else {
        Err(troubles)
    }
}

/// Puts packs together that are known to resolve; nothing is read that is not asked for.
#[must_use]
pub fn arranged(parts: Vec<Part>) -> Law {
    arrange(parts, &mut Vec::new())
}

fn arrange(parts: Vec<Part>, troubles: &mut Vec<Trouble>) -> Law {
    let parts = packs::in_order(parts, troubles);
    let lists = parts.iter().flat_map(|part| &part.lists);
    let lists = united("list", lists, List::extend, troubles);
    let screens = parts.iter().flat_map(|part| &part.screens);
    let screens = united("screening list", screens, screening::List::extend, troubles);
    let mut law = Law {
        lists,
        screening: Screening::new(screens),
        ..Law::default()
    };
    for part in parts {
        packs::add(&mut law, part);
    }
    law
}

/// The lists of all packs, each with what others add to it.
fn united<'p, T: Item<Head = ListHead> + Clone + 'p>(
    what: &str,
    all: impl Iterator<Item = &'p Lazy<T>>,
    extend: fn(&mut T, &T),
    troubles: &mut Vec<Trouble>,
) -> Vec<Lazy<T>> {
    let mut lists: Vec<(&Lazy<T>, Option<T>)> = Vec::new();
    for list in all {
        let id = &list.head().id;
        match lists.iter_mut().find(|(base, _)| base.head().id == *id) {
            Some((base, sum)) if list.head().extends => {
                extend(sum.get_or_insert_with(|| T::clone(base)), list);
            }
            Some(_) => troubles.push(duplicate(id, what, id)),
            None if list.head().extends => {
                troubles.push(Trouble::unknown(id, &format!("{what} to extend"), id));
            }
            None => lists.push((list, None)),
        }
    }
    let lists = lists.into_iter();
    lists
        .map(|(base, sum)| sum.map_or_else(|| base.clone(), Lazy::from))
        .collect()
}

/// Adds the files of a pack up to one source.
///
/// # Errors
/// A second manifest.
pub fn merge(files: impl IntoIterator<Item = Source>) -> Result<Source, Trouble> {
    let mut sum = Source::default();
    for file in files {
        if let (Some(_), Some(second)) = (&sum.pack, &file.pack) {
            return Err(duplicate(&second.id, "pack", &second.id));
        }
        sum.pack = sum.pack.or(file.pack);
        sum.channel.extend(file.channel);
        sum.group.extend(file.group);
        sum.kind.extend(file.kind);
        sum.list.extend(file.list);
        sum.screen.extend(file.screen);
        sum.edition.extend(file.edition);
        sum.clause.extend(file.clause);
        sum.rule.extend(file.rule);
        sum.indicator_set.extend(file.indicator_set);
        sum.statement.extend(file.statement);
        sum.lines.extend(file.lines);
        sum.classification.extend(file.classification);
        sum.profile.extend(file.profile);
        sum.overrides.extend(file.overrides);
        sum.redirect.extend(file.redirect);
    }
    Ok(sum)
}

/// Something that stands twice.
fn duplicate(owner: &str, what: &str, word: &str) -> Trouble {
    Trouble::new(
        ErrorCode::PackDuplicate,
        owner,
        word,
        format!("the {what} `{word}` stands twice"),
    )
}

/// Says of every word that was seen before that it stands twice.
fn once<'a>(
    words: impl IntoIterator<Item = (&'a str, &'a str)>,
    what: &str,
    troubles: &mut Vec<Trouble>,
) {
    let mut seen = BTreeSet::new();
    for (owner, word) in words {
        if !seen.insert(word) {
            troubles.push(duplicate(owner, what, word));
        }
    }
}

impl Pack {
    /// The pack's id.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.manifest.id
    }
}
