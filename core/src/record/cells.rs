//! The cells of one record, of which only those that were filled take memory and time.

use super::cell::{Cell, Value};
use super::schema::Slot;
use alloc::vec::Vec;

/// The cells of one record, by slot.
#[derive(Debug, Default)]
pub struct Cells<'a> {
    /// For each slot, its place among the filled cells, counted from 1; 0 where nothing was filled in.
    places: Vec<u16>,
    filled: Vec<Cell<'a>>,
    /// The slot of each filled cell.
    slots: Vec<Slot>,
}

impl<'a> Cells<'a> {
    /// The cell of a slot.
    #[inline]
    #[must_use]
    pub fn get(&self, slot: Slot) -> &Cell<'a> {
        let place = self.places.get(usize::from(slot));
        place
            .and_then(|place| self.filled.get(usize::from(place.checked_sub(1)?)))
            .unwrap_or(&Cell::MISSING)
    }

    /// The cells that are filled, by slot.
    pub fn filled(&self) -> impl Iterator<Item = (Slot, &Cell<'a>)> {
        let places = (0..).zip(&self.places);
        places.filter_map(|(slot, place)| {
            let cell = self.filled.get(usize::from(place.checked_sub(1)?))?;
            Some((slot, cell))
        })
    }

    /// The same in the order in which they were filled, at less cost.
    pub fn as_filled(&self) -> impl Iterator<Item = (Slot, &Cell<'a>)> {
        self.slots.iter().copied().zip(&self.filled)
    }

    /// Fills a cell that is not filled yet; says whether it could. A cell that says nothing fills none.
    #[inline]
    pub fn fill(&mut self, slot: Slot, cell: Cell<'a>) -> bool {
        let Some(place) = self.places.get_mut(usize::from(slot)) else {
            return true;
        };
        if cell.value == Value::Missing {
            return true;
        }
        let is_free = *place == 0;
        if is_free {
            self.filled.push(cell);
            self.slots.push(slot);
            *place = u16::try_from(self.filled.len()).unwrap_or_default();
        }
        is_free
    }

    /// No cell filled of so many, in the memory of another record's.
    #[must_use]
    pub fn emptied<'b>(self, count: usize) -> Cells<'b> {
        let Self {
            mut places,
            mut filled,
            mut slots,
        } = self;
        places.clear();
        places.resize(count, 0);
        filled.clear();
        slots.clear();
        // No cell is left to be mapped: the memory changes its lifetime, and stays.
        let filled = filled.into_iter().map(|_| Cell::MISSING).collect();
        Cells {
            places,
            filled,
            slots,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flag(flag: bool) -> Cell<'static> {
        Cell {
            value: Value::Flag(flag),
            ..Cell::MISSING
        }
    }

    #[test]
    fn the_first_cell_that_says_something_stands() {
        let mut cells = Cells::default().emptied(3);
        assert!(cells.fill(1, Cell::MISSING));
        assert!(cells.fill(1, flag(true)));
        assert!(cells.fill(1, Cell::MISSING));
        assert!(!cells.fill(1, flag(false)));
        assert!(cells.fill(0, flag(false)));
        assert_eq!(cells.get(1), &flag(true));
        assert_eq!(cells.get(0), &flag(false));
        assert_eq!(cells.get(2), &Cell::MISSING);
    }

    #[test]
    fn slots_beyond_the_last_stay_empty() {
        let mut cells = Cells::default().emptied(1);
        assert!(cells.fill(7, flag(true)));
        assert_eq!(cells.get(7), &Cell::MISSING);
    }

    #[test]
    fn nothing_is_left_of_the_record_before() {
        let mut cells = Cells::default().emptied(2);
        assert!(cells.fill(0, flag(true)));
        let cells = cells.emptied(2);
        assert_eq!(cells.get(0), &Cell::MISSING);
    }
}
