//! Korean.

use super::{Script, prose};

#[rustfmt::skip]
pub(crate) const HANGUL: Script = Script {
    language: "ko",
    families: &[
        ("김", "Kim"), ("이", "Lee"), ("박", "Park"), ("최", "Choi"), ("정", "Jung"), ("강", "Kang"), ("조", "Cho"), ("윤", "Yoon"), ("장", "Jang"),
        ("임", "Lim"), ("한", "Han"), ("오", "Oh"), ("서", "Seo"), ("신", "Shin"), ("권", "Kwon"), ("황", "Hwang"), ("안", "Ahn"), ("송", "Song"),
        ("전", "Jeon"), ("홍", "Hong"), ("남궁", "Namgung"),
    ],
    givens: &[
        ("민", "min"), ("서", "seo"), ("준", "jun"), ("지", "ji"), ("현", "hyun"), ("우", "woo"), ("수", "soo"), ("영", "young"), ("은", "eun"),
        ("호", "ho"), ("진", "jin"), ("혜", "hye"), ("성", "sung"), ("재", "jae"), ("미", "mi"), ("경", "kyung"), ("태", "tae"), ("윤", "yoon"),
        ("하", "ha"), ("연", "yeon"), ("동", "dong"), ("희", "hee"), ("상", "sang"), ("원", "won"),
    ],
    given_parts: 2,
    family_first: true,
    towns: &[
        ("서울", "Seoul", "KR"), ("부산", "Busan", "KR"), ("대구", "Daegu", "KR"), ("인천", "Incheon", "KR"), ("광주", "Gwangju", "KR"),
        ("대전", "Daejeon", "KR"), ("울산", "Ulsan", "KR"), ("수원", "Suwon", "KR"), ("전주", "Jeonju", "KR"), ("청주", "Cheongju", "KR"),
        ("포항", "Pohang", "KR"), ("제주", "Jeju", "KR"),
    ],
    subjects: &[
        "과학기술", "광학", "의학", "기계공학", "경제", "농업", "에너지", "재료", "화학", "법학", "교육", "외국어", "교통", "인쇄", "체육", "정보",
        "광업", "건축", "생물", "금융", "무역", "물류", "식품", "간호", "환경", "항공", "섬유", "금속", "물리", "수학", "약학", "예술",
    ],
    institutions: &[
        ("university", "{t}{s}대학교"), ("research-institute", "{t}{s}연구소"), ("research-institute", "한국{s}연구원 {t} 제{n}분원"),
        ("company", "{f}앤 {t} {s} 주식회사"), ("hospital", "{t} 제{n}병원"), ("association", "{t}{s}협회"),
    ],
    agreements: &[
        "{a}와 {b}의 {s} 학술 교류 협정", "{a}와 {b}의 기본 협약", "{s} 공동 연구실 설립 계약 ({a})", "{s} 분야 양해각서 ({a}, {b})",
    ],
    follow_ups: &[
        "{a}에 초안 보내기", "부속서 건으로 {a}에 전화", "{a}에서 서명본 받기", "{a} 방문 준비", "{a}를 위해 제{n}조 번역",
    ],
    prose: &prose::KOREAN,
    roles: &["교수", "국제교류처장", "학장", "총장", "연구원", "부소장", "대표이사", "실장", "강사"],
};
