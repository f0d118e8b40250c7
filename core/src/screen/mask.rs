//! A text with what can be masked masked: the rest of it may go out if nothing else was found.

use super::names::Names;
use super::walk::{Step, Walk};
use super::{Hit, Look, Screen};
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
    let mut all = Masked {
        text: text.into(),
        ..Masked::default()
    };
    for _ in 0..ROUNDS {
        all.left = screen.find(&all.text, look);
        let hits: Vec<Hit> = all
            .left
            .iter()
            .filter(|hit| screen.masks(hit.entry))
            .copied()
            .collect();
        if hits.is_empty() {
            return all;
        }
        all.text = once(screen, &all.text, &hits);
        for hit in hits {
            let count = all.counts.entry(hit.entry).or_default();
            *count = count.saturating_add(1);
        }
    }
    all.left = screen.find(&all.text, look);
    all
}

fn once(screen: &Screen, text: &str, hits: &[Hit]) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut done = 0;
    for hit in hits {
        let form = screen.entry(hit.entry).and_then(|entry| entry.mask);
        let (Some(form), Some(before)) = (form, text.get(done..hit.start)) else {
            continue;
        };
        masked.push_str(before);
        put(
            form,
            text.get(hit.start..hit.end).unwrap_or(""),
            &screen.names,
            &mut masked,
        );
        done = hit.end;
    }
    masked.push_str(text.get(done..).unwrap_or(""));
    masked
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
