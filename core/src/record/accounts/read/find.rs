//! Which tables a sheet holds, and which template each of them is.

use super::Forms;
use crate::record::accounts::heading::{Layout, depth, layout, paths};
use crate::record::accounts::sheet::Sheet;
use crate::words::amount::Unit;
use crate::words::normalize::trim;
use alloc::{string::String, vec::Vec};

/// A table found in a sheet.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) sheet: usize,
    /// The template, if one is known.
    pub(super) template: Option<usize>,
    /// Templates that fit equally well, where none is known.
    pub(super) like: Vec<String>,
    pub(super) unit: Option<Unit>,
    /// The first row with amounts, and the row after the last.
    pub(super) rows: (usize, usize),
    pub(super) layout: Layout,
}

/// Finds the tables of a sheet. A row that is a title begins one.
pub(super) fn tables(forms: &Forms, sheet: &Sheet<'_>, number: usize, found: &mut Vec<Found>) {
    let mut titles = sheet.caption.iter().rev();
    let mut begun = Begun {
        number,
        title: titles.find_map(|line| forms.titled(line)),
        unit: sheet.caption.iter().find_map(|line| unit_of(line)),
        rows: (0, sheet.rows.len()),
    };
    for (row, cells) in sheet.rows.iter().enumerate() {
        let near = row.saturating_sub(begun.rows.0) < 3;
        let declared = || cells.iter().find_map(|cell| unit_of(cell));
        if begun.unit.is_none() && near {
            begun.unit = declared();
        }
        if let Some(next) = lone(cells).and_then(|line| forms.titled(line)) {
            begun.rows.1 = row;
            table(forms, sheet, &begun, found);
            begun.title = Some(next);
            begun.unit = None;
            begun.rows = (row.saturating_add(1), sheet.rows.len());
        }
    }
    table(forms, sheet, &begun, found);
}

struct Begun {
    number: usize,
    title: Option<usize>,
    unit: Option<Unit>,
    rows: (usize, usize),
}

// The text of a row that has one.
fn lone<'r>(cells: &'r [alloc::borrow::Cow<'_, str>]) -> Option<&'r str> {
    let mut filled = cells
        .iter()
        .map(|cell| trim(cell))
        .filter(|cell| !cell.is_empty());
    let first = filled.next()?;
    filled.next().is_none().then_some(first)
}

/// The unit a line declares: 单位：万元.
pub(super) fn unit_of(line: &str) -> Option<Unit> {
    // A declaration is short; whole sentences are passed over.
    let at = line.find("单位").filter(|_| line.len() < 400)?;
    let rest = line.get(at..)?.trim_start_matches("单位");
    let rest = rest.trim_start_matches(|c: char| {
        c.is_whitespace() || matches!(c, '：' | ':' | '(' | '（' | '为')
    });
    [
        ("万元", Unit::WanYuan),
        ("亿元", Unit::YiYuan),
        ("人民币万元", Unit::WanYuan),
        ("元", Unit::Yuan),
        ("人民币元", Unit::Yuan),
    ]
    .into_iter()
    .find_map(|(name, unit)| rest.starts_with(name).then_some(unit))
    .or_else(|| unit_of(rest))
}

fn table(forms: &Forms, sheet: &Sheet<'_>, begun: &Begun, found: &mut Vec<Found>) {
    let (start, end) = begun.rows;
    let declares = |row: &usize| {
        sheet
            .rows
            .get(*row)
            .is_some_and(|cells| cells.iter().any(|cell| unit_of(cell).is_some()))
    };
    let start = (start..end).find(|row| !declares(row)).unwrap_or(end);
    if start >= end {
        return;
    }
    let depth = depth(sheet, start, |line| is_line(forms, begun.title, line))
        .min(end.saturating_sub(start));
    let first = start.saturating_add(depth);
    let paths = paths(sheet, start, depth);
    let continued = continues(sheet, begun, found);
    let (template, like) = match begun.title.or(continued) {
        Some(template) => (Some(template), Vec::new()),
        None => by_headings(forms, &paths),
    };
    if first >= end && begun.title.is_none() {
        return;
    }
    let mut columns = template
        .and_then(|template| forms.templates.get(template))
        .map(|template| layout(template, &paths))
        .unwrap_or_default();
    if columns.blocks.is_empty() && continued.is_some() {
        columns = found
            .last()
            .map(|last| last.layout.clone())
            .unwrap_or_default();
    }
    // A title without headings is an entry of a table of contents.
    if begun.title.is_some() && columns.blocks.is_empty() {
        return;
    }
    found.push(Found {
        sheet: begun.number,
        template,
        like,
        unit: begun.unit,
        rows: (first, end),
        layout: columns,
    });
}

fn is_line(forms: &Forms, template: Option<usize>, line: &str) -> bool {
    let all = forms.named.iter().enumerate();
    let wanted =
        crate::record::accounts::heading::key(crate::record::accounts::heading::unnumbered(line));
    all.filter(|(number, _)| template.is_none_or(|template| template == *number))
        .any(|(_, named)| {
            named
                .binary_search_by(|(own, ..)| own.as_str().cmp(&wanted))
                .is_ok()
        })
}

// A table without a title goes on from the one before if it is as wide.
fn continues(sheet: &Sheet<'_>, begun: &Begun, found: &[Found]) -> Option<usize> {
    let last = found.last()?;
    let named = last
        .layout
        .blocks
        .iter()
        .any(|block| block.name.is_some() || !block.codes.is_empty());
    if begun.title.is_some() || !named || is_headed(sheet, begun.rows.0) {
        return None;
    }
    let columns = last.layout.blocks.iter().flat_map(|block| {
        block
            .amounts
            .iter()
            .map(|(place, _)| *place)
            .chain(block.codes.iter().copied())
            .chain(block.name)
    });
    let width = columns.max()?.saturating_add(1);
    let fits = sheet.width() >= width
        && sheet.width()
            <= width
                .saturating_add(last.layout.unknown.len())
                .saturating_add(1);
    last.template.filter(|_| fits)
}

// Whether a line of its own, ending as titles end, stands above a table or in its first row.
fn is_headed(sheet: &Sheet<'_>, start: usize) -> bool {
    let first = sheet.rows.get(start).and_then(|cells| lone(cells));
    let lines = sheet.caption.iter().map(AsRef::as_ref).chain(first);
    lines
        .into_iter()
        .any(|line: &str| trim(line).ends_with('表'))
}

// The template most of whose columns the headings name; none if two fit equally well.
fn by_headings(forms: &Forms, paths: &[Vec<String>]) -> (Option<usize>, Vec<String>) {
    let mut best = 0_usize;
    let mut like: Vec<usize> = Vec::new();
    for (number, template) in forms.templates.iter().enumerate() {
        let own = layout(template, paths);
        let share = own
            .found
            .saturating_mul(100)
            .checked_div(template.column.len())
            .unwrap_or(0);
        let named =
            own.blocks.iter().any(|block| block.name.is_some()) || template.lines.is_empty();
        if share < 75 || !named || !own.unknown.is_empty() {
            continue;
        }
        if own.found > best {
            (best, like) = (own.found, alloc::vec![number]);
        } else if own.found == best {
            like.push(number);
        }
    }
    match like.as_slice() {
        [only] => (Some(*only), Vec::new()),
        many => (
            None,
            many.iter()
                .filter_map(|number| Some(forms.templates.get(*number)?.id.clone()))
                .collect(),
        ),
    }
}
