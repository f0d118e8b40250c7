//! Amounts that the publisher has published before: what this document states again, and how it says they changed.

use super::figure::word_of;
use super::{Blank, Checks, Found, Sheet, Talk, What, amounts_of};
use crate::duty::Verdict;
use crate::duty::demand::accounts::Past;
use crate::duty::source::{Earlier, EarlierSum};
use crate::judge::budget::Paper;
use crate::judge::budget::remark::Spot;
use crate::record::accounts::Code;
use crate::record::accounts::page::bare;
use alloc::{string::String, vec::Vec};

/// An amount of a rule beside the document that it is held against.
struct Held<'h, 'p, 'a> {
    words: &'h Earlier,
    past: &'h Past,
    year: i32,
    before: &'h Paper<'p, 'a>,
}

impl Sheet<'_> {
    /// What is stated again is what was published; asked where a document of the kind comes along.
    pub(super) fn earlier(&mut self, checks: &Checks, talk: &Talk<'_, '_, '_>) {
        let Some(earlier) = &checks.source.earlier else {
            return;
        };
        let sums = earlier.sum.iter().zip(&checks.earlier);
        let came = |sum: &EarlierSum| talk.past.iter().any(|own| own.kind == sum.of);
        let sums: Vec<_> = sums.filter(|(source, _)| came(source)).collect();
        let Some(own) = talk.paper.year else {
            if !sums.is_empty() {
                self.note(Verdict::Undetermined, Spot::Document, What::NoYear);
            }
            return;
        };
        for (source, past) in sums {
            let year = own.saturating_sub(source.years);
            match talk.published(&source.of, year) {
                Some(before) => {
                    let held = Held {
                        words: earlier,
                        past,
                        year,
                        before,
                    };
                    self.restated(&held, talk);
                    self.said(source, &held, talk);
                }
                None => self.lacks(past, year),
            }
        }
    }

    // One document that did not come along is said once.
    fn lacks(&mut self, past: &Past, year: i32) {
        let what = What::NoEarlier {
            title: past.title.clone(),
            year,
        };
        if !self
            .remarks
            .iter()
            .any(|own| own.rule == self.rule && own.what == what)
        {
            self.note(Verdict::Undetermined, Spot::Document, what);
        }
    }

    // A cell of this document's tables.
    fn restated(&mut self, held: &Held<'_, '_, '_>, talk: &Talk<'_, '_, '_>) {
        let Some(sum) = &held.past.restated else {
            return;
        };
        let (Some(own), Some(before)) = (talk.paper.value(sum, None), held.value(None)) else {
            return;
        };
        if agree(own, before) {
            return self.met();
        }
        let place = sum.first().and_then(|term| talk.paper.cell(term));
        let what = What::Restated {
            says: own.0,
            is: before.0,
            year: held.year,
        };
        self.note(
            Verdict::Breached,
            place.map_or(Spot::Document, Spot::Cell),
            what,
        );
    }

    fn said(&mut self, source: &EarlierSum, held: &Held<'_, '_, '_>, talk: &Talk<'_, '_, '_>) {
        let words: Vec<String> = [&held.words.more, &held.words.less, &held.words.same]
            .into_iter()
            .flatten()
            .map(|word| bare(word))
            .collect();
        for found in talk.found(&source.says, &words) {
            self.phrase(&found, held, talk);
        }
    }

    fn phrase(&mut self, found: &Found<'_>, held: &Held<'_, '_, '_>, talk: &Talk<'_, '_, '_>) {
        let code = match found.blanks.first() {
            Some(Blank::Row(path)) => match talk.row(path) {
                Some(named) => Some(named.code),
                None => return,
            },
            _ => None,
        };
        let others = |blank: &Blank<'_>| matches!(blank, Blank::Count(year) if *year != i64::from(held.year));
        let amounts = amounts_of(&found.blanks);
        let wrong = amounts.iter().any(|(.., at)| talk.wrong.contains(at));
        let Some(before) = held.value(code).filter(|_| !wrong) else {
            return;
        };
        if found.blanks.iter().any(others) {
            return;
        }
        // Behind the word for a change stands by how much, or nothing.
        let last = match found.blanks.last() {
            Some(Blank::Amount { fen, half, .. }) => Some((*fen, *half)),
            _ => None,
        };
        let what = match word_of(&found.blanks) {
            Some(word) if held.past.now.is_some() => held.grown((word, last), (talk, code), before),
            _ => last
                .filter(|own| !agree(*own, before))
                .map(|own| What::Restated {
                    says: own.0,
                    is: before.0,
                    year: held.year,
                }),
        };
        match what {
            Some(what) => self.say(talk, found.start..found.end, what),
            None => self.met(),
        }
    }
}

impl Held<'_, '_, '_> {
    fn value(&self, code: Option<Code>) -> Option<(i64, i64)> {
        let sum = &self.past.is;
        (!sum.is_empty()).then(|| self.before.value(sum, code))?
    }

    // A change by so much, in the direction of a word; nothing where it is right or cannot be told.
    fn grown(
        &self,
        (word, amount): (usize, Option<(i64, i64)>),
        (talk, code): (&Talk<'_, '_, '_>, Option<Code>),
        before: (i64, i64),
    ) -> Option<What> {
        let less = self.words.more.len();
        let same = less.saturating_add(self.words.less.len());
        let (says, half) = match (word, amount) {
            (word, _) if word >= same => (0, 0),
            (word, Some((fen, half))) if word >= less => (fen.checked_neg()?, half),
            (_, amount) => amount?,
        };
        let now = talk.paper.value(self.past.now.as_ref()?, code)?;
        let is = now.0.saturating_sub(before.0);
        // The text takes the difference of amounts that it has rounded as it is itself.
        let reach = |(_, band): (i64, i64)| half.saturating_add(band);
        let band = half
            .saturating_add(reach(now))
            .saturating_add(reach(before));
        (says.saturating_sub(is).saturating_abs() > band).then_some(What::Grown {
            says,
            now: now.0,
            before: before.0,
            year: self.year,
        })
    }
}

// Whether two amounts are the same but for rounding.
const fn agree((one, half): (i64, i64), (other, band): (i64, i64)) -> bool {
    one.saturating_sub(other).saturating_abs() <= half.saturating_add(band)
}
