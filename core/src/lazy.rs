//! What is made when it is first asked for: items of embedded packs, and what is worked out from others.

use crate::written::{Bytes, Canonical, Shape, Written, table};
use alloc::boxed::Box;
use alloc::{string::String, vec::Vec};
use core::fmt;
use core::ops::Deref;
use once_cell::race::OnceBox;
use serde::ser::{Serialize, Serializer};

/// A place for what is worked out from the things beside it, when it is first asked for.
///
/// It says nothing that they do not say, so that any two are equal.
#[derive(Clone, Default)]
pub struct Memo<T>(OnceBox<T>);

impl<T> Memo<T> {
    /// A place with nothing in it.
    #[must_use]
    pub const fn empty() -> Self {
        Self(OnceBox::new())
    }

    /// What is there, or else is made; two threads may both make it, and one is taken.
    pub fn get_or_make(&self, make: impl FnOnce() -> T) -> &T {
        self.0.get_or_init(|| Box::new(make()))
    }

    /// The same for what may fail to be made.
    ///
    /// # Errors
    /// What making it says.
    pub fn get_or_try<E>(&self, make: impl FnOnce() -> Result<T, E>) -> Result<&T, E> {
        self.0.get_or_try_init(|| make().map(Box::new))
    }
}

impl<T> From<T> for Memo<T> {
    fn from(value: T) -> Self {
        Self(OnceBox::with_value(Box::new(value)))
    }
}

impl<T> PartialEq for Memo<T> {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl<T> Eq for Memo<T> {}

impl<T: fmt::Debug> fmt::Debug for Memo<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.get().fmt(f)
    }
}

/// Whether packs from outside can be read; where they cannot, nothing that deals with them is compiled in.
pub const FROM_OUTSIDE: bool = cfg!(any(feature = "json", feature = "toml"));

/// What can stand in a pack and be left unread until it is asked for.
pub trait Item: Written {
    /// What it is found by, which is always at hand.
    type Head: Written;

    /// What it is found by.
    fn head(&self) -> Self::Head;
}

/// What a list is found by, to which other packs can add.
#[derive(Debug, Clone)]
pub struct ListHead {
    /// Its id.
    pub id: String,
    /// Whether it adds to another list of that id.
    pub extends: bool,
}

table!(ListHead { id, extends });

/// An item of a pack: of an embedded one it is read when it is first asked for.
#[derive(Debug, Clone)]
pub struct Lazy<T: Item> {
    head: T::Head,
    /// The item in bytes; nothing where it came from outside and is there already.
    bytes: &'static [u8],
    item: Memo<T>,
}

impl<T: Item> Lazy<T> {
    /// What it looks like in an image.
    pub const SHAPE: Shape = Shape::Apart(&T::Head::SHAPE, &T::SHAPE);

    /// What it is found by.
    pub const fn head(&self) -> &T::Head {
        &self.head
    }

    /// Reads what it is found by, and where the item is.
    #[must_use]
    pub fn read(bytes: &mut Bytes<'static>) -> Self {
        Self {
            head: T::Head::read(bytes),
            bytes: bytes.slice(),
            item: Memo::empty(),
        }
    }

    /// Writes it so that [`Self::read`] finds it.
    pub fn write(&self, out: &mut Vec<u8>) {
        let mut item = Vec::new();
        T::write(self, &mut item);
        self.head.write(out);
        Bytes::put_slice(&item, out);
    }
}

impl<T: Item> Serialize for Lazy<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // Only what comes from outside is not in bytes, and lists, which are not printed.
        if self.bytes.is_empty() && FROM_OUTSIDE {
            return Canonical::print::<T, S>(self, serializer);
        }
        Canonical::print_bytes::<T, S>(self.bytes, serializer)
    }
}

impl<T: Item> From<T> for Lazy<T> {
    fn from(item: T) -> Self {
        Self {
            head: item.head(),
            bytes: &[],
            item: Memo::from(item),
        }
    }
}

impl<T: Item> Deref for Lazy<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.item
            .get_or_make(|| T::read(&mut Bytes::new(self.bytes)))
    }
}
