//! The records of the spec pages, each under the engine its page names.

use crate::case::{Case, Cases};
use std::io;
use std::path::Path;

/// Adds every record of every page that is of the kind its case names.
pub(crate) fn add(folder: &Path, cases: &mut Cases) -> io::Result<()> {
    for case in gongkai_pages::all(folder)?
        .into_iter()
        .flat_map(|page| page.cases)
    {
        let claim = case.claim;
        let known_at = claim
            .known_at
            .map_or_else(String::new, |day| format!(", \"known_at\": \"{day}\""));
        let options = format!("{{\"profile\": \"{}\"{known_at}}}", claim.profile);
        for (kind, record) in case.records {
            if kind == claim.kind {
                let engine = cases.engine(options.clone());
                cases.push(Case {
                    engine,
                    function: "check_record",
                    kind,
                    as_of: claim.as_of.to_string(),
                    payload: record.replace('\n', ""),
                });
            }
        }
    }
    Ok(())
}
