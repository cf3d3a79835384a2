//! Laptops that have never exchanged a file meet in the folder.

use entente_domain::workspace::{Error, Standing};

use super::*;

#[test]
fn laptops_that_never_exchanged_a_file_meet_by_the_folder_alone() {
    let folder = folder();
    let (mut aigul, mut bek) = (Laptop::of("Aigul"), Laptop::of("Bek"));
    let name = "a name that nobody but a colleague may read";
    let institution = aigul.add("institution", &[("name", name)]);
    for laptop in [&mut aigul, &mut bek] {
        share(laptop, folder.path(), false);
        assert_eq!(look(laptop).put, None, "there is nobody to seal for");
    }
    for (file, content) in contents(folder.path()) {
        assert!(file.contains("introduction"), "{file}");
        assert!(content.len() < 1_000, "{file} says only who its sender is");
    }
    look(&mut aigul);
    let (aiguls, beks) = (aigul.work().device(), bek.work().device());
    let files = aigul.work().folder_files().expect("readable");
    let sender = files[0].sender.clone().expect("readable");
    assert_eq!(
        (files[0].standing, sender.officer.as_str(), sender.device),
        (Standing::Introduces, "Bek", beks)
    );

    aigul.work().meet(beks).expect("met");
    let known = aigul.work().identity_of(beks).expect("readable").expect("by name");
    assert_eq!(known.officer, "Bek");
    assert!(aigul.work().trust_in(beks).expect("readable").is_none(), "whom one has met one need not trust");
    assert!(aigul.work().laptops().expect("listed").iter().any(|laptop| laptop.device == beks));
    let put = look(&mut aigul).put.expect("now there is somebody to seal for");

    assert!(!look(&mut bek).arrived, "a stranger's file waits, and so does an introduction");
    assert_eq!(standing(&mut bek, &put.name), Some(Standing::Waits));
    bek.work().meet(aiguls).expect("met");
    let waits = folder.path().join(&put.name);
    bek.import(&waits);
    assert_eq!(standing(&mut bek, &put.name), Some(Standing::Read));
    assert_eq!(bek.shown(institution, "name"), name);
    bek.add("institution", &[("name", "Osh")]);
    look(&mut bek);
    look(&mut aigul);
    let waits = waiting(&mut aigul);
    aigul.import(&folder.path().join(&waits[0].name));
    assert_eq!(aigul.digest(), bek.digest());
}

#[test]
fn nobody_is_met_who_did_not_introduce_himself() {
    let folder = folder();
    let (mut aigul, mut bek) = (Laptop::of("Aigul"), Laptop::of("Bek"));
    let beks = bek.work().device();
    assert!(matches!(aigul.work().meet(beks), Err(Error::NoFolder)));
    share(&mut aigul, folder.path(), true);
    assert!(matches!(aigul.work().meet(beks), Err(Error::UnknownDevice(device)) if device == beks));
    share(&mut bek, folder.path(), true);
    look(&mut bek);
    look(&mut aigul);
    let own = aigul.work().device();
    assert!(matches!(aigul.work().meet(own), Err(Error::UnknownDevice(_))));
    // An introduction altered on the way is none.
    for name in names_in(folder.path()) {
        let mut bytes = fs::read(folder.path().join(&name)).expect("readable");
        let last = bytes.len() - 1;
        bytes[last] ^= 1;
        fs::write(folder.path().join(&name), bytes).expect("written");
    }
    assert!(matches!(aigul.work().meet(beks), Err(Error::Bundle(_))));
    assert!(aigul.work().laptops().expect("listed").iter().all(|laptop| laptop.device != beks));
}

#[test]
fn an_introduction_imported_by_hand_does_nothing() {
    let folder = folder();
    let (mut aigul, mut bek) = (Laptop::of("Aigul"), Laptop::of("Bek"));
    share(&mut bek, folder.path(), true);
    look(&mut bek);
    let introduction = folder.path().join(&names_in(folder.path())[0]);
    let before = everything(&aigul.path());
    assert!(!aigul.import(&introduction).has_news());
    assert_eq!(everything(&aigul.path()), before);
}
