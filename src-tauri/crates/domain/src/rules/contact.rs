//! What a contact's value must look like, by its medium. Kept loose: an address that works must never be refused.

use super::Problem;

/// Checks an e-mail address, telephone number or website; other media take any text.
pub(super) fn check(medium: &str, value: &str) -> Result<(), Problem> {
    match medium {
        "email" if !is_email(value) => Err(Problem::NotAnEmail),
        "phone" | "mobile" | "fax" if !is_phone(value) => Err(Problem::NotAPhone),
        "website" if !is_website(value) => Err(Problem::NotAWebsite),
        _ => Ok(()),
    }
}

/// One `@` with something before and a host behind it (RFC 5321 §2.3.11, without its rarer quoted forms).
fn is_email(value: &str) -> bool {
    value.split_once('@').is_some_and(|(local, host)| {
        !local.is_empty() && !value.contains(char::is_whitespace) && !host.contains('@') && is_host(host)
    })
}

/// Digits with the signs people set between them, at least three digits (ITU-T E.123), and an extension.
fn is_phone(value: &str) -> bool {
    let digits = value.chars().filter(char::is_ascii_digit).count();
    let plain = |c: char| c.is_ascii_digit() || " +-–()./#*,;".contains(c) || "extEXT".contains(c);
    (3..=20).contains(&digits) && value.chars().all(plain)
}

/// A host, with or without `http://` or `https://` before and a path behind.
fn is_website(value: &str) -> bool {
    let address = value.strip_prefix("https://").or_else(|| value.strip_prefix("http://")).unwrap_or(value);
    let host = address.split(['/', '?', '#', ':']).next().unwrap_or_default();
    !value.contains(char::is_whitespace) && is_host(host)
}

/// At least two labels with a dot between; letters of any script.
fn is_host(host: &str) -> bool {
    let label = |label: &str| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-');
    host.contains('.') && host.split('.').all(label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_checked_by_their_medium() {
        for (medium, value, good) in [
            ("email", "zhang@example.org", true),
            ("email", "张@例子.中国", true),
            ("email", "zhang.example.org", false),
            ("email", "a@b@example.org", false),
            ("email", "@example.org", false),
            ("email", "zhang li@example.org", false),
            ("phone", "+86 (21) 5527-0000", true),
            ("phone", "021 55270000 ext 12", true),
            ("phone", "call me", false),
            ("website", "https://www.example.org/en?x=1", true),
            ("website", "пример.рф", true),
            ("website", "example", false),
            ("website", "javascript:alert(1)", false),
            ("wechat", "anything at all", true),
        ] {
            assert_eq!(check(medium, value).is_ok(), good, "{medium} {value}");
        }
    }
}
