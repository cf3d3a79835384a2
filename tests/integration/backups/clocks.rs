//! Laptops whose clocks are wrong by years.

use entente_domain::workspace::Occasion;

use super::{HOUR, listed, made};
use crate::laptop::{JUNE_2026, Laptop};

/// 1 January 2099, as hours after the laptops' clock began; and 1 January 1970.
const IN_2099: i64 = (4_070_908_800_000 - JUNE_2026) / HOUR;
const IN_1970: i64 = -JUNE_2026 / HOUR;

fn is_due(laptop: &mut Laptop, hours: i64, minutes: i64) -> bool {
    let backups = laptop.work().backups().expect("readable");
    backups.is_due(JUNE_2026 + hours * HOUR + minutes * 60_000).expect("looked")
}

#[test]
fn a_copy_from_the_future_neither_makes_one_due_each_minute_nor_none_ever() {
    for wrong in [IN_2099, IN_1970] {
        let mut laptop = Laptop::of("Aigul");
        laptop.add("tag", &[("name", "one")]);
        for hours in [0, wrong, 2] {
            laptop.add("tag", &[("name", "more")]);
            assert!(is_due(&mut laptop, hours, 0));
            made(&mut laptop, Occasion::Hourly, hours).expect("made");
            assert!(!is_due(&mut laptop, hours, 1), "{hours}");
            assert!(made(&mut laptop, Occasion::Hourly, hours + 1).is_none(), "there is nothing new");
            assert!(is_due(&mut laptop, hours, 60));
        }
        assert_eq!(listed(&mut laptop).len(), 3);
    }
}

#[test]
fn no_clock_lets_a_copy_go_that_would_stay_if_it_were_right() {
    for wrong in [IN_2099, IN_1970] {
        let mut laptop = Laptop::of("Aigul");
        for hours in (wrong..wrong + 80).chain(0..80) {
            laptop.add("tag", &[("name", "more")]);
            made(&mut laptop, Occasion::Hourly, hours).expect("made");
        }
        let copies = listed(&mut laptop);
        for hour in 57..80 {
            let at = JUNE_2026 + hour * HOUR;
            assert!(copies.iter().any(|copy| copy.at == at), "{wrong}: hour {hour}");
        }
        assert!(copies.len() < 80, "but they are not all kept: {}", copies.len());
        // And the other way round: what is made while the clock is wrong is kept as well.
        for hours in wrong + 100..wrong + 180 {
            laptop.add("tag", &[("name", "more")]);
            made(&mut laptop, Occasion::Hourly, hours).expect("made");
        }
        let copies = listed(&mut laptop);
        assert!(
            (wrong + 157..wrong + 180)
                .all(|hour| copies.iter().any(|copy| copy.at == JUNE_2026 + hour * HOUR))
        );
    }
}
