//! Making a workspace, saving into it, and reading it back.

use entente_domain::ids::RecordId;
use entente_domain::kinds::Kind;
use entente_domain::rules::Problem;
use entente_domain::workspace::{Draft, DraftProblem, Error, Identity, Seeded, Workspace};

use crate::laptop::{JUNE_2026, Laptop, entered};
use crate::projections::everything;

#[test]
fn what_was_saved_is_there_after_closing_and_opening() {
    let mut laptop = Laptop::of("Aigul");
    let university = laptop.add("institution", &[("name", "  Кыргыз университети "), ("country", "kg")]);
    let agreement =
        laptop.add("agreement", &[("title", "Exchange"), ("signed", "2023-10"), ("notice-days", "90")]);
    let party = laptop.add_to(agreement, "party", &[("institution", &university.to_string())]);
    let digest = laptop.digest();
    laptop.reopen();
    assert_eq!(laptop.digest(), digest);
    assert_eq!(laptop.shown(university, "name"), "Кыргыз университети");
    assert_eq!(laptop.shown(university, "country"), "KG");
    assert_eq!(laptop.shown(agreement, "signed"), "2023-10");
    assert_eq!(laptop.shown(agreement, "notice-days"), "90");
    assert_eq!(laptop.shown(party, "institution"), university.to_string());
    assert_eq!(
        laptop.row(party).title.as_deref(),
        Some("Кыргыз университети"),
        "called by what it refers to"
    );
    laptop.prove_sound();
}

#[test]
fn every_form_of_date_is_read_back_as_it_was_entered() {
    let mut laptop = Laptop::of("Aigul");
    for date in ["2023-10-19", "2023-10", "2023", "--12-08", "--11", ""] {
        let id = laptop.add(
            "agreement",
            &[("title", date), ("signed", date)]
                .map(|(f, t)| (f, if t.is_empty() && f == "title" { "none" } else { t })),
        );
        assert_eq!(laptop.shown(id, "signed"), date);
    }
}

#[test]
fn a_new_workspace_knows_its_officer_and_has_nothing_to_undo() {
    let mut laptop = Laptop::of("Aigul");
    let identity = laptop.work().identity().expect("readable");
    assert_eq!(identity, Identity { officer: "Aigul".into(), device: "Aigul’s laptop".into() });
    assert_eq!(laptop.work().can_undo_and_redo().expect("readable"), (false, false));
    assert!(matches!(laptop.work().undo(), Err(Error::NothingToUndo)));
    assert!(matches!(laptop.work().redo(), Err(Error::NothingToRedo)));
}

#[test]
fn a_workspace_is_not_made_over_something_that_is_there() {
    let laptop = Laptop::of("Aigul");
    let path = laptop.file("notes.txt");
    std::fs::write(&path, "mine").expect("written");
    let identity = Identity { officer: "Aigul".into(), device: "laptop".into() };
    let refused = Workspace::create(&path, &identity, Box::new(Seeded::new(1, JUNE_2026)));
    assert!(matches!(refused.err(), Some(Error::Exists(there)) if there == path));
    assert_eq!(std::fs::read(&path).expect("read"), b"mine");
}

#[test]
fn a_workspace_is_not_made_in_a_folder_that_is_not_there() {
    let laptop = Laptop::of("Aigul");
    let path = laptop.file("no/such/folder/work.entente-workspace");
    let identity = Identity { officer: "Aigul".into(), device: "laptop".into() };
    let refused = Workspace::create(&path, &identity, Box::new(Seeded::new(1, JUNE_2026)));
    let Some(Error::File { path: told, source, .. }) = refused.err() else { panic!("not refused as a file") };
    assert_eq!((told, source.kind()), (path, std::io::ErrorKind::NotFound));
}

#[test]
fn a_workspace_of_nobody_is_not_made() {
    let laptop = Laptop::of("Aigul");
    let path = laptop.file("second.entente-workspace");
    let identity = Identity { officer: " ".into(), device: "lap\u{7}top".into() };
    let refused = Workspace::create(&path, &identity, Box::new(Seeded::new(1, JUNE_2026)));
    let Some(Error::Invalid(problems)) = refused.err() else { panic!("not refused") };
    let named: Vec<_> = problems.iter().map(|problem| (problem.field, problem.problem.clone())).collect();
    assert_eq!(named, [("name", Problem::InvisibleCharacter { code: 7 }), ("officer", Problem::Required)]);
    assert!(!path.exists());
}

#[test]
fn all_problems_of_all_drafts_are_told_and_nothing_is_written() {
    let mut laptop = Laptop::of("Aigul");
    let before = everything(&laptop.path());
    let drafts = [
        laptop.draft("institution", &[("name", "Fine")]),
        laptop.draft("institution", &[("name", " "), ("country", "XX"), ("part-of", "nothing")]),
        laptop.draft("event", &[("title", "Visit"), ("start", "2026-06-02"), ("end", "2026-06-01")]),
        laptop.draft("contact", &[("medium", "email"), ("value", "nobody")]),
        laptop.draft("event", &[("title", ""), ("start", "2026-06-02"), ("end", "2026-06-01")]),
        laptop.draft("person", &[("given", "no\u{7}name")]),
    ];
    let Err(Error::Invalid(problems)) = laptop.work().save(&drafts, &[]) else { panic!("accepted") };
    let expected = [
        (1, "name", Problem::Required),
        (1, "country", Problem::NotACountry),
        (1, "part-of", Problem::NotARecord),
        (2, "end", Problem::BeforeStart("start")),
        (3, "owner", Problem::Required),
        (3, "value", Problem::NotAnEmail),
        (4, "title", Problem::Required),
        (4, "end", Problem::BeforeStart("start")),
        (5, "given", Problem::InvisibleCharacter { code: 7 }),
    ];
    let expected = expected.map(|(draft, field, problem)| DraftProblem { draft, field, problem });
    assert_eq!(problems, expected);
    assert_eq!(everything(&laptop.path()), before);
    assert!(
        laptop.work().row(drafts[0].id).expect("readable").is_none(),
        "the fine draft was not saved either"
    );
}

#[test]
fn of_one_field_one_problem_is_told_and_none_that_follows_from_another() {
    let mut laptop = Laptop::of("Aigul");
    let event = laptop.add("event", &[("title", "Visit"), ("start", "2026-06-02")]);
    let fields = entered(&[("start", "next week"), ("end", "2026-06-01")]);
    let draft = Draft { id: event, is_new: false, kind: Kind::Event, fields };
    let Err(Error::Invalid(problems)) = laptop.work().save(&[draft], &[]) else { panic!("accepted") };
    assert_eq!(problems, [DraftProblem { draft: 0, field: "start", problem: Problem::NotADate }]);
}

#[test]
fn a_reference_must_lead_to_a_record_of_a_kind_that_can_stand_there() {
    let mut laptop = Laptop::of("Aigul");
    let person = laptop.add("person", &[("family", "Cheng")]);
    let agreement = laptop.draft("agreement", &[("title", "Exchange")]);
    let party = laptop.draft_of(agreement.id, "party", &[("institution", &person.to_string())]);
    let Err(Error::Invalid(problems)) = laptop.work().save(&[agreement.clone(), party], &[]) else {
        panic!("a person was accepted as a party")
    };
    assert_eq!(problems, [DraftProblem { draft: 1, field: "institution", problem: Problem::NotARecord }]);
    let itself = Draft { fields: entered(&[("part-of", &agreement.id.to_string())]), ..agreement };
    assert!(matches!(laptop.work().save(&[itself], &[]), Err(Error::Invalid(_))));
}

#[test]
fn drafts_of_one_save_may_refer_to_each_other() {
    let mut laptop = Laptop::of("Aigul");
    let agreement = laptop.draft("agreement", &[("title", "Exchange")]);
    let institution = laptop.draft("institution", &[("name", "USST")]);
    let party = laptop.draft_of(agreement.id, "party", &[("institution", &institution.id.to_string())]);
    let written = laptop.save(&[party.clone(), agreement.clone(), institution.clone()]);
    let kinds: Vec<Kind> = written.records.iter().map(|(_, kind)| *kind).collect();
    assert_eq!(kinds.len(), 3);
    assert_eq!(laptop.shown(party.id, "institution"), institution.id.to_string());
    assert_eq!(laptop.shown(party.id, "agreement"), agreement.id.to_string());
    laptop.prove_sound();
}

#[test]
fn a_save_that_changes_nothing_writes_no_commit() {
    let mut laptop = Laptop::of("Aigul");
    let id = laptop.add("institution", &[("name", "USST"), ("city", "上海")]);
    let before = laptop.digest();
    let written = laptop.edit(id, &[("name", " USST "), ("city", "上海"), ("short-name", "")]);
    assert_eq!(written.commit, None);
    assert!(written.records.is_empty());
    assert_eq!(laptop.digest(), before);
    assert_eq!(laptop.work().history(id, 0, 10).expect("readable").1, 1);
}

#[test]
fn a_draft_of_a_record_that_is_not_here_is_not_saved() {
    let mut laptop = Laptop::of("Aigul");
    let id = RecordId::from_bytes([7; 16]);
    let draft = Draft { id, is_new: false, kind: Kind::Institution, fields: entered(&[("name", "USST")]) };
    assert!(matches!(laptop.work().save(&[draft], &[]), Err(Error::NotFound(missing)) if missing == id));
    assert!(matches!(laptop.work().delete(&[id]), Err(Error::NotFound(_))));
}

#[test]
fn a_write_says_what_changed_and_what_that_belongs_to() {
    let mut laptop = Laptop::of("Aigul");
    let agreement = laptop.add("agreement", &[("title", "Exchange")]);
    let institution = laptop.add("institution", &[("name", "USST")]);
    let party = laptop.add_to(agreement, "party", &[("institution", &institution.to_string())]);
    let signatory = laptop.draft_of(party, "signatory", &[("name-at-signing", "Ding")]);
    let written = laptop.save(std::slice::from_ref(&signatory));
    let expected = [(agreement, Kind::Agreement), (party, Kind::Party), (signatory.id, Kind::Signatory)];
    assert_eq!(written.records, expected.into());
}

#[test]
fn a_save_of_more_than_fits_is_refused_whole() {
    let mut laptop = Laptop::of("Aigul");
    let before = everything(&laptop.path());
    let note = "字".repeat(99_999);
    let drafts: Vec<Draft> =
        (0..30).map(|n| laptop.draft("institution", &[("name", &format!("{n}")), ("note", &note)])).collect();
    assert!(matches!(laptop.work().save(&drafts, &[]), Err(Error::TooLarge { .. })));
    assert_eq!(everything(&laptop.path()), before);
    laptop.save(&drafts[..20]);
    laptop.prove_sound();
}

#[test]
fn a_document_that_is_not_accepted_leaves_nothing_behind() {
    let mut laptop = Laptop::of("Aigul");
    let institution = laptop.add("institution", &[("name", "USST")]);
    let name = laptop.add_to(institution, "name", &[("text", "a name has no documents")]);
    let (good, bad) = (laptop.file("scan.pdf"), laptop.file("sc\u{7}an.pdf"));
    std::fs::write(&good, "content").expect("written");
    std::fs::write(&bad, "other content").expect("written");
    let before = everything(&laptop.path());
    for (owner, file) in [(name, &good), (RecordId::from_bytes([7; 16]), &good), (institution, &bad)] {
        assert!(matches!(laptop.work().attach(owner, file, None), Err(Error::Invalid(_))));
    }
    let missing = laptop.file("none");
    assert!(matches!(laptop.work().attach(institution, &missing, None), Err(Error::File { .. })));
    assert_eq!(everything(&laptop.path()), before);
    assert!(laptop.work().attach(institution, &good, None).expect("attached").commit.is_some());
}

#[test]
fn history_tells_who_changed_what_newest_first() {
    let mut laptop = Laptop::of("Aigul");
    let id = laptop.add("institution", &[("name", "USST")]);
    laptop.edit(id, &[("name", "上海理工大学")]);
    let name = laptop.add_to(id, "name", &[("text", "USST"), ("language", "en")]);
    let (entries, total) = laptop.work().history(id, 0, 2).expect("readable");
    assert_eq!(total, 3);
    assert_eq!(entries.len(), 2);
    assert_eq!(entries[0].changes[0].record, name);
    let change = &entries[1].changes[0];
    assert_eq!(
        (change.before.value(), change.after.value()),
        (Some(&"USST".into()), Some(&"上海理工大学".into()))
    );
    assert_eq!(entries[1].author, "Aigul");
}
