//! `cargo xtask bench`: the limits of the design, each measured on workspace L and held against what it may be.
//!
//! ```text
//! bench [--scale X] [PART …]
//! ```
//!
//! Generates the workspace (X of its size; 1 unless said otherwise), measures, and prints a table. With names of
//! parts, only those rows. Figures and ratios only: what is over its limit is marked, and no failure.

mod chance;
mod clock;
mod generate;
mod measure;
mod report;
mod scene;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use entente_domain::workspace::FILE_ENDING;

use clock::timed;
use generate::{Known, Size};
use measure::{encrypted, exchange, memory, preview, printing, reading, saving, sealed, upkeep, window};
use report::Row;
use scene::Scene;

type Failure = Box<dyn std::error::Error>;

/// Measures some rows.
type Part = fn(&mut Scene, &Known) -> Result<Vec<Row>, Failure>;

/// The parts, in the order in which they are measured: the later ones write into the workspace.
const PARTS: [(&str, Part); 10] = [
    ("exchange", exchange::rows),
    ("memory", memory::rows),
    ("preview", preview::rows),
    ("encrypted", encrypted::rows),
    ("reading", |scene, known| Ok(reading::rows(scene.workspace(), known)?)),
    ("upkeep", upkeep::rows),
    ("saving", saving::rows),
    ("sealed", sealed::rows),
    ("printing", printing::rows),
    ("window", window::rows),
];

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        // Not for people: the process that an import or export has for itself, and the one on a screen of its own.
        ["--alone", work, file, folder] => memory::alone(work, Path::new(file), Path::new(folder)),
        ["--window", workspace, home] => window::on_screen(Path::new(workspace), Path::new(home)),
        ["--scale", scale, parts @ ..] => match scale.parse() {
            Ok(scale) if scale > 0.0 => bench(scale, parts),
            _ => Err(format!("a scale is a number such as 0.1, not {scale}").into()),
        },
        parts => bench(1.0, parts),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn bench(scale: f64, chosen: &[&str]) -> Result<(), Failure> {
    if let Some(unknown) = chosen.iter().find(|name| PARTS.iter().all(|(part, _)| part != *name)) {
        let parts = PARTS.map(|(part, _)| part).join(", ");
        return Err(format!("bench [--scale X] [PART …], with parts {parts}; not {unknown}").into());
    }
    let folder = tempfile::Builder::new().prefix("bench-").tempdir_in(build()?)?;
    let (mut scene, known) = prepare(folder.path(), scale)?;
    for (name, part) in PARTS {
        if chosen.is_empty() || chosen.contains(&name) {
            part(&mut scene, &known)?.iter().for_each(Row::print);
        }
    }
    Ok(())
}

/// The folder of the build, on the disk that the saves are to be measured on.
fn build() -> Result<PathBuf, Failure> {
    Ok(std::env::current_exe()?.parent().ok_or("the bench lies in no folder")?.into())
}

/// Generates the workspace and what follows from it: the full bundle.
fn prepare(folder: &Path, scale: f64) -> Result<(Scene, Known), Failure> {
    let laptops = folder.join("laptops");
    std::fs::create_dir_all(&laptops)?;
    let (made, time) = timed(|| generate::workspace(&laptops, Size::of_l(scale)));
    let (laptop, known) = made?;
    let made = laptop.workspace.path().to_path_buf();
    drop(laptop);
    let path = folder.join(format!("L.{FILE_ENDING}"));
    std::fs::rename(made, &path)?;
    std::fs::remove_dir_all(laptops)?;
    println!("Workspace L times {scale}, generated in {:.0} s.\n", time.as_secs_f64());
    let mut scene = Scene::new(folder.into(), Scene::open(&path)?);
    exchange::make_bundle(&mut scene)?;
    Ok((scene, known))
}
