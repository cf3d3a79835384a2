//! The summary of an agreement, read back from the PDF with `pdftotext` (poppler-utils), as a reader would.

#[path = "samples/mod.rs"]
mod samples;

use std::fs;
use std::process::Command;

use entente_messages::Language;
use entente_print::{AgreementSummary, PartyLine, Pdf, SignatoryLine, WorkedOutEnd, agreement_summary};
use samples::some;

fn printed(summary: &AgreementSummary, language: Language) -> Pdf {
    agreement_summary(summary, language).expect("prints")
}

/// What a tool of poppler-utils says about a PDF, with every stretch of blanks and line breaks as one blank.
fn told_by(tool: &str, arguments: &[&str], bytes: &[u8]) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("page.pdf");
    fs::write(&path, bytes).expect("written");
    let mut command = Command::new(tool);
    let (before, after) =
        arguments.split_at(arguments.iter().position(|it| *it == "-").unwrap_or(arguments.len()));
    let output = command.args(before).arg(&path).args(after).output();
    let output = output.unwrap_or_else(|error| panic!("{tool}, of poppler-utils, does not run: {error}"));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn text(pdf: &Pdf) -> String {
    told_by("pdftotext", &["-"], &pdf.bytes)
}

fn assert_says(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "“{part}” is not in: {text}");
    }
}

/// What stands on the page of a full agreement, by language.
const EVERY_VALUE: [(Language, &[&str]); 2] = [
    (
        Language::En,
        &[
            "Agreement summary",
            "No. BRMDIA-2023-017",
            "In force since 19 Oct 2023. It ends on 18 Oct 2028, in 696 days.",
            "Fixed period, 60 months",
            "Automatic, 12 months at a time",
            "90 days before the end",
            "20 Jul 2028",
            "上海理工大学",
            "Жусуп Баласагын атындагы Кыргыз",
            "Төлөбек Абдрахманов · Rector · By video · 20 Oct 2023",
            "Vice president of the School of Medical Devices · In person",
            "Reservations Article 6 applies only",
            "31 Mar 2025",
            "Fingerprint 9b1f03c6a47de255",
            "附件一 学生名单.xlsx",
            "Feb 2027",
            "Письмо ректора от ноября",
            "Printed on 22 Nov 2026 by Chen Yu 陈昱",
            "Page 1 of 1",
        ],
    ),
    (
        Language::ZhHans,
        &[
            "协议摘要",
            "编号 BRMDIA-2023-017",
            "2023年10月19日",
            "2023年11月",
            "12月8日",
            "固定期限，60个月",
            "自动续期，每次12个月",
            "期满前90天",
            "打印日期：2026年11月22日 打印人：Chen Yu 陈昱",
            "第1页，共1页",
        ],
    ),
];

#[test]
fn a_full_agreement_is_one_page_in_both_languages_with_every_value_on_it() {
    for (language, parts) in EVERY_VALUE {
        let pdf = printed(&samples::full(language), language);
        assert_eq!((pdf.pages, pdf.missing_glyphs.len()), (1, 0));
        assert_says(&text(&pdf), parts);
    }
}

#[test]
fn an_end_that_was_worked_out_is_told_as_that() {
    let on = || Some(WorkedOutEnd::On("2027-06-14".to_owned()));
    let between = Some(WorkedOutEnd::Between("2027-01-31".to_owned(), "2027-02-28".to_owned()));
    for (ends, worked_out_end, expected) in [
        (None, on(), "14 Jun 2027 (worked out)"),
        (None, between, "between 31 Jan 2027 and 28 Feb 2027 (worked out)"),
        (some("2025-06-14"), on(), "14 Jun 2025; renewed until 14 Jun 2027 (worked out)"),
        (some("2025-06-14"), None, "14 Jun 2025"),
    ] {
        let summary = AgreementSummary { ends, worked_out_end, ..AgreementSummary::default() };
        assert_says(&text(&printed(&summary, Language::En)), &[expected]);
    }
}

#[test]
fn what_is_not_known_is_said() {
    let nothing = AgreementSummary { printed_on: "2026-11-22".to_owned(), ..AgreementSummary::default() };
    let english = text(&printed(&nothing, Language::En));
    assert_says(
        &english,
        &["Agreement without a title", "Parties not known", "None recorded", "Printed on 22 Nov 2026"],
    );
    // Stage, three dates, parties, four values of the term, and the event.
    assert_eq!(english.matches("not known").count(), 10, "{english}");
    assert_eq!(text(&printed(&nothing, Language::ZhHans)).matches("不详").count(), 10);

    let sparse = text(&printed(&samples::sparse(Language::En), Language::En));
    assert_says(&sparse, &["8 Dec (year unknown)", "Founding of BRMDIA", "Parties not told"]);
}

#[test]
fn a_termination_is_told_with_its_days_and_its_reason() {
    let full = samples::full(Language::En);
    assert!(!text(&printed(&full, Language::En)).contains("Termination"));
    let summary = AgreementSummary {
        termination_requested: some("2026-02"),
        termination_reason: some("The college closed."),
        ..full
    };
    assert_says(
        &text(&printed(&summary, Language::En)),
        &[
            "Termination requested",
            "Feb 2026",
            "Termination takes effect",
            "not known",
            "The college closed.",
        ],
    );
}

#[test]
fn a_party_without_dates_gets_dashes_and_their_meaning_and_withdrawal_is_shown_only_where_it_happened() {
    let mut summary = AgreementSummary {
        title: "Framework".to_owned(),
        parties: vec![PartyLine { name: "A".to_owned(), ..PartyLine::default() }],
        ..AgreementSummary::default()
    };
    let before = text(&printed(&summary, Language::En));
    assert_says(&before, &["— not known"]);
    assert!(!before.contains("Withdrawn"), "{before}");

    summary.parties[0].withdrawn = some("2024-05-06");
    assert_says(&text(&printed(&summary, Language::En)), &["Withdrawn", "6 May 2024"]);
}

#[test]
fn twelve_parties_with_endless_reservations_stay_on_two_pages_and_say_what_was_left_out() {
    let pdf = printed(&samples::endless(Language::En), Language::En);
    assert_eq!(pdf.pages, 2);
    let text = text(&pdf);
    assert_says(&text, &["number 1 of the Academy", "number 12 of the Academy", "Page 2 of 2"]);
    assert_eq!(text.matches("more characters in the program]").count(), 13, "{text}");
}

#[test]
fn forty_parties_run_on_with_none_left_out() {
    let parties = (1..=40).map(|number| PartyLine {
        name: format!("Party <{number}>"),
        signatories: (1..=6)
            .map(|_| SignatoryLine { name: "N. N.".to_owned(), ..SignatoryLine::default() })
            .collect(),
        ..PartyLine::default()
    });
    let summary = AgreementSummary { parties: parties.collect(), ..AgreementSummary::default() };
    let pdf = printed(&summary, Language::En);
    assert!(pdf.pages > 2);
    let text = text(&pdf);
    assert!((1..=40).all(|number| text.contains(&format!("Party <{number}>"))), "{text}");
    assert_says(&text, &[&format!("Page {0} of {0}", pdf.pages)]);
}

#[test]
fn a_reservation_longer_than_a_page_prints_to_its_end_of_what_is_shown() {
    let reservations = format!("{} omega", "word ".repeat(1500));
    let party = PartyLine { name: "A".to_owned(), reservations: Some(reservations), ..PartyLine::default() };
    let summary = AgreementSummary { parties: vec![party], ..AgreementSummary::default() };
    let pdf = printed(&summary, Language::En);
    assert!(pdf.pages <= 2);
    assert_says(&text(&pdf), &["omega"]);
}

#[test]
fn text_that_looks_like_markup_prints_as_it_was_written() {
    let hostile = [
        r#"#import "x": *"#,
        r"*a* _b_ `c` $x^2$ \ \u{41} ~ -- --- ...",
        "= Heading",
        "#panic(\"x\") #{1+1} <label> @ref // comment /* c */ https://example.org",
        r#"{"json": ["\n"]}"#,
        "{page} { $pages } it's \"quoted\"",
    ];
    for hostile in hostile {
        let line = || some(hostile);
        let summary = AgreementSummary {
            title: hostile.to_owned(),
            state: line(),
            stage: line(),
            topics: vec![hostile.to_owned()],
            note: line(),
            officer: line(),
            printed_on: hostile.to_owned(),
            parties: vec![PartyLine {
                name: hostile.to_owned(),
                reservations: line(),
                ..PartyLine::default()
            }],
            ..AgreementSummary::default()
        };
        let pdf = printed(&summary, Language::En);
        assert!(pdf.missing_glyphs.is_empty());
        let text = text(&pdf);
        assert!(text.matches(hostile).count() >= 7, "“{hostile}” in: {text}");
    }
}

#[test]
fn a_character_that_no_font_has_is_named_on_the_page_and_reported() {
    let summary =
        AgreementSummary {
            title: "Rocket 🚀".to_owned(), note: some("𒀀 🚀"), ..AgreementSummary::default()
        };
    let pdf = printed(&summary, Language::En);
    assert_eq!(pdf.missing_glyphs, ['𒀀', '🚀']);
    assert_says(&text(&pdf), &["Rocket [U+1F680]", "[U+12000] [U+1F680]"]);
}

#[test]
fn names_in_many_scripts_are_drawn() {
    assert!(printed(&samples::long_arabic_title(), Language::En).missing_glyphs.is_empty());
    let pdf = printed(&samples::many_scripts(), Language::En);
    assert!(pdf.missing_glyphs.is_empty());
    // pdftotext tells neither order nor joined letters of every script as they were; these it does.
    let told = ["Đặng İstanbul", "Ἑλλάς", "Қазақстан", "서울대학교", "國立臺灣大學", "თბილისის", "มหาวิทยาลัย"];
    assert_says(&text(&pdf), &told);
}

#[test]
fn the_same_data_gives_the_same_bytes_and_the_file_says_what_it_is() {
    let [once, again] = [(); 2].map(|()| printed(&samples::full(Language::ZhHans), Language::ZhHans).bytes);
    assert_eq!(once, again);

    assert_says(
        &told_by("pdfinfo", &[], &once),
        &[
            "Title: Cooperation agreement with Kyrgyz National University",
            "Author: Chen Yu 陈昱",
            "Tagged: yes",
            "(A4)",
        ],
    );
    assert_says(&told_by("pdfinfo", &["-meta"], &once), &["<dc:language><rdf:Bag><rdf:li>zh-CN<"]);
}
