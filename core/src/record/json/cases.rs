//! Cases of what is read and what is refused, each with its reason and place.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::{JsonErrorKind, Limits, Name, Raw, Sink, Stop, read_object};

/// Writes down each member as `name=value`.
struct Lines {
    lines: Vec<String>,
    expects: Option<&'static str>,
}

impl<'a> Sink<'a> for Lines {
    fn expects(&self) -> Option<&str> {
        self.expects
    }

    fn member(&mut self, name: Name<'_>, value: Raw<'a>) -> Result<(), Stop> {
        assert!(!name.expected || self.expects == Some(&name.to_string()));
        if name.key == "stop" {
            return Err(Stop);
        }
        let value = match value {
            Raw::Null => "null".into(),
            Raw::Bool(value) => value.to_string(),
            Raw::Number(number) => number.to_string(),
            Raw::Text(text) => format!("'{text}'"),
            Raw::Nested(json) => format!("<{json}>"),
        };
        self.lines.push(format!("{name}={value}"));
        Ok(())
    }
}

/// Names that may be expected: what is read is the same.
const EXPECTED: [&str; 8] = ["", ".", "a", "a.b", "o.b", "文号", "stop", "aaaa"];

fn read(input: &[u8], limits: &Limits) -> Result<String, (JsonErrorKind, usize)> {
    let unexpecting = read_expecting(None, input, limits);
    for name in EXPECTED {
        assert_eq!(read_expecting(Some(name), input, limits), unexpecting);
    }
    unexpecting
}

fn read_expecting(
    expects: Option<&'static str>,
    input: &[u8],
    limits: &Limits,
) -> Result<String, (JsonErrorKind, usize)> {
    let lines = Vec::new();
    let mut lines = Lines { lines, expects };
    match read_object(input, limits, &mut lines) {
        Ok(()) => Ok(lines.lines.join(" ")),
        Err(error) => Err((error.kind, error.offset)),
    }
}

#[track_caller]
fn reads(input: impl AsRef<[u8]>, members: &str) {
    let read = read(input.as_ref(), &Limits::default());
    assert_eq!(read.as_deref(), Ok(members));
}

#[track_caller]
fn fails(input: impl AsRef<[u8]>, kind: JsonErrorKind, offset: usize) {
    let read = read(input.as_ref(), &Limits::default());
    assert_eq!(read, Err((kind, offset)));
}

#[test]
fn members_arrive_in_order() {
    reads("{}", "");
    reads(" \r\n\t{ } \n", "");
    reads("\u{feff}{}", "");
    reads(
        r#"{"文号":"甘农许〔2016〕1号","n":-1.50e+3,"t":true,"f":false,"x":null}"#,
        "文号='甘农许〔2016〕1号' n=-1.50e+3 t=true f=false x=null",
    );
    reads("{ \"a\" : 1 ,\n\"b\" :\t\"\" }", "a=1 b=''");
    reads(r#"{"a":1,"a":2,"":3}"#, "a=1 a=2 =3");
}

#[test]
fn one_level_is_flattened_and_no_more() {
    reads(
        r#"{"published":{"credit-gansu":"2016-08-01","agri-portal":null},"b":1}"#,
        "published.credit-gansu='2016-08-01' published.agri-portal=null b=1",
    );
    reads(
        r#"{"a":{"b":{"c":[{}, "}"]} , "d":[]}}"#,
        r#"a.b=<{"c":[{}, "}"]}> a.d=<[]>"#,
    );
    reads(
        r#"{"a":{ },"b":[ ],"c":[1,[2,{"x":3}],"\u4f60"]}"#,
        r#"a=<{ }> b=<[ ]> c=<[1,[2,{"x":3}],"\u4f60"]>"#,
    );
}

#[test]
fn escapes_are_resolved_in_names_and_texts() {
    reads(
        r#"{"\u6587\u53F7":"\"\\\/\b\f\n\r\t"}"#,
        "文号='\"\\/\u{8}\u{c}\n\r\t'",
    );
    reads(r#"{"a":"\ud840\udc0b\uD83D\uDE00x\u0000"}"#, "a='𠀋😀x\0'");
    reads(r#"{"a\u002e":{"\u0062":"许\u53ef证"}}"#, "a..b='许可证'");
    reads(
        "{\"a\":\"\u{7f}\u{2028}\u{ffff}\"}",
        "a='\u{7f}\u{2028}\u{ffff}'",
    );
}

#[test]
fn what_is_no_object_is_refused() {
    fails("", JsonErrorKind::Empty, 0);
    fails(" \n", JsonErrorKind::Empty, 2);
    fails("\u{feff}", JsonErrorKind::Empty, 3);
    for other in ["[]", "1", "\"{}\"", "null", "NaN", "}", "'", "\u{feff}"] {
        fails(format!("\u{feff}{other}"), JsonErrorKind::NotAnObject, 3);
    }
    fails("{} {}", JsonErrorKind::TrailingContent, 3);
    fails("{}\0", JsonErrorKind::TrailingContent, 2);
    fails("{\"a\":1}}", JsonErrorKind::TrailingContent, 7);
}

#[test]
fn bytes_that_are_not_utf8_are_refused_where_they_stand() {
    fails(b"{\"a\":\"\xCE\xC4\xBA\xC5\"}", JsonErrorKind::NotUtf8, 6);
    fails(b"\xFF\xFE{\0}\0", JsonErrorKind::NotUtf8, 0);
    fails(b"{\"a\":\"\xED\xA0\x80\"}", JsonErrorKind::NotUtf8, 6);
    fails(b"{\"a\":\"\xC0\x80\"}", JsonErrorKind::NotUtf8, 6);
    fails(b"{\"a\":\"\xE6\x96", JsonErrorKind::NotUtf8, 6);
}

#[test]
fn every_cut_is_an_unexpected_end() {
    let whole = r#"{"a":"x\n\u6587\ud840\udc0b","b":{"c":-1.5e+3,"d":[true,false,null,{"\u0065":[]}]},"z":0}"#;
    for end in 1..whole.len() {
        let (kind, offset) = read(&whole.as_bytes()[..end], &Limits::default()).unwrap_err();
        if kind == JsonErrorKind::LoneSurrogate {
            assert!(whole.as_bytes()[offset..].starts_with(br"\ud840\udc0b") && end > offset + 5);
        } else {
            assert_eq!((kind, offset), (JsonErrorKind::UnexpectedEnd, end));
        }
    }
    assert!(read(whole.as_bytes(), &Limits::default()).is_ok());
}

#[test]
fn characters_out_of_place_are_refused() {
    for (input, offset) in [
        ("{,}", 1),
        ("{\"a\":1,}", 7),
        ("{\"a\" 1}", 5),
        ("{\"a\"::1}", 5),
        ("{\"a\":1 \"b\":2}", 7),
        ("{\"a\":1]", 6),
        ("{\"a\":}", 5),
        ("{a:1}", 1),
        ("{'a':1}", 1),
        ("{1:1}", 1),
        ("{\"a\":True}", 5),
        ("{\"a\":nul}", 5),
        ("{\"a\":truex}", 9),
        ("{\"a\":1x}", 6),
        ("{\"a\":/**/1}", 5),
        ("{\"a\":1}//", 7),
        ("{\"a\":\u{a0}1}", 5),
        ("{\"a\":\u{c}1}", 5),
        ("{\"a\":[1,]}", 8),
        ("{\"a\":[,1]}", 6),
        ("{\"a\":[1 2]}", 8),
        ("{\"a\":[1}}", 7),
        ("{\"a\":{\"b\":{\"c\":1]}}", 16),
        ("{\"a\":[{\"c\"}]}", 10),
        ("{\"a\":[{1:2}]}", 7),
        ("{\"a\":[\"b\":1]}", 9),
    ] {
        let kind = match offset {
            7 if input.ends_with("//") => JsonErrorKind::TrailingContent,
            _ => JsonErrorKind::UnexpectedCharacter,
        };
        fails(input, kind, offset);
    }
}

#[test]
fn faults_in_texts_are_refused_the_same_wherever_the_text_stands() {
    for (text, kind, at) in [
        (r"\x", JsonErrorKind::BadEscape, 0),
        (r"ab\'", JsonErrorKind::BadEscape, 2),
        (r"\文", JsonErrorKind::BadEscape, 0),
        (r"\u12g4", JsonErrorKind::BadEscape, 0),
        (r"\u文文", JsonErrorKind::BadEscape, 0),
        (r"\U0041", JsonErrorKind::BadEscape, 0),
        (r"\n\ud800", JsonErrorKind::LoneSurrogate, 2),
        (r"\udc00\ud800", JsonErrorKind::LoneSurrogate, 0),
        (r"\ud800\u0041", JsonErrorKind::LoneSurrogate, 0),
        (r"\ud800\ud800", JsonErrorKind::LoneSurrogate, 0),
        (r"\ud800\n00000", JsonErrorKind::LoneSurrogate, 0),
        ("a\tb", JsonErrorKind::ControlCharacter, 1),
        ("许可许可\n", JsonErrorKind::ControlCharacter, 12),
        ("\\n\0", JsonErrorKind::ControlCharacter, 2),
    ] {
        for (before, after) in [
            ("{\"", "\":1}"),
            ("{\"a\":\"", "\"}"),
            ("{\"a\":{\"", "\":1}}"),
            ("{\"a\":[\"", "\"]}"),
            ("{\"a\":[{\"", "\":1}]}"),
        ] {
            fails(format!("{before}{text}{after}"), kind, before.len() + at);
        }
    }
}

#[test]
fn what_is_not_a_number_is_refused() {
    for (value, at) in [
        ("01", 1),
        ("-", 1),
        ("-a", 1),
        ("1.", 2),
        ("1.e1", 2),
        ("1e", 2),
        ("1e+", 3),
        ("+1", 0),
        (".5", 0),
        ("1.2.3", 3),
        ("1-2", 1),
        ("00", 1),
    ] {
        fails(
            format!("{{\"a\":{value}}}"),
            JsonErrorKind::BadNumber,
            5 + at,
        );
        fails(
            format!("{{\"a\":[{value}]}}"),
            JsonErrorKind::BadNumber,
            6 + at,
        );
    }
    for value in [
        "NaN",
        "nan",
        "Infinity",
        "-Infinity",
        "+Infinity",
        "-NaN",
        "inf",
    ] {
        fails(format!("{{\"a\":{value}}}"), JsonErrorKind::NotANumber, 5);
        fails(format!("{{\"a\":[{value}]}}"), JsonErrorKind::NotANumber, 6);
    }
}

#[test]
fn any_depth_is_refused_without_using_the_stack() {
    for opening in ["[", "{\"b\":"] {
        let deep = opening.repeat(10_000);
        fails(
            format!("{{\"a\":{deep}"),
            JsonErrorKind::TooDeep,
            5 + 63 * opening.len(),
        );
    }
    let fits = format!("{{\"a\":{}1{}}}", "[".repeat(63), "]".repeat(63));
    assert!(read(fits.as_bytes(), &Limits::default()).is_ok());
    let unbounded = Limits {
        depth: usize::MAX,
        ..Limits::default()
    };
    let too_deep = format!("{{\"a\":{}", "[".repeat(64));
    assert_eq!(
        read(too_deep.as_bytes(), &unbounded),
        Err((JsonErrorKind::TooDeep, 68))
    );
}

#[test]
fn each_limit_is_kept_to_the_last() {
    let limits = Limits {
        bytes: 64,
        depth: 3,
        members: 3,
        text: 6,
        number: 4,
    };
    for (input, result) in [
        (
            "{\"a\":1,\"b\":{\"c\":2,\"d\":[1,2,3]}}",
            Ok("a=1 b.c=2 b.d=<[1,2,3]>"),
        ),
        (
            "{\"a\":1,\"b\":{\"c\":2,\"d\":3,\"e\":4}}",
            Err((JsonErrorKind::TooManyMembers, 29)),
        ),
        ("{\"a\":{\"b\":{}}}", Ok("a.b=<{}>")),
        (
            "{\"a\":{\"b\":{\"c\":[]}}}",
            Err((JsonErrorKind::TooDeep, 15)),
        ),
        ("{\"a\":[[[]]]}", Err((JsonErrorKind::TooDeep, 7))),
        ("{\"a\":\"许可\"}", Ok("a='许可'")),
        ("{\"a\":\"\\u8bb8\\u53ef\"}", Ok("a='许可'")),
        ("{\"a\":\"许可x\"}", Err((JsonErrorKind::TextTooLong, 6))),
        (
            "{\"a\":\"\\u8bb8\\u53efx\"}",
            Err((JsonErrorKind::TextTooLong, 6)),
        ),
        (
            "{\"a\":[\"\\u8bb8\\u53efx\"]}",
            Err((JsonErrorKind::TextTooLong, 7)),
        ),
        ("{\"abcdefg\":1}", Err((JsonErrorKind::TextTooLong, 2))),
        ("{\"a\":1234}", Ok("a=1234")),
        ("{\"a\":-1234}", Err((JsonErrorKind::NumberTooLong, 5))),
        ("{\"a\":[12345]}", Err((JsonErrorKind::NumberTooLong, 6))),
    ] {
        let read = read(input.as_bytes(), &limits);
        assert_eq!(read.as_deref().map_err(|&error| error), result, "{input}");
    }
}

#[test]
fn size_and_depth_of_the_whole_are_limited() {
    let limits = Limits {
        bytes: 64,
        ..Limits::default()
    };
    let long = format!("{{}}{}", " ".repeat(63));
    assert!(read(&long.as_bytes()[..64], &limits).is_ok());
    assert_eq!(
        read(long.as_bytes(), &limits),
        Err((JsonErrorKind::TooLarge, 64))
    );
    let flat = Limits { depth: 1, ..limits };
    assert_eq!(read(b"{\"a\":{}}", &flat), Err((JsonErrorKind::TooDeep, 5)));
    assert_eq!(
        read(b"{}", &Limits { depth: 0, ..limits }),
        Err((JsonErrorKind::TooDeep, 0))
    );
}

#[test]
fn a_sink_can_stop() {
    fails(r#"{"a":1,"stop":2,"b"#, JsonErrorKind::Stopped, 15);
}

#[test]
fn values_do_not_reach_debug_output() {
    for value in [
        Raw::Text("13900000000".into()),
        Raw::Number("13900000000"),
        Raw::Nested("[13900000000]"),
    ] {
        assert!(!format!("{value:?}").contains("139"));
    }
}
