//! Merges packs into one law and checks that every name means one thing.

mod bounds;
mod kinds;
mod lists;
mod packs;
mod rules;
mod scores;
mod screens;

use super::Trouble;
use crate::duty::law::{Law, Pack};
use crate::duty::source::Source;
use crate::error::ErrorCode;
use alloc::{collections::BTreeSet, format, string::String, vec::Vec};

/// One pack, its files merged.
#[derive(Debug, Clone)]
pub struct Part {
    /// What it says.
    pub source: Source,
    /// Its content hash.
    pub hash: String,
    /// Whether it was loaded at run time.
    pub outside: bool,
}

/// Merges packs into one law.
///
/// # Errors
/// Everything that is wrong with them.
pub fn resolve(parts: Vec<Part>) -> Result<Law, Vec<Trouble>> {
    let mut troubles = bounds::check(&parts);
    if !troubles.is_empty() {
        return Err(troubles);
    }
    let parts = packs::in_order(parts, &mut troubles);
    let channels = packs::channels(&parts, &mut troubles);
    let lists = lists::lists(&parts, &mut troubles);
    let screening = screens::screening(&parts, &lists, &mut troubles);
    let kinds = kinds::kinds(&parts, &channels, &lists, &mut troubles);
    let mut law = Law {
        packs: Vec::new(),
        channels,
        kinds,
        lists,
        screening,
        rules: Vec::new(),
        templates: Vec::new(),
        lines: Vec::new(),
        classifications: Vec::new(),
        naming: Vec::new(),
        profiles: Vec::new(),
        redirects: Vec::new(),
    };
    for part in parts {
        rules::add(&mut law, part, &mut troubles);
    }
    rules::check(&law, &mut troubles);
    scores::check(&law, &mut troubles);
    packs::check_profiles(&law, &mut troubles);
    if troubles.is_empty() {
        Ok(law)
    } else {
        Err(troubles)
    }
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
