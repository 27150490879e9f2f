"""An office before a name is not lent to whom the clause's subject meets, mourns or appoints."""

from __future__ import annotations

import pytest

from riwaya.annotate.document import Document
from riwaya.annotate.holders.ties import without_false_ties
from riwaya.model import Article, Field, Mention, MentionKind, PublishedFrom, Span


def held(text: str, name: str, *roles: str) -> list[str]:
    """Return which of the roles stay the name's."""
    article = Article(
        "a1", "p1", "s", 0, "الضفاف", "", "", (), "", (), "2031-05-04", PublishedFrom.STATED, "ar", text, ()
    )  # fmt: skip

    def mention(form: str, kind: MentionKind, holder: str = "") -> Mention:
        span = Span(text.index(form), text.index(form) + len(form))
        key = Mention.make_id(article.id, Field.TEXT, span, kind)
        return Mention(key, article.id, Field.TEXT, span, form, kind, holder, 1.0)

    person = mention(name, MentionKind.PER)
    tied = [mention(role, MentionKind.ROLE, person.id) for role in roles]
    found = without_false_ties(Document.read(article, Field.TEXT), sorted((person, *tied), key=lambda each: each.span))
    return [each.text for each in found if each.holder_id]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("نعى وزير الثقافة الشاعر سامي الحداد.", "وزير الثقافة"),
        ("كرم رئيس الجامعة الباحث سامي الحداد.", "رئيس الجامعة"),
        ("اتهم النائب العام المحامي سامي الحداد بالتزوير.", "النائب العام"),
        ("انتقد رئيس الحكومة المعارض سامي الحداد.", "رئيس الحكومة المعارض"),
        ("وبخ القاضي المتهم سامي الحداد.", "القاضي"),
    ],
)
def test_whom_an_office_holder_acts_on_is_no_office_holder(text: str, role: str) -> None:
    assert held(text, "سامي الحداد", role) == []


def test_a_mans_office_is_not_the_womans_behind_it() -> None:
    assert held("وقف الرئيس الفنانة هدى الكرمي.", "هدى الكرمي", "الرئيس") == []
    assert held("وصل وزير الصحة الممرضة هدى الكرمي.", "هدى الكرمي", "وزير الصحة") == []


@pytest.mark.parametrize("between", ["بالفنان", "مع الخبير", "ومعه النائب", "ضيفه", "سائقه", "قد يقيل وزير التجارة"])
def test_who_comes_with_the_office_holder_is_somebody_else(between: str) -> None:
    assert held(f"رحب وزير الري {between} سامي الحداد.", "سامي الحداد", "وزير الري") == []


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("استقبل رئيس الوزراء الدكتور سامي الحداد وفدا.", ("رئيس الوزراء", "الدكتور")),
        ("قال وزير الثقافة الشاعر سامي الحداد إن المعرض ناجح.", ("وزير الثقافة",)),
        ("أكد رئيس الهيئة اللواء سامي الحداد ذلك.", ("رئيس الهيئة", "اللواء")),
        ("زار المستشار السياسي سامي الحداد المعرض.", ("المستشار السياسي",)),
        ("فاز الفريق بقيادة مدربه الأسطورة سامي الحداد.", ("مدربه",)),
        ("أشاد رئيس الحكومة المنتهية ولايته سامي الحداد بالاتفاق.", ("رئيس الحكومة المنتهية ولايته",)),
    ],
)
def test_titles_and_what_speech_is_told_of_stay_one_persons(text: str, roles: tuple[str, ...]) -> None:
    assert held(text, "سامي الحداد", *roles) == list(roles)
