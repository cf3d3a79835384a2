//! Merging duplicates: both ids go on meaning the one record, here and on the laptops that hear of it.

use entente_domain::ids::RecordId;
use entente_domain::kinds::Kind;
use entente_domain::store::{Filter, Query};
use entente_domain::workspace::Error;

use crate::laptop::Laptop;
use crate::store::lists::all;

/// Two institutions that are one, and an agreement with the first of them.
struct Twice {
    laptop: Laptop,
    duplicate: RecordId,
    kept: RecordId,
    agreement: RecordId,
}

impl Twice {
    fn new() -> Self {
        let mut laptop = Laptop::of("Aigul");
        let duplicate =
            laptop.add("institution", &[("name", "Univ. of Osh"), ("city", "Osh"), ("note", "old")]);
        let kept = laptop.add("institution", &[("name", "Osh State University"), ("note", "new")]);
        laptop.add_to(duplicate, "contact", &[("medium", "email"), ("value", "a@oshsu.example")]);
        laptop.add_to(duplicate, "contact", &[("medium", "email"), ("value", "b@oshsu.example")]);
        laptop.add_to(kept, "contact", &[("medium", "email"), ("value", "b@oshsu.example")]);
        let agreement = agreement_with(&mut laptop, "Exchange of students", duplicate);
        Self { laptop, duplicate, kept, agreement }
    }

    fn merge(&mut self, taken: &[&str]) {
        merge(&mut self.laptop, self.duplicate, self.kept, taken);
    }
}

fn agreement_with(laptop: &mut Laptop, title: &str, party: RecordId) -> RecordId {
    let agreement = laptop.add("agreement", &[("title", title)]);
    laptop.add_to(agreement, "party", &[("institution", &party.to_string())]);
    agreement
}

fn merge(laptop: &mut Laptop, duplicate: RecordId, kept: RecordId, taken: &[&str]) {
    let taken: Vec<String> = taken.iter().map(|name| (*name).into()).collect();
    laptop.work().merge(duplicate, kept, &taken).expect("merged");
}

/// What a list of agreements filtered by a party has.
fn agreements_of(laptop: &mut Laptop, party: RecordId) -> Vec<String> {
    let field = Kind::Party.field("institution").expect("declared");
    let filters = vec![Filter::Rows(Kind::Party, field, vec![party.into()])];
    let page = laptop.work().list(&Query { filters, ..all(Kind::Agreement) }).expect("readable");
    page.rows.into_iter().map(|row| row.title.expect("a title")).collect()
}

/// How the parties of an agreement are called.
fn parties(laptop: &mut Laptop, agreement: RecordId) -> Vec<String> {
    let detail = laptop.work().detail(agreement).expect("readable");
    let (_, rows) = detail.owned.into_iter().find(|(kind, _)| *kind == Kind::Party).expect("parties");
    rows.into_iter().map(|row| row.title.expect("a title")).collect()
}

/// The values of a record's contacts, in order.
fn contacts(laptop: &mut Laptop, of: RecordId) -> Vec<String> {
    let detail = laptop.work().detail(of).expect("readable");
    let (_, rows) = detail.owned.into_iter().find(|(kind, _)| *kind == Kind::Contact).expect("contacts");
    let mut values: Vec<_> = rows.into_iter().map(|row| row.title.expect("a value")).collect();
    values.sort();
    values
}

#[test]
fn the_record_kept_takes_over_what_belongs_and_refers_to_the_duplicate() {
    let mut twice = Twice::new();
    twice.merge(&["city"]);
    let Twice { mut laptop, duplicate, kept, agreement } = twice;
    assert!(!laptop.is_live(duplicate) && laptop.is_live(kept));
    assert_eq!((laptop.shown(kept, "city"), laptop.shown(kept, "note")), ("Osh".into(), "new".into()));
    assert_eq!(contacts(&mut laptop, kept), ["a@oshsu.example", "b@oshsu.example"], "none twice, none lost");
    assert_eq!(parties(&mut laptop, agreement), ["Osh State University"]);
    assert_eq!(agreements_of(&mut laptop, kept), ["Exchange of students"]);
    let page = laptop.work().detail(kept).expect("readable");
    assert!(page.referring.iter().any(|referring| referring.kind == Kind::Party && referring.total == 1));
    let page = laptop.work().detail(duplicate).expect("readable");
    assert_eq!(page.instead, Some(kept), "the duplicate's id leads to the record kept");
    laptop.prove_sound_byte_for_byte();
}

#[test]
fn undo_parts_them_again_in_one_step_and_redo_joins_them() {
    let mut twice = Twice::new();
    twice.merge(&["city"]);
    let Twice { mut laptop, duplicate, kept, agreement } = twice;
    assert_eq!(laptop.undo(), []);
    assert!(laptop.is_live(duplicate) && laptop.is_live(kept));
    assert_eq!(laptop.shown(kept, "city"), "");
    assert_eq!(contacts(&mut laptop, duplicate), ["a@oshsu.example", "b@oshsu.example"]);
    assert_eq!(contacts(&mut laptop, kept), ["b@oshsu.example"]);
    assert_eq!(parties(&mut laptop, agreement), ["Univ. of Osh"]);
    assert_eq!(agreements_of(&mut laptop, kept), Vec::<String>::new());
    assert_eq!(laptop.redo(), []);
    assert_eq!(agreements_of(&mut laptop, kept), ["Exchange of students"]);
    assert_eq!(contacts(&mut laptop, kept), ["a@oshsu.example", "b@oshsu.example"]);
}

#[test]
fn what_a_colleague_ties_to_the_duplicate_later_means_the_record_kept() {
    let mut twice = Twice::new();
    let mut bek = Laptop::of("Bek");
    bek.hear(&mut twice.laptop);
    twice.merge(&[]);
    let later = agreement_with(&mut bek, "Joint laboratory", twice.duplicate);
    twice.laptop.hear(&mut bek);
    bek.hear(&mut twice.laptop);
    for laptop in [&mut twice.laptop, &mut bek] {
        assert_eq!(parties(laptop, later), ["Osh State University"]);
        assert_eq!(agreements_of(laptop, twice.kept), ["Exchange of students", "Joint laboratory"]);
        assert!(!laptop.is_live(twice.duplicate));
    }
    assert_eq!(twice.laptop.digest(), bek.digest());
}

#[test]
fn what_a_colleague_adds_to_the_duplicate_meanwhile_keeps_it_until_it_is_merged_again() {
    let mut twice = Twice::new();
    let mut bek = Laptop::of("Bek");
    bek.hear(&mut twice.laptop);
    twice.merge(&[]);
    bek.add_to(twice.duplicate, "contact", &[("medium", "phone"), ("value", "+996 3222 70915")]);
    twice.laptop.hear(&mut bek);
    assert_eq!(twice.laptop.contested(twice.duplicate), ["deleted"]);
    assert_eq!(parties(&mut twice.laptop, twice.agreement), ["Univ. of Osh"], "in use, it stands for itself");
    twice.merge(&[]);
    let Twice { mut laptop, duplicate, kept, agreement } = twice;
    assert!(!laptop.is_live(duplicate));
    assert!(contacts(&mut laptop, kept).contains(&"+996 3222 70915".to_string()));
    assert_eq!(parties(&mut laptop, agreement), ["Osh State University"]);
    bek.hear(&mut laptop);
    laptop.hear(&mut bek);
    assert_eq!(laptop.digest(), bek.digest());
}

#[test]
fn two_officers_who_merge_the_other_way_about_lose_neither() {
    let mut twice = Twice::new();
    let mut bek = Laptop::of("Bek");
    bek.hear(&mut twice.laptop);
    twice.merge(&[]);
    merge(&mut bek, twice.kept, twice.duplicate, &[]);
    twice.laptop.hear(&mut bek);
    bek.hear(&mut twice.laptop);
    for laptop in [&mut twice.laptop, &mut bek] {
        let both = [twice.duplicate, twice.kept].map(|id| (laptop.is_live(id), laptop.contested(id)));
        assert_eq!(both, [(true, vec!["deleted"]), (true, vec!["deleted"])]);
        laptop.prove_sound_byte_for_byte();
    }
    assert_eq!(twice.laptop.digest(), bek.digest());
}

#[test]
fn a_duplicate_of_a_duplicate_means_the_last_record_kept() {
    let mut twice = Twice::new();
    twice.merge(&[]);
    let Twice { mut laptop, duplicate, kept, agreement } = twice;
    let last = laptop.add("institution", &[("name", "Osh State University (OshSU)")]);
    merge(&mut laptop, kept, last, &[]);
    assert_eq!(parties(&mut laptop, agreement), ["Osh State University (OshSU)"]);
    assert_eq!(agreements_of(&mut laptop, last), ["Exchange of students"]);
    assert_eq!(laptop.work().detail(duplicate).expect("readable").instead, Some(last));
}

#[test]
fn a_record_never_comes_to_refer_to_itself() {
    let mut laptop = Laptop::of("Aigul");
    let duplicate = laptop.add("institution", &[("name", "Hospital")]);
    let kept = laptop.add("institution", &[("name", "Clinic"), ("part-of", &duplicate.to_string())]);
    merge(&mut laptop, duplicate, kept, &[]);
    assert_eq!(laptop.shown(kept, "part-of"), "");
    let unit = laptop.add("institution", &[("name", "Ward"), ("part-of", &kept.to_string())]);
    merge(&mut laptop, unit, kept, &["part-of"]);
    assert_eq!(laptop.shown(kept, "part-of"), "");
}

#[test]
fn only_two_records_of_one_kind_that_are_in_use_are_merged() {
    let mut twice = Twice::new();
    let party = twice.laptop.add_to(twice.agreement, "party", &[("institution", &twice.kept.to_string())]);
    let gone = twice.laptop.add("institution", &[("name", "Gone")]);
    twice.laptop.delete(gone);
    let before = twice.laptop.digest();
    let (kept, agreement) = (twice.kept, twice.agreement);
    for (one, other) in [(kept, kept), (kept, agreement), (gone, kept), (kept, gone), (party, party)] {
        let refused = twice.laptop.work().merge(one, other, &[]);
        assert!(matches!(refused, Err(Error::Unlike(..))), "{refused:?}");
    }
    assert_eq!(twice.laptop.digest(), before);
}

#[test]
fn whoever_is_erased_is_erased_with_all_duplicates() {
    let mut twice = Twice::new();
    twice.merge(&[]);
    twice.laptop.work().erase(twice.kept).expect("erased");
    assert!(!twice.laptop.knows(twice.duplicate) && !twice.laptop.knows(twice.kept));
}
