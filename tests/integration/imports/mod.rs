//! Imports from an officer's side: looked at line by line, taken in without some of it, reported, taken back.

mod filled;
mod large;
mod left_out;
mod lines;
mod reports;

use entente_domain::ids::RecordId;

use crate::laptop::Laptop;

/// Two officers who know the same university, and its agreement with a party.
struct Two {
    aigul: Laptop,
    bek: Laptop,
    university: RecordId,
    agreement: RecordId,
    party: RecordId,
}

fn two() -> Two {
    let (mut aigul, mut bek) = (Laptop::of("Aigul"), Laptop::of("Bek"));
    let university = aigul.add("institution", &[("name", "USST"), ("city", "Shanghai"), ("country", "CN")]);
    let agreement = aigul.add("agreement", &[("title", "Exchange")]);
    let party = aigul.add_to(agreement, "party", &[("institution", &university.to_string())]);
    bek.hear(&mut aigul);
    Two { aigul, bek, university, agreement, party }
}
