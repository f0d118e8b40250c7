//! The enterprises of the year: made-up names, and codes whose last characters their standards ask for.

use crate::fill::{Filling, Values};
use crate::random::Random;
use crate::template::Department;
use gongkai::Engine;
use gongkai::words::{CreditCode, OrganizationCode};
use std::collections::BTreeMap;

/// Codes and names of enterprises; no two have the same.
///
/// # Errors
/// What is wrong with the words of the names.
pub(crate) fn make(
    engine: &Engine,
    department: &Department,
    seed: u64,
) -> Result<Vec<(String, String)>, String> {
    let mut names = BTreeMap::new();
    for number in 0..usize::try_from(department.register.count).unwrap_or(0) {
        let mut random = Random::named(seed, &format!("register.{number}"));
        let mut filling = Filling {
            department,
            calendar: engine.calendar(),
            seed,
            register: &[],
            name: "register",
            turn: 0,
            number,
            made: BTreeMap::new(),
            source: None,
            values: Values::new(),
        };
        let name = filling.text(&department.register.name, &mut random, 0)?;
        let code = code(&mut random).ok_or("no code was found")?;
        names.entry(name).or_insert(code);
    }
    Ok(names.into_iter().map(|(name, code)| (code, name)).collect())
}

/// A code of an enterprise of the province.
fn code(random: &mut Random) -> Option<String> {
    let region = random.between(100, 999);
    let body = random.between(10_000_000, 99_999_999);
    let organization = ended(&body.to_string(), |code| {
        OrganizationCode::parse(code).is_ok()
    })?;
    ended(&format!("91620{region}{organization}"), |code| {
        CreditCode::parse(code).is_ok()
    })
}

/// A code with the one character at its end with which it is good.
fn ended(body: &str, good: impl Fn(&str) -> bool) -> Option<String> {
    let mut codes = ('0'..='9')
        .chain('A'..='Z')
        .map(|end| format!("{body}{end}"));
    codes.find(|code| good(code))
}
