//! The content policy that the shell sets, so that a browser forbids what the real window forbids.

use std::sync::LazyLock;

use serde_json::Value;

static POLICY: LazyLock<String> = LazyLock::new(|| {
    let settings: Value = serde_json::from_str(include_str!("../../src-tauri/tauri.conf.json"))
        .expect("BUG: the shell's settings are JSON");
    let directives = settings["app"]["security"]["csp"].as_object().expect("BUG: the shell sets a policy");
    let lines =
        directives.iter().map(|(name, value)| format!("{name} {}", value.as_str().unwrap_or_default()));
    lines.collect::<Vec<_>>().join("; ")
});

/// The value of the header `Content-Security-Policy`.
pub(crate) fn policy() -> &'static str {
    &POLICY
}
