//! What an import brings or brought, line by line.

use entente_domain::ids::{DeviceId, RecordId};
use entente_domain::log::ChangedValue;
use entente_domain::store::{Line as DomainLine, RecordEffect};
use entente_domain::value::Value;
use entente_domain::workspace::{
    Error, LineField as DomainField, LinePart as DomainPart, LineQuery as DomainQuery, Lines, Workspace,
};

use crate::convert::{self, Telling};
use crate::session::State;
use crate::wire::{ImportPreview, Line, LineDetail, LineField, LinePart, LineQuery, LinesPage, LinesQuery};
use crate::{Api, Failure};

/// The most lines that are given at once.
const MAX_LINES: u32 = 500;

/// The lines being looked at, with what it takes to tell them.
struct Looking<'a> {
    telling: Telling<'a>,
    workspace: &'a Workspace,
    lines: &'a Lines,
}

impl Api {
    /// A page of the records that an import brings or brought.
    ///
    /// # Errors
    /// If there is no such import, or the bundle is refused by now.
    pub fn import_lines(&self, query: LinesQuery) -> Result<LinesPage, Failure> {
        let renewed = self.bring_lines(query.import)?;
        let effect = query.effect.as_deref().map(effect_of).transpose()?;
        let (offset, limit) = (query.offset, query.limit.min(MAX_LINES));
        let wanted = DomainQuery { text: query.text, effect, offset, limit };
        self.look(query.import, |looking| {
            let page = looking.lines.page(&wanted)?;
            let shown = page.counts.iter().filter(|(of, _)| effect.is_none_or(|effect| effect == **of));
            Ok(LinesPage {
                lines: page.lines.iter().map(|line| looking.line(line)).collect(),
                total: shown.map(|(_, count)| count).sum(),
                counts: RecordEffect::ALL
                    .map(|effect| (name(effect).into(), page.counts.get(&effect).copied().unwrap_or(0)))
                    .into(),
                renewed,
            })
        })
    }

    /// One of these records field by field, with what belongs to it, 200 at most.
    ///
    /// # Errors
    /// As [`import_lines`](Self::import_lines).
    pub fn import_line(&self, query: LineQuery) -> Result<LineDetail, Failure> {
        let renewed = self.bring_lines(query.import)?;
        let record = convert::id(&query.id)?;
        self.look(query.import, |looking| {
            let (parts, total) = looking.workspace.line(looking.lines, record)?;
            let parts = parts.iter().map(|part| looking.part(part)).collect::<Result<_, _>>()?;
            Ok(LineDetail { parts, total, renewed })
        })
    }

    /// Makes sure that the lines of this import, or of the preview, are there and still are what would happen. Returns
    /// the preview if it had to be made anew.
    fn bring_lines(&self, import: Option<u32>) -> Result<Option<ImportPreview>, Failure> {
        let state = self.state();
        let workspace = state.workspace.as_ref().ok_or(Failure::NoWorkspace)?;
        let is_ready = match (import, open_lines(&state, import)) {
            (Some(_), lines) => lines.is_ok(),
            (None, lines) => workspace.is_current(lines?)?,
        };
        if is_ready {
            return Ok(None);
        }
        let bundle = state.preview.as_ref().map(|(bundle, _)| bundle.clone());
        drop(state);
        let Some(n) = import else {
            return self.preview_import(bundle.ok_or(Error::ChangedSinceShown)?).map(Some);
        };
        let lines = self.work("report", |workspace, watch| Ok(workspace.imported(n.into(), watch)?))?;
        self.state().report = Some((n, lines));
        Ok(None)
    }

    fn look<T>(
        &self,
        import: Option<u32>,
        look: impl FnOnce(&Looking<'_>) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let today = self.today();
        let state = self.state();
        let workspace = state.workspace.as_ref().ok_or(Failure::NoWorkspace)?;
        let telling = Telling { messages: self.messages(&state), today };
        look(&Looking { telling, workspace, lines: open_lines(&state, import)? })
    }
}

/// The lines of this import, or of the preview, if they are being looked at.
fn open_lines(state: &State, import: Option<u32>) -> Result<&Lines, Error> {
    let lines = match import {
        Some(import) => state.report.as_ref().filter(|(n, _)| *n == import).map(|(_, lines)| lines),
        None => state.preview.as_ref().map(|(_, lines)| lines),
    };
    lines.ok_or(Error::ChangedSinceShown)
}

impl Looking<'_> {
    fn line(&self, line: &DomainLine) -> Line {
        Line {
            id: line.record.to_string(),
            kind: line.kind.name().into(),
            title: self.telling.title(line.kind, line.title.as_deref()),
            effect: name(line.effect).into(),
        }
    }

    fn part(&self, part: &DomainPart) -> Result<LinePart, Failure> {
        let fields = part.fields.iter().map(|field| self.field(&part.line, field));
        Ok(LinePart { line: self.line(&part.line), fields: fields.collect::<Result<_, _>>()? })
    }

    fn field(&self, line: &DomainLine, field: &DomainField) -> Result<LineField, Failure> {
        Ok(LineField {
            field: convert::field_name(line.kind, field.field).into(),
            here: self.value(&field.here)?,
            comes: self.value(&field.comes)?,
            contested: field.contested,
            author: field.author.clone(),
            device: self.device(field.device)?,
            at: convert::time(field.wall_time),
        })
    }

    /// A value, a reference by its title: of a record that is here, or that comes too.
    fn value(&self, value: &ChangedValue) -> Result<Option<String>, Failure> {
        match value {
            ChangedValue::Value(Value::Reference(id)) => Ok(Some(self.title(*id)?)),
            value => self.telling.changed(self.workspace, value),
        }
    }

    fn title(&self, id: RecordId) -> Result<String, Failure> {
        match self.lines.find(id)? {
            Some(line) => Ok(self.telling.title(line.kind, line.title.as_deref())),
            None => self.telling.title_of(self.workspace, id),
        }
    }

    fn device(&self, device: DeviceId) -> Result<String, Failure> {
        let identity = self.workspace.identity_of(device)?;
        let coming = || self.lines.sender(device).map_or_else(|| device.to_string(), Into::into);
        Ok(identity.map_or_else(coming, |identity| identity.device))
    }
}

fn name(effect: RecordEffect) -> &'static str {
    match effect {
        RecordEffect::Changed => "changed",
        RecordEffect::New => "new",
        RecordEffect::Deleted => "deleted",
        RecordEffect::Erased => "erased",
        RecordEffect::Conflict => "conflict",
    }
}

fn effect_of(text: &str) -> Result<RecordEffect, Failure> {
    let found = RecordEffect::ALL.into_iter().find(|effect| name(*effect) == text);
    found.ok_or_else(|| Failure::UnknownEffect(text.into()))
}
