//! Who carries what: whoever knows whom, and whichever way something came, all hear of it at once, and no more is written
//! than it takes. Nothing here waits for the day after which is passed on what was only heard.

use entente_domain::ids::RecordId;
use entente_domain::workspace::Mode;
use proptest::prelude::*;
use proptest::sample::Index;

use super::*;
use crate::soak::cases;

const OFFICERS: [&str; 4] = ["Aigul", "Bek", "Cheng", "Dana"];

/// Who knows and trusts whom at the beginning. Dana is known to Cheng alone, and looks no more from some moment on.
const PAIRS: [(usize, usize); 3] = [(0, 1), (1, 2), (2, 3)];
const DANA: usize = 3;

#[derive(Debug, Clone)]
enum Step {
    Save,
    Edit(Index),
    /// A document is attached.
    Attach(Index),
    /// A file comes by mail, of somebody who never looks into the folder.
    Mail,
    /// Another's file comes by mail as well, so that it is known before the folder brings it.
    MailOf(Index),
    Look,
    /// The officer looks at what waits and imports it.
    Import,
    /// One of the laptop's files is taken out of the folder by somebody.
    Vanish(Index),
    /// Two who knew nothing of each other meet.
    Meet(Index),
}

fn step() -> impl Strategy<Value = Step> {
    let any = any::<Index>;
    prop_oneof![
        4 => Just(Step::Save),
        2 => any().prop_map(Step::Edit),
        1 => any().prop_map(Step::Attach),
        1 => Just(Step::Mail),
        1 => any().prop_map(Step::MailOf),
        6 => Just(Step::Look),
        2 => Just(Step::Import),
        1 => any().prop_map(Step::Vanish),
        1 => any().prop_map(Step::Meet),
    ]
}

struct Story {
    laptops: [Laptop; 4],
    outsider: Laptop,
    folder: TempDir,
    records: Vec<RecordId>,
    /// Whether documents are attached in it.
    attaching: bool,
    documents: Vec<RecordId>,
}

impl Story {
    fn begins(attaching: bool) -> Self {
        let folder = folder();
        let mut laptops = OFFICERS.map(Laptop::of);
        let introductions = laptops.each_mut().map(|laptop| {
            laptop.add("tag", &[("name", "begun")]);
            share(laptop, folder.path(), true);
            laptop.export()
        });
        for (one, other) in PAIRS {
            for (who, whom) in [(one, other), (other, one)] {
                let device = laptops[whom].work().device();
                laptops[who].import(&introductions[whom]);
                laptops[who].work().set_trust(device, Some(Compared::Aloud)).expect("trusted");
            }
        }
        let mut outsider = Laptop::of("Outsider");
        outsider.add("tag", &[("name", "begun")]);
        Self { laptops, outsider, folder, records: Vec::new(), attaching, documents: Vec::new() }
    }

    fn happens(&mut self, who: usize, step: &Step) {
        let here: Vec<_> = self.records.iter().filter(|id| self.laptops[who].knows(**id)).copied().collect();
        let laptop = &mut self.laptops[who];
        match step {
            Step::Save => self.records.push(laptop.add("institution", &[("name", "new")])),
            Step::Edit(_) | Step::Attach(_) if here.is_empty() => {}
            Step::Attach(_) if !self.attaching => {}
            Step::Edit(record) => drop(laptop.edit(*record.get(&here), &[("city", OFFICERS[who])])),
            Step::Attach(record) => {
                let scan = laptop.file("scan.pdf");
                fs::write(&scan, format!("{OFFICERS:?} {}", self.documents.len())).expect("written");
                let written = laptop.work().attach(*record.get(&here), &scan, None).expect("attached");
                let document = written.records.iter().find(|(_, kind)| kind.name() == "document");
                self.documents.push(document.expect("a document").0);
            }
            Step::Mail => {
                self.records.push(self.outsider.add("institution", &[("name", "mailed")]));
                laptop.hear(&mut self.outsider);
            }
            Step::MailOf(other) => {
                let bundle = self.laptops[other.index(OFFICERS.len())].export();
                self.laptops[who].import(&bundle);
            }
            Step::Look => drop(look(laptop)),
            Step::Import => import_waiting(laptop, self.folder.path()),
            Step::Vanish(file) => {
                let files = files_of(laptop, self.folder.path());
                if !files.is_empty() {
                    fs::remove_file(self.folder.path().join(file.get(&files))).expect("removed");
                }
            }
            Step::Meet(other) => {
                let device = self.laptops[other.index(OFFICERS.len())].work().device();
                let _ = self.laptops[who].work().meet(device);
            }
        }
    }

    /// All who are still there look and import what waits, until nobody has anything more to say. Gives how many files
    /// were written until then.
    fn rests(&mut self, with_dana: bool) -> usize {
        let here = if with_dana { OFFICERS.len() } else { DANA };
        let mut written = 0;
        for _ in 0..20 {
            let mut is_quiet = true;
            // Backwards, so that Cheng has looked before those who may ask for what only Dana and Cheng have.
            for laptop in self.laptops[..here].iter_mut().rev() {
                let before = laptop.digest();
                let looked = look(laptop);
                import_waiting(laptop, self.folder.path());
                written += usize::from(looked.put.is_some());
                is_quiet &= looked.put.is_none() && !looked.arrived && laptop.digest() == before;
            }
            if is_quiet {
                return written;
            }
        }
        panic!("the folder does not come to rest");
    }

    /// Who lacks any of the documents.
    fn lacks_documents(&mut self, with_dana: bool) -> Vec<&'static str> {
        let here = if with_dana { OFFICERS.len() } else { DANA };
        let (documents, laptops) = (&self.documents, &mut self.laptops[..here]);
        let lacking = laptops.iter_mut().zip(OFFICERS).filter_map(|(laptop, officer)| {
            let out = laptop.file("out.pdf");
            let has = |document| laptop.work().save_document(document, &out).is_ok();
            (!documents.iter().copied().all(has)).then_some(officer)
        });
        lacking.collect()
    }

    fn digests(&self, with_dana: bool) -> Vec<[u8; 32]> {
        let here = if with_dana { OFFICERS.len() } else { DANA };
        self.laptops[..here].iter().map(Laptop::digest).collect()
    }
}

fn import_waiting(laptop: &mut Laptop, folder: &Path) {
    for file in waiting(laptop) {
        if folder.join(&file.name).exists() {
            laptop.work().import(&folder.join(&file.name), Mode::Apply, &Watch::default()).expect("imported");
        }
    }
}

fn all_same(digests: &[[u8; 32]]) -> bool {
    digests.iter().all(|digest| *digest == digests[0])
}

proptest! {
    #![proptest_config(cases(6))]
    #[test]
    fn what_one_knows_all_hear_at_once_and_no_more_is_written_than_that_takes(
        before in prop::collection::vec((0_usize..4, step()), 0..24),
        behind in prop::collection::vec((0_usize..3, step()), 0..24),
        last in 0_usize..3,
        (attaching, is_behind) in any::<(bool, bool)>(),
    ) {
        let mut story = Story::begins(attaching);
        for (who, step) in before.iter().filter(|(who, _)| !is_behind || *who != DANA) {
            story.happens(*who, step);
        }
        // The last that Dana says, before she looks no more. If her carrier has brought her nothing of the others, only
        // Cheng can read it, who has said all else that there is to say.
        if is_behind {
            story.rests(false);
            story.records.push(story.laptops[DANA].add("institution", &[("name", "of Dana")]));
            story.laptops[DANA].work().put_in_folder(&Watch::default()).expect("written");
        } else {
            look(&mut story.laptops[DANA]);
        }
        look(&mut story.laptops[2]);
        for (who, step) in &behind {
            story.happens(*who, step);
        }
        story.rests(false);
        prop_assert!(all_same(&story.digests(false)), "not all heard at once");
        // By now all know all, so that one file is enough for whatever one of them saves.
        story.laptops[last].add("institution", &[("name", "the last")]);
        // But for documents, which are asked for with it.
        let written = story.rests(false);
        prop_assert!(attaching || written == 1, "others said again what one had said: {written}");
        prop_assert!(all_same(&story.digests(false)));
        // What was only heard is passed on after a day, and with it who asks for which document: that comes at once, also
        // when whoever attached it is gone.
        story.laptops.iter_mut().for_each(|laptop| laptop.days_pass(2));
        story.rests(false);
        prop_assert_eq!(story.lacks_documents(false), Vec::<&str>::new());
        // Whoever comes back after long gets everything.
        story.rests(true);
        prop_assert!(all_same(&story.digests(true)), "who came back did not hear all");
        story.laptops.iter_mut().for_each(|laptop| laptop.days_pass(2));
        story.rests(true);
        prop_assert_eq!(story.lacks_documents(true), Vec::<&str>::new());
        story.laptops.iter_mut().for_each(|laptop| laptop.days_pass(2));
        story.rests(true);
        for laptop in &mut story.laptops {
            for other in laptop.work().laptops().expect("listed") {
                let is_here = !other.here && other.identity.as_ref().is_some_and(|named| named.officer != "Outsider");
                prop_assert!(!is_here || other.lacks.is_some_and(|lacks| lacks.commits == 0), "{other:?}");
            }
        }
    }
}
