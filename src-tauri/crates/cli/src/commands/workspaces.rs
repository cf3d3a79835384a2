//! `new` and `sample`.

use std::path::Path;

use entente_api::wire::{NewWorkspace, Nothing};
use entente_messages::Args;

use super::changes::count_of_records;
use crate::arguments::New;
use crate::failure::Failure;
use crate::session::{Answer, Session, absolute};

/// Makes a workspace where there is none.
pub(crate) fn new(session: &Session, file: &Path, new: New) -> Result<Answer, Failure> {
    let path = absolute(file);
    let wanted = NewWorkspace { path, officer: new.officer, device: new.device };
    let status = session.told(session.api.create_workspace(wanted))?;
    let workspace = status.workspace.expect("BUG: a workspace just made is open");
    Ok(session.answer(&workspace, || {
        let args = Args::new().with("path", workspace.path.clone());
        session.say("cli-workspace-made", args.with("officer", workspace.identity.officer.clone()))
    }))
}

/// Fills a workspace just made with the sample.
pub(crate) fn sample(session: &Session) -> Result<Answer, Failure> {
    let changed = session.told(session.api.add_sample(Nothing {}))?;
    Ok(session.answer(&changed, || {
        session.say("cli-sample-added", Args::new().with("count", count_of_records(&changed)))
    }))
}
