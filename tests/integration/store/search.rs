//! The search box.

use entente_domain::ids::RecordId;
use entente_domain::kinds::Kind;

use crate::laptop::Laptop;

/// The ids that the search box finds.
fn found(laptop: &mut Laptop, typed: &str) -> Vec<RecordId> {
    laptop.work().search(typed, None, 50).expect("searched").iter().map(|row| row.id).collect()
}

/// A laptop with one institution of this name.
fn with_institution(name: &str) -> (Laptop, RecordId) {
    let mut laptop = Laptop::of("Aigul");
    let id = laptop.add("institution", &[("name", name)]);
    laptop.add("institution", &[("name", "Somewhere else 别处 Башка жер")]);
    (laptop, id)
}

/// Fails unless each text finds the institution of this name, and that only.
fn finds(name: &str, texts: &[&str]) {
    let (mut laptop, id) = with_institution(name);
    for typed in texts {
        assert_eq!(found(&mut laptop, typed), [id], "{typed:?} in {name:?}");
    }
}

/// Fails if any of the texts finds something.
fn finds_nothing(name: &str, texts: &[&str]) {
    let (mut laptop, _) = with_institution(name);
    for typed in texts {
        assert_eq!(found(&mut laptop, typed), [], "{typed:?} in {name:?}");
    }
}

#[test]
fn words_are_found_by_their_beginnings_in_any_order_and_case() {
    finds("Kyrgyz National University", &["kyr", "NATIONAL", "univ kyrgyz", "Kyrgyz National University"]);
    finds_nothing("Kyrgyz National University", &["yrgyz", "kyrgyz polytechnic"]);
}

#[test]
fn accents_do_not_matter_either_way() {
    finds("Université de Genève", &["universite", "Université", "geneve", "GENE\u{300}VE"]);
    finds("Universite de Geneve", &["université", "Genève"]);
    finds("Đại học Bách khoa Hà Nội", &["bach khoa", "hà nội", "Ha No"]);
}

#[test]
fn chinese_is_found_by_any_part_from_one_character_on() {
    finds("上海理工大学", &["上海", "海理", "理工大", "上海理工大学", "海", "上", "学", "理 上海"]);
    finds_nothing("上海理工大学", &["上理", "上工", "学上", "大上海"]);
    finds_nothing("上海 理工", &["海理"]);
}

#[test]
fn a_person_is_found_by_the_whole_name_as_it_is_written_though_its_parts_are_two_fields() {
    let mut laptop = Laptop::of("Aigul");
    let chen = laptop.add("person", &[("family", "陈"), ("given", "晓明")]);
    let kim = laptop.add("person", &[("family", "김"), ("given", "민수")]);
    let sasaki = laptop.add("person", &[("family", "佐々木"), ("given", "かおり")]);
    let titles = [chen, kim, sasaki].map(|id| laptop.row(id).title.unwrap_or_default());
    assert_eq!(titles, ["陈晓明", "김민수", "佐々木かおり"]);
    let finds_them = |laptop: &mut Laptop| {
        for typed in ["陈晓明", "陈晓", "陈 晓明", "晓明"] {
            assert_eq!(found(laptop, typed), [chen], "{typed}");
        }
        assert_eq!(found(laptop, "김민수"), [kim]);
        assert_eq!(found(laptop, "김민"), [kim]);
        assert_eq!(found(laptop, "木かお"), [sasaki]);
    };
    finds_them(&mut laptop);
    let mut colleague = Laptop::of("Bek");
    colleague.hear(&mut laptop);
    finds_them(&mut colleague);
    laptop.edit(chen, &[("given", "明")]);
    assert_eq!(found(&mut laptop, "陈晓明"), []);
    assert_eq!(found(&mut laptop, "陈明"), [chen]);
    laptop.prove_sound_byte_for_byte();
}

#[test]
fn chinese_and_latin_in_one_name_are_found_by_either() {
    finds("USST上海理工", &["usst", "usst 理工", "上海", "USST上海"]);
    finds_nothing("USST上海理工", &["usst 北京"]);
}

#[test]
fn cyrillic_arabic_korean_and_japanese_are_found() {
    finds("Кыргыз Республикасынын Улуттук университети", &["улуттук", "КЫРГЫЗ", "респ уни"]);
    finds("جامعة الملك سعود", &["الملك", "سعود جامعة"]);
    finds("서울대학교 의과대학", &["서울", "의과대학"]);
    finds("東京アメリカン・センター", &["アメリカン", "センター", "京ア", "東京アメリカン・センター"]);
}

#[test]
fn punctuation_and_the_words_of_a_query_language_are_only_text() {
    finds("St. John's “A&B” OR NOT", &["john's", "o", "a&b", "or", "NOT", "st. j", "\"john", "john*"]);
    finds_nothing(
        "St. John's",
        &["", "  ", "\"", "*", "-", "((", "・", "Ⓐ", "words:john", "\u{301}", "^", "NEAR(a b)"],
    );
}

#[test]
fn a_record_is_found_by_the_words_of_its_rows_and_of_theirs() {
    let mut laptop = Laptop::of("Aigul");
    let institution = laptop.add("institution", &[("name", "USST")]);
    let name = laptop.add_to(institution, "name", &[("text", "上海理工大学")]);
    let agreement = laptop.add("agreement", &[("title", "Exchange")]);
    let party = laptop.add_to(agreement, "party", &[("institution", &institution.to_string())]);
    laptop.add_to(party, "signatory", &[("name-at-signing", "Ding Xiaodong")]);
    assert_eq!(found(&mut laptop, "理工"), [institution]);
    assert_eq!(found(&mut laptop, "ding exch"), [agreement], "words of the agreement and of its signatory");
    laptop.edit(name, &[("text", "复旦大学")]);
    assert_eq!(found(&mut laptop, "理工"), []);
    assert_eq!(found(&mut laptop, "复旦"), [institution]);
    laptop.delete(name);
    assert_eq!(found(&mut laptop, "复旦"), []);
}

#[test]
fn what_is_deleted_is_not_found_and_what_is_restored_is() {
    let mut laptop = Laptop::of("Aigul");
    let institution = laptop.add("institution", &[("name", "USST")]);
    laptop.add_to(institution, "name", &[("text", "上海理工大学")]);
    laptop.delete(institution);
    assert_eq!((found(&mut laptop, "usst"), found(&mut laptop, "上海")), (vec![], vec![]));
    laptop.restore(institution);
    assert_eq!(
        (found(&mut laptop, "usst"), found(&mut laptop, "上海")),
        (vec![institution], vec![institution])
    );
}

#[test]
fn a_row_moved_to_another_record_takes_its_words_along() {
    let mut laptop = Laptop::of("Aigul");
    let [one, other] = ["one", "other"].map(|name| laptop.add("institution", &[("name", name)]));
    let name = laptop.add_to(one, "name", &[("text", "Wandering")]);
    laptop.edit(name, &[("owner", &other.to_string())]);
    assert_eq!(found(&mut laptop, "wandering"), [other]);
}

#[test]
fn found_again_after_a_rebuild() {
    let (mut laptop, id) = with_institution("上海理工大学 USST");
    laptop.prove_sound();
    for typed in ["usst", "理工", "工"] {
        assert_eq!(found(&mut laptop, typed), [id]);
    }
}

#[test]
fn one_kind_alone_can_be_searched() {
    let mut laptop = Laptop::of("Aigul");
    let institution = laptop.add("institution", &[("name", "Ding Institute")]);
    let person = laptop.add("person", &[("family", "Ding")]);
    let of = |laptop: &mut Laptop, kind| -> Vec<_> {
        laptop.work().search("ding", Some(kind), 50).expect("searched").iter().map(|row| row.id).collect()
    };
    assert_eq!(of(&mut laptop, Kind::Institution), [institution]);
    assert_eq!(of(&mut laptop, Kind::Person), [person]);
    assert_eq!(of(&mut laptop, Kind::Event), []);
}
