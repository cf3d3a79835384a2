//! The values a message is filled with.

use fluent_bundle::{FluentArgs, FluentValue};

/// Named values for the variables of a message: texts and numbers.
///
/// Numbers choose plural forms and are grouped by thousands as the interface groups them. What must not be
/// grouped (a year, a code) is passed as text.
///
/// ```
/// use entente_messages::Args;
/// let args = Args::new().with("count", 3).with("name", "上海理工大学");
/// ```
#[derive(Debug, Default)]
pub struct Args<'a>(FluentArgs<'a>);

impl<'a> Args<'a> {
    /// No values, to which [`with`](Self::with) adds.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The same values and one more. A name given twice keeps the later value.
    #[must_use]
    pub fn with(mut self, name: &'a str, value: impl Into<FluentValue<'a>>) -> Self {
        self.0.set(name, value);
        self
    }

    pub(crate) fn as_fluent(&self) -> &FluentArgs<'a> {
        &self.0
    }
}
