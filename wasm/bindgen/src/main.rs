//! Writes the JavaScript that calls the browser door: `gongkai-bindgen MODULE.wasm FOLDER`.
//!
//! A program of the workspace and not the one from the registry: its version is locked beside the door's.

use std::path::Path;
use std::{env, error::Error};
use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args_os().skip(1);
    let (Some(module), Some(folder)) = (arguments.next(), arguments.next()) else {
        return Err("usage: gongkai-bindgen MODULE.wasm FOLDER".into());
    };
    Bindgen::new()
        .input_path(Path::new(&module))
        .web(true)?
        .omit_default_module_path(true)
        .reset_state_function(true)
        .typescript(false)
        .out_name("gongkai")
        .generate(Path::new(&folder))?;
    Ok(())
}
