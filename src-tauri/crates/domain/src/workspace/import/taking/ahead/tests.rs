use std::io::{self, Cursor, Seek, SeekFrom};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use super::*;
use crate::bundle::{Opening, Writer};
use crate::ids::RecordId;
use crate::log::{self, Action, BEFORE_THE_FIRST, Change, Commit, DeviceKey, Missing, RecordChanges};
use crate::value::Value;

fn key() -> DeviceKey {
    DeviceKey::from_secret([7; 32])
}

fn device() -> DeviceId {
    key().public().device()
}

/// A commit with a text of so many letters, which packing halves.
fn commit(seq: Seq, letters: usize) -> Vec<u8> {
    let mut random = vec![0; letters / 2];
    blake3::Hasher::new().update(&seq.to_le_bytes()).finalize_xof().fill(&mut random);
    let text: String = random.iter().map(|byte| format!("{byte:02x}")).collect();
    let change = Change { field: 1, parents: Vec::new(), value: Some(Value::Text(text)).into() };
    let record = RecordChanges { record: RecordId::from_bytes([1; 16]), kind: 1, changes: vec![change] };
    let commit = Commit {
        device: device(),
        seq,
        lamport: seq,
        wall_time: 0,
        author: "Aigul".into(),
        action: Action::Save,
        erases: Vec::new(),
        records: vec![record],
        missing: Missing::default(),
    };
    log::encode(&commit, [0; 16])
}

/// The file of a bundle with one run of these commits and a document of this content.
fn bundle(commits: &[Vec<u8>], content: &[u8]) -> Vec<u8> {
    let opening = Opening {
        sender: device(),
        officer: "Aigul".into(),
        device: "work".into(),
        made_at: 0,
        complete: true,
        vector: Vec::new(),
        digest: ([0; 32], String::new()),
        commits: commits.len() as u64,
        documents: 1,
        recipients: Vec::new(),
        holes: Vec::new(),
        wants: Vec::new(),
    };
    let mut writer = Writer::new(Vec::new(), &opening).expect("written");
    let count = commits.len() as u64;
    writer.run(Run { device: device(), first: 1, count, previous: BEFORE_THE_FIRST }).expect("written");
    commits.iter().for_each(|commit| writer.commit(commit).expect("written"));
    writer.document(&[3; 32], content.len() as u64, content).expect("written");
    writer.finish(&key()).expect("written").0
}

/// A file that counts what is read of it, and can no more be read behind a point.
struct Carrier {
    file: Cursor<Vec<u8>>,
    read: Arc<AtomicU64>,
    readable: Arc<AtomicU64>,
}

impl Read for Carrier {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.file.position() >= self.readable.load(Ordering::SeqCst) {
            return Err(io::Error::from_raw_os_error(5));
        }
        let read = self.file.read(into)?;
        self.read.fetch_add(read as u64, Ordering::SeqCst);
        Ok(read)
    }
}

impl Seek for Carrier {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.file.seek(to)
    }
}

/// A verified bundle, of which reading is counted from here on.
struct Bundle {
    reader: Reader<Carrier>,
    length: u64,
    read: Arc<AtomicU64>,
    readable: Arc<AtomicU64>,
}

impl Bundle {
    fn of(commits: &[Vec<u8>], content: &[u8]) -> Self {
        let file = bundle(commits, content);
        let length = file.len() as u64;
        let (read, readable) = (Arc::default(), Arc::new(AtomicU64::new(u64::MAX)));
        let carrier =
            Carrier { file: Cursor::new(file), read: Arc::clone(&read), readable: Arc::clone(&readable) };
        let reader = Reader::open(carrier).expect("in order");
        read.store(0, Ordering::SeqCst);
        Self { reader, length, read, readable }
    }

    fn read(&self) -> u64 {
        self.read.load(Ordering::SeqCst)
    }

    /// Reads it with these commits known.
    fn reading(
        &mut self,
        known: Seq,
        take: impl FnOnce(&mut ReadAhead) -> Result<(), Error>,
    ) -> Result<(), Error> {
        reading(&mut self.reader, HashMap::from([(device(), known)]), take)
    }
}

/// The bytes of a commit, and what was worked out of it.
type Come = (Vec<u8>, Option<Ready>);

/// The commits that come up to the end, or to trouble.
fn commits_of(ahead: &mut ReadAhead) -> (Vec<Come>, Option<BundleError>) {
    let mut commits = Vec::new();
    loop {
        match ahead.next() {
            Ok((Item::Commit(bytes), ready)) => commits.push((bytes.to_vec(), ready)),
            Ok((Item::End, _)) => return (commits, None),
            Ok(_) => {}
            Err(trouble) => return (commits, Some(trouble)),
        }
    }
}

#[test]
fn messages_come_in_their_order_and_nothing_comes_behind_the_end() {
    let commits: Vec<_> = (1..=20).map(|seq| commit(seq, 16 << 10)).collect();
    let content = vec![9; 100_000];
    let mut expected = Reader::open(Cursor::new(bundle(&commits, &content))).expect("in order");
    let read = Bundle::of(&commits, &content).reading(0, |ahead| {
        loop {
            let expected = expected.next_item()?;
            assert_eq!(ahead.next()?.0, expected);
            if expected == Item::End {
                break;
            }
        }
        assert!(matches!(ahead.next(), Err(BundleError::Malformed(_))));
        Ok(())
    });
    read.expect("read");
}

#[test]
fn of_a_commit_comes_what_whoever_takes_it_in_would_work_out() {
    let commits: Vec<_> = (1..=20).map(|seq| commit(seq, 16 << 10)).collect();
    let read = Bundle::of(&commits, &[]).reading(0, |ahead| {
        let (come, trouble) = commits_of(ahead);
        assert!(trouble.is_none(), "{trouble:?}");
        assert_eq!(come.len(), commits.len());
        for ((bytes, ready), commit) in come.into_iter().zip(&commits) {
            let Ready { read, packed } = ready.expect("worked out");
            assert_eq!(bytes, *commit);
            assert_eq!(packed, *log_rows::packed(commit));
            let expected = log::decode(commit, &[5; 32]).expect("a commit");
            assert_eq!(read.behind(&[5; 32]), expected);
        }
        Ok(())
    });
    read.expect("read");
}

#[test]
fn what_is_known_large_or_no_commit_is_passed_on_as_it_is() {
    let commits =
        [commit(1, 100), commit(2, 100), commit(3, LARGE + 100), b"no commit".to_vec(), commit(5, 100)];
    let read = Bundle::of(&commits, &[]).reading(1, |ahead| {
        let (come, trouble) = commits_of(ahead);
        assert!(trouble.is_none(), "{trouble:?}");
        let is_ready: Vec<_> = come.iter().map(|(_, ready)| ready.is_some()).collect();
        assert_eq!(is_ready, [false, true, false, false, true]);
        assert_eq!(come.into_iter().map(|(bytes, _)| bytes).collect::<Vec<_>>(), commits);
        Ok(())
    });
    read.expect("read");
}

/// A bundle of which two batches are a small part, and what of its file they take at the most: two batches, and what
/// unpacking works on at a time.
fn large() -> (Bundle, u64) {
    let commits: Vec<_> = (1..=500).map(|seq| commit(seq, 16 << 10)).collect();
    let bundle = Bundle::of(&commits, &[]);
    let most = 2 * BATCH as u64 + (256 << 10);
    assert!(bundle.length > 8 * most, "{} bytes", bundle.length);
    (bundle, most)
}

#[test]
fn no_more_than_a_batch_is_read_ahead_however_long_it_takes_to_take_in() {
    let (mut bundle, most) = large();
    let read = Arc::clone(&bundle.read);
    let taken = bundle.reading(0, |ahead| {
        ahead.next()?;
        std::thread::sleep(Duration::from_millis(300));
        let ahead = read.load(Ordering::SeqCst);
        assert!(ahead <= most, "{ahead} bytes were read ahead, of {most}");
        Ok(())
    });
    taken.expect("taken in as far as wanted");
}

#[test]
fn an_import_that_is_stopped_or_refused_stops_the_reading() {
    for messages in [0, 1, 30] {
        let (mut bundle, most) = large();
        let stopped = bundle.reading(0, |ahead| {
            for _ in 0..messages {
                ahead.next()?;
            }
            Err(Error::Cancelled)
        });
        assert!(matches!(stopped, Err(Error::Cancelled)), "{stopped:?}");
        let most = most + 30 * (16 << 10);
        assert!(bundle.read() <= most, "{} bytes were read behind {messages} messages", bundle.read());
    }
}

#[test]
fn what_cannot_be_read_is_told_behind_all_that_could() {
    let commits: Vec<_> = (1..=500).map(|seq| commit(seq, 16 << 10)).collect();
    let mut bundle = Bundle::of(&commits, &[]);
    bundle.readable.store(bundle.length / 2, Ordering::SeqCst);
    let read = bundle.reading(0, |ahead| {
        let (come, trouble) = commits_of(ahead);
        assert!(matches!(trouble, Some(BundleError::Io(_))), "{trouble:?}");
        assert!((200..=250).contains(&come.len()), "{} commits came", come.len());
        assert!(come.iter().zip(&commits).all(|((bytes, _), commit)| bytes == commit));
        Ok(())
    });
    read.expect("as far as it could");
}
