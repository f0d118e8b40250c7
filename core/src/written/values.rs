//! Texts, flags, numbers, and what holds several of them.

use super::{Bytes, Shape, Written};
use alloc::{collections::BTreeMap, string::String, vec::Vec};

impl Written for String {
    const SHAPE: Shape = Shape::Text;

    fn read(bytes: &mut Bytes<'_>) -> Self {
        bytes.text().into()
    }

    fn write(&self, out: &mut Vec<u8>) {
        Bytes::put_slice(self.as_bytes(), out);
    }
}

impl Written for bool {
    const SHAPE: Shape = Shape::Flag;

    fn read(bytes: &mut Bytes<'_>) -> Self {
        bytes.number() != 0
    }

    fn write(&self, out: &mut Vec<u8>) {
        out.push(u8::from(*self));
    }
}

/// Whole numbers, which all are signed as bytes.
macro_rules! numbers {
    ($($number:ident)+) => {
        $(impl Written for $number {
            #[expect(clippy::as_conversions, reason = "from a smaller number to a larger, in a constant")]
            const SHAPE: Shape = Shape::Number($number::MIN as i64, $number::MAX as i64);

            fn read(bytes: &mut Bytes<'_>) -> Self {
                Self::try_from(bytes.signed()).unwrap_or_default()
            }

            fn write(&self, out: &mut Vec<u8>) {
                Bytes::put_signed(i64::from(*self), out);
            }
        })+
    };
}

numbers!(u8 u16 u32 i32);

/// Numbers that end where no count can come.
macro_rules! counts {
    ($($number:ident)+) => {
        $(impl Written for $number {
            const SHAPE: Shape = Shape::Number(0, i64::MAX);

            fn read(bytes: &mut Bytes<'_>) -> Self {
                Self::try_from(bytes.signed()).unwrap_or(Self::MAX)
            }

            fn write(&self, out: &mut Vec<u8>) {
                Bytes::put_signed(i64::try_from(*self).unwrap_or(i64::MAX), out);
            }
        })+
    };
}

counts!(u64 usize);

impl<T: Written> Written for Vec<T> {
    const SHAPE: Shape = Shape::List(&T::SHAPE);

    fn read(bytes: &mut Bytes<'_>) -> Self {
        (0..bytes.length()).map(|_| T::read(bytes)).collect()
    }

    fn write(&self, out: &mut Vec<u8>) {
        Bytes::put_length(self.len(), out);
        for item in self {
            item.write(out);
        }
    }
}

impl<T: Written> Written for [T; 2] {
    const SHAPE: Shape = Shape::Pair(&T::SHAPE);

    fn read(bytes: &mut Bytes<'_>) -> Self {
        [T::read(bytes), T::read(bytes)]
    }

    fn write(&self, out: &mut Vec<u8>) {
        for item in self {
            item.write(out);
        }
    }
}

impl<T: Written> Written for Option<T> {
    const SHAPE: Shape = Shape::Optional(&T::SHAPE);

    fn read(bytes: &mut Bytes<'_>) -> Self {
        bool::read(bytes).then(|| T::read(bytes))
    }

    fn write(&self, out: &mut Vec<u8>) {
        out.push(u8::from(self.is_some()));
        if let Some(item) = self {
            item.write(out);
        }
    }
}

impl<T: Written> Written for BTreeMap<String, T> {
    const SHAPE: Shape = Shape::Map(&T::SHAPE);

    fn read(bytes: &mut Bytes<'_>) -> Self {
        let mut map = Self::new();
        for _ in 0..bytes.length() {
            map.insert(String::read(bytes), T::read(bytes));
        }
        map
    }

    fn write(&self, out: &mut Vec<u8>) {
        Bytes::put_length(self.len(), out);
        for (name, value) in self {
            name.write(out);
            value.write(out);
        }
    }
}

/// Where in its text a value stands that is left as it is written.
#[derive(Debug, Clone, Copy, Default)]
pub struct Verbatim {
    at: usize,
    length: usize,
}

impl Verbatim {
    /// The value, of the text from which it was read.
    #[must_use]
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        let until = self.at.saturating_add(self.length);
        text.get(self.at..until).unwrap_or_default()
    }
}

impl Written for Verbatim {
    const SHAPE: Shape = Shape::Verbatim;

    fn read(bytes: &mut Bytes<'_>) -> Self {
        let at = usize::try_from(bytes.number()).unwrap_or_default();
        let length = usize::try_from(bytes.number()).unwrap_or_default();
        Self { at, length }
    }

    fn write(&self, out: &mut Vec<u8>) {
        Bytes::put_length(self.at, out);
        Bytes::put_length(self.length, out);
    }
}

impl Written for () {
    const SHAPE: Shape = Shape::Table(&[]);

    fn read(_: &mut Bytes<'_>) -> Self {}

    fn write(&self, _: &mut Vec<u8>) {}
}
