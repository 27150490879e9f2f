"""Who acts last in a clause speaks in the next: subjects behind their object, agreement, whom a subject meets."""

from __future__ import annotations

import pytest
from tests.annotate.statements.reading_aid import told

BEHIND = [
    ("ترأس الاجتماع وزير النقل سامي الحداد، وقال إن الطرق آمنة.", "سامي الحداد"),
    ("دشن الجسر رئيس البلدية كريم النجار. وأكد أن العمل استغرق عاما.", "كريم النجار"),
    ("قادت الوفد النائبة هدى سالم. وأعلنت أن الزيارة ناجحة.", "هدى سالم"),
    ("وألقى البيان المتحدث العسكري سامي الحداد. وأعلن أن المناورات انتهت.", "سامي الحداد"),
    ("وصل إلى القاهرة المبعوث الدولي كريم النجار. وصرح بأنه متفائل.", "كريم النجار"),
    ("شارك في المعرض الدكتور سامي الحداد. وأوضح أن الكتب كثيرة.", "سامي الحداد"),
    ("تولى الدفاع عن المتهم المحامي كريم النجار. وأكد أن موكله بريء.", "كريم النجار"),
    ("وخلال الندوة تحدث مندوب النقابة سامي الحداد. وقال إن الأجور ضعيفة.", "سامي الحداد"),
    ("كان في استقبال الوفد المحافظ كريم النجار. وأكد أن المحافظة جاهزة.", "كريم النجار"),
]


@pytest.mark.parametrize(("text", "speaker"), BEHIND)
def test_who_acts_speaks_though_he_stands_behind_the_object(text: str, speaker: str) -> None:
    assert told(text)[-1][1] == speaker


NOT_BEHIND = [
    # The one met in a town is no subject.
    ("وقال الوزير سامي الحداد إن الجو جيد. والتقى في بيروت النائب كريم النجار. وأعلن أن الزيارة ناجحة.", "سامي الحداد"),
    ("وقال الوزير سامي الحداد إن الجو جيد. والتقى بزميلته الجديدة هدى سالم. وأعلن أن الزيارة ناجحة.", "سامي الحداد"),
    # A genitive names whose the thing is.
    ("وقال سامي الحداد إن الجو جيد. وحضر حفل النائب كريم النجار. وأعلن أن الزيارة ناجحة.", "سامي الحداد"),
]


@pytest.mark.parametrize(("text", "speaker"), NOT_BEHIND)
def test_a_person_behind_the_verb_who_is_no_subject_does_not_speak(text: str, speaker: str) -> None:
    assert told(text)[-1][1] == speaker


MET = [
    ("سأل الصحفي المديرة عن الميزانية، فأجابت بأن الأرقام لم تنشر.", "المديرة"),
    ("التقى الرئيس سامي الحداد سفيرة النرويج، وأكدت استمرار الدعم.", "سفيرة النرويج"),
    ("زار وزير الصحة الممثلة المريضة ليلى مراد، وقال إن الدولة معها.", "وزير الصحة"),
    ("عين الملك الأمير كريم سفيرا، وقال إن المرحلة دقيقة.", "الملك"),
    ("نعى وزير الإعلام المذيع الراحل، وقال إن الخسارة كبيرة.", "وزير الإعلام"),
]


@pytest.mark.parametrize(("text", "speaker"), MET)
def test_of_the_one_who_meets_and_the_one_met_the_verb_s_gender_tells(text: str, speaker: str) -> None:
    assert told(text)[-1][1] == speaker


RELATIVE = [
    ("استقبل الشيخ سامي الحداد رئيسة وزراء النرويج، التي أعربت عن شكرها للاستقبال.", "رئيسة وزراء النرويج"),
    ("حاورت المذيعة ليلى مراد النجم كريم النجار، الذي قال إنه متعب.", "كريم النجار"),
]


@pytest.mark.parametrize(("text", "speaker"), RELATIVE)
def test_a_relative_pronoun_means_the_person_of_its_gender(text: str, speaker: str) -> None:
    found = [item for item in told(text) if item[0] in ("أعربت", "قال")]
    assert found[-1][1] == speaker


@pytest.mark.parametrize(
    "text",
    [
        "ناقش الجانبان ملف المياه. وقال إن المفاوضات مستمرة.",
        "وأشار محللون إلى أن الخطوة متأخرة. وأوضح أن السوق لا ترحم.",
        "قال 54٪ منهم إن الأسعار مرتفعة.",
    ],
)
def test_a_man_s_verb_has_neither_two_nor_several_nor_a_share(text: str) -> None:
    assert told(text)[-1][1] == ""


def test_who_spoke_before_several_acted_goes_on() -> None:
    text = "وقال المدرب سامي الحداد إن الخسارة مؤلمة. ونجح اللاعبون في العودة. وأوضح أن الفريق تعلم."
    assert told(text)[-1][1] == "سامي الحداد"
