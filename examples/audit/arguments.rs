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
    /// The day of judgement; today if not given.
    pub(crate) as_of: Option<Day>,
    pub(crate) profile: Option<String>,
    /// The day up to which notices of holidays are known.
    pub(crate) known_at: Option<Day>,
    /// Files of lists that come with the request, each named by its list, or folders of them.
    pub(crate) supply: Vec<String>,
    /// Files of packs from outside.
    pub(crate) packs: Vec<String>,
    pub(crate) out: Option<PathBuf>,
    pub(crate) encoding: Option<&'static Encoding>,
    pub(crate) sheet: Option<String>,
    pub(crate) limit: usize,
    pub(crate) quiet: bool,
    pub(crate) task: Task,
}

/// What is to be done with the files.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Task {
    #[default]
    Judge,
    /// Only say how the tables are read.
    Columns,
    /// Only say what can be judged.
    List,
    Help,
}

/// Shown by `--help`.
pub(crate) const HELP: &str = "\
audit: 逐条评判公开信息表格 | judges tables of published records

用法 usage: audit FILES… [选项 options]
  FILES               CSV, TSV, xlsx, xls, JSON(逐行或数组 lines or array);- 为标准输入 for stdin
                      文件夹即其中全部文件 | a folder stands for the files in it
                      同一文件夹、年度的预算或决算各表及说明(xlsx、CSV、HTML、txt、JSON)合为一份评判
                      | the tables and texts of one budget or account are judged as one
  --kind KIND         信息种类，不给则按类别列、文件名或表头判断 | kind of record; told from a column
                      of kinds, the name of the file or the headings if absent
  --as-of YYYY-MM-DD  评判基准日，默认今天（北京时间）| day of judgement, default today (UTC+8)
  --profile ID        地方或单位口径 | profile of a place or office
  --known-at DAY      只知道这一天及以前公布的放假通知 | know only holiday notices up to this day
  --packs FILE        另加规则包文件(TOML 或 JSON),可重复 | add a pack from outside; may be repeated
  --supply PATH       随请求提供的清单(代码,名称),文件名即清单标识 | a list of code,name; or a folder of them
  --out DIR           写出 findings.csv, findings.json, report.html | writes these three files
  --encoding NAME     utf-8, gb18030, utf-16le …;默认自动识别 | found automatically if absent
  --sheet NAME        只读这个工作表 | read only this sheet
  --limit-findings N  最多保存的问题数，默认 10000，总数仍准确 | findings kept; totals stay exact
  --columns           只报告表格怎样读取 | only say how the tables are read
  --list              列出口径、信息种类和规则 | list profiles, kinds of record and rules
  --quiet             不打印摘要与进度 | print no summary and no progress
  --help              本说明 | this text

退出码 exit status:
  0 全部符合、未到期或不适用 all met, pending or not applicable
  1 有不符合或无法判定 something is breached or undetermined
  2 有文件或行未能评判 a file or row could not be judged
findings.csv 中以 = + - @ 开头的单元格前加了撇号，防止被表格软件当作公式执行。
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
                Short('h') | Long("help") => read.task = Task::Help,
                Long(_) => read.option(&word_of(&word), &mut parser)?,
                Short(_) => return Err(word.unexpected()),
            }
        }
        if read.files.is_empty() && !matches!(read.task, Task::Help | Task::List) {
            return Err("没有给出文件 | no file was named".into());
        }
        Ok(read)
    }

    fn option(&mut self, name: &str, parser: &mut lexopt::Parser) -> Result<(), lexopt::Error> {
        match name {
            "quiet" => self.quiet = true,
            "columns" => self.task = Task::Columns,
            "list" => self.task = Task::List,
            "known-at" => self.known_at = Some(parser.value()?.parse_with(day)?),
            "supply" => self.supply.push(parser.value()?.string()?),
            "packs" => self.packs.push(parser.value()?.string()?),
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

fn day(text: &str) -> Result<Day, &'static str> {
    Day::parse_iso(text).ok_or("日期应为 YYYY-MM-DD | the day must be YYYY-MM-DD")
}

/// Today in China, which keeps one time (UTC+8) all year.
#[expect(
    clippy::disallowed_methods,
    reason = "the one place of the program with a clock: the default of --as-of"
)]
pub(crate) fn today() -> Option<Day> {
    const FIRST_OF_1970: i32 = 719_163;
    let seconds = std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .ok()?
        .as_secs()
        .checked_add(8 * 3600)?;
    let days = i32::try_from(seconds / 86_400).ok()?;
    Some(Day::from_number(FIRST_OF_1970).plus(days))
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
        assert_eq!(read.as_of, Day::of(2017, 1, 1));
        assert_eq!(read.encoding.map(Encoding::name), Some("GBK"));
        assert_eq!((read.limit, read.quiet, read.task), (5, true, Task::Judge));
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
        assert!(today().is_some_and(|today| today > Day::from_number(730_000)));
    }
}
