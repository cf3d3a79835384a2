//! Long work as the interface does it: looked at and stopped from another thread.

use std::fs;
use std::path::Path;
use std::thread;

use entente_api::wire::{
    ApplyImport, ConflictQuery, ImportReport, Nothing, Path as WirePath, Received, Settle, SettleRule,
};
use entente_api::{Api, ApiOptions, ErrorKind, Failure};
use entente_domain::ids::RecordId;
use rusqlite::Connection;

use crate::laptop::{Laptop, names_in};
use crate::merge_cases::settling::two_who_disagree;

/// A program with a workspace open, and a colleague's bundle beside that.
struct Desk {
    api: Api,
    bundle: String,
}

impl Desk {
    /// The program on this laptop.
    fn of(laptop: &mut Laptop) -> Self {
        let mut colleague = Laptop::of("Bek");
        colleague.add("tag", &[("name", "theirs")]);
        Self::with_bundle_of(&mut colleague, laptop)
    }

    /// The program on this laptop, with a bundle of this colleague.
    fn with_bundle_of(colleague: &mut Laptop, laptop: &mut Laptop) -> Self {
        let bundle = laptop.file("in.entente");
        fs::copy(colleague.export(), &bundle).expect("copied");
        laptop.close();
        let api = Api::new(ApiOptions::default());
        assert!(api.open_workspace(WirePath { path: text(&laptop.path()) }).is_ok(), "it opens");
        Self { api, bundle: text(&bundle) }
    }

    fn import(&self, without_backup: bool) -> Result<ImportReport, ErrorKind> {
        let bundle = Received { path: self.bundle.clone(), passphrase: None };
        let apply = ApplyImport { bundle, as_shown: false, leave_out: vec![], without_backup };
        self.told(self.api.apply_import(apply))
    }

    fn told<T>(&self, answer: Result<T, Failure>) -> Result<T, ErrorKind> {
        answer.map_err(|failure| self.api.tell(&failure).kind)
    }

    fn digest(&self) -> String {
        self.told(self.api.digest(Nothing {})).expect("a digest").digest
    }

    fn conflicts(&self) -> u32 {
        self.told(self.api.conflicts(ConflictQuery::default())).expect("readable").total
    }

    /// Does long work, and stops it as soon as this step of it is under way.
    fn stopped<T: Send>(
        &self,
        step: &str,
        work: impl FnOnce() -> Result<T, Failure> + Send,
    ) -> Result<T, ErrorKind> {
        let under_way = || {
            let progress = self.told(self.api.progress(Nothing {})).expect("never fails");
            progress.is_some_and(|progress| progress.step == step && progress.total > 0)
        };
        thread::scope(|scope| {
            let working = scope.spawn(|| self.told(work()));
            while !under_way() {
                assert!(!working.is_finished(), "{step} was never shown");
            }
            assert!(self.api.cancel(Nothing {}).is_ok());
            working.join().expect("no defect")
        })
    }

    fn step(&self) -> Option<String> {
        self.told(self.api.progress(Nothing {})).expect("never fails").map(|progress| progress.step)
    }
}

/// A laptop with a document of so many bytes.
fn with_scan(bytes: usize) -> Laptop {
    let mut laptop = Laptop::of("Aigul");
    let institution = laptop.add("institution", &[("name", "USST")]);
    let scan = laptop.file("scan.pdf");
    fs::write(&scan, vec![7; bytes]).expect("written");
    laptop.work().attach(institution, &scan, None).expect("attached");
    laptop
}

fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

#[test]
fn who_stops_an_import_while_the_backup_before_it_is_made_has_neither() {
    let mut laptop = with_scan(48 << 20);
    let desk = Desk::of(&mut laptop);
    let before = desk.digest();
    let stopped = thread::scope(|scope| {
        let importing = scope.spawn(|| desk.import(false));
        while desk.step().as_deref() != Some("backup") {
            assert!(!importing.is_finished(), "its first step was never shown");
        }
        assert!(desk.api.cancel(Nothing {}).is_ok());
        importing.join().expect("no defect")
    });
    assert_eq!(stopped.map(|report| report.applied), Err(ErrorKind::Cancelled));
    assert_eq!((desk.digest(), desk.step()), (before, None));
    assert!(names_in(&laptop.file("work backups")).iter().all(|name| !name.contains("unfinished")));
    assert!(desk.import(false).expect("imported").applied, "nothing of it is left in the way");
}

#[test]
fn if_no_backup_can_be_made_nothing_is_imported_until_the_officer_does_without() {
    let mut laptop = with_scan(10);
    let in_the_way = laptop.file("a file");
    fs::write(&in_the_way, "").expect("written");
    laptop.work().set_backup_folder(Some(&in_the_way.join("backups"))).expect("set");
    let desk = Desk::of(&mut laptop);
    let before = desk.digest();
    assert_eq!(desk.import(false).map(|report| report.applied), Err(ErrorKind::NotBackedUp));
    assert_eq!(desk.digest(), before);
    assert_eq!(desk.import(true).map(|report| report.applied), Ok(true));
    assert_ne!(desk.digest(), before);
}

/// Gives a record another number in a laptop's file, where no program would.
fn renumber(laptop: &Laptop, id: RecordId, to: i64) -> i64 {
    let connection = Connection::open(laptop.path()).expect("opened");
    let sql = "SELECT n FROM record WHERE id = ?";
    let from: i64 = connection.query_row(sql, [id.as_bytes()], |row| row.get(0)).expect("it is there");
    for table in ["record", "tag"] {
        let sql = format!("UPDATE {table} SET n = ? WHERE n = ?");
        assert_eq!(connection.execute(&sql, (to, from)).expect(table), 1);
    }
    connection.close().expect("closed");
    from
}

#[test]
fn after_a_defect_nothing_is_taken_for_known_that_was_rolled_back() {
    let (mut laptop, mut colleague) = (Laptop::of("Aigul"), Laptop::of("Bek"));
    let tag = laptop.add("tag", &[("name", "ours")]);
    colleague.hear(&mut laptop);
    colleague.add("tag", &[("name", "theirs")]);
    colleague.edit(tag, &[("name", "renamed")]);
    laptop.close();
    // What is counted by the number of a record falls over this one, at the second of the colleague's commits.
    let number = renumber(&laptop, tag, -5);
    let desk = Desk::with_bundle_of(&mut colleague, &mut laptop);
    for _ in 0..2 {
        assert_eq!(desk.import(true).map(|report| report.applied), Err(ErrorKind::Defect));
        assert_eq!(desk.step(), None);
    }
    desk.api.close();
    renumber(&laptop, tag, number);
    let path = text(&laptop.path());
    assert!(desk.api.open_workspace(WirePath { path }).is_ok(), "it opens");
    assert_eq!(desk.import(true).map(|report| report.applied), Ok(true));
    desk.api.close();
    laptop.open();
    assert_eq!(laptop.digest(), colleague.digest());
    laptop.prove_sound();
}

#[test]
fn settling_undoing_and_doing_again_are_looked_at_and_stopped() {
    let (mut laptop, _, ids) = two_who_disagree(600);
    let many = ids.len() as u32;
    let desk = Desk::of(&mut laptop);
    let settle = || desk.api.settle(Settle { rule: SettleRule::Shown });
    let before = desk.digest();
    assert_eq!(desk.stopped("settle", settle).map(drop), Err(ErrorKind::Cancelled));
    assert_eq!((desk.digest(), desk.conflicts(), desk.step()), (before, many, None));
    assert!(settle().is_ok_and(|changed| changed.can_undo));
    assert_eq!(desk.conflicts(), 0);
    assert_eq!(desk.stopped("undo", || desk.api.undo(Nothing {})).map(drop), Err(ErrorKind::Cancelled));
    assert_eq!(desk.conflicts(), 0);
    assert!(desk.api.undo(Nothing {}).is_ok_and(|changed| changed.can_redo && changed.skipped.is_empty()));
    assert_eq!(desk.conflicts(), many);
    assert_eq!(desk.stopped("redo", || desk.api.redo(Nothing {})).map(drop), Err(ErrorKind::Cancelled));
    assert_eq!((desk.conflicts(), desk.step()), (many, None));
}
