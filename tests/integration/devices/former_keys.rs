//! What a laptop was before it was restored or copied: what colleagues seal for that is still opened, and nothing more is
//! signed as it.

use std::collections::BTreeMap;
use std::fs::File;
use std::path::{Path, PathBuf};

use entente_domain::bundle::{BundleError, Item, Reader};
use entente_domain::ids::{DeviceId, Seq};
use entente_domain::workspace::{Bundling, Compared, Error, Occasion, SharedFolder, Watch};
use rusqlite::Connection;

use super::{known_on, machine, put_back};
use crate::laptop::Laptop;

/// Goes on to do nothing that matters, and is put back as it was before.
fn restore(laptop: &mut Laptop, machine: &Path) {
    let change = |laptop: &mut Laptop| {
        laptop.add("tag", &[("name", "lost with it")]);
    };
    put_back(laptop, change, machine);
}

/// A colleague who has heard of a laptop.
fn colleague_of(laptop: &mut Laptop) -> Laptop {
    let mut colleague = Laptop::of("Bek");
    colleague.hear(laptop);
    colleague
}

/// A bundle with something new, sealed for one device alone.
fn sealed_for(sender: &mut Laptop, device: DeviceId) -> PathBuf {
    sender.add("tag", &[("name", "sealed")]);
    let path = sender.file(&format!("{device}.entente"));
    let bundling = Bundling { recipients: vec![device], ..Bundling::default() };
    sender.work().export(&path, &bundling, &Watch::default()).expect("exported");
    path
}

fn opens(laptop: &mut Laptop, bundle: &Path) -> bool {
    laptop.import(bundle).new_commits > 0
}

#[test]
fn what_was_sealed_for_a_former_device_opens_after_one_restoration_and_after_several() {
    let machine = machine();
    let mut laptop = known_on(&machine);
    let mut bek = colleague_of(&mut laptop);
    let mut known = vec![laptop.work().device()];
    for restorations in 1..=3 {
        restore(&mut laptop, machine.path());
        for device in &known {
            let bundle = sealed_for(&mut bek, *device);
            assert!(opens(&mut laptop, &bundle), "after {restorations}");
            laptop.reopen();
        }
        laptop.add("tag", &[("name", "goes on")]);
        bek.hear(&mut laptop);
        known.push(laptop.work().device());
    }
    laptop.prove_sound();
}

#[test]
fn a_copy_on_another_machine_and_a_laptop_that_hears_of_another_history_keep_the_key_too() {
    let (here, there) = (machine(), machine());
    let mut laptop = known_on(&here);
    let mut bek = colleague_of(&mut laptop);
    let (mut copy, mut heard) = (laptop.copied(7), laptop.copied(8));
    let former = laptop.work().device();
    copy.recognise(there.path());
    laptop.add("tag", &[("name", "later")]);
    heard.hear(&mut laptop);
    for mut laptop in [laptop, copy, heard] {
        let bundle = sealed_for(&mut bek, former);
        assert!(opens(&mut laptop, &bundle));
    }
}

#[test]
fn what_was_sealed_for_a_device_whose_place_a_backup_took_opens_when_that_is_regretted() {
    let mut laptop = Laptop::of("Aigul");
    laptop.add("institution", &[("name", "before")]);
    let first = laptop.work().device();
    let mut bek = colleague_of(&mut laptop);
    let made = |laptop: &mut Laptop, occasion, at| {
        let backups = laptop.work().backups().expect("readable");
        backups.make(occasion, at, &Watch::default()).expect("made").expect("a copy").path
    };
    let copy = made(&mut laptop, Occasion::Asked, 1);
    laptop.put_back(&copy).expect("put back");
    laptop.add("tag", &[("name", "in between")]);
    let between = laptop.work().device();
    bek.hear(&mut laptop);
    laptop.put_back(&copy).expect("put back once more");
    assert_eq!(
        laptop.work().laptops().expect("readable").len(),
        2,
        "it has never heard of the one in between"
    );
    for device in [first, between] {
        let bundle = sealed_for(&mut bek, device);
        assert!(opens(&mut laptop, &bundle));
    }
    // And from a copy that was made of what it has become.
    let copy = made(&mut laptop, Occasion::Asked, 2);
    laptop.put_back(&copy).expect("put back");
    for device in [first, between] {
        let bundle = sealed_for(&mut bek, device);
        assert!(opens(&mut laptop, &bundle));
    }
}

#[test]
fn files_in_the_shared_folder_that_are_sealed_for_a_former_device_come_in() {
    let (machine, folder) = (machine(), tempfile::tempdir().expect("a folder"));
    let mut laptop = known_on(&machine);
    let mut bek = colleague_of(&mut laptop);
    bek.add("tag", &[("name", "begun")]);
    laptop.hear(&mut bek);
    let beks = bek.work().device();
    laptop.work().set_trust(beks, Some(Compared::SideBySide)).expect("trusted");
    let shared = SharedFolder { path: folder.path().into(), applies: true, open: false };
    for laptop in [&mut laptop, &mut bek] {
        laptop.work().set_folder(&shared).expect("chosen");
    }
    restore(&mut laptop, machine.path());
    let paused = laptop.work().look_in_folder(false, &Watch::default());
    assert!(matches!(paused, Err(Error::FolderPaused(_))), "{paused:?}");
    laptop.work().set_folder(&shared).expect("chosen once more");
    let told = bek.add("institution", &[("name", "for the laptop that Bek knows")]);
    for laptop in [&mut bek, &mut laptop] {
        laptop.work().look_in_folder(false, &Watch::default()).expect("looked");
    }
    assert!(laptop.is_live(told));
}

#[test]
fn nothing_more_is_signed_by_a_former_key() {
    let machine = machine();
    let mut laptop = known_on(&machine);
    let mut bek = colleague_of(&mut laptop);
    let former = laptop.work().device();
    restore(&mut laptop, machine.path());
    let before = heads(&laptop.export());
    let bundle = sealed_for(&mut bek, former);
    laptop.import(&bundle);
    laptop.add("tag", &[("name", "goes on")]);
    laptop.undo();
    let bundle = laptop.export();
    let (mut after, own) = (heads(&bundle), laptop.work().device());
    assert_eq!(after.get(&former), before.get(&former), "it stays where it was");
    assert_eq!(after.remove(&own), Some(3), "introduced itself, added a tag, undid that");
    let reader = Reader::open(File::open(bundle).expect("there")).expect("readable");
    assert_eq!(reader.sender_key().device(), own);
}

/// How far each device’s head in a bundle is.
fn heads(bundle: &Path) -> BTreeMap<DeviceId, Seq> {
    let mut reader = Reader::open(File::open(bundle).expect("there")).expect("readable");
    let mut heads = BTreeMap::new();
    loop {
        match reader.next_item().expect("readable") {
            Item::Device(head) => drop(heads.insert(head.key.device(), head.seq)),
            Item::End => return heads,
            Item::Run(_) | Item::Commit(_) | Item::Document(..) | Item::Piece(_) => {}
        }
    }
}

#[test]
fn the_keys_are_in_the_file_each_once_and_the_one_that_signs_is_new() {
    let machine = machine();
    let mut laptop = known_on(&machine);
    let keys = |laptop: &mut Laptop| -> (Vec<u8>, Vec<Vec<u8>>) {
        laptop.close();
        let connection = Connection::open(laptop.path()).expect("opened");
        let own = connection.query_row("SELECT value FROM local WHERE key = 'secret'", (), |row| row.get(0));
        let mut former = connection.prepare("SELECT secret FROM former_secret ORDER BY n").expect("prepared");
        let former = former.query_map((), |row| row.get(0)).expect("asked");
        let keys = (own.expect("a key"), former.collect::<Result<_, _>>().expect("read"));
        laptop.open();
        keys
    };
    let (first, none) = keys(&mut laptop);
    assert_eq!(none, Vec::<Vec<u8>>::new());
    restore(&mut laptop, machine.path());
    let (second, former) = keys(&mut laptop);
    assert_eq!(former, std::slice::from_ref(&first));
    laptop.recognise(machine.path());
    restore(&mut laptop, machine.path());
    let (third, former) = keys(&mut laptop);
    assert_eq!(former, [first.clone(), second.clone()]);
    assert!(third != first && third != second);
}

#[test]
fn a_stranger_is_still_told_which_device_it_is_sealed_for() {
    let machine = machine();
    let mut laptop = known_on(&machine);
    let mut bek = colleague_of(&mut laptop);
    let former = laptop.work().device();
    restore(&mut laptop, machine.path());
    laptop.add("tag", &[("name", "goes on")]);
    let mut cheng = Laptop::of("Cheng");
    cheng.hear(&mut laptop);
    let bundle = sealed_for(&mut bek, former);
    match cheng.refusal(&bundle) {
        BundleError::SealedForOthers { known, others: 1 } => {
            assert_eq!(known, [former], "the sender is unknown")
        }
        other => panic!("{other:?}"),
    }
}
