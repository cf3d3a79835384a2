//! Reads the changes of a case and says what they come to.

use std::collections::BTreeMap;

use entente_domain::ids::{CommitRef, DeviceId};
use entente_domain::kinds::{FieldNumber, PRIVATE};
use entente_domain::log::{Change, ChangedValue};
use entente_domain::merge::{Branches, DELETED, Head, RecordState, is_deleted, settle};
use entente_domain::value::Value;

const NAME: FieldNumber = 1;
const CITY: FieldNumber = 2;
const NOTE: FieldNumber = PRIVATE;

/// What the changes come to, once for each order in which they can arrive.
pub(super) fn told_in_every_order(changes: &[&str]) -> Vec<String> {
    let changes: Vec<(CommitRef, Change)> = changes.iter().map(|text| read(text)).collect();
    orders(changes.len())
        .into_iter()
        .map(|order| told(order.into_iter().map(|place| &changes[place])))
        .collect()
}

fn orders(length: usize) -> Vec<Vec<usize>> {
    let Some(last) = length.checked_sub(1) else { return vec![Vec::new()] };
    let insert = |order: Vec<usize>| {
        (0..=last).map(move |place| {
            let mut longer = order.clone();
            longer.insert(place, last);
            longer
        })
    };
    orders(last).into_iter().flat_map(insert).collect()
}

/// `B2 name=y replaces A1`: device, lamport; what it does; what it replaces; what a deletion sees.
fn read(text: &str) -> (CommitRef, Change) {
    let mut words = text.split(' ');
    let at = named(words.next().expect("a name"));
    let what = words.next().expect("what it does");
    let (mut parents, mut seen) = (Vec::new(), Vec::new());
    let mut list = &mut parents;
    for word in words {
        match word {
            "replaces" => list = &mut parents,
            "sees" => list = &mut seen,
            name => list.push(named(name)),
        }
    }
    let set =
        |text: &str| if text.is_empty() { ChangedValue::Empty } else { ChangedValue::Value(text.into()) };
    let (field, value) = match what.split_once('=') {
        Some(("name", text)) => (NAME, set(text)),
        Some(("city", text)) => (CITY, set(text)),
        Some(("note", text)) => (NOTE, set(text)),
        _ if what == "delete" => (DELETED, ChangedValue::Deleted { seen }),
        _ if what == "restore" => (DELETED, ChangedValue::Empty),
        _ => panic!("{text}"),
    };
    (at, Change { field, parents, value })
}

fn named(name: &str) -> CommitRef {
    let (device, lamport) = name.split_at(1);
    let device = DeviceId::from_bytes([device.as_bytes()[0]; 16]);
    CommitRef { device, seq: lamport.parse().expect("a lamport") }
}

/// What changes come to that arrive in this order.
fn told<'a>(changes: impl Iterator<Item = &'a (CommitRef, Change)>) -> String {
    let (mut state, mut known) = (RecordState::default(), BTreeMap::new());
    for (at, change) in changes {
        state.add(*at, change);
        known.insert(*at, change);
    }
    let heads = |field| -> Vec<Head> {
        let head = |at: CommitRef| Head { at, lamport: at.seq, value: known[&at].value.clone() };
        state.heads(field).into_iter().map(head).collect()
    };
    let mut told: Vec<String> = Vec::new();
    for (field, name) in [(CITY, "city"), (NAME, "name"), (NOTE, "private note")] {
        told.extend(told_of(&heads(field)).map(|values| format!("{name}: {values}")));
    }
    let deletion = heads(DELETED);
    let deletes = |head: &&Head| matches!(head.value, ChangedValue::Deleted { .. });
    let disagree = (1..deletion.len()).contains(&deletion.iter().filter(deletes).count());
    assert_eq!(
        settle(&deletion).is_some_and(|settled| settled.conflict),
        disagree,
        "deletions are all of one value"
    );
    told.push(if is_deleted(&state, &deletion, &Branches::default()) {
        "deleted".into()
    } else {
        "live".into()
    });
    told.join("; ")
}

/// The value shown, and behind it those that conflict with it.
fn told_of(heads: &[Head]) -> Option<String> {
    let settled = settle(heads)?;
    let text = |value: &ChangedValue| value.value().map_or("nothing".to_string(), Value::to_string);
    let shown = text(&settled.shown.value);
    let mut others: Vec<&Head> = heads.iter().filter(|head| text(&head.value) != shown).collect();
    others.sort_by_key(|head| std::cmp::Reverse((head.lamport, head.at.device)));
    assert_eq!(settled.conflict, !others.is_empty());
    Some([vec![shown], others.iter().map(|head| text(&head.value)).collect()].concat().join(" or "))
}
