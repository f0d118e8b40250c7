//! Bytes brought into columns and back: what is alike stands together, and compresses by a quarter better.
//!
//! Each place in a shape has a column of its own. Where many tables follow each other, all their titles
//! stand together, and all their flags. Texts end with a byte that no text has, instead of beginning with
//! their length.

use super::{Bytes, Shape};
use crate::order;
use alloc::vec::Vec;
use core::mem;

/// No byte of UTF-8.
const END: u8 = 0xFF;

/// The columns of these bytes of a shape.
#[must_use]
pub fn to_columns(shape: &Shape, bytes: &[u8]) -> Vec<u8> {
    let places = Places::of(shape);
    let mut spread = Spread {
        bytes: Bytes::new(bytes),
        columns: alloc::vec![Vec::new(); places.0.len()],
    };
    walk(shape, 0, &places, &mut spread);
    let mut out = Vec::new();
    for place in places.order() {
        let column = spread.columns.get(place).map_or(&[][..], Vec::as_slice);
        Bytes::put_slice(column, &mut out);
    }
    out
}

/// The bytes of these columns of a shape.
#[must_use]
pub fn from_columns(shape: &Shape, columns: &[u8]) -> Vec<u8> {
    let places = Places::of(shape);
    let mut collected = Collected {
        columns: places.0.iter().map(|_| Bytes::new(&[])).collect(),
        out: Vec::new(),
        outer: Vec::new(),
        spent: false,
    };
    let mut bytes = Bytes::new(columns);
    for place in places.order() {
        let column = Bytes::new(bytes.slice());
        if let Some(own) = collected.columns.get_mut(place) {
            *own = column;
        }
    }
    walk(shape, 0, &places, &mut collected);
    collected.out
}

/// Goes through a value of a shape, of which one thing after the other is moved.
fn walk(shape: &Shape, place: usize, places: &Places, mover: &mut impl Mover) {
    let inside = place.saturating_add(1);
    match shape {
        Shape::Text => mover.text(place),
        Shape::Flag | Shape::Number(..) | Shape::Printed(_) | Shape::OneOf(_) => {
            mover.number(place);
        }
        Shape::Optional(inner) | Shape::List(inner) => {
            for _ in 0..mover.number(place) {
                if mover.is_spent() {
                    break;
                }
                walk(inner, inside, places, mover);
            }
        }
        Shape::Pair(inner) => {
            walk(inner, inside, places, mover);
            walk(inner, inside, places, mover);
        }
        Shape::Map(inner) => {
            for _ in 0..mover.number(place) {
                if mover.is_spent() {
                    break;
                }
                mover.text(inside);
                walk(inner, places.after(inside), places, mover);
            }
        }
        Shape::Apart(head, item) => {
            walk(head, inside, places, mover);
            mover.begin();
            walk(item, places.after(inside), places, mover);
            mover.end();
        }
        // Images hold none.
        Shape::Verbatim => {}
        Shape::Table(members) => {
            let mut inside = inside;
            for member in *members {
                walk(&member.shape, inside, places, mover);
                inside = places.after(inside);
            }
        }
    }
}

/// Moves what a value consists of, from where it stands next in the one form to its end in the other.
trait Mover {
    /// A number, which is also given back.
    fn number(&mut self, place: usize) -> u64;
    /// A text.
    fn text(&mut self, place: usize);
    /// What follows stands apart.
    fn begin(&mut self);
    /// What stands apart ends.
    fn end(&mut self);
    /// Whether more was moved than there is.
    fn is_spent(&self) -> bool;
}

/// From bytes to columns.
struct Spread<'b> {
    bytes: Bytes<'b>,
    columns: Vec<Vec<u8>>,
}

impl Mover for Spread<'_> {
    fn number(&mut self, place: usize) -> u64 {
        let number = self.bytes.number();
        if let Some(column) = self.columns.get_mut(place) {
            Bytes::put_number(number, column);
        }
        number
    }

    fn text(&mut self, place: usize) {
        let text = self.bytes.slice();
        if let Some(column) = self.columns.get_mut(place) {
            column.extend_from_slice(text);
            column.push(END);
        }
    }

    fn begin(&mut self) {
        self.bytes.number();
    }

    fn end(&mut self) {}

    fn is_spent(&self) -> bool {
        false
    }
}

/// From columns to bytes.
struct Collected<'b> {
    columns: Vec<Bytes<'b>>,
    out: Vec<u8>,
    /// What was written before what stands apart.
    outer: Vec<Vec<u8>>,
    spent: bool,
}

impl<'b> Collected<'b> {
    /// What a function takes from a column, in which something is left as long as the columns are whole.
    fn take<T: Default>(&mut self, place: usize, take: impl FnOnce(&mut Bytes<'b>) -> T) -> T {
        let columns = self.columns.get_mut(place);
        let Some(column) = columns.filter(|column| !column.is_empty()) else {
            self.spent = true;
            return T::default();
        };
        take(column)
    }
}

impl Mover for Collected<'_> {
    fn number(&mut self, place: usize) -> u64 {
        let number = self.take(place, Bytes::number);
        Bytes::put_number(number, &mut self.out);
        number
    }

    fn text(&mut self, place: usize) {
        let text = self.take(place, |column| column.until(END));
        Bytes::put_slice(text, &mut self.out);
    }

    fn begin(&mut self) {
        self.outer.push(mem::take(&mut self.out));
    }

    fn end(&mut self) {
        let outer = self.outer.pop().unwrap_or_default();
        let apart = mem::replace(&mut self.out, outer);
        Bytes::put_slice(&apart, &mut self.out);
    }

    fn is_spent(&self) -> bool {
        self.spent
    }
}

/// The places of a shape, the outer ones first.
struct Places(Vec<Place>);

struct Place {
    /// How many places it is with all that it holds.
    span: usize,
    is_text: bool,
    /// The name of the member that it belongs to.
    name: &'static str,
}

impl Places {
    fn of(shape: &Shape) -> Self {
        let mut places = Self(Vec::new());
        places.add(shape, "");
        places
    }

    fn add(&mut self, shape: &Shape, name: &'static str) {
        let place = self.0.len();
        self.0.push(Place {
            span: 1,
            is_text: matches!(shape, Shape::Text),
            name,
        });
        match shape {
            Shape::List(inner) | Shape::Pair(inner) | Shape::Optional(inner) => {
                self.add(inner, name);
            }
            Shape::Map(inner) => {
                self.add(&Shape::Text, name);
                self.add(inner, name);
            }
            Shape::Apart(head, item) => {
                self.add(head, name);
                self.add(item, name);
            }
            Shape::Table(members) => {
                for member in *members {
                    self.add(&member.shape, member.name);
                }
            }
            Shape::Text
            | Shape::Flag
            | Shape::Number(..)
            | Shape::Printed(_)
            | Shape::OneOf(_)
            | Shape::Verbatim => {}
        }
        let span = self.0.len().saturating_sub(place);
        if let Some(own) = self.0.get_mut(place) {
            own.span = span;
        }
    }

    /// The place after this one and all that it holds.
    fn after(&self, place: usize) -> usize {
        place.saturating_add(self.0.get(place).map_or(1, |own| own.span))
    }

    /// The order in which columns are kept: texts last, those of one name together, and so those of one language.
    fn order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.0.len()).collect();
        order::sort_by_key(&mut order, |place| {
            let place = self.0.get(*place);
            place.map(|place| (place.is_text, place.name))
        });
        order
    }
}
