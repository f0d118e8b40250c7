//! A desk: judges record after record of one kind and keeps its working memory.

use super::Engine;
use crate::duty::demand::Link;
use crate::duty::verdict::Tally;
use crate::duty::{Observation, Program, Verdict};
use crate::error::{Error, ErrorCode};
use crate::judge::{Outcome, case::Case, collection::Collection};
use crate::lazy::Lazy;
use crate::order;
use crate::record::calendar::View;
use crate::record::codes::CodeList;
use crate::record::json::{JsonErrorKind, Name, Raw, Sink, Stop, read_object};
use crate::record::names::Habit;
use crate::record::{Cell, Cells, Slot};
use crate::report::{self, Finding, Report};
use crate::words::{Day, normalize};
use alloc::{borrow::Cow, format, string::String, string::ToString, vec::Vec};

/// The most unknown or repeated names that a report lists.
const NAMED: usize = 64;

/// Judges record after record of one kind.
///
/// From the third record on, nothing is allocated where one is in order.
#[derive(Debug)]
pub struct Desk<'e> {
    engine: &'e Engine,
    program: &'e Program,
    calendar: View<'e>,
    cells: Cells<'static>,
    outcome: Outcome,
    oddities: Oddities,
    habit: Habit,
    document: bool,
}

/// Names in a record that could not be taken as they are.
#[derive(Debug, Default)]
struct Oddities {
    unknown: Vec<String>,
    repeated: Vec<Slot>,
}

/// One record that was judged.
#[derive(Debug)]
pub struct Judged<'j, 'e> {
    /// The record and what it was judged by.
    pub case: Case<'j, 'j>,
    /// How many rules gave each verdict.
    pub counts: Tally,
    /// What the checks saw, and the verdict of each rule.
    pub outcome: &'j Outcome,
    engine: &'e Engine,
    program: &'e Program,
    oddities: &'j Oddities,
}

impl<'e> Desk<'e> {
    pub(super) fn new(engine: &'e Engine, program: &'e Program) -> Self {
        Self {
            engine,
            program,
            calendar: engine.calendar(),
            cells: Cells::default(),
            outcome: Outcome::default(),
            oddities: Oddities::default(),
            habit: Habit::default(),
            document: false,
        }
    }

    /// The program of its kind.
    pub(crate) const fn program(&self) -> &'e Program {
        self.program
    }

    /// A desk for records whose tables and text are judged apart: rules about them give no verdict here.
    #[must_use]
    pub const fn with_documents(mut self) -> Self {
        self.document = true;
        self
    }

    /// Judges a record in JSON and hands the judgement to `then`.
    ///
    /// # Errors
    /// `record-syntax`, `record-too-large`, `record-not-a-number`, `record-encoding`, with the byte offset.
    pub fn json<R>(
        &mut self,
        json: &[u8],
        as_of: Day,
        then: impl FnOnce(&Judged<'_, 'e>) -> R,
    ) -> Result<R, Error> {
        let cells = self.read(json)?;
        Ok(self.judge(cells, as_of, then))
    }

    /// Reads a record in JSON and judges nothing.
    pub(super) fn read<'a>(&mut self, json: &'a [u8]) -> Result<Cells<'a>, Error> {
        let mut cells = self.fresh();
        let mut filling = Filling {
            program: self.program,
            lists: self.engine.lists(),
            cells: &mut cells,
            oddities: &mut self.oddities,
            habit: &mut self.habit,
        };
        let read = read_object(json, &self.engine.limits, &mut filling);
        if let Err(error) = read {
            self.cells = cells.emptied(0);
            return Err(refused(error.kind, error.offset));
        }
        Ok(cells)
    }

    /// Judges a record given as fields and their texts, and hands the judgement to `then`.
    pub fn row<'a, R>(
        &mut self,
        row: impl IntoIterator<Item = (Slot, &'a str)>,
        as_of: Day,
        then: impl FnOnce(&Judged<'_, 'e>) -> R,
    ) -> R {
        let mut cells = self.fresh();
        let mut filling = Filling {
            program: self.program,
            lists: self.engine.lists(),
            cells: &mut cells,
            oddities: &mut self.oddities,
            habit: &mut self.habit,
        };
        for (slot, text) in row {
            filling.fill(slot, Raw::Text(Cow::Borrowed(text)));
        }
        self.judge(cells, as_of, then)
    }

    /// Cells about which nothing is known yet, in the memory of the record before.
    fn fresh<'a>(&mut self) -> Cells<'a> {
        self.oddities.unknown.clear();
        self.oddities.repeated.clear();
        self.habit.begin();
        core::mem::take(&mut self.cells).emptied(self.program.schema.fields.len())
    }

    fn judge<R>(
        &mut self,
        cells: Cells<'_>,
        as_of: Day,
        then: impl FnOnce(&Judged<'_, 'e>) -> R,
    ) -> R {
        let case = Case {
            program: self.program,
            lists: self.engine.lists(),
            cells: &cells,
            screening: &self.engine.law().screening,
            calendar: &self.calendar,
            as_of,
            document: self.document,
        };
        let counts = self.outcome.of(&case);
        let judged = Judged {
            case,
            counts,
            outcome: &self.outcome,
            engine: self.engine,
            program: self.program,
            oddities: &self.oddities,
        };
        let result = then(&judged);
        self.cells = cells.emptied(0);
        result
    }
}

impl<'e> Judged<'_, 'e> {
    /// The heaviest verdict.
    #[must_use]
    pub const fn verdict(&self) -> Verdict {
        self.counts.overall()
    }

    /// The report.
    #[must_use]
    pub fn report(&self) -> Report<'e> {
        self.report_of(&self.outcome.observations)
    }

    /// The report on these observations instead of the record's own alone.
    pub(super) fn report_of(&self, observations: &[Observation]) -> Report<'e> {
        let header = self.engine.header(self.case.as_of);
        let report = self.writer().report(header, observations, self.counts);
        let repeated = self.oddities.repeated.iter();
        let repeated = repeated.filter_map(|slot| self.program.schema.field(*slot));
        let mut unknown = self.oddities.unknown.clone();
        order::sort(&mut unknown);
        Report {
            unknown,
            repeated: repeated.map(|field| &*field.pointer).collect(),
            ..report
        }
    }

    fn writer(&self) -> report::Writer<'_, 'e> {
        report::Writer {
            law: self.engine.law(),
            program: self.program,
            case: &self.case,
        }
    }

    /// The kind of the record.
    pub(crate) fn kind(&self) -> &'e str {
        &self.program.schema.id
    }

    /// The record's own name, how many findings there are, and at most so many of them.
    pub(crate) fn findings(&self, most: usize) -> (String, usize, Vec<Finding<'e>>) {
        self.writer().findings(&self.outcome.observations, most)
    }

    /// Leaves the record's keys in a collection, under its number.
    pub fn gather(&self, collection: &mut Collection, row: u64) {
        collection.add(&self.case, row, report::SHOWING, |_| true);
    }

    /// The same for rules that look at no other kind: without its records nothing is known about the others.
    pub fn gather_kind(&self, collection: &mut Collection, row: u64) {
        let program = self.case.program;
        let own = |link: &Link| !program.is_on_another_kind(link);
        collection.add(&self.case, row, report::SHOWING, own);
    }

    /// The verdict of every rule, by its number in the law; rules over many records are left out.
    pub fn verdicts(&self) -> impl Iterator<Item = (u16, Verdict)> {
        let rules = self.case.program.rules.iter().zip(&self.outcome.verdicts);
        rules.filter_map(|(duty, verdict)| Some((duty.rule, (*verdict)?)))
    }
}

/// Puts the members of a record into its cells.
struct Filling<'f, 'a> {
    program: &'f Program,
    lists: &'f [Lazy<CodeList>],
    cells: &'f mut Cells<'a>,
    oddities: &'f mut Oddities,
    habit: &'f mut Habit,
}

impl<'a> Filling<'_, 'a> {
    /// Fills a cell; of several values the first that is given stands.
    fn fill(&mut self, slot: Slot, raw: Raw<'a>) {
        let Some(field) = self.program.schema.field(slot) else {
            return;
        };
        let cell = Cell::read(field.kind, self.lists, raw);
        if !self.cells.fill(slot, cell) && self.oddities.repeated.len() < NAMED {
            self.oddities.repeated.push(slot);
        }
    }

    /// A name that is not written as any field's: perhaps only its width or spaces differ.
    #[cold]
    fn folded(&mut self, name: Name<'_>) -> Option<Slot> {
        let full = name.to_string();
        let slot = self.program.names.get(None, &normalize::fold_key(&full));
        if slot.is_none() && self.oddities.unknown.len() < NAMED {
            self.oddities.unknown.push(report::mask::public(&full));
        }
        slot
    }
}

impl<'a> Sink<'a> for Filling<'_, 'a> {
    #[inline]
    fn expects(&self) -> Option<&str> {
        self.program.names.expected(self.habit)
    }

    fn member(&mut self, name: Name<'_>, value: Raw<'a>) -> Result<(), Stop> {
        let names = &self.program.names;
        let known = if name.expected {
            names.as_expected(self.habit)
        } else {
            names.unexpected(self.habit, name.outer, name.key)
        };
        if let Some(slot) = known.or_else(|| self.folded(name)) {
            self.fill(slot, value);
        }
        Ok(())
    }
}

fn refused(kind: JsonErrorKind, offset: usize) -> Error {
    let code = match kind {
        JsonErrorKind::NotUtf8 => ErrorCode::RecordEncoding,
        JsonErrorKind::NotANumber => ErrorCode::RecordNotANumber,
        JsonErrorKind::TooLarge
        | JsonErrorKind::TooDeep
        | JsonErrorKind::TooManyMembers
        | JsonErrorKind::TextTooLong
        | JsonErrorKind::NumberTooLong => ErrorCode::RecordTooLarge,
        JsonErrorKind::Empty
        | JsonErrorKind::NotAnObject
        | JsonErrorKind::UnexpectedEnd
        | JsonErrorKind::UnexpectedCharacter
        | JsonErrorKind::BadEscape
        | JsonErrorKind::LoneSurrogate
        | JsonErrorKind::ControlCharacter
        | JsonErrorKind::BadNumber
        | JsonErrorKind::TrailingContent
        | JsonErrorKind::Stopped => ErrorCode::RecordSyntax,
    };
    Error::new(code, format!("the record cannot be read: {}", kind.name()))
        .at_byte(u64::try_from(offset).unwrap_or(u64::MAX))
}
