//! What copies are called: `Work 2026-11-24 07.45.10 import.entente-workspace`, in UTC. Only files of such a name are
//! ever taken for copies, and so ever removed.

use std::ffi::OsStr;
use std::path::Path;

use chrono::{DateTime, NaiveDateTime, Utc};

use crate::ids::WallTime;
use crate::workspace::FILE_ENDING;

/// The time in a name. No colons: not every system allows them in one.
const TIME: &str = "%Y-%m-%d %H.%M.%S";

/// What a copy was made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Occasion {
    /// An hour had gone by.
    Hourly,
    /// A bundle was to be imported.
    BeforeImport,
    /// Another copy was to be put back in its place.
    BeforeRestore,
    /// The officer asked for it.
    Asked,
}

impl Occasion {
    const ALL: [Self; 4] = [Self::Hourly, Self::BeforeImport, Self::BeforeRestore, Self::Asked];

    /// Its word in the name, and on the wire.
    pub fn name(self) -> &'static str {
        match self {
            Self::Hourly => "hourly",
            Self::BeforeImport => "import",
            Self::BeforeRestore => "replaced",
            Self::Asked => "asked",
        }
    }

    /// Whether such copies are let go by and by. What the officer asked for or replaced is not.
    pub(super) fn rotates(self) -> bool {
        matches!(self, Self::Hourly | Self::BeforeImport)
    }

    /// Whether none need be made of what the newest copy already has.
    pub(super) fn passes_over_known(self) -> bool {
        self.rotates()
    }
}

/// The workspace's name without its ending.
pub(super) fn stem(workspace: &Path) -> String {
    let name = workspace.file_name().unwrap_or_default().to_string_lossy().into_owned();
    name.strip_suffix(&format!(".{FILE_ENDING}")).map(Into::into).unwrap_or(name)
}

/// The name of a copy made now.
pub(super) fn name(workspace: &Path, now: WallTime, occasion: Occasion) -> String {
    let time = DateTime::from_timestamp_millis(now).unwrap_or(DateTime::<Utc>::MAX_UTC);
    format!("{} {} {}.{FILE_ENDING}", stem(workspace), time.format(TIME), occasion.name())
}

/// When and what for a copy of this workspace was made, if this is the name of one.
pub(super) fn read(workspace: &Path, name: &OsStr) -> Option<(WallTime, Occasion)> {
    let rest = name.to_str()?.strip_suffix(&format!(".{FILE_ENDING}"))?;
    let rest = rest.strip_prefix(&stem(workspace))?.strip_prefix(' ')?;
    let (time, word) = rest.rsplit_once(' ')?;
    let occasion = Occasion::ALL.into_iter().find(|occasion| occasion.name() == word)?;
    let time = NaiveDateTime::parse_from_str(time, TIME).ok()?;
    Some((time.and_utc().timestamp_millis(), occasion))
}

/// Behind a copy's name until it is whole.
pub(super) const UNFINISHED: &str = ".unfinished";

/// Whether this is the name of a copy of this workspace that is not whole, or of its journal.
pub(super) fn is_unfinished(workspace: &Path, name: &OsStr) -> bool {
    let whole = name.to_str().and_then(|name| name.rsplit_once(UNFINISHED));
    whole.is_some_and(|(name, _)| read(workspace, OsStr::new(name)).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_read_as_it_was_written() {
        let workspace = Path::new("/home/aigul/Work 2026.entente-workspace");
        for occasion in Occasion::ALL {
            let name = name(workspace, 1_781_481_600_000, occasion);
            assert_eq!(read(workspace, OsStr::new(&name)), Some((1_781_481_600_000, occasion)), "{name}");
        }
        assert_eq!(
            name(workspace, 0, Occasion::BeforeImport),
            "Work 2026 1970-01-01 00.00.00 import.entente-workspace"
        );
    }

    #[test]
    fn what_is_called_otherwise_is_no_copy() {
        let workspace = Path::new("Work.entente-workspace");
        for other in [
            "Work.entente-workspace",
            "Work 2026-06-15 00.00.00 hourly.unfinished",
            "Work 2026-06-15 hourly.entente-workspace",
            "Work 2026-06-15 00.00.00 mine.entente-workspace",
            "Works 2026-06-15 00.00.00 hourly.entente-workspace",
            "Work 2026-13-15 00.00.00 hourly.entente-workspace",
        ] {
            assert_eq!(read(workspace, OsStr::new(other)), None, "{other}");
        }
    }
}
