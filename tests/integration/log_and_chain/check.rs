//! What a check finds: anything in the log, its signatures or the documents that is not as it was written.

use entente_domain::workspace::Watch;
use rusqlite::Connection;

use crate::laptop::Laptop;

/// A laptop with its own commits, a colleague's, and a document.
fn laptop_with_a_colleague() -> Laptop {
    let (mut aigul, mut bek) = (Laptop::of("Aigul"), Laptop::of("Bek"));
    let id = bek.add("institution", &[("name", "USST")]);
    for name in ["one", "two", "three"] {
        bek.edit(id, &[("name", name)]);
    }
    aigul.hear(&mut bek);
    for city in ["Osh", "Talas", "Naryn"] {
        aigul.edit(id, &[("city", city)]);
    }
    let file = aigul.file("scan.pdf");
    std::fs::write(&file, vec![7; 100_000]).expect("written");
    aigul.work().attach(id, &file, None).expect("attached");
    aigul
}

/// What a check finds after this was done to the file behind the program's back.
fn found_after(change: &str) -> Vec<String> {
    let mut laptop = laptop_with_a_colleague();
    laptop.close();
    let connection = Connection::open(laptop.path()).expect("opened");
    match change.strip_prefix("flip ") {
        Some(rows) => flip(&connection, rows),
        None => connection
            .execute_batch(&format!("PRAGMA foreign_keys = OFF; BEGIN; {change}; COMMIT"))
            .expect(change),
    }
    connection.close().expect("closed");
    laptop.open();
    laptop.work().check(&Watch::default()).expect("checked").problems
}

/// Flips a bit in the middle of the bytes of some rows.
fn flip(connection: &Connection, rows: &str) {
    let (table, condition) = rows.split_once(" WHERE ").expect("a condition");
    let select = format!("SELECT n, bytes FROM {table} WHERE {condition}");
    let (n, mut bytes): (i64, Vec<u8>) =
        connection.query_row(&select, (), |row| Ok((row.get(0)?, row.get(1)?))).expect("a row");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    connection.execute(&format!("UPDATE {table} SET bytes = ? WHERE n = ?"), (bytes, n)).expect("flipped");
}

#[test]
fn a_sound_workspace_has_nothing_to_be_found() {
    let mut laptop = laptop_with_a_colleague();
    let checked = laptop.work().check(&Watch::default()).expect("checked");
    assert_eq!((checked.commits, checked.documents, checked.problems), (10, 1, vec![]));
    assert_eq!(found_after("SELECT 1"), [""; 0]);
}

#[rustfmt::skip]
const CHANGES: [(&str, &str); 12] = [
    ("a commit altered",       "flip log WHERE device = DEVICE AND seq = 2"),
    ("the first altered",      "flip log WHERE device = DEVICE AND seq = 1"),
    ("a commit dropped",       "DELETE FROM log WHERE device = DEVICE AND seq = 2"),
    ("the last dropped",       "DELETE FROM log WHERE device = DEVICE AND seq = (SELECT max(seq) FROM log WHERE device = DEVICE)"),
    ("all dropped",            "DELETE FROM log WHERE device = DEVICE"),
    ("two swapped",            "UPDATE log SET seq = 1005 - seq WHERE device = DEVICE AND seq IN (2, 3); UPDATE log SET seq = seq - 1000 WHERE seq > 1000"),
    ("one renumbered",         "UPDATE log SET seq = seq + 100 WHERE device = DEVICE AND seq = 3"),
    ("a hash altered",         "UPDATE log SET hash = zeroblob(32) WHERE device = DEVICE AND seq = 2"),
    ("a lamport altered",      "UPDATE log SET lamport = lamport + 1 WHERE device = DEVICE AND seq = 2"),
    ("a signature altered",    "UPDATE log_device SET head_signature = zeroblob(64) WHERE n = DEVICE"),
    ("a head altered",         "UPDATE log_device SET head_seq = head_seq - 1 WHERE n = DEVICE"),
    ("a key forgotten",        "UPDATE log_device SET public_key = NULL, head_signature = NULL WHERE n = DEVICE"),
];

#[test]
fn whatever_is_done_to_the_log_of_any_device_is_found() {
    for device in ["1", "2"] {
        for (what, change) in CHANGES {
            let found = found_after(&change.replace("DEVICE", device));
            assert_eq!(found.len(), 1, "{what}, device {device}: {found:?}");
            assert!(found[0].starts_with("device "), "{what}: {found:?}");
        }
    }
}

#[test]
fn a_commit_moved_to_another_device_is_found_at_both() {
    let found = found_after(
        "DELETE FROM log WHERE device = 1 AND seq = 3; UPDATE log SET device = 1 WHERE device = 2 AND seq = 3",
    );
    assert_eq!(found.len(), 2, "{found:?}");
}

#[test]
fn an_altered_document_is_found() {
    let found = found_after("flip content WHERE true");
    assert_eq!(found.len(), 1);
    assert!(found[0].starts_with("document ") && found[0].ends_with("its content was altered"), "{found:?}");
}

#[test]
fn a_check_can_be_stopped() {
    let mut laptop = laptop_with_a_colleague();
    let watch = Watch::default();
    watch.stop();
    assert!(matches!(laptop.work().check(&watch), Err(entente_domain::workspace::Error::Cancelled)));
}
