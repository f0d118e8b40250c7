//! A sentence of the reader as HTML: what it names becomes a link with a label.

use super::statement;
use crate::asks::Piece;
use crate::book::{base, has, year_of};
use crate::labels::Named;
use crate::language::Language;
use crate::shell::{View, path};
use gongkai::duty::law::Rule;
use gongkai::record::accounts::template::Template;
use gongkai::record::{Field, Schema};
use gongkai::words::{Day, Decimal, Label, Term, term::YearDay};
use maud::{Markup, html};

/// Where the names of a rule are looked up: the kinds it judges, and those it looks for.
pub(super) struct Scope<'b> {
    view: View<'b>,
    own: Vec<&'b Schema>,
    others: Vec<&'b Schema>,
}

impl<'b> Scope<'b> {
    pub(super) fn new(view: View<'b>, rule: &Rule, pieces: &[Piece]) -> Self {
        let law = view.book.law();
        let kind = |id: &String| law.schema(law.kind(id)?);
        let named = pieces.iter().filter_map(|piece| match piece {
            Piece::Name {
                of: Named::Kind,
                name,
                ..
            } => kind(name),
            Piece::Name { .. } | Piece::Text(_) => None,
        });
        Self {
            view,
            own: rule.source.applies_to.iter().filter_map(kind).collect(),
            others: named.collect(),
        }
    }

    pub(super) fn sentence(&self, pieces: &[Piece]) -> Markup {
        html! { @for piece in pieces { (self.piece(piece)) } }
    }

    fn piece(&self, piece: &Piece) -> Markup {
        let (of, name, beside, theirs) = match piece {
            Piece::Text(text) => return html! { (text) },
            Piece::Name {
                of,
                name,
                beside,
                theirs,
            } => (*of, name.as_str(), beside.as_deref(), *theirs),
        };
        let (view, law) = (&self.view, self.view.book.law());
        let found = match of {
            Named::Text | Named::Label => Decimal::parse(name).ok().map(|_| html! { (name) }),
            Named::Field => self
                .field(name, theirs)
                .map(|(kind, label)| field_link(view, kind, name, &label)),
            Named::Code => beside.and_then(|field| self.code(field, name, theirs)),
            Named::List => law
                .list(name)
                .and_then(|list| law.lists.get(usize::from(list)))
                .map(|list| view.link(&path("lists", &list.id), view.of(&list.title))),
            Named::Kind => law
                .kind(name)
                .and_then(|kind| law.schema(kind))
                .map(|kind| view.kind(kind)),
            Named::Channel => law
                .channels
                .iter()
                .find(|channel| channel.id == name)
                .map(|channel| html! { (view.of(&channel.label)) }),
            Named::Term => Term::parse(name).ok().map(|term| match view.language {
                Language::Chinese => html! { (term.zh()) },
                Language::English => html! { (term) },
            }),
            Named::Day => self.day(name),
            Named::Statement => self
                .template(name)
                .map(|template| statement::link(view, template)),
            Named::Cell => self.cell(name),
        };
        found.unwrap_or_else(|| quoted(view, name))
    }

    /// A table of the documents that the rule judges.
    fn template(&self, id: &str) -> Option<&'b Template> {
        let templates = self.view.book.law().templates.iter();
        let mut templates = templates.map(|template| &**template);
        let own = |kind: &String| self.own.iter().any(|own| own.id == *kind);
        templates.find(|template| template.id == id && template.kinds.iter().any(own))
    }

    /// A cell such as `income.total@each`: table, column and row, `-` before it and `?` behind it.
    fn cell(&self, name: &str) -> Option<Markup> {
        let (minus, rest) = name
            .strip_prefix('-')
            .map_or((false, name), |rest| (true, rest));
        let (rest, optional) = rest
            .strip_suffix('?')
            .map_or((rest, false), |rest| (rest, true));
        let (place, row) = rest.split_once('@')?;
        let (id, column) = place.split_once('.')?;
        let (view, template) = (&self.view, self.template(id)?);
        let column = &template.column.get(template.column(column)?)?.label;
        let column = view.filled("cell", view.of(column));
        let table = statement::link(view, template);
        let row = self.row(template, row);
        Some(html! {
            @if minus { (view.text("minus")) }
            @match view.language {
                Language::Chinese => { (table) (column) (row) }
                Language::English => { (column) (table) (row) }
            }
            @if optional { (view.text("if-there")) }
        })
    }

    /// The row of a cell: some rows together, a line, or a code.
    fn row(&self, template: &'b Template, row: &str) -> String {
        let view = &self.view;
        match row {
            "each" => view.text("row-each").to_owned(),
            "heads" => view.text("row-heads").to_owned(),
            "row" => view.text("row-row").to_owned(),
            _ => {
                let mut lines = statement::lines_of(view, template);
                let line = lines.find(|line| line.id == row);
                let name = line.and_then(|line| line.names.first());
                view.filled("cell-row", name.map_or(row, String::as_str))
            }
        }
    }

    fn day(&self, name: &str) -> Option<Markup> {
        if Day::parse_iso(name).is_some() {
            return Some(html! { (name) });
        }
        let day = YearDay::parse(name).ok()?;
        let day = match self.view.language {
            Language::Chinese => day.zh().to_string(),
            Language::English => day.to_string(),
        };
        Some(html! { (self.view.filled("next-year", &day)) })
    }

    /// The kinds in which a name is looked for, the likelier first.
    fn kinds(&self, theirs: bool) -> impl Iterator<Item = &'b Schema> {
        let (first, then) = if theirs {
            (&self.others, &self.own)
        } else {
            (&self.own, &self.others)
        };
        first.iter().chain(then).copied()
    }

    fn field(&self, name: &str, theirs: bool) -> Option<(&'b Schema, Label)> {
        let (kind, mut label) = self
            .kinds(theirs)
            .find_map(|kind| Some((kind, label(kind, name)?)))?;
        if year_of(name)
            .is_some_and(|field| kind.slot(name).is_none() && kind.slot(field).is_some())
        {
            let year = self.view.labels().text.get("year-of");
            let of = |year: &str, label: &str| year.replace("{}", label);
            label = year.map_or(label.clone(), |year| Label {
                zh: of(&year.zh, &label.zh),
                en: of(&year.en, &label.en),
            });
        }
        Some((kind, label))
    }

    /// A code of the list of a field.
    fn code(&self, field: &str, code: &str, theirs: bool) -> Option<Markup> {
        let field = self
            .kinds(theirs)
            .find_map(|kind| kind.fields.iter().find(|own| own.id == field))?;
        let list = self.view.list_of(field)?;
        let entry = list.entry(list.find(code)?)?;
        Some(quoted(&self.view, self.view.of(&entry.label)))
    }
}

fn quoted(view: &View<'_>, text: &str) -> Markup {
    match view.language {
        Language::Chinese => html! { "“" (text) "”" },
        Language::English => html! { "“" (text) "”" },
    }
}

/// The name of a field; for all channels together, what stands before the channel's name.
pub(super) fn label(kind: &Schema, name: &str) -> Option<Label> {
    let mut fields = kind.fields.iter();
    let field = fields.find(|field| field.id == name || year_of(name) == Some(&field.id));
    field.map(|field| field.label.clone()).or_else(|| {
        let mut parts = kind.fields.iter();
        let one = parts.find(|field| base(&field.id) == base(name))?;
        has(kind, name).then(|| common(one))
    })
}

/// The label of a field without the name of its channel, which stands in brackets at its end.
pub(super) fn common(field: &Field) -> Label {
    let cut = |text: &str, mark: &str| {
        text.rsplit_once(mark)
            .map_or(text, |(before, _)| before)
            .to_owned()
    };
    Label {
        zh: cut(&field.label.zh, "（"),
        en: cut(&field.label.en, " ("),
    }
}

fn field_link(view: &View<'_>, kind: &Schema, name: &str, label: &Label) -> Markup {
    let page = path("kinds", &kind.id);
    let text = quoted(view, view.of(label));
    html! { a href={ (view.up) (page) "#" (super::kind::field_id(name)) } { (text) } }
}
