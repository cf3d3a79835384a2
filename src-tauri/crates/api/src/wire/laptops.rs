//! The laptops that take part, and what proves that a laptop is whose it says.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A laptop, as far as it is known here.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Laptop {
    /// Its device id.
    pub device: String,
    /// Its name, or its id where it has not introduced itself.
    pub name: String,
    /// Its officer; empty if not known.
    pub officer: String,
    /// Whether it is this one.
    pub here: bool,
    /// Whether this workspace went on as it before it was restored or copied.
    pub formerly: bool,
    /// The name of the laptop in whose place it goes on.
    pub continues: Option<String>,
    /// Whether it is no longer in use.
    pub retired: bool,
    /// Since when it is trusted, in RFC 3339 UTC; `null` if it is not.
    pub trusted: Option<String>,
    /// How its fingerprint was compared: `aloud` or `side-by-side`.
    pub compared: Option<String>,
    /// How many of its saves are here.
    pub commits: u32,
    /// That it was copied or restored and went on more than once; `null` if it did not.
    pub parted: Option<Parted>,
    /// When its latest bundle was made, in RFC 3339 UTC, by its own clock; `null` before the first.
    pub made_at: Option<String>,
    /// When that was imported here.
    pub heard_at: Option<String>,
    /// How many of the saves here it lacked then; `null` before the first.
    pub lacks: Option<u32>,
    /// When the earliest of those was made.
    pub lacks_since: Option<String>,
    /// How many saves it had that are not here.
    pub ahead: u32,
    /// Its fingerprint: eight English words.
    pub words: Vec<String>,
    /// The same in eight groups of four hexadecimal digits.
    pub digits: Vec<String>,
}

/// A laptop that was copied, or restored from a backup, and has written several histories. All of them are kept.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Parted {
    /// Its name and its officer's, or its id where it has not introduced itself.
    pub name: String,
    /// How many histories there are.
    pub histories: u32,
    /// From when on, in RFC 3339 UTC, by its clock.
    pub since: String,
}

/// A laptop.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct DeviceRef {
    /// Its device id.
    pub device: String,
}

/// A laptop to trust, or no longer.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct TrustDevice {
    /// Its device id.
    pub device: String,
    /// How its fingerprint was compared, `aloud` or `side-by-side`; `null` trusts it no longer.
    pub compared: Option<String>,
}

/// A laptop to take out of use, or back.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RetireDevice {
    /// Its device id.
    pub device: String,
    /// Whether it is no longer in use.
    pub retired: bool,
}

/// A laptop's fingerprint, to compare in person.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Fingerprint {
    /// Its device id.
    pub device: String,
    /// Eight English words.
    pub words: Vec<String>,
    /// The same in eight groups of four hexadecimal digits.
    pub digits: Vec<String>,
    /// The digits as a QR code.
    pub code: QrCode,
}

/// A QR code.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct QrCode {
    /// How many squares it is wide and high, without the margin of four that it needs around it.
    pub size: u32,
    /// The dark squares as a path of SVG, a unit a square.
    pub path: String,
}
