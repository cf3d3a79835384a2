//! Bundles made by hand, rightly or with whatever is to be wrong with them.

use std::fs::File;
use std::path::Path;

use entente_domain::bundle::{DeviceHead, Item, Opening, Reader, Run, Writer};
use entente_domain::ids::{CommitRef, DeviceId, RecordId};
use entente_domain::log::{
    Action, BEFORE_THE_FIRST, Change, ChangedValue, Commit, CommitHash, DeviceKey, Missing, RecordChanges,
    Tip, decode, encode,
};
use entente_domain::merge::DELETED;
use entente_domain::value::Value;

/// A device made by hand, with its commits.
pub(super) struct Device {
    pub(super) key: DeviceKey,
    pub(super) commits: Vec<Vec<u8>>,
    hashes: Vec<CommitHash>,
}

impl Device {
    /// The device with the key that follows from this number.
    pub(super) fn new(number: u8) -> Self {
        Self { key: DeviceKey::from_secret([number; 32]), commits: Vec::new(), hashes: Vec::new() }
    }

    pub(super) fn id(&self) -> DeviceId {
        self.key.public().device()
    }

    /// Its next commit, unless told otherwise.
    pub(super) fn next(&self, records: Vec<RecordChanges>) -> Commit {
        let seq = self.commits.len() as u64 + 1;
        Commit {
            device: self.id(),
            seq,
            lamport: seq,
            wall_time: 0,
            author: "Newer".into(),
            action: Action::Save,
            records,
            missing: Missing::default(),
            erases: Vec::new(),
        }
    }

    /// Adds a commit, however wrong.
    pub(super) fn commits(&mut self, commit: &Commit) -> CommitRef {
        let bytes = encode(commit, [9; 16]);
        let previous = self.hashes.last().copied().unwrap_or(BEFORE_THE_FIRST);
        // What cannot be read has no hash that anyone could ask for.
        self.hashes.push(decode(&bytes, &previous).map_or([0; 32], |(_, hash)| hash));
        self.commits.push(bytes);
        commit.at()
    }

    /// Adds a commit that sets fields of one record.
    pub(super) fn sets(&mut self, record: RecordId, kind: u16, fields: &[(u16, Value)]) -> CommitRef {
        let changes = fields.iter().map(|(field, value)| set(*field, value.clone(), &[])).collect();
        let commit = self.next(vec![RecordChanges { record, kind, changes }]);
        self.commits(&commit)
    }

    /// Its signed head after so many commits.
    pub(super) fn head_at(&self, seq: u64) -> DeviceHead {
        let hash = self.hashes[seq as usize - 1];
        DeviceHead { key: self.key.public(), seq, hash, signature: self.key.sign_head(seq, &hash) }
    }

    /// Its signed head.
    pub(super) fn head(&self) -> DeviceHead {
        self.head_at(self.commits.len() as u64)
    }

    /// A run from its commit `first` on.
    pub(super) fn run(&self, first: u64) -> Run {
        let previous = if first < 2 { BEFORE_THE_FIRST } else { self.hashes[first as usize - 2] };
        Run { device: self.id(), first, count: self.commits.len() as u64 + 1 - first, previous }
    }

    /// How far it has come.
    pub(super) fn tip(&self) -> Tip {
        let hash = self.hashes.last().copied().unwrap_or(BEFORE_THE_FIRST);
        Tip { device: self.id(), seq: self.commits.len() as u64, hash: Some(hash) }
    }

    /// What a bundle of its own commits says of itself.
    pub(super) fn opening(&self) -> Opening {
        let commits = self.commits.len() as u64;
        Opening {
            sender: self.id(),
            officer: "Newer".into(),
            device: "made by hand".into(),
            made_at: 0,
            complete: true,
            vector: vec![self.tip()],
            digest: ([0; 32], String::new()),
            commits,
            documents: 0,
            recipients: Vec::new(),
            holes: Vec::new(),
            wants: Vec::new(),
        }
    }

    /// A bundle of its own commits, all in order.
    pub(super) fn bundle(&self) -> Vec<u8> {
        self.bundle_with(&self.opening(), |writer| {
            writer.device(&self.head()).expect("written");
            writer.run(self.run(1)).expect("written");
            self.commits.iter().for_each(|bytes| writer.commit(bytes).expect("written"));
        })
    }

    /// A bundle with this opening and content, sealed by it.
    pub(super) fn bundle_with(&self, opening: &Opening, write: impl FnOnce(&mut Writer<Vec<u8>>)) -> Vec<u8> {
        let mut writer = Writer::new(Vec::new(), opening).expect("written");
        write(&mut writer);
        writer.finish(&self.key).expect("written").0
    }

    /// A bundle of these frames, sealed by it.
    pub(super) fn sealed(&self, frames: &[u8]) -> Vec<u8> {
        self.sealed_as(3, frames)
    }

    /// A bundle of this form and these frames, sealed by it.
    pub(super) fn sealed_as(&self, form: u8, frames: &[u8]) -> Vec<u8> {
        let mut bytes = [b"ENTENTE\n".as_slice(), &[form, 0, 0, 0], frames].concat();
        let hash = blake3::hash(&bytes);
        let signature = self.key.sign(&[b"Entente bundle, form 1".as_slice(), hash.as_bytes()].concat());
        bytes.extend(self.key.public().as_bytes());
        bytes.extend(signature);
        bytes
    }

    /// A bundle of these messages, by their types and bytes, sealed by it.
    pub(super) fn bundle_of(&self, messages: &[(u8, Vec<u8>)]) -> Vec<u8> {
        let row: Vec<u8> =
            messages.iter().flat_map(|(kind, bytes)| message(*kind, bytes.len(), bytes)).collect();
        self.sealed(&packed(&row))
    }

    /// The messages of a good bundle: opening, device, run, commits, end.
    pub(super) fn messages(&self) -> Vec<(u8, Vec<u8>)> {
        let bundle = self.bundle();
        let mut row = zstd::stream::decode_all(&bundle[12..bundle.len() - 96]).expect("zstd");
        let mut messages = Vec::new();
        while !row.is_empty() {
            let length = u32::from_le_bytes(row[1..5].try_into().expect("four")) as usize;
            messages.push((row[0], row[5..5 + length].to_vec()));
            row.drain(..5 + length);
        }
        messages
    }
}

/// Copies a bundle without its documents, sealed by a device of its own.
pub(super) fn without_documents(bundle: &Path, to: &Path) {
    let device = Device::new(200);
    let mut reader = Reader::open(File::open(bundle).expect("there")).expect("readable");
    let opening =
        Opening { sender: device.id(), documents: 0, vector: Vec::new(), ..reader.opening().clone() };
    let written = device.bundle_with(&opening, |writer| {
        loop {
            match reader.next_item().expect("readable") {
                Item::Device(head) => writer.device(&head).expect("written"),
                Item::Run(run) => writer.run(run).expect("written"),
                Item::Commit(bytes) => writer.commit(bytes).expect("written"),
                Item::Document(..) | Item::Piece(_) => {}
                Item::End => break,
            }
        }
    });
    std::fs::write(to, written).expect("written");
}

/// A message that claims to have this length.
pub(super) fn message(kind: u8, length: usize, bytes: &[u8]) -> Vec<u8> {
    [&[kind], (length as u32).to_le_bytes().as_slice(), bytes].concat()
}

/// A zstd frame of this.
pub(super) fn packed(content: &[u8]) -> Vec<u8> {
    zstd::stream::encode_all(content, 3).expect("zstd")
}

/// A change that sets a field.
pub(super) fn set(field: u16, value: Value, parents: &[CommitRef]) -> Change {
    Change { field, parents: parents.to_vec(), value: ChangedValue::Value(value) }
}

/// A change that deletes.
pub(super) fn deleted(seen: &[CommitRef]) -> Change {
    Change { field: DELETED, parents: Vec::new(), value: ChangedValue::Deleted { seen: seen.to_vec() } }
}

/// The id made of this byte.
pub(super) fn id(byte: u8) -> RecordId {
    RecordId::from_bytes([byte; 16])
}

impl std::fmt::Debug for Device {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let commits =
            self.commits.iter().map(|bytes| decode(bytes, &BEFORE_THE_FIRST).map(|(commit, _)| commit));
        f.debug_list()
            .entries(commits.filter_map(Result::ok).map(|commit| (commit.at(), commit.records)))
            .finish()
    }
}
