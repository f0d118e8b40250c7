//! Looking through a text before it goes out, and masking what can be masked.

use super::request::{read, text};
use super::sums::SHOWN;
use crate::engine::Engine;
use crate::error::{Error, ErrorCode};
use crate::report::{Header, mask::public};
use crate::screen::offsets::{Unit, count};
use crate::screen::{Hit, Look, PUBLIC, Screening, mask as mask_text, mask_page};
use crate::words::{Day, Label};
use crate::written::{print, table};
use alloc::{format, string::String, vec::Vec};
use serde::Serialize;

struct Request {
    text: String,
    as_of: Day,
    /// `text` or `html`.
    format: Option<String>,
    audience: Option<String>,
    lists: Vec<String>,
    /// `bytes`, `utf16` or `characters`.
    offsets: Option<String>,
    /// The most hits that are shown.
    hits: Option<u64>,
}

table!(Request {
    text: needed,
    as_of: needed,
    format,
    audience,
    lists,
    offsets,
    hits
});

#[derive(Serialize)]
struct Found<'e> {
    #[serde(flatten)]
    header: Header<'e>,
    audience: &'e str,
    /// Whether nothing was found.
    clean: bool,
    hits: Vec<Shown<'e>>,
    /// How many there are, before some are left out.
    hits_total: usize,
}

#[derive(Serialize)]
struct Outcome<'e> {
    #[serde(flatten)]
    header: Header<'e>,
    audience: &'e str,
    text: &'e str,
    /// Whether nothing is left that no mask makes fit to go out.
    publishable: bool,
    masked: Vec<Tally<'e>>,
    /// What is left, by its place in the masked text.
    left: Vec<Shown<'e>>,
    left_total: usize,
}

/// What was masked, and how often.
#[derive(Serialize)]
struct Tally<'e> {
    list: &'e str,
    entry: &'e str,
    count: u32,
}

/// A hit, with what it is and why it may not go out.
#[derive(Serialize)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each answers a question of its own"
)]
struct Shown<'e> {
    list: &'e str,
    entry: &'e str,
    matter: &'e Label,
    #[serde(skip_serializing_if = "Option::is_none")]
    ground: Option<&'e str>,
    basis: &'e str,
    start: usize,
    end: usize,
    /// What stands there; not where it is personal.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    mention: bool,
    parted: bool,
    hidden: bool,
    maskable: bool,
}

/// Looks through a text: `{"text", "as_of", "format", "audience", "lists", "offsets", "hits"}` to
/// `{"clean", "hits", "hits_total"}`. Without lists all are looked for; without an audience, what everyone may
/// not see. Offsets are bytes unless they are `utf16` or `characters`.
///
/// # Errors
/// `request-syntax`, `record-too-large`.
pub fn screen(engine: &Engine, request: &[u8]) -> Result<Vec<u8>, Error> {
    let request: Request = read(text(request)?)?;
    let asked = Asked::of(engine, &request)?;
    let screen = asked.screening.screen();
    let hits = if is_page(&request)? {
        screen.find_in_page(&request.text, &asked.look())
    } else {
        screen.find(&request.text, &asked.look())
    };
    Ok(print(&Found {
        header: engine.header(request.as_of),
        audience: asked.audience,
        clean: hits.is_empty(),
        hits: asked.shown(&request.text, &hits),
        hits_total: hits.len(),
    }))
}

/// Masks a text, or a page whose tags stay as they are: `{"text", "as_of", "format", "audience", "lists",
/// "offsets", "hits"}` to `{"text", "publishable", "masked", "left"}`. What is left stands in the masked text
/// still: no mask makes it fit to go out.
///
/// # Errors
/// `request-syntax`, `record-too-large`.
pub fn mask(engine: &Engine, request: &[u8]) -> Result<Vec<u8>, Error> {
    let request: Request = read(text(request)?)?;
    let asked = Asked::of(engine, &request)?;
    let masked = if is_page(&request)? {
        mask_page
    } else {
        mask_text
    };
    let done = masked(asked.screening.screen(), &request.text, &asked.look());
    let count = |(entry, count): (&u32, &u32)| {
        let (list, entry) = asked.screening.entry(*entry)?;
        Some(Tally {
            list: &list.id,
            entry: &entry.id,
            count: *count,
        })
    };
    Ok(print(&Outcome {
        header: engine.header(request.as_of),
        audience: asked.audience,
        text: &done.text,
        publishable: done.left.is_empty(),
        masked: done.counts.iter().filter_map(count).collect(),
        left: asked.shown(&done.text, &done.left),
        left_total: done.left.len(),
    }))
}

/// Whether the text is a page in HTML.
fn is_page(request: &Request) -> Result<bool, Error> {
    match request.format.as_deref() {
        None | Some("text") => Ok(false),
        Some("html") => Ok(true),
        Some(other) => {
            let message = format!("texts are not read in the format `{}`", public(other));
            Err(Error::new(ErrorCode::RequestSyntax, message).at("format"))
        }
    }
}

/// What a request asks, checked.
struct Asked<'a> {
    screening: &'a Screening,
    day: Day,
    audience: &'a str,
    chosen: Option<Vec<bool>>,
    unit: Unit,
    most: usize,
}

impl<'a> Asked<'a> {
    fn of(engine: &'a Engine, request: &'a Request) -> Result<Self, Error> {
        let screening = &engine.law().screening;
        let length = request.text.len();
        if length > engine.limits().bytes {
            let message = format!("the text has {length} bytes");
            return Err(Error::new(ErrorCode::RecordTooLarge, message).at("text"));
        }
        let unknown = |what: &str, name: &str| {
            let message = format!("there is no {what} `{}`", public(name));
            Error::new(ErrorCode::RequestSyntax, message)
        };
        // An extract has all lists or none.
        if engine.only().is_some() && screening.lists().next().is_none() {
            let message = "the extract has no lists of what may not stand in texts";
            return Err(Error::new(ErrorCode::Extract, message));
        }
        if let Some(list) = request.lists.iter().find(|list| !screening.has(list)) {
            return Err(unknown("screening list", list).at("lists"));
        }
        let audience = request.audience.as_deref().unwrap_or(PUBLIC);
        let named = || screening.entries().flat_map(|(_, entry)| &entry.except_for);
        if audience != PUBLIC && !named().any(|named| named == audience) {
            return Err(unknown("audience", audience).at("audience"));
        }
        let unit = request
            .offsets
            .as_deref()
            .map_or(Some(Unit::Bytes), Unit::read);
        let chosen = (!request.lists.is_empty()).then(|| {
            let lists = screening
                .entries()
                .map(|(list, _)| request.lists.contains(&list.id));
            lists.collect()
        });
        Ok(Self {
            screening,
            day: request.as_of,
            audience,
            chosen,
            unit: unit.ok_or_else(|| unknown("unit of offsets", "offsets").at("offsets"))?,
            most: usize::try_from(request.hits.unwrap_or(SHOWN)).unwrap_or(usize::MAX),
        })
    }

    fn look(&self) -> Look<'_> {
        Look {
            day: self.day,
            audience: self.audience,
            chosen: self.chosen.as_deref(),
        }
    }

    fn shown(&self, text: &str, hits: &[Hit]) -> Vec<Shown<'a>> {
        let hits = hits.get(..self.most).unwrap_or(hits);
        let places: Vec<usize> = hits.iter().flat_map(|hit| [hit.start, hit.end]).collect();
        let places = count(text, self.unit, &places);
        let both = hits.iter().zip(places.chunks_exact(2));
        both.filter_map(|(hit, place)| self.one(text, hit, place))
            .collect()
    }

    fn one(&self, text: &str, hit: &Hit, place: &[usize]) -> Option<Shown<'a>> {
        let (list, entry) = self.screening.entry(hit.entry)?;
        let maskable = self.screening.screen().masks(hit.entry);
        let personal = entry.ground.is_some() && maskable;
        let written = text.get(hit.start..hit.end).filter(|_| !personal);
        Some(Shown {
            list: &list.id,
            entry: &entry.id,
            matter: &entry.matter,
            ground: entry.ground.as_deref(),
            basis: &entry.basis,
            start: *place.first()?,
            end: *place.last()?,
            text: written.map(public),
            mention: hit.mention,
            parted: hit.parted,
            hidden: hit.hidden,
            maskable,
        })
    }
}
