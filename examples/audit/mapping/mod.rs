//! Which column is which field of which kind of record, and how sure that is.

mod guess;
mod heading;

pub(crate) use guess::{Guess, guess, routing_column};
pub(crate) use heading::normal;

use crate::table::{Cells, KnownHeadings};
use gongkai::report::mask;
use serde::Serialize;
use std::collections::BTreeMap;

/// A kind of record and the names its fields go by.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct KindFields {
    pub(crate) id: String,
    /// What people call the kind: `行政许可`.
    pub(crate) labels: Vec<String>,
    pub(crate) fields: Vec<FieldNames>,
}

/// A field and every heading it is known by: labels, aliases and columns of the exchange.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct FieldNames {
    pub(crate) id: String,
    pub(crate) names: Vec<String>,
}

/// All kinds with their names in the form headings are compared in.
#[derive(Debug)]
pub(crate) struct Dictionary {
    kinds: Vec<BTreeMap<String, usize>>,
    labels: BTreeMap<String, usize>,
}

impl Dictionary {
    pub(crate) fn new(kinds: &[KindFields]) -> Self {
        let mut labels = BTreeMap::new();
        for (index, kind) in kinds.iter().enumerate() {
            for label in std::iter::once(&kind.id).chain(&kind.labels) {
                labels.entry(normal(label)).or_insert(index);
            }
        }
        Self {
            kinds: kinds.iter().map(names_of).collect(),
            labels,
        }
    }

    /// The kind that is called this.
    pub(crate) fn kind(&self, label: &str) -> Option<usize> {
        self.labels.get(&normal(label)).copied()
    }

    fn field(&self, kind: usize, heading: &str) -> Option<usize> {
        self.named(kind, &normal(heading))
    }

    /// The field of a heading in the form headings are compared in.
    fn named(&self, kind: usize, normal: &str) -> Option<usize> {
        let names = self.kinds.get(kind)?;
        let found = names
            .get(normal)
            .or_else(|| names.get(heading::bare(normal)));
        found.copied()
    }
}

impl KnownHeadings for Dictionary {
    fn knows(&self, heading: &str) -> bool {
        let normal = normal(heading);
        (0..self.kinds.len()).any(|kind| self.named(kind, &normal).is_some())
    }
}

fn names_of(kind: &KindFields) -> BTreeMap<String, usize> {
    let mut names = BTreeMap::new();
    for (index, field) in kind.fields.iter().enumerate() {
        for name in std::iter::once(&field.id).chain(&field.names) {
            names.entry(normal(name)).or_insert(index);
        }
    }
    names
}

/// The columns of a table as fields of one kind.
#[derive(Debug)]
pub(crate) struct Mapping {
    /// A field and its columns in order; the first that is not blank counts.
    sources: Vec<(usize, Vec<usize>)>,
    pub(crate) columns: Vec<Column>,
}

/// How one heading was understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Column {
    pub(crate) heading: String,
    pub(crate) kind: String,
    pub(crate) field: Option<String>,
    pub(crate) how: How,
    /// For a heading that was not understood: a name that is nearly the same.
    pub(crate) near: Option<String>,
}

/// In which way a heading names a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum How {
    /// Written exactly as the field is called.
    Exact,
    /// Written in another way: width, spaces, signs, a unit.
    Normalized,
    /// Another column already gives this field; this one counts only where that is blank.
    Repeated,
    /// It gives no field: it names the kind of each row.
    Routing,
    Unknown,
    Blank,
}

/// For so many unknown headings a near name is looked for.
const NEAR_LIMIT: usize = 100;
/// How alike two headings must be for one to be suggested for the other.
const NEAR: f64 = 0.6;

impl Mapping {
    pub(crate) fn new(
        dictionary: &Dictionary,
        kinds: &[KindFields],
        kind: usize,
        headings: &[String],
    ) -> Self {
        let mut mapping = Self {
            sources: Vec::new(),
            columns: Vec::new(),
        };
        let Some(fields) = kinds.get(kind) else {
            return mapping;
        };
        let routing = routing_column(headings);
        for (index, heading) in headings.iter().enumerate() {
            let found = dictionary.field(kind, heading);
            let how = match found.and_then(|field| Some((field, fields.fields.get(field)?))) {
                None if routing == Some(index) => How::Routing,
                found => mapping.place(index, heading, found),
            };
            let near = (how == How::Unknown && index < NEAR_LIMIT)
                .then(|| nearest(fields, heading))
                .flatten();
            mapping.columns.push(Column {
                heading: mask::public(heading),
                kind: fields.id.clone(),
                field: found
                    .and_then(|field| fields.fields.get(field))
                    .map(|field| field.id.clone()),
                how,
                near,
            });
        }
        mapping
    }

    fn place(&mut self, column: usize, heading: &str, found: Option<(usize, &FieldNames)>) -> How {
        let Some((field, names)) = found else {
            return if normal(heading).is_empty() {
                How::Blank
            } else {
                How::Unknown
            };
        };
        if let Some((_, columns)) = self.sources.iter_mut().find(|source| source.0 == field) {
            columns.push(column);
            return How::Repeated;
        }
        self.sources.push((field, vec![column]));
        if names.id == heading || names.names.iter().any(|name| name == heading) {
            How::Exact
        } else {
            How::Normalized
        }
    }

    /// The cells of a row as fields of the kind; blank ones are left out.
    pub(crate) fn fields<'a>(&self, cells: &'a Cells) -> Vec<(usize, &'a str)> {
        let first = |columns: &[usize]| {
            let mut texts = columns.iter().map(|column| cells.get(*column));
            texts.find(|text| !text.trim().is_empty())
        };
        self.sources
            .iter()
            .filter_map(|(field, columns)| Some((*field, first(columns)?)))
            .collect()
    }

    /// Whether two columns of one field say different things in this row.
    pub(crate) fn disagrees(&self, cells: &Cells) -> bool {
        let several = self.sources.iter().filter(|source| source.1.len() > 1);
        several.into_iter().any(|(_, columns)| {
            let texts = columns.iter().map(|column| cells.get(*column).trim());
            let mut said = texts.filter(|text| !text.is_empty());
            said.next()
                .is_some_and(|first| said.any(|other| other != first))
        })
    }
}

fn nearest(kind: &KindFields, heading: &str) -> Option<String> {
    let heading = normal(heading);
    let names = kind.fields.iter().flat_map(|field| &field.names);
    let alike = names.map(|name| {
        (
            strsim::normalized_damerau_levenshtein(&normal(name), &heading),
            name,
        )
    });
    alike
        .filter(|(alike, _)| *alike >= NEAR)
        .max_by(|one, other| one.0.total_cmp(&other.0))
        .map(|(_, name)| name.clone())
}

#[cfg(test)]
pub(crate) mod tests {
    use super::How::{Blank, Exact, Normalized, Repeated, Unknown};
    use super::*;

    pub(crate) fn kind(id: &str, label: &str, fields: &[(&str, &[&str])]) -> KindFields {
        KindFields {
            id: id.into(),
            labels: vec![label.into()],
            fields: fields
                .iter()
                .map(|(id, names)| FieldNames {
                    id: (*id).into(),
                    names: names.iter().map(|name| (*name).into()).collect(),
                })
                .collect(),
        }
    }

    pub(crate) fn kinds() -> Vec<KindFields> {
        let party: (&str, &[&str]) = ("party", &["行政相对人名称", "企业名称"]);
        let code: (&str, &[&str]) = ("credit_code", &["统一社会信用代码", "代码_1"]);
        vec![
            kind(
                "administrative-license",
                "行政许可",
                &[
                    ("document_number", &["行政许可决定书文号", "XK_WSH"]),
                    party,
                    code,
                ],
            ),
            kind(
                "administrative-penalty",
                "行政处罚",
                &[
                    ("document_number", &["行政处罚决定书文号", "CF_WSH"]),
                    party,
                    code,
                    ("fine", &["罚款金额"]),
                ],
            ),
        ]
    }

    fn row(cells: &[&str]) -> Cells {
        let mut row = Cells::default();
        for cell in cells {
            row.push(cell);
        }
        row
    }

    #[test]
    fn headings_find_their_fields_and_the_rest_is_said() {
        let kinds = kinds();
        let headings: Vec<String> = [
            "企业名称",
            "统一社 会信用 代码",
            "代码－1",
            "罚款金额（万元）",
            "行政处罚决定文号",
            "",
            "案号甲",
        ]
        .map(String::from)
        .to_vec();
        let mapping = Mapping::new(&Dictionary::new(&kinds), &kinds, 1, &headings);
        let how: Vec<How> = mapping.columns.iter().map(|column| column.how).collect();
        assert_eq!(
            how,
            [
                Exact, Normalized, Repeated, Normalized, Unknown, Blank, Unknown
            ]
        );
        assert_eq!(
            mapping.columns[4].near.as_deref(),
            Some("行政处罚决定书文号")
        );
        assert_eq!(mapping.columns[6].near, None);
    }

    #[test]
    fn of_two_columns_the_first_that_is_filled_counts() {
        let kinds = kinds();
        let headings = ["代码_1", "统一社会信用代码"].map(String::from);
        let mapping = Mapping::new(&Dictionary::new(&kinds), &kinds, 0, &headings);
        assert_eq!(mapping.fields(&row(&["", "乙"])), [(2, "乙")]);
        assert_eq!(mapping.fields(&row(&["甲", "乙"])), [(2, "甲")]);
        assert!(mapping.disagrees(&row(&["甲", "乙"])));
        assert!(!mapping.disagrees(&row(&["", "乙"])));
        assert!(mapping.fields(&row(&[" ", ""])).is_empty());
    }
}
