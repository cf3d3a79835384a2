//! The search index: what is fed to it, and what it is asked.
//!
//! A main record is found by its own words and those of what belongs to it. Chinese and Japanese have no spaces
//! between words, so each run of such characters is fed as overlapping pairs and its last character alone
//! (上海理工 becomes 上海, 海理, 理工, 工); then any part of a run is found, from one character on, and nothing else.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write as _;
use std::sync::LazyLock;

use rusqlite::{Connection, OptionalExtension, Result};

use super::RecordNumber;
use super::records::{self, StoredRecord};
use super::schema::quoted;
use crate::ids::RecordId;
use crate::kinds::{Kind, Role};
use crate::rules::Values;
use crate::value::Value;

/// Records whose words are to be written.
#[derive(Debug, Default)]
pub(crate) struct Pending {
    /// Main records that came with the commit being applied, and the words of each and of what came along with it, by
    /// the ids on the way there.
    arrived: BTreeMap<RecordNumber, BTreeMap<Vec<RecordId>, String>>,
    /// Where everything stands that came so: under which main record, and on which way.
    places: HashMap<RecordNumber, (RecordNumber, Vec<RecordId>)>,
    /// Main records of which anything was changed: their words are gathered at the end of the transaction.
    main: BTreeSet<RecordNumber>,
    /// Records of which the main record has not arrived yet.
    loose: BTreeSet<RecordNumber>,
}

impl Pending {
    /// Takes the words of a record that was not known before and is in use, if it is a main record or belongs to one
    /// that came by the same commit. Says whether it did; otherwise [`note`](Self::note) what belongs to what.
    pub(crate) fn take(&mut self, record: &StoredRecord, kind: Kind, values: &Values) -> bool {
        let (main, path) = match record.owner.and_then(|owner| self.places.get(&owner)) {
            _ if kind.is_main() => (record.n, Vec::new()),
            Some((main, above)) => (*main, [above.as_slice(), &[record.id]].concat()),
            None => return false,
        };
        let mut words = String::new();
        for field in kind.fields().iter().filter(|field| field.is(Role::Searched)) {
            feed(values.get(&field.number).and_then(Value::as_text).unwrap_or_default(), &mut words);
        }
        self.arrived.entry(main).or_default().insert(path.clone(), words);
        self.places.insert(record.n, (main, path));
        true
    }

    /// Writes the words that were taken. Call at the end of each commit.
    pub(crate) fn write_taken(&mut self, connection: &Connection) -> Result<()> {
        self.places.clear();
        for (n, words) in std::mem::take(&mut self.arrived) {
            let words: String = words.into_values().collect();
            add(connection, n, &words)?;
        }
        Ok(())
    }

    /// Notes that a record of this kind was written, and under which main record if that is known.
    pub(crate) fn note(&mut self, n: RecordNumber, kind: u16, main: Option<RecordNumber>) {
        if Kind::from_number(kind).is_some_and(is_searched) {
            self.note_above(n, main);
        }
    }

    /// Notes that something was written, or taken away, that belongs to a record.
    pub(crate) fn note_above(&mut self, n: RecordNumber, main: Option<RecordNumber>) {
        match main {
            Some(main) => self.main.insert(main),
            None => self.loose.insert(n),
        };
    }

    /// Gathers and writes the words of all noted records.
    pub(crate) fn write(mut self, connection: &Connection) -> Result<()> {
        for n in self.loose {
            self.main.extend(records::main_of(connection, n)?);
        }
        for n in self.main {
            connection.prepare_cached("DELETE FROM search WHERE rowid = ?")?.execute([n])?;
            let mut words = String::new();
            gather(connection, n, &mut words)?;
            add(connection, n, &words)?;
        }
        Ok(())
    }
}

fn add(connection: &Connection, n: RecordNumber, words: &str) -> Result<()> {
    if words.is_empty() {
        return Ok(());
    }
    connection
        .prepare_cached("INSERT INTO search (rowid, words) VALUES (?, ?)")?
        .execute((n, words))
        .map(drop)
}

fn is_searched(kind: Kind) -> bool {
    kind.fields().iter().any(|field| field.is(Role::Searched))
}

/// Appends the words of a live record and of the live ones that belong to it.
fn gather(connection: &Connection, n: RecordNumber, words: &mut String) -> Result<()> {
    let kind: Option<u16> = connection
        .prepare_cached("SELECT kind FROM record WHERE n = ? AND live")?
        .query_row([n], |row| row.get(0))
        .optional()?;
    let Some(kind) = kind.and_then(Kind::from_number) else { return Ok(()) };
    if let Some(query) = words_query(kind) {
        let mut select = connection.prepare_cached(query)?;
        let text: String = select.query_row([n], |row| row.get(0))?;
        feed(&text, words);
    }
    if kind.owned_kinds().next().is_some() {
        for owned in records::owned(connection, n, false)? {
            gather(connection, owned, words)?;
        }
    }
    Ok(())
}

/// The query for the searched fields of a record of this kind, joined; `None` if it has none.
fn words_query(kind: Kind) -> Option<&'static str> {
    static QUERIES: LazyLock<Vec<Option<String>>> = LazyLock::new(|| {
        Kind::ALL
            .into_iter()
            .map(|kind| {
                let searched = kind.fields().iter().filter(|field| field.is(Role::Searched));
                let columns: Vec<String> = searched.map(|field| quoted(field.name)).collect();
                let sql = format!(
                    "SELECT concat_ws(' ', {}) FROM {} WHERE n = ?",
                    columns.join(", "),
                    quoted(kind.name())
                );
                (!columns.is_empty()).then_some(sql)
            })
            .collect()
    });
    QUERIES[usize::from(kind.number()) - 1].as_deref()
}

/// Appends a text in the form in which it is indexed.
fn feed(text: &str, words: &mut String) {
    for run in runs(text) {
        match run {
            Run::Words(run) => write!(words, " {run}").expect("BUG: writing to memory cannot fail"),
            Run::Ideographs(run) => {
                let characters: Vec<char> = run.chars().collect();
                for pair in characters.windows(2) {
                    words.extend([' ', pair[0], pair[1]]);
                }
                words.extend(characters.last().map(|last| [' ', *last]).into_iter().flatten());
            }
        }
    }
}

/// The FTS5 expression that finds what begins with each of the words typed; `None` if there are no words.
pub(crate) fn expression(typed: &str) -> Option<String> {
    let mut terms: Vec<String> = Vec::new();
    for run in runs(typed) {
        match run {
            Run::Words(run) => {
                let words =
                    run.split(|c: char| !c.is_alphanumeric() && !is_mark(c)).filter(|word| !word.is_empty());
                terms.extend(words.map(|word| format!("\"{word}\"*")));
            }
            Run::Ideographs(run) => {
                let characters: Vec<char> = run.chars().collect();
                let pairs: Vec<String> = characters.windows(2).map(|pair| pair.iter().collect()).collect();
                let phrase = if pairs.is_empty() { run.into() } else { pairs.join(" ") };
                terms.push(format!("\"{phrase}\"*"));
            }
        }
    }
    (!terms.is_empty()).then(|| terms.join(" AND "))
}

/// Combining marks stay within a word, as the tokenizer has it.
fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

enum Run<'a> {
    Words(&'a str),
    Ideographs(&'a str),
}

fn runs(text: &str) -> impl Iterator<Item = Run<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let ideographs = is_ideograph(rest.chars().next()?);
        let end = rest.find(|c| is_ideograph(c) != ideographs).unwrap_or(rest.len());
        let (run, behind) = rest.split_at(end);
        rest = behind;
        Some(if ideographs { Run::Ideographs(run) } else { Run::Words(run) })
    })
}

/// Characters of scripts written without spaces between words: Han, Hiragana, Katakana, Bopomofo.
fn is_ideograph(c: char) -> bool {
    matches!(c,
        '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{312F}' | '\u{31A0}'..='\u{31FF}' | '\u{3400}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF66}'..='\u{FF9D}' | '\u{20000}'..='\u{3FFFF}')
}

/// A record found: its number, best first.
pub(crate) fn find(
    connection: &Connection,
    typed: &str,
    kind: Option<Kind>,
    limit: u32,
) -> Result<Vec<RecordNumber>> {
    let Some(expression) = expression(typed) else { return Ok(Vec::new()) };
    // Ranking reads every hit; past some thousands nobody reads the ranking, and it would cost the frame.
    const RANKED: u32 = 2_000;
    let kind = kind.map_or(0, Kind::number);
    let restricted = "AND (?2 = 0 OR rowid IN (SELECT n FROM record WHERE kind = ?2 AND live))";
    let hits: u32 = connection
        .prepare_cached("SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ?1 LIMIT ?2)")?
        .query_row((&expression, RANKED), |row| row.get(0))?;
    let order = if hits < RANKED { "ORDER BY rank" } else { "" };
    let sql = format!("SELECT rowid FROM search WHERE search MATCH ?1 {restricted} {order} LIMIT ?3");
    connection.prepare_cached(&sql)?.query_map((&expression, kind, limit), |row| row.get(0))?.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fed(text: &str) -> String {
        let mut words = String::new();
        feed(text, &mut words);
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn ideographs_are_fed_as_pairs_and_a_last_one() {
        assert_eq!(fed("上海理工 USST"), "上海 海理 理工 工 USST");
        assert_eq!(fed("A字"), "A 字");
        assert_eq!(fed("Бишкек шаары"), "Бишкек шаары");
    }

    #[test]
    fn what_is_typed_becomes_prefixes_and_never_syntax() {
        assert_eq!(expression("shang uni").as_deref(), Some("\"shang\"* AND \"uni\"*"));
        assert_eq!(expression("海").as_deref(), Some("\"海\"*"));
        assert_eq!(expression("上海理").as_deref(), Some("\"上海 海理\"*"));
        assert_eq!(expression("a\" OR b*").as_deref(), Some("\"a\"* AND \"OR\"* AND \"b\"*"));
        assert_eq!(expression(" -- ").as_deref(), None);
    }
}
