//! People and the roles that are told of them.

use entente_domain::kinds::Kind;

use super::drafts::{Drafts, Entry, Place, Places};
use super::names;
use super::tables::{self, PersonRow};

/// People who get an e-mail address, so that there is one to see. It is not a fact: they are tagged for it.
const WITH_EMAIL: &[(&str, &str)] =
    &[("Muhammad Shahbaz", "muhammad.shahbaz@example.org"), ("Yunzhang Cheng", "yunzhang.cheng@example.org")];

/// Adds the people.
pub(super) fn add(drafts: &mut Drafts, institutions: &Places, sample: Place) {
    for row in tables::people() {
        let person = drafts.add(person(&row));
        add_affiliations(drafts, person, &row, institutions);
        let email = WITH_EMAIL.iter().find(|(name, _)| *name == row.name);
        if let Some((_, email)) = email {
            let contact = Entry::new(Kind::Contact).refer("owner", person).text("medium", "email");
            drafts.add(contact.text("value", *email));
        }
        // It has something that the table does not tell.
        if email.is_some() || !names::of_person(&row.name).original.is_empty() {
            drafts.tag(person, sample);
        }
    }
}

fn person(row: &PersonRow) -> Entry {
    let name = names::of_person(&row.name);
    Entry::new(Kind::Person)
        .text("honorific", &row.honorific)
        .text("given", name.given)
        .text("family", name.family)
        .text("name-order", name.order)
        .text("original-name", name.original)
        .text("country", &row.country)
}

/// A role each. Of several roles, only those that name the institution are roles there: the others are told
/// without one.
fn add_affiliations(drafts: &mut Drafts, person: Place, row: &PersonRow, institutions: &Places) {
    let roles: Vec<_> = tables::entries(&row.role).collect();
    for role in &roles {
        let is_there = roles.len() == 1 || role.contains(&row.institution);
        let institution = institutions.get(&row.institution).copied().filter(|_| is_there);
        let affiliation = Entry::new(Kind::Affiliation).refer("person", person).text("role", *role);
        drafts.add(affiliation.refer_if("institution", institution));
    }
}
