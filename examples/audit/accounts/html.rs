//! Tables and text of a page of HTML: cells that span others hold the text in the first, as tables are read.

use html5gum::emitters::default::StartTag;
use html5gum::{DefaultEmitter, Token, Tokenizer};

/// A page.
#[derive(Debug, Default)]
pub(crate) struct Page {
    pub(crate) tables: Vec<Table>,
    pub(crate) text: String,
}

/// A table with the lines before it.
#[derive(Debug, Default)]
pub(crate) struct Table {
    pub(crate) caption: Vec<String>,
    pub(crate) rows: Vec<Vec<String>>,
}

/// The widest span and the largest table that is followed.
const WIDEST: usize = 64;

#[derive(Default)]
struct Reading {
    page: Page,
    line: String,
    lines: Vec<String>,
    table: Option<Table>,
    // Rows that a cell above still reaches into, by column.
    below: Vec<usize>,
    cell: Option<(String, usize, usize)>,
    // Inside of a script or a style.
    hidden: bool,
}

/// Reads a page; what is no HTML is read as text.
pub(crate) fn read(text: &str) -> Page {
    let mut reading = Reading::default();
    let mut emitter = DefaultEmitter::default();
    // What stands in scripts, styles and titles is no tags.
    emitter.naively_switch_states(true);
    for token in Tokenizer::new_with_emitter(text, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => reading.start(&tag),
            Token::EndTag(tag) => reading.end(&tag.name),
            Token::String(text) => reading.text(&String::from_utf8_lossy(&text)),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    reading.end_line();
    reading.page
}

impl Reading {
    // Spaces that a page shows are kept, since a name may be indented by them.
    fn text(&mut self, text: &str) {
        if self.hidden {
            return;
        }
        let into = match &mut self.cell {
            Some((cell, ..)) => cell,
            None => &mut self.line,
        };
        for (part, word) in text.split(|c: char| c.is_ascii_whitespace()).enumerate() {
            if part > 0 && !into.is_empty() && !into.ends_with(' ') {
                into.push(' ');
            }
            into.push_str(word);
        }
    }

    fn end_line(&mut self) {
        let line = self.whole_line();
        self.lines.extend(line);
    }

    fn whole_line(&mut self) -> Option<String> {
        let mut line = std::mem::take(&mut self.line);
        line.truncate(line.trim_end_matches(' ').len());
        if line.is_empty() {
            return None;
        }
        self.page.text.push_str(&line);
        self.page.text.push('\n');
        Some(line)
    }

    fn start(&mut self, tag: &StartTag<()>) {
        match &**tag.name {
            b"script" | b"style" => self.hidden = true,
            // A caption is a line of its own.
            b"caption" => self.end_line(),
            b"table" => {
                self.end_line();
                let from = self.lines.len().saturating_sub(4);
                let caption = self.lines.split_off(from);
                self.table = Some(Table {
                    caption,
                    rows: Vec::new(),
                });
                self.below.clear();
            }
            b"tr" => {
                self.end_cell();
                if let Some(table) = &mut self.table {
                    table.rows.push(Vec::new());
                }
            }
            b"td" | b"th" => {
                self.end_cell();
                let own = || (String::new(), span(tag, b"colspan"), span(tag, b"rowspan"));
                self.cell = self.table.is_some().then(own);
            }
            name => self.border(name),
        }
    }

    fn end(&mut self, name: &[u8]) {
        match name {
            b"script" | b"style" => self.hidden = false,
            b"table" => {
                self.end_cell();
                let table = self.table.take();
                let tables = &mut self.page.tables;
                tables.extend(table.filter(|table| !table.rows.is_empty()));
            }
            b"td" | b"th" | b"tr" => self.end_cell(),
            b"caption" => {
                let line = self.whole_line();
                if let Some(table) = &mut self.table {
                    table.caption.extend(line);
                }
            }
            name => self.border(name),
        }
    }

    // Where a line ends outside of cells.
    fn border(&mut self, name: &[u8]) {
        let blocks: [&[u8]; 9] = [
            b"title", b"p", b"div", b"br", b"li", b"h1", b"h2", b"h3", b"h4",
        ];
        if self.cell.is_none() && blocks.contains(&name) {
            self.end_line();
        }
    }

    fn end_cell(&mut self) {
        let Some((mut text, wide, tall)) = self.cell.take() else {
            return;
        };
        text.truncate(text.trim_end_matches(' ').len());
        let Some(row) = self.table.as_mut().and_then(|table| table.rows.last_mut()) else {
            return;
        };
        // Columns that a cell above reaches into are blank here.
        while self.below.get(row.len()).is_some_and(|left| *left > 0) {
            let column = row.len();
            if let Some(left) = self.below.get_mut(column) {
                *left = left.saturating_sub(1);
            }
            row.push(String::new());
        }
        let start = row.len();
        row.push(text);
        row.resize(start.saturating_add(wide), String::new());
        if self.below.len() < row.len() {
            self.below.resize(row.len(), 0);
        }
        for left in self.below.iter_mut().skip(start).take(wide) {
            *left = tall.saturating_sub(1);
        }
    }
}

fn span(tag: &StartTag<()>, name: &[u8]) -> usize {
    let given = tag.attributes.get(name);
    let given = given.and_then(|value| std::str::from_utf8(value).ok());
    let digits = given.and_then(|value| value.trim().parse().ok());
    digits.unwrap_or(1).clamp(1, WIDEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_leave_blanks() {
        let page = read(
            "<p>支出决算表</p><p>单位：万元</p><table><tr><td rowspan=2>项目</td><td colspan='2'>合计</td></tr>\
             <tr><td>基本</td><td>项目</td></tr><tr><td>201</td><td>1</td><td>2</td></tr></table><p>说明</p>",
        );
        let table = &page.tables[0];
        assert_eq!(table.caption, ["支出决算表", "单位：万元"]);
        assert_eq!(table.rows[0], ["项目", "合计", ""]);
        assert_eq!(table.rows[1], ["", "基本", "项目"]);
        assert_eq!(table.rows[2], ["201", "1", "2"]);
        assert_eq!(page.text, "支出决算表\n单位：万元\n说明\n");
    }

    #[test]
    fn characters_have_many_forms_and_comments_are_none() {
        let page = read(
            "<title>某局2025年部门&#39044;&#x7b97;</title><!-- a > b --><P>单位：<!-- -->万元<br> 表 \n <b>一 </b> <i>A</i>\nB\
             <script>'<p>x</p>'</script><style>p > a {}</style><table><caption>支出表</caption>\
             <TR><TH COLSPAN=2>项目<TD>&emsp;行政运行</td><td> \n1,000.00&nbsp;\n </TABLE>",
        );
        assert_eq!(
            page.text,
            "某局2025年部门预算\n单位：万元\n表 一 A B\n支出表\n"
        );
        let table = &page.tables[0];
        assert_eq!(
            table.rows[0],
            ["项目", "", "\u{2003}行政运行", "1,000.00\u{a0}"]
        );
    }

    #[test]
    fn what_is_broken_is_read_as_far_as_it_goes() {
        for text in [
            "",
            "<",
            "<table",
            "<table><td>",
            "</td></table>",
            "<td colspan=999999>x",
            "a<b",
        ] {
            let _ = read(text);
        }
    }
}
