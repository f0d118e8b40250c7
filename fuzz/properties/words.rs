//! What a word reads from a text it prints so that it reads the same again.

use gongkai::words::amount::Unit;
use gongkai::words::{
    Amount, CreditCode, Day, DocumentNumber, Id, OrganizationCode, RegistrationNumber, ResidentId,
    Term, When, YearDay, normalize,
};

/// Asserts it of every word.
pub(crate) fn holds(data: &[u8]) {
    let text = &*String::from_utf8_lossy(data);
    codes(text);
    older_codes(text);
    days(text);
    amounts(text);
    numbers(text);
    folds(text);
}

fn codes(text: &str) {
    if let Ok(read) = CreditCode::parse(text) {
        let again = CreditCode::parse(read.value.as_str()).expect("a code");
        assert_eq!(again.value, read.value);
        assert!(again.notes.is_empty());
        let inner = read.value.organization_code();
        assert!(OrganizationCode::parse(inner.as_str()).is_ok());
    } else if let Some(code) = CreditCode::suggest(text) {
        assert!(CreditCode::parse(code.as_str()).is_ok());
    }
    if let Ok(id) = Id::parse(text) {
        assert_eq!(id.as_str(), text);
    }
}

fn older_codes(text: &str) {
    if let Ok(read) = OrganizationCode::parse(text) {
        assert_eq!(
            OrganizationCode::parse(read.value.as_str())
                .expect("a code")
                .value,
            read.value
        );
    }
    if let Ok(read) = RegistrationNumber::parse(text) {
        let again = RegistrationNumber::parse(read.value.as_str()).expect("a number");
        assert_eq!(again.value, read.value);
    }
    if let Ok(read) = ResidentId::parse(text) {
        let id = read.value;
        assert_eq!(ResidentId::parse(id.expose()).expect("an id").value, id);
        assert!(!format!("{id} {id:?}").contains(id.expose()));
    }
}

fn days(text: &str) {
    if let Some(day) = Day::parse_iso(text) {
        assert_eq!(day.to_string(), text);
    }
    if let Ok(read) = When::parse(text) {
        let when = read.value;
        assert!(when.first <= when.last && when.instant_first() <= when.instant_last());
        if let Some(day) = when.day().filter(|_| !when.is_perpetual()) {
            let again = When::parse(&day.to_string()).expect("a day").value;
            assert_eq!(again.day(), Some(day));
        }
    }
    if let Ok(term) = Term::parse(text) {
        assert_eq!(Term::parse(&term.to_string()), Ok(term));
    }
    if let Ok(day) = YearDay::parse(text) {
        assert_eq!(YearDay::parse(&day.to_string()), Ok(day));
    }
}

fn amounts(text: &str) {
    for unit in [Unit::Yuan, Unit::WanYuan] {
        if let Ok(read) = Amount::parse(text, unit) {
            let printed = read.value.display_in(unit).to_string();
            assert_eq!(
                Amount::parse(&printed, unit).expect("an amount").value,
                read.value
            );
        }
    }
}

fn numbers(text: &str) {
    if let Ok(read) = DocumentNumber::parse(text) {
        let standard = read.value.standard();
        let again = DocumentNumber::parse(&standard).expect("a number in standard form");
        assert_eq!(again.value.standard(), standard);
    }
}

fn folds(text: &str) {
    let plain = normalize::plain(text).value;
    assert_eq!(normalize::plain(&plain).value, plain);
    let key = normalize::fold_key(text);
    assert_eq!(normalize::fold_key(&key), key);
    assert!(normalize::same_key(text, &key));
    assert!(normalize::same_key(text, text));
}
