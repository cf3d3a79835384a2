//! A second program: this test program, started again to play one part.

use std::io::{BufRead, BufReader, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use entente_domain::kinds::Kind;
use entente_domain::workspace::{Bundling, Draft, Error, Identity, Mode, Occasion, System, Watch, Workspace};

use super::open;
use crate::laptop::{JUNE_2026, entered};

const PART: &str = "ENTENTE_TEST_PART";
const FILE: &str = "ENTENTE_TEST_FILE";
/// The bundle that is imported, beside the workspace.
pub(crate) const INCOMING: &str = "incoming.entente";
/// The bundle that is exported, beside the workspace.
pub(crate) const OUTGOING: &str = "outgoing.entente";
/// Begins the lines that are meant for the one who started it, among those of the test harness.
const SAYS: &str = "says ";

/// A process that opens a workspace. It is killed at the end at the latest.
pub(crate) struct OtherProcess {
    child: Child,
    lines: std::io::Lines<BufReader<ChildStdout>>,
}

impl OtherProcess {
    /// Starts a process that does this to that file.
    pub(crate) fn start(part: &str, file: &Path) -> Self {
        Self::started_by(Command::new(std::env::current_exe().expect("this program")), part, file)
    }

    /// Starts it with a prepared command of this program.
    pub(crate) fn started_by(mut command: Command, part: &str, file: &Path) -> Self {
        command
            .args([
                "--exact",
                "files::other_process::plays_its_part",
                "--ignored",
                "--nocapture",
                "--test-threads=1",
            ])
            .env(PART, part)
            .env(FILE, file)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped());
        let mut child = spawned(&mut command);
        let lines = BufReader::new(child.stdout.take().expect("its output")).lines();
        Self { child, lines }
    }

    /// What it says next.
    pub(crate) fn says(&mut self) -> String {
        self.next().expect("it ended without a word")
    }

    /// Ends it at once, as a power cut would.
    pub(crate) fn is_killed(&mut self) {
        self.child.kill().expect("killed");
        self.child.wait().expect("ended");
    }
}

/// Starts a program that may just have been copied. Another test that starts one at this moment has the copy open for a
/// blink, as what it was forked from had, and the system starts no file that is open for writing.
fn spawned(command: &mut Command) -> Child {
    let mut patience = 500;
    loop {
        match command.spawn() {
            Err(error) if error.kind() == ErrorKind::ExecutableFileBusy && patience > 0 => patience -= 1,
            started => return started.expect("started"),
        }
        std::thread::sleep(Duration::from_millis(10));
    }
}

impl Iterator for OtherProcess {
    type Item = String;

    /// What it says next; `None` at its end.
    fn next(&mut self) -> Option<String> {
        self.lines.by_ref().map_while(Result::ok).find_map(|line| {
            let (_, said) = line.split_once(SAYS)?;
            Some(said.to_string())
        })
    }
}

impl Drop for OtherProcess {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub(crate) fn say(what: &str) {
    // Past the harness, which keeps what is printed, and at once.
    let mut out = std::io::stdout().lock();
    writeln!(out, "{SAYS}{what}").and_then(|()| out.flush()).expect("said");
}

/// Lets another process do its part to the end, and says how long it took.
pub(crate) fn time_of(part: &str, file: &Path) -> Duration {
    let mut other = OtherProcess::start(part, file);
    assert_eq!(other.says(), "begins");
    let start = Instant::now();
    assert_eq!(other.says(), "done");
    start.elapsed()
}

/// When a process is killed.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Moment {
    /// So long after it began its part.
    After(Duration),
    /// Once it said that it was done.
    Done,
}

/// Kills another process at a moment of its part.
pub(crate) fn interrupt(part: &str, file: &Path, moment: Moment) {
    let mut other = OtherProcess::start(part, file);
    assert_eq!(other.says(), "begins");
    match moment {
        Moment::After(delay) => std::thread::sleep(delay),
        Moment::Done => assert_eq!(other.says(), "done"),
    }
    other.is_killed();
}

/// So many moments, evenly from the beginning of what takes `whole` to somewhat behind it; the last for certain.
pub(crate) fn moments(whole: Duration, times: usize) -> impl Iterator<Item = Moment> {
    let timed = u32::try_from(times.max(2) - 1).expect("BUG: not so often");
    (0..timed).map(move |place| Moment::After(whole * 3 / 2 * place / timed)).chain([Moment::Done])
}

#[test]
#[ignore = "is started by other tests, as a second program"]
fn plays_its_part() {
    let Some(file) = std::env::var_os(FILE).map(PathBuf::from) else { return };
    match std::env::var(PART).as_deref() {
        Ok("open") => stays_open(&file),
        Ok("create") => creates(&file),
        #[cfg(target_os = "linux")]
        Ok("fill") => super::full_disk::fills_its_disk(&file),
        Ok("import") => long_work(&file, |mut workspace| {
            let bundle = file.with_file_name(INCOMING);
            workspace.import(&bundle, Mode::Apply, &Watch::default()).map(|_| workspace)
        }),
        Ok("export") => long_work(&file, |mut workspace| {
            let bundle = file.with_file_name(OUTGOING);
            workspace.export(&bundle, &Bundling::default(), &Watch::default()).map(|_| workspace)
        }),
        Ok("backup") => long_work(&file, |workspace| {
            workspace.backups()?.make(Occasion::Asked, JUNE_2026, &Watch::default()).map(|_| workspace)
        }),
        Ok("restore") => long_work(&file, |workspace| {
            let copies = workspace.backups()?.list()?;
            let asked = copies.iter().find(|copy| copy.occasion == Occasion::Asked).expect("a copy");
            workspace.restore_backup(&asked.path, &Watch::default())
        }),
        Ok("look") => long_work(&file, |mut workspace| {
            workspace.look_in_folder(false, &Watch::default()).map(|_| workspace)
        }),
        Ok("save-and-look") => {
            saves_and_looks_for_ever(Workspace::open(&file, Box::new(System)).expect("opened"))
        }
        #[cfg(target_os = "linux")]
        Ok("erase") => crate::sweeping::erases(&file),
        Ok("save") => saves_for_ever(Workspace::open(&file, Box::new(System)).expect("opened")),
        other => panic!("no such part: {other:?}"),
    }
}

/// Opens a workspace and keeps it open until it is told otherwise.
fn stays_open(file: &Path) {
    match open(file) {
        Ok(_workspace) => {
            say("opened");
            std::io::stdin().lines().for_each(drop);
        }
        Err(error) => say(&format!("refused: {}", reason(&error))),
    }
}

fn creates(file: &Path) {
    let identity = Identity { officer: "O".into(), device: "D".into() };
    match Workspace::create(file, &identity, Box::new(System)) {
        Ok(_) => say("made"),
        Err(error) => say(&format!("refused: {error}")),
    }
}

/// Opens a workspace, says so, works on it, and says that this is done.
fn long_work(file: &Path, work: impl FnOnce(Workspace) -> Result<Workspace, Error>) {
    let workspace = Workspace::open(file, Box::new(System)).expect("opened");
    say("begins");
    let workspace = work(workspace).expect("done");
    say("done");
    // Closing takes time too, in which it is not to be killed by the one who only measures.
    drop(workspace);
}

fn reason(error: &Error) -> String {
    match error {
        Error::Untrusted(untrusted) => untrusted.reason.to_string(),
        other => other.to_string(),
    }
}

/// Saves an institution, says its id once that is done, and looks into the shared folder; again and again.
fn saves_and_looks_for_ever(mut workspace: Workspace) {
    loop {
        let id = workspace.new_id();
        let fields = entered(&[("name", "saved")]);
        let draft = Draft { id, is_new: true, kind: Kind::Institution, fields };
        workspace.save(&[draft], &[]).expect("saved");
        say(&id.to_string());
        workspace.look_in_folder(false, &Watch::default()).expect("looked");
    }
}

/// Saves an institution and a name of it again and again, and says the institution's id once that is done.
fn saves_for_ever(mut workspace: Workspace) {
    loop {
        let [institution, name] = [workspace.new_id(), workspace.new_id()];
        let fields = entered(&[("name", "saved")]);
        let institution = Draft { id: institution, is_new: true, kind: Kind::Institution, fields };
        let fields = entered(&[("owner", &institution.id.to_string()), ("text", "a row")]);
        let name = Draft { id: name, is_new: true, kind: Kind::Name, fields };
        let id = institution.id;
        workspace.save(&[institution], &[]).expect("saved");
        workspace.save(&[name], &[]).expect("saved");
        say(&id.to_string());
    }
}
