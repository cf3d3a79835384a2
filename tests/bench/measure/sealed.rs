//! Bundles sealed for a colleague's laptop: what sealing costs on both sides.

use std::fs;
use std::path::Path;
use std::time::Duration;

use entente_domain::workspace::{Bundling, Mode, Watch};

use super::memory;
use super::raw;
use crate::Failure;
use crate::clock::timed;
use crate::generate::{Known, Laptop};
use crate::report::Row;
use crate::scene::Scene;

/// How often each is done; the shortest time counts.
const TIMES: usize = 3;

/// The workspace of the laptop that bundles are sealed for.
pub(super) const FOR: &str = "laptop-9.entente-workspace";

/// The rows about sealed bundles.
pub(crate) fn rows(scene: &mut Scene, _: &Known) -> Result<Vec<Row>, Failure> {
    let (colleague, bundle) = (scene.path("sealed-for"), scene.path("sealed.entente"));
    let recipient = introduce(scene, &colleague)?;
    let mut export = Duration::MAX;
    for _ in 0..TIMES {
        let bundling = Bundling { recipients: vec![recipient], ..Bundling::default() };
        let (exported, time) = timed(|| scene.workspace().export(&bundle, &bundling, &Watch::default()));
        exported?;
        export = export.min(time);
    }
    let (mut import, mut raw) = (Duration::MAX, Duration::MAX);
    let folder = scene.path("unsealed");
    for _ in 0..TIMES {
        copy(&colleague, &folder)?;
        let mut workspace = Scene::open(&folder.join(FOR))?;
        let (imported, time) = timed(|| workspace.import(&bundle, Mode::Apply, &Watch::default()));
        imported?;
        import = import.min(time);
        drop(workspace);
        raw = raw.min(raw::insert(&folder.join(FOR), &folder.join("raw"))?);
        fs::remove_dir_all(&folder)?;
    }
    copy(&colleague, &folder)?;
    let of_import = memory::child("import sealed", &bundle, &folder)?;
    let workspace = scene.close();
    let of_export = memory::child("export sealed", &workspace, &folder)?;
    scene.reopen(&workspace)?;
    Ok(vec![
        Row::times("Import of a full bundle that is sealed, with the search index", import, raw, 3.5),
        Row::times("Export of everything, sealed", export, raw, 1.0),
        memory::row("an import of a sealed bundle", of_import),
        memory::row("an export that is sealed", of_export),
    ])
}

/// Makes a laptop that has written next to nothing, and lets it be known.
fn introduce(scene: &mut Scene, folder: &Path) -> Result<entente_domain::ids::DeviceId, Failure> {
    fs::create_dir_all(folder)?;
    let mut laptop = Laptop::new(folder, 9, "Lena Hoffmann", "Wien")?;
    laptop.enter_tags(&mut Known::default())?;
    let bundle = folder.join("hello.entente");
    laptop.workspace.export(&bundle, &Bundling::default(), &Watch::default())?;
    scene.workspace().import(&bundle, Mode::Apply, &Watch::default())?;
    Ok(laptop.workspace.device())
}

fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir_all(to)?;
    fs::copy(from.join(FOR), to.join(FOR)).map(drop)
}
