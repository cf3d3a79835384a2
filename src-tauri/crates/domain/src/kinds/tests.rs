use std::collections::HashSet;

use super::*;

#[test]
fn every_kind_is_found_by_its_number_and_name() {
    for (index, kind) in Kind::ALL.into_iter().enumerate() {
        assert_eq!(usize::from(kind.number()), index + 1);
        assert_eq!(Kind::from_number(kind.number()), Some(kind));
        assert_eq!(Kind::from_name(kind.name()), Some(kind));
    }
    assert_eq!(Kind::from_number(0), None);
    assert_eq!(Kind::from_number(9999), None);
}

#[test]
fn field_numbers_and_names_are_unique_within_a_kind() {
    for kind in Kind::ALL {
        let numbers: HashSet<_> = kind.fields().iter().map(|field| field.number).collect();
        let names: HashSet<_> = kind.fields().iter().map(|field| field.name).collect();
        assert_eq!((numbers.len(), names.len()), (kind.fields().len(), kind.fields().len()), "{kind}");
        assert!(!numbers.contains(&crate::merge::DELETED), "{kind}: 0 is the deletion's number");
    }
}

#[test]
fn a_list_has_one_filter_of_a_name() {
    for kind in Kind::MAIN {
        let own = kind.fields().iter().map(|field| field.name);
        let names: Vec<_> = own.chain(kind.row_filters().filter_map(|(_, field)| field.filters)).collect();
        assert_eq!(names.iter().collect::<HashSet<_>>().len(), names.len(), "{kind}: {names:?}");
    }
}

#[test]
fn companions_belong_to_the_kind_and_are_told_by_declared_fields() {
    for (kind, told) in Kind::ALL.into_iter().filter_map(|kind| Some((kind, kind.companions()?))) {
        assert!(kind.is_main() && kind.may_own(told.rows), "{kind}");
        let fields = told.who.iter().chain(&told.role);
        assert!(fields.into_iter().all(|field| told.rows.field(field).is_some()), "{kind}: {told:?}");
    }
}

#[test]
fn kinds_own_each_other_in_no_circle() {
    fn owners_above(kind: Kind, path: &[Kind]) {
        assert!(!path.contains(&kind), "{kind} owns itself by way of {path:?}");
        let path = [path, &[kind]].concat();
        Kind::ALL
            .into_iter()
            .filter(|owner| owner.may_own(kind))
            .for_each(|owner| owners_above(owner, &path));
    }
    Kind::ALL.into_iter().for_each(|kind| owners_above(kind, &[]));
}

#[test]
fn a_kind_has_a_page_of_its_own_or_an_owner() {
    for kind in Kind::ALL.into_iter().filter(|&kind| kind != Kind::Device) {
        assert_ne!(kind.is_main(), kind.owner_field().is_some(), "{kind}");
    }
}
