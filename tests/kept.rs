//! What must hold for every input, asserted of the inputs that are kept under `fuzz/seeds`.

#[cfg(test)]
#[path = "../fuzz/properties/pack.rs"]
mod pack;
#[cfg(test)]
#[path = "../fuzz/properties/record.rs"]
mod record;
#[cfg(test)]
#[path = "../fuzz/properties/request.rs"]
mod request;
#[cfg(test)]
#[path = "../fuzz/properties/words.rs"]
mod words;

#[cfg(test)]
mod tests {
    use crate::{pack, record, request, words};
    use std::path::Path;

    /// Asserts a property of every kept input of a target.
    fn all(target: &str, holds: fn(&[u8])) {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let folder = root.join("fuzz/seeds").join(target);
        let mut kept = 0_usize;
        for entry in std::fs::read_dir(folder).unwrap() {
            holds(&std::fs::read(entry.unwrap().path()).unwrap());
            kept = kept.saturating_add(1);
        }
        assert!(kept > 3, "{target}: {kept}");
    }

    #[test]
    fn packs() {
        all("pack", pack::holds);
    }

    #[test]
    fn records() {
        all("record", record::holds);
    }

    #[test]
    fn requests() {
        all("request", request::holds);
    }

    #[test]
    fn words_and_codes() {
        all("words", words::holds);
    }
}
