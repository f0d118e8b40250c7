//! A kind of record as fields of a form, in the order of the pack.

use crate::duty::Program;
use crate::duty::demand::Demand;
use crate::lazy::Lazy;
use crate::record::codes::CodeList;
use crate::record::{Field, FieldType, Part, Slot};
use crate::words::Label;
use alloc::{string::String, vec::Vec};
use serde::Serialize;

/// A form.
#[derive(Serialize)]
pub(super) struct Form<'p> {
    kind: &'p str,
    title: &'p Label,
    fields: Vec<FormField<'p>>,
}

/// One field of a form.
#[derive(Serialize)]
struct FormField<'p> {
    id: &'p str,
    /// JSON Pointer into the record; findings name the field by it.
    path: &'p str,
    label: &'p Label,
    #[serde(rename = "type")]
    kind: &'static str,
    /// Whether some rule asks for it whatever the other fields say.
    required: bool,
    sensitive: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<&'p Label>,
    #[serde(skip_serializing_if = "Option::is_none")]
    channel: Option<&'p str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    entry: Option<&'p str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    options: Vec<FormOption<'p>>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    columns: &'p [String],
}

/// One choice of a code field.
#[derive(Serialize)]
struct FormOption<'p> {
    code: &'p str,
    label: &'p Label,
}

/// The form of a kind of record.
pub(super) fn of<'p>(program: &'p Program, lists: &'p [Lazy<CodeList>]) -> Form<'p> {
    let required = required(program);
    let fields = (0..).zip(&program.schema.fields);
    Form {
        kind: &program.schema.id,
        title: &program.schema.title,
        fields: fields
            .map(|(slot, field)| form_field(field, required.contains(&slot), lists))
            .collect(),
    }
}

/// The fields that a rule without conditions requires.
pub(super) fn required(program: &Program) -> Vec<Slot> {
    let mut slots = Vec::new();
    for duty in program.rules.iter().filter(|duty| duty.when.is_empty()) {
        if let Demand::Fields(fields) = &duty.demand {
            slots.extend(&fields.required);
        }
    }
    slots
}

/// The list of a code field.
pub(super) fn list<'p>(field: &Field, lists: &'p [Lazy<CodeList>]) -> Option<&'p CodeList> {
    let FieldType::Code(list) = field.kind else {
        return None;
    };
    lists.get(usize::from(list)).map(|list| &**list)
}

fn form_field<'p>(field: &'p Field, required: bool, lists: &'p [Lazy<CodeList>]) -> FormField<'p> {
    let entries = list(field, lists)
        .into_iter()
        .flat_map(|list| &list.entries);
    let (channel, entry) = match &field.part {
        Some(Part::Channel(id)) => (Some(id.as_str()), None),
        Some(Part::Entry(code)) => (None, Some(code.as_str())),
        None => (None, None),
    };
    FormField {
        id: &field.id,
        path: &field.pointer,
        label: &field.label,
        kind: field.kind.name(),
        required,
        sensitive: field.sensitive,
        help: field.help.as_ref(),
        channel,
        entry,
        options: entries
            .map(|entry| FormOption {
                code: &entry.code,
                label: &entry.label,
            })
            .collect(),
        columns: &field.columns,
    }
}
