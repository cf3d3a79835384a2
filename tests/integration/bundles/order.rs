//! Within a bundle too, things may arrive in any order: rows before what they belong to, a deletion before what it
//! deletes.

use std::collections::BTreeSet;

use entente_domain::bundle::Opening;
use entente_domain::log::{Change, RecordChanges};
use entente_domain::workspace::Import;

use super::file;
use super::forge::{Device, deleted, id, set};
use crate::laptop::Laptop;

const INSTITUTION: u16 = 1;
const AGREEMENT: u16 = 10;
const PARTY: u16 = 12;
const SIGNATORY: u16 = 13;

/// Four devices: of the first are an institution and an agreement, of the second its party, of the third the party's
/// signatory; the fourth has seen agreement and party, deletes both, and renames the institution.
fn devices() -> [Device; 4] {
    let [mut first, mut second, mut third, mut fourth] = [1, 2, 3, 4].map(Device::new);
    let made = first.sets(id(1), AGREEMENT, &[(1, "Exchange".into())]);
    let named = first.sets(id(2), INSTITUTION, &[(1, "University".into())]);
    let joined = second.sets(id(3), PARTY, &[(1, id(1).into()), (2, id(2).into()), (3, "Uni".into())]);
    third.sets(id(4), SIGNATORY, &[(1, id(3).into()), (3, "Ding".into())]);
    let of = |record, kind, change: Change| RecordChanges { record: id(record), kind, changes: vec![change] };
    let commit = fourth.next(vec![
        of(1, AGREEMENT, deleted(&[made])),
        of(3, PARTY, deleted(&[joined])),
        of(2, INSTITUTION, set(1, "Академия".into(), &[named])),
    ]);
    fourth.commits(&commit);
    [first, second, third, fourth]
}

/// A laptop that hears of the devices in this order, in one bundle.
fn heard_in_order(order: &[&Device]) -> (Laptop, Import) {
    let mut laptop = Laptop::of("Aigul");
    let commits = order.iter().map(|device| device.commits.len() as u64).sum();
    let vector = order.iter().map(|device| device.tip()).collect();
    let bundle = order[0].bundle_with(&Opening { commits, vector, ..order[0].opening() }, |writer| {
        order.iter().for_each(|device| writer.device(&device.head()).expect("written"));
        for device in order {
            writer.run(device.run(1)).expect("written");
            device.commits.iter().for_each(|bytes| writer.commit(bytes).expect("written"));
        }
    });
    let path = file(&laptop, &bundle);
    let told = laptop.import(&path);
    (laptop, told)
}

/// Every order of four things.
fn orders() -> Vec<[usize; 4]> {
    let places = || 0..4_usize;
    let all = places().flat_map(|a| {
        places().flat_map(move |b| places().map(move |c| [a, b, c, 6_usize.wrapping_sub(a + b + c)]))
    });
    all.filter(|order| BTreeSet::from(*order) == places().collect()).collect()
}

#[test]
fn whatever_arrives_first_the_same_is_shown_and_found() {
    let devices = devices();
    let mut digests = BTreeSet::new();
    assert_eq!(orders().len(), 24);
    for order in orders() {
        let (mut laptop, told) = heard_in_order(&order.map(|place| &devices[place]));
        laptop.prove_sound_byte_for_byte();
        digests.insert(laptop.digest());
        assert_eq!((told.new, told.changed, told.deleted, told.conflicts), (2, 0, 0, 2), "{order:?}");
        let mut found = |typed: &str| -> Vec<_> {
            laptop.work().search(typed, None, 10).expect("searched").iter().map(|row| row.id).collect()
        };
        // The signatory, whom the deletion had not seen, keeps party and agreement.
        assert_eq!(
            [found("ding"), found("exch uni"), found("академия")],
            [[id(1)], [id(1)], [id(2)]],
            "{order:?}"
        );
        assert_eq!(found("university"), []);
    }
    assert_eq!(digests.len(), 1);
}

#[test]
fn what_only_the_deleted_had_is_gone_whatever_arrives_first() {
    let devices = devices();
    let mut digests = BTreeSet::new();
    for order in orders() {
        let order: Vec<&Device> =
            order.iter().filter(|place| **place != 2).map(|place| &devices[*place]).collect();
        let (mut laptop, told) = heard_in_order(&order);
        laptop.prove_sound_byte_for_byte();
        digests.insert(laptop.digest());
        assert_eq!((told.new, told.conflicts), (1, 0), "the institution");
        assert_eq!([id(1), id(3)].map(|record| laptop.is_live(record)), [false, false]);
        assert_eq!(laptop.work().search("exchange", None, 10).expect("searched").len(), 0);
    }
    assert_eq!(digests.len(), 1);
}

#[test]
fn a_deletion_without_what_it_deletes_waits_for_it() {
    let [first, second, _, fourth] = devices();
    let (mut laptop, told) = heard_in_order(&[&fourth]);
    assert_eq!(told.new, 1, "the institution has a new name");
    assert!(!laptop.is_live(id(1)));
    for device in [&second, &first] {
        let path = file(&laptop, &device.bundle());
        laptop.import(&path);
    }
    assert_eq!([id(1), id(3)].map(|record| laptop.is_live(record)), [false, false]);
    assert_eq!(laptop.shown(id(2), "name"), "Академия");
    laptop.prove_sound_byte_for_byte();
    let (whole, _) = heard_in_order(&[&first, &second, &fourth]);
    assert_eq!(whole.digest(), laptop.digest());
}

#[test]
fn what_arrives_deleted_is_not_found() {
    let mut device = Device::new(1);
    let at = device.next(vec![]).at();
    let changes = vec![deleted(&[at]), set(1, "never seen".into(), &[])];
    let commit = device.next(vec![RecordChanges { record: id(1), kind: INSTITUTION, changes }]);
    device.commits(&commit);
    let (mut laptop, told) = heard_in_order(&[&device]);
    assert_eq!((told.new, laptop.is_live(id(1))), (0, false));
    assert_eq!(laptop.work().search("never", None, 10).expect("searched").len(), 0);
    laptop.restore(id(1));
    assert_eq!(laptop.work().search("never", None, 10).expect("searched").len(), 1);
}
