//! `rebuild`, `check`, `sweep` and `digest`.

use entente_api::wire::Nothing;
use entente_messages::Args;

use crate::DAMAGED;
use crate::arguments::Rebuild;
use crate::failure::Failure;
use crate::progress;
use crate::session::{Answer, Session};
use crate::text::safe;

/// Makes all projections anew. With `--verify`, that they were not as the log has them is a failure.
pub(crate) fn rebuild(session: &Session, rebuild: &Rebuild) -> Result<Answer, Failure> {
    let rebuilt = session.told(progress::shown(session, || session.api.rebuild(Nothing {})))?;
    let code = if rebuild.verify && !rebuilt.same { DAMAGED } else { 0 };
    let answer = session.answer(&rebuilt, || {
        let key = if rebuilt.same { "cli-rebuilt-same" } else { "cli-rebuilt-otherwise" };
        format!("{}\n{}", session.text(key), rebuilt.digest)
    });
    Ok(answer.with_code(code))
}

/// Verifies the log, the documents and the file. A problem found is a failure.
pub(crate) fn check(session: &Session) -> Result<Answer, Failure> {
    let report = session.told(progress::shown(session, || session.api.check(Nothing {})))?;
    let code = if report.problems.is_empty() { 0 } else { DAMAGED };
    let answer = session.answer(&report, || {
        let args = Args::new().with("commits", report.commits).with("documents", report.documents);
        let mut lines = vec![session.say("cli-checked", args)];
        lines.extend(report.problems.iter().map(|problem| safe(problem)));
        if code == 0 {
            lines.push(session.text("cli-no-problems"));
        }
        lines.join("\n")
    });
    Ok(answer.with_code(code))
}

/// Writes the file anew, so that nothing is left in it of what was erased.
pub(crate) fn sweep(session: &Session) -> Result<Answer, Failure> {
    let status = session.told(progress::shown(session, || session.api.sweep(Nothing {})))?;
    Ok(session.answer(&status.workspace, || session.text("cli-swept")))
}

/// One hash over all that is shown.
pub(crate) fn digest(session: &Session) -> Result<Answer, Failure> {
    let digest = session.told(session.api.digest(Nothing {}))?;
    Ok(session.answer(&digest, || digest.digest.clone()))
}
