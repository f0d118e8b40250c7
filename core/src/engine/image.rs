//! The image of the built-in packs and calendars: what the build script writes and the engine reads.

use crate::duty::pack::Part;
use crate::lazy::{Item, Lazy};
use crate::record::calendar::{Unannounced, YearSource};
use crate::written::{Bytes, Member, Shape, Written, table};
use alloc::{string::String, vec::Vec};

/// Everything that is compiled in.
#[derive(Debug, Clone)]
pub struct Image {
    /// The calendar.
    pub calendar: Lazy<Years>,
    /// Content hash of the calendar.
    pub calendar_hash: String,
    /// The packs.
    pub packs: Vec<Part>,
}

impl Image {
    /// What it looks like.
    pub const SHAPE: Shape = Shape::Table(&[
        member("calendar", Lazy::<Years>::SHAPE),
        member("calendar_hash", String::SHAPE),
        member("packs", Part::ALL),
    ]);

    /// Reads it, and of its packs what they are found by.
    #[must_use]
    pub fn read(bytes: &'static [u8]) -> Self {
        let bytes = &mut Bytes::new(bytes);
        Self {
            calendar: Lazy::read(bytes),
            calendar_hash: String::read(bytes),
            packs: Part::read_all(bytes),
        }
    }

    /// Writes it so that [`Self::read`] finds it.
    #[must_use]
    pub fn write(&self) -> Vec<u8> {
        let mut out = Vec::new();
        self.calendar.write(&mut out);
        self.calendar_hash.write(&mut out);
        Part::write_all(&self.packs, &mut out);
        out
    }
}

const fn member(name: &'static str, shape: Shape) -> Member {
    let needed = true;
    Member {
        name,
        needed,
        shape,
    }
}

/// The calendar as it is written.
#[derive(Debug, Clone)]
pub struct Years {
    /// A file a year.
    pub years: Vec<YearSource>,
    /// How far an unannounced year can differ from a plain one.
    pub unannounced: Unannounced,
}

table!(Years { years, unannounced });

impl Item for Years {
    type Head = ();

    fn head(&self) {}
}
