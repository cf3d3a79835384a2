//! Documents in bundles.

use std::io::Cursor;

use entente_domain::bundle::{BundleError, Opening};

use super::forge::{Device, id};
use super::{file, is_malformed, laptop, refusal};
use crate::laptop::{Laptop, names_in};
use crate::projections::everything;

/// A device with an institution.
fn device() -> Device {
    let mut device = Device::new(1);
    device.sets(id(1), 1, &[(1, "one".into())]);
    device
}

/// A bundle with a document of this hash, size and content.
fn with_document(device: &Device, hash: [u8; 32], size: u64, content: &[u8]) -> Vec<u8> {
    device.bundle_with(&Opening { documents: 1, ..device.opening() }, |writer| {
        writer.device(&device.head()).expect("written");
        writer.run(device.run(1)).expect("written");
        device.commits.iter().for_each(|bytes| writer.commit(bytes).expect("written"));
        writer.document(&hash, size, Cursor::new(content)).expect("written");
    })
}

#[test]
fn a_document_arrives_as_it_was_once_and_whole() {
    let (mut aigul, mut bek) = (Laptop::of("Aigul"), Laptop::of("Bek"));
    let owner = aigul.add("agreement", &[("title", "Exchange")]);
    let content: Vec<u8> = (0..300_000_u32).flat_map(|n| n.to_le_bytes()).collect();
    let scan = aigul.file("签字.pdf");
    std::fs::write(&scan, &content).expect("written");
    let attached = aigul.work().attach(owner, &scan, Some("signed")).expect("attached");
    aigul.work().attach(owner, &scan, Some("draft")).expect("the same again");
    assert_eq!(bek.hear(&mut aigul).documents, 1, "kept once, though two documents have it");
    let document = attached.records.iter().find(|(_, kind)| kind.name() == "document").expect("a document").0;
    assert_eq!(bek.shown(document, "name"), "签字.pdf");
    let saved = bek.file("out.pdf");
    bek.work().save_document(document, &saved).expect("saved");
    assert_eq!(std::fs::read(&saved).expect("read"), content);
    assert_eq!(bek.hear(&mut aigul).documents, 0);
    bek.prove_sound();
}

#[test]
fn a_blank_scan_arrives_though_it_packs_to_next_to_nothing() {
    let (mut aigul, mut bek) = (Laptop::of("Aigul"), Laptop::of("Bek"));
    let owner = aigul.add("agreement", &[("title", "Exchange")]);
    let scan = aigul.file("blank.tiff");
    std::fs::write(&scan, vec![0xFF; 66 << 20]).expect("written");
    aigul.work().attach(owner, &scan, None).expect("attached");
    assert_eq!(bek.hear(&mut aigul).documents, 1);
    assert_eq!(bek.hear(&mut aigul).documents, 0);
}

#[test]
fn an_empty_document_arrives_too() {
    let (mut laptop, mut device) = (laptop(), device());
    let hash = blake3::hash(b"");
    let fields = [(1, id(1).into()), (2, "empty".into()), (5, hash.to_hex().as_str().into()), (6, 0.into())];
    device.sets(id(20), 18, &fields);
    let bundle = with_document(&device, *hash.as_bytes(), 0, b"");
    let path = file(&laptop, &bundle);
    assert_eq!(laptop.import(&path).documents, 1);
    laptop.prove_sound();
}

#[test]
fn a_content_that_no_document_names_is_not_kept() {
    let (mut laptop, device) = (laptop(), device());
    let path = file(&laptop, &with_document(&device, *blake3::hash(b"hidden").as_bytes(), 6, b"hidden"));
    let told = laptop.import(&path);
    assert_eq!((told.new_commits, told.documents), (1, 0));
    assert_eq!(everything(&laptop.path())["content"], [] as [Vec<rusqlite::types::Value>; 0]);
    laptop.prove_sound();
}

#[test]
fn a_document_that_is_not_what_its_hash_or_size_says_is_refused() {
    let (mut laptop, device) = (laptop(), device());
    let content = vec![5; 100_000];
    let hash = *blake3::hash(&content).as_bytes();
    is_malformed(&mut laptop, &with_document(&device, [9; 32], 100_000, &content), "document");
    is_malformed(&mut laptop, &with_document(&device, hash, 99_999, &content), "document");
    let longer = [content.as_slice(), b"x"].concat();
    is_malformed(&mut laptop, &with_document(&device, hash, 100_001, &longer), "document");
    let huge = with_document(&device, hash, 100_000, &content);
    let mut messages: Vec<_> = device.messages();
    let end = messages.pop().expect("an end");
    let announced =
        |size: u64| minicbor::to_vec((minicbor::bytes::ByteArray::from(hash), size)).expect("memory");
    for (size, pieces) in
        [(100_000, vec![65_536]), (100_000, vec![65_536, 34_465]), (10, vec![]), (5, vec![0, 5])]
    {
        let mut row = messages.clone();
        row.push((5, announced(size)));
        row.extend(pieces.iter().map(|length| (6, vec![5; *length])));
        row.push(end.clone());
        is_malformed(&mut laptop, &device.bundle_of(&row), "document");
    }
    let mut row = messages.clone();
    row.push((5, announced(300 << 20)));
    assert!(matches!(refusal(&mut laptop, &device.bundle_of(&row)), BundleError::TooLarge { .. }));
    assert!(!huge.is_empty());
}

#[test]
fn a_name_that_looks_like_a_path_is_only_a_name() {
    let (mut aigul, mut bek) = (Laptop::of("Aigul"), Laptop::of("Bek"));
    let content = b"#!/bin/sh\n";
    let hash = blake3::hash(content);
    let mut device = device();
    for (place, name) in
        ["../../../../tmp/escaped", "/etc/escaped", "C:\\escaped.exe", "a\0b", "work.entente-workspace"]
            .iter()
            .enumerate()
    {
        let owner = (1, id(1).into());
        let fields = [owner, (2, (*name).into()), (5, hash.to_hex().as_str().into()), (6, 10.into())];
        device.sets(id(20 + place as u8), 18, &fields);
    }
    let path = file(&bek, &with_document(&device, *hash.as_bytes(), 10, content));
    let before = names_in(bek.path().parent().expect("a folder"));
    bek.import(&path);
    assert_eq!(names_in(bek.path().parent().expect("a folder")), before);
    assert_eq!(bek.shown(id(20), "name"), "../../../../tmp/escaped");
    let saved = bek.file("where I say");
    bek.work().save_document(id(20), &saved).expect("saved");
    assert_eq!(std::fs::read(&saved).expect("read"), content);
    aigul.hear(&mut bek);
    aigul.prove_sound();
}
