//! What tells a document: titles of tables its kind, file names and the lines above tables its year and its publisher.

use super::Form;
use super::read::{Parts, stem};

/// What one file tells.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Facts {
    pub(super) kind: Option<String>,
    pub(super) year: Option<String>,
    pub(super) publisher: Option<String>,
    /// Whether a title of a table of its kind stands in it.
    pub(super) titled: bool,
}

/// How many rows of a table may be titles, units and publishers.
const ABOVE: usize = 6;
/// How many lines of a text may be its title.
const TITLE: usize = 6;

/// What a file tells.
pub(super) fn of(file: &str, parts: &Parts, forms: &[Form<'_>]) -> Facts {
    let name = stem(file);
    let lines = lines(parts);
    let titles = |form: &Form<'_>| {
        let all = lines.iter().filter(|line| form.1.titled(line).is_some());
        all.count()
    };
    let best = forms
        .iter()
        .map(|form| (titles(form), form.0))
        .max_by_key(|(count, _)| *count)
        .filter(|(count, _)| *count > 0);
    let all = || std::iter::once(name.as_str()).chain(lines.iter().copied());
    let by_words = || all().find_map(|line| kind_of(line, forms));
    let said = |name: &str| {
        let value = parts.record.get(name).and_then(serde_json::Value::as_str);
        value.filter(|value| !value.is_empty()).map(str::to_owned)
    };
    let kind = parts.kind.clone();
    let kind = kind.or_else(|| best.map(|(_, kind)| kind.to_owned()));
    let year = said("fiscal_year").map(|year| year.trim_end_matches(['年', '度']).to_owned());
    let year = year.or_else(|| year_of_name(&name));
    let publisher = said("publisher").or_else(|| lines.iter().copied().find_map(publisher_of));
    Facts {
        kind: kind.or_else(by_words),
        year: year.or_else(|| all().find_map(year_of)),
        publisher: publisher.or_else(|| publisher_of_name(&name)),
        titled: best.is_some(),
    }
}

// The lines that stand above tables and at the beginning of texts.
fn lines(parts: &Parts) -> Vec<&str> {
    let mut lines = Vec::new();
    for (name, sheet) in &parts.sheets {
        lines.push(name.as_str());
        lines.extend(sheet.caption.iter().map(AsRef::as_ref));
        let cells = sheet.rows.iter().take(ABOVE).flatten();
        lines.extend(
            cells
                .map(|cell| cell.trim())
                .filter(|cell| !cell.is_empty()),
        );
    }
    for page in parts.pages.iter().take(1) {
        lines.extend(page.text.lines().take(TITLE));
    }
    lines
}

fn kind_of(line: &str, forms: &[Form<'_>]) -> Option<String> {
    let kind = match (line.contains("决算"), line.contains("预算")) {
        (true, false) => "final-account",
        (false, true) => "department-budget",
        _ => return None,
    };
    let known = forms.iter().any(|(id, _)| *id == kind);
    known.then(|| kind.to_owned())
}

// The year before the first 年.
fn year_of(line: &str) -> Option<String> {
    let (before, _) = line.split_once('年')?;
    let before = before.trim_end();
    let start = before.len().checked_sub(4)?;
    year(before.get(start..)?)
}

fn year_of_name(name: &str) -> Option<String> {
    name.split(|c: char| !c.is_ascii_digit()).find_map(year)
}

fn year(text: &str) -> Option<String> {
    let fits = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    (fits && text.starts_with("20")).then(|| text.to_owned())
}

// 编制部门：某某局　单位：元
fn publisher_of(line: &str) -> Option<String> {
    let line = line.trim();
    let names = [
        "编制部门",
        "编制单位",
        "公开部门",
        "预算单位",
        "部门名称",
        "单位名称",
        "部门",
        "单位",
    ];
    let rest = names.iter().find_map(|name| line.strip_prefix(name))?;
    let rest = rest.strip_prefix(['：', ':'])?.trim_start();
    let name = rest.split(char::is_whitespace).next()?;
    let unit = ["元", "万元", "亿元", "人民币"];
    let is_unit = unit.iter().any(|unit| name.starts_with(unit));
    (!name.is_empty() && !is_unit).then(|| name.to_owned())
}

// 某某局2024年度部门决算
fn publisher_of_name(name: &str) -> Option<String> {
    let digits = name.find(|c: char| c.is_ascii_digit())?;
    year_of_name(name)?;
    let before = name
        .get(..digits)?
        .trim_end_matches(|c: char| !c.is_alphanumeric());
    (before.chars().count() > 2).then(|| before.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_and_publishers_stand_in_names_and_lines() {
        assert_eq!(year_of("某某局 2024 年度部门决算").as_deref(), Some("2024"));
        assert_eq!(year_of("十三五期间第1年"), None);
        assert_eq!(
            year_of_name("某某局2024年度部门决算").as_deref(),
            Some("2024")
        );
        assert_eq!(year_of_name("2024"), Some("2024".into()));
        assert_eq!(year_of_name("20240301"), None);
        assert_eq!(
            publisher_of("编制部门：某某局 单位：元").as_deref(),
            Some("某某局")
        );
        assert_eq!(publisher_of("单位：万元"), None);
        assert_eq!(publisher_of("部门支出预算总表"), None);
        assert_eq!(
            publisher_of_name("某某局2024年度部门决算").as_deref(),
            Some("某某局")
        );
        assert_eq!(publisher_of_name("2024年度部门决算"), None);
        assert_eq!(publisher_of_name("某某局"), None);
    }
}
