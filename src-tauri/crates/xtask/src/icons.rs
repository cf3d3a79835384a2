//! `cargo xtask icons`: every icon file, drawn from `icons/entente.svg`. The files are committed, so that only
//! who changes the drawing needs the tool that draws (`rsvg-convert`).

use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::place;
use crate::program::{self, exists, program};

/// The sizes that a Linux desktop's icon theme has folders for.
pub(crate) const DESKTOP_SIZES: [u32; 7] = [16, 24, 32, 48, 128, 256, 512];

/// Sizes in `icon.ico`, for Windows.
const ICO_SIZES: [u32; 6] = [16, 24, 32, 48, 64, 256];

/// Sizes in `icon.icns`, for macOS, with the name that each goes by there.
const ICNS_SIZES: [(u32, &[u8; 4]); 6] =
    [(16, b"icp4"), (32, b"icp5"), (64, b"icp6"), (128, b"ic07"), (256, b"ic08"), (512, b"ic09")];

/// The drawing that all are made from.
pub(crate) fn drawing() -> PathBuf {
    place::root().join("icons/entente.svg")
}

/// The picture of a size, in pixels.
pub(crate) fn png(size: u32) -> PathBuf {
    place::root().join(format!("icons/{size}.png"))
}

/// Draws all files anew.
pub(crate) fn run(options: &[String]) -> Result<(), Failure> {
    crate::no_options("icons", options)?;
    if !exists("rsvg-convert") {
        return Err(Failure::Missing(
            "Drawing needs rsvg-convert: sudo apt-get install librsvg2-bin".to_owned(),
        ));
    }
    for size in DESKTOP_SIZES.into_iter().chain([64]) {
        draw(size)?;
    }
    save(&place::root().join("icons/icon.ico"), &ico(&read_sizes(&ICO_SIZES)?))?;
    let named: Vec<&[u8; 4]> = ICNS_SIZES.iter().map(|(_, name)| *name).collect();
    let pictures = read_sizes(&ICNS_SIZES.map(|(size, _)| size))?;
    save(&place::root().join("icons/icon.icns"), &icns(&named, &pictures))
}

fn draw(size: u32) -> Result<(), Failure> {
    let size_text = size.to_string();
    let mut rsvg = program("rsvg-convert");
    rsvg.args(["--width", &size_text, "--height", &size_text, "--output"]).arg(png(size)).arg(drawing());
    program::run(rsvg)
}

/// A picture and its width.
type Picture = (u32, Vec<u8>);

fn read_sizes(sizes: &[u32]) -> Result<Vec<Picture>, Failure> {
    let read = |size: &u32| fs::read(png(*size)).map(|bytes| (*size, bytes));
    sizes
        .iter()
        .map(read)
        .collect::<Result<_, _>>()
        .map_err(|error| Failure::file("read", &png(sizes[0]), &error))
}

fn save(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    fs::write(path, bytes).map_err(|error| Failure::file("write", path, &error))
}

/// An icon file of Windows, of PNG pictures: a header, an entry each, then the pictures.
/// <https://learn.microsoft.com/previous-versions/ms997538(v=msdn.10)>
fn ico(pictures: &[Picture]) -> Vec<u8> {
    let mut file = vec![0, 0, 1, 0];
    file.extend(length16(pictures.len()).to_le_bytes());
    let mut offset = 6 + 16 * pictures.len();
    for (size, bytes) in pictures {
        // 256 pixels are written as 0; then no palette, one plane, 32 bits a pixel.
        let side = u8::try_from(*size).unwrap_or(0);
        file.extend([side, side, 0, 0, 1, 0, 32, 0]);
        file.extend(length32(bytes.len()).to_le_bytes());
        file.extend(length32(offset).to_le_bytes());
        offset += bytes.len();
    }
    pictures.iter().for_each(|(_, bytes)| file.extend(bytes));
    file
}

/// An icon file of macOS: its name and length, then each picture with its name and length, the eight bytes of
/// name and length counted too.
fn icns(names: &[&[u8; 4]], pictures: &[Picture]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, (_, bytes)) in names.iter().zip(pictures) {
        body.extend(*name);
        body.extend(length32(bytes.len() + 8).to_be_bytes());
        body.extend(bytes);
    }
    let mut file = b"icns".to_vec();
    file.extend(length32(body.len() + 8).to_be_bytes());
    file.extend(body);
    file
}

fn length16(length: usize) -> u16 {
    u16::try_from(length).expect("BUG: more than 65,535 pictures in an icon")
}

fn length32(length: usize) -> u32 {
    u32::try_from(length).expect("BUG: an icon of 4 GB")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ico_points_at_its_pictures() {
        let file = ico(&[(16, vec![1, 2, 3]), (256, vec![4, 5])]);
        assert_eq!(file[..6], [0, 0, 1, 0, 2, 0]);
        assert_eq!((file[6], file[22]), (16, 0));
        let second = u32::from_le_bytes(file[34..38].try_into().expect("four bytes"));
        assert_eq!(file[second as usize..], [4, 5]);
    }

    #[test]
    fn an_icns_says_how_long_it_is() {
        let file = icns(&[b"ic07"], &[(128, vec![9; 10])]);
        assert_eq!(file.len(), 8 + 8 + 10);
        assert_eq!(u32::from_be_bytes(file[4..8].try_into().expect("four bytes")), 26);
    }
}
