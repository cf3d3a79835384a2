//! What a machine must have: system packages and the interface's npm packages. Installs what it may, and
//! otherwise prints the exact command to type.

use std::fs;

use crate::failure::Failure;
use crate::place;
use crate::program::{self, exists, npm, output, program};

/// To build and open the program. Perl and make are for OpenSSL, which is built from source for SQLCipher.
const TO_BUILD: [&str; 5] =
    ["build-essential", "pkg-config", "perl", "libwebkit2gtk-4.1-dev", "libgl1-mesa-dri"];

/// To test it besides: a virtual display and the drivers of window, browser and file dialog; fonts for the
/// scripts that names come in; tools that look into a PDF and check what a package announces to the desktop.
const TO_TEST: [&str; 11] = [
    "dbus-daemon",
    "xvfb",
    "xauth",
    "xdotool",
    "webkit2gtk-driver",
    "fonts-noto-core",
    "fonts-noto-cjk",
    "poppler-utils",
    "desktop-file-utils",
    "appstream",
    "shared-mime-info",
];

/// Chromium and its driver, as Debian and as Ubuntu name them (there the packages hand over to a snap).
const CHROMIUM_OF_DEBIAN: [&str; 2] = ["chromium", "chromium-driver"];
const CHROMIUM_OF_UBUNTU: [&str; 2] = ["chromium-browser", "chromium-chromedriver"];

/// The chore: set-up alone.
pub(crate) fn run(options: &[String]) -> Result<(), Failure> {
    if crate::one_switch("setup", "--tests", options)? {
        to_test()?
    } else {
        to_build()?
    }
    interface()
}

/// Sees to all that building and opening the program needs.
pub(crate) fn to_build() -> Result<(), Failure> {
    system(TO_BUILD.to_vec())?;
    node()
}

/// Sees to all that the tests need.
pub(crate) fn to_test() -> Result<(), Failure> {
    let mut packages = [TO_BUILD.as_slice(), TO_TEST.as_slice()].concat();
    // A Chromium that is there already, from wherever, is used.
    if !exists("chromedriver") {
        packages.extend(if is_ubuntu() { CHROMIUM_OF_UBUNTU } else { CHROMIUM_OF_DEBIAN });
    }
    system(packages)?;
    node()
}

/// Installs the interface's packages when the lock file is another than at the last time.
pub(crate) fn interface() -> Result<(), Failure> {
    let lock = place::ui().join("package-lock.json");
    let stamp = place::ui().join("node_modules/.installed-lock.json");
    let wanted = fs::read(&lock).map_err(|error| Failure::file("read", &lock, &error))?;
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    program::run(npm(&["ci", "--no-audit", "--no-fund"]))?;
    fs::write(&stamp, wanted).map_err(|error| Failure::file("write", &stamp, &error))
}

/// Installs those of the packages that are missing, on Debian and its kin; elsewhere says what is needed.
fn system(packages: Vec<&str>) -> Result<(), Failure> {
    if cfg!(target_os = "macos") {
        return need(exists("clang"), "Install Apple's command line tools: xcode-select --install");
    }
    if cfg!(windows) {
        return need(exists("perl"), WINDOWS_NEEDS);
    }
    if !exists("apt-get") {
        println!("This is not a Debian; what is needed there is, by its names: {}", packages.join(" "));
        return Ok(());
    }
    let missing: Vec<&str> = packages.into_iter().filter(|package| !installed(package)).collect();
    if missing.is_empty() { Ok(()) } else { install(&missing) }
}

const WINDOWS_NEEDS: &str = "\
Install Perl, which building SQLCipher's OpenSSL needs: winget install StrawberryPerl.StrawberryPerl
(WebView2 comes with Windows 11; for Windows 10: winget install Microsoft.EdgeWebView2Runtime)";

fn installed(package: &str) -> bool {
    let mut query = program("dpkg-query");
    query.args(["-W", "-f", "${db:Status-Status}", package]);
    output(query).is_some_and(|status| status == "installed")
}

fn install(packages: &[&str]) -> Result<(), Failure> {
    let command = format!("apt-get install --yes --no-install-recommends {}", packages.join(" "));
    let Some(prefix) = becoming_root() else {
        return Err(Failure::Missing(format!(
            "System packages are missing. Type this, then try again:\n\n  sudo {command}\n"
        )));
    };
    println!("Installing {}", packages.join(" "));
    as_root(prefix, "apt-get update --quiet --quiet")?;
    as_root(prefix, &command)
}

/// What to put before a command so that it runs as root: nothing, sudo that asks for no password, or no way.
fn becoming_root() -> Option<&'static [&'static str]> {
    let mut id = program("id");
    id.arg("-u");
    if output(id).is_some_and(|id| id.trim() == "0") {
        return Some(&[]);
    }
    let mut sudo = program("sudo");
    sudo.args(["-n", "true"]);
    output(sudo).map(|_| ["sudo", "-n"].as_slice())
}

fn as_root(prefix: &[&str], command: &str) -> Result<(), Failure> {
    let mut words =
        prefix.iter().copied().chain(["env", "DEBIAN_FRONTEND=noninteractive"]).chain(command.split(' '));
    let mut command = program(words.next().expect("BUG: no word in the command"));
    command.args(words);
    program::run(command)
}

fn is_ubuntu() -> bool {
    fs::read_to_string("/etc/os-release").is_ok_and(|text| text.lines().any(|line| line == "ID=ubuntu"))
}

/// Node is not installed by us, since how to is a matter of taste; the version is checked.
fn node() -> Result<(), Failure> {
    let mut node = program("node");
    node.arg("--version");
    let version = output(node).unwrap_or_default();
    need(is_recent(&version), "Install Node 20.19 or newer, with npm: https://nodejs.org")
}

fn is_recent(version: &str) -> bool {
    let mut numbers =
        version.trim().trim_start_matches('v').split('.').map_while(|part| part.parse::<u32>().ok());
    (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0)) >= (20, 19)
}

fn need(there: bool, how: &str) -> Result<(), Failure> {
    if there { Ok(()) } else { Err(Failure::Missing(how.to_owned())) }
}

#[cfg(test)]
mod tests {
    use super::is_recent;

    #[test]
    fn node_is_compared_by_number_and_not_by_text() {
        assert!(is_recent("v20.19.0\n"));
        assert!(is_recent("v100.0.0"));
        assert!(!is_recent("v20.9.5"));
        assert!(!is_recent(""));
    }
}
