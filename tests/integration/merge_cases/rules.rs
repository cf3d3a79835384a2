//! What changes of one record come to, whatever the order in which they arrive.
//!
//! A change is called by its device and its place in the order of causes (its *lamport*): `B2` is what device B did
//! second. It **replaces** the changes that its officer saw in that field, and a deletion also says which changes of
//! the other fields it has **seen**. From that alone follows what is shown; there is no clock in it.

use super::table::told_in_every_order;

/// (What happened, the changes, what they come to.)
#[rustfmt::skip]
const CASES: &[(&str, &[&str], &str)] = &[
    ("a field is set",
        &["A1 name=x"],
        "name: x; live"),
    ("a later change replaces what its officer saw",
        &["A1 name=x", "B2 name=y replaces A1", "A3 name=z replaces B2"],
        "name: z; live"),
    ("a field is emptied",
        &["A1 name=x", "B2 name= replaces A1"],
        "name: nothing; live"),
    ("different fields never conflict",
        &["A1 name=x", "B2 name=y replaces A1", "C2 city=Osh"],
        "city: Osh; name: y; live"),

    ("two changes that had not seen each other conflict; of two equally late ones the greater device’s is shown",
        &["A1 name=x", "B2 name=y replaces A1", "C2 name=z replaces A1"],
        "name: z or y; live"),
    ("and of a later and an earlier one the later",
        &["A1 name=x", "B3 name=y replaces A1", "C2 name=z replaces A1"],
        "name: y or z; live"),
    ("two that had not seen each other but set the same do not conflict",
        &["A1 name=x", "B2 name=y replaces A1", "C2 name=y replaces A1"],
        "name: y; live"),
    ("emptying conflicts with setting",
        &["A1 name=x", "B2 name=y replaces A1", "C2 name= replaces A1"],
        "name: nothing or y; live"),
    ("and emptying twice does not",
        &["A1 name=x", "B2 name= replaces A1", "C2 name= replaces A1"],
        "name: nothing; live"),
    ("three can conflict",
        &["A1 name=x", "B1 name=y", "C1 name=z"],
        "name: z or y or x; live"),

    ("a resolution replaces all that its officer saw",
        &["A1 name=x", "B2 name=y replaces A1", "C2 name=z replaces A1", "B3 name=y replaces B2 C2"],
        "name: y; live"),
    ("what it had not seen conflicts with it",
        &["A1 name=x", "B2 name=y replaces A1", "C2 name=z replaces A1", "B3 name=y replaces B2 C2", "D2 name=w replaces A1"],
        "name: y or w; live"),
    ("two resolutions alike are one",
        &["B2 name=y", "C2 name=z", "B3 name=w replaces B2 C2", "C3 name=w replaces B2 C2"],
        "name: w; live"),
    ("two that differ conflict again",
        &["B2 name=y", "C2 name=z", "B3 name=y replaces B2 C2", "C3 name=z replaces B2 C2"],
        "name: z or y; live"),
    ("half a resolution leaves the other half",
        &["B2 name=y", "C2 name=z", "B3 name=w replaces B2"],
        "name: w or z; live"),
    ("a settled conflict is open again once its values stand beside each other in the settlement’s place",
        &["B2 name=y", "C2 name=z", "B3 name=w replaces B2 C2", "D4 name=y replaces B3", "D5 name=z replaces B3"],
        "name: z or y; live"),
    ("and is settled again by whoever replaces all of them",
        &["B2 name=y", "C2 name=z", "B3 name=w replaces B2 C2", "D4 name=y replaces B3", "D5 name=z replaces B3", "C6 name=w replaces D4 D5"],
        "name: w; live"),
    ("a change that has been replaced stays replaced, even if it arrives last or never does",
        &["B3 name=z replaces A1 A2"],
        "name: z; live"),

    ("a record is deleted if whoever deleted it had seen all there was",
        &["A1 name=x", "B2 delete sees A1"],
        "name: x; deleted"),
    ("an edit that the deletion had not seen keeps the record",
        &["A1 name=x", "B2 delete sees A1", "C2 name=y replaces A1"],
        "name: y; live"),
    ("so does a field set that was empty before",
        &["A1 name=x", "B2 delete sees A1", "C2 city=Osh"],
        "city: Osh; name: x; live"),
    ("so does an edit made in knowledge of the deletion",
        &["A1 name=x", "B2 delete sees A1", "B3 name=y replaces A1"],
        "name: y; live"),
    ("until it is deleted by someone who has seen that",
        &["A1 name=x", "B2 delete sees A1", "C2 name=y replaces A1", "A3 delete sees C2 replaces B2"],
        "name: y; deleted"),
    ("two deletions that had not seen each other are one",
        &["A1 name=x", "B2 delete sees A1", "C2 delete sees A1"],
        "name: x; deleted"),
    ("what either of them has seen is seen",
        &["A1 name=x", "B2 name=y replaces A1", "C2 city=Osh", "B3 delete sees B2", "C3 delete sees A1 C2"],
        "city: Osh; name: y; deleted"),
    ("a change that the deletion saw need not be here for it to count",
        &["B2 delete sees A1"],
        "deleted"),

    ("a change that was withheld counts as replaced once something here replaces it, whether it comes later or not",
        &["B2 name=y replaces A1", "C2 city=Osh replaces A1", "D3 city=Talas replaces C2"],
        "city: Talas; name: y; live"),
    ("a private note, which colleagues cannot see, does not keep a record that they have deleted",
        &["A1 name=x", "A2 note=secret", "B2 delete sees A1"],
        "name: x; private note: secret; deleted"),
    ("nor does a later one",
        &["A1 name=x", "A2 note=secret", "B3 delete sees A1", "A4 note=more replaces A2"],
        "name: x; private note: more; deleted"),

    ("a record is brought back",
        &["A1 name=x", "B2 delete sees A1", "C3 restore replaces B2"],
        "name: x; live"),
    ("bringing back wins over a deletion that had not seen it",
        &["A1 name=x", "B2 delete sees A1", "C3 restore replaces B2", "D3 delete sees A1 replaces B2"],
        "name: x; live"),
    ("and yields to one that had",
        &["A1 name=x", "B2 delete sees A1", "C3 restore replaces B2", "D4 delete sees A1 replaces C3"],
        "name: x; deleted"),
    ("a deletion that is put back sees no more than it had seen, and the edit keeps the record as before",
        &["A1 name=x", "B2 delete sees A1", "C2 city=Osh", "D3 restore replaces B2", "D4 delete sees A1 replaces D3"],
        "city: Osh; name: x; live"),
];

#[test]
fn changes_come_to_what_the_table_says_in_every_order() {
    for (what, changes, expected) in CASES {
        for told in told_in_every_order(changes) {
            assert_eq!(&told, expected, "{what}");
        }
    }
}
