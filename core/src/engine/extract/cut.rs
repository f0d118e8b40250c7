//! What is left of an image when all is taken out that says nothing about one kind of record.

use crate::duty::pack::Part;
use crate::duty::source::{Accounts, Field, Instrument, Table};
use crate::engine::image::Image;
use crate::lazy::Lazy;
use crate::words::Label;
use alloc::{collections::BTreeSet, string::String};

/// What is named by that which is left, by their ids.
#[derive(Default)]
struct Named {
    /// The kind itself, and those whose records its rules look at.
    kinds: BTreeSet<String>,
    groups: BTreeSet<String>,
    lists: BTreeSet<String>,
    /// Whether a rule looks through texts.
    screens: bool,
}

/// What of the packs decides about records of a kind.
pub(super) fn cut(mut image: Image, kind: &str) -> Image {
    let named = &mut Named::default();
    named.kinds.insert(kind.into());
    let steps: [fn(&mut Part, &mut Named, &str); 4] = [rules, kinds, groups, rest];
    for step in steps {
        for part in &mut image.packs {
            step(part, named, kind);
        }
    }
    image
}

/// Leaves the rules on the kind with their clauses; a pack without any keeps what it is known by.
fn rules(part: &mut Part, named: &mut Named, kind: &str) {
    part.rules
        .retain(|rule| rule.head().applies_to.iter().any(|own| own == kind));
    for rule in &part.rules {
        named.kinds.extend(rule.looks_at().map(String::from));
        rule.tables().for_each(|table| named.add(table));
    }
    let rules = &part.rules;
    let is_cited = |number: &String| rules.iter().any(|rule| rule.cite.clause == *number);
    part.clauses.retain(|clause| is_cited(&clause.number));
    part.redirects
        .retain(|redirect| rules.iter().any(|rule| rule.id == redirect.to));
    part.indicator_sets.clear();
    if let Some(manifest) = part.manifest.as_mut().filter(|_| rules.is_empty()) {
        manifest.title = Label::default();
        manifest.instrument = Instrument::default();
    }
}

/// Leaves the kinds with their editions.
fn kinds(part: &mut Part, named: &mut Named, _: &str) {
    part.kinds.retain(|own| named.kinds.contains(own.head()));
    part.editions
        .retain(|own| own.head().iter().any(|kind| named.kinds.contains(kind)));
    for own in &part.kinds {
        named.groups.extend(own.groups.iter().cloned());
        named.add_lists(&own.field);
    }
    let lists = part.editions.iter().flat_map(|own| own.lists.values());
    named.lists.extend(lists.cloned());
}

/// Leaves the groups of fields that these kinds have.
fn groups(part: &mut Part, named: &mut Named, _: &str) {
    part.groups.retain(|own| {
        let is_theirs = own.kinds.iter().any(|kind| named.kinds.contains(kind));
        is_theirs || named.groups.contains(&own.id)
    });
    for own in &part.groups {
        named.add_lists(&own.field);
    }
}

/// Leaves the lists, and the tables of budgets.
fn rest(part: &mut Part, named: &mut Named, _: &str) {
    part.lists
        .retain(|own| named.lists.contains(&own.head().id));
    if !named.screens {
        part.screens.clear();
    }
    // Rules are written for tables of several kinds, and say so where one lacks a column.
    let mut kinds = part.templates.iter().flat_map(Lazy::head);
    if !kinds.any(|kind| named.kinds.contains(kind)) {
        part.templates.clear();
        part.lines.clear();
        part.classifications.clear();
    }
}

impl Named {
    /// What the demand of a rule names.
    fn add(&mut self, table: Table<'_>) {
        match table {
            Table::Listed(listed) => {
                let lists = listed.within.iter().chain(&listed.not_in);
                self.lists.extend(lists.cloned());
            }
            Table::Screen(_) => self.screens = true,
            Table::Accounts(accounts) => self.kinds.extend(earlier(accounts)),
            Table::Fields(_)
            | Table::Deadline(_)
            | Table::Order(_)
            | Table::Channels(_)
            | Table::Totals(_)
            | Table::Count(_)
            | Table::Coverage(_)
            | Table::Stages(_)
            | Table::Series(_)
            | Table::Rollup(_)
            | Table::Unique(_)
            | Table::Acyclic(_) => {}
        }
    }

    fn add_lists(&mut self, fields: &[Field]) {
        let lists = fields
            .iter()
            .flat_map(|field| field.list.iter().chain(&field.per));
        self.lists.extend(lists.cloned());
    }
}

/// The kinds of earlier documents whose amounts are compared.
fn earlier(accounts: &Accounts) -> impl Iterator<Item = String> {
    let sums = accounts.earlier.iter().flat_map(|earlier| &earlier.sum);
    sums.map(|sum| sum.of.clone())
}
