//! What no rule does unasked, and for whom no file is sealed without the officer's knowing.

use std::collections::BTreeSet;

use entente_domain::bundle::{DeviceHead, Opening, Writer};
use entente_domain::log::{DeviceKey, Tip};
use entente_domain::workspace::{Bundling, Splitting};

use super::*;

#[test]
fn what_erases_waits_whoever_sent_it_and_all_else_goes_on() {
    let folder = folder();
    let mut laptops = laptops(folder.path(), ["Aigul", "Bek", "Cheng"]);
    let person = laptops[0].add("person", &[("family", "Sydykov")]);
    all_look(&mut laptops);
    laptops[1].work().erase(person).expect("erased");
    let name = look(&mut laptops[1]).put.expect("written").name;
    let [aigul, bek, cheng] = &mut laptops;
    for _ in 0..3 {
        assert!(!look(aigul).arrived, "not at the next look either");
        assert_eq!(standing(aigul, &name), Some(Standing::Erases));
        assert!(aigul.is_live(person));
    }
    // What others say meanwhile is applied as ever.
    let seen = cheng.add("institution", &[("name", "Osh")]);
    cheng.work().put_in_folder(&Watch::default()).expect("written");
    assert!(look(aigul).arrived && aigul.is_live(seen) && aigul.is_live(person));
    // Once the officer has imported it, it waits no more, nor does what else carries it.
    aigul.import(&folder.path().join(&name));
    assert!(!aigul.knows(person));
    look(bek);
    look(aigul);
    let files = aigul.work().folder_files().expect("readable");
    assert!(files.iter().all(|file| file.standing == Standing::Read), "{files:?}");
}

#[test]
fn what_erases_no_more_than_a_row_waits_as_well() {
    let folder = folder();
    let mut laptops = laptops(folder.path(), ["Aigul", "Bek"]);
    let person = laptops[0].add("person", &[("family", "Sydykov")]);
    let affiliation = laptops[0].add_to(person, "affiliation", &[("role", "Dean")]);
    all_look(&mut laptops);
    laptops[1].work().erase(affiliation).expect("erased");
    let name = look(&mut laptops[1]).put.expect("written").name;
    let [aigul, _] = &mut laptops;
    assert!(!look(aigul).arrived);
    assert_eq!(standing(aigul, &name), Some(Standing::Erases));
    assert!(aigul.is_live(affiliation) && aigul.is_live(person));
}

#[test]
fn an_erasure_that_was_kept_aside_waits_with_what_closes_its_gap() {
    let folder = folder();
    let [mut aigul, mut bek] = laptops(folder.path(), ["Aigul", "Bek"]);
    let person = aigul.add("person", &[("family", "Sydykov")]);
    bek.hear(&mut aigul);
    bek.add("tag", &[("name", "between")]);
    let closing = bek.export();
    bek.work().erase(person).expect("erased");
    // Aigul gets the erasure by mail without what it follows on, as a bundle for someone who has that.
    let mut other = Laptop::of("Other");
    other.import(&closing);
    other.add("tag", &[("name", "begun")]);
    bek.hear(&mut other);
    let early = bek.export_for(&other);
    aigul.import(&early);
    assert!(aigul.is_live(person), "it is kept aside");
    fs::copy(closing, folder.path().join("closing.entente")).expect("copied");
    look(&mut aigul);
    assert_eq!(standing(&mut aigul, "closing.entente"), Some(Standing::Erases));
    assert!(aigul.is_live(person));
}

#[test]
fn nobody_is_sealed_for_whom_the_officer_does_not_see() {
    let folder = folder();
    let [mut aigul, _bek] = laptops(folder.path(), ["Aigul", "Bek"]);
    let (stranger, hidden) = (DeviceKey::from_secret([66; 32]), DeviceKey::from_secret([67; 32]));
    let planting = aigul.file("planting.entente");
    fs::write(&planting, naming(&stranger, &hidden)).expect("written");
    aigul.import(&planting);
    let listed = aigul.work().laptops().expect("listed");
    let listed: BTreeSet<_> =
        listed.iter().filter(|laptop| !laptop.here).map(|laptop| laptop.device).collect();
    let audience = aigul.work().folder_audience().expect("readable");
    assert!(!audience.is_empty() && audience.is_subset(&listed), "{audience:?}");
    assert!(!audience.contains(&hidden.public().device()));
}

#[test]
fn whoever_is_only_introduced_can_be_left_out_as_well() {
    let folder = folder();
    let (mut aigul, mut cheng) = (Laptop::of("Aigul"), Laptop::of("Cheng"));
    let chengs = cheng.work().device();
    for laptop in [&mut cheng, &mut aigul] {
        share(laptop, folder.path(), false);
        look(laptop);
    }
    aigul.work().meet(chengs).expect("met");
    assert!(aigul.work().folder_audience().expect("readable").contains(&chengs));
    aigul.work().set_retired(chengs, true).expect("retired");
    assert!(aigul.work().folder_audience().expect("readable").is_empty());
}

/// A bundle of nothing that names a key besides its sender's.
fn naming(sender: &DeviceKey, hidden: &DeviceKey) -> Vec<u8> {
    let (seq, hash) = (1, [7; 32]);
    let opening = Opening {
        sender: sender.public().device(),
        officer: "Stranger".into(),
        device: "Laptop".into(),
        made_at: 1,
        complete: false,
        vector: vec![Tip { device: hidden.public().device(), seq, hash: Some(hash) }],
        digest: ([0; 32], String::new()),
        commits: 0,
        documents: 0,
        recipients: Vec::new(),
        holes: Vec::new(),
        wants: Vec::new(),
    };
    let mut writer = Writer::new(Vec::new(), &opening).expect("written");
    let signature = hidden.sign_head(seq, &hash);
    writer.device(&DeviceHead { key: hidden.public(), seq, hash, signature }).expect("written");
    writer.finish(sender).expect("written").0
}

#[test]
fn a_bundle_in_parts_is_taken_in_once_the_last_part_has_come() {
    let folder = folder();
    let [mut aigul, mut bek] = laptops(folder.path(), ["Aigul", "Bek"]);
    let seen = bek.add("institution", &[("name", "Large"), ("note", &noise(1, 90))]);
    let splitting = Some(Splitting { limit: 1, name: " part {number} of {count}".into() });
    let (whole, bundling) = (bek.file("parts.entente"), Bundling { splitting, ..Bundling::default() });
    let parts = bek.work().export(&whole, &bundling, &Watch::default()).expect("exported").files;
    assert!(parts.len() > 1);
    for part in &parts {
        assert!(!aigul.knows(seen));
        let name = part.file_name().expect("a file");
        fs::copy(part, folder.path().join(name)).expect("copied");
        look(&mut aigul);
    }
    assert!(aigul.is_live(seen));
    look(&mut aigul);
    let files = aigul.work().folder_files().expect("readable");
    assert!(files.iter().all(|file| file.standing == Standing::Read), "{files:?}");
}
