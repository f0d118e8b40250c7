//! How far a text in JSON stands there as it is, eight bytes at a time.

/// How many bytes from the start can stand in a text as they are: all before a quote, backslash or control character.
#[inline]
pub(crate) fn plain_run(bytes: &[u8]) -> usize {
    let mut rest = bytes;
    while let Some((word, after)) = rest.split_first_chunk() {
        let stops = stops(u64::from_le_bytes(*word));
        if stops != 0 {
            let before = bytes.len().wrapping_sub(rest.len());
            return before.wrapping_add(usize::try_from(stops.trailing_zeros() >> 3).unwrap_or(0));
        }
        rest = after;
    }
    let is_plain = |byte: &&u8| !matches!(byte, b'"' | b'\\' | 0..=0x1F);
    let halves = rest.first_chunk().zip(rest.last_chunk());
    let left = match halves.map(|(first, last)| [first, last].map(|half| u32::from_le_bytes(*half)))
    {
        Some([first, last]) if stops(u64::from(first) | u64::from(last) << 32) == 0 => rest.len(),
        _ => rest.iter().take_while(is_plain).count(),
    };
    bytes.len().wrapping_sub(rest.len()).wrapping_add(left)
}

/// The same where runs are long: four words are looked at together.
pub(crate) fn long_plain_run(bytes: &[u8]) -> usize {
    let mut rest = bytes;
    while let Some((step, after)) = rest.split_first_chunk::<32>() {
        let words = step.as_chunks().0.iter();
        let stops = words.fold(0, |stops, word| {
            stops | self::stops(u64::from_le_bytes(*word))
        });
        if stops != 0 {
            break;
        }
        rest = after;
    }
    let before = bytes.len().wrapping_sub(rest.len());
    before.wrapping_add(plain_run(rest))
}

const EACH: u64 = 0x0101_0101_0101_0101;

/// The highest bit of each byte that a plain run stops at; only the lowest bit that is set is to be trusted.
///
/// A byte below 0x80 loses its highest bit's zero in a subtraction only if it is less than what is subtracted;
/// the borrow can then reach the bytes above it, never one below.
#[inline]
fn stops(word: u64) -> u64 {
    let quote = (word ^ EACH.wrapping_mul(0x22)).wrapping_sub(EACH);
    let backslash = (word ^ EACH.wrapping_mul(0x5C)).wrapping_sub(EACH);
    let control = word.wrapping_sub(EACH.wrapping_mul(0x20));
    (quote | backslash | control) & !word & EACH.wrapping_mul(0x80)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_run_ends_at_each_byte_that_must_not_stand_there() {
        for length in 0..40 {
            for stop in 0..=u8::MAX {
                let mut bytes = "许可abc".repeat(8).into_bytes();
                bytes[length] = stop;
                bytes[length + 1] = b'"';
                let stops = stop < 0x20 || stop == b'"' || stop == b'\\';
                assert_eq!(plain_run(&bytes), length + usize::from(!stops));
                assert_eq!(long_plain_run(&bytes), length + usize::from(!stops));
            }
        }
    }

    #[test]
    fn a_plain_run_may_be_all_there_is() {
        for length in 0..80 {
            assert_eq!(plain_run("a".repeat(length).as_bytes()), length);
            assert_eq!(long_plain_run("a".repeat(length).as_bytes()), length);
        }
    }
}
