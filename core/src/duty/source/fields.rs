//! The demand `fields`: given, well formed, and saying what they must.

use crate::words::Label;
use crate::written::table;
use alloc::{collections::BTreeMap, string::String, vec::Vec};

/// Fields that must be there and be what they say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fields {
    /// Each must be given.
    pub required: Vec<String>,
    /// Of each group at least one must be given.
    pub one_of: Vec<Vec<String>>,
    /// None may be given.
    pub forbidden: Vec<String>,
    /// Each, if given, must be what its type says.
    pub well_formed: Vec<String>,
    /// Texts that must mention something.
    pub mentions: Vec<Mention>,
    /// Texts that must begin with one of these.
    pub begins: Vec<Begin>,
    /// Texts that may not end with one of these.
    pub ends: Vec<Ending>,
    /// Of each group no two may be alike.
    pub distinct: Vec<Vec<String>>,
    /// Longest texts, in characters.
    pub at_most: BTreeMap<String, u32>,
    /// Largest amounts, each with its unit: `1000万元`.
    pub no_more_than: BTreeMap<String, String>,
    /// Flags that must say yes.
    pub affirmed: Vec<String>,
}

table!(Fields {
    required,
    one_of,
    forbidden,
    well_formed,
    mentions,
    begins,
    ends,
    distinct,
    at_most,
    no_more_than,
    affirmed,
});

/// A text that must mention something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The field.
    pub field: String,
    /// What is looked for, for people.
    pub what: Label,
    /// At least one of these stands in the text.
    pub any: Vec<String>,
}

table!(Mention {
    field: needed,
    what: needed,
    any: needed
});

/// A text that must begin, or must not begin, with one of some strings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Begin {
    /// The field.
    pub field: String,
    /// It begins with one of these.
    pub with: Vec<String>,
    /// It begins with none of these.
    pub not_with: Vec<String>,
}

table!(Begin {
    field: needed,
    with,
    not_with
});

/// A text that must not end with one of some strings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ending {
    /// The field.
    pub field: String,
    /// It ends with none of these,
    pub not_with: Vec<String>,
    /// unless it ends with one of these: 办法 is not named 法.
    pub except: Vec<String>,
}

table!(Ending {
    field: needed,
    not_with: needed,
    except
});
