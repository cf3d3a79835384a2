//! One hash over all that is shown: equal on two laptops that know the same.

use rusqlite::{Connection, Result};

use super::devices::Devices;
use super::{kind_rows, records};
use crate::kinds::Kind;
use crate::value::Value;

/// The hash of the projection, independent of the order in which things arrived: each record by its id, with its
/// kind, whether it is in use, its values, and the heads behind them.
pub(crate) fn digest(connection: &Connection, devices: &Devices) -> Result<[u8; 32]> {
    let mut hash = blake3::Hasher::new_derive_key("Entente digest, form 1");
    hash.update(super::schema::fingerprint().as_bytes());
    let mut select = connection.prepare("SELECT n FROM record WHERE kind != 0 ORDER BY id")?;
    let mut rows = select.query(())?;
    while let Some(row) = rows.next()? {
        let record = records::load(connection, devices, row.get(0)?)?;
        hash.update(record.id.as_bytes()).update(&record.kind.to_le_bytes()).update(&[u8::from(record.live)]);
        for (field, heads) in &record.state.fields {
            hash.update(&field.to_le_bytes());
            for head in &heads.heads {
                hash.update(head.device.as_bytes()).update(&head.seq.to_le_bytes());
            }
        }
        if let Some(kind) = Kind::from_number(record.kind) {
            for (field, value) in kind_rows::load(connection, kind, record.n)? {
                hash.update(&field.to_le_bytes());
                add_value(&mut hash, &value);
            }
        }
    }
    Ok(hash.finalize().into())
}

/// Each value with its type and length before it, so that no two lists of values have the same bytes.
fn add_value(hash: &mut blake3::Hasher, value: &Value) {
    match value {
        Value::Text(text) => {
            hash.update(b"t").update(&(text.len() as u64).to_le_bytes()).update(text.as_bytes())
        }
        Value::Integer(number) => hash.update(b"i").update(&number.to_le_bytes()),
        Value::Boolean(yes) => hash.update(b"b").update(&[u8::from(*yes)]),
        Value::Reference(id) => hash.update(b"r").update(id.as_bytes()),
    };
}
