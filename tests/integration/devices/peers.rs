//! Who has what, who lacks what, and whom the officer trusts.

use entente_domain::ids::DeviceId;
use entente_domain::workspace::{Bundling, Compared, Error, Laptop as Known, Watch};

use crate::laptop::Laptop;

fn known(laptop: &mut Laptop, device: DeviceId) -> Known {
    let laptops = laptop.work().laptops().expect("readable");
    laptops.into_iter().find(|found| found.device == device).expect("a laptop that is known")
}

fn device(laptop: &mut Laptop) -> DeviceId {
    laptop.work().device()
}

#[test]
fn what_a_colleague_lacks_is_known_from_the_colleagues_own_bundle() {
    let (mut aigul, mut bek) = (Laptop::of("Aigul"), Laptop::of("Bek"));
    aigul.add("tag", &[("name", "one")]);
    bek.hear(&mut aigul);
    bek.add("tag", &[("name", "of Bek")]);
    aigul.hear(&mut bek);
    let who = device(&mut bek);
    let told = known(&mut aigul, who);
    assert_eq!((told.lacks.map(|lacks| lacks.commits), told.ahead, told.commits), (Some(0), 0, 2));
    let (entries, _) = {
        let id = aigul.add("tag", &[("name", "two")]);
        aigul.edit(id, &[("note", "three")]);
        aigul.work().history(id, 0, 9).expect("readable")
    };
    let told = known(&mut aigul, who);
    let lacks = told.lacks.expect("heard of");
    assert_eq!((lacks.commits, lacks.since), (2, entries.last().map(|entry| entry.wall_time)));
    // Export is not delivery.
    aigul.export();
    assert_eq!(known(&mut aigul, who).lacks.map(|lacks| lacks.commits), Some(2));
    bek.hear(&mut aigul);
    aigul.hear(&mut bek);
    assert_eq!(known(&mut aigul, who).lacks.map(|lacks| lacks.commits), Some(0));
}

#[test]
fn a_colleague_heard_of_by_way_of_another_has_said_nothing_of_itself() {
    let (mut aigul, mut bek, mut cheng) = (Laptop::of("Aigul"), Laptop::of("Bek"), Laptop::of("Cheng"));
    cheng.add("tag", &[("name", "of Cheng")]);
    bek.hear(&mut cheng);
    aigul.hear(&mut bek);
    let (of_bek, of_cheng) = (device(&mut bek), device(&mut cheng));
    assert!(known(&mut aigul, of_bek).heard.is_some());
    let told = known(&mut aigul, of_cheng);
    assert_eq!((told.heard, told.lacks, told.commits), (None, None, 2));
    assert!(told.identity.is_some());
    let laptops = aigul.work().laptops().expect("readable");
    assert!(laptops[0].here, "this one first");
}

#[test]
fn who_has_saved_nothing_yet_is_known_by_its_bundle_and_can_be_trusted_and_sealed_for() {
    let (mut aigul, mut bek, mut cheng) = (Laptop::of("Aigul"), Laptop::of("Bek"), Laptop::of("Cheng"));
    let seen = aigul.add("tag", &[("name", "of Aigul")]);
    bek.hear(&mut aigul);
    // Bek has only passed on what he was told.
    let bundle = bek.export();
    let who = device(&mut bek);
    aigul.preview(&bundle);
    assert!(matches!(aigul.work().trust_in(who), Ok(None)));
    assert!(
        aigul.work().laptops().expect("readable").iter().all(|known| known.device != who),
        "only looked at"
    );
    for laptop in [&mut aigul, &mut cheng] {
        laptop.import(&bundle);
        let told = known(laptop, who);
        assert_eq!(told.identity.map(|identity| identity.officer).as_deref(), Some("Bek"));
        assert_eq!(told.commits, 0);
        laptop.work().set_trust(who, Some(Compared::Aloud)).expect("trusted");
    }
    let sealed = cheng.file("for Bek.entente");
    let bundling = Bundling { recipients: vec![who], ..Bundling::default() };
    cheng.work().export(&sealed, &bundling, &Watch::default()).expect("sealed for Bek");
    bek.import(&sealed);
    assert!(bek.is_live(seen));
    // Once he has saved something his own record says who he is.
    bek.add("tag", &[("name", "of Bek")]);
    aigul.hear(&mut bek);
    assert_eq!(known(&mut aigul, who).commits, 2);
    aigul.prove_sound();
}

#[test]
fn a_sender_is_introduced_and_trusted_only_once_compared() {
    let (mut aigul, mut bek) = (Laptop::of("Aigul"), Laptop::of("Bek"));
    bek.add("tag", &[("name", "of Bek")]);
    aigul.hear(&mut bek);
    let who = device(&mut bek);
    assert_eq!(known(&mut aigul, who).trust, None);
    aigul.work().set_trust(who, Some(Compared::Aloud)).expect("trusted");
    aigul.reopen();
    assert_eq!(known(&mut aigul, who).trust.map(|trust| trust.compared), Some(Compared::Aloud));
    // It is nobody else's business.
    let digest = aigul.digest();
    aigul.work().set_trust(who, None).expect("no longer trusted");
    assert_eq!((known(&mut aigul, who).trust, aigul.digest()), (None, digest));
    let nobody = DeviceId::from_bytes([9; 16]);
    assert!(matches!(aigul.work().set_trust(nobody, None), Err(Error::UnknownDevice(id)) if id == nobody));
}

#[test]
fn that_a_laptop_is_out_of_use_is_told_to_colleagues_and_can_be_undone() {
    let (mut aigul, mut bek) = (Laptop::of("Aigul"), Laptop::of("Bek"));
    bek.add("tag", &[("name", "of Bek")]);
    aigul.hear(&mut bek);
    let who = device(&mut bek);
    aigul.work().set_retired(who, true).expect("retired");
    bek.hear(&mut aigul);
    assert!(known(&mut bek, who).retired);
    aigul.undo();
    assert!(!known(&mut aigul, who).retired);
    let unheard = device(&mut Laptop::of("Cheng"));
    assert!(matches!(aigul.work().set_retired(unheard, true), Err(Error::UnknownDevice(_))));
}
