//! A program: everything needed to judge one kind of record under one profile.

use super::demand::{Demand, KeyField, Link, Test, Texts};
use super::source::{Severity, Window};
use crate::lazy::Memo;
use crate::record::accounts::read::Forms;
use crate::record::{Slot, names::Names, schema::Schema};
use crate::screen::{Screen, Sieve};
use alloc::{string::String, sync::Arc, vec, vec::Vec};

/// The rules of one kind of record, ready to run.
#[derive(Debug, Clone)]
pub struct Program {
    /// The number of its kind among the law's kinds.
    pub number: u16,
    /// The kind of record.
    pub schema: Arc<Schema>,
    /// Field and column names to slots.
    pub names: Names,
    /// The same names one by one: ids, labels and columns, those of the profile's editions included.
    pub headings: Vec<(String, Slot)>,
    /// The tables of its documents, where it has any.
    pub forms: Forms,
    /// The rules, in the order of the packs.
    pub rules: Vec<Duty>,
    /// What rules on records of other kinds look at in records of this kind.
    pub witnesses: Vec<Witness>,
    /// What its rules look for in texts, made when it is first asked for.
    pub sifting: Memo<Sifting>,
}

/// What all rules of a program together look for in texts, and where.
#[derive(Debug, Clone)]
pub struct Sifting {
    /// What tells where something begins that some of them look for.
    pub sieve: Sieve,
    /// For each field whether some of them look through it.
    pub slots: Vec<bool>,
}

impl Sifting {
    /// Whether some of them look through a field.
    #[must_use]
    pub fn looks_through(&self, slot: Slot) -> bool {
        self.slots.get(usize::from(slot)) == Some(&true)
    }
}

impl Program {
    /// What all its rules together look for in texts.
    #[must_use]
    pub fn sifting(&self, screen: &Screen) -> &Sifting {
        self.sifting.get_or_make(|| {
            let looking = self.rules.iter().filter_map(|duty| duty.demand.screen());
            let is_chosen = |entry| {
                looking
                    .clone()
                    .any(|own| own.chosen.get(entry) == Some(&true))
            };
            let slots = looking.clone().flat_map(|own| &own.slots);
            Sifting {
                sieve: screen.sieve(is_chosen),
                slots: flags(self.schema.fields.len(), slots),
            }
        })
    }

    /// The rule with this number among the law's rules, if the program has it.
    #[must_use]
    pub fn duty(&self, rule: u16) -> Option<&Duty> {
        self.rules.iter().find(|duty| duty.rule == rule)
    }

    /// The rules over many records, by their numbers, and how they find the others.
    pub fn on_many(&self) -> impl Iterator<Item = (u16, &Link)> {
        let duties = self.rules.iter();
        duties.filter_map(|duty| Some((duty.rule, duty.demand.link()?)))
    }

    /// Whether a rule looks at records of another kind.
    #[must_use]
    pub fn is_on_another_kind(&self, link: &Link) -> bool {
        link.of.is_some_and(|of| of != self.number)
    }

    /// The weight of a rule.
    #[must_use]
    pub fn severity(&self, rule: u16) -> Option<Severity> {
        self.duty(rule).map(|duty| duty.severity)
    }
}

/// For each field whether it is one of these.
fn flags<'s>(fields: usize, slots: impl Iterator<Item = &'s Slot>) -> Vec<bool> {
    let mut flags = vec![false; fields];
    for slot in slots {
        if let Some(flag) = flags.get_mut(usize::from(*slot)) {
            *flag = true;
        }
    }
    flags
}

/// What a rule on records of another kind looks at in records of this kind.
#[derive(Debug, Clone)]
pub struct Witness {
    /// The rule, by its number among the law's rules.
    pub rule: u16,
    /// The fields that make the key.
    pub key: Vec<KeyField>,
    /// What must hold of the record.
    pub conditions: Vec<Test>,
    /// The fields that are kept.
    pub kept: Vec<Slot>,
    /// The texts that are compared.
    pub texts: Texts,
}

/// One rule of a program.
#[derive(Debug, Clone)]
pub struct Duty {
    /// The rule, by its number among the law's rules.
    pub rule: u16,
    /// Its weight under the profile.
    pub severity: Severity,
    /// When it is in force.
    pub in_force: Window,
    /// What must hold for the duty to exist.
    pub when: Vec<Test>,
    /// What it asks.
    pub demand: Demand,
}
