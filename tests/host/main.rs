//! The interface and the api for a browser on this machine: for the end-to-end tests, and for working on the
//! interface with Vite. Listens on the loopback only, prints its address, and ends when its input does, or after
//! an hour, so that none is left behind.
//!
//! ```text
//! host [--settings FOLDER] [--port N]
//! ```

use std::io::Read as _;
use std::net::Ipv4Addr;
use std::path::PathBuf;
use std::process::{ExitCode, exit};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use entente_api::{Api, ApiOptions};
use tiny_http::Server;

mod answer;
mod policy;

/// No test and no afternoon's work on the interface needs it longer.
const LIFETIME: Duration = Duration::from_secs(60 * 60);

/// Where the program keeps its settings, and on which port to listen; 0 is any free one.
#[derive(Default)]
struct Options {
    settings: Option<PathBuf>,
    port: u16,
}

fn main() -> ExitCode {
    match options().and_then(serve) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn options() -> Result<Options, String> {
    let mut options = Options::default();
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        let value = words.next().ok_or_else(|| format!("{word} wants a value"))?;
        match word.as_str() {
            "--settings" => options.settings = Some(PathBuf::from(value)),
            "--port" => options.port = value.parse().map_err(|_| format!("{value} is no port"))?,
            _ => return Err(format!("host [--settings FOLDER] [--port N], not {word}")),
        }
    }
    Ok(options)
}

fn serve(options: Options) -> Result<(), String> {
    let passing = tempfile::tempdir().map_err(|error| error.to_string())?;
    let settings = options.settings.unwrap_or_else(|| passing.path().to_owned());
    let api = ApiOptions {
        marks_dir: Some(settings.join("marks")),
        config_dir: Some(settings),
        languages: vec!["en".to_owned()],
        ..ApiOptions::default()
    };
    let api = Arc::new(Api::new(api));
    api.keep_backups();
    let server = Server::http((Ipv4Addr::LOCALHOST, options.port)).map_err(|error| error.to_string())?;
    println!("http://{}", server.server_addr());
    end_in_time(&api);
    for request in server.incoming_requests() {
        let api = Arc::clone(&api);
        // One thread a request, since `progress` and `cancel` come while another is at work.
        thread::spawn(move || answer::answer(&api, request));
    }
    Ok(())
}

/// Ends the program with its input, or after its lifetime.
fn end_in_time(api: &Arc<Api>) {
    let of_input = Arc::clone(api);
    thread::spawn(move || {
        // Whatever is typed is of no interest, only that it ends.
        let _ = std::io::stdin().read_to_end(&mut Vec::new());
        of_input.close();
        exit(0);
    });
    let of_time = Arc::clone(api);
    thread::spawn(move || {
        thread::sleep(LIFETIME);
        of_time.close();
        exit(0);
    });
}
