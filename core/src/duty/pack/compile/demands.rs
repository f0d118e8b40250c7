//! Each demand table to its resolved form.

mod accounts;
mod acyclic;
mod channels;
mod count;
mod coverage;
mod deadline;
mod fields;
mod link;
mod listed;
mod order;
mod rollup;
mod screen;
mod series;
mod stages;
mod totals;
mod unique;

use crate::duty::demand::Demand;
use crate::duty::pack::scope::Scope;
use crate::duty::source::Table;
use crate::error::ErrorCode;
use crate::words::Term;
use alloc::{boxed::Box, format};

impl Scope<'_> {
    /// The demand of a rule.
    pub(super) fn demand(&mut self, table: Table<'_>) -> Option<Demand> {
        if self.programs.one_by_one() {
            return self.demand_of_one(table);
        }
        Some(match table {
            Table::Count(count) => Demand::Count(self.count(count)?),
            Table::Coverage(coverage) => Demand::Coverage(self.coverage(coverage)?),
            Table::Stages(stages) => Demand::Stages(self.stages(stages)?),
            Table::Series(series) => Demand::Series(self.series(series)?),
            Table::Rollup(rollup) => Demand::Rollup(self.rollup(rollup)?),
            Table::Unique(unique) => Demand::Unique(self.unique(unique)),
            Table::Acyclic(acyclic) => Demand::Acyclic(self.acyclic(acyclic)?),
            Table::Accounts(accounts) => Demand::Accounts(Box::new(self.accounts(accounts))),
            Table::Fields(_)
            | Table::Deadline(_)
            | Table::Order(_)
            | Table::Channels(_)
            | Table::Listed(_)
            | Table::Totals(_)
            | Table::Screen(_) => self.demand_of_one(table)?,
        })
    }

    /// The same, of many records and of tables knowing only that it is.
    fn demand_of_one(&mut self, table: Table<'_>) -> Option<Demand> {
        Some(match table {
            Table::Fields(fields) => Demand::Fields(self.fields(fields)),
            Table::Deadline(deadline) => Demand::Deadline(self.deadline(deadline)?),
            Table::Order(order) => Demand::Order(self.order(order)),
            Table::Channels(channels) => Demand::Channels(self.channels(channels)?),
            Table::Listed(listed) => Demand::Listed(self.listed(listed)?),
            Table::Totals(totals) => Demand::Totals(self.totals(totals)),
            Table::Screen(screen) => Demand::Screen(self.screen(screen)),
            Table::Accounts(_) => Demand::Accounts(Box::default()),
            Table::Count(_)
            | Table::Coverage(_)
            | Table::Stages(_)
            | Table::Series(_)
            | Table::Rollup(_)
            | Table::Unique(_)
            | Table::Acyclic(_) => Demand::OfMany,
        })
    }

    /// A term that several kinds of demand may name.
    fn term(&mut self, text: &str) -> Option<Term> {
        let term = Term::parse(text);
        if term.is_err() {
            self.trouble(
                ErrorCode::PackValue,
                text,
                &format!("`{text}` is not a term"),
            );
        }
        term.ok()
    }
}
