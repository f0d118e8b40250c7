//! Published budgets and accounts as typed tables: code or line, column, unit, amount; never numbers in a row.

pub mod code;
pub mod doubt;
pub mod heading;
pub mod held;
pub mod page;
pub mod parts;
pub mod path;
pub mod pattern;
pub mod prose;
pub mod quantity;
pub mod read;
pub mod row;
pub mod sheet;
pub mod statement;
pub mod template;

pub use code::{Code, Subjects};
pub use doubt::Doubt;
pub use held::{Held, Money};
pub use page::Page;
pub use read::Document;
pub use sheet::{Place, Sheet};
pub use statement::{Row, Statement};
pub use template::Template;
