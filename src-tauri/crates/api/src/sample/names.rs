//! Names in the original script, and the parts of people's names: what the tables, written in English, leave out.
//!
//! Every name here is the one that the body itself publishes under (its website, its seal, the state's register),
//! or, for people, the one in the city's and the university's own announcements. A body whose own name was not
//! certain is not listed.

/// A name of an institution in another language: the table's short name, the name, its language.
pub(super) const INSTITUTIONS: &[(&str, &str, &str)] = &[
    ("BRMDIA", "“一带一路”医疗器械创新与应用联盟", "zh-Hans"),
    ("USST", "上海理工大学", "zh-Hans"),
    ("SMDFE", "医疗器械与食品学院", "zh-Hans"),
    ("CNMD", "中国医疗器械有限公司", "zh-Hans"),
    ("SHDC", "上海申康医院发展中心", "zh-Hans"),
    ("SDA", "上海市药品监督管理局", "zh-Hans"),
    ("SHMUN", "上海市", "zh-Hans"),
    ("SEIC", "上海市经济和信息化委员会", "zh-Hans"),
    ("SJTUSM", "上海交通大学医学院", "zh-Hans"),
    ("UIH", "联影", "zh-Hans"),
    ("CRPharma", "华润医药集团有限公司", "zh-Hans"),
    ("MicroPort", "微创医疗", "zh-Hans"),
    ("MoH-KG", "Министерство здравоохранения Кыргызской Республики", "ru"),
    ("MoH-KG", "Кыргыз Республикасынын Саламаттыкты сактоо министрлиги", "ky"),
    ("MoES-KG", "Министерство образования и науки Кыргызской Республики", "ru"),
    ("IHSM", "Международная высшая школа медицины", "ru"),
    ("KNU", "Кыргызский национальный университет", "ru"),
    ("KNU", "Кыргыз улуттук университети", "ky"),
];

/// The parts of a person's name.
pub(super) struct PersonName {
    /// As the table has it.
    pub(super) told: &'static str,
    pub(super) given: &'static str,
    pub(super) family: &'static str,
    /// The order in which the table writes the two.
    pub(super) order: &'static str,
    /// In the original script; empty where it is not certain.
    pub(super) original: &'static str,
}

/// One for each person of the table.
pub(super) const PEOPLE: &[PersonName] = &[
    PersonName {
        told: "Muhammad Shahbaz",
        given: "Muhammad",
        family: "Shahbaz",
        order: "given-first",
        original: "",
    },
    PersonName { told: "Arvind Gupta", given: "Arvind", family: "Gupta", order: "given-first", original: "" },
    PersonName {
        told: "Yunzhang Cheng",
        given: "Yunzhang",
        family: "Cheng",
        order: "given-first",
        original: "程云章",
    },
    PersonName {
        told: "Zong Ming", given: "Ming", family: "Zong", order: "family-first", original: "宗明"
    },
];

/// The parts of the name that the table tells.
pub(super) fn of_person(told: &str) -> &'static PersonName {
    PEOPLE.iter().find(|name| name.told == told).expect("BUG: a person of the table has no name in parts")
}
