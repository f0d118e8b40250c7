//! What the standard library would bring to the module: memory, and an end to what cannot go on.
//!
//! Without it no text is kept for a message that nobody would read: JavaScript sees that the module stopped.

use core::panic::PanicInfo;
use dlmalloc::GlobalDlmalloc;

#[global_allocator]
static MEMORY: GlobalDlmalloc = GlobalDlmalloc;

#[panic_handler]
fn stop(_: &PanicInfo<'_>) -> ! {
    core::arch::wasm32::unreachable()
}
