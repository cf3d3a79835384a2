//! A bundle in parts, each small enough for a mail.

use std::path::{Path, PathBuf};
use std::{fs, io};

use crate::bundle;
use crate::workspace::Error;
use crate::workspace::output::Output;

/// Into which parts a bundle comes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Splitting {
    /// The most bytes of a part.
    pub limit: u64,
    /// How a part is called behind the bundle's own name, such as ` part {number} of {count}`.
    pub name: String,
}

/// The least that a part is limited to, in bytes.
pub const SMALLEST_PART: u64 = 64 << 10;

impl Splitting {
    /// Gives a finished file its name, or its parts theirs if it is too large for one. If one cannot have its name, those that have theirs are taken away; if the power fails
    /// meanwhile, a reader names the parts that are missing.
    pub(super) fn keep(&self, whole: Output, path: &Path, id: [u8; 16]) -> Result<Vec<PathBuf>, Error> {
        let unwritable = || Error::file(path, "written");
        let mut content = whole.reader().map_err(unwritable())?;
        let limit = self.limit.max(SMALLEST_PART);
        if content.metadata().map_err(unwritable())?.len() <= limit {
            whole.keep()?;
            return Ok(vec![path.into()]);
        }
        let mut parts = Vec::new();
        bundle::split(&mut content, id, limit, |number, count, part| {
            let name = self.part_of(path, number, count);
            let mut file = Output::at(&name).map_err(io::Error::other)?;
            io::copy(part, &mut file.file)?;
            parts.push((file, name));
            Ok(())
        })
        .map_err(|error| error.downcast::<Error>().unwrap_or_else(unwritable()))?;
        let mut names = Vec::new();
        for (file, name) in parts {
            if let Err(error) = file.keep() {
                // Those that have their names already are of no use without the others.
                names.iter().for_each(|name| drop(fs::remove_file(name)));
                return Err(error);
            }
            names.push(name);
        }
        Ok(names)
    }

    fn part_of(&self, path: &Path, number: u16, count: u16) -> PathBuf {
        let mut name = path.file_stem().unwrap_or_default().to_os_string();
        name.push(self.name.replace("{number}", &number.to_string()).replace("{count}", &count.to_string()));
        if let Some(ending) = path.extension() {
            name.push(".");
            name.push(ending);
        }
        path.with_file_name(name)
    }
}
