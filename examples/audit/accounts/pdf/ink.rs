//! What is printed on the pages of a PDF, in hundredths of a point: words where they stand, and rules between them.
#![expect(
    clippy::float_arithmetic,
    reason = "a PDF places its ink with floating point numbers; no amount is one"
)]

use pdf_extract::{ColorSpace, MediaBox, OutputDev, OutputError, Path, PathOp, Transform};
use std::cmp::Reverse;

/// A character, or several that stand together from left to right.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) left: i64,
    pub(super) right: i64,
    /// The line it stands on; the page's lowest is the least.
    pub(super) base: i64,
    /// The size of its characters.
    pub(super) size: i64,
    /// Whether a space is printed before it.
    pub(super) is_apart: bool,
    pub(super) text: String,
}

/// A straight line across or down the page: where it stands, and how far it goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Rule {
    pub(super) at: i64,
    pub(super) from: i64,
    pub(super) to: i64,
}

/// One page.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub(super) number: u32,
    pub(super) words: Vec<Word>,
    pub(super) across: Vec<Rule>,
    pub(super) down: Vec<Rule>,
    /// Whether something on it was not taken: characters that lie on their side, or too many rules.
    pub(super) is_odd: bool,
}

/// The pages, as they are printed one after the other.
#[derive(Debug, Default)]
pub(super) struct Ink {
    pub(super) pages: Vec<Page>,
    // Whether a space is printed before the next character.
    is_apart: bool,
}

/// The most rules that a page is taken with.
const MOST: usize = 20_000;
/// How thick a rule is at most, and how long at least.
const THICK: i64 = 200;
const LONG: i64 = 300;

#[expect(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    reason = "the conversion saturates, and places nothing is printed at matter to nobody"
)]
const fn hundredths(points: f64) -> i64 {
    // Far outside of any page, and far from overflowing.
    (points * 100.0).clamp(-1e12, 1e12) as i64
}

impl Ink {
    fn draw(&mut self, ctm: &Transform, path: &Path, is_filled: bool) {
        let point = |x: f64, y: f64| {
            (
                hundredths(ctm.m11 * x + ctm.m21 * y + ctm.m31),
                hundredths(ctm.m12 * x + ctm.m22 * y + ctm.m32),
            )
        };
        let mut points: Vec<(i64, i64)> = Vec::new();
        for op in &path.ops {
            match *op {
                PathOp::MoveTo(x, y) => {
                    self.shape(&points, is_filled);
                    points = vec![point(x, y)];
                }
                PathOp::LineTo(x, y) => points.push(point(x, y)),
                PathOp::CurveTo(.., x, y) => points = vec![point(x, y)],
                PathOp::Rect(x, y, width, height) => {
                    self.shape(&points, is_filled);
                    let (right, top) = (x + width, y + height);
                    let corners = [(x, y), (right, y), (right, top), (x, top), (x, y)];
                    self.shape(&corners.map(|(x, y)| point(x, y)), is_filled);
                    points.clear();
                }
                PathOp::Close => points.extend(points.first().copied()),
            }
        }
        self.shape(&points, is_filled);
    }

    // A filled shape is a rule if it is thin; an outline is one for each of its sides.
    fn shape(&mut self, points: &[(i64, i64)], is_filled: bool) {
        if is_filled {
            self.rule(points);
            return;
        }
        for side in points.windows(2) {
            self.rule(side);
        }
    }

    fn rule(&mut self, points: &[(i64, i64)]) {
        let (xs, ys) = (
            points.iter().map(|own| own.0),
            points.iter().map(|own| own.1),
        );
        let ends = xs
            .clone()
            .min()
            .zip(xs.max())
            .zip(ys.clone().min().zip(ys.max()));
        let (Some(((left, right), (low, high))), Some(page)) = (ends, self.pages.last_mut()) else {
            return;
        };
        let (wide, tall) = (right.saturating_sub(left), high.saturating_sub(low));
        let middle = |one: i64, other: i64| one.saturating_add(other) / 2;
        let (rules, rule) = if tall <= THICK && wide >= LONG {
            let at = middle(low, high);
            (
                &mut page.across,
                Rule {
                    at,
                    from: left,
                    to: right,
                },
            )
        } else if wide <= THICK && tall >= LONG {
            let at = middle(left, right);
            (
                &mut page.down,
                Rule {
                    at,
                    from: low,
                    to: high,
                },
            )
        } else {
            return;
        };
        if rules.len() < MOST {
            rules.push(rule);
        } else {
            page.is_odd = true;
        }
    }
}

impl OutputDev for Ink {
    fn begin_page(
        &mut self,
        number: u32,
        _: &MediaBox,
        _: Option<(f64, f64, f64, f64)>,
    ) -> Result<(), OutputError> {
        self.is_apart = true;
        self.pages.push(Page {
            number,
            ..Page::default()
        });
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn output_character(
        &mut self,
        place: &Transform,
        width: f64,
        _: f64,
        size: f64,
        text: &str,
    ) -> Result<(), OutputError> {
        let Some(page) = self.pages.last_mut() else {
            return Ok(());
        };
        if text.trim().is_empty() {
            self.is_apart = true;
            return Ok(());
        }
        page.is_odd |= place.m12.abs() > place.m11.abs();
        let (left, base) = (hundredths(place.m31), hundredths(place.m32));
        let right = left.saturating_add(hundredths(width * size * place.m11.abs()));
        let size = hundredths(size * place.m22.abs());
        page.words.push(Word {
            left,
            right,
            base,
            size,
            is_apart: self.is_apart,
            text: text.to_owned(),
        });
        self.is_apart = false;
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn stroke(
        &mut self,
        ctm: &Transform,
        _: &ColorSpace,
        _: &[f64],
        path: &Path,
    ) -> Result<(), OutputError> {
        self.draw(ctm, path, false);
        Ok(())
    }

    fn fill(
        &mut self,
        ctm: &Transform,
        _: &ColorSpace,
        _: &[f64],
        path: &Path,
    ) -> Result<(), OutputError> {
        self.draw(ctm, path, true);
        Ok(())
    }
}

/// Characters as words in lines, from the top down, each from left to right.
pub(super) fn lines(mut words: Vec<Word>) -> Vec<Vec<Word>> {
    words.sort_by_key(|word| Reverse(word.base));
    let mut lines: Vec<Vec<Word>> = Vec::new();
    for word in words {
        let last = lines.last_mut().filter(|line| {
            let first = line.first();
            first.is_some_and(|own| {
                own.base.saturating_sub(word.base) <= own.size.max(word.size) / 2
            })
        });
        match last {
            Some(line) => line.push(word),
            None => lines.push(vec![word]),
        }
    }
    for line in &mut lines {
        line.sort_by_key(|word| word.left);
        line.dedup_by(|next, word| word.takes(next));
    }
    lines
}

impl Word {
    /// How far a word behind this one stands from it.
    pub(super) fn gap(&self, next: &Self) -> i64 {
        next.left.saturating_sub(self.right)
    }

    // Adds a word that stands close behind.
    fn takes(&mut self, next: &Self) -> bool {
        let goes_on = !next.is_apart && self.gap(next) <= next.size / 4;
        if goes_on {
            self.text.push_str(&next.text);
            self.right = next.right;
        }
        goes_on
    }
}

/// The words of a line, with spaces between them.
pub(super) fn joined(line: &[Word]) -> String {
    let words = line.iter().map(|word| word.text.as_str());
    words.collect::<Vec<_>>().join(" ")
}
