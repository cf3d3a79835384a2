//! What was typed and not saved outlives the program, and nothing else.

use entente_domain::ids::RecordId;
use entente_domain::kinds::Kind;
use entente_domain::workspace::{Draft, FormOf};

use crate::laptop::{Laptop, entered};
use crate::projections::told;

/// The contents that are kept.
fn kept(laptop: &mut Laptop) -> Vec<String> {
    laptop.work().kept_forms().expect("readable").into_iter().map(|form| form.content).collect()
}

fn keep(laptop: &mut Laptop, key: &str, records: &[RecordId], content: &str) -> bool {
    laptop.work().keep_form(key, records, content.into()).expect("kept")
}

#[test]
fn a_form_is_there_after_closing_and_opening_as_it_was_last_kept() {
    let mut laptop = Laptop::of("Aigul");
    let id = laptop.add("institution", &[("name", "USST")]);
    assert!(keep(&mut laptop, "one", &[id, id], "typed"));
    assert!(keep(&mut laptop, "two", &[], "new"));
    assert!(keep(&mut laptop, "one", &[id], "typed more"));
    laptop.reopen();
    let forms = laptop.work().kept_forms().expect("readable");
    let contents: Vec<_> = forms.iter().map(|form| (form.key.as_str(), form.content.as_str())).collect();
    assert_eq!(contents, [("one", "typed more"), ("two", "new")]);
    assert_eq!(forms[0].records, [id]);
    laptop.work().forget_form("one").expect("forgotten");
    laptop.work().forget_form("never kept").expect("nothing to forget");
    assert_eq!(kept(&mut laptop), ["new"]);
}

#[test]
fn a_form_changes_nothing_that_is_shown_and_does_not_travel() {
    let mut laptop = Laptop::of("Aigul");
    let id = laptop.add("institution", &[("name", "USST")]);
    let before = (told(&laptop.path()), laptop.digest());
    keep(&mut laptop, "one", &[id], "typed");
    assert_eq!((told(&laptop.path()), laptop.digest()), before);
    let mut colleague = Laptop::of("Bek");
    colleague.hear(&mut laptop);
    assert_eq!(kept(&mut colleague), Vec::<String>::new());
    laptop.prove_sound();
}

#[test]
fn a_form_is_forgotten_with_a_save_that_has_nothing_to_change() {
    let mut laptop = Laptop::of("Aigul");
    let id = laptop.add("institution", &[("name", "USST")]);
    keep(&mut laptop, "one", &[id], "typed and typed back");
    let same = Draft { id, is_new: false, kind: Kind::Institution, fields: entered(&[("name", "USST")]) };
    let form = FormOf { seen: None, kept_as: Some("one") };
    let written = laptop.work().save_form(&[same], &[], form).expect("saved");
    assert!(written.commit.is_none());
    assert_eq!(kept(&mut laptop), Vec::<String>::new());
}

#[test]
fn a_form_is_forgotten_with_its_save_and_stays_if_that_is_refused() {
    let mut laptop = Laptop::of("Aigul");
    let id = laptop.add("institution", &[("name", "USST")]);
    keep(&mut laptop, "one", &[id], "typed");
    keep(&mut laptop, "two", &[], "other");
    let form = FormOf { seen: None, kept_as: Some("one") };
    let draft = |fields| Draft { id, is_new: false, kind: Kind::Institution, fields: entered(fields) };
    laptop.work().save_form(&[draft(&[("name", "")])], &[], form).expect_err("a name is needed");
    assert_eq!(kept(&mut laptop), ["typed", "other"]);
    laptop.work().save_form(&[draft(&[("name", "USST!")])], &[], form).expect("saved");
    assert_eq!(kept(&mut laptop), ["other"]);
}

#[test]
fn an_erasure_takes_the_forms_that_hold_something_of_what_is_erased() {
    let mut laptop = Laptop::of("Aigul");
    let person = laptop.add("person", &[("family", "Erased")]);
    let mail = laptop.add_to(person, "contact", &[("medium", "email"), ("value", "a@example.org")]);
    let other = laptop.add("institution", &[("name", "USST")]);
    keep(&mut laptop, "person", &[person], "zqtyped of the person");
    keep(&mut laptop, "contact", &[other, mail], "zqtyped of the address");
    keep(&mut laptop, "other", &[other], "of the institution");
    laptop.work().erase(person).expect("erased");
    assert_eq!(kept(&mut laptop), ["of the institution"]);
    assert!(!keep(&mut laptop, "person", &[person], "zqtyped again"), "an open form is told so");
    assert_eq!(kept(&mut laptop), ["of the institution"]);
    laptop.close();
    let file = std::fs::read(laptop.path()).expect("read");
    assert!(!file.windows(7).any(|bytes| bytes == b"zqtyped"), "no byte of it is left");
}

#[test]
fn a_colleague_s_erasure_takes_them_too() {
    let (mut aigul, mut bek) = (Laptop::of("Aigul"), Laptop::of("Bek"));
    let person = aigul.add("person", &[("family", "Erased")]);
    bek.hear(&mut aigul);
    keep(&mut bek, "person", &[person], "typed");
    aigul.work().erase(person).expect("erased");
    bek.hear(&mut aigul);
    assert_eq!(kept(&mut bek), Vec::<String>::new());
}
