//! Makes the values of one record from its template.

use crate::random::Random;
use crate::template::{After, Department, Made, Said, Share, Told};
use gongkai::record::calendar::{Counting, View};
use gongkai::words::{Day, Term, term::TermUnit};
use serde_json::Value;
use std::collections::BTreeMap;

/// The values of a record, by field.
pub(crate) type Values = BTreeMap<String, Value>;

/// A record that is being made.
pub(crate) struct Filling<'t> {
    pub(crate) department: &'t Department,
    pub(crate) calendar: View<'t>,
    pub(crate) seed: u64,
    /// Codes and names of enterprises.
    pub(crate) register: &'t [(String, String)],
    /// The template and number of the record, which name its random values.
    pub(crate) name: &'t str,
    pub(crate) number: usize,
    /// Its number among those that belong to the same record.
    pub(crate) turn: usize,
    /// How each field is made.
    pub(crate) made: BTreeMap<&'t str, &'t Made>,
    /// The record it belongs to.
    pub(crate) source: Option<&'t Values>,
    pub(crate) values: Values,
}

impl Filling<'_> {
    /// Makes every value.
    ///
    /// # Errors
    /// Which field cannot be made, and why.
    pub(crate) fn all(mut self) -> Result<Values, String> {
        let fields: Vec<&str> = self.made.keys().copied().collect();
        for field in fields {
            self.value(field, 0)
                .map_err(|trouble| format!("{}.{field}: {trouble}", self.name))?;
        }
        Ok(self.values)
    }

    /// A value, made when it is first asked for; `^field` is one of the record it belongs to.
    fn value(&mut self, field: &str, depth: u8) -> Result<Value, String> {
        if let Some(field) = field.strip_prefix('^') {
            let value = self.source.and_then(|source| source.get(field));
            return value
                .cloned()
                .ok_or_else(|| format!("its record has no `{field}`"));
        }
        if let Some(value) = self.values.get(field) {
            return Ok(value.clone());
        }
        let made = *self
            .made
            .get(field)
            .ok_or_else(|| format!("there is no `{field}`"))?;
        let deeper = depth
            .checked_add(1)
            .filter(|depth| *depth < 16)
            .ok_or("a circle")?;
        let mut random =
            Random::named(self.seed, &format!("{}.{}.{field}", self.name, self.number));
        let value = self.make(made, &mut random, deeper)?;
        self.values.insert(field.to_owned(), value.clone());
        Ok(value)
    }

    fn make(&mut self, made: &Made, random: &mut Random, depth: u8) -> Result<Value, String> {
        Ok(match made {
            Made::Flag(flag) => Value::Bool(*flag),
            Made::Number(number) => (*number).into(),
            Made::Says(says) => match says.says {
                Said::NotHappened => Value::Null,
            },
            Made::Text(text) => self.text(text, random, depth)?.into(),
            Made::Pick(pick) => {
                let text = random.pick(&pick.pick).ok_or("nothing to pick")?;
                self.text(text, random, depth)?.into()
            }
            Made::InTurn(texts) => {
                let texts = &texts.in_turn;
                let text = texts
                    .iter()
                    .cycle()
                    .nth(self.turn)
                    .ok_or("nothing to take")?;
                self.text(text, random, depth)?.into()
            }
            Made::DayEvery(days) => {
                let later = i32::try_from(self.further(0, days.every)).map_err(|_| "too far")?;
                days.from.plus(later).to_string().into()
            }
            Made::NumberEvery(numbers) => self.further(numbers.from, numbers.every).into(),
            Made::Day(within) => {
                let day = self.working_day(within.day, random);
                let at = within.at.as_ref();
                at.map_or(day.clone(), |at| format!("{day} {at}")).into()
            }
            Made::After(after) => self.after(after, random, depth)?.into(),
            Made::Between(number) => {
                let [low, high] = number.between;
                decimal(random.between(low, high), number.places)
            }
            Made::Register(told) => self.enterprise(told.register)?.into(),
            Made::Sum(sum) => {
                let parts = sum.sum.iter().map(|part| self.number(part, depth));
                let parts = parts.collect::<Result<Vec<i64>, _>>()?;
                parts.into_iter().fold(0, i64::saturating_add).into()
            }
            Made::Share(share) => self.share(share, depth)?.into(),
        })
    }

    /// How many percent one field is of another, to two places.
    fn share(&mut self, share: &Share, depth: u8) -> Result<String, String> {
        let part = self.number(&share.part, depth)?;
        let whole = self.number(&share.whole, depth)?;
        let scaled = part
            .saturating_mul(20_000)
            .checked_div(whole)
            .ok_or("a share of nothing")?;
        let hundredths = scaled.saturating_add(1) / 2;
        Ok(format!("{}.{:02}%", hundredths / 100, hundredths % 100))
    }

    /// A number, and so much more for each record before this one.
    fn further(&self, from: i64, every: i64) -> i64 {
        let turn = i64::try_from(self.turn).unwrap_or(i64::MAX);
        from.saturating_add(every.saturating_mul(turn))
    }

    /// What is told of the enterprise of this record.
    fn enterprise(&self, told: Told) -> Result<&str, String> {
        let mut random = Random::named(
            self.seed,
            &format!("{}.{}.register", self.name, self.number),
        );
        let (code, name) = random.pick(self.register).ok_or("the register is empty")?;
        Ok(match told {
            Told::Code => code,
            Told::Name => name,
        })
    }

    fn number(&mut self, field: &str, depth: u8) -> Result<i64, String> {
        let value = self.value(field, depth)?;
        let text = value
            .as_str()
            .map_or_else(|| value.to_string(), str::to_owned);
        text.parse()
            .map_err(|_| format!("`{field}` is no whole number"))
    }

    /// A text with its places filled in.
    pub(crate) fn text(
        &mut self,
        text: &str,
        random: &mut Random,
        depth: u8,
    ) -> Result<String, String> {
        let mut rest = text;
        let mut made = String::new();
        while let Some((before, after)) = rest.split_once('{') {
            let (place, after) = after.split_once('}').ok_or("a place does not end")?;
            made.push_str(before);
            made.push_str(&self.place(place, random, depth)?);
            rest = after;
        }
        made.push_str(rest);
        Ok(made)
    }

    fn place(&mut self, place: &str, random: &mut Random, depth: u8) -> Result<String, String> {
        let field = place.strip_prefix('=');
        if let Some(field) = field.or(Some(place).filter(|place| place.starts_with('^'))) {
            let value = self.value(field, depth)?;
            return Ok(value
                .as_str()
                .map_or_else(|| value.to_string(), str::to_owned));
        }
        match place {
            "n" => Ok(self.number.saturating_add(1).to_string()),
            "nnn" => Ok(format!("{:03}", self.number.saturating_add(1))),
            "year" => Ok(self.department.year.to_string()),
            word => {
                let words = self
                    .department
                    .words
                    .get(word)
                    .ok_or_else(|| format!("no words `{word}`"))?;
                let word = random.pick(words).ok_or("no word")?;
                self.text(word, random, depth)
            }
        }
    }

    fn working_day(&self, [first, last]: [Day; 2], random: &mut Random) -> String {
        let day = random.between(i64::from(first.number()), i64::from(last.number()));
        let mut day = Day::from_number(i32::try_from(day).unwrap_or(0));
        while self.calendar.working(day) == Some(false) && day > first {
            day = day.plus(-1);
        }
        day.to_string()
    }

    fn after(&mut self, after: &After, random: &mut Random, depth: u8) -> Result<String, String> {
        let from = self.value(&after.field, depth)?;
        let from = from.as_str().ok_or("no day")?;
        if let Some([low, high]) = after.hours {
            return hours(from, random.between(low, high)).ok_or_else(|| "no time".to_owned());
        }
        let day = from.get(..10).and_then(Day::parse_iso).ok_or("no day")?;
        if let Some([low, high]) = after.working {
            let count = random.between(low, high);
            let steps = u32::try_from(count.unsigned_abs()).map_err(|_| "too far")?;
            let term = Term {
                length: steps,
                unit: TermUnit::WorkingDays,
            };
            let due = if count < 0 {
                self.calendar.back(day, steps)
            } else {
                self.calendar.due(day, term, Counting::default())
            };
            return due
                .day()
                .map(|day| day.to_string())
                .ok_or_else(|| "no working day".to_owned());
        }
        let [low, high] = after.days.unwrap_or_default();
        let days = i32::try_from(random.between(low, high)).map_err(|_| "too far")?;
        Ok(day.plus(days).to_string())
    }
}

/// A time of day some hours after another; `2017-03-01 10:00` and four hours.
fn hours(from: &str, hours: i64) -> Option<String> {
    let (day, time) = from.split_once(' ')?;
    let (hour, minute) = time.split_once(':')?;
    let total = hour.parse::<i64>().ok()?.checked_add(hours)?;
    let day = Day::parse_iso(day)?.plus(i32::try_from(total.div_euclid(24)).ok()?);
    Some(format!("{day} {:02}:{minute}", total.rem_euclid(24)))
}

/// A number of which some digits stand behind the point.
fn decimal(number: i64, places: u32) -> Value {
    let unit = 10_i64.saturating_pow(places);
    match (number.checked_div(unit), number.checked_rem(unit)) {
        (Some(whole), Some(part)) if places > 0 => format!(
            "{whole}.{part:0width$}",
            width = usize::try_from(places).unwrap_or(0)
        )
        .into(),
        _ => number.into(),
    }
}
