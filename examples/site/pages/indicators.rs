//! A page for each set of indicators: how an assessment turns findings into points.

use super::{facts, row, section, table};
use crate::shell::{Page, View, path};
use gongkai::duty::law::Pack;
use gongkai::duty::source::{Indicator, IndicatorSet, Section};
use gongkai::words::Label;
use maud::{Markup, html};

pub(super) fn pages(view: &View<'_>) -> Vec<Page> {
    let packs = view.book.law().packs.iter();
    let sets = packs.flat_map(|pack| pack.indicator_sets.iter().map(move |set| (pack, &**set)));
    let sets: Vec<(&Pack, &IndicatorSet)> = sets.collect();
    let rows: Vec<Vec<Markup>> = sets
        .iter()
        .map(|(pack, set)| {
            vec![
                view.link(&path("indicators", &set.id), view.of(&set.title)),
                view.link(
                    &path("instruments", &pack.manifest.id),
                    view.of(&pack.manifest.title),
                ),
                html! { (set.total) },
            ]
        })
        .collect();
    let headings = ["indicators", "source", "points"].map(|key| view.text(key));
    let mut pages = vec![super::index(view, "indicators", table(&headings, &rows))];
    pages.extend(sets.iter().map(|(pack, set)| page(view, pack, set)));
    pages
}

fn page(view: &View<'_>, pack: &Pack, set: &IndicatorSet) -> Page {
    let clause = pack
        .clauses
        .iter()
        .find(|clause| clause.number == set.cite.clause);
    let given = |text: &str| (!text.is_empty()).then(|| html! { (text) });
    let modes = set.mode.iter().map(|mode| html! { (view.of(&mode.title)) });
    Page {
        path: path("indicators", &set.id),
        section: "indicators",
        title: set.title.clone(),
        above: vec![(
            "indicators/index.html".into(),
            view.text("indicators").to_owned(),
        )],
        words: set.id.clone(),
        body: html! {
            (facts(&[
                (view.text("id"), Some(html! { code { (set.id) } })),
                (view.text("source"), clause.map(|clause| html! {
                    (view.link(&path("instruments", &pack.manifest.id), view.of(&pack.manifest.title))) " " (view.clause(pack, clause))
                })),
                (view.text("also"), row(set.cite.also.iter().map(|also| html! { (also) }))),
                (view.text("points"), Some(html! { (set.total) })),
                (view.text("bonus-above"), set.bonus_above.as_ref().map(|least| html! { (least) })),
                (view.text("note"), given(view.of(&set.note))),
                (view.text("unknown-counts"), row(modes)),
            ]))
            @for section in &set.section { (self::part(view, section)) }
            (section("veto", view.text("veto"), vetoes(view, set)))
            (section("grades", view.text("grades"), grades(view, set)))
        },
    }
}

/// A section with its indicators.
fn part(view: &View<'_>, part: &Section) -> Markup {
    let rows: Vec<Vec<Markup>> = part
        .indicator
        .iter()
        .map(|indicator| line(view, indicator))
        .collect();
    let headings = ["indicator", "gives", "takes", "at-most", "rules"].map(|key| view.text(key));
    html! {
        section id={ "section-" (part.id) } {
            h2 { (view.of(&part.title)) " · " (part.weight) }
            @if part.bonus { p { (view.text("bonus")) } }
            @if part.may_be_left_out { p { (view.text("may-be-left-out")) } }
            (table(&headings, &rows))
        }
    }
}

fn line(view: &View<'_>, indicator: &Indicator) -> Vec<Markup> {
    let number = |number: &Option<String>| html! { (number.as_deref().unwrap_or_default()) };
    vec![
        html! { (view.of(&indicator.title)) },
        number(&indicator.weight),
        number(&indicator.deduct),
        number(&indicator.cap),
        rules(view, &indicator.rules),
    ]
}

/// The rules by which something is computed; without any, it comes with the request.
fn rules(view: &View<'_>, rules: &[String]) -> Markup {
    let law = view.book.law();
    let found = rules.iter().filter_map(|id| law.rules.get(law.rule(id)?));
    row(found.map(|rule| view.rule(rule)))
        .unwrap_or_else(|| html! { span.quiet { (view.text("by-hand")) } })
}

fn vetoes(view: &View<'_>, set: &IndicatorSet) -> Option<Markup> {
    let line = |title: &Label, own: &[String]| vec![html! { (view.of(title)) }, rules(view, own)];
    let rows = set.veto.iter().map(|veto| line(&veto.title, &veto.rules));
    let rows: Vec<Vec<Markup>> = rows.collect();
    let headings = ["veto", "rules"].map(|key| view.text(key));
    (!rows.is_empty()).then(|| table(&headings, &rows))
}

fn grades(view: &View<'_>, set: &IndicatorSet) -> Option<Markup> {
    let grades = set.grade.iter();
    let rows = grades.map(|grade| {
        vec![
            html! { (view.of(&grade.title)) },
            html! { (grade.at_least) },
        ]
    });
    let rows: Vec<Vec<Markup>> = rows.collect();
    let headings = ["grades", "at-least"].map(|key| view.text(key));
    (!rows.is_empty()).then(|| table(&headings, &rows))
}
