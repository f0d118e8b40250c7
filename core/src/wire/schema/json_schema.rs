//! A kind of record as JSON Schema 2020-12.
//!
//! The schema admits every form the engine reads; whether a record meets the law, only the engine says.

use super::form::{list, required};
use crate::duty::Program;
use crate::lazy::Lazy;
use crate::order;
use crate::record::codes::CodeList;
use crate::record::{Field, FieldType};
use alloc::{format, string::String, vec::Vec};
use serde_json::{Map, Value, json};

/// The schema of a kind of record.
pub(super) fn of(program: &Program, lists: &[Lazy<CodeList>]) -> Value {
    let mut properties = Map::new();
    for field in &program.schema.fields {
        place(&mut properties, field, property(field, lists));
    }
    let required = required(program);
    let fields = (0..).zip(&program.schema.fields);
    let mut required: Vec<&str> = fields
        .filter(|(slot, field)| required.contains(slot) && field.part.is_none())
        .map(|(_, field)| field.id.as_str())
        .collect();
    order::sort(&mut required);
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": format!("urn:gongkai:kind:{}", program.schema.id),
        "title": program.schema.title.zh,
        "description": program.schema.title.en,
        "type": "object",
        "properties": properties,
        "required": required,
    })
}

/// Puts a field at its place: one that exists once for each of several lies in an object of its own.
fn place(properties: &mut Map<String, Value>, field: &Field, property: Value) {
    let outer = field.part.as_ref().and_then(|_| field.id.split_once('.'));
    let Some((outer, part)) = outer else {
        properties.insert(field.id.clone(), property);
        return;
    };
    let object = properties.entry(outer).or_insert_with(
        || json!({ "type": "object", "properties": {}, "additionalProperties": false }),
    );
    if let Some(inner) = object.get_mut("properties").and_then(Value::as_object_mut) {
        inner.insert(part.into(), property);
    }
}

fn property(field: &Field, lists: &[Lazy<CodeList>]) -> Value {
    let mut property = Map::new();
    property.insert("title".into(), json!(field.label.zh));
    let help = field.help.as_ref().map_or(&field.label.en, |help| &help.zh);
    property.insert("description".into(), json!(help));
    let types = match field.kind {
        FieldType::Flag => json!(["boolean", "string", "null"]),
        FieldType::Date => json!(["string", "number", "boolean", "null"]),
        FieldType::Amount(_)
        | FieldType::Integer
        | FieldType::Decimal
        | FieldType::Percent
        | FieldType::Year => json!(["number", "string", "null"]),
        FieldType::Text
        | FieldType::Code(_)
        | FieldType::CreditCode
        | FieldType::OrganizationCode
        | FieldType::RegistrationNumber
        | FieldType::ResidentId
        | FieldType::DocumentNumber => json!(["string", "number", "null"]),
    };
    property.insert("type".into(), types);
    if let Some(list) = list(field, lists) {
        let codes: Vec<&str> = list
            .entries
            .iter()
            .map(|entry| entry.code.as_str())
            .collect();
        property.insert("examples".into(), json!(codes));
    }
    Value::Object(property)
}
