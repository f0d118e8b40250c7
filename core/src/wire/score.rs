//! An assessment from counts of verdicts.

use super::request::{read, text};
use crate::duty::verdict::Tally;
use crate::engine::Engine;
use crate::error::{Error, ErrorCode};
use crate::judge::score::Evidence;
use crate::report::score;
use crate::words::Exact;
use crate::written::{print, table};
use alloc::{collections::BTreeMap, format, string::String, vec::Vec};

struct Request {
    set: String,
    tallies: Vec<OfRule>,
    values: BTreeMap<String, String>,
    vetoes: BTreeMap<String, bool>,
    left_out: Vec<String>,
    mode: Option<String>,
}

table!(Request {
    set: needed,
    tallies,
    values,
    vetoes,
    left_out,
    mode
});

/// The tally of a rule, as reports on many records give it.
struct OfRule {
    rule: String,
    counts: Tally,
}

table!(OfRule {
    rule: needed,
    counts: needed
});

/// An assessment: `{"set", "tallies": [{"rule", "counts"}], "values", "vetoes", "left_out", "mode"}` to its
/// points, section by section and indicator by indicator. `tallies` are the `rules` of a report on many
/// records; `values` are the points (as decimals in quotes) of indicators that no rule computes.
///
/// # Errors
/// `request-syntax`, `unknown-set`, `unknown-rule`.
pub fn score(engine: &Engine, request: &[u8]) -> Result<Vec<u8>, Error> {
    let request: Request = read(text(request)?)?;
    let law = engine.law();
    let set = law.indicator_set(&request.set).ok_or_else(|| {
        let message = format!("there is no indicator set `{}`", request.set);
        Error::new(ErrorCode::UnknownSet, message)
    })?;
    let mut evidence = Evidence {
        vetoes: request.vetoes,
        left_out: request.left_out,
        ..Evidence::default()
    };
    for OfRule { rule, counts } in request.tallies {
        let number = law.rule(&rule);
        let known = number.and_then(|number| law.rules.get(number));
        let known = known.ok_or_else(|| {
            Error::new(ErrorCode::UnknownRule, format!("there is no rule `{rule}`"))
        })?;
        let tally = evidence.tallies.entry(known.source.id.clone()).or_default();
        *tally = tally.plus(counts);
    }
    for (indicator, value) in request.values {
        let number = Exact::factor(&value).filter(|number| *number >= Exact::ZERO);
        let number = number.ok_or_else(|| refused(&indicator, "the value is not a decimal"))?;
        evidence.values.insert(indicator, number);
    }
    if let Some(mode) = &request.mode {
        let known = set.mode.iter().find(|known| known.id == *mode);
        let known = known.ok_or_else(|| refused("mode", "the set has no such mode"))?;
        evidence.unknown = Some(known.unknown);
    }
    known_names(set, &evidence)?;
    Ok(print(&score::write(set, request.mode, &evidence)))
}

/// What the request names is in the set; a name that is not would silently count for nothing.
fn known_names(set: &crate::duty::source::IndicatorSet, evidence: &Evidence) -> Result<(), Error> {
    let indicators = || set.section.iter().flat_map(|section| &section.indicator);
    let supplied =
        |id: &String| indicators().any(|other| other.id == *id && other.rules.is_empty());
    let fact = |id: &String| {
        set.veto
            .iter()
            .any(|other| other.id == *id && other.rules.is_empty())
    };
    let leavable = |id: &String| {
        set.section
            .iter()
            .any(|other| other.id == *id && other.may_be_left_out)
    };
    let odd = evidence.values.keys().find(|id| !supplied(id));
    let odd = odd.or_else(|| evidence.vetoes.keys().find(|id| !fact(id)));
    match odd.or_else(|| evidence.left_out.iter().find(|id| !leavable(id))) {
        None => Ok(()),
        Some(id) => Err(refused(id, "the set takes no such name here")),
    }
}

fn refused(place: &str, message: &str) -> Error {
    Error::new(ErrorCode::RequestSyntax, message).at(crate::report::mask::public(place))
}
