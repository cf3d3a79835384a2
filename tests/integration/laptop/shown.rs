//! What a laptop shows.

use entente_domain::ids::RecordId;
use entente_domain::store::Row;
use entente_domain::value::Value;

use super::Laptop;

impl Laptop {
    /// Whether a record is here and of a known kind.
    pub(crate) fn knows(&self, id: RecordId) -> bool {
        self.read().row(id).expect("readable").is_some()
    }

    /// A record as it is shown.
    pub(crate) fn row(&self, id: RecordId) -> Row {
        self.read().row(id).expect("readable").expect("the record is here")
    }

    /// What a field shows; nothing where it is empty.
    pub(crate) fn shown(&self, id: RecordId, field: &str) -> String {
        let row = self.row(id);
        let number = row.kind.field(field).expect(field).number;
        row.values.get(&number).map(Value::to_string).unwrap_or_default()
    }

    /// Whether a record is in use.
    pub(crate) fn is_live(&self, id: RecordId) -> bool {
        self.row(id).live
    }

    /// The names of a record's contested fields; `deleted` for the record itself.
    pub(crate) fn contested(&self, id: RecordId) -> Vec<&'static str> {
        let row = self.row(id);
        let name = |number| row.kind.field_by_number(number).map_or("deleted", |field| field.name);
        row.conflicts.iter().map(|number| name(*number)).collect()
    }

    /// The hash over all that is shown.
    pub(crate) fn digest(&self) -> [u8; 32] {
        self.read().digest().expect("a digest")
    }
}
