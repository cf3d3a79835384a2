//! A package's own description: what it is, how big, and what it depends on.

use std::fs;
use std::path::Path;

use super::PROGRAMS;
use super::stage;
use crate::failure::Failure;
use crate::place;
use crate::program::{output, program};

/// Where `dpkg-shlibdeps` is missing: the two libraries that bring all others along.
const USUAL_DEPENDS: &str = "libwebkit2gtk-4.1-0, libgtk-3-0 | libgtk-3-0t64";

/// Writes `DEBIAN/control` for what is staged under `root`.
pub(super) fn write(root: &Path) -> Result<(), Failure> {
    let size = kibibytes(&root.join("usr")).map_err(|error| Failure::file("measure", root, &error))?;
    let text = format!(
        "Package: entente\n\
         Version: {version}\n\
         Architecture: {architecture}\n\
         Maintainer: The Entente authors <entente@localhost>\n\
         Installed-Size: {size}\n\
         Depends: {depends}\n\
         Recommends: fonts-noto-core, fonts-noto-cjk\n\
         Section: misc\n\
         Priority: optional\n\
         Description: institutions, people, agreements and their deadlines\n \
         For liaison officers of an international alliance: keeps institutions,\n \
         people, the agreements signed with them and the deadlines that follow,\n \
         on one laptop and without a network. Officers exchange what they know\n \
         as files. Brings the command line entente-cli.\n",
        version = env!("CARGO_PKG_VERSION"),
        architecture = architecture(),
        depends = depends(root),
    );
    stage::write(&root.join("DEBIAN/control"), &text)
}

/// Debian's name for this machine's kind of processor.
pub(super) fn architecture() -> String {
    let mut dpkg = program("dpkg");
    dpkg.arg("--print-architecture");
    output(dpkg).map_or_else(|| "amd64".to_owned(), |name| name.trim().to_owned())
}

/// The packages whose libraries the programs are linked with, in the versions of this system.
fn depends(root: &Path) -> String {
    let folder = place::target().join("bundle/depends");
    // dpkg-shlibdeps insists on a source package's description, and reads nothing from it.
    let prepared = stage::write(
        &folder.join("debian/control"),
        "Source: entente\n\nPackage: entente\nArchitecture: any\n",
    );
    let mut shlibdeps = program("dpkg-shlibdeps");
    shlibdeps.current_dir(&folder).arg("-O");
    shlibdeps.args(PROGRAMS.map(|name| root.join("usr/bin").join(name)));
    prepared
        .ok()
        .and_then(|()| output(shlibdeps))
        .and_then(|text| Some(text.trim().strip_prefix("shlibs:Depends=")?.to_owned()))
        .unwrap_or_else(|| USUAL_DEPENDS.to_owned())
}

/// How much room a folder's files take, each rounded up as dpkg's policy asks.
fn kibibytes(folder: &Path) -> std::io::Result<u64> {
    let mut sum = 0;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let about = entry.metadata()?;
        sum += if about.is_dir() { 1 + kibibytes(&entry.path())? } else { about.len().div_ceil(1024) };
    }
    Ok(sum)
}
