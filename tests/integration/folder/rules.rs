//! What is applied by itself, what waits, and when the folder is quiet.

use entente_domain::workspace::{Error, Standing};

use super::*;

#[test]
fn what_a_trusted_laptop_puts_there_is_applied_where_that_is_the_rule_and_can_be_taken_back() {
    let folder = folder();
    let mut laptops = laptops(folder.path(), ["Aigul", "Bek"]);
    all_look(&mut laptops);
    let [aigul, bek] = &mut laptops;
    let seen = aigul.add("institution", &[("name", "USST")]);
    look(aigul);
    assert!(look(bek).arrived);
    assert!(bek.is_live(seen));
    let (imports, _) = bek.work().imports(0, 1).expect("readable");
    assert_eq!(imports[0].new, 1);
    bek.undo_import(imports[0].n);
    assert!(!bek.is_live(seen));
    look(bek);
    look(aigul);
    assert!(aigul.is_live(seen), "what is out of Bek’s sight is out of nobody else’s");
}

/// Whose file is applied and whose waits, by what is known of the sender and by the officer's rule.
#[test]
fn whose_files_wait() {
    #[rustfmt::skip]
    let cases = [
        // known, trusted, rule  -> is applied
        (false,   false,   true,    false),
        (false,   false,   false,   false),
        (true,    false,   true,    false),
        (true,    false,   false,   false),
        (true,    true,    false,   false),
        (true,    true,    true,    true),
    ];
    for (known, trusted, rule, applied) in cases {
        let folder = folder();
        let (mut aigul, mut bek) = (Laptop::of("Aigul"), Laptop::of("Bek"));
        aigul.add("tag", &[("name", "begun")]);
        bek.hear(&mut aigul);
        let new = bek.add("institution", &[("name", "Osh")]);
        if known {
            let device = bek.work().device();
            let mut before = Laptop::of("Bek");
            before.add("tag", &[("name", "begun")]);
            aigul.hear(&mut bek);
            let compared = trusted.then_some(Compared::SideBySide);
            aigul.work().set_trust(device, compared).expect("known");
        }
        bek.edit(new, &[("city", "Osh")]);
        share(&mut aigul, folder.path(), rule);
        share(&mut bek, folder.path(), false);
        let name = look(&mut bek).put.expect("written").name;
        let told = format!("known {known}, trusted {trusted}, rule {rule}");
        let before = aigul.digest();
        assert_eq!(look(&mut aigul).arrived, applied, "{told}");
        assert_eq!(aigul.digest() != before, applied, "{told}");
        let expected = if applied { Standing::Read } else { Standing::Waits };
        assert_eq!(standing(&mut aigul, &name), Some(expected), "{told}");
        if known && !applied {
            // As soon as the officer says so, it is applied without having changed.
            let device = bek.work().device();
            share(&mut aigul, folder.path(), true);
            aigul.work().set_trust(device, Some(Compared::Aloud)).expect("known");
            assert!(look(&mut aigul).arrived, "{told}");
        }
    }
}

#[test]
fn what_waits_and_came_by_another_way_waits_no_more() {
    let folder = folder();
    let mut laptops = laptops(folder.path(), ["Aigul", "Bek"]);
    all_look(&mut laptops);
    let [aigul, bek] = &mut laptops;
    share(bek, folder.path(), false);
    aigul.add("institution", &[("name", "USST")]);
    let name = look(aigul).put.expect("written").name;
    look(bek);
    assert_eq!(standing(bek, &name), Some(Standing::Waits));
    let mail = aigul.export();
    bek.import(&mail);
    assert!(!look(bek).arrived);
    assert_eq!(standing(bek, &name), Some(Standing::Read));
    let told = bek.work().laptops().expect("listed");
    let aigul = told.iter().find(|laptop| laptop.device == aigul.work().device()).expect("known");
    assert_eq!(aigul.lacks.map(|lacks| lacks.commits), Some(0));
}

#[test]
fn a_quiet_folder_stays_quiet() {
    let folder = folder();
    let mut laptops = laptops(folder.path(), ["Aigul", "Bek", "Cheng", "Dana", "Elif"]);
    all_look(&mut laptops);
    laptops[0].add("institution", &[("name", "USST")]);
    let before = names_in(folder.path());
    all_look(&mut laptops);
    let after = names_in(folder.path());
    let new: Vec<_> = after.iter().filter(|name| !before.contains(name)).collect();
    assert_eq!(new.len(), 1, "what one says the others hear, and do not say again: {new:?}");
    let digest = laptops[0].digest();
    assert!(laptops.iter().all(|laptop| laptop.digest() == digest));
    let (still, workspaces) =
        (contents(folder.path()), laptops.each_ref().map(|laptop| fs::read(laptop.path())));
    for laptop in &mut laptops {
        assert!(look(laptop).put.is_none());
    }
    assert_eq!(contents(folder.path()), still);
    for (laptop, before) in laptops.iter().zip(workspaces) {
        let now = fs::read(laptop.path()).expect("readable");
        assert!(now == before.expect("readable"), "a look that finds nothing writes nothing");
    }
    // Two days later each says once that it has heard, so that the others know; and never again.
    laptops.iter_mut().for_each(|laptop| laptop.days_pass(2));
    all_look(&mut laptops);
    for laptop in &mut laptops {
        for other in laptop.work().laptops().expect("listed").iter().filter(|laptop| !laptop.here) {
            assert_eq!(other.lacks.map(|lacks| lacks.commits), Some(0), "{:?}", other.identity);
        }
    }
    let still = contents(folder.path());
    for _ in 0..3 {
        laptops.iter_mut().for_each(|laptop| laptop.days_pass(2));
        all_look(&mut laptops);
    }
    assert_eq!(contents(folder.path()), still);
}

#[test]
fn what_came_by_another_way_is_passed_on_at_once() {
    let folder = folder();
    let mut laptops = laptops(folder.path(), ["Aigul", "Bek"]);
    all_look(&mut laptops);
    let mut cheng = Laptop::of("Cheng");
    let seen = cheng.add("institution", &[("name", "USST")]);
    let mail = cheng.export();
    let [aigul, bek] = &mut laptops;
    bek.import(&mail);
    assert!(look(bek).put.is_some());
    assert!(look(aigul).arrived);
    assert!(aigul.is_live(seen));
}

#[test]
fn what_was_erased_does_not_stay_in_the_folder() {
    let folder = folder();
    let mut laptops = laptops(folder.path(), ["Aigul", "Bek"]);
    let person = laptops[0].add("person", &[("family", "Erased"), ("note", &noise(3, 80))]);
    all_look(&mut laptops);
    laptops[0].add("tag", &[("name", "later")]);
    all_look(&mut laptops);
    assert!(fs::read_dir(folder.path()).expect("a folder").count() > 4);
    laptops[1].work().erase(person).expect("erased");
    let erases = look(&mut laptops[1]).put.expect("written").name;
    assert!(!look(&mut laptops[0]).arrived);
    assert_eq!(standing(&mut laptops[0], &erases), Some(Standing::Erases));
    laptops[0].import(&folder.path().join(erases));
    all_look(&mut laptops);
    for (name, content) in contents(folder.path()) {
        assert!(content.len() < 40_000, "{name} still has what was erased");
    }
    let mut third = Laptop::of("Cheng");
    third.add("tag", &[("name", "begun")]);
    for laptop in &mut laptops {
        laptop.hear(&mut third);
    }
    all_look(&mut laptops);
    for name in files_of(&mut laptops[0], folder.path()) {
        third.import(&folder.path().join(name));
    }
    assert!(!third.knows(person));
}

#[test]
fn documents_go_with_whoever_attached_them_and_with_whoever_is_asked() {
    let folder = folder();
    let mut laptops = laptops(folder.path(), ["Aigul", "Bek", "Cheng"]);
    let scan = laptops[0].file("scan.pdf");
    let text = noise(5, 200);
    fs::write(&scan, &text).expect("written");
    let owner = laptops[0].add("agreement", &[("title", "On joint research")]);
    laptops[0].work().attach(owner, &scan, None).expect("attached");
    look(&mut laptops[0]);
    assert!(look(&mut laptops[1]).arrived);
    let size = |laptop: &mut Laptop| {
        let files = files_of(laptop, folder.path());
        files.iter().map(|name| fs::metadata(folder.path().join(name)).expect("there").len()).sum::<u64>()
    };
    assert!(size(&mut laptops[0]) > 100_000);
    assert!(size(&mut laptops[1]) < 50_000, "it is not written once a laptop");
    // Aigul's file is lost before Cheng has it, and so is Aigul's laptop.
    for name in files_of(&mut laptops[0], folder.path()) {
        fs::remove_file(folder.path().join(name)).expect("removed");
    }
    let [_, bek, cheng] = &mut laptops;
    bek.days_pass(2);
    look(bek);
    look(cheng);
    cheng.add("tag", &[("name", "asks")]);
    look(cheng);
    look(bek);
    assert!(size(bek) > 100_000, "now somebody asks for it");
    look(cheng);
    let out = cheng.file("out.pdf");
    let detail = cheng.work().detail(owner).expect("here");
    let (_, documents) = detail.owned.iter().find(|(kind, _)| kind.name() == "document").expect("a document");
    cheng.work().save_document(documents[0].id, &out).expect("it has arrived");
    assert_eq!(fs::read_to_string(out).expect("readable"), text);
}

#[test]
fn a_folder_that_is_gone_or_empty_is_waited_for() {
    let place = folder();
    let stick = place.path().join("stick");
    fs::create_dir(&stick).expect("made");
    let mut laptops = laptops(&stick, ["Aigul", "Bek"]);
    all_look(&mut laptops);
    let still = contents(&stick);
    let [aigul, _] = &mut laptops;
    let away = place.path().join("away");
    fs::rename(&stick, &away).expect("pulled out");
    aigul.add("institution", &[("name", "USST")]);
    let look_now = |laptop: &mut Laptop| laptop.work().look_in_folder(true, &Watch::default());
    assert!(matches!(look_now(aigul), Err(Error::FolderGone(path)) if path == stick));
    fs::create_dir(&stick).expect("the place where it was");
    assert!(matches!(look_now(aigul), Err(Error::FolderEmptied(_))));
    assert!(names_in(&stick).is_empty(), "nothing is written where the stick is not");
    fs::remove_dir(&stick).expect("removed");
    fs::rename(&away, &stick).expect("plugged in");
    assert!(contents(&stick) == still);
    assert!(look_now(aigul).expect("looked").put.is_some());
    // Chosen again, an empty folder is begun anew.
    fs::remove_dir_all(&stick).expect("removed");
    fs::create_dir(&stick).expect("made");
    share(aigul, &stick, true);
    assert!(look_now(aigul).expect("looked").put.is_some());
    aigul.work().leave_folder().expect("left");
    assert!(aigul.work().folder().expect("readable").is_none());
    assert_eq!(names_in(&stick).len(), 2, "what stands there stays");
    let nowhere = SharedFolder { path: place.path().join("nowhere"), applies: false, open: false };
    assert!(matches!(aigul.work().set_folder(&nowhere), Err(Error::File { .. })));
}
