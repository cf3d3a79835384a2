//! Prints the sample agreements in every language, to be looked at:
//! `cargo run -p entente-print --example samples -- FOLDER`. Says how long each took, the first one apart since
//! fonts and templates are read then.

#[path = "../tests/samples/mod.rs"]
mod samples;

use std::error::Error;
use std::path::PathBuf;
use std::time::Instant;

use entente_messages::Language;
use entente_print::agreement_summary;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args_os().nth(1).ok_or("name the folder to write to")?);
    std::fs::create_dir_all(&folder)?;
    for language in Language::ALL.into_iter().chain([Language::Pseudo]) {
        for (name, summary) in [
            ("sparse", samples::sparse(language)),
            ("full", samples::full(language)),
            ("endless", samples::endless(language)),
            ("many-scripts", samples::many_scripts()),
            ("arabic-title", samples::long_arabic_title()),
        ] {
            let start = Instant::now();
            let pdf = agreement_summary(&summary, language)?;
            let path = folder.join(format!("{name}-{language}.pdf"));
            println!(
                "{:6.1} ms  {} pages  {}",
                start.elapsed().as_secs_f64() * 1e3,
                pdf.pages,
                path.display()
            );
            std::fs::write(path, pdf.bytes)?;
        }
    }
    Ok(())
}
