//! Sentences about numbers: sums, shares, rising numbers and bounds, with what was computed.

use super::{Subject, label, said};
use crate::duty::Detail;
use crate::duty::demand::{Demand, Equation, Operand, Range, Rate, Tariff, Totals};
use crate::judge::totals::{both, fee, share};
use crate::record::Slot;
use crate::words::{Exact, Label};
use alloc::{format, string::String, string::ToString, vec::Vec};

impl Subject<'_, '_, '_> {
    /// Two sums that are not as they must be.
    pub(super) fn sum(&self, number: u16) -> Label {
        let Some(line) = self.equation(number) else {
            return Label::default();
        };
        let (Label { zh, en }, is) = (self.names(&line.sum), self.names(&line.is));
        let (sums, shown) = (both(line, self.case), self.may_show());
        let (sum, limit, apart) = match sums {
            Ok((sum, limit)) if shown => (
                sum.to_string(),
                limit.to_string(),
                sum.minus(limit).unwrap_or(Exact::ZERO).size().to_string(),
            ),
            _ => {
                return said(
                    format_args!("{zh}与{}不符", is.zh),
                    format_args!("{en} and {} do not agree", is.en),
                );
            }
        };
        if line.equal {
            said(
                format_args!("{zh}为{sum}，而{}为{limit}，相差{apart}", is.zh),
                format_args!(
                    "{en} makes {sum}, and {} makes {limit}: {apart} apart",
                    is.en
                ),
            )
        } else {
            said(
                format_args!("{zh}为{sum}，超过以{}计的上限{limit}，多出{apart}", is.zh),
                format_args!(
                    "{en} makes {sum}, {apart} more than {limit}, the limit by {}",
                    is.en
                ),
            )
        }
    }

    /// A share that is not what it is said to be.
    pub(super) fn rate(&self, number: u16) -> Label {
        let (own, line) = (self.quoted(self.observation.slot), self.share_line(number));
        let Some((line, share)) = line.and_then(|line| Some((line, share(line, self.case).ok()?)))
        else {
            return Label::default();
        };
        let (part, whole) = (self.name(line.part.slot()), self.name(line.whole.slot()));
        if !self.may_show() {
            return said(
                format_args!("{}与“{}”÷“{}”不符", own.zh, part.zh, whole.zh),
                format_args!("{} is not “{}” over “{}”", own.en, part.en, whole.en),
            );
        }
        said(
            format_args!("{}与“{}”÷“{}”所得{share}不符", own.zh, part.zh, whole.zh),
            format_args!(
                "{} is not {share}, which is “{}” over “{}”",
                own.en, part.en, whole.en
            ),
        )
    }

    /// A share of nothing.
    pub(super) fn no_whole(&self) -> Label {
        let Label { zh, en } = self.field();
        said(
            format_args!("“{zh}”为0，无法计算比率"),
            format_args!("“{en}” is 0, so no share of it can be computed"),
        )
    }

    /// A number less than the one it may not be less than.
    pub(super) fn falls(&self, earlier: Slot) -> Label {
        let (own, earlier) = (
            self.quoted(self.observation.slot),
            self.quoted(Some(earlier)),
        );
        said(
            format_args!("{}小于{}", own.zh, earlier.zh),
            format_args!("{} is less than {}", own.en, earlier.en),
        )
    }

    /// A number that is not between two others.
    pub(super) fn out_of_range(&self, number: u16) -> Label {
        let (own, line) = (self.quoted(self.observation.slot), self.bounds(number));
        let bounds = line.map_or((None, None), |line| (line.from, line.to));
        let (zh, en) = match bounds {
            (Some(from), Some(to)) => (
                format!("应在{from}至{to}之间"),
                format!("must lie between {from} and {to}"),
            ),
            (Some(from), None) => (
                format!("不应小于{from}"),
                format!("must not be less than {from}"),
            ),
            (None, Some(to)) => (
                format!("不应大于{to}"),
                format!("must not be more than {to}"),
            ),
            (None, None) => (String::new(), String::new()),
        };
        said(
            format_args!("{}{zh}", own.zh),
            format_args!("{} {en}", own.en),
        )
    }

    /// A fee that is not that of the tariff.
    pub(super) fn tariff(&self, number: u16) -> Label {
        let (own, line) = (self.quoted(self.observation.slot), self.tariff_line(number));
        let Some((of, fee)) =
            line.and_then(|line| Some((line.of.slot(), fee(line, self.case).ok()?)))
        else {
            return Label::default();
        };
        let of = self.quoted(Some(of));
        if !self.may_show() {
            return said(
                format_args!("{}与按{}计算的费用不符", own.zh, of.zh),
                format_args!("{} is not the fee by {}", own.en, of.en),
            );
        }
        said(
            format_args!("{}与按{}计算的费用{fee}元不符", own.zh, of.zh),
            format_args!("{} is not {fee} yuan, the fee by {}", own.en, of.en),
        )
    }

    /// The fields of the line that a number is about.
    pub(in crate::report) fn operands(&self) -> Vec<Slot> {
        let operands: Vec<Operand> = if let Detail::Sum(number) = self.observation.detail {
            let line = self.equation(number);
            line.map_or_else(Vec::new, |line| {
                line.is.iter().chain(&line.sum).copied().collect()
            })
        } else if let Detail::Rate(number) = self.observation.detail {
            let line = self.share_line(number);
            line.map_or_else(Vec::new, |line| alloc::vec![line.is, line.part, line.whole])
        } else if let Detail::Tariff(number) = self.observation.detail {
            let line = self.tariff_line(number);
            line.map_or_else(Vec::new, |line| alloc::vec![line.is, line.of])
        } else {
            Vec::new()
        };
        operands.into_iter().map(Operand::slot).collect()
    }

    /// Whether what was computed may be shown: none of the fields is personal.
    fn may_show(&self) -> bool {
        let fields = self.operands();
        let fields = fields
            .iter()
            .filter_map(|slot| self.case.program.schema.field(*slot));
        !fields.into_iter().any(|field| field.sensitive)
    }

    /// The names of the fields that are added up.
    fn names(&self, operands: &[Operand]) -> Label {
        let names = operands.iter().map(|operand| {
            let Label { zh, en } = self.name(operand.slot());
            match operand {
                Operand::Number(_) => (format!("“{zh}”"), format!("“{en}”")),
                Operand::Year(_) => (format!("“{zh}”的年份"), format!("the year of “{en}”")),
            }
        });
        let (zh, en): (Vec<String>, Vec<String>) = names.unzip();
        label(zh.join("＋"), en.join(" + "))
    }

    const fn totals(&self) -> Option<&Totals> {
        if let Demand::Totals(totals) = &self.duty.demand {
            Some(totals)
        } else {
            None
        }
    }

    fn equation(&self, number: u16) -> Option<&Equation> {
        self.totals()?.sums.get(usize::from(number))
    }

    fn share_line(&self, number: u16) -> Option<&Rate> {
        self.totals()?.rates.get(usize::from(number))
    }

    fn tariff_line(&self, number: u16) -> Option<&Tariff> {
        self.totals()?.tariffs.get(usize::from(number))
    }

    fn bounds(&self, number: u16) -> Option<&Range> {
        self.totals()?.ranges.get(usize::from(number))
    }
}
