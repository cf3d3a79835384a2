//! A settlement that is taken back opens the conflict again: with the values it had, the one that was shown shown again, and
//! the officers who said so first.

use entente_domain::ids::RecordId;
use entente_domain::workspace::{ConflictSide, Draft, Rule};

use super::settling::two_who_disagree;
use crate::laptop::{Laptop, entered, everyone_hears};
use crate::projections::told;

/// Every conflict of a laptop, with who said what when.
fn conflicts(laptop: &mut Laptop) -> Vec<String> {
    let conflicts = laptop.work().conflicts(0, 10_000).expect("readable");
    let told = |sides| format!("{sides:?}");
    conflicts.into_iter().map(|found| format!("{} {}", found.record.id, told(found.sides))).collect()
}

/// Who says what of the one contested field there is, the shown one first.
fn sides(laptop: &mut Laptop) -> Vec<(String, String)> {
    let conflicts = laptop.work().conflicts(0, 10).expect("readable");
    assert_eq!(conflicts.len(), 1);
    let value = |side: &ConflictSide| side.value.value().map(ToString::to_string);
    conflicts[0].sides.iter().map(|side| (side.author.clone(), value(side).unwrap_or_default())).collect()
}

/// Laptops that say different things of one city.
fn who_disagree<const N: usize>(officers: [&str; N]) -> ([Laptop; N], RecordId) {
    let mut laptops = officers.map(Laptop::of);
    let id = laptops[0].add("institution", &[("name", "USST"), ("city", "nobody’s")]);
    everyone_hears(&mut laptops);
    for (laptop, officer) in laptops.iter_mut().zip(officers) {
        laptop.edit(id, &[("city", &format!("{officer}’s"))]);
    }
    everyone_hears(&mut laptops);
    (laptops, id)
}

#[test]
fn undone_a_settlement_is_a_conflict_again_here_and_elsewhere_and_done_again_it_is_none() {
    let ([mut aigul, mut bek], id) = who_disagree(["Aigul", "Bek"]);
    let before = conflicts(&mut aigul);
    aigul.edit(id, &[("city", "a third"), ("country", "KG")]);
    for _ in 0..3 {
        assert_eq!(aigul.undo(), []);
        assert_eq!(conflicts(&mut aigul), before);
        assert_eq!((aigul.contested(id), aigul.shown(id, "country")), (vec!["city"], String::new()));
        bek.hear(&mut aigul);
        assert_eq!((conflicts(&mut bek), bek.digest()), (before.clone(), aigul.digest()));
        assert_eq!(aigul.redo(), []);
        assert_eq!((aigul.contested(id), aigul.shown(id, "city")), (vec![], "a third".into()));
        bek.hear(&mut aigul);
        assert_eq!((bek.contested(id), bek.digest()), (vec![], aigul.digest()));
    }
    aigul.undo();
    bek.hear(&mut aigul);
    bek.work().settle(Rule::Shown).expect("settled");
    aigul.hear(&mut bek);
    assert_eq!(aigul.contested(id), Vec::<&str>::new(), "and whoever sees it settles it");
    [aigul, bek].iter_mut().for_each(Laptop::prove_sound_byte_for_byte);
}

#[test]
fn all_that_a_rule_settled_are_open_again_whatever_it_decided() {
    let devices = ["Aigul", "Bek"].map(|officer| Laptop::of(officer).work().device());
    for rule in [Rule::Shown, Rule::Of(devices[0]), Rule::Of(devices[1]), Rule::Keep, Rule::Delete] {
        let (mut aigul, mut bek, ids) = two_who_disagree(3);
        let before = (conflicts(&mut aigul), told(&aigul.path()));
        aigul.work().settle(rule).expect("settled");
        let settled = (conflicts(&mut aigul), told(&aigul.path()));
        for _ in 0..2 {
            assert_eq!(aigul.undo(), []);
            assert_eq!((conflicts(&mut aigul), told(&aigul.path())), before, "{rule:?}");
            assert_eq!(
                aigul.work().contenders().expect("readable").len(),
                2,
                "the sides are whose they were"
            );
            assert_eq!(aigul.redo(), []);
            assert_eq!((conflicts(&mut aigul), told(&aigul.path())), settled, "{rule:?}");
        }
        aigul.undo();
        bek.hear(&mut aigul);
        assert!(bek.is_live(ids[3]) && bek.contested(ids[3]) == ["deleted"]);
        assert_eq!((conflicts(&mut bek).len(), bek.digest()), (before.0.len(), aigul.digest()), "{rule:?}");
        // What was opened again can be settled by whose it was.
        bek.work().settle(Rule::Of(devices[0])).expect("settled");
        assert_eq!(bek.work().conflict_count().expect("readable"), 0);
        assert!(ids[..3].iter().all(|id| bek.shown(*id, "city") == "Osh") && !bek.is_live(ids[3]));
        [aigul, bek].iter_mut().for_each(Laptop::prove_sound_byte_for_byte);
    }
}

#[test]
fn of_three_sides_all_come_back_in_their_order() {
    let (mut laptops, id) = who_disagree(["Aigul", "Bek", "Cheng"]);
    let before = sides(&mut laptops[0]);
    assert_eq!(before.len(), 3);
    for chosen in ["Aigul’s", "Bek’s", "Cheng’s", "a fourth"] {
        laptops[0].edit(id, &[("city", chosen)]);
        laptops[0].undo();
        assert_eq!(sides(&mut laptops[0]), before, "{chosen}");
        assert_eq!(laptops[0].shown(id, "city"), before[0].1);
    }
    let [aigul, bek, _] = &mut laptops;
    bek.hear(aigul);
    assert_eq!(sides(bek), before);
}

#[test]
fn a_settlement_undone_behind_an_edit_that_is_undone_opens_the_conflict_too() {
    let ([mut aigul, _bek], id) = who_disagree(["Aigul", "Bek"]);
    let before = conflicts(&mut aigul);
    aigul.edit(id, &[("city", "settled")]);
    aigul.edit(id, &[("city", "Aigul’s")]);
    aigul.undo();
    assert_eq!((aigul.shown(id, "city"), aigul.contested(id)), ("settled".into(), vec![]));
    aigul.undo();
    assert_eq!(conflicts(&mut aigul), before, "and nobody is taken for who said it later");
    let skipped: Vec<_> = aigul.undo().into_iter().map(|skipped| skipped.field).collect();
    assert_eq!(skipped, ["city"], "the step before is not taken back while Bek says something else");
}

#[test]
fn a_settlement_that_others_have_changed_since_is_left_alone() {
    let ([mut aigul, mut bek], id) = who_disagree(["Aigul", "Bek"]);
    aigul.edit(id, &[("city", "settled")]);
    bek.edit(id, &[("city", "settled by Bek")]);
    aigul.hear(&mut bek);
    assert_eq!(aigul.undo().len(), 1);
    assert_eq!(sides(&mut aigul).len(), 2);
}

#[test]
fn a_settlement_that_came_with_an_import_is_taken_back_to_the_conflict() {
    let ([mut aigul, mut bek], id) = who_disagree(["Aigul", "Bek"]);
    let before = conflicts(&mut aigul);
    bek.edit(id, &[("city", "settled")]);
    bek.edit(id, &[("city", "and bettered")]);
    let n = aigul.hear(&mut bek).report.expect("reported");
    assert_eq!(aigul.contested(id), Vec::<&str>::new());
    let is_undone = |aigul: &mut Laptop| aigul.work().import_report(n).expect("readable").undone;
    assert_eq!(aigul.undo_import(n), []);
    for _ in 0..2 {
        assert_eq!((conflicts(&mut aigul), is_undone(&mut aigul)), (before.clone(), true));
        assert_eq!(aigul.undo(), []);
        assert_eq!((aigul.shown(id, "city"), aigul.contested(id)), ("and bettered".into(), vec![]));
        assert!(!is_undone(&mut aigul));
        assert_eq!(aigul.redo(), []);
    }
    bek.hear(&mut aigul);
    assert_eq!((conflicts(&mut bek), bek.digest()), (before, aigul.digest()), "it travels");
    [aigul, bek].iter_mut().for_each(Laptop::prove_sound_byte_for_byte);
}

#[test]
fn a_settlement_that_is_left_out_of_an_import_leaves_the_conflict() {
    let ([mut aigul, mut bek], id) = who_disagree(["Aigul", "Bek"]);
    let before = conflicts(&mut aigul);
    bek.edit(id, &[("city", "settled")]);
    let bundle = bek.export();
    aigul.import_without(&bundle, &[(id, Some("city"))]);
    assert_eq!(conflicts(&mut aigul), before);
    aigul.undo();
    assert_eq!((aigul.shown(id, "city"), aigul.contested(id)), ("settled".into(), vec![]), "had after all");
    bek.hear(&mut aigul);
    assert_eq!(bek.digest(), aigul.digest());
}

#[test]
fn what_becomes_of_a_contested_deletion_is_open_again_when_an_import_that_decided_it_is_taken_back() {
    for rule in [Rule::Keep, Rule::Delete] {
        let (mut aigul, mut bek, ids) = two_who_disagree(0);
        let before = (conflicts(&mut aigul), told(&aigul.path()));
        bek.work().settle(rule).expect("settled");
        let n = aigul.hear(&mut bek).report.expect("reported");
        assert_eq!(aigul.is_live(ids[0]), matches!(rule, Rule::Keep));
        assert_eq!(aigul.undo_import(n), []);
        assert_eq!((conflicts(&mut aigul), told(&aigul.path())), before, "{rule:?}");
        aigul.prove_sound_byte_for_byte();
    }
}

#[test]
fn an_edit_of_what_lies_in_the_trash_leaves_it_there_when_it_is_taken_back() {
    let (mut aigul, mut bek) = (Laptop::of("Aigul"), Laptop::of("Bek"));
    let id = aigul.add("institution", &[("name", "USST")]);
    aigul.delete(id);
    bek.hear(&mut aigul);
    aigul.edit(id, &[("city", "Osh")]);
    assert!(aigul.is_live(id));
    aigul.undo();
    assert!(!aigul.is_live(id));
    bek.edit(id, &[("city", "Bishkek")]);
    let n = aigul.hear(&mut bek).report.expect("reported");
    assert!(aigul.is_live(id));
    aigul.undo_import(n);
    assert_eq!((aigul.is_live(id), aigul.contested(id)), (false, vec![]));
}

#[test]
fn values_too_large_for_one_commit_come_back_in_several_and_go_as_one_step() {
    let (mut aigul, mut bek) = (Laptop::of("Aigul"), Laptop::of("Bek"));
    let ids: Vec<_> = (0..20).map(|_| aigul.add("institution", &[("name", "USST")])).collect();
    bek.hear(&mut aigul);
    for (laptop, sign) in [(&mut aigul, "字"), (&mut bek, "词")] {
        ids.iter().for_each(|id| drop(laptop.edit(*id, &[("note", &sign.repeat(100_000))])));
    }
    aigul.hear(&mut bek);
    let before = conflicts(&mut aigul);
    let drafts: Vec<_> = ids
        .iter()
        .map(|id| Draft {
            id: *id,
            is_new: false,
            kind: aigul.row(*id).kind,
            fields: entered(&[("note", "settled")]),
        })
        .collect();
    aigul.save(&drafts);
    for _ in 0..2 {
        assert_eq!(aigul.undo(), []);
        assert!(conflicts(&mut aigul) == before);
        assert_eq!(aigul.redo(), []);
        assert_eq!(aigul.work().conflict_count().expect("readable"), 0);
    }
    aigul.prove_sound();
}
