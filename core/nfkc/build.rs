//! Writes the tables of NFKC, made from those of `unicode-normalization`, and those of capitals and small
//! letters, made from those of Rust, in columns of small numbers.
//!
//! A number is written seven bits a byte, the lowest first; a signed one by turns up and down from zero.
#![expect(
    clippy::arithmetic_side_effects,
    reason = "characters come in their order, and a slip stops the build"
)]

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::{env, error::Error, fs, iter};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{canonical_combining_class, compose, decompose_canonical};

/// Stands for the class of what is ordered like a letter, but may join the one before it.
const JOINING: u8 = u8::MAX;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("no OUT_DIR")?);
    fs::write(
        out.join("forms.bin"),
        others(|c| iter::once(c).nfkd().collect()),
    )?;
    fs::write(
        out.join("capitals.bin"),
        others(|c| c.to_uppercase().collect()),
    )?;
    fs::write(
        out.join("small.bin"),
        others(|c| c.to_lowercase().collect()),
    )?;
    fs::write(out.join("classes.bin"), classes())?;
    fs::write(out.join("pairs.bin"), pairs())?;
    Ok(())
}

/// Every character that stands for others, with those: four columns behind their number.
fn others(of: fn(char) -> Vec<char>) -> Vec<u8> {
    let letters = characters().filter(|c| !('가'..='힣').contains(c));
    let forms = letters.map(|c| (c, of(c)));
    let forms: Vec<(char, Vec<char>)> = forms.filter(|(c, parts)| *parts != [*c]).collect();
    let (mut from, mut length, mut first, mut further) = (vec![], vec![], vec![], vec![]);
    let (mut last_from, mut last_first) = (0, 0);
    for (c, parts) in &forms {
        put(&mut from, u32::from(*c) - last_from);
        put(&mut length, u32::try_from(parts.len()).unwrap_or(0));
        let start = parts.first().map_or(0, |part| u32::from(*part));
        put_signed(&mut first, last_first, start);
        for (one, next) in parts.iter().zip(parts.iter().skip(1)) {
            put_signed(&mut further, u32::from(*one), u32::from(*next));
        }
        (last_from, last_first) = (u32::from(*c), start);
    }
    behind_count(forms.len(), &[from, length, first, further])
}

/// From which character on which class holds: two columns behind their number.
fn classes() -> Vec<u8> {
    let joining: BTreeSet<char> = characters().filter_map(pair).map(|(.., b)| b).collect();
    let (mut from, mut class) = (vec![], vec![]);
    let (mut last, mut count) = ((0, 0), 0);
    for c in characters() {
        let own = match canonical_combining_class(c) {
            0 if joining.contains(&c) || is_vowel_or_final(c) => JOINING,
            class => class,
        };
        if own != last.1 {
            put(&mut from, u32::from(c) - last.0);
            class.push(own);
            last = (u32::from(c), own);
            count += 1;
        }
    }
    behind_count(count, &[from, class])
}

/// The vowels and final consonants of which Hangul syllables are made.
fn is_vowel_or_final(c: char) -> bool {
    matches!(c, '\u{1161}'..='\u{1175}' | '\u{11a8}'..='\u{11c2}')
}

/// Every two characters that become one, in their order: three columns behind their number.
fn pairs() -> Vec<u8> {
    let mut pairs: Vec<_> = characters().filter_map(pair).collect();
    pairs.sort_unstable_by_key(|(_, first, second)| (*first, *second));
    let (mut one, mut first, mut second) = (vec![], vec![], vec![]);
    let mut last = (0, 0, 0);
    for (c, a, b) in &pairs {
        let (c, a, b) = (u32::from(*c), u32::from(*a), u32::from(*b));
        put(&mut first, a - last.1);
        put_signed(&mut second, last.2, b);
        put_signed(&mut one, last.0, c);
        last = (c, a, b);
    }
    behind_count(pairs.len(), &[first, second, one])
}

/// A character of which NFC makes two one; what comes apart into three goes by way of two.
fn pair(c: char) -> Option<(char, char, char)> {
    if ('가'..='힣').contains(&c) {
        return None;
    }
    let mut parts = Vec::new();
    decompose_canonical(c, |part| parts.push(part));
    let (last, before) = parts.split_last()?;
    let first = before.iter().copied().nfc().collect::<Vec<_>>();
    let [first] = first.try_into().ok()?;
    (compose(first, *last) == Some(c)).then_some((c, first, *last))
}

fn characters() -> impl Iterator<Item = char> {
    '\0'..=char::MAX
}

fn behind_count<const N: usize>(count: usize, columns: &[Vec<u8>; N]) -> Vec<u8> {
    let mut bytes = Vec::new();
    put(&mut bytes, u32::try_from(count).unwrap_or(0));
    bytes.extend(columns.concat());
    bytes
}

fn put_signed(bytes: &mut Vec<u8>, from: u32, to: u32) {
    if to >= from {
        put(bytes, (to - from) << 1);
    } else {
        put(bytes, ((from - to) << 1) - 1);
    }
}

fn put(bytes: &mut Vec<u8>, number: u32) {
    let low = u8::try_from(number & 0x7f).unwrap_or(0);
    if number > 0x7f {
        bytes.push(low | 0x80);
        put(bytes, number >> 7);
    } else {
        bytes.push(low);
    }
}
