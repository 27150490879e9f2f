"""People whom «و» or a verb's frame tells apart."""

from __future__ import annotations

import pytest
from tests.annotate.statements.reading_aid import article_of

from riwaya.annotate.document import Document
from riwaya.annotate.mentions.coordinated import part_joined
from riwaya.model import Field, Mention, MentionKind, Span


def _read(text: str, *names: str, role: str = "") -> list[Mention]:
    """Return what becomes of the persons whom a reader found, and of a role of the first."""
    document = Document.read(article_of(text), Field.TEXT)
    found: list[Mention] = []
    for name in names:
        start = text.index(name)
        span = Span(start, start + len(name))
        identity = Mention.make_id("a", Field.TEXT, span, MentionKind.PER)
        found.append(Mention(identity, "a", Field.TEXT, span, name, MentionKind.PER, "", 0.9))
    if role:
        span = Span(text.index(role), text.index(role) + len(role))
        identity = Mention.make_id("a", Field.TEXT, span, MentionKind.ROLE)
        found.append(Mention(identity, "a", Field.TEXT, span, role, MentionKind.ROLE, found[0].id, 0.9))
    read = part_joined(document, found)
    assert all(text[one.span.start : one.span.end] == one.text for one in read)
    return read


@pytest.mark.parametrize(
    ("text", "name", "parted"),
    [
        ("الشقيقان ياسر وطارق بركات غابا.", "ياسر وطارق بركات", ["ياسر", "طارق بركات"]),
        ("فوجئ خالد وفراس الوردي بالقرار.", "خالد وفراس الوردي", ["خالد", "فراس الوردي"]),
        ("وهنأ ماكرون ترامب بالفوز.", "ماكرون ترامب", ["ماكرون", "ترامب"]),
        ("انتقد سيرغي لافروف بلينكن أمس.", "سيرغي لافروف بلينكن", ["سيرغي لافروف", "بلينكن"]),
        ("وهاجم محمود عباس نتنياهو أمس.", "محمود عباس نتنياهو", ["محمود عباس", "نتنياهو"]),
        ("وانتقد سليم الحداد نتنياهو أمس.", "سليم الحداد نتنياهو", ["سليم الحداد", "نتنياهو"]),
    ],
)
def test_two_people_read_as_one_are_two(text: str, name: str, parted: list[str]) -> None:
    assert [one.text for one in _read(text, name)] == parted


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قال أحمد وهبة إنه باق.", "أحمد وهبة"),
        ("وهاجم محمد علي الحسيني الحزب.", "محمد علي الحسيني"),
        ("وهاجمت هيلاري رودام كلينتون الحزب.", "هيلاري رودام كلينتون"),
        ("والتقى جورج دبليو بوش الوفد.", "جورج دبليو بوش"),
        ("والتقى رجب طيب أردوغان الوفد.", "رجب طيب أردوغان"),
        ("قال محمد وليد إنه باق.", "محمد وليد"),
        ("قال كريستوفر وايلي إنه باق.", "كريستوفر وايلي"),
        ("قال الرئيس عون الحريري إنه باق.", "عون الحريري"),
        ("ورافق بن لادن أشهرا.", "بن لادن"),
        ("استقبل الوزير سعد الحريري وفدا.", "سعد الحريري"),
    ],
)
def test_what_may_be_one_name_stays_whole(text: str, name: str) -> None:
    assert [one.text for one in _read(text, name)] == [name]


@pytest.mark.parametrize(
    ("text", "name", "both"),
    [
        ("قتل محمود وإبراهيم الترك في الغارة.", "إبراهيم الترك", ["محمود", "إبراهيم الترك"]),
        ("اعتقلت الشرطة جهاد وهاشم بركات أمس.", "هاشم بركات", ["جهاد", "هاشم بركات"]),
        ("في شارع محمود وإبراهيم الترك أمس.", "إبراهيم الترك", ["إبراهيم الترك"]),
        ("وصل الوفد وإبراهيم الترك أمس.", "إبراهيم الترك", ["إبراهيم الترك"]),
    ],
)
def test_a_first_name_before_and_shares_the_surname(text: str, name: str, both: list[str]) -> None:
    assert [one.text for one in _read(text, name)] == both


def test_the_role_before_both_is_the_first_ones() -> None:
    role, first, second = _read("كلف الرئيس عون الحريري بتشكيل الحكومة.", "عون الحريري", role="الرئيس")
    assert (first.text, second.text, role.holder_id) == ("عون", "الحريري", first.id)


@pytest.mark.parametrize(
    ("text", "name", "both"),
    [
        ("وأنجب منها ابنيه وسام وعمر، ثم انفصلا.", "وسام", ["وسام", "عمر"]),
        ("وعاد وسام وتوني كروس أمس.", "وسام", ["وسام"]),
        ("وعاد وسام ووعد بالبقاء.", "وسام", ["وسام"]),
        ("وعاد وسام وسار إلى البيت.", "وسام", ["وسام"]),
        ("وعاد وسام ومرتزقته أمس.", "وسام", ["وسام"]),
    ],
)
def test_a_lone_first_name_behind_another_is_a_person(text: str, name: str, both: list[str]) -> None:
    assert [one.text for one in _read(text, name)] == both
