//! A text with what can be masked masked: the rest of it may go out if nothing else was found.

use super::names::Names;
use super::page::Page;
use super::walk::{Step, Walk};
use super::{Hit, Look, Screen};
use crate::order;
use alloc::{collections::BTreeMap, string::String, vec::Vec};

/// How something is masked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Nothing of it is shown.
    Hide,
    /// It is taken out.
    Remove,
    /// The family name is kept, with 某 behind it.
    Name,
    /// So many of the first and of the last characters are kept.
    Keep(usize, usize),
}

impl Form {
    /// Reads `hide`, `remove`, `name`, `first 6, last 4`.
    pub(super) fn read(text: &str) -> Option<Self> {
        match text {
            "hide" => Some(Self::Hide),
            "remove" => Some(Self::Remove),
            "name" => Some(Self::Name),
            text => {
                let (first, last) = text.strip_prefix("first ")?.split_once(", last ")?;
                Some(Self::Keep(first.parse().ok()?, last.parse().ok()?))
            }
        }
    }
}

/// A masked text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Masked {
    /// The text.
    pub text: String,
    /// How often each entry was masked.
    pub counts: BTreeMap<u32, u32>,
    /// What stands in the masked text still, because no mask makes it fit to go out.
    pub left: Vec<Hit>,
}

/// How often a text is masked before what is still found is left: a mask can bring characters together that
/// stood apart.
const ROUNDS: usize = 8;

/// Masks a text until nothing is found in it that can be masked.
#[must_use]
pub fn mask(screen: &Screen, text: &str, look: &Look<'_>) -> Masked {
    masked(text, |text| {
        let hits = screen.find(text, look);
        let edit = |hit: &Hit| {
            let with = screen.masked(hit.entry, text.get(hit.start..hit.end)?)?;
            Some(Edit {
                start: hit.start,
                end: hit.end,
                with,
                entry: Some(hit.entry),
            })
        };
        let edits = hits.iter().filter_map(edit).collect();
        (hits, edits)
    })
}

/// Masks a page in HTML until nothing is found in it that can be masked; its tags stay as they are.
#[must_use]
pub fn mask_page(screen: &Screen, html: &str, look: &Look<'_>) -> Masked {
    masked(html, |html| {
        let page = Page::read(html);
        let found = screen.hits(&page, look);
        let mut edits: Vec<Edit> = Vec::new();
        for (hit, part) in &found {
            if let Some(with) = screen.masked(hit.entry, page.written(part)) {
                edits.extend(page.edits(part, hit.entry, &with));
            }
        }
        order::sort_by_key(&mut edits, |edit| edit.start);
        (found.into_iter().map(|(hit, _)| hit).collect(), edits)
    })
}

/// Something to be written in the place of something else.
pub(super) struct Edit {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) with: String,
    /// The entry that asks for it, in the first of its edits.
    pub(super) entry: Option<u32>,
}

/// Edits a text, round by round, by what is found in it.
fn masked(text: &str, find: impl Fn(&str) -> (Vec<Hit>, Vec<Edit>)) -> Masked {
    let mut all = Masked {
        text: text.into(),
        ..Masked::default()
    };
    for _ in 0..ROUNDS {
        let (hits, edits) = find(&all.text);
        all.left = hits;
        if edits.is_empty() {
            return all;
        }
        all.text = edited(&all.text, &edits);
        for entry in edits.iter().filter_map(|edit| edit.entry) {
            let count = all.counts.entry(entry).or_default();
            *count = count.saturating_add(1);
        }
    }
    all.left = find(&all.text).0;
    all
}

fn edited(text: &str, edits: &[Edit]) -> String {
    let mut written = String::with_capacity(text.len());
    let mut done = 0;
    for edit in edits {
        if let Some(before) = text.get(done..edit.start) {
            written.push_str(before);
            written.push_str(&edit.with);
            done = edit.end;
        }
    }
    written.push_str(text.get(done..).unwrap_or(""));
    written
}

impl Screen {
    /// What an entry writes in the place of what was found; `None` if it has no mask.
    fn masked(&self, entry: u32, written: &str) -> Option<String> {
        let mut masked = String::new();
        put(self.entry(entry)?.mask?, written, &self.names, &mut masked);
        Some(masked)
    }
}

fn put(form: Form, written: &str, names: &Names, masked: &mut String) {
    let steps: Vec<Step> = Walk::from(written, 0).collect();
    match form {
        Form::Remove => {}
        Form::Hide => masked.push_str(HIDDEN),
        Form::Name => {
            let family = names.family(&steps).unwrap_or(1);
            masked.extend(steps.iter().take(family).map(|step| step.written));
            masked.push('某');
        }
        Form::Keep(first, last) => {
            let behind = steps.len().saturating_sub(last);
            if first >= behind {
                masked.push_str(HIDDEN);
                return;
            }
            masked.extend(steps.iter().enumerate().map(|(place, step)| {
                let kept = place < first || place >= behind;
                if kept { step.written } else { '*' }
            }));
        }
    }
}

const HIDDEN: &str = "***";
