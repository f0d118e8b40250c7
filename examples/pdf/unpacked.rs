//! What the packed streams of a PDF come to, found out before anything is kept of them.

use flate2::read::ZlibDecoder;
use std::io::Read;

/// The most that all streams of a PDF together may unpack to, in bytes.
const MOST: usize = 256 << 20;

/// How a stream begins, and what stands before its dictionary.
const STREAM: &[u8] = b"stream";
const OBJECT: &[u8] = b"obj";
const PACKED: &[u8] = b"FlateDecode";

/// Whether the streams of a PDF unpack to more than is read, or are packed in themselves, which nobody needs.
pub(crate) fn is_too_large(bytes: &[u8]) -> bool {
    let mut left = MOST;
    let mut from = 0_usize;
    while let Some(found) = find(bytes, STREAM, from) {
        let end = found.saturating_add(STREAM.len());
        let head = bytes.get(from..found).unwrap_or_default();
        let own = last(head, OBJECT).map_or(head, |at| head.get(at..).unwrap_or_default());
        let packed = bytes.get(end..).unwrap_or_default();
        if is_packed_twice(own) || !fits(packed, &mut left) {
            return true;
        }
        from = end;
    }
    false
}

fn is_packed_twice(dictionary: &[u8]) -> bool {
    let first = find(dictionary, PACKED, 0);
    first.is_some_and(|at| find(dictionary, PACKED, at.saturating_add(1)).is_some())
}

// Unpacks what begins after a line end, as far as there is something left.
fn fits(packed: &[u8], left: &mut usize) -> bool {
    let packed = packed.strip_prefix(b"\r").unwrap_or(packed);
    let packed = packed.strip_prefix(b"\n").unwrap_or(packed);
    let mut unpacked = ZlibDecoder::new(packed);
    let mut buffer = [0_u8; 1 << 14];
    while let Ok(length) = unpacked.read(&mut buffer) {
        if length == 0 {
            return true;
        }
        match left.checked_sub(length) {
            Some(rest) => *left = rest,
            None => return false,
        }
    }
    true
}

fn find(bytes: &[u8], word: &[u8], from: usize) -> Option<usize> {
    let rest = bytes.get(from..)?;
    let at = rest.windows(word.len()).position(|own| own == word)?;
    Some(at.saturating_add(from))
}

fn last(bytes: &[u8], word: &[u8]) -> Option<usize> {
    bytes.windows(word.len()).rposition(|own| own == word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::{Compression, write::ZlibEncoder};
    use std::io::Write;

    fn packed(length: usize) -> Vec<u8> {
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
        let zeros = vec![0_u8; 1 << 20];
        for _ in 0..length >> 20 {
            encoder.write_all(&zeros).unwrap();
        }
        encoder.finish().unwrap()
    }

    #[test]
    fn streams_are_added_up() {
        let stream = |length: usize| {
            let mut bytes = b"1 0 obj\n<</Filter/FlateDecode>>\nstream\r\n".to_vec();
            bytes.extend(packed(length));
            bytes.extend(b"\nendstream\nendobj\n");
            bytes
        };
        let half = stream(MOST / 2);
        assert!(half.len() < 1 << 20);
        assert!(!is_too_large(&half));
        let both = [half.as_slice(), half.as_slice()].concat();
        assert!(!is_too_large(&both));
        assert!(is_too_large(&[both.as_slice(), &stream(1 << 20)].concat()));
    }

    #[test]
    fn what_is_packed_twice_is_not_read() {
        let twice = b"1 0 obj\n<</Filter[/FlateDecode /FlateDecode]>>\nstream\nx\nendstream";
        assert!(is_too_large(twice));
        let beside = b"1 0 obj <</Filter/FlateDecode>> stream\nx\nendstream endobj 2 0 obj <</Filter/FlateDecode>> stream\nx";
        assert!(!is_too_large(beside));
        assert!(!is_too_large(b""));
    }
}
