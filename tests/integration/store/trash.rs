//! Deleting, and bringing back.

use entente_domain::ids::RecordId;

use crate::laptop::Laptop;

/// An agreement with a party that has a signatory.
fn agreement_with_a_party(laptop: &mut Laptop) -> [RecordId; 3] {
    let institution = laptop.add("institution", &[("name", "USST")]);
    let agreement = laptop.add("agreement", &[("title", "Exchange")]);
    let party = laptop.add_to(agreement, "party", &[("institution", &institution.to_string())]);
    let signatory = laptop.add_to(party, "signatory", &[("name-at-signing", "Ding")]);
    [agreement, party, signatory]
}

#[test]
fn what_belongs_to_a_record_goes_and_comes_back_with_it() {
    let mut laptop = Laptop::of("Aigul");
    let all = agreement_with_a_party(&mut laptop);
    laptop.delete(all[0]);
    assert_eq!(all.map(|id| laptop.is_live(id)), [false; 3]);
    laptop.restore(all[0]);
    assert_eq!(all.map(|id| laptop.is_live(id)), [true; 3]);
    assert_eq!(laptop.shown(all[2], "name-at-signing"), "Ding");
    laptop.prove_sound();
}

#[test]
fn what_was_deleted_before_stays_deleted_when_its_owner_comes_back() {
    let mut laptop = Laptop::of("Aigul");
    let [agreement, party, signatory] = agreement_with_a_party(&mut laptop);
    laptop.delete(signatory);
    laptop.delete(agreement);
    laptop.restore(agreement);
    assert_eq!([agreement, party, signatory].map(|id| laptop.is_live(id)), [true, true, false]);
}

#[test]
fn a_record_named_twice_is_deleted_once() {
    let mut laptop = Laptop::of("Aigul");
    let [agreement, party, signatory] = agreement_with_a_party(&mut laptop);
    laptop.work().delete(&[agreement, party, agreement, signatory]).expect("deleted");
    assert_eq!([agreement, party, signatory].map(|id| laptop.is_live(id)), [false; 3]);
    laptop.prove_sound();
    let mut other = Laptop::of("Bek");
    other.hear(&mut laptop);
    assert_eq!([agreement, party, signatory].map(|id| other.is_live(id)), [false; 3]);
    laptop.work().restore(&[agreement, agreement]).expect("restored");
    assert_eq!([agreement, party, signatory].map(|id| laptop.is_live(id)), [true; 3]);
}

#[test]
fn a_record_edited_and_deleted_in_one_save_is_deleted() {
    let mut laptop = Laptop::of("Aigul");
    let id = laptop.add("institution", &[("name", "USST")]);
    let mut draft = laptop.draft("institution", &[("name", "renamed")]);
    (draft.id, draft.is_new) = (id, false);
    laptop.work().save(&[draft], &[id]).expect("saved");
    assert!(!laptop.is_live(id));
    laptop.prove_sound();
    laptop.undo();
    assert_eq!((laptop.is_live(id), laptop.shown(id, "name")), (true, "USST".into()));
}

#[test]
fn deleting_twice_and_restoring_what_is_not_deleted_do_nothing() {
    let mut laptop = Laptop::of("Aigul");
    let id = laptop.add("institution", &[("name", "USST")]);
    assert_eq!(laptop.restore(id).commit, None);
    assert!(laptop.delete(id).commit.is_some());
    assert_eq!(laptop.delete(id).commit, None);
}

#[test]
fn an_edit_of_a_deleted_record_does_not_bring_it_back_unseen() {
    let mut laptop = Laptop::of("Aigul");
    let id = laptop.add("institution", &[("name", "USST")]);
    laptop.delete(id);
    laptop.edit(id, &[("name", "renamed")]);
    assert_eq!(
        laptop.contested(id),
        ["deleted"],
        "an edit the deletion had not seen keeps the record, as a conflict"
    );
    assert!(laptop.is_live(id));
    laptop.restore(id);
    assert_eq!(laptop.contested(id), Vec::<&str>::new());
    laptop.prove_sound();
}

#[test]
fn a_row_brought_back_alone_brings_its_owner() {
    let mut laptop = Laptop::of("Aigul");
    let [agreement, party, signatory] = agreement_with_a_party(&mut laptop);
    laptop.delete(agreement);
    laptop.restore(signatory);
    assert_eq!([agreement, party, signatory].map(|id| laptop.is_live(id)), [true; 3]);
    laptop.prove_sound();
}

#[test]
fn the_trash_lists_what_was_deleted_and_the_page_of_a_deleted_record_shows_its_rows() {
    let mut laptop = Laptop::of("Aigul");
    let [agreement, party, _] = agreement_with_a_party(&mut laptop);
    laptop.delete(agreement);
    let detail = laptop.work().detail(agreement).expect("readable");
    assert!(!detail.record.live);
    let rows: Vec<_> = detail.owned.iter().flat_map(|(_, rows)| rows).map(|row| row.id).collect();
    assert!(rows.contains(&party));
}
