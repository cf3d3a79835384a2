//! A WebDriver server as a child process: started on a free port, ended by its own id.

use std::fs;
use std::io::Write as _;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// A running driver. Ends when dropped.
pub(crate) struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    /// Starts a driver whose command takes its port as `--port=N`, and waits until it listens.
    pub(crate) fn start(mut command: Command) -> Driver {
        let port = free_port();
        let name = command.get_program().to_owned();
        let log = log_file(Path::new(&name));
        command.arg(format!("--port={port}")).stdin(Stdio::null()).stdout(Stdio::null()).stderr(log);
        let process = command.spawn().unwrap_or_else(|error| panic!("{name:?} does not start: {error}"));
        let mut driver = Driver { process, port };
        driver.wait_until_it_listens();
        driver
    }

    /// The address that takes WebDriver commands.
    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Whether the programs it started have ended.
    pub(crate) fn is_alone(&self) -> bool {
        self.programs().is_empty()
    }

    /// The programs that it started and that run, by their ids.
    pub(crate) fn programs(&self) -> Vec<String> {
        let id = self.process.id();
        let children = fs::read_to_string(format!("/proc/{id}/task/{id}/children"));
        let children = children.expect("the driver runs, and its children can be read");
        children.split_whitespace().map(str::to_owned).collect()
    }

    fn wait_until_it_listens(&mut self) {
        let start = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).is_err() {
            if let Some(status) = self.process.try_wait().expect("the driver's state can be asked") {
                panic!("the driver ended at once: {status}; see {}", pictures().display());
            }
            assert!(start.elapsed() < Duration::from_secs(20), "the driver does not listen on {}", self.port);
            sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It may be gone already; nothing is to be done about that.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A port that nobody listens on just now.
fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("the loopback has a free port");
    listener.local_addr().expect("a bound port has an address").port()
}

/// Where what a driver and its programs complain about goes, beside the pictures.
fn log_file(program: &Path) -> Stdio {
    let name = program.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let path = pictures().join(format!("{name}.log"));
    let file = fs::File::options().create(true).append(true).open(&path);
    let mut file = file.unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    writeln!(file, "--").unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    Stdio::from(file)
}

/// The folder for pictures and logs of the tests.
pub(crate) fn pictures() -> PathBuf {
    let folder = programs().parent().expect("BUG: the build is in no folder").join("pictures");
    fs::create_dir_all(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    folder
}

/// The folder of the built programs: that of the test's own build.
pub(crate) fn programs() -> PathBuf {
    let test = std::env::current_exe().expect("the test knows where it is");
    test.ancestors().nth(2).expect("BUG: a test is in deps/ of the build").to_owned()
}
