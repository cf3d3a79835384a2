//! An agreement's summary, from the workspace to the PDF on disk.

use std::path::Path;
use std::time::Duration;

use entente_api::{Api, ApiOptions, wire};
use entente_domain::ids::RecordId;
use entente_domain::kinds::Kind;
use entente_domain::value::Value;
use entente_domain::workspace::Draft;

use crate::clock::{Times, timed};
use crate::generate::Known;
use crate::report::Row;
use crate::scene::Scene;

const LIMIT: Duration = Duration::from_millis(150);

/// How many pages are printed of each sort.
const PAGES: usize = 30;

/// The most parties and follow-ups that an agreement is thought to have.
const MANY: usize = 12;

/// The rows about printing. Closes the workspace for the while, since the api opens it itself.
pub(crate) fn rows(scene: &mut Scene, known: &Known) -> Result<Vec<Row>, Box<dyn std::error::Error>> {
    let large = large_agreement(scene, known)?;
    let usual: Vec<_> =
        (0..PAGES).map(|turn| known.agreements[turn * 97 % known.agreements.len()].id).collect();
    let (pdf, workspace) = (scene.path("summary.pdf"), scene.close());
    let api = Api::new(ApiOptions { languages: vec!["en".into()], ..ApiOptions::default() });
    api.open_workspace(wire::Path { path: workspace.display().to_string() })
        .map_err(|failure| told(&api, &failure))?;
    let rows = vec![
        row(&api, "Agreement summary as PDF", &usual, &pdf)?,
        row(&api, &format!("Agreement summary of {MANY} parties as PDF"), &[large; PAGES], &pdf)?,
    ];
    api.close();
    scene.reopen(&workspace)?;
    Ok(rows)
}

fn row(api: &Api, what: &str, ids: &[RecordId], pdf: &Path) -> Result<Row, String> {
    let path = pdf.display().to_string();
    let mut times = Times::default();
    for (turn, id) in ids.iter().enumerate() {
        let language = if turn % 2 == 0 { "en" } else { "zh-Hans" };
        let print =
            wire::PrintAgreement { id: id.to_string(), language: language.into(), path: path.clone() };
        let (printed, time) = timed(|| api.print_agreement(print));
        printed.map_err(|failure| told(api, &failure))?;
        // The first of each language fills what stays warm: fonts, and the wording.
        if turn >= 2 {
            times.add(time);
        }
    }
    Ok(Row::within(&format!("{what}, warm (p95 of {})", times.count()), times.percentile(95), LIMIT))
}

fn told(api: &Api, failure: &entente_api::Failure) -> String {
    api.tell(failure).message
}

/// An agreement of many parties, each with a signatory and reservations, and with many follow-ups.
fn large_agreement(scene: &mut Scene, known: &Known) -> Result<RecordId, Box<dyn std::error::Error>> {
    let template = &known.agreements[0];
    let mut drafts = Vec::new();
    let agreement = add(
        scene,
        &mut drafts,
        Kind::Agreement,
        &[
            ("title", template.title.as_str().into()),
            ("stage", "signed".into()),
            ("in-force", "2024-02".into()),
            ("note", "Reviewed each spring by all parties together. ".repeat(20).trim().into()),
        ],
    );
    for turn in 0..MANY {
        add_party(scene, known, &mut drafts, agreement, turn);
    }
    scene.workspace().save(&drafts, &[])?;
    Ok(agreement)
}

/// A party with its signatory, and a follow-up.
fn add_party(scene: &mut Scene, known: &Known, drafts: &mut Vec<Draft>, agreement: RecordId, turn: usize) {
    let institution = &known.institutions[turn * 31 % known.institutions.len()];
    let person = &known.people[turn * 71 % known.people.len()];
    let party = [
        ("agreement", agreement.into()),
        ("institution", institution.id.into()),
        ("name-at-signing", institution.name.as_str().into()),
        ("signed", "2024-01-15".into()),
        ("reservations", "Article 6 applies only to staff employed full-time.".into()),
    ];
    let party = add(scene, drafts, Kind::Party, &party);
    let signatory = [
        ("party", party.into()),
        ("name-at-signing", person.name.as_str().into()),
        ("title-at-signing", "Vice-rector for international cooperation".into()),
    ];
    add(scene, drafts, Kind::Signatory, &signatory);
    let follow_up = [("about", agreement.into()), ("title", "Ask for the signed copy".into())];
    add(scene, drafts, Kind::FollowUp, &follow_up);
}

fn add(scene: &mut Scene, drafts: &mut Vec<Draft>, kind: Kind, fields: &[(&str, Value)]) -> RecordId {
    let id = scene.workspace().new_id();
    let fields = fields.iter().map(|(name, value)| (name.to_string(), Some(value.clone()))).collect();
    drafts.push(Draft { id, is_new: true, kind, fields });
    id
}
