//! Accessibility of a screen, judged by axe-core.

use std::path::Path;

use serde_json::{Value, json};

use crate::page::Page;

/// What the interface promises: WCAG 2.2 AA, and with it all before.
const RULES: [&str; 6] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const RUN: &str = "
    const [rules, done] = arguments;
    axe.run(document, { runOnly: rules, resultTypes: ['violations'] }).then(
      ({ violations }) => done(violations.map(({ id, impact, help, nodes }) => (
        { id, impact, help, places: nodes.map(({ target, failureSummary }) => `${target}: ${failureSummary}`) }))),
      (error) => done([{ id: 'axe', impact: 'critical', help: String(error), places: [] }]));
";

/// Asks that nobody is seriously hindered by the screen as it is now.
#[track_caller]
pub(crate) fn no_serious_finding(page: &Page, screen: &str) {
    if page.script("return typeof axe", &[]) == "undefined" {
        page.script(&source(), &[]);
    }
    let findings = page.script_async(RUN, &[json!(RULES)]);
    let serious: Vec<String> =
        findings.as_array().into_iter().flatten().filter(|f| is_serious(f)).map(line).collect();
    assert!(
        serious.is_empty(),
        "{screen}: {}\n{}",
        page.picture(&format!("axe-{screen}")),
        serious.join("\n")
    );
}

fn is_serious(finding: &Value) -> bool {
    matches!(finding["impact"].as_str(), Some("serious" | "critical"))
}

fn line(finding: &Value) -> String {
    let places: Vec<&str> =
        finding["places"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    format!("{} ({}): {}\n  {}", finding["id"], finding["impact"], finding["help"], places.join("\n  "))
}

/// The script as npm installed it with the interface's packages.
fn source() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/node_modules/axe-core/axe.min.js");
    let script = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    // Run as the body of a function, it would keep itself there: it is handed to the window instead.
    format!("{script}\nwindow.axe = window.axe ?? axe;")
}
