//! The rows of a table: their keys, their amounts, their place in the tree.

use super::find::Found;
use super::{Document, Forms};
use crate::record::accounts::doubt::Doubt;
use crate::record::accounts::heading::Block;
use crate::record::accounts::held::{Held, is_number};
use crate::record::accounts::row::{LINES, Lookup, Named, TOTAL, UNNAMED, named};
use crate::record::accounts::sheet::{Place, Sheet, index, text};
use crate::record::accounts::statement::{Row, Statement};
use crate::record::accounts::template::Template;
use crate::words::amount::Unit;
use crate::words::normalize::trim;
use alloc::{string::String, vec::Vec};

/// Reads a table into its statement.
pub(super) fn table<'a>(
    forms: &Forms,
    sheet: &'a Sheet<'a>,
    found: &Found,
    document: &mut Document<'a>,
) {
    let at = Place {
        sheet: index(found.sheet),
        row: index(found.rows.0),
        column: 0,
    };
    let Some((number, template)) = found
        .template
        .and_then(|number| Some((number, forms.templates.get(number)?)))
    else {
        document.leave(found, at);
        return;
    };
    let mut statement = document.begun((number, template), at, sheet.page);
    statement.unit = statement.unit.or(found.unit);
    document.doubts.extend(strange(sheet, found, at));
    let empty = Vec::new();
    let lookup = Lookup {
        lines: forms.named.get(number).unwrap_or(&empty),
        all: &forms.lines,
        classification: forms.classification(template),
    };
    let mut filling = Filling {
        sheet,
        number: index(found.sheet),
        lookup,
        statement: &mut statement,
        doubts: &mut document.doubts,
    };
    let rows = found.rows.1.saturating_sub(found.rows.0);
    filling.reserve(rows.saturating_mul(found.layout.blocks.len()));
    for row in found.rows.0..found.rows.1 {
        for block in &found.layout.blocks {
            filling.row(row, block);
        }
    }
    document.statements.push(statement);
}

// Columns with amounts under headings that the template does not have.
fn strange(sheet: &Sheet<'_>, found: &Found, at: Place) -> Vec<Doubt> {
    let filled = |column: usize| {
        let mut rows = found.rows.0..found.rows.1;
        rows.any(|row| is_number(trim(sheet.cell(row, column))))
    };
    let columns = found.layout.unknown.iter();
    let columns = columns.filter(|column| filled(**column));
    let place = |column: &usize| Place {
        row: at.row.saturating_sub(1),
        column: index(*column),
        ..at
    };
    columns.map(|column| Doubt::Column(place(column))).collect()
}

impl<'a> Document<'a> {
    // Leaves the rows of a table aside that is none of the templates.
    fn leave(&mut self, found: &Found, at: Place) {
        if !found.like.is_empty() {
            let like = found.like.clone();
            self.doubts.push(Doubt::Table { at, like });
        }
        let rows = index(found.rows.1.saturating_sub(found.rows.0));
        self.aside = self.aside.saturating_add(rows);
    }

    // Takes out the statement of a template, or begins it.
    fn begun(
        &mut self,
        (number, template): (usize, &Template),
        at: Place,
        page: Option<u32>,
    ) -> Statement<'a> {
        let mut known = self.statements.iter();
        match known.position(|own| own.template == number) {
            Some(place) => self.statements.swap_remove(place),
            None => Statement {
                template: number,
                at,
                page,
                width: template.column.len(),
                stands: alloc::vec![false; template.column.len()],
                leveled: true,
                coded: template.codes.is_some(),
                ..Statement::default()
            },
        }
    }
}

struct Filling<'f, 'a> {
    sheet: &'a Sheet<'a>,
    number: u32,
    lookup: Lookup<'f>,
    statement: &'f mut Statement<'a>,
    doubts: &'f mut Vec<Doubt>,
}

impl<'a> Filling<'_, 'a> {
    fn reserve(&mut self, rows: usize) {
        let cells = rows.saturating_mul(self.statement.width);
        self.statement.rows.reserve(rows);
        self.statement.cells.reserve(cells);
        self.statement.columns.reserve(cells);
    }

    fn row(&mut self, row: usize, block: &Block) {
        let column = block.name.or_else(|| block.codes.first().copied());
        let place = Place {
            sheet: self.number,
            row: index(row),
            column: index(column.unwrap_or(0)),
        };
        if let Some((key, level, name)) = self.identity(row, block, place) {
            let read = Row {
                key,
                name,
                level,
                parent: None,
                has_parts: false,
                repeated: false,
                place,
            };
            self.push(read, row, block);
        }
    }

    // Which row it is: its key, its level and its name; nothing where it holds no amounts of its own.
    fn identity(&mut self, row: usize, block: &Block, place: Place) -> Option<(u32, u8, &'a str)> {
        let column = block.codes.first();
        let at = Place {
            column: column.map_or(place.column, |column| index(*column)),
            ..place
        };
        match named(self.sheet.row(row), block, self.lookup) {
            // A table of amounts alone has one row.
            Named::Nothing if block.codes.is_empty() && block.name.is_none() => {
                return Some((TOTAL, 0, ""));
            }
            Named::Nothing => self.nameless(row, block, place),
            Named::Aside => self.note(row),
            Named::Code {
                code,
                level,
                lost,
                name,
            } => {
                if lost {
                    self.doubts.push(Doubt::LostZero(at));
                }
                return Some((code, level, name));
            }
            Named::NoCode { parts, name } => {
                self.doubts.push(Doubt::Code(at));
                let (key, level) = self.mended(parts);
                return Some((key, level, name));
            }
            Named::Line { line, former, name } => {
                return Some(self.line((line, former), name, place));
            }
            Named::Name { name, indent } => match self.unnamed(row, block, (name, indent)) {
                Some((key, level)) => return Some((key, level, name)),
                None => self.note(row),
            },
        }
        None
    }

    // A row of amounts that nothing names.
    fn nameless(&mut self, row: usize, block: &Block, place: Place) {
        let filled = block
            .amounts
            .iter()
            .any(|(column, _)| Held::read(self.sheet.cell(row, *column), Unit::Yuan).is_some());
        if filled {
            self.doubts.push(Doubt::Line(place));
        }
    }

    fn note(&mut self, row: usize) {
        self.statement.skipped = self.statement.skipped.saturating_add(1);
        let cells = self.sheet.rows.get(row).into_iter().flatten();
        let text = cells
            .map(|cell| trim(cell))
            .find(|cell| !cell.is_empty())
            .unwrap_or_default();
        if !self.statement.notes.contains(&text) {
            self.statement.notes.push(text);
        }
    }

    // A line: of several with one name the one whose place has come.
    fn line(&mut self, first: (usize, bool), name: &'a str, place: Place) -> (u32, u8, &'a str) {
        let free = self.lookup.free(name, |line| self.is_free(line, place));
        let (line, former) = free.unwrap_or(first);
        let own = self.lookup.all.get(line);
        if former {
            let name = own.and_then(|own| own.names.first());
            let code = own.and_then(|own| own.code);
            self.former(name.cloned().unwrap_or_default(), code, place);
        }
        let level = u8::from(own.is_some_and(|own| own.code.is_some()));
        (self.key_of(line), level, name)
    }

    fn key_of(&self, line: usize) -> u32 {
        let own = self.lookup.all.get(line);
        own.map_or(TOTAL, |own| match (own.code, own.id.as_str()) {
            (Some(code), _) => code,
            (None, "total") => TOTAL,
            (None, _) => LINES.saturating_add(index(line)),
        })
    }

    fn is_free(&self, line: usize, place: Place) -> bool {
        let rows = &self.statement.rows;
        let key = self.key_of(line);
        if rows.iter().any(|row| row.key == key) {
            return false;
        }
        let after = self.lookup.all.get(line).and_then(|own| own.after.as_ref());
        after.is_none_or(|id| {
            let before = self.lookup.all.iter().position(|own| own.id == *id);
            let key = before.map(|before| self.key_of(before));
            // A line stands after another in its own block.
            rows.iter()
                .any(|row| Some(row.key) == key && row.place.column == place.column)
        })
    }

    // A name of earlier years, said once.
    fn former(&mut self, name: String, code: Option<u32>, at: Place) {
        let same = |doubt: &Doubt| matches!(doubt, Doubt::Former { name: own, .. } if *own == name);
        if !self.doubts.iter().any(same) {
            self.doubts.push(Doubt::Former { at, name, code });
        }
    }

    // What the cells of a row hold: whether any is an amount, and whether any is words.
    fn holds(&self, row: usize, block: &Block) -> (bool, bool) {
        let cells = block.amounts.iter();
        let cells = cells.map(|(column, _)| trim(self.sheet.cell(row, *column)));
        let (mut amounts, mut words) = (false, false);
        for cell in cells.filter(|cell| !cell.is_empty()) {
            match Held::read(cell, Unit::Yuan) {
                Held::Amount(_) => amounts = true,
                Held::Odd(_) => words = true,
                Held::Blank | Held::Outside => {}
            }
        }
        (amounts, words)
    }

    // A row without code: with levels by its indent where a classification is asked for, else a line of its own.
    fn unnamed(
        &mut self,
        row: usize,
        block: &Block,
        (name, indent): (&str, usize),
    ) -> Option<(u32, u8)> {
        let (amounts, words) = self.holds(row, block);
        let coded = self.lookup.classification.is_some();
        if !amounts && (words || coded) {
            return None;
        }
        let key = UNNAMED.saturating_add(index(self.statement.rows.len()));
        let column = block.codes.first().copied().or(block.name);
        let place = Place {
            sheet: self.number,
            row: index(row),
            column: index(column.unwrap_or(0)),
        };
        if !coded {
            // 其中 opens parts of the line above, which are in it already.
            if amounts && !name.starts_with("其中") {
                self.doubts.push(Doubt::Line(place));
            }
            return Some((key, u8::from(!name.starts_with("其中"))));
        }
        if !block.codes.is_empty() {
            self.doubts.push(Doubt::Code(place));
        }
        self.statement.leveled &= block.codes.is_empty();
        let level = u8::try_from(indent.checked_div(2).unwrap_or(0).min(6)).unwrap_or(6);
        Some((key, level.saturating_add(1)))
    }

    // A code whose first part is damaged stands under the row above that has its second part.
    fn mended(&self, parts: [Option<u32>; 3]) -> (u32, u8) {
        let unnamed = (UNNAMED.saturating_add(index(self.statement.rows.len())), 0);
        let [_, Some(second), third] = parts else {
            return unnamed;
        };
        let parent = self.statement.rows.iter().rev().find(|row| row.level == 2);
        match (parent, third) {
            (Some(row), Some(third)) if row.key % 100 == second => {
                (row.key.saturating_mul(100).saturating_add(third), 3)
            }
            _ => unnamed,
        }
    }

    fn push(&mut self, row: Row<'a>, number: usize, block: &Block) {
        let unit = self.statement.unit.unwrap_or(Unit::Yuan);
        let start = self.statement.cells.len();
        let width = self.statement.width;
        self.statement
            .cells
            .resize(start.saturating_add(width), Held::Outside);
        self.statement
            .columns
            .resize(start.saturating_add(width), row.place.column);
        let cells = self.sheet.row(number);
        for (place, column) in &block.amounts {
            let held = Held::read(text(cells, *place), unit);
            match held {
                Held::Odd(_) => self.doubts.push(Doubt::Cell(Place {
                    column: index(*place),
                    ..row.place
                })),
                Held::Amount(money) => {
                    self.statement.places = self.statement.places.max(money.places);
                }
                Held::Blank | Held::Outside => {}
            }
            let at = start.saturating_add(*column);
            if let (Some(cell), Some(own), Some(stands)) = (
                self.statement.cells.get_mut(at),
                self.statement.columns.get_mut(at),
                self.statement.stands.get_mut(*column),
            ) {
                (*cell, *own, *stands) = (held, index(*place), true);
            }
        }
        self.statement.rows.push(row);
    }
}
