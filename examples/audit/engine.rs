//! Opens the engine with the packs, the day and the profile that are asked for.

use crate::arguments::Arguments;
use crate::judging::Judging;

/// The engine behind [`Judging`].
///
/// # Errors
///
/// Why there is none, in a sentence.
pub(crate) fn open(arguments: &Arguments, as_of: &str) -> Result<Box<dyn Judging>, String> {
    Err(format!(
        "no engine for {as_of}, profile {:?}",
        arguments.profile
    ))
}
