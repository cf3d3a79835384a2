//! For whom files in the folder are sealed.

use entente_domain::bundle::BundleError;
use entente_domain::workspace::{Mode, Standing};

use super::*;

fn opens(laptop: &mut Laptop, file: &Path) -> bool {
    match laptop.work().import(file, Mode::Preview, &Watch::default()) {
        Ok(_) => true,
        Err(entente_domain::workspace::Error::Bundle(BundleError::SealedForOthers { .. })) => false,
        Err(other) => panic!("{other}"),
    }
}

#[test]
fn files_are_sealed_for_the_laptops_known_and_in_use() {
    let folder = folder();
    let [mut aigul, mut bek, mut cheng] = laptops(folder.path(), ["Aigul", "Bek", "Cheng"]);
    let chengs = cheng.work().device();
    aigul.work().set_retired(chengs, true).expect("retired");
    look(&mut aigul);
    let file = folder.path().join(file_of(&mut aigul, folder.path()));
    let mut stranger = Laptop::of("Stranger");
    assert!(opens(&mut bek, &file) && opens(&mut aigul, &file));
    assert!(!opens(&mut cheng, &file), "one that is no longer in use cannot read it");
    assert!(!opens(&mut stranger, &file));
    look(&mut cheng);
    let name = file_of(&mut aigul, folder.path());
    assert_eq!(standing(&mut cheng, &name), Some(Standing::SealedForOthers));
}

#[test]
fn whoever_becomes_known_later_gets_everything() {
    let folder = folder();
    let [mut aigul, mut bek] = laptops(folder.path(), ["Aigul", "Bek"]);
    // More than goes into one file.
    aigul.add("institution", &[("name", "Large"), ("note", &noise(1, 90))]);
    look(&mut aigul);
    let late = aigul.add("institution", &[("name", "Late")]);
    look(&mut aigul);
    assert_eq!(files_of(&mut aigul, folder.path()).len(), 2);
    let mut cheng = Laptop::of("Cheng");
    cheng.add("tag", &[("name", "begun")]);
    aigul.hear(&mut cheng);
    let put = look(&mut aigul).put.expect("a file that the newcomer can read");
    assert_eq!(file_of(&mut aigul, folder.path()), put.name, "it takes the place of those that it cannot");
    assert!(
        opens(&mut cheng, &folder.path().join(&put.name)) && opens(&mut bek, &folder.path().join(&put.name))
    );
    cheng.import(&folder.path().join(&put.name));
    assert!(cheng.is_live(late));
    assert_eq!(look(&mut aigul).put, None, "once");
}

#[test]
fn whoever_becomes_known_and_has_everything_needs_nothing_anew() {
    let folder = folder();
    let [mut aigul, _bek] = laptops(folder.path(), ["Aigul", "Bek"]);
    look(&mut aigul);
    let mut cheng = Laptop::of("Cheng");
    cheng.hear(&mut aigul);
    cheng.add("tag", &[("name", "begun")]);
    let bundle = cheng.export();
    aigul.import(&bundle);
    let before = files_of(&mut aigul, folder.path());
    look(&mut aigul);
    let after = files_of(&mut aigul, folder.path());
    let file = folder.path().join(after.last().expect("a file"));
    assert!(before.len() == 1 && after.len() == 1, "{before:?} {after:?}");
    assert!(opens(&mut cheng, &file));
}

#[test]
fn files_are_open_to_all_by_choice_and_sealed_again() {
    let folder = folder();
    let [mut aigul, mut bek] = laptops(folder.path(), ["Aigul", "Bek"]);
    look(&mut aigul);
    let open = SharedFolder { path: folder.path().into(), applies: true, open: true };
    aigul.work().set_folder(&open).expect("chosen");
    all_look(std::slice::from_mut(&mut aigul));
    let file = file_of(&mut aigul, folder.path());
    let mut stranger = Laptop::of("Stranger");
    assert!(opens(&mut stranger, &folder.path().join(&file)), "and none sealed is left");
    look(&mut bek);
    assert_eq!(standing(&mut bek, &file), Some(Standing::Read));
    share(&mut aigul, folder.path(), true);
    all_look(std::slice::from_mut(&mut aigul));
    let file = folder.path().join(file_of(&mut aigul, folder.path()));
    assert!(!opens(&mut stranger, &file) && opens(&mut bek, &file));
}

#[test]
fn what_one_cannot_read_of_the_other_a_third_passes_on() {
    let folder = folder();
    // Bek knows both, who do not know each other.
    let (mut aigul, mut bek, mut cheng) = (Laptop::of("Aigul"), Laptop::of("Bek"), Laptop::of("Cheng"));
    let seen = aigul.add("institution", &[("name", "USST")]);
    for laptop in [&mut bek, &mut cheng] {
        laptop.add("tag", &[("name", "begun")]);
    }
    for laptop in [&mut aigul, &mut cheng] {
        laptop.hear(&mut bek);
        bek.hear(laptop);
    }
    for laptop in [&mut aigul, &mut bek, &mut cheng] {
        share(laptop, folder.path(), true);
        let devices: Vec<_> = laptop
            .work()
            .laptops()
            .expect("listed")
            .iter()
            .filter(|laptop| !laptop.here)
            .map(|l| l.device)
            .collect();
        for device in devices {
            laptop.work().set_trust(device, Some(Compared::Aloud)).expect("trusted");
        }
    }
    aigul.edit(seen, &[("city", "Shanghai")]);
    look(&mut aigul);
    look(&mut cheng);
    assert_eq!(cheng.shown(seen, "city"), "", "Aigul’s file is not for Cheng");
    look(&mut bek);
    look(&mut cheng);
    assert_eq!(cheng.shown(seen, "city"), "Shanghai");
}
