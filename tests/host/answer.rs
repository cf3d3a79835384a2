//! One request: a command for the api, or a file of the built interface.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Component, Path, PathBuf};

use entente_api::Api;
use tiny_http::{Method, Request};

use crate::policy::policy;

/// Status of an answer that is an error of the wire.
const REFUSED: u16 = 422;

/// What a request is answered with.
struct Answer {
    status: u16,
    media_type: &'static str,
    body: Vec<u8>,
}

impl Answer {
    fn text(status: u16, text: &str) -> Answer {
        Answer { status, media_type: "text/plain; charset=utf-8", body: text.into() }
    }
}

/// Answers a request. A browser that has gone meanwhile is no concern of ours.
pub(crate) fn answer(api: &Api, mut request: Request) {
    let answer = match (request.method(), request.url()) {
        (Method::Post, "/rpc") => rpc(api, &mut request),
        (Method::Get, url) => file(url),
        _ => Answer::text(405, ""),
    };
    let _ = write(request, &answer);
}

/// Writes an answer, and with it the end of the connection. The server keeps a thread for each connection that is
/// open, and hands a new one to a thread that was promised to another a moment before: on a busy machine it would wait
/// until a browser closes one by itself, minutes later. It allows no such header in an answer of its own making.
fn write(request: Request, Answer { status, media_type, body }: &Answer) -> io::Result<()> {
    let mut out = request.into_writer();
    write!(out, "HTTP/1.1 {status} \r\nConnection: close\r\nContent-Type: {media_type}\r\n")?;
    write!(out, "Content-Security-Policy: {}\r\nContent-Length: {}\r\n\r\n", policy(), body.len())?;
    out.write_all(body)?;
    out.flush()
}

fn rpc(api: &Api, request: &mut Request) -> Answer {
    let mut body = String::new();
    if let Err(error) = request.as_reader().read_to_string(&mut body) {
        return Answer::text(400, &error.to_string());
    }
    let (text, status) = match api.rpc(&body) {
        Ok(result) => (result, 200),
        Err(error) => (error, REFUSED),
    };
    Answer { status, media_type: "application/json", body: text.into_bytes() }
}

fn file(url: &str) -> Answer {
    let path = path(url);
    match fs::read(&path) {
        Ok(body) => Answer { status: 200, media_type: media_type(&path), body },
        Err(error) => Answer::text(404, &error.to_string()),
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
