//! The report as one page that needs nothing else: works offline, prints, and runs nothing from a cell.

mod accounts;
mod charts;
mod clauses;
mod scores;
mod sections;

use super::Report;
use std::fmt;
use std::io::{self, Write};

const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("script.js");

/// Writes the page.
///
/// # Errors
///
/// What the writer says.
pub(super) fn write(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    write!(
        out,
        "<!doctype html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
         style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>公开信息评判报告 · {}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n",
        Escaped(&report.identity.as_of)
    )?;
    sections::head(report, out)?;
    sections::tiles(report, out)?;
    scores::scores(report, out)?;
    clauses::clauses(report, out)?;
    accounts::accounts(report, out)?;
    charts::verdicts(report, out)?;
    charts::delays(report, out)?;
    charts::coverage(report, out)?;
    sections::sources(report, out)?;
    sections::findings(report, out)?;
    sections::foot(report, out)?;
    write!(out, "<script>\n{SCRIPT}</script>\n</body>\n</html>\n")
}

/// A text that means nothing to a browser.
struct Escaped<T>(T);

impl<T: AsRef<str>> fmt::Display for Escaped<T> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for sign in self.0.as_ref().chars() {
            match sign {
                '&' => out.write_str("&amp;")?,
                '<' => out.write_str("&lt;")?,
                '>' => out.write_str("&gt;")?,
                '"' => out.write_str("&quot;")?,
                '\'' => out.write_str("&#39;")?,
                // Direction marks could show a text in another order than it is written.
                '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => out.write_str("\u{FFFD}")?,
                sign if sign.is_control() && sign != '\n' && sign != '\t' => {
                    out.write_str("\u{FFFD}")?;
                }
                sign => fmt::Write::write_char(out, sign)?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{HOSTILE, with_report};
    use super::*;

    fn page() -> String {
        let mut out = Vec::new();
        with_report(|report| write(report, &mut out).expect("writes"));
        String::from_utf8(out).expect("UTF-8")
    }

    #[test]
    fn a_hostile_cell_is_only_text() {
        let page = page();
        assert!(!page.contains(HOSTILE));
        assert!(!page.contains("<img"));
        assert!(page.contains("&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;"));
        assert_eq!(page.matches("</script>").count(), 1);
    }

    #[test]
    fn the_page_needs_nothing_from_outside() {
        let page = page();
        for outside in ["http://", "https://", "src=\"", "@import", "url("] {
            assert!(!page.contains(outside), "{outside}");
        }
        assert!(page.contains("default-src 'none'"));
    }

    #[test]
    fn control_and_direction_marks_do_not_reach_the_page() {
        assert_eq!(
            Escaped("a\u{1B}b\u{202E}c").to_string(),
            "a\u{FFFD}b\u{FFFD}c"
        );
    }
}
