//! Every published table damaged in every way a hand or a machine damages one; where is it found?
//!
//! A document is cleaned of its own findings first: what counts is what is said that was not said before.
//! `EVERY_ROW=1` damages every row of every table instead of some.

use crate::document::{Said, engine, findings, names, read, report};
use gongkai::wire::Engine;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// How a cell or row is damaged.
const WAYS: [&str; 5] = [
    "digit swapped",
    "decimal moved",
    "row dropped",
    "yuan for ten thousand",
    "level missing",
];

/// A damaged copy, and the places at which the damage may be found.
pub(crate) struct Damaged {
    way: &'static str,
    pub(crate) document: Value,
    table: usize,
    row: usize,
}

#[test]
fn damage_is_found_where_it_is() {
    let engine = engine();
    let mut score: BTreeMap<&str, (usize, usize, usize)> = BTreeMap::new();
    for name in names()
        .into_iter()
        .filter(|name| !name.starts_with("template"))
    {
        let document = read(&name);
        let before = findings(&report(&engine, &document));
        for damaged in all(&engine, &document) {
            let after = findings(&report(&engine, &damaged.document));
            let added: Vec<&Said> = after.iter().filter(|said| !before.contains(said)).collect();
            let entry = score.entry(damaged.way).or_default();
            entry.0 += 1;
            entry.1 += usize::from(!added.is_empty());
            entry.2 += usize::from(added.iter().any(|said| is_near(said, &damaged)));
        }
    }
    for way in WAYS {
        let (all, found, placed) = score[way];
        println!("{way}: {all} made, {found} found, {placed} at the cell or its subtree");
        assert!(found * 100 >= all * 95, "{way}: {found} of {all} found");
        assert!(placed * 100 >= all * 85, "{way}: {placed} of {all} placed");
    }
}

// At the table, within the rows of the subtree: a row and those from which it is summed.
fn is_near(said: &Said, damaged: &Damaged) -> bool {
    let rows = damaged.document["tables"][damaged.table]["rows"]
        .as_array()
        .unwrap()
        .len();
    let Some(rest) = said
        .path
        .strip_prefix(&format!("/tables/{}/rows/", damaged.table))
    else {
        return damaged.way == "yuan for ten thousand" && said.path.starts_with("/tables/");
    };
    let row: usize = rest.split('/').next().unwrap().parse().unwrap();
    let reach = match damaged.way {
        "digit swapped" | "decimal moved" => row == damaged.row || is_above(row, damaged),
        "yuan for ten thousand" => true,
        _ => row < rows,
    };
    reach || said.message.contains(&name_of(damaged))
}

fn name_of(damaged: &Damaged) -> String {
    let row = &damaged.document["tables"][damaged.table]["rows"][damaged.row];
    let cells = row.as_array().map(Vec::as_slice).unwrap_or_default();
    let name = cells
        .iter()
        .filter_map(Value::as_str)
        .find(|cell| cell.chars().any(|c| c > '\u{3000}'));
    name.unwrap_or("\u{0}").to_owned()
}

// The row under which the damaged one stands: the last shorter code before it.
fn is_above(row: usize, damaged: &Damaged) -> bool {
    let rows = &damaged.document["tables"][damaged.table]["rows"];
    let depth = |row: usize| code(&rows[row]).len();
    row < damaged.row
        && depth(row) > 0
        && depth(row) < depth(damaged.row)
        && (row + 1..damaged.row).all(|between| depth(between) == 0 || depth(between) > depth(row))
}

// The digits of the cells before the first name.
fn code(row: &Value) -> String {
    let cells = row
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default()
        .iter()
        .filter_map(Value::as_str);
    let coded = cells.take_while(|cell| cell.chars().all(|c| c.is_ascii_digit()));
    coded.collect()
}

fn all(engine: &Engine, document: &Value) -> Vec<Damaged> {
    let report = report(engine, document);
    let known: Vec<usize> = report["statements"]
        .as_array()
        .unwrap()
        .iter()
        .map(|own| usize::try_from(own["table"].as_u64().unwrap()).unwrap())
        .collect();
    // One row in eleven keeps the run short; over ten documents each kind of row is among them.
    let step = if std::env::var_os("EVERY_ROW").is_some() {
        1
    } else {
        11
    };
    let mut all = Vec::new();
    for table in known {
        let rows = document["tables"][table]["rows"].as_array().unwrap().len();
        all.extend(unit(document, table));
        for row in (0..rows).filter(|row| row % step == table % step) {
            all.extend(cells(document, table, row));
            all.extend(dropped(document, table, row));
        }
    }
    all
}

// The first amount of a row that is large enough for a digit to matter.
fn amount(document: &Value, table: usize, row: usize) -> Option<(usize, String)> {
    let cells = document["tables"][table]["rows"][row].as_array()?;
    let amounts = cells
        .iter()
        .enumerate()
        .filter_map(|(column, cell)| Some((column, cell.as_str()?)));
    let mut amounts = amounts.filter(|(_, cell)| {
        cell.contains([',', '.'])
            && cell
                .chars()
                .all(|c| c.is_ascii_digit() || matches!(c, ',' | '.'))
    });
    amounts
        .find(|(_, cell)| cell.len() > 4)
        .map(|(column, cell)| (column, cell.to_owned()))
}

fn changed(
    document: &Value,
    way: &'static str,
    (table, row, column): (usize, usize, usize),
    cell: &str,
) -> Damaged {
    let mut document = document.clone();
    document["tables"][table]["rows"][row][column] = json!(cell);
    Damaged {
        way,
        document,
        table,
        row,
    }
}

/// A row whose first amount is damaged.
pub(crate) fn cells(document: &Value, table: usize, row: usize) -> Vec<Damaged> {
    let Some((column, cell)) = amount(document, table, row) else {
        return Vec::new();
    };
    let digits: Vec<char> = cell.chars().filter(char::is_ascii_digit).collect();
    let mut damaged = Vec::new();
    if digits[0] != digits[1] {
        let mut swapped = digits.clone();
        swapped.swap(0, 1);
        let mut swapped = swapped.into_iter();
        let text: String = cell
            .chars()
            .map(|c| {
                if c.is_ascii_digit() {
                    swapped.next().unwrap()
                } else {
                    c
                }
            })
            .collect();
        damaged.push(changed(
            document,
            "digit swapped",
            (table, row, column),
            &text,
        ));
    }
    let plain: String = cell.chars().filter(|c| *c != ',').collect();
    let moved = match plain.split_once('.') {
        Some((whole, part)) => {
            let (first, rest) = part.split_at_checked(1).unwrap();
            format!("{whole}{first}.{rest}")
        }
        None => format!("{plain}0"),
    };
    let moved = moved.trim_end_matches('.').to_owned();
    damaged.push(changed(
        document,
        "decimal moved",
        (table, row, column),
        &moved,
    ));
    damaged
}

fn dropped(document: &Value, table: usize, row: usize) -> Vec<Damaged> {
    let Some(_) = amount(document, table, row) else {
        return Vec::new();
    };
    let way = if matches!(code(&document["tables"][table]["rows"][row]).len(), 3 | 5) {
        "level missing"
    } else {
        "row dropped"
    };
    let mut document = document.clone();
    document["tables"][table]["rows"]
        .as_array_mut()
        .unwrap()
        .remove(row);
    vec![Damaged {
        way,
        document,
        table,
        row,
    }]
}

// The unit of a table's heading, the other way round.
fn unit(document: &Value, table: usize) -> Option<Damaged> {
    let mut document = document.clone();
    let caption = document["tables"][table]["caption"].as_array_mut()?;
    let line = caption.iter_mut().find(|line| {
        line.as_str()
            .is_some_and(|line| line.contains("单位") && line.contains('元'))
    })?;
    let text = line.as_str()?.to_owned();
    let other = if text.contains("万元") {
        text.replace("万元", "元")
    } else {
        text.replace('元', "万元")
    };
    *line = json!(other);
    document["tables"][table]["rows"]
        .as_array()?
        .iter()
        .any(|row| {
            row.as_array().is_some_and(|row| {
                row.iter()
                    .any(|cell| cell.as_str().is_some_and(|cell| cell.contains(',')))
            })
        })
        .then_some(Damaged {
            way: "yuan for ten thousand",
            document,
            table,
            row: 0,
        })
}
