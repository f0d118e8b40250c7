//! The packs and calendars that are compiled into the crate.
//!
//! The build script reads the TOML files under `packs/`, checks them, and leaves one binary image, of which
//! what is asked for is read; no TOML is parsed when the program runs.

use super::image::Image;
#[cfg(feature = "subjects")]
use crate::duty::pack::Part;
use crate::lazy::Memo;
#[cfg(feature = "subjects")]
use crate::written::Bytes;
use crate::written::{Shape, from_columns};
use alloc::vec::Vec;

static IMAGE: Kept = Kept {
    bytes: include_bytes!(concat!(env!("OUT_DIR"), "/built_in.bin")),
    shape: Image::SHAPE,
    rows: Memo::empty(),
};

#[cfg(feature = "subjects")]
static SUBJECTS: Kept = Kept {
    bytes: include_bytes!(concat!(env!("OUT_DIR"), "/subjects.bin")),
    shape: Part::ALL,
    rows: Memo::empty(),
};

/// The image.
#[must_use]
pub fn image() -> Image {
    let image = Image::read(IMAGE.rows());
    #[cfg(feature = "subjects")]
    let image = with_subjects(image);
    image
}

#[cfg(feature = "subjects")]
fn with_subjects(mut image: Image) -> Image {
    let subjects = Part::read_all(&mut Bytes::new(SUBJECTS.rows()));
    image.packs.extend(subjects);
    image
}

/// Bytes as they are embedded, and what is read of them.
struct Kept {
    bytes: &'static [u8],
    shape: Shape,
    rows: Memo<Vec<u8>>,
}

impl Kept {
    fn rows(&'static self) -> &'static [u8] {
        if cfg!(feature = "columns") {
            let make = || from_columns(&self.shape, self.bytes);
            self.rows.get_or_make(make)
        } else {
            self.bytes
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Image, image};
    use crate::written::{from_columns, to_columns};

    #[test]
    fn columns_are_the_same_rows() {
        let rows = image().write();
        let columns = to_columns(&Image::SHAPE, &rows);
        assert_ne!(rows, columns);
        assert_eq!(from_columns(&Image::SHAPE, &columns), rows);
    }
}
