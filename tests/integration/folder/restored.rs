//! Whoever is restored from a backup leaves nothing in the folder for good.

use entente_domain::ids::DeviceId;
use entente_domain::workspace::{Error, Occasion};

use super::retired::left_by;
use super::*;
use crate::laptop::JUNE_2026;

#[test]
fn a_laptop_whose_place_a_backup_took_is_told_with_the_first_save_to_be_no_longer_in_use() {
    let (mut aigul, mut bek) = (Laptop::of("Aigul"), Laptop::of("Bek"));
    aigul.add("tag", &[("name", "begun")]);
    let backup =
        aigul.work().backups().expect("a folder").make(Occasion::Asked, JUNE_2026, &Watch::default());
    let backup = backup.expect("made").expect("there was something to copy").path;
    let first = aigul.work().device();
    bek.hear(&mut aigul);
    for round in 0..3 {
        aigul.put_back(&backup).expect("put back");
        // The second never says anything, and nobody hears of the first; it is told all the same.
        if round != 1 {
            aigul.add("tag", &[("name", "goes on")]);
        }
    }
    bek.hear(&mut aigul);
    let retired = |laptop: &mut Laptop| {
        let laptops = laptop.work().laptops().expect("listed");
        laptops.iter().filter(|laptop| laptop.retired).map(|laptop| laptop.device).collect::<Vec<_>>()
    };
    assert_eq!((retired(&mut bek), retired(&mut aigul)), (vec![first], vec![first]));
    // It is no step that an officer takes back.
    aigul.undo();
    bek.hear(&mut aigul);
    assert_eq!(retired(&mut bek), [first]);
    assert!(matches!(
        bek.work().set_retired(DeviceId::from_bytes([7; 16]), true),
        Err(Error::UnknownDevice(_))
    ));
}

#[test]
fn the_folder_stays_small_over_years_of_restored_laptops() {
    let folder = folder();
    let mut laptops = laptops(folder.path(), ["Aigul", "Bek", "Cheng"]);
    laptops[0].add("institution", &[("name", "Large"), ("note", &noise(1, 90))]);
    all_look(&mut laptops);
    let mut most = 0;
    for year in 0..8 {
        let backups = laptops[0].work().backups().expect("a folder");
        let backup = backups.make(Occasion::Asked, JUNE_2026 + i64::from(year), &Watch::default());
        laptops[0].add("institution", &[("name", &format!("Year {year}"))]);
        all_look(&mut laptops);
        laptops[0].put_back(&backup.expect("made").expect("something new").path).expect("put back");
        let shared = laptops[0].work().folder().expect("readable").expect("chosen");
        laptops[0].work().set_folder(&shared).expect("chosen once more");
        laptops[0].add("institution", &[("name", &format!("After the accident of year {year}"))]);
        // A new laptop to its colleagues: they look at what it sends, and trust it.
        let restored = laptops[0].work().device();
        for _ in 0..3 {
            laptops.iter_mut().for_each(|laptop| laptop.days_pass(9));
            for laptop in &mut laptops {
                look(laptop);
                for file in waiting(laptop) {
                    laptop.import(&folder.path().join(&file.name));
                }
                if laptop.work().device() != restored {
                    laptop.work().set_trust(restored, Some(Compared::Aloud)).expect("known");
                }
            }
            all_look(&mut laptops);
        }
        let digest = laptops[0].digest();
        assert!(laptops.iter().all(|laptop| laptop.digest() == digest), "year {year}");
        let names = names_in(folder.path());
        assert!(left_by(restored, folder.path()).len() >= 2, "{names:?}");
        most = most.max(names.len());
    }
    // An introduction and a few files each.
    assert!(most <= 3 * 4, "{most}: {:?}", names_in(folder.path()));
}
