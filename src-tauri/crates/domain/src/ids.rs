//! Identities: of a record, of a device, and of a place in the log.

use std::fmt;
use std::str::FromStr;

use uuid::Uuid;

/// Sixteen bytes that name one record for ever, on every laptop (a UUID, version 7).
///
/// Version 7 begins with the time of its making, so that rows made together lie together on disk.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordId([u8; 16]);

/// Sixteen bytes that name one installation: the first half of the BLAKE3 hash of its public key.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DeviceId([u8; 16]);

/// A text that should have been an id and is none.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not an id")]
pub struct NotAnId(pub String);

/// How many commits a device has made up to and with this one: 1, 2, 3 … without a gap.
pub type Seq = u64;

/// A count that grows along every chain of cause and effect, in place of a clock.
pub type Lamport = u64;

/// Milliseconds since 1970-01-01 UTC as the device's clock had it: for people to read, never to decide by.
pub type WallTime = i64;

/// One commit of one device. Within a given field of a given record this also names one change,
/// since a commit sets a field once at the most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CommitRef {
    /// Whose commit.
    pub device: DeviceId,
    /// Which of its commits.
    pub seq: Seq,
}

impl RecordId {
    /// A new id from a wall time in milliseconds and ten random bytes.
    pub fn new(now: WallTime, random: [u8; 10]) -> Self {
        let millis = u64::try_from(now).unwrap_or(0);
        Self(uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid().into_bytes())
    }

    /// The id that sorts right behind this one (RFC 9562 §6.2, method 2: the random part counts on).
    pub(crate) fn next(self) -> Self {
        Self(u128::from_be_bytes(self.0).wrapping_add(1).to_be_bytes())
    }
}

impl fmt::Display for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Uuid::from_bytes(self.0).hyphenated().fmt(f)
    }
}

impl FromStr for RecordId {
    type Err = NotAnId;
    fn from_str(text: &str) -> Result<Self, NotAnId> {
        Uuid::try_parse(text).map(|id| Self(id.into_bytes())).map_err(|_| NotAnId(text.into()))
    }
}

impl fmt::Display for DeviceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl DeviceId {
    /// The first eight digits: enough to tell the few apart that meet in one folder.
    pub fn short(&self) -> String {
        self.to_string()[..8].into()
    }
}

impl FromStr for DeviceId {
    type Err = NotAnId;
    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let not_an_id = || NotAnId(text.into());
        let is_hex = text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        let number = u128::from_str_radix(text, 16).ok().filter(|_| is_hex);
        number.map(|number| Self(number.to_be_bytes())).ok_or_else(not_an_id)
    }
}

macro_rules! sixteen_bytes {
    ($id:ident) => {
        impl $id {
            /// The id that these bytes are.
            pub const fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(bytes)
            }

            /// The bytes of the id.
            pub const fn as_bytes(&self) -> &[u8; 16] {
                &self.0
            }
        }

        impl TryFrom<&[u8]> for $id {
            type Error = NotAnId;
            fn try_from(bytes: &[u8]) -> Result<Self, NotAnId> {
                bytes.try_into().map(Self).map_err(|_| NotAnId(format!("{bytes:02x?}")))
            }
        }

        impl fmt::Debug for $id {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{self}")
            }
        }
    };
}
sixteen_bytes!(RecordId);
sixteen_bytes!(DeviceId);
