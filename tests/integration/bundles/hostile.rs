//! Devices that sign whatever they like: any kinds, fields, values, parents and owners. What they say may be nonsense;
//! it must be the same nonsense everywhere, and stop nobody from working.

use std::collections::BTreeMap;

use entente_domain::bundle::Opening;
use entente_domain::ids::{CommitRef, RecordId};
use entente_domain::kinds::Kind;
use entente_domain::log::{Change, ChangedValue, RecordChanges};
use entente_domain::value::Value;
use proptest::prelude::*;

use super::file;
use super::forge::{Device, id};
use crate::laptop::Laptop;
use crate::soak::cases;

/// So many records are talked about, each always of one kind.
const RECORDS: u8 = 12;
const KINDS: [u16; RECORDS as usize] = [1, 1, 2, 2, 10, 10, 12, 12, 13, 14, 21, 500];
const DEVICES: u8 = 3;
const COMMITS: u64 = 5;

fn record() -> impl Strategy<Value = RecordId> {
    (0..RECORDS).prop_map(id)
}

/// A commit of one of the devices, made or not.
fn commit_ref() -> impl Strategy<Value = CommitRef> {
    (1..=DEVICES, 1..=COMMITS).prop_map(|(device, seq)| CommitRef { device: Device::new(device).id(), seq })
}

fn refs() -> impl Strategy<Value = Vec<CommitRef>> {
    prop::collection::vec(commit_ref(), 0..3)
}

fn value() -> impl Strategy<Value = ChangedValue> {
    let text = prop_oneof![Just("上海 words"), Just("2026-06"), Just("\0\u{202E}x"), Just("CN"), Just("")];
    prop_oneof![
        2 => Just(ChangedValue::Empty),
        2 => refs().prop_map(|seen| ChangedValue::Deleted { seen }),
        4 => record().prop_map(|id| ChangedValue::Value(id.into())),
        4 => text.prop_map(|text| ChangedValue::Value(text.into())),
        1 => any::<i64>().prop_map(|number| ChangedValue::Value(Value::Integer(number))),
        1 => any::<bool>().prop_map(|yes| ChangedValue::Value(Value::Boolean(yes))),
    ]
}

/// The changes of a commit: of each record it touches, fields 0 (its deletion) to 5.
fn changes() -> impl Strategy<Value = Vec<RecordChanges>> {
    let of_one = prop::collection::btree_map(0_u16..6, (refs(), value()), 1..4);
    prop::collection::btree_map(0..RECORDS, of_one, 1..4).prop_map(|records| {
        let change = |(field, (parents, value))| Change { field, parents, value };
        let record = |(number, changes): (u8, BTreeMap<_, _>)| RecordChanges {
            record: id(number),
            kind: KINDS[usize::from(number)],
            changes: changes.into_iter().map(change).collect(),
        };
        records.into_iter().map(record).collect()
    })
}

/// What each of the devices says.
fn devices() -> impl Strategy<Value = Vec<Device>> {
    let commits = prop::collection::vec(changes(), 1..=COMMITS as usize);
    prop::collection::vec(commits, usize::from(DEVICES)).prop_map(|all| {
        (1..)
            .zip(all)
            .map(|(number, commits)| {
                let mut device = Device::new(number);
                for changes in commits {
                    let commit = device.next(changes);
                    device.commits(&commit);
                }
                device
            })
            .collect()
    })
}

/// A laptop that hears of the devices in this order, by a bundle each or by one of all.
fn heard(order: &[&Device], at_once: bool) -> Laptop {
    let mut laptop = Laptop::of("Aigul");
    for part in order.chunks(if at_once { order.len() } else { 1 }) {
        let commits = part.iter().map(|device| device.commits.len() as u64).sum();
        let bundle = part[0].bundle_with(&Opening { commits, ..part[0].opening() }, |writer| {
            part.iter().for_each(|device| writer.device(&device.head()).expect("written"));
            for device in part {
                writer.run(device.run(1)).expect("written");
                device.commits.iter().for_each(|bytes| writer.commit(bytes).expect("written"));
            }
        });
        let path = file(&laptop, &bundle);
        laptop.import(&path);
    }
    laptop
}

/// Everything an officer can ask of the records, and do to them.
fn work_on(laptop: &mut Laptop) {
    let work = laptop.work();
    work.conflicts(0, 500).expect("conflicts");
    work.recent(100).expect("recent");
    work.search("words", None, 100).expect("searched");
    work.open_follow_ups("2026-06-15".parse().expect("a day"), 100).expect("agenda");
    for record in (0..RECORDS).map(id) {
        let Some(row) = work.row(record).expect("a row or none") else { continue };
        work.detail(record).expect("a page");
        work.history(record, 0, 100).expect("a history");
        // Laptops write their own records, and no officer.
        if row.kind == Kind::Device {
            continue;
        }
        work.delete(&[record]).expect("deleted");
        work.restore(&[record]).expect("restored");
        let _ = work.undo().expect("undone");
    }
}

proptest! {
    #![proptest_config(cases(12))]
    #[test]
    fn nonsense_is_the_same_everywhere_and_stops_nobody(devices in devices()) {
        let orders = [[0, 1, 2], [2, 1, 0], [1, 2, 0]];
        let mut laptops: Vec<Laptop> = orders
            .iter()
            .zip([false, true, false])
            .map(|(order, at_once)| heard(&order.map(|place: usize| &devices[place]), at_once))
            .collect();
        for laptop in &mut laptops {
            laptop.prove_sound_byte_for_byte();
        }
        for other in &laptops[1..] {
            prop_assert_eq!(laptops[0].digest(), other.digest());
            for record in (0..RECORDS).map(id).filter(|record| laptops[0].knows(*record)) {
                prop_assert_eq!(laptops[0].row(record).conflicts, other.row(record).conflicts);
            }
        }
        for laptop in &mut laptops {
            work_on(laptop);
            laptop.prove_sound_byte_for_byte();
        }
    }
}
