//! A page in HTML: what its readers see, what they do not see, and where its links lead.
//!
//! Hits lie in the page as it was given, between its tags. Not a browser: styles that stand in sheets, and what
//! scripts write, are not known here.

mod entity;
mod tag;
mod text;

use super::mask::Edit;
use super::source::Finds;
use super::{Hit, Look, Screen};
use crate::order;
use alloc::{string::String, vec::Vec};
use core::ops::Range;
use tag::{Tag, Token, Tokens};
use text::Text;

/// A page, taken apart.
#[derive(Debug, Clone, Default)]
pub struct Page {
    seen: Text,
    unseen: Text,
    links: Vec<Link>,
}

/// Whether readers see something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sight {
    /// They do.
    Seen,
    /// They do not.
    Unseen,
}

/// A link to another host.
#[derive(Debug, Clone)]
struct Link {
    start: usize,
    end: usize,
    host: String,
    sight: Sight,
}

/// The most open elements that are kept in mind; those within are as visible as the innermost of them.
const DEEPEST: usize = 512;

/// How far an end tag looks for its element.
const MISNESTED: usize = 32;

impl Page {
    /// Takes a page apart, in one pass.
    #[must_use]
    pub fn read(html: &str) -> Self {
        let mut reading = Reading::default();
        for token in Tokens::of(html) {
            reading.token(&token);
        }
        reading.page
    }

    /// The text of the page that its readers see, or that they do not see.
    #[must_use]
    pub fn text(&self, sight: Sight) -> &str {
        &self.of(sight).text
    }

    fn of(&self, sight: Sight) -> &Text {
        match sight {
            Sight::Seen => &self.seen,
            Sight::Unseen => &self.unseen,
        }
    }

    /// What is written in a part, without the tags in it.
    pub(super) fn written(&self, part: &Part) -> &str {
        self.text(part.sight).get(part.range.clone()).unwrap_or("")
    }

    /// The edits of the page that write something in the place of a part: all of it before the first tag in it.
    pub(super) fn edits(&self, part: &Part, entry: u32, with: &str) -> Vec<Edit> {
        let places = self.of(part.sight).places(&part.range);
        let edits = places
            .into_iter()
            .zip(0..)
            .map(|((start, end), number)| Edit {
                start,
                end,
                with: if number == 0 {
                    entity::write(with)
                } else {
                    String::new()
                },
                entry: (number == 0).then_some(entry),
            });
        edits.collect()
    }
}

/// A part of a page's text, without its tags.
#[derive(Debug, Clone)]
pub(super) struct Part {
    sight: Sight,
    range: Range<usize>,
}

impl Screen {
    /// What stands in a page in HTML, in its order.
    #[must_use]
    pub fn find_in_page(&self, html: &str, look: &Look<'_>) -> Vec<Hit> {
        let hits = self.hits(&Page::read(html), look);
        hits.into_iter().map(|(hit, _)| hit).collect()
    }

    /// What stands in a page, in its order, each with the part of the page's text it stands in.
    pub(super) fn hits(&self, page: &Page, look: &Look<'_>) -> Vec<(Hit, Part)> {
        let mut hits = Vec::new();
        for sight in [Sight::Seen, Sight::Unseen] {
            let text = page.of(sight);
            hits.extend(self.find(&text.text, look).into_iter().map(|hit| {
                let own = Hit {
                    start: text.start(hit.start),
                    end: text.end(hit.end),
                    hidden: sight == Sight::Unseen,
                    ..hit
                };
                (
                    own,
                    Part {
                        sight,
                        range: hit.start..hit.end,
                    },
                )
            }));
        }
        for link in &page.links {
            let part = Part {
                sight: link.sight,
                range: 0..0,
            };
            hits.extend(self.link(link, look).map(|hit| (hit, part)));
        }
        order::sort_by_key(&mut hits, |(hit, _)| *hit);
        hits
    }

    /// A link that may not stand in a page.
    fn link(&self, link: &Link, look: &Look<'_>) -> Option<Hit> {
        let hidden = link.sight == Sight::Unseen;
        let kinds = [(Finds::HiddenLink, hidden), (Finds::ForeignLink, true)];
        let mut foreign = kinds
            .into_iter()
            .filter(|(_, fits)| *fits)
            .flat_map(|(finds, _)| self.finding(finds, look));
        let within = |host: &String| {
            let rest = link.host.strip_suffix(host.as_str());
            rest.is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
        };
        let (entry, _) = foreign.find(|(_, entry)| !entry.hosts.iter().any(within))?;
        Some(Hit {
            start: link.start,
            end: link.end,
            entry,
            mention: false,
            parted: false,
            hidden,
        })
    }
}

#[derive(Default)]
struct Reading {
    page: Page,
    open: Vec<Open>,
    deeper: usize,
}

/// An element that was opened: its name, and whether what stands in it is seen.
struct Open {
    name: String,
    sight: Sight,
}

impl Reading {
    fn sight(&self) -> Sight {
        self.open.last().map_or(Sight::Seen, |open| open.sight)
    }

    fn text(&mut self, sight: Sight) -> &mut Text {
        match sight {
            Sight::Seen => &mut self.page.seen,
            Sight::Unseen => &mut self.page.unseen,
        }
    }

    fn token(&mut self, token: &Token<'_>) {
        match token {
            Token::Text(text, at) => {
                let sight = self.sight();
                self.text(sight).push(text, *at);
            }
            Token::Comment(text, at) => self.aside(text, *at),
            Token::Open(tag) => self.start(tag),
            Token::Close(name) => self.end(name),
        }
    }

    /// Takes in a text that stands beside what readers see.
    fn aside(&mut self, text: &str, at: usize) {
        self.page.unseen.line();
        self.page.unseen.push(text, at);
        self.page.unseen.line();
    }

    fn start(&mut self, tag: &Tag<'_>) {
        let sight = if tag.hides() {
            Sight::Unseen
        } else {
            self.sight()
        };
        if tag.is_block() {
            self.text(sight).line();
        }
        for (text, at) in tag.texts() {
            self.aside(text, at);
        }
        if let Some(host) = tag.host() {
            self.page.links.push(Link {
                start: tag.start,
                end: tag.end,
                host,
                sight,
            });
        }
        if tag.is_void() {
            return;
        }
        if self.open.len() < DEEPEST {
            let name = tag.name.to_ascii_lowercase();
            self.open.push(Open { name, sight });
        } else {
            self.deeper = self.deeper.saturating_add(1);
        }
    }

    fn end(&mut self, name: &str) {
        let sight = self.sight();
        if tag::is_block(name) {
            self.text(sight).line();
        }
        if self.deeper > 0 {
            self.deeper = self.deeper.saturating_sub(1);
            return;
        }
        let near = self.open.iter().enumerate().rev().take(MISNESTED);
        let mut own = near.filter(|(_, open)| open.name.eq_ignore_ascii_case(name));
        if let Some((place, _)) = own.next() {
            self.open.truncate(place);
        }
    }
}
