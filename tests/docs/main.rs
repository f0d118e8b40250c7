//! The documents against the tree: links, the map, tables of packs and errors, words and commands.
#![expect(clippy::panic, reason = "a test that cannot go on fails and says why")]

mod commands;
mod doors;
mod links;
mod map;
mod tables;
mod text;
mod words;
