//! Bundles whose commits have lost some of their bodies on the way.

use std::fs::File;
use std::path::Path;

use entente_domain::bundle::{Item, Reader, Writer};
use entente_domain::ids::{CommitRef, RecordId};
use entente_domain::log::{BEFORE_THE_FIRST, DeviceKey, Out, decode, take_out};

/// Writes a bundle anew with only those bodies that are to be kept of each commit, under a stranger's seal.
pub(crate) fn in_part(bundle: &Path, out: Out, keeps: impl Fn(CommitRef, RecordId) -> bool) -> Vec<u8> {
    let stranger = DeviceKey::from_secret([77; 32]);
    let mut reader = Reader::open(File::open(bundle).expect("a bundle")).expect("a sound one");
    let mut opening = reader.opening().clone();
    opening.sender = stranger.public().device();
    // The stranger has not the whole of it, and cannot say what that comes to.
    opening.digest = ([0; 32], String::new());
    let mut writer = Writer::new(Vec::new(), &opening).expect("written");
    loop {
        match reader.next_item().expect("readable") {
            Item::Device(head) => writer.device(&head).expect("written"),
            Item::Run(run) => writer.run(run).expect("written"),
            Item::Commit(bytes) => {
                let (commit, _) = decode(bytes, &BEFORE_THE_FIRST).expect("a commit");
                let kept = take_out(bytes, out, |record, _| keeps(commit.at(), record)).expect("a commit");
                writer.commit(&kept).expect("written");
            }
            Item::Document(..) | Item::Piece(_) => panic!("a bundle without documents"),
            Item::End => return writer.finish(&stranger).expect("written").0,
        }
    }
}

/// Whether a body is kept, at random but always alike: so many of 256.
pub(crate) fn by_chance(copy: u8, of_256: u8, at: CommitRef, record: RecordId) -> bool {
    let told = [&[copy], at.device.as_bytes().as_slice(), &at.seq.to_le_bytes(), record.as_bytes()].concat();
    blake3::hash(&told).as_bytes()[0] < of_256
}
