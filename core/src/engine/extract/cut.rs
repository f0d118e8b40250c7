//! What is left of an image when all is taken out that says nothing about single records of one kind.

use crate::duty::pack::Part;
use crate::duty::source::{Field, Instrument, Table};
use crate::engine::image::Image;
use crate::words::Label;
use alloc::{collections::BTreeSet, string::String};

/// What is named by that which is left, by their ids.
#[derive(Default)]
struct Named {
    groups: BTreeSet<String>,
    lists: BTreeSet<String>,
    /// Whether a rule looks through texts.
    screens: bool,
}

/// What of the packs decides about a record of a kind.
pub(super) fn cut(mut image: Image, kind: &str) -> Image {
    let named = &mut Named::default();
    let steps: [fn(&mut Part, &mut Named, &str); 4] = [rules, kinds, groups, lists];
    for step in steps {
        for part in &mut image.packs {
            step(part, named, kind);
        }
    }
    image
}

/// Leaves the rules on the kind with their clauses; a pack without any keeps what it is known by.
fn rules(part: &mut Part, named: &mut Named, kind: &str) {
    part.rules.retain(|rule| has(&rule.head().applies_to, kind));
    for table in part.rules.iter().flat_map(|rule| rule.tables()) {
        if let Table::Listed(listed) = table {
            let lists = listed.within.iter().chain(&listed.not_in);
            named.lists.extend(lists.cloned());
        }
        named.screens |= matches!(table, Table::Screen(_));
    }
    let rules = &part.rules;
    let is_cited = |number: &String| rules.iter().any(|rule| rule.cite.clause == *number);
    part.clauses.retain(|clause| is_cited(&clause.number));
    part.redirects
        .retain(|redirect| rules.iter().any(|rule| rule.id == redirect.to));
    part.indicator_sets.clear();
    part.templates.clear();
    part.lines.clear();
    part.classifications.clear();
    if let Some(manifest) = part.manifest.as_mut().filter(|_| rules.is_empty()) {
        manifest.title = Label::default();
        manifest.instrument = Instrument::default();
    }
}

/// Leaves the kind with its editions.
fn kinds(part: &mut Part, named: &mut Named, kind: &str) {
    part.kinds.retain(|own| own.head() == kind);
    part.editions.retain(|own| has(own.head(), kind));
    for own in &part.kinds {
        named.groups.extend(own.groups.iter().cloned());
        named.add_lists(&own.field);
    }
    let lists = part.editions.iter().flat_map(|own| own.lists.values());
    named.lists.extend(lists.cloned());
}

/// Leaves the groups of fields that the kind has.
fn groups(part: &mut Part, named: &mut Named, kind: &str) {
    part.groups
        .retain(|own| has(&own.kinds, kind) || named.groups.contains(&own.id));
    for own in &part.groups {
        named.add_lists(&own.field);
    }
}

/// Leaves the lists of these fields and rules.
fn lists(part: &mut Part, named: &mut Named, _: &str) {
    part.lists
        .retain(|own| named.lists.contains(&own.head().id));
    if !named.screens {
        part.screens.clear();
    }
}

impl Named {
    fn add_lists(&mut self, fields: &[Field]) {
        let lists = fields
            .iter()
            .flat_map(|field| field.list.iter().chain(&field.per));
        self.lists.extend(lists.cloned());
    }
}

fn has(kinds: &[String], kind: &str) -> bool {
    kinds.iter().any(|own| own == kind)
}
