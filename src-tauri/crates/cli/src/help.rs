//! Help and usage errors in the officer's language: the parser's own words are English only.
//!
//! Keys follow from the names: `cli-command-COMMAND` for a command, `cli-argument-NAME` for an argument.

use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{ArgMatches, Command, CommandFactory, FromArgMatches};
use entente_messages::{Args, Language, Messages};

use crate::arguments::{Arguments, LAST};
use crate::failure::Failure;

/// What became of the command line.
pub(crate) enum Parsed {
    /// It was understood.
    Command(Box<Arguments>),
    /// It asked for help or the version: this text.
    Text(String),
}

/// Reads the program's arguments.
pub(crate) fn parse(messages: &Messages) -> Result<Parsed, Failure> {
    let read = |matches: ArgMatches| Arguments::from_arg_matches(&matches);
    let version = flag('V', "version", messages).action(clap::ArgAction::Version);
    let mut command = localised(Arguments::command().disable_version_flag(true).arg(version), messages);
    match command.try_get_matches_from_mut(std::env::args_os()).and_then(read) {
        Ok(arguments) => Ok(Parsed::Command(Box::new(arguments))),
        Err(error) if !error.use_stderr() => Ok(Parsed::Text(rendered(&error, messages))),
        Err(error) => Err(usage(&error, messages)),
    }
}

/// The text of the help. Its one word that the parser cannot be told in another language is put right here.
fn rendered(error: &clap::Error, messages: &Messages) -> String {
    error.render().to_string().replace("[OPTIONS]", &format!("[{}]", messages.text("cli-value-options")))
}

/// The same command with every sentence of its help in this language.
fn localised(command: Command, messages: &Messages) -> Command {
    let key = match command.get_name() {
        "entente-cli" => "cli-about".to_owned(),
        name => format!("cli-command-{name}"),
    };
    let heading = |key| messages.text(key);
    let usage = format!("{{about}}\n\n{}: {{usage}}\n\n{{all-args}}", heading("cli-heading-usage"));
    command
        .about(messages.text(&key))
        .help_template(usage)
        .subcommand_help_heading(heading("cli-heading-commands"))
        .subcommand_value_name(heading("cli-value-command"))
        .mut_args(|argument| {
            let key = format!("cli-argument-{}", argument.get_id());
            let place =
                if argument.is_positional() { "cli-heading-arguments" } else { "cli-heading-options" };
            let name =
                argument.get_value_names().and_then(|names| names.first()).map(|name| value(name, messages));
            argument.value_names(name).help(messages.text(&key)).help_heading(heading(place))
        })
        .disable_help_flag(true)
        .arg(flag('h', "help", messages).action(clap::ArgAction::Help))
        .mut_subcommands(|command| localised(command, messages))
}

/// What stands for a value: each of its words in capitals has its own message.
fn value(name: &str, messages: &Messages) -> String {
    let ends = |c: char| !c.is_ascii_uppercase();
    let word = |part: &str| match part.trim_end_matches(ends) {
        word if word.len() > 1 => {
            let told = messages.text(&format!("cli-value-{}", word.to_ascii_lowercase()));
            format!("{told}{}", &part[word.len()..])
        }
        _ => part.to_owned(),
    };
    name.split_inclusive(ends).map(word).collect()
}

fn flag(short: char, name: &'static str, messages: &Messages) -> clap::Arg {
    clap::Arg::new(name)
        .short(short)
        .long(name)
        .display_order(LAST)
        .help(messages.text(&format!("cli-argument-{name}")))
        .help_heading(messages.text("cli-heading-options"))
}

/// What was wrong with the command line, as a sentence; the hint names the way to the help.
fn usage(error: &clap::Error, messages: &Messages) -> Failure {
    let given = |kind| error.get(kind).map(plain).unwrap_or_default();
    let key = match error.kind() {
        ErrorKind::InvalidSubcommand => "cli-usage-unknown-command",
        ErrorKind::UnknownArgument => "cli-usage-unknown-argument",
        ErrorKind::MissingRequiredArgument => "cli-usage-missing-argument",
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            "cli-usage-missing-command"
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "cli-usage-bad-value",
        ErrorKind::ArgumentConflict => "cli-usage-argument-conflict",
        _ => "cli-usage-other",
    };
    let argument = match error.kind() {
        ErrorKind::InvalidSubcommand => given(ContextKind::InvalidSubcommand),
        _ => given(ContextKind::InvalidArg),
    };
    let args = Args::new()
        .with("argument", argument.as_str())
        .with("value", given(ContextKind::InvalidValue))
        .with("other", given(ContextKind::PriorArg));
    let of_language =
        ["--lang", "--language"].iter().any(|option| argument.split([' ', '=']).next() == Some(*option));
    let tags = || Language::ALL.map(|language| language.tag()).join(", ");
    let hint = match key {
        "cli-usage-bad-value" if of_language => {
            messages.format("cli-usage-languages-hint", &Args::new().with("tags", tags()))
        }
        _ => messages.text("cli-usage-hint"),
    };
    Failure::Usage { message: messages.format(key, &args), hint }
}

fn plain(value: &ContextValue) -> String {
    match value {
        ContextValue::Strings(parts) => parts.join(", "),
        ContextValue::StyledStr(text) => StyledStr::to_string(text),
        other => other.to_string(),
    }
}
