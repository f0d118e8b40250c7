//! The law: all packs together, every name resolved, before a profile is chosen.

use super::pack::resolve::kinds;
use super::source::{self, Edition, IndicatorSet, Override, Profile, Redirect, Severity, Window};
use crate::lazy::{Lazy, Memo};
use crate::record::accounts::template::{Classification, LineSet, Template};
use crate::record::{codes::CodeList, schema::Schema};
use crate::screen::Screening;
use crate::words::Label;
use alloc::{string::String, sync::Arc, vec::Vec};

/// All packs together.
#[derive(Debug, Clone, Default)]
pub struct Law {
    /// The packs, those a pack builds on before it.
    pub packs: Vec<Pack>,
    /// Channels of all packs.
    pub channels: Vec<source::Channel>,
    /// Groups of fields that kinds of record share.
    pub groups: Vec<Lazy<source::Group>>,
    /// Kinds of record.
    pub(super) kinds: Vec<Kind>,
    /// Lists.
    pub lists: Vec<Lazy<CodeList>>,
    /// Lists of what may not stand in texts.
    pub screening: Screening,
    /// Rules, in the order of the packs.
    pub rules: Vec<Rule>,
    /// Tables of budgets and accounts.
    pub templates: Vec<Lazy<Template>>,
    /// Sets of lines of such tables.
    pub lines: Vec<Lazy<LineSet>>,
    /// Classifications of such tables' rows.
    pub classifications: Vec<Lazy<Classification>>,
    /// Packs that name codes, by number.
    pub naming: Vec<usize>,
    /// Profiles.
    pub profiles: Vec<Profile>,
    /// Rules that had another id.
    pub redirects: Vec<Redirect>,
}

/// One pack of the law.
#[derive(Debug, Clone)]
pub struct Pack {
    /// Its manifest.
    pub manifest: source::Manifest,
    /// Whether it was loaded at run time: then its rules apply under every profile.
    pub outside: bool,
    /// Content hash.
    pub hash: String,
    /// Clauses.
    pub clauses: Vec<Lazy<source::Clause>>,
    /// Editions.
    pub editions: Vec<Lazy<Edition>>,
    /// Sets of indicators.
    pub indicator_sets: Vec<Lazy<IndicatorSet>>,
    /// Overrides that apply whenever the pack does.
    pub overrides: Vec<Override>,
}

/// One kind of record.
#[derive(Debug, Clone)]
pub(super) struct Kind {
    /// As it is written.
    pub(super) source: Lazy<source::Kind>,
    /// With its groups, channels and entries unfolded.
    pub(super) schema: Memo<Arc<Schema>>,
}

/// One rule of the law.
#[derive(Debug, Clone)]
pub struct Rule {
    /// As it is written.
    pub source: Lazy<source::Rule>,
    /// Its pack, by number.
    pub pack: usize,
    /// When it is in force, within its instrument's period.
    pub in_force: Window,
}

impl Law {
    /// A kind of record by its id.
    #[must_use]
    pub fn kind(&self, id: &str) -> Option<usize> {
        self.kinds.iter().position(|kind| kind.source.head() == id)
    }

    /// A kind of record by its number, unfolded.
    #[must_use]
    pub fn schema(&self, kind: usize) -> Option<&Schema> {
        self.shared_schema(kind).map(|schema| &**schema)
    }

    /// All kinds of record, unfolded.
    pub fn schemas(&self) -> impl Iterator<Item = &Schema> {
        (0..self.kinds.len()).filter_map(|kind| self.schema(kind))
    }

    /// A kind of record, to be held together with the law.
    pub(super) fn shared_schema(&self, kind: usize) -> Option<&Arc<Schema>> {
        let unfold = || kinds::unfold(self, kind, &mut usize::MAX.clone(), &mut Vec::new());
        let schema = &self.kinds.get(kind)?.schema;
        schema.get_or_try(|| unfold().ok_or(())).ok()
    }

    /// A list by its id.
    #[must_use]
    pub fn list(&self, id: &str) -> Option<u16> {
        let position = self.lists.iter().position(|list| list.head().id == id)?;
        u16::try_from(position).ok()
    }

    /// A pack by its id.
    #[must_use]
    pub fn pack(&self, id: &str) -> Option<usize> {
        self.packs.iter().position(|pack| pack.manifest.id == id)
    }

    /// A rule by its id, or by an id or code it has or had.
    #[must_use]
    pub fn rule(&self, id: &str) -> Option<usize> {
        let id = self
            .redirects
            .iter()
            .find(|redirect| redirect.from == id)
            .map_or(id, |redirect| &redirect.to);
        self.rules
            .iter()
            .position(|rule| rule.source.id == id || rule.source.code == id)
    }

    /// The clause of a rule.
    #[must_use]
    pub fn clause(&self, rule: &Rule) -> Option<&source::Clause> {
        let clauses = self.packs.get(rule.pack)?.clauses.iter();
        let mut clauses = clauses.map(|clause| &**clause);
        clauses.find(|clause| clause.number == rule.source.cite.clause)
    }

    /// A set of indicators by its id.
    #[must_use]
    pub fn indicator_set(&self, id: &str) -> Option<&IndicatorSet> {
        let sets = self.packs.iter().flat_map(|pack| &pack.indicator_sets);
        sets.map(|set| &**set).find(|set| set.id == id)
    }

    /// A profile by its id; without an id, the default one.
    #[must_use]
    pub fn profile(&self, id: Option<&str>) -> Option<&Profile> {
        self.profiles
            .iter()
            .find(|profile| id.map_or(profile.default, |id| profile.id == id))
    }
}

impl Rule {
    /// Weight as written.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.source.severity
    }

    /// Title.
    #[must_use]
    pub fn title(&self) -> &Label {
        &self.source.title
    }
}
