//! Many conflicts settled at once, by a rule.

use entente_domain::ids::RecordId;
use entente_domain::log::ChangedValue;
use entente_domain::workspace::Rule;

use crate::laptop::Laptop;

/// Two laptops that disagree about the city of several institutions, and about whether the last of them is there.
pub(crate) fn two_who_disagree(many: usize) -> (Laptop, Laptop, Vec<RecordId>) {
    let (mut aigul, mut bek) = (Laptop::of("Aigul"), Laptop::of("Bek"));
    let ids: Vec<_> =
        (0..=many).map(|place| aigul.add("institution", &[("name", &format!("No {place}"))])).collect();
    bek.hear(&mut aigul);
    let (deleted, contested) = ids.split_last().expect("one at least");
    for id in contested {
        aigul.edit(*id, &[("city", "Osh")]);
        bek.edit(*id, &[("city", "Ош")]);
    }
    aigul.delete(*deleted);
    bek.edit(*deleted, &[("city", "Bishkek")]);
    aigul.hear(&mut bek);
    bek.hear(&mut aigul);
    (aigul, bek, ids)
}

fn left(laptop: &mut Laptop) -> u32 {
    laptop.work().conflict_count().expect("readable")
}

#[test]
fn a_rule_settles_hundreds_in_one_commit_that_travels() {
    let (mut aigul, mut bek, ids) = two_who_disagree(600);
    assert_eq!(left(&mut aigul), 601);
    let device = bek.work().device();
    let written = aigul.work().settle(Rule::Of(device)).expect("settled");
    assert!(written.commit.is_some());
    assert_eq!(left(&mut aigul), 0);
    let told = bek.hear(&mut aigul);
    assert_eq!((told.new_commits, left(&mut bek)), (1, 0));
    let (kept, contested) = ids.split_last().expect("some");
    assert!(contested.iter().all(|id| bek.shown(*id, "city") == "Ош"));
    assert!(bek.is_live(*kept), "Bek edited it, and so wants it kept");
    assert_eq!(aigul.digest(), bek.digest());
    aigul.prove_sound();
}

#[test]
fn each_rule_decides_what_it_says_and_leaves_the_rest() {
    let (own, strange) = (Laptop::of("Aigul").work().device(), Laptop::of("Cheng").work().device());
    let shown = |laptop: &Laptop, ids: &[RecordId]| laptop.shown(ids[0], "city");
    for (rule, settles, city, live) in [
        (Rule::Shown, 3, None, true),
        (Rule::Of(own), 3, Some("Osh"), false),
        (Rule::Of(strange), 0, None, true),
        (Rule::Keep, 1, None, true),
        (Rule::Delete, 1, None, false),
    ] {
        let (mut aigul, _, ids) = two_who_disagree(2);
        let before = shown(&aigul, &ids);
        aigul.work().settle(rule).expect("settled");
        assert_eq!(3 - left(&mut aigul), settles, "{rule:?}");
        assert_eq!(shown(&aigul, &ids), city.map_or(before, Into::into), "{rule:?}");
        assert_eq!(aigul.is_live(ids[2]), live, "{rule:?}");
        aigul.prove_sound();
    }
}

#[test]
fn a_rule_is_undone_in_one_step() {
    let (mut aigul, mut bek, ids) = two_who_disagree(3);
    let before: Vec<_> = ids.iter().map(|id| (aigul.shown(*id, "city"), aigul.is_live(*id))).collect();
    let device = aigul.work().device();
    aigul.work().settle(Rule::Of(device)).expect("settled");
    assert_eq!((left(&mut aigul), aigul.undo()), (0, vec![]), "nothing is left alone");
    assert_eq!(left(&mut aigul), 4, "and all are open again");
    let after: Vec<_> = ids.iter().map(|id| (aigul.shown(*id, "city"), aigul.is_live(*id))).collect();
    assert_eq!(after, before);
    bek.hear(&mut aigul);
    assert_eq!(bek.digest(), aigul.digest());
}

#[test]
fn a_side_says_what_it_had_seen() {
    let (mut aigul, bek, ids) = two_who_disagree(1);
    let conflicts = aigul.work().conflicts(0, 10).expect("readable");
    let seen: Vec<_> =
        conflicts[0].sides.iter().map(|side| side.changes[0].before.value().is_none()).collect();
    assert_eq!(seen, [true, true], "neither knew of a city");
    let deletion = &conflicts[1];
    assert_eq!(deletion.record.id, ids[1]);
    let [edit, deleted] = deletion.sides.as_slice() else { panic!("two sides: {:?}", deletion.sides) };
    let (edit, deleted) = if edit.author == "Bek" { (edit, deleted) } else { (deleted, edit) };
    assert_eq!((edit.author.as_str(), edit.value.clone()), ("Bek", ChangedValue::Empty));
    assert_eq!(edit.changes[0].after, ChangedValue::Value("Bishkek".into()));
    assert!(matches!(deleted.value, ChangedValue::Deleted { .. }));
    drop(bek);
}

#[test]
fn what_belongs_to_a_deleted_record_is_a_side_too() {
    let (mut aigul, mut bek) = (Laptop::of("Aigul"), Laptop::of("Bek"));
    let id = aigul.add("institution", &[("name", "USST")]);
    bek.hear(&mut aigul);
    aigul.delete(id);
    let name = bek.add_to(id, "name", &[("text", "上海理工大学")]);
    aigul.hear(&mut bek);
    let conflicts = aigul.work().conflicts_of(&[id, name]).expect("readable");
    let sides: Vec<_> = conflicts[0].sides.iter().map(|side| side.author.as_str()).collect();
    assert_eq!((conflicts.len(), sides.len()), (1, 2));
    assert!(sides.contains(&"Bek"));
    let device = bek.work().device();
    aigul.work().settle(Rule::Of(device)).expect("settled");
    assert!(aigul.is_live(id) && aigul.contested(id).is_empty());
}

#[test]
fn conflicts_come_in_pages_and_name_who_contends() {
    let (mut aigul, mut bek, _) = two_who_disagree(7);
    let work = aigul.work();
    let pages: Vec<_> =
        [0, 3, 6, 9].iter().map(|offset| work.conflicts(*offset, 3).expect("readable").len()).collect();
    assert_eq!(pages, [3, 3, 2, 0]);
    let mut contenders = work.contenders().expect("readable");
    contenders.sort_unstable();
    let mut expected = vec![(work.device(), 8), (bek.work().device(), 8)];
    expected.sort_unstable();
    assert_eq!(contenders, expected);
}
