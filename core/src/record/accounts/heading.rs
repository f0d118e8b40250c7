//! From the heading rows of a table to the columns they name.

use super::held::is_number;
use super::sheet::Sheet;
use super::template::{Column, Template};
use crate::words::normalize::{fold_key, is_blank, trim};
use alloc::{string::String, vec::Vec};

/// The most rows a heading has.
const DEEPEST: usize = 12;

/// Columns that stand together: what names a row, and the amounts it has.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Block {
    /// Columns that hold the parts of a code.
    pub codes: Vec<usize>,
    /// The column that holds the name.
    pub name: Option<usize>,
    /// Columns of amounts: where they stand, and which of the template's they are.
    pub amounts: Vec<(usize, usize)>,
}

/// The columns of a table under its headings.
#[derive(Debug, Clone, Default)]
pub struct Layout {
    /// The blocks, from left to right.
    pub blocks: Vec<Block>,
    /// Columns with a heading that is none of the template's.
    pub unknown: Vec<usize>,
    /// How many of the template's columns were found.
    pub found: usize,
}

/// How headings name the parts of a row.
const CODE: [&str; 4] = ["编码", "类", "款", "项"];
const NAME: [&str; 3] = ["项目", "名称", "科目"];

/// The key by which headings, titles and lines are compared: width, spaces and quotation marks aside.
#[must_use]
pub fn key(text: &str) -> String {
    let folded = fold_key(text);
    folded
        .chars()
        .filter(|c| !matches!(c, '“' | '”' | '"' | '\'' | '‘' | '’'))
        .collect()
}

/// How many rows at the top are headings, from `start` on.
#[must_use]
pub fn depth(sheet: &Sheet<'_>, start: usize, is_line: impl Fn(&str) -> bool) -> usize {
    let rows = sheet.rows.iter().skip(start).take(DEEPEST);
    rows.take_while(|row| {
        let mut filled = row
            .iter()
            .map(|cell| trim(cell))
            .filter(|cell| !cell.is_empty());
        let first = filled.next().unwrap_or_default();
        let alone = filled.next().is_none();
        let counts = row.iter().any(|cell| is_number(trim(cell)));
        let line = is_numbered(first) || (alone && is_line(first));
        !counts && !line
    })
    .count()
}

// 一、… or 1. … or （一）…: the number before a line.
fn is_numbered(text: &str) -> bool {
    unnumbered(text).len() < text.len() && !text.starts_with("其中")
}

/// A line without the number before it.
#[must_use]
pub fn unnumbered(text: &str) -> &str {
    let text = trim(text);
    let text = trim(
        text.strip_prefix("其中")
            .map_or(text, |rest| rest.trim_start_matches(['：', ':'])),
    );
    let body = text.strip_prefix(['（', '(', '﹝']).unwrap_or(text);
    let end = body
        .find(|c: char| !NUMERALS.contains(c) && !c.is_ascii_digit())
        .unwrap_or(0);
    let rest = body.get(end..).unwrap_or_default();
    let mark = rest.strip_prefix(['、', '.', '．', '）', ')', '﹞', '，']);
    match mark {
        Some(rest) if end > 0 => trim(rest.trim_start_matches(['、', '.'])),
        _ => text,
    }
}

const NUMERALS: &str = "一二三四五六七八九十";

/// The path of headings over each column, outermost first.
#[must_use]
pub fn paths(sheet: &Sheet<'_>, start: usize, depth: usize) -> Vec<Vec<String>> {
    let width = sheet.width();
    let mut paths: Vec<Vec<String>> = alloc::vec![Vec::new(); width];
    // Where the heading over a column begins: columns under one merged heading have the same.
    let mut origin: Vec<usize> = alloc::vec![0; width];
    for row in start..start.saturating_add(depth) {
        let mut next = origin.clone();
        let mut last: Option<(usize, String)> = None;
        for (column, path) in paths.iter_mut().enumerate() {
            let text = key(undated(trim(sheet.cell(row, column))));
            let left = column.checked_sub(1).and_then(|left| origin.get(left));
            if !text.is_empty() {
                last = Some((column.saturating_add(1), text));
            } else if left != origin.get(column) {
                last = None;
            }
            if let (Some((from, text)), Some(slot)) = (&last, next.get_mut(column)) {
                *slot = *from;
                push(path, text);
            }
        }
        origin = next;
    }
    paths
}

fn push(path: &mut Vec<String>, text: &str) {
    if path.last().is_none_or(|last| last != text) {
        path.push(text.into());
    }
}

// A heading without the year before it.
fn undated(heading: &str) -> &str {
    let rest = heading.trim_start_matches(|c: char| c.is_ascii_digit());
    match rest
        .strip_prefix("年度")
        .or_else(|| rest.strip_prefix('年'))
    {
        Some(bare) if rest.len() < heading.len() => trim(bare),
        _ => heading,
    }
}

/// The columns of a table, by the paths of their headings.
#[must_use]
pub fn layout(template: &Template, paths: &[Vec<String>]) -> Layout {
    let mut layout = Layout::default();
    let mut block = Block::default();
    let mut seen = Vec::new();
    for (place, path) in paths.iter().enumerate() {
        let Some(last) = path.last() else { continue };
        let amount = which(template, path);
        if amount.is_none() && is_code(last) {
            close(&mut layout, &mut block);
            block.codes.push(place);
        } else if amount.is_none() && NAME.iter().any(|name| last.ends_with(name)) {
            close(&mut layout, &mut block);
            block.name = Some(place);
        } else if let Some(column) = amount {
            block.amounts.push((place, column));
            if !seen.contains(&column) {
                seen.push(column);
            }
        } else {
            layout.unknown.push(place);
        }
    }
    close(&mut layout, &mut block);
    layout.found = seen.len();
    layout
}

// A block ends where amounts or a name are followed by what names a row again.
fn close(layout: &mut Layout, block: &mut Block) {
    if !block.amounts.is_empty() {
        layout.blocks.push(core::mem::take(block));
    } else if block.name.is_some() {
        *block = Block::default();
    }
}

fn is_code(heading: &str) -> bool {
    CODE.iter()
        .any(|word| heading == *word || (word.chars().count() > 1 && heading.ends_with(word)))
}

// The template's column of a path; of several the one whose headings say most, then the one whose are nearest.
fn which(template: &Template, path: &[String]) -> Option<usize> {
    let columns = template.column.iter().enumerate();
    let fitting = columns.filter_map(|(number, column)| Some((fit(column, path)?, number)));
    fitting
        .max_by_key(|(fit, number)| (*fit, usize::MAX.saturating_sub(*number)))
        .map(|(_, number)| number)
}

// How many words of a column's headings a path has, and how far inside the outermost of them stands.
fn fit(column: &Column, path: &[String]) -> Option<(usize, usize)> {
    column
        .headings
        .iter()
        .filter_map(|headings| fits(headings, path))
        .max()
}

// The last word ends the path, the others stand above it in their order.
fn fits(headings: &str, path: &[String]) -> Option<(usize, usize)> {
    let words = headings.rsplit(' ').map(key);
    let mut words = words.filter(|word| !is_blank(word));
    let (last, mut above) = path.split_last()?;
    if words.next()? != *last {
        return None;
    }
    let mut count = 1_usize;
    for word in words {
        let at = above.iter().rposition(|heading| heading.contains(&word))?;
        above = above.get(..at)?;
        count = count.saturating_add(1);
    }
    Some((count, above.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::borrow::Cow;
    use alloc::vec;

    pub(crate) fn sheet(rows: &[&str]) -> Sheet<'static> {
        let rows = rows
            .iter()
            .map(|row| row.split('|').map(|cell| Cow::Owned(cell.into())).collect());
        Sheet {
            rows: rows.collect(),
            ..Sheet::default()
        }
    }

    #[test]
    fn merged_headings_become_paths() {
        let sheet = sheet(&[
            "“三公”经费预算数||||||机关运行经费预算数",
            "合计|因公出国(境)费|公务接待费|公务用车购置及运行费|||",
            "|||小计|购置费|运行费|",
            "0.95||0.95||||229.43",
        ]);
        assert_eq!(depth(&sheet, 0, |_| false), 3);
        let paths = paths(&sheet, 0, 3);
        assert_eq!(paths[0], ["三公经费预算数", "合计"]);
        assert_eq!(
            paths[5],
            ["三公经费预算数", "公务用车购置及运行费", "运行费"]
        );
        assert_eq!(paths[6], ["机关运行经费预算数"]);
    }

    #[test]
    fn headings_name_columns_and_blocks() {
        let column = |id: &str, heading: &str| Column {
            id: id.into(),
            label: crate::words::Label::default(),
            headings: vec![heading.into()],
        };
        let template = Template {
            id: "basic".into(),
            title: crate::words::Label::default(),
            kinds: vec![],
            titles: vec![],
            column: vec![column("amount", "决算数")],
            codes: Some("economic".into()),
            picture: None,
            lines: vec![],
        };
        let sheet = sheet(&[
            "经济分类||科目名称|决算数|经济分类||科目名称|决算数",
            "科目编码||||科目编码|||",
            "类|款|||类|款||",
            "301||工资福利支出|2,082.85|302||商品和服务支出|171.07",
        ]);
        let depth = depth(&sheet, 0, |_| false);
        let layout = layout(&template, &paths(&sheet, 0, depth));
        assert_eq!(layout.blocks.len(), 2);
        assert_eq!(
            layout.blocks[0],
            Block {
                codes: vec![0, 1],
                name: Some(2),
                amounts: vec![(3, 0)]
            }
        );
        assert_eq!(
            layout.blocks[1],
            Block {
                codes: vec![4, 5],
                name: Some(6),
                amounts: vec![(7, 0)]
            }
        );
    }

    #[test]
    fn of_two_columns_the_one_named_nearest_is_meant() {
        let path = |words: &[&str]| {
            words
                .iter()
                .map(|word| (*word).into())
                .collect::<Vec<String>>()
        };
        let above = path(&["本年收入本年支出", "本年支出", "预算数"]);
        assert_eq!(fits("支出 预算数", &above), Some((2, 1)));
        assert_eq!(fits("收入 预算数", &above), Some((2, 0)));
        assert_eq!(fits("合计", &path(&["支出", "合计"])), Some((1, 1)));
        assert_eq!(fits("支出 合计", &path(&["合计", "支出"])), None);
    }

    #[test]
    fn numbers_before_lines_are_left_out() {
        for (text, bare) in [
            ("一、一般公共服务支出", "一般公共服务支出"),
            ("1. 一般公共预算资金", "一般公共预算资金"),
            ("2、政府性基金", "政府性基金"),
            ("（一）出国", "出国"),
            ("其中：一、财政资金", "财政资金"),
            ("本年收入合计", "本年收入合计"),
            ("三公经费", "三公经费"),
        ] {
            assert_eq!(unnumbered(text), bare);
        }
    }
}
