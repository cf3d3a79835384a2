//! The bytes and the hash of a commit, made by hand as `docs/bundle-format.md` tells them.

use entente_domain::ids::{CommitRef, DeviceId, RecordId};
use entente_domain::log::{
    Action, Change, ChangedValue, Commit, DeviceKey, Missing, Out, RecordChanges, decode, encode, open_parts,
    take_out,
};
use entente_domain::value::Value;
use minicbor::Encoder;
use minicbor::encode::Error;

const SEED: [u8; 16] = [5; 16];
const PREVIOUS: [u8; 32] = [6; 32];

type Cbor = Encoder<Vec<u8>>;
type Written = Result<(), Error<std::convert::Infallible>>;

fn cbor(write: impl FnOnce(&mut Cbor) -> Written) -> Vec<u8> {
    let mut cbor = Encoder::new(Vec::new());
    write(&mut cbor).expect("memory");
    cbor.into_writer()
}

/// A commit with one change of each type of value, and a deletion.
fn commit() -> Commit {
    let parent = CommitRef { device: DeviceId::from_bytes([8; 16]), seq: 300 };
    let set =
        |field, value: Value| Change { field, parents: vec![parent], value: ChangedValue::Value(value) };
    let deletion =
        Change { field: 0, parents: Vec::new(), value: ChangedValue::Deleted { seen: vec![parent] } };
    let reference = Value::Reference(RecordId::from_bytes([9; 16]));
    let values = [Value::from("上海"), Value::Integer(-70_000), Value::Boolean(true), reference];
    let changes = (1..).zip(values).map(|(field, value)| set(field, value)).collect();
    let emptied = Change { field: 260, parents: Vec::new(), value: ChangedValue::Empty };
    Commit {
        device: DeviceId::from_bytes([2; 16]),
        seq: 24,
        lamport: 70_000,
        wall_time: -1,
        author: "Айгүл".into(),
        action: Action::Undo(23),
        records: vec![
            RecordChanges { record: RecordId::from_bytes([1; 16]), kind: 10, changes },
            RecordChanges {
                record: RecordId::from_bytes([3; 16]),
                kind: 999,
                changes: vec![deletion, emptied],
            },
        ],
        missing: Missing::default(),
        erases: Vec::new(),
    }
}

fn header() -> Vec<u8> {
    cbor(|cbor| {
        cbor.array(7)?.u8(1)?.bytes(&[2; 16])?.u64(24)?.u64(70_000)?.i64(-1)?.str("Айгүл")?;
        cbor.array(2)?.u8(4)?.u64(23)?;
        Ok(())
    })
}

fn parents(cbor: &mut Cbor) -> Written {
    cbor.array(1)?.array(2)?.bytes(&[8; 16])?.u64(300).map(drop)
}

fn bodies() -> [Vec<u8>; 2] {
    let first = cbor(|cbor| {
        cbor.array(3)?.bytes(&[1; 16])?.u16(10)?.array(4)?;
        for field in 1..=4 {
            cbor.array(3)?.u8(field)?;
            parents(cbor)?;
            match field {
                1 => cbor.str("上海")?,
                2 => cbor.i64(-70_000)?,
                3 => cbor.bool(true)?,
                _ => cbor.bytes(&[9; 16])?,
            };
        }
        Ok(())
    });
    let second = cbor(|cbor| {
        cbor.array(3)?.bytes(&[3; 16])?.u16(999)?.array(2)?;
        cbor.array(3)?.u8(0)?.array(0)?;
        parents(cbor)?;
        cbor.array(3)?.u16(260)?.array(0)?.null()?;
        Ok(())
    });
    [first, second]
}

#[test]
fn the_bytes_of_a_commit_are_as_documented() {
    let by_hand = cbor(|cbor| {
        cbor.array(3)?;
        cbor.writer_mut().extend(header());
        cbor.bytes(&SEED)?.array(2)?;
        for body in bodies() {
            cbor.bytes(&body)?;
        }
        Ok(())
    });
    assert_eq!(encode(&commit(), SEED), by_hand);
}

#[test]
fn the_hash_of_a_commit_is_as_documented() {
    let mut hasher = blake3::Hasher::new_derive_key("Entente commit, form 1");
    hasher.update(&PREVIOUS).update(&header());
    for (place, body) in (0_u64..).zip(bodies()) {
        let mut salt = blake3::Hasher::new_derive_key("Entente leaf salt, form 1");
        salt.update(&SEED).update(&place.to_le_bytes());
        hasher.update(blake3::keyed_hash(salt.finalize().as_bytes(), &body).as_bytes());
    }
    let (_, hash) = decode(&encode(&commit(), SEED), &PREVIOUS).expect("readable");
    assert_eq!(hash, *hasher.finalize().as_bytes());
}

#[test]
fn the_id_of_a_device_and_what_it_signs_are_as_documented() {
    let key = DeviceKey::from_secret([1; 32]);
    let id = blake3::derive_key("Entente device id, form 1", key.public().as_bytes());
    assert_eq!(key.public().device().as_bytes(), &id[..16]);
    let message = [b"Entente head, form 1".as_slice(), &7_u64.to_le_bytes(), &PREVIOUS].concat();
    assert!(key.public().verify(&message, &key.sign_head(7, &PREVIOUS)).is_ok());
}

fn salt(place: u64) -> [u8; 32] {
    let mut salt = blake3::Hasher::new_derive_key("Entente leaf salt, form 1");
    salt.update(&SEED).update(&place.to_le_bytes());
    *salt.finalize().as_bytes()
}

#[test]
fn a_commit_in_parts_is_as_documented() {
    let whole = encode(&commit(), SEED);
    let [first, second] = bodies();
    let leaf = blake3::keyed_hash(&salt(1), &second);
    for (out, depth) in [(Out::Withheld, 0), (Out::Erased, 1)] {
        let by_hand = cbor(|cbor| {
            cbor.array(2)?;
            cbor.writer_mut().extend(header());
            cbor.array(2)?.array(2)?.bytes(&salt(0))?.bytes(&first)?;
            if depth == 1 {
                cbor.array(1)?;
            }
            cbor.bytes(leaf.as_bytes()).map(drop)
        });
        let first_alone = |record, _| record == RecordId::from_bytes([1; 16]);
        assert_eq!(take_out(&whole, out, first_alone).expect("a commit"), by_hand);
        let hash = |bytes: &[u8]| decode(bytes, &PREVIOUS).expect("readable").1;
        assert_eq!(hash(&by_hand), hash(&whole));
    }
}

#[test]
fn a_commit_with_private_bodies_is_as_documented() {
    let note = Change { field: 32_768, parents: Vec::new(), value: ChangedValue::Value("秘密".into()) };
    let mut commit = commit();
    commit.records.push(RecordChanges {
        record: RecordId::from_bytes([1; 16]),
        kind: 10,
        changes: vec![note],
    });
    let private = cbor(|cbor| {
        cbor.array(3)?.bytes(&[1; 16])?.u16(10)?.array(1)?;
        cbor.array(3)?.u16(32_768)?.array(0)?.str("秘密").map(drop)
    });
    let form_2 = cbor(|cbor| {
        cbor.array(8)?.u8(2)?;
        cbor.writer_mut().extend(&header()[2..]);
        cbor.u8(1).map(drop)
    });
    let by_hand = cbor(|cbor| {
        cbor.array(3)?;
        cbor.writer_mut().extend(&form_2);
        cbor.bytes(&SEED)?.array(3)?;
        for body in bodies() {
            cbor.bytes(&body)?;
        }
        cbor.bytes(&private).map(drop)
    });
    assert_eq!(encode(&commit, SEED), by_hand);
    let sent = cbor(|cbor| {
        cbor.array(2)?;
        cbor.writer_mut().extend(&form_2);
        cbor.array(3)?;
        for (place, body) in (0..).zip(bodies()) {
            cbor.array(2)?.bytes(&salt(place))?.bytes(&body)?;
        }
        cbor.bytes(blake3::keyed_hash(&salt(2), &private).as_bytes()).map(drop)
    });
    assert_eq!(open_parts(&by_hand).expect("a commit"), sent);
}
