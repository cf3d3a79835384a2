//! Imports of so many commits that what is surely new is not asked for, and the indexes are made at the end.

use super::{Two, two};
use crate::laptop::Laptop;

/// More than are put in place one by one, and many times what was here.
const MANY: usize = 600;

#[test]
fn what_is_here_already_is_found_among_the_many_that_are_new() {
    let Two { mut aigul, mut bek, university, agreement, party } = two();
    for turn in 0..MANY {
        let about = [university, agreement][turn % 2].to_string();
        aigul.add("follow-up", &[("title", &format!("Ask again {turn}")), ("about", &about)]);
    }
    aigul.edit(university, &[("city", "上海")]);
    aigul.edit(agreement, &[("title", "Exchange of students")]);
    aigul.edit(party, &[("number", "7/2026")]);
    let import = bek.hear(&mut aigul);
    assert_eq!((import.new, import.changed), (MANY as u64, 2));
    assert_eq!(bek.shown(university, "city"), "上海");
    assert_eq!(bek.shown(party, "number"), "7/2026");
    assert_eq!(bek.digest(), aigul.digest());
    assert_eq!(bek.work().search("students", None, 10).expect("readable").len(), 1);
    bek.prove_sound_byte_for_byte();
}

#[test]
fn what_refers_ahead_to_what_comes_later_in_a_large_import_is_one_with_it() {
    let Two { mut aigul, mut bek, .. } = two();
    let mut cai = Laptop::of("Cai");
    cai.hear(&mut aigul);
    let later = cai.add("institution", &[("name", "Later")]);
    aigul.hear(&mut cai);
    for turn in 0..MANY {
        aigul.add("follow-up", &[("title", &format!("Ask {turn}")), ("about", &later.to_string())]);
    }
    bek.hear(&mut aigul);
    assert_eq!(bek.shown(later, "name"), "Later");
    assert_eq!(bek.digest(), aigul.digest());
    bek.prove_sound_byte_for_byte();
}
