//! Latin script, of several languages.

use super::{Script, prose};

#[rustfmt::skip]
pub(crate) const LATIN: Script = Script {
    language: "en",
    families: &[
        ("Müller", "Muller"), ("García", "Garcia"), ("Rossi", "Rossi"), ("Smith", "Smith"), ("Kowalski", "Kowalski"),
        ("Nguyễn", "Nguyen"), ("Öztürk", "Ozturk"), ("Jørgensen", "Jorgensen"), ("Dvořák", "Dvorak"), ("Horváth", "Horvath"),
        ("Silva", "Silva"), ("Dubois", "Dubois"), ("Okafor", "Okafor"), ("Gupta", "Gupta"), ("Sharma", "Sharma"),
        ("Fernández", "Fernandez"), ("O’Connor", "OConnor"), ("van der Berg", "vanderberg"), ("Žižek", "Zizek"), ("Çelik", "Celik"),
        ("Lindström", "Lindstrom"), ("Szabó", "Szabo"), ("Papadopoulos", "Papadopoulos"), ("Ionescu", "Ionescu"), ("Mensah", "Mensah"),
        ("Wright", "Wright"), ("Schneider", "Schneider"), ("Moreau", "Moreau"), ("Bianchi", "Bianchi"), ("Nowak", "Nowak"),
        ("Andersson", "Andersson"), ("Kaya", "Kaya"), ("Santos", "Santos"), ("Iyer", "Iyer"), ("Mukherjee", "Mukherjee"),
        ("Tremblay", "Tremblay"), ("Virtanen", "Virtanen"), ("Kruger", "Kruger"), ("Ferreira", "Ferreira"), ("Baker", "Baker"),
        ("Weiß", "Weiss"), ("Lefèvre", "Lefevre"), ("Petrović", "Petrovic"), ("Kovač", "Kovac"), ("Jansen", "Jansen"),
        ("Murphy", "Murphy"), ("Trần", "Tran"), ("Şahin", "Sahin"), ("Nielsen", "Nielsen"), ("Costa", "Costa"),
        ("Zimmermann", "Zimmermann"), ("Adeyemi", "Adeyemi"), ("Hernández", "Hernandez"), ("Bergström", "Bergstrom"), ("Novák", "Novak"),
        ("Taylor", "Taylor"), ("Lambert", "Lambert"), ("Reddy", "Reddy"), ("Esposito", "Esposito"), ("Wójcik", "Wojcik"),
    ],
    givens: &[
        ("Anna", "Anna"), ("José", "Jose"), ("Émile", "Emile"), ("Arvind", "Arvind"), ("Björn", "Bjorn"), ("Zoë", "Zoe"),
        ("Maria", "Maria"), ("James", "James"), ("Łukasz", "Lukasz"), ("Sofia", "Sofia"), ("Mehmet", "Mehmet"), ("Chloé", "Chloe"),
        ("Thomas", "Thomas"), ("Ingrid", "Ingrid"), ("Lakshmi", "Lakshmi"), ("Peter", "Peter"), ("Jürgen", "Jurgen"), ("Elif", "Elif"),
        ("Giulia", "Giulia"), ("Matthew", "Matthew"), ("Søren", "Soren"), ("Ana Lucía", "Ana"), ("Chidi", "Chidi"), ("Katarzyna", "Katarzyna"),
        ("Pierre", "Pierre"), ("Helena", "Helena"), ("Rajesh", "Rajesh"), ("Minh Anh", "Minhanh"), ("Olivia", "Olivia"), ("Zsófia", "Zsofia"),
        ("Andreas", "Andreas"), ("Beatriz", "Beatriz"), ("Daniel", "Daniel"), ("Ayşe", "Ayse"), ("Fatima", "Fatima"), ("George", "George"),
        ("Henrik", "Henrik"), ("Isabelle", "Isabelle"), ("Joanna", "Joanna"), ("Kwame", "Kwame"), ("Laura", "Laura"), ("Nikhil", "Nikhil"),
        ("Pavel", "Pavel"), ("Quentin", "Quentin"), ("Ruth", "Ruth"), ("Stefan", "Stefan"), ("Teresa", "Teresa"), ("Ursula", "Ursula"),
        ("Victor", "Victor"), ("Wilhelmina", "Wilhelmina"),
    ],
    given_parts: 1,
    family_first: false,
    towns: &[
        ("Berlin", "Berlin", "DE"), ("München", "Munich", "DE"), ("Kraków", "Krakow", "PL"), ("Lyon", "Lyon", "FR"), ("Coimbra", "Coimbra", "PT"),
        ("Ankara", "Ankara", "TR"), ("İzmir", "Izmir", "TR"), ("Bologna", "Bologna", "IT"), ("Salamanca", "Salamanca", "ES"), ("Uppsala", "Uppsala", "SE"),
        ("Aarhus", "Aarhus", "DK"), ("Brno", "Brno", "CZ"), ("Szeged", "Szeged", "HU"), ("Manchester", "Manchester", "GB"), ("Edinburgh", "Edinburgh", "GB"),
        ("Pune", "Pune", "IN"), ("Hyderabad", "Hyderabad", "IN"), ("Chennai", "Chennai", "IN"), ("Hà Nội", "Hanoi", "VN"), ("Lagos", "Lagos", "NG"),
        ("São Paulo", "SaoPaulo", "BR"), ("Córdoba", "Cordoba", "AR"), ("Montréal", "Montreal", "CA"), ("Boston", "Boston", "US"), ("Zürich", "Zurich", "CH"),
        ("Ljubljana", "Ljubljana", "SI"), ("Novi Sad", "NoviSad", "RS"), ("Turku", "Turku", "FI"), ("Cluj-Napoca", "Cluj", "RO"), ("Thessaloniki", "Thessaloniki", "GR"),
        ("Leuven", "Leuven", "BE"), ("Groningen", "Groningen", "NL"), ("Accra", "Accra", "GH"), ("Melbourne", "Melbourne", "AU"), ("Penang", "Penang", "MY"),
    ],
    subjects: &[
        "Technology", "Optics", "Medicine", "Mechanical Engineering", "Economics", "Agriculture", "Energy", "Materials Science",
        "Chemistry", "Law", "Education", "Foreign Languages", "Transport", "Printing", "Sport", "Informatics", "Mining", "Architecture",
        "Biology", "Finance", "Trade", "Logistics", "Food Science", "Nursing", "Environmental Protection", "Aviation", "Textiles",
        "Metallurgy", "Physics", "Mathematics", "Pharmacy", "Art",
    ],
    institutions: &[
        ("university", "{t} University of {s}"), ("university", "University of {t}, Faculty of {s}"),
        ("research-institute", "{t} Institute of {s}"), ("research-institute", "{f} Institute for {s}, {t}"),
        ("company", "{f} {s} Ltd"), ("company", "{f} & {t} {s} GmbH"), ("hospital", "{t} General Hospital No. {n}"),
        ("science-park", "{t} {s} Park"), ("association", "{t} Association for {s}"), ("law-firm", "{f} Partners, {t}"),
        ("incubator", "{s} Incubator {t} {n}"), ("government-body", "{t} Office for {s}"),
    ],
    agreements: &[
        "Agreement on academic exchange in {s} between {a} and {b}", "Framework agreement {a} – {b}",
        "Joint laboratory for {s}: {a} and {b}", "Memorandum of understanding on {s} ({a}, {b})",
        "Research and development contract, {s}, with {a}", "Joint training of students in {s} at {a} and {b}",
        "Investment in {s} by {a} together with {b}", "Double degree programme {s}, {a}",
    ],
    follow_ups: &[
        "Send the draft on to {a}", "Call {a} about the annex", "Ask {a} for the signed copy", "Prepare the visit of {a}",
        "Translate article {n} for {a}", "Remind {a} of the report for year {n}", "Collect names of {n} students for {a}",
        "Check the term with {a}", "Write thanks to {a}", "Book {n} rooms for the guests of {a}", "Renew the insurance: {a}",
        "Pay the {n}. instalment to {a}",
    ],
    prose: &prose::ENGLISH,
    roles: &[
        "Professor", "Vice-Rector for International Affairs", "Head of the International Office", "Dean", "Rector", "Coordinator",
        "Research Fellow", "Deputy Director", "Managing Director", "Head of Laboratory", "Secretary", "Lecturer", "Legal Adviser",
    ],
};
