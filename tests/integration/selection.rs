//! A part of a workspace for a colleague or a trip: what is carried, what is withheld, and that it comes home and
//! merges.

use std::path::PathBuf;

use entente_domain::ids::RecordId;
use entente_domain::workspace::{Bundling, Scope, Selection, Watch};

use crate::laptop::Laptop;
use crate::projections::told;

/// What an officer knows of two countries.
struct Known {
    laptop: Laptop,
    kyrgyz: RecordId,
    faculty: RecordId,
    dean: RecordId,
    chinese: RecordId,
    rector: RecordId,
    agreement: RecordId,
    elsewhere: RecordId,
    follow_up: RecordId,
}

fn known() -> Known {
    let mut laptop = Laptop::of("Aigul");
    let kyrgyz = laptop.add("institution", &[("name", "Osh State University"), ("country", "KG")]);
    let faculty = laptop.add("institution", &[("name", "Faculty of Law"), ("part-of", &kyrgyz.to_string())]);
    let dean = laptop.add("person", &[("family", "Asanova")]);
    laptop.add_to(dean, "affiliation", &[("institution", &faculty.to_string()), ("role", "Dean")]);
    laptop.add_to(dean, "contact", &[("medium", "email"), ("value", "dean@example.org")]);
    let chinese = laptop.add("institution", &[("name", "USST"), ("country", "CN")]);
    let rector = laptop.add("person", &[("family", "Ding"), ("country", "CN")]);
    laptop.add_to(rector, "contact", &[("medium", "email"), ("value", "qzsecret@example.org")]);
    let agreement = laptop.add("agreement", &[("title", "Exchange")]);
    for institution in [faculty, chinese] {
        laptop.add_to(agreement, "party", &[("institution", &institution.to_string())]);
    }
    let elsewhere = laptop.add("agreement", &[("title", "Qzelsewhere")]);
    laptop.add_to(elsewhere, "party", &[("institution", &chinese.to_string())]);
    let follow_up = laptop.add("follow-up", &[("title", "Send draft"), ("about", &agreement.to_string())]);
    Known { laptop, kyrgyz, faculty, dean, chinese, rector, agreement, elsewhere, follow_up }
}

fn export(laptop: &mut Laptop, selection: Selection) -> PathBuf {
    let path = laptop.file("part.entente");
    let bundling = Bundling { scope: Scope::Selection(selection), ..Bundling::default() };
    laptop.work().export(&path, &bundling, &Watch::default()).expect("exported");
    path
}

fn of_country(country: &str) -> Selection {
    Selection { countries: vec![country.into()], records: Vec::new() }
}

#[test]
fn a_country_is_carried_with_what_is_about_it_and_what_that_refers_to_by_name() {
    let Known { mut laptop, kyrgyz, faculty, dean, chinese, rector, agreement, elsewhere, follow_up } =
        known();
    let part = export(&mut laptop, of_country("KG"));
    let bundle = std::fs::read(&part).expect("read");
    let content = zstd::stream::decode_all(&bundle[12..bundle.len() - 96]).expect("zstd");
    for withheld in ["Qzelsewhere", "qzsecret", "Ding"] {
        assert!(!content.windows(withheld.len()).any(|bytes| bytes == withheld.as_bytes()), "{withheld}");
    }
    let mut bek = Laptop::of("Bek");
    bek.import(&part);
    for id in [kyrgyz, faculty, dean, agreement, follow_up, chinese] {
        assert!(bek.knows(id));
    }
    assert!(!bek.knows(rector) && !bek.knows(elsewhere));
    assert_eq!(bek.shown(chinese, "name"), "USST", "what is referred to has a name");
    let aigul = laptop.work().device();
    assert!(bek.work().identity_of(aigul).expect("readable").is_some(), "laptops are always told of");
    bek.prove_sound();
}

#[test]
fn a_part_comes_home_and_merges_and_the_rest_can_follow() {
    let Known { laptop: mut aigul, agreement, dean, elsewhere, .. } = known();
    let mut bek = Laptop::of("Bek");
    let part = export(&mut aigul, of_country("KG"));
    bek.import(&part);
    bek.edit(agreement, &[("number", "Bek’s")]);
    bek.edit(dean, &[("given", "Aida")]);
    aigul.edit(dean, &[("note", "met in May")]);
    aigul.hear(&mut bek);
    assert_eq!(aigul.shown(agreement, "number"), "Bek’s");
    assert_eq!([aigul.shown(dean, "given"), aigul.shown(dean, "note")], ["Aida", "met in May"]);
    assert!(aigul.contested(dean).is_empty());
    let again = export(&mut aigul, of_country("KG"));
    bek.import(&again);
    assert!(!bek.knows(elsewhere));
    assert_eq!(bek.shown(dean, "note"), "met in May");
    bek.hear(&mut aigul);
    assert_eq!((told(&bek.path()), bek.digest()), (told(&aigul.path()), aigul.digest()));
    [aigul, bek].iter_mut().for_each(Laptop::prove_sound);
}

#[test]
fn an_agreement_is_carried_with_its_parties_by_name() {
    let Known { mut laptop, faculty, kyrgyz, dean, agreement, elsewhere, follow_up, .. } = known();
    let part = export(&mut laptop, Selection { countries: Vec::new(), records: vec![agreement] });
    let mut bek = Laptop::of("Bek");
    bek.import(&part);
    assert_eq!([agreement, faculty, follow_up].map(|id| bek.knows(id)), [true; 3]);
    assert_eq!([kyrgyz, dean, elsewhere].map(|id| bek.knows(id)), [false; 3]);
    bek.prove_sound();
}

#[test]
fn what_was_withheld_is_among_what_a_colleague_lacks() {
    let Known { laptop: mut aigul, elsewhere, .. } = known();
    let mut bek = Laptop::of("Bek");
    let part = export(&mut aigul, of_country("KG"));
    bek.import(&part);
    let path = aigul.file("lacking.entente");
    let lacking = |aigul: &mut Laptop, bek: &mut Laptop| {
        aigul.hear(bek);
        let bundling = Bundling { scope: Scope::Lacking(bek.work().device()), ..Bundling::default() };
        let exported = aigul.work().export(&path, &bundling, &Watch::default()).expect("exported");
        bek.import(&path);
        exported.commits
    };
    bek.add("tag", &[("name", "so that Bek has something to say")]);
    assert!(lacking(&mut aigul, &mut bek) > 0);
    assert!(bek.knows(elsewhere));
    assert_eq!(bek.digest(), aigul.digest());
    assert_eq!(lacking(&mut aigul, &mut bek), 0, "and is not sent again");
    [aigul, bek].iter_mut().for_each(Laptop::prove_sound);
}
