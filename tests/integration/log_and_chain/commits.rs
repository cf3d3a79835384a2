//! Commits of any content.

use std::collections::BTreeMap;
use std::ops::Range;

use entente_domain::ids::{CommitRef, DeviceId, RecordId};
use entente_domain::kinds::PRIVATE;
use entente_domain::log::{Action, Change, ChangedValue, Commit, Missing, RecordChanges};
use entente_domain::value::Value;
use proptest::prelude::*;

/// Numbers a commit can have.
fn seq() -> impl Strategy<Value = u64> {
    prop_oneof![1_u64..300, 1_u64..=1 << 48]
}

fn commit_ref() -> impl Strategy<Value = CommitRef> {
    (any::<[u8; 16]>(), seq())
        .prop_map(|(device, seq)| CommitRef { device: DeviceId::from_bytes(device), seq })
}

fn refs() -> impl Strategy<Value = Vec<CommitRef>> {
    prop::collection::vec(commit_ref(), 0..4)
}

fn value() -> impl Strategy<Value = ChangedValue> {
    prop_oneof![
        Just(ChangedValue::Empty),
        any::<String>().prop_map(|text| ChangedValue::Value(Value::Text(text))),
        any::<i64>().prop_map(|number| ChangedValue::Value(Value::Integer(number))),
        any::<bool>().prop_map(|yes| ChangedValue::Value(Value::Boolean(yes))),
        any::<[u8; 16]>().prop_map(|id| ChangedValue::Value(Value::Reference(RecordId::from_bytes(id)))),
        refs().prop_map(|seen| ChangedValue::Deleted { seen }),
    ]
}

fn action() -> impl Strategy<Value = Action> {
    prop_oneof![
        Just(Action::Introduce),
        Just(Action::Save),
        Just(Action::Delete),
        Just(Action::Restore),
        any::<u64>().prop_map(Action::Undo),
        any::<u64>().prop_map(Action::Redo),
        Just(Action::Erase),
        any::<u64>().prop_map(Action::LeaveOut),
        any::<u64>().prop_map(Action::TakeBack),
    ]
}

/// The changes of one record's open fields, or of its private ones.
fn record(fields: Range<u16>) -> impl Strategy<Value = (u16, Vec<Change>)> {
    let changes = prop::collection::btree_map(fields, (refs(), value()), 1..5);
    let change = |(field, (parents, value))| Change { field, parents, value };
    (1..=u16::MAX, changes.prop_map(move |changes| changes.into_iter().map(change).collect()))
}

/// The changes of some records, of which few may be the same in another list.
fn records(
    fields: Range<u16>,
    how_many: Range<usize>,
) -> impl Strategy<Value = BTreeMap<u8, (u16, Vec<Change>)>> {
    prop::collection::btree_map(0..6_u8, record(fields), how_many)
}

/// A commit of any content, with at least so many records.
pub(super) fn commit(least: usize) -> impl Strategy<Value = Commit> {
    let records = (records(0..PRIVATE, least..4), records(PRIVATE..u16::MAX, 0..3));
    let header = (any::<[u8; 16]>(), seq(), any::<u64>(), any::<i64>(), any::<String>(), action());
    (header, records).prop_map(|((device, seq, lamport, wall_time, author, action), (open, private))| {
        Commit {
            device: DeviceId::from_bytes(device),
            seq,
            lamport,
            wall_time,
            author,
            action,
            records: open
                .into_iter()
                .chain(private)
                .map(|(id, (kind, changes))| RecordChanges {
                    record: RecordId::from_bytes([id; 16]),
                    kind,
                    changes,
                })
                .collect(),
            missing: Missing::default(),
            erases: if action == Action::Erase {
                vec![RecordId::from_bytes(device), RecordId::from_bytes([seq as u8; 16])]
            } else {
                Vec::new()
            },
        }
    })
}
