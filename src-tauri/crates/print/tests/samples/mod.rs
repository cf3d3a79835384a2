//! Agreements to print: nearly unknown, complete, and far too long.

use entente_messages::Language;
use entente_print::{AgreementSummary, DocumentLine, EventLine, FollowUpLine, PartyLine, SignatoryLine};

pub(crate) fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

/// In the words of the page's language: choices come to the printer as labels.
fn label(language: Language, english: &str, chinese: &str) -> Option<String> {
    some(if language == Language::ZhHans { chinese } else { english })
}

/// Of which nothing is known but what a news item told.
pub(crate) fn sparse(language: Language) -> AgreementSummary {
    AgreementSummary {
        title: "Cooperative document on academic exchange".to_owned(),
        kind: label(language, "Academic exchange", "学术交流"),
        state: label(language, "Whether it is in force is not known.", "是否生效不详。"),
        signed: some("--12-08"),
        event: Some(EventLine {
            title: "Founding of BRMDIA".to_owned(),
            start: some("--12-08"),
            place: some("USST, Shanghai"),
            country: label(language, "China", "中国"),
            mode: label(language, "Hybrid", "线上线下结合"),
        }),
        note: some("Parties not told"),
        printed_on: "2026-11-22".to_owned(),
        ..AgreementSummary::default()
    }
}

/// With every field told.
pub(crate) fn full(language: Language) -> AgreementSummary {
    AgreementSummary {
        title: "Cooperation agreement with Kyrgyz National University".to_owned(),
        kind: label(language, "Academic exchange", "学术交流"),
        subtype: some("Joint training · 联合培养"),
        number: some("BRMDIA-2023-017"),
        stage: label(language, "Partly signed", "部分签署"),
        state: label(
            language,
            "In force since 19 Oct 2023. It ends on 18 Oct 2028, in 696 days.",
            "自2023年10月19日起生效，将于2028年10月18日到期，还有696天。",
        ),
        topics: ["joint training of international students", "clinical medical cooperation", "医疗器械创新"]
            .map(str::to_owned)
            .to_vec(),
        parties: vec![host(language), kyrgyz(language), shanghai(language), alliance(language)],
        event: Some(EventLine {
            title: "2023 Shanghai International Biomedical Industry Week".to_owned(),
            start: some("2023-10-19"),
            place: some("Shanghai 上海"),
            country: label(language, "China", "中国"),
            mode: label(language, "Hybrid", "线上线下结合"),
        }),
        documents: documents(language),
        follow_ups: follow_ups(language),
        note: some(
            "The ceremony was held in two halls. Professor Cheng asks for the list of students before the \
             spring term.\nПисьмо ректора от ноября лежит в бумагах. 原件一份存国际交流处。",
        ),
        printed_on: "2026-11-22".to_owned(),
        officer: some("Chen Yu 陈昱"),
        ..term(language)
    }
}

/// Its dates, its term and its renewal.
fn term(language: Language) -> AgreementSummary {
    AgreementSummary {
        signed: some("2023-10-19"),
        in_force: some("2023-10-19"),
        ends: some("2028-10-18"),
        term: label(language, "Fixed period", "固定期限"),
        term_months: Some(60),
        renewal: label(language, "Automatic", "自动续期"),
        renewal_months: Some(12),
        notice_days: Some(90),
        last_objection_day: some("2028-07-20"),
        ..AgreementSummary::default()
    }
}

fn host(language: Language) -> PartyLine {
    PartyLine {
        name: "University of Shanghai for Science and Technology".to_owned(),
        name_in_own_script: some("上海理工大学"),
        country: label(language, "China", "中国"),
        number: some("USST-INT-2023-88"),
        signed: some("2023-10-19"),
        approved: some("2023-11"),
        in_force: some("2023-10-19"),
        signatories: vec![SignatoryLine {
            name: "Yunzhang Cheng 程云章".to_owned(),
            title: label(language, "Vice president of the School of Medical Devices", "医疗器械学院副院长"),
            mode: label(language, "In person", "当面签署"),
            signed: some("2023-10-19"),
        }],
        ..PartyLine::default()
    }
}

fn kyrgyz(language: Language) -> PartyLine {
    PartyLine {
        name: "Kyrgyz National University".to_owned(),
        name_in_own_script: some("Жусуп Баласагын атындагы Кыргыз улуттук университети"),
        country: label(language, "Kyrgyzstan", "吉尔吉斯斯坦"),
        number: some("КНУ 12/4"),
        signed: some("2023-10-19"),
        reservations: some(
            "Article 6 applies only to programmes that the Ministry of Education of the Kyrgyz Republic has \
             licensed.",
        ),
        signatories: vec![SignatoryLine {
            name: "Төлөбек Абдрахманов".to_owned(),
            title: label(language, "Rector", "校长"),
            mode: label(language, "By video", "视频签署"),
            signed: some("2023-10-20"),
        }],
        ..PartyLine::default()
    }
}

fn shanghai(language: Language) -> PartyLine {
    PartyLine {
        name: "上海高端医疗装备创新中心".to_owned(),
        country: label(language, "China", "中国"),
        signed: some("--12-08"),
        ..PartyLine::default()
    }
}

fn alliance(language: Language) -> PartyLine {
    PartyLine {
        name: "Belt and Road Medical Device Innovation and Application Alliance".to_owned(),
        country: label(language, "China", "中国"),
        signed: some("2023"),
        withdrawn: some("2025-03-31"),
        ..PartyLine::default()
    }
}

fn documents(language: Language) -> Vec<DocumentLine> {
    vec![
        DocumentLine {
            name: "KNU agreement, signed.pdf".to_owned(),
            usage: label(language, "Signed copy", "签署件"),
            language: label(language, "English", "英语"),
            fingerprint: some("9b1f03c6a47de25510aa83e0d7c2461f"),
        },
        DocumentLine {
            name: "附件一 学生名单.xlsx".to_owned(),
            usage: label(language, "Annex", "附件"),
            ..DocumentLine::default()
        },
    ]
}

fn follow_ups(language: Language) -> Vec<FollowUpLine> {
    vec![
        FollowUpLine {
            title: "Ask for the approval of the Kyrgyz side".to_owned(),
            due: some("2026-12-01"),
            assignee: some("Chen Yu"),
            state: label(language, "Open", "未完成"),
        },
        FollowUpLine {
            title: "Send the list of students".to_owned(),
            due: some("2027-02"),
            ..FollowUpLine::default()
        },
        FollowUpLine { title: "Visit after the spring festival".to_owned(), ..FollowUpLine::default() },
    ]
}

/// Twelve parties, each with signatories and with more reservations than a page can hold.
pub(crate) fn endless(language: Language) -> AgreementSummary {
    let reservation = "The party does not consider itself bound by article 9, paragraph 2, on arbitration. ";
    let parties = (1..=12).map(|number| PartyLine {
        name: format!("Institute of Biomedical Engineering number {number} of the Academy of Sciences"),
        reservations: Some(reservation.repeat(12)),
        signatories: vec![host(language).signatories.remove(0), kyrgyz(language).signatories.remove(0)],
        ..kyrgyz(language)
    });
    AgreementSummary { parties: parties.collect(), note: Some("A long note. ".repeat(300)), ..full(language) }
}

/// A title of several lines in a script whose letters reach far below them.
pub(crate) fn long_arabic_title() -> AgreementSummary {
    AgreementSummary {
        title: "اتفاقية التعاون بين الجامعات والمستشفيات في مجال الأجهزة الطبية والتعليم والبحث العلمي المشترك بين \
                الجميع"
            .to_owned(),
        ..AgreementSummary::default()
    }
}

/// Parties whose names are written in many scripts, left to right and right to left.
pub(crate) fn many_scripts() -> AgreementSummary {
    let names = [
        ("Žižkov Đặng İstanbul Łódź", "Αθήνα, Ἑλλάς"),
        ("Қазақстан Тоҷикистон Ўзбекистон", "東京大学 · 서울대학교 · 國立臺灣大學"),
        ("جامعة القاهرة", "جامعہ کراچی، پاکستان"),
        ("האוניברסיטה העברית בירושלים", "Երևանի համալսարան · თბილისის უნივერსიტეტი"),
        ("มหาวิทยาลัยจุฬาลงกรณ์", "ວຽງຈັນ · ភ្នំពេញ · ရန်ကုန်"),
        ("काठमाडौँ विश्वविद्यालय", "ঢাকা বিশ্ববিদ্যালয় · ශ්‍රී ලංකා · தமிழ் · አዲስ አበባ"),
    ];
    let parties = names.map(|(name, own)| PartyLine {
        name: name.to_owned(),
        name_in_own_script: some(own),
        ..PartyLine::default()
    });
    AgreementSummary {
        title: "协议 Agreement اتفاقية Соглашение".to_owned(),
        parties: parties.to_vec(),
        ..AgreementSummary::default()
    }
}
