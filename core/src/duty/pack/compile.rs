//! Compiles the rules of a profile to one program per kind of record.

mod demands;
mod names;

use super::Trouble;
use crate::duty::law::{Law, Rule};
use crate::duty::program::{Duty, Program, Witness};
use crate::duty::source::{Override, Profile, Severity};
use crate::error::ErrorCode;
use crate::record::accounts::read::Forms;
use crate::record::schema::{FieldType, Schema, Slot};
use alloc::{format, vec::Vec};

/// The programs of a profile, in the order of the law's kinds.
///
/// # Errors
/// Every name or value of a rule that cannot be compiled.
pub fn compile(law: &Law, profile: &Profile) -> Result<Vec<Program>, Vec<Trouble>> {
    let mut troubles = Vec::new();
    let active = active_packs(law, profile);
    let overrides = overrides(law, profile, &active);
    let kinds = law.kinds.iter();
    let shapes = kinds.map(|kind| names::of_kind(law, kind, &active, &mut troubles));
    let (schemas, names): (Vec<_>, Vec<_>) = shapes.unzip();
    let forms: Vec<Forms> = schemas
        .iter()
        .map(|schema| forms(law, &schema.id))
        .collect();
    let mut rules = Vec::new();
    for (schema, forms) in schemas.iter().zip(&forms) {
        let scene = Scene {
            law,
            schemas: &schemas,
            active: &active,
            overrides: &overrides,
        };
        rules.push(scene.duties(schema, forms, &mut troubles));
    }
    let witnesses = witnesses(&rules, schemas.len());
    if !troubles.is_empty() {
        return Err(troubles);
    }
    let parts = schemas.into_iter().zip(names).zip(forms);
    let parts = (0..).zip(parts.zip(rules).zip(witnesses));
    let programs = parts.map(
        |(number, ((((schema, (names, headings)), forms), rules), witnesses))| Program {
            number,
            schema,
            names,
            headings,
            forms,
            rules,
            witnesses,
        },
    );
    Ok(programs.collect())
}

/// What all packs know of the tables of a kind of record.
pub(super) fn forms(law: &Law, kind: &str) -> Forms {
    let all = law.templates.iter();
    let own = all.filter(|template| template.kinds.iter().any(|own| own == kind));
    let templates: Vec<_> = own.cloned().collect();
    if templates.is_empty() {
        return Forms::default();
    }
    Forms::new(templates, &law.lines, law.classifications.clone())
}

/// What the rules look at in records of each other kind.
fn witnesses(rules: &[Vec<Duty>], kinds: usize) -> Vec<Vec<Witness>> {
    let mut witnesses: Vec<Vec<Witness>> = alloc::vec![Vec::new(); kinds];
    for duty in rules.iter().flatten() {
        let Some(link) = duty.demand.link() else {
            continue;
        };
        let own = link.of.and_then(|of| witnesses.get_mut(usize::from(of)));
        // A rule on several kinds looks at the same in the records of another.
        if let Some(own) = own.filter(|own| own.iter().all(|other| other.rule != duty.rule)) {
            own.push(Witness {
                rule: duty.rule,
                key: link.other_key.clone(),
                conditions: link.conditions.clone(),
                kept: link.other.clone(),
                texts: link.other_texts.clone(),
            });
        }
    }
    witnesses
}

/// The packs whose rules apply: those of the profile, in its order, and those loaded at run time.
#[must_use]
pub fn active_packs(law: &Law, profile: &Profile) -> Vec<usize> {
    let named = profile.packs.iter().filter_map(|id| law.pack(id));
    let mut active: Vec<usize> = named.collect();
    for (number, pack) in law.packs.iter().enumerate() {
        if pack.outside && !active.contains(&number) {
            active.push(number);
        }
    }
    active
}

/// The overrides that apply: those of the profile, then those of its packs.
#[must_use]
pub fn overrides<'l>(
    law: &'l Law,
    profile: &'l Profile,
    active: &[usize],
) -> Vec<(usize, &'l Override)> {
    let packs = active.iter().filter_map(|pack| law.packs.get(*pack));
    let all = profile
        .overrides
        .iter()
        .chain(packs.flat_map(|pack| &pack.overrides));
    all.filter_map(|change| Some((law.rule(&change.rule)?, change)))
        .collect()
}

/// What is compiled together.
struct Scene<'a> {
    law: &'a Law,
    schemas: &'a [Schema],
    active: &'a [usize],
    overrides: &'a [(usize, &'a Override)],
}

impl Scene<'_> {
    /// The rules on one kind of record.
    fn duties(&self, schema: &Schema, forms: &Forms, troubles: &mut Vec<Trouble>) -> Vec<Duty> {
        let mut duties = Vec::new();
        for (number, rule) in self.law.rules.iter().enumerate() {
            if !self.active.contains(&rule.pack) || !rule.source.applies_to.contains(&schema.id) {
                continue;
            }
            let Some(severity) = severity(rule, number, self.overrides) else {
                continue;
            };
            let mut scope = Scope {
                law: self.law,
                schemas: self.schemas,
                schema,
                forms,
                owner: &rule.source.id,
                troubles,
            };
            let table = rule.source.tables().next();
            let demand = table.and_then(|table| scope.demand(table));
            let conditions = rule.source.when.iter();
            let when = conditions.filter_map(|condition| scope.test(condition));
            let when = when.collect();
            if let (Some(demand), Ok(rule_number)) = (demand, u16::try_from(number)) {
                duties.push(Duty {
                    rule: rule_number,
                    severity,
                    in_force: rule.in_force,
                    when,
                    demand,
                });
            }
        }
        duties
    }
}

/// The weight of a rule after overrides; `None` when it is silenced.
fn severity(rule: &Rule, number: usize, overrides: &[(usize, &Override)]) -> Option<Severity> {
    let own = overrides
        .iter()
        .filter(|(of, _)| *of == number)
        .map(|(_, change)| *change);
    let mut severity = rule.severity();
    for change in own {
        if change.silence {
            return None;
        }
        severity = change.severity.unwrap_or(severity);
    }
    Some(severity)
}

/// Where the names of one rule are looked up for one kind of record.
pub(super) struct Scope<'a> {
    pub(super) law: &'a Law,
    schemas: &'a [Schema],
    pub(super) schema: &'a Schema,
    pub(super) forms: &'a Forms,
    owner: &'a str,
    troubles: &'a mut Vec<Trouble>,
}

impl Scope<'_> {
    /// The slot of a field.
    pub(super) fn slot(&mut self, id: &str) -> Option<Slot> {
        let slot = self.schema.slot(id);
        if slot.is_none() {
            let message = format!("the kind `{}` has no field `{id}`", self.schema.id);
            self.trouble(ErrorCode::PackUnknownName, id, &message);
        }
        slot
    }

    /// The slots of fields; `x.*` is the field `x` for every channel or entry it exists for.
    pub(super) fn slots(&mut self, ids: &[alloc::string::String]) -> Vec<Slot> {
        let mut slots = Vec::new();
        for id in ids {
            match id.strip_suffix('*') {
                Some(stem) if stem.ends_with('.') => slots.extend(self.every_part(id, stem)),
                _ => slots.extend(self.slot(id)),
            }
        }
        slots
    }

    fn every_part(&mut self, id: &str, stem: &str) -> Vec<Slot> {
        let fields = (0..).zip(&self.schema.fields);
        let parts: Vec<Slot> = fields
            .filter(|(_, field)| field.id.starts_with(stem))
            .map(|(slot, _)| slot)
            .collect();
        if parts.is_empty() {
            let message = format!("the kind `{}` has no field `{id}`", self.schema.id);
            self.trouble(ErrorCode::PackUnknownName, id, &message);
        }
        parts
    }

    /// The slot of a date field.
    pub(super) fn date(&mut self, id: &str) -> Option<Slot> {
        let slot = self.slot(id)?;
        if self.field_type(slot) != Some(FieldType::Date) {
            self.trouble(
                ErrorCode::PackValue,
                id,
                &format!("the field `{id}` is not a date"),
            );
            return None;
        }
        Some(slot)
    }

    /// The slots of date fields.
    pub(super) fn dates(&mut self, ids: &[alloc::string::String]) -> Vec<Slot> {
        ids.iter().filter_map(|id| self.date(id)).collect()
    }

    /// The list with an id.
    pub(super) fn list(&mut self, id: &str) -> Option<u16> {
        let list = self.law.list(id);
        if list.is_none() {
            self.trouble(
                ErrorCode::PackUnknownName,
                id,
                &format!("there is no list `{id}`"),
            );
        }
        list
    }

    /// What a field holds.
    pub(super) fn field_type(&self, slot: Slot) -> Option<FieldType> {
        self.schema.field(slot).map(|field| field.kind)
    }

    /// Something wrong with the rule.
    pub(super) fn trouble(&mut self, code: ErrorCode, word: &str, message: &str) {
        self.troubles
            .push(Trouble::new(code, self.owner, word, message));
    }
}
