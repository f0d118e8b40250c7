//! The normal form NFKC of Unicode, capitals and small letters, in tables that a browser does not wait for.
//!
//! Its answers are those of `unicode-normalization` and of Rust, from whose tables the build script makes these.
#![cfg_attr(not(test), no_std)]
#![forbid(unsafe_code)]

extern crate alloc;

mod hangul;
mod tables;

use alloc::{borrow::Cow, string::String, vec, vec::Vec};

/// The NFKC form of a text.
///
/// ```
/// assert_eq!(gongkai_nfkc::nfkc("①２㎏".chars()), "12kg");
/// ```
pub fn nfkc(text: impl IntoIterator<Item = char>) -> String {
    let mut parts = Parts::default();
    for c in text {
        parts.take(c);
    }
    parts.joined()
}

/// The NFKC form of one character, where a table has another form of it; without memory for nearly all.
///
/// ```
/// assert_eq!(gongkai_nfkc::form('⑩').as_deref(), Some(&['1', '0'][..]));
/// assert_eq!(gongkai_nfkc::form('农'), None);
/// ```
#[must_use]
pub fn form(c: char) -> Option<Cow<'static, [char]>> {
    if let Some(narrow) = narrow(c) {
        return Some(Cow::Owned(vec![narrow]));
    }
    let tables = tables::tables();
    let parts = tables.form(c)?;
    let is_letter = |part: &char| is_common(*part) || tables.class(*part) == tables::LETTER;
    // What is neither a mark nor joins the one before it stays where it is.
    if parts.iter().skip(1).all(is_letter) {
        return Some(Cow::Borrowed(parts));
    }
    Some(Cow::Owned(nfkc([c]).chars().collect()))
}

/// Whether NFKC leaves a character alone wherever it stands.
///
/// ```
/// assert!(gongkai_nfkc::is_inert('农') && !gongkai_nfkc::is_inert('①'));
/// ```
#[must_use]
pub fn is_inert(c: char) -> bool {
    if is_common(c) {
        return true;
    }
    let tables = tables::tables();
    tables.form(c).is_none() && tables.class(c) == tables::LETTER
}

/// Whether a character is one of the most, which are inert; no table is read for them.
const fn is_common(c: char) -> bool {
    matches!(c, '\0'..='\u{9f}' | '\u{3001}'..='\u{3029}' | '\u{3400}'..='\u{9fff}')
}

/// The character of ASCII that a full-width one stands for, without a table too.
fn narrow(c: char) -> Option<char> {
    let narrow = u32::from(c).checked_sub(0xfee0)?;
    char::from_u32(narrow).filter(|narrow| matches!(narrow, '!'..='~'))
}

/// The capitals of a character, or itself, as `char::to_uppercase` has them.
///
/// ```
/// assert_eq!(gongkai_nfkc::capitals('ß').collect::<String>(), "SS");
/// ```
pub fn capitals(c: char) -> impl Iterator<Item = char> {
    let may_have_others = !matches!(c, '\0'..='\u{7f}' | '\u{3000}'..='\u{a63f}');
    let other = may_have_others.then(|| tables::capitals().of(c)).flatten();
    let own = other.is_none().then(|| c.to_ascii_uppercase());
    other.unwrap_or_default().iter().copied().chain(own)
}

/// The first of the small letters of a character, or itself, as `char::to_lowercase` has it.
///
/// ```
/// assert_eq!(gongkai_nfkc::small('Я'), 'я');
/// ```
#[must_use]
pub fn small(c: char) -> char {
    let other = tables::small().of(c).and_then(<[char]>::first);
    other.copied().unwrap_or(c)
}

/// A text taken apart, marks in their order; each part with its class.
#[derive(Default)]
struct Parts(Vec<(char, u8)>);

impl Parts {
    fn take(&mut self, c: char) {
        let c = narrow(c).unwrap_or(c);
        if is_inert(c) {
            return self.0.push((c, tables::LETTER));
        }
        match tables::tables().form(c) {
            Some(form) => form.iter().for_each(|part| self.part(*part)),
            None => self.part(c),
        }
    }

    /// Adds a part, a mark behind those of no higher class.
    fn part(&mut self, c: char) {
        let class = tables::tables().class(c) % tables::JOINING;
        let higher = self.0.iter().rev();
        let higher = higher.take_while(|(_, other)| class != tables::LETTER && *other > class);
        let place = self.0.len().saturating_sub(higher.count());
        self.0.insert(place, (c, class));
    }

    /// The text, what can be one character made one.
    fn joined(self) -> String {
        let mut done: Vec<(char, u8)> = Vec::with_capacity(self.0.len());
        let mut letter = None;
        for (c, class) in self.0 {
            let is_near = |place: usize| match done.get(place.saturating_add(1)..) {
                Some([.., (_, before)]) => *before < class,
                Some([]) | None => true,
            };
            let place = letter.filter(|place| !is_common(c) && is_near(*place));
            let before = place.and_then(|place| done.get_mut(place));
            if let Some((before, one)) = before.and_then(|(b, _)| Some((tables::pair(*b, c)?, b))) {
                *one = before;
                continue;
            }
            if class == tables::LETTER {
                letter = Some(done.len());
            }
            done.push((c, class));
        }
        done.into_iter().map(|(c, _)| c).collect()
    }
}
