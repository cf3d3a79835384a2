//! The one command: a request of the page to the api, and its answer.

use std::sync::Arc;

use entente_api::Api;
use serde_json::Value;
use tauri::State;
use tauri::async_runtime::spawn_blocking;
use tauri::ipc::{InvokeError, Response};

/// Hands a request `{"cmd": …, "args": …}` to the api, on a thread of its own, so that the window stays alive and
/// `progress` and `cancel` get through while another request is at work. The answer's text goes to the page as it
/// is, be it the result or the error.
#[tauri::command]
pub(crate) async fn rpc(api: State<'_, Arc<Api>>, request: Value) -> Result<Response, InvokeError> {
    let api = Arc::clone(&api);
    let answer = spawn_blocking(move || api.rpc(&request.to_string())).await;
    match answer {
        Ok(Ok(result)) => Ok(Response::new(result)),
        Ok(Err(error)) => Err(InvokeError(serde_json::from_str(&error).unwrap_or(Value::String(error)))),
        // The api lets no panic out; were it to, the page takes what is no error of the wire for a defect.
        Err(panic) => Err(InvokeError(Value::String(panic.to_string()))),
    }
}
