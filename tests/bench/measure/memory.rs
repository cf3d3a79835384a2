//! The most memory that an import and an export take, each in a process of its own.

use std::path::Path;
use std::process::Command;

use entente_domain::workspace::{Bundling, Mode, Watch};

use super::exchange::BUNDLE;
use super::sealed::FOR;
use crate::generate::{Known, Laptop};
use crate::report::{Bytes, Row};
use crate::scene::Scene;

/// SQLite's page cache, and 32 MiB.
const LIMIT: Bytes = Bytes((32 + 32) << 20);

/// The rows about memory.
pub(crate) fn rows(scene: &mut Scene, _: &Known) -> Result<Vec<Row>, Box<dyn std::error::Error>> {
    let (bundle, workspace) = (scene.path(BUNDLE), scene.close());
    let import = child("import", &bundle, &scene.path("alone"))?;
    let export = child("export", &workspace, &scene.path("alone"))?;
    scene.reopen(&workspace)?;
    Ok(vec![
        row("an import, beyond the open workspace", import),
        row("an export, beyond the program itself", export),
    ])
}

/// A row about the memory of something.
pub(super) fn row(what: &str, memory: Bytes) -> Row {
    Row::within(&format!("Memory of {what}"), memory, LIMIT)
}

/// The memory of some work in a folder, which is taken away afterwards.
pub(super) fn child(work: &str, file: &Path, folder: &Path) -> Result<Bytes, Box<dyn std::error::Error>> {
    let program = std::env::current_exe()?;
    let output = Command::new(program).args(["--alone", work]).arg(file).arg(folder).output()?;
    let told = String::from_utf8(output.stdout)?;
    let bytes = told
        .trim()
        .parse()
        .map_err(|_| format!("{work}: {told} {}", String::from_utf8_lossy(&output.stderr)))?;
    std::fs::remove_dir_all(folder)?;
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
        "import sealed" => {
            let mut workspace = Scene::open(&folder.join(FOR))?;
            before = memory("VmRSS")?;
            workspace.import(file, Mode::Apply, &Watch::default())?;
        }
        _ => {
            before = memory("VmRSS")?;
            let mut workspace = Scene::open(file)?;
            let recipients = if work == "export sealed" { vec![workspace.device()] } else { Vec::new() };
            let bundling = Bundling { recipients, ..Bundling::default() };
            workspace.export(&folder.join("full.entente"), &bundling, &Watch::default())?;
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
