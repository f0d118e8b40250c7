//! The five answers a rule can give about a record.

use crate::written::table;
use serde::Serialize;

/// What a rule says about a record. Later variants outweigh earlier ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// The duty does not exist for this record.
    NotApplicable,
    /// The duty is met.
    Met,
    /// The due day is still to come.
    Pending,
    /// Something needed is missing or not published yet.
    Undetermined,
    /// The duty is not met.
    Breached,
}

impl Verdict {
    /// All verdicts, lightest first.
    pub const ALL: [Self; 5] = [
        Self::NotApplicable,
        Self::Met,
        Self::Pending,
        Self::Undetermined,
        Self::Breached,
    ];

    /// The name carried by every door.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::NotApplicable => "not_applicable",
            Self::Met => "met",
            Self::Pending => "pending",
            Self::Undetermined => "undetermined",
            Self::Breached => "breached",
        }
    }

    /// Chinese name.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::NotApplicable => "不适用",
            Self::Met => "符合",
            Self::Pending => "未到期",
            Self::Undetermined => "无法判定",
            Self::Breached => "不符合",
        }
    }
}

/// How many rules gave each verdict.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// Duties met.
    pub met: u64,
    /// Duties not met.
    pub breached: u64,
    /// Due days still to come.
    pub pending: u64,
    /// Duties that could not be judged.
    pub undetermined: u64,
    /// Duties that do not exist for the record.
    pub not_applicable: u64,
}

table!(Tally {
    met: needed,
    breached: needed,
    pending: needed,
    undetermined: needed,
    not_applicable: needed,
});

impl Tally {
    /// Counts one verdict.
    pub const fn count(&mut self, verdict: Verdict) {
        self.count_many(verdict, 1);
    }

    /// Counts a verdict of several records.
    pub const fn count_many(&mut self, verdict: Verdict, count: u64) {
        let cell = match verdict {
            Verdict::NotApplicable => &mut self.not_applicable,
            Verdict::Met => &mut self.met,
            Verdict::Pending => &mut self.pending,
            Verdict::Undetermined => &mut self.undetermined,
            Verdict::Breached => &mut self.breached,
        };
        *cell = cell.saturating_add(count);
    }

    /// Both together.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self {
            met: self.met.saturating_add(other.met),
            breached: self.breached.saturating_add(other.breached),
            pending: self.pending.saturating_add(other.pending),
            undetermined: self.undetermined.saturating_add(other.undetermined),
            not_applicable: self.not_applicable.saturating_add(other.not_applicable),
        }
    }

    /// The heaviest verdict counted; `NotApplicable` if there was none.
    #[must_use]
    pub const fn overall(&self) -> Verdict {
        if self.breached > 0 {
            Verdict::Breached
        } else if self.undetermined > 0 {
            Verdict::Undetermined
        } else if self.pending > 0 {
            Verdict::Pending
        } else if self.met > 0 {
            Verdict::Met
        } else {
            Verdict::NotApplicable
        }
    }
}
