//! Sorting with one piece of code for all types: what is sorted are places, and then the items are put there.
//!
//! The sort of the standard library is some kilobytes of code for each type and each comparison; a browser
//! waits for them. Where very many numbers are sorted, it is used all the same.

use alloc::vec::Vec;
use core::cmp::Ordering;
use core::mem;

/// Sorts items; those that are equal stay in their order.
pub fn sort<T: Ord>(items: &mut [T]) {
    sort_by(items, T::cmp);
}

/// Sorts items by what a function gives for each.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |one, other| key(one).cmp(&key(other)));
}

/// Sorts items by a comparison.
pub fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    if items.len() < 2 {
        return;
    }
    let of_places = |one: usize, other: usize| match (items.get(one), items.get(other)) {
        (Some(one), Some(other)) => compare(one, other),
        _ => Ordering::Equal,
    };
    let mut places = sorted_places(items.len(), &of_places);
    for start in 0..items.len() {
        let mut place = start;
        while let Some(from) = places.get_mut(place) {
            let from = mem::replace(from, place);
            if from == start {
                break;
            }
            items.swap(place, from);
            place = from;
        }
    }
}

/// For each place, where the item stands that belongs there.
fn sorted_places(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_unstable_by(|one, other| compare(*one, *other).then(one.cmp(other)));
    places
}

#[cfg(test)]
mod tests {
    use super::{sort, sort_by_key};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_sorts_as_the_standard_library_does(mut items: Vec<(u8, u8)>, mut texts: Vec<String>) {
            let (mut by_key, mut by_both, mut sorted) = (items.clone(), items.clone(), texts.clone());
            by_key.sort_by_key(|(key, _)| key % 8);
            sort_by_key(&mut items, |(key, _)| key % 8);
            prop_assert_eq!(&items, &by_key);
            by_both.sort_unstable();
            sort(&mut items);
            prop_assert_eq!(items, by_both);
            sorted.sort();
            sort(&mut texts);
            prop_assert_eq!(texts, sorted);
        }
    }
}
