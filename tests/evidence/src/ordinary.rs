//! Ordinary licenses, one in twenty of them faulty: what doors are measured on.

use crate::case::{Case, Cases};

/// With the register in which their company stands, so that nothing of a license in order stays open.
const OPTIONS: &str = r#"{"profile": "credit-2018", "lists": [{"list": "credit-registry", "entries": [{"code": "91620100MA7241QX1C", "name": "甘肃陇原动物保健品有限公司"}]}]}"#;

const CLEAN: &str = include_str!("../../bench/records/license-2018.json");
const FAULTY: &str = include_str!("../../bench/records/license-2018-faulty.json");

/// How many licenses there are.
const COUNT: usize = 400;

/// The licenses, all of them given to one engine.
pub(crate) fn cases() -> Cases {
    let mut cases = Cases::default();
    let engine = cases.engine(OPTIONS.into());
    for number in 0..COUNT {
        let text = if number % 20 == 0 { FAULTY } else { CLEAN };
        cases.push(Case {
            engine,
            function: "check_record",
            kind: "administrative-license".into(),
            as_of: "2024-12-31".into(),
            payload: text.trim().into(),
        });
    }
    cases
}
