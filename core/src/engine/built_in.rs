//! The packs and calendars that are compiled into the crate.
//!
//! The build script reads the TOML files under `packs/`, checks them, and leaves one binary image, of which
//! what is asked for is read; no TOML is parsed when the program runs.

use super::image::Image;
#[cfg(feature = "subjects")]
use crate::duty::pack::Part;
use crate::error::{Error, ErrorCode};
#[cfg(feature = "subjects")]
use alloc::vec::Vec;

static IMAGE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/built_in.bin"));

#[cfg(feature = "subjects")]
static SUBJECTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/subjects.bin"));

/// The image.
///
/// # Errors
/// `pack-syntax`, if the image was made by another version; the build makes both together.
pub fn image() -> Result<Image, Error> {
    let image: Image = postcard::from_bytes(IMAGE).map_err(|_| other_version())?;
    #[cfg(feature = "subjects")]
    let image = with_subjects(image)?;
    Ok(image)
}

#[cfg(feature = "subjects")]
fn with_subjects(mut image: Image) -> Result<Image, Error> {
    let subjects: Vec<Part> = postcard::from_bytes(SUBJECTS).map_err(|_| other_version())?;
    image.packs.extend(subjects);
    Ok(image)
}

fn other_version() -> Error {
    Error::new(
        ErrorCode::PackSyntax,
        "the built-in packs were made by another version",
    )
}
