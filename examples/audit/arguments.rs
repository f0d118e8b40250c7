//! The command line.

use encoding_rs::Encoding;
use gongkai::words::Day;
use lexopt::prelude::{Long, Short, Value, ValueExt};
use std::ffi::OsString;
use std::path::PathBuf;

/// What the person at the keyboard asks for.
#[derive(Debug, Default)]
pub(crate) struct Arguments {
    pub(crate) files: Vec<String>,
    pub(crate) kind: Option<String>,
    /// The day of judgement, `YYYY-MM-DD`; today if not given.
    pub(crate) as_of: Option<String>,
    pub(crate) profile: Option<String>,
    pub(crate) out: Option<PathBuf>,
    pub(crate) encoding: Option<&'static Encoding>,
    pub(crate) sheet: Option<String>,
    pub(crate) limit: usize,
    pub(crate) quiet: bool,
    /// Only say how the tables were read.
    pub(crate) columns: bool,
    pub(crate) help: bool,
}

/// Shown by `--help`.
pub(crate) const HELP: &str = "\
audit: 逐条评判公开信息表格 | judges tables of published records

用法 usage: audit FILES… [选项 options]
  FILES               CSV, TSV, xlsx, xls, JSON(逐行或数组 lines or array);- 为标准输入 for stdin
  --kind KIND         信息种类,不给则按表头判断 | kind of record; told from the headings if absent
  --as-of YYYY-MM-DD  评判基准日,默认今天(北京时间)| day of judgement, default today (UTC+8)
  --profile ID        地方或单位口径 | profile of a place or office
  --out DIR           写出 findings.csv, findings.json, report.html | writes these three files
  --encoding NAME     utf-8, gb18030, utf-16le …;默认自动识别 | found automatically if absent
  --sheet NAME        只读这个工作表 | read only this sheet
  --limit-findings N  最多保存的问题数,默认 10000,总数仍准确 | findings kept; totals stay exact
  --columns           只报告表格怎样读取 | only say how the tables are read
  --quiet             不打印摘要与进度 | print no summary and no progress
  --help              本说明 | this text

退出码 exit status: 0 无问题 clean · 1 有问题 findings · 2 有失败 failures
findings.csv 中以 = + - @ 开头的单元格前加了撇号,防止被表格软件当作公式执行。
Cells of findings.csv that begin with = + - @ carry a leading apostrophe, so that no spreadsheet runs them.
";

const LIMIT: usize = 10_000;

impl Arguments {
    /// Reads the command line of this process.
    ///
    /// # Errors
    ///
    /// A sentence for the person who typed it.
    pub(crate) fn read(
        words: impl IntoIterator<Item = impl Into<OsString>>,
    ) -> Result<Self, lexopt::Error> {
        let mut parser = lexopt::Parser::from_args(words);
        let mut read = Self {
            limit: LIMIT,
            ..Self::default()
        };
        while let Some(word) = parser.next()? {
            match word {
                Value(file) => read.files.push(file.string()?),
                Short('h') | Long("help") => read.help = true,
                Long(_) => read.option(&word_of(&word), &mut parser)?,
                Short(_) => return Err(word.unexpected()),
            }
        }
        if read.files.is_empty() && !read.help {
            return Err("没有给出文件 | no file was named".into());
        }
        Ok(read)
    }

    fn option(&mut self, name: &str, parser: &mut lexopt::Parser) -> Result<(), lexopt::Error> {
        match name {
            "quiet" => self.quiet = true,
            "columns" => self.columns = true,
            "kind" => self.kind = Some(parser.value()?.string()?),
            "profile" => self.profile = Some(parser.value()?.string()?),
            "sheet" => self.sheet = Some(parser.value()?.string()?),
            "out" => self.out = Some(parser.value()?.into()),
            "as-of" => self.as_of = Some(parser.value()?.parse_with(day)?),
            "encoding" => self.encoding = Some(parser.value()?.parse_with(encoding)?),
            "limit-findings" => self.limit = parser.value()?.parse()?,
            other => return Err(Long(other).unexpected()),
        }
        Ok(())
    }
}

fn word_of(word: &lexopt::Arg<'_>) -> String {
    match word {
        Long(name) => (*name).to_owned(),
        Short(_) | Value(_) => String::new(),
    }
}

fn encoding(label: &str) -> Result<&'static Encoding, &'static str> {
    Encoding::for_label(label.as_bytes()).ok_or("没有这种编码 | no such encoding")
}

fn day(text: &str) -> Result<String, &'static str> {
    const WRONG: &str = "日期应为 YYYY-MM-DD | the day must be YYYY-MM-DD";
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts.as_slice() else {
        return Err(WRONG);
    };
    if (year.len(), month.len(), day.len()) != (4, 2, 2) {
        return Err(WRONG);
    }
    let (Ok(year), Ok(month), Ok(day)) = (year.parse(), month.parse(), day.parse()) else {
        return Err(WRONG);
    };
    Day::of(year, month, day)
        .map(|_| text.to_owned())
        .ok_or(WRONG)
}

/// Today in China, which keeps one time (UTC+8) all year.
#[expect(
    clippy::disallowed_methods,
    reason = "the one place of the program with a clock: the default of --as-of"
)]
pub(crate) fn today() -> Option<String> {
    const FIRST_OF_1970: i32 = 719_163;
    let seconds = std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .ok()?
        .as_secs()
        .checked_add(8 * 3600)?;
    let days = i32::try_from(seconds / 86_400).ok()?;
    let (year, month, day) = Day::from_number(FIRST_OF_1970).plus(days).parts()?;
    Some(format!("{year:04}-{month:02}-{day:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_and_files_come_in_any_order() {
        let read = Arguments::read([
            "a.csv",
            "--kind",
            "administrative-license",
            "-",
            "--as-of=2017-01-01",
            "--encoding",
            "gbk",
            "--limit-findings",
            "5",
            "--out",
            "o",
            "--quiet",
        ])
        .expect("reads");
        assert_eq!(read.files, ["a.csv", "-"]);
        assert_eq!(read.as_of.as_deref(), Some("2017-01-01"));
        assert_eq!(read.encoding.map(Encoding::name), Some("GBK"));
        assert_eq!((read.limit, read.quiet, read.columns), (5, true, false));
    }

    #[test]
    fn what_cannot_be_meant_is_refused() {
        for words in [
            &["--as-of", "2017-02-30", "a"][..],
            &["--as-of", "2017-1-3", "a"],
            &["--encoding", "pinyin", "a"],
            &["--nonsense", "a"],
            &["--quiet"],
        ] {
            assert!(Arguments::read(words.iter()).is_err(), "{words:?}");
        }
    }

    #[test]
    fn today_is_a_day() {
        assert!(day(&today().expect("a clock")).is_ok());
    }
}
