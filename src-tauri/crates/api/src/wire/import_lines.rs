//! The records of an import, line by line and field by field.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ImportPreview;

/// Which records of an import are asked for.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LinesQuery {
    /// The number of an import that was done; `null` for the last preview.
    pub import: Option<u32>,
    /// Only those with this text in their title or in that of something that belongs to them; empty for all.
    pub text: String,
    /// Only those to which this happens: `new`, `changed`, `deleted`, `erased` or `conflict`.
    pub effect: Option<String>,
    /// How many to pass over.
    pub offset: u32,
    /// How many to give, 500 at most.
    pub limit: u32,
}

/// A page of the records of an import.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LinesPage {
    /// The records, the gravest first.
    pub lines: Vec<Line>,
    /// How many there are that pass.
    pub total: u32,
    /// How many there are of each effect, with the text asked for.
    pub counts: BTreeMap<String, u32>,
    /// The preview, if it had to be made anew since the workspace has changed.
    pub renewed: Option<ImportPreview>,
}

/// A record that an import touches, or to which something touched belongs.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Line {
    /// Its id.
    pub id: String,
    /// Its kind's name.
    pub kind: String,
    /// Its title after the import.
    pub title: String,
    /// `new`, `changed`, `deleted`, `erased` or `conflict`.
    pub effect: String,
}

/// Which record of an import is asked for.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LineQuery {
    /// The number of an import that was done; `null` for the last preview.
    pub import: Option<u32>,
    /// The record's id.
    pub id: String,
}

/// A record of an import field by field.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LineDetail {
    /// It and what belongs to it, as far as they are touched, 200 at most.
    pub parts: Vec<LinePart>,
    /// How many there are.
    pub total: u32,
    /// The preview, if it had to be made anew since the workspace has changed.
    pub renewed: Option<ImportPreview>,
}

/// A record touched, field by field.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LinePart {
    /// The record.
    pub line: Line,
    /// Its fields that change or come to be in conflict.
    pub fields: Vec<LineField>,
}

/// A field that an import changes.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LineField {
    /// The field's name, or `deleted`.
    pub field: String,
    /// Its value without the import; a reference by the record's title.
    pub here: Option<String>,
    /// The value that comes, likewise.
    pub comes: Option<String>,
    /// Whether the two are in conflict.
    pub contested: bool,
    /// Who set what comes.
    pub author: String,
    /// On which laptop.
    pub device: String,
    /// When, in RFC 3339 UTC, by that laptop's clock.
    pub at: String,
}
