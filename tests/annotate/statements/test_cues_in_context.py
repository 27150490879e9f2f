"""Cues by kind: sources behind «بحسب», objects far behind, «بالقول», what is taken up again, and what says nothing."""

from __future__ import annotations

import pytest
from tests.annotate.statements.reading_aid import statements_of, told

SOURCES = [
    ("ارتفع عدد الزوار إلى مليونين، بحسب تقديرات وزارة السياحة.", "تقديرات وزارة السياحة"),
    ("يحظى المرشح بتأييد نصف الناخبين، وفقا لآخر استطلاعات الرأي.", "آخر استطلاعات الرأي"),
    ("سقط عشرون جريحا، وفق حصيلة أولية.", "حصيلة أولية"),
    ("كانت أبواب المسرح مغلقة، بحسب موظفي المسرح.", "موظفي المسرح"),
    ("ووفقا لهذه الحصيلة، فإن عدد النزلاء تضاعف خلال عام.", "هذه الحصيلة"),
    ("وصلت القافلة إلى المدينة ليلا، بحسب مراقبين.", "مراقبين"),
    ("توزع الأرباح على الموظفين كل عام، وفق القانون.", "القانون"),
    ("عثر الغواصون على صندوق قديم، وفقا لما ذكر بالبيان.", "البيان"),
]

NO_SOURCES = [
    "وتجري الانتخابات وفق قانون جديد أقره المجلس.",
    "وتختلف الأسعار بحسب نوع البضاعة وحجمها.",
    "وتحل الذكرى اليوم بحسب التقويم المحلي.",
    "ليس هذا وحسب بل تقوم العائلة بزيارة القرية.",
]

FAR = [
    ("أعلنت لجنة الحكام باتحاد الكرة، تعيين طاقم جديد للمباراة.", ("أعلنت", "تعيين طاقم جديد للمباراة")),
    ("وكان المدير قد نفى خلال اللقاء عام 2016 تأييد المشروع.", ("نفى", "تأييد المشروع")),
    ("وأشار تقرير للبلدية، نشرته الجريدة، إلى أن رسوم الموقف زهيدة.", ("أشار", "رسوم الموقف زهيدة")),
    ("اتهم المدير الشركة المنافسة بدس موظف بين العاملين.", ("اتهم", "الشركة المنافسة بدس موظف بين العاملين")),
    ("وانتقد ناشطون حقوقيون النظام القضائي في البلاد.", ("انتقد", "النظام القضائي في البلاد")),
    ("وتوصل الباحثون إلى نتيجة مفادها أن النوم يحسن الذاكرة.", ("توصل", "النوم يحسن الذاكرة")),
    ("وأوردت الصحيفة أنباء عن استقالة مدير المصنع.", ("أوردت", "استقالة مدير المصنع")),
    ("وقضت المحكمة بأن الشركة مسؤولة عن الحادث.", ("قضت", "الشركة مسؤولة عن الحادث")),
    ("وعرض الوزير إجراء حوار مع النقابات.", ("عرض", "إجراء حوار مع النقابات")),
    ("وقد حذر الوزير هذا الأسبوع بأن السد «بلغ حده الأقصى».", ("حذر", "السد «بلغ حده الأقصى»")),
    ("واعتبرت الوزارة في بيانها أن القرار خاطئ.", ("اعتبرت", "القرار خاطئ")),
    ("ووصف رئيس النادي تلك الأنباء «بالكاذبة».", ("وصف", "تلك الأنباء «بالكاذبة»")),
    ("وشرح المهندس أن الجسر قديم، مذكرا بأن بناءه تم قبل قرن.", ("مذكرا", "بناءه تم قبل قرن")),
]

SILENT = [
    "وأشار الحارس إلى غرفة مجاورة.",
    "ويعتبر الميناء شريان الحياة الرئيسي للمدينة.",
    "وتصر الشركة على بيع المصنع.",
    "وشارك الآلاف في تظاهرة دعت إليها النقابات العمالية.",
    "وقد ورد اسم الكاتب مرات عدة في القائمة.",
    "وفاز الفريق على مضيفه النهر في مباراة «كأس المدينة».",
    "وكانت الشركة اتهمت في مرات عدة بارتكاب مخالفات.",
    "واستدعت النيابة التاجر في قضية اتهام الشركة بالتزوير.",
]


@pytest.mark.parametrize(("text", "source"), SOURCES)
def test_estimates_polls_and_people_are_sources(text: str, source: str) -> None:
    found = statements_of(text)
    assert [item.speaker_text for item in found] == [source]


@pytest.mark.parametrize("text", NO_SOURCES)
def test_measures_and_rules_are_no_sources(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(("text", "expected"), FAR)
def test_what_is_reported_is_found_behind_asides_and_long_subjects(text: str, expected: tuple[str, str]) -> None:
    assert expected in [(cue, content) for cue, _, content in told(text)]


@pytest.mark.parametrize("text", SILENT)
def test_gestures_passives_conduct_and_titles_say_nothing(text: str) -> None:
    assert told(text) == []


def test_by_saying_has_the_subject_of_the_verb_it_completes() -> None:
    text = "واكتفى متحدث باسم الوزارة بالقول إن المحادثات كانت مثمرة."
    assert told(text) == [("بالقول", "متحدث باسم الوزارة", "المحادثات كانت مثمرة")]


def test_the_finite_verb_is_the_cue_beside_by_saying() -> None:
    assert told("وتابع الوزير بالقول إن الخطة جاهزة.")[0][2] == "الخطة جاهزة"


def test_a_denial_takes_up_what_is_said_before_it() -> None:
    found = statements_of("وتتهم الحكومة الشركة بتلويث النهر، وهو ما تنفيه الشركة.")
    assert [(item.speaker_text, item.force) for item in found][-1] == ("الشركة", "deny")
    assert found[-1].content_text == "الشركة بتلويث النهر"


def test_an_attribution_that_breaks_off_its_clause_attributes_the_rest() -> None:
    assert told("وأعدت الحكومة، بحسب دبلوماسيين، مسودة القرار الجديد قبل أيام.")[0][2].startswith("مسودة القرار")


def test_always_before_a_verb_is_no_what() -> None:
    assert told("وكان المدير دائما ما يصف خصومه بأنهم متمردون.")[0][0] == "يصف"


def test_a_quotation_behind_who_spoke_is_no_name() -> None:
    text = "وعلق نائب من المعارضة «كلما طال صمته زادت الشكوك» فيما رأى آخر أن الأزمة انتهت."
    assert [content for _, _, content in told(text)] == ["كلما طال صمته زادت الشكوك", "الأزمة انتهت"]


def test_who_hopes_is_not_what_a_player_hopes_for() -> None:
    assert told("وأراح المدرب لاعبه أملا في بلوغ النهائي.") == []
    assert told("وشكر الوزير الحضور، آملا أن تلقى المبادرة دعما.")[0][0] == "آملا"


def test_the_words_of_one_who_is_relayed_are_his_not_the_carrier_s() -> None:
    text = "وقال أحد الناجين إن سفينة رفضت إنقاذهم ليلا."
    assert told(text) == [("قال", "أحد الناجين", "سفينة رفضت إنقاذهم ليلا")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وأعرب الوزير عن أسفه لما حدث، لكنه أكد أن الخطة مستمرة.", ("أكد", "الوزير", "الخطة مستمرة")),
        ("وكتب المدير رسالة قال فيها إن المصنع سيغلق.", ("قال", "المدير", "المصنع سيغلق")),
        ("واعتقلت الشرطة التاجر الذي تتهمه الشركة بتزوير العقود.", ("تتهمه", "الشركة", "بتزوير العقود")),
        ("وأظهرت دراسة جديدة فرقا واضحا بين المجموعتين.", ("أظهرت", "دراسة جديدة", "فرقا واضحا بين المجموعتين")),
        ("ويقول هؤلاء إنهم منعوا من الدخول.", ("يقول", "هؤلاء", "منعوا من الدخول")),
    ],
)
def test_the_nearest_finite_verb_governs_what_follows(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in told(text)


def test_the_article_is_written_out_before_a_noun_in_l() -> None:
    found = statements_of("وستكون التذاكر مجانية للطلاب، وفقا للجنة المنظمة.")
    assert [item.speaker_text for item in found] == ["اللجنة المنظمة"]
    found = statements_of("وستكون التذاكر مجانية للطلاب، حسب قول السفير.")
    assert [item.speaker_text for item in found] == ["السفير"]
