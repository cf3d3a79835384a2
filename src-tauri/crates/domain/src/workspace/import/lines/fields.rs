//! A line of what an import brings, field by field: what is here, what comes, whose it is.

use std::collections::HashMap;

use super::Lines;
use crate::ids::{CommitRef, DeviceId, RecordId, WallTime};
use crate::kinds::FieldNumber;
use crate::log::ChangedValue;
use crate::merge::DELETED;
use crate::store::{Line, records};
use crate::workspace::touches::{Touch, Touches, Turn, When};
use crate::workspace::{Error, Workspace};

/// A record touched, field by field.
#[derive(Debug, Clone)]
pub struct LinePart {
    /// The record.
    pub line: Line,
    /// Its fields that change.
    pub fields: Vec<LineField>,
}

/// A field that an import changes or contests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineField {
    /// Which; 0 for the record's deletion.
    pub field: FieldNumber,
    /// What it shows without the import.
    pub here: ChangedValue,
    /// What comes.
    pub comes: ChangedValue,
    /// Whether the two are in conflict.
    pub contested: bool,
    /// Who set what comes.
    pub author: String,
    /// On which device.
    pub device: DeviceId,
    /// When, by its clock.
    pub wall_time: WallTime,
}

/// How many records of one line are told field by field.
const PARTS: u32 = 200;

impl Workspace {
    /// The records of a line field by field, the one with the page first, 200 at most, and how many there are.
    ///
    /// # Errors
    /// If the workspace cannot be read.
    pub fn line(&self, lines: &Lines, record: RecordId) -> Result<(Vec<LinePart>, u32), Error> {
        let (parts, total) = lines.lines.parts(record, PARTS)?;
        let mut told = Vec::new();
        for line in parts {
            told.push(LinePart { fields: self.line_fields(lines, &line)?, line });
        }
        Ok((told, total))
    }

    fn line_fields(&self, lines: &Lines, line: &Line) -> Result<Vec<LineField>, Error> {
        let mut touches = match records::find(&self.connection, &self.devices, line.record)? {
            Some(stored) => Touches::new(&self.connection, lines.came.clone()).of(&self.devices, &stored)?,
            None => Vec::new(),
        };
        for touch in &mut touches {
            for (at, branch) in &lines.moved {
                if touch.at.device == at.device && touch.at.seq > at.seq {
                    touch.at.device = *branch;
                }
            }
        }
        let kept = lines.lines.kept(line.record)?;
        touches.extend(kept.iter().filter_map(|commit| Touch::of(When::With, commit, line.record)));
        let Some(turn) = Turn::of(&touches, &lines.branches) else { return Ok(Vec::new()) };
        let by_ref: HashMap<_, _> = touches.iter().map(|touch| (touch.at, touch)).collect();
        let is_known = |field| field == DELETED || line.kind.field_by_number(field).is_some();
        let fields = turn.fields.iter().filter(|field| is_known(**field));
        Ok(fields.filter_map(|field| line_field(&turn, *field, &by_ref)).collect())
    }
}

/// What an import does to a field; `None` if it leaves it as it is.
fn line_field(
    turn: &Turn<'_>,
    field: FieldNumber,
    touches: &HashMap<CommitRef, &Touch>,
) -> Option<LineField> {
    let heads = turn.after.heads(field);
    let contested = turn.after.is_contested(field);
    let came = heads.iter().filter(|head| touches.get(&head.at).is_some_and(|by| by.when == When::With));
    let comes = came.max_by_key(|head| (head.lamport, head.at.device))?;
    let here = turn.before.shown(field);
    let is_same = match (&here, &comes.value) {
        (ChangedValue::Deleted { .. }, ChangedValue::Deleted { .. }) => true,
        (here, comes) => here == comes,
    };
    let by = touches[&comes.at];
    (contested || !is_same).then(|| LineField {
        field,
        here,
        comes: comes.value.clone(),
        contested,
        author: by.author.clone(),
        device: by.at.device,
        wall_time: by.wall_time,
    })
}
