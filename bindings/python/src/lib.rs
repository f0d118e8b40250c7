//! The Python door: converts records and requests, owns engines, and raises what the contract refuses.

mod batch;
mod day;
mod engine;
mod failure;
mod member;
mod record;
mod value;

use pyo3::prelude::*;

/// The native half of the package `gongkai`; everything in it takes and gives bytes.
#[pymodule]
mod _native {
    #[pymodule_export]
    use crate::engine::{Engine, lint};
    #[pymodule_export]
    use crate::member::member;
    use gongkai::wire;
    use pyo3::prelude::*;
    use pyo3::types::PyTuple;

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add("CONTRACT", wire::CONTRACT)?;
        let names = PyTuple::new(module.py(), wire::FUNCTIONS)?;
        module.add("FUNCTIONS", names)
    }
}
