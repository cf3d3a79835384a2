//! A laptop for tests: an officer's workspace in a folder of its own, with time and chance from a seed.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use entente_domain::bundle::BundleError;
use entente_domain::ids::RecordId;
use entente_domain::kinds::Kind;
use entente_domain::merge::DELETED;
use entente_domain::store::Row;
use entente_domain::value::Value;
use entente_domain::workspace::{
    Bundling, Draft, Error, FILE_ENDING, Identity, Import, LeftOut, Line, LineQuery, Lines, Mode,
    RecordEffect, Scope, Seeded, Skipped, Watch, Workspace, Written,
};
use tempfile::TempDir;

/// 15 June 2026, 00:00 UTC, in milliseconds since 1970.
pub(crate) const JUNE_2026: i64 = 1_781_481_600_000;

/// Seeds of later openings lie this far apart, so that an opened-again workspace gives other ids than before.
const SEEDS_APART: u64 = 1 << 32;

/// An officer's laptop. Whatever a test does not expect to fail panics with what went wrong.
pub(crate) struct Laptop {
    folder: TempDir,
    seed: u64,
    start: i64,
    workspace: Option<Workspace>,
    bundles: usize,
}

impl Laptop {
    /// The laptop of this officer, with a new workspace.
    pub(crate) fn of(officer: &str) -> Self {
        Self::with_clock(officer, JUNE_2026)
    }

    /// A laptop whose clock begins at `start` (milliseconds since 1970).
    pub(crate) fn with_clock(officer: &str, start: i64) -> Self {
        let hash = blake3::hash(officer.as_bytes());
        let seed = u64::from_le_bytes(hash.as_bytes()[..8].try_into().expect("eight bytes")) % SEEDS_APART;
        let folder = tempfile::tempdir().expect("a folder");
        let identity = Identity { officer: officer.into(), device: format!("{officer}’s laptop") };
        let mut laptop = Self { folder, seed, start, workspace: None, bundles: 0 };
        let sources = laptop.sources();
        laptop.workspace =
            Some(Workspace::create(&laptop.path(), &identity, sources).expect("a new workspace"));
        laptop
    }

    /// A laptop whose workspace was copied from this one's file, as from a backup.
    pub(crate) fn copied(&mut self, seed: u64) -> Self {
        self.close();
        let folder = tempfile::tempdir().expect("a folder");
        let copy = Self { folder, seed, start: self.start, workspace: None, bundles: 0 };
        std::fs::copy(self.path(), copy.path()).expect("a copy");
        self.open();
        let mut copy = copy;
        copy.open();
        copy
    }

    fn sources(&mut self) -> Box<Seeded> {
        self.seed += SEEDS_APART;
        Box::new(Seeded::new(self.seed, self.start))
    }

    /// The workspace's file.
    pub(crate) fn path(&self) -> PathBuf {
        self.folder.path().join(format!("work.{FILE_ENDING}"))
    }

    /// A file beside the workspace.
    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The names of all files in the folder, in order.
    pub(crate) fn files(&self) -> Vec<String> {
        names_in(self.folder.path())
    }

    /// Closes the workspace.
    pub(crate) fn close(&mut self) {
        self.workspace = None;
    }

    /// Opens the workspace.
    pub(crate) fn open(&mut self) {
        let sources = self.sources();
        self.workspace = Some(Workspace::open(&self.path(), sources).expect("the workspace opens"));
    }

    /// Closes the workspace and opens it again.
    pub(crate) fn reopen(&mut self) {
        self.close();
        self.open();
    }

    /// Lets time go by while the workspace is closed.
    pub(crate) fn days_pass(&mut self, days: i64) {
        self.start += days * 24 * 60 * 60 * 1_000;
        self.reopen();
    }

    /// Looks among a machine's marks whether the file was restored or copied.
    pub(crate) fn recognise(&mut self, machine: &Path) {
        self.work().recognise(machine).expect("looked");
    }

    /// Puts a copy in the place of the workspace. What is refused leaves it as it was, and open.
    pub(crate) fn put_back(&mut self, backup: &Path) -> Result<(), Error> {
        let workspace = self.workspace.take().expect("the workspace is open");
        match workspace.restore_backup(backup, &Watch::default()) {
            Ok(restored) => {
                self.workspace = Some(restored);
                Ok(())
            }
            Err(error) => {
                self.open();
                Err(error)
            }
        }
    }

    /// The open workspace.
    pub(crate) fn work(&mut self) -> &mut Workspace {
        self.workspace.as_mut().expect("the workspace is open")
    }

    fn read(&self) -> &Workspace {
        self.workspace.as_ref().expect("the workspace is open")
    }

    /// A draft of a new record.
    pub(crate) fn draft(&mut self, kind: &str, fields: &[(&str, &str)]) -> Draft {
        let kind = Kind::from_name(kind).expect(kind);
        Draft { id: self.work().new_id(), is_new: true, kind, fields: entered(fields) }
    }

    /// A draft of a new record that belongs to another.
    pub(crate) fn draft_of(&mut self, owner: RecordId, kind: &str, fields: &[(&str, &str)]) -> Draft {
        let mut draft = self.draft(kind, fields);
        let field = draft.kind.owner_field().expect("a kind that belongs to another");
        draft.fields.insert(field.name.into(), Some(owner.into()));
        draft
    }

    /// Saves drafts.
    pub(crate) fn save(&mut self, drafts: &[Draft]) -> Written {
        self.work().save(drafts, &[]).expect("saved")
    }

    /// Makes a record.
    pub(crate) fn add(&mut self, kind: &str, fields: &[(&str, &str)]) -> RecordId {
        let draft = self.draft(kind, fields);
        self.save(std::slice::from_ref(&draft));
        draft.id
    }

    /// Makes a record that belongs to another.
    pub(crate) fn add_to(&mut self, owner: RecordId, kind: &str, fields: &[(&str, &str)]) -> RecordId {
        let draft = self.draft_of(owner, kind, fields);
        self.save(std::slice::from_ref(&draft));
        draft.id
    }

    /// Sets fields; an empty text empties one.
    pub(crate) fn edit(&mut self, id: RecordId, fields: &[(&str, &str)]) -> Written {
        let (kind, _) = self.read().values(id).expect("a record to edit");
        self.save(&[Draft { id, is_new: false, kind, fields: entered(fields) }])
    }

    /// Moves a record to the trash.
    pub(crate) fn delete(&mut self, id: RecordId) -> Written {
        self.work().delete(&[id]).expect("deleted")
    }

    /// Brings a record back.
    pub(crate) fn restore(&mut self, id: RecordId) -> Written {
        self.work().restore(&[id]).expect("restored")
    }

    /// Undoes the last step, and says what was left alone.
    pub(crate) fn undo(&mut self) -> Vec<Skipped> {
        self.work().undo().expect("undone").1
    }

    /// Takes back the last undo, and says what was left alone.
    pub(crate) fn redo(&mut self) -> Vec<Skipped> {
        self.work().redo().expect("redone").1
    }

    /// Writes a bundle with everything.
    pub(crate) fn export(&mut self) -> PathBuf {
        self.bundles += 1;
        let path = self.file(&format!("{}.entente", self.bundles));
        self.work().export(&path, &Bundling::default(), &Watch::default()).expect("exported");
        path
    }

    /// Writes a bundle with what another laptop lacks, as far as its own bundles told.
    pub(crate) fn export_for(&mut self, other: &Self) -> PathBuf {
        self.bundles += 1;
        let path = self.file(&format!("{}.entente", self.bundles));
        let bundling = Bundling { scope: Scope::Lacking(other.read().device()), ..Bundling::default() };
        self.work().export(&path, &bundling, &Watch::default()).expect("exported");
        path
    }

    /// Takes in a bundle.
    pub(crate) fn import(&mut self, bundle: &Path) -> Import {
        self.work().import(bundle, Mode::Apply, &Watch::default()).expect("imported")
    }

    /// What a bundle would do, record by record. Fails unless that is as many records as are counted.
    pub(crate) fn preview(&mut self, bundle: &Path) -> Lines {
        let shown = self.work().import(bundle, Mode::Preview, &Watch::default()).expect("shown");
        let lines = shown.lines.expect("a preview has lines");
        assert_eq!((shown.new, shown.changed, shown.deleted, shown.erased), counted(&lines));
        lines
    }

    /// The records of a preview, the gravest first.
    pub(crate) fn lines(&mut self, bundle: &Path) -> Vec<Line> {
        let query = LineQuery { limit: u32::MAX, ..LineQuery::default() };
        self.preview(bundle).page(&query).expect("readable").lines
    }

    /// Takes in a bundle without these records and fields.
    pub(crate) fn import_without(&mut self, bundle: &Path, left_out: &[(RecordId, Option<&str>)]) -> Import {
        let lines = self.preview(bundle);
        let number = |id, name: &str| {
            let kind = lines.find(id).expect("readable").expect("among the lines").kind;
            kind.field(name).map_or(DELETED, |field| field.number)
        };
        let left_out: Vec<_> = left_out
            .iter()
            .map(|(record, field)| LeftOut {
                record: *record,
                field: field.map(|name| number(*record, name)),
            })
            .collect();
        self.work().import(bundle, Mode::AsShown(&lines, &left_out), &Watch::default()).expect("imported")
    }

    /// Takes an import back, and says what was left alone.
    pub(crate) fn undo_import(&mut self, n: u64) -> Vec<Skipped> {
        self.work().undo_import(n, &Watch::default()).expect("taken back").1
    }

    /// Takes in everything that another laptop knows.
    pub(crate) fn hear(&mut self, other: &mut Self) -> Import {
        let bundle = other.export();
        self.import(&bundle)
    }

    /// Why a bundle is refused.
    pub(crate) fn refusal(&mut self, bundle: &Path) -> BundleError {
        match self.work().import(bundle, Mode::Apply, &Watch::default()) {
            Err(Error::Bundle(error)) => error,
            other => panic!("not refused as a bundle: {other:?}"),
        }
    }

    /// Whether a record is here and of a known kind.
    pub(crate) fn knows(&self, id: RecordId) -> bool {
        self.read().row(id).expect("readable").is_some()
    }

    /// A record as it is shown.
    pub(crate) fn row(&self, id: RecordId) -> Row {
        self.read().row(id).expect("readable").expect("the record is here")
    }

    /// What a field shows; nothing where it is empty.
    pub(crate) fn shown(&self, id: RecordId, field: &str) -> String {
        let row = self.row(id);
        let number = row.kind.field(field).expect(field).number;
        row.values.get(&number).map(Value::to_string).unwrap_or_default()
    }

    /// Whether a record is in use.
    pub(crate) fn is_live(&self, id: RecordId) -> bool {
        self.row(id).live
    }

    /// The names of a record's contested fields; `deleted` for the record itself.
    pub(crate) fn contested(&self, id: RecordId) -> Vec<&'static str> {
        let row = self.row(id);
        let name = |number| row.kind.field_by_number(number).map_or("deleted", |field| field.name);
        row.conflicts.iter().map(|number| name(*number)).collect()
    }

    /// The hash over all that is shown.
    pub(crate) fn digest(&self) -> [u8; 32] {
        self.read().digest().expect("a digest")
    }
}

/// How many lines there are of records that are new, changed or contested, deleted, and erased.
pub(crate) fn counted(lines: &Lines) -> (u64, u64, u64, u64) {
    let counts = lines.page(&LineQuery::default()).expect("readable").counts;
    let of = |effect| u64::from(counts.get(&effect).copied().unwrap_or(0));
    let changed = of(RecordEffect::Changed) + of(RecordEffect::Conflict);
    (of(RecordEffect::New), changed, of(RecordEffect::Deleted), of(RecordEffect::Erased))
}

/// Each takes in a bundle of everyone, its neighbour's first and its own last.
pub(crate) fn everyone_hears(laptops: &mut [Laptop]) {
    let bundles: Vec<_> = laptops.iter_mut().map(Laptop::export).collect();
    for (who, laptop) in laptops.iter_mut().enumerate() {
        for place in 0..bundles.len() {
            laptop.import(&bundles[(who + 1 + place) % bundles.len()]);
        }
    }
}

/// Fields as an officer types them.
pub(crate) fn entered(fields: &[(&str, &str)]) -> BTreeMap<String, Option<Value>> {
    let typed = |text: &str| (!text.is_empty()).then(|| Value::from(text));
    fields.iter().map(|(name, text)| ((*name).into(), typed(text))).collect()
}

/// The names of the files in a folder, in order.
pub(crate) fn names_in(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("a folder");
    let mut names: Vec<_> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}
