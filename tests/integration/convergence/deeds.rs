//! What happens in a story, done, with what must be true of each deed by itself.

use std::collections::BTreeSet;
use std::path::Path;

use entente_domain::ids::RecordId;
use entente_domain::kinds::Kind;
use entente_domain::log::ChangedValue;
use entente_domain::merge::DELETED;
use entente_domain::store::{Line, RecordEffect};
use entente_domain::workspace::{Conflict, Error, LeftOut, Mode, Rule, Watch};
use proptest::sample::Index;

use super::story::{Step, Story};
use crate::laptop::Laptop;
use crate::projections::{Told, told};

impl Story {
    pub(super) fn add(&mut self, who: usize, kind: &Index, rows: usize, rows_first: bool) {
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

    pub(super) fn merge(&mut self, who: usize, duplicate: &Index, kept: &Index) {
        let Some(duplicate) = self.one_of(who, duplicate, Kind::is_main) else { return };
        let main = self.laptops[who].row(duplicate).kind;
        let Some(kept) = self.one_of(who, kept, |kind| kind == main) else { return };
        match self.laptops[who].work().merge(duplicate, kept, &["note".into()]) {
            Ok(_) | Err(Error::Unlike(..)) => {}
            Err(error) => panic!("not merged: {error}"),
        }
    }

    pub(super) fn import_without(&mut self, who: usize, bundle: &Index, line: &Index, whole: bool) {
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

    pub(super) fn add_row(&mut self, who: usize, owner: &Index) {
        let owned = |kind| matches!(kind, Kind::Institution | Kind::Agreement | Kind::Party);
        let Some(owner) = self.one_of(who, owner, owned) else { return };
        let laptop = &mut self.laptops[who];
        let id = match laptop.row(owner).kind {
            Kind::Institution => laptop.add_to(owner, "name", &[("text", "row")]),
            Kind::Party => laptop.add_to(owner, "signatory", &[("name-at-signing", "row")]),
            _ => {
                let institution = laptop.draft("institution", &[("name", "party")]);
                let party = laptop.draft_of(owner, "party", &[("institution", &institution.id.to_string())]);
                laptop.save(&[party.clone(), institution.clone()]);
                self.records.push(institution.id);
                party.id
            }
        };
        self.records.push(id);
    }

    pub(super) fn edit(&mut self, who: usize, id: RecordId, field: &Index, value: u8) {
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

    pub(super) fn move_row(&mut self, who: usize, row: &Index, owner: &Index) {
        let Some(row) = self.one_of(who, row, |kind| matches!(kind, Kind::Name | Kind::Signatory)) else {
            return;
        };
        let name = self.laptops[who].row(row).kind == Kind::Name;
        let wanted = if name { Kind::Institution } else { Kind::Party };
        let Some(owner) = self.one_of(who, owner, |kind| kind == wanted) else { return };
        let field = if name { "owner" } else { "party" };
        self.laptops[who].edit(row, &[(field, &owner.to_string())]);
    }

    pub(super) fn settle(&mut self, who: usize, rule: &Index) {
        let laptop = &mut self.laptops[who];
        let mut rules = vec![Rule::Shown, Rule::Keep, Rule::Delete];
        rules.extend(
            laptop.work().contenders().expect("readable").iter().map(|(device, _)| Rule::Of(*device)),
        );
        laptop.work().settle(*rule.get(&rules)).expect("settled");
    }

    /// Whatever was done, undone it is as if it had never been, conflicts and all; and it can be done again.
    pub(super) fn regret(&mut self, who: usize, step: &Step) {
        let laptop = &mut self.laptops[who];
        let (before, saves) = ((contested(laptop), told(&laptop.path())), saves(laptop));
        self.happens(who, step);
        let laptop = &mut self.laptops[who];
        // With its first save a laptop introduces itself, which stays.
        if saves == 0 || saves == self::saves(laptop) {
            return;
        }
        let after = told(&laptop.path());
        for _ in 0..2 {
            assert_eq!(laptop.undo(), []);
            let undone = without_born(told(&laptop.path()), &before.1);
            assert_eq!((contested(laptop), undone), before, "{step:?} undone");
            assert_eq!(laptop.redo(), []);
            assert_eq!(told(&laptop.path()), after, "{step:?} done again");
        }
        assert_eq!(laptop.undo(), []);
    }
}

/// What is told without the records that were born since, of which nothing is left but that they are deleted.
fn without_born(mut told: Told, before: &Told) -> Told {
    let ids = |told: &Told| told["record"].iter().map(|row| row[0].clone()).collect::<BTreeSet<_>>();
    let born = &ids(&told) - &ids(before);
    for row in told["record"].iter().filter(|row| born.contains(&row[0])) {
        assert_eq!(row[4], "Integer(0)", "what was born in a save is gone with it: {row:?}");
    }
    told.values_mut().for_each(|rows| rows.retain(|row| !born.contains(&row[0])));
    told
}

/// How many commits a laptop has made.
fn saves(laptop: &mut Laptop) -> u64 {
    laptop.work().laptops().expect("readable")[0].commits
}

/// Every conflict of a laptop in words: who said what and when. Of several who said the same, the first to be shown stands
/// for all; and of those who want a record kept, that there are some: undoing is one more word of theirs, the newest.
fn contested(laptop: &mut Laptop) -> Vec<String> {
    let conflicts = laptop.work().conflicts(0, usize::MAX).expect("readable");
    let in_words = |conflict: Conflict| {
        let mut sides: Vec<(ChangedValue, String)> = Vec::new();
        for side in conflict.sides {
            let by_whom =
                format!("{:?} by {} at {}: {:?}", side.at, side.author, side.wall_time, side.changes);
            let (value, by_whom) = match (conflict.field, side.value) {
                (DELETED, ChangedValue::Deleted { .. }) => (ChangedValue::Value(true.into()), by_whom),
                (DELETED, _) => (ChangedValue::Empty, "someone".into()),
                (_, value) => (value, by_whom),
            };
            if sides.iter().all(|(known, _)| *known != value) {
                sides.push((value, by_whom));
            }
        }
        if conflict.field == DELETED {
            sides.sort_by_key(|(value, _)| *value == ChangedValue::Empty);
        }
        format!("{} {}: {sides:?}", conflict.record.id, conflict.field)
    };
    conflicts.into_iter().map(in_words).collect()
}

fn keeps_no_erasure(laptop: &mut Laptop, bundle: &Path, record: RecordId) {
    let (lines, left_out) = (laptop.preview(bundle), [LeftOut { record, field: None }]);
    let refused = laptop.work().import(bundle, Mode::AsShown(&lines, &left_out), &Watch::default());
    assert!(matches!(refused, Err(Error::ErasureLeftOut(id)) if id == record), "{refused:?}");
}
