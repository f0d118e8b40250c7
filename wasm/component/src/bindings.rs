//! The types and exports of `wit/gongkai.wit`, read from and written to the JSON of the contract.
//!
//! The attributes say where the JSON is spelled otherwise than the types.
#![expect(
    unsafe_code,
    clippy::pedantic,
    reason = "the code is generated; what it offers is documented in the WIT file"
)]

use exports::gongkai::rules::judge::KindSums;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;
use std::collections::BTreeMap;

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
        "gongkai:rules/judge@0.1.0/budget-report.rules": [#[serde(deserialize_with = "crate::bindings::pairs")]],
        "gongkai:rules/judge@0.1.0/cited.also": [#[serde(default)]],
        "gongkai:rules/judge@0.1.0/collection-report.kinds": [#[serde(deserialize_with = "crate::bindings::by_kind")]],
        "gongkai:rules/judge@0.1.0/explained-rule.rule": [#[serde(deserialize_with = "crate::bindings::as_json")]],
        "gongkai:rules/judge@0.1.0/finding.affects": [#[serde(default)]],
        "gongkai:rules/judge@0.1.0/form-field.columns": [#[serde(default)]],
        "gongkai:rules/judge@0.1.0/form-field.options": [#[serde(default)]],
        "gongkai:rules/judge@0.1.0/form-field.type": [#[serde(rename = "type")]],
        "gongkai:rules/judge@0.1.0/group-finding.evidence": [#[serde(default)]],
        "gongkai:rules/judge@0.1.0/group-finding.others": [#[serde(default)]],
        "gongkai:rules/judge@0.1.0/kind-sums.kind": [#[serde(skip)]],
        "gongkai:rules/judge@0.1.0/options.limits": [#[serde(skip_serializing_if = "Option::is_none")]],
        "gongkai:rules/judge@0.1.0/picture-node.findings": [#[serde(default)]],
        "gongkai:rules/judge@0.1.0/row-finding.finding": [#[serde(flatten)]],
        "gongkai:rules/judge@0.1.0/score-request.values": [#[serde(serialize_with = "crate::bindings::as_members")]],
        "gongkai:rules/judge@0.1.0/score-request.vetoes": [#[serde(serialize_with = "crate::bindings::as_members")]],
    },
});

use crate::Door;
export!(Door);

/// A value of any form, kept as the JSON it is.
pub(crate) fn as_json<'d, D: Deserializer<'d>>(json: D) -> Result<String, D::Error> {
    Ok(Box::<RawValue>::deserialize(json)?.get().to_owned())
}

/// The members of an object, each with its name.
pub(crate) fn by_kind<'d, D: Deserializer<'d>>(json: D) -> Result<Vec<KindSums>, D::Error> {
    let members = BTreeMap::<String, KindSums>::deserialize(json)?.into_iter();
    Ok(members
        .map(|(kind, sums)| KindSums { kind, ..sums })
        .collect())
}

/// The members of an object as pairs.
pub(crate) fn pairs<'d, D: Deserializer<'d>, T: Deserialize<'d>>(
    json: D,
) -> Result<Vec<(String, T)>, D::Error> {
    Ok(BTreeMap::deserialize(json)?.into_iter().collect())
}

/// Pairs as the members of an object.
pub(crate) fn as_members<S: Serializer, T: Serialize>(
    pairs: &[(String, T)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_map(pairs.iter().map(|(name, value)| (name, value)))
}
