//! The records that are measured, and engines that judge them.

use gongkai::words::Day;
use gongkai::{Engine, Supplied};

/// A kind of record, of which every bench measures licenses.
pub(crate) const KIND: &str = "administrative-license";

/// A record under measurement: its name, the profile it is judged under, and its JSON.
#[derive(Clone, Copy)]
pub(crate) struct Record {
    pub(crate) name: &'static str,
    pub(crate) profile: &'static str,
    pub(crate) json: &'static [u8],
}

/// A license in order by the rules of 2018.
pub(crate) const LICENSE_2018: Record = Record {
    name: "clean, credit-2018",
    profile: "credit-2018",
    json: include_bytes!("../../records/license-2018.json"),
};

/// A license in order by the rules of Gansu of 2016.
pub(crate) const LICENSE_2016: Record = Record {
    name: "clean, gansu-2016",
    profile: "gansu-2016",
    json: include_bytes!("../../records/license-2016.json"),
};

/// A license with a wrong number, a wrong code and a late publication.
pub(crate) const FAULTY: Record = Record {
    name: "faulty, credit-2018",
    profile: "credit-2018",
    json: include_bytes!("../../records/license-2018-faulty.json"),
};

impl Record {
    /// An engine with its profile and the register its counterpart stands in.
    pub(crate) fn engine(self) -> Engine {
        let engine = Engine::builder().profile(self.profile).supply(registry());
        engine.build().expect("the built-in packs build")
    }
}

/// A register of one company.
fn registry() -> Supplied {
    let (code, name) = ("91620100MA7241QX1C", "甘肃陇原动物保健品有限公司");
    Supplied {
        list: "credit-registry".to_owned(),
        entries: vec![(code.to_owned(), name.to_owned())],
    }
}

/// The day of judgement.
pub(crate) fn as_of() -> Day {
    Day::of(2024, 12, 31).expect("a day of the calendar")
}
