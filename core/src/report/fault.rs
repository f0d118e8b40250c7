//! Sentences about faults and notes of single values.

use crate::words::{Fault, Label, Note};
use alloc::string::ToString;

/// Why a value is not what it should be, as the end of a sentence.
#[must_use]
pub fn fault(fault: Fault) -> Label {
    let (zh, en) = match fault {
        Fault::Length => ("位数不对", "has the wrong number of characters"),
        Fault::Character => (
            "含有不允许的字符",
            "contains a character that is not allowed",
        ),
        Fault::CheckCharacter => ("校验码不符", "has a check character that does not fit"),
        Fault::InnerCheckDigit => (
            "内含的组织机构代码校验码不符",
            "contains an organization code whose check digit does not fit",
        ),
        Fault::NoSuchDay => ("不是存在的日期", "is not a day of the calendar"),
        Fault::YearOutOfRange => ("年份超出1900至2199年", "has a year outside 1900 to 2199"),
        Fault::Ambiguous => ("可以有多种读法", "can be read in more than one way"),
        Fault::Masked => ("已被遮盖，无法核对", "is hidden and cannot be checked"),
        Fault::Placeholder => ("只是占位符号", "is only a stand-in"),
        Fault::NoYear => ("缺少四位年份", "has no year of four digits"),
        Fault::NoSerial => ("缺少序号", "has no serial number"),
        Fault::NoEnding => ("末尾缺少“号”", "does not end in 号"),
        Fault::NotANumber => ("不是数字", "is not a number"),
        Fault::TooLarge => ("数值过大", "is too large a number"),
        Fault::TooFine => ("精确到了分以下", "is finer than one cent"),
        Fault::NoSuchRegion => ("地区码不存在", "begins with a region that does not exist"),
        Fault::NotACode => ("不在代码表中", "is not one of the codes of its list"),
        Fault::Form => ("格式不符", "is not in a form that is known"),
    };
    Label {
        zh: zh.to_string(),
        en: en.to_string(),
    }
}

/// What was normalized while reading.
#[must_use]
pub fn note(note: Note) -> Label {
    let (zh, en) = match note {
        Note::Spaces => ("去除了空格", "spaces left out"),
        Note::FullWidth => ("全角转为半角", "full-width characters read as plain ones"),
        Note::Compatibility => (
            "兼容字符转为通用字符",
            "compatibility characters read as plain ones",
        ),
        Note::Case => ("小写字母转为大写", "lower-case letters read as upper case"),
        Note::DateForm => ("日期写法不是年-月-日", "date not written as YYYY-MM-DD"),
        Note::SpreadsheetSerial => (
            "由表格序列值还原的日期",
            "date restored from a spreadsheet serial number",
        ),
        Note::Epoch => ("由时间戳还原的日期", "date restored from a timestamp"),
        Note::Partial => ("日期只到月或年", "date known only to the month or year"),
        Note::TimeOfDay => ("日期带有时刻", "a time of day stands with the date"),
        Note::Brackets => ("年份括号不是〔〕", "brackets around the year are not 〔〕"),
        Note::Serial => (
            "序号带“第”或前导零",
            "serial number with 第 or leading zeros",
        ),
        Note::Thousands => ("去除了千位分隔符", "thousands separators left out"),
        Note::Unit => (
            "去除了货币符号或单位",
            "currency sign or unit read with the number",
        ),
        Note::ChineseNumerals => ("中文数字", "written in Chinese numerals"),
        Note::Hyphens => ("去除了连字符", "hyphens left out"),
        Note::Perpetual => ("表示长期有效", "stands for an indefinite time"),
        Note::OlderForm => (
            "旧式号码，没有校验码",
            "a number of the older form, which has no check character",
        ),
    };
    Label {
        zh: zh.to_string(),
        en: en.to_string(),
    }
}
