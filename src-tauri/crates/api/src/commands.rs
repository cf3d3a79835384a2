//! The command table: every command, its arguments and its result, once.
//!
//! From it follow the request that is parsed, the dispatch to a handler of the same name on
//! [`Api`](crate::Api), and the map of commands in TypeScript. **To add a command**: a line here and a method there.

use serde::Deserialize;

use crate::wire::{
    Agenda, ApplyImport, AttachDocument, BackupFolder, BackupList, BackupsOf, Bundling, Changed, CheckReport,
    ConflictPage, ConflictQuery, Delete, Detail, DeviceRef, Digest, Erasure, ExportBundle, ExportPlan,
    ExportReport, FilterTexts, Fingerprint, FolderChoice, FolderLook, FolderStatus, FormKey, FoundForm, Gap,
    HistoryPage, HistoryQuery, Hit, Home, Identity, ImportEntry, ImportNumber, ImportPreview, ImportReport,
    ImportUndone, ImportsPage, Kept, KeptForm, Laptop, LineDetail, LineQuery, LinesPage, LinesQuery, List,
    LookInFolder, Merge, NewWorkspace, Nothing, OneRecord, Page, PageOf, Path, Preferences, PrintAgreement,
    Printed, Progress, Rebuilt, Received, RecordPath, Records, RestoreBackup, RetireDevice, Row, Save,
    Search, Settle, Status, TrustDevice,
};
use crate::{Api, Failure};

/// A command's name with its arguments and result, as TypeScript writes them.
pub(crate) struct Signature {
    pub(crate) name: &'static str,
    pub(crate) doc: &'static str,
    pub(crate) args: fn(&ts_rs::Config) -> String,
    pub(crate) result: fn(&ts_rs::Config) -> String,
}

macro_rules! commands {
    ($($(#[doc = $doc:literal])+ $name:ident: $args:ty => $result:ty;)+) => {
        /// A request from the other side of the border.
        #[derive(Debug, Deserialize)]
        #[serde(tag = "cmd", content = "args", rename_all = "snake_case")]
        #[allow(non_camel_case_types, reason = "each variant bears the name of its command")]
        pub(crate) enum Request {
            $($(#[doc = $doc])+ $name($args),)+
        }

        /// Every command, in the order of the table.
        pub(crate) const SIGNATURES: &[Signature] = &[
            $(Signature {
                name: stringify!($name),
                doc: concat!($($doc),+),
                args: <$args as ts_rs::TS>::name,
                result: <$result as ts_rs::TS>::name,
            },)+
        ];

        impl Api {
            /// Hands a request to its handler and writes down the answer.
            pub(crate) fn dispatch(&self, request: Request) -> Result<String, Failure> {
                match request {
                    $(Request::$name(args) => {
                        let answer: $result = self.$name(args)?;
                        Ok(serde_json::to_string(&answer).expect("BUG: wire types are always JSON"))
                    })+
                }
            }
        }
    };
}

commands! {
    /// What is open, and how the program looks and speaks.
    status: Nothing => Status;
    /// Makes a new, empty workspace and opens it.
    create_workspace: NewWorkspace => Status;
    /// Makes a workspace filled with the sample and opens it.
    create_sample: NewWorkspace => Status;
    /// Fills the open, empty workspace with the sample.
    add_sample: Nothing => Changed;
    /// Opens a workspace, after checking the file.
    open_workspace: Path => Status;
    /// Closes the open workspace.
    close_workspace: Nothing => Status;
    /// Takes a file the program was started with, or was asked to open, as dealt with.
    dismiss_pending: Path => Status;
    /// Sets the officer's and the laptop's name.
    set_identity: Identity => Changed;
    /// Sets language and theme on this laptop.
    set_preferences: Preferences => Status;

    /// One page of the records of a kind.
    list: List => Page;
    /// The texts that a list can be filtered by, those said most often first.
    filter_texts: FilterTexts => Vec<String>;
    /// A record with all that belongs to it and refers to it.
    get: Records => Vec<Detail>;
    /// Records without what belongs to them; ids that are not here are left out.
    rows: Records => Vec<Row>;
    /// The history of a record and of what belongs to it, newest first.
    history: HistoryQuery => HistoryPage;
    /// What the search box finds.
    search: Search => Vec<Hit>;
    /// What the home page shows.
    home: Nothing => Home;
    /// The open follow-ups by when they are due.
    agenda: Nothing => Agenda;
    /// A page of the fields with several values, or those of some records.
    conflicts: ConflictQuery => ConflictPage;

    /// Creates and edits records in one save. Saving a contested field settles it.
    save: Save => Changed;
    /// Settles every conflict that a rule decides, as one step to undo.
    settle: Settle => Changed;
    /// Keeps a form with what was typed into it and not saved, over the end of the program.
    keep_form: KeptForm => Kept;
    /// Forgets a kept form.
    forget_form: FormKey => Nothing;
    /// The forms that are kept.
    kept_forms: Nothing => Vec<FoundForm>;
    /// Moves records to the trash, with what belongs to them.
    delete: Delete => Changed;
    /// Brings records back from the trash, with what was deleted with them.
    restore: Records => Changed;
    /// Makes one of two records that are the same.
    merge: Merge => Changed;
    /// Says what erasing a record would take away.
    preview_erase: OneRecord => Erasure;
    /// Erases a record and all that ever belonged to it, on every laptop that hears of it. Nobody can undo that.
    erase: OneRecord => Changed;
    /// Puts back what this laptop's last save replaced.
    undo: Nothing => Changed;
    /// Takes back the last undo.
    redo: Nothing => Changed;
    /// Copies a file into the workspace, as a document of a record.
    attach_document: AttachDocument => Changed;
    /// Writes a document of the workspace to a file.
    save_document: RecordPath => Path;

    /// Says what a bundle would carry, and how its file might be called.
    plan_export: Bundling => ExportPlan;
    /// Writes a bundle.
    export_bundle: ExportBundle => ExportReport;
    /// Says what importing a bundle would do, and changes nothing.
    preview_import: Received => ImportPreview;
    /// A page of the records that an import brings or brought.
    import_lines: LinesQuery => LinesPage;
    /// One of these records field by field.
    import_line: LineQuery => LineDetail;
    /// Imports a bundle, whatever is in it, or as it was shown without what is left out.
    apply_import: ApplyImport => ImportReport;
    /// Forgets what was shown of an import.
    forget_import: Nothing => Nothing;
    /// What came in, the newest first.
    imports: PageOf => ImportsPage;
    /// The report of one import.
    import_report: ImportNumber => ImportEntry;
    /// Puts back what an import brought. What has been changed since is left alone and named.
    undo_import: ImportNumber => ImportUndone;
    /// The stretches of commits that are missing before those kept aside.
    gaps: Nothing => Vec<Gap>;
    /// Prints the summary of an agreement into a PDF.
    print_agreement: PrintAgreement => Printed;

    /// The laptops that take part, this one first, then by when they were last heard of.
    laptops: Nothing => Vec<Laptop>;
    /// Trusts a laptop whose fingerprint was compared, or no longer.
    trust_device: TrustDevice => Vec<Laptop>;
    /// Says, to colleagues too, that a laptop is no longer in use, or is again.
    retire_device: RetireDevice => Changed;
    /// A laptop's fingerprint, to compare in person.
    fingerprint: DeviceRef => Fingerprint;
    /// Takes it that the officer knows that the workspace was restored or copied and goes on as a new laptop.
    dismiss_continued: Nothing => Status;
    /// Takes it that the officer knows which laptops have written several histories.
    dismiss_parted: Nothing => Status;

    /// How things stand with the shared folder.
    folder: Nothing => FolderStatus;
    /// Chooses the shared folder, or how it is used.
    set_folder: FolderChoice => FolderStatus;
    /// Uses the shared folder no more. What stands in it stays.
    leave_folder: Nothing => FolderStatus;
    /// Looks into the shared folder: takes in what has come and may be, and puts there what others lack.
    look_in_folder: LookInFolder => FolderLook;
    /// Takes in the introduction of a laptop that waits in the shared folder, so that files are sealed for it too.
    meet_in_folder: DeviceRef => FolderStatus;

    /// The copies there are of the open workspace, or of one that does not open.
    backups: BackupsOf => BackupList;
    /// Makes a copy of the workspace now.
    make_backup: Nothing => BackupList;
    /// Puts a copy back in the place of the open workspace, or of one that does not open; that is itself kept as a copy.
    restore_backup: RestoreBackup => Status;
    /// Erases in the copies what was erased in the workspace since they were made.
    erase_in_backups: Nothing => BackupList;
    /// Chooses the folder for copies.
    set_backup_folder: BackupFolder => BackupList;

    /// Erases again what had been erased and is back with a backup.
    erase_again: Nothing => Changed;
    /// Takes it that what is back with a backup is to stay.
    keep_back_again: Nothing => Status;
    /// Writes the workspace's file anew, where bytes of what was erased may still stand in it.
    sweep: Nothing => Status;
    /// Makes all projections anew from the log, and says whether they came out the same.
    rebuild: Nothing => Rebuilt;
    /// Verifies the log's chains and signatures, the documents, and the file itself.
    check: Nothing => CheckReport;
    /// One hash over all that is shown.
    digest: Nothing => Digest;
    /// How far the long work of another request has come; `null` if there is none. Never waits.
    progress: Nothing => Option<Progress>;
    /// Asks the long work of another request to stop, leaving nothing behind. Never waits.
    cancel: Nothing => Nothing;
}
