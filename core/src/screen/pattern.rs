//! Patterns: a beginning that is searched for like a term, and what must follow it.
//!
//! `姓名[:]?<{name}>` is the beginning 姓名, a colon that may be missing, and a name, of which only the part
//! between `<` and `>` is the hit. `{d:8-25}` is that many digits, `{.:0-20}` that many symbols of one
//! clause, `[号室]` one of these symbols, `$` the end of a line or text.

use super::fold::{NONE, table};
use super::names::Names;
use super::walk::{Gap, Step, Walk};
use alloc::vec::Vec;
use core::iter::once;

/// A pattern, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pattern {
    /// The symbols it begins with.
    pub(super) beginning: Vec<char>,
    rest: Vec<Part>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    One(Vec<char>),
    Maybe(Vec<char>),
    Digits(usize, usize),
    Any(usize, usize),
    Name,
    Open,
    Close,
    End,
}

/// The most symbols one part of a pattern can stand for.
const WIDEST: usize = 64;

/// The most parts of a pattern that can be of several lengths: each multiplies the ways to match.
const WIDE: usize = 2;

impl Pattern {
    /// Reads a pattern.
    ///
    /// # Errors
    /// What is wrong with it.
    pub(super) fn read(text: &str) -> Result<Self, &'static str> {
        let end = text.find(['[', '{', '<', '>', '$']).unwrap_or(text.len());
        let (beginning, rest) = text.split_at_checked(end).unwrap_or((text, ""));
        let pattern = Self {
            beginning: symbols(beginning),
            rest: parts(rest)?,
        };
        let wide = |part: &&Part| matches!(part, Part::Any(..) | Part::Digits(..));
        if pattern.rest.iter().filter(wide).count() > WIDE {
            return Err("at most two of its parts can be of several lengths");
        }
        let count = |wanted: &Part| pattern.rest.iter().filter(|part| *part == wanted).count();
        if count(&Part::Open) > 1 || count(&Part::Open) != count(&Part::Close) {
            return Err("`<` and `>` stand once, or not at all");
        }
        Ok(pattern)
    }

    /// Where the hit lies, for a beginning that was found.
    pub(super) fn follow(
        &self,
        text: &str,
        start: usize,
        end: usize,
        names: &Names,
    ) -> Option<(usize, usize)> {
        let mut found = Found {
            start,
            end,
            closed: false,
        };
        let matching = Matching { text, names };
        matching
            .parts(&self.rest, end, &mut found)
            .then_some((found.start, found.end))
    }
}

/// The symbols of a text.
pub(super) fn symbols(text: &str) -> Vec<char> {
    let table = table();
    let all = text.chars().map(|c| table.symbol(c));
    all.filter(|symbol| *symbol != NONE).collect()
}

fn parts(text: &str) -> Result<Vec<Part>, &'static str> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let (part, after) = match c {
            '[' => set(rest)?,
            '{' => run(rest)?,
            '<' => (Some(Part::Open), rest.get(1..).unwrap_or("")),
            '>' => (Some(Part::Close), rest.get(1..).unwrap_or("")),
            '$' => (Some(Part::End), rest.get(1..).unwrap_or("")),
            c => {
                let symbol = table().symbol(c);
                let part = (symbol != NONE).then(|| Part::One(alloc::vec![symbol]));
                (part, rest.get(c.len_utf8()..).unwrap_or(""))
            }
        };
        parts.extend(part);
        rest = after;
    }
    Ok(parts)
}

type Taken<'t> = (Option<Part>, &'t str);

fn set(text: &str) -> Result<Taken<'_>, &'static str> {
    let inner = text.strip_prefix('[').and_then(|text| text.split_once(']'));
    let (inner, rest) = inner.ok_or("`[` needs its `]`")?;
    let set = symbols(inner);
    if set.is_empty() {
        return Err("`[…]` holds no symbol");
    }
    Ok(match rest.strip_prefix('?') {
        Some(rest) => (Some(Part::Maybe(set)), rest),
        None => (Some(Part::One(set)), rest),
    })
}

fn run(text: &str) -> Result<Taken<'_>, &'static str> {
    let inner = text.strip_prefix('{').and_then(|text| text.split_once('}'));
    let (inner, rest) = inner.ok_or("`{` needs its `}`")?;
    if inner == "name" {
        return Ok((Some(Part::Name), rest));
    }
    let unknown = "between `{` and `}` stands `name`, `d:2-5` or `.:2-5`";
    let (what, range) = inner.split_once(':').ok_or(unknown)?;
    let (least, most) = range.split_once('-').ok_or(unknown)?;
    let (least, most) = least.parse().ok().zip(most.parse().ok()).ok_or(unknown)?;
    if least > most || most > WIDEST {
        return Err("a part stands for at most 64 symbols, the smaller number first");
    }
    match what {
        "d" => Ok((Some(Part::Digits(least, most)), rest)),
        "." => Ok((Some(Part::Any(least, most)), rest)),
        _ => Err(unknown),
    }
}

struct Found {
    start: usize,
    end: usize,
    closed: bool,
}

struct Matching<'m> {
    text: &'m str,
    names: &'m Names,
}

impl Matching<'_> {
    fn parts(&self, parts: &[Part], at: usize, found: &mut Found) -> bool {
        let Some((part, rest)) = parts.split_first() else {
            if !found.closed {
                found.end = at;
            }
            return true;
        };
        match part {
            Part::One(set) => match self.one(set, at) {
                Some(end) => self.parts(rest, end, found),
                None => false,
            },
            Part::Maybe(set) => {
                let end = self.one(set, at).unwrap_or(at);
                self.parts(rest, end, found)
            }
            Part::Digits(least, most) => self.longest(&self.digits(at, *most), *least, rest, found),
            Part::Any(least, most) => self.longest(&self.any(at, *most), *least, rest, found),
            Part::Name => match self.names.end(self.text, at) {
                Some(end) => self.parts(rest, end, found),
                None => false,
            },
            Part::Open => {
                let next = Walk::from(self.text, at).next();
                found.start = next.map_or(at, |step| step.start);
                self.parts(rest, at, found)
            }
            Part::Close => {
                (found.end, found.closed) = (at, true);
                self.parts(rest, at, found)
            }
            Part::End => {
                let next = Walk::from(self.text, at).next();
                next.is_none_or(|step| step.gap == Gap::Line) && self.parts(rest, at, found)
            }
        }
    }

    fn one(&self, set: &[char], at: usize) -> Option<usize> {
        let step = Walk::from(self.text, at).next()?;
        set.contains(&step.symbol).then_some(step.end)
    }

    /// Takes as many of the ends as can be, so that the rest fits.
    fn longest(&self, ends: &[usize], least: usize, rest: &[Part], found: &mut Found) -> bool {
        let tries = ends.get(least..).unwrap_or_default();
        tries.iter().rev().any(|end| {
            let kept = Found { ..*found };
            let fit = self.parts(rest, *end, found);
            if !fit {
                *found = kept;
            }
            fit
        })
    }

    /// Where the first digits end, from none of them on; signs may stand before the first.
    fn digits(&self, at: usize, most: usize) -> Vec<usize> {
        let mut first = true;
        let fits = |step: &Step| {
            let near = step.gap <= Gap::Space || (first && step.gap == Gap::Sign);
            first = false;
            near && step.symbol.is_ascii_digit()
        };
        let steps = Walk::from(self.text, at).take_while(fits).take(most);
        once(at).chain(steps.map(|step| step.end)).collect()
    }

    /// Where the first symbols of a clause end, from none of them on.
    fn any(&self, at: usize, most: usize) -> Vec<usize> {
        let fits = |step: &Step| {
            !matches!(step.symbol, ',' | '。' | ';' | '!' | '?') && step.gap < Gap::Line
        };
        let steps = Walk::from(self.text, at).take_while(fits).take(most);
        once(at).chain(steps.map(|step| step.end)).collect()
    }
}

/// Whether symbols begin with some others, of which there is at least one.
pub(super) fn begins(text: impl Iterator<Item = char>, with: &[char]) -> bool {
    !with.is_empty() && text.take(with.len()).eq(with.iter().copied())
}
