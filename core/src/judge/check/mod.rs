//! One file per demand kind.

mod channels;
pub(crate) mod deadline;
mod fields;
mod listed;
mod order;
mod screen;
pub(crate) mod totals;

pub(super) use screen::Beginnings;

use super::case::{Case, Notebook};
use crate::duty::{Detail, Verdict, demand::Demand};

/// The verdict of a demand on one record.
pub(super) fn check(
    demand: &Demand,
    case: &Case<'_, '_>,
    beginnings: &mut Beginnings,
    notebook: &mut Notebook<'_>,
) -> Verdict {
    match demand {
        Demand::Fields(fields) => fields::check(fields, case, notebook),
        Demand::Deadline(deadline) => deadline::check(deadline, case, notebook),
        Demand::Order(order) => order::check(order, case, notebook),
        Demand::Channels(channels) => channels::check(channels, case, notebook),
        Demand::Listed(listed) => listed::check(listed, case, notebook),
        Demand::Totals(totals) => totals::check(totals, case, notebook),
        Demand::Screen(screen) => screen::check(screen, case, beginnings, notebook),
        Demand::Accounts(_) => notebook.note_whole(Verdict::Undetermined, Detail::NoTables),
        // Rules over many records are closed by the collection.
        Demand::Count(_)
        | Demand::Coverage(_)
        | Demand::Stages(_)
        | Demand::Series(_)
        | Demand::Rollup(_)
        | Demand::Unique(_)
        | Demand::Acyclic(_)
        | Demand::OfMany => {}
    }
    notebook.verdict()
}
