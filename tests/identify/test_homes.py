"""States whose adjective stands before a name, and what they say of two people of one name."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.identify.test_namesakes import make_chain, resolve

from riwaya.identify.described import find_homes
from riwaya.model import Article, Field, Mention, MentionKind, PublishedFrom, Span


@pytest.mark.parametrize(
    ("text", "homes"),
    [
        ("وسجل الكولومبي غرشتاين هدفا", ("colombia",)),
        ("وقال المهاجم الكولومبي غرشتاين", ("colombia",)),
        ("وفاز على النجم الدولي الجزائري غرشتاين", ("algeria",)),
        ("لقاء مع الرئيس الكوري الجنوبي غرشتاين", ("south korea",)),
        ("الفيلم للأسترالية غرشتاين", ("australia",)),
        ("مع زميله البرازيلي غرشتاين", ("brazil",)),
        ("مهاجم ريال الوادي الإسباني غرشتاين", ()),
        ("نجم نادي الضفاف المصري، غرشتاين", ()),
        ("أدانت محكمة ألمانية السوري غرشتاين", ("syria",)),
        ("اعتقلت الشرطة التركية السوري غرشتاين", ("syria",)),
        ("نال التونسي غرشتاين جائزة", ("tunisia",)),
        ("قال مدرب برشلونة الإسباني غرشتاين", ()),
        ("القيادي الإخواني غرشتاين", ()),
        ("وسجل غرشتاين", ()),
    ],
)
def test_the_adjective_before_a_name_is_its_bearers_unless_it_may_be_a_clubs(text: str, homes: tuple[str, ...]) -> None:
    start = text.index("غرشتاين")
    mention = Mention("m", "a", Field.TEXT, Span(start, start + 7), "غرشتاين", MentionKind.PER, "", 0.9)
    article = Article("a", "p", "", 0, "", "", "", (), "", (), "", PublishedFrom.UNKNOWN, "ar", text, ())
    assert find_homes(article, [mention]) == homes


def test_one_name_of_two_nations_is_two_people() -> None:
    chains = [replace(make_chain(number, "توريد غرشتاين", f"نادي{number}"), homes=("peru",)) for number in range(3)]
    chains += [replace(make_chain(4, "توريد غرشتاين", "منتخب"), homes=("chile",))]
    home = resolve(chains)
    assert len({home[f"a{number}"] for number in range(3)}) == 1
    assert home["a4"] != home["a0"]


def test_two_spellings_of_two_nations_are_two_people() -> None:
    chains = [make_chain(1, "فاسيل غرتشنيك", ""), make_chain(2, "فاسيل هرتشنيك", "")]
    assert len(set(resolve(chains).values())) == 1
    parted = [replace(chains[0], homes=("peru",)), replace(chains[1], homes=("chile",))]
    assert len(set(resolve(parted).values())) == 2


def test_a_surname_of_another_nation_is_not_the_famous_bearers() -> None:
    chains = [replace(make_chain(number, "نديم غرشتاين", "نادي"), homes=("peru",)) for number in range(3)]
    home = resolve([*chains, make_chain(5, "غرشتاين", "نادي")])
    assert home["a5"] == home["a0"]
    home = resolve([*chains, replace(make_chain(5, "غرشتاين", "نادي"), homes=("chile",))])
    assert home["a5"] != home["a0"]
