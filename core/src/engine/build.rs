//! From packs and settings to an engine.

use super::image::Image;
use super::{Engine, Extract};
use crate::duty::law::Law;
use crate::duty::pack::compile::Programs;
use crate::duty::pack::read::LARGEST;
use crate::duty::pack::{Format, Part, Trouble, hash, lint, read, resolve, screens};
use crate::duty::source::{Profile, Source};
use crate::error::{Error, ErrorCode};
use crate::lazy::{FROM_OUTSIDE, Lazy, Memo};
use crate::record::codes::{CodeEntry, CodeList};
use crate::record::json::Limits;
use crate::report::mask::public;
use crate::report::{Header, Overridden, PackStamp};
use crate::words::{Day, Label, Window};
use alloc::{borrow::Cow, format, string::String, sync::Arc, vec::Vec};

/// The most troubles that are named at once.
const NAMED: usize = 100;

/// Packs and settings from which an engine is built.
#[derive(Debug, Clone, Default)]
pub struct Builder {
    profile: Option<String>,
    known_at: Option<Day>,
    limits: Limits,
    extract: Option<Extract>,
    outside: Vec<(String, String, Format)>,
    supplied: Vec<Supplied>,
}

/// A list that comes with the request: a registry, an office's own list.
#[derive(Debug, Clone)]
pub struct Supplied {
    /// The list's id, one that a pack marks as supplied.
    pub list: String,
    /// Its entries: code and name.
    pub entries: Vec<(String, String)>,
}

impl Builder {
    /// Judges under this profile instead of the default one.
    #[must_use]
    pub fn profile(mut self, id: impl Into<String>) -> Self {
        self.profile = Some(id.into());
        self
    }

    /// Knows only the holiday notices published up to this day.
    #[must_use]
    pub const fn known_at(mut self, day: Day) -> Self {
        self.known_at = Some(day);
        self
    }

    /// Reads records within these limits.
    #[must_use]
    pub const fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Judges records of one kind, one by one, by its extract instead of everything by all built-in packs.
    ///
    /// What the engine lists is what stands in the extract; budgets with their tables and records together are
    /// refused.
    #[must_use]
    pub fn extract(mut self, extract: Extract) -> Self {
        self.extract = Some(extract);
        self
    }

    /// Adds a file of a pack from outside. Files that have no `[pack]` table belong to the last that has.
    #[must_use]
    pub fn pack(
        mut self,
        name: impl Into<String>,
        text: impl Into<String>,
        format: Format,
    ) -> Self {
        self.outside.push((name.into(), text.into(), format));
        self
    }

    /// Supplies the entries of a list.
    #[must_use]
    pub fn supply(mut self, list: Supplied) -> Self {
        self.supplied.push(list);
        self
    }

    /// Builds the engine.
    ///
    /// # Errors
    /// The first thing that is wrong with a pack, with file and line; `unknown-profile`; `unknown-list`.
    pub fn build(self) -> Result<Engine, Error> {
        self.try_build().map_err(|errors| {
            let missing = || Error::new(ErrorCode::PackSyntax, "the packs cannot be resolved");
            errors.into_iter().next().unwrap_or_else(missing)
        })
    }

    /// Builds the engine, or says everything that is wrong with the packs.
    ///
    /// # Errors
    /// As [`Builder::build`], all of them.
    pub fn try_build(self) -> Result<Engine, Vec<Error>> {
        let image = self.image().map_err(one)?;
        let law = Arc::new(self.law(image.packs)?);
        let profile = self.chosen(&law).map_err(one)?;
        let mut programs = Programs::new(Arc::clone(&law), profile);
        if self.extract.is_some() {
            programs = programs.for_one_by_one();
        }
        if !self.outside().is_empty() {
            let checked = screens::make(&law).and_then(|()| programs.check());
            checked.map_err(|troubles| self.located(&troubles))?;
        }
        let lists = self.lists(&law).map_err(one)?;
        let header = header(&programs, profile, self.known_at, image.calendar_hash);
        Ok(Engine {
            years: image.calendar,
            calendar: Memo::empty(),
            programs,
            lists,
            limits: self.limits,
            only: self.extract.map(|extract| extract.kind().into()),
            header,
        })
    }

    /// Everything that is wrong with the packs, also what resolves but cannot be meant.
    #[must_use]
    pub fn lint(self) -> Vec<Error> {
        let copy = self.clone();
        match self.try_build() {
            Err(errors) => errors,
            Ok(engine) => copy.located(&lint::lint(engine.law())),
        }
    }

    fn image(&self) -> Result<Image, Error> {
        let image = self.extract.as_ref().map(Extract::image);
        #[cfg(feature = "built-in")]
        let image = image.or_else(|| Some(super::built_in::image()));
        image.ok_or_else(|| Error::new(ErrorCode::Extract, "no packs are here"))
    }

    /// The law: the built-in packs are known to be in order, so only together with others are they looked at.
    fn law(&self, mut parts: Vec<Part>) -> Result<Law, Vec<Error>> {
        if self.outside().is_empty() {
            return Ok(resolve::arranged(parts));
        }
        parts.extend(self.outside_parts().map_err(one)?);
        resolve::resolve(parts).map_err(|troubles| self.located(&troubles))
    }

    /// The packs from outside: a file with a manifest begins a pack, the files after it belong to it.
    fn outside_parts(&self) -> Result<Vec<Part>, Error> {
        let mut packs: Vec<Vec<Source>> = Vec::new();
        let mut bytes = 0_usize;
        for (name, text, format) in self.outside() {
            bytes = bytes.saturating_add(text.len());
            if bytes > LARGEST {
                let message = format!("the files have more than {LARGEST} bytes together");
                return Err(Error::new(ErrorCode::PackTooLarge, message).at(name.as_str()));
            }
            let source = read(name, text, *format)?;
            match packs.last_mut() {
                Some(pack) if source.pack.is_none() => pack.push(source),
                _ => packs.push(alloc::vec![source]),
            }
        }
        packs.into_iter().map(|files| self.part(files)).collect()
    }

    /// The files of packs from outside: name, text and format.
    fn outside(&self) -> &[(String, String, Format)] {
        if FROM_OUTSIDE { &self.outside } else { &[] }
    }

    fn part(&self, files: Vec<Source>) -> Result<Part, Error> {
        let source = resolve::merge(files).map_err(|trouble| trouble.locate(self.texts()))?;
        let hash = hash::content_hash(&source);
        Ok(Part::new(source, hash, true))
    }

    fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        self.outside
            .iter()
            .map(|(name, text, _)| (name.as_str(), text.as_str()))
    }

    /// The first troubles with their places: each is looked for in every file.
    fn located(&self, troubles: &[Trouble]) -> Vec<Error> {
        let first = troubles.iter().take(NAMED);
        first.map(|trouble| trouble.locate(self.texts())).collect()
    }

    fn chosen<'l>(&self, law: &'l Law) -> Result<&'l Profile, Error> {
        law.profile(self.profile.as_deref()).ok_or_else(|| {
            let id = self.profile.as_deref().unwrap_or("default");
            Error::new(
                ErrorCode::UnknownProfile,
                format!("there is no profile `{}`", public(id)),
            )
        })
    }

    /// The law's lists with the supplied entries in their places, where any are supplied.
    fn lists(&self, law: &Law) -> Result<Option<Vec<Lazy<CodeList>>>, Error> {
        if self.supplied.is_empty() {
            return Ok(None);
        }
        let mut lists = law.lists.clone();
        for supplied in &self.supplied {
            let known = lists
                .iter_mut()
                .find(|list| list.head().id == supplied.list && list.supplied);
            let Some(list) = known else {
                let message = format!("no pack has a supplied list `{}`", public(&supplied.list));
                // Another extract may have it.
                let code = match self.extract {
                    Some(_) => ErrorCode::Extract,
                    None => ErrorCode::UnknownList,
                };
                return Err(Error::new(code, message));
            };
            let entries = supplied.entries.iter().map(entry).collect();
            let filled = list.with(entries).map_err(|form| {
                let message = format!("an entry of `{}` stands twice", supplied.list);
                Error::new(ErrorCode::PackDuplicate, message).at(public(&form))
            })?;
            *list = filled.into();
        }
        Ok(Some(lists))
    }
}

fn entry((code, name): &(String, String)) -> CodeEntry {
    let label = Label {
        zh: name.clone(),
        en: String::new(),
    };
    CodeEntry {
        code: code.clone(),
        label,
        aliases: Vec::new(),
        continues: false,
        in_force: Window::default(),
    }
}

fn one(error: Error) -> Vec<Error> {
    alloc::vec![error]
}

fn header(
    programs: &Programs,
    profile: &Profile,
    known_at: Option<Day>,
    calendar: String,
) -> Header<'static> {
    let active = programs.active().iter();
    let packs = active.filter_map(|pack| programs.law().packs.get(*pack));
    Header {
        engine: env!("CARGO_PKG_VERSION"),
        profile: profile.id.clone().into(),
        packs: Cow::Owned(packs.map(PackStamp::of).collect::<Vec<_>>().into()),
        calendar: calendar.into(),
        as_of: Day::from_number(0),
        known_at,
        overrides: programs
            .overrides()
            .map(|change| Overridden {
                rule: change.rule.clone(),
                silenced: change.silence,
                severity: change.severity,
                reason: change.reason.clone(),
            })
            .collect(),
    }
}
