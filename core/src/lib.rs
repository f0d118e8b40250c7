//! gongkai judges whether what a Chinese public body discloses, and when and how, meets the law.
//!
//! Start with [`Engine`]: it judges records by the built-in packs and those you add.
#![cfg_attr(not(test), no_std)]
#![forbid(unsafe_code)]

extern crate alloc;

pub mod duty;
pub mod engine;
pub mod error;
pub mod judge;
pub mod lazy;
pub mod order;
pub mod record;
pub mod report;
pub mod screen;
pub mod wire;
pub mod words;
pub mod written;

pub use duty::Verdict;
pub use engine::{Builder, Desk, Earlier, Engine, Judged, Published, Supplied};
pub use error::{Error, ErrorCode};
pub use report::Report;

/// The programs in the README, run as tests.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
#[doc = include_str!("../../README.zh-CN.md")]
struct Readme;
