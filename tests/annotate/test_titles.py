from __future__ import annotations

import pytest

from riwaya.annotate.document import Document
from riwaya.annotate.titles import settle_title_names
from riwaya.model import Article, Field, Mention, MentionKind, PublishedFrom, Span

TEXT = "وقال أوتو برانكر إن الائتلاف باق."


def document(title: str) -> Document:
    article = Article("a", "p", "", 0, "", title, "", (), "", (), "", PublishedFrom.UNKNOWN, "ar", TEXT, ())
    return Document.read(article, Field.TITLE)


def mention(text: str, part: str, field: Field, kind: MentionKind = MentionKind.PER, holder: str = "") -> Mention:
    span = Span(text.index(part), text.index(part) + len(part))
    return Mention(Mention.make_id("a", field, span, kind), "a", field, span, part, kind, holder, 0.8)


def settled(title: str, *found: Mention) -> list[Mention]:
    known = [mention(TEXT, "أوتو برانكر", Field.TEXT), mention(TEXT, "برانكر", Field.TEXT)]
    return settle_title_names(document(title), found, known)


def test_a_verb_before_a_known_name_is_no_part_of_it() -> None:
    title = "الحصن يهجر برانكر"
    (found,) = settled(title, mention(title, "يهجر برانكر", Field.TITLE))
    assert (found.text, found.span.of(title)) == ("برانكر", "برانكر")
    assert found.id == Mention.make_id("a", Field.TITLE, found.span, MentionKind.PER)


def test_who_holds_a_role_is_still_he() -> None:
    title = "المستشار يهجر برانكر"
    person = mention(title, "يهجر برانكر", Field.TITLE)
    role, found = settled(title, mention(title, "المستشار", Field.TITLE, MentionKind.ROLE, person.id), person)
    assert role.holder_id == found.id


@pytest.mark.parametrize("name", ["أوتو برانكر", "محمد برانكر", "يهجر سنتيا"])
def test_known_names_and_those_of_others_stay_whole(name: str) -> None:
    (found,) = settled(name, mention(name, name, Field.TITLE))
    assert found.text == name
