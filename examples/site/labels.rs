//! The words of the site, from `labels.toml`.

use crate::language::Language;
use gongkai::words::Label;
use serde::Deserialize;
use std::collections::BTreeMap;

const TABLE: &str = include_str!("labels.toml");

type Texts = BTreeMap<String, Label>;

/// The words of the site.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Labels {
    pub(crate) text: Texts,
    pub(crate) severity: Texts,
    pub(crate) confidence: Texts,
    pub(crate) status: Texts,
    pub(crate) role: Texts,
    pub(crate) weekday: Texts,
    #[serde(rename = "type")]
    pub(crate) types: Texts,
    /// What stands between names and between sentences.
    pub(crate) mark: Texts,
    pub(crate) demand: BTreeMap<String, Spoken>,
}

/// How a demand is read aloud.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Spoken {
    pub(crate) name: Label,
    /// What stands between two phrases, where it is not a comma.
    pub(crate) between: Option<Label>,
    pub(crate) say: Vec<Phrase>,
}

/// A phrase about one key of a table.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Phrase {
    pub(crate) key: String,
    /// The phrase in Chinese; `{}` is the value.
    zh: String,
    /// The phrase in English.
    en: String,
    /// What the value names.
    #[serde(default)]
    pub(crate) of: Named,
    /// Whether the field belongs to the record that is looked for.
    #[serde(default)]
    pub(crate) theirs: bool,
    /// The only value for which the phrase is said.
    pub(crate) is: Option<String>,
    /// Whether the phrase is said of one value only, or of several only.
    pub(crate) number: Option<Number>,
    /// Whether several values are joined by “or”.
    #[serde(default)]
    pub(crate) or: bool,
    /// Of a map: the phrase about the left side, which the phrase about the right side follows.
    pub(crate) left: Option<Label>,
    /// The phrases about a value that is itself a table.
    #[serde(default)]
    pub(crate) say: Vec<Self>,
    /// The demand by whose phrases such a value is read aloud.
    #[serde(rename = "use")]
    pub(crate) like: Option<String>,
}

/// How many values a phrase is said of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Number {
    One,
    Several,
}

/// What a value of a demand names.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Named {
    #[default]
    Text,
    /// A text in both languages.
    Label,
    Field,
    /// A code of the list of the field beside it.
    Code,
    List,
    Kind,
    Channel,
    Term,
    Day,
    /// A table of a budget or account.
    Statement,
    /// A cell of such a table: table, column and row, as the pack format writes them.
    Cell,
}

impl Labels {
    /// Reads the table.
    ///
    /// # Errors
    /// What is wrong with it.
    pub(crate) fn read() -> Result<Self, toml::de::Error> {
        toml::from_str(TABLE)
    }
}

impl Phrase {
    /// The phrase in a language.
    pub(crate) fn text(&self, language: Language) -> &str {
        match language {
            Language::Chinese => &self.zh,
            Language::English => &self.en,
        }
    }
}
