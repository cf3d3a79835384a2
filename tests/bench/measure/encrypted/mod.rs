//! What encryption of its file costs a workspace: the same bundle taken in, the same looked at and saved, in a plain file
//! and in an encrypted one.

mod beneath;

use std::path::{Path, PathBuf};
use std::time::Duration;

use entente_domain::kinds::Kind;
use entente_domain::store::Query;
use entente_domain::workspace::{Bundling, Error, Mode, Watch, Workspace};

use super::exchange::BUNDLE;
use super::{reading, saving};
use crate::Failure;
use crate::clock::{Times, timed};
use crate::generate::{Known, Laptop};
use crate::report::Row;
use crate::scene::Scene;
use beneath::{Encryption, FOLDER};

/// How often each is done; the shortest time counts.
const TIMES: usize = 3;

/// How many saves there are of each.
const SAVES: usize = 600;

/// How many records of a kind are looked at.
const RECORDS: usize = 200;

/// A workspace made of the bundle, in the folder of its kind.
const COPY: &str = "copy.entente-workspace";

/// The shortest or usual times of a plain file and of an encrypted one.
struct Pair([Duration; 2]);

impl Pair {
    /// Does something with each of two, in turn, some times over.
    fn of<T>(
        both: &mut [T; 2],
        mut work: impl FnMut(&mut T) -> Result<Duration, Failure>,
    ) -> Result<Self, Failure> {
        let mut shortest = [Duration::MAX; 2];
        for _ in 0..TIMES {
            for (one, shortest) in both.iter_mut().zip(&mut shortest) {
                *shortest = work(one)?.min(*shortest);
            }
        }
        Ok(Self(shortest))
    }

    fn row(&self, what: &str, limit: f64) -> Row {
        let [plain, encrypted] = self.0;
        Row::times(&format!("Encrypted workspace: {what}"), encrypted, plain, limit)
    }
}

/// The rows about encryption.
pub(crate) fn rows(scene: &mut Scene, known: &Known) -> Result<Vec<Row>, Failure> {
    let _encryption = Encryption::begin()?;
    let bundle = scene.path(BUNDLE);
    let folders = ["plain", FOLDER].map(|folder| scene.path(folder));
    let import = Pair::of(&mut folders.clone(), |folder| import(folder, &bundle))?;
    let mut files = files(&folders)?;
    let open = Pair::of(&mut files, |file| in_time(|| Scene::open(file)))?;
    let look = Pair::of(&mut files, |file| {
        let workspace = Scene::open(file)?;
        in_time(|| look(&workspace, known))
    })?;
    let [plain, encrypted] = files.map(|file| Scene::open(&file));
    let mut both = [plain?, encrypted?];
    let save = Pair(saves(&mut both, known)?.map(|times| times.percentile(50)));
    let out = scene.path("out.entente");
    let export = Pair::of(&mut both, |workspace| {
        in_time(|| workspace.export(&out, &Bundling::default(), &Watch::default()))
    })?;
    drop(both);
    folders.iter().try_for_each(std::fs::remove_dir_all)?;
    Ok(vec![
        import.row("import of a full bundle", 2.0),
        export.row("export of everything", 2.0),
        look.row("looks at lists, pages and what is searched for, just opened", 1.25),
        save.row(&format!("a save (p50 of {SAVES})"), 1.25),
        Row::told("Encrypted workspace: opening it, with a look at every page", open.0[1]),
    ])
}

/// The files in these folders, of which the second is encrypted.
fn files(folders: &[PathBuf; 2]) -> Result<[PathBuf; 2], Failure> {
    let files = folders.each_ref().map(|folder| folder.join(COPY));
    match [beneath::is_encrypted(&files[0])?, beneath::is_encrypted(&files[1])?] {
        [false, true] => Ok(files),
        _ => Err("the files are not one plain and one encrypted".into()),
    }
}

/// How long something takes that has to succeed.
fn in_time<T>(work: impl FnOnce() -> Result<T, Error>) -> Result<Duration, Failure> {
    let (done, time) = timed(work);
    done?;
    Ok(time)
}

/// Takes a bundle into a new workspace in a folder, which is left there.
fn import(folder: &Path, bundle: &Path) -> Result<Duration, Failure> {
    if folder.exists() {
        std::fs::remove_dir_all(folder)?;
    }
    std::fs::create_dir_all(folder)?;
    let Laptop { mut workspace, .. } = Laptop::new(folder, 7, "Lena Hoffmann", "Wien")?;
    let time = in_time(|| workspace.import(bundle, Mode::Apply, &Watch::default()))?;
    let made = workspace.path().to_path_buf();
    drop(workspace);
    std::fs::rename(made, folder.join(COPY))?;
    Ok(time)
}

/// Looks at the home page, the first page of every list in every order, some records, and types into the search box.
fn look(workspace: &Workspace, known: &Known) -> Result<(), Error> {
    reading::home(workspace)?;
    for kind in Kind::MAIN {
        for (sort, descending) in reading::orders(kind) {
            workspace.list(&Query { sort, descending, ..reading::all(kind) })?;
        }
    }
    let some = |place: usize, of: usize| place * 97 % of;
    for place in 0..RECORDS {
        workspace.detail(known.agreements[some(place, known.agreements.len())].id)?;
        workspace.detail(known.people[some(place, known.people.len())].id)?;
        workspace.detail(known.institutions[some(place, known.institutions.len())].id)?;
    }
    for (_, texts) in reading::TYPED {
        reading::keystrokes(workspace, texts)?;
    }
    Ok(())
}

/// The times of saves in each of two, which take turns, so that both meet with the same.
fn saves(both: &mut [Workspace; 2], known: &Known) -> Result<[Times; 2], Failure> {
    let mut times = [Times::default(), Times::default()];
    for turn in 0..SAVES {
        for (workspace, times) in both.iter_mut().zip(&mut times) {
            times.add(save(workspace, known, turn)?);
        }
    }
    Ok(times)
}

/// How long it takes to save what an officer has open: a form shows its record, which has been read by then. That counts
/// among the looks.
fn save(workspace: &mut Workspace, known: &Known, turn: usize) -> Result<Duration, Failure> {
    let draft = saving::draft(workspace, known, turn);
    workspace.detail(saving::agreement(known, turn))?;
    in_time(|| workspace.save(&[draft], &[]))
}
