"""Where or in what something was said, as the text says beside the cue."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.annotate.statements.reading_aid import statements_of


def _occasions(text: str) -> list[tuple[str, str]]:
    return [(item.occasion.of(text) if item.occasion else "", item.occasion_kind) for item in statements_of(text)]


@pytest.mark.parametrize(
    ("text", "occasion", "kind"),
    [
        ("وقال الوزير في مقابلة مع قناة النهر إن الجسر آمن.", "مقابلة مع قناة النهر", "interview"),
        ("وقالت الوزيرة خلال مؤتمر صحفي مشترك إن الجسر آمن.", "مؤتمر صحفي مشترك", "press-conference"),
        ("وأعلنت الوزارة في بيان أن الجسر آمن.", "بيان", "statement"),
        ("وكتب المخرج على حسابه على فيسبوك: \"العرض جاهز\".", "حسابه على فيسبوك", "post"),
        ("وقال الوزير عبر صفحته الرسمية إن الجسر آمن.", "صفحته الرسمية", "post"),
        ("وأكد الوزير في كلمة أمام البرلمان أن الجسر آمن.", "كلمة أمام البرلمان", "speech"),
        ("وأكد الوزير خلال اتصال هاتفي مع نظيره أن الجسر آمن.", "اتصال هاتفي مع نظيره", "call"),
        ("وقال الوزير خلال اجتماع اللجنة إن الجسر آمن.", "اجتماع اللجنة", "meeting"),
        ("وقال الشاهد أمام المحكمة إن الجسر انهار ليلا.", "المحكمة", "testimony"),
        ("وقال الوزير في تصريحات لصحيفة المدى إن الجسر آمن.", "تصريحات لصحيفة المدى", "remarks"),
        ("وقالت المنظمة في تقرير إن الجسر آمن.", "تقرير", "report"),
        ("وقال الوزير في رسالة إلى نظيره إن الجسر آمن.", "رسالة إلى نظيره", "message"),
        ("وفي كلمة له أمام المجلس، قال الوزير إن الجسر آمن.", "كلمة له أمام المجلس", "speech"),
        ("\"الجسر آمن\"، قال الوزير في مؤتمر صحفي.", "مؤتمر صحفي", "press-conference"),
        ("ونشر اللاعب تدوينة على حسابه، يدعو فيها جمهوره إلى التبرع.", "تدوينة على حسابه", "post"),
        ("وألقى الوزير خطابا طويلا قال فيه إن الجسر آمن.", "خطابا", "speech"),
        ("وكتبت صحيفة المدى في صفحتها الأولى إن الجسر آمن.", "صفحتها الأولى", "article"),
        ("وأوضح البيان أن الجسر آمن.", "البيان", "statement"),
        ("وجاء في بيان لوزارة النقل أن الجسر آمن.", "بيان لوزارة النقل", "statement"),
        ("ويبقى الجسر مفتوحا أمام السيارات، وفقا لبيان الوزارة.", "بيان الوزارة", "statement"),
        ("وغرد الوزير قائلا: \"الجسر آمن\".", "غرد", "post"),
        ("وقال الوزير إن الجسر آمن.\nجاء ذلك خلال مؤتمر صحفي في المدينة.", "مؤتمر صحفي", "press-conference"),
    ],
)  # fmt: skip
def test_an_occasion_beside_the_cue_is_found_with_its_kind(text: str, occasion: str, kind: str) -> None:
    assert (occasion, kind) in _occasions(text)


@pytest.mark.parametrize(
    "text",
    [
        "وقال الوزير إن الاجتماع مع اللجنة كان مفيدا.",  # what is said is no occasion
        "وقال الرجل الذي ظهر في مقابلة قديمة إن الجسر آمن.",  # another's
        "وقال الوزير في وقت لاحق إن الجسر آمن.",
        "وأكد الوزير في هذا السياق أن الجسر آمن.",
        "وقال سامر الحداد، كبير الباحثين في الدراسة، إن الجسر آمن.",
        "ونقلت الوكالة عن موظفة في يوتيوب أن المبنى أخلي.",  # where she works
        "واجتمع المدير في لقاء مغلق مع العمال ثم قال الوزير إن الجسر آمن.",
    ],
)
def test_what_is_no_occasion_gives_none(text: str) -> None:
    assert _occasions(text) == [("", "")]


def test_whose_words_were_said_there_is_the_outermost_speaker() -> None:
    text = "ونقلت وكالة النهر عن الوزير أن الجسر آمن.\nجاء ذلك في تغريدة على حسابها."
    assert _occasions(text) == [("", "")]


def test_one_that_says_more_goes_before_mere_remarks() -> None:
    text = "وقال الوزير في تصريحات أدلى بها خلال مؤتمر صحفي إن الجسر آمن."
    assert _occasions(text) == [("مؤتمر صحفي", "press-conference")]


_WORDS = [
    "قال", "الوزير", "إن", "في", "خلال", "على", "هامش", "بيان", "مؤتمر", "صحفي", "تويتر", "حسابه", "،", ".", '"', "مع",
    "جاء", "ذلك", "قناة", "لقناة", "الذي", "\n", "أمام", "المحكمة", "من", "سلسلة", "#",
]  # fmt: skip


@given(st.lists(st.sampled_from(_WORDS), max_size=50))
@settings(max_examples=200, deadline=None)
def test_an_occasion_is_a_span_of_the_text_with_a_kind(words: list[str]) -> None:
    text = " ".join(words)
    for item in statements_of(text):
        assert bool(item.occasion_kind) is (item.occasion is not None)
        if item.occasion is not None:
            assert 0 <= item.occasion.start < item.occasion.end <= len(text)
