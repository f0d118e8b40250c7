//! The types and exports of `wit/gongkai.wit`, read from and written to the JSON of the contract.
//!
//! The attributes say where the JSON is spelled otherwise than the types.
#![expect(
    unsafe_code,
    clippy::pedantic,
    reason = "the code is generated; what it offers is documented in the WIT file"
)]

use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

wit_bindgen::generate!({
    path: "wit",
    additional_derives: [serde::Serialize, serde::Deserialize],
    additional_type_attributes: {
        "gongkai:rules/judge@0.1.0/day-role": [#[serde(rename_all = "snake_case")]],
        "gongkai:rules/judge@0.1.0/day-status": [#[serde(rename_all = "snake_case")]],
        "gongkai:rules/judge@0.1.0/due": [#[serde(rename_all = "snake_case")]],
        "gongkai:rules/judge@0.1.0/pack-file": [#[serde(tag = "format", rename = "json")]],
        "gongkai:rules/judge@0.1.0/severity": [#[serde(rename_all = "kebab-case")]],
        "gongkai:rules/judge@0.1.0/value": [#[serde(untagged)]],
        "gongkai:rules/judge@0.1.0/verdict": [#[serde(rename_all = "snake_case")]],
    },
    additional_member_attributes: {
        "gongkai:rules/judge@0.1.0/cited.also": [#[serde(default)]],
        "gongkai:rules/judge@0.1.0/explained-rule.rule": [#[serde(deserialize_with = "crate::bindings::as_json")]],
        "gongkai:rules/judge@0.1.0/finding.affects": [#[serde(default)]],
        "gongkai:rules/judge@0.1.0/form-field.columns": [#[serde(default)]],
        "gongkai:rules/judge@0.1.0/form-field.options": [#[serde(default)]],
        "gongkai:rules/judge@0.1.0/form-field.type": [#[serde(rename = "type")]],
        "gongkai:rules/judge@0.1.0/group-finding.evidence": [#[serde(default)]],
        "gongkai:rules/judge@0.1.0/group-finding.others": [#[serde(default)]],
        "gongkai:rules/judge@0.1.0/options.limits": [#[serde(skip_serializing_if = "Option::is_none")]],
        "gongkai:rules/judge@0.1.0/picture-node.findings": [#[serde(default)]],
        "gongkai:rules/judge@0.1.0/row-finding.finding": [#[serde(flatten)]],
    },
});

use crate::Door;
export!(Door);

/// A value of any form, kept as the JSON it is.
pub(crate) fn as_json<'d, D: Deserializer<'d>>(json: D) -> Result<String, D::Error> {
    Ok(Box::<RawValue>::deserialize(json)?.get().to_owned())
}
