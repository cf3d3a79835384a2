//! Bundles that are none, are cut off, or were altered after they were signed.

use entente_domain::bundle::BundleError;

use super::forge::{Device, id};
use super::{laptop, refusal};
use crate::laptop::Laptop;

/// A colleague's bundle of some length.
fn bundle() -> Vec<u8> {
    let mut colleague = Laptop::of("Bek");
    for place in 0..40 {
        let name = blake3::hash(&[place]).to_hex();
        colleague.add("institution", &[("name", name.as_str()), ("note", &name.as_str().repeat(3))]);
    }
    let path = colleague.export();
    std::fs::read(path).expect("read")
}

#[test]
fn what_does_not_begin_as_a_bundle_is_none() {
    let mut laptop = laptop();
    let workspace = std::fs::read(Laptop::of("Bek").path()).expect("read");
    let text = "Dear colleagues, please find attached".repeat(20);
    for bytes in
        [b"".as_slice(), b"E", b"ENTENTE\n", b"ENTENTE\r\n\x01\0\0\0", text.as_bytes(), &workspace, &[0; 500]]
    {
        assert!(
            matches!(refusal(&mut laptop, bytes), BundleError::NotABundle),
            "{:?}",
            &bytes[..bytes.len().min(9)]
        );
    }
}

#[test]
fn a_bundle_cut_off_anywhere_is_refused() {
    let (mut laptop, bundle) = (laptop(), bundle());
    for length in (12..bundle.len()).step_by(97).chain([bundle.len() - 1]) {
        assert!(matches!(refusal(&mut laptop, &bundle[..length]), BundleError::BrokenSeal), "{length} bytes");
    }
}

#[test]
fn a_bundle_with_one_altered_byte_is_refused() {
    let (mut laptop, bundle) = (laptop(), bundle());
    for at in (12..bundle.len()).step_by(97).chain([bundle.len() - 1]) {
        let mut altered = bundle.clone();
        altered[at] ^= 1;
        assert!(matches!(refusal(&mut laptop, &altered), BundleError::BrokenSeal), "byte {at}");
    }
}

#[test]
fn a_bundle_with_something_behind_it_is_refused() {
    let (mut laptop, bundle) = (laptop(), bundle());
    assert!(matches!(refusal(&mut laptop, &[&bundle, b"x".as_slice()].concat()), BundleError::BrokenSeal));
    assert!(matches!(refusal(&mut laptop, &[bundle.as_slice(), &bundle].concat()), BundleError::BrokenSeal));
}

#[test]
fn a_bundle_of_a_newer_form_is_told_to_be_newer_before_its_seal_is_asked_for() {
    let (mut laptop, bundle) = (laptop(), bundle());
    for (at, told) in [(8, "form"), (9, "form"), (10, "sealing"), (11, "sealing")] {
        let mut newer = bundle.clone();
        newer[at] = 4;
        match refusal(&mut laptop, &newer) {
            BundleError::Newer { what, number } => assert_eq!(
                (what, number),
                (told, if at % 2 == 0 { 4 } else { 4 << 8 | u64::from(newer[at - 1]) })
            ),
            other => panic!("byte {at}: {other:?}"),
        }
    }
}

#[test]
fn the_seal_of_another_bundle_or_another_sender_does_not_fit() {
    let mut laptop = laptop();
    let (mut one, mut other) = (Device::new(1), Device::new(2));
    one.sets(id(1), 1, &[(1, "one".into())]);
    other.sets(id(2), 1, &[(1, "other".into())]);
    let (first, second) = (one.bundle(), other.bundle());
    let seal_from =
        |bundle: &[u8], seal: &[u8]| [&bundle[..bundle.len() - 96], &seal[seal.len() - 96..]].concat();
    assert!(matches!(refusal(&mut laptop, &seal_from(&first, &second)), BundleError::BrokenSeal));
    let posing = other.bundle_with(&one.opening(), |writer| {
        writer.device(&one.head()).expect("written");
        writer.run(one.run(1)).expect("written");
        one.commits.iter().for_each(|bytes| writer.commit(bytes).expect("written"));
    });
    assert!(
        matches!(refusal(&mut laptop, &posing), BundleError::BrokenSeal),
        "sealed by another than it names"
    );
}
