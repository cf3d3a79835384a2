//! A device that was copied, or restored from a backup, and went on twice.

use entente_domain::bundle::BundleError;

use crate::laptop::Laptop;

/// Two laptops with one device's key, each having gone on by so many saves, and a colleague.
fn two_of_one(one_more: usize, other_more: usize) -> [Laptop; 3] {
    let mut one = Laptop::of("Aigul");
    one.add("institution", &[("name", "before")]);
    let mut other = one.copied(77);
    for (laptop, more) in [(&mut one, one_more), (&mut other, other_more)] {
        for place in 0..more {
            laptop.add("institution", &[("name", &format!("after {place}"))]);
        }
    }
    [one, other, Laptop::of("Bek")]
}

#[test]
fn a_fork_is_told_to_everyone_who_hears_of_both() {
    for (one_more, other_more) in [(1, 1), (1, 2), (2, 1), (3, 5)] {
        let [mut one, mut other, mut colleague] = two_of_one(one_more, other_more);
        colleague.hear(&mut one);
        let before = colleague.digest();
        let device = one.work().device();
        for (hearer, bundle) in [(&mut colleague, other.export()), (&mut one, other.export())] {
            let refused = hearer.refusal(&bundle);
            assert!(
                matches!(refused, BundleError::Forked { device: whose, .. } if whose == device),
                "{one_more} and {other_more}: {refused:?}"
            );
        }
        assert_eq!(colleague.digest(), before);
        colleague.prove_sound();
    }
}

#[test]
fn a_fork_is_told_among_news_of_others() {
    let [mut one, mut other, mut colleague] = two_of_one(1, 1);
    colleague.hear(&mut one);
    let mut news = Laptop::of("Cheng");
    news.add("person", &[("family", "Ding")]);
    other.hear(&mut news);
    let refused = colleague.refusal(&other.export());
    assert!(matches!(refused, BundleError::Forked { .. }), "{refused:?}");
}

#[test]
fn a_laptop_restored_from_a_backup_learns_its_own_later_saves_from_a_colleague() {
    let [mut one, mut restored, mut colleague] = two_of_one(2, 0);
    colleague.hear(&mut one);
    restored.hear(&mut colleague);
    assert_eq!(restored.digest(), one.digest());
    let id = restored.add("institution", &[("name", "and goes on")]);
    colleague.hear(&mut restored);
    assert!(colleague.is_live(id));
    restored.prove_sound();
}
