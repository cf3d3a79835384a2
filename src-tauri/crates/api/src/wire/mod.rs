//! The types that cross the border, as JSON. TypeScript is derived from them by [`crate::typescript`].
//!
//! Ids, dates, countries and languages are strings; counts are plain numbers. Every field is always there:
//! what is unknown is `null`, never left out.

mod backups;
mod changes;
mod conflicts;
mod exchange;
mod export;
mod folder;
mod import_lines;
mod imports;
mod kept_forms;
mod laptops;
mod lists;
mod records;
mod workspaces;

pub use backups::{BackupFolder, BackupItem, BackupList, BackupsOf, RestoreBackup};
pub use changes::{Changed, ChangedRecord, Delete, Draft, ErasedKind, Erasure, Merge, Save, Skipped};
pub use conflicts::{ConflictItem, ConflictPage, ConflictQuery, ConflictSide, Contender, Settle, SettleRule};
pub use exchange::{Printed, Received};
pub use export::{Bundling, ExportBundle, ExportPlan, ExportReport, Seal, Secret, Selection};
pub use folder::{
    FolderChoice, FolderLook, FolderSender, FolderStatus, FolderTrouble, LookInFolder, WaitingFile,
};
pub use import_lines::{Line, LineDetail, LineField, LinePart, LineQuery, LinesPage, LinesQuery};
pub use imports::{
    ApplyImport, Gap, ImportEntry, ImportNumber, ImportPreview, ImportReport, ImportUndone, ImportsPage,
    LeaveOut, PageOf, Sender,
};
pub use kept_forms::{FormKey, FoundForm, Kept, KeptField, KeptForm, KeptRow};
pub use laptops::{DeviceRef, Fingerprint, Laptop, Parted, QrCode, RetireDevice, TrustDevice};
pub use lists::{
    Agenda, AgendaGroup, Expiring, Filter, FilterTest, FilterTexts, Hit, Home, List, Page, RecentChange,
    Search,
};
pub use records::{
    AgreementState, Companion, Detail, FieldChange, HistoryEntry, HistoryPage, HistoryQuery, OwnedRows,
    Referring, Row, WireValue,
};
pub use workspaces::{
    AttachDocument, CheckReport, Continued, Digest, Identity, NewWorkspace, Nothing, OneRecord, Path,
    Preferences, PrintAgreement, Progress, Rebuilt, RecentWorkspace, RecordPath, Records, Status, Theme,
    UnknownData, WorkspaceStatus,
};
