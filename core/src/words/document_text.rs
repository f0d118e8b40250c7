//! The forms in which published tables write document numbers.

use super::date::number;
use super::document_number::{DocumentForm, DocumentNumber};
use super::normalize::{is_blank, is_placeholder, is_space, plain};
use super::note::{Fault, Note, Notes, Read};
use alloc::borrow::Cow;
use alloc::{format, string::String, vec::Vec};

/// Reads a document number in any known form.
pub(super) fn read(text: &str) -> Result<Read<DocumentNumber<'_>>, Fault> {
    plainly_standard(text).map_or_else(|| read_any(text), Ok)
}

// Fast answer for the standard form that leaves no question open: 甘农(兽药)许决〔2024〕312号.
fn plainly_standard(text: &str) -> Option<Read<DocumentNumber<'_>>> {
    let (end, _) = text.char_indices().find(|(_, c)| !is_plain_mark(*c))?;
    let (mark, rest) = text.split_at_checked(end)?;
    let (year_text, rest) = rest.strip_prefix('〔')?.split_at_checked(4)?;
    let serial = rest.strip_prefix('〕')?.strip_suffix('号')?;
    let counts = matches!(serial.as_bytes(), [b'1'..=b'9', rest @ ..] if rest.iter().all(u8::is_ascii_digit));
    if !counts || serial.len() > SERIAL_LONGEST || mark.is_empty() {
        return None;
    }
    let (mark, year) = (checked_mark(mark).ok()?, year(year_text).ok()?);
    Some(built(
        mark,
        Some(year),
        serial,
        DocumentForm::Standard,
        Notes::NONE,
    ))
}

// A character of a mark that hides nothing, needs no folding, and is no part of a year.
const fn is_plain_mark(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | 'A'..='W' | 'Y' | 'Z' | 'a'..='z' | '(' | ')' | '（' | '）')
        && !matches!(c, '某' | '號')
}

fn read_any(text: &str) -> Result<Read<DocumentNumber<'_>>, Fault> {
    if is_blank(text) || is_placeholder(text) {
        return Err(Fault::Placeholder);
    }
    if text.len() > LONGEST {
        return Err(Fault::Length);
    }
    if text.contains(['*', '＊', '某', '×']) || text.contains("XX") {
        return Err(Fault::Masked);
    }
    if text.chars().all(is_settled) {
        return parts(text);
    }
    let (folded, notes) = folded(text);
    let read = parts(&folded)?;
    Ok(Read {
        value: read.value.into_owned(),
        notes: read.notes.union(notes),
    })
}

const LONGEST: usize = 400;
const MARK_LONGEST: usize = 120;
const SERIAL_LONGEST: usize = 60;

const OPENING: [char; 11] = ['〔', '(', '（', '[', '［', '【', '﹝', '〈', '<', '{', '〖'];
const CLOSING: [char; 11] = ['〕', ')', '）', ']', '］', '】', '﹞', '〉', '>', '}', '〗'];

// What needs no folding. Round brackets keep their width: marks are printed with either.
fn is_settled(c: char) -> bool {
    (c.is_ascii() && c != ' ' && !c.is_ascii_control())
        || matches!(c, '\u{4e00}'..='\u{9fff}' | '（' | '）') && c != '號'
        || OPENING.contains(&c)
        || CLOSING.contains(&c)
}

fn folded(text: &str) -> (String, Notes) {
    let mut notes = Notes::NONE;
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        if is_space(c) {
            notes = notes.with(Note::Spaces);
        } else if c == '號' {
            notes = notes.with(Note::Compatibility);
            folded.push('号');
        } else if is_settled(c) {
            folded.push(c);
        } else {
            let mut bytes = [0; 4];
            let read = plain(c.encode_utf8(&mut bytes));
            notes = notes.union(read.notes);
            folded.push_str(&read.value);
        }
    }
    (folded, notes)
}

fn parts(text: &str) -> Result<Read<DocumentNumber<'_>>, Fault> {
    match bracketed_year(text) {
        Some(found) => standard(&found),
        None if has_short_year(text) => Err(Fault::NoYear),
        None => unbracketed(text),
    }
}

struct Bracketed<'a> {
    mark: &'a str,
    year: &'a str,
    rest: &'a str,
    proper: bool,
}

// The first four digits that stand alone between an opening and a closing sign, of whatever kind.
fn bracketed_year(text: &str) -> Option<Bracketed<'_>> {
    text.match_indices(OPENING).find_map(|(place, opening)| {
        let (mark, rest) = text.split_at_checked(place)?;
        let (year, rest) = rest.strip_prefix(opening)?.split_at_checked(4)?;
        let after = rest.strip_prefix(CLOSING)?;
        year.bytes()
            .all(|byte| byte.is_ascii_digit())
            .then_some(Bracketed {
                mark,
                year,
                rest: after,
                proper: opening == "〔" && rest.starts_with('〕'),
            })
    })
}

/// Mark, year and serial with the proper brackets between them, whatever brackets stand there; none if brackets part
/// them otherwise.
pub(super) fn with_proper_brackets(text: &str) -> Option<String> {
    let is_bracket = |c: char| OPENING.contains(&c) || CLOSING.contains(&c);
    let parts: Vec<&str> = text
        .split(is_bracket)
        .filter(|part| !part.is_empty())
        .collect();
    let [mark, year, serial] = parts.as_slice() else {
        return None;
    };
    Some(format!("{mark}〔{year}〕{serial}"))
}

// A bracketed number that is no year, with the end of a document number after it: 〔24〕3号.
fn has_short_year(text: &str) -> bool {
    text.match_indices(OPENING).any(|(place, opening)| {
        let inside = text
            .split_at_checked(place)
            .and_then(|(_, rest)| rest.strip_prefix(opening)?.split_once(CLOSING));
        inside.is_some_and(|(inside, rest)| {
            rest.ends_with('号') && inside.bytes().all(|byte| byte.is_ascii_digit())
        })
    })
}

fn standard<'a>(found: &Bracketed<'a>) -> Result<Read<DocumentNumber<'a>>, Fault> {
    let mark = checked_mark(found.mark)?;
    if mark.is_empty() {
        return Err(Fault::Form);
    }
    if found.rest.is_empty() {
        return Err(Fault::NoSerial);
    }
    let serial = serial(ending(found.rest)?)?;
    let notes = if found.proper {
        serial.notes
    } else {
        serial.notes.with(Note::Brackets)
    };
    let year = Some(year(found.year)?);
    Ok(built(
        mark,
        year,
        serial.value,
        DocumentForm::Standard,
        notes,
    ))
}

fn unbracketed(text: &str) -> Result<Read<DocumentNumber<'_>>, Fault> {
    if let Some((before, rest)) = text.split_once('第')
        && let Some((inside, after)) = rest.split_once('号')
    {
        return ordinal(before, inside, after);
    }
    let digits = text.trim_start_matches(|c: char| !c.is_ascii_digit());
    if text.ends_with('号') {
        return Err(if digits.is_empty() {
            Fault::NoSerial
        } else {
            Fault::NoYear
        });
    }
    let last = text
        .rsplit(|c: char| !c.is_ascii_digit())
        .next()
        .unwrap_or_default();
    let starts_with_year = last.starts_with("19") || last.starts_with("20");
    Err(match last.len() {
        4 if starts_with_year => Fault::NoSerial,
        5..=9 if starts_with_year => Fault::Ambiguous,
        _ => Fault::Form,
    })
}

// 第711号, 2012年第7号; the name of the document may stand before the number or after it.
fn ordinal<'a>(
    before: &'a str,
    inside: &'a str,
    after: &'a str,
) -> Result<Read<DocumentNumber<'a>>, Fault> {
    let serial = serial(inside)?;
    let (before, year_text) = split_year(before);
    if !before.is_empty() && !after.is_empty() {
        return Err(Fault::Form);
    }
    let mark = checked_mark(if after.is_empty() { before } else { after })?;
    let notes = if after.is_empty() {
        serial.notes
    } else {
        serial.notes.with(Note::Serial)
    };
    let (year, form) = match year_text {
        Some(text) => (Some(year(text)?), DocumentForm::Announcement),
        None => (None, DocumentForm::Order),
    };
    Ok(built(mark, year, serial.value, form, notes))
}

fn split_year(before: &str) -> (&str, Option<&str>) {
    let split = before.strip_suffix('年').and_then(|text| {
        let (mark, year) = text.split_at_checked(text.len().checked_sub(4)?)?;
        let alone = !mark.ends_with(|c: char| c.is_ascii_digit());
        (alone && year.bytes().all(|byte| byte.is_ascii_digit())).then_some((mark, Some(year)))
    });
    split.unwrap_or((before, None))
}

fn built<'a>(
    mark: &'a str,
    year: Option<u16>,
    serial: &'a str,
    form: DocumentForm,
    notes: Notes,
) -> Read<DocumentNumber<'a>> {
    Read {
        value: DocumentNumber {
            mark: Cow::Borrowed(mark),
            year,
            serial: Cow::Borrowed(serial),
            form,
        },
        notes,
    }
}

fn year(text: &str) -> Result<u16, Fault> {
    number(text.as_bytes())
        .and_then(|year| u16::try_from(year).ok())
        .filter(|year| (1900..=2199).contains(year))
        .ok_or(Fault::YearOutOfRange)
}

// What stands before the 号 that ends the text.
fn ending(rest: &str) -> Result<&str, Fault> {
    match rest.split_once('号') {
        Some((serial, "")) => Ok(serial),
        Some(_) => Err(Fault::Form),
        None => Err(Fault::NoEnding),
    }
}

// The serial without 第 and leading zeros. Words in it are kept: 执法二中队-9.
fn serial(text: &str) -> Result<Read<&str>, Fault> {
    let bare = text.strip_prefix('第').unwrap_or(text);
    let value = if bare.bytes().all(|byte| byte.is_ascii_digit()) {
        bare.trim_start_matches('0')
    } else {
        bare
    };
    if value.is_empty() {
        return Err(Fault::NoSerial);
    }
    if value.len() > SERIAL_LONGEST || !value.chars().all(is_serial_character) {
        return Err(Fault::Form);
    }
    if !value.contains(|c: char| c.is_ascii_digit()) {
        return Err(Fault::NoSerial);
    }
    let standard = value.len() == text.len() && value.bytes().all(|byte| byte.is_ascii_digit());
    let notes = if standard {
        Notes::NONE
    } else {
        Notes::NONE.with(Note::Serial)
    };
    Ok(Read { value, notes })
}

fn is_serial_character(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-' || (matches!(c, '\u{4e00}'..='\u{9fff}') && c != '第')
}

// A mark is of characters, letters, digits and brackets in pairs: 豫0923环罚决字, 临农(种子)罚.
fn checked_mark(mark: &str) -> Result<&str, Fault> {
    let mut open = 0_usize;
    for c in mark.chars() {
        match c {
            '(' | '（' => open = open.saturating_add(1),
            ')' | '）' => open = open.checked_sub(1).ok_or(Fault::Form)?,
            '号' | '第' => return Err(Fault::Form),
            '\u{4e00}'..='\u{9fff}' | '-' | '·' | '、' | '\u{3400}'..='\u{4dbf}' => {}
            _ if c.is_ascii_alphanumeric() => {}
            _ => return Err(Fault::Form),
        }
    }
    if open == 0 && mark.len() <= MARK_LONGEST {
        Ok(mark)
    } else {
        Err(Fault::Form)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn standard_numbers_are_borrowed_and_clean() {
        for text in [
            "安农罚〔2026〕5号",
            "临农(种子)罚〔2024〕3号",
            "皖宿环（埇）罚告〔2025〕8号",
            "豫0923环罚决字〔2024〕7号",
            "威自然执(经)罚字〔2024〕4号",
            "国办发明电〔2005〕35号",
        ] {
            let read = read(text).unwrap();
            assert!(read.notes.is_empty(), "{text}");
            assert!(matches!(read.value.mark, Cow::Borrowed(_)), "{text}");
            assert_eq!(read.value.standard(), text);
        }
    }

    #[test]
    fn departures_are_noted() {
        for line in [
            "郑环罚决字〔 2021〕006号 => 郑环罚决字〔2021〕6号 => Spaces Serial",
            "豫 0185 环罚决字〔2023〕22号 => 豫0185环罚决字〔2023〕22号 => Spaces",
            "常银罚决字( 2025〕 3号 => 常银罚决字〔2025〕3号 => Spaces Brackets",
            "新林地许准字(2015)第01号 => 新林地许准字〔2015〕1号 => Brackets Serial",
            "高环审字[2023]4号 => 高环审字〔2023〕4号 => Brackets",
            "市场【2019】1号 => 市场〔2019〕1号 => Brackets",
            "文开发行审环﹝2023﹞10号 => 文开发行审环〔2023〕10号 => Brackets",
            "甘农罚（2024）3号 => 甘农罚〔2024〕3号 => Brackets",
            "甘农罚〈2024〉3号 => 甘农罚〔2024〕3号 => Brackets",
            "甘农罚［2024］3号 => 甘农罚〔2024〕3号 => Brackets",
            "甘农罚〔２０２４〕３号 => 甘农罚〔2024〕3号 => FullWidth",
            "甘农罚〔2024〕3號 => 甘农罚〔2024〕3号 => Compatibility",
            "第Z4003028号行政处罚决定书 => 行政处罚决定书第Z4003028号 => Serial",
            "国务院令第711号 => 国务院令第711号 => ",
            "2012年第7号 => 2012年第7号 => ",
            "农业农村部公告2012年第07号 => 农业农村部公告2012年第7号 => Serial",
        ] {
            let mut parts = line.split(" => ");
            let read = read(parts.next().unwrap()).unwrap();
            assert_eq!(read.value.standard(), parts.next().unwrap(), "{line}");
            let names: Vec<String> = read.notes.iter().map(|note| format!("{note:?}")).collect();
            assert_eq!(names.join(" "), parts.next().unwrap(), "{line}");
        }
    }

    // Every document number of a table of published licenses and penalties.
    #[test]
    fn published_numbers_are_read() {
        for line in PUBLISHED.lines() {
            let (text, expected) = line.split_once(" => ").unwrap();
            let said = match read(text) {
                Ok(read) if read.notes.is_empty() => "ok".into(),
                Ok(read) => read.value.standard(),
                Err(fault) => format!("{fault:?}"),
            };
            assert_eq!(said, expected, "{text}");
        }
    }

    const PUBLISHED: &str = "\
临农(种子)罚〔2024〕3号 => ok
安农罚〔2026〕5号 => ok
豫0923环罚决字〔2024〕7号 => ok
郑环罚决字〔 2021〕006号 => 郑环罚决字〔2021〕6号
豫 0185 环罚决字〔2023〕22号 => 豫0185环罚决字〔2023〕22号
铜环高罚字〔2022〕3号 => ok
岳汨环罚决字〔2023〕020号 => 岳汨环罚决字〔2023〕20号
清城环罚字〔2019〕37号 => ok
湛环罚字〔2019〕26号 => ok
资人银罚字〔2019〕2号 => ok
常银罚决字( 2025〕 3号 => 常银罚决字〔2025〕3号
(粤穗埔)申字〔2021〕第00001号 => (粤穗埔)申字〔2021〕1号
罗水许决字〔2025〕55号 => ok
取水许可证编号C440114S2020-0005 => Form
川水许可否〔2025〕2号 => ok
砚自然资罚字〔2024〕34号 => ok
济任国土资罚决字〔2015〕21号 => ok
威自然执(经)罚字〔2024〕4号 => ok
江海国土(执法)决定字〔2018〕第15号 => 江海国土(执法)决定字〔2018〕15号
(湘怀沅)应急罚〔2025〕执法二中队-9号 => (湘怀沅)应急罚〔2025〕执法二中队-9号
新林地许准字(2015)第01号 => 新林地许准字〔2015〕1号
凤市监处罚〔2025〕17号 => ok
潭县市监处罚〔2025〕253号 => ok
潭县市监处罚〔2025〕131号 => ok
塔市市监处罚〔2025〕62号 => ok
黄市监处罚〔2024〕68号 => ok
长天市监罚字〔2023〕457号 => ok
乐坪政罚〔2023〕16号 => ok
贵市监药罚〔2020〕318号 => ok
中市监处罚〔2025〕5号 => ok
第Z4003028号行政处罚决定书 => 行政处罚决定书第Z4003028号
桃自资罚决〔2023〕002号 => 桃自资罚决〔2023〕2号
闽莆环罚〔2025〕89号 => ok
岳县环罚〔2025〕2号 => ok
岳环罚决字〔2025〕44号 => ok
清环英德罚立罚字〔2026〕3号 => ok
粤东交罚〔2025〕00977号 => 粤东交罚〔2025〕977号
高环审字[2023]4号 => 高环审字〔2023〕4号
文开发行审环﹝2023﹞10号 => 文开发行审环〔2023〕10号
眉市环建天〔2023〕5号 => ok
眉市环建天〔2023〕6号 => ok
济商环报告表〔2026〕3号 => ok
州环评〔2023〕7号 => ok
州环评〔2023〕8号 => ok
泰景环境审报告表〔2024〕1号 => ok";

    #[test]
    fn what_is_no_number_says_why() {
        for (fault, texts) in [
            (
                Fault::NoSerial,
                "双环许可2019|甘农罚〔2024〕号|甘农罚〔2024〕|甘农罚〔2024〕00号|甘农罚号",
            ),
            (Fault::NoYear, "甘农罚3号|甘农罚〔24〕3号|甘农罚〔〕3号"),
            (Fault::NoEnding, "甘农罚〔2024〕3"),
            (Fault::YearOutOfRange, "甘农罚〔3024〕3号"),
            (
                Fault::Ambiguous,
                "塔市市监处罚202562|清环英德罚立罚字20263|市监处罚〔202468",
            ),
            (
                Fault::Form,
                "国办发﹝2015﹞)15号|取水许可证编号C440114S2020-0005|〔2024〕3号|甘农罚",
            ),
            (
                Fault::Form,
                "虞发改收费〔2022〕02号,虞发改收费〔2022〕03号|(2016)皖0828刑初52号|甘农罚〔2024〕3号令",
            ),
            (
                Fault::Masked,
                "甘农罚〔2024〕*号|甘农罚〔2024〕XX号|某农罚〔2024〕3号",
            ),
            (Fault::Placeholder, "|/|无|——"),
        ] {
            for text in texts.split('|') {
                assert_eq!(read(text).unwrap_err(), fault, "{text}");
            }
        }
    }

    proptest! {
        #[test]
        fn standard_form_survives_printing(mark in "[甘农罚省字A-D]{1,8}", year in 1900_u16..2200, serial in 1_u32..100_000) {
            let text = format!("{mark}〔{year}〕{serial}号");
            let read = read(&text).unwrap();
            prop_assert!(read.notes.is_empty());
            prop_assert_eq!(read.value.standard(), text);
        }

        #[test]
        fn the_fast_answer_is_that_of_the_general_reader(
            mark in "[甘农罚字某號号第A-Z0-9a(（)）〔〕 -]{0,8}", year in "[0-9]{3,5}|[12][09][0-9]{2}", serial in "第?[0-9X]{1,4}",
        ) {
            let text = format!("{mark}〔{year}〕{serial}号");
            if let Some(read) = plainly_standard(&text) {
                prop_assert_eq!(Ok(read), read_any(&text));
            }
        }

        #[test]
        fn no_text_stops_the_reader(text in ".*", near in "[甘农第年号〔〕()（）\\[0-9X ﹝-]{0,24}") {
            let _ = read(&text);
            if let Ok(found) = read(&near) {
                let printed = found.value.standard();
                let again = read(&printed).unwrap().value;
                prop_assert_eq!(again.standard(), printed);
            }
        }
    }
}
