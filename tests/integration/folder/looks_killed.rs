//! Killed at any instant of a look, or of save after save with looks between, a laptop is as before or as after, and so
//! is what it has in the folder. No file of another laptop is ever touched.

use std::time::{Duration, Instant};

use entente_domain::ids::RecordId;

use super::*;
use crate::files::killed::{closed, put_back};
use crate::files::other_process::{OtherProcess, interrupt, moments, time_of};
use crate::soak::times;

/// Aigul has two files in the folder, which the next one outweighs and takes the place of, and something to say that nobody
/// has heard. Bek and Cheng have each put there a file of two saves that she has not read. Dana has never looked.
struct Scene {
    laptops: [Laptop; 4],
    folder: TempDir,
    /// What Aigul's files carry already.
    put: Vec<RecordId>,
    /// What she saved and nobody has heard.
    unheard: RecordId,
    /// What Bek's and Cheng's files bring, file by file.
    coming: [[RecordId; 2]; 2],
}

/// What a scene was, to begin it again.
struct Kept {
    workspaces: [Vec<u8>; 4],
    files: Vec<(String, Vec<u8>)>,
}

impl Scene {
    fn set() -> Self {
        let folder = folder();
        let mut laptops = laptops(folder.path(), ["Aigul", "Bek", "Cheng", "Dana"]);
        let [aigul, bek, cheng, _] = &mut laptops;
        let put = [(1, 68), (2, 20)].map(|(seed, kilobytes)| {
            let id = aigul.add("institution", &[("name", "Put"), ("note", &noise(seed, kilobytes))]);
            look(aigul);
            id
        });
        assert_eq!(files_of(aigul, folder.path()).len(), 2);
        let coming = [(bek, 3), (cheng, 4)].map(|(laptop, seed)| {
            look(laptop);
            let long = noise(seed, 40);
            let saved = [long.as_str(), ""]
                .map(|note| laptop.add("institution", &[("name", "Coming"), ("note", note)]));
            look(laptop);
            saved
        });
        let unheard = laptops[0].add("institution", &[("name", "Unheard")]);
        Self { laptops, folder, put: put.to_vec(), unheard, coming }
    }

    /// Closes all laptops and keeps what there is.
    fn kept(&mut self) -> Kept {
        Kept { workspaces: self.laptops.each_mut().map(closed), files: contents(self.folder.path()) }
    }

    fn is_again(&mut self, kept: &Kept) {
        for (laptop, workspace) in self.laptops.iter_mut().zip(&kept.workspaces) {
            laptop.close();
            put_back(&laptop.path(), workspace);
        }
        for name in names_in(self.folder.path()) {
            fs::remove_file(self.folder.path().join(name)).expect("removed");
        }
        for (name, content) in &kept.files {
            fs::write(self.folder.path().join(name), content).expect("written");
        }
    }

    /// Fails unless others' files are what they were, and hers are whole and carry what they carried.
    fn judge_folder(&mut self, kept: &Kept, told: &str) {
        self.laptops[3].open();
        self.laptops[0].open();
        let own = files_of(&mut self.laptops[0], self.folder.path());
        let is_others = |name: &String| !own.contains(name) && !name.starts_with('~');
        let now: Vec<_> =
            contents(self.folder.path()).into_iter().filter(|(name, _)| is_others(name)).collect();
        let hers = format!(" - {} - ", &self.laptops[0].work().device().to_string()[..8]);
        let is_hers = |name: &str| name.contains(&hers) && !name.contains("introduction");
        let before: Vec<_> = kept.files.iter().filter(|(name, _)| !is_hers(name)).cloned().collect();
        assert!(now == before, "{told}: a file of another laptop was touched");
        let dana = &mut self.laptops[3];
        for name in &own {
            dana.import(&self.folder.path().join(name));
        }
        assert!(
            self.put.iter().all(|id| dana.is_live(*id)),
            "{told}: what was there is not any more: {own:?}"
        );
    }

    /// Fails unless what was saved is there and each file was taken in whole or not at all. Says whether each was.
    fn judge_workspace(&mut self, told: &str) -> [bool; 2] {
        let aigul = &mut self.laptops[0];
        let saved = self.put.iter().chain([&self.unheard]);
        assert!(saved.into_iter().all(|id| aigul.is_live(*id)), "{told}: what was saved is lost");
        let taken = self.coming.map(|[first, second]| {
            assert_eq!(aigul.knows(first), aigul.knows(second), "{told}: half a file was taken in");
            aigul.knows(first)
        });
        aigul.prove_sound();
        taken
    }

    /// After the next looks all show the same, and nothing is left behind.
    fn comes_to_rest(&mut self, told: &str) {
        let [_, bek, cheng, _] = &mut self.laptops;
        bek.open();
        cheng.open();
        all_look(&mut self.laptops);
        let digest = self.laptops[0].digest();
        assert!(self.laptops.iter().all(|laptop| laptop.digest() == digest), "{told}");
        assert!(files_of(&mut self.laptops[0], self.folder.path()).len() <= 2, "{told}");
        assert!(names_in(self.folder.path()).iter().all(|name| !name.starts_with('~')), "{told}");
        for laptop in &mut self.laptops {
            let files = laptop.work().folder_files().expect("readable");
            assert!(files.iter().all(|file| file.standing == Standing::Read), "{told}: {files:?}");
        }
    }
}

#[test]
fn a_look_that_is_killed_leaves_workspace_and_folder_as_before_or_as_after() {
    let mut scene = Scene::set();
    let kept = scene.kept();
    let whole = time_of("look", &scene.laptops[0].path());
    let (mut taken, mut put) = ([[false; 2]; 2], [false; 2]);
    for moment in moments(whole, times(8)) {
        scene.is_again(&kept);
        interrupt("look", &scene.laptops[0].path(), moment);
        let told = format!("killed: {moment:?}");
        scene.judge_folder(&kept, &told);
        for (seen, was_taken) in taken.iter_mut().zip(scene.judge_workspace(&told)) {
            seen[usize::from(was_taken)] = true;
        }
        put[usize::from(scene.laptops[3].knows(scene.unheard))] = true;
        scene.comes_to_rest(&told);
    }
    assert_eq!((taken, put), ([[true; 2]; 2], [true; 2]), "not killed both before and after each step");
}

#[test]
fn what_was_acknowledged_between_looks_is_there_and_reaches_all_whenever_the_laptop_is_killed() {
    let times = times(4);
    let mut scene = Scene::set();
    let kept = scene.kept();
    let shared = scene.folder.path().to_owned();
    for place in 0..times {
        scene.is_again(&kept);
        // From at once to 120 ms after the first saves: some looks, and a snapshot in the place of all before.
        let delay = Duration::from_millis(120).mul_f64(place as f64 / times as f64);
        let told = format!("killed after {delay:?}");
        let mut other = OtherProcess::start("save-and-look", &scene.laptops[0].path());
        let mut acknowledged: Vec<String> = (0..2).map(|_| other.says()).collect();
        scene.laptops[1].open();
        let meanwhile = others_go_on(&mut scene.laptops[1], delay);
        other.is_killed();
        acknowledged.extend(other.by_ref());
        for laptop in [0, 2, 3] {
            scene.laptops[laptop].open();
        }
        let aigul = &mut scene.laptops[0];
        let acknowledged: Vec<RecordId> = acknowledged.iter().map(|id| id.parse().expect("an id")).collect();
        assert!(acknowledged.iter().all(|id| aigul.is_live(*id)), "{told}: what was acknowledged is lost");
        aigul.prove_sound();
        all_look(&mut scene.laptops);
        let everything = acknowledged.iter().chain(&meanwhile).chain(&scene.put).chain([&scene.unheard]);
        for laptop in &mut scene.laptops {
            assert!(everything.clone().all(|id| laptop.is_live(*id)), "{told}");
            let files = laptop.work().folder_files().expect("readable");
            assert!(files.iter().all(|file| file.standing == Standing::Read), "{told}: {files:?}");
        }
        let digest = scene.laptops[0].digest();
        assert!(scene.laptops.iter().all(|laptop| laptop.digest() == digest), "{told}");
        assert!(names_in(&shared).iter().all(|name| !name.starts_with('~')), "{told}");
    }
}

/// A colleague saves and looks while the other laptop does.
fn others_go_on(laptop: &mut Laptop, until: Duration) -> Vec<RecordId> {
    let start = Instant::now();
    let mut saved = Vec::new();
    while start.elapsed() < until {
        saved.push(laptop.add("institution", &[("name", "Meanwhile")]));
        look(laptop);
    }
    saved
}
