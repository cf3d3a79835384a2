//! What goes from one laptop to another.

use std::path::{Path, PathBuf};

use entente_domain::bundle::BundleError;
use entente_domain::ids::RecordId;
use entente_domain::merge::DELETED;
use entente_domain::workspace::{
    Bundling, Error, Import, LeftOut, Line, LineQuery, Lines, Mode, RecordEffect, Scope, Skipped, Watch,
};

use super::Laptop;

impl Laptop {
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
