//! Erasing a record for good: here, on every laptop that hears of it, and down to the bytes in the file.

use std::path::Path;

use entente_domain::ids::RecordId;
use entente_domain::kinds::Kind;
use entente_domain::log::Out;
use entente_domain::workspace::{Error, Mode, RecordEffect, Watch};

use crate::laptop::Laptop;
use crate::parts::in_part;
use crate::projections::told;

/// What is typed of the person, each part found nowhere else.
const TOLD: [&str; 5] = ["Zqfamily", "Zqremark", "zq@example.org", "Zqprivately", "Zqscanned"];

/// A person with all that can belong to one, and what refers to it.
struct Told {
    laptop: Laptop,
    person: RecordId,
    follow_up: RecordId,
    institution: RecordId,
}

fn told_of_a_person() -> Told {
    let mut laptop = Laptop::of("Aigul");
    let [family, note, mail, private, scan] = TOLD;
    let institution = laptop.add("institution", &[("name", "USST")]);
    let person = laptop.add("person", &[("family", family), ("note", note), ("private-note", private)]);
    laptop.edit(person, &[("given", "first"), ("note", &format!("{note}, and more"))]);
    laptop.add_to(person, "contact", &[("medium", "email"), ("value", mail)]);
    let of = institution.to_string();
    laptop.add_to(person, "affiliation", &[("institution", &of), ("role", "Dean")]);
    let file = laptop.file("scan.txt");
    std::fs::write(&file, scan.repeat(1_000)).expect("written");
    laptop.work().attach(person, &file, None).expect("attached");
    std::fs::remove_file(&file).expect("removed");
    let about = person.to_string();
    let follow_up = laptop.add("follow-up", &[("title", "Write to them"), ("about", &about)]);
    Told { laptop, person, follow_up, institution }
}

/// Which of the words stand in a workspace's file or its journal.
fn found_in(workspace: &Path) -> Vec<&'static str> {
    let mut journal = workspace.as_os_str().to_owned();
    journal.push("-wal");
    let mut bytes = std::fs::read(workspace).expect("a file");
    bytes.extend(std::fs::read(journal).unwrap_or_default());
    let found =
        |word: &&str| bytes.windows(word.len()).any(|part| part.eq_ignore_ascii_case(word.as_bytes()));
    TOLD.into_iter().filter(found).collect()
}

fn found_by_search(laptop: &mut Laptop, typed: &str) -> Vec<RecordId> {
    laptop.work().search(typed, None, 10).expect("searched").iter().map(|row| row.id).collect()
}

#[test]
fn what_is_erased_is_gone_with_its_history_and_what_refers_to_it_says_so() {
    let Told { mut laptop, person, follow_up, institution } = told_of_a_person();
    assert_eq!(found_by_search(&mut laptop, "zqfamily"), [person]);
    let erasure = laptop.work().erasure_of(person, &Watch::default()).expect("told");
    let kinds: Vec<_> = erasure.records.into_iter().collect();
    assert_eq!(kinds, [(Kind::Contact, 1), (Kind::Person, 1), (Kind::Affiliation, 1), (Kind::Document, 1)]);
    assert_eq!((erasure.documents, erasure.referring), (1, 1));
    laptop.work().erase(person).expect("erased");
    assert!(!laptop.knows(person));
    for typed in ["zqfamily", "zqremark", "zq", "zqprivately"] {
        assert_eq!(found_by_search(&mut laptop, typed), [], "{typed}");
    }
    assert!(matches!(laptop.work().history(person, 0, 10), Err(Error::NotFound(_))));
    assert!(laptop.row(follow_up).erased.contains(&person));
    assert!(laptop.is_live(institution));
    laptop.prove_sound();
    laptop.reopen();
    assert!(laptop.work().is_erased(person).expect("readable"));
    assert!(laptop.row(follow_up).erased.contains(&person));
}

#[test]
fn no_byte_of_it_is_left_in_the_file() {
    let Told { mut laptop, person, .. } = told_of_a_person();
    laptop.reopen();
    assert_eq!(found_in(&laptop.path()), TOLD, "all of it is there before");
    laptop.work().erase(person).expect("erased");
    assert_eq!(found_in(&laptop.path()), [] as [&str; 0]);
    laptop.reopen();
    assert_eq!(found_in(&laptop.path()), [] as [&str; 0]);
}

#[test]
fn it_goes_from_every_laptop_that_hears_of_it_and_never_comes_back() {
    let Told { laptop: mut aigul, person, follow_up, .. } = told_of_a_person();
    let mut bek = Laptop::of("Bek");
    let old = aigul.export();
    bek.import(&old);
    bek.edit(person, &[("family", "Zqfamily by Bek")]);
    let by_bek = bek.export();
    aigul.work().erase(person).expect("erased");
    let news = aigul.export();

    let shown = bek.work().import(&news, Mode::Preview, &Watch::default()).expect("shown");
    assert_eq!((shown.erased, shown.deleted), (1, 0), "the person, with all that is theirs");
    let told = bek.lines(&news);
    assert_eq!(
        told.iter().map(|line| (line.record, line.effect)).collect::<Vec<_>>(),
        [(person, RecordEffect::Erased)]
    );
    assert!(told[0].title.as_deref().is_some_and(|title| title.contains("Zqfamily")));
    assert!(bek.knows(person), "showing it does not do it");
    bek.import(&news);
    for bundle in [&old, &by_bek, &news, &old] {
        for laptop in [&mut aigul, &mut bek] {
            laptop.import(bundle);
            assert!(!laptop.knows(person) && laptop.row(follow_up).erased.contains(&person));
            assert_eq!(found_in(&laptop.path()), [] as [&str; 0]);
        }
    }
    let mut newcomer = Laptop::of("Cheng");
    for bundle in [&by_bek, &old, &news] {
        newcomer.import(bundle);
    }
    assert_eq!(found_in(&newcomer.path()), [] as [&str; 0]);
    newcomer.hear(&mut bek);
    bek.hear(&mut newcomer);
    aigul.hear(&mut newcomer);
    assert_eq!([aigul.digest(), bek.digest()], [newcomer.digest(); 2]);
    [aigul, bek, newcomer].iter_mut().for_each(Laptop::prove_sound);
}

#[test]
fn it_is_told_also_by_a_bundle_that_withholds_everything_else() {
    let Told { laptop: mut aigul, person, .. } = told_of_a_person();
    let mut bek = Laptop::of("Bek");
    let before = in_part(&documentless(&mut aigul), Out::Withheld, |_, _| true);
    let path = bek.file("before.entente");
    std::fs::write(&path, before).expect("written");
    bek.import(&path);
    assert!(bek.knows(person));
    aigul.work().erase(person).expect("erased");
    let bundle = aigul.export();
    let path = bek.file("after.entente");
    std::fs::write(&path, in_part(&bundle, Out::Withheld, |_, _| false)).expect("written");
    bek.import(&path);
    assert!(!bek.knows(person));
    assert_eq!(found_in(&bek.path()), [] as [&str; 0]);
    bek.prove_sound();
}

/// A bundle of everything once the document is in the trash and its content taken away.
fn documentless(laptop: &mut Laptop) -> std::path::PathBuf {
    laptop.close();
    let connection = rusqlite::Connection::open(laptop.path()).expect("opened");
    connection.execute("DELETE FROM content", ()).expect("deleted");
    connection.close().expect("closed");
    laptop.open();
    laptop.export()
}

#[test]
fn a_row_that_a_colleague_adds_unaware_goes_too_and_is_gone_also_where_nobody_sees_whose_it_was() {
    let Told { laptop: mut aigul, person, .. } = told_of_a_person();
    let mut bek = Laptop::of("Bek");
    bek.hear(&mut aigul);
    aigul.work().erase(person).expect("erased");
    let row = bek.add_to(person, "contact", &[("medium", "email"), ("value", "zq@example.org")]);
    let added = bek.export();
    bek.edit(row, &[("label", "Zqremark")]);
    let edited = bek.export();
    aigul.import(&added);
    assert!(!aigul.knows(row));
    // Cheng has of the row's making only that it is erased, and hears then of an edit.
    let mut cheng = Laptop::of("Cheng");
    cheng.hear(&mut aigul);
    cheng.import(&edited);
    assert!(!cheng.knows(row));
    bek.hear(&mut cheng);
    aigul.hear(&mut bek);
    for laptop in [&mut aigul, &mut bek, &mut cheng] {
        assert!(!laptop.knows(row));
        assert_eq!(found_in(&laptop.path()), [] as [&str; 0]);
        laptop.prove_sound();
    }
    cheng.hear(&mut aigul);
    bek.hear(&mut aigul);
    assert_eq!([told(&aigul.path()), told(&bek.path())], [told(&cheng.path()), told(&cheng.path())]);
}

#[test]
fn nobody_can_undo_it_nor_what_went_before_and_it_says_so() {
    let Told { mut laptop, person, institution, .. } = told_of_a_person();
    laptop.work().erase(person).expect("erased");
    assert_eq!(laptop.work().can_undo_and_redo().expect("readable"), (false, false));
    assert!(matches!(laptop.work().undo(), Err(Error::Erased)));
    laptop.edit(institution, &[("city", "Shanghai")]);
    assert!(laptop.undo().is_empty(), "what comes after it can be undone");
    assert!(matches!(laptop.work().undo(), Err(Error::Erased)));
    assert!(matches!(laptop.work().erase(person), Err(Error::NotFound(id)) if id == person));
    let device = RecordId::from_bytes(*laptop.work().device().as_bytes());
    assert!(matches!(laptop.work().erase(device), Err(Error::NotFound(_))), "a laptop is no such record");
}

#[test]
fn a_file_that_is_attached_elsewhere_too_stays() {
    let Told { mut laptop, person, institution, .. } = told_of_a_person();
    let file = laptop.file("scan.txt");
    std::fs::write(&file, TOLD[4].repeat(1_000)).expect("written");
    laptop.work().attach(institution, &file, None).expect("attached");
    laptop.work().erase(person).expect("erased");
    let hash = blake3::hash(TOLD[4].repeat(1_000).as_bytes());
    let read = rusqlite::Connection::open(laptop.path()).expect("opened");
    let kept: bool = read
        .query_row("SELECT EXISTS (SELECT 1 FROM content WHERE hash = ?)", [hash.as_bytes()], |row| {
            row.get(0)
        })
        .expect("asked");
    assert!(kept);
    read.close().expect("closed");
    laptop.prove_sound();
}

#[test]
fn a_row_that_kept_its_owner_from_the_trash_keeps_it_no_more_once_erased() {
    let (mut aigul, mut bek) = (Laptop::of("Aigul"), Laptop::of("Bek"));
    let id = aigul.add("institution", &[("name", "USST")]);
    bek.hear(&mut aigul);
    aigul.delete(id);
    let name = bek.add_to(id, "name", &[("text", "not seen by the deletion")]);
    aigul.hear(&mut bek);
    assert!(aigul.is_live(id));
    aigul.work().erase(name).expect("erased");
    assert!(!aigul.is_live(id));
    bek.hear(&mut aigul);
    assert_eq!((bek.is_live(id), bek.digest()), (false, aigul.digest()));
    [aigul, bek].iter_mut().for_each(Laptop::prove_sound);
}
