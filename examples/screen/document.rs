//! Documents as text: what stands in their paragraphs, cells, headers and footers.

use crate::pdf;
use calamine::{Reader as _, open_workbook_auto_from_rs};
use quick_xml::Reader;
use quick_xml::events::Event;
use std::borrow::Cow;
use std::error::Error;
use std::fs;
use std::io::{Cursor, Read};

/// The largest file, and the most that a part of one may unpack to, in bytes.
const LARGEST: u64 = 256 << 20;

/// A document that was read.
pub(crate) enum Document {
    /// A page in HTML.
    Page(String),
    /// Plain text, or the text of a document.
    Text(String),
}

impl Document {
    /// Reads a file by what it holds, not by its name.
    pub(crate) fn read(file: &str) -> Result<Self, Box<dyn Error>> {
        if fs::metadata(file)?.len() > LARGEST {
            return Err("the file is larger than 256 MiB".into());
        }
        let bytes = fs::read(file)?;
        if bytes.starts_with(b"%PDF") {
            return Ok(Self::Text(pdf::text(bytes)?));
        }
        let old_workbook = bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]);
        if old_workbook {
            return Ok(Self::Text(workbook(&bytes)?));
        }
        if bytes.starts_with(b"PK") {
            let text = match word(&bytes)? {
                Some(text) => text,
                None => workbook(&bytes)?,
            };
            return Ok(Self::Text(text));
        }
        Ok(plain(&bytes))
    }

    /// The text, with the tags of a page.
    pub(crate) fn text(&self) -> &str {
        match self {
            Self::Page(text) | Self::Text(text) => text,
        }
    }
}

/// A text in UTF-8 or GB 18030, as the bytes tell.
fn plain(bytes: &[u8]) -> Document {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => encoding_rs::GB18030.decode(bytes).0.into_owned(),
    };
    let start = text.trim_start_matches('\u{feff}').trim_start();
    let start = start.get(..start.floor_char_boundary(256)).unwrap_or(start);
    let lower = start.to_ascii_lowercase();
    if lower.contains("<html") || lower.starts_with("<!doctype html") {
        Document::Page(text)
    } else {
        Document::Text(text)
    }
}

/// The text of a DOCX: the document, its headers, footers, notes and comments; `None` if it is none.
fn word(bytes: &[u8]) -> Result<Option<String>, Box<dyn Error>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes))?;
    let names = archive.file_names().map(|name| name.map(Cow::into_owned));
    let mut names = names.collect::<Result<Vec<String>, _>>()?;
    names.retain(|name| is_part(name));
    names.sort();
    if !names.iter().any(|name| name == "word/document.xml") {
        return Ok(None);
    }
    let mut text = String::new();
    for name in names {
        let mut xml = String::new();
        let part = archive.by_name(&name)?;
        part.take(LARGEST).read_to_string(&mut xml)?;
        paragraphs(&xml, &mut text)?;
    }
    Ok(Some(text))
}

/// Whether a file of the archive holds a text that is printed or shown.
fn is_part(name: &str) -> bool {
    let own = name
        .strip_prefix("word/")
        .and_then(|name| name.strip_suffix(".xml"));
    own.is_some_and(|own| PARTS.iter().any(|part| own.starts_with(part)))
}

const PARTS: [&str; 6] = [
    "document",
    "header",
    "footer",
    "footnotes",
    "endnotes",
    "comments",
];

fn paragraphs(xml: &str, text: &mut String) -> Result<(), Box<dyn Error>> {
    let mut reader = Reader::from_str(xml);
    let mut inside = false;
    loop {
        match reader.read_event()? {
            Event::Eof => return Ok(()),
            Event::Start(tag) => inside = tag.local_name().into_inner() == "t",
            Event::End(tag) => {
                inside = false;
                if tag.local_name().into_inner() == "p" {
                    text.push('\n');
                }
            }
            Event::Text(part) if inside => text.push_str(&part.xml10_content()),
            Event::GeneralRef(name) if inside => text.push(named(&name.into_inner())),
            Event::Empty(_)
            | Event::Text(_)
            | Event::CData(_)
            | Event::Comment(_)
            | Event::Decl(_)
            | Event::PI(_)
            | Event::DocType(_)
            | Event::GeneralRef(_) => {}
        }
    }
}

/// The character of an entity of XML.
fn named(name: &str) -> char {
    match name {
        "lt" => '<',
        "gt" => '>',
        "amp" => '&',
        "quot" => '"',
        "apos" => '\'',
        number => {
            let number = number.trim_start_matches('#');
            let code = match number.strip_prefix('x') {
                Some(hex) => u32::from_str_radix(hex, 16).ok(),
                None => number.parse().ok(),
            };
            code.and_then(char::from_u32).unwrap_or(' ')
        }
    }
}

/// The text of a workbook: a line for each row, cells parted by spaces.
fn workbook(bytes: &[u8]) -> Result<String, Box<dyn Error>> {
    let mut workbook = open_workbook_auto_from_rs(Cursor::new(bytes))?;
    let mut text = String::new();
    for name in workbook.sheet_names() {
        let sheet = workbook.worksheet_range(&name)?;
        for row in sheet.rows() {
            let cells: Vec<String> = row.iter().map(ToString::to_string).collect();
            text.push_str(&cells.join("\u{3000}"));
            text.push('\n');
        }
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    fn docx(document: &str) -> Vec<u8> {
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let options = zip::write::SimpleFileOptions::default();
        for (name, xml) in [
            ("word/document.xml", document),
            (
                "word/header1.xml",
                "<w:hdr><w:p><w:r><w:t>机密★10年</w:t></w:r></w:p></w:hdr>",
            ),
        ] {
            archive.start_file(name, options).unwrap();
            archive.write_all(xml.as_bytes()).unwrap();
        }
        archive.finish().unwrap().into_inner()
    }

    #[test]
    fn a_docx_is_the_text_of_its_paragraphs_and_headers() {
        let bytes = docx(
            "<w:document><w:p><w:r><w:t>内部</w:t></w:r><w:r><w:t>资料&amp;&#x4e00;</w:t></w:r></w:p><w:p/></w:document>",
        );
        let text = word(&bytes).unwrap().unwrap();
        assert_eq!(text, "内部资料&一\n机密★10年\n");
    }

    #[test]
    fn texts_are_told_by_what_they_hold() {
        assert!(matches!(
            plain("<!DOCTYPE html><p>a".as_bytes()),
            Document::Page(_)
        ));
        assert!(matches!(plain("机密".as_bytes()), Document::Text(_)));
        let gbk = encoding_rs::GB18030.encode("机密★").0.into_owned();
        assert_eq!(plain(&gbk).text(), "机密★");
    }
}
