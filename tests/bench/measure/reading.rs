//! What an officer waits for while looking: search, lists, pages.

use chrono::NaiveDate;
use entente_domain::ids::RecordId;
use entente_domain::kinds::{Choices, Field, FieldType, Kind, Role};
use entente_domain::rules::agreement_state::StateCode;
use entente_domain::store::{Dates, Filter, Query, Sort, Test};
use entente_domain::value::Value;
use entente_domain::workspace::{Error, Workspace};

use crate::clock::{Times, timed};
use crate::generate::Known;
use crate::report::Row;

/// How long a frame or so may take.
pub(super) const FRAME: std::time::Duration = std::time::Duration::from_millis(16);

/// How many hits and rows the interface asks for.
const HITS: u32 = 20;
const PAGE: u32 = 100;

/// How many of the slowest lists are named.
const SLOWEST: usize = 8;

/// The day on which it is looked at.
pub(crate) fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 7, 1).expect("BUG: a day of the calendar")
}

/// What is typed: alphabets letter by letter, Chinese and Korean a character at a time.
#[rustfmt::skip]
pub(super) const TYPED: [(&str, &[&str]); 3] = [
    ("Latin", &[
        "university", "muller", "agreement on", "institute of optics", "smith", "garcia", "exchange", "de-20", "hotel", "berlin university",
        "krakow", "nguyen minh", "zimmermann", "send the draft", "laboratory chem", "international@", "ouyang", "wang wei", "prof", "visa",
    ]),
    ("Chinese", &["上海理", "大学", "王", "李敏", "合作备", "研究所", "张", "第", "发", "光学", "学术交", "科技园", "欧阳", "人民医", "协议"]),
    ("Cyrillic, Arabic, Korean", &[
        "университет", "иванов", "соглашение", "бишкек", "институт оптики", "айгүл", "جامعة", "محمد", "اتفاقية", "معهد", "대학교", "김민", "협정", "연구소",
    ]),
];

/// The rows about reading.
pub(crate) fn rows(workspace: &Workspace, known: &Known) -> Result<Vec<Row>, Error> {
    let mut rows = Vec::new();
    for (script, texts) in TYPED {
        let times = keystrokes(workspace, texts)?;
        let what = format!("A keystroke in the search box, {script} (p99 of {})", times.count());
        rows.push(Row::told(&what.replace("p99", "p50"), times.percentile(50)));
        rows.push(Row::within(&what, times.percentile(99), FRAME));
    }
    rows.extend(lists(workspace, known)?);
    rows.push(looks("Home page", 50, |_| home(workspace))?);
    rows.push(looks("Agenda", 50, |_| workspace.open_follow_ups(today(), 100).map(drop))?);
    let open = |ids: Vec<RecordId>| move |turn: usize| workspace.detail(ids[turn * 97 % ids.len()]).map(drop);
    rows.push(looks(
        "Page of an agreement",
        200,
        open(known.agreements.iter().map(|found| found.id).collect()),
    )?);
    rows.push(looks("Page of a person", 200, open(known.people.iter().map(|found| found.id).collect()))?);
    rows.push(looks(
        "Page of an institution",
        200,
        open(known.institutions.iter().map(|found| found.id).collect()),
    )?);
    Ok(rows)
}

/// The time of every keystroke while each text is typed, three times over.
pub(super) fn keystrokes(workspace: &Workspace, texts: &[&str]) -> Result<Times, Error> {
    let mut times = Times::default();
    for text in texts.iter().cycle().take(3 * texts.len()) {
        let ends = text.char_indices().map(|(at, c)| at + c.len_utf8());
        for end in ends {
            let (found, time) = timed(|| workspace.search(&text[..end], None, HITS));
            found?;
            times.add(time);
        }
    }
    Ok(times)
}

/// The p99 of one look at something with limits of a frame.
fn looks(what: &str, turns: usize, mut look: impl FnMut(usize) -> Result<(), Error>) -> Result<Row, Error> {
    look(0)?;
    let mut times = Times::default();
    for turn in 0..turns {
        let (looked, time) = timed(|| look(turn));
        looked?;
        times.add(time);
    }
    Ok(Row::within(&format!("{what} (p99 of {turns})"), times.percentile(99), FRAME))
}

/// All that the home page shows, and the counts beside the sidebar's words.
pub(super) fn home(workspace: &Workspace) -> Result<(), Error> {
    workspace.overdue(today(), 50)?;
    workspace.upcoming(today(), 20)?;
    workspace.expiring(today(), 20)?;
    workspace.recent(30)?;
    workspace.conflict_count()?;
    workspace.counts().map(drop)
}

/// The first page of every main kind's list, with every sort both ways, bare and with every filter; and which were the
/// slowest.
fn lists(workspace: &Workspace, known: &Known) -> Result<Vec<Row>, Error> {
    let (mut times, mut lists) = (Times::default(), Vec::new());
    for kind in Kind::MAIN {
        for (filter, condition) in conditions(kind, known) {
            for (sort, descending) in orders(kind) {
                let query = Query { sort, descending, ..condition.clone() };
                workspace.list(&query)?;
                let (page, time) = timed(|| workspace.list(&query));
                page?;
                times.add(time);
                lists.push((time, format!("{kind} {filter} by {}", told(sort, descending))));
            }
        }
    }
    lists.sort_by(|one, other| other.cmp(one));
    let what = format!("First page of a list (p99 of {})", times.count());
    let mut rows = vec![Row::within(&what, times.percentile(99), FRAME)];
    rows.extend(lists.into_iter().take(SLOWEST).map(|(time, list)| Row::told(&format!("  {list}"), time)));
    Ok(rows)
}

fn told(sort: Sort, descending: bool) -> String {
    let by = match sort {
        Sort::Field(field) => field.name,
        Sort::Title => "title",
        Sort::Arrival => "arrival",
    };
    if descending { format!("{by}, descending") } else { by.into() }
}

pub(super) fn orders(kind: Kind) -> impl Iterator<Item = (Sort, bool)> {
    let sorts = kind.fields().iter().filter(|field| Workspace::is_sortable(field)).map(Sort::Field);
    [Sort::Title, Sort::Arrival].into_iter().chain(sorts).flat_map(|sort| [(sort, false), (sort, true)])
}

/// The first page of a list without a filter.
pub(super) fn all(kind: Kind) -> Query {
    Query {
        kind,
        text: None,
        filters: Vec::new(),
        sort: Sort::Title,
        descending: false,
        offset: 0,
        limit: PAGE,
        deleted: false,
    }
}

/// No filter; the trash; a text; what belongs to a record, as a tag; each state of agreements; and for each listed field what it may be asked for.
fn conditions(kind: Kind, known: &Known) -> Vec<(String, Query)> {
    let all = all(kind);
    let mut conditions = vec![
        ("all".into(), all.clone()),
        ("trash".into(), Query { deleted: true, ..all.clone() }),
        ("text 'opt'".into(), Query { text: Some("opt".into()), ..all.clone() }),
        ("text '学'".into(), Query { text: Some("学".into()), ..all.clone() }),
    ];
    for (rows, field) in kind.row_filters() {
        let value = match field.field_type.references() {
            [] => "optics".into(),
            [Kind::Tag, ..] => known.tags[0].into(),
            _ => known.institutions[0].id.into(),
        };
        let filters = vec![Filter::Rows(rows, field, vec![value])];
        conditions.push((field.filters.unwrap_or_default().into(), Query { filters, ..all.clone() }));
    }
    for code in StateCode::ALL.into_iter().filter(|_| kind == Kind::Agreement) {
        let filters = vec![Filter::State(vec![code], today())];
        conditions.push((format!("state {}", code.name()), Query { filters, ..all.clone() }));
    }
    for field in kind.fields().iter().filter(|field| field.is(Role::Listed)) {
        for (name, test) in tests(field, known) {
            let filters = vec![Filter::Field(field, test)];
            conditions.push((format!("{} {name}", field.name), Query { filters, ..all.clone() }));
        }
    }
    conditions
}

fn tests(field: &Field, known: &Known) -> Vec<(String, Test)> {
    let any_of = |values: &[&str]| Test::AnyOf(values.iter().map(|value| Value::from(*value)).collect());
    let mut tests = vec![("unknown".into(), Test::Unknown), ("known".into(), Test::Known)];
    match field.field_type {
        FieldType::Choice(Choices::Closed(codes) | Choices::Open(codes)) => {
            tests.extend(codes.iter().map(|code| ((*code).into(), any_of(&[code]))));
            tests.push(("first two".into(), any_of(&codes[..2])));
        }
        FieldType::Date => {
            let within = |date: &str| Dates::within(date.parse().expect("a date"));
            tests.push(("in 2024".into(), Test::Dates(vec![within("2024")])));
            tests.push(("in July".into(), Test::Dates(vec![within("2026-07")])));
            let last = NaiveDate::from_ymd_opt(2020, 12, 31);
            tests.push(("until 2020".into(), Test::Dates(vec![Dates::Between(None, last)])));
        }
        FieldType::Country => {
            tests.push(("CN".into(), any_of(&["CN"])));
            tests.push(("KG or FI".into(), any_of(&["KG", "FI"])));
        }
        FieldType::Reference(_) => {
            let ids = known
                .agreements
                .iter()
                .map(|found| found.id)
                .chain(known.institutions.iter().map(|found| found.id));
            tests.extend(
                ids.step_by(known.agreements.len().max(1))
                    .take(2)
                    .map(|id| ("one".into(), Test::AnyOf(vec![id.into()]))),
            );
        }
        _ => tests.push(("李敏".into(), any_of(&["李敏"]))),
    }
    tests
}
