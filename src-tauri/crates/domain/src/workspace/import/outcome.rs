//! What an import did or would do.

use super::{Gap, Lines};
use crate::bundle::Opening;
use crate::ids::{DeviceId, WallTime};
use crate::store::Arrival;
use crate::workspace::Parted;
use crate::workspace::touches::Came;

/// What an import did or would do.
#[derive(Debug)]
pub struct Import {
    /// What the bundle says of itself.
    pub opening: Opening,
    /// How many bytes its file has, or all its parts together.
    pub bytes: u64,
    /// Whether commits of the sender were here before.
    pub sender_known: bool,
    /// Commits that were new, or of which more came than was here.
    pub new_commits: u64,
    /// Commits that were here already.
    pub known_commits: u64,
    /// Records new here. Here and below, what belongs to a record is counted with it, as its [lines](Self::lines) are.
    pub new: u64,
    /// Records changed, those with contested fields among them.
    pub changed: u64,
    /// Records moved to the trash.
    pub deleted: u64,
    /// Records erased, for good.
    pub erased: u64,
    /// Whether anything that was here is erased, be it only what belonged to a record.
    pub takes_out: bool,
    /// Fields contested now that were not before.
    pub conflicts: u64,
    /// Documents new here.
    pub documents: u64,
    /// Records and fields that only a newer program shows, more than before.
    pub unfamiliar: u64,
    /// Commits kept aside until those they follow on arrive.
    pub early_commits: u64,
    /// The devices that were found to have parted: they were copied or restored, and each history is kept.
    pub parted: Vec<(DeviceId, Parted)>,
    /// Stretches of commits before those of the bundle that are in neither the bundle nor the workspace.
    pub gaps: Vec<Gap>,
    /// Stretches that were kept aside and are let go: their gap has closed, and they are not what follows.
    pub let_go: Vec<Gap>,
    /// Of a preview, its records one by one.
    pub lines: Option<Lines>,
    /// The number under which this import is reported and can be taken back, if anything arrived by it.
    pub report: Option<u64>,
}

impl Import {
    /// Whether anything arrived that was not here.
    pub fn has_news(&self) -> bool {
        self.new_commits + self.documents + self.early_commits > 0
    }

    /// What is kept of it for later.
    pub(super) fn arrival(&self, file: String, at: WallTime, came: Came, left_out: bool) -> Arrival {
        Arrival {
            n: came.import,
            at,
            file,
            sender: self.opening.sender,
            officer: self.opening.officer.clone(),
            laptop: self.opening.device.clone(),
            made_at: self.opening.made_at,
            commits: self.new_commits,
            new: self.new,
            changed: self.changed,
            deleted: self.deleted,
            conflicts: self.conflicts,
            documents: self.documents,
            early: self.early_commits,
            left_out,
            undone: false,
            rows: came.rows,
            undone_by: None,
        }
    }
}
