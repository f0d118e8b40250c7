//! Names in the order in which they mostly come.

use super::Names;
use alloc::vec::Vec;

/// Which name came after which in the records before.
///
/// Records that one program writes have their members in one order, so that a name need not be looked up: it is
/// enough to see that it is the expected one. A name is found wherever it comes.
#[derive(Debug, Default)]
pub struct Habit {
    /// For the beginning of a record, and then for each name by its place, the place of the name after it.
    next: Vec<usize>,
    /// What was found last, counted as in `next`.
    last: usize,
    /// Whether a record came before: one that stays alone would pay for a habit and have nothing of it.
    is_worthwhile: bool,
}

impl Habit {
    /// A record begins.
    pub fn begin(&mut self) {
        self.is_worthwhile |= self.last != 0;
        self.last = 0;
    }
}

impl<S: Copy> Names<S> {
    /// The name that a habit expects next.
    #[inline]
    #[must_use]
    pub fn expected(&self, habit: &Habit) -> Option<&str> {
        let number = *habit.next.get(habit.last)?;
        self.place(number).map(|place| self.name(place))
    }

    /// The slot of the field with the name that a habit expects next, which came.
    #[inline]
    pub fn as_expected(&self, habit: &mut Habit) -> Option<S> {
        let number = *habit.next.get(habit.last)?;
        habit.last = number.wrapping_add(1);
        self.place(number).map(|place| place.slot)
    }

    /// The slot of the field with this name, as [`Self::get`] finds it, which a habit did not expect.
    #[inline(never)]
    pub fn unexpected(&self, habit: &mut Habit, outer: Option<&str>, key: &str) -> Option<S> {
        let number = self.find(outer, key)?;
        if habit.is_worthwhile {
            habit.next.resize(self.places.len().wrapping_add(1), 0);
        }
        if let Some(next) = habit.next.get_mut(habit.last) {
            *next = number;
        }
        habit.last = number.wrapping_add(1);
        self.place(number).map(|place| place.slot)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const NAMES: [&str; 5] = ["a", "b", "a.b", "文号", "b.a"];

    /// The slot of a name as a reader asks for it.
    fn slot(names: &Names, habit: &mut Habit, name: &str) -> Option<u16> {
        if names.expected(habit) == Some(name) {
            return names.as_expected(habit);
        }
        match name.split_once('.') {
            Some((outer, key)) => names.unexpected(habit, Some(outer), key),
            None => names.unexpected(habit, None, name),
        }
    }

    #[test]
    fn what_came_after_the_first_record_is_expected_again() {
        let names = Names::build(NAMES.into_iter().zip(0..)).unwrap();
        let mut habit = Habit::default();
        for expected in [None, None, Some("文号")] {
            habit.begin();
            assert_eq!(names.expected(&habit), expected);
            assert_eq!(slot(&names, &mut habit, "文号"), Some(3));
            assert_eq!(slot(&names, &mut habit, "unknown"), None);
            assert_eq!(slot(&names, &mut habit, "a.b"), Some(2));
        }
    }

    proptest! {
        #[test]
        fn a_name_is_found_whatever_came_before(
            records in prop::collection::vec(prop::collection::vec(0..6_usize, 0..8), 0..6),
        ) {
            let names = Names::build(NAMES.into_iter().zip(0..)).unwrap();
            let mut habit = Habit::default();
            for record in records {
                habit.begin();
                for number in record {
                    let name = NAMES.get(number).unwrap_or(&"b.b");
                    let expected = u16::try_from(number).ok().filter(|number| *number < 5);
                    prop_assert_eq!(slot(&names, &mut habit, name), expected);
                }
            }
        }
    }
}
