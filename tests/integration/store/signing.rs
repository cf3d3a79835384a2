//! Names and titles are written down when an agreement is signed, and stay as they were then.

use entente_domain::ids::RecordId;
use entente_domain::workspace::Draft;

use crate::laptop::{Laptop, entered};

/// An agreement of a party with a signatory, who has a role there.
struct Agreement {
    laptop: Laptop,
    agreement: RecordId,
    institution: RecordId,
    person: RecordId,
    party: RecordId,
    signatory: RecordId,
}

impl Agreement {
    fn with(fields: &[(&str, &str)]) -> Self {
        let mut laptop = Laptop::of("Aigul");
        let institution = laptop.add("institution", &[("name", "Shanghai Institute")]);
        let person =
            laptop.add("person", &[("given", "Li"), ("family", "Wei"), ("name-order", "given-first")]);
        let role = [("institution", &*institution.to_string()), ("role", "Dean")];
        laptop.add_to(person, "affiliation", &role);
        let agreement = laptop.add("agreement", &[&[("title", "Exchange")], fields].concat());
        let party = laptop.add_to(agreement, "party", &[("institution", &institution.to_string())]);
        let signatory = laptop.add_to(party, "signatory", &[("person", &person.to_string())]);
        Self { laptop, agreement, institution, person, party, signatory }
    }

    /// The party's name, the signatory's, and the signatory's title, as values.
    fn frozen(&self) -> [String; 3] {
        [
            (self.party, "name-at-signing"),
            (self.signatory, "name-at-signing"),
            (self.signatory, "title-at-signing"),
        ]
        .map(|(id, field)| self.laptop.shown(id, field))
    }

    fn all_is_renamed(&mut self) {
        self.laptop.edit(self.institution, &[("name", "Shanghai University")]);
        self.laptop.edit(self.person, &[("family", "Wang")]);
        self.laptop.add_to(self.person, "affiliation", &[("role", "Rector")]);
    }
}

const AS_SIGNED: [&str; 3] = ["Shanghai Institute", "Li Wei", "Dean"];

#[test]
fn what_signs_keeps_its_name_and_title_whatever_becomes_of_them() {
    for signed in [[("stage", "signed")], [("signed", "2023-10")]] {
        let mut one = Agreement::with(&signed);
        assert_eq!(one.frozen(), AS_SIGNED, "{signed:?}");
        one.all_is_renamed();
        assert_eq!(one.frozen(), AS_SIGNED, "{signed:?}");
        assert_eq!(one.laptop.row(one.party).title.as_deref(), Some("Shanghai Institute"));
        one.laptop.prove_sound();
    }
}

#[test]
fn until_it_is_signed_a_party_is_called_as_it_is_now() {
    let mut one = Agreement::with(&[("stage", "draft")]);
    assert_eq!(one.frozen(), ["", "", ""]);
    one.laptop.edit(one.institution, &[("name", "Shanghai University")]);
    assert_eq!(one.laptop.row(one.party).title.as_deref(), Some("Shanghai University"));
    one.laptop.edit(one.agreement, &[("stage", "signed")]);
    assert_eq!(one.frozen(), ["Shanghai University", "Li Wei", "Dean"]);
    one.laptop.undo();
    assert_eq!(one.frozen(), ["", "", ""], "signing and what it wrote down are one save");
}

#[test]
fn what_is_merged_into_a_signed_agreement_signs_with_it() {
    let mut one = Agreement::with(&[("stage", "draft")]);
    let signed = one.laptop.add("agreement", &[("title", "Exchange again"), ("stage", "signed")]);
    one.laptop.work().merge(one.agreement, signed, &[]).expect("merged");
    assert_eq!(one.frozen(), AS_SIGNED);
    one.all_is_renamed();
    assert_eq!(one.frozen(), AS_SIGNED);
}

#[test]
fn one_party_signs_without_the_others() {
    let mut one = Agreement::with(&[("stage", "partly-signed")]);
    let other = one.laptop.add_to(one.agreement, "party", &[("institution", &one.institution.to_string())]);
    one.laptop.edit(one.party, &[("signed", "2024-05-01")]);
    assert_eq!(one.frozen(), AS_SIGNED);
    assert_eq!(one.laptop.shown(other, "name-at-signing"), "");
}

#[test]
fn what_an_officer_says_stands() {
    let mut one = Agreement::with(&[("stage", "draft")]);
    one.laptop.edit(one.party, &[("name-at-signing", "The Institute")]);
    one.laptop.edit(one.agreement, &[("stage", "signed")]);
    assert_eq!(one.frozen(), ["The Institute", "Li Wei", "Dean"]);
    one.laptop.edit(one.signatory, &[("title-at-signing", "Acting dean")]);
    one.laptop.edit(one.party, &[("name-at-signing", "")]);
    one.laptop.edit(one.agreement, &[("note", "Renumbered.")]);
    one.laptop.edit(one.party, &[("number", "7")]);
    assert_eq!(one.frozen(), ["", "Li Wei", "Acting dean"], "what was emptied stays empty");
}

#[test]
fn who_was_put_there_by_mistake_leaves_no_name_behind() {
    let mut one = Agreement::with(&[("stage", "signed")]);
    let other = one.laptop.add("institution", &[("name", "Other")]);
    let person = one.laptop.add("person", &[("family", "Wang")]);
    one.laptop.edit(one.party, &[("institution", &other.to_string())]);
    one.laptop.edit(one.signatory, &[("person", &person.to_string())]);
    assert_eq!(one.frozen(), ["Other", "Wang", ""]);
    one.laptop.edit(one.party, &[("name-at-signing", "The Other")]);
    one.laptop.edit(one.party, &[("institution", &one.institution.to_string())]);
    assert_eq!(one.frozen()[0], "The Other", "what an officer wrote stays");
}

#[test]
fn a_title_is_written_down_only_if_it_is_certain() {
    for (roles, signed, expected) in [
        (&[("2020", "2023"), ("2024", "")][..], "2022-05-01", "first"),
        (&[("2020", "2023"), ("2024", "")], "2025", "second"),
        (&[("2020", ""), ("2021", "")], "2025", ""),
        (&[("2020", "2021")], "2025", ""),
        (&[], "2025", ""),
    ] {
        let mut laptop = Laptop::of("Aigul");
        let institution = laptop.add("institution", &[("name", "Institute")]).to_string();
        let person = laptop.add("person", &[("family", "Wei")]);
        for ((from, to), role) in roles.iter().zip(["first", "second"]) {
            let fields = [("institution", &*institution), ("role", role), ("from", from), ("to", to)];
            laptop.add_to(person, "affiliation", &fields);
        }
        let agreement = laptop.add("agreement", &[("title", "Exchange"), ("signed", signed)]);
        let party = laptop.add_to(agreement, "party", &[("institution", &institution)]);
        let signatory = laptop.add_to(party, "signatory", &[("person", &person.to_string())]);
        assert_eq!(laptop.shown(signatory, "title-at-signing"), expected, "{roles:?} {signed}");
    }
}

#[test]
fn what_is_made_in_the_same_save_is_called_as_it_is_made() {
    let mut laptop = Laptop::of("Aigul");
    let agreement = laptop.draft("agreement", &[("title", "Exchange"), ("stage", "signed")]);
    let institution = laptop.draft("institution", &[("name", "Institute")]);
    let party = laptop.draft_of(agreement.id, "party", &[("institution", &institution.id.to_string())]);
    let drafts: [Draft; 3] = [party, institution, agreement];
    laptop.save(&drafts);
    assert_eq!(laptop.shown(drafts[0].id, "name-at-signing"), "Institute");
    let other = laptop.add("institution", &[("name", "Other")]);
    let changed = entered(&[("institution", &other.to_string()), ("name-at-signing", "")]);
    let changed = Draft { id: drafts[0].id, is_new: false, kind: drafts[0].kind, fields: changed };
    laptop.save(&[changed]);
    assert_eq!(laptop.shown(drafts[0].id, "name-at-signing"), "", "emptied by hand");
}
