"""Names of two places."""

from __future__ import annotations

import pytest
from tests.identify.test_chains import make_article

from riwaya.identify import chain_mentions
from riwaya.identify.things import Facts, facts_of
from riwaya.model import Field, Mention, MentionKind, Span

GPE, NORP, ORG = MentionKind.GPE, MentionKind.NORP, MentionKind.ORG


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
        ("زار بيروت في لبنان ثم العاصمة طرابلس", ("بيروت", "لبنان", "طرابلس"), "place طرابلس/LY"),
        ("وصل من طرابلس في لبنان إلى ليبيا", ("طرابلس", "لبنان", "ليبيا"), "place طرابلس/LB"),
        ("وصل من طرابلس الليبية إلى لبنان", ("طرابلس", "لبنان"), "place طرابلس/LY"),
        ("وصل من طرابلس شمالي لبنان إلى ليبيا", ("طرابلس", "ليبيا"), "place طرابلس/LB"),
        ("وصل من طرابلس اللبنانية إلى ليبيا", ("طرابلس اللبنانية", "ليبيا"), "place طرابلس/LB"),
        ("معارك في محافظة الجوف شمالي اليمن", ("الجوف", "اليمن"), "place الجوف/YE"),
        ("زار جورجيا وأرمينيا", ("جورجيا", "أرمينيا"), "place @georgia"),
        ("فاز في ولاية جورجيا", ("جورجيا",), "place جورجيا/US"),
    ],
)
def test_the_company_tells_which_place_is_meant(text: str, names: tuple[str, ...], key: str) -> None:
    assert key in keys(text, *((name, GPE) for name in names))


def test_the_people_of_a_state_tell_too() -> None:
    assert "place @oman" in keys("توسطت عمان وقال مسؤول عماني", ("عمان", GPE), ("عماني", NORP))


def test_one_article_may_name_both_places_of_a_name() -> None:
    text = "غادر الوفد طرابلس الليبية ووصل إلى طرابلس في لبنان"
    found = keys(text, ("طرابلس", GPE), ("طرابلس", GPE), ("لبنان", GPE))
    assert {"place طرابلس/LY", "place طرابلس/LB"} <= found


def test_the_members_of_a_movement_are_the_movement() -> None:
    text = "قال الحوثيون إن حركة أنصار الله لم تقصف، واتهم التحالف الحوثية والفرنسيين"
    found = keys(text, ("الحوثيون", NORP), ("حركة أنصار الله", ORG), ("الحوثية", NORP), ("الفرنسيين", NORP))
    assert len(found) == 2
    assert "nation france" in found


def test_a_cut_name_is_none_of_the_place_that_its_first_half_names() -> None:
    assert "place بانغي" not in keys("سيفكك موقع بانغي-ري للتجارب", ("بانغي", GPE))
    assert "place صيدا" not in keys("انفجار في بلدة أبو صيدا شمال بعقوبة", ("صيدا", GPE))
    assert "place صور باهر" in keys("ستقام في بلدة صور باهر القريبة", ("صور", GPE))
    assert "place كركوك" in keys("خط أنابيب كركوك-جيهان متوقف", ("كركوك", GPE), ("جيهان", GPE))


def test_a_place_called_by_a_common_word_needs_its_country_in_the_article() -> None:
    assert "place الرقة/SY" in keys("قصف في الرقة شمال سوريا", ("الرقة", GPE), ("سوريا", GPE))
    assert "place رقه" in keys("تميز الإخراج بالذكاء والرقة", ("الرقة", GPE))
    assert facts_of("place رقه", ("الرقة",)) == Facts()
