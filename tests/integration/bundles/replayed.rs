//! Bundles that bring nothing new, and imports that do not come to an end.

use entente_domain::workspace::{Bundling, Error, Mode, Watch};

use crate::laptop::Laptop;
use crate::projections::everything;

#[test]
fn the_same_bundle_again_writes_nothing_at_all() {
    let (mut aigul, mut bek) = (Laptop::of("Aigul"), Laptop::of("Bek"));
    let id = bek.add("institution", &[("name", "USST")]);
    let bundle = bek.export();
    aigul.import(&bundle);
    let before = files(&aigul);
    let again = aigul.work().import(&bundle, Mode::Apply, &Watch::default()).expect("imported");
    assert_eq!((again.new_commits, again.known_commits, again.new, again.changed), (0, 2, 0, 0));

    assert!(files(&aigul) == before, "no page was written");
    assert!(aigul.is_live(id));
}

#[test]
fn an_old_bundle_after_a_newer_one_changes_nothing() {
    let (mut aigul, mut bek) = (Laptop::of("Aigul"), Laptop::of("Bek"));
    let id = bek.add("institution", &[("name", "old")]);
    let old = bek.export();
    bek.edit(id, &[("name", "new")]);
    let new = bek.export();
    aigul.import(&new);
    let before = everything(&aigul.path());
    for _ in 0..3 {
        assert_eq!(aigul.import(&old).new_commits, 0);
        assert_eq!(bek.import(&old).new_commits, 0, "one’s own");
    }
    assert_eq!(everything(&aigul.path()), before);
    assert_eq!((aigul.shown(id, "name"), bek.shown(id, "name")), ("new".into(), "new".into()));
    aigul.prove_sound();
}

#[test]
fn showing_what_an_import_would_do_does_not_do_it() {
    let (mut aigul, mut bek) = (Laptop::of("Aigul"), Laptop::of("Bek"));
    let mine = aigul.add("institution", &[("name", "mine")]);
    bek.hear(&mut aigul);
    bek.edit(mine, &[("name", "Bek’s")]);
    bek.add("person", &[("family", "Ding")]);
    let bundle = bek.export();
    let before = everything(&aigul.path());
    let shown = aigul.work().import(&bundle, Mode::Preview, &Watch::default()).expect("shown");
    assert_eq!(everything(&aigul.path()), before);
    aigul.edit(mine, &[("city", "saving goes on in between")]);
    let applied = aigul.import(&bundle);
    let told = |import: &entente_domain::workspace::Import| (import.new_commits, import.new, import.changed);
    assert_eq!(told(&shown), told(&applied));
    aigul.prove_sound();
}

#[test]
fn stopped_work_leaves_nothing_behind() {
    let (mut aigul, mut bek) = (Laptop::of("Aigul"), Laptop::of("Bek"));
    bek.add("institution", &[("name", "USST")]);
    let bundle = bek.export();
    aigul.add("tag", &[("name", "mine")]);
    let before = (everything(&aigul.path()), aigul.files());
    let watch = Watch::default();
    watch.stop();
    assert!(matches!(aigul.work().import(&bundle, Mode::Apply, &watch), Err(Error::Cancelled)));
    assert!(matches!(aigul.work().rebuild(&watch), Err(Error::Cancelled)));
    let out = aigul.file("out.entente");
    assert!(matches!(aigul.work().export(&out, &Bundling::default(), &watch), Err(Error::Cancelled)));
    assert_eq!((everything(&aigul.path()), aigul.files()), before);
    assert_eq!(aigul.import(&bundle).new_commits, 2);
    aigul.prove_sound();
}

#[test]
fn a_bundle_that_cannot_be_written_or_read_is_told_by_its_path() {
    let mut laptop = Laptop::of("Aigul");
    let path = laptop.file("no/such/folder/out.entente");
    let watch = Watch::default();
    assert!(
        matches!(laptop.work().export(&path, &Bundling::default(), &watch), Err(Error::File { path: told, .. }) if told == path)
    );
    assert!(
        matches!(laptop.work().import(&path, Mode::Apply, &watch), Err(Error::File { path: told, .. }) if told == path)
    );
}

/// The bytes of the workspace and of its journal.
fn files(laptop: &Laptop) -> [Option<Vec<u8>>; 2] {
    ["", "-wal"].map(|ending| std::fs::read(format!("{}{ending}", laptop.path().display())).ok())
}
