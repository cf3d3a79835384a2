//! Private notes: kept, found and undone like anything else, and never on another laptop.

use std::path::Path;

use entente_domain::bundle::{Item, Reader};
use entente_domain::ids::RecordId;
use entente_domain::kinds::Kind;

use crate::laptop::Laptop;
use crate::projections::everything;

const SECRET: &str = "told me over dinner: Naryn will not sign before Xqzwv";

/// A laptop with a record of each kind that can have a private note.
fn with_notes() -> (Laptop, Vec<RecordId>) {
    let mut laptop = Laptop::of("Aigul");
    let kinds = [
        ("institution", "name"),
        ("person", "family"),
        ("agreement", "title"),
        ("event", "title"),
        ("follow-up", "title"),
    ];
    let add = |(kind, title)| laptop.add(kind, &[(title, "USST"), ("private-note", SECRET)]);
    let ids = kinds.map(add).to_vec();
    (laptop, ids)
}

/// All that a bundle says, unpacked.
fn content(bundle: &Path) -> Vec<u8> {
    let mut reader = Reader::open(std::fs::File::open(bundle).expect("a bundle")).expect("a sound one");
    let mut content = Vec::new();
    loop {
        match reader.next_item().expect("readable") {
            Item::Commit(bytes) | Item::Piece(bytes) => content.extend_from_slice(bytes),
            Item::End => return content,
            other => content.extend(format!("{other:?}").bytes()),
        }
    }
}

fn holds(content: &[u8], what: &[u8]) -> bool {
    content.windows(what.len()).any(|bytes| bytes == what)
}

#[test]
fn every_main_kind_but_tags_has_a_private_note() {
    for kind in Kind::MAIN {
        let note = kind.field("private-note");
        assert_eq!(note.is_some_and(|field| field.is_private()), kind != Kind::Tag, "{kind}");
    }
}

#[test]
fn no_byte_of_a_private_note_is_in_any_bundle() {
    let (mut laptop, ids) = with_notes();
    laptop.edit(ids[0], &[("city", "Osh"), ("private-note", &format!("{SECRET}, again"))]);
    laptop.undo();
    let mut colleague = Laptop::of("Bek");
    colleague.hear(&mut laptop);
    for bundle in [laptop.export(), colleague.export()] {
        let content = content(&bundle);
        assert!(holds(&content, b"USST"), "what is open is in it");
        for part in [SECRET, "over dinner", "Xqzwv"] {
            assert!(!holds(&content, part.as_bytes()), "{part}");
        }
        assert!(
            !holds(&content, blake3::hash(SECRET.as_bytes()).as_bytes()),
            "nor a hash that could be guessed"
        );
    }
}

#[test]
fn a_colleague_sees_all_but_the_note_and_nothing_missing() {
    let (mut aigul, ids) = with_notes();
    let mut bek = Laptop::of("Bek");
    let bundle = aigul.export();
    bek.import(&bundle);
    assert_eq!(aigul.digest(), bek.digest(), "who knows the same but for private notes is seen to");
    for id in &ids {
        assert_eq!(aigul.shown(*id, "private-note"), SECRET);
        assert_eq!(bek.shown(*id, "private-note"), "");
    }
    let before = everything(&bek.path());
    let again = bek.import(&bundle);
    assert_eq!((again.new_commits, again.changed), (0, 0));
    assert_eq!(everything(&bek.path()), before, "nothing is waited for");
    bek.edit(ids[0], &[("private-note", "Bek’s own")]);
    aigul.hear(&mut bek);
    assert_eq!(aigul.shown(ids[0], "private-note"), SECRET);
    assert!(aigul.contested(ids[0]).is_empty());
    assert_eq!(aigul.digest(), bek.digest());
    [aigul, bek].iter_mut().for_each(Laptop::prove_sound);
}

#[test]
fn a_note_is_found_where_it_was_written() {
    let (mut aigul, ids) = with_notes();
    let mut bek = Laptop::of("Bek");
    bek.hear(&mut aigul);
    let found = |laptop: &mut Laptop| laptop.work().search("xqzw", None, 10).expect("searched").len();
    assert_eq!((found(&mut aigul), found(&mut bek)), (ids.len(), 0));
}

#[test]
fn a_note_and_what_was_saved_with_it_are_undone_together() {
    let (mut laptop, ids) = with_notes();
    laptop.edit(ids[0], &[("city", "Osh"), ("private-note", "second")]);
    let shown = |laptop: &Laptop| ["city", "private-note"].map(|field| laptop.shown(ids[0], field));
    assert!(laptop.undo().is_empty());
    assert_eq!(shown(&laptop), ["", SECRET]);
    assert!(laptop.redo().is_empty());
    assert_eq!(shown(&laptop), ["Osh", "second"]);
    let new = laptop.add("institution", &[("name", "new"), ("private-note", "with it")]);
    assert!(laptop.undo().is_empty());
    assert!(!laptop.is_live(new), "what was made with a note is taken back as one");
    let (history, _) = laptop.work().history(ids[0], 0, 1).expect("readable");
    assert_eq!(history[0].changes.len(), 2);
    laptop.prove_sound_byte_for_byte();
}

#[test]
fn a_note_does_not_keep_a_record_that_colleagues_have_deleted() {
    let (mut aigul, ids) = with_notes();
    let mut bek = Laptop::of("Bek");
    bek.hear(&mut aigul);
    bek.delete(ids[0]);
    aigul.edit(ids[0], &[("private-note", "still of use to me")]);
    aigul.hear(&mut bek);
    assert!(!aigul.is_live(ids[0]));
    bek.hear(&mut aigul);
    assert_eq!(aigul.digest(), bek.digest());
    aigul.restore(ids[0]);
    assert_eq!(aigul.shown(ids[0], "private-note"), "still of use to me", "and it is not lost");
    aigul.prove_sound();
}
