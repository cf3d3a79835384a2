//! Looking at a bundle before it is taken in, record by record.

use std::fs;
use std::path::Path;

use entente_domain::workspace::{LineQuery, Lines, Mode, RecordEffect, Watch, Workspace};

use super::exchange::{BUNDLE, changed_by_colleague};
use super::reading::FRAME;
use crate::Failure;
use crate::clock::{Times, timed};
use crate::generate::{Known, Laptop};
use crate::report::Row;
use crate::scene::Scene;

/// How many pages are looked at, and how many lines each has.
const PAGES: u32 = 200;
const LINES: u32 = 100;

/// Every fourth record, two fields each, are a hundred thousand changes of workspace L.
const FOURTH: usize = 4;

/// The rows about previews: of the full bundle, where everything is new, and of one that changes what is known.
pub(crate) fn rows(scene: &mut Scene, known: &Known) -> Result<Vec<Row>, Failure> {
    let folder = scene.path("preview");
    fs::create_dir_all(&folder)?;
    let bundle = scene.path(BUNDLE);
    let mut newcomer = Laptop::new(&folder, 7, "Lena Hoffmann", "Wien")?;
    let mut rows = look(&mut newcomer.workspace, &bundle)?;
    let (changes, _) = changed_by_colleague(scene, &folder, known, FOURTH)?;
    rows.extend(look(scene.workspace(), &changes)?);
    fs::remove_dir_all(folder)?;
    Ok(rows)
}

/// Makes a preview, and looks at its pages here and there.
fn look(workspace: &mut Workspace, bundle: &Path) -> Result<Vec<Row>, Failure> {
    let page = |offset| LineQuery { offset, limit: LINES, ..LineQuery::default() };
    let (shown, first) = timed(|| -> Result<_, Failure> {
        let shown = workspace.import(bundle, Mode::Preview, &Watch::default())?;
        let lines = shown.lines.as_ref().ok_or("a preview without lines")?;
        let count: u32 = lines.page(&page(0))?.counts.values().sum();
        Ok((shown, count))
    });
    let (shown, count) = shown?;
    let what = format!("Preview of {} records that are new and {} that change", shown.new, shown.changed);
    let lines = shown.lines.ok_or("a preview without lines")?;
    let pages = pages(&lines, count, page)?;
    let (found, search) = timed(|| lines.page(&LineQuery { text: "opt".into(), ..page(0) }));
    found?;
    Ok(vec![
        Row::told(&format!("{what}, up to the first of {count} lines"), first),
        Row::within(&format!("A page of its lines (p99 of {PAGES})"), pages.percentile(99), FRAME),
        Row::told("A search in its lines", search),
    ])
}

/// The times of pages throughout the lines, of all and of those that are new or change.
fn pages(lines: &Lines, count: u32, page: impl Fn(u32) -> LineQuery) -> Result<Times, Failure> {
    let mut times = Times::default();
    for turn in 0..PAGES {
        let effect = [None, Some(RecordEffect::New), Some(RecordEffect::Changed)][turn as usize % 3];
        let query = LineQuery { effect, ..page(turn * 7_919 % count.max(1)) };
        let (looked, time) = timed(|| lines.page(&query));
        looked?;
        times.add(time);
    }
    Ok(times)
}
