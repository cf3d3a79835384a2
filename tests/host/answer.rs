//! One request: a command for the api, or a file of the built interface.

use std::fs;
use std::path::{Component, Path, PathBuf};

use entente_api::Api;
use tiny_http::{Header, Method, Request, Response};

use crate::policy::policy;

/// Status of an answer that is an error of the wire.
const REFUSED: u16 = 422;

/// Answers a request. A browser that has gone meanwhile is no concern of ours.
pub(crate) fn answer(api: &Api, mut request: Request) {
    let response = match (request.method(), request.url()) {
        (Method::Post, "/rpc") => rpc(api, &mut request),
        (Method::Get, url) => file(url),
        _ => Response::from_string("").with_status_code(405),
    };
    let _ = request.respond(response.with_header(header("Content-Security-Policy", policy())));
}

type Answer = Response<std::io::Cursor<Vec<u8>>>;

fn rpc(api: &Api, request: &mut Request) -> Answer {
    let mut body = String::new();
    if let Err(error) = request.as_reader().read_to_string(&mut body) {
        return Response::from_string(error.to_string()).with_status_code(400);
    }
    let (text, status) = match api.rpc(&body) {
        Ok(result) => (result, 200),
        Err(error) => (error, REFUSED),
    };
    Response::from_string(text)
        .with_status_code(status)
        .with_header(header("Content-Type", "application/json"))
}

fn file(url: &str) -> Answer {
    let path = path(url);
    match fs::read(&path) {
        Ok(bytes) => Response::from_data(bytes).with_header(header("Content-Type", media_type(&path))),
        Err(error) => Response::from_string(error.to_string()).with_status_code(404),
    }
}

/// The file of the interface that an address names, never one beside it.
fn path(url: &str) -> PathBuf {
    let interface = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/dist");
    let name = url.split(['?', '#']).next().unwrap_or_default().trim_start_matches('/');
    let inside = Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
    interface.join(if name.is_empty() || !inside { "index.html" } else { name })
}

fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("BUG: a header of ASCII text")
}
