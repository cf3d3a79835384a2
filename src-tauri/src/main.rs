//! The shell: a window, the system's file dialogs, and one command that hands requests to the api.
//! It decides nothing, and knows no record, no file format and no setting.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use entente_api::{Api, ApiOptions};
use tauri::{App, AppHandle, Emitter as _, Manager as _, RunEvent};

use instance::Start;

mod instance;
mod rpc;
mod trouble;

/// A window is wanted and there is no display; also documented in README.md.
const NO_DISPLAY: u8 = 4;

fn main() -> ExitCode {
    if trouble::told_as_asked() {
        return ExitCode::SUCCESS;
    }
    if !trouble::has_display() {
        eprintln!("{}", trouble::no_display());
        return ExitCode::from(NO_DISPLAY);
    }
    trouble::tell_of_defects();
    match started() {
        Ok(Some(app)) => {
            app.run(on_event);
            ExitCode::SUCCESS
        }
        Ok(None) => ExitCode::SUCCESS,
        Err(error) => {
            trouble::tell_of_failed_start(&error.to_string());
            ExitCode::FAILURE
        }
    }
}

/// The program, ready to run; `None` if another one runs and does the work. The api is there before the page can ask
/// for it. No window is made before the program runs, so one that ends here was never seen.
fn started() -> tauri::Result<Option<App>> {
    let app = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .invoke_handler(tauri::generate_handler![rpc::rpc])
        .build(tauri::generate_context!())?;
    let settings = app.path().app_config_dir()?;
    let pending = file_to_open();
    let instance = match instance::start(&settings, pending.as_deref()) {
        Ok(Start::First(instance)) => Some(instance),
        Ok(Start::HandedOver) => return Ok(None),
        Ok(Start::NoAnswer) => {
            trouble::tell_of_no_answer();
            return Ok(None);
        }
        // Where no settings can be kept, each workspace's own lock still keeps two programs apart.
        Err(error) => {
            eprintln!("{}: {error}", settings.display());
            None
        }
    };
    let languages = sys_locale::get_locales().collect();
    let marks_dir = entente_api::marks_folder();
    let options = ApiOptions { config_dir: Some(settings), marks_dir, pending, languages, plain: false };
    let api = Arc::new(Api::new(options));
    api.keep_backups();
    app.manage(api);
    let handle = app.handle().clone();
    if let Some(instance) = instance {
        instance.watch(move |file| open(&handle, file));
    }
    Ok(Some(app))
}

/// Shows the window, and the file in it if there is one.
fn open(app: &AppHandle, file: Option<PathBuf>) {
    if let Some(file) = file {
        app.state::<Arc<Api>>().set_pending(file);
        // The page asks for what is pending; were it not there yet, it will when it comes.
        let _ = app.emit("pending", ());
    }
    for window in app.webview_windows().values() {
        let _ = window.unminimize().and_then(|()| window.set_focus());
    }
}

/// A workspace or bundle that the program was started with, by a double click or from a terminal.
fn file_to_open() -> Option<PathBuf> {
    let file = PathBuf::from(std::env::args_os().nth(1)?);
    // A folder that has gone meanwhile leaves the path as it was given; the api will say that there is no file.
    Some(std::path::absolute(&file).unwrap_or(file))
}

fn on_event(app: &AppHandle, event: RunEvent) {
    match event {
        // macOS hands over files by an event instead of an argument.
        #[cfg(target_os = "macos")]
        RunEvent::Opened { urls } => {
            if let Some(file) = urls.iter().find_map(|url| url.to_file_path().ok()) {
                open(app, Some(file));
            }
        }
        // So that the workspace is one file again, which can be copied whole.
        RunEvent::Exit => app.state::<Arc<Api>>().close(),
        _ => {}
    }
}
