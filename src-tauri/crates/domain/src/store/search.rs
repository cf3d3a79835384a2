//! The search index: what is fed to it, and what it is asked.
//!
//! A main record is found by its own words and those of what belongs to it. Chinese and Japanese have no spaces
//! between words, so each run of such characters is fed as overlapping pairs and its last character alone
//! (上海理工 becomes 上海, 海理, 理工, 工); then any part of a run is found, from one character on, and nothing else.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::sync::LazyLock;

use rusqlite::{Connection, OptionalExtension, Result};

use super::RecordNumber;
use super::records::{self, StoredRecord};
use super::schema::quoted;
use crate::kinds::{Kind, Role};

/// Records whose words are to be written at the end of the transaction.
#[derive(Debug, Default)]
pub(crate) struct Pending {
    main: BTreeSet<RecordNumber>,
    /// Those of which the main record has not arrived yet.
    loose: BTreeSet<RecordNumber>,
}

impl Pending {
    /// Notes that a record was written.
    pub(crate) fn note(&mut self, connection: &Connection, record: &StoredRecord) -> Result<()> {
        match Kind::from_number(record.kind).and_then(words_query) {
            Some(_) => self.note_above(connection, record.n),
            None => Ok(()),
        }
    }

    /// Notes that something was written, or taken away, that belongs to a record.
    pub(crate) fn note_above(&mut self, connection: &Connection, n: RecordNumber) -> Result<()> {
        match records::main_of(connection, n)? {
            Some(main) => self.main.insert(main),
            None => self.loose.insert(n),
        };
        Ok(())
    }

    /// Writes the words of all noted records.
    pub(crate) fn write(mut self, connection: &Connection) -> Result<()> {
        for n in self.loose {
            self.main.extend(records::main_of(connection, n)?);
        }
        let mut remove = connection.prepare_cached("DELETE FROM search WHERE rowid = ?")?;
        let mut add = connection.prepare_cached("INSERT INTO search (rowid, words) VALUES (?, ?)")?;
        for n in self.main {
            remove.execute([n])?;
            let mut words = String::new();
            gather(connection, n, &mut words)?;
            if !words.is_empty() {
                add.execute((n, words))?;
            }
        }
        Ok(())
    }
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
