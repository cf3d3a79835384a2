//! Commits of any content.

use entente_domain::ids::{CommitRef, DeviceId, RecordId};
use entente_domain::log::{Action, Change, ChangedValue, Commit, RecordChanges};
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
    ]
}

fn record() -> impl Strategy<Value = (u16, Vec<Change>)> {
    let changes = prop::collection::btree_map(any::<u16>(), (refs(), value()), 1..5);
    let change = |(field, (parents, value))| Change { field, parents, value };
    (1..=u16::MAX, changes.prop_map(move |changes| changes.into_iter().map(change).collect()))
}

/// A commit of any content, with at least so many records.
pub(super) fn commit(least: usize) -> impl Strategy<Value = Commit> {
    let records = prop::collection::btree_map(any::<[u8; 16]>(), record(), least..4);
    let header = (any::<[u8; 16]>(), seq(), any::<u64>(), any::<i64>(), any::<String>(), action());
    (header, records).prop_map(|((device, seq, lamport, wall_time, author, action), records)| Commit {
        device: DeviceId::from_bytes(device),
        seq,
        lamport,
        wall_time,
        author,
        action,
        records: records
            .into_iter()
            .map(|(id, (kind, changes))| RecordChanges { record: RecordId::from_bytes(id), kind, changes })
            .collect(),
    })
}
