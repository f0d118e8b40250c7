//! Events of a case one after another, none left out, by different persons.

use super::close::{Closing, Found, Member, Others, Side};
use super::item::{Datum, Hash, hash};
use crate::duty::Verdict;
use crate::duty::demand::Stages;
use crate::duty::together::{Lack, Seen};
use crate::words::When;
use alloc::{collections::BTreeMap, vec::Vec};

/// Judges one case by its events.
pub(super) fn close<'c>(
    stages: &Stages,
    own: Side<'c>,
    others: Others<'c>,
    closing: &Closing<'c>,
) -> Found<'c> {
    let events = Events::of(stages, others);
    let case = Case {
        stages,
        own,
        closing,
        events,
    };
    let mut heaviest: Found<'c> = (Verdict::Met, Seen::Plain, None);
    let found = [
        case.missing(),
        case.order(),
        case.repeated(),
        case.actors(),
        case.end(),
    ];
    for found in found.into_iter().flatten() {
        if found.0 > heaviest.0 {
            heaviest = found;
        }
    }
    heaviest
}

/// The events of a case, by stage.
struct Events<'c> {
    /// The events of each stage of the sequence.
    by_stage: Vec<Vec<Member<'c>>>,
    /// Whether there are events of which it cannot be told which stage they are.
    doubtful: bool,
}

impl<'c> Events<'c> {
    fn of(stages: &Stages, others: Others<'c>) -> Self {
        let codes = stages.sequence.iter();
        let codes: Vec<Datum> = codes
            .map(|stage| Datum::Text(hash(&[&stage.code])))
            .collect();
        let mut events = Self {
            by_stage: alloc::vec![Vec::new(); codes.len()],
            doubtful: others.strays > 0,
        };
        for member in others.iter() {
            let stage = member.side.get(stages.stage).value;
            let known = matches!(stage, Datum::Text(_)) && member.certain;
            events.doubtful |= !known;
            let place = codes.iter().position(|code| *code == stage);
            let place = place.and_then(|place| events.by_stage.get_mut(place));
            if let Some(place) = place.filter(|_| known) {
                place.push(member);
            }
        }
        events
    }
}

/// One case and its events.
struct Case<'p, 'c> {
    stages: &'p Stages,
    own: Side<'c>,
    closing: &'p Closing<'c>,
    events: Events<'c>,
}

impl<'c> Case<'_, 'c> {
    /// The first required stage that is not there.
    fn missing(&self) -> Option<Found<'c>> {
        let stages = (0..).zip(self.stages.sequence.iter().zip(&self.events.by_stage));
        let mut missing = stages.filter(|(_, (stage, events))| stage.required && events.is_empty());
        let (number, _) = missing.next()?;
        if self.events.doubtful {
            return Some((Verdict::Undetermined, Seen::StageDoubtful(number), None));
        }
        let seen = Seen::NoStage(number);
        let Some(by) = self.stages.by else {
            return Some((Verdict::Breached, seen, None));
        };
        // A stage that a later one has passed over is not still to come.
        let later = self.events.by_stage.iter().skip(usize::from(number));
        let passed = later.into_iter().any(|events| !events.is_empty());
        Some(match self.own.get(by).value {
            Datum::When(when) if when.first <= self.closing.as_of => {
                (Verdict::Breached, seen, None)
            }
            _ if passed => (Verdict::Breached, seen, None),
            Datum::Unreadable => (Verdict::Undetermined, Seen::Lacking(by, Lack::Time), None),
            Datum::Missing | Datum::Denied | Datum::When(_) | Datum::Number(_) | Datum::Text(_) => {
                (Verdict::Pending, Seen::StageToCome(number), None)
            }
        })
    }

    /// The first event of a stage with its date, if it took place and its date is known.
    fn first(&self, stage: &[Member<'c>]) -> Option<(Member<'c>, Option<When>)> {
        let took_place = stage.iter().filter(|member| !self.is_skipped(member));
        let dated = took_place.map(|member| (*member, member.side.get(self.stages.at).when()));
        dated.min_by_key(|(_, when)| when.map(When::instant_first))
    }

    /// Whether an event only says why the stage was left out.
    fn is_skipped(&self, member: &Member<'c>) -> bool {
        let reason = self
            .stages
            .optional_with
            .map(|slot| member.side.get(slot).value);
        matches!(reason, Some(Datum::Text(_)))
    }

    /// The first event that lies before one it must follow, or whose date is not known.
    fn order(&self) -> Option<Found<'c>> {
        let mut heaviest: Option<Found<'c>> = None;
        let mut earlier: Option<(u16, When)> = None;
        for (number, events) in (0..).zip(&self.events.by_stage) {
            let Some((member, when)) = self.first(events) else {
                continue;
            };
            let Some(when) = when else {
                let seen = Seen::Unclear(self.stages.at);
                heaviest = heaviest.or(Some((Verdict::Undetermined, seen, Some(member))));
                continue;
            };
            let broken = earlier.filter(|(_, before)| when.instant_last() < before.instant_first());
            if let Some((before, day)) = broken {
                let seen = Seen::StageBefore {
                    stage: (number, when.first),
                    follows: (before, day.first),
                };
                return Some((Verdict::Breached, seen, Some(member)));
            }
            if earlier.is_some_and(|(_, before)| when.first < before.last) {
                let seen = Seen::Unclear(self.stages.at);
                heaviest = heaviest.or(Some((Verdict::Undetermined, seen, Some(member))));
            }
            earlier = Some((number, when));
        }
        heaviest
    }

    /// A stage that is there more than once.
    fn repeated(&self) -> Option<Found<'c>> {
        if !self.stages.once {
            return None;
        }
        let stages = (0..).zip(&self.events.by_stage);
        let counted = stages.map(|(number, events)| {
            let counts = events.iter().map(|member| member.holders.count);
            (number, events, counts.fold(0, u64::saturating_add))
        });
        let mut repeated = counted.filter(|(.., count)| *count > 1);
        let (stage, events, count) = repeated.next()?;
        let seen = Seen::StageRepeated { stage, count };
        Some((Verdict::Breached, seen, events.first().copied()))
    }

    /// Two stages by one person, or one of which the person is not known.
    fn actors(&self) -> Option<Found<'c>> {
        let distinct = self.stages.distinct?;
        let events = (0..).zip(&self.events.by_stage);
        let took_place = events.flat_map(|(number, events)| {
            let events = events.iter().filter(|member| !self.is_skipped(member));
            events.map(move |member| (number, *member))
        });
        let (mut unknown, mut known) = (None, BTreeMap::<Hash, u16>::new());
        for (stage, member) in took_place {
            let Datum::Text(actor) = member.side.get(distinct).value else {
                let seen = Seen::Unclear(distinct);
                unknown = unknown.or(Some((Verdict::Undetermined, seen, Some(member))));
                continue;
            };
            let as_in = *known.entry(actor).or_insert(stage);
            if as_in != stage {
                let field = distinct;
                let seen = Seen::SameActor {
                    stage,
                    as_in,
                    field,
                };
                return Some((Verdict::Breached, seen, Some(member)));
            }
        }
        unknown
    }

    /// An event after the date by which all must be done.
    fn end(&self) -> Option<Found<'c>> {
        let own = self.stages.by?;
        let end = self.own.get(own).when()?;
        let events = (0..).zip(&self.events.by_stage);
        let mut late = events.filter_map(|(number, events)| {
            let (member, when) = self.first(events)?;
            let is_late = when?.instant_first() > end.instant_last();
            is_late.then_some((number, member))
        });
        let (stage, member) = late.next()?;
        Some((
            Verdict::Breached,
            Seen::StageAfter { stage, own },
            Some(member),
        ))
    }
}
