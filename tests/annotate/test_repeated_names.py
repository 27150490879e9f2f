"""Names that stand in one place of a text as in another, where a reader passed over them."""

from __future__ import annotations

import pytest
from tests.annotate.marking import read_marked

from riwaya.annotate.mentions.repeated_names import add_repeated


def names(marked: str) -> list[str]:
    """Return the names of a text in which each name that was read stands in brackets."""
    document, mentions = read_marked(marked)
    found = add_repeated(document, mentions)
    assert all(mention.span.of(document.text) == mention.text for mention in found)
    return [mention.text for mention in found]


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ("وقال [سليم غرشتاين] إنه باق، وأثر سليم غرشتاين كبير.", ["سليم غرشتاين", "سليم غرشتاين"]),
        ("وقال [سليم غرشتاين] إنه باق، وأثنوا على غرشتاين كثيرا.", ["سليم غرشتاين", "غرشتاين"]),
        ("وقال [سليم غرشتاين] إنه باق، وهو محبوب سليم غرشتاين.", ["سليم غرشتاين", "سليم غرشتاين"]),
        ("وعاد [محمد غرشتاين]، ومن سعيد غرشتاين جاء رد.", ["محمد غرشتاين", "سعيد غرشتاين"]),
    ],
)
def test_a_name_is_read_in_its_other_places(marked: str, found: list[str]) -> None:
    assert names(marked) == found


@pytest.mark.parametrize(
    "marked",
    [
        "وعاد [محمد رمضان] في شهر رمضان المبارك.",
        "في شركة [بلاك كيوب] خبراء، وأسست بلاك كيوب فرعا.",
        "وقدم ب[لوك تشين] تقنية لوك تشين الجديدة.",
        "وعاد [سليم غرشتاين]، وصدر تقرير غرشتاين-مولر أمس.",
        "وعاد [سليم غرشتاين]، وفيلم غرشتاين عن بيت غرشتاين في دار غرشتاين.",
    ],
)
def test_what_may_be_something_else_is_left(marked: str) -> None:
    assert names(marked) == marked.replace("]", "[").split("[")[1::2]
