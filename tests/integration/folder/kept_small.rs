//! The folder does not grow for ever, and what is lost from it comes back.

use super::*;

#[test]
fn small_files_are_written_as_one_and_large_ones_stay() {
    let folder = folder();
    let mut laptops = laptops(folder.path(), ["Aigul", "Bek"]);
    all_look(&mut laptops);
    let [aigul, bek] = &mut laptops;
    let institution = aigul.add("institution", &[("name", "USST")]);
    for save in 0..30 {
        aigul.edit(institution, &[("city", &format!("City {save}"))]);
        look(aigul);
        assert_eq!(files_of(aigul, folder.path()).len(), 1);
    }
    aigul.edit(institution, &[("note", &noise(1, 90))]);
    look(aigul);
    let large = file_of(aigul, folder.path());
    for save in 0..5 {
        aigul.edit(institution, &[("city", &format!("Town {save}"))]);
        look(aigul);
        let files = files_of(aigul, folder.path());
        assert!(files.len() == 2 && files.contains(&large), "{files:?}");
    }
    look(bek);
    assert_eq!(bek.shown(institution, "city"), "Town 4");
    assert_eq!(bek.digest(), aigul.digest());
}

#[test]
fn many_large_saves_leave_few_files() {
    let folder = folder();
    let mut laptops = laptops(folder.path(), ["Aigul", "Bek"]);
    let [aigul, bek] = &mut laptops;
    let mut most = 0;
    for save in 0..24 {
        aigul.add("institution", &[("name", "Large"), ("note", &noise(save, 80))]);
        look(aigul);
        most = most.max(files_of(aigul, folder.path()).len());
    }
    assert!((2..=6).contains(&most), "{most}");
    look(bek);
    assert_eq!(bek.digest(), aigul.digest());
}

#[test]
fn an_own_file_that_is_lost_or_altered_is_written_again() {
    let folder = folder();
    let mut laptops = laptops(folder.path(), ["Aigul", "Bek"]);
    let [aigul, bek] = &mut laptops;
    let large = aigul.add("institution", &[("name", "Large"), ("note", &noise(1, 90))]);
    look(aigul);
    let small = aigul.add("institution", &[("name", "Small")]);
    look(aigul);
    let files = files_of(aigul, folder.path());
    assert_eq!(files.len(), 2);
    fs::write(folder.path().join(&files[1]), "cut off").expect("written");
    assert!(look(aigul).put.is_some());
    fs::remove_file(folder.path().join(&files[0])).expect("removed");
    assert!(look(aigul).put.is_some());
    assert_eq!(look(aigul).put, None);
    look(bek);
    assert!(bek.is_live(large) && bek.is_live(small));
    assert_eq!(bek.digest(), aigul.digest());
    assert_eq!(standing(bek, &files[1]), Some(Standing::Foreign), "what is not the laptop’s own work stays");
}

#[test]
fn the_files_of_a_laptop_that_is_lost_are_in_the_others() {
    let folder = folder();
    let mut laptops = laptops(folder.path(), ["Aigul", "Bek", "Cheng"]);
    all_look(&mut laptops);
    let seen = laptops[0].add("institution", &[("name", "USST")]);
    look(&mut laptops[0]);
    look(&mut laptops[1]);
    for name in files_of(&mut laptops[0], folder.path()) {
        fs::remove_file(folder.path().join(name)).expect("removed");
    }
    look(&mut laptops[2]);
    assert!(!laptops[2].knows(seen));
    laptops[1].days_pass(2);
    look(&mut laptops[1]);
    look(&mut laptops[2]);
    assert!(laptops[2].is_live(seen));
}
