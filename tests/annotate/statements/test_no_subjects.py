"""What stands where a speaker may and is none."""

from __future__ import annotations

import pytest

from riwaya.annotate.document import Document
from riwaya.annotate.mentions import find_mentions
from riwaya.annotate.statements import find_statements
from riwaya.model import Field

from .reading_aid import article_of


def _speakers(text: str) -> list[str]:
    document = Document.read(article_of(text), Field.TEXT)
    return [item.speaker_text for item in find_statements(document, find_mentions(document))]


@pytest.mark.parametrize(
    "text",
    [
        'ويضيف بمرارة: "تركنا كل شيء خلفنا".',
        'قالت بصوت خافت: "لا أعرف أين أذهب".',
        "وأضافت بلهجة حازمة أن الوقت نفد.",
        'قال والدموع في عينيه: "كل شيء انتهى".',
        'وختم حديثه بالقول: "الأرض ستبقى لأهلها دائما".',
        "وقال لي بصوت حزين إن أحدا لم يسأل عنه.",
    ],
)
def test_manners_circumstances_and_talks_brought_to_an_end_never_speak(text: str) -> None:
    assert _speakers(text) == [""]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('قال المزارع سالم عطية إن الموسم ضعيف. وأضاف بأسى: "خسرنا كل شيء".', "سالم عطية"),
        ('تحدث عضو اللجنة كريم النجار عن الخطة. واختتم تصريحه بالقول: "نحتاج إلى الجميع".', "كريم النجار"),
        ("أكد لي الطبيب أن الحالة مستقرة.", "الطبيب"),
        ('قال لي أحد الجنود: "كنا نعرف أنهم قادمون".', "أحد الجنود"),
        ("قال والي المدينة إن الأوضاع تحت السيطرة.", "والي المدينة"),
        ("وكشف ذات المصدر أن المشتبه فيه هارب.", "ذات المصدر"),
        ("وقالت عدة مصادر إن الاتفاق انهار.", "عدة مصادر"),
        ("وقال معدو الدراسة إن النتائج أولية.", "معدو الدراسة"),
        ("أكد فخامة رئيس الجمهورية أن الجسر آمن.", "فخامة رئيس الجمهورية"),
        ("كشف مصدر داخل اتحاد الكرة أن المدرب سيرحل.", "مصدر داخل اتحاد الكرة"),
        ("قال مصدر من داخل البرلمان إن الجلسة ألغيت.", "مصدر من داخل البرلمان"),
        ("قال محللون في بنك النهر في مذكرة إن الأسعار سترتفع.", "محللون في بنك النهر"),
        ("أعلنت خلية الإعلام الأمني أن العملية انتهت.", "خلية الإعلام الأمني"),
        ("دعا زعيم التيار أنصاره إلى الانسحاب من الشوارع.", "زعيم التيار"),
    ],
)
def test_who_speaks_is_found_beside_them(text: str, speaker: str) -> None:
    assert _speakers(text)[-1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("قال محامي المتهم كريم النجار إن موكله بريء.", "محامي المتهم"),
        ("قال وكيل أعمال اللاعب كريم النجار إن العرض لم يصل.", "وكيل أعمال اللاعب"),
        ("قالت والدة الطفل كريم النجار إن ابنها يعاني.", "والدة الطفل"),
        ("قال نجل الرئيس السابق كريم النجار إن والده مريض.", "نجل الرئيس السابق"),
        ("قال أنصار الزعيم كريم النجار إن الاعتصام مستمر.", "أنصار الزعيم"),
        ("وقالت زوجته هبة منصور إنها لم تره منذ عام.", "هبة منصور"),
        ("وقال طبيب المنتخب البروفسور كريم النجار إن الإصابة خفيفة.", "كريم النجار"),
        ("قال محامي الدفاع كريم النجار إن الحكم ظالم.", "كريم النجار"),
    ],
)
def test_a_relative_s_or_servant_s_words_are_not_those_of_whom_he_belongs_to(text: str, speaker: str) -> None:
    assert _speakers(text) == [speaker]
