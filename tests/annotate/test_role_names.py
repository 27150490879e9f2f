"""Which offices' words are names, and which are numbered units of an army."""

from __future__ import annotations

import pytest
from tests.annotate.marking import mention_of
from tests.annotate.statements.reading_aid import article_of

from riwaya.annotate.document import Document
from riwaya.annotate.mentions.role_names import settle_role_names
from riwaya.model import Field, Mention, MentionKind, Span

_PER, _ROLE = MentionKind.PER, MentionKind.ROLE


def _settle(text: str, persons: list[str], role: str, holder: str = "") -> list[tuple[str, str]]:
    """Return (words, kind) of what is left of persons and one role, that one of them may hold."""
    document = Document.read(article_of(text), Field.TEXT)
    found = [mention_of(document, person, _PER) for person in persons]
    holders = {one.text: one.id for one in found}
    found.append(mention_of(document, role, _ROLE, holders.get(holder, "")))
    mentions: list[Mention] = sorted(found, key=lambda one: one.span.start)
    return [(one.text, one.kind.value) for one in settle_role_names(document, mentions)]


def test_a_surname_that_is_an_office_elsewhere_is_its_bearers() -> None:
    text = "والتقى وليد الحارس الوفد. وفي رسالته إلى الحارس وسليم أكد ذلك."
    document = Document.read(article_of(text), Field.TEXT)
    full = mention_of(document, "وليد الحارس", _PER)
    start = text.index("إلى الحارس") + len("إلى ")
    role = mention_of(document, "الحارس", _ROLE)
    role = Mention("r", "a", Field.TEXT, type(role.span)(start, start + 6), "الحارس", _ROLE, "", 0.8)
    assert [(one.text, one.kind) for one in settle_role_names(document, [full, role])] == [
        ("وليد الحارس", _PER),
        ("الحارس", _PER),
    ]


def test_an_office_stays_where_nobody_has_it_for_a_surname() -> None:
    assert _settle("قال سليم الحداد إن الحارس غادر.", ["سليم الحداد"], "الحارس") == [
        ("سليم الحداد", "PER"),
        ("الحارس", "ROLE"),
    ]


def test_the_second_half_of_a_first_name_is_no_surname() -> None:
    text = "زار الملك الوفد، وقال سليم عبد الملك ذلك."
    assert _settle(text, ["سليم عبد الملك"], "الملك") == [("الملك", "ROLE"), ("سليم عبد الملك", "PER")]


def test_an_indefinite_rank_before_one_word_is_a_first_name() -> None:
    assert _settle("وساعده واثق وأمير داود في اللقاء.", ["داود"], "أمير", "داود") == [("أمير داود", "PER")]


@pytest.mark.parametrize(
    ("text", "name", "rank"),
    [("قال الأمير داود ذلك.", "داود", "الأمير"), ("وقال للأمير داود ذلك.", "داود", "أمير")],
)
def test_a_definite_rank_stays_one(text: str, name: str, rank: str) -> None:
    assert _settle(text, [name], rank, name) == [(rank, "ROLE"), (name, "PER")]


def test_a_numbered_unit_is_no_rank() -> None:
    assert _settle("صدت وحدات من اللواء 22 ميكا هجوما.", [], "اللواء") == []
    assert _settle("قال اللواء إن الهجوم انتهى.", [], "اللواء") == [("اللواء", "ROLE")]


def test_a_year_or_a_count_behind_a_rank_numbers_no_unit() -> None:
    assert _settle("غادر اللواء 2011 البلاد.", [], "اللواء") == [("اللواء", "ROLE")]
    assert _settle("زار اللواء 3 مرات المدينة.", [], "اللواء") == [("اللواء", "ROLE")]


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("قال خليل الوزير ذلك، ثم وافق الوزير عليه.", "خليل الوزير", "الوزير"),
        ("قال محمد الشيخ ذلك، ثم وافق الشيخ عليه.", "محمد الشيخ", "الشيخ"),
    ],
)
def test_an_office_is_told_although_somebody_has_it_for_a_surname(text: str, name: str, title: str) -> None:
    document = Document.read(article_of(text), Field.TEXT)
    person = mention_of(document, name, MentionKind.PER)
    start = text.rindex(title)
    span = Span(start, start + len(title))
    identity = Mention.make_id(person.article_id, Field.TEXT, span, MentionKind.ROLE)
    role = Mention(identity, person.article_id, Field.TEXT, span, title, MentionKind.ROLE, "", 0.9)
    assert settle_role_names(document, [person, role]) == [person, role]
