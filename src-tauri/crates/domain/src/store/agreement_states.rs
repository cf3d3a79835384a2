//! What the agreements' dates mean on a day, kept beside their fields so that a list can ask for it at once.
//!
//! No commit says it, so the projector leaves it open; it is worked out when a list or the home page first asks,
//! and again for those whose state has turned since.

use chrono::NaiveDate;
use rusqlite::{Connection, Result};

use super::kind_rows;
use super::local::{self, Key};
use crate::kinds::Kind;
use crate::rules::agreement_state::{FIELDS, FORM, StateCode, holds_until, state};

/// The columns of `agreement` for it, and the index that finds the agreements of a state, the next to turn first.
pub(super) const COLUMNS: &str = ",\n  \"state code\" INTEGER,\n  \"state until\" TEXT";
pub(super) const INDEX: &str =
    "CREATE INDEX \"agreement by state\" ON agreement (live, \"state code\", \"state until\");\n";

/// Leaves the state open, as part of an update.
pub(super) const OPEN: &str = "\"state code\" = NULL";

/// Whether a state follows from this field of agreements.
pub(super) fn follows_from(field: &str) -> bool {
    FIELDS.contains(&field)
}

/// Brings the states of all live agreements to what they are on `today`. Writes nothing if they are.
pub(crate) fn bring_to(connection: &Connection, today: NaiveDate) -> Result<()> {
    let none_holds = worked_out(connection)?.is_some_and(|(day, form)| day > today || form != FORM);
    if !none_holds && due(connection, today)?.is_empty() {
        return Ok(());
    }
    let transaction = connection.unchecked_transaction()?;
    if none_holds {
        transaction.execute(&format!("UPDATE agreement SET {OPEN}"), ())?;
    }
    for n in due(&transaction, today)? {
        work_out(&transaction, n, today)?;
    }
    local::set(&transaction, Key::StatesOn, format!("{today} {FORM}").as_bytes())?;
    transaction.commit()
}

/// The day for which the states were last worked out, and by which rules. A laptop's clock can be put back behind it. The
/// rules of the first form were not noted.
fn worked_out(connection: &Connection) -> Result<Option<(NaiveDate, u32)>> {
    let kept = local::get(connection, Key::StatesOn)?;
    let read = |bytes: Vec<u8>| {
        let text = String::from_utf8(bytes).ok()?;
        let (day, form) = text.split_once(' ').unwrap_or((&text, "1"));
        Some((day.parse().ok()?, form.parse().ok()?))
    };
    Ok(kept.and_then(read))
}

/// The agreements whose state is open, or has turned.
fn due(connection: &Connection, today: NaiveDate) -> Result<Vec<i64>> {
    let codes = StateCode::ALL.map(|code| (code as u8).to_string()).join(", ");
    let sql = format!(
        "SELECT n FROM agreement WHERE live = 1 AND \"state code\" IS NULL \
         UNION ALL SELECT n FROM agreement \
             WHERE live = 1 AND \"state code\" IN ({codes}) AND \"state until\" < ?"
    );
    connection.prepare_cached(&sql)?.query_map([today.to_string()], |row| row.get(0))?.collect()
}

fn work_out(connection: &Connection, n: i64, today: NaiveDate) -> Result<()> {
    let agreement = kind_rows::load_some(connection, Kind::Agreement, n, &FIELDS)?;
    let state = state(&agreement, today);
    let code = state.code() as u8;
    let until = holds_until(&agreement, state, today).map(|day| day.to_string());
    connection
        .prepare_cached("UPDATE agreement SET \"state code\" = ?, \"state until\" = ? WHERE n = ?")?
        .execute((code, until, n))
        .map(drop)
}

/// The agreements that are expiring, the nearest end first, `limit` at the most. Call [`bring_to`] before.
pub(crate) fn expiring(connection: &Connection, limit: usize) -> Result<Vec<i64>> {
    let sql = format!(
        "SELECT n FROM agreement WHERE live = 1 AND \"state code\" = {} ORDER BY \"state until\", n LIMIT {limit}",
        StateCode::Expiring as u8
    );
    connection.prepare_cached(&sql)?.query_map((), |row| row.get(0))?.collect()
}
