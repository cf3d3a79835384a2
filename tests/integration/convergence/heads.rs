//! A model of the heads of a field: what the definition says, against what is kept step by step.

use std::collections::{BTreeMap, BTreeSet};

use entente_domain::ids::{CommitRef, DeviceId};
use entente_domain::merge::Heads;
use proptest::prelude::*;

use crate::soak::cases;

/// A change and the changes it names.
type Changes = BTreeMap<CommitRef, Vec<CommitRef>>;

/// Changes of three devices, each naming any of those made before it, as the laptops of a story would.
fn changes() -> impl Strategy<Value = Changes> {
    prop::collection::vec((0_u8..3, prop::collection::vec(any::<prop::sample::Index>(), 0..4)), 1..14)
        .prop_map(|made| {
            let mut changes = Changes::new();
            let mut order: Vec<CommitRef> = Vec::new();
            for (device, named) in made {
                let device = DeviceId::from_bytes([device; 16]);
                let seq = 1 + order.iter().filter(|at| at.device == device).count() as u64;
                let parents: BTreeSet<_> = match order.len() {
                    0 => BTreeSet::new(),
                    _ => named.iter().map(|index| order[index.index(order.len())]).collect(),
                };
                let at = CommitRef { device, seq };
                changes.insert(at, parents.into_iter().collect());
                order.push(at);
            }
            changes
        })
}

/// The definition: the known changes that no known change names, and those that are named and not known.
fn defined(known: &Changes) -> Heads {
    let named: BTreeSet<CommitRef> = known.values().flatten().copied().collect();
    Heads {
        heads: known.keys().filter(|at| !named.contains(at)).copied().collect(),
        awaited: named.into_iter().filter(|at| !known.contains_key(at)).collect(),
    }
}

proptest! {
    #![proptest_config(cases(512))]
    #[test]
    fn heads_are_what_no_known_change_names_at_every_step_of_any_arrival(
        (changes, order) in changes().prop_flat_map(|changes| {
            let order: Vec<CommitRef> = changes.keys().copied().collect();
            (Just(changes), Just(order).prop_shuffle())
        }),
    ) {
        let (mut heads, mut known) = (Heads::default(), Changes::new());
        for at in order {
            heads.add(at, &changes[&at], |parent| known.contains_key(&parent));
            known.insert(at, changes[&at].clone());
            prop_assert_eq!(&heads, &defined(&known));
        }
    }
}
