//! The version of the binary interface.

/// Version of the binary interface this header describes. It rises when a program built with an older header
/// could go wrong; added functions and status codes do not raise it.
pub const GONGKAI_ABI_VERSION: u32 = 1;

/// The version of the binary interface of the library that is loaded: a program compares it with
/// `GONGKAI_ABI_VERSION` before anything else.
///
/// Ownership: nothing is given.
/// Threads: any, at any time.
/// Errors: none.
#[unsafe(no_mangle)]
pub extern "C" fn gongkai_abi_version() -> u32 {
    GONGKAI_ABI_VERSION
}
