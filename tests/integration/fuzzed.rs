//! What must hold of any bytes whatever: tried by the fuzzer (`tests/fuzz`), and here on the bytes it found worth keeping.

use std::cell::RefCell;
use std::fs;
use std::io::Cursor;
use std::path::PathBuf;

use entente_domain::bundle::{BundleError, Item, Reader};
use entente_domain::log::{BEFORE_THE_FIRST, DeviceKey, decode, encode};
use entente_domain::partial_date::PartialDate;
use entente_domain::workspace::{Error, FILE_ENDING, Identity, Mode, Seeded, Watch, Workspace};
use tempfile::TempDir;

/// The forms of a bundle that are read: its opening differs from one to the next.
const FORMS: [u8; 3] = [1, 2, 3];

/// A workspace that all tries of a process share: none of them may change it.
struct Scene {
    folder: TempDir,
    workspace: Workspace,
}

thread_local! {
    static SCENE: RefCell<Scene> = RefCell::new(Scene::new());
}

impl Scene {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let identity = Identity { officer: "Aigul".into(), device: "Laptop".into() };
        let path = folder.path().join(format!("work.{FILE_ENDING}"));
        let workspace = Workspace::create(&path, &identity, Box::new(Seeded::new(1, 0))).expect("made");
        Self { folder, workspace }
    }

    /// Shows what importing this file would do. A refusal must be of the bundle, and nothing may be changed.
    fn preview(&mut self, bundle: &[u8]) {
        let path = self.folder.path().join("received.entente");
        fs::write(&path, bundle).expect("written");
        let before = self.workspace.digest().expect("readable");
        match self.workspace.import(&path, Mode::Preview, &Watch::default()) {
            Ok(_) | Err(Error::Bundle(_)) => {}
            Err(other) => panic!("not a refusal of the bundle: {other:?}"),
        }
        assert_eq!(self.workspace.digest().expect("readable"), before);
    }
}

/// Any file is a bundle to its end, or refused.
pub(crate) fn bundle(bytes: &[u8]) {
    let read = || -> Result<(), BundleError> {
        let mut reader = Reader::open(Cursor::new(bytes))?;
        while reader.next_item()? != Item::End {}
        Ok(())
    };
    let _ = read();
}

/// Any file, be it sealed or a part of a bundle, can be shown, or is refused.
pub(crate) fn file(bytes: &[u8]) {
    SCENE.with_borrow_mut(|scene| scene.preview(bytes));
}

/// Any row of messages in a bundle that is rightly sealed can be shown, or is refused.
pub(crate) fn messages(bytes: &[u8]) {
    for form in FORMS {
        let sealed = seal(form, bytes);
        SCENE.with_borrow_mut(|scene| scene.preview(&sealed));
    }
}

/// Any bytes are a commit that can be written and read again, or refused.
pub(crate) fn commit(bytes: &[u8]) {
    let Ok((commit, _)) = decode(bytes, &BEFORE_THE_FIRST) else { return };
    let (again, _) =
        decode(&encode(&commit, [7; 16]), &BEFORE_THE_FIRST).expect("what was written can be read");
    assert_eq!(again, commit);
}

/// Any text is a date that can be written and read again, or none.
pub(crate) fn date(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let Ok(date) = text.parse::<PartialDate>() else { return };
    assert_eq!(date.to_string().parse(), Ok(date));
    assert_eq!(date.sort_key().trim_start_matches('X'), date.to_string());
}

/// Any text can be looked for.
pub(crate) fn search(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    SCENE.with_borrow(|scene| scene.workspace.search(&text, None, 10).expect("searched"));
}

/// A bundle of these messages, as a device that signs anything would make it.
fn seal(form: u8, messages: &[u8]) -> Vec<u8> {
    let frames = zstd::stream::encode_all(messages, 1).expect("zstd");
    let mut bytes = [b"ENTENTE\n".as_slice(), &[form, 0, 0, 0], &frames].concat();
    let key = DeviceKey::from_secret([1; 32]);
    let hash = blake3::hash(&bytes);
    let signature = key.sign(&[b"Entente bundle, form 1".as_slice(), hash.as_bytes()].concat());
    bytes.extend(key.public().as_bytes());
    bytes.extend(signature);
    bytes
}

/// Hands each kept file of a target to it.
#[cfg(test)]
fn replay(target: &str, try_with: impl Fn(&[u8])) {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fixtures/fuzz").join(target);
    let files = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut tried = 0;
    for file in files {
        let path = file.expect("an entry").path();
        println!("{}", path.display());
        try_with(&fs::read(path).expect("read"));
        tried += 1;
    }
    assert!(tried > 0, "nothing is kept for {target}");
}

#[test]
fn what_the_fuzzer_found_holds() {
    replay("bundle", bundle);
    replay("file", file);
    replay("messages", messages);
    replay("commit", commit);
    replay("date", date);
    replay("search", search);
}

#[test]
fn what_is_kept_of_messages_is_read_as_a_bundle_of_the_newest_form() {
    let kept = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fixtures/fuzz/messages/newest-form");
    let sealed = seal(FORMS[2], &fs::read(kept).expect("read"));
    let mut reader = Reader::open(Cursor::new(sealed)).expect("its opening is read");
    while reader.next_item().expect("and all that follows") != Item::End {}
}
