//! Opens the engine with the packs, the day and the profile that are asked for.

use crate::arguments::Arguments;
use crate::judging::Judging;

/// The engine behind [`Judging`].
///
/// # Errors
///
/// Why there is none, in a sentence.
pub(crate) fn open(arguments: &Arguments, as_of: &str) -> Result<Box<dyn Judging>, String> {
    let profile = arguments.profile.as_deref().unwrap_or("-");
    Err(format!(
        "没有评判引擎,只能用 --columns | no engine judges as of {as_of} (profile {profile}); only --columns works"
    ))
}
