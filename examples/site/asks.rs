//! Reads a demand aloud: from the table a rule is written in to a sentence whose names can be links.

use crate::book::said;
use crate::labels::{Labels, Named, Number, Phrase, Spoken};
use crate::language::Language;
use serde_json::{Map, Value};

/// A piece of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Piece {
    Text(String),
    /// The name of something that has a page.
    Name {
        of: Named,
        name: String,
        /// The field beside a code.
        beside: Option<String>,
        /// Whether a field belongs to the record that is looked for.
        theirs: bool,
    },
}

/// Reads demands aloud in one language.
#[derive(Clone, Copy)]
pub(crate) struct Reader<'l> {
    pub(crate) labels: &'l Labels,
    pub(crate) language: Language,
}

type Table = Map<String, Value>;

impl<'l> Reader<'l> {
    /// A demand or the conditions, by the name of their table.
    pub(crate) fn read(self, name: &str, value: &Value) -> Vec<Piece> {
        match (self.labels.demand.get(name), value) {
            (Some(spoken), Value::Object(table)) => self.table(spoken, table),
            (Some(_), Value::Array(tables)) => tables
                .iter()
                .flat_map(|table| self.read(name, table))
                .collect(),
            (_, other) => vec![Piece::Text(other.to_string())],
        }
    }

    fn table(self, spoken: &Spoken, table: &Table) -> Vec<Piece> {
        let comma = self.mark("comma");
        let between = spoken.between.as_ref();
        let between = between.map_or(comma, |between| self.language.of(between));
        self.phrases(&spoken.say, table, between)
    }

    fn phrases(self, phrases: &[Phrase], table: &Table, between: &str) -> Vec<Piece> {
        let known = |key: &String| phrases.iter().any(|phrase| phrase.key == *key);
        let spoken = phrases
            .iter()
            .filter_map(|phrase| self.phrase(phrase, table));
        let unknown = table
            .iter()
            .filter(|(key, value)| !known(key) && said(value));
        let unknown = unknown.map(|(key, value)| vec![Piece::Text(format!("{key} {value}"))]);
        joined(spoken.chain(unknown).collect(), between, between)
    }

    fn phrase(self, phrase: &Phrase, table: &Table) -> Option<Vec<Piece>> {
        let value = table.get(&phrase.key).filter(|value| said(value))?;
        let wanted = phrase.is.as_deref();
        if wanted.is_some_and(|wanted| plain(value) != wanted) {
            return None;
        }
        let number = match value.as_array().map(Vec::len) {
            None | Some(0 | 1) => Number::One,
            Some(_) => Number::Several,
        };
        if phrase.number.is_some_and(|wanted| wanted != number) {
            return None;
        }
        let beside = table.get("field").and_then(Value::as_str);
        if let Some(map) = value.as_object().filter(|_| phrase.left.is_some()) {
            return Some(self.map(phrase, map));
        }
        // Of groups of names, the phrase is said of each.
        let groups = value
            .as_array()
            .filter(|items| items.iter().any(Value::is_array));
        let said = |value| self.filled(phrase, self.value(phrase, value, beside));
        let apart = self.mark("apart");
        Some(groups.map_or_else(
            || said(value),
            |groups| joined(groups.iter().map(said).collect(), apart, apart),
        ))
    }

    fn value(self, phrase: &Phrase, value: &Value, beside: Option<&str>) -> Vec<Piece> {
        let all = |items: &[Value]| {
            items
                .iter()
                .map(|item| self.value(phrase, item, beside))
                .collect()
        };
        match value {
            Value::Array(items)
                if !items.iter().any(|item| item.is_array() || item.is_object()) =>
            {
                let last = if phrase.or { "or" } else { "and" };
                joined(all(items), self.mark("beside"), self.mark(last))
            }
            Value::Array(items) => {
                let apart = self.mark("apart");
                joined(all(items), apart, apart)
            }
            Value::Object(table) if phrase.of == Named::Label => {
                let own = table.get(self.language.folder()).map(plain);
                vec![Piece::Text(own.unwrap_or_default())]
            }
            Value::Object(table) => self.inner(phrase, table),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
                let text = plain(value);
                match text.split_once(" - ").filter(|_| phrase.of == Named::Field) {
                    Some((field, less)) => vec![
                        name(phrase, field, beside),
                        Piece::Text(format!(" − {less}")),
                    ],
                    None => vec![name(phrase, &text, beside)],
                }
            }
        }
    }

    /// What stands in a table of its own.
    fn inner(self, phrase: &Phrase, table: &Table) -> Vec<Piece> {
        let like = phrase
            .like
            .as_ref()
            .and_then(|like| self.labels.demand.get(like));
        let phrases = like.map_or(&phrase.say, |spoken| &spoken.say);
        let mut pieces = self.phrases(phrases, table, "");
        for piece in &mut pieces {
            if let Piece::Name { theirs, .. } = piece {
                *theirs |= phrase.theirs;
            }
        }
        pieces
    }

    /// A map: the left side, then what the phrase says of the right side.
    fn map(self, phrase: &Phrase, map: &Table) -> Vec<Piece> {
        let entries = map.iter().map(|(key, value)| {
            let left = phrase
                .left
                .as_ref()
                .map_or("", |left| self.language.of(left));
            let key = Piece::Name {
                of: Named::Field,
                name: key.clone(),
                beside: None,
                theirs: true,
            };
            let mut pieces = around(left, vec![key]);
            pieces.extend(self.filled(phrase, self.value(phrase, value, None)));
            pieces
        });
        let apart = self.mark("apart");
        joined(entries.collect(), apart, apart)
    }

    fn filled(self, phrase: &Phrase, value: Vec<Piece>) -> Vec<Piece> {
        around(phrase.text(self.language), value)
    }

    /// A mark or word between names or sentences.
    fn mark(self, name: &str) -> &'l str {
        let mark = self.labels.mark.get(name);
        mark.map_or("", |mark| self.language.of(mark))
    }
}

fn name(phrase: &Phrase, text: &str, beside: Option<&str>) -> Piece {
    Piece::Name {
        of: phrase.of,
        name: text.to_owned(),
        beside: beside.map(str::to_owned),
        theirs: phrase.theirs,
    }
}

/// A value as text, without the marks of JSON around it.
pub(crate) fn plain(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}

/// A phrase with a value in the place of its `{}`.
fn around(phrase: &str, value: Vec<Piece>) -> Vec<Piece> {
    let Some((before, after)) = phrase.split_once("{}") else {
        return vec![Piece::Text(phrase.to_owned())];
    };
    let mut pieces = vec![Piece::Text(before.to_owned())];
    pieces.extend(value);
    pieces.push(Piece::Text(after.to_owned()));
    pieces
}

fn joined(parts: Vec<Vec<Piece>>, between: &str, last: &str) -> Vec<Piece> {
    let end = parts.len().saturating_sub(1);
    let mut pieces = Vec::new();
    for (at, part) in parts.into_iter().enumerate() {
        if at > 0 {
            let mark = if at == end { last } else { between };
            pieces.push(Piece::Text(mark.to_owned()));
        }
        pieces.extend(part);
    }
    pieces
}
