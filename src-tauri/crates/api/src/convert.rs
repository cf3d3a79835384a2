//! From the domain's plain data to wire types and back.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use entente_domain::ids::{DeviceId, RecordId, WallTime};
use entente_domain::kinds::{FieldNumber, Kind};
use entente_domain::log::{Action, ChangedValue};
use entente_domain::merge;
use entente_domain::rules::agreement_state::{self, AgreementState, Ending};
use entente_domain::store::{Companion, Row as DomainRow};
use entente_domain::value::Value;
use entente_domain::workspace::{Identity, NotSeen, Seen, Workspace};
use entente_messages::{Args, Messages};

use crate::failure::Failure;
use crate::wire;

/// The name under which a deletion stands among the fields.
pub(crate) const DELETED: &str = "deleted";

/// What rows are told with.
pub(crate) struct Telling<'a> {
    pub(crate) messages: &'a Messages,
    pub(crate) today: NaiveDate,
}

impl Telling<'_> {
    /// A record as the wire has it.
    pub(crate) fn row(&self, row: &DomainRow) -> wire::Row {
        let fields = row.kind.fields().iter();
        wire::Row {
            id: row.id.to_string(),
            kind: row.kind.name().into(),
            title: self.title(row.kind, row.title.as_deref()),
            fields: fields
                .map(|field| (field.name.into(), row.values.get(&field.number).map(to_wire)))
                .collect(),
            titles: row.titles.iter().map(|(id, title)| (id.to_string(), title.clone())).collect(),
            erased: row.erased.iter().map(ToString::to_string).collect(),
            companions: row.companions.on(self.today).into_iter().map(companion).collect(),
            conflicts: row.conflicts.iter().map(|number| field_name(row.kind, *number).into()).collect(),
            deleted: !row.live,
            left_out: row.is_left_out(),
            state: (row.kind == Kind::Agreement)
                .then(|| self.state(agreement_state::state(&row.values, self.today))),
        }
    }

    pub(crate) fn rows(&self, rows: &[DomainRow]) -> Vec<wire::Row> {
        rows.iter().map(|row| self.row(row)).collect()
    }

    /// What a record is called; one without a name is called so.
    pub(crate) fn title(&self, kind: Kind, title: Option<&str>) -> String {
        let untitled = || {
            let label = self.messages.text(&format!("kind-{kind}"));
            self.messages.format("untitled", &Args::new().with("kind", label))
        };
        title.map_or_else(untitled, Into::into)
    }

    /// What an agreement's dates mean, with the sentence for it.
    pub(crate) fn state(&self, state: AgreementState) -> wire::AgreementState {
        let (key, date, days) = match state {
            AgreementState::NeverConcluded => ("state-never-concluded", None, None),
            AgreementState::NotYet { from: None } => ("state-not-yet", None, None),
            AgreementState::NotYet { from } => ("state-not-yet-from", from.map(Ending::Date), None),
            AgreementState::InForce { until: None, evergreen: true } => {
                ("state-in-force-evergreen", None, None)
            }
            AgreementState::InForce { until: None, .. } => ("state-in-force", None, None),
            AgreementState::InForce { until, .. } => ("state-in-force-until", until, None),
            AgreementState::Expiring { until, may_be_over: true, .. } => {
                ("state-expiring-or-over", Some(until), None)
            }
            AgreementState::Expiring { until, days: None, .. } => ("state-expiring", Some(until), None),
            AgreementState::Expiring { until, days, .. } => ("state-expiring-days", Some(until), days),
            AgreementState::Expired { on } => ("state-expired", Some(on), None),
            AgreementState::Terminated { on } => ("state-terminated", Some(on), None),
            AgreementState::Unknown => ("state-unknown", None, None),
        };
        let days = days.and_then(|days| i32::try_from(days).ok());
        let args = Args::new().with("days", days.unwrap_or_default());
        let sentence = self.ending(key, date, args);
        let date = date.map(|date| date.to_string());
        wire::AgreementState { code: state.code().name().into(), sentence, date, days }
    }

    /// A sentence with a date, which is another one where that is a span of days.
    fn ending(&self, key: &str, date: Option<Ending>, args: Args<'_>) -> String {
        let told = |day: String| self.messages.date(&day);
        match date {
            None => self.messages.format(key, &args),
            Some(Ending::Date(date)) => self.messages.format(key, &args.with("date", told(date.to_string()))),
            Some(Ending::Between(first, last)) => {
                let args = args.with("first", told(first.to_string())).with("last", told(last.to_string()));
                self.messages.format(&format!("{key}-between"), &args)
            }
        }
    }

    /// A changed value as the wire has it, except that a reference is given by its title.
    pub(crate) fn changed(
        &self,
        workspace: &Workspace,
        value: &ChangedValue,
    ) -> Result<Option<String>, Failure> {
        Ok(match value {
            ChangedValue::Empty => None,
            ChangedValue::Deleted { .. } => Some("true".into()),
            ChangedValue::Value(Value::Reference(id)) => Some(self.title_of(workspace, *id)?),
            ChangedValue::Value(value) => Some(value.to_string()),
        })
    }

    /// The title of a record, or its id where it is not here.
    pub(crate) fn title_of(&self, workspace: &Workspace, id: RecordId) -> Result<String, Failure> {
        let row = workspace.row(id)?;
        Ok(row.map_or_else(|| id.to_string(), |row| self.title(row.kind, row.title.as_deref())))
    }
}

fn companion(Companion { name, roles }: Companion) -> wire::Companion {
    wire::Companion { name, roles }
}

/// A value as the wire has it.
pub(crate) fn to_wire(value: &Value) -> wire::WireValue {
    match value {
        Value::Text(text) => wire::WireValue::Text(text.clone()),
        Value::Integer(number) => wire::WireValue::Integer(*number),
        Value::Boolean(yes) => wire::WireValue::Boolean(*yes),
        Value::Reference(id) => wire::WireValue::Text(id.to_string()),
    }
}

/// A value as it came over the wire; the rules tell later what a text is.
pub(crate) fn from_wire(value: wire::WireValue) -> Value {
    match value {
        wire::WireValue::Text(text) => Value::Text(text),
        wire::WireValue::Integer(number) => Value::Integer(number),
        wire::WireValue::Boolean(yes) => Value::Boolean(yes),
    }
}

/// The name of a field by its number, which the deletion has too.
pub(crate) fn field_name(kind: Kind, number: FieldNumber) -> &'static str {
    kind.field_by_number(number).map_or(DELETED, |field| field.name)
}

/// The number of a field by its name, which the deletion has too.
pub(crate) fn field_number(kind: Kind, name: &str) -> Result<FieldNumber, Failure> {
    match kind.field(name) {
        Some(field) => Ok(field.number),
        None if name == DELETED => Ok(merge::DELETED),
        None => Err(Failure::UnknownField { kind, name: name.into() }),
    }
}

/// The name of what a commit did.
pub(crate) fn action_name(action: Action) -> String {
    let name = match action {
        Action::Introduce => "introduce",
        Action::Save => "save",
        Action::Delete => "delete",
        Action::Restore => "restore",
        Action::Undo(_) => "undo",
        Action::Redo(_) => "redo",
        Action::Erase => "erase",
        Action::LeaveOut(_) => "leave-out",
        Action::TakeBack(_) => "take-back",
    };
    name.into()
}

/// A laptop's name and its officer's, or its id as long as neither is known.
pub(crate) fn whose_device(workspace: &Workspace, device: DeviceId) -> Result<String, Failure> {
    let identity = workspace.identity_of(device)?;
    Ok(identity
        .map_or_else(|| device.to_string(), |identity| format!("{} ({})", identity.device, identity.officer)))
}

/// A wall time in RFC 3339, UTC. A clock beyond the calendar is told as its limit.
pub(crate) fn time(wall_time: WallTime) -> String {
    let time = DateTime::from_timestamp_millis(wall_time).unwrap_or(DateTime::<Utc>::MAX_UTC);
    time.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// An id from its text.
pub(crate) fn id(text: &str) -> Result<RecordId, Failure> {
    text.parse().map_err(|_| Failure::NoRecord(text.into()))
}

/// Ids from their texts.
pub(crate) fn ids(texts: &[String]) -> Result<Vec<RecordId>, Failure> {
    texts.iter().map(|text| id(text)).collect()
}

/// How far a workspace was read, from its text. That is never typed: another text is a defect of whoever sends it.
pub(crate) fn seen(text: Option<&str>) -> Result<Option<Seen>, Failure> {
    text.map(str::parse).transpose().map_err(|error: NotSeen| Failure::Defect(error.to_string()))
}

/// A device from the text of its id.
pub(crate) fn device(text: &str) -> Result<DeviceId, Failure> {
    text.parse().map_err(|_| Failure::NoDevice(text.into()))
}

/// What a device is called, or its id where it has not introduced itself here.
pub(crate) fn device_name(workspace: &Workspace, device: DeviceId) -> Result<String, Failure> {
    Ok(workspace.identity_of(device)?.map_or_else(|| device.to_string(), |identity| identity.device))
}

/// A kind from its name.
pub(crate) fn kind(name: &str) -> Result<Kind, Failure> {
    Kind::from_name(name).ok_or_else(|| Failure::UnknownKind(name.into()))
}

/// A count as the wire has it.
pub(crate) fn count(number: u64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// The names of an officer and a laptop.
pub(crate) fn identity(identity: Identity) -> wire::Identity {
    wire::Identity { officer: identity.officer, device: identity.device }
}

/// Counts of the main kinds by their names.
pub(crate) fn counts(counts: BTreeMap<Kind, u32>) -> BTreeMap<String, u32> {
    counts.into_iter().map(|(kind, count)| (kind.name().to_string(), count)).collect()
}
