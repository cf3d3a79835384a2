//! What copies are called: `Work 2026-11-24 07.45.10 import 3f2a9c1d.entente-workspace`, the time in UTC, and at the end the
//! beginning of what the [workspace is called](crate::store::lineage). Only files of such a name are ever taken for copies;
//! and whose they are is then told by what is in them.

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

/// The name of a copy made now of a workspace of this mark.
pub(super) fn name(workspace: &Path, now: WallTime, occasion: Occasion, mark: Option<&str>) -> String {
    let time = DateTime::from_timestamp_millis(now).unwrap_or(DateTime::<Utc>::MAX_UTC);
    let mark = mark.map(|mark| format!(" {mark}")).unwrap_or_default();
    format!("{} {} {}{mark}.{FILE_ENDING}", stem(workspace), time.format(TIME), occasion.name())
}

/// What a copy's name says of it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Named<'n> {
    /// What the workspace's file was called.
    pub(super) stem: &'n str,
    /// When it was made.
    pub(super) at: WallTime,
    /// What for.
    pub(super) occasion: Occasion,
    /// Of which workspace. Earlier programs did not say.
    pub(super) mark: Option<&'n str>,
}

/// Reads a name; `None` if it is not one of a copy.
pub(super) fn read(name: &OsStr) -> Option<Named<'_>> {
    let name = name.to_str()?.strip_suffix(&format!(".{FILE_ENDING}"))?;
    let (rest, last) = name.rsplit_once(' ')?;
    let is_mark = last.len() == MARK && last.bytes().all(|byte| byte.is_ascii_hexdigit());
    let ((rest, word), mark) =
        if is_mark { (rest.rsplit_once(' ')?, Some(last)) } else { ((rest, last), None) };
    let occasion = Occasion::ALL.into_iter().find(|occasion| occasion.name() == word)?;
    let (rest, time) = rest.rsplit_once(' ')?;
    let (stem, day) = rest.rsplit_once(' ')?;
    let time = NaiveDateTime::parse_from_str(&format!("{day} {time}"), TIME).ok()?;
    Some(Named { stem, at: time.and_utc().timestamp_millis(), occasion, mark })
}

/// How many digits a mark has.
const MARK: usize = 8;

/// Behind a copy's name until it is whole.
pub(super) const UNFINISHED: &str = ".unfinished";

/// What the name of a copy says of it that is not whole, or of its journal.
pub(super) fn read_unfinished(name: &OsStr) -> Option<Named<'_>> {
    let (whole, _) = name.to_str()?.rsplit_once(UNFINISHED)?;
    read(OsStr::new(whole))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TIME: WallTime = 1_781_481_600_000;

    #[test]
    fn a_name_is_read_as_it_was_written() {
        let workspace = Path::new("/home/aigul/Work 2026.entente-workspace");
        for occasion in Occasion::ALL {
            for mark in [None, Some("3f2a9c1d")] {
                let name = name(workspace, TIME, occasion, mark);
                let named = Named { stem: "Work 2026", at: TIME, occasion, mark };
                assert_eq!(read(OsStr::new(&name)), Some(named), "{name}");
                let unfinished = format!("{name}{UNFINISHED}-wal");
                assert_eq!(read_unfinished(OsStr::new(&unfinished)), read(OsStr::new(&name)));
            }
        }
        assert_eq!(
            name(workspace, 0, Occasion::BeforeImport, Some("00ab12cd")),
            "Work 2026 1970-01-01 00.00.00 import 00ab12cd.entente-workspace"
        );
    }

    #[test]
    fn what_is_called_otherwise_is_no_copy() {
        for other in [
            "Work.entente-workspace",
            "Work 2026-06-15 00.00.00 hourly.unfinished",
            "Work 2026-06-15 hourly.entente-workspace",
            "Work 2026-06-15 00.00.00 mine.entente-workspace",
            "Work 2026-06-15 00.00.00 hourly 12345.entente-workspace",
            "Work 2026-13-15 00.00.00 hourly.entente-workspace",
            "2026-06-15 00.00.00 hourly.entente-workspace",
        ] {
            assert_eq!(read(OsStr::new(other)), None, "{other}");
        }
    }
}
