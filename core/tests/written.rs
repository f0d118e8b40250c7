//! The tables of packs: what is printed is read again, for all that is embedded.

#[cfg(test)]
mod tests {
    use gongkai::Engine;
    use gongkai::engine::built_in;
    use gongkai::record::json::{Limits, read_tree};
    use gongkai::written::{self, Bytes, Canonical, Written};
    use std::fmt::Debug;

    fn crosses_json<T: Written + PartialEq + Debug>(value: &T) {
        let json = String::from_utf8(Canonical::json(value)).unwrap();
        let tree = read_tree(&json, &Limits::default(), &T::SHAPE).unwrap();
        assert_eq!(written::read::<T>(&tree).as_ref(), Ok(value));
    }

    #[test]
    fn all_that_is_embedded_crosses_json() {
        let engine = Engine::builder().build().unwrap();
        let law = engine.law();
        law.rules
            .iter()
            .for_each(|rule| crosses_json(&*rule.source));
        law.lists.iter().for_each(|list| crosses_json(&**list));
        law.templates
            .iter()
            .for_each(|table| crosses_json(&**table));
        for pack in &law.packs {
            crosses_json(&pack.manifest);
            pack.indicator_sets
                .iter()
                .for_each(|set| crosses_json(&**set));
        }
        let calendar = built_in::image().calendar;
        calendar.years.iter().for_each(crosses_json);
        crosses_json(&calendar.unannounced);
        assert!(law.rules.len() > 500, "{} rules", law.rules.len());
    }

    #[test]
    fn any_bytes_are_some_value() {
        let engine = Engine::builder().build().unwrap();
        let mut bytes = Vec::new();
        engine
            .law()
            .rules
            .iter()
            .take(9)
            .for_each(|rule| rule.source.write(&mut bytes));
        for start in 0..bytes.len() {
            let rule = gongkai::duty::source::Rule::read(&mut Bytes::new(&bytes[start..]));
            assert!(rule.id.len() <= bytes.len() - start);
        }
    }
}
