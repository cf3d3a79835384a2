//! The TypeScript side of the border, made from the Rust side.
//!
//! Three files: `wire.ts` (the wire types), `commands.ts` (each command's arguments and result) and `schema.ts`
//! (the kinds and fields of records). They are committed, and the tests compare them with what is made here.

mod schema;

use std::fmt::Write as _;

use ts_rs::{Config, TS};

use crate::commands::SIGNATURES;
use crate::error::{ErrorKind, FieldError, WireError};
use crate::wire;

const HEADER: &str = "// Made from the Rust side by `cargo xtask types`. Do not edit.\n\n";

/// The generated files: name and content.
pub fn files() -> Vec<(String, String)> {
    vec![
        ("wire.ts".into(), wire_types()),
        ("commands.ts".into(), command_map()),
        ("schema.ts".into(), schema::schema()),
    ]
}

macro_rules! declared {
    ($($name:ty),+ $(,)?) => { &[$(declare_type::<$name>),+] };
}

/// What crosses the border, in the order of the file.
const DECLARED: &[fn(&mut String)] = declared![
    wire::WireValue,
    wire::Row,
    wire::AgreementState,
    wire::Companion,
    wire::Detail,
    wire::OwnedRows,
    wire::Referring,
    wire::HistoryQuery,
    wire::HistoryPage,
    wire::HistoryEntry,
    wire::FieldChange,
    wire::List,
    wire::Filter,
    wire::FilterTest,
    wire::FilterTexts,
    wire::Page,
    wire::Search,
    wire::Hit,
    wire::Home,
    wire::Expiring,
    wire::RecentChange,
    wire::Agenda,
    wire::AgendaGroup,
    wire::ConflictQuery,
    wire::ConflictPage,
    wire::ConflictItem,
    wire::ConflictSide,
    wire::Contender,
    wire::Settle,
    wire::KeptForm,
    wire::KeptRow,
    wire::KeptField,
    wire::FoundForm,
    wire::FormKey,
    wire::Kept,
    wire::SettleRule,
    wire::Save,
    wire::Delete,
    wire::Draft,
    wire::Changed,
    wire::ChangedRecord,
    wire::Skipped,
    wire::Erasure,
    wire::Merge,
    wire::ErasedKind,
    wire::ExportBundle,
    wire::Bundling,
    wire::Selection,
    wire::Seal,
    wire::Secret,
    wire::ExportPlan,
    wire::ExportReport,
    wire::Received,
    wire::ImportPreview,
    wire::Sender,
    wire::Gap,
    wire::ImportReport,
    wire::ApplyImport,
    wire::LeaveOut,
    wire::PageOf,
    wire::ImportsPage,
    wire::ImportEntry,
    wire::ImportNumber,
    wire::ImportUndone,
    wire::LinesQuery,
    wire::LinesPage,
    wire::Line,
    wire::LineQuery,
    wire::LineDetail,
    wire::LinePart,
    wire::LineField,
    wire::Printed,
    wire::Laptop,
    wire::DeviceRef,
    wire::TrustDevice,
    wire::RetireDevice,
    wire::Fingerprint,
    wire::QrCode,
    wire::FolderChoice,
    wire::FolderStatus,
    wire::FolderSender,
    wire::WaitingFile,
    wire::FolderTrouble,
    wire::LookInFolder,
    wire::FolderLook,
    wire::BackupsOf,
    wire::BackupList,
    wire::BackupItem,
    wire::BackupFolder,
    wire::RestoreBackup,
    wire::Nothing,
    wire::Path,
    wire::RecordPath,
    wire::OneRecord,
    wire::Records,
    wire::Identity,
    wire::NewWorkspace,
    wire::AttachDocument,
    wire::PrintAgreement,
    wire::Status,
    wire::WorkspaceStatus,
    wire::Continued,
    wire::Parted,
    wire::UnknownData,
    wire::RecentWorkspace,
    wire::Preferences,
    wire::Theme,
    wire::Progress,
    wire::Digest,
    wire::Rebuilt,
    wire::CheckReport,
    ErrorKind,
    FieldError,
    WireError,
];

fn wire_types() -> String {
    let mut out = String::from(HEADER);
    DECLARED.iter().for_each(|declare| declare(&mut out));
    out
}

fn declare_type<T: TS>(out: &mut String) {
    let config = Config::default();
    if let Some(docs) = T::docs() {
        out.push_str(&docs);
    }
    writeln!(out, "export {}\n", T::decl(&config)).expect("BUG: writing to memory cannot fail");
}

fn command_map() -> String {
    let config = Config::default();
    let mut out = format!("{HEADER}import type * as wire from './wire';\n\n");
    out.push_str("/** Each command with its arguments and its result. */\nexport interface Commands {\n");
    for command in SIGNATURES {
        let (args, result) = (qualify((command.args)(&config)), qualify((command.result)(&config)));
        writeln!(out, "  /** {} */", command.doc.trim()).expect("BUG: writing to memory cannot fail");
        writeln!(out, "  {}: {{ args: {args}; result: {result} }};", command.name)
            .expect("BUG: writing to memory cannot fail");
    }
    out.push_str("}\n");
    out
}

/// Puts `wire.` before the names of types: `Array<Row>` becomes `Array<wire.Row>`.
fn qualify(type_name: String) -> String {
    let is_own = |word: &str| word.starts_with(char::is_uppercase) && word != "Array";
    type_name
        .split_inclusive(|c: char| !c.is_alphanumeric())
        .map(|word| if is_own(word) { format!("wire.{word}") } else { word.into() })
        .collect::<String>()
        .replace("wire.Array<", "Array<")
}
