//! Holds the printer against `serde_json`.

use super::print;
use alloc::{boxed::Box, collections::BTreeMap, string::String};
use proptest::prelude::*;
use serde::Serialize;
use serde_json::value::RawValue;

#[derive(Serialize)]
struct Sample {
    text: String,
    numbers: (u64, i64, u8),
    flag: bool,
    absent: Option<Unit>,
    choices: Vec<Choice>,
    map: BTreeMap<String, Vec<Choice>>,
    printed: Box<RawValue>,
    #[serde(flatten)]
    inner: Inner,
}

#[derive(Serialize)]
struct Inner {
    letter: char,
    unit: Unit,
    two: Two,
}

#[derive(Serialize)]
struct Unit;

#[derive(Clone, Serialize)]
enum Choice {
    Plain,
    One(String),
    Two(u8, String),
    Named { letter: char, number: u64 },
}

#[derive(Serialize)]
struct Two(bool, u8);

proptest! {
    #[test]
    fn prints_what_serde_json_prints(texts: Vec<String>, numbers: (u64, i64, u8), flag: bool, letter: char) {
        let text = texts.concat();
        let choices = vec![
            Choice::Plain,
            Choice::One(text.clone()),
            Choice::Two(numbers.2, text.clone()),
            Choice::Named { letter, number: numbers.0 },
        ];
        let printed = serde_json::value::to_raw_value(&(&text, numbers)).unwrap();
        let map = texts.into_iter().zip([choices.clone(), Vec::new()]).collect();
        let inner = Inner { letter, unit: Unit, two: Two(flag, numbers.2) };
        let sample = Sample { text, numbers, flag, absent: None, choices, map, printed, inner };
        prop_assert_eq!(
            String::from_utf8(print(&sample)).unwrap(),
            serde_json::to_string(&sample).unwrap()
        );
    }
}

#[test]
fn escapes_what_must_be_escaped() {
    let text: String = (0..=0x80).filter_map(char::from_u32).collect();
    assert_eq!(print(&text), serde_json::to_vec(&text).unwrap());
}
