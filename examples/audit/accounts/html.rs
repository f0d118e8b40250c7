//! Tables and text of a page of HTML: cells that span others hold the text in the first, as tables are read.

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
}

/// Reads a page; what is no HTML is read as text.
pub(crate) fn read(text: &str) -> Page {
    let mut reading = Reading::default();
    let mut rest = text;
    while let Some(start) = rest.find('<') {
        let (before, tag) = rest.split_at_checked(start).unwrap_or((rest, ""));
        reading.text(before);
        let Some(end) = tag.find('>') else { break };
        reading.tag(tag.get(1..end).unwrap_or_default());
        rest = tag.get(end.saturating_add(1)..).unwrap_or_default();
        let name = tag.get(1..end).unwrap_or_default().to_lowercase();
        if let Some(hidden) = ["script", "style"]
            .into_iter()
            .find(|hidden| name.starts_with(hidden))
        {
            let close = format!("</{hidden}");
            rest = rest
                .find(&close)
                .and_then(|at| rest.get(at..))
                .unwrap_or_default();
        }
    }
    reading.text(rest);
    reading.end_line();
    reading.page
}

impl Reading {
    fn text(&mut self, text: &str) {
        let plain = text
            .replace("&nbsp;", " ")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&");
        match &mut self.cell {
            Some((cell, ..)) => cell.push_str(plain.trim()),
            None => self.line.push_str(plain.trim()),
        }
    }

    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        if !line.is_empty() {
            self.page.text.push_str(&line);
            self.page.text.push('\n');
            self.lines.push(line);
        }
    }

    fn tag(&mut self, tag: &str) {
        let name = tag
            .split([' ', '\n', '\t', '/'])
            .find(|part| !part.is_empty())
            .unwrap_or_default()
            .to_lowercase();
        match (name.as_str(), tag.starts_with('/')) {
            ("table", false) => {
                self.end_line();
                let from = self.lines.len().saturating_sub(4);
                let caption = self.lines.split_off(from);
                self.table = Some(Table {
                    caption,
                    rows: Vec::new(),
                });
                self.below.clear();
            }
            ("table", true) => {
                self.end_cell();
                self.page
                    .tables
                    .extend(self.table.take().filter(|table| !table.rows.is_empty()));
            }
            ("tr", false) => {
                self.end_cell();
                if let Some(table) = &mut self.table {
                    table.rows.push(Vec::new());
                }
            }
            ("td" | "th", false) => {
                self.end_cell();
                let span = |name| span(tag, name);
                self.cell = self
                    .table
                    .is_some()
                    .then(|| (String::new(), span("colspan"), span("rowspan")));
            }
            ("td" | "th" | "tr", true) => self.end_cell(),
            ("p" | "div" | "br" | "li" | "h1" | "h2" | "h3" | "h4", _) if self.cell.is_none() => {
                self.end_line();
            }
            _ => {}
        }
    }

    fn end_cell(&mut self) {
        let Some((text, wide, tall)) = self.cell.take() else {
            return;
        };
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

fn span(tag: &str, name: &str) -> usize {
    let value = tag
        .split_once(name)
        .map(|(_, rest)| rest.trim_start_matches([' ', '=', '"', '\'']));
    let digits = value.map(|value| {
        value
            .chars()
            .take_while(char::is_ascii_digit)
            .collect::<String>()
    });
    digits
        .and_then(|digits| digits.parse().ok())
        .unwrap_or(1)
        .clamp(1, WIDEST)
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
