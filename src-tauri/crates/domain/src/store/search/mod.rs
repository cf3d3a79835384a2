//! The search index: what is fed to it, and what it is asked.
//!
//! A main record is found by its own words and those of what belongs to it. Chinese and Japanese have no spaces
//! between words, so each run of such characters is fed as overlapping pairs and its last character alone
//! (上海理工 becomes 上海, 海理, 理工, 工); then any part of a run is found, from one character on, and nothing else. A
//! person's name that is written without a space between its parts is fed so too, since it is typed so.

mod pending;

use rusqlite::{Connection, Result};

use super::RecordNumber;
use super::schema::quoted;
use crate::kinds::Kind;
use crate::rules::scripts::is_ideograph;

pub(crate) use pending::Pending;

/// Appends a text in the form in which it is indexed.
fn feed(text: &str, words: &mut String) {
    for run in runs(text) {
        match run {
            Run::Words(run) => {
                words.push(' ');
                words.push_str(run);
            }
            Run::Ideographs(run) => {
                let length = |text: &str| text.chars().next().map_or(0, char::len_utf8);
                let mut rest = run;
                while !rest.is_empty() {
                    let behind = &rest[length(rest)..];
                    words.push(' ');
                    words.push_str(&rest[..rest.len() - behind.len() + length(behind)]);
                    rest = behind;
                }
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

/// A record found: its number, best first.
pub(crate) fn find(
    connection: &Connection,
    typed: &str,
    kind: Option<Kind>,
    limit: u32,
) -> Result<Vec<RecordNumber>> {
    let Some(expression) = expression(typed) else { return Ok(Vec::new()) };
    // Ranking reads every hit; past some hundreds nobody reads the ranking, and it would cost the frame.
    const RANKED: u32 = 800;
    // What is in the trash has no words. The plus keeps SQLite from asking the index record by record.
    let restricted =
        kind.map_or(String::new(), |kind| format!("AND +rowid IN (SELECT n FROM {})", quoted(kind.name())));
    let hits: Vec<RecordNumber> = connection
        .prepare_cached("SELECT rowid FROM search WHERE search MATCH ?1 LIMIT ?2")?
        .query_map((&expression, RANKED.max(limit)), |row| row.get(0))?
        .collect::<Result<_>>()?;
    let few = hits.len() < RANKED as usize;
    if !few && kind.is_none() {
        return Ok(hits.into_iter().take(limit as usize).collect());
    }
    let order = if few { "ORDER BY rank" } else { "" };
    let sql = format!("SELECT rowid FROM search WHERE search MATCH ?1 {restricted} {order} LIMIT ?2");
    connection.prepare_cached(&sql)?.query_map((&expression, limit), |row| row.get(0))?.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::schema;

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

    #[test]
    fn the_first_characters_of_words_have_an_index_of_their_own() {
        let connection = schema::empty();
        connection.execute_batch("BEGIN").expect("begun");
        for n in 1..=400 {
            let words: String = ('a'..='z').map(|first| format!(" {first}{n}")).collect();
            let insert = "INSERT INTO search (rowid, words) VALUES (?, ?)";
            connection.execute(insert, (n, words)).expect("added");
        }
        connection.execute_batch("COMMIT").expect("written");
        // Terms begin with the number of their index: 0 for that of whole words.
        let sql = "SELECT count(*) FROM search_idx WHERE CAST(substr(term, 1, 1) AS TEXT) = '1'";
        let pages: u32 = connection.query_row(sql, (), |row| row.get(0)).expect("asked");
        assert!(pages > 0);
        assert_eq!(find(&connection, "q", None, 500).expect("asked").len(), 400);
    }
}
