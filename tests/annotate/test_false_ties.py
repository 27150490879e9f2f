"""A role before a name is not its bearer's where it is another's."""

from __future__ import annotations

import pytest
from tests.annotate.statements.reading_aid import article_of

from riwaya.annotate import mentions_of
from riwaya.annotate.document import Document
from riwaya.annotate.mentions.ties import without_false_ties
from riwaya.model import Field, Mention, MentionKind, Span


def _mention(document: Document, words: str, kind: MentionKind, holder: str = "") -> Mention:
    start = document.text.index(words)
    span = Span(start, start + len(words))
    identity = Mention.make_id("a", Field.TEXT, span, kind)
    return Mention(identity, "a", Field.TEXT, span, words, kind, holder, 1.0)


def _held(text: str, name: str, *roles: str) -> list[str]:
    """Return those of the roles that stay tied to the name."""
    document = Document.read(article_of(text), Field.TEXT)
    person = _mention(document, name, MentionKind.PER)
    mentions = [*(_mention(document, role, MentionKind.ROLE, person.id) for role in roles), person]
    return [mention.text for mention in without_false_ties(document, mentions) if mention.holder_id]


def test_who_speaks_before_a_colon_is_not_who_is_spoken_of() -> None:
    assert _held("وزير الخارجية الإيراني: الحداد واهم", "الحداد", "وزير الخارجية الإيراني") == []


def test_who_says_something_of_a_president_is_not_the_president() -> None:
    text = "قال وزير الخارجية الإيراني إن الرئيس الأميركي سليم الحداد واهم."
    held = _held(text, "سليم الحداد", "وزير الخارجية الإيراني", "الرئيس الأميركي")
    assert held == ["الرئيس الأميركي"]


def test_name_alone_behind_a_colon_bears_the_role() -> None:
    assert _held("المخرج: سليم الحداد", "سليم الحداد", "المخرج") == ["المخرج"]


@pytest.mark.parametrize(
    ("text", "other", "own"),
    [
        ("استقبل ملك الأردن وزير الخارجية الأميركي سليم الحداد.", "ملك الأردن", "وزير الخارجية الأميركي"),
        ("وفي عمان ملك الأردن وزير الخارجية الأميركي سليم الحداد.", "ملك الأردن", "وزير الخارجية الأميركي"),
        ("كلف رئيس الحكومة وزير العدل سليم الحداد بالملف.", "رئيس الحكومة", "وزير العدل"),
        ("والتقت رئيسة الوزراء وزير العدل سليم الحداد.", "رئيسة الوزراء", "وزير العدل"),
    ],
)
def test_office_of_one_party_is_not_the_others(text: str, other: str, own: str) -> None:
    assert _held(text, "سليم الحداد", other, own) == [own]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("قال نائب رئيس الوزراء وزير العدل سليم الحداد إن.", "نائب رئيس الوزراء", "وزير العدل"),
        ("واجتمع ولي العهد السعودي الأمير سليم الحداد مع الوفد.", "ولي العهد السعودي", "الأمير"),
        ("وسجل اللاعب المصري ونجم النادي الإنكليزي سليم الحداد هدفا.", "اللاعب المصري", "نجم النادي الإنكليزي"),
    ],
)
def test_offices_and_titles_of_one_person_are_all_his(text: str, first: str, second: str) -> None:
    assert _held(text, "سليم الحداد", first, second) == [first, second]


def test_ties_are_looked_at_whoever_read_them() -> None:
    document = Document.read(article_of("وزير الخارجية الإيراني: سليم الحداد واهم"), Field.TEXT)
    assert not any(mention.holder_id for mention in mentions_of(document, None))
