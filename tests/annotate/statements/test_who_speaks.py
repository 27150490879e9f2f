"""Speakers of kinds found in texts that no rule had been written on."""

from __future__ import annotations

import pytest
from tests.annotate.statements.reading_aid import statements_of, told

SPEAKERS = [
    ("وقالت المتحدثة باسم المؤسسة، ليندا حداد إن الدهون تضر. وأضافت أن الضرر يتراكم.", ["ليندا حداد", "ليندا حداد"]),
    ("وقالت النائبة إن الطريق آمن. ومضت تقول: الجسر مغلق اليوم تماما.", ["النائبة", "النائبة"]),
    ("وكانت رئيسة اللجنة الوطنية، أعلنت أن المرشح وحيد.", ["رئيسة اللجنة الوطنية"]),
    ("أما المدير سامي الحداد فقال إن الطريق آمن.", ["سامي الحداد"]),
    ("أكمل المدرب مؤتمره الذي امتدح فيه خصمه، مؤكدا أنه سيفوز.", ["المدرب"]),
    ("واستقال المدرب بعد ساعات من نشر مجلة الملاعب مقالا قالت فيه إن العقد مزور.", ["مجلة الملاعب"]),
    ("لفتت المدير العام لدائرة السياحة إلى أن الزوار كثر.", ["المدير العام لدائرة السياحة"]),
    (
        "واتهمت منظمة رصد الحقوق، في تقرير حديث لها، ميليشيا النهر، بزراعة الألغام، وأكدت أنها تستخدمها.",
        ["منظمة رصد الحقوق", "منظمة رصد الحقوق"],
    ),
    ("اتهم المحافظ، الأربعاء، «سماسرة أراض» بالتلاعب في سجلات الملكية.", ["المحافظ"]),
    (
        "لكن الدهشة عمت القاعة مساء، حين غرد المخرج على تويتر قائلا إنه سيعتزل.",
        ["المخرج"],
    ),
]


@pytest.mark.parametrize(("text", "speakers"), SPEAKERS)
def test_the_speaker_is_found(text: str, speakers: list[str]) -> None:
    assert [speaker for _, speaker, _ in told(text)][: len(speakers)] == speakers


RESUMED = [
    ("حذر الوزير سامي الحداد مما وصفه بالعزلة.", "مما وصفه بالعزلة"),
    ("دانت منظمات دولية ودول المجزرة التي ارتكبتها القوات.", "المجزرة التي ارتكبتها القوات"),
    ("أكد الطبيب سامي الحداد، المشرف على مركز الإغاثة، أن المساعدات وصلت.", "المساعدات وصلت"),
    ("وذكر التقرير، الذي أعدته البلدية قبل عامين، أن النفق متصدع.", "النفق متصدع"),
    ("وقالت الشرطة إن الحريق انتهى، لكنها أوضحت فيما بعد أن العدد لم يعرف.", "العدد لم يعرف"),
    ("وتنفي الشركة على الدوام السعي لامتلاك المنجم.", "السعي لامتلاك المنجم"),
]


@pytest.mark.parametrize(("text", "content"), RESUMED)
def test_a_cue_goes_on_behind_what_qualifies_its_speaker(text: str, content: str) -> None:
    assert told(text)[-1][2] == content


GOING_ON = [
    ("أكد كل من الوزير والسفير أن الاتفاق قريب.", ["كل من الوزير والسفير"]),
    ("قال كبير الاقتصاديين في الشركة إن السوق هادئة.", ["كبير الاقتصاديين في الشركة"]),
    ("وقال نفس المصدر إن الطريق آمن.", ["نفس المصدر"]),
    ("وأرجعت كبير الاقتصاديين، ليلى حداد، الغلاء إلى الطلب، متوقعة استمرار الزيادة في الأسعار.", ["ليلى حداد"]),
    ("وذكرت الصحيفة أن 6 صحفيين أعلنوا أنهم سيغادرون.", ["6 صحفيين"]),
    ("وقال باحثون من الجامعة إن الكهف عميق. وتابعت: الطريق وعر جدا هنا.", ["باحثون من الجامعة", "الجامعة"]),
    (
        "وأكد بيان القيادة المشتركة أن المواقع دمرت. وأضافت أن القتال مستمر.",
        ["بيان القيادة المشتركة", "القيادة المشتركة"],
    ),
    ("أما وزير الري سامي الحداد، فيشعر بغضب. ويقول إن الماء قليل.", ["سامي الحداد"]),
    ("واستأنف الرئيس انتقاداته في تغريداته. وقال إن بلاده تدفع كثيرا.", ["الرئيس"]),
    ('وعلق زميله قائلا: "إنه بطل".', ["زميله"]),
    ("أعرب كل منهما عن رغبته في إحياء المهرجان. وأضاف أن الموعد قريب.", ["كل منهما", "كل منهما"]),
]


@pytest.mark.parametrize(("text", "speakers"), GOING_ON)
def test_a_verb_without_a_subject_goes_on_with_who_agrees(text: str, speakers: list[str]) -> None:
    assert [speaker for _, speaker, _ in told(text)][-len(speakers) :] == speakers


def test_who_passes_words_on_passes_on_what_is_added() -> None:
    text = "ونقلت صحيفة الفجر عن أحد المنفيين قوله إن الرجل ذكي، مضيفا أن الشعب يحبه."
    first, second = statements_of(text)
    assert [span.of(text) for span in second.via] == [span.of(text) for span in first.via] == ["صحيفة الفجر"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وقال المرصد الذي يتابع أوضاع البلاد إن القصف توقف.", "المرصد"),
        ("وأفاد التقرير الذي ينقل شهادات السكان أن القصف توقف.", "التقرير"),
    ],
)
def test_the_clause_behind_a_relative_clause_is_that_of_the_verb_that_has_no_other(text: str, speaker: str) -> None:
    assert [(said[1], said[2]) for said in told(text)] == [(speaker, "القصف توقف")]


def test_a_relative_clause_that_says_something_keeps_its_clause() -> None:
    text = "وأكد الوزير أهمية الاتفاق الذي قال الرئيس إنه لم يوقع."
    assert [said[1] for said in told(text)] == ["الوزير", "الرئيس"]


COUNTERED = [
    ("ليرد عليه الوزير كريم سالم قائلا: «نحن نعمل ليل نهار»", "كريم سالم"),
    ("ليجيبه الوزير قائلا: «نحن نعمل ليل نهار»", "الوزير"),
    ("ليرد الوزير بالقول إن الوزارة تعمل ليل نهار", "الوزير"),
]


@pytest.mark.parametrize(("answer", "speaker"), COUNTERED)
def test_who_answers_in_the_next_clause_speaks_and_ends_the_words_before(answer: str, speaker: str) -> None:
    found = told(f"قال النائب سامي الحداد إن الحكومة فشلت في حل الأزمة، {answer}.")
    assert found[0][1:] == ("سامي الحداد", "الحكومة فشلت في حل الأزمة")
    assert [who for _, who, _ in found[1:]] == [speaker]


def test_an_answer_that_ensues_is_not_the_askers() -> None:
    found = told("وتساءل الصحافي عن السبب، ليرد المتحدث قائلا: «لا تعليق لدينا الآن».")
    assert [who for _, who, _ in found] == ["المتحدث"]


def test_an_aim_in_what_somebody_says_stays_his() -> None:
    found = told("وأضاف الحداد أن الوزارة وعدت بالحل ليرد المدير على الناس.")
    assert [one[1:] for one in found] == [("الحداد", "الوزارة وعدت بالحل ليرد المدير على الناس")]
