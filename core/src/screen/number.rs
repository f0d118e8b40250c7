//! Numbers that name a person or an account: found by their length, form and check characters.

use super::source::Finds;
use super::walk::{Gap, Step, Walk, back};
use crate::words::{CreditCode, RegistrationNumber, ResidentId};

/// The most digits of a run that are looked at; the rest of a longer one is passed over.
const MOST: usize = 48;

/// A place in a full run before which every number lies within the run.
const MOST_BUT_ONE: usize = 28;

/// Digits in a row, in groups or not.
pub(super) struct Run {
    digits: [u8; MOST],
    steps: [Place; MOST],
    count: usize,
    /// Whether a letter stands before the first digit.
    attached: bool,
    /// Whether a letter stands behind the last digit.
    continued: bool,
    /// Where the run ends.
    end: usize,
}

#[derive(Clone, Copy)]
struct Place {
    start: usize,
    end: usize,
    gap: Gap,
    /// Whether it is written in ideographs.
    ideograph: bool,
}

/// A number that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Number {
    /// What it is.
    pub(super) is: Finds,
    /// Where it begins.
    pub(super) start: usize,
    /// Where it ends.
    pub(super) end: usize,
    /// The id itself, where it is one of a resident.
    pub(super) resident: Option<ResidentId>,
}

impl Run {
    /// The run of digits that begins at a place.
    pub(super) fn at(text: &str, at: usize) -> Self {
        let nowhere = Place {
            start: at,
            end: at,
            gap: Gap::Line,
            ideograph: false,
        };
        let before = back(text, at)
            .next()
            .filter(|step| touches(text, step.end, at));
        let mut run = Self {
            digits: [b'0'; MOST],
            steps: [nowhere; MOST],
            count: 0,
            attached: before.is_some_and(|step| step.symbol.is_ascii_alphabetic()),
            continued: false,
            end: at,
        };
        for step in Walk::from(text, at) {
            if !run.take(step) {
                break;
            }
        }
        run
    }

    /// Takes the next symbol; `false` where the run ends.
    fn take(&mut self, step: Step) -> bool {
        let close = step.gap <= Gap::Silent;
        let far = step.gap == Gap::Sign || (self.count == MOST && !close);
        if self.count > 0 && far {
            return false;
        }
        let digit = u8::try_from(step.symbol).ok().filter(u8::is_ascii_digit);
        match digit {
            Some(digit) => self.put(digit, step),
            None if step.symbol == 'x' && close && self.count >= 17 => {
                self.put(b'X', step);
                return false;
            }
            None if step.symbol == ')' && close => {}
            None => {
                self.continued = close && step.symbol.is_ascii_alphabetic();
                return false;
            }
        }
        true
    }

    fn put(&mut self, digit: u8, step: Step) {
        if let (Some(place), Some(at)) = (
            self.digits.get_mut(self.count),
            self.steps.get_mut(self.count),
        ) {
            *place = digit;
            // A bracket between area code and number parts them as a space does.
            let gap = if step.start > self.end {
                step.gap.max(Gap::Space)
            } else {
                step.gap
            };
            *at = Place {
                start: step.start,
                end: step.end,
                gap,
                ideograph: step.is_name(),
            };
            self.count = self.count.saturating_add(1);
        }
        self.end = step.end;
    }

    /// The numbers in the run, the longest first at each place, and where to go on looking for runs.
    pub(super) fn numbers(&self, mut found: impl FnMut(Number)) -> usize {
        // In a run that goes on, a group near the end may be the beginning of a longer number.
        let last = if self.count < MOST {
            MOST
        } else {
            MOST_BUT_ONE
        };
        let mut from = 0;
        while from < self.count.min(last) {
            let number = LENGTHS.iter().find_map(|length| self.number(from, *length));
            let step = number.map_or(1, |(number, length)| {
                found(number);
                length
            });
            from = from.saturating_add(step);
            while from < self.count && !self.parted(from) {
                from = from.saturating_add(1);
            }
        }
        self.steps
            .get(from)
            .filter(|_| from < self.count)
            .map_or(self.end, |place| place.start)
    }

    /// Whether a number may begin at a digit: a group begins there, or the digits are written in another way, as
    /// behind the name 张三.
    fn parted(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.steps.get(before));
        let (Some(place), Some(before)) = (self.steps.get(at), before) else {
            return true;
        };
        place.gap > Gap::Silent || place.ideograph != before.ideograph
    }

    fn number(&self, from: usize, length: usize) -> Option<(Number, usize)> {
        let to = from.checked_add(length).filter(|to| *to <= self.count)?;
        let ends = to == self.count || self.parted(to);
        let attached = self.attached && from == 0;
        let continued = self.continued && to == self.count;
        if !ends || attached || continued {
            return None;
        }
        let digits = self.digits.get(from..to)?;
        let places = self.steps.get(from..to)?;
        let text = core::str::from_utf8(digits).ok()?;
        let resident = Some(text).filter(|_| matches!(length, 15 | 18));
        let resident = resident.and_then(|text| ResidentId::parse(text).ok());
        let resident = resident.map(|read| read.value);
        let is = kind(text, digits, places, resident.is_some())?;
        let number = Number {
            is,
            start: places.first()?.start,
            end: places.last()?.end,
            resident,
        };
        Some((number, length))
    }
}

/// The lengths that numbers have, the ones that are checked best first.
const LENGTHS: [usize; 9] = [18, 19, 17, 16, 15, 13, 12, 11, 10];

fn kind(text: &str, digits: &[u8], places: &[Place], resident: bool) -> Option<Finds> {
    let widest = places.iter().skip(1).map(|place| place.gap).max();
    let spaced = widest <= Some(Gap::Space);
    match digits.len() {
        18 if resident => Some(Finds::ResidentId),
        15 if resident && spaced && RegistrationNumber::parse(text).is_err() => {
            Some(Finds::OldResidentId)
        }
        16..=19 if spaced && grouped(places, |at| at % 4 == 0) && is_card(text, digits) => {
            Some(Finds::BankCard)
        }
        10..=13 if spaced => telephone(digits, places),
        _ => None,
    }
}

/// Whether the groups of digits begin where they may, or each digit stands alone.
fn grouped(places: &[Place], fits: impl Fn(usize) -> bool) -> bool {
    let parted = |place: &Place| place.gap > Gap::Silent;
    let mut groups = (0..).zip(places).skip(1);
    groups.all(|(at, place)| !parted(place) || fits(at)) || places.iter().skip(1).all(parted)
}

/// Whether digits can be the number of a bank card: an issuer's first digit, and Luhn's sum.
fn is_card(text: &str, digits: &[u8]) -> bool {
    // Credit codes of enterprises begin with 91 to 93, and no issuer does.
    let issuer = matches!(digits, [b'3'..=b'6', ..] | [b'9', b'4' | b'5' | b'8', ..]);
    let varied = digits.iter().any(|digit| digits.first() != Some(digit));
    issuer && varied && luhn(digits) && CreditCode::parse(text).is_err()
}

fn luhn(digits: &[u8]) -> bool {
    let mut sum = 0_u32;
    for (place, digit) in digits.iter().rev().enumerate() {
        let digit = u32::from(digit.wrapping_sub(b'0'));
        let doubled = digit.wrapping_mul(2);
        sum = sum.wrapping_add(match (place % 2, doubled) {
            (0, _) => digit,
            (_, 10..) => doubled.wrapping_sub(9),
            (_, _) => doubled,
        });
    }
    sum.is_multiple_of(10)
}

fn telephone(digits: &[u8], places: &[Place]) -> Option<Finds> {
    let prefix = match digits {
        [b'8', b'6', ..] if digits.len() == 13 => 2,
        [b'0', ..] if digits.len() == 12 => 1,
        _ => 0,
    };
    let (number, places) = (digits.get(prefix..)?, places.get(prefix..)?);
    let mobile = matches!(number, [b'1', b'3'..=b'9', ..]) && number.len() == 11;
    if mobile {
        let usual = grouped(places, |at| matches!(at, 3 | 6 | 7));
        let other = grouped(places, |at| matches!(at, 4 | 8));
        return (usual || other).then_some(Finds::MobilePhone);
    }
    landline(number, places)
}

fn landline(digits: &[u8], places: &[Place]) -> Option<Finds> {
    let area = match digits {
        [b'0', b'1' | b'2', ..] => 3,
        [b'0', b'3'..=b'9', ..] => 4,
        _ => return None,
    };
    let (local, rest) = (digits.get(area..)?, grouped(places, |at| at == area));
    (rest && matches!(local, [b'1'..=b'9', ..]) && matches!(local.len(), 7 | 8))
        .then_some(Finds::Landline)
}

/// Whether nothing but silent characters stands between two places.
fn touches(text: &str, from: usize, to: usize) -> bool {
    text.get(from..to)
        .is_some_and(|between| between.chars().all(super::fold::is_silent))
}
