//! Numbers of one record that must add up: sums, shares, rising numbers, bounds. Nothing is rounded.

use crate::duty::demand::{Equation, Onwards, Operand, Range, Rate, Tariff, Totals};
use crate::duty::{Detail, Verdict};
use crate::judge::case::{Case, Notebook, unreadable};
use crate::record::{Cell, Value};
use crate::words::{DocumentNumber, Exact, Fault};

/// A number and what is wrong with it.
pub(crate) type Gap = (Operand, Detail);

/// Checks every line of the demand.
pub(super) fn check(demand: &Totals, case: &Case<'_, '_>, notebook: &mut Notebook<'_>) {
    for (number, line) in (0..).zip(&demand.sums) {
        settle(sums(number, line, case), notebook);
    }
    for (number, line) in (0..).zip(&demand.rates) {
        settle(rate(number, line, case), notebook);
    }
    for line in &demand.rising {
        for (earlier, later) in line.iter().zip(line.iter().skip(1)) {
            settle(rising(*earlier, *later, case), notebook);
        }
    }
    for (number, line) in (0..).zip(&demand.ranges) {
        settle(range(number, line, case), notebook);
    }
    for (number, line) in (0..).zip(&demand.tariffs) {
        settle(tariff(number, line, case), notebook);
    }
}

/// Notes what a line came to: in order, broken, or not to be told.
fn settle(result: Result<Option<Gap>, Gap>, notebook: &mut Notebook<'_>) {
    match result {
        Ok(None) => notebook.met(),
        Ok(Some((about, detail))) => notebook.note(Verdict::Breached, about.slot(), detail),
        Err((about, detail)) => notebook.note(Verdict::Undetermined, about.slot(), detail),
    }
}

fn sums(number: u16, line: &Equation, case: &Case<'_, '_>) -> Result<Option<Gap>, Gap> {
    let Some(about) = line.is.first().copied() else {
        return Ok(None);
    };
    let (sum, is) = both(line, case)?;
    let apart = sum.minus(is).ok_or((about, TOO_LARGE))?;
    let apart = if line.equal { apart.size() } else { apart };
    if apart <= line.tolerance {
        return Ok(None);
    }
    for other in &line.or {
        let apart = sum.minus(total(other, case)?).ok_or((about, TOO_LARGE))?;
        if apart.size() <= line.tolerance {
            return Ok(None);
        }
    }
    Ok(Some((about, Detail::Sum(number))))
}

/// Both sides of an equation.
pub(crate) fn both(line: &Equation, case: &Case<'_, '_>) -> Result<(Exact, Exact), Gap> {
    let (sum, is) = (total(&line.sum, case)?, total(&line.is, case)?);
    let about = line.is.first().copied().unwrap_or(Operand::Number(0));
    Ok((sum, is.times(line.times).ok_or((about, TOO_LARGE))?))
}

const TOO_LARGE: Detail = Detail::Faulty(Fault::TooLarge);

fn total(operands: &[Operand], case: &Case<'_, '_>) -> Result<Exact, Gap> {
    let mut total = Exact::ZERO;
    for operand in operands {
        let number = value(*operand, case)?;
        total = total.plus(number).ok_or((*operand, TOO_LARGE))?;
    }
    Ok(total)
}

fn rate(number: u16, line: &Rate, case: &Case<'_, '_>) -> Result<Option<Gap>, Gap> {
    let said = value(line.is, case)?;
    let share = share(line, case)?;
    let places = if let Value::Decimal(decimal) = case.cell(line.is.slot()).value {
        decimal.places()
    } else {
        0
    };
    let tolerance = line.tolerance.or_else(|| Exact::half_of_last_place(places));
    let apart = share.minus(said).map(Exact::size);
    let (Some(apart), Some(tolerance)) = (apart, tolerance) else {
        return Err((line.is, TOO_LARGE));
    };
    Ok((apart > tolerance).then_some((line.is, Detail::Rate(number))))
}

/// The share as it is computed.
pub(crate) fn share(line: &Rate, case: &Case<'_, '_>) -> Result<Exact, Gap> {
    let (part, whole) = (value(line.part, case)?, value(line.whole, case)?);
    if whole == Exact::ZERO {
        return Err((line.whole, Detail::NoWhole));
    }
    part.times(line.scale)
        .and_then(|part| part.divided_by(whole))
        .ok_or((line.is, TOO_LARGE))
}

fn rising(earlier: Operand, later: Operand, case: &Case<'_, '_>) -> Result<Option<Gap>, Gap> {
    let falls = value(later, case)? < value(earlier, case)?;
    Ok(falls.then_some((later, Detail::Falls(earlier.slot()))))
}

fn range(number: u16, line: &Range, case: &Case<'_, '_>) -> Result<Option<Gap>, Gap> {
    let is = value(line.number, case)?;
    let outside = line.from.is_some_and(|from| is < from) || line.to.is_some_and(|to| is > to);
    Ok(outside.then_some((line.number, Detail::OutOfRange(number))))
}

fn tariff(number: u16, line: &Tariff, case: &Case<'_, '_>) -> Result<Option<Gap>, Gap> {
    let differs = fee(line, case)? != value(line.is, case)?;
    Ok(differs.then_some((line.is, Detail::Tariff(number))))
}

/// The fee as the tariff has it: above each step every unit costs so much more.
pub(crate) fn fee(line: &Tariff, case: &Case<'_, '_>) -> Result<Exact, Gap> {
    let quantity = value(line.of, case)?;
    let part = |above: Exact, more: Exact| quantity.minus(above)?.times(more);
    let steps = line.steps.iter().filter(|(above, _)| quantity > *above);
    let parts = steps.map(|(above, more)| part(*above, *more));
    let further = line.onwards.map(|onwards| further(onwards, quantity));
    parts
        .chain(further)
        .try_fold(Exact::ZERO, |fee, part| fee.plus(part?))
        .ok_or((line.is, TOO_LARGE))
}

/// What the steps behind the last one that is written out add to a fee.
///
/// Where the quantity reaches into the n-th of them, these are n parts, each by the units of a step smaller
/// than the one before.
fn further(onwards: Onwards, quantity: Exact) -> Option<Exact> {
    let units = quantity.minus(onwards.above)?;
    let steps = units.divided_by(onwards.every)?.floor();
    let before = Exact::sum_up_to(steps)?;
    let whole = units.times(Exact::count(steps))?;
    whole
        .minus(before.times(onwards.every)?)?
        .times(onwards.more)
}

/// The number of an operand.
pub(crate) fn value(operand: Operand, case: &Case<'_, '_>) -> Result<Exact, Gap> {
    let cell = case.cell(operand.slot());
    let number = match (operand, cell.value) {
        (Operand::Number(_), Value::Integer(number)) => Some(Exact::from(number)),
        (Operand::Number(_), Value::Decimal(number)) => Some(Exact::from(number)),
        (Operand::Number(_), Value::Amount(amount)) => Some(Exact::from(amount)),
        (Operand::Year(_), _) => year(cell),
        _ => None,
    };
    number.ok_or_else(|| {
        let gap = if cell.is_given() {
            unreadable(cell).unwrap_or(Detail::Unclear)
        } else {
            Detail::Missing
        };
        (operand, gap)
    })
}

/// The year of a date, or of a document number.
fn year(cell: &Cell<'_>) -> Option<Exact> {
    if let Some(when) = cell.when() {
        let year = |day: crate::words::Day| day.parts().map(|(year, _, _)| year);
        let first = year(when.first)?;
        return (year(when.last) == Some(first)).then(|| Exact::from(i64::from(first)));
    }
    let number = DocumentNumber::parse(&cell.text).ok()?.value;
    number.year().map(|year| Exact::from(i64::from(year)))
}
