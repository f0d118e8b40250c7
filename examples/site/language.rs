//! The two languages of the site.

use gongkai::words::Label;

/// A language of the site; each has pages of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Language {
    Chinese,
    English,
}

impl Language {
    /// Both, Chinese first.
    pub(crate) const ALL: [Self; 2] = [Self::Chinese, Self::English];

    /// The other one.
    pub(crate) const fn other(self) -> Self {
        match self {
            Self::Chinese => Self::English,
            Self::English => Self::Chinese,
        }
    }

    /// The folder of its pages.
    pub(crate) const fn folder(self) -> &'static str {
        match self {
            Self::Chinese => "zh",
            Self::English => "en",
        }
    }

    /// Its name as HTML wants it.
    pub(crate) const fn tag(self) -> &'static str {
        match self {
            Self::Chinese => "zh-CN",
            Self::English => "en",
        }
    }

    /// A label in this language, or in the other where this one says nothing.
    pub(crate) fn of(self, label: &Label) -> &str {
        let (own, other) = match self {
            Self::Chinese => (&label.zh, &label.en),
            Self::English => (&label.en, &label.zh),
        };
        if own.is_empty() { other } else { own }
    }
}
