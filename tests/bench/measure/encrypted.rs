//! What encryption of a workspace's file costs: the same file plain and encrypted by SQLCipher, the same rows written
//! and the same questions asked.
//!
//! The program cannot encrypt a workspace yet. All that encryption adds lies beneath SQLite's pages, so what the bare
//! file costs more is the most that the program, which does its own work besides, will cost more.

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, Result};

use super::raw::{self, Kept};
use crate::chance::Chance;
use crate::clock::timed;
use crate::generate::Known;
use crate::report::Row;
use crate::scene::Scene;

/// How often each is done; the shortest time counts.
const TIMES: usize = 3;

/// How many saves and looks there are.
const SAVES: usize = 200;
const LOOKS: usize = 2_000;

/// The first page of a list, an agreement with its parties, what an institution is called: what looks are made of.
const ASKED: [&str; 4] = [
    "SELECT n FROM agreement WHERE live = 1 ORDER BY \"sort key\", n LIMIT 100 OFFSET ?1 % 5000",
    "SELECT * FROM agreement WHERE n >= ?1 LIMIT 1",
    "SELECT party.* FROM party JOIN record USING (n) WHERE record.owner = ?1",
    "SELECT name FROM institution WHERE n >= ?1 LIMIT 1",
];

/// The rows about encryption.
pub(crate) fn rows(
    scene: &mut Scene,
    _: &Known,
) -> std::result::Result<Vec<Row>, Box<dyn std::error::Error>> {
    let workspace = scene.close();
    let file = |kept: Kept| scene.path(&format!("{kept:?}.db"));
    let (plain, encrypted) = (file(Kept::Plain), file(Kept::Encrypted));
    let [mut bulk, mut saves, mut looks] = [[Duration::MAX; 2]; 3];
    for _ in 0..TIMES {
        for (place, (kept, path)) in
            [(Kept::Plain, &plain), (Kept::Encrypted, &encrypted)].into_iter().enumerate()
        {
            bulk[place] = bulk[place].min(raw::insert(&workspace, path, kept)?);
            looks[place] = looks[place].min(look(path, kept)?);
            saves[place] = saves[place].min(save(path, kept)?);
            std::fs::remove_file(path)?;
        }
    }
    scene.reopen(&workspace)?;
    let row = |what: &str, [plain, encrypted]: [Duration; 2], limit| {
        Row::times(&format!("Encrypted file by SQLCipher alone: {what}"), encrypted, plain, limit)
    };
    Ok(vec![
        row("all rows, in bulk", bulk, 2.0),
        row(&format!("{SAVES} saves"), saves, 1.25),
        row(&format!("{LOOKS} looks at lists and pages"), looks, 1.25),
    ])
}

/// Looks here and there, in a file just opened.
fn look(path: &Path, kept: Kept) -> Result<Duration> {
    let connection = raw::open(path, kept)?;
    let greatest: usize = connection.query_row("SELECT max(n) FROM record", (), |row| row.get(0))?;
    let mut chance = Chance::new(0x100C);
    let (looked, time) = timed(|| {
        (0..LOOKS).try_for_each(|turn| {
            let mut select = connection.prepare_cached(ASKED[turn % ASKED.len()])?;
            let mut rows = select.query([chance.below(greatest)])?;
            while rows.next()?.is_some() {}
            Ok(())
        })
    });
    looked.map(|()| time)
}

/// Saves a changed record as often, each time down to the disk.
fn save(path: &Path, kept: Kept) -> Result<Duration> {
    let connection = raw::open(path, kept)?;
    let greatest: usize = connection.query_row("SELECT max(n) FROM record", (), |row| row.get(0))?;
    let mut chance = Chance::new(0x5A7E);
    let (saved, time) = timed(|| (0..SAVES).try_for_each(|_| save_one(&connection, chance.below(greatest))));
    saved.map(|()| time)
}

fn save_one(connection: &Connection, n: usize) -> Result<()> {
    let transaction = connection.unchecked_transaction()?;
    let commit = "INSERT INTO log (device, seq, lamport, hash, bytes) \
                  SELECT device, 1 + (SELECT max(seq) FROM log AS newest WHERE newest.device = log.device), \
                         lamport + 1, hash, bytes FROM log WHERE n = (SELECT max(n) FROM log)";
    transaction.prepare_cached(commit)?.execute(())?;
    transaction
        .prepare_cached("UPDATE record SET state = CAST(state || x'00' AS BLOB) WHERE n = ?")?
        .execute([n])?;
    transaction.prepare_cached("UPDATE agreement SET note = 'Talked about.' WHERE n = ?")?.execute([n])?;
    transaction.commit()
}
