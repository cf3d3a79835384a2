//! Whatever stands in the folder does no harm: it is left as it is, told, and tried again when it changes.

use entente_domain::bundle::{Item, Reader, Writer};
use entente_domain::log::DeviceKey;
use entente_domain::workspace::{Bundling, Seal};

use super::*;

/// What is done with a good file of Bek's to make it something else, under a name that is free.
type Made = fn(&mut Laptop, &Path, &[u8]);

fn written(path: &Path, bytes: &[u8]) {
    fs::write(path, bytes).expect("written");
}

#[rustfmt::skip]
const CASES: &[(&str, Made, Standing)] = &[
    ("empty",                        |_, path, _| written(path, b""),                              Standing::Foreign),
    ("a letter",                     |_, path, _| written(path, b"Dear colleague,\n"),             Standing::Foreign),
    ("zeros of the right size",      |_, path, good| written(path, &vec![0; good.len()]),          Standing::Foreign),
    ("cut off within the header",    |_, path, good| written(path, &good[..40]),                   Standing::Broken),
    ("cut off in the middle",        |_, path, good| written(path, &good[..good.len() / 2]),       Standing::Broken),
    ("cut off before the last byte", |_, path, good| written(path, &good[..good.len() - 1]),       Standing::Broken),
    ("followed by zeros",            |_, path, good| written(path, &[good, &[0; 512]].concat()),   Standing::Broken),
    ("altered",                      altered,                                                      Standing::Broken),
    ("of a newer program",           newer,                                                        Standing::Newer),
    ("sealed for others",            sealed_for_others,                                            Standing::SealedForOthers),
    ("sealed by a passphrase",       sealed_by_passphrase,                                         Standing::Passphrase),
    ("one part of several",          one_part,                                                     Standing::PartsMissing),
    ("a folder",                     |_, path, _| fs::create_dir(path).expect("made"),             Standing::NotAFile),
    ("larger than is read",          huge,                                                         Standing::Huge),
    ("by a stranger's hand",         by_a_stranger,                                                Standing::Waits),
    ("a whole conflicted copy",      |_, path, good| written(path, good),                          Standing::Read),
];

#[test]
fn whatever_stands_there_is_left_as_it_is_and_told() {
    for (what, make, expected) in CASES {
        let folder = folder();
        let mut laptops = laptops(folder.path(), ["Aigul", "Bek"]);
        all_look(&mut laptops);
        let [aigul, bek] = &mut laptops;
        let good = fs::read(folder.path().join(file_of(bek, folder.path()))).expect("readable");
        let name = format!("Bek (conflicted copy) {what}.entente");
        make(bek, &folder.path().join(&name), &good);
        let (still, before) = (listing(folder.path()), all_known(aigul));
        assert!(!look(aigul).arrived, "{what}");
        assert_eq!(standing(aigul, &name), Some(*expected), "{what}");
        assert_eq!(all_known(aigul), before, "{what}: nothing changed");
        assert_eq!(listing(folder.path()), still, "{what}: left as it is");
        // The others go on.
        let seen = bek.add("institution", &[("name", "Osh")]);
        look(bek);
        assert!(look(aigul).arrived, "{what}");
        assert!(aigul.is_live(seen), "{what}");
    }
}

#[test]
fn what_was_not_whole_is_taken_in_once_it_is() {
    let folder = folder();
    let mut laptops = laptops(folder.path(), ["Aigul", "Bek"]);
    all_look(&mut laptops);
    let [aigul, bek] = &mut laptops;
    let seen = bek.add("institution", &[("name", "Osh")]);
    let name = look(bek).put.expect("written").name;
    let path = folder.path().join(&name);
    let whole = fs::read(&path).expect("readable");
    for part in [0, 7, 200, whole.len() / 2, whole.len() - 1] {
        written(&path, &whole[..part]);
        assert!(!look(aigul).arrived);
        assert!(standing(aigul, &name).expect("told").is_trouble());
    }
    written(&path, &whole);
    assert!(look(aigul).arrived);
    assert!(aigul.is_live(seen));
    assert_eq!(standing(aigul, &name), Some(Standing::Read));
}

#[test]
fn a_file_of_unchanged_size_and_time_is_tried_again_when_asked() {
    let folder = folder();
    let mut laptops = laptops(folder.path(), ["Aigul", "Bek"]);
    all_look(&mut laptops);
    let [aigul, bek] = &mut laptops;
    bek.add("institution", &[("name", "Osh")]);
    let path = folder.path().join(look(bek).put.expect("written").name);
    let whole = fs::read(&path).expect("readable");
    let time = fs::metadata(&path).and_then(|metadata| metadata.modified()).expect("a time");
    let set = |bytes: &[u8]| {
        written(&path, bytes);
        fs::File::options().append(true).open(&path).and_then(|file| file.set_modified(time)).expect("set");
    };
    set(&vec![0; whole.len()]);
    look(aigul);
    set(&whole);
    assert!(!look(aigul).arrived, "nothing tells that it has changed");
    assert!(aigul.work().look_in_folder(true, &Watch::default()).expect("looked").arrived);
}

#[cfg(unix)]
#[test]
fn a_link_is_not_followed() {
    let folder = folder();
    let mut laptops = laptops(folder.path(), ["Aigul", "Bek"]);
    let [aigul, bek] = &mut laptops;
    let elsewhere = bek.export();
    std::os::unix::fs::symlink(elsewhere, folder.path().join("link.entente")).expect("linked");
    std::os::unix::fs::symlink("nowhere", folder.path().join("dangling.entente")).expect("linked");
    look(aigul);
    for name in ["link.entente", "dangling.entente"] {
        assert_eq!(standing(aigul, name), Some(Standing::NotAFile));
    }
}

#[test]
fn carriers_notes_and_other_files_are_not_even_looked_at() {
    let folder = folder();
    let mut laptops = laptops(folder.path(), ["Aigul", "Bek"]);
    all_look(&mut laptops);
    for name in
        [".stfolder", ".syncthing.Bek.entente.tmp", "._Bek.entente", "Thumbs.db", "notes.txt", "~a.entente"]
    {
        written(&folder.path().join(name), b"whatever");
    }
    let files = laptops[0].work().folder_files().expect("readable");
    look(&mut laptops[0]);
    assert_eq!(laptops[0].work().folder_files().expect("readable"), files);
}

/// The names in a folder, and the sizes of what stands there.
fn listing(folder: &Path) -> Vec<(String, u64)> {
    let size = |name: String| {
        let bytes = fs::symlink_metadata(folder.join(&name)).expect("there").len();
        (name, bytes)
    };
    names_in(folder).into_iter().map(size).collect()
}

fn altered(_: &mut Laptop, path: &Path, good: &[u8]) {
    let mut bytes = good.to_vec();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    written(path, &bytes);
}

fn newer(_: &mut Laptop, path: &Path, good: &[u8]) {
    let mut bytes = good.to_vec();
    bytes[8..10].copy_from_slice(&999_u16.to_le_bytes());
    written(path, &bytes);
}

fn sealed_for_others(bek: &mut Laptop, path: &Path, _: &[u8]) {
    let own = bek.work().device();
    let bundling = Bundling { recipients: vec![own], ..Bundling::default() };
    bek.work().export(path, &bundling, &Watch::default()).expect("exported");
}

fn sealed_by_passphrase(bek: &mut Laptop, path: &Path, _: &[u8]) {
    let passphrase = entente_domain::bundle::Passphrase::new("twelve letters".into());
    let bundling = Bundling { seal: Seal::Passphrase(passphrase), ..Bundling::default() };
    bek.work().export(path, &bundling, &Watch::default()).expect("exported");
}

fn one_part(bek: &mut Laptop, path: &Path, _: &[u8]) {
    use entente_domain::workspace::Splitting;
    bek.add("institution", &[("name", "Large"), ("note", &noise(1, 90))]);
    let whole = bek.file("parts.entente");
    let splitting = Some(Splitting { limit: 1, name: " part {number} of {count}".into() });
    let exported =
        bek.work().export(&whole, &Bundling { splitting, ..Bundling::default() }, &Watch::default());
    fs::copy(&exported.expect("exported").files[0], path).expect("copied");
    bek.undo();
}

fn huge(_: &mut Laptop, path: &Path, _: &[u8]) {
    fs::File::create(path).and_then(|file| file.set_len(3 << 30)).expect("a sparse file");
}

/// Bek's commits with one more that is not his, under a stranger's seal: the stranger is not known, whatever he says.
fn by_a_stranger(bek: &mut Laptop, path: &Path, _: &[u8]) {
    let stranger = DeviceKey::from_secret([66; 32]);
    let bundle = bek.export();
    let mut reader = Reader::open(fs::File::open(bundle).expect("a bundle")).expect("a sound one");
    let mut opening = reader.opening().clone();
    opening.sender = stranger.public().device();
    let mut writer = Writer::new(Vec::new(), &opening).expect("written");
    loop {
        match reader.next_item().expect("readable") {
            Item::Device(head) => writer.device(&head).expect("written"),
            Item::Run(run) => writer.run(run).expect("written"),
            Item::Commit(bytes) => writer.commit(bytes).expect("written"),
            Item::Document(..) | Item::Piece(_) => panic!("a bundle without documents"),
            Item::End => break,
        }
    }
    written(path, &writer.finish(&stranger).expect("written").0);
}
