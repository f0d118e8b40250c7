//! Equations to operands; lines over parts unfolded.

use crate::duty::demand::{Equation, Onwards, Operand, Range, Rate, Tariff, Totals};
use crate::duty::pack::scope::Scope;
use crate::duty::source;
use crate::error::ErrorCode;
use crate::record::FieldType;
use crate::words::Exact;
use alloc::{format, string::String, vec::Vec};

/// Ends a name that stands for every part of a field.
const EVERY_PART: &str = ".*";

/// Ends a name that stands for the year of a field.
const YEAR: &str = ".year";

impl Scope<'_> {
    pub(super) fn totals(&mut self, source: &source::Totals) -> Totals {
        if *source == source::Totals::default() {
            self.trouble(ErrorCode::PackDemand, "totals", "the demand asks nothing");
        }
        let mut totals = Totals::default();
        let equal = source.equal.iter().map(|line| (line, true));
        let at_most = source.at_most.iter().map(|line| (line, false));
        for (line, equal) in equal.chain(at_most) {
            for part in self.parts(line.sum.iter().chain(&line.is)) {
                let equation = self.equation(line, equal, part.as_deref());
                totals.sums.push(equation);
            }
        }
        for line in &source.rate {
            for part in self.parts([&line.part, &line.whole, &line.is]) {
                totals.rates.extend(self.rate(line, part.as_deref()));
            }
        }
        for line in &source.rising {
            if line.len() < 2 {
                self.trouble(ErrorCode::PackDemand, "rising", "one number cannot rise");
            }
            for part in self.parts(line) {
                totals.rising.push(self.operands(line, part.as_deref()));
            }
        }
        for line in &source.range {
            for part in self.parts([&line.field]) {
                totals.ranges.extend(self.range(line, part.as_deref()));
            }
        }
        for line in &source.tariff {
            totals.tariffs.extend(self.tariff(line));
        }
        totals
    }

    /// The parts for which a line stands: those that all fields named with `.*` have, or none.
    fn parts<'n>(&mut self, names: impl IntoIterator<Item = &'n String>) -> Vec<Option<String>> {
        let mut fields = names
            .into_iter()
            .filter_map(|name| name.strip_suffix(EVERY_PART));
        let Some(first) = fields.next() else {
            return alloc::vec![None];
        };
        let others: Vec<&str> = fields.collect();
        let ids = || self.schema.fields.iter().map(|field| field.id.as_str());
        let parts = ids().filter_map(|id| id.strip_prefix(first)?.strip_prefix('.'));
        let shared = |part: &&str| {
            let has_part = |field: &&str| self.schema.slot(&format!("{field}.{part}")).is_some();
            others.iter().all(has_part)
        };
        let parts: Vec<Option<String>> =
            parts.filter(shared).map(|part| Some(part.into())).collect();
        if parts.is_empty() {
            let message = format!("no part of `{first}` is a part of every field of the line");
            self.trouble(ErrorCode::PackUnknownName, first, &message);
        }
        parts
    }

    fn equation(&mut self, line: &source::Equation, equal: bool, part: Option<&str>) -> Equation {
        if line.sum.is_empty() || line.is.is_empty() {
            let message = "a line of `equal` or `at_most` has `sum` and `is`";
            self.trouble(ErrorCode::PackDemand, "totals", message);
        }
        if !equal && !line.or.is_empty() {
            let message = "only a line of `equal` has `or`";
            self.trouble(ErrorCode::PackDemand, "totals", message);
        }
        Equation {
            sum: self.operands(&line.sum, part),
            is: self.operands(&line.is, part),
            or: line
                .or
                .iter()
                .map(|other| self.operands(other, part))
                .collect(),
            equal,
            times: self.number(line.times.as_deref()).unwrap_or(Exact::ONE),
            tolerance: self
                .number(line.tolerance.as_deref())
                .unwrap_or(Exact::ZERO),
        }
    }

    fn rate(&mut self, line: &source::Rate, part: Option<&str>) -> Option<Rate> {
        let is = self.operand(&line.is, part)?;
        let scale = match self.field_type(is.slot()) {
            Some(FieldType::Percent) => Exact::from(100),
            _ => Exact::ONE,
        };
        Some(Rate {
            part: self.operand(&line.part, part)?,
            whole: self.operand(&line.whole, part)?,
            is,
            scale,
            tolerance: self.number(line.tolerance.as_deref()),
        })
    }

    fn range(&mut self, line: &source::Range, part: Option<&str>) -> Option<Range> {
        if line.from.is_none() && line.to.is_none() {
            let message = "a line of `range` has `from` or `to`";
            self.trouble(ErrorCode::PackDemand, &line.field, message);
        }
        Some(Range {
            number: self.operand(&line.field, part)?,
            from: self.number(line.from.as_deref()),
            to: self.number(line.to.as_deref()),
        })
    }

    fn tariff(&mut self, line: &source::Tariff) -> Option<Tariff> {
        let mut steps = Vec::new();
        let mut before = Exact::ZERO;
        for step in &line.steps {
            let above = self.number(Some(&step.above))?;
            let each = self.number(Some(&step.each))?;
            steps.push((above, each.minus(before)?));
            before = each;
        }
        if !steps
            .windows(2)
            .all(|pair| matches!(pair, [a, b] if a.0 < b.0))
            || steps.is_empty()
        {
            let message = "a tariff has steps, each above the one before";
            self.trouble(ErrorCode::PackDemand, &line.is, message);
        }
        let onwards = match &line.onwards {
            None => None,
            Some(onwards) => Some(self.onwards(onwards, steps.last()?.0)?),
        };
        Some(Tariff {
            of: self.operand(&line.of, None)?,
            is: self.operand(&line.is, None)?,
            steps,
            onwards,
        })
    }

    fn onwards(&mut self, source: &source::Onwards, above: Exact) -> Option<Onwards> {
        let every = self.number(Some(&source.every))?;
        let more = self.number(Some(&source.more))?;
        if every <= Exact::ZERO {
            let message = "a step has more than no units";
            self.trouble(ErrorCode::PackDemand, &source.every, message);
            return None;
        }
        Some(Onwards { above, every, more })
    }

    /// A number of the pack, where one is given.
    pub(super) fn number(&mut self, text: Option<&str>) -> Option<Exact> {
        let number = Exact::factor(text?);
        if let (Some(text), None) = (text, number) {
            let message = format!("`{text}` is not a number");
            self.trouble(ErrorCode::PackValue, text, &message);
        }
        number
    }

    fn operands(&mut self, names: &[String], part: Option<&str>) -> Vec<Operand> {
        let operands = names.iter().filter_map(|name| self.operand(name, part));
        operands.collect()
    }

    fn operand(&mut self, name: &str, part: Option<&str>) -> Option<Operand> {
        let of_part = part
            .zip(name.strip_suffix(EVERY_PART))
            .map(|(part, field)| format!("{field}.{part}"));
        let name = of_part.as_deref().unwrap_or(name);
        if self.schema.slot(name).is_none()
            && let Some(field) = name.strip_suffix(YEAR)
        {
            let slot = self.slot(field)?;
            return match self.field_type(slot) {
                Some(FieldType::Date | FieldType::DocumentNumber) => Some(Operand::Year(slot)),
                _ => self.no_number(field),
            };
        }
        let slot = self.slot(name)?;
        match self.field_type(slot) {
            Some(FieldType::Year) => Some(Operand::Year(slot)),
            Some(
                FieldType::Integer | FieldType::Decimal | FieldType::Percent | FieldType::Amount(_),
            ) => Some(Operand::Number(slot)),
            _ => self.no_number(name),
        }
    }

    fn no_number(&mut self, name: &str) -> Option<Operand> {
        let message = format!("the field `{name}` holds no number");
        self.trouble(ErrorCode::PackValue, name, &message);
        None
    }
}
