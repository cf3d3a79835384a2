//! The laptops that take part: who lacks what, and whom the officer trusts.

use entente_domain::ids::DeviceId;
use entente_domain::log::fingerprint;
use entente_domain::workspace::{Compared, Laptop as DomainLaptop, Workspace};
use qrcode::{Color, EcLevel, QrCode as Code};

use super::writes::changed;
use crate::convert::{self, count};
use crate::wire::{
    Changed, DeviceRef, Fingerprint, Laptop, Nothing, Parted, QrCode, RetireDevice, Status, TrustDevice,
};
use crate::{Api, Failure};

impl Api {
    /// The laptops that take part, this one first, then by when they were last heard of.
    ///
    /// # Errors
    /// If the workspace cannot be read.
    pub fn laptops(&self, _: Nothing) -> Result<Vec<Laptop>, Failure> {
        self.read(|workspace, _| workspace.laptops()?.iter().map(|found| laptop(workspace, found)).collect())
    }

    /// Trusts a laptop, or no longer.
    ///
    /// # Errors
    /// If nothing of it has arrived here, or the way of comparing is not known.
    pub fn trust_device(&self, trust: TrustDevice) -> Result<Vec<Laptop>, Failure> {
        let device = convert::device(&trust.device)?;
        let compared = match trust.compared {
            Some(name) => Some(Compared::from_name(&name).ok_or(Failure::UnknownComparison(name))?),
            None => None,
        };
        self.write(|workspace| Ok(workspace.set_trust(device, compared)?))?;
        self.laptops(Nothing {})
    }

    /// Says, to colleagues too, that a laptop is no longer in use, or is again.
    ///
    /// # Errors
    /// If it has not introduced itself here.
    pub fn retire_device(&self, retire: RetireDevice) -> Result<Changed, Failure> {
        let device = convert::device(&retire.device)?;
        self.write(|workspace| {
            let written = workspace.set_retired(device, retire.retired)?;
            changed(workspace, &written)
        })
    }

    /// A laptop's fingerprint, to compare in person.
    ///
    /// # Errors
    /// If the text is no device id.
    pub fn fingerprint(&self, device: DeviceRef) -> Result<Fingerprint, Failure> {
        let device = convert::device(&device.device)?;
        let digits = digits(device);
        let code = qr_code(&digits.join(" "));
        Ok(Fingerprint { device: device.to_string(), words: words(device), digits, code })
    }

    /// Takes it that the officer knows which laptops have written several histories.
    ///
    /// # Errors
    /// If the workspace cannot be written.
    pub fn dismiss_parted(&self, _: Nothing) -> Result<Status, Failure> {
        self.write(|workspace| Ok(workspace.note_parted_seen()?))?;
        self.status(Nothing {})
    }

    /// Takes it that the officer knows that the workspace was restored or copied and goes on as a new laptop.
    ///
    /// # Errors
    /// If the workspace cannot be written.
    pub fn dismiss_continued(&self, _: Nothing) -> Result<Status, Failure> {
        self.write(|workspace| Ok(workspace.note_continued_seen()?))?;
        self.status(Nothing {})
    }
}

/// A laptop that parted, as the wire has it.
pub(super) fn parted(
    workspace: &Workspace,
    device: DeviceId,
    parted: entente_domain::workspace::Parted,
) -> Result<Parted, Failure> {
    Ok(Parted {
        name: convert::whose_device(workspace, device)?,
        histories: parted.histories,
        since: convert::time(parted.since),
    })
}

fn laptop(workspace: &Workspace, laptop: &DomainLaptop) -> Result<Laptop, Failure> {
    let continues = laptop.continues.map(|device| convert::device_name(workspace, device)).transpose()?;
    let (made_at, heard_at) = laptop.heard.unzip();
    let identity = laptop.identity.clone();
    Ok(Laptop {
        device: laptop.device.to_string(),
        name: convert::device_name(workspace, laptop.device)?,
        officer: identity.map(|identity| identity.officer).unwrap_or_default(),
        here: laptop.here,
        formerly: laptop.formerly,
        continues,
        retired: laptop.retired,
        trusted: laptop.trust.map(|trust| convert::time(trust.since)),
        compared: laptop.trust.map(|trust| trust.compared.name().into()),
        commits: count(laptop.commits),
        parted: laptop.parted.map(|known| parted(workspace, laptop.device, known)).transpose()?,
        made_at: made_at.map(convert::time),
        heard_at: heard_at.map(convert::time),
        lacks: laptop.lacks.map(|lacks| count(lacks.commits)),
        lacks_since: laptop.lacks.and_then(|lacks| lacks.since).map(convert::time),
        ahead: count(laptop.ahead),
        words: words(laptop.device),
        digits: digits(laptop.device),
    })
}

fn words(device: DeviceId) -> Vec<String> {
    fingerprint::words(device).into_iter().map(Into::into).collect()
}

/// A device id in groups that one can read out.
fn digits(device: DeviceId) -> Vec<String> {
    let pairs = device.as_bytes().chunks(2);
    pairs.map(|pair| pair.iter().map(|byte| format!("{byte:02X}")).collect()).collect()
}

/// A text as a QR code. A medium level of correction lets a scratched screen or a thumb do no harm.
fn qr_code(text: &str) -> QrCode {
    let code =
        Code::with_error_correction_level(text, EcLevel::M).expect("BUG: a short text fits into a code");
    let size = code.width();
    let dark = code.to_colors().into_iter().enumerate().filter(|(_, color)| *color == Color::Dark);
    let path = dark.map(|(place, _)| format!("M{} {}h1v1h-1z", place % size, place / size)).collect();
    QrCode { size: count(size as u64), path }
}
