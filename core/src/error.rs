//! Errors: we could not judge. They are for an engineer; what is wrong with a record is a finding.

use alloc::string::String;
use core::fmt;

/// Why something could not be judged, where, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    /// What kind of error.
    pub code: ErrorCode,
    /// What is wrong; lower case, without a full stop, free of personal data.
    pub message: String,
    /// File, field or JSON path it was found at; empty where there is none.
    pub place: String,
    /// Line, counted from 1, in a text that has lines.
    pub line: Option<u32>,
    /// Byte offset, counted from 0, in a record.
    pub offset: Option<u64>,
}

impl Error {
    /// An error without a place.
    #[must_use]
    pub fn new(code: ErrorCode, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
            place: String::new(),
            line: None,
            offset: None,
        }
    }

    /// The same error at a place.
    #[must_use]
    pub fn at(mut self, place: impl Into<String>) -> Self {
        self.place = place.into();
        self
    }

    /// The same error on a line.
    #[must_use]
    pub const fn on_line(mut self, line: Option<u32>) -> Self {
        self.line = line;
        self
    }

    /// The same error at a byte offset.
    #[must_use]
    pub const fn at_byte(mut self, offset: u64) -> Self {
        self.offset = Some(offset);
        self
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.code.name(), self.code.number())?;
        if !self.place.is_empty() {
            write!(f, " at {}", self.place)?;
        }
        if let Some(line) = self.line {
            write!(f, ", line {line}")?;
        }
        if let Some(offset) = self.offset {
            write!(f, ", byte {offset}")?;
        }
        write!(f, ": {}; {}", self.message, self.code.remedy())
    }
}

impl core::error::Error for Error {}

/// One line a code: variant, number, name, remedy.
macro_rules! codes {
    ($($(#[$doc:meta])* $variant:ident = $number:literal, $name:literal, $remedy:literal;)+) => {
        /// What kind of error. Numbers are never reused.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum ErrorCode { $($(#[$doc])* $variant,)+ }

        impl ErrorCode {
            /// Every code, in the order of their numbers.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The number that doors carry.
            #[must_use]
            pub const fn number(self) -> u16 {
                match self { $(Self::$variant => $number,)+ }
            }

            /// The name in kebab case.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }

            /// What to do about it.
            #[must_use]
            pub const fn remedy(self) -> &'static str {
                match self { $(Self::$variant => $remedy,)+ }
            }
        }
    };
}

codes! {
    /// A pack is not TOML or JSON, or has a table or key the format does not know.
    PackSyntax = 101, "pack-syntax", "correct the file as the pack format describes";
    /// A pack names a field, list, channel, clause, kind, rule or pack that does not exist.
    PackUnknownName = 102, "pack-unknown-name", "correct the name, or add what it names";
    /// The same id, code or column stands twice.
    PackDuplicate = 103, "pack-duplicate", "give each its own id";
    /// A period ends before it begins.
    PackWindow = 104, "pack-window", "correct `from` and `until`";
    /// A rule has no demand, or more than one, or one that asks nothing.
    PackDemand = 105, "pack-demand", "give each rule exactly one demand";
    /// A value of a pack cannot be read: a term, a day, a type, a unit.
    PackValue = 106, "pack-value", "write the value as the pack format describes";
    /// Packs build on each other, or redirects lead, in a circle.
    PackCycle = 107, "pack-cycle", "remove one of the links of the circle";
    /// A pack is larger than the format allows.
    PackTooLarge = 108, "pack-too-large", "split the pack";
    /// A calendar file contradicts itself.
    CalendarData = 201, "calendar-data", "correct the calendar file";
    /// A record is not JSON.
    RecordSyntax = 301, "record-syntax", "send one JSON object in UTF-8";
    /// A record is larger, deeper or wider than the limits.
    RecordTooLarge = 302, "record-too-large", "send a smaller record, or raise the limit";
    /// A number that JSON does not know: NaN, Infinity.
    RecordNotANumber = 303, "record-not-a-number", "send the amount as text or leave it out";
    /// A record is not UTF-8.
    RecordEncoding = 304, "record-encoding", "convert the record to UTF-8";
    /// The kind of record is not known.
    UnknownKind = 401, "unknown-kind", "use one of the kinds the catalogue lists";
    /// The profile is not known.
    UnknownProfile = 402, "unknown-profile", "use one of the profiles the catalogue lists";
    /// The rule is not known.
    UnknownRule = 403, "unknown-rule", "use one of the rules the catalogue lists";
    /// A request is not as the contract describes it.
    RequestSyntax = 404, "request-syntax", "correct the request as the contract describes";
    /// A supplied list has no place in the packs.
    UnknownList = 405, "unknown-list", "use one of the lists the packs mark as supplied";
    /// No pack has this set of indicators.
    UnknownSet = 406, "unknown-set", "use one of the indicator sets of the packs";
    /// What was gathered elsewhere cannot be taken in here.
    StateMismatch = 407, "state-mismatch", "gather with the same packs, profile and version";
    /// What is asked about stands in no extract that was loaded, or the extract is damaged.
    Extract = 408, "extract", "load the extract of that kind of record from the package of the module, or use the whole module";
}

#[cfg(test)]
mod tests {
    use super::ErrorCode;

    #[test]
    fn numbers_and_names_are_used_once_and_in_order() {
        for pair in ErrorCode::ALL.windows(2) {
            assert!(pair[0].number() < pair[1].number());
            assert!(
                !ErrorCode::ALL
                    .iter()
                    .any(|c| *c != pair[0] && c.name() == pair[0].name())
            );
        }
    }
}
