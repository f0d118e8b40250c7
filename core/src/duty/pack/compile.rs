//! Compiles the rules of a profile to one program per kind of record.

mod demands;
mod names;

use super::Trouble;
use super::scope::Scope;
use crate::duty::law::{Law, Rule};
use crate::duty::program::{Duty, Program, Witness};
use crate::duty::source::{Override, Profile, Severity};
use crate::lazy::Memo;
use crate::order;
use crate::record::accounts::read::Forms;
use crate::record::names::Names;
use crate::record::schema::Schema;
use alloc::{sync::Arc, vec::Vec};
use names::Headings;

/// The programs of a law under a profile, one for each kind of record, made when they are first asked for.
#[derive(Debug)]
pub struct Programs {
    law: Arc<Law>,
    /// The packs whose rules apply: those of the profile, in its order, and those loaded at run time.
    active: Vec<usize>,
    /// The overrides that apply, with their rules where these are at hand: those of the profile, then those
    /// of its packs.
    overrides: Vec<(Option<usize>, Override)>,
    schemas: Vec<Memo<Arc<Schema>>>,
    made: Vec<Memo<Program>>,
    one_by_one: bool,
}

impl Programs {
    /// The programs of a profile.
    #[must_use]
    pub fn new(law: Arc<Law>, profile: &Profile) -> Self {
        let active = active_packs(&law, profile);
        let overrides = overrides(&law, profile, &active);
        let kinds = law.kinds.len();
        Self {
            law,
            active,
            overrides,
            schemas: alloc::vec![Memo::empty(); kinds],
            made: alloc::vec![Memo::empty(); kinds],
            one_by_one: false,
        }
    }

    /// The same for records that are only judged one by one, without tables.
    #[must_use]
    pub fn for_one_by_one(mut self) -> Self {
        self.one_by_one = true;
        self
    }

    /// Whether records are only judged one by one; a build without packs has no code for anything else.
    #[must_use]
    pub const fn one_by_one(&self) -> bool {
        cfg!(not(feature = "built-in")) || self.one_by_one
    }

    /// Makes all of them.
    ///
    /// # Errors
    /// Every name or value of a rule that cannot be compiled.
    pub fn check(&self) -> Result<(), Vec<Trouble>> {
        let mut troubles = Vec::new();
        let names = (0..self.made.len()).map(|kind| self.names(kind, &mut troubles));
        let names: Vec<_> = names.collect();
        for (kind, names) in names.into_iter().enumerate() {
            let program = names.and_then(|names| self.program(kind, names, &mut troubles));
            if let (Some(program), Some(place)) = (program, self.made.get(kind)) {
                place.get_or_make(|| program);
            }
        }
        if troubles.is_empty() {
            Ok(())
        } else {
            Err(troubles)
        }
    }

    /// The law.
    #[must_use]
    pub fn law(&self) -> &Law {
        &self.law
    }

    /// The packs whose rules apply, by number.
    #[must_use]
    pub fn active(&self) -> &[usize] {
        &self.active
    }

    /// The overrides that apply.
    pub fn overrides(&self) -> impl Iterator<Item = &Override> {
        self.overrides.iter().map(|(_, change)| change)
    }

    /// The program of a kind, by its number among the law's kinds.
    #[must_use]
    pub fn get(&self, kind: usize) -> Option<&Program> {
        let make = || {
            // INVARIANT: a law has no troubles once it is checked.
            let troubles = &mut Vec::new();
            let names = self.names(kind, troubles).ok_or(())?;
            self.program(kind, names, troubles).ok_or(())
        };
        self.made.get(kind)?.get_or_try(make).ok()
    }

    /// All programs, in the order of the law's kinds.
    pub fn iter(&self) -> impl Iterator<Item = &Program> + Clone {
        (0..self.made.len()).filter_map(|kind| self.get(kind))
    }

    /// The rules that are judged, by number.
    pub fn rules(&self) -> impl Iterator<Item = usize> {
        let rules = self.law.rules.iter().enumerate();
        rules.filter_map(|(number, rule)| self.severity(rule, number).map(|_| number))
    }

    /// The schema of a kind with the code lists of its editions.
    fn schema(&self, kind: usize) -> Option<&Arc<Schema>> {
        let make = || names::schema(self, kind, &mut Vec::new()).ok_or(());
        self.schemas.get(kind)?.get_or_try(make).ok()
    }

    fn names(&self, kind: usize, troubles: &mut Vec<Trouble>) -> Option<(Names, Headings)> {
        let names = names::of_kind(self, kind, troubles)?;
        let schema = names::schema(self, kind, troubles)?;
        self.schemas.get(kind)?.get_or_make(|| schema);
        Some(names)
    }

    fn program(
        &self,
        kind: usize,
        (names, headings): (Names, Headings),
        troubles: &mut Vec<Trouble>,
    ) -> Option<Program> {
        let schema = Arc::clone(self.schema(kind)?);
        let forms = self.forms(&schema.id);
        let rules = self.law.rules.iter().enumerate();
        let own = rules.filter(|(_, rule)| rule.source.head().applies_to.contains(&schema.id));
        let rules = own.filter_map(|(number, _)| self.duty(number, &schema, &forms, troubles));
        Some(Program {
            number: u16::try_from(kind).ok()?,
            rules: rules.collect(),
            witnesses: self.witnesses(&schema.id),
            schema,
            names,
            headings,
            forms,
            sifting: Memo::empty(),
        })
    }

    /// What all packs know of the tables of a kind of record.
    pub(super) fn forms(&self, kind: &str) -> Forms {
        if self.one_by_one() {
            return Forms::default();
        }
        let all = self.law.templates.iter();
        let own = all.filter(|template| template.head().iter().any(|own| own == kind));
        let templates: Vec<_> = own.map(|template| (**template).clone()).collect();
        if templates.is_empty() {
            return Forms::default();
        }
        let lines = self.law.lines.iter().map(|set| (**set).clone());
        let classifications = self.law.classifications.iter().map(|own| (**own).clone());
        Forms::new(
            templates,
            &lines.collect::<Vec<_>>(),
            classifications.collect(),
        )
    }

    /// What the rules on other kinds look at in records of this one, in the order of those kinds.
    fn witnesses(&self, kind: &str) -> Vec<Witness> {
        if self.one_by_one() {
            return Vec::new();
        }
        let rules = self.law.rules.iter().enumerate();
        let looking =
            rules.filter(|(_, rule)| rule.source.head().looks_at.as_deref() == Some(kind));
        // A rule on several kinds looks at the same in the records of another.
        let first = |rule: &Rule| {
            let kinds = rule.source.head().applies_to.iter();
            kinds.filter_map(|kind| self.law.kind(kind)).min()
        };
        let mut looking: Vec<(usize, usize)> = looking
            .filter_map(|(number, rule)| Some((first(rule)?, number)))
            .collect();
        order::sort(&mut looking);
        let witnesses = looking.into_iter().filter_map(|(owner, number)| {
            let schema = self.schema(owner)?;
            let duty = self.duty(number, schema, &Forms::default(), &mut Vec::new())?;
            let link = duty.demand.link()?;
            Some(Witness {
                rule: duty.rule,
                key: link.other_key.clone(),
                conditions: link.conditions.clone(),
                kept: link.other.clone(),
                texts: link.other_texts.clone(),
            })
        });
        witnesses.collect()
    }

    /// A rule for one kind of record, if it is judged.
    fn duty(
        &self,
        number: usize,
        schema: &Schema,
        forms: &Forms,
        troubles: &mut Vec<Trouble>,
    ) -> Option<Duty> {
        let rule = self.law.rules.get(number)?;
        let severity = self.severity(rule, number)?;
        let mut scope = Scope {
            law: &self.law,
            programs: self,
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
        Some(Duty {
            rule: u16::try_from(number).ok()?,
            severity,
            in_force: rule.in_force,
            when,
            demand: demand?,
        })
    }

    /// The weight of a rule; `None` where its pack does not apply or it is silenced.
    fn severity(&self, rule: &Rule, number: usize) -> Option<Severity> {
        if !self.active.contains(&rule.pack) {
            return None;
        }
        let changes = self.overrides.iter().filter(|(of, _)| *of == Some(number));
        let mut severity = rule.severity();
        for (_, change) in changes {
            if change.silence {
                return None;
            }
            severity = change.severity.unwrap_or(severity);
        }
        Some(severity)
    }
}

fn active_packs(law: &Law, profile: &Profile) -> Vec<usize> {
    let named = profile.packs.iter().filter_map(|id| law.pack(id));
    let mut active: Vec<usize> = named.collect();
    for (number, pack) in law.packs.iter().enumerate() {
        if pack.outside && !active.contains(&number) {
            active.push(number);
        }
    }
    active
}

fn overrides(law: &Law, profile: &Profile, active: &[usize]) -> Vec<(Option<usize>, Override)> {
    let packs = active.iter().filter_map(|pack| law.packs.get(*pack));
    let all = profile
        .overrides
        .iter()
        .chain(packs.flat_map(|pack| &pack.overrides));
    all.map(|change| (law.rule(&change.rule), change.clone()))
        .collect()
}
