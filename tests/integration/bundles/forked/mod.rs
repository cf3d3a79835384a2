//! A device that was copied, or restored from a backup, and went on twice: both histories are kept, and told.

mod kept;
mod many;
mod meant;
mod told;

use entente_domain::ids::{DeviceId, RecordId};

use crate::laptop::{Laptop, everyone_hears};
use crate::projections;

/// Two laptops with one device's key, each having gone on by so many saves of one record, and a colleague. None of the
/// machines keeps marks, by which the copy would have been recognised.
fn two_of_one(one_more: usize, other_more: usize) -> ([Laptop; 3], DeviceId, RecordId) {
    let mut one = Laptop::of("Aigul");
    let id = one.add("institution", &[("name", "before")]);
    let device = one.work().device();
    let mut other = one.copied(77);
    for (laptop, name, more) in [(&mut one, "one", one_more), (&mut other, "other", other_more)] {
        for place in 0..more {
            laptop.edit(id, &[("name", &format!("{name} {place}"))]);
        }
    }
    ([one, other, Laptop::of("Bek")], device, id)
}

/// Everyone hears of everything, whoever heard of it first; then all show the same, and what each shows is in its log.
fn meet(laptops: &mut [Laptop]) {
    for _ in 0..2 {
        everyone_hears(laptops);
    }
    for laptop in laptops.iter_mut() {
        laptop.prove_sound();
    }
    for laptop in &laptops[1..] {
        assert_eq!(laptop.digest(), laptops[0].digest());
        assert_eq!(projections::told(&laptop.path()), projections::told(&laptops[0].path()));
    }
}

/// How many histories of a device a laptop knows.
fn histories(laptop: &mut Laptop, device: DeviceId) -> Option<u32> {
    let laptops = laptop.work().laptops().expect("readable");
    laptops.iter().find(|laptop| laptop.device == device)?.parted.map(|parted| parted.histories)
}
