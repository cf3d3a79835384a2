//! Bundles: taken in, made, and how large they are.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use entente_domain::workspace::{Bundling, Error, Import, Mode, Watch, Workspace};

use super::raw;
use super::search_index;
use crate::clock::timed;
use crate::generate::{Known, Laptop, change_every};
use crate::report::{Bytes, Row};
use crate::scene::Scene;

/// How often what is held against something else is done; the shortest time counts.
const TIMES: usize = 3;

/// Where the full bundle lies in the scene's folder.
pub(super) const BUNDLE: &str = "full.entente";

/// Where a workspace made of it lies.
const IMPORTED: &str = "imported.entente-workspace";

/// Writes the full bundle into the scene's folder.
pub(crate) fn make_bundle(scene: &mut Scene) -> Result<(), Error> {
    let bundle = scene.path(BUNDLE);
    scene.workspace().export(&bundle, &Bundling::default(), &Watch::default()).map(drop)
}

/// The rows about bundles.
pub(crate) fn rows(scene: &mut Scene, known: &Known) -> Result<Vec<Row>, Box<dyn std::error::Error>> {
    let bundle = scene.path(BUNDLE);
    let mut export = Duration::MAX;
    for _ in 0..TIMES {
        let (exported, time) = timed(|| make_bundle(scene));
        exported?;
        export = export.min(time);
    }
    let imported = scene.path(IMPORTED);
    let (silent, _) = fresh(scene, &bundle, &imported, Search::Silent)?;
    let (import, raw) = fresh(scene, &bundle, &imported, Search::Fed)?;
    let what = "Import of a full bundle into an empty workspace";
    let mut rows = vec![
        Row::times(&format!("{what}, without the search index"), silent, raw, 2.0),
        Row::times(&format!("{what}, with it"), import, raw, 3.5),
        again(&bundle, &imported, raw)?,
    ];
    rows.extend(tenth(scene, known, &imported)?);
    rows.push(Row::times("Export of everything", export, raw, 1.0));
    rows.extend(sizes(scene)?);
    fs::remove_file(imported)?;
    Ok(rows)
}

/// Whether a workspace keeps the words it is found by.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Search {
    Fed,
    Silent,
}

impl Search {
    /// Takes the index out of a workspace that is to be without.
    fn prepare(self, workspace: &Path) -> rusqlite::Result<()> {
        match self {
            Self::Fed => Ok(()),
            Self::Silent => search_index::silence(workspace),
        }
    }
}

/// Imports into an empty workspace and inserts the same rows raw, each several times.
fn fresh(
    scene: &Scene,
    bundle: &Path,
    imported: &Path,
    search: Search,
) -> Result<(Duration, Duration), Box<dyn std::error::Error>> {
    let (mut import, mut raw) = (Duration::MAX, Duration::MAX);
    for time in 0..TIMES {
        let folder = scene.path(&format!("fresh-{time}"));
        fs::create_dir_all(&folder)?;
        let mut laptop = Laptop::new(&folder, 7, "Lena Hoffmann", "Wien")?;
        search.prepare(laptop.workspace.path())?;
        let (done, took) = timed(|| laptop.workspace.import(bundle, Mode::Apply, &Watch::default()));
        done?;
        import = import.min(took);
        let file = laptop.workspace.path().to_path_buf();
        drop(laptop);
        raw = raw.min(raw::insert(&file, &folder.join("raw"))?);
        fs::rename(file, imported)?;
        fs::remove_dir_all(folder)?;
    }
    Ok((import, raw))
}

fn import(workspace: &mut Workspace, bundle: &Path) -> (Result<Import, Error>, Duration) {
    timed(|| workspace.import(bundle, Mode::Apply, &Watch::default()))
}

/// The same bundle again: nothing may be written, neither into the file nor into the log beside it.
fn again(bundle: &Path, imported: &Path, raw: Duration) -> Result<Row, Box<dyn std::error::Error>> {
    let mut workspace = Scene::open(imported)?;
    let before = pages(imported)?;
    let mut shortest = Duration::MAX;
    for _ in 0..TIMES {
        let (done, took) = import(&mut workspace, bundle);
        done?;
        shortest = shortest.min(took);
    }
    let untouched = before == pages(imported)?;
    let what = match untouched {
        true => "The same bundle again (no page was written)",
        false => "The same bundle again (PAGES WERE WRITTEN)",
    };
    Ok(Row::times(what, shortest, raw, 0.25))
}

/// The hash of a workspace's file and the length of the log beside it.
fn pages(workspace: &Path) -> std::io::Result<(u64, u64)> {
    let mut hash = std::hash::DefaultHasher::new();
    std::hash::Hash::hash(&fs::read(workspace)?, &mut hash);
    let log = PathBuf::from(format!("{}-wal", workspace.display()));
    Ok((std::hash::Hasher::finish(&hash), fs::metadata(log).map_or(0, |log| log.len())))
}

/// A colleague changes one record in so many and sends everything: the bundle, in this folder, and how many were changed.
pub(super) fn changed_by_colleague(
    scene: &Scene,
    folder: &Path,
    known: &Known,
    step: usize,
) -> Result<(PathBuf, usize), Box<dyn std::error::Error>> {
    let mut colleague = Laptop::new(folder, 6, "Thomas Wright", "Leeds")?;
    import(&mut colleague.workspace, &scene.path(BUNDLE)).0?;
    let changed = change_every(step, &mut colleague, known)?;
    let bundle = folder.join("changed.entente");
    colleague.workspace.export(&bundle, &Bundling::default(), &Watch::default())?;
    Ok((bundle, changed))
}

/// Of what a colleague sends, a tenth is changed.
fn tenth(scene: &Scene, known: &Known, imported: &Path) -> Result<[Row; 2], Box<dyn std::error::Error>> {
    let folder = scene.path("colleague");
    fs::create_dir_all(&folder)?;
    let (bundle, changed) = changed_by_colleague(scene, &folder, known, 10)?;
    let row = |search, told| -> Result<Row, Box<dyn std::error::Error>> {
        let (update, raw, rows) = changed_again(&folder, &bundle, imported, search)?;
        let what = format!("A bundle that changes {changed} records of the rest ({rows} rows), {told}");
        Ok(Row::times(&what, update, raw, 1.4))
    };
    let rows = [row(Search::Silent, "without the search index")?, row(Search::Fed, "with it")?];
    fs::remove_dir_all(&folder)?;
    Ok(rows)
}

/// Imports into a workspace that has the rest, and blindly writes what that changed, each several times. Says how many
/// rows it were.
fn changed_again(
    folder: &Path,
    bundle: &Path,
    imported: &Path,
    search: Search,
) -> Result<(Duration, Duration, usize), Box<dyn std::error::Error>> {
    let (after, blind) = (folder.join("after"), folder.join("blind"));
    let (mut shortest, mut raw, mut written) = (Duration::MAX, Duration::MAX, 0);
    for _ in 0..TIMES {
        fs::copy(imported, &after)?;
        search.prepare(&after)?;
        let mut workspace = Scene::open(&after)?;
        let (done, took) = import(&mut workspace, bundle);
        done?;
        drop(workspace);
        fs::copy(imported, &blind)?;
        let (blindly, rows) = raw::update(&blind, &after)?;
        (shortest, raw, written) = (shortest.min(took), raw.min(blindly), rows);
    }
    Ok((shortest, raw, written))
}

fn sizes(scene: &Scene) -> Result<[Row; 2], Box<dyn std::error::Error>> {
    let text = super::size::text(&scene.path(BUNDLE))?;
    let bundle = Bytes(fs::metadata(scene.path(BUNDLE))?.len());
    let workspace = super::size::without_search(&scene.path(IMPORTED))?;
    Ok([
        Row::times("Size of the bundle, of the text it carries", bundle, text, 0.4),
        Row::times("Size of the workspace without search, of the text it holds", workspace, text, 3.0),
    ])
}
