//! The channels and the error codes, each all on one page.

use super::table;
use crate::shell::{Page, View};
use gongkai::ErrorCode;
use maud::{Markup, html};

pub(super) fn pages(view: &View<'_>) -> Vec<Page> {
    let errors = ErrorCode::ALL.iter().map(|code| {
        vec![
            html! { code { (code.number()) } },
            html! { code { (code.name()) } },
            html! { span lang="en" { (code.remedy()) } },
        ]
    });
    let channels = view.book.law().channels.iter().map(|channel| {
        vec![
            view.both(&channel.label),
            html! { code { (channel.id) } },
            super::row(channel.aliases.iter().map(|alias| html! { (alias) })).unwrap_or_default(),
        ]
    });
    let errors: Vec<Vec<Markup>> = errors.collect();
    let channels: Vec<Vec<Markup>> = channels.collect();
    let errors = html! {
        p { (view.text("errors-lead")) }
        (table(&["number", "id", "remedy"].map(|key| view.text(key)), &errors))
    };
    let channels = table(
        &["channel", "id", "aliases"].map(|key| view.text(key)),
        &channels,
    );
    vec![
        super::index(view, "errors", errors),
        super::index(view, "channels", channels),
    ]
}
