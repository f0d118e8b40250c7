//! Budgets and accounts in PDFs: tables between rules are read cell by cell, everything else is text.
//!
//! A table without rules is not read: where a number belongs could only be guessed.

mod grid;
mod ink;

use crate::pdf_reader;
use crate::trouble::{Code, Trouble};
use ink::{Ink, Word, joined, lines};
use pdf_reader::Unread;

/// A page: its running text, and its tables with the lines above each.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Leaf {
    pub(super) number: u32,
    pub(super) text: String,
    pub(super) tables: Vec<(Vec<String>, Vec<Vec<String>>)>,
}

/// How many lines above a table are its title, its unit and its publisher.
const ABOVE: usize = 6;
/// How many numbers make a line one of a table, and how many such lines make a table.
const NUMBERS: usize = 3;
const LINES: usize = 3;

/// The pages of a PDF.
///
/// # Errors
/// `A25` for what is damaged or too large, `A27` for a scan, `A28` for tables without rules.
pub(super) fn read(bytes: Vec<u8>) -> Result<Vec<Leaf>, Trouble> {
    let pages = pdf_reader::read(bytes, |document| {
        let mut ink = Ink::default();
        pdf_extract::output_doc(document, &mut ink)?;
        Ok(ink.pages)
    });
    let pages = pages.map_err(|error| Trouble::new(Code::PdfNotRead).with(error))?;
    if pages.iter().all(|page| page.words.is_empty()) {
        return Err(Trouble::new(Code::PdfScanned).with(Unread::NoText));
    }
    let mut leaves = Vec::new();
    let mut unruled = Vec::new();
    for page in pages {
        let number = page.number;
        let (leaf, is_read) = leaf(page);
        if !is_read {
            let title = leaf.text.lines().next().unwrap_or_default();
            unruled.push(format!("第{number}页 page {number}: {title}"));
        }
        leaves.push(leaf);
    }
    if unruled.is_empty() {
        Ok(leaves)
    } else {
        Err(Trouble::new(Code::PdfUnruled).with(unruled.join("; ")))
    }
}

// A page, and whether its tables were read.
fn leaf(mut page: ink::Page) -> (Leaf, bool) {
    let tables = grid::tables(&mut page);
    let lines = lines(std::mem::take(&mut page.words));
    let like_rows = lines.iter().filter(|line| numbers(line) >= NUMBERS).count();
    let text: Vec<(i64, String)> = lines
        .iter()
        .filter_map(|line| Some((line.first()?.base, joined(line))))
        .collect();
    let mut ceiling = i64::MAX;
    let mut captioned = Vec::new();
    for table in tables {
        let above = text
            .iter()
            .filter(|(base, _)| *base < ceiling && *base >= table.top);
        let above: Vec<&String> = above.map(|(_, line)| line).collect();
        let first = above.len().saturating_sub(ABOVE);
        let caption = above.into_iter().skip(first).cloned().collect();
        captioned.push((caption, table.rows));
        ceiling = table.bottom;
    }
    let text = text.into_iter().map(|(_, line)| line + "\n").collect();
    let leaf = Leaf {
        number: page.number,
        text,
        tables: captioned,
    };
    // Whoever declares a unit declares that of a table.
    let lacks = leaf.tables.is_empty() && leaf.text.lines().any(declares_unit);
    (leaf, !page.is_odd && like_rows < LINES && !lacks)
}

fn declares_unit(line: &str) -> bool {
    let line = line.replace(':', "：").replace(' ', "");
    ["单位：元", "单位：万元"]
        .iter()
        .any(|unit| line.ends_with(unit))
}

// How many numbers of a line stand apart from what is beside them, as those of tables do.
fn numbers(line: &[Word]) -> usize {
    let apart = |before: Option<&Word>, after: Option<&Word>| {
        before
            .zip(after)
            .is_none_or(|(before, after)| before.gap(after) > before.size.max(after.size))
    };
    let all = line.iter().enumerate();
    let alone = all.filter(|(at, word)| {
        let before = at.checked_sub(1).and_then(|at| line.get(at));
        apart(before, Some(word)) && apart(Some(word), line.get(at.saturating_add(1)))
    });
    alone.filter(|(_, word)| is_number(&word.text)).count()
}

fn is_number(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit())
        && text
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '%'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use gongkai::words::normalize::plain;
    use serde_json::Value;

    const BUDGET: &[u8] = include_bytes!("../../../pdf/budget.pdf");

    // The tables that `budget.pdf` was printed from.
    fn printed() -> Vec<Vec<Vec<String>>> {
        let file = include_str!("../../../data/budgets/welfare-home-2024-budget.json");
        let document: Value = serde_json::from_str(file).unwrap();
        let tables = document["tables"].as_array().unwrap().iter();
        let cells = |row: &Value| {
            let cells = row.as_array().unwrap().iter();
            cells
                .map(|cell| cell.as_str().unwrap().to_owned())
                .collect()
        };
        tables
            .map(|table| {
                table["rows"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .map(cells)
                    .collect()
            })
            .collect()
    }

    #[test]
    fn tables_are_read_cell_by_cell() {
        let leaves = read(BUDGET.to_vec()).unwrap();
        let tables: Vec<_> = leaves.iter().flat_map(|leaf| &leaf.tables).collect();
        let printed = printed();
        assert_eq!(tables.len(), printed.len());
        let key = |cell: &String| plain(cell).value.replace(' ', "");
        for ((caption, rows), own) in tables.into_iter().zip(printed) {
            assert!(
                caption
                    .iter()
                    .any(|line| plain(line).value.ends_with("预算表") || line.ends_with("总表")),
                "{caption:?}"
            );
            assert_eq!(rows.len(), own.len());
            for (row, mut own) in rows.iter().zip(own) {
                own.resize(row.len(), String::new());
                let (row, own): (Vec<_>, Vec<_>) =
                    (row.iter().map(key).collect(), own.iter().map(key).collect());
                assert_eq!(row, own);
            }
        }
    }

    #[test]
    fn numbers_without_rules_around_them_are_not_read() {
        let word = |left: i64, base, text: &str| ink::Word {
            left,
            right: left + 100 * i64::try_from(text.len()).unwrap(),
            base,
            size: 100,
            is_apart: true,
            text: text.to_owned(),
        };
        let row = |base| [0, 1000, 2000].map(|left| word(left, base, "12.50"));
        let page = |rows: i64| ink::Page {
            words: (0..rows).flat_map(|number| row(number * 200)).collect(),
            ..ink::Page::default()
        };
        assert!(leaf(page(2)).1 && !leaf(page(3)).1);
        let mut titled = page(1);
        titled.words.push(word(0, 900, "单位：万元"));
        assert!(!leaf(titled).1);
        let mut turned = page(0);
        turned.is_odd = true;
        assert!(!leaf(turned).1);
    }

    #[test]
    fn a_scan_says_that_it_has_no_text() {
        let scan = include_bytes!("../../../pdf/picture.pdf").to_vec();
        let error = read(scan).unwrap_err();
        assert_eq!(error.code, Code::PdfScanned);
    }

    #[test]
    fn a_damaged_one_stops_nothing() {
        let notice = include_bytes!("../../../pdf/notice.pdf");
        for place in (9..notice.len()).step_by(5003) {
            let mut damaged = notice.to_vec();
            damaged[place] ^= 0x15;
            let _ = read(damaged);
        }
        assert_eq!(
            read(b"%PDF-1.7".to_vec()).unwrap_err().code,
            Code::PdfNotRead
        );
    }
}
