//! The sentences of findings about records together.

mod count;
mod coverage;
mod stages;
mod sums;

use crate::duty::demand::KeyField;
use crate::duty::program::Program;
use crate::duty::together::{Lack, Seen};
use crate::judge::collection::{Closing, Judgement};
use crate::record::{FieldType, Slot};
use crate::report::message::label;
use crate::words::Label;
use alloc::{format, string::String, vec::Vec};

/// What a sentence is about.
pub(super) struct Subject<'s, 'c> {
    pub(super) judgement: &'s Judgement<'c>,
    pub(super) closing: &'s Closing<'c>,
    /// The program of the other records.
    pub(super) other: Option<&'c Program>,
}

impl Subject<'_, '_> {
    /// What was found; each detail has its sentence.
    #[expect(clippy::too_many_lines, reason = "one line for each detail")]
    pub(super) fn message(&self) -> Label {
        match self.judgement.seen {
            Seen::Plain => Label::default(),
            Seen::Lacking(slot, lack) => self.lacking(slot, lack),
            Seen::Crowded => label(
                "同一对应关系下记录过多，未逐一核对",
                "too many records belong together to compare them all",
            ),
            Seen::Repeated => self.repeated(),
            Seen::TooFew(found) => self.too_few(found),
            Seen::TooMany(found) => self.too_many(found),
            Seen::Doubtful(found) => self.doubtful(found),
            Seen::Running(found) => self.running(found),
            Seen::Apart { after, due, next } => self.apart(after, due, next),
            Seen::Unannounced {
                earliest,
                latest,
                year,
            } => label(
                format!("{year}年放假安排尚未公布，期限在{earliest}至{latest}之间届满"),
                format!(
                    "the holidays of {year} are not announced; the term ends between {earliest} and {latest}"
                ),
            ),
            Seen::OutOfCalendar => label("期限超出已有日历", "the term leads out of the calendar"),
            Seen::Figure { own, found } => self.figure(own, found),
            Seen::TakenOver(taken) => self.taken_over(taken),
            Seen::Circle { own, names } => self.circle(own, names),
            Seen::Present => self.present(),
            Seen::Differs { other, own } => self.differs(other, own),
            Seen::After { other, own } => self.after(other, own),
            Seen::Before { other, own } => self.before(other, own),
            Seen::Late {
                other,
                own,
                due,
                happened,
            } => self.late(other, own, (due, happened)),
            Seen::Due { own, due } => self.due(own, due),
            Seen::Unclear(other) => self.unclear(other),
            Seen::NoStage(stage) => self.no_stage(stage),
            Seen::StageToCome(stage) => self.stage_to_come(stage),
            Seen::StageDoubtful(stage) => self.stage_doubtful(stage),
            Seen::StageBefore { stage, follows } => self.stage_before(stage, follows),
            Seen::StageRepeated { stage, count } => self.stage_repeated(stage, count),
            Seen::SameActor {
                stage,
                as_in,
                field,
            } => self.same_actor(stage, as_in, field),
            Seen::StageAfter { stage, own } => self.stage_after(stage, own),
            Seen::Fell(fall) => self.fell(fall),
            Seen::NoParts => self.no_parts(),
            Seen::PartUnclear(other) => self.part_unclear(other),
            Seen::Unequal(apart) => self.unequal(apart),
        }
    }

    fn repeated(&self) -> Label {
        let link = self.judgement.duty.demand.link();
        let keys = link.map_or(&[][..], |link| &link.own_key);
        let names: Vec<Label> = keys.iter().map(|key| self.own_name(key.slot)).collect();
        let zh: Vec<&str> = names.iter().map(|name| name.zh.as_str()).collect();
        let en: Vec<&str> = names.iter().map(|name| name.en.as_str()).collect();
        let count = self.judgement.holders.count;
        label(
            format!("{count}条记录的{}完全相同", zh.join("、")),
            format!("{count} records have the same {}", en.join(", ")),
        )
    }

    /// A record that leads back to itself.
    fn circle(&self, own: Slot, names: u64) -> Label {
        let Label { zh, en } = self.own_value(own);
        if names == 1 {
            return label(
                format!("{zh}指向记录自身"),
                format!("{en} leads to the record itself"),
            );
        }
        label(
            format!("{zh}逐级追溯又回到本记录，共{names}个名称成环"),
            format!("{en} leads back to this record, in a circle of {names} names"),
        )
    }

    fn lacking(&self, slot: Slot, lack: Lack) -> Label {
        let Label { zh, en } = self.own_name(slot);
        let count = self.judgement.holders.count;
        let (why_zh, why_en) = match lack {
            Lack::Condition => (
                "无法判断规则是否适用",
                "whether the rule applies cannot be told",
            ),
            Lack::Event => (
                "无法确定适用哪一时期的规定",
                "which law was in force cannot be told",
            ),
            Lack::Key => ("无法与其他记录对应", "the other records cannot be found"),
            Lack::Time => ("无法确定起止时间", "the time cannot be told"),
            Lack::Value => ("无法核对", "there is nothing to compare"),
        };
        let (records_zh, records_en) = if count == 1 {
            (String::new(), String::new())
        } else {
            (format!("{count}条记录"), format!("in {count} records "))
        };
        label(
            format!("{records_zh}缺少“{zh}”或其值不能用，{why_zh}"),
            format!("{records_en}“{en}” is missing or of no use, so {why_en}"),
        )
    }

    /// The name of the kind of the other records, and their year where they are found by one.
    pub(super) fn other_kind(&self) -> Label {
        let schema = &self.other.unwrap_or(self.judgement.program).schema;
        let Label { zh, en } = schema.title.clone();
        match self.other_year() {
            Some(year) => label(format!("{year}年的{zh}"), format!("{en} of {year}")),
            None => label(zh, en),
        }
    }

    fn other_year(&self) -> Option<i32> {
        let link = self.judgement.duty.demand.link()?;
        let schema = &self.judgement.program.schema;
        let is_year = |key: &&KeyField| {
            let field = schema.field(key.slot);
            field.is_some_and(|field| field.kind == FieldType::Year)
        };
        let key = link.own_key.iter().find(is_year)?;
        let (year, ..) = self.judgement.own.get(key.slot).when()?.first.parts()?;
        year.checked_add(key.shift)
    }

    pub(super) fn own_name(&self, slot: Slot) -> Label {
        name(Some(self.judgement.program), slot)
    }

    pub(super) fn other_name(&self, slot: Slot) -> Label {
        name(self.other, slot)
    }

    /// The name of a field with its value behind it, where it may be shown.
    fn own_value(&self, slot: Slot) -> Label {
        quoted(
            &self.own_name(slot),
            self.judgement.own.get(slot).shown.as_deref(),
        )
    }

    /// The name of a field of the other record with its value behind it.
    fn other_value(&self, slot: Slot) -> Label {
        let item = self.judgement.other.map(|(side, _)| side.get(slot));
        quoted(
            &self.other_name(slot),
            item.and_then(|item| item.shown.as_deref()),
        )
    }
}

fn name(program: Option<&Program>, slot: Slot) -> Label {
    let field = program.and_then(|program| program.schema.field(slot));
    field.map(|field| field.label.clone()).unwrap_or_default()
}

fn quoted(Label { zh, en }: &Label, value: Option<&str>) -> Label {
    match value {
        Some(value) => label(format!("“{zh}”{value}"), format!("“{en}” {value}")),
        None => label(format!("“{zh}”"), format!("“{en}”")),
    }
}
