//! A map that mostly holds one thing: what is alone in its place takes no tree.
//!
//! A million records with keys of their own leave a million such maps behind.

use alloc::{boxed::Box, collections::BTreeMap};
use serde::{Deserialize, Serialize};

/// Nothing, one thing, or many by their keys.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Held<K: Ord, V> {
    #[default]
    Nothing,
    One(Box<(K, V)>),
    Many(BTreeMap<K, V>),
}

impl<K: Ord, V: Default> Held<K, V> {
    /// Changes what stands under the key, which begins empty.
    pub(super) fn change(&mut self, key: K, change: impl FnOnce(&mut V)) {
        match self {
            Self::One(held) if held.0 == key => change(&mut held.1),
            Self::Many(many) => change(many.entry(key).or_default()),
            Self::Nothing | Self::One(_) => {
                let mut value = V::default();
                change(&mut value);
                *self = match core::mem::take(self) {
                    Self::One(held) => Self::Many(BTreeMap::from([*held, (key, value)])),
                    Self::Nothing | Self::Many(_) => Self::One(Box::new((key, value))),
                };
            }
        }
    }
}

impl<K: Ord, V> Held<K, V> {
    /// How many keys there are.
    pub(super) fn len(&self) -> usize {
        match self {
            Self::Nothing => 0,
            Self::One(_) => 1,
            Self::Many(many) => many.len(),
        }
    }

    /// All of them, in the order of their keys.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        let (one, many) = match self {
            Self::Nothing => (None, None),
            Self::One(held) => (Some((&held.0, &held.1)), None),
            Self::Many(many) => (None, Some(many)),
        };
        one.into_iter().chain(many.into_iter().flatten())
    }

    /// All of them, in the order of their keys, taken out.
    pub(super) fn into_pairs(self) -> impl Iterator<Item = (K, V)> {
        let (one, many) = match self {
            Self::Nothing => (None, None),
            Self::One(held) => (Some(*held), None),
            Self::Many(many) => (None, Some(many)),
        };
        one.into_iter().chain(many.into_iter().flatten())
    }
}
