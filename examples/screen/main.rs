//! Looks through documents before they are published: text, HTML, DOCX, PDF and workbooks.
//!
//! `cargo run --release --example screen -- FILES… [--as-of YYYY-MM-DD] [--audience NAME] [--mask]`

mod document;
mod pdf;
#[path = "../pdf/mod.rs"]
mod pdf_reader;

use document::Document;
use gongkai::screen::{Hit, Look, Masked, PUBLIC, mask, mask_page};
use gongkai::words::Day;
use gongkai::{Engine, report};
use lexopt::prelude::{Long, Short, Value, ValueExt};
use std::error::Error;
use std::io::{self, Write};
use std::process::ExitCode;

/// Shown by `--help`.
const HELP: &str = "\
screen: 公开前筛查文件 | looks through documents before they are published

用法 usage: screen FILES… [选项 options]
  FILES               文本、HTML、DOCX、PDF、xlsx、xls、ods | text, HTML, DOCX, PDF, workbooks
  --as-of YYYY-MM-DD  公开日期 | the day of publication
  --audience NAME     受众,默认 public;报送信用平台为 credit-platform | to whom it goes out
  --mask              写出遮盖后的文本 | write the masked text instead of what was found

退出状态 exit status: 0 未发现 nothing found, 1 有发现 something found, 2 有文件未能读取 a file could not be read
";

/// What the person at the keyboard asks for.
struct Asked {
    files: Vec<String>,
    day: Day,
    audience: String,
    mask: bool,
}

fn main() -> ExitCode {
    match work() {
        Ok(status) => ExitCode::from(status),
        Err(error) => {
            // A terminal that is gone must not change the exit status.
            let _ = writeln!(io::stderr(), "screen: {error}");
            ExitCode::from(2)
        }
    }
}

fn work() -> Result<u8, Box<dyn Error>> {
    let mut out = io::stdout().lock();
    let Some(asked) = read()? else {
        out.write_all(HELP.as_bytes())?;
        return Ok(0);
    };
    let engine = Engine::builder().build()?;
    let mut status = 0;
    for file in &asked.files {
        let found = match Document::read(file) {
            Ok(document) => one(&engine, &asked, file, &document, &mut out)?,
            Err(error) => {
                writeln!(io::stderr(), "{file}: {error}")?;
                2
            }
        };
        status = status.max(found);
    }
    Ok(status)
}

fn read() -> Result<Option<Asked>, Box<dyn Error>> {
    let mut asked = Asked {
        files: Vec::new(),
        day: Day::of(2026, 1, 1).ok_or("a day")?,
        audience: PUBLIC.to_owned(),
        mask: false,
    };
    let (mut dated, mut arguments) = (false, lexopt::Parser::from_env());
    while let Some(argument) = arguments.next()? {
        match argument {
            Value(file) => asked.files.push(file.string()?),
            Long("as-of") => {
                let day = arguments.value()?.string()?;
                asked.day = Day::parse_iso(&day).ok_or("--as-of is not a day")?;
                dated = true;
            }
            Long("audience") => asked.audience = arguments.value()?.string()?,
            Long("mask") => asked.mask = true,
            Long("help") => return Ok(None),
            Long(_) | Short(_) => return Err("unknown option; --help lists those there are".into()),
        }
    }
    if asked.files.is_empty() {
        return Ok(None);
    }
    if !dated {
        return Err("give the day of publication: --as-of YYYY-MM-DD".into());
    }
    Ok(Some(asked))
}

fn one(
    engine: &Engine,
    asked: &Asked,
    file: &str,
    document: &Document,
    out: &mut impl Write,
) -> io::Result<u8> {
    let screen = engine.law().screening.screen();
    let look = Look {
        day: asked.day,
        audience: &asked.audience,
        chosen: None,
    };
    if asked.mask {
        let Masked { text, left, .. } = match document {
            Document::Page(html) => mask_page(screen, html, &look),
            Document::Text(text) => mask(screen, text, &look),
        };
        out.write_all(text.as_bytes())?;
        return Ok(u8::from(!left.is_empty()));
    }
    let hits = match document {
        Document::Page(html) => screen.find_in_page(html, &look),
        Document::Text(text) => screen.find(text, &look),
    };
    for hit in &hits {
        say(engine, file, document.text(), hit, out)?;
    }
    Ok(u8::from(!hits.is_empty()))
}

/// Says where a hit stands, what it is, and on which ground; never what a personal value is.
fn say(engine: &Engine, file: &str, text: &str, hit: &Hit, out: &mut impl Write) -> io::Result<()> {
    let Some((_, entry)) = engine.law().screening.entry(hit.entry) else {
        return Ok(());
    };
    let before = text.get(..hit.start).unwrap_or("");
    let line = before.matches('\n').count().saturating_add(1);
    let column = before
        .chars()
        .rev()
        .take_while(|c| *c != '\n')
        .count()
        .saturating_add(1);
    let masked = engine.law().screening.screen().masks(hit.entry) && entry.ground.is_some();
    let written = text.get(hit.start..hit.end).filter(|_| !masked);
    let written = written.map_or_else(String::new, |text| {
        format!(" “{}”", report::mask::public(text))
    });
    let doubt = if hit.mention { " ?" } else { "" };
    let hidden = if hit.hidden { " (隐藏 hidden)" } else { "" };
    writeln!(
        out,
        "{file}:{line}:{column}: {}{doubt}{hidden}{written}",
        entry.matter.zh
    )?;
    writeln!(out, "    {}", entry.matter.en)?;
    writeln!(out, "    {}", entry.basis)
}
