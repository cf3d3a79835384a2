//! The opening of a bundle, byte by byte, in every form there was.

use entente_domain::bundle::{Hole, Opening, Reader};
use entente_domain::ids::DeviceId;
use entente_domain::log::Tip;
use minicbor::Encoder;
use minicbor::encode::Error;

use super::forge::{Device, message, packed};
use super::messages::device;
use super::{is_malformed, laptop};

/// The bytes of an opening, made by hand as `docs/bundle-format.md` tells them, up to form 1's end and behind it. Up to
/// form 2 its vector has no hashes.
fn opening_by_hand(device: &Device, form: u8) -> [Vec<u8>; 2] {
    let old = cbor(|cbor| {
        cbor.bytes(device.id().as_bytes())?.str("Newer")?.str("made by hand")?.i64(0)?.bool(true)?;
        cbor.array(1)?.array(if form > 2 { 3 } else { 2 })?.bytes(device.id().as_bytes())?.u64(2)?;
        if form > 2 {
            cbor.bytes(&device.tip().hash.expect("a hash"))?;
        }
        cbor.array(2)?.bytes(&[0; 32])?.str("")?.u64(2)?.u64(0).map(drop)
    });
    let new = cbor(|cbor| {
        cbor.array(1)?.bytes(&[4; 16])?;
        cbor.array(1)?.array(3)?.bytes(&[5; 16])?.u64(6)?.u64(300)?;
        cbor.array(1)?.bytes(&[7; 32]).map(drop)
    });
    [old, new]
}

fn cbor(write: impl FnOnce(&mut Encoder<Vec<u8>>) -> Result<(), Error<std::convert::Infallible>>) -> Vec<u8> {
    let mut cbor = Encoder::new(Vec::new());
    write(&mut cbor).expect("memory");
    cbor.into_writer()
}

#[test]
fn an_opening_is_read_in_every_form() {
    let device = device();
    let without_hashes = vec![Tip { hash: None, ..device.tip() }];
    let told = Opening {
        recipients: vec![DeviceId::from_bytes([4; 16])],
        holes: vec![Hole { device: DeviceId::from_bytes([5; 16]), from: 6, to: 300 }],
        wants: vec![[7; 32]],
        ..device.opening()
    };
    let of_form_1 = Opening { vector: without_hashes.clone(), ..device.opening() };
    let of_form_2 = Opening { vector: without_hashes, ..told.clone() };
    for (form, told) in [(1, of_form_1), (2, of_form_2), (3, told)] {
        let by_hand = opening_by_hand(&device, form);
        let bytes = match form {
            1 => [[0x89].as_slice(), &by_hand[0]].concat(),
            _ => [[0x8C].as_slice(), &by_hand[0], &by_hand[1]].concat(),
        };
        let bundle = device.sealed_as(form, &packed(&message(1, bytes.len(), &bytes)));
        let reader = Reader::open(std::io::Cursor::new(bundle)).expect("readable");
        assert_eq!(*reader.opening(), told, "form {form}");
    }
}

#[test]
fn an_opening_of_another_form_is_refused() {
    let (mut laptop, device) = (laptop(), device());
    let [old, by_hand] = [opening_by_hand(&device, 2), opening_by_hand(&device, 3)];
    for (form, bytes) in [
        (2, [[0x89].as_slice(), &old[0]].concat()),
        (1, [[0x8C].as_slice(), &old[0], &old[1]].concat()),
        (3, [[0x8C].as_slice(), &old[0], &old[1]].concat()),
        (2, [[0x8C].as_slice(), &by_hand[0], &by_hand[1]].concat()),
    ] {
        let bundle = device.sealed_as(form, &packed(&message(1, bytes.len(), &bytes)));
        is_malformed(&mut laptop, &bundle, "message");
    }
}
