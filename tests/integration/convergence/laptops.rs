//! Random stories of several laptops, told to the end.

use std::path::{Path, PathBuf};

use entente_domain::ids::RecordId;
use entente_domain::kinds::Kind;
use entente_domain::store::{Line, RecordEffect};
use entente_domain::workspace::{Error, LeftOut, Mode, Watch};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::laptop::Laptop;
use crate::soak::cases;

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
    /// A record is erased for good. Only where a story says that this may happen.
    Erase(Index),
    Undo,
    Redo,
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

pub(super) fn step() -> impl Strategy<Value = Step> {
    let any = any::<Index>;
    prop_oneof![
        2 => (any(), 0_usize..3, prop::bool::ANY).prop_map(|(kind, rows, first)| Step::Add(kind, rows, first)),
        3 => any().prop_map(Step::AddRow),
        6 => (any(), any(), 0_u8..3).prop_map(|(record, field, value)| Step::Edit(record, field, value)),
        1 => (any(), any()).prop_map(|(row, owner)| Step::Move(row, owner)),
        3 => any().prop_map(Step::Delete),
        2 => any().prop_map(Step::Restore),
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

fn keeps_no_erasure(laptop: &mut Laptop, bundle: &Path, record: RecordId) {
    let (lines, left_out) = (laptop.preview(bundle), [LeftOut { record, field: None }]);
    let refused = laptop.work().import(bundle, Mode::AsShown(&lines, &left_out), &Watch::default());
    assert!(matches!(refused, Err(Error::ErasureLeftOut(id)) if id == record), "{refused:?}");
}

/// Laptops, the records any of them made, and the bundles under way.
pub(super) struct Story {
    pub(super) laptops: Vec<Laptop>,
    records: Vec<RecordId>,
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
            Step::Erase(record) => {
                if let Some(id) = self.one_of(who, record, |_| true) {
                    self.laptops[who].work().erase(id).expect("erased");
                    self.erased.push(id);
                }
            }
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
    fn one_of(&mut self, who: usize, index: &Index, fits: impl Fn(Kind) -> bool) -> Option<RecordId> {
        let workspace = self.laptops[who].work();
        let is_here =
            |id: &&RecordId| workspace.row(**id).expect("readable").is_some_and(|row| fits(row.kind));
        let here: Vec<RecordId> = self.records.iter().filter(is_here).copied().collect();
        (!here.is_empty()).then(|| *index.get(&here))
    }

    fn add(&mut self, who: usize, kind: &Index, rows: usize, rows_first: bool) {
        let laptop = &mut self.laptops[who];
        let (kind, field, row, text) =
            *kind.get(&[("institution", "name", "name", "text"), ("agreement", "title", "topic", "text")]);
        let mut drafts = vec![laptop.draft(kind, &[(field, "new"), ("note", "1")])];
        for _ in 0..rows {
            let row = laptop.draft_of(drafts[0].id, row, &[(text, "a row")]);
            drafts.push(row);
        }
        if rows_first {
            drafts.reverse();
        }
        laptop.save(&drafts);
        self.records.extend(drafts.iter().map(|draft| draft.id));
    }

    fn import_without(&mut self, who: usize, bundle: &Index, line: &Index, whole: bool) {
        if self.bundles.is_empty() {
            return;
        }
        let (laptop, bundle) = (&mut self.laptops[who], bundle.get(&self.bundles));
        let lines = laptop.lines(bundle);
        if lines.is_empty() {
            return;
        }
        let Line { record, effect, .. } = *line.get(&lines);
        if effect == RecordEffect::Erased {
            return keeps_no_erasure(laptop, bundle, record);
        }
        let before = laptop.work().row(record).expect("readable").filter(|row| row.conflicts.is_empty());
        // A record that stands among the lines for its rows alone has no field that could be left out.
        let is_touched = laptop.preview(bundle).find(record).expect("readable").is_some();
        laptop.import_without(bundle, &[(record, (!whole && is_touched).then_some("note"))]);
        if let Some(before) = before.filter(|before| whole && before.live) {
            let after = laptop.row(record);
            let left = (after.live, after.values, after.conflicts);
            assert_eq!(left, (before.live, before.values, before.conflicts), "what is left out is as it was");
        }
    }

    fn add_row(&mut self, who: usize, owner: &Index) {
        let owned = |kind| matches!(kind, Kind::Institution | Kind::Agreement | Kind::Party);
        let Some(owner) = self.one_of(who, owner, owned) else { return };
        let laptop = &mut self.laptops[who];
        let id = match laptop.row(owner).kind {
            Kind::Institution => laptop.add_to(owner, "name", &[("text", "row")]),
            Kind::Party => laptop.add_to(owner, "signatory", &[("name-at-signing", "row")]),
            _ => {
                let institution = laptop.draft("institution", &[("name", "party")]);
                let party = laptop.draft_of(owner, "party", &[("institution", &institution.id.to_string())]);
                laptop.save(&[party.clone(), institution]);
                party.id
            }
        };
        self.records.push(id);
    }

    fn edit(&mut self, who: usize, id: RecordId, field: &Index, value: u8) {
        let laptop = &mut self.laptops[who];
        let fields: &[&str] = match laptop.row(id).kind {
            Kind::Institution => &["name", "city", "note"],
            Kind::Agreement => &["title", "note", "number"],
            Kind::Party => &["name-at-signing", "number"],
            Kind::Name | Kind::Topic => &["text"],
            _ => &["name-at-signing", "title-at-signing"],
        };
        let field = *field.get(fields);
        let required = matches!(field, "name" | "title" | "text");
        let value = if value == 0 && !required { String::new() } else { format!("value {value}") };
        laptop.edit(id, &[(field, &value)]);
    }

    fn move_row(&mut self, who: usize, row: &Index, owner: &Index) {
        let Some(row) = self.one_of(who, row, |kind| matches!(kind, Kind::Name | Kind::Signatory)) else {
            return;
        };
        let name = self.laptops[who].row(row).kind == Kind::Name;
        let wanted = if name { Kind::Institution } else { Kind::Party };
        let Some(owner) = self.one_of(who, owner, |kind| kind == wanted) else { return };
        let field = if name { "owner" } else { "party" };
        self.laptops[who].edit(row, &[(field, &owner.to_string())]);
    }

    /// Everyone hears of everything, each in an order of their own.
    pub(super) fn ends(&mut self) {
        let bundles: Vec<PathBuf> = self.laptops.iter_mut().map(Laptop::export).collect();
        for (who, laptop) in self.laptops.iter_mut().enumerate() {
            for place in 0..bundles.len() {
                laptop.import(&bundles[(who * 2 + place) % bundles.len()]);
            }
        }
    }

    /// Fails unless all laptops show the same, and what each shows follows from its log.
    fn all_see_the_same(&mut self) {
        let mut newcomer = Laptop::of("Newcomer");
        newcomer.hear(&mut self.laptops[0]);
        for laptop in &mut self.laptops {
            laptop.hear(&mut newcomer);
        }
        self.laptops.push(newcomer);
        let (first, others) = self.laptops.split_first_mut().expect("at least two laptops");
        for other in others {
            for id in &self.records {
                let (one, two) = (first.row(*id), other.row(*id));
                assert_eq!((one.title, one.live, one.values), (two.title, two.live, two.values));
                assert_eq!(one.conflicts, two.conflicts, "contested fields of {id}");
            }
            assert_eq!(first.digest(), other.digest());
            other.prove_sound_byte_for_byte();
        }
        first.prove_sound_byte_for_byte();
    }
}

proptest! {
    #![proptest_config(cases(20))]
    #[test]
    fn laptops_that_know_the_same_show_the_same(
        laptops in 2_usize..=5, steps in prop::collection::vec((any::<Index>(), step()), 5..60),
    ) {
        let mut story = Story::of(laptops);
        for (who, step) in &steps {
            story.happens(who.index(laptops), step);
        }
        story.ends();
        story.all_see_the_same();
    }
}
