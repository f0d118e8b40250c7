//! JSON: one object a line, one array of objects, or objects one after another.
//!
//! Each object keeps its bytes as written, so that it can be judged through the engine's own door for JSON.

use super::lines::{Line, Lines};
use super::pieces::{Piece, Pieces};
use super::text::{Text, broken};
use super::{CELL_LIMIT, COLUMN_LIMIT, Cells, Interest, Row, Shape, Visitor};
use crate::trouble::{Code, Trouble};
use serde::de::{Deserialize, Deserializer, MapAccess};
use serde_json::Value;
use std::collections::BTreeMap;
use std::io::BufRead;

/// Reads all objects of a text as one table.
///
/// # Errors
///
/// `A03` if reading fails, `A13` where the JSON breaks off.
pub(crate) fn read(
    text: Text,
    encoding: &'static str,
    visitor: &mut dyn Visitor,
) -> Result<(), Trouble> {
    if text.first_sign() == Some(b'[') {
        return read_stream(text, &[], Objects::new("json", encoding, visitor));
    }
    let mut lines = Lines::new(text);
    let mut line = Line::default();
    while lines.read(&mut line)? && line.bytes.trim_ascii().is_empty() {}
    let whole = serde_json::from_slice::<Pairs>(&line.bytes).is_ok();
    if whole || line.bytes.trim_ascii().len() > 1 {
        return read_lines(lines, line, Objects::new("json-lines", encoding, visitor));
    }
    let objects = Objects::new("json", encoding, visitor);
    read_stream(lines.into_text(), &line.bytes, objects)
}

fn read_lines(mut lines: Lines, mut line: Line, mut objects: Objects<'_>) -> Result<(), Trouble> {
    loop {
        if line.cut {
            objects.refuse(Trouble::new(Code::RowTooLong).at_row(line.number));
        } else if line.bytes.trim_ascii().is_empty() {
            objects.visitor.skipped();
        } else {
            objects.object(line.number, &line.bytes);
        }
        if objects.done || !lines.read(&mut line)? {
            break;
        }
    }
    objects.damage(lines.damage());
    Ok(())
}

/// Objects inside an array or one after another, over any number of lines; numbered in order.
fn read_stream(mut text: Text, start: &[u8], mut objects: Objects<'_>) -> Result<(), Trouble> {
    let mut pieces = Pieces::default();
    let mut number = 0_u64;
    let mut each = |objects: &mut Objects<'_>, piece: Piece<'_>| {
        number = number.saturating_add(1);
        objects.piece(number, piece);
    };
    pieces.feed(start, &mut |piece| each(&mut objects, piece));
    loop {
        let buffer = text.fill_buf().map_err(|error| broken(&error))?;
        if buffer.is_empty() || objects.done {
            break;
        }
        let length = buffer.len();
        pieces.feed(buffer, &mut |piece| each(&mut objects, piece));
        text.consume(length);
    }
    objects.damage(text.damage());
    if pieces.open() && !objects.done {
        return Err(Trouble::new(Code::JsonUnfinished).at_row(number.saturating_add(1)));
    }
    Ok(())
}

/// Gives objects to the visitor as rows; the headings are all keys seen so far.
struct Objects<'a> {
    visitor: &'a mut dyn Visitor,
    shape: Shape,
    columns: BTreeMap<String, usize>,
    cells: Cells,
    row: Vec<Option<String>>,
    begun: bool,
    done: bool,
}

impl<'a> Objects<'a> {
    fn new(format: &'static str, encoding: &'static str, visitor: &'a mut dyn Visitor) -> Self {
        let shape = Shape {
            format,
            encoding: Some(encoding),
            ..Shape::default()
        };
        visitor.begin(&shape);
        Self {
            visitor,
            shape,
            columns: BTreeMap::new(),
            cells: Cells::default(),
            row: Vec::new(),
            begun: false,
            done: false,
        }
    }

    fn piece(&mut self, number: u64, piece: Piece<'_>) {
        match piece {
            Piece::Object(object) => self.object(number, object),
            Piece::TooLong => self.refuse(Trouble::new(Code::RowTooLong).at_row(number)),
            Piece::Stray => self.refuse(Trouble::new(Code::JsonBroken).at_row(number)),
        }
    }

    fn refuse(&mut self, trouble: Trouble) {
        self.visitor.refused(trouble);
    }

    fn damage(&mut self, damage: Option<Trouble>) {
        if let Some(damage) = damage {
            self.visitor.trouble(damage);
        }
    }

    fn object(&mut self, number: u64, bytes: &[u8]) {
        if self.done {
            return;
        }
        let pairs = match serde_json::from_slice::<Pairs>(bytes) {
            Ok(pairs) => pairs.0,
            Err(error) => {
                let detail = format!("column {}", error.column());
                return self.refuse(Trouble::new(Code::JsonBroken).at_row(number).with(detail));
            }
        };
        let known = self.shape.headings.len();
        self.row.clear();
        let mut too_long = false;
        for (key, value) in pairs {
            too_long |= value.len() > CELL_LIMIT;
            self.place(key, value, number);
        }
        if too_long {
            return self.refuse(Trouble::new(Code::RowTooLong).at_row(number));
        }
        self.announce(known);
        if !self.done {
            self.give(number, bytes);
        }
    }

    fn place(&mut self, key: String, value: String, number: u64) {
        let next = self.columns.len();
        if next >= COLUMN_LIMIT && !self.columns.contains_key(&key) {
            return self
                .visitor
                .trouble(Trouble::new(Code::TooManyColumns).at_row(number));
        }
        let column = *self.columns.entry(key).or_insert_with_key(|key| {
            self.shape.headings.push(key.clone());
            next
        });
        if self.row.len() <= column {
            self.row.resize(column.saturating_add(1), None);
        }
        if let Some(place) = self.row.get_mut(column) {
            *place = Some(value);
        }
    }

    fn announce(&mut self, known: usize) {
        if !self.begun {
            self.begun = true;
            self.done = self.visitor.table(&self.shape) == Interest::Skip;
        } else if self.shape.headings.len() > known {
            self.visitor.headings(&self.shape.headings);
        }
    }

    fn give(&mut self, number: u64, bytes: &[u8]) {
        self.cells.clear();
        for cell in &self.row {
            self.cells.push(cell.as_deref().unwrap_or(""));
        }
        self.visitor.row(&Row {
            number,
            cells: &self.cells,
            json: Some(bytes),
        });
    }
}

/// The members of an object in order, values as text.
struct Pairs(Vec<(String, String)>);

impl<'de> Deserialize<'de> for Pairs {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(PairsVisitor)
    }
}

struct PairsVisitor;

impl<'de> serde::de::Visitor<'de> for PairsVisitor {
    type Value = Pairs;

    fn expecting(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Pairs, A::Error> {
        let mut pairs = Vec::new();
        while let Some((key, value)) = map.next_entry::<String, Value>()? {
            let text = match value {
                Value::Null => String::new(),
                Value::String(text) => text,
                value
                @ (Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_)) => {
                    value.to_string()
                }
            };
            pairs.push((key, text));
        }
        Ok(Pairs(pairs))
    }
}

#[cfg(test)]
mod tests {
    use super::super::recorded::recorded;
    use super::*;

    #[test]
    fn lines_keep_their_bytes_and_new_keys_grow_the_headings() {
        let read = recorded("{\"名称\":\"甲\"}\n\n{\"名称\":\"乙\",\"代码\":91}\n", None);
        assert_eq!(read.shapes[0].format, "json-lines");
        assert_eq!(read.headings, ["名称", "代码"]);
        assert_eq!(read.cells(), [vec!["甲"], vec!["乙", "91"]]);
        assert_eq!(read.json[1], "{\"名称\":\"乙\",\"代码\":91}");
        assert_eq!(read.rows[1].0, 3);
    }

    #[test]
    fn a_broken_line_is_refused_and_the_rest_goes_on() {
        let read = recorded("{\"a\":1}\n{\"a\":\n{\"a\":3}\n[1]\n", None);
        assert_eq!(read.cells(), [["1"], ["3"]]);
        assert_eq!(
            read.refused,
            [(Code::JsonBroken, Some(2)), (Code::JsonBroken, Some(4))]
        );
    }

    #[test]
    fn an_array_and_objects_over_several_lines_are_read() {
        let array = "\u{FEFF}[\n {\"a\": \"}\\\"{\", \"b\": {\"c\": [1]}},\n {\"a\": null}\n]\n";
        let read = recorded(array, None);
        assert_eq!(read.cells(), [vec!["}\"{", "{\"c\":[1]}"], vec![""]]);
        let read = recorded("{\n \"a\": 1\n}\n{\n \"a\": 2\n}\n", None);
        assert_eq!(read.cells(), [["1"], ["2"]]);
    }

    #[test]
    fn an_array_that_breaks_off_says_where() {
        let read = recorded("[{\"a\":1},{\"a\":", None);
        assert_eq!(read.cells(), [["1"]]);
        let failure = read.failure.expect("a failure");
        assert_eq!((failure.code, failure.row), (Code::JsonUnfinished, Some(2)));
    }

    #[test]
    fn what_stands_between_objects_is_refused_and_an_open_array_said() {
        let read = recorded("[{\"a\":1}, 7, \"b\" {\"a\":2}]\nrest", None);
        assert_eq!(read.cells(), [["1"], ["2"]]);
        let broken = [2, 3, 5].map(|row| (Code::JsonBroken, Some(row)));
        assert_eq!(read.refused, broken);
        for open in ["[", "[{\"a\":1},"] {
            let failure = recorded(open, None).failure.expect("a failure");
            assert_eq!(failure.code, Code::JsonUnfinished);
        }
        let read = recorded("[".repeat(100_000), None);
        assert_eq!(read.refused, [(Code::JsonBroken, Some(1))]);
    }

    #[test]
    fn a_giant_object_is_refused_in_bounded_memory() {
        let giant = format!("[{{\"a\":\"{}\"}},{{\"a\":2}}]", "x".repeat(10 << 20));
        let read = recorded(giant, None);
        assert_eq!(read.refused, [(Code::RowTooLong, Some(1))]);
        assert_eq!(read.rows.len(), 1);
    }

    #[test]
    fn deep_nesting_is_refused() {
        let deep = format!("{{\"a\":1}}\n{{\"a\":{}\n", "[".repeat(100_000));
        assert_eq!(recorded(deep, None).refused, [(Code::JsonBroken, Some(2))]);
    }
}
