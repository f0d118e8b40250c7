//! What a rule asks of budgets and accounts, to templates and columns of one kind of record.

use crate::duty::demand::accounts::{Addend, Checks, Past, Rows, Sums};
use crate::duty::pack::scope::Scope;
use crate::duty::source::{self, Accounts};
use crate::error::ErrorCode;
use crate::record::accounts::row::{LINES, TOTAL};
use alloc::{format, string::String, vec::Vec};

impl Scope<'_> {
    /// The checks of a rule under the forms of its kind of record.
    pub(super) fn accounts(&mut self, source: &Accounts) -> Checks {
        if *source == Accounts::default() {
            self.trouble(ErrorCode::PackDemand, "accounts", "the demand asks nothing");
        }
        Checks {
            present: self.templates(&source.present),
            noted: self.templates(&source.noted),
            named: self.templates(&source.named),
            deep: self.templates(&source.deep),
            tree: self.templates(&source.tree),
            open: source
                .open
                .iter()
                .filter_map(|open| self.column(&open.statement, &open.column))
                .collect(),
            equations: self.equations(source),
            figures: source
                .figure
                .iter()
                .map(|figure| (self.sums(&figure.is), self.sums(&figure.of)))
                .collect(),
            relations: source
                .relation
                .iter()
                .map(|relation| self.sums(&relation.is))
                .collect(),
            listings: source
                .listing
                .iter()
                .map(|listing| {
                    listing
                        .of
                        .split_once('.')
                        .and_then(|(statement, column)| self.column(statement, column))
                })
                .collect(),
            mentions: source
                .mention
                .iter()
                .map(|mention| self.terms(&mention.when).unwrap_or_default())
                .collect(),
            positive: self.templates(&source.positive),
            earlier: self.earlier(source),
            source: source.clone(),
        }
    }

    fn equations(&mut self, source: &Accounts) -> Vec<Sums> {
        let equal = source.equal.iter().map(|sums| (sums, false));
        let at_most = source.at_most.iter().map(|sums| (sums, true));
        let all = equal.chain(at_most);
        all.filter_map(|(sums, at_most)| self.two_sums(sums, at_most))
            .collect()
    }

    fn earlier(&mut self, source: &Accounts) -> Vec<Past> {
        let sums = source.earlier.iter().flat_map(|earlier| &earlier.sum);
        sums.map(|sum| self.past(sum)).collect()
    }

    // An amount of an earlier document, by the templates of that document's kind.
    fn past(&mut self, sum: &source::EarlierSum) -> Past {
        let forms = self.programs.forms(&sum.of);
        let kind = self.law.kind(&sum.of);
        let kind = kind.and_then(|kind| self.law.schema(kind));
        if kind.is_none() || forms.templates.is_empty() {
            let message = format!("there is no kind with tables `{}`", sum.of);
            self.trouble(ErrorCode::PackUnknownName, &sum.of, &message);
        }
        let mut there = Scope {
            law: self.law,
            programs: self.programs,
            schema: self.schema,
            forms: &forms,
            owner: self.owner,
            troubles: self.troubles,
        };
        Past {
            title: kind.map(|kind| kind.title.clone()).unwrap_or_default(),
            is: there.one_sum(&sum.is),
            restated: sum.restated.as_ref().map(|text| self.one_sum(text)),
            now: sum.now.as_ref().map(|text| self.one_sum(text)),
        }
    }

    fn templates(&mut self, ids: &[String]) -> Vec<usize> {
        ids.iter().filter_map(|id| self.template(id)).collect()
    }

    // A table that another kind of record has is none of this one's; a table that none has is a slip.
    fn template(&mut self, id: &str) -> Option<usize> {
        if !self.law.templates.iter().any(|template| template.id == id) {
            self.trouble(
                ErrorCode::PackUnknownName,
                id,
                &format!("there is no statement `{id}`"),
            );
        }
        self.forms.template(id)
    }

    fn column(&mut self, statement: &str, column: &str) -> Option<(usize, usize)> {
        let template = self.template(statement)?;
        let anywhere = self.law.templates.iter().filter(|own| own.id == statement);
        if !anywhere.into_iter().any(|own| own.column(column).is_some()) {
            let message = format!("the statement `{statement}` has no column `{column}`");
            self.trouble(ErrorCode::PackUnknownName, column, &message);
        }
        let number = self.forms.templates.get(template)?.column(column)?;
        Some((template, number))
    }

    fn two_sums(&mut self, sums: &source::Sums, at_most: bool) -> Option<Sums> {
        let left = self.terms(&sums.left);
        let right = self.terms(&sums.right);
        let zero = self.terms(&sums.zero);
        let mut terms = left?;
        terms.extend(right?.into_iter().map(|term| Addend {
            minus: !term.minus,
            ..term
        }));
        Some(Sums {
            terms,
            zero: zero?,
            at_most,
        })
    }

    fn sums(&mut self, texts: &[String]) -> Vec<Vec<Addend>> {
        let sums = texts.iter().map(|text| self.one_sum(text));
        sums.filter(|sum| !sum.is_empty()).collect()
    }

    // Terms joined by `+`; none where this kind of record lacks one of them.
    fn one_sum(&mut self, text: &str) -> Vec<Addend> {
        let terms: Vec<String> = text.split('+').map(Into::into).collect();
        self.terms(&terms).unwrap_or_default()
    }

    fn terms(&mut self, texts: &[String]) -> Option<Vec<Addend>> {
        let mut terms = Some(Vec::new());
        for text in texts {
            let term = self.addend(text.trim());
            terms = terms.zip(term).map(|(mut terms, term)| {
                terms.push(term);
                terms
            });
        }
        terms
    }

    fn addend(&mut self, text: &str) -> Option<Addend> {
        let (minus, body) = text
            .strip_prefix('-')
            .map_or((false, text), |rest| (true, rest));
        let parts = body
            .split_once('@')
            .and_then(|(cell, row)| Some((cell.split_once('.')?, row)));
        let Some(((statement, column), row)) = parts else {
            self.trouble(
                ErrorCode::PackValue,
                text,
                &format!("`{text}` is not `statement.column@row`"),
            );
            return None;
        };
        let (row, marked) = row
            .strip_suffix('?')
            .map_or((row, false), |row| (row, true));
        let row = self.row(row);
        let (template, column) = self.column(statement, column)?;
        let row = row?;
        let optional = marked || !matches!(row, Rows::Key(key) if key == TOTAL || key >= LINES);
        Some(Addend {
            minus,
            template,
            column,
            row,
            optional,
        })
    }

    fn row(&mut self, text: &str) -> Option<Rows> {
        match text {
            "each" | "row" => return Some(Rows::Each),
            "heads" => return Some(Rows::Heads),
            _ => {}
        }
        let key = text.parse().ok().or_else(|| self.forms.line(text));
        if key.is_none() {
            self.trouble(
                ErrorCode::PackUnknownName,
                text,
                &format!("there is no line `{text}`"),
            );
        }
        key.map(Rows::Key)
    }
}
