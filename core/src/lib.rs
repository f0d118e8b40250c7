//! gongkai judges whether what a Chinese public body discloses, and when and how, meets the law.
#![cfg_attr(not(test), no_std)]
#![forbid(unsafe_code)]

extern crate alloc;

pub mod record;
pub mod words;
