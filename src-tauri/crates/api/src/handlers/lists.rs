//! Lists, search, and the home page.

use chrono::NaiveDate;
use entente_domain::kinds::Kind;
use entente_domain::rules::agreement_state::StateCode;
use entente_domain::store::{Query, Sort};
use entente_domain::workspace::{Group, RecentSave, Stretch, Workspace};
use entente_messages::Messages;

use super::filters;
use crate::convert::{self, Telling};
use crate::wire::{
    Agenda, AgendaGroup, Expiring, FilterTexts, Hit, Home, List, Nothing, Page, RecentChange, Row, Search,
};
use crate::{Api, Failure};

/// The most rows of a page of a list.
const MAX_ROWS: u32 = 500;

/// The most that a search, or a look for what to filter by, finds.
const MAX_HITS: u32 = 100;

/// The most overdue follow-ups on the home page.
const OVERDUE: u32 = 50;

/// The most follow-ups still to come on the home page.
const UPCOMING: u32 = 20;

/// The most agreements about to end on the home page.
const EXPIRING: usize = 20;

/// The most saves on the home page.
const RECENT: usize = 30;

/// The most contested fields on the home page, which has a link to the rest.
const CONTESTED: u32 = 2;

/// The most follow-ups of each stretch of the agenda.
const AGENDA: u32 = 100;

impl Api {
    /// One page of the records of a kind.
    ///
    /// # Errors
    /// If the kind or a field is not known, or cannot be sorted or filtered by.
    pub fn list(&self, list: List) -> Result<Page, Failure> {
        let today = self.today();
        self.read(|workspace, messages| {
            let telling = Telling { messages, today };
            let around = list.around.as_deref().map(convert::id).transpose()?;
            let mut query = query(list, today)?;
            if let Some(place) = around.map(|id| workspace.place(&query, id)).transpose()?.flatten() {
                query.offset = place - place % query.limit.max(1);
            }
            let page = workspace.list(&query)?;
            Ok(Page { rows: telling.rows(&page.rows), offset: query.offset, total: page.total })
        })
    }

    /// What can be filtered by under a name: the texts that rows say, those said most often first.
    ///
    /// # Errors
    /// If the kind is not known, or lists of it are not filtered by such a text.
    pub fn filter_texts(&self, query: FilterTexts) -> Result<Vec<String>, Failure> {
        self.read(|workspace, _| {
            let kind = convert::kind(&query.kind)?;
            let (rows, field) = filters::of_texts(kind, &query.filter)?;
            Ok(workspace.texts(rows, field, &query.text, query.limit.min(MAX_HITS) as usize)?)
        })
    }

    /// What the search box finds, best first.
    ///
    /// # Errors
    /// If the kind is not known.
    pub fn search(&self, search: Search) -> Result<Vec<Hit>, Failure> {
        let today = self.today();
        self.read(|workspace, messages| {
            let telling = Telling { messages, today };
            let kind = search.kind.as_deref().map(convert::kind).transpose()?;
            let rows = workspace.search(&search.text, kind, search.limit.min(MAX_HITS))?;
            Ok(rows.iter().map(|row| hit(telling.row(row), row.kind, messages)).collect())
        })
    }

    /// What the home page shows.
    ///
    /// # Errors
    /// If the workspace cannot be read.
    pub fn home(&self, _: Nothing) -> Result<Home, Failure> {
        let today = self.today();
        self.read(|workspace, messages| {
            let telling = Telling { messages, today };
            let overdue = workspace.overdue(today, OVERDUE)?;
            let expiring = workspace.expiring(today, EXPIRING)?;
            let recent = workspace.recent(RECENT)?;
            Ok(Home {
                today: today.to_string(),
                overdue: telling.rows(&overdue.rows),
                overdue_total: overdue.total,
                upcoming: telling.rows(&workspace.upcoming(today, UPCOMING)?),
                expiring: expiring
                    .iter()
                    .map(|(row, state)| Expiring { record: telling.row(row), state: telling.state(*state) })
                    .collect(),
                recent: recent.into_iter().map(|save| recent_change(&telling, workspace, save)).collect(),
                contested: super::conflicts::page(&telling, workspace, 0, CONTESTED)?,
                conflicts: workspace.conflict_count()?,
            })
        })
    }

    /// The open follow-ups by when they are due.
    ///
    /// # Errors
    /// If the workspace cannot be read.
    pub fn agenda(&self, _: Nothing) -> Result<Agenda, Failure> {
        let today = self.today();
        self.read(|workspace, messages| {
            let telling = Telling { messages, today };
            let groups = workspace.open_follow_ups(today, AGENDA)?;
            let groups = groups.iter().map(|group| agenda_group(&telling, group)).collect();
            Ok(Agenda { today: today.to_string(), groups })
        })
    }
}

fn query(list: List, today: NaiveDate) -> Result<Query, Failure> {
    let kind = convert::kind(&list.kind)?;
    let sort = match list.sort.as_deref() {
        None | Some("title") => Sort::Title,
        Some("created") => Sort::Arrival,
        Some(name) => {
            let field = kind.field(name).filter(|field| Workspace::is_sortable(field));
            Sort::Field(field.ok_or_else(|| Failure::UnknownField { kind, name: name.into() })?)
        }
    };
    Ok(Query {
        kind,
        text: list.text,
        filters: list
            .filters
            .into_iter()
            .map(|filter| filters::read(kind, filter, today))
            .collect::<Result<_, _>>()?,
        sort,
        descending: list.descending,
        offset: list.offset,
        limit: list.limit.min(MAX_ROWS),
        deleted: list.deleted,
    })
}

fn hit(row: Row, kind: Kind, messages: &Messages) -> Hit {
    let field = |name: &str| match row.fields.get(name) {
        Some(Some(crate::wire::WireValue::Text(text))) if !text.is_empty() => Some(text.clone()),
        _ => None,
    };
    let dated = |name: &str| field(name).map(|date| messages.date(&date));
    let country = || field("country").map(|code| messages.text(&format!("country-{code}")));
    let companions: Vec<&str> = row.companions.iter().map(|companion| companion.name.as_str()).collect();
    let companions = || (!companions.is_empty()).then(|| companions.join(", "));
    let parts: Vec<Option<String>> = match kind {
        Kind::Institution => vec![field("short-name"), field("city"), country()],
        Kind::Person => {
            vec![field("original-name").filter(|name| *name != row.title), companions(), country()]
        }
        Kind::Agreement => {
            let kind = field("kind").map(|code| messages.text(&format!("choice-agreement-kind-{code}")));
            let state = row.state.as_ref().filter(|state| state.code != StateCode::Unknown.name());
            vec![field("number"), companions(), kind, state.map(|state| state.sentence.clone())]
        }
        Kind::Event => vec![dated("start"), field("place")],
        Kind::FollowUp => vec![dated("due"), field("assignee")],
        _ => Vec::new(),
    };
    let subtitle = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    Hit { id: row.id, kind: row.kind, title: row.title, subtitle }
}

fn recent_change(telling: &Telling<'_>, workspace: &Workspace, save: RecentSave) -> RecentChange {
    let about = save.about.as_ref();
    RecentChange {
        at: convert::time(save.wall_time),
        author: save.author,
        here: workspace.is_own(save.at),
        action: convert::action_name(save.action),
        id: about.map(|row| row.id.to_string()),
        kind: about.map_or_else(|| Kind::Device.name().into(), |row| row.kind.name().into()),
        title: about.map(|row| telling.title(row.kind, row.title.as_deref())).unwrap_or_default(),
        others: convert::count(save.others as u64),
    }
}

fn agenda_group(telling: &Telling<'_>, group: &Group<entente_domain::store::Row>) -> AgendaGroup {
    let code = match group.stretch {
        Stretch::Overdue => "overdue".into(),
        Stretch::Today => "today".into(),
        Stretch::Within(days) => format!("within-{days}"),
        Stretch::Later => "later".into(),
        Stretch::Undated => "undated".into(),
    };
    AgendaGroup { code, total: group.total, rows: telling.rows(&group.rows) }
}
