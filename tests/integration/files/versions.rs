//! Workspaces that earlier programs made and that were kept: every later program must open them, with all that was in them.
//!
//! Each was made by the program of its time from the command line: two officers, a conflict between them, a document,
//! something deleted, something undone. That of version 7 was copied and goes on as another device, and knows two histories of
//! the colleague's.

use std::fs;
use std::path::Path;

use entente_domain::kinds::Kind;
use entente_domain::store::{Page, Query, Sort};
use entente_domain::workspace::Workspace;
use rusqlite::Connection;

use crate::laptop::Laptop;

const WORKSPACES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/workspaces");

/// The kept workspaces and how many commits each has. Two forms of the tables once bore the number 3.
#[rustfmt::skip]
const KEPT: &[(&str, u64)] = &[
    ("version-1",               13),
    ("version-3-without-parts", 13),
    ("version-3",               15),
    ("version-7",               16),
];

/// A laptop that goes on with a kept workspace.
fn laptop_with(name: &str) -> Laptop {
    let mut laptop = Laptop::of("Cheng");
    laptop.close();
    let packed = fs::File::open(Path::new(WORKSPACES).join(format!("{name}.zst"))).expect(name);
    fs::write(laptop.path(), zstd::decode_all(packed).expect(name)).expect("written");
    laptop.open();
    laptop
}

/// The records of a kind in the order of their titles, in use or in the trash.
fn all(workspace: &Workspace, kind: Kind, deleted: bool) -> Page {
    let (text, filters, sort) = (None, Vec::new(), Sort::Title);
    let query = Query { kind, text, filters, sort, descending: false, offset: 0, limit: 10, deleted };
    workspace.list(&query).expect("readable")
}

#[test]
fn a_workspace_of_each_earlier_version_opens_with_all_that_was_in_it() {
    for (name, commits) in KEPT {
        let mut laptop = laptop_with(name);
        let checked = laptop.work().check(&entente_domain::workspace::Watch::default()).expect("checked");
        assert_eq!((checked.problems, checked.commits), (vec![], *commits), "{name}");
        laptop.prove_sound();
        let institutions = all(laptop.work(), Kind::Institution, false);
        let university = institutions.rows.last().expect("an institution").id;
        assert_eq!(laptop.shown(university, "city"), "上海", "{name}");
        assert_eq!(laptop.contested(university), ["short-name"], "{name}");
        assert_eq!(laptop.work().search("理工", None, 10).expect("searched")[0].id, university);
        for (kind, title) in [(Kind::Event, "deleted"), (Kind::FollowUp, "undone")] {
            let trash = all(laptop.work(), kind, true);
            assert_eq!(trash.rows[0].title.as_deref(), Some(title), "{name}");
        }
        document_is_there(&mut laptop);
    }
}

fn document_is_there(laptop: &mut Laptop) {
    let agreement = all(laptop.work(), Kind::Agreement, false).rows[0].id;
    let owned = laptop.work().detail(agreement).expect("readable").owned;
    let documents = owned.iter().find(|(kind, _)| *kind == Kind::Document).expect("a document");
    let saved = laptop.file("saved.txt");
    laptop.work().save_document(documents.1[0].id, &saved).expect("saved");
    assert_eq!(fs::read(saved).expect("read"), b"A scan of the agreement as it was signed.\n");
}

#[test]
fn a_workspace_of_each_earlier_version_is_gone_on_with_and_its_bundle_arrives() {
    for (name, _) in KEPT {
        let (mut laptop, mut colleague) = (laptop_with(name), Laptop::of("Dana"));
        let added = laptop.add("tag", &[("name", "of today")]);
        laptop.undo();
        laptop.redo();
        colleague.hear(&mut laptop);
        assert!(colleague.is_live(added), "{name}");
        colleague.edit(added, &[("name", "of tomorrow")]);
        laptop.hear(&mut colleague);
        assert_eq!(laptop.digest(), colleague.digest(), "{name}");
        [laptop, colleague].iter_mut().for_each(Laptop::prove_sound);
    }
}

#[test]
fn whatever_version_a_workspace_was_it_has_the_tables_of_a_new_one() {
    let tables = |laptop: &mut Laptop| {
        laptop.close();
        let connection = Connection::open(laptop.path()).expect("opened");
        let sql = "SELECT name, (SELECT group_concat(name || ' ' || type || ' ' || \"notnull\" || ' ' || pk)
                                 FROM pragma_table_info(sqlite_schema.name))
                   FROM sqlite_schema WHERE type = 'table' ORDER BY name";
        let mut select = connection.prepare(sql).expect(sql);
        let rows = select.query_map((), |row| Ok((row.get(0)?, row.get(1)?))).expect(sql);
        rows.collect::<rusqlite::Result<Vec<(String, String)>>>().expect(sql)
    };
    let new = tables(&mut Laptop::of("Cheng"));
    for (name, _) in KEPT {
        assert_eq!(tables(&mut laptop_with(name)), new, "{name}");
    }
}

#[test]
fn what_was_known_to_be_missing_is_so_after_the_migration() {
    let mut laptop = laptop_with("version-3");
    laptop.close();
    let connection = Connection::open(laptop.path()).expect("opened");
    let hole = connection.query_row("SELECT device, seq, withheld FROM hole", (), |row| row.try_into());
    assert_eq!(hole, Ok((2, 3, 1)));
}

#[test]
fn histories_and_former_devices_are_known_after_the_migration() {
    let mut laptop = laptop_with("version-7");
    let laptops = laptop.work().laptops().expect("readable");
    let histories: Vec<_> =
        laptops.iter().filter_map(|laptop| laptop.parted.map(|parted| parted.histories)).collect();
    assert_eq!(histories, [2]);
    assert_eq!((laptops.len(), laptops.iter().filter(|laptop| laptop.formerly).count()), (3, 1));
}
