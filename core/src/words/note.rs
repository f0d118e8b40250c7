//! What was normalized while a word was read, and why a text is not the word it should be.
//!
//! Both are closed lists: sentences about them stand in the message floor alone.

/// One normalization that was made while reading a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Note {
    /// Spaces or line breaks around or inside the value were left out.
    Spaces,
    /// Full-width letters, digits or signs were read as their plain forms.
    FullWidth,
    /// Compatibility characters (CJK radicals, ligatures, circled forms) were read as their plain forms.
    Compatibility,
    /// Lower-case letters were read as upper case.
    Case,
    /// A date in another form than `YYYY-MM-DD`.
    DateForm,
    /// A date given as a spreadsheet's serial number.
    SpreadsheetSerial,
    /// A date given as seconds or milliseconds since 1970, read in UTC+8.
    Epoch,
    /// Only the year or the month of a date is given.
    Partial,
    /// A time of day was given with the date.
    TimeOfDay,
    /// Brackets of a document number are not the standard `〔〕`.
    Brackets,
    /// A serial number padded with zeros, or written with `第`.
    Serial,
    /// Thousands separators in a number.
    Thousands,
    /// A currency sign or unit stood with the number.
    Unit,
    /// A number written in Chinese numerals.
    ChineseNumerals,
    /// Hyphens inside a code were left out.
    Hyphens,
    /// The value stands for "for an indefinite time" (长期, 2099-12-31).
    Perpetual,
    /// A number as it was given out before its standard, without a check character.
    OlderForm,
}

/// A set of [`Note`]s: a bit each, no allocation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Notes(u32);

impl Notes {
    /// The empty set.
    pub const NONE: Self = Self(0);

    const ALL: [Note; 17] = [
        Note::Spaces,
        Note::FullWidth,
        Note::Compatibility,
        Note::Case,
        Note::DateForm,
        Note::SpreadsheetSerial,
        Note::Epoch,
        Note::Partial,
        Note::TimeOfDay,
        Note::Brackets,
        Note::Serial,
        Note::Thousands,
        Note::Unit,
        Note::ChineseNumerals,
        Note::Hyphens,
        Note::Perpetual,
        Note::OlderForm,
    ];

    /// This set with one note more.
    #[must_use]
    pub const fn with(self, note: Note) -> Self {
        Self(self.0 | Self::bit(note))
    }

    /// The notes of both sets.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the note is in the set.
    #[must_use]
    pub const fn has(self, note: Note) -> bool {
        self.0 & Self::bit(note) != 0
    }

    /// Whether nothing was normalized.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The notes, in the order of [`Note`].
    pub fn iter(self) -> impl Iterator<Item = Note> {
        Self::ALL.into_iter().filter(move |note| self.has(*note))
    }

    #[expect(
        clippy::as_conversions,
        reason = "a fieldless enum of fewer than 32 variants is its own bit number"
    )]
    const fn bit(note: Note) -> u32 {
        1 << (note as u8)
    }
}

/// A value together with what was normalized to read it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Read<T> {
    /// The value.
    pub value: T,
    /// What was normalized.
    pub notes: Notes,
}

/// Why a text is not the word it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// Too few or too many characters.
    Length,
    /// A character that the word may not contain.
    Character,
    /// The check character does not fit.
    CheckCharacter,
    /// The check digit of the organization code inside a credit code does not fit.
    InnerCheckDigit,
    /// No such day in the calendar.
    NoSuchDay,
    /// A year outside 1900 to 2199.
    YearOutOfRange,
    /// Digits that can be read in more than one way.
    Ambiguous,
    /// Hidden by the publisher with `*`, `X` or 某: it cannot be checked.
    Masked,
    /// A stand-in for a value: `/`, `无`, `0`, all zeros.
    Placeholder,
    /// No year, or not four digits of it.
    NoYear,
    /// No serial number.
    NoSerial,
    /// No `号` at the end.
    NoEnding,
    /// Not a number.
    NotANumber,
    /// More digits than can be held exactly.
    TooLarge,
    /// Finer than one 分.
    TooFine,
    /// A region that no resident id may begin with.
    NoSuchRegion,
    /// Not one of the codes of its list.
    NotACode,
    /// The form is not one that is known.
    Form,
}
