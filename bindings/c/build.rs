//! Gives the shared library its name for the loader.

fn main() {
    // The number is that of the binary interface: programs linked against it keep running until it rises.
    println!("cargo::rustc-cdylib-link-arg=-Wl,-soname,libgongkai.so.1");
    println!("cargo::rerun-if-changed=build.rs");
}
