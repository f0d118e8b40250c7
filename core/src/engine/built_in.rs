//! The packs and calendars that are compiled into the crate.
//!
//! The build script reads the TOML files under `packs/`, checks them, and leaves one binary image, of which
//! what is asked for is read; no TOML is parsed when the program runs.

use super::image::Image;
#[cfg(feature = "subjects")]
use crate::duty::pack::Part;
#[cfg(feature = "subjects")]
use crate::written::Bytes;

static IMAGE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/built_in.bin"));

#[cfg(feature = "subjects")]
static SUBJECTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/subjects.bin"));

/// The image.
#[must_use]
pub fn image() -> Image {
    let image = Image::read(IMAGE);
    #[cfg(feature = "subjects")]
    let image = with_subjects(image);
    image
}

#[cfg(feature = "subjects")]
fn with_subjects(mut image: Image) -> Image {
    let subjects = Part::read_all(&mut Bytes::new(SUBJECTS));
    image.packs.extend(subjects);
    image
}
