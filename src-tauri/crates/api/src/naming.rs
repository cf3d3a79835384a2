//! Names for bundles: from whom, for whom, of which day, and how much, safe on every file system.

use chrono::NaiveDate;
use entente_domain::characters::is_unfit_for_names;
use entente_domain::workspace::BUNDLE_ENDING;
use entente_messages::{Args, Messages};

/// The most bytes of a name of a person in it: two of them, the rest, and ` part 1 of 3` stay below the 255 bytes that
/// file systems allow.
const LONGEST: usize = 60;

/// The name of a bundle's file.
pub(crate) fn bundle(
    messages: &Messages,
    from: &str,
    whom: &[String],
    day: NaiveDate,
    commits: u64,
) -> String {
    let args = Args::new()
        .with("from", short(from))
        .with("day", day.format("%Y-%m-%d").to_string())
        .with("count", commits)
        .with("commits", commits.to_string());
    let name = match whom {
        [] => messages.format("bundle-name", &args),
        [one] => messages.format("bundle-name-for", &args.with("whom", short(one))),
        [first, others @ ..] => {
            let args = args.with("whom", short(first)).with("more", others.len());
            messages.format("bundle-name-for-several", &args)
        }
    };
    format!("{}.{BUNDLE_ENDING}", safe(&name))
}

/// How a part is called behind the bundle's own name, in which the domain puts the numbers.
pub(crate) fn part(messages: &Messages) -> String {
    let args = Args::new().with("number", "{number}").with("count", "{count}");
    format!(" {}", safe(&messages.format("bundle-part-name", &args)))
}

/// What parts the names in a path, and what a shell or Windows reads as more than a letter.
pub(crate) const SEPARATING: &str = r#"/\:*?"<>|"#;

/// What every file system takes: nothing [separating](SEPARATING), no dots (the ending is the only one, and `con.` is a
/// device), nothing invisible, no space at either end.
fn safe(name: &str) -> String {
    let plain = |c: char| if c.is_control() || c == '.' || SEPARATING.contains(c) { ' ' } else { c };
    let seen =
        name.chars().filter(|c| c.is_control() || !is_unfit_for_names(*c)).map(plain).collect::<String>();
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn short(name: &str) -> String {
    let mut end = name.len().min(LONGEST);
    while !name.is_char_boundary(end) {
        end -= 1;
    }
    safe(&name[..end])
}

#[cfg(test)]
mod tests {
    use entente_messages::Language;

    use super::*;

    fn named(from: &str, whom: &[&str]) -> String {
        let day = NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day");
        let whom: Vec<_> = whom.iter().map(|name| (*name).to_owned()).collect();
        bundle(Messages::plain(Language::En), from, &whom, day, 1_200)
    }

    #[test]
    fn a_bundle_is_named_by_whom_for_whom_when_and_how_much() {
        assert_eq!(named("Aigul", &["Lena"]), "Aigul to Lena 2026-11-24 1200 saves.entente");
        assert_eq!(named("Айгуль", &[]), "Айгуль 2026-11-24 1200 saves.entente");
        assert_eq!(
            named("程敏", &["Lena", "Bek", "Dana"]),
            "程敏 to Lena and 2 more 2026-11-24 1200 saves.entente"
        );
    }

    #[test]
    fn a_part_leaves_room_for_its_number_in_every_language() {
        for language in Language::ALL {
            let part = part(Messages::for_language(language));
            assert!(
                part.contains("{number}") && part.contains("{count}") && !part.contains('\u{2068}'),
                "{part}"
            );
        }
    }

    #[test]
    fn no_name_is_more_than_a_name_to_any_file_system() {
        assert_eq!(named("../a\\b:c\n", &["con."]), "a b c to con 2026-11-24 1200 saves.entente");
        assert_eq!(named("A\u{202E}B", &["\u{FEFF}C"]), "AB to C 2026-11-24 1200 saves.entente");
        let long = "尼".repeat(200);
        assert!(named(&long, &[&long]).len() < 200);
    }
}
