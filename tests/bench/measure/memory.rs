//! The most memory that an import and an export take, each in a process of its own.

use std::path::Path;
use std::process::Command;

use entente_domain::workspace::{Bundling, Mode, Watch};

use super::exchange::BUNDLE;
use crate::generate::{Known, Laptop};
use crate::report::{Bytes, Row};
use crate::scene::Scene;

/// SQLite's page cache, and 32 MiB.
const LIMIT: Bytes = Bytes((32 + 32) << 20);

/// The rows about memory.
pub(crate) fn rows(scene: &mut Scene, _: &Known) -> Result<Vec<Row>, Box<dyn std::error::Error>> {
    let (bundle, workspace) = (scene.path(BUNDLE), scene.close());
    let import = child("import", &bundle, scene)?;
    let export = child("export", &workspace, scene)?;
    scene.reopen(&workspace)?;
    Ok(vec![
        Row::within("Memory of an import, beyond the open workspace", import, LIMIT),
        Row::within("Memory of an export, beyond the program itself", export, LIMIT),
    ])
}

fn child(work: &str, file: &Path, scene: &Scene) -> Result<Bytes, Box<dyn std::error::Error>> {
    let program = std::env::current_exe()?;
    let output = Command::new(program).args(["--alone", work]).arg(file).arg(scene.path("alone")).output()?;
    let told = String::from_utf8(output.stdout)?;
    let bytes = told
        .trim()
        .parse()
        .map_err(|_| format!("{work}: {told} {}", String::from_utf8_lossy(&output.stderr)))?;
    std::fs::remove_dir_all(scene.path("alone"))?;
    Ok(Bytes(bytes))
}

/// Imports or exports `file` in `folder` and prints how many bytes of memory that took at the most, beyond what the
/// process had before.
pub(crate) fn alone(work: &str, file: &Path, folder: &Path) -> Result<(), Box<dyn std::error::Error>> {
    std::fs::create_dir_all(folder)?;
    let before;
    match work {
        "import" => {
            let mut laptop = Laptop::new(folder, 8, "Lena Hoffmann", "Wien")?;
            before = memory("VmRSS")?;
            laptop.workspace.import(file, Mode::Apply, &Watch::default())?;
        }
        _ => {
            before = memory("VmRSS")?;
            let mut workspace = Scene::open(file)?;
            workspace.export(&folder.join("full.entente"), &Bundling::default(), &Watch::default())?;
        }
    }
    println!("{}", memory("VmHWM")?.saturating_sub(before));
    Ok(())
}

/// A figure of this process's memory, in bytes. Only Linux tells.
fn memory(figure: &str) -> Result<u64, Box<dyn std::error::Error>> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix(figure)).ok_or("no such figure")?;
    let kilobytes: u64 = line.split_whitespace().nth(1).ok_or("no number")?.parse()?;
    Ok(kilobytes << 10)
}
