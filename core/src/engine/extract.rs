//! An extract: what of the built-in packs and calendars decides about one kind of record, as a file of its own.
//!
//! A page with one form waits for one of them instead of for everything. It holds what is asked about records
//! of its kind under any profile; of the other packs only by what they are known, so that reports say the same.
//! It begins with a checksum over all packs and itself, so that no build reads what belongs to another.

#[cfg(feature = "built-in")]
mod cut;

use super::image::Image;
use crate::error::{Error, ErrorCode};
use crate::written::{Bytes, from_columns};
use alloc::string::String;
#[cfg(feature = "built-in")]
use alloc::vec::Vec;

/// Hash of all built-in packs and calendars.
const LAW: &str = env!("GONGKAI_LAW");

/// How many bytes the checksum of an extract has.
const STAMP: usize = 8;

/// What of the law decides about one kind of record.
#[derive(Debug, Clone)]
pub struct Extract {
    kind: String,
    rows: &'static [u8],
}

impl Extract {
    /// Reads an extract; its memory is never given back, so each is read once.
    ///
    /// # Errors
    /// `extract`, where the bytes are not what this build's packs give.
    pub fn read(bytes: &[u8]) -> Result<Self, Error> {
        let (stamp, rest) = bytes.split_at_checked(STAMP).unwrap_or_default();
        if stamp != stamp_of(rest) {
            let message = "the extract is incomplete, or of other packs";
            return Err(Error::new(ErrorCode::Extract, message));
        }
        let mut rest = Bytes::new(rest);
        let kind = rest.text().into();
        let rows = from_columns(&Image::SHAPE, rest.slice()).leak();
        Ok(Self { kind, rows })
    }

    /// The extract of a kind of record.
    #[cfg(feature = "built-in")]
    #[must_use]
    pub fn of(kind: &str) -> Option<Vec<u8>> {
        let image = super::built_in::image();
        let mut kinds = image.packs.iter().flat_map(|part| &part.kinds);
        kinds.find(|own| own.head() == kind)?;
        let rows = cut::cut(image, kind).write();
        let columns = crate::written::to_columns(&Image::SHAPE, &rows);
        let mut rest = Vec::new();
        Bytes::put_slice(kind.as_bytes(), &mut rest);
        Bytes::put_slice(&columns, &mut rest);
        Some([&stamp_of(&rest)[..], &rest].concat())
    }

    /// The kind of record.
    #[must_use]
    pub fn kind(&self) -> &str {
        &self.kind
    }

    pub(super) fn image(&self) -> Image {
        Image::read(self.rows)
    }
}

/// FNV-1a: what is guarded against is accident, and a browser waits for it.
fn stamp_of(rest: &[u8]) -> [u8; STAMP] {
    let mut sum = 0xCBF2_9CE4_8422_2325_u64;
    for byte in LAW.bytes().chain(rest.iter().copied()) {
        sum = (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3);
    }
    sum.to_le_bytes()
}
