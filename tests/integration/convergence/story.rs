//! Random stories of several laptops: what can happen, and what it is told of.

use std::path::PathBuf;

use entente_domain::ids::RecordId;
use entente_domain::kinds::Kind;
use proptest::prelude::*;
use proptest::sample::Index;

use crate::laptop::Laptop;

/// What happens next on a laptop.
#[derive(Debug, Clone)]
pub(super) enum Step {
    /// A new record with some rows, the rows first or last.
    Add(Index, usize, bool),
    /// A new row of a record that is there.
    AddRow(Index),
    /// A field of a record is set to one of few values, so that laptops often agree.
    Edit(Index, Index, u8),
    /// A row is moved to another record.
    Move(Index, Index),
    Delete(Index),
    Restore(Index),
    /// A record is merged with another of its kind.
    Merge(Index, Index),
    /// A record is erased for good. Only where a story says that this may happen.
    Erase(Index),
    /// Every conflict is settled that a rule decides.
    Settle(Index),
    Undo,
    Redo,
    /// Something happens to what is there, and is undone, done again and undone at once.
    Regretted(Box<Step>),
    /// A bundle is made and kept, to arrive any time and any number of times.
    Export,
    /// A bundle is made with what another laptop lacks, and kept likewise; others may get it.
    ExportFor(Index),
    /// One of the bundles made so far arrives.
    Import(Index),
    /// One arrives, and one of its records or fields is left out.
    ImportWithout(Index, Index, bool),
    /// Something that arrived is taken back.
    UndoImport(Index),
    Reopen,
    Rebuild,
}

/// What happens to records that are there.
fn change() -> impl Strategy<Value = Step> {
    let any = any::<Index>;
    prop_oneof![
        6 => (any(), any(), 0_u8..3).prop_map(|(record, field, value)| Step::Edit(record, field, value)),
        1 => (any(), any()).prop_map(|(row, owner)| Step::Move(row, owner)),
        3 => any().prop_map(Step::Delete),
        2 => any().prop_map(Step::Restore),
        1 => (any(), any()).prop_map(|(duplicate, kept)| Step::Merge(duplicate, kept)),
        2 => any().prop_map(Step::Settle),
    ]
}

pub(super) fn step() -> impl Strategy<Value = Step> {
    let any = any::<Index>;
    prop_oneof![
        2 => (any(), 0_usize..3, prop::bool::ANY).prop_map(|(kind, rows, first)| Step::Add(kind, rows, first)),
        3 => any().prop_map(Step::AddRow),
        12 => change(),
        3 => change().prop_map(|change| Step::Regretted(Box::new(change))),
        2 => Just(Step::Undo),
        1 => Just(Step::Redo),
        4 => Just(Step::Export),
        2 => any().prop_map(Step::ExportFor),
        6 => any().prop_map(Step::Import),
        2 => (any(), any(), prop::bool::ANY).prop_map(|(b, line, whole)| Step::ImportWithout(b, line, whole)),
        1 => any().prop_map(Step::UndoImport),
        1 => Just(Step::Reopen),
        1 => Just(Step::Rebuild),
    ]
}

/// Laptops, the records any of them made, and the bundles under way.
pub(super) struct Story {
    pub(super) laptops: Vec<Laptop>,
    pub(super) records: Vec<RecordId>,
    pub(super) erased: Vec<RecordId>,
    pub(super) bundles: Vec<PathBuf>,
}

impl Story {
    pub(super) fn of(laptops: usize) -> Self {
        let laptops =
            ["Aigul", "Bek", "Cheng", "Dana", "Elif"].into_iter().take(laptops).map(Laptop::of).collect();
        Self { laptops, records: Vec::new(), erased: Vec::new(), bundles: Vec::new() }
    }

    pub(super) fn happens(&mut self, who: usize, step: &Step) {
        match step {
            Step::Add(kind, rows, rows_first) => self.add(who, kind, *rows, *rows_first),
            Step::AddRow(owner) => self.add_row(who, owner),
            Step::Edit(record, field, value) => {
                if let Some(id) = self.one_of(who, record, |_| true) {
                    self.edit(who, id, field, *value);
                }
            }
            Step::Move(row, owner) => self.move_row(who, row, owner),
            Step::Delete(record) => {
                if let Some(id) = self.one_of(who, record, |_| true) {
                    self.laptops[who].delete(id);
                }
            }
            Step::Restore(record) => {
                if let Some(id) = self.one_of(who, record, |_| true) {
                    self.laptops[who].restore(id);
                }
            }
            Step::Merge(duplicate, kept) => self.merge(who, duplicate, kept),
            Step::Erase(record) => {
                if let Some(id) = self.one_of(who, record, |_| true) {
                    self.laptops[who].work().erase(id).expect("erased");
                    self.erased.push(id);
                }
            }
            Step::Settle(rule) => self.settle(who, rule),
            Step::Regretted(step) => self.regret(who, step),
            Step::Undo => drop(self.laptops[who].work().undo()),
            Step::Redo => drop(self.laptops[who].work().redo()),
            Step::Export => {
                let bundle = self.laptops[who].export();
                self.bundles.push(bundle);
            }
            Step::Import(bundle) => {
                if !self.bundles.is_empty() {
                    self.laptops[who].import(&self.bundles[bundle.index(self.bundles.len())]);
                }
            }
            Step::ExportFor(other) => {
                let other = other.index(self.laptops.len());
                if other != who {
                    let [laptop, other] = self.laptops.get_disjoint_mut([who, other]).expect("two laptops");
                    self.bundles.push(laptop.export_for(other));
                }
            }
            Step::ImportWithout(bundle, line, whole) => self.import_without(who, bundle, line, *whole),
            Step::UndoImport(import) => {
                let imports = self.laptops[who].work().imports(0, 100).expect("readable").0;
                let standing: Vec<_> = imports.iter().filter(|import| !import.undone).collect();
                if !standing.is_empty() {
                    self.laptops[who].undo_import(import.get(&standing).n);
                }
            }
            Step::Reopen => self.laptops[who].reopen(),
            Step::Rebuild => self.laptops[who].prove_sound(),
        }
    }

    /// One of the records that this laptop has and that are of a fitting kind.
    pub(super) fn one_of(
        &mut self,
        who: usize,
        index: &Index,
        fits: impl Fn(Kind) -> bool,
    ) -> Option<RecordId> {
        let workspace = self.laptops[who].work();
        let is_here =
            |id: &&RecordId| workspace.row(**id).expect("readable").is_some_and(|row| fits(row.kind));
        let here: Vec<RecordId> = self.records.iter().filter(is_here).copied().collect();
        (!here.is_empty()).then(|| *index.get(&here))
    }

    /// Everyone hears of everything, each in an order of their own.
    pub(super) fn ends(&mut self) {
        self.all_is_taken_in();
        let bundles: Vec<PathBuf> = self.laptops.iter_mut().map(Laptop::export).collect();
        for (who, laptop) in self.laptops.iter_mut().enumerate() {
            for place in 0..bundles.len() {
                laptop.import(&bundles[(who * 2 + place) % bundles.len()]);
            }
        }
    }

    /// What some laptops left out for themselves they take in after all, so that all can be seen to show the same.
    pub(super) fn all_is_taken_in(&mut self) {
        for laptop in &mut self.laptops {
            for id in &self.records {
                if laptop.knows(*id) && laptop.row(*id).is_left_out() {
                    laptop.restore(*id);
                }
            }
        }
    }
}
