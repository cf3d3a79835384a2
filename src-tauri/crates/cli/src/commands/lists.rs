//! `list` and `search`.

use entente_api::kinds::Kind;
use entente_api::wire::{self, Page, Row};
use entente_messages::Args;

use crate::arguments::List;
use crate::failure::Failure;
use crate::filters;
use crate::labels;
use crate::session::{Answer, Session};
use crate::table::Table;
use crate::text::one_line;

/// The most records that the api gives at once.
const PAGE: u32 = 500;
/// The most hits that the api gives.
const HITS: u32 = 100;

/// The records of a kind, all of them unless limited.
pub(crate) fn list(session: &Session, list: List) -> Result<Answer, Failure> {
    let filters = filters::read(session, &list.kind, &list.filters)?;
    let (sort, descending) = match list.sort.as_deref().map(|sort| (sort, sort.strip_prefix('-'))) {
        Some((_, Some(field))) => (Some(field.to_owned()), true),
        Some((field, None)) => (Some(field.to_owned()), false),
        None => (None, false),
    };
    let wanted = wire::List {
        kind: list.kind,
        text: None,
        filters,
        sort,
        descending,
        offset: 0,
        around: None,
        limit: PAGE,
        deleted: list.deleted,
    };
    let page = pages(session, &wanted, list.limit.unwrap_or(u32::MAX))?;
    Ok(session.answer(&page, || page_text(session, &wanted.kind, &page)))
}

/// Asks page by page until there is no more, or as much as was wanted.
fn pages(session: &Session, wanted: &wire::List, limit: u32) -> Result<Page, Failure> {
    let mut all = Page { rows: vec![], offset: 0, total: 0 };
    loop {
        let offset = u32::try_from(all.rows.len()).unwrap_or(u32::MAX);
        let ask = wire::List { offset, limit: PAGE.min(limit - offset), ..wanted.clone() };
        let page = session.told(session.api.list(ask))?;
        let is_last = page.rows.len() < PAGE as usize;
        all.total = page.total;
        all.rows.extend(page.rows);
        if is_last || all.rows.len() as u64 >= u64::from(limit) {
            return Ok(all);
        }
    }
}

fn page_text(session: &Session, kind: &str, page: &Page) -> String {
    if page.rows.is_empty() {
        return session.text("cli-nothing-found");
    }
    let table = Kind::from_name(kind).map(|kind| rows(session, kind, &page.rows)).unwrap_or_default();
    let shown = page.rows.len();
    if shown as u64 == u64::from(page.total) {
        return table;
    }
    let count = session.say("cli-list-part", Args::new().with("shown", shown).with("total", page.total));
    format!("{table}\n{count}")
}

/// Rows of one kind as a table: id, title, and what else there is to tell them apart.
pub(crate) fn rows(session: &Session, kind: Kind, rows: &[Row]) -> String {
    let messages = session.messages;
    let fields = labels::columns(kind);
    let mut headings = vec![session.text("cli-column-id"), session.text("cli-column-title")];
    headings.extend(kind.companions().map(|companions| labels::kinds(messages, companions.rows.name())));
    headings.extend(fields.iter().map(|field| labels::field(messages, kind.name(), field.name)));
    headings.push(session.text("cli-column-state"));
    let mut table = Table::new(headings);
    for row in rows {
        let mut cells = vec![row.id.clone(), one_line(&row.title)];
        cells.extend(kind.companions().map(|_| one_line(&labels::companions(messages, row))));
        cells.extend(fields.iter().map(|field| one_line(&labels::value(messages, row, field))));
        cells.push(row.state.as_ref().map(|state| one_line(&state.sentence)).unwrap_or_default());
        table.row(cells);
    }
    table.without_repetition().lines(session.columns)
}

/// What the search box would find.
pub(crate) fn search(session: &Session, words: &[String]) -> Result<Answer, Failure> {
    let wanted = wire::Search { text: words.join(" "), kind: None, limit: HITS };
    let hits = session.told(session.api.search(wanted))?;
    Ok(session.answer(&hits, || {
        if hits.is_empty() {
            return session.text("cli-nothing-found");
        }
        let headings = ["cli-column-id", "cli-column-title", "cli-column-kind", "cli-column-more"];
        let mut table = Table::new(headings.map(|key| session.text(key)).to_vec());
        for hit in &hits {
            let kind = labels::kind(session.messages, &hit.kind);
            table.row(vec![hit.id.clone(), one_line(&hit.title), kind, one_line(&hit.subtitle)]);
        }
        table.without_repetition().lines(session.columns)
    }))
}
