//! Text of any encoding as a stream of UTF-8: byte-order marks, UTF-8, GB18030, and damage counted.

use super::input::{Input, unreadable};
use crate::trouble::{Code, Trouble};
use encoding_rs::{Decoder, DecoderResult, Encoding, GB18030, UTF_8};
use std::io::{self, BufRead, Read};

/// A reader that gives valid UTF-8 and remembers which bytes were not.
pub(crate) struct Text {
    reader: Box<dyn Read>,
    decoder: Decoder,
    input: Vec<u8>,
    used: usize,
    output: Vec<u8>,
    given: usize,
    written: usize,
    position: u64,
    damage: Damage,
    ended: Ended,
    sign: Option<u8>,
}

/// How many sequences did not fit the encoding, and where the first stood.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Damage {
    count: u64,
    first: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ended {
    No,
    Input,
    Decoder,
}

const BUFFER: usize = 64 << 10;
const REPLACEMENT: &[u8] = "\u{FFFD}".as_bytes();

/// Opens a file as text in the encoding that is named, marked, or found by trying.
///
/// # Errors
///
/// `A05` for bytes that are no text, `A06` when no encoding fits.
pub(crate) fn open(
    input: Input,
    named: Option<&'static Encoding>,
) -> Result<(Text, &'static str), Trouble> {
    let encoding = match named.or_else(|| Encoding::for_bom(&input.prefix).map(|found| found.0)) {
        Some(encoding) => encoding,
        None => detect(&input)?,
    };
    let sign = first_sign(&input.prefix, encoding);
    let text = Text {
        reader: input.into_reader(),
        decoder: encoding.new_decoder_with_bom_removal(),
        input: Vec::with_capacity(BUFFER),
        used: 0,
        output: vec![0; BUFFER.saturating_mul(3)],
        given: 0,
        written: 0,
        position: 0,
        damage: Damage::default(),
        ended: Ended::No,
        sign,
    };
    Ok((text, encoding.name()))
}

impl Text {
    /// The first sign that is not blank.
    pub(crate) fn first_sign(&self) -> Option<u8> {
        self.sign
    }

    /// What has to be said about bytes that did not fit the encoding.
    pub(crate) fn damage(&self) -> Option<Trouble> {
        (self.damage.count > 0).then(|| {
            Trouble::new(Code::EncodingDamaged)
                .at_byte(self.damage.first)
                .with(format_args!("× {}", self.damage.count))
        })
    }

    fn refill(&mut self) -> io::Result<()> {
        while self.given == self.written && self.ended != Ended::Decoder {
            if self.used == self.input.len() && self.ended == Ended::No {
                self.load()?;
            }
            self.decode();
        }
        Ok(())
    }

    fn load(&mut self) -> io::Result<()> {
        self.input.clear();
        self.used = 0;
        let limit = u64::try_from(BUFFER).unwrap_or(u64::MAX);
        let count = self
            .reader
            .by_ref()
            .take(limit)
            .read_to_end(&mut self.input)?;
        if count == 0 {
            self.ended = Ended::Input;
        }
        Ok(())
    }

    fn decode(&mut self) {
        let source = self.input.get(self.used..).unwrap_or(&[]);
        let room = self.output.len().saturating_sub(REPLACEMENT.len());
        let target = self.output.get_mut(..room).unwrap_or(&mut []);
        let last = self.ended == Ended::Input;
        let (result, read, written) = self
            .decoder
            .decode_to_utf8_without_replacement(source, target, last);
        self.used = self.used.saturating_add(read);
        self.position = self
            .position
            .saturating_add(u64::try_from(read).unwrap_or(0));
        self.given = 0;
        self.written = written;
        match result {
            DecoderResult::InputEmpty if last => self.ended = Ended::Decoder,
            DecoderResult::InputEmpty | DecoderResult::OutputFull => {}
            DecoderResult::Malformed(bad, after) => self.replace(bad, after),
        }
    }

    fn replace(&mut self, bad: u8, after: u8) {
        let back = u64::from(bad).saturating_add(u64::from(after));
        if self.damage.count == 0 {
            self.damage.first = self.position.saturating_sub(back);
        }
        self.damage.count = self.damage.count.saturating_add(1);
        let end = self.written.saturating_add(REPLACEMENT.len());
        if let Some(place) = self.output.get_mut(self.written..end) {
            place.copy_from_slice(REPLACEMENT);
            self.written = end;
        }
    }
}

impl BufRead for Text {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.refill()?;
        Ok(self.output.get(self.given..self.written).unwrap_or(&[]))
    }

    fn consume(&mut self, amount: usize) {
        self.given = self.given.saturating_add(amount).min(self.written);
    }
}

impl Read for Text {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.fill_buf()?.read(buffer)?;
        self.consume(count);
        Ok(count)
    }
}

/// UTF-8 or GB18030, whichever the beginning of the file damages less.
fn detect(input: &Input) -> Result<&'static Encoding, Trouble> {
    if let Some(byte) = input.prefix.iter().position(|byte| *byte == 0) {
        return Err(Trouble::new(Code::NotText).at_byte(u64::try_from(byte).unwrap_or(0)));
    }
    let utf8 = damage(UTF_8, input);
    let gb18030 = damage(GB18030, input);
    let (encoding, least) = if utf8.count <= gb18030.count {
        (UTF_8, utf8)
    } else {
        (GB18030, gb18030)
    };
    // A cell cut in the middle of a character is usual dirt; a damaged sign in every hundred bytes is not text.
    let tolerated = u64::try_from(input.prefix.len()).unwrap_or(0) / 100;
    if least.count > tolerated.max(1) {
        return Err(Trouble::new(Code::EncodingUnknown)
            .with(format_args!(
                "UTF-8: byte {}; GB18030: byte {}",
                utf8.first, gb18030.first
            ))
            .at_byte(utf8.first));
    }
    Ok(encoding)
}

fn damage(encoding: &'static Encoding, input: &Input) -> Damage {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut damage = Damage::default();
    let mut place = [0; 4096];
    let mut used = 0_usize;
    loop {
        let source = input.prefix.get(used..).unwrap_or(&[]);
        let (result, read, _) =
            decoder.decode_to_utf8_without_replacement(source, &mut place, input.complete);
        used = used.saturating_add(read);
        match result {
            DecoderResult::InputEmpty => return damage,
            DecoderResult::OutputFull => {}
            DecoderResult::Malformed(bad, after) => {
                if damage.count == 0 {
                    let end = u64::try_from(used).unwrap_or(0);
                    damage.first =
                        end.saturating_sub(u64::from(bad).saturating_add(u64::from(after)));
                }
                damage.count = damage.count.saturating_add(1);
            }
        }
    }
}

fn first_sign(prefix: &[u8], encoding: &'static Encoding) -> Option<u8> {
    let (text, _) = encoding.decode_with_bom_removal(prefix);
    text.trim_start().bytes().next()
}

#[cfg(test)]
pub(crate) fn from_bytes(bytes: &[u8]) -> Result<(Text, &'static str), Trouble> {
    let input = Input::from_reader(Box::new(io::Cursor::new(bytes.to_vec())), None)?;
    open(input, None)
}

/// The trouble of a reader, with the system's words.
pub(crate) fn broken(error: &io::Error) -> Trouble {
    unreadable(error)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (String, &'static str, Option<Trouble>) {
        let (mut text, encoding) = from_bytes(bytes).expect("opens");
        let mut out = String::new();
        text.read_to_string(&mut out).expect("valid UTF-8");
        (out, encoding, text.damage())
    }

    #[test]
    fn every_usual_encoding_is_found() {
        let words = "行政许可决定书文号,甘农许〔2016〕1号\n";
        assert_eq!(read(words.as_bytes()), (words.into(), "UTF-8", None));
        let marked = format!("\u{FEFF}{words}");
        assert_eq!(read(marked.as_bytes()), (words.into(), "UTF-8", None));
        let (gbk, _, _) = GB18030.encode(words);
        assert_eq!(read(&gbk), (words.into(), "gb18030", None));
        let utf16: Vec<u8> = marked.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(read(&utf16), (words.into(), "UTF-16LE", None));
        let utf16: Vec<u8> = marked.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(read(&utf16), (words.into(), "UTF-16BE", None));
    }

    #[test]
    fn a_damaged_byte_far_in_is_replaced_and_its_place_said() {
        let mut bytes = "名称,代码\n".repeat(20_000).into_bytes();
        let place = 150_000;
        bytes[place] = 0xFF;
        let (out, encoding, damage) = read(&bytes);
        assert_eq!(encoding, "UTF-8");
        assert!(out.contains('\u{FFFD}'));
        let damage = damage.expect("said");
        assert_eq!(damage.code, Code::EncodingDamaged);
        assert!(damage.byte.expect("a place").abs_diff(150_000) <= 3);
    }

    #[test]
    fn a_text_cut_inside_a_character_is_still_read() {
        let (gbk, _, _) = GB18030.encode("名称,事由\n某公司,未按规定办理许可手续擅自经营");
        let (out, encoding, _) = read(&gbk[..gbk.len() - 1]);
        assert_eq!(encoding, "gb18030");
        assert!(out.starts_with("名称,事由"));
    }

    #[test]
    fn bytes_that_are_no_text_get_a_code() {
        let code = |bytes: &[u8]| from_bytes(bytes).err().map(|trouble| trouble.code);
        assert_eq!(code(b"abc\0def"), Some(Code::NotText));
        assert_eq!(code(&[0xFF; 500]), Some(Code::EncodingUnknown));
    }
}
