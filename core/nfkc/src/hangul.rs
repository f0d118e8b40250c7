//! Korean syllables, which have no table: they are computed from their letters.

const SYLLABLES: u32 = 0xac00;
const FIRSTS: u32 = 0x1100;
const VOWELS: u32 = 0x1161;
/// One before the first final consonant: a syllable may end without one.
const FINALS: u32 = 0x11a7;
const FIRST_COUNT: u32 = 19;
const VOWEL_COUNT: u32 = 21;
const FINAL_COUNT: u32 = 28;

/// The syllable of a first consonant and a vowel, or of an open syllable and a final consonant.
pub(crate) fn syllable(first: char, second: char) -> Option<char> {
    let (first, second) = (u32::from(first), u32::from(second));
    let of = |c: u32, base: u32, count: u32| c.checked_sub(base).filter(|number| *number < count);
    if let (Some(first), Some(vowel)) = (
        of(first, FIRSTS, FIRST_COUNT),
        of(second, VOWELS, VOWEL_COUNT),
    ) {
        let number = first.checked_mul(VOWEL_COUNT)?.checked_add(vowel)?;
        return char::from_u32(number.checked_mul(FINAL_COUNT)?.checked_add(SYLLABLES)?);
    }
    let all = FIRST_COUNT * VOWEL_COUNT * FINAL_COUNT;
    let open = of(first, SYLLABLES, all).filter(|number| number % FINAL_COUNT == 0);
    let last = of(second, FINALS, FINAL_COUNT).filter(|number| *number > 0)?;
    open.and_then(|_| char::from_u32(first.checked_add(last)?))
}
