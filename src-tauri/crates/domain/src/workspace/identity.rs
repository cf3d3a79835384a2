//! Who works here, and how colleagues learn of it.
//!
//! The names are kept in the file from the start, but become part of the log only with the first real save: a workspace
//! in which nothing was entered yet knows just what it has imported.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::door::Edit;
use super::{DraftProblem, Error, Workspace, Written};
use crate::ids::{DeviceId, RecordId};
use crate::kinds::{Field, Kind};
use crate::log::Action;
use crate::rules;
use crate::store::introduced;
use crate::store::local::{self, Key};
use crate::value::Value;

/// Who works here, on which laptop.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Identity {
    /// The officer's name.
    pub officer: String,
    /// The laptop's name.
    pub device: String,
}

impl Workspace {
    /// Who works here.
    ///
    /// # Errors
    /// If the workspace cannot be read.
    pub fn identity(&self) -> Result<Identity, Error> {
        let name = |key| local::get(&self.connection, key).map(Option::unwrap_or_default);
        let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
        Ok(Identity { officer: text(name(Key::Officer)?), device: text(name(Key::Device)?) })
    }

    /// The names of a device, or of that which wrote a branch, and of its officer, if they are known here.
    ///
    /// # Errors
    /// If the workspace cannot be read.
    pub fn identity_of(&self, device: DeviceId) -> Result<Option<Identity>, Error> {
        let device = self.devices.branches().device(device);
        if device == self.device() {
            return self.identity().map(Some);
        }
        let Some(row) = self.device_row(device)? else {
            let names = introduced::names(&self.connection, &self.devices, device)?;
            return Ok(names.map(|(officer, device)| Identity { officer, device }));
        };
        let text = |name| row.values.get(&field(name).number).map(ToString::to_string).unwrap_or_default();
        Ok(Some(Identity { officer: text("officer"), device: text("name") }))
    }

    /// Sets the officer's and the laptop's name. They travel with the commits, so that colleagues know whose they are.
    ///
    /// # Errors
    /// [`Error::Invalid`] if a name is empty or not accepted.
    pub fn set_identity(&mut self, identity: &Identity) -> Result<Written, Error> {
        check(identity)?;
        local::set(&self.connection, Key::Officer, identity.officer.trim().as_bytes())?;
        local::set(&self.connection, Key::Device, identity.device.trim().as_bytes())?;
        if self.has_commits() { self.introduce() } else { Ok(Written::default()) }
    }

    /// Writes the names into the log, as the record of this device.
    pub(super) fn introduce(&mut self) -> Result<Written, Error> {
        let introduction = introduction(self.device(), &self.identity()?, self.continues());
        self.write(Action::Introduce, &[introduction])
    }

    /// Whether this device has made a commit yet.
    pub(super) fn has_commits(&self) -> bool {
        self.devices.get(self.device()).is_some_and(|own| own.head > 0)
    }
}

/// The record of a device, with these names, and with the device in whose place it goes on.
pub(super) fn introduction(device: DeviceId, identity: &Identity, continues: Option<DeviceId>) -> Edit {
    let named = |name, text: &str| (field(name).number, Some(Value::from(text)));
    let mut fields = BTreeMap::from([named("name", &identity.device), named("officer", &identity.officer)]);
    if let Some(former) = continues {
        fields.insert(field("continues").number, Some(Value::from(record_of(former))));
    }
    Edit::of_fields(record_of(device), Kind::Device, fields)
}

/// What says of a device that it is no longer in use, or is again.
pub(super) fn retirement(device: DeviceId, retired: bool) -> Edit {
    let fields = BTreeMap::from([(field("retired").number, retired.then_some(Value::Boolean(true)))]);
    Edit::of_fields(record_of(device), Kind::Device, fields)
}

/// The devices whose workspaces backups took the place of.
pub(super) fn replaced(connection: &Connection) -> rusqlite::Result<Vec<DeviceId>> {
    Ok(local::devices(connection, Key::Replaced)?.unwrap_or_default())
}

/// Notes that backups took the place of the workspaces of these.
pub(super) fn note_replaced(connection: &Connection, devices: &[DeviceId]) -> rusqlite::Result<()> {
    local::set_devices(connection, Key::Replaced, devices)
}

/// Checks the names of an officer and a laptop as the fields of any record.
pub(super) fn check(identity: &Identity) -> Result<(), Error> {
    let entered = [("name", &identity.device), ("officer", &identity.officer)];
    let problems: Vec<DraftProblem> = entered
        .into_iter()
        .filter_map(|(name, text)| {
            let problem = rules::check_field(field(name), Some(text.as_str().into())).err()?;
            Some(DraftProblem { draft: 0, field: name, problem })
        })
        .collect();
    if problems.is_empty() { Ok(()) } else { Err(Error::Invalid(problems)) }
}

/// The record of a device has its id.
pub(super) fn record_of(device: DeviceId) -> RecordId {
    RecordId::from_bytes(*device.as_bytes())
}

/// A field of such records.
pub(super) fn field(name: &str) -> &'static Field {
    Kind::Device.field(name).expect("BUG: only declared fields are named")
}
