//! What officers note down, a few clauses at a time. A sentence is one of each list; `{p}` is a person, `{i}` an
//! institution, `{d}` a day, `{n}` a number. Enough of them, and with enough names and days in between, that a text
//! packs about as well as one that somebody wrote.

/// The clauses of a language.
pub(crate) struct Prose {
    pub(crate) first: &'static [&'static str],
    pub(crate) then: &'static [&'static str],
    pub(crate) last: &'static [&'static str],
}

#[rustfmt::skip]
pub(crate) const ENGLISH: Prose = Prose {
    first: &[
        "Spoke with {p} on the phone", "{p} wrote on {d}", "Met {p} at the fair in hall {n}", "Their rector changes on {d}", "As agreed on {d}",
        "The ministry asks", "According to {p}", "Our copy lies in folder {n}", "In the meeting of {d} it was said", "{p} is away until {d}",
        "The annex of {d} replaces the older one", "Budget line {n} is used up", "They prefer mail to the telephone", "On the visit of {d}",
        "The dean’s office reports", "Nobody answered since {d}", "The translation by {p} is with us", "After some to and fro", "For the record",
        "Customs kept the samples until {d}", "{p} took over from {p}", "The hotel near gate {n} was good", "The seal is missing on page {n}",
    ],
    then: &[
        "that {i} will send {n} students", "that the draft needs another reading by the lawyers", "who would rather begin in the autumn term",
        "and the laboratory can take {n} guests a year", "but the second party has not countersigned", "with a copy to {p}",
        "so the term counts from {d}", "and {i} wants to join as a further party", "although fees for {n} places were never settled",
        "that visas take {n} weeks at least", "and the invitation must carry the round stamp", "for which {p} keeps the originals",
        "that their bank details changed", "and the joint paper is due on {d}", "that paragraph {n} contradicts paragraph {n}",
        "which nobody had told {i}", "and a delegation of {n} is expected", "that insurance is on our side", "with thanks for the books",
        "and they ask for the Chinese version first", "that {p} speaks no English, bring an interpreter",
    ],
    last: &[
        "; remind them by {d}.", "; nothing to do for now.", ", to be confirmed.", " — see the letter of {d}.", "; {p} knows more.",
        ", as in the year before.", "; ask again after {d}.", ", unless the council objects.", " (room {n}).", "; copy sent on {d}.",
        ", which suits us.", "; wait for the minutes.", ", at no cost to us.", "; they will call back.", ", signed by {p} only.", ".",
    ],
};

#[rustfmt::skip]
pub(crate) const CHINESE: Prose = Prose {
    first: &[
        "{d}与{p}通电话，", "{p}来信说，", "据{p}介绍，", "{d}会谈时商定，", "校方表示，", "外事处转告，", "第{n}号文件规定，", "翻译稿已收到，",
        "{p}将于{d}到任，", "对方院长出差到{d}，", "签字仪式之后，", "关于附件{n}，", "经双方商量，", "按去年的做法，", "财务处提醒，", "代表团共{n}人，",
    ],
    then: &[
        "{i}每年派{n}名学生", "草案还要请法律顾问再看一遍", "希望秋季学期开始", "实验室一次最多接待{n}人", "第二方尚未会签", "请同时抄送{p}",
        "期限从{d}起算", "{i}也想参加", "住宿费至今没有谈妥", "办理签证至少要{n}周", "邀请函须盖圆章", "原件由{p}保管", "开户银行有变动",
        "联合论文应在{d}前交稿", "第{n}条与第{n}条不一致", "保险由我方负责",
    ],
    last: &["，{d}前提醒。", "，暂无事项。", "，待确认。", "，详见{d}的信。", "，{p}了解情况。", "，同上一年。", "，过了{d}再问。", "。", "，在{n}号房间面谈。", "，等会议纪要。"],
};

#[rustfmt::skip]
pub(crate) const RUSSIAN: Prose = Prose {
    first: &[
        "{d} говорили по телефону с {p}:", "{p} пишет,", "По словам {p},", "На встрече {d} решили,", "Деканат сообщает,", "Перевод у нас,",
        "Приложение от {d} заменяет прежнее:", "Министерство напоминает,", "Ректор сменится {d},", "Для памяти:", "Как и в прошлом году,", "Кабинет {n}:",
    ],
    then: &[
        "{i} примет {n} студентов", "проект ещё раз посмотрят юристы", "начать хотят осенью", "вторая сторона пока не подписала",
        "срок считать с {d}", "{i} тоже хочет присоединиться", "визы оформляют не менее {n} недель", "на приглашении нужна круглая печать",
        "оригиналы хранит {p}", "реквизиты банка изменились", "пункт {n} противоречит пункту {n}", "страховка за наш счёт",
    ],
    last: &["; напомнить до {d}.", "; пока ничего не нужно.", ", уточнить.", " — см. письмо от {d}.", "; подробнее у {p}.", ".", "; спросить после {d}.", ", копия отправлена {d}."],
};

#[rustfmt::skip]
pub(crate) const ARABIC: Prose = Prose {
    first: &["اتصلت مع {p} يوم {d}،", "كتب {p} أن", "في اجتماع {d} تقرر أن", "يذكّر مكتب العميد أن", "حسب {p} فإن", "للتذكير:"],
    then: &["{i} سترسل {n} طلاب", "المسودة تحتاج إلى مراجعة قانونية", "البداية في فصل الخريف", "الطرف الثاني لم يوقّع بعد", "المدة تُحسب من {d}", "التأشيرة تستغرق {n} أسابيع"],
    last: &["؛ تذكير قبل {d}.", ".", "، قيد التأكيد.", " — انظر رسالة {d}.", "؛ التفاصيل عند {p}."],
};

#[rustfmt::skip]
pub(crate) const KOREAN: Prose = Prose {
    first: &["{d} {p}와 통화함,", "{p}의 편지에 따르면", "{d} 회의에서", "학장실에서 알리기를", "참고로", "{n}호 문서에 따라"],
    then: &["{i}에서 학생 {n}명을 보낸다고 함", "초안은 법률 검토가 더 필요함", "가을 학기부터 시작하기를 원함", "상대방이 아직 서명하지 않음", "기간은 {d}부터 계산함", "비자는 최소 {n}주 걸림"],
    last: &["; {d}까지 다시 알릴 것.", ".", ", 확인 필요.", " ({d} 편지 참조).", "; {p}가 잘 앎."],
};
