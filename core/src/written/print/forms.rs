//! What each form of value is printed as.

use super::{PRINTED, Printer};
use core::fmt::{self, Display, Write};
use serde::ser::{
    Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant, Serializer,
};

/// Numbers, which are all printed alike.
macro_rules! numbers {
    ($($serialize:ident: $number:ty)*) => {
        $(fn $serialize(self, number: $number) -> fmt::Result {
            self.raw(itoa::Buffer::new().format(number));
            Ok(())
        })*
    };
}

impl Serializer for &mut Printer {
    type Ok = ();
    type Error = fmt::Error;
    type SerializeSeq = Self;
    type SerializeTuple = Self;
    type SerializeTupleStruct = Self;
    type SerializeTupleVariant = Self;
    type SerializeMap = Self;
    type SerializeStruct = Self;
    type SerializeStructVariant = Self;

    numbers! {
        serialize_i8: i8 serialize_i16: i16 serialize_i32: i32 serialize_i64: i64
        serialize_u8: u8 serialize_u16: u16 serialize_u32: u32 serialize_u64: u64
    }

    fn serialize_bool(self, flag: bool) -> fmt::Result {
        self.raw(if flag { "true" } else { "false" });
        Ok(())
    }

    fn serialize_f32(self, _: f32) -> fmt::Result {
        Err(fmt::Error)
    }

    fn serialize_f64(self, _: f64) -> fmt::Result {
        Err(fmt::Error)
    }

    fn serialize_bytes(self, _: &[u8]) -> fmt::Result {
        Err(fmt::Error)
    }

    fn serialize_char(self, character: char) -> fmt::Result {
        self.collect_str(&character)
    }

    fn serialize_str(self, text: &str) -> fmt::Result {
        if self.is_printed {
            self.raw(text);
            return Ok(());
        }
        self.raw("\"");
        self.write_str(text)?;
        self.raw("\"");
        Ok(())
    }

    fn collect_str<T: ?Sized + Display>(self, text: &T) -> fmt::Result {
        self.raw("\"");
        write!(self, "{text}")?;
        self.raw("\"");
        Ok(())
    }

    fn serialize_none(self) -> fmt::Result {
        self.raw("null");
        Ok(())
    }

    fn serialize_some<T: ?Sized + Serialize>(self, value: &T) -> fmt::Result {
        value.serialize(self)
    }

    fn serialize_unit(self) -> fmt::Result {
        self.raw("null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> fmt::Result {
        self.raw("null");
        Ok(())
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, name: &'static str) -> fmt::Result {
        self.serialize_str(name)
    }

    fn serialize_newtype_struct<T: ?Sized + Serialize>(
        self,
        _: &'static str,
        value: &T,
    ) -> fmt::Result {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: ?Sized + Serialize>(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
        value: &T,
    ) -> fmt::Result {
        self.open(b'{').member(name, value)?;
        self.close(b'}');
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self, fmt::Error> {
        Ok(self.open(b'['))
    }

    fn serialize_tuple(self, _: usize) -> Result<Self, fmt::Error> {
        Ok(self.open(b'['))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self, fmt::Error> {
        Ok(self.open(b'['))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
        _: usize,
    ) -> Result<Self, fmt::Error> {
        self.open(b'{').name(name);
        Ok(self.open(b'['))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self, fmt::Error> {
        Ok(self.open(b'{'))
    }

    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Self, fmt::Error> {
        if name == PRINTED {
            self.is_printed = true;
            return Ok(self);
        }
        Ok(self.open(b'{'))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
        _: usize,
    ) -> Result<Self, fmt::Error> {
        self.open(b'{').name(name);
        Ok(self.open(b'{'))
    }
}

/// Lists, whatever the types that hold them, and what closes them.
macro_rules! lists {
    ($($list:ident: $add:ident $($closing:literal)+;)*) => {
        $(impl $list for &mut Printer {
            type Ok = ();
            type Error = fmt::Error;

            fn $add<T: ?Sized + Serialize>(&mut self, item: &T) -> fmt::Result {
                self.item(item)
            }

            fn end(self) -> fmt::Result {
                $(self.close($closing);)+
                Ok(())
            }
        })*
    };
}

lists! {
    SerializeSeq: serialize_element b']';
    SerializeTuple: serialize_element b']';
    SerializeTupleStruct: serialize_field b']';
    SerializeTupleVariant: serialize_field b']' b'}';
}

impl SerializeStruct for &mut Printer {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_field<T: ?Sized + Serialize>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> fmt::Result {
        if self.is_printed {
            return value.serialize(&mut **self);
        }
        self.member(name, value)
    }

    fn end(self) -> fmt::Result {
        if self.is_printed {
            self.is_printed = false;
            return Ok(());
        }
        self.close(b'}');
        Ok(())
    }
}

impl SerializeStructVariant for &mut Printer {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_field<T: ?Sized + Serialize>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> fmt::Result {
        self.member(name, value)
    }

    fn end(self) -> fmt::Result {
        self.close(b'}');
        self.close(b'}');
        Ok(())
    }
}

impl SerializeMap for &mut Printer {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_key<T: ?Sized + Serialize>(&mut self, name: &T) -> fmt::Result {
        let start = self.out.len();
        name.serialize(&mut **self)?;
        if self.out.get(start) != Some(&b'"') {
            return Err(fmt::Error);
        }
        self.raw(":");
        Ok(())
    }

    fn serialize_value<T: ?Sized + Serialize>(&mut self, value: &T) -> fmt::Result {
        self.item(value)
    }

    fn end(self) -> fmt::Result {
        self.close(b'}');
        Ok(())
    }
}
