//! Files that the program writes where an officer says never take the place of a workspace, or of what is no file.

use std::fs;
use std::path::{Path, PathBuf};

use entente_domain::ids::RecordId;
use entente_domain::workspace::{
    Bundling, Error, Identity, Occasion, SMALLEST_PART, Seeded, Splitting, Watch, Workspace, write_file,
};

use crate::laptop::{JUNE_2026, Laptop};

/// A way in which the program writes a file.
type Way = fn(&mut Laptop, RecordId, &Path) -> Result<(), Error>;

/// Every way there is: a new one gets a line here. The first part of the bundle gets the name `big1…` that is asked for.
const WAYS: [(&str, Way); 4] = [
    ("a page", |_, _, path| write_file(path, b"%PDF-1.7")),
    ("a document", |laptop, document, path| laptop.work().save_document(document, path)),
    ("a bundle", |laptop, _, path| export(laptop, path, None)),
    ("a bundle in parts", |laptop, _, path| {
        let rest = path.file_name().and_then(|name| name.to_str()?.strip_prefix("big1")).expect("so named");
        export(laptop, &path.with_file_name("big"), Some(format!("{{number}}{rest}")))
    }),
];

fn export(laptop: &mut Laptop, path: &Path, part: Option<String>) -> Result<(), Error> {
    let splitting = part.map(|name| Splitting { limit: SMALLEST_PART, name });
    let bundling = Bundling { splitting, ..Bundling::default() };
    laptop.work().export(path, &bundling, &Watch::default()).map(drop)
}

/// A laptop with a document that is larger than a part.
fn laptop() -> (Laptop, RecordId) {
    let mut laptop = Laptop::of("Aigul");
    let owner = laptop.add("agreement", &[("title", "Exchange")]);
    let scan = laptop.file("scan.pdf");
    let mut content = [0; 200_000];
    blake3::Hasher::new().finalize_xof().fill(&mut content);
    fs::write(&scan, content).expect("written");
    let attached = laptop.work().attach(owner, &scan, None).expect("attached");
    let document = attached.records.iter().find(|(_, kind)| kind.name() == "document").expect("a document").0;
    (laptop, document)
}

/// Another workspace, closed, of this name.
fn workspace(path: &Path) {
    let identity = Identity { officer: "Bek".into(), device: "laptop".into() };
    drop(Workspace::create(path, &identity, Box::new(Seeded::new(2, JUNE_2026))).expect("made"));
}

/// What must stay as it is, and how it is told.
fn obstacles(laptop: &Laptop) -> Vec<(PathBuf, &'static str)> {
    let file = |name: &str| laptop.file(name);
    let bytes = |name: &str, bytes: &[u8]| {
        fs::write(file(name), bytes).expect("written");
        file(name)
    };
    workspace(&file("big1.entente-workspace"));
    fs::rename(file("big1.entente-workspace"), file("big1.bak")).expect("renamed");
    workspace(&file("big1.entente-workspace"));
    fs::create_dir(file("big1.folder")).expect("made");
    let mut obstacles = vec![
        (file("big1.entente-workspace"), "workspace"),
        (file("big1.bak"), "workspace"),
        (bytes("big1.ENTENTE-WORKSPACE", b"damaged"), "workspace"),
        (file("big1.bak-wal"), "workspace"),
        (file("big1.bak-journal"), "workspace"),
        (bytes("big1.bak-shm", b""), "workspace"),
        (bytes("big1.bak.lock", b""), "workspace"),
        (file("big1.folder"), "no file"),
    ];
    #[cfg(unix)]
    {
        let link = |name: &str, to: PathBuf| {
            std::os::unix::fs::symlink(to, file(name)).expect("linked");
            file(name)
        };
        obstacles.push((link("big1.link", file("big1.bak")), "workspace"));
        obstacles.push((link("big1.null", "/dev/null".into()), "no file"));
        obstacles.push((link("big1.nowhere", file("nowhere")), "no file"));
    }
    obstacles
}

#[test]
fn nothing_is_written_over_a_workspace_or_over_what_is_no_file() {
    let (mut laptop, document) = laptop();
    let mut obstacles = obstacles(&laptop);
    obstacles.push((laptop.path(), "workspace"));
    let files = laptop.files();
    for (path, expected) in obstacles {
        let before = fs::read(&path).ok();
        let own = path == laptop.path();
        for (way, write) in WAYS.iter().filter(|(way, _)| !own || !way.ends_with("parts")) {
            let told = match write(&mut laptop, document, &path) {
                Err(Error::OverWorkspace(_)) => "workspace",
                Err(Error::NotAFile(_)) => "no file",
                other => panic!("{way} over {}: {other:?}", path.display()),
            };
            assert_eq!(told, expected, "{way} over {}", path.display());
            assert_eq!(laptop.files(), files, "{way} over {}", path.display());
        }
        assert!(own || fs::read(&path).ok() == before, "{}", path.display());
    }
    laptop.reopen();
    laptop.prove_sound();
}

#[test]
fn what_is_written_replaces_a_file_and_is_found_behind_a_link() {
    let (mut laptop, document) = laptop();
    for (way, write) in &WAYS[..3] {
        let path = laptop.file("out");
        fs::write(&path, b"older").expect("written");
        #[cfg(unix)]
        let path = {
            let link = laptop.file("link");
            let _ = fs::remove_file(&link);
            std::os::unix::fs::symlink(&path, &link).expect("linked");
            link
        };
        write(&mut laptop, document, &path).expect(way);
        assert_ne!(fs::read(laptop.file("out")).expect("read"), b"older", "{way}");
        #[cfg(unix)]
        assert!(fs::symlink_metadata(&path).expect("there").is_symlink(), "{way}");
    }
}

#[test]
fn an_unfinished_file_that_is_there_is_somebodys_and_stays() {
    let (mut laptop, document) = laptop();
    let theirs = laptop.file("out.pdf.unfinished");
    fs::write(&theirs, b"mine").expect("written");
    for (way, write) in &WAYS[..3] {
        let path = laptop.file("out.pdf");
        write(&mut laptop, document, &path).expect(way);
        assert_eq!(fs::read(&theirs).expect("read"), b"mine", "{way}");
    }
    assert!(!laptop.files().iter().any(|name| name.ends_with(".2.unfinished")));
}

#[test]
fn a_folder_that_is_not_there_is_told_as_that() {
    let (mut laptop, document) = laptop();
    let path = PathBuf::from(format!("{}/", laptop.file("nowhere").display()));
    for (way, write) in &WAYS[..3] {
        let refused = write(&mut laptop, document, &path).expect_err(way);
        assert!(
            matches!(&refused, Error::File { source, .. } if source.kind() == std::io::ErrorKind::NotFound),
            "{way}: {refused:?}"
        );
    }
    assert!(!laptop.files().contains(&"nowhere".into()));
}

#[test]
fn a_copy_takes_no_other_copys_place() {
    let (mut laptop, _) = laptop();
    let backups = laptop.work().backups().expect("readable");
    for _ in 0..3 {
        backups.make(Occasion::Asked, JUNE_2026, &Watch::default()).expect("made");
    }
    assert_eq!(backups.list().expect("listed").len(), 3);
}
