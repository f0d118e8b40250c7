//! Compares the identifiers of the core with vectors published by registries, pages and other libraries.

use gongkai::words::{CreditCode, Fault, OrganizationCode, ResidentId};
use serde_json::Value;

const VECTORS: &str = include_str!("../../tests/vectors/identifiers.json");

/// Vectors of a part as pairs of two of their texts; the file must hold at least `at_least` of them.
fn pairs(part: &str, keys: [&str; 2], at_least: usize) -> Vec<(String, String)> {
    let all: Value = serde_json::from_str(VECTORS).unwrap_or_default();
    let found: Vec<_> = all
        .get(part)
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .map(|vector| keys.map(|key| vector.get(key).and_then(Value::as_str).unwrap_or("")))
        .map(|[code, verdict]| (code.to_owned(), verdict.to_owned()))
        .collect();
    assert!(found.len() >= at_least, "{part}: {} vectors", found.len());
    found
}

/// The verdict in the words of the vectors.
fn verdict(result: Result<bool, Fault>) -> String {
    match result {
        Ok(true) => "ok".into(),
        Ok(false) => "ok, noted".into(),
        Err(Fault::Length) => "bad_length".into(),
        Err(Fault::Character) => "bad_char".into(),
        Err(Fault::CheckCharacter | Fault::InnerCheckDigit) => "bad_check".into(),
        Err(Fault::NoSuchDay) => "bad_date".into(),
        Err(Fault::NoSuchRegion) => "bad_region".into(),
        Err(Fault::Masked) => "masked".into(),
        Err(other) => format!("{other:?}"),
    }
}

#[test]
fn credit_codes() {
    for (code, said) in pairs("uscc", ["code", "verdict"], 700) {
        let expected = match said.as_str() {
            // Lower case is folded and noted, so that the `l` of this code is an L that does not fit.
            "bad_char" if code == "9111000060003734lL" => "bad_check",
            "ok_after_strip" | "ok_after_nfkc" | "ok_if_case_folded" => "ok, noted",
            masked if masked.starts_with("masked") => "masked",
            other => other,
        };
        let found = verdict(CreditCode::parse(&code).map(|read| read.notes.is_empty()));
        assert_eq!(found, expected, "{code}");
    }
}

#[test]
fn valid_credit_codes_hold_valid_organization_codes() {
    for (code, said) in pairs("uscc", ["code", "verdict"], 700) {
        if said == "ok" {
            let inner = CreditCode::parse(&code).unwrap().value.organization_code();
            assert!(OrganizationCode::parse(inner.as_str()).is_ok(), "{code}");
        }
    }
}

#[test]
fn organization_codes() {
    for (code, said) in pairs("org", ["code", "verdict"], 70) {
        let expected = if said.starts_with("not_an_org_code") {
            "bad_length"
        } else {
            &said
        };
        let found = verdict(OrganizationCode::parse(&code).map(|_| true));
        assert_eq!(found, expected, "{code}");
    }
}

#[test]
fn organization_codes_agree_with_the_credit_codes_beside_them() {
    for (code, credit_code) in pairs("org", ["code", "uscc"], 70) {
        let both = OrganizationCode::parse(&code)
            .ok()
            .zip(CreditCode::parse(&credit_code).ok());
        if let Some((alone, inside)) = both {
            assert_eq!(alone.value, inside.value.organization_code());
        }
    }
}

#[test]
fn resident_ids() {
    for (code, said) in pairs("id", ["code", "expected"], 25) {
        let expected = match said.as_str() {
            "bad_date15" => "bad_date",
            // Of the division only the province is checked: whether a county stood at a birth is not asked.
            "bad_region (county not registered at birth)" | "bad_region (county deregistered)" => {
                "ok"
            }
            other if other.starts_with("ok") => "ok",
            other => other,
        };
        let found = verdict(ResidentId::parse(&code).map(|_| true));
        assert_eq!(found, expected, "{code}");
    }
}

#[test]
fn a_lower_case_x_is_noted() {
    for (code, _) in pairs("id", ["code", "expected"], 25) {
        if let Ok(read) = ResidentId::parse(&code) {
            assert_eq!(read.notes.is_empty(), !code.ends_with('x'), "{code}");
        }
    }
}

#[test]
fn masked_values() {
    for (raw, _) in pairs("masked", ["raw", "note"], 18) {
        // The one vector that hides nothing: a code with the number of a copy of the license after it.
        let expected = if raw.ends_with("(1-1)") {
            "bad_length"
        } else {
            "masked"
        };
        let as_code = verdict(CreditCode::parse(&raw).map(|_| true));
        let as_id = verdict(ResidentId::parse(&raw).map(|_| true));
        assert_eq!(
            (as_code.as_str(), as_id.as_str()),
            (expected, expected),
            "{raw}"
        );
    }
}
