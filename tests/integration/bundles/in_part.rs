//! Bundles whose commits are there only in part.

use entente_domain::bundle::{BundleError, Opening};
use entente_domain::ids::RecordId;
use entente_domain::kinds::{Kind, PRIVATE};
use entente_domain::log::{Action, ChangedValue, Commit, Out, RecordChanges, take_out};
use entente_domain::value::Value;
use entente_domain::workspace::Identity;

use super::forge::{Device, id, set};
use super::{file, is_malformed, laptop, refusal};
use crate::laptop::Laptop;
use crate::parts::in_part;

const INSTITUTION: u16 = 1;

/// A device with a commit about two institutions, and one that renames both.
fn device() -> Device {
    let mut device = Device::new(1);
    let about = |byte: u8, name: &str, parents: &[_]| RecordChanges {
        record: id(byte),
        kind: INSTITUTION,
        changes: vec![set(1, name.into(), parents)],
    };
    let made = device.next(vec![about(1, "one", &[]), about(2, "two", &[])]);
    let made = device.commits(&made);
    let renamed = device.next(vec![about(1, "first", &[made]), about(2, "second", &[made])]);
    device.commits(&renamed);
    device
}

/// A bundle of the device's commits, of each only the bodies of some records.
fn bundle(device: &Device, kept: &[&[u8]]) -> Vec<u8> {
    device.bundle_with(&device.opening(), |writer| {
        writer.device(&device.head()).expect("written");
        writer.run(device.run(1)).expect("written");
        for (bytes, kept) in device.commits.iter().zip(kept) {
            let keeps = |record, _| kept.iter().any(|byte| id(*byte) == record);
            writer.commit(&take_out(bytes, Out::Withheld, keeps).expect("a commit")).expect("written");
        }
    })
}

fn hears(laptop: &mut Laptop, bytes: &[u8]) -> entente_domain::workspace::Import {
    let path = file(laptop, bytes);
    laptop.import(&path)
}

fn text(text: &str) -> ChangedValue {
    ChangedValue::Value(Value::from(text))
}

/// What each change of a record replaced, the newest first, and whether that is withheld.
fn replaced(laptop: &mut Laptop, record: RecordId) -> Vec<(ChangedValue, bool)> {
    let (entries, _) = laptop.work().history(record, 0, 10).expect("readable");
    let changes = entries.into_iter().flat_map(|entry| entry.changes);
    changes.map(|change| (change.before, change.withheld)).collect()
}

#[test]
fn what_was_withheld_comes_later_and_is_no_head_if_it_was_replaced() {
    let (mut laptop, device) = (laptop(), device());
    let first = hears(&mut laptop, &bundle(&device, &[&[1], &[1, 2]]));
    assert_eq!((first.new_commits, first.new), (2, 2));
    assert_eq!([laptop.shown(id(1), "name"), laptop.shown(id(2), "name")], ["first", "second"]);
    let then = hears(&mut laptop, &bundle(&device, &[&[2], &[]]));
    assert_eq!((then.new_commits, then.known_commits, then.new, then.changed), (1, 1, 0, 1));
    assert_eq!(laptop.shown(id(2), "name"), "second");
    assert!(laptop.contested(id(2)).is_empty());
    let (_, length) = laptop.work().history(id(2), 0, 10).expect("readable");
    assert_eq!(length, 2, "both commits are in its history");
    assert_eq!(replaced(&mut laptop, id(2)), [(text("two"), false), (ChangedValue::Empty, false)]);
    laptop.prove_sound();
}

#[test]
fn what_replaces_something_withheld_needs_it_no_more() {
    let (mut laptop, device) = (laptop(), device());
    hears(&mut laptop, &bundle(&device, &[&[], &[2]]));
    assert!(!laptop.knows(id(1)));
    assert_eq!(laptop.shown(id(2), "name"), "second");
    assert_eq!(replaced(&mut laptop, id(2)), [(ChangedValue::Empty, true)], "what it replaced was withheld");
    laptop.edit(id(2), &[("name", "third")]);
    hears(&mut laptop, &device.bundle());
    assert_eq!([laptop.shown(id(1), "name"), laptop.shown(id(2), "name")], ["first", "third"]);
    assert!(laptop.contested(id(2)).is_empty());
    laptop.prove_sound();
}

#[test]
fn a_part_that_its_author_did_not_write_is_refused() {
    let (mut laptop, device) = (laptop(), device());
    let good = take_out(&device.commits[0], Out::Withheld, |record, _| record == id(1)).expect("a commit");
    let text = good.windows(3).position(|three| three == b"one").expect("its text");
    for at in [text, text - 30, good.len() - 1] {
        let mut altered = good.clone().into_owned();
        altered[at] ^= 1;
        let bundle = device.bundle_with(&device.opening(), |writer| {
            writer.device(&device.head()).expect("written");
            writer.run(device.run(1)).expect("written");
            writer.commit(&altered).expect("written");
            writer.commit(&device.commits[1]).expect("written");
        });
        let refused = refusal(&mut laptop, &bundle);
        assert!(matches!(refused, BundleError::BrokenChain(_) | BundleError::Commit { .. }), "{refused:?}");
    }
}

#[test]
fn another_commit_is_not_taken_for_more_of_one_that_is_here_in_part() {
    let (mut laptop, device) = (laptop(), device());
    hears(&mut laptop, &bundle(&device, &[&[1], &[1]]));
    let bundle = device.bundle_with(&device.opening(), |writer| {
        writer.device(&device.head()).expect("written");
        writer.run(device.run(1)).expect("written");
        writer.commit(&device.commits[1]).expect("written");
        writer.commit(&device.commits[1]).expect("written");
    });
    assert!(matches!(refusal(&mut laptop, &bundle), BundleError::BrokenChain(_)));
}

#[test]
fn a_bundle_that_carries_what_its_author_keeps_private_is_refused() {
    let mut device = Device::new(1);
    let about = |field, text: &str| RecordChanges {
        record: id(1),
        kind: INSTITUTION,
        changes: vec![set(field, text.into(), &[])],
    };
    let commit = device.next(vec![about(1, "one"), about(PRIVATE, "for nobody")]);
    device.commits(&commit);
    is_malformed(&mut laptop(), &device.bundle(), "keeps private");
    device.commits[0] = take_out(&device.commits[0], Out::Withheld, |_, is_private| !is_private)
        .expect("a commit")
        .into_owned();
    let mut laptop = laptop();
    let before = hears(&mut laptop, &device.bundle());
    assert_eq!((before.new_commits, before.new), (1, 1));
    assert_eq!(laptop.shown(id(1), "name"), "one");
    // What is private and not here is no loss: nothing is read again for it.
    assert_eq!(hears(&mut laptop, &device.bundle()).changed, 0);
    laptop.prove_sound();
}

#[test]
fn who_has_something_in_part_passes_it_on_in_part() {
    let (mut aigul, mut bek, mut cheng) = (Laptop::of("Aigul"), Laptop::of("Bek"), Laptop::of("Cheng"));
    let drafts = ["one", "two"].map(|name| aigul.draft("institution", &[("name", name)]));
    aigul.save(&drafts);
    let [one, two] = [drafts[0].id, drafts[1].id];
    let whole = aigul.export();
    let part = in_part(&whole, Out::Withheld, |_, record| record != two);
    hears(&mut bek, &part);
    bek.edit(one, &[("city", "Osh")]);
    cheng.hear(&mut bek);
    assert_eq!((cheng.shown(one, "city"), cheng.knows(two)), ("Osh".into(), false));
    cheng.import(&whole);
    assert_eq!(cheng.shown(two, "name"), "two");
    aigul.hear(&mut bek);
    assert_eq!(aigul.digest(), cheng.digest());
    [aigul, bek, cheng].iter_mut().for_each(Laptop::prove_sound);
}

#[test]
fn nobody_can_erase_a_laptop() {
    let (mut laptop, mut device) = (laptop(), device());
    let own = RecordId::from_bytes(*laptop.work().device().as_bytes());
    let told = id(1);
    let commit = Commit { action: Action::Erase, erases: vec![own, told], ..device.next(Vec::new()) };
    device.commits(&commit);
    let import = hears(&mut laptop, &device.bundle());
    assert_eq!((import.erased, laptop.knows(told)), (0, false), "it came and went with the same bundle");
    assert!(laptop.knows(own));
    laptop
        .work()
        .set_identity(&Identity { officer: "Aigul".into(), device: "another".into() })
        .expect("named");
    let mut bek = Laptop::of("Bek");
    bek.hear(&mut laptop);
    assert_eq!((bek.shown(own, "name"), bek.digest()), ("another".into(), laptop.digest()));
    [laptop, bek].iter_mut().for_each(Laptop::prove_sound);
}

/// Whether a word stands in a workspace's file.
fn holds(laptop: &Laptop, word: &str) -> bool {
    let file = std::fs::read(laptop.path()).expect("a file");
    file.windows(word.len()).any(|bytes| bytes == word.as_bytes())
}

#[test]
fn what_is_kept_aside_of_an_erased_record_is_erased_too_whichever_came_first() {
    let mut device = Device::new(1);
    let made = device.sets(id(1), Kind::Agreement.number(), &[(1, "Exchange".into())]);
    let first = device.bundle();
    device.sets(id(2), INSTITUTION, &[(1, "between".into())]);
    let of = |record, kind: Kind, changes| RecordChanges { record, kind: kind.number(), changes };
    let told = vec![set(19, "Zqearly".into(), &[made])];
    let party = vec![set(1, Value::Reference(id(1)), &[])];
    let signatory = vec![set(1, Value::Reference(id(3)), &[]), set(3, "Zqdeeper".into(), &[])];
    let third = device.next(vec![
        of(id(1), Kind::Agreement, told),
        of(id(3), Kind::Party, party),
        of(id(4), Kind::Signatory, signatory),
    ]);
    device.commits(&third);
    let late = device.bundle_with(&Opening { commits: 1, complete: false, ..device.opening() }, |writer| {
        writer.device(&device.head()).expect("written");
        writer.run(device.run(3)).expect("written");
        writer.commit(&device.commits[2]).expect("written");
    });
    for erased_first in [false, true] {
        let mut laptop = Laptop::of("Aigul");
        hears(&mut laptop, &first);
        if erased_first {
            laptop.work().erase(id(1)).expect("erased");
        }
        assert_eq!(hears(&mut laptop, &late).early_commits, 1);
        laptop.reopen();
        assert_eq!(holds(&laptop, "Zqearly"), !erased_first);
        if !erased_first {
            laptop.work().erase(id(1)).expect("erased");
        }
        laptop.reopen();
        assert!(!holds(&laptop, "Zqearly") && !holds(&laptop, "Zqdeeper"), "erased first: {erased_first}");
        hears(&mut laptop, &device.bundle());
        assert_eq!([2, 1, 3, 4].map(|byte| laptop.knows(id(byte))), [true, false, false, false]);
        laptop.prove_sound();
    }
}
