//! What records left for the rules over many, as bytes: so that it can be gathered in several places.

use super::Engine;
use crate::error::{Error, ErrorCode};
use crate::judge::collection::Collection;
use alloc::{string::String, vec::Vec};
use serde::{Deserialize, Serialize};

/// A collection, and by what it was gathered.
#[derive(Serialize)]
struct Exported<'c> {
    stamp: String,
    collection: &'c Collection,
}

/// The same, as it is read.
#[derive(Deserialize)]
struct Imported {
    stamp: String,
    collection: Collection,
}

impl Engine {
    /// A collection as bytes, to be taken in by an engine of the same packs and profile.
    ///
    /// They hold names and values as they may be shown, and hashes: keep them as you keep the records.
    #[must_use]
    pub fn export(&self, collection: &Collection) -> Vec<u8> {
        let exported = Exported {
            stamp: self.seal(),
            collection,
        };
        // Nothing in a collection has a form that the format lacks.
        postcard::to_allocvec(&exported).unwrap_or_default()
    }

    /// The collection that an engine of the same packs and profile exported.
    ///
    /// # Errors
    /// `state-mismatch`.
    pub fn import(&self, bytes: &[u8]) -> Result<Collection, Error> {
        let refused = |message| Error::new(ErrorCode::StateMismatch, message);
        let imported: Imported =
            postcard::from_bytes(bytes).map_err(|_| refused("the bytes are no collection"))?;
        if imported.stamp != self.seal() {
            return Err(refused(
                "the collection comes from other packs or another profile",
            ));
        }
        Ok(imported.collection)
    }

    /// By what this engine gathers: version, profile and the hashes of its packs.
    fn seal(&self) -> String {
        let stamp = self.stamp();
        let mut seal = alloc::format!("{} {}", stamp.engine, stamp.profile);
        for pack in stamp.packs.iter() {
            seal.push(' ');
            seal.push_str(&pack.hash);
        }
        seal
    }
}
