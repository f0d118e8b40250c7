//! Whole days counted in a bounded number of places; median and percentiles without keeping the values.

/// Counts of 0, 1, 2 … days; everything above the last place is counted there.
#[derive(Debug, Clone)]
pub(crate) struct Histogram {
    counts: Vec<u64>,
    total: u64,
}

/// The last place: about four years of working days.
const LAST: u32 = 1_000;

impl Default for Histogram {
    fn default() -> Self {
        let places = usize::try_from(LAST).unwrap_or(0).saturating_add(1);
        Self {
            counts: vec![0; places],
            total: 0,
        }
    }
}

impl Histogram {
    pub(crate) fn add(&mut self, days: u32) {
        let place = usize::try_from(days.min(LAST)).unwrap_or(0);
        if let Some(count) = self.counts.get_mut(place) {
            *count = count.saturating_add(1);
            self.total = self.total.saturating_add(1);
        }
    }

    pub(crate) fn total(&self) -> u64 {
        self.total
    }

    /// The smallest number of days that at least this many in a hundred do not exceed.
    pub(crate) fn percentile(&self, percent: u64) -> Option<u32> {
        let wanted = self.total.saturating_mul(percent).div_ceil(100).max(1);
        let mut seen = 0_u64;
        let place = self.counts.iter().position(|count| {
            seen = seen.saturating_add(*count);
            seen >= wanted
        })?;
        u32::try_from(place).ok()
    }

    /// Counts between two numbers of days, both included; the last place stands for all above.
    pub(crate) fn between(&self, from: u32, to: u32) -> u64 {
        let from = usize::try_from(from).unwrap_or(usize::MAX);
        let to = usize::try_from(to).unwrap_or(usize::MAX);
        let counts = self.counts.iter().enumerate();
        let inside = counts.filter(|(days, _)| *days >= from && *days <= to);
        inside.fold(0, |sum, (_, count)| sum.saturating_add(*count))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_those_of_the_sorted_list() {
        let mut histogram = Histogram::default();
        assert_eq!(histogram.percentile(50), None);
        for days in [1, 1, 2, 3, 50_000] {
            histogram.add(days);
        }
        assert_eq!(histogram.percentile(50), Some(2));
        assert_eq!(histogram.percentile(60), Some(2));
        assert_eq!(histogram.percentile(61), Some(3));
        assert_eq!(histogram.percentile(95), Some(LAST));
        assert_eq!(histogram.between(1, 2), 3);
        assert_eq!(histogram.between(4, u32::MAX), 1);
        assert_eq!(histogram.total(), 5);
    }
}
