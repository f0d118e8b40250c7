//! Amounts and shares that the text states, and two amounts with a word between them.
#![expect(
    clippy::excessive_nesting,
    reason = "a rule asks several things, each of several places: two loops and what is found in them"
)]

use super::{Blank, Checks, Found, Sheet, Talk, What, amounts_of, ratio, reach, share_of};
use crate::duty::demand::accounts::Sum;
use crate::duty::source::Relation;
use crate::record::accounts::Code;
use crate::record::accounts::page::bare;
use crate::record::accounts::path::is_lowest;
use crate::record::accounts::prose::is_about;
use alloc::{string::String, vec::Vec};

impl Sheet<'_> {
    /// Amounts are those of the tables, shares follow from them.
    pub(super) fn figures(&mut self, checks: &Checks, talk: &mut Talk<'_, '_, '_>) {
        for (figure, (is, of)) in checks.source.figure.iter().zip(&checks.figures) {
            let not_after: Vec<String> = figure.not_after.iter().map(|word| bare(word)).collect();
            let mut wrong = Vec::new();
            for found in talk.found(&figure.says, &[]) {
                let before = talk.text().get(..found.start).unwrap_or_default();
                if !not_after.iter().any(|word| before.ends_with(word.as_str())) {
                    self.figure(&found, (figure.at_most, is, of), talk, &mut wrong);
                }
            }
            talk.wrong.extend(wrong);
        }
    }

    // The code of the subject that a phrase names, where it names one; what is wrong with its path is said.
    fn subject(
        &mut self,
        found: &Found<'_>,
        compared: bool,
        talk: &Talk<'_, '_, '_>,
    ) -> Option<Code> {
        let Some(Blank::Row(path)) = found.blanks.first() else {
            return None;
        };
        let range = found.start..found.start.saturating_add(path.len());
        let named = talk.row(path);
        match &named {
            Some(named) if !named.exact && compared => self.say(
                talk,
                range,
                What::Path {
                    is: named.path.clone(),
                },
            ),
            None if compared && is_lowest(path) && talk.has_items() => {
                self.say(talk, range, What::NoRow);
            }
            Some(_) | None => {}
        }
        named.map(|named| named.code)
    }

    fn figure(
        &mut self,
        found: &Found<'_>,
        (at_most, is, of): (bool, &[Sum], &[Sum]),
        talk: &Talk<'_, '_, '_>,
        wrong: &mut Vec<usize>,
    ) {
        let code = self.subject(found, !is.is_empty(), talk);
        if code.is_none() && matches!(found.blanks.first(), Some(Blank::Row(_))) {
            return;
        }
        let Some((fen, half, at)) = amounts_of(&found.blanks).last().copied() else {
            return;
        };
        let bases: Vec<(i64, i64)> = is
            .iter()
            .filter_map(|sum| talk.paper.value(sum, code))
            .collect();
        let most = bases.iter().map(|(base, band)| base.saturating_add(*band));
        let is_less = at_most
            && most
                .max()
                .is_some_and(|most| fen.saturating_sub(half) <= most);
        if !is_less && !agrees((fen, half), &bases) {
            wrong.push(at);
            let mut is: Vec<i64> = bases.iter().map(|(base, _)| *base).collect();
            is.dedup();
            self.say(talk, found.start..found.end, What::Figure { says: fen, is });
            return;
        }
        self.met();
        let Some((share, share_half)) = share_of(&found.blanks) else {
            return;
        };
        let shares = of
            .iter()
            .filter_map(|sum| talk.paper.value(sum, code))
            .filter_map(|(whole, _)| ratio(fen, whole));
        let shares: Vec<i64> = shares.collect();
        let follows = |own: &i64| own.saturating_sub(share).saturating_abs() <= reach(share_half);
        if let Some(first) = shares.first().filter(|_| !shares.iter().any(follows)) {
            self.say(
                talk,
                found.start..found.end,
                What::Share {
                    says: share,
                    is: *first,
                },
            );
        }
    }

    /// The word between two amounts is how they compare, and their share follows.
    pub(super) fn relations(&mut self, checks: &Checks, talk: &mut Talk<'_, '_, '_>) {
        for (relation, is) in checks.source.relation.iter().zip(&checks.relations) {
            let words: Vec<String> = relation
                .greater
                .iter()
                .chain(&relation.less)
                .chain(&relation.same)
                .chain(&relation.near)
                .map(|word| bare(word))
                .collect();
            let mut wrong = Vec::new();
            for found in talk.found(&relation.says, &words) {
                self.relation((relation, is), &found, talk, &mut wrong);
            }
            talk.wrong.extend(wrong);
        }
    }

    fn relation(
        &mut self,
        (relation, is): (&Relation, &[Sum]),
        found: &Found<'_>,
        talk: &Talk<'_, '_, '_>,
        wrong: &mut Vec<usize>,
    ) {
        let [(first, ..), (second, half, at)] = amounts_of(&found.blanks)[..] else {
            return;
        };
        let range = found.start..found.end;
        let code = self.subject(found, !is.is_empty(), talk);
        let bases: Vec<(i64, i64)> = is
            .iter()
            .filter_map(|sum| talk.paper.value(sum, code))
            .collect();
        if !agrees((second, half), &bases) {
            wrong.push(at);
            let is = bases.iter().map(|(base, _)| *base).collect();
            self.say(talk, range, What::Figure { says: second, is });
            return;
        }
        self.met();
        if word_of(&found.blanks).is_some_and(|word| !fits(relation, word, first, second)) {
            self.say(talk, range.clone(), What::Relation { first, second });
        }
        let Some((says, half)) = share_of(&found.blanks) else {
            return;
        };
        match ratio(second, first) {
            None if says != 0 => self.say(talk, range, What::ZeroBase),
            Some(is) if is.saturating_sub(says).saturating_abs() > reach(half) => {
                self.say(talk, range, What::Share { says, is });
            }
            None | Some(_) => {}
        }
    }
}

// Whether an amount is one of those it may be, within rounding; where none is known it is not asked.
fn agrees((fen, half): (i64, i64), bases: &[(i64, i64)]) -> bool {
    let holds = |(base, band): &(i64, i64)| {
        fen.saturating_sub(*base).saturating_abs() <= half.saturating_add(*band)
    };
    bases.is_empty() || bases.iter().any(holds)
}

// Whether the word for it is how two amounts compare.
fn fits(relation: &Relation, word: usize, first: i64, second: i64) -> bool {
    let apart = second.saturating_sub(first);
    let less = relation.greater.len();
    let same = less.saturating_add(relation.less.len());
    let near = same.saturating_add(relation.same.len());
    if word < less {
        apart > 0
    } else if word < same {
        apart < 0
    } else if word < near {
        apart == 0
    } else {
        is_about(first, second, relation.about)
    }
}

/// Which of the words stands in a phrase.
pub(super) fn word_of(blanks: &[Blank<'_>]) -> Option<usize> {
    blanks.iter().find_map(|blank| match blank {
        Blank::Word(word) => Some(*word),
        Blank::Amount { .. }
        | Blank::Share { .. }
        | Blank::Count(_)
        | Blank::Row(_)
        | Blank::List(_) => None,
    })
}
