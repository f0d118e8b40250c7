//! Budgets and accounts: the record that is known of one, judged together with its tables and its text.

use super::finding::Writer;
use super::{Bench, fill, verdict_of};
use crate::accounts::{Document, plain};
use crate::judging::{Accounts, Judged, Outcome, Record};
use crate::trouble::{Code, Trouble};
use gongkai::duty::demand::Demand;
use gongkai::report::accounts::AccountsReport;
use gongkai::{Earlier, Published};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Records of budgets and accounts that came as rows, by kind, publisher and year.
pub(super) type Registered = BTreeMap<(usize, String, String), Vec<Map<String, Value>>>;

impl Bench<'_> {
    /// Keeps a row about a budget or account: its document may follow.
    pub(super) fn register(&mut self, record: &Record<'_>) {
        let Some(program) = self.engine.programs().get(record.kind) else {
            return;
        };
        if program.forms.templates.is_empty() {
            return;
        }
        let fields = match record.json {
            Some(bytes) => serde_json::from_slice(bytes).unwrap_or_default(),
            None => record
                .cells
                .iter()
                .filter_map(|(field, text)| {
                    let field = program.schema.fields.get(*field)?;
                    Some((field.id.clone(), Value::from(*text)))
                })
                .collect(),
        };
        let [publisher, year] = names(&fields);
        let alike = self.registered.entry((record.kind, publisher, year));
        alike.or_default().push(fields);
    }

    pub(super) fn judge_document(
        &mut self,
        document: &Document,
        beside: &[&Document],
        outcome: &mut Outcome,
    ) -> Result<Accounts, Trouble> {
        let refused = |error: gongkai::Error| Trouble::new(Code::EngineRefused).with(error);
        let kind = self.kind_with_rules(&document.kind)?;
        let [publisher, year] = names(&document.record);
        let rows = self.registered.remove(&(kind, publisher, year));
        let registered = rows.and_then(|mut rows| rows.pop());
        let alone = registered.is_none();
        let record = registered.unwrap_or_else(|| document.record.clone());
        let record = Value::from(record).to_string();
        let before = beside.iter().filter(|other| other.precedes(document));
        let before: Vec<_> = before
            .map(|other| (other, Value::from(other.record.clone()).to_string()))
            .collect();
        let earlier = before.iter().map(|(other, record)| Earlier {
            kind: &other.kind,
            record: record.as_bytes(),
            tables: &other.sheets,
        });
        let parts = Published {
            tables: &document.sheets,
            pages: &document.pages,
            earlier: &earlier.collect::<Vec<_>>(),
        };
        let report =
            self.engine
                .check_accounts(&document.kind, record.as_bytes(), parts, self.as_of);
        let report = report.map_err(refused)?;
        if alone {
            self.gather(document, (kind, &record), outcome)
                .map_err(refused)?;
        }
        self.write(document, &report, alone, outcome);
        Ok(Accounts {
            name: report.report.record,
            kind,
            files: document.files.clone(),
            statements: report.statements,
            aside: report.aside,
            sums: report.sums,
            rounded: report.rounded,
            pictures: report.pictures,
        })
    }

    fn kind_with_rules(&self, id: &str) -> Result<usize, Trouble> {
        let programs = self.engine.programs();
        let kind = programs.iter().position(|own| own.schema.id == id);
        let kind = kind.ok_or_else(|| Trouble::new(Code::KindUnknown))?;
        let mut rules = programs.get(kind).into_iter().flat_map(|own| &own.rules);
        if rules.any(|duty| matches!(duty.demand, Demand::Accounts(_))) {
            Ok(kind)
        } else {
            Err(Trouble::new(Code::AccountsNotRuled))
        }
    }

    // What the record alone says, also together with others.
    fn gather(
        &mut self,
        document: &Document,
        (kind, record): (usize, &str),
        outcome: &mut Outcome,
    ) -> Result<(), gongkai::Error> {
        let number = self.number(first(document), 0);
        let collection = &mut self.collection;
        let Some(desk) = self.desks.get_mut(kind) else {
            return Ok(());
        };
        desk.json(record.as_bytes(), self.as_of, |judged| {
            judged.gather(collection, number);
            fill(judged, outcome);
        })
    }

    // Verdicts, and findings at their places in the files.
    fn write(
        &self,
        document: &Document,
        report: &AccountsReport,
        alone: bool,
        outcome: &mut Outcome,
    ) {
        let law = self.engine.law();
        for (id, verdict) in &report.rules {
            outcome.verdicts.extend(law.rule(id).map(|rule| Judged {
                rule,
                verdict: verdict_of(*verdict),
                late: None,
            }));
        }
        for finding in &report.report.findings {
            // What is said of a record that came as a row stands at that row.
            if !alone && !report.rules.contains_key(&finding.rule) {
                continue;
            }
            let place = document.place(&finding.path);
            let writer = Writer {
                law,
                file: place.as_ref().map_or(first(document), |own| &own.file),
                row: place.as_ref().and_then(|own| own.row),
            };
            let mut row = writer.row(finding.clone(), &report.report.record);
            if let Some(place) = place {
                row.field = place.spot;
            }
            outcome.findings.push(row);
        }
    }
}

/// The file in whose name a document is spoken of.
fn first(document: &Document) -> &str {
    document.files.first().map_or("", String::as_str)
}

/// Publisher and year, as far as a record says them.
fn names(record: &Map<String, Value>) -> [String; 2] {
    ["publisher", "fiscal_year"].map(|name| {
        let value = record.get(name).map(plain).unwrap_or_default();
        value.trim().trim_end_matches(['年', '度']).to_owned()
    })
}
