//! The package's test: it is installed, announces itself properly, and opens a window.

use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::time::{Duration, Instant};
use std::{fs, thread};

use super::{Packing, pack};
use crate::display;
use crate::failure::Failure;
use crate::place;
use crate::program::{self, exists, output, program};

/// How long an installed program may take to show its window, on a busy machine and from a debug build.
const PATIENCE: Duration = Duration::from_secs(60);

/// The step of the tests: packs the debug build, installs it and starts what was installed.
pub(crate) fn test() -> Result<(), Failure> {
    if !exists("dpkg-deb") {
        println!("No dpkg here, so no .deb.");
        return Ok(());
    }
    let deb = pack(&place::debug_build(), Packing::Quick)?;
    announcements(&place::target().join("bundle/root"))?;
    if may_install() { installed(&deb) } else { unpacked(&deb) }
}

/// Asks the desktop's own tools whether they understand what the package says of itself.
fn announcements(root: &Path) -> Result<(), Failure> {
    let mut desktop = program("desktop-file-validate");
    desktop.arg(root.join("usr/share/applications/entente.desktop"));
    program::run(desktop)?;
    let mut metainfo = program("appstreamcli");
    metainfo.args(["validate", "--no-net"]);
    metainfo.arg(root.join("usr/share/metainfo/org.entente.desktop.metainfo.xml"));
    program::run(metainfo)
}

/// Root may install; a developer who is root and uses Entente keeps the one that is installed.
fn may_install() -> bool {
    let mut id = program("id");
    id.arg("-u");
    output(id).is_some_and(|id| id.trim() == "0") && !Path::new("/usr/bin/entente").exists()
}

fn installed(deb: &Path) -> Result<(), Failure> {
    dpkg("--install", deb)?;
    let seen = files_are_known().and_then(|()| on_own_screen(Path::new("/usr/bin/entente")));
    dpkg("--purge", Path::new("entente"))?;
    seen
}

/// Whether the desktop now knows a workspace and a bundle by their endings, and whom to open them with.
fn files_are_known() -> Result<(), Failure> {
    let announced = [
        ("/usr/share/mime/globs2", ":*.entente\n"),
        ("/usr/share/mime/globs2", ":*.entente-workspace\n"),
        ("/usr/share/applications/mimeinfo.cache", "application/vnd.entente.bundle=entente.desktop;"),
        ("/usr/share/applications/mimeinfo.cache", "application/vnd.entente.workspace=entente.desktop;"),
    ];
    for (path, line) in announced {
        let text =
            fs::read_to_string(path).map_err(|error| Failure::file("read", Path::new(path), &error))?;
        if !text.contains(line) {
            return Err(Failure::Step(format!("After the installation {path} lacks {}", line.trim())));
        }
    }
    Ok(())
}

/// Without the right to install: the same files, unpacked to a folder.
fn unpacked(deb: &Path) -> Result<(), Failure> {
    let folder = place::target().join("bundle/unpacked");
    super::clear(&folder)?;
    let mut extract = program("dpkg-deb");
    extract.arg("--extract").arg(deb).arg(&folder);
    program::run(extract)?;
    on_own_screen(&folder.join("usr/bin/entente"))
}

fn dpkg(action: &str, what: &Path) -> Result<(), Failure> {
    let mut dpkg = program("dpkg");
    dpkg.arg(action).arg(what);
    program::run(dpkg)
}

/// Runs ourselves again inside a virtual screen, to look for the window there.
fn on_own_screen(entente: &Path) -> Result<(), Failure> {
    let me = std::env::current_exe().map_err(|error| Failure::Step(format!("Who am I? {error}")))?;
    let mut screen = display::on_own_screen();
    screen.arg(me).arg("see-window").arg(entente);
    program::run(screen)
}

/// The half that runs inside the screen: starts the program given, waits for its window, and ends it.
pub(crate) fn see_window(options: &[String]) -> Result<(), Failure> {
    let [entente] = options else {
        return Err(Failure::Usage("'cargo xtask see-window' takes the program to start.".to_owned()));
    };
    let home = fresh_home()?;
    let mut command = Command::new(entente);
    command
        .env("HOME", &home)
        .env("XDG_CONFIG_HOME", home.join("config"))
        .env("XDG_DATA_HOME", home.join("data"));
    let mut running = command.spawn().map_err(|error| Failure::file("start", Path::new(entente), &error))?;
    let seen = wait_for_window(&mut running);
    // By its own id; it may have ended by itself already, which is no second failure.
    let _ = running.kill();
    let _ = running.wait();
    seen
}

/// An empty home folder, so that the test neither reads nor changes what the developer has.
fn fresh_home() -> Result<PathBuf, Failure> {
    let home = place::target().join("bundle/home");
    super::clear(&home)?;
    fs::create_dir_all(home.join("config")).map_err(|error| Failure::file("make", &home, &error))?;
    Ok(home)
}

fn wait_for_window(running: &mut Child) -> Result<(), Failure> {
    let start = Instant::now();
    while start.elapsed() < PATIENCE {
        if let Ok(Some(status)) = running.try_wait() {
            return Err(Failure::Step(format!(
                "The installed program ended before its window was there: {status}"
            )));
        }
        let mut search = program("xdotool");
        search.args(["search", "--onlyvisible", "--name", "^Entente$"]);
        if output(search).is_some_and(|windows| !windows.trim().is_empty()) {
            println!("The installed program showed its window after {:.1} s.", start.elapsed().as_secs_f32());
            return Ok(());
        }
        thread::sleep(Duration::from_millis(100));
    }
    Err(Failure::Step(format!("The installed program showed no window within {} s.", PATIENCE.as_secs())))
}
