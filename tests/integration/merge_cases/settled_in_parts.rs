//! More conflicts than fit into one commit, settled at once: one step all the same, and all of it or nothing.

use std::collections::BTreeMap;
use std::thread;

use entente_domain::ids::RecordId;
use entente_domain::workspace::{Draft, Error, Rule, Watch};

use crate::laptop::Laptop;

/// How many bytes each value has, of which no two are the same.
const LONG: usize = 4_000;

/// As many as come to more than 8 MiB, the most that a commit may have.
const MANY: usize = 3_000;

fn long(who: &str, place: usize) -> String {
    let said = format!("{who}/{place}/");
    said.repeat(LONG / said.len())
}

/// Saves of so many values each as a commit has room for.
fn say(laptop: &mut Laptop, ids: &[RecordId], who: &str) {
    for (some, of) in ids.chunks(1_000).zip(0..) {
        let (kind, _) = laptop.work().values(ids[0]).expect("here");
        let draft = |(place, id): (usize, &RecordId)| {
            let fields =
                BTreeMap::from([("note".to_owned(), Some(long(who, of * 1_000 + place).as_str().into()))]);
            Draft { id: *id, is_new: false, kind, fields }
        };
        let drafts: Vec<_> = some.iter().enumerate().map(draft).collect();
        laptop.save(&drafts);
    }
}

/// Two laptops that say different things at length about many institutions.
fn two_who_disagree_at_length(many: usize) -> (Laptop, Laptop, Vec<RecordId>) {
    let (mut aigul, mut bek) = (Laptop::of("Aigul"), Laptop::of("Bek"));
    let drafts: Vec<_> =
        (0..many).map(|place| aigul.draft("institution", &[("name", &format!("No {place}"))])).collect();
    aigul.save(&drafts);
    bek.hear(&mut aigul);
    let ids: Vec<_> = drafts.iter().map(|draft| draft.id).collect();
    say(&mut aigul, &ids, "Aigul");
    say(&mut bek, &ids, "Bek");
    aigul.hear(&mut bek);
    (aigul, bek, ids)
}

fn left(laptop: &mut Laptop) -> u32 {
    laptop.work().conflict_count().expect("readable")
}

fn contenders(laptop: &mut Laptop) -> Vec<u32> {
    let contenders = laptop.work().contenders().expect("readable");
    contenders.into_iter().map(|(_, count)| count).collect()
}

#[test]
fn what_is_too_much_for_one_commit_is_settled_undone_and_done_again_in_one_step() {
    let (mut aigul, mut bek, ids) = two_who_disagree_at_length(MANY);
    let many = MANY as u32;
    assert_eq!((left(&mut aigul), contenders(&mut aigul)), (many, vec![many, many]));
    let device = bek.work().device();
    aigul.work().settle(Rule::Of(device)).expect("settled");
    assert_eq!(left(&mut aigul), 0);
    let told = bek.hear(&mut aigul);
    // Three of Aigul's own, and what she settled.
    assert!(told.new_commits > 5, "{} commits", told.new_commits);
    assert_eq!((left(&mut bek), bek.digest()), (0, aigul.digest()));
    assert!(ids.iter().enumerate().all(|(place, id)| aigul.shown(*id, "note") == long("Bek", place)));

    aigul.reopen();
    assert_eq!((aigul.undo(), left(&mut aigul)), (vec![], many));
    assert_eq!(contenders(&mut aigul), [many, many], "who said what is known as before");
    bek.hear(&mut aigul);
    assert_eq!((left(&mut bek), bek.digest()), (many, aigul.digest()));

    assert_eq!((aigul.redo(), left(&mut aigul)), (vec![], 0));
    assert_eq!((aigul.undo(), left(&mut aigul)), (vec![], many), "and back once more");
    assert_eq!(aigul.redo(), vec![]);
    bek.hear(&mut aigul);
    assert_eq!((left(&mut bek), bek.digest()), (0, aigul.digest()));
    aigul.prove_sound();
}

/// Does something until it has come so far, stops it, and asks what became of it.
fn stopped<T: Send>(half: u64, work: impl FnOnce(&Watch) -> Result<T, Error> + Send) -> Result<T, Error> {
    let watch = Watch::default();
    thread::scope(|scope| {
        let working = scope.spawn(|| work(&watch));
        while watch.progress().0 < half && !working.is_finished() {
            thread::yield_now();
        }
        watch.stop();
        working.join().expect("no defect")
    })
}

#[test]
fn whoever_stops_it_half_way_has_everything_as_it_was() {
    let (mut aigul, ..) = two_who_disagree_at_length(2_500);
    let open = aigul.digest();
    let cancelled = |done: Result<(), Error>| assert!(matches!(done, Err(Error::Cancelled)), "{done:?}");
    let work = aigul.work();
    cancelled(stopped(1_000, |watch| work.settle_watched(Rule::Shown, watch).map(drop)));
    assert_eq!((aigul.digest(), left(&mut aigul)), (open, 2_500));
    aigul.work().settle(Rule::Shown).expect("settled");
    let settled = aigul.digest();
    let work = aigul.work();
    cancelled(stopped(2_500, |watch| work.undo_watched(watch).map(drop)));
    assert_eq!((aigul.digest(), left(&mut aigul)), (settled, 0));
    assert_eq!((aigul.undo(), left(&mut aigul)), (vec![], 2_500), "it is still one step");
    let undone = aigul.digest();
    let work = aigul.work();
    cancelled(stopped(2_500, |watch| work.redo_watched(watch).map(drop)));
    assert_eq!(aigul.digest(), undone);
    aigul.prove_sound();
}

#[test]
fn what_is_deleted_by_a_rule_stays_deleted_whatever_else_the_rule_settles_of_it() {
    let (mut aigul, mut bek, ids) = two_who_disagree_at_length(MANY);
    let (first, owned) = (ids[0], aigul.add_to(ids[0], "name", &[("text", "No 0")]));
    bek.hear(&mut aigul);
    aigul.edit(owned, &[("text", "Nr 0")]);
    aigul.delete(first);
    bek.edit(owned, &[("text", "№ 0")]);
    aigul.hear(&mut bek);
    assert!(aigul.is_live(first), "Bek edited what belongs to it");
    let device = aigul.work().device();
    aigul.work().settle(Rule::Of(device)).expect("settled");
    assert_eq!((aigul.is_live(first), aigul.is_live(owned)), (false, false));
    bek.hear(&mut aigul);
    assert_eq!(bek.digest(), aigul.digest());
}
