"""Which entity a span of an article names."""

from __future__ import annotations

import pytest

from riwaya.attribution import EntityFinder
from riwaya.model import Field, Link, Mention, MentionKind, Span

TEXT = "قال نجل الرئيس السابق ووزير الدفاع سامي الحداد إن الجسر آمن."


def _span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def _mention(words: str, kind: MentionKind) -> Mention:
    span = _span(words)
    return Mention(words, "a", Field.TEXT, span, words, kind, "" if kind is MentionKind.PER else f"of {words}", 0.9)


def _finder() -> EntityFinder:
    mentions = [
        _mention("الرئيس السابق", MentionKind.ROLE),
        _mention("وزير الدفاع", MentionKind.ROLE),
        _mention("سامي الحداد", MentionKind.PER),
    ]
    return EntityFinder(
        mentions, [Link(each.holder_id or each.id, "a", f"entity of {each.text}", 0.9) for each in mentions]
    )


@pytest.mark.parametrize(
    ("words", "entity"),
    [
        ("نجل الرئيس السابق", ""),
        ("الرئيس السابق", "entity of الرئيس السابق"),
        ("وزير الدفاع", "entity of وزير الدفاع"),
        ("ووزير الدفاع", "entity of وزير الدفاع"),
        ("وزير الدفاع سامي الحداد", "entity of سامي الحداد"),
    ],
)
def test_an_office_inside_a_relative_s_description_is_not_he(words: str, entity: str) -> None:
    assert _finder().find(_span(words)) == entity
