"""Words beside an office and a name that say that it is over."""

from __future__ import annotations

import pytest
from tests.identify.test_chains import make_article

from riwaya.identify.told_over import is_told_over
from riwaya.model import Field, Mention, MentionKind, Span


def _told(text: str, role: str, name: str = "كريم الحداد") -> bool:
    article = make_article(text, "2018-05-04")

    def mention(words: str, kind: MentionKind) -> Mention:
        start = text.index(words)
        span = Span(start, start + len(words))
        return Mention(words, "a1", Field.TEXT, span, words, kind, "", 1.0)

    return is_told_over(article, mention(role, MentionKind.ROLE), mention(name, MentionKind.PER))


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("اتهم الرئيس مدير المكتب كريم الحداد، الذي أقاله في مايو، بالتسريب.", "مدير المكتب"),
        ("قال وزير العدل كريم الحداد، الذي استقال أمس، إنه بخير.", "وزير العدل"),
        ("أدت الاحتجاجات إلى استقالة رئيس الوزراء كريم الحداد أمس.", "رئيس الوزراء"),
        ("عين رئيساً للجهاز خلفاً لمديره كريم الحداد.", "مديره"),
        ("شيد الجدار خلال عهد الرئيس كريم الحداد عام 1994.", "الرئيس"),
        ("وكان زعيم اليمين آنذاك كريم الحداد قد رفض.", "زعيم اليمين"),
        ("قال وزير المالية كريم الحداد آنذاك إن العجز كبير.", "وزير المالية"),
        ("عمل مع رئيس الوزراء كريم الحداد بين عامي 1993 و1995 في باريس.", "رئيس الوزراء"),
        ("عين محققا في أعقاب إقالة الرئيس لمدير المكتب كريم الحداد.", "مدير المكتب"),
        ("أطاح الانقلاب بالرئيس كريم الحداد عام 1999.", "رئيس"),
        ("عين رئيساً للمتحف خلفاً للمدير كريم الحداد.", "مدير"),
        ("قال مدير المصرف حتى مارس 2015 كريم الحداد إن", "مدير المصرف"),
        ("بعد مقتل قائد الكتيبة كريم الحداد في غارة.", "قائد الكتيبة"),
    ],
)
def test_what_is_told_over_is_over(text: str, role: str) -> None:
    assert _told(text, role)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("طالب المتظاهرون باستقالة رئيس الوزراء كريم الحداد أمس.", "رئيس الوزراء"),
        ("قال إن ترامب ليس بصدد إقالة المستشار الخاص كريم الحداد.", "المستشار الخاص"),
        ("انتخب رئيساً خلفاً لرئيس حكومته الحالي كريم الحداد.", "رئيس حكومته الحالي"),
        ("عمل مديرا حتى بعد عام 2015 الوزير كريم الحداد", "الوزير"),
        ("نفى الجيش مقتل قائد الكتيبة كريم الحداد في غارة.", "قائد الكتيبة"),
        ("قال وزير العدل كريم الحداد، الذي استقال من الحزب، إنه بخير.", "وزير العدل"),
        ("قال وزير العدل كريم الحداد، الذي أقال المدير، إنه بخير.", "وزير العدل"),
        ("سيتولى الجهاز فلان خلفاً لمديره كريم الحداد.", "مديره"),
        ("عمل مع رئيس الوزراء كريم الحداد في باريس.", "رئيس الوزراء"),
    ],
)
def test_what_is_wished_denied_or_still_to_come_is_not_over(text: str, role: str) -> None:
    assert not _told(text, role)
