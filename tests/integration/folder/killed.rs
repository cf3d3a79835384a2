//! Killed at any point of writing a file, a laptop leaves what does no harm and tidies it up at the next look.

use super::*;

/// A laptop with a small file in the folder and something new to say, and its workspace as it is then.
fn about_to_write(folder: &Path) -> ([Laptop; 2], Vec<u8>) {
    let mut laptops = laptops(folder, ["Aigul", "Bek"]);
    all_look(&mut laptops);
    laptops[0].add("institution", &[("name", "USST")]);
    laptops[0].close();
    let before = fs::read(laptops[0].path()).expect("readable");
    laptops[0].open();
    (laptops, before)
}

#[test]
fn what_was_half_written_is_ignored_by_others_and_swept_away() {
    let folder = folder();
    let mut laptops = laptops(folder.path(), ["Aigul", "Bek"]);
    all_look(&mut laptops);
    let [aigul, bek] = &mut laptops;
    let half = folder.path().join(format!("~{}.tmp", aigul.work().device()));
    fs::write(&half, "ENTENTE\nand then a power cut").expect("written");
    assert!(!look(bek).arrived);
    assert!(bek.work().folder_files().expect("readable").iter().all(|file| !file.standing.is_trouble()));
    assert!(half.exists(), "another laptop leaves it alone");
    assert_eq!(look(aigul).put, None);
    assert!(!half.exists());
}

#[test]
fn a_file_that_was_written_and_not_yet_counted_is_replaced() {
    let folder = folder();
    let ([mut aigul, mut bek], before) = about_to_write(folder.path());
    let old = file_of(&mut aigul, folder.path());
    let content = fs::read(folder.path().join(&old)).expect("readable");
    let lost = look(&mut aigul).put.expect("written").name;
    // As if the kill came between the rename and the note of it: the older file is there too.
    aigul.close();
    fs::write(aigul.path(), before).expect("put back");
    fs::write(folder.path().join(&old), content).expect("put back");
    aigul.open();
    let put = look(&mut aigul).put.expect("written again");
    assert!(put.name != lost && put.name != old, "no file is ever written over");
    look(&mut aigul);
    assert_eq!(file_of(&mut aigul, folder.path()), put.name);
    look(&mut bek);
    assert_eq!(aigul.digest(), bek.digest());
}

#[test]
fn replaced_files_that_are_still_there_go_at_the_next_look() {
    let folder = folder();
    let ([mut aigul, mut bek], _) = about_to_write(folder.path());
    let old = file_of(&mut aigul, folder.path());
    let content = fs::read(folder.path().join(&old)).expect("readable");
    let put = look(&mut aigul).put.expect("written");
    fs::write(folder.path().join(&old), content).expect("as if not yet taken away");
    look(&mut bek);
    assert!(folder.path().join(&old).exists(), "only whoever wrote it takes it away");
    look(&mut aigul);
    assert_eq!(file_of(&mut aigul, folder.path()), put.name);
}

#[test]
fn what_an_officer_puts_there_by_hand_stays() {
    let folder = folder();
    let mut laptops = laptops(folder.path(), ["Aigul", "Bek"]);
    let [aigul, _] = &mut laptops;
    let bundle = aigul.export();
    let by_hand = folder.path().join("For the archive.entente");
    fs::copy(&bundle, &by_hand).expect("copied");
    all_look(&mut laptops);
    laptops[0].add("tag", &[("name", "later")]);
    all_look(&mut laptops);
    assert!(by_hand.exists());
}

#[test]
fn a_laptop_that_goes_on_as_another_leaves_its_former_files() {
    let folder = folder();
    let mut laptops = laptops(folder.path(), ["Aigul", "Bek"]);
    all_look(&mut laptops);
    let [aigul, bek] = &mut laptops;
    let former = file_of(aigul, folder.path());
    let mut copy = aigul.copied(99);
    let machine = tempfile::tempdir().expect("a folder");
    aigul.recognise(machine.path());
    copy.recognise(machine.path());
    let other = tempfile::tempdir().expect("a folder");
    copy.recognise(other.path());
    copy.add("institution", &[("name", "Copied")]);
    assert_ne!(copy.work().device(), aigul.work().device());
    let put = look(&mut copy).put.expect("its own file");
    assert!(folder.path().join(&former).exists());
    aigul.add("tag", &[("name", "goes on")]);
    look(aigul);
    assert!(folder.path().join(&put.name).exists());
    look(bek);
    assert_eq!(
        standing(bek, &put.name),
        Some(Standing::Waits),
        "the copy is another laptop, not yet trusted"
    );
}
