//! Opening a workspace, and looking after it.

use std::time::Duration;

use entente_domain::workspace::Watch;

use super::reading::today;
use crate::clock::timed;
use crate::generate::Known;
use crate::report::Row;
use crate::scene::Scene;

/// The rows about opening and upkeep.
pub(crate) fn rows(scene: &mut Scene, _: &Known) -> Result<Vec<Row>, Box<dyn std::error::Error>> {
    let mut shortest = Duration::MAX;
    for _ in 0..3 {
        let path = scene.close();
        let (opened, time) = timed(|| {
            scene.reopen(&path)?;
            scene.workspace().overdue(today(), 50)
        });
        opened?;
        shortest = shortest.min(time);
    }
    let watch = Watch::default();
    let mut rows =
        vec![Row::within("Opening the workspace, up to the first rows", shortest, Duration::from_secs(1))];
    let (digest, time) = timed(|| scene.workspace().digest());
    digest?;
    rows.push(Row::told("Digest", time));
    let (checked, time) = timed(|| scene.workspace().check(&watch));
    let what = if checked?.problems.is_empty() { "Check" } else { "Check (FOUND SOMETHING WRONG)" };
    rows.push(Row::told(what, time));
    let (rebuilt, time) = timed(|| scene.workspace().rebuild(&watch));
    rebuilt?;
    rows.push(Row::told("Rebuild of the projections", time));
    Ok(rows)
}
