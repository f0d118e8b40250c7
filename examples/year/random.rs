//! Numbers that look random and are the same for the same name: each value of each record has its own.

/// A stream of numbers (`SplitMix64`).
#[derive(Debug, Clone)]
pub(crate) struct Random(u64);

impl Random {
    /// The stream of a name under a seed: another field or record never shifts it.
    pub(crate) fn named(seed: u64, name: &str) -> Self {
        let mut random = Self(seed);
        for byte in name.bytes() {
            random.0 = random.0.wrapping_add(u64::from(byte));
            random.0 = random.next();
        }
        random
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from `low` to `high`, both included.
    pub(crate) fn between(&mut self, low: i64, high: i64) -> i64 {
        let width = high.saturating_sub(low).unsigned_abs().saturating_add(1);
        let step = self.next().checked_rem(width).unwrap_or(0);
        low.saturating_add(i64::try_from(step).unwrap_or(0))
    }

    /// One of some things.
    pub(crate) fn pick<'t, T>(&mut self, things: &'t [T]) -> Option<&'t T> {
        let last = i64::try_from(things.len()).ok()?.checked_sub(1)?;
        things.get(usize::try_from(self.between(0, last.max(0))).ok()?)
    }

    /// Some things in another order.
    pub(crate) fn shuffle<T>(&mut self, things: &mut [T]) {
        for end in (1..things.len()).rev() {
            let at = self.between(0, i64::try_from(end).unwrap_or(0));
            things.swap(end, usize::try_from(at).unwrap_or(0));
        }
    }
}
