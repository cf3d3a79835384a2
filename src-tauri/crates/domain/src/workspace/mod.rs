//! The one door to a workspace: open, read, write, undo, export, import.
//!
//! All writes go through `door`: one transaction that adds a commit to the log, applies it to the projections, signs
//! the new head, and says what changed. What an officer enters (`save`), takes back (`undo`) or receives
//! (`import`) are ways to that door.

mod backup;
mod care;
mod circles;
mod conflicts;
mod continuing;
mod detail;
mod documents;
mod door;
mod drafted;
mod erase;
mod error;
mod export;
mod folder;
mod freezing;
mod history;
mod identity;
mod import;
mod kept_forms;
mod laptops;
mod lock;
mod marks;
mod merging;
mod open;
mod output;
mod putting_back;
mod read;
mod save;
mod seen;
mod sources;
mod touches;
mod undo;
mod watch;

pub use backup::{Backup, Backups, Occasion};
pub use care::{Checked, Rebuilt};
pub use conflicts::{Conflict, ConflictSide, Rule};
pub use detail::{Detail, Referring};
pub use door::Written;
pub use erase::Erasure;
pub use error::{DraftProblem, Error};
pub use export::{Bundling, Exported, Planned, SMALLEST_PART, Scope, Seal, Selection, Splitting};
pub use folder::{FolderState, FoundFile, Looked, PickedUp, PutFile, SharedFolder};
pub use history::{FieldChange, HistoryEntry};
pub use identity::Identity;
pub use import::{Gap, Import, LeftOut, LineField, LinePage, LinePart, LineQuery, Lines, Mode, Received};
pub use laptops::{Lacking, Laptop, Parted};
pub use output::write_file;
pub use read::{FollowUps, RecentSave};
pub use save::{Draft, FormOf};
pub use seen::{NotSeen, Seen};
pub use sources::{Seeded, Sources, System};
pub use undo::Skipped;
pub use watch::Watch;

pub use crate::store::agenda::{Group, Stretch};
pub use crate::store::folder_files::{FileSender, FolderFile, Standing};
pub use crate::store::formerly::{Former, Recognised};
pub use crate::store::kept_forms::KeptForm;
pub use crate::store::trust::{Compared, Trust};
pub use crate::store::{Arrival, Line, RecordEffect};

use std::path::{Path, PathBuf};

use rusqlite::Connection;

use crate::bundle::OpeningKey;
use crate::ids::{DeviceId, RecordId};
use crate::log::DeviceKey;
use crate::store::devices::Devices;
use crate::store::journal::Journal;

use continuing::Marking;
use lock::Lock;

/// The ending of a workspace's file name, without the dot.
pub const FILE_ENDING: &str = "entente-workspace";

/// The ending of a bundle's file name, without the dot.
pub const BUNDLE_ENDING: &str = "entente";

/// An open workspace.
pub struct Workspace {
    /// Before the connection, and so dropped before it.
    journal: Journal,
    connection: Connection,
    devices: Devices,
    key: DeviceKey,
    /// What opens bundles: this device's key, and those of the devices that it was before, the latest first.
    opening: Vec<OpeningKey>,
    sources: Box<dyn Sources>,
    path: PathBuf,
    /// The devices as which this workspace went on before, the latest last.
    former: Vec<Former>,
    marking: Marking,
    /// The device for which a mark is known to have been made.
    marked: Option<DeviceId>,
    /// The id given last, so that the next one sorts behind it.
    last_id: Option<RecordId>,
    /// Held until the workspace is closed, so that no second program opens it.
    _lock: Lock,
}

impl Workspace {
    /// The workspace's file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// This installation's device id.
    pub fn device(&self) -> DeviceId {
        self.key.public().device()
    }

    /// An id for a new record. Ids given one after another sort in that order, so that the parties of an agreement
    /// stay in the order in which they were entered.
    pub fn new_id(&mut self) -> RecordId {
        let mut random = [0; 10];
        self.sources.fill(&mut random);
        let fresh = RecordId::new(self.sources.now(), random);
        let id = self.last_id.map_or(fresh, |last| fresh.max(last.next()));
        self.last_id = Some(id);
        id
    }
}
