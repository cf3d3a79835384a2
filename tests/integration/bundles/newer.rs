//! What a newer program wrote is kept, counted, carried on, and never shown as what it is not.

use entente_domain::ids::RecordId;
use entente_domain::log::{Change, ChangedValue, RecordChanges};
use entente_domain::value::Value;

use super::file;
use super::forge::{Device, deleted, id, set};
use crate::laptop::Laptop;

const INSTITUTION: u16 = 1;
const NAME: u16 = 2;
const NEW_KIND: u16 = 500;

/// A laptop that has heard of these devices.
fn heard(devices: &[&Device]) -> Laptop {
    let mut laptop = Laptop::of("Aigul");
    for device in devices {
        let path = file(&laptop, &device.bundle());
        laptop.import(&path);
    }
    laptop
}

#[test]
fn unknown_kinds_and_fields_are_counted_and_what_is_known_is_shown() {
    let mut device = Device::new(1);
    device.sets(id(1), INSTITUTION, &[(1, "known".into()), (900, "a new field".into()), (901, 7.into())]);
    device.sets(id(2), NEW_KIND, &[(1, "a new kind".into())]);
    let mut laptop = Laptop::of("Aigul");
    let path = file(&laptop, &device.bundle());
    let told = laptop.import(&path);
    assert_eq!((told.new, told.unfamiliar), (1, 3), "what no line can tell of is unfamiliar");
    assert_eq!(laptop.work().unknown().expect("readable"), (1, 2));
    assert_eq!(laptop.shown(id(1), "name"), "known");
    assert!(laptop.work().row(id(2)).expect("readable").is_none());
    laptop.edit(id(1), &[("name", "edited")]);
    assert_eq!(laptop.work().unknown().expect("readable"), (1, 2));
    laptop.prove_sound();
}

#[test]
fn a_value_that_does_not_fit_its_field_is_kept_and_not_shown() {
    let mut device = Device::new(1);
    let misfits: [(u16, Value); 4] =
        [(3, 5.into()), (4, "Atlantis".into()), (5, true.into()), (7, "no reference".into())];
    device.sets(id(1), INSTITUTION, &[&[(1, "odd".into())], misfits.as_slice()].concat());
    let mut laptop = heard(&[&device]);
    assert_eq!(laptop.work().unknown().expect("readable"), (0, 4));
    assert_eq!((laptop.shown(id(1), "country"), laptop.shown(id(1), "city")), (String::new(), String::new()));
    laptop.edit(id(1), &[("country", "KG")]);
    assert_eq!(
        (laptop.shown(id(1), "country"), laptop.work().unknown().expect("readable")),
        ("KG".into(), (0, 3))
    );
    laptop.prove_sound();
}

#[test]
fn what_is_unknown_is_carried_on_byte_for_byte() {
    let mut device = Device::new(1);
    device.sets(id(1), INSTITUTION, &[(1, "known".into()), (900, "a new field".into())]);
    device.sets(id(2), NEW_KIND, &[(9_000, "a new kind".into())]);
    let mut between = heard(&[&device]);
    between.edit(id(1), &[("name", "edited on the way")]);
    let bundle = std::fs::read(between.export()).expect("read");
    let carried = zstd::stream::decode_all(&bundle[12..bundle.len() - 96]).expect("zstd");
    for bytes in &device.commits {
        assert!(carried.windows(bytes.len()).any(|part| part == bytes), "carried as it came");
    }
    let mut last = Laptop::of("Cheng");
    last.hear(&mut between);
    assert_eq!(last.work().unknown().expect("readable"), (1, 1));
    assert_eq!(last.digest(), between.digest());
    last.prove_sound();
}

/// A device's change of one record.
fn changes(device: &mut Device, record: RecordId, kind: u16, changes: Vec<Change>) {
    let commit = device.next(vec![RecordChanges { record, kind, changes }]);
    device.commits(&commit);
}

#[test]
fn conflicts_in_what_is_unknown_trouble_nobody_who_cannot_settle_them() {
    let (mut one, mut other) = (Device::new(1), Device::new(2));
    for (device, text) in [(&mut one, "one"), (&mut other, "other")] {
        device.sets(id(1), INSTITUTION, &[(1, "same".into()), (900, text.into())]);
        device.sets(id(2), NEW_KIND, &[(1, text.into())]);
    }
    changes(&mut one, id(2), NEW_KIND, vec![deleted(&[])]);
    let mut laptop = heard(&[&one, &other]);
    assert_eq!(laptop.work().conflict_count().expect("readable"), 0);
    assert_eq!(laptop.work().conflicts(0, 500).expect("readable").len(), 0);
    assert!(laptop.row(id(1)).conflicts.is_empty());
    laptop.work().recent(10).expect("readable");
    laptop.prove_sound();
}

#[test]
fn records_that_belong_to_each_other_in_a_circle_or_to_what_cannot_own_them_harm_nothing() {
    let mut device = Device::new(1);
    let row = |owner: RecordId| [(1, Value::from(owner)), (2, Value::from("row"))];
    device.sets(id(1), NAME, &row(id(1)));
    device.sets(id(2), NAME, &row(id(3)));
    device.sets(id(3), NAME, &row(id(2)));
    device.sets(id(4), NAME, &row(id(5)));
    device.sets(id(5), NEW_KIND, &[(1, "owns a name, says the newer program".into())]);
    device.sets(id(6), NAME, &row(id(7)));
    device.sets(id(7), 10, &[(1, "an agreement has no such names".into())]);
    device.sets(id(8), 12, &[(1, id(9).into())]);
    device.sets(id(9), 13, &[(1, id(8).into())]);
    for record in [1, 2, 3, 5, 7, 8, 9] {
        let kind = match record {
            5 => NEW_KIND,
            7 => 10,
            8 => 12,
            9 => 13,
            _ => NAME,
        };
        changes(&mut device, id(record), kind, vec![deleted(&[])]);
    }
    let mut laptop = heard(&[&device]);
    for record in [1, 2, 3, 4, 6, 7, 8, 9] {
        laptop.work().detail(id(record)).expect("readable");
        laptop.work().history(id(record), 0, 10).expect("readable");
        laptop.delete(id(record));
        laptop.restore(id(record));
    }
    assert_eq!(laptop.work().search("row", None, 10).expect("searched").len(), 0);
    laptop.prove_sound();
    let mut other = Laptop::of("Bek");
    other.hear(&mut laptop);
    assert_eq!(other.digest(), laptop.digest());
}

#[test]
fn changes_that_name_themselves_or_each_other_end_the_same_everywhere() {
    let (mut one, mut other) = (Device::new(1), Device::new(2));
    let [first, second] = [&one, &other].map(|device| device.next(vec![]).at());
    changes(
        &mut one,
        id(1),
        INSTITUTION,
        vec![set(1, "one".into(), &[second]), set(2, "self".into(), &[first])],
    );
    changes(&mut other, id(1), INSTITUTION, vec![set(1, "other".into(), &[first])]);
    let (mut here, mut there) = (heard(&[&one, &other]), heard(&[&other, &one]));
    assert_eq!(here.digest(), there.digest());
    here.prove_sound();
    there.prove_sound();
}

#[test]
fn a_name_of_a_device_is_not_taken_from_another_by_its_id() {
    let device = Device::new(1);
    let record = RecordId::from_bytes(*device.id().as_bytes());
    let mut poser = Device::new(2);
    let empty = Change { field: 1, parents: Vec::new(), value: ChangedValue::Empty };
    changes(&mut poser, record, 21, vec![empty]);
    let mut laptop = heard(&[&poser]);
    let identity = laptop.work().identity_of(device.id()).expect("readable");
    assert_eq!(identity.map(|identity| identity.device).unwrap_or_default(), "");
}
