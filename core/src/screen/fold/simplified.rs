//! Traditional characters with their simplified forms, from `simplified.txt`.
//!
//! The file holds pairs, the traditional character first, in the order of their code points. They are the
//! first choices of `TSCharacters.txt` in the dictionaries of Open Chinese Convert 1.4.2 (Apache-2.0), as far
//! as GBK or Big5 has the traditional and GB 2312 the simplified character.

const TEXT: &[u8] = include_str!("simplified.txt").as_bytes();

/// How many pairs there are: six bytes of UTF-8 hold one.
const COUNT: usize = TEXT.len() / 6;

/// Where the ideographs begin.
const FIRST: u16 = 0x4e00;

/// The pairs as they are compiled in: how far a traditional character lies from the one before, and both
/// bytes of its simplified form. Laid out so, they pack to two thirds of what the text does.
static PAIRS: Packed = pack();

struct Packed {
    steps: [u8; COUNT],
    high: [u8; COUNT],
    low: [u8; COUNT],
}

/// Every traditional character with its simplified form.
pub(super) fn pairs() -> impl Iterator<Item = (u16, u16)> {
    let simplified = PAIRS.high.iter().zip(&PAIRS.low);
    let steps = PAIRS.steps.iter().zip(simplified);
    steps.scan(FIRST, |last, (step, (high, low))| {
        *last = last.wrapping_add(u16::from(*step));
        Some((*last, u16::from_be_bytes([*high, *low])))
    })
}

#[expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    reason = "the compiler runs it, and a slip stops the build"
)]
const fn pack() -> Packed {
    let mut packed = Packed {
        steps: [0; COUNT],
        high: [0; COUNT],
        low: [0; COUNT],
    };
    let (mut pair, mut last) = (0, FIRST);
    while pair < COUNT {
        let (from, to) = (unit(pair * 6), unit(pair * 6 + 3));
        let step = from - last;
        assert!(step <= 0xff, "the pairs lie close together and in order");
        packed.steps[pair] = step as u8;
        [packed.high[pair], packed.low[pair]] = to.to_be_bytes();
        last = from;
        pair += 1;
    }
    packed
}

/// The character of three bytes at a place.
#[expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "the compiler runs it, and a slip stops the build"
)]
const fn unit(at: usize) -> u16 {
    ((TEXT[at] as u16 & 0xf) << 12)
        | ((TEXT[at + 1] as u16 & 0x3f) << 6)
        | (TEXT[at + 2] as u16 & 0x3f)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pairs_are_those_of_the_file() {
        let text: Vec<char> = include_str!("simplified.txt").chars().collect();
        let written = text.chunks(2).map(|pair| (pair[0], pair[1]));
        let read = pairs().map(|(from, to)| {
            let of = |unit| char::from_u32(u32::from(unit)).unwrap();
            (of(from), of(to))
        });
        assert!(read.eq(written));
    }
}
