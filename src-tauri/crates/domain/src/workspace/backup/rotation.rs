//! Which copies are kept: some of the last hours, days and weeks.

use crate::ids::WallTime;

const HOUR: WallTime = 60 * 60 * 1_000;
const DAY: WallTime = 24 * HOUR;

/// How many stretches of each length keep their newest copy. Stretches without a copy do not count, so that after a
/// holiday, or with a clock that is years ahead, the older ones are still there.
const KEPT: [(WallTime, usize); 3] = [(HOUR, 24), (DAY, 14), (7 * DAY, 26)];

/// Of copies made at these times, newest first: which are kept.
pub(super) fn kept(times: &[WallTime]) -> Vec<bool> {
    let mut kept = vec![false; times.len()];
    for (length, most) in KEPT {
        let mut last = None;
        let mut stretches = 0;
        for (place, time) in times.iter().enumerate() {
            let stretch = time.div_euclid(length);
            if last != Some(stretch) && stretches < most {
                last = Some(stretch);
                stretches += 1;
                kept[place] = true;
            }
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept_of(times: &[WallTime]) -> Vec<WallTime> {
        times.iter().zip(kept(times)).filter(|(_, kept)| *kept).map(|(time, _)| *time).collect()
    }

    #[test]
    fn the_newest_of_each_hour_day_and_week_stays() {
        let year: Vec<WallTime> = (0..365 * 24 * 2).map(|half| 1_800_000_000_000 - half * HOUR / 2).collect();
        let kept = kept_of(&year);
        assert_eq!(kept[0], year[0]);
        assert!(kept.len() <= 24 + 14 + 26 && kept.len() >= 24 + 12 + 22, "{}", kept.len());
        let of_last_day = kept.iter().filter(|time| year[0] - **time < DAY).count();
        assert!((23..=25).contains(&of_last_day), "{of_last_day}");
        let oldest = kept.last().expect("some");
        assert!((year[0] - oldest) / (7 * DAY) >= 24, "half a year back");
    }

    #[test]
    fn few_copies_are_all_kept_however_far_apart() {
        let times = [4_070_908_800_000, 1_800_000_000_000, 1_700_000_000_000, 0];
        assert_eq!(kept_of(&times), times);
    }

    #[test]
    fn letting_go_step_by_step_never_loses_a_stretch() {
        let mut times: Vec<WallTime> = Vec::new();
        for hour in 0..24 * 120 {
            times.insert(0, hour * HOUR);
            times = kept_of(&times);
        }
        let days = (0..13).filter(|day| times.iter().any(|time| time.div_euclid(DAY) == 119 - day)).count();
        assert_eq!(days, 13);
        let weeks: std::collections::BTreeSet<_> =
            times.iter().map(|time| time.div_euclid(7 * DAY)).collect();
        assert!(weeks.len() >= 16, "{weeks:?}");
    }
}
