//! Looking at a bundle before it is taken in, record by record.

use std::fs;

use entente_domain::workspace::{LineQuery, Mode, RecordEffect, Watch};

use super::exchange::BUNDLE;
use super::reading::FRAME;
use crate::clock::{Times, timed};
use crate::generate::{Known, Laptop};
use crate::report::Row;
use crate::scene::Scene;

/// How many pages are looked at, and how many lines each has.
const PAGES: u32 = 200;
const LINES: u32 = 100;

/// The rows about previews: of the full bundle, where everything is new.
pub(crate) fn rows(scene: &mut Scene, _: &Known) -> Result<Vec<Row>, Box<dyn std::error::Error>> {
    let folder = scene.path("preview");
    fs::create_dir_all(&folder)?;
    let mut laptop = Laptop::new(&folder, 7, "Lena Hoffmann", "Wien")?;
    let bundle = scene.path(BUNDLE);
    let page = |offset| LineQuery { offset, limit: LINES, ..LineQuery::default() };
    let (shown, first) = timed(|| -> Result<_, Box<dyn std::error::Error>> {
        let shown = laptop.workspace.import(&bundle, Mode::Preview, &Watch::default())?;
        let lines = shown.lines.as_ref().ok_or("a preview without lines")?;
        let count: u32 = lines.page(&page(0))?.counts.values().sum();
        Ok((shown, count))
    });
    let (shown, count) = shown?;
    let lines = shown.lines.ok_or("a preview without lines")?;
    let mut pages = Times::default();
    for turn in 0..PAGES {
        let effect = (turn % 2 == 1).then_some(RecordEffect::New);
        let query = LineQuery { effect, ..page(turn * 7_919 % count.max(1)) };
        let (looked, time) = timed(|| lines.page(&query));
        looked?;
        pages.add(time);
    }
    let (found, search) = timed(|| lines.page(&LineQuery { text: "opt".into(), ..page(0) }));
    found?;
    fs::remove_dir_all(folder)?;
    Ok(vec![
        Row::told(&format!("Preview of {} new records, up to the first of {count} lines", shown.new), first),
        Row::within(&format!("A page of a preview’s lines (p99 of {PAGES})"), pages.percentile(99), FRAME),
        Row::told("A search in a preview’s lines", search),
    ])
}
