//! A program: everything needed to judge one kind of record under one profile.

use super::demand::{Demand, Test};
use super::source::{Severity, Window};
use crate::record::{Slot, names::Names, schema::Schema};
use alloc::{string::String, vec::Vec};

/// The rules of one kind of record, ready to run.
#[derive(Debug, Clone)]
pub struct Program {
    /// The kind of record.
    pub schema: Schema,
    /// Field and column names to slots.
    pub names: Names,
    /// The same names one by one: ids, labels and columns, those of the profile's editions included.
    pub headings: Vec<(String, Slot)>,
    /// The rules, in the order of the packs.
    pub rules: Vec<Duty>,
}

impl Program {
    /// The rule with this number among the law's rules, if the program has it.
    #[must_use]
    pub fn duty(&self, rule: u16) -> Option<&Duty> {
        self.rules.iter().find(|duty| duty.rule == rule)
    }

    /// The weight of a rule.
    #[must_use]
    pub fn severity(&self, rule: u16) -> Option<Severity> {
        self.duty(rule).map(|duty| duty.severity)
    }
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
