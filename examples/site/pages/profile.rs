//! A page for each profile: its packs, what it changes, and all rules it judges by.

use super::{facts, row, rules, section, table};
use crate::shell::{Page, View, path};
use gongkai::duty::source::Profile;
use maud::{Markup, html};

pub(super) fn pages(view: &View<'_>) -> Vec<Page> {
    let profiles = &view.book.law().profiles;
    let rows: Vec<Vec<Markup>> = profiles
        .iter()
        .map(|profile| {
            vec![
                view.link(&path("profiles", &profile.id), view.of(&profile.title)),
                html! { code { (profile.id) } @if profile.default { " " (view.text("default")) } },
                packs(view, profile).unwrap_or_default(),
            ]
        })
        .collect();
    let headings = ["profile", "id", "instruments"].map(|key| view.text(key));
    let mut pages = vec![super::index(view, "profiles", table(&headings, &rows))];
    pages.extend(profiles.iter().map(|profile| page(view, profile)));
    pages
}

fn page(view: &View<'_>, profile: &Profile) -> Page {
    let book = view.book;
    let judged = book.law().rules.iter().zip(&book.judged_in);
    let judged = judged
        .filter(|(_, profiles)| profiles.contains(&profile.id))
        .map(|(rule, _)| rule);
    Page {
        path: path("profiles", &profile.id),
        section: "profiles",
        title: profile.title.clone(),
        above: vec![(
            "profiles/index.html".into(),
            view.text("profiles").to_owned(),
        )],
        words: profile.id.clone(),
        body: html! {
            (facts(&[
                (view.text("id"), Some(html! { code { (profile.id) } @if profile.default { " " (view.text("default")) } })),
                (view.text("instruments"), packs(view, profile)),
            ]))
            (section("overrides", view.text("overrides"), super::instrument::overrides(view, &profile.overrides)))
            (section("rules", view.text("rules"), rules(view, judged)))
        },
    }
}

fn packs(view: &View<'_>, profile: &Profile) -> Option<Markup> {
    let law = view.book.law();
    row(profile.packs.iter().filter_map(|id| {
        let pack = law.packs.get(law.pack(id)?)?;
        Some(view.link(&path("instruments", id), view.of(&pack.manifest.title)))
    }))
}
