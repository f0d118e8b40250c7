//! The component door: the contract of `gongkai::wire` behind the types of `wit/gongkai.wit`.
//!
//! Requests are written as the JSON that the contract reads, and answers are read from the JSON that it
//! gives, so that nothing is said here a second time.
#![expect(
    clippy::result_large_err,
    reason = "the WIT file hands a failure over by value"
)]

mod bindings;

use bindings::exports::gongkai::rules::judge::{
    BatchReport, BudgetReport, Catalogue, CollectionReport, Deadline, EarlierDocument,
    Engine as Handle, ExplainedRule, Failure, Field, Form, Guest, GuestEngine, Item, ItemOfKind,
    LintReport, Masking, Options, PackFile, Page, Report, ScoreReport, ScoreRequest, Screening,
    Table, TermRequest, TextRequest, Version,
};
use gongkai::wire::{self, Batch, Error, Gathering};
use serde::{Serialize, Serializer, de::DeserializeOwned};
use serde_json::{json, value::RawValue};

/// What a call of the contract gives.
type Given = Result<Vec<u8>, Error>;

/// What exports the functions that need no engine.
struct Door;

/// An engine behind the door.
#[derive(Debug)]
struct Engine(wire::Engine);

impl Guest for Door {
    type Engine = Engine;

    fn lint(packs: Vec<PackFile>) -> Result<LintReport, Failure> {
        typed(wire::lint(&written(&json!({ "packs": packs }))))
    }
}

impl GuestEngine for Engine {
    fn open(options: Options) -> Result<Handle, Failure> {
        let engine = wire::open(&written(&options));
        engine
            .map(|engine| Handle::new(Self(engine)))
            .map_err(refused)
    }

    fn check(&self, kind: String, item: Item, as_of: String) -> Result<Report, Failure> {
        typed(self.judged(&kind, item, &as_of))
    }

    fn check_canonical(&self, kind: String, item: Item, as_of: String) -> Result<String, Failure> {
        text(self.judged(&kind, item, &as_of))
    }

    fn check_many(
        &self,
        kind: String,
        items: Vec<Item>,
        as_of: String,
        findings: Option<u64>,
    ) -> Result<BatchReport, Failure> {
        let mut batch = Batch::open(&self.0, &kind, &as_of, findings).map_err(refused)?;
        for item in items {
            batch.json(&bytes(item));
        }
        typed(Ok(batch.finish()))
    }

    fn check_lines(
        &self,
        kind: String,
        lines: Vec<u8>,
        as_of: String,
    ) -> Result<BatchReport, Failure> {
        typed(wire::check_lines(&self.0, &kind, &lines, &as_of))
    }

    fn check_lines_canonical(
        &self,
        kind: String,
        lines: Vec<u8>,
        as_of: String,
    ) -> Result<String, Failure> {
        text(wire::check_lines(&self.0, &kind, &lines, &as_of))
    }

    fn check_collection(
        &self,
        items: Vec<ItemOfKind>,
        as_of: String,
        findings: Option<u64>,
    ) -> Result<CollectionReport, Failure> {
        let mut gathering = Gathering::open(&self.0, &as_of, findings).map_err(refused)?;
        for ItemOfKind { kind, item } in items {
            gathering.json(&kind, &bytes(item));
        }
        typed(Ok(gathering.finish()))
    }

    fn check_collection_lines(
        &self,
        lines: Vec<u8>,
        as_of: String,
    ) -> Result<CollectionReport, Failure> {
        typed(wire::check_collection_lines(&self.0, &lines, &as_of))
    }

    fn check_collection_lines_canonical(
        &self,
        lines: Vec<u8>,
        as_of: String,
    ) -> Result<String, Failure> {
        text(wire::check_collection_lines(&self.0, &lines, &as_of))
    }

    fn score(&self, request: ScoreRequest) -> Result<ScoreReport, Failure> {
        typed(wire::score(&self.0, &written(&request)))
    }

    fn check_budget(
        &self,
        kind: String,
        item: Item,
        as_of: String,
        tables: Vec<Table>,
        pages: Vec<Page>,
        earlier: Vec<EarlierDocument>,
    ) -> Result<BudgetReport, Failure> {
        let item = bytes(item);
        let earlier: Vec<_> = earlier
            .into_iter()
            .map(|own| (own.kind, bytes(own.item), own.tables))
            .collect();
        // The reader of items says what is wrong with one.
        let refused =
            |kind: &str, item: &[u8]| typed(wire::check_record(&self.0, kind, item, &as_of));
        let Ok(record) = serde_json::from_slice::<&RawValue>(&item) else {
            return refused(&kind, &item);
        };
        let mut before = Vec::with_capacity(earlier.len());
        for (kind, item, tables) in &earlier {
            let Ok(record) = serde_json::from_slice::<&RawValue>(item) else {
                return refused(kind, item);
            };
            before.push(Before {
                kind,
                record,
                tables,
            });
        }
        let request = Budget {
            kind,
            as_of: as_of.clone(),
            record,
            tables,
            pages,
            earlier: before,
        };
        typed(wire::check_budget(&self.0, &written(&request)))
    }

    fn screen(&self, request: TextRequest) -> Result<Screening, Failure> {
        typed(wire::screen(&self.0, &written(&request)))
    }

    fn mask(&self, request: TextRequest) -> Result<Masking, Failure> {
        typed(wire::mask(&self.0, &written(&request)))
    }

    fn deadline(&self, request: TermRequest) -> Result<Deadline, Failure> {
        typed(wire::deadline(&self.0, &written(&request)))
    }

    fn form(&self, kind: String) -> Result<Form, Failure> {
        typed(self.schema(&kind, "fields"))
    }

    fn json_schema(&self, kind: String) -> Result<String, Failure> {
        text(self.schema(&kind, "json-schema"))
    }

    fn rules(&self) -> Catalogue {
        read(&wire::rules(&self.0))
    }

    fn explain(&self, rule: String) -> Result<ExplainedRule, Failure> {
        typed(wire::explain(&self.0, &written(&json!({ "rule": rule }))))
    }

    fn version(&self) -> Version {
        read(&wire::version(&self.0))
    }

    fn request_canonical(&self, name: String, request: Vec<u8>) -> Result<String, Failure> {
        text(wire::call(&self.0, &name, &request))
    }
}

impl Engine {
    fn judged(&self, kind: &str, item: Item, as_of: &str) -> Given {
        wire::check_record(&self.0, kind, &bytes(item), as_of)
    }

    fn schema(&self, kind: &str, form: &str) -> Given {
        wire::schema(&self.0, &written(&json!({ "kind": kind, "form": form })))
    }
}

fn typed<T: DeserializeOwned>(given: Given) -> Result<T, Failure> {
    given.map(|json| read(&json)).map_err(refused)
}

fn text(given: Given) -> Result<String, Failure> {
    given
        .map(|json| String::from_utf8_lossy(&json).into_owned())
        .map_err(refused)
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "so that it stands in `map_err` as it is"
)]
fn refused(error: Error) -> Failure {
    read(&wire::failure(&error))
}

#[expect(
    clippy::expect_used,
    reason = "the contract gives nothing that the types lack; all evidence goes through here"
)]
fn read<T: DeserializeOwned>(json: &[u8]) -> T {
    serde_json::from_slice(json).expect("an answer of the contract")
}

fn written(request: &impl Serialize) -> Vec<u8> {
    // Nothing in a request has a form that JSON lacks.
    serde_json::to_vec(request).unwrap_or_default()
}

/// An item as JSON.
fn bytes(item: Item) -> Vec<u8> {
    match item {
        Item::Json(bytes) => bytes,
        Item::Text(text) => text.into_bytes(),
        Item::Fields(fields) => written(&Members(&fields)),
    }
}

/// A budget or account as the contract reads it.
#[derive(Serialize)]
struct Budget<'r> {
    kind: String,
    as_of: String,
    record: &'r RawValue,
    tables: Vec<Table>,
    pages: Vec<Page>,
    earlier: Vec<Before<'r>>,
}

/// A document published before as the contract reads it.
#[derive(Serialize)]
struct Before<'r> {
    kind: &'r str,
    record: &'r RawValue,
    tables: &'r [Table],
}

/// Fields as the members of an object.
struct Members<'f>(&'f [Field]);

impl Serialize for Members<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|field| (&field.name, &field.value)))
    }
}
