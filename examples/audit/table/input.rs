//! Opening a file or the standard input, with its first bytes read ahead to tell what it is.

use crate::trouble::{Code, Trouble};
use std::cell::Cell;
use std::fs::File;
use std::io::{self, Cursor, Read};
use std::path::Path;
use std::rc::Rc;

/// A file that has been opened, and what its beginning looks like.
pub(crate) struct Input {
    /// The first bytes, at most [`PREFIX`].
    pub(crate) prefix: Vec<u8>,
    /// Whether the prefix is the whole file.
    pub(crate) complete: bool,
    rest: Box<dyn Read>,
    /// How many bytes the file has, if that is known.
    pub(crate) size: Option<u64>,
    /// How many bytes have been read so far.
    pub(crate) read: Rc<Cell<u64>>,
}

impl std::fmt::Debug for Input {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Input")
            .field("size", &self.size)
            .finish_non_exhaustive()
    }
}

/// How much is read ahead.
pub(crate) const PREFIX: usize = 64 << 10;
/// The largest workbook that is read into memory.
const WORKBOOK_LIMIT: u64 = 256 << 20;

impl Input {
    /// Opens a path, or the standard input for `-`.
    ///
    /// # Errors
    ///
    /// `A01` to `A04`, each with the system's words.
    pub(crate) fn open(name: &str) -> Result<Self, Trouble> {
        if name == "-" {
            return Self::from_reader(Box::new(io::stdin()), None);
        }
        let path = Path::new(name);
        let about = path.metadata().map_err(|error| unreadable(&error))?;
        if about.is_dir() {
            return Err(Trouble::new(Code::NotAFile));
        }
        let file = File::open(path).map_err(|error| unreadable(&error))?;
        Self::from_reader(Box::new(file), Some(about.len()))
    }

    pub(crate) fn from_reader(reader: Box<dyn Read>, size: Option<u64>) -> Result<Self, Trouble> {
        let read = Rc::new(Cell::new(0));
        let mut rest = Counted {
            reader,
            read: Rc::clone(&read),
        };
        let mut prefix = Vec::with_capacity(PREFIX);
        let limit = u64::try_from(PREFIX).unwrap_or(u64::MAX);
        rest.by_ref()
            .take(limit)
            .read_to_end(&mut prefix)
            .map_err(|error| unreadable(&error))?;
        if prefix.is_empty() {
            return Err(Trouble::new(Code::FileEmpty));
        }
        Ok(Self {
            complete: prefix.len() < PREFIX,
            prefix,
            rest: Box::new(rest),
            size,
            read,
        })
    }

    /// Whether the first bytes are those of an xlsx or xls file.
    pub(crate) fn is_workbook(&self) -> bool {
        self.prefix.starts_with(b"PK\x03\x04") || self.is_old_workbook()
    }

    /// Whether the first bytes are those of an xls file.
    pub(crate) fn is_old_workbook(&self) -> bool {
        self.prefix.starts_with(&[0xD0, 0xCF, 0x11, 0xE0])
    }

    /// All bytes from the beginning, as a stream.
    pub(crate) fn into_reader(self) -> Box<dyn Read> {
        Box::new(Cursor::new(self.prefix).chain(self.rest))
    }

    /// All bytes at once, up to the limit for workbooks.
    ///
    /// # Errors
    ///
    /// `A03` if reading fails, `A11` if there are too many bytes.
    pub(crate) fn into_bytes(self) -> Result<Vec<u8>, Trouble> {
        let mut bytes = self.prefix;
        self.rest
            .take(WORKBOOK_LIMIT)
            .read_to_end(&mut bytes)
            .map_err(|error| unreadable(&error))?;
        if u64::try_from(bytes.len()).is_ok_and(|count| count < WORKBOOK_LIMIT) {
            Ok(bytes)
        } else {
            Err(Trouble::new(Code::WorkbookTooLarge))
        }
    }
}

pub(crate) fn unreadable(error: &io::Error) -> Trouble {
    if error.kind() == io::ErrorKind::NotFound {
        Trouble::new(Code::FileMissing)
    } else {
        Trouble::new(Code::FileUnreadable).with(error)
    }
}

struct Counted {
    reader: Box<dyn Read>,
    read: Rc<Cell<u64>>,
}

impl Read for Counted {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.reader.read(buffer)?;
        let more = u64::try_from(count).unwrap_or(0);
        self.read.set(self.read.get().saturating_add(more));
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(name: &str) -> Code {
        Input::open(name).expect_err("must fail").code
    }

    #[test]
    fn missing_directory_and_empty_are_told_apart() {
        assert_eq!(code("no such file.csv"), Code::FileMissing);
        assert_eq!(code("."), Code::NotAFile);
        let empty = Input::from_reader(Box::new(Cursor::new(Vec::new())), None);
        assert_eq!(empty.expect_err("must fail").code, Code::FileEmpty);
    }

    #[test]
    fn the_first_bytes_tell_a_workbook() {
        let open = |bytes: &[u8]| {
            Input::from_reader(Box::new(Cursor::new(bytes.to_vec())), None).expect("opens")
        };
        assert!(open(b"PK\x03\x04...").is_workbook());
        assert!(open(&[0xD0, 0xCF, 0x11, 0xE0, 0]).is_old_workbook());
        assert!(!open("名称,代码".as_bytes()).is_workbook());
    }

    #[test]
    fn the_bytes_read_ahead_are_not_lost() {
        let bytes: Vec<u8> = (0_u8..=250).cycle().take(200_000).collect();
        let input = Input::from_reader(Box::new(Cursor::new(bytes.clone())), None).expect("opens");
        assert!(!input.complete);
        let mut back = Vec::new();
        input.into_reader().read_to_end(&mut back).expect("reads");
        assert_eq!(back, bytes);
    }
}
