//! What files in the shared folder are called: `Aigul - 3f2a9c1d - 12.entente`.
//!
//! A name is for people, and keeps two laptops from ever writing one file. What a file is, and whose, is told by what
//! stands in it.

use crate::ids::DeviceId;
use crate::workspace::BUNDLE_ENDING;

/// The most characters of an officer's name in it.
const LONGEST: usize = 40;

/// The word in the place of the number in the name of an [introduction](super::introducing).
const INTRODUCTION: &str = "introduction";

/// The name of a file with commits.
pub(super) fn numbered(officer: &str, device: DeviceId, n: u64) -> String {
    named(officer, device, &n.to_string())
}

/// The name of an introduction.
pub(super) fn introduction(officer: &str, device: DeviceId) -> String {
    named(officer, device, INTRODUCTION)
}

/// Whether a file of this device would be called so, whatever its officer's name.
pub(super) fn is_of(device: DeviceId, name: &str) -> bool {
    let Some(stem) = name.strip_suffix(&format!(".{BUNDLE_ENDING}")) else { return false };
    let mut parts = stem.rsplitn(3, " - ");
    let (what, whose) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let is_number = !what.is_empty() && what.bytes().all(|byte| byte.is_ascii_digit());
    whose == device.short() && (is_number || what == INTRODUCTION) && parts.next().is_some()
}

/// The name of a file that this device is still writing. It has none of the endings that are looked at, and one that
/// carriers pass over; a device has but one, so that what a kill left behind is written over.
pub(super) fn unfinished(device: DeviceId) -> String {
    format!("~{device}.tmp")
}

/// Whether a file of this name is looked at. Carriers and file systems keep notes of their own in files whose names begin
/// with a dot or a tilde, some with the ending of what they are about.
pub(super) fn is_looked_at(name: &str) -> bool {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending);
    ending.is_some_and(|ending| ending.eq_ignore_ascii_case(BUNDLE_ENDING)) && !name.starts_with(['.', '~'])
}

fn named(officer: &str, device: DeviceId, what: &str) -> String {
    let plain = |c: char| if c.is_alphanumeric() { c } else { ' ' };
    let words: String = officer.chars().map(plain).take(LONGEST).collect();
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let officer = if words.is_empty() { "Entente" } else { &words };
    format!("{officer} - {} - {what}.{BUNDLE_ENDING}", device.short())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_device_knows_its_names_and_no_others() {
        let (own, other) = (DeviceId::from_bytes([0xab; 16]), DeviceId::from_bytes([0xcd; 16]));
        assert_eq!(numbered("Mei Lin", own, 12), "Mei Lin - abababab - 12.entente");
        assert_eq!(introduction("../程敏\n", own), "程敏 - abababab - introduction.entente");
        assert_eq!(numbered("?", own, 1), "Entente - abababab - 1.entente");
        for name in [numbered("Aigul", own, 7), numbered("A - B", own, 7), introduction("Bek", own)] {
            assert!(is_of(own, &name) && !is_of(other, &name), "{name}");
        }
        for name in [
            "abababab - 7.entente",
            "Aigul - abababab - 7 (conflicted copy).entente",
            "Aigul - abababab - .entente",
            "Aigul - abababab - 7.txt",
            "Aigul to Bek 2026-11-24 7 saves.entente",
        ] {
            assert!(!is_of(own, name), "{name}");
        }
        assert!(numbered(&"尼".repeat(90), own, u64::MAX).len() < 200, "file systems allow for 255 bytes");
    }

    #[test]
    fn carriers_own_notes_are_not_looked_at() {
        for name in
            ["a.entente", "a (conflicted copy).entente", "A.ENTENTE", "a.sync-conflict-20261124.entente"]
        {
            assert!(is_looked_at(name), "{name}");
        }
        let unfinished = unfinished(DeviceId::from_bytes([1; 16]));
        for name in [".a.entente", "~a.entente", "._a.entente", "a.entente.part", "entente", &unfinished] {
            assert!(!is_looked_at(name), "{name}");
        }
    }
}
