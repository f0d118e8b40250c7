//! The packs and calendars that are compiled into the crate.
//!
//! The build script reads the TOML files under `packs/`, checks them, and leaves one binary image; no
//! TOML is parsed when the program runs.

use super::image::Image;
use crate::error::{Error, ErrorCode};

static IMAGE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/built_in.bin"));

/// The image.
///
/// # Errors
/// `pack-syntax`, if the image was made by another version; the build makes both together.
pub fn image() -> Result<Image, Error> {
    postcard::from_bytes(IMAGE).map_err(|_| {
        Error::new(
            ErrorCode::PackSyntax,
            "the built-in packs were made by another version",
        )
    })
}
