//! Years, phrases and names in the text.
#![expect(
    clippy::excessive_nesting,
    reason = "a rule asks several things, each of several places: two loops and what is found in them"
)]

use super::{Blank, Checks, Sheet, Talk, What};
use crate::duty::Verdict;
use crate::judge::budget::remark::Spot;
use crate::record::accounts::page::bare;
use crate::record::accounts::prose::{APART, HEAD, LEAD, NAME};
use alloc::{string::String, vec::Vec};

impl Sheet<'_> {
    /// Years are those of the document.
    pub(super) fn years(&mut self, checks: &Checks, talk: &Talk<'_, '_, '_>) {
        for year in &checks.source.year {
            for found in talk.found(&year.says, &[]) {
                let Some(Blank::Count(says)) = found.blanks.first() else {
                    continue;
                };
                let Some(own) = talk.paper.year else {
                    self.note(Verdict::Undetermined, Spot::Document, What::NoYear);
                    return;
                };
                let says = i32::try_from(*says).unwrap_or(0);
                let is: Vec<i32> = year
                    .is
                    .iter()
                    .map(|after| own.saturating_add(*after))
                    .collect();
                if is.contains(&says) {
                    self.met();
                } else {
                    self.say(talk, found.start..found.end, What::Year { says, is });
                }
            }
        }
    }

    /// Phrases that may not stand in the text do not.
    pub(super) fn phrases(&mut self, checks: &Checks, talk: &Talk<'_, '_, '_>) {
        for phrase in &checks.source.phrase {
            let found = talk.found(&phrase.any, &[]);
            if found.is_empty() {
                self.met();
            }
            let mut last_page = None;
            for own in found {
                let page = talk.prose.page(own.start);
                // The same slip several times on a page is said once.
                if last_page != Some(page) {
                    let from = talk.sentence(own.start).max(own.start.saturating_sub(LEAD));
                    let from = (from..=own.start)
                        .find(|at| talk.text().is_char_boundary(*at))
                        .unwrap_or(own.start);
                    self.say(talk, from..own.end, What::Phrase(phrase.what.clone()));
                }
                last_page = Some(page);
            }
        }
    }

    /// Phrases that must stand in the text do.
    pub(super) fn mentions(&mut self, checks: &Checks, talk: &Talk<'_, '_, '_>) {
        for (mention, when) in checks.source.mention.iter().zip(&checks.mentions) {
            let spent = when.iter().any(|term| {
                talk.paper
                    .value(core::slice::from_ref(term), None)
                    .is_some_and(|(value, _)| value != 0)
            });
            if (!mention.when.is_empty() && !spent) || talk.text().is_empty() {
                continue;
            }
            if mention
                .any
                .iter()
                .any(|word| talk.text().contains(bare(word).as_str()))
            {
                self.met();
            } else {
                self.note(
                    Verdict::Breached,
                    Spot::Document,
                    What::NoMention(mention.what.clone()),
                );
            }
        }
    }

    /// The publisher has one name throughout.
    pub(super) fn one_name(&mut self, checks: &Checks, talk: &Talk<'_, '_, '_>) {
        let Some(name) = talk
            .paper
            .publisher
            .as_ref()
            .filter(|_| checks.source.one_name)
        else {
            return;
        };
        let name: Vec<char> = bare(name).chars().collect();
        // Short names differ in a character for many reasons.
        if name.len() < NAME {
            return;
        }
        let head: String = name.iter().take(HEAD).collect();
        let mut said: Vec<String> = Vec::new();
        for (start, _) in talk.text().match_indices(head.as_str()) {
            let other: Vec<char> = talk
                .text()
                .get(start..)
                .unwrap_or_default()
                .chars()
                .take(name.len())
                .collect();
            let apart = name
                .iter()
                .zip(&other)
                .filter(|(own, other)| own != other)
                .count();
            let same_end = name.last() == other.last();
            let text: String = other.iter().collect();
            let blank = other.iter().any(char::is_ascii_alphabetic);
            if !blank
                && (1..=APART).contains(&apart)
                && same_end
                && other.len() == name.len()
                && !said.contains(&text)
            {
                let end = start.saturating_add(text.len());
                self.say(
                    talk,
                    start..end,
                    What::OtherName {
                        name: name.iter().collect(),
                    },
                );
                said.push(text);
            } else if apart == 0 {
                self.met();
            }
        }
    }
}
