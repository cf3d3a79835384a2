//! One save, on disk.

use std::fs::File;
use std::io::Write as _;
use std::time::Duration;

use entente_domain::ids::RecordId;
use entente_domain::kinds::Kind;
use entente_domain::value::Value;
use entente_domain::workspace::{Draft, Workspace};

use crate::clock::{Times, timed};
use crate::generate::Known;
use crate::report::Row;
use crate::scene::Scene;

/// How many saves are timed.
const SAVES: usize = 400;

/// How much a save writes to disk, about: what the bare fsync beside it gets to write too.
const WRITTEN: usize = 64 << 10;

/// New follow-ups and changes to agreements in turn, each beside a bare write of as many bytes and its fsync.
pub(crate) fn rows(scene: &mut Scene, known: &Known) -> Result<Vec<Row>, Box<dyn std::error::Error>> {
    let mut bare = File::create(scene.path("bare"))?;
    let (mut saves, mut syncs) = (Times::default(), Times::default());
    for turn in 0..SAVES {
        let draft = draft(scene.workspace(), known, turn);
        let (saved, time) = timed(|| scene.workspace().save(&[draft], &[]));
        saved?;
        saves.add(time);
        let (synced, time) = timed(|| bare.write_all(&[0x5A; WRITTEN]).and_then(|()| bare.sync_data()));
        synced?;
        syncs.add(time);
    }
    let (save, sync) = (saves.percentile(99), syncs.percentile(99));
    Ok(vec![
        Row::told("One save, on disk (p50)", saves.percentile(50)),
        Row::told(&format!("One save, on disk (p99 of {SAVES})"), save),
        Row::told("The disk’s own fsync (p99)", sync),
        Row::within(
            "One save beyond the disk’s own fsync (p99 – p99)",
            save.saturating_sub(sync),
            Duration::from_millis(10),
        ),
    ])
}

/// What an officer enters: a new follow-up, or what became of an agreement.
pub(super) fn draft(workspace: &mut Workspace, known: &Known, turn: usize) -> Draft {
    let agreement = agreement(known, turn);
    let fields =
        |fields: [(&str, Value); 2]| fields.map(|(name, value)| (name.to_string(), Some(value))).into();
    match turn % 2 {
        0 => {
            let id = workspace.new_id();
            let title = Value::Text(format!("Ask again about article {turn}"));
            Draft {
                id,
                is_new: true,
                kind: Kind::FollowUp,
                fields: fields([("title", title), ("about", agreement.into())]),
            }
        }
        _ => {
            let note = Value::Text(format!("Talked about on call {turn}; 待确认."));
            Draft {
                id: agreement,
                is_new: false,
                kind: Kind::Agreement,
                fields: fields([("note", note), ("stage", "signed".into())]),
            }
        }
    }
}

/// The agreement that the draft of a turn is of, or about.
pub(super) fn agreement(known: &Known, turn: usize) -> RecordId {
    known.agreements[turn * 131 % known.agreements.len()].id
}
