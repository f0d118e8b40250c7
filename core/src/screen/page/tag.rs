//! A page as tags, texts and comments, each character looked at once.

use alloc::{string::String, vec::Vec};

/// A part of a page.
#[derive(Debug)]
pub(super) enum Token<'h> {
    /// Text, and where it stands.
    Text(&'h str, usize),
    /// What stands in a comment, and where.
    Comment(&'h str, usize),
    /// The beginning of an element.
    Open(Tag<'h>),
    /// The end of an element, by its name.
    Close(&'h str),
}

/// The beginning of an element.
#[derive(Debug)]
pub(super) struct Tag<'h> {
    pub(super) name: &'h str,
    pub(super) start: usize,
    pub(super) end: usize,
    attributes: Vec<(&'h str, &'h str, usize)>,
}

/// The most attributes of one element that are looked at.
const ATTRIBUTES: usize = 64;

/// Goes through a page.
#[derive(Debug)]
pub(super) struct Tokens<'h> {
    html: &'h str,
    at: usize,
    /// The element whose content is no text of the page, up to its end.
    raw: Option<&'static str>,
}

impl<'h> Tokens<'h> {
    pub(super) const fn of(html: &'h str) -> Self {
        Self {
            html,
            at: 0,
            raw: None,
        }
    }

    fn rest(&self) -> &'h str {
        self.html.get(self.at..).unwrap_or("")
    }

    /// Takes so many bytes off the rest.
    fn take(&mut self, length: usize) -> (&'h str, usize) {
        let (rest, at) = (self.rest(), self.at);
        let (taken, _) = rest.split_at_checked(length).unwrap_or((rest, ""));
        self.at = at.saturating_add(taken.len());
        (taken, at)
    }

    /// Passes over what is no text up to the end tag of its element.
    fn skip_raw(&mut self, name: &str) {
        while let Some(place) = self.rest().find("</") {
            self.take(place);
            let own = self.rest().get(2..name.len().saturating_add(2));
            if own.is_some_and(|own| own.eq_ignore_ascii_case(name)) {
                return;
            }
            self.take(2);
        }
        self.take(self.rest().len());
    }

    /// A comment; one that never ends holds all that follows.
    fn comment(&mut self) -> Option<Token<'h>> {
        let inner = self.rest().strip_prefix("<!--")?;
        let text = inner.split_once("-->").map_or(inner, |(text, _)| text);
        let start = self.at.saturating_add("<!--".len());
        self.take(text.len().saturating_add("<!---->".len()));
        Some(Token::Comment(text, start))
    }

    fn tag(&mut self) -> Option<Token<'h>> {
        let (rest, start) = (self.rest(), self.at);
        let inner = rest.strip_prefix('<')?;
        let (inner, closing) = inner
            .strip_prefix('/')
            .map_or((inner, false), |inner| (inner, true));
        if !inner
            .starts_with(|c: char| c.is_ascii_alphabetic() || (!closing && matches!(c, '!' | '?')))
        {
            return None;
        }
        let length = name_length(inner);
        let (name, after) = inner.split_at_checked(length)?;
        let (attributes, left) = attributes(after, self.html.len());
        let end = self.html.len().saturating_sub(left.len());
        self.at = end;
        if closing {
            return Some(Token::Close(name));
        }
        self.raw = RAW.into_iter().find(|raw| raw.eq_ignore_ascii_case(name));
        Some(Token::Open(Tag {
            name,
            start,
            end,
            attributes,
        }))
    }
}

impl<'h> Iterator for Tokens<'h> {
    type Item = Token<'h>;

    fn next(&mut self) -> Option<Token<'h>> {
        if let Some(name) = self.raw.take() {
            self.skip_raw(name);
        }
        if self.rest().is_empty() {
            return None;
        }
        if let Some(token) = self.comment().or_else(|| self.tag()) {
            return Some(token);
        }
        // A `<` that begins nothing is a text.
        let rest = self.rest();
        let from = usize::from(rest.starts_with('<'));
        let next = rest.get(from..).and_then(|rest| rest.find('<'));
        let length = next.map_or(rest.len(), |next| next.saturating_add(from));
        let (text, at) = self.take(length);
        Some(Token::Text(text, at))
    }
}

fn name_length(text: &str) -> usize {
    let ends = |c: char| c.is_ascii_whitespace() || matches!(c, '>' | '/');
    text.find(ends).unwrap_or(text.len())
}

type Attributes<'h> = (Vec<(&'h str, &'h str, usize)>, &'h str);

/// The attributes of a tag, each with where its value stands, and what comes behind the tag.
fn attributes(text: &str, total: usize) -> Attributes<'_> {
    let mut attributes = Vec::new();
    let mut rest = text;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if rest.is_empty() {
            return (attributes, rest);
        }
        if let Some(rest) = rest.strip_prefix('>') {
            return (attributes, rest);
        }
        let ends = |c: char| c.is_ascii_whitespace() || matches!(c, '>' | '/' | '=');
        // An equals sign that comes first belongs to the name.
        let length = rest
            .char_indices()
            .find(|(at, c)| *at > 0 && ends(*c))
            .map_or(rest.len(), |(at, _)| at);
        let (name, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
        let (value, after) = value(after);
        if attributes.len() < ATTRIBUTES {
            let at = total
                .saturating_sub(after.len())
                .saturating_sub(value.len());
            let quoted = usize::from(text_before_is_quote(after, text));
            attributes.push((name, value, at.saturating_sub(quoted)));
        }
        rest = after;
    }
}

/// Whether a value ended with a quote: then it stands one byte before what comes behind it.
fn text_before_is_quote(after: &str, text: &str) -> bool {
    let before = text.len().saturating_sub(after.len()).checked_sub(1);
    let before = before.and_then(|at| text.as_bytes().get(at));
    matches!(before, Some(b'"' | b'\''))
}

/// The value of an attribute, and what comes behind it.
fn value(text: &str) -> (&str, &str) {
    let Some(rest) = text.trim_ascii_start().strip_prefix('=') else {
        return ("", text);
    };
    let rest = rest.trim_ascii_start();
    for quote in ['"', '\''] {
        if let Some(inner) = rest.strip_prefix(quote) {
            return inner.split_once(quote).unwrap_or((inner, ""));
        }
    }
    let end = rest
        .find(|c: char| c.is_ascii_whitespace() || c == '>')
        .unwrap_or(rest.len());
    rest.split_at_checked(end).unwrap_or((rest, ""))
}

impl<'h> Tag<'h> {
    fn attribute(&self, name: &str) -> Option<&'h str> {
        let named = |(own, _, _): &&(&str, &str, usize)| own.eq_ignore_ascii_case(name);
        self.attributes
            .iter()
            .find(named)
            .map(|(_, value, _)| *value)
    }

    /// Whether what stands in the element is not seen.
    pub(super) fn hides(&self) -> bool {
        let named = |names: &[&str]| {
            names
                .iter()
                .any(|name| self.name.eq_ignore_ascii_case(name))
        };
        let tiny = |name| {
            self.attribute(name)
                .is_some_and(|value| matches!(value, "0" | "1" | "2"))
        };
        named(&["noscript", "template"])
            || self.attribute("hidden").is_some()
            || (named(&["marquee", "iframe"]) && (tiny("height") || tiny("width")))
            || self.attribute("style").is_some_and(hides)
    }

    /// Texts in attributes, and where they stand.
    pub(super) fn texts(&self) -> impl Iterator<Item = (&'h str, usize)> + '_ {
        let told = |name: &str| TOLD.iter().any(|told| told.eq_ignore_ascii_case(name));
        let all = self
            .attributes
            .iter()
            .filter(move |(name, value, _)| told(name) && !value.is_empty());
        all.map(|(_, value, at)| (*value, *at))
    }

    /// The host that the element leads to or loads from.
    pub(super) fn host(&self) -> Option<String> {
        let address = self
            .attribute("href")
            .or_else(|| self.attribute("src"))?
            .trim();
        if self.name.eq_ignore_ascii_case("link") {
            return None;
        }
        let (scheme, rest) = address.split_once("//")?;
        let scheme = scheme.to_ascii_lowercase();
        if !matches!(scheme.as_str(), "" | "http:" | "https:") {
            return None;
        }
        let host = rest.split(['/', '?', '#', '\\']).next()?;
        let host = host.rsplit('@').next()?.split(':').next()?;
        let host = host.trim_matches('.').to_ascii_lowercase();
        (!host.is_empty()).then_some(host)
    }

    pub(super) fn is_void(&self) -> bool {
        self.name.starts_with(['!', '?'])
            || VOID.iter().any(|name| self.name.eq_ignore_ascii_case(name))
    }

    pub(super) fn is_block(&self) -> bool {
        is_block(self.name)
    }
}

/// Whether an element begins and ends a line.
pub(super) fn is_block(name: &str) -> bool {
    !INLINE
        .iter()
        .any(|inline| inline.eq_ignore_ascii_case(name))
}

/// Whether a style keeps an element from being seen.
fn hides(style: &str) -> bool {
    let plain: String = style.chars().filter(|c| !c.is_whitespace()).collect();
    let plain = plain.to_ascii_lowercase();
    let rules = plain.split(';').filter_map(|rule| rule.split_once(':'));
    let (mut tiny, mut clipped, mut placed, mut away) = (false, false, false, false);
    for (name, value) in rules {
        let value = value.trim_end_matches("!important");
        let none = matches!(value, "0" | "0px" | "0pt" | "0em" | "0%");
        let out = value.starts_with('-');
        match (name, value) {
            ("display", "none") | ("visibility", "hidden" | "collapse") => return true,
            ("opacity" | "font-size", _) if none => return true,
            ("text-indent", _) if out => return true,
            ("height" | "width", _) => tiny |= none || value == "1px",
            ("overflow", "hidden") => clipped = true,
            ("position", "absolute" | "fixed") => placed = true,
            ("left" | "top" | "right" | "bottom", _) => {
                away |= out && value.len() >= "-999px".len();
            }
            _ => {}
        }
    }
    (tiny && clipped) || (placed && away)
}

/// Elements whose content is no text of the page.
const RAW: [&str; 2] = ["script", "style"];

/// Elements that have no content.
const VOID: [&str; 13] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
];

/// Elements within a line.
const INLINE: [&str; 24] = [
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "em", "font", "i", "ins",
    "label", "mark", "s", "small", "span", "strong", "sub", "sup", "tt", "u", "wbr",
];

/// Attributes that tell a text to search engines or to readers who ask for it.
const TOLD: [&str; 4] = ["alt", "content", "placeholder", "title"];
