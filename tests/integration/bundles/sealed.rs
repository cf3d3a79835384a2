//! Sealed bundles: those they are for read them, everybody else learns nothing but what was needed.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use entente_domain::bundle::{BundleError, Passphrase, Sealed, Sealing};
use entente_domain::ids::DeviceId;
use entente_domain::log::PublicKey;
use entente_domain::workspace::{Bundling, Error, Mode, Received, Seal, Watch};

use super::forge::Device;
use super::{file, is_malformed, laptop, refusal};
use crate::laptop::Laptop;

const PASSPHRASE: &str = "шесть слов для одной поездки";

/// A bundle with everything, so.
fn export(laptop: &mut Laptop, bundling: &Bundling) -> PathBuf {
    let path = laptop.file("sealed.entente");
    laptop.work().export(&path, bundling, &Watch::default()).expect("exported");
    path
}

fn for_devices(recipients: Vec<DeviceId>) -> Bundling {
    Bundling { recipients, ..Bundling::default() }
}

fn by_passphrase() -> Bundling {
    Bundling { seal: Seal::Passphrase(Passphrase::new(PASSPHRASE.into())), ..Bundling::default() }
}

/// Laptops that have heard of each other.
fn acquainted() -> [Laptop; 3] {
    let mut laptops = ["Aigul", "Bek", "Cheng"].map(Laptop::of);
    for laptop in &mut laptops {
        laptop.add("tag", &[("name", "here")]);
    }
    let bundles: Vec<_> = laptops.iter_mut().map(Laptop::export).collect();
    for laptop in &mut laptops {
        bundles.iter().for_each(|bundle| drop(laptop.import(bundle)));
    }
    laptops
}

fn id_of(laptop: &mut Laptop) -> DeviceId {
    laptop.work().device()
}

#[test]
fn a_sealed_bundle_opens_for_those_it_is_for_and_for_its_sender_and_tells_others_whom_it_is_for() {
    let [mut aigul, mut bek, mut cheng] = acquainted();
    let university = aigul.add("institution", &[("name", "Osh State University")]);
    let bundle = {
        let bek = id_of(&mut bek);
        export(&mut aigul, &for_devices(vec![bek]))
    };
    assert_eq!(bek.import(&bundle).opening.recipients, [id_of(&mut bek)]);
    assert_eq!(bek.shown(university, "name"), "Osh State University");
    assert_eq!(aigul.import(&bundle).new_commits, 0, "one’s own");
    let mut expected = [id_of(&mut aigul), id_of(&mut bek)];
    expected.sort();
    match cheng.refusal(&bundle) {
        BundleError::SealedForOthers { mut known, others: 0 } => {
            known.sort();
            assert_eq!(known, expected, "whoever knows them can name them");
        }
        other => panic!("{other:?}"),
    }
    match Laptop::of("Stranger").refusal(&bundle) {
        BundleError::SealedForOthers { known, others: 2 } => assert_eq!(known, [], "and nobody else"),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_bundle_sealed_by_a_passphrase_opens_by_it_alone() {
    let (mut aigul, mut bek) = (laptop(), Laptop::of("Bek"));
    let bundle = export(&mut aigul, &by_passphrase());
    assert!(matches!(bek.refusal(&bundle), BundleError::PassphraseWanted));
    let mut import = |typed: &str| {
        let passphrase = Passphrase::new(typed.into());
        let bundle = Received { path: &bundle, passphrase: Some(&passphrase) };
        bek.work().import(bundle, Mode::Apply, &Watch::default())
    };
    let wrong = import("шесть слов для другой поездки");
    assert!(matches!(wrong, Err(Error::Bundle(BundleError::WrongPassphrase))), "{wrong:?}");
    assert!(import(PASSPHRASE).expect("imported").new_commits > 0);
    assert_eq!(bek.digest(), aigul.digest());
}

#[test]
fn a_passphrase_anyone_could_guess_or_a_device_nobody_knows_is_refused_and_leaves_no_file() {
    let mut aigul = laptop();
    let short = Bundling { seal: Seal::Passphrase(Passphrase::new("short".into())), ..Bundling::default() };
    let before = aigul.files();
    let path = aigul.file("sealed.entente");
    let refused = aigul.work().export(&path, &short, &Watch::default());
    assert!(matches!(refused, Err(Error::ShortPassphrase { .. })), "{refused:?}");
    let refused = aigul.work().export(&path, &for_devices(vec![Device::new(9).id()]), &Watch::default());
    assert!(matches!(refused, Err(Error::UnknownDevice(_))), "{refused:?}");
    assert_eq!(aigul.files(), before);
}

#[test]
fn nothing_of_a_sealed_bundle_is_readable_at_any_instant() {
    const NAME: &str = "Institute that nobody may hear of";
    let [mut aigul, mut bek, _] = acquainted();
    let owner = aigul.add("institution", &[("name", NAME)]);
    let content: Vec<u8> =
        (0..4_000_000_u32).flat_map(|n| n.wrapping_mul(2_654_435_761).to_le_bytes()).collect();
    let scan = aigul.file("scan.pdf");
    fs::write(&scan, &content).expect("written");
    aigul.work().attach(owner, &scan, None).expect("attached");
    fs::remove_file(scan).expect("removed");
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("sealed.entente");
    let bek = id_of(&mut bek);
    let done = AtomicBool::new(false);
    let seen = thread::scope(|scope| {
        let watching = scope.spawn(|| {
            let mut seen = 0;
            while !done.load(Ordering::Relaxed) {
                seen += readable(folder.path(), &[NAME.as_bytes(), &content[..64], &frame()]);
            }
            seen
        });
        aigul.work().export(&path, &for_devices(vec![bek]), &Watch::default()).expect("exported");
        done.store(true, Ordering::Relaxed);
        watching.join().expect("nothing was readable")
    });
    assert!(seen > 0, "files were looked at while they were written");
    assert_eq!(readable(folder.path(), &[NAME.as_bytes(), &content[..64], &frame()]), 1);
}

/// How a zstd frame begins: nothing of the bundle’s own form may be seen either.
fn frame() -> [u8; 4] {
    0xFD2F_B528_u32.to_le_bytes()
}

/// Looks for words in all files of a folder, and returns how many files those are. Only what stands at the beginning is
/// asked for the short one: four bytes may be found anywhere by chance.
fn readable(folder: &Path, words: &[&[u8]]) -> usize {
    let files = fs::read_dir(folder).expect("a folder").filter_map(|entry| fs::read(entry.ok()?.path()).ok());
    let mut count = 0;
    for file in files {
        for word in words {
            let range = if word.len() < 8 { &file[..file.len().min(64)] } else { &file[..] };
            assert!(!range.windows(word.len()).any(|found| found == *word), "readable: {word:?}");
        }
        count += 1;
    }
    count
}

/// A bundle for this laptop, with its bytes after the header.
fn sealed_for(laptop: &mut Laptop, content: &[u8]) -> Vec<u8> {
    let own = fs::read(laptop.export()).expect("read");
    let key = PublicKey::from_bytes(&own[own.len() - 96..own.len() - 64]).expect("a key");
    let mut sealed = Sealed::new(Vec::new(), &Sealing::Devices(vec![key]), [7; 16]).expect("begun");
    sealed.write_all(content).expect("written");
    sealed.finish().expect("ended")
}

#[test]
fn a_sealed_bundle_cut_off_or_altered_anywhere_is_refused() {
    let mut laptop = laptop();
    let plain = fs::read(laptop.export()).expect("read");
    let sealed = sealed_for(&mut laptop, &plain);
    for length in (12..sealed.len()).step_by(41).chain([sealed.len() - 1]) {
        refusal(&mut laptop, &sealed[..length]);
    }
    // The hints, 12 to 33, tell whom it is for, and are no part of what is read.
    for at in (34..sealed.len()).step_by(41).chain([sealed.len() - 1]) {
        let mut altered = sealed.clone();
        altered[at] ^= 1;
        refusal(&mut laptop, &altered);
    }
    refusal(&mut laptop, &[sealed.as_slice(), b"x"].concat());
}

#[test]
fn what_is_sealed_rightly_is_verified_all_the_same() {
    let mut laptop = laptop();
    let mut plain = fs::read(laptop.export()).expect("read");
    let at = plain.len() / 2;
    plain[at] ^= 1;
    let altered = sealed_for(&mut laptop, &plain);
    assert!(matches!(refusal(&mut laptop, &altered), BundleError::BrokenSeal));
    plain[at] ^= 1;
    let once = sealed_for(&mut laptop, &plain);
    let twice = sealed_for(&mut laptop, &once);
    is_malformed(&mut laptop, &twice, "sealed twice");
    let nothing = sealed_for(&mut laptop, b"");
    assert!(matches!(refusal(&mut laptop, &nothing), BundleError::NotABundle));
}

/// What stands before the age file, for so many devices.
fn header(devices: u16) -> Vec<u8> {
    let hints = vec![0; if devices == 0 { 0 } else { 16 + 4 * usize::from(devices) }];
    [b"ENTENTE\n".as_slice(), &[3, 0, 1, 0], &devices.to_le_bytes(), &hints].concat()
}

#[test]
fn a_head_that_asks_for_too_much_is_refused_by_name() {
    let mut laptop = laptop();
    is_malformed(&mut laptop, &header(501), "500 devices");
    is_malformed(&mut laptop, &header(500)[..90], "within its header");
    let stanza = "-> X25519 CJM36AHmTbdHSuOQL+NESqyVQE75f2e610iRdLPEN20\n\
                  C3ZAeY64NXS4QFrksLm3EGz+uPRyI0eQsWw7LWbbYig\n";
    let endless = format!("age-encryption.org/v1\n{}", stanza.repeat(2_000));
    is_malformed(&mut laptop, &[header(1), endless.into_bytes()].concat(), "does not end");
    let work = |log_n: &str| {
        let head = format!(
            "age-encryption.org/v1\n-> scrypt bBjlhJVYZeE4aqUdmtRHfw {log_n}\n\
             ZV/AhotwSGqaPCU43cepl4WYUouAa17a3xpu4G2yi5k\n\
             --- fgMiVLJHMlg9fW7CVG/hPS5EAU4Zeg19LyCP7SoH5nA\n"
        );
        [header(0), head.into_bytes(), vec![0; 200]].concat()
    };
    let passphrase = Passphrase::new(PASSPHRASE.into());
    for (log_n, asked) in [("19", 19), ("63", 63)] {
        let path = file(&laptop, &work(log_n));
        let bundle = Received { path: &path, passphrase: Some(&passphrase) };
        match laptop.work().import(bundle, Mode::Preview, &Watch::default()) {
            Err(Error::Bundle(BundleError::TooMuchWork { asked: told, limit: 18 })) => {
                assert_eq!(told, asked)
            }
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn a_head_without_a_last_line_is_not_read_to_the_end_of_a_large_file() {
    let mut laptop = laptop();
    let path = file(&laptop, &[header(1).as_slice(), b"age-encryption.org/v1\n--- "].concat());
    let sparse = File::options().append(true).open(&path).expect("opened");
    sparse.set_len(1 << 34).expect("a file of 16 GiB that takes no room");
    let refused = laptop.refusal(&path);
    assert!(matches!(refused, BundleError::Malformed(why) if why.contains("cannot be read")), "{refused:?}");
}
