"""Names of two places."""

from __future__ import annotations

import pytest
from tests.identify.test_chains import make_article

from riwaya.identify import chain_mentions
from riwaya.model import Field, Mention, MentionKind, Span

GPE, NORP = MentionKind.GPE, MentionKind.NORP


def keys(text: str, *names: tuple[str, MentionKind]) -> set[str]:
    mentions = []
    place = 0
    for written, kind in names:
        place = text.index(written, place)
        span = Span(place, place + len(written))
        place = span.end
        identity = Mention.make_id("a1", Field.TEXT, span, kind)
        mentions.append(Mention(identity, "a1", Field.TEXT, span, written, kind, "", 0.9))
    return {chain.block for chain in chain_mentions(make_article(text), mentions)}


@pytest.mark.parametrize(
    ("text", "names", "key"),
    [
        ("تضم الكويت وعمان وقطر", ("الكويت", "عمان", "قطر"), "place @oman"),
        ("رحلات بين عمان ودمشق", ("عمان", "دمشق"), "place عمان"),
        ("زار عمان ثم التقى في الأردن وفدا", ("عمان", "الأردن"), "place عمان"),
        ("زار عمان ثم التقى في مسقط وفدا", ("عمان", "مسقط"), "place @oman"),
        ("زار العاصمة عمان", ("عمان",), "place عمان"),
        ("زار عاصمة الأردن عمان", ("عمان",), "place عمان"),
        ("زار مسقط عاصمة عمان", ("عمان",), "place @oman"),
        ("زار تبليسي عاصمة جورجيا", ("جورجيا",), "place @georgia"),
        ("وصل إلى عُمان", ("عُمان",), "place @oman"),
        ("وصل إلى عمّان قادما من مسقط", ("عمّان", "مسقط"), "place عمان"),
        ("اشتباكات في طرابلس شمال لبنان", ("طرابلس", "لبنان"), "place طرابلس/LB"),
        ("اشتباكات في طرابلس غرب ليبيا", ("طرابلس", "ليبيا"), "place طرابلس/LY"),
        ("اشتباكات في طرابلس", ("طرابلس",), "place طرابلس"),
        ("زار جورجيا وأرمينيا", ("جورجيا", "أرمينيا"), "place @georgia"),
        ("فاز في ولاية جورجيا", ("جورجيا",), "place جورجيا/US"),
    ],
)
def test_the_company_tells_which_place_is_meant(text: str, names: tuple[str, ...], key: str) -> None:
    assert key in keys(text, *((name, GPE) for name in names))


def test_the_people_of_a_state_tell_too() -> None:
    assert "place @oman" in keys("توسطت عمان وقال مسؤول عماني", ("عمان", GPE), ("عماني", NORP))
