//! What the packed streams of a PDF come to, found out before anything is kept of them.

use flate2::read::ZlibDecoder;
use std::io::{self, Write};
use weezl::{BitOrder, decode::Decoder};

/// The most that all streams of a PDF together may unpack to, in bytes.
const MOST: usize = 256 << 20;

/// How a stream begins.
const STREAM: &[u8] = b"stream";

/// How the dictionary before a stream says how it is packed: what makes it smaller, and what only spells it.
const PACKED: [&[u8]; 2] = [b"FlateDecode", b"LZWDecode"];
const SPELLED: &[u8] = b"ASCII85Decode";

/// Whether the streams of a PDF unpack to more than is read, or are packed in themselves, which nobody needs.
pub(crate) fn is_too_large(bytes: &[u8]) -> bool {
    is_larger(bytes, MOST)
}

fn is_larger(bytes: &[u8], most: usize) -> bool {
    let mut left = Left(most);
    let mut from = 0_usize;
    while let Some(found) = find(bytes, STREAM, from) {
        let end = found.saturating_add(STREAM.len());
        let dictionary = unescaped(bytes.get(from..found).unwrap_or_default());
        let packed = bytes.get(end..).unwrap_or_default();
        if is_packed_twice(&dictionary) || !fits(packed, &dictionary, &mut left) {
            return true;
        }
        from = end;
    }
    false
}

fn is_packed_twice(dictionary: &[u8]) -> bool {
    let packed = PACKED.iter().map(|name| count(dictionary, name));
    let packed: usize = packed.sum();
    packed > 1 || (packed == 1 && count(dictionary, SPELLED) > 0)
}

/// A dictionary with its names as they are meant: any character of a name may be written as `#` and two digits.
fn unescaped(dictionary: &[u8]) -> Vec<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16);
    let mut out = Vec::with_capacity(dictionary.len());
    let mut rest = dictionary;
    while let Some((first, after)) = rest.split_first() {
        let code = match rest {
            [b'#', high, low, ..] => digit(*high).zip(digit(*low)),
            _ => None,
        };
        let meant = code.and_then(|(high, low)| u8::try_from(high << 4 | low).ok());
        out.push(meant.unwrap_or(*first));
        rest = meant.map_or(after, |_| rest.get(3..).unwrap_or_default());
    }
    out
}

/// How much may still be unpacked, in bytes. What is written here is counted and let go.
struct Left(usize);

impl Write for Left {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 = self
            .0
            .checked_sub(bytes.len())
            .ok_or(io::ErrorKind::FileTooLarge)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Unpacks what begins after a line end, and says whether there was room for it.
fn fits(packed: &[u8], dictionary: &[u8], left: &mut Left) -> bool {
    let packed = packed.strip_prefix(b"\r").unwrap_or(packed);
    let packed = packed.strip_prefix(b"\n").unwrap_or(packed);
    // What is no stream of this kind ends in an error of the reader, which is no matter here.
    let is_full = |error: io::Error| error.kind() == io::ErrorKind::FileTooLarge;
    let unpacked = io::copy(&mut ZlibDecoder::new(packed), left);
    if unpacked.is_err_and(is_full) {
        return false;
    }
    if count(dictionary, b"LZWDecode") == 0 {
        return true;
    }
    // Codes grow one earlier or later, as the dictionary says; either way is counted.
    let early = Decoder::with_tiff_size_switch(BitOrder::Msb, 8);
    let late = Decoder::new(BitOrder::Msb, 8);
    [early, late].iter_mut().all(|decoder| {
        let unpacked = decoder.into_stream(&mut *left).decode_all(packed);
        !unpacked.status.is_err_and(is_full)
    })
}

fn count(bytes: &[u8], word: &[u8]) -> usize {
    let windows = bytes.windows(word.len());
    windows.filter(|own| *own == word).count()
}

fn find(bytes: &[u8], word: &[u8], from: usize) -> Option<usize> {
    let rest = bytes.get(from..)?;
    let at = rest.windows(word.len()).position(|own| own == word)?;
    Some(at.saturating_add(from))
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::{Compression, write::ZlibEncoder};
    use weezl::encode::Encoder;

    fn packed(length: usize) -> Vec<u8> {
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
        let zeros = vec![0_u8; 1 << 20];
        for _ in 0..length >> 20 {
            encoder.write_all(&zeros).unwrap();
        }
        encoder.finish().unwrap()
    }

    fn stream(filter: &str, packed: &[u8]) -> Vec<u8> {
        let head = format!("1 0 obj\n<</Filter{filter}>>\nstream\r\n");
        [head.as_bytes(), packed, b"\nendstream\nendobj\n"].concat()
    }

    #[test]
    fn streams_are_added_up() {
        let most = 8 << 20;
        let flate = |length: usize| stream("/FlateDecode", &packed(length));
        let half = flate(most / 2);
        assert!(half.len() < 1 << 20);
        assert!(!is_larger(&half, most));
        let both = [half.as_slice(), half.as_slice()].concat();
        assert!(!is_larger(&both, most));
        assert!(is_larger(
            &[both.as_slice(), &flate(1 << 20)].concat(),
            most
        ));
    }

    #[test]
    fn streams_of_the_older_kind_are_counted_too() {
        let most = 1 << 20;
        let zeros = vec![0; most + 1];
        let packed = |length: usize| {
            let mut encoder = Encoder::with_tiff_size_switch(BitOrder::Msb, 8);
            encoder.encode(&zeros[..length]).unwrap()
        };
        let lzw = |length: usize| stream("/LZWDecode", &packed(length));
        assert!(!is_larger(&lzw(most / 4), most));
        assert!(is_larger(&lzw(most + 1), most));
        // Where it is not named, nobody unpacks it.
        assert!(!is_larger(&stream("/DCTDecode", &packed(most + 1)), most));
    }

    #[test]
    fn what_is_packed_twice_is_not_read() {
        for twice in [
            "[/FlateDecode /FlateDecode]",
            "[/FlateDecode/LZWDecode]",
            "[/ASCII85Decode /FlateDecode]",
            "[/Fl#61teDecode/#46lateDecode]",
            "[/FlateDecode/FlateDecode]/Note(1 0 obj)",
        ] {
            assert!(is_too_large(&stream(twice, b"x")), "{twice}");
        }
        for once in [
            "/FlateDecode",
            "[/ASCII85Decode/DCTDecode]",
            "/#",
            "/#f",
            "/#zz",
        ] {
            let beside = [stream(once, b"x"), stream(once, b"x")].concat();
            assert!(!is_too_large(&beside), "{once}");
        }
        let beside = b"1 0 obj <</Filter/FlateDecode>> stream\nx\nendstream endobj 2 0 obj <</Filter/FlateDecode>> stream\nx";
        assert!(!is_too_large(beside));
        assert!(!is_too_large(b""));
    }
}
