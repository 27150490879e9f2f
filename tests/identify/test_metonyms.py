"""A capital that acts is its state; one that is a place in the sentence is the city."""

from __future__ import annotations

from dataclasses import replace

import pytest

from riwaya.arabic.normalise import fold
from riwaya.identify.chains import chain_mentions
from riwaya.identify.metonyms import part_governments
from riwaya.model import Article, Field, Mention, MentionKind, PublishedFrom, Span

ARTICLE = Article(
    id="a", page_id="p", source="", position=0, title="", standfirst="", outlet="", authors=(), dateline="", credits=(),
    published="2025-04-15", published_from=PublishedFrom.STATED, language="ar", text="", removed=(),
)  # fmt: skip


def mention(text: str, form: str) -> Mention:
    start = text.index(form)
    return Mention(form, "a", Field.TEXT, Span(start, start + len(form)), form, MentionKind.GPE, "", 0.9)


def blocks(text: str, *names: str) -> dict[str, str]:
    mentions = [mention(text, name) for name in names]
    article = replace(ARTICLE, text=text)
    chains = part_governments(chain_mentions(article, mentions), article, mentions, [])
    return {name: chain.block for chain in chains for name in chain.mention_ids}


@pytest.mark.parametrize(
    "text",
    [
        "فرضت واشنطن رسوماً جديدة على الصلب",
        "لكن واشنطن رفضت الطلب أمس",
        "تشهد العلاقات بين واشنطن وطهران توتراً",
        "وأعلن الوزير قطع العلاقات مع واشنطن",
        "ترى واشنطن أن الاتفاق ضعيف",
        "واشنطن تتهم الشركة بالتجسس",
        "وقال النائب إن واشنطن مستعدة للحوار",
        "وأكد الوزير أن واشنطن «لن تقبل» بذلك",
        "اتهم الوزير الكيني واشنطن بالتدخل",
        "حمّل الوزير واشنطن مسؤولية الفشل",
        "فرضت الدولة عقوبات جديدة على واشنطن",
        "وهو طلب رفضته واشنطن أمس",
        "وهو قانون تطلق عليه واشنطن اسما آخر",
        "تزايد التوتر بين واشنطن والغرب",
        "وانتقد النائب قرار واشنطن الأخير",
    ],
)
def test_what_acts_or_is_dealt_with_is_the_state(text: str) -> None:
    assert blocks(text, "واشنطن") == {"واشنطن": "place @united states"}


@pytest.mark.parametrize(
    "text",
    [
        "وصل الوزير إلى واشنطن مساء أمس",
        "قالت السفارة في واشنطن إن المبنى مغلق",
        "شهدت مدينة واشنطن أمطاراً غزيرة",
        "زار الوفد واشنطن الأسبوع الماضي",
        "شهدت واشنطن أمس أمطارا غزيرة",
        "وهي أعنف عاصفة تشهدها واشنطن منذ سنوات",
        "غادرت الوزيرة واشنطن صباح أمس",
        "وغادرت واشنطن صباح أمس",
        "عاصفة رملية تضرب واشنطن اليوم",
        "تستضيف واشنطن معرض الكتاب",
        "في شمال البلاد وعاصمته واشنطن الجميلة",
        "اقتحم اللصوص منزله في #واشنطن وسرقت وثائق",
    ],
)
def test_where_something_is_or_goes_is_the_city(text: str) -> None:
    assert blocks(text, "واشنطن") == {"واشنطن": "place واشنطن"}


@pytest.mark.parametrize(("capital", "state"), [("الرباط", "morocco"), ("القاهرة", "egypt"), ("الدوحة", "qatar")])
def test_a_capital_with_the_article_is_parted_too(capital: str, state: str) -> None:
    assert blocks(f"قالت {capital} إنها ترفض القرار", capital) == {capital: f"place @{state}"}
    city = f"place {fold(capital.removeprefix('ال'))}"
    assert blocks(f"هطلت أمطار غزيرة على {capital} تسببت في سيول", capital) == {capital: city}


def test_the_state_named_otherwise_takes_its_capital_in() -> None:
    text = "وصل الوفد إلى الولايات المتحدة، ثم رفضت واشنطن الطلب"
    assert set(blocks(text, "الولايات المتحدة", "واشنطن").values()) == {"place @united states"}
    both = "رفضت واشنطن وطهران الطلب، وتعقد المحادثات بين موسكو وطهران"
    assert blocks(both, "موسكو") == {"موسكو": "place @russia"}


@pytest.mark.parametrize(
    "text",
    [
        "وأكدت القاهرة وباريس رغبتهما في التعاون",
        "وقالت السفيرة إن أوسلو وباريس ستفعلان ما يلزم",
        "القاهرة وباريس متفقتان على الخطوات",
        "اتهمت لندن وباريس المصنع بالتقصير",
    ],
)
def test_capitals_that_act_together_are_both_their_states(text: str) -> None:
    assert blocks(text, "باريس") == {"باريس": "place @france"}


@pytest.mark.parametrize(
    "text",
    [
        "شهدت القاهرة وباريس أمطارا غزيرة",
        "القاهرة وباريس شهدتا أمطارا غزيرة",
        "زار الوفد القاهرة وباريس",
        "وصل إلى القاهرة وباريس مئات السياح",
    ],
)
def test_capitals_named_together_where_nobody_acts_are_cities(text: str) -> None:
    assert blocks(text, "باريس") == {"باريس": "place باريس"}
