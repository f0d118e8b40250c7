//! How the tables of packs, calendars and requests are written: by people in TOML or JSON, by the build in bytes.
//!
//! A type says its shape once. By it, what people wrote is checked and brought into bytes, and bytes are
//! printed as canonical JSON; only from bytes to a value of the type, and back, there is code of its own.

mod bytes;
mod canonical;
mod columns;
mod encode;
#[cfg(feature = "toml")]
mod from_toml;
mod print;
mod run;
mod shape;
mod tree;
mod values;

pub use bytes::Bytes;
pub use canonical::Canonical;
pub use columns::{from_columns, to_columns};
pub use encode::{Fault, encode};
#[cfg(feature = "toml")]
pub use from_toml::from_toml;
pub use print::print;
pub(crate) use run::{long_plain_run, plain_run};
pub use shape::{Member, Printed, Shape, Written, shape_of};
pub use tree::{Node, Value};
pub use values::Verbatim;

/// The value of a type that people wrote as a tree.
///
/// # Errors
/// What is wrong with it, and where.
pub fn read<T: Written>(tree: &Node<'_>) -> Result<T, Fault> {
    let mut bytes = alloc::vec::Vec::new();
    encode(&T::SHAPE, tree, &mut bytes)?;
    Ok(T::read(&mut Bytes::new(&bytes)))
}

/// Says how a struct is written: its members in their order, `needed` behind those that may not be left out,
/// in brackets the name where Rust has another use for it, and `beside` what is not written at all.
macro_rules! table {
    ($table:ident { $($field:ident $(($name:literal))? $(: $needed:ident)?),* $(,)? } $(beside $aside:ident)?) => {
        impl $crate::written::Written for $table {
            const SHAPE: $crate::written::Shape = $crate::written::Shape::Table(&[$(
                $crate::written::Member {
                    name: $crate::written::table!(@name $field $($name)?),
                    needed: false $(|| $crate::written::table!(@$needed))?,
                    shape: $crate::written::shape_of(|table: &$table| &table.$field),
                },
            )*]);

            fn read(bytes: &mut $crate::written::Bytes<'_>) -> Self {
                Self {
                    $($field: $crate::written::Written::read(bytes),)*
                    $($aside: Default::default(),)?
                }
            }

            fn write(&self, out: &mut alloc::vec::Vec<u8>) {
                $($crate::written::Written::write(&self.$field, out);)*
            }
        }
    };
    (@name $field:ident) => { stringify!($field) };
    (@name $field:ident $name:literal) => { $name };
    (@needed) => { true };
}

/// Says which words stand for the variants of an enum; the first stands where none is given.
macro_rules! choice {
    ($choice:ident { $first:ident = $first_word:literal $(, $variant:ident = $word:literal)* $(,)? }) => {
        impl $choice {
            const FIRST: Self = Self::$first;
            const WRITTEN: &[Self] = &[Self::$first, $(Self::$variant),*];
        }

        impl $crate::written::Written for $choice {
            const SHAPE: $crate::written::Shape = $crate::written::Shape::OneOf(&[$first_word, $($word),*]);

            fn read(bytes: &mut $crate::written::Bytes<'_>) -> Self {
                let place = usize::try_from(bytes.signed()).ok();
                place.and_then(|place| Self::WRITTEN.get(place).copied()).unwrap_or(Self::FIRST)
            }

            fn write(&self, out: &mut alloc::vec::Vec<u8>) {
                let place = Self::WRITTEN.iter().position(|variant| variant == self);
                let place = place.and_then(|place| i64::try_from(place).ok());
                $crate::written::Bytes::put_signed(place.unwrap_or_default(), out);
            }
        }

        impl serde::Serialize for $choice {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(match self {
                    Self::$first => $first_word,
                    $(Self::$variant => $word,)*
                })
            }
        }
    };
}

pub(crate) use choice;
pub(crate) use table;
