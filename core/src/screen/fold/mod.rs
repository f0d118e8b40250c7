//! One symbol for all the ways in which a character is written: width, case, traditional forms, numerals,
//! brackets, compatibility forms. What prints nothing or only decorates has none.

mod simplified;

use crate::words::normalize::{is_space, radical};
use alloc::boxed::Box;
use gongkai_nfkc::{form, small};
use once_cell::race::OnceBox;

/// The symbol of what is passed over between two others.
pub const NONE: char = '\0';

/// The symbols of the characters of the basic plane.
pub struct Table(Box<[u16; PLANE]>);

/// How many characters the basic plane has.
const PLANE: usize = 0x1_0000;

static TABLE: OnceBox<Table> = OnceBox::new();

/// The table; it is made once and never changes.
pub fn table() -> &'static Table {
    TABLE.get_or_init(|| Box::new(Table::make()))
}

impl core::fmt::Debug for Table {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Table")
    }
}

impl Table {
    /// A number for the symbol of a character, the same for equal symbols; 0 for none.
    #[must_use]
    #[inline]
    pub fn unit(&self, c: char) -> u16 {
        match u16::try_from(u32::from(c)) {
            Ok(unit) => self.basic(unit),
            Err(_) => self.beyond(c),
        }
    }

    /// The symbol of a character; [`NONE`] for what is passed over.
    #[must_use]
    #[inline]
    pub fn symbol(&self, c: char) -> char {
        match u16::try_from(u32::from(c)) {
            Ok(unit) => char::from_u32(u32::from(self.basic(unit))).unwrap_or(c),
            Err(_) => self.rare(c),
        }
    }

    #[inline]
    fn basic(&self, unit: u16) -> u16 {
        self.0.get(usize::from(unit)).copied().unwrap_or(0)
    }

    /// The number of the symbol of the first character of a text in UTF-8, and what stands behind the character;
    /// `None` unless the character has three bytes or is ASCII, as nearly all do.
    #[inline]
    pub(super) fn common<'t>(&self, text: &'t [u8]) -> Option<(u16, &'t [u8])> {
        let (unit, rest) = match text {
            [first @ 0xe0..=0xef, second, third, rest @ ..] => {
                let low = u16::from(second & 0x3f) << 6 | u16::from(third & 0x3f);
                (u16::from(*first) << 12 | low, rest)
            }
            [first @ ..=0x7f, rest @ ..] => (u16::from(*first), rest),
            _ => return None,
        };
        Some((self.basic(unit), rest))
    }

    /// The number of a symbol beyond the basic plane lies among the surrogates, which no character has.
    #[cold]
    fn beyond(&self, c: char) -> u16 {
        let symbol = u32::from(self.rare(c));
        u16::try_from(symbol)
            .unwrap_or_else(|_| u16::try_from(symbol & 0x7ff).map_or(0xd800, |low| 0xd800 | low))
    }

    /// The symbol of a character beyond the basic plane: its compatible form, if it has one.
    #[cold]
    fn rare(&self, c: char) -> char {
        if matches!(c, '\u{e0000}'..='\u{e0fff}') {
            return NONE;
        }
        match form(c).as_deref() {
            Some([one]) if u32::from(*one) <= 0xffff => self.symbol(*one),
            Some([one]) => *one,
            _ => c,
        }
    }

    fn make() -> Self {
        let same: Box<[u16]> = (0..=u16::MAX).collect();
        let mut table = Self(whole(same));
        for c in NUMERALS.into_iter().zip(1_u32..).flat_map(numerals) {
            table.write(c.0, c.1);
        }
        table.write('零', '0');
        for (from, to) in simplified::pairs() {
            let symbol = table.basic(to);
            table.set(from, symbol);
        }
        for range in CHANGED {
            for c in range {
                let symbol = plain(c, &table);
                table.write(c, symbol);
            }
        }
        // A symbol is its own symbol: where one form leads to another, it is followed.
        for unit in 0..=u16::MAX {
            let symbol = table.basic(table.basic(unit));
            table.set(unit, symbol);
        }
        table
    }

    fn write(&mut self, c: char, symbol: char) {
        if let (Ok(from), Ok(to)) = (
            u16::try_from(u32::from(c)),
            u16::try_from(u32::from(symbol)),
        ) {
            self.set(from, to);
        }
    }

    fn set(&mut self, from: u16, to: u16) {
        if let Some(unit) = self.0.get_mut(usize::from(from)) {
            *unit = to;
        }
    }
}

#[expect(
    clippy::expect_used,
    reason = "a range of all 16-bit numbers has as many members as there are"
)]
fn whole(units: Box<[u16]>) -> Box<[u16; PLANE]> {
    units.try_into().expect("all of the basic plane")
}

/// Chinese numerals of the digits from 1, all their characters.
const NUMERALS: [&str; 9] = [
    "一壹弌",
    "二贰貳弍",
    "三叁弎",
    "四肆",
    "五伍",
    "六陆陸",
    "七柒",
    "八捌",
    "九玖",
];

fn numerals((forms, digit): (&'static str, u32)) -> impl Iterator<Item = (char, char)> {
    let digit = char::from_digit(digit, 10).unwrap_or('0');
    forms.chars().map(move |form| (form, digit))
}

/// Where characters stand whose symbol is another than themselves; the ideographs are done one by one.
const CHANGED: [core::ops::RangeInclusive<char>; 13] = [
    '\0'..='\u{24f}',
    '\u{300}'..='\u{36f}',
    '\u{483}'..='\u{489}',
    '\u{591}'..='\u{5c7}',
    '\u{610}'..='\u{65f}',
    '\u{180e}'..='\u{180e}',
    '\u{1ab0}'..='\u{1aff}',
    '\u{1dc0}'..='\u{1dff}',
    '\u{2000}'..='\u{2bff}',
    '\u{2e80}'..='\u{33ff}',
    '\u{f900}'..='\u{fe6f}',
    '\u{fe70}'..='\u{ffef}',
    '\u{fff0}'..='\u{ffff}',
];

/// The symbol of a character, by the rules.
fn plain(c: char, table: &Table) -> char {
    if is_space(c) || is_silent(c) || is_sign(c) {
        return NONE;
    }
    if let Some(symbol) = special(c) {
        return symbol;
    }
    let Some(form) = form(radical(c)) else {
        return simple(radical(c), table);
    };
    match (&*form, inner(&form)) {
        ([one], _) | (_, [one]) => simple(*one, table),
        (_, ['1', '0']) => '十',
        _ => c,
    }
}

/// What stands in brackets or before a full stop: such a character stands for it alone.
fn inner(mut form: &[char]) -> &[char] {
    while let ['(' | ')' | '.' | '〔' | '〕', rest @ ..]
    | [rest @ .., '(' | ')' | '.' | '〔' | '〕'] = form
    {
        form = rest;
    }
    form
}

/// The symbol of a character that has no other compatible form.
fn simple(c: char, table: &Table) -> char {
    if is_sign(c) || is_silent(c) {
        NONE
    } else if u32::from(c) < FIRST_IDEOGRAPH {
        small(bracket(c))
    } else {
        table.symbol(c)
    }
}

/// From here on the table is filled before the rules ask it.
const FIRST_IDEOGRAPH: u32 = 0x3400;

/// Symbols that no rule of Unicode gives.
fn special(c: char) -> Option<char> {
    let counted = [
        ('\u{2160}', '\u{2168}'),
        ('\u{2170}', '\u{2178}'),
        ('\u{24f5}', '\u{24fd}'),
        ('\u{2776}', '\u{277e}'),
        ('\u{2780}', '\u{2788}'),
        ('\u{278a}', '\u{2792}'),
    ];
    let count = counted
        .into_iter()
        .find(|(first, last)| (*first..=*last).contains(&c))
        .map(|(first, _)| u32::from(c).wrapping_sub(u32::from(first)).wrapping_add(1));
    if let Some(count) = count {
        return char::from_digit(count, 10);
    }
    match c {
        '〇' | '○' | '⓿' | '◯' => Some('0'),
        '☆' | '⭐' | '✩'..='✰' | '⭑' | '⭒' => Some('★'),
        '，' | '﹐' | '､' => Some(','),
        '。' | '｡' => Some('。'),
        _ => None,
    }
}

/// Whether a character joins others and shows nothing of its own: combining marks, selectors, formats.
#[must_use]
pub fn is_silent(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{300}'..='\u{36f}'
            | '\u{483}'..='\u{489}'
            | '\u{591}'..='\u{5c7}'
            | '\u{610}'..='\u{61a}'
            | '\u{64b}'..='\u{65f}'
            | '\u{180e}'
            | '\u{1ab0}'..='\u{1aff}'
            | '\u{1dc0}'..='\u{1dff}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{20d0}'..='\u{20f0}'
            | '\u{302a}'..='\u{302f}'
            | '\u{3099}' | '\u{309a}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{fe20}'..='\u{fe2f}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e0fff}'
    ) || (c.is_control() && !c.is_whitespace())
}

/// Whether a character is a sign that is put between characters and ends no sentence.
fn is_sign(c: char) -> bool {
    matches!(
        c,
        '-' | '_' | '.' | '*' | '/' | '\\' | '|' | '~' | '+' | '=' | '^' | '`' | '\'' | '"' | '#'
            | '@' | '&' | '·' | '¨' | '¯' | '´' | '¸' | '¦'
            | '\u{2010}'..='\u{2027}'
            | '\u{2030}'..='\u{205e}'
            | '\u{2212}' | '\u{2215}' | '\u{2217}' | '\u{2219}' | '\u{223c}'
            | '\u{2500}'..='\u{257f}'
            | '\u{25a0}'..='\u{25ca}' | '\u{25cc}'..='\u{25ee}' | '\u{25f0}'..='\u{25ff}'
            | '「' | '」' | '『' | '』' | '〝' | '〞' | '〟' | '・' | '〜'
            | '\u{fe31}'..='\u{fe34}' | '\u{fe49}'..='\u{fe4f}'
            | '＂' | '＇' | '＊' | '＋' | '－' | '．' | '／' | '＝' | '＠' | '＆' | '＃' | '＼' | '＾'
            | '＿' | '｀' | '｜' | '～' | '･' | '﹒' | '﹘' | '﹟' | '﹠' | '﹡' | '﹢' | '﹣' | '﹦' | '﹨'
            | '﹫'
    )
}

/// One kind of brackets for all.
const fn bracket(c: char) -> char {
    match c {
        '(' | '[' | '{' | '<' | '〈' | '《' | '【' | '〔' | '〖' | '〘' | '〚' | '⟨'
        | '\u{2329}' => '(',
        ')' | ']' | '}' | '>' | '〉' | '》' | '】' | '〕' | '〗' | '〙' | '〛' | '⟩'
        | '\u{232a}' => ')',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use gongkai_nfkc::{is_inert, nfkc};

    /// The symbol of a character by its whole normal form.
    fn by_normal_form(c: char, table: &Table) -> char {
        if is_space(c) || is_silent(c) || is_sign(c) {
            return NONE;
        }
        if let Some(symbol) = special(c) {
            return symbol;
        }
        if is_inert(c) && radical(c) == c {
            return simple(c, table);
        }
        let whole = nfkc([radical(c)]);
        let inner = whole.trim_matches(['(', ')', '.', '〔', '〕']);
        let one = |text: &str| {
            let mut chars = text.chars();
            chars.next().filter(|_| chars.as_str().is_empty())
        };
        match one(&whole).or_else(|| one(inner)) {
            Some(one) => simple(one, table),
            None if inner == "10" => '十',
            None => c,
        }
    }

    #[test]
    fn every_character_has_the_symbol_of_its_normal_form() {
        for c in CHANGED.into_iter().flatten() {
            assert_eq!(plain(c, table()), by_normal_form(c, table()), "{c:?}");
        }
    }
}
