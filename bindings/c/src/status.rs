//! What a call came to, as a number.

use gongkai::wire::ErrorCode;

/// What a call came to. Numbers are never reused and keep their meaning; a later library may return numbers
/// that this header does not list.
#[repr(i32)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// The call did what it says. A record with findings is a record that was judged: this status.
    Ok = 0,
    /// A pack is not TOML or JSON, or has a table or key the format does not know.
    PackSyntax = 101,
    /// A pack names a field, list, channel, clause, kind, rule or pack that does not exist.
    PackUnknownName = 102,
    /// The same id, code or column stands twice in the packs.
    PackDuplicate = 103,
    /// A period in a pack ends before it begins.
    PackWindow = 104,
    /// A rule has no demand, or more than one, or one that asks nothing.
    PackDemand = 105,
    /// A value of a pack cannot be read: a term, a day, a type, a unit.
    PackValue = 106,
    /// Packs build on each other, or redirects lead, in a circle.
    PackCycle = 107,
    /// A pack is larger than the format allows.
    PackTooLarge = 108,
    /// A calendar file contradicts itself.
    CalendarData = 201,
    /// A record is not JSON.
    RecordSyntax = 301,
    /// A record is larger, deeper or wider than the limits.
    RecordTooLarge = 302,
    /// A record has a number that JSON does not know: NaN, Infinity.
    RecordNotANumber = 303,
    /// A record is not UTF-8.
    RecordEncoding = 304,
    /// The kind of record is not known.
    UnknownKind = 401,
    /// The profile is not known.
    UnknownProfile = 402,
    /// The rule is not known.
    UnknownRule = 403,
    /// A request is not as the contract describes it.
    RequestSyntax = 404,
    /// A supplied list has no place in the packs.
    UnknownList = 405,
    /// No pack has the set of indicators.
    UnknownSet = 406,
    /// What was gathered elsewhere cannot be taken in here.
    StateMismatch = 407,
    /// What is asked about stands in no extract that was loaded.
    Extract = 408,
    /// A pointer that must point to something is null.
    NullArgument = 901,
    /// A length is larger than any object can be; most often a negative number that was converted.
    Length = 902,
    /// A text is not in the encoding it has to be in, or has a character the wanted encoding lacks.
    TextEncoding = 903,
    /// The library went wrong and stopped the call. The engine can still be used.
    Bug = 999,
}

impl Status {
    #[expect(clippy::as_conversions, reason = "the number behind a variant")]
    pub(crate) const fn number(self) -> i32 {
        self as i32
    }
}

impl From<ErrorCode> for Status {
    fn from(code: ErrorCode) -> Self {
        match code {
            ErrorCode::PackSyntax => Self::PackSyntax,
            ErrorCode::PackUnknownName => Self::PackUnknownName,
            ErrorCode::PackDuplicate => Self::PackDuplicate,
            ErrorCode::PackWindow => Self::PackWindow,
            ErrorCode::PackDemand => Self::PackDemand,
            ErrorCode::PackValue => Self::PackValue,
            ErrorCode::PackCycle => Self::PackCycle,
            ErrorCode::PackTooLarge => Self::PackTooLarge,
            ErrorCode::CalendarData => Self::CalendarData,
            ErrorCode::RecordSyntax => Self::RecordSyntax,
            ErrorCode::RecordTooLarge => Self::RecordTooLarge,
            ErrorCode::RecordNotANumber => Self::RecordNotANumber,
            ErrorCode::RecordEncoding => Self::RecordEncoding,
            ErrorCode::UnknownKind => Self::UnknownKind,
            ErrorCode::UnknownProfile => Self::UnknownProfile,
            ErrorCode::UnknownRule => Self::UnknownRule,
            ErrorCode::RequestSyntax => Self::RequestSyntax,
            ErrorCode::UnknownList => Self::UnknownList,
            ErrorCode::UnknownSet => Self::UnknownSet,
            ErrorCode::StateMismatch => Self::StateMismatch,
            ErrorCode::Extract => Self::Extract,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ErrorCode, Status};

    #[test]
    fn every_code_keeps_its_number_at_the_door() {
        for code in ErrorCode::ALL {
            assert_eq!(Status::from(*code).number(), i32::from(code.number()));
        }
    }
}
