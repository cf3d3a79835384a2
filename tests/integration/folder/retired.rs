//! What a laptop that is no longer in use has left in the folder goes, once nobody needs it any more and not before.

use entente_domain::ids::DeviceId;

use super::*;

/// The names of the files in the folder that bear a device's mark.
pub(super) fn left_by(device: DeviceId, folder: &Path) -> Vec<String> {
    let mark = format!(" - {} - ", &device.to_string()[..8]);
    names_in(folder).into_iter().filter(|name| name.contains(&mark)).collect()
}

/// Aigul, Bek and Cheng at rest; Cheng has put something large there, and looks no more.
fn with_one_who_left(folder: &Path) -> ([Laptop; 2], Laptop, DeviceId) {
    let mut laptops = laptops(folder, ["Aigul", "Bek", "Cheng"]);
    let chengs = laptops[2].work().device();
    laptops[2].add("institution", &[("name", "Large"), ("note", &noise(1, 90))]);
    all_look(&mut laptops);
    assert!(left_by(chengs, folder).len() >= 2, "a file and an introduction");
    let [aigul, bek, cheng] = laptops;
    ([aigul, bek], cheng, chengs)
}

/// A day or two later all have passed on what they heard.
fn days_pass(laptops: &mut [Laptop], days: i64) {
    laptops.iter_mut().for_each(|laptop| laptop.days_pass(days));
    all_look(laptops);
}

#[test]
fn the_files_of_a_retired_laptop_go_once_others_carry_what_is_in_them() {
    let folder = folder();
    let (mut laptops, mut cheng, chengs) = with_one_who_left(folder.path());
    days_pass(&mut laptops, 2);
    assert!(!left_by(chengs, folder.path()).is_empty(), "nobody has said that it is no longer in use");
    laptops[0].work().set_retired(chengs, true).expect("retired");
    all_look(&mut laptops);
    days_pass(&mut laptops, 2);
    assert_eq!(left_by(chengs, folder.path()), Vec::<String>::new());
    // A fourth laptop, which knows no more than Bek, has all that Cheng ever said from Bek's files.
    let mut dana = Laptop::of("Dana");
    dana.add("tag", &[("name", "begun")]);
    laptops[1].hear(&mut dana);
    look(&mut laptops[1]);
    for name in files_of(&mut laptops[1], folder.path()) {
        dana.import(&folder.path().join(name));
    }
    dana.hear(&mut cheng);
    assert_eq!(dana.digest(), laptops[1].digest());
}

#[test]
fn nothing_goes_that_nobody_else_carries() {
    let folder = folder();
    let (mut laptops, mut cheng, chengs) = with_one_who_left(folder.path());
    // Aigul and Bek have it, and their files do not: it is only heard.
    laptops[0].work().set_retired(chengs, true).expect("retired");
    // What Cheng saves last, Aigul has not read.
    let last = cheng.add("institution", &[("name", "The last")]);
    look(&mut cheng);
    share(&mut laptops[0], folder.path(), false);
    share(&mut laptops[1], folder.path(), false);
    all_look(&mut laptops);
    for _ in 0..3 {
        days_pass(&mut laptops, 9);
        assert!(!left_by(chengs, folder.path()).is_empty(), "what waits is not taken away");
    }
    for name in waiting(&mut laptops[0]).iter().map(|file| &file.name) {
        laptops[0].import(&folder.path().join(name));
    }
    assert!(laptops[0].is_live(last));
    share(&mut laptops[1], folder.path(), true);
    all_look(&mut laptops);
    days_pass(&mut laptops, 9);
    assert_eq!(left_by(chengs, folder.path()), Vec::<String>::new());
    assert!(laptops.iter().all(|laptop| laptop.is_live(last)));
}

#[test]
fn nothing_goes_that_somebody_could_read_who_cannot_read_the_others() {
    let folder = folder();
    let mut laptops = laptops(folder.path(), ["Aigul", "Bek"]);
    // Bek has met somebody by mail of whom Aigul has never heard.
    let mut stranger = Laptop::of("Stranger");
    stranger.add("tag", &[("name", "begun")]);
    let beks = laptops[1].work().device();
    let seen = laptops[1].add("institution", &[("name", "USST")]);
    introduce(&mut stranger, &mut laptops[1]);
    look(&mut laptops[1]);
    let [aigul, _] = &mut laptops;
    look(aigul);
    aigul.work().set_retired(beks, true).expect("retired");
    // Somebody is left for whom Aigul writes.
    let mut dana = Laptop::of("Dana");
    dana.add("tag", &[("name", "begun")]);
    aigul.hear(&mut dana);
    for _ in 0..3 {
        look(aigul);
        aigul.days_pass(9);
    }
    let left = left_by(beks, folder.path());
    assert_eq!(left.len(), 1, "only the introduction goes: {left:?}");
    introduce(&mut stranger, aigul);
    look(aigul);
    for _ in 0..3 {
        look(aigul);
        aigul.days_pass(9);
    }
    assert_eq!(left_by(beks, folder.path()), Vec::<String>::new());
    for name in files_of(aigul, folder.path()) {
        stranger.import(&folder.path().join(name));
    }
    assert!(stranger.is_live(seen), "who could read it has it all the same");
}

/// A laptop becomes known to another by name and key, as in any folder.
fn introduce(stranger: &mut Laptop, to: &mut Laptop) {
    let place = folder();
    let device = stranger.work().device();
    share(stranger, place.path(), false);
    look(stranger);
    let shared = to.work().folder().expect("readable").expect("chosen");
    for name in names_in(place.path()) {
        fs::copy(place.path().join(&name), shared.path.join(&name)).expect("copied");
        look(to);
        to.work().meet(device).expect("met");
        fs::remove_file(shared.path.join(&name)).expect("removed");
    }
}

#[test]
fn a_laptop_that_is_in_use_after_all_is_not_robbed_at_every_look() {
    let folder = folder();
    let (mut laptops, mut cheng, chengs) = with_one_who_left(folder.path());
    days_pass(&mut laptops, 2);
    laptops[0].work().set_retired(chengs, true).expect("retired");
    all_look(&mut laptops);
    days_pass(&mut laptops, 2);
    assert_eq!(left_by(chengs, folder.path()), Vec::<String>::new());
    let mut written = 0;
    for _ in 0..20 {
        written += usize::from(look(&mut cheng).put.is_some());
        laptops.iter_mut().for_each(|laptop| drop(look(laptop)));
    }
    assert!(written <= 2, "it writes {written} times what others take away");
    assert!(!left_by(chengs, folder.path()).is_empty());
}

#[test]
fn one_that_is_itself_retired_takes_nothing_away() {
    let folder = folder();
    let (mut laptops, _, chengs) = with_one_who_left(folder.path());
    days_pass(&mut laptops, 2);
    let aiguls = laptops[0].work().device();
    for device in [aiguls, chengs] {
        laptops[1].work().set_retired(device, true).expect("retired");
    }
    let [aigul, bek] = &mut laptops;
    let told = bek.export();
    aigul.import(&told);
    let before = left_by(chengs, folder.path());
    for _ in 0..3 {
        look(aigul);
        aigul.days_pass(9);
    }
    assert_eq!(left_by(chengs, folder.path()), before);
}

#[test]
fn what_only_looks_like_a_file_of_a_retired_laptop_stays() {
    let folder = folder();
    let (mut laptops, _, chengs) = with_one_who_left(folder.path());
    days_pass(&mut laptops, 2);
    // Bek's own file under the name of one of Cheng's, half of one of hers, and a copy that a carrier made of another.
    let marked = |what: &str| folder.path().join(format!("Cheng - {} - {what}", &chengs.to_string()[..8]));
    let beks = file_of(&mut laptops[1], folder.path());
    fs::copy(folder.path().join(beks), marked("901.entente")).expect("copied");
    let hers = left_by(chengs, folder.path()).remove(0);
    let whole = fs::read(folder.path().join(&hers)).expect("readable");
    fs::write(marked("902.entente"), &whole[..whole.len() / 2]).expect("written");
    fs::write(marked("1 (conflicted copy).entente"), &whole).expect("written");
    let strays = ["901.entente", "902.entente", "1 (conflicted copy).entente"].map(marked);
    laptops[0].work().set_retired(chengs, true).expect("retired");
    all_look(&mut laptops);
    days_pass(&mut laptops, 9);
    assert!(strays.iter().all(|stray| stray.exists()));
    assert_eq!(left_by(chengs, folder.path()).len(), strays.len(), "hers have gone");
}
