//! The types that cross the border, as JSON. TypeScript is derived from them by [`crate::typescript`].
//!
//! Ids, dates, countries and languages are strings; counts are plain numbers. Every field is always there:
//! what is unknown is `null`, never left out.

mod changes;
mod exchange;
mod export;
mod imports;
mod lists;
mod records;
mod workspaces;

pub use changes::{Changed, ChangedRecord, Draft, ErasedKind, Erasure, Save, Skipped};
pub use exchange::{Printed, Received};
pub use export::{Bundling, ExportBundle, ExportPlan, ExportReport, Seal, Secret, Selection};
pub use imports::{
    ApplyImport, Gap, ImportEntry, ImportNumber, ImportPreview, ImportReport, ImportUndone, ImportsPage,
    LeaveOut, Line, LineDetail, LineField, LinePart, LineQuery, LinesPage, LinesQuery, PageOf, Sender,
};
pub use lists::{
    Agenda, AgendaGroup, ConflictItem, ConflictSide, Expiring, Filter, FilterTest, Hit, Home, List, Page,
    RecentChange, Search,
};
pub use records::{
    AgreementState, Detail, FieldChange, HistoryEntry, HistoryPage, HistoryQuery, OwnedRows, Referring, Row,
    WireValue,
};
pub use workspaces::{
    AttachDocument, CheckReport, Digest, Identity, NewWorkspace, Nothing, OneRecord, Path, Preferences,
    PrintAgreement, Progress, Rebuilt, RecentWorkspace, RecordPath, Records, Status, Theme, UnknownData,
    WorkspaceStatus,
};
