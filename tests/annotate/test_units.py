"""Armed units are bodies of their own, whatever they are called after."""

from __future__ import annotations

import pytest
from tests.annotate.statements.reading_aid import article_of

from riwaya.annotate.document import Document
from riwaya.annotate.mentions.units import join_units
from riwaya.model import Field, Mention, MentionKind, Span


@pytest.mark.parametrize(
    ("text", "read", "name"),
    [
        ("وردت كتائب حزب النور على البيان.", "حزب النور", "كتائب حزب النور"),
        ("هاجم مسلحون من لواء جيش النصر المدينة.", "جيش النصر", "لواء جيش النصر"),
        ("قالت مصادر قريبة من حزب النور إنه باق.", "حزب النور", "حزب النور"),
        ("وقال قادة الكتائب، حزب النور تحديدا، إنهم باقون.", "حزب النور", "حزب النور"),
    ],
)
def test_a_body_behind_the_noun_of_a_unit_is_the_unit(text: str, read: str, name: str) -> None:
    span = Span(text.index(read), text.index(read) + len(read))
    mention = Mention("m", "a", Field.TEXT, span, read, MentionKind.ORG, "", 0.9)
    document = Document.read(article_of(text), Field.TEXT)
    assert [each.text for each in join_units(document, [mention])] == [name]
