//! What a bundle would do, looked at before it is done.

use std::time::Instant;

use entente_domain::ids::RecordId;
use entente_domain::log::ChangedValue;
use entente_domain::value::Value;
use entente_domain::workspace::{Error, LineField, LineQuery, Lines, Mode, RecordEffect, Watch};

use super::two;
use crate::laptop::Laptop;
use crate::projections::everything;

fn text(text: &str) -> ChangedValue {
    ChangedValue::Value(Value::from(text))
}

/// The fields of a record among the lines, by name.
fn fields(
    laptop: &mut Laptop,
    lines: &Lines,
    line: RecordId,
    record: RecordId,
) -> Vec<(&'static str, LineField)> {
    let (parts, _) = laptop.work().line(lines, line).expect("readable");
    let part = parts.into_iter().find(|part| part.line.record == record).expect("a part");
    let name = |number| part.line.kind.field_by_number(number).map_or("deleted", |field| field.name);
    part.fields.iter().map(|field| (name(field.field), field.clone())).collect()
}

#[test]
fn a_line_tells_field_by_field_what_is_here_and_what_comes_from_whom() {
    let mut two = two();
    two.bek.edit(two.university, &[("city", "上海")]);
    two.aigul.edit(two.university, &[("city", "Šanghaj"), ("number", "10252")]);
    two.aigul.edit(two.party, &[("name-at-signing", "Shanghai Institute")]);
    let bundle = two.aigul.export();
    let before = everything(&two.bek.path());
    let lines = two.bek.preview(&bundle);
    assert_eq!(everything(&two.bek.path()), before, "only shown");
    let told = fields(&mut two.bek, &lines, two.university, two.university);
    let [(first, city), (second, number)] = told.as_slice() else { panic!("{told:?}") };
    assert_eq!(
        (*first, &city.here, &city.comes, city.contested),
        ("city", &text("上海"), &text("Šanghaj"), true)
    );
    assert_eq!((*second, &number.here, number.contested), ("number", &ChangedValue::Empty, false));
    assert_eq!((city.author.as_str(), city.device), ("Aigul", two.aigul.work().device()));
    let told = fields(&mut two.bek, &lines, two.agreement, two.party);
    let names: Vec<_> = told.iter().map(|(name, field)| (*name, &field.comes)).collect();
    assert_eq!(names, [("name-at-signing", &text("Shanghai Institute"))]);
}

#[test]
fn what_belongs_to_a_record_stands_under_it_and_is_found_with_it() {
    let mut two = two();
    two.aigul.add_to(two.agreement, "topic", &[("text", "Материаловедение")]);
    two.aigul.add("event", &[("title", "Signing")]);
    let bundle = two.aigul.export();
    let lines = two.bek.preview(&bundle);
    let page = |text: &str, effect| {
        let query = LineQuery { text: text.into(), effect, offset: 0, limit: 10 };
        let page = lines.page(&query).expect("readable");
        let titles = page.lines.into_iter().map(|line| line.title.expect("a title")).collect::<Vec<_>>();
        (titles, page.counts.into_iter().collect::<Vec<_>>())
    };
    let both = vec![(RecordEffect::Changed, 1), (RecordEffect::New, 1)];
    assert_eq!(page("", None), (vec!["Signing".into(), "Exchange".into()], both.clone()));
    assert_eq!(page("", Some(RecordEffect::New)), (vec!["Signing".into()], both));
    assert_eq!(page("МАТЕРИАЛ", None), (vec!["Exchange".into()], vec![(RecordEffect::Changed, 1)]));
    assert_eq!(page("nowhere", None), (vec![], vec![]));
}

#[test]
fn one_can_go_on_working_and_what_was_shown_is_then_shown_anew() {
    let mut two = two();
    two.aigul.edit(two.university, &[("city", "上海")]);
    let bundle = two.aigul.export();
    let lines = two.bek.preview(&bundle);
    assert!(two.bek.work().is_current(&lines).expect("readable"));
    two.bek.add("tag", &[("name", "meanwhile")]);
    assert!(!two.bek.work().is_current(&lines).expect("readable"));
    let refused = two.bek.work().import(&bundle, Mode::AsShown(&lines, &[]), &Watch::default());
    assert!(matches!(refused, Err(Error::ChangedSinceShown)));
    let lines = two.bek.preview(&bundle);
    two.aigul.edit(two.university, &[("city", "another")]);
    let other = two.aigul.export();
    let refused = two.bek.work().import(&other, Mode::AsShown(&lines, &[]), &Watch::default());
    assert!(matches!(refused, Err(Error::ChangedSinceShown)), "another bundle than was shown");
    two.bek.work().import(&bundle, Mode::AsShown(&lines, &[]), &Watch::default()).expect("imported");
    assert_eq!(two.bek.shown(two.university, "city"), "上海");
}

#[test]
fn a_preview_that_is_stopped_leaves_nothing_behind() {
    let mut two = two();
    two.aigul.edit(two.university, &[("city", "上海")]);
    let bundle = two.aigul.export();
    let before = everything(&two.bek.path());
    let watch = Watch::default();
    watch.stop();
    assert!(matches!(two.bek.work().import(&bundle, Mode::Preview, &watch), Err(Error::Cancelled)));
    assert_eq!(everything(&two.bek.path()), before);
}

/// Not a timed test: it prints what it took, and fails only if pages come out wrong.
#[test]
fn many_lines_come_in_pages() {
    let (mut aigul, mut bek) = (Laptop::of("Aigul"), Laptop::of("Bek"));
    let names: Vec<_> = (0..2_500).map(|n| format!("University {n}")).collect();
    let drafts: Vec<_> = names.iter().map(|name| aigul.draft("institution", &[("name", name)])).collect();
    drafts.chunks(500).for_each(|drafts| drop(aigul.save(drafts)));
    let bundle = aigul.export();
    let begun = Instant::now();
    let lines = bek.preview(&bundle);
    println!("2,500 records shown in {:?}", begun.elapsed());
    let mut seen = Vec::new();
    for offset in (0..2_600).step_by(200) {
        let query = LineQuery { offset, limit: 200, ..LineQuery::default() };
        seen.extend(lines.page(&query).expect("readable").lines.into_iter().map(|line| line.record));
    }
    let expected: Vec<_> = drafts.iter().map(|draft| draft.id).collect();
    assert_eq!(seen, expected);
}
