//! The cases of a rule: each with its record, field by field, and what is found about it.

use super::verdict;
use crate::asks::plain;
use crate::judging::{Found, Said};
use crate::language::Language;
use crate::shell::{View, path};
use gongkai::Verdict;
use gongkai::duty::law::Rule;
use gongkai::record::Schema;
use gongkai_pages::{Case, Page};
use maud::{Markup, html};
use serde_json::Value;

pub(super) fn all(view: &View<'_>, rule: &Rule) -> Option<Markup> {
    let mut told: Option<&Page> = None;
    let cases = (1_usize..).zip(view.book.cases_of(rule));
    let cases = cases.map(|(number, (page, case, found))| {
        let first = told.is_none_or(|told| told.name != page.name);
        told = Some(page);
        html! {
            @if first { @for line in page.prose(view.language == Language::Chinese) { p.quiet { (line) } } }
            (one(view, rule, number, (case, found)))
        }
    });
    let cases: Vec<Markup> = cases.collect();
    (!cases.is_empty()).then(|| html! { @for case in &cases { (case) } })
}

/// What a case is about, in the language of the page: its title, or what is found, or what the rule says.
fn heading<'c>(view: &View<'_>, rule: &'c Rule, case: &'c Case, found: &'c Found) -> &'c str {
    if view.language == Language::English {
        return case.title();
    }
    let mut findings = found.findings.iter();
    let own = findings.find(|finding| finding.verdict == found.verdict);
    own.filter(|_| found.verdict > Verdict::Met).map_or_else(
        || view.of(&rule.source.title),
        |finding| view.of(&finding.message),
    )
}

fn one(view: &View<'_>, rule: &Rule, number: usize, (case, found): (&Case, &Found)) -> Markup {
    let (law, claim) = (view.book.law(), &case.claim);
    let profile = law.profile(Some(&claim.profile));
    html! {
        article.case id={ "case-" (number) } {
            h3 { (view.filled("case", &number.to_string())) " " (verdict(view, found.verdict)) " " (heading(view, rule, case, found)) }
            @if view.language != Language::English { p.other lang="en" { (case.title()) } }
            p.quiet {
                (view.filled("judged-as", &claim.as_of.to_string()))
                @if let Some(day) = claim.known_at { " · " (view.filled("known-at", &day.to_string())) }
                @if let Some(profile) = profile { " · " (view.link(&path("profiles", &profile.id), view.of(&profile.title))) }
            }
            @for (kind, record) in &case.records { (self::record(view, kind, record)) }
            @for (list, lines) in &case.supplied { (supplied(view, list, lines)) }
            @for pack in &case.packs { details { summary { (view.text("pack")) } pre { code { (pack) } } } }
            (findings(view, case, found))
        }
    }
}

fn supplied(view: &View<'_>, list: &str, lines: &[String]) -> Markup {
    html! {
        p.quiet { (view.text("supplied")) " " (view.link(&path("lists", list), list)) }
        pre { (lines.join("\n")) }
    }
}

/// A record, field by field under their labels, and as it is written.
fn record(view: &View<'_>, kind: &str, text: &str) -> Markup {
    let law = view.book.law();
    let schema = law.kind(kind).and_then(|kind| law.schema(kind));
    let mut rows = Vec::new();
    if let Ok(value) = serde_json::from_str::<Value>(text) {
        flatten("", &value, &mut rows);
    }
    let place =
        |id: &str| schema.and_then(|schema| schema.fields.iter().position(|field| field.id == id));
    rows.sort_by_key(|(id, _)| place(id).unwrap_or(usize::MAX));
    html! {
        table.record {
            caption { @if let Some(schema) = schema { (view.kind(schema)) } }
            tbody { @for (id, value) in &rows { tr {
                th scope="row" { (name(view, schema, id)) }
                td { (shown(view, schema, id, value)) }
            } } }
        }
        details { summary { (view.text("as-written")) } pre { code { (text) } } }
    }
}

/// The members of a record; those of an object inside it as `outer.inner`.
fn flatten(outer: &str, value: &Value, rows: &mut Vec<(String, Value)>) {
    match value {
        Value::Object(members) => members.iter().for_each(|(key, value)| {
            let id = if outer.is_empty() {
                key.clone()
            } else {
                format!("{outer}.{key}")
            };
            flatten(&id, value, rows);
        }),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) => {
            rows.push((outer.to_owned(), value.clone()));
        }
    }
}

fn name(view: &View<'_>, schema: Option<&Schema>, id: &str) -> Markup {
    let field = schema.and_then(|schema| schema.fields.iter().find(|field| field.id == id));
    field.map_or_else(
        || html! { code { (id) } },
        |field| html! { (view.of(&field.label)) },
    )
}

/// A value; a code with its name, and `null` with what it means.
fn shown(view: &View<'_>, schema: Option<&Schema>, id: &str, value: &Value) -> Markup {
    if value.is_null() {
        return html! { span.quiet { (view.text("not-happened")) } };
    }
    let text = plain(value);
    let field = schema.and_then(|schema| schema.fields.iter().find(|field| field.id == id));
    let entry = field.and_then(|field| {
        let list = view.list_of(field)?;
        list.entry(list.find(&text)?)
    });
    let label = entry
        .map(|entry| view.of(&entry.label))
        .filter(|label| *label != text);
    html! { (text) @if let Some(label) = label { " " span.quiet { (label) } } }
}

fn findings(view: &View<'_>, case: &Case, found: &Found) -> Markup {
    html! {
        div.findings {
            h4 { (view.text("findings")) }
            @if found.findings.is_empty() { p.quiet { (view.text("no-findings")) } }
            @for finding in &found.findings { (self::finding(view, case, finding)) }
        }
    }
}

fn finding(view: &View<'_>, case: &Case, finding: &Said) -> Markup {
    let law = view.book.law();
    let rows: Vec<String> = finding.rows.iter().map(u64::to_string).collect();
    let other = law.rule(&finding.rule).and_then(|rule| law.rules.get(rule));
    let other = other.filter(|rule| rule.source.id != case.claim.rule);
    html! {
        div.finding {
            p { (verdict(view, finding.verdict)) " " (view.of(&finding.message)) }
            @if finding.due.is_some() || finding.happened.is_some() {
                p.quiet {
                    @if let Some(day) = finding.due { (view.filled("due", &day.to_string())) " " }
                    @if let Some(day) = finding.happened { (view.filled("happened", &day.to_string())) }
                }
            }
            @if let Some(rule) = other { p.quiet { (view.text("said-by")) " " (view.rule(rule)) } }
            @if !rows.is_empty() { p.quiet { (view.filled("records-together", &rows.join(", "))) } }
            p.remedy { "→ " (view.of(&finding.remedy)) }
        }
    }
}
