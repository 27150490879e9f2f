"""Two full names that are nearly one: spellings of one name, or two people's by what their articles say."""

from __future__ import annotations

import pytest

from riwaya.identify import Block, Chain, resolve_block
from riwaya.identify.lives import SPOKE
from riwaya.identify.near_names import needed_odds
from riwaya.identify.person_names import block_key, split_name
from riwaya.identify.records import SeenRole, Surface
from riwaya.knowledge.names import without_article
from riwaya.model import Entity, MentionKind


def chain(number: int, name: str, calling: str = "", company: tuple[str, ...] = (), office: str = "") -> Chain:
    key = " ".join(map(without_article, office.split()))
    roles = (SeenRole(office, "", key, "", f"r{number}"),) if office else ()
    told = (SPOKE, f"called {calling}") if calling else (SPOKE,)
    return Chain(
        f"c{number}", f"a{number}", "الضفاف", f"2018-03-{number + 1:02}", MentionKind.PER, name, (f"m{number}",),
        (Surface(name, 1),), roles, f"PER {block_key(split_name(name))}", company=company, told=told,
    )  # fmt: skip


def people(*chains: Chain) -> int:
    found = resolve_block(Block(chains[0].block, chains))
    return sum(isinstance(each, Entity) for each in found)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ريكس تيلرسون", "ريكس تيليرسون"),
        ("سيرغي لافروف", "سيرجي لافروف"),
        ("هورست زيهوفر", "هورست سيهوفر"),
        ("دانيال كوتس", "دانيال كوتز"),
        ("إيلون موسك", "إيلون ماسك"),
    ],
)
def test_spellings_of_one_name_are_one_person_where_nothing_speaks_against_it(one: str, other: str) -> None:
    company = ("PER ترمب", "body رياسه @united states", "place @united states")
    assert people(chain(0, one, "state", company), chain(1, other, "", company[1:])) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("جيمس بيكر", "جيمس بوكر"),
        ("توماس مان", "توماس مين"),
        ("جون ميلر", "جون مولر"),
        ("يوسف الخالد", "يوسف الخالدي"),
        ("فهد العنزي", "فهد العنيزي"),
        ("جيمس كيم", "جيمس كومي"),
    ],
)
def test_names_of_which_a_vowel_makes_another_are_two_peoples_whose_articles_share_nothing(
    one: str, other: str
) -> None:
    first = chain(0, one, "scholar", ("PER من", "body معهد اسان", "place سول"))
    second = chain(1, other, "state", ("PER فلن", "body تحقيقات فدرالي", "place واشنطن"))
    assert people(first, second) == 2


@pytest.mark.parametrize(("one", "other"), [("جيمس بيكر", "جيمس باكر"), ("يوسف الخالد", "يوسف الخالدي")])
def test_near_names_are_one_person_in_one_company(one: str, other: str) -> None:
    company = ("PER ترمب", "PER فلن", "body تحقيقات فدرالي", "body رياسه @united states", "place واشنطن")
    assert people(chain(0, one, "state", company), chain(1, other, "state", company)) == 1


def test_callings_that_do_not_go_together_part_near_names() -> None:
    company = ("place واشنطن",)
    assert people(chain(0, "ماركو روبيو", "state", company), chain(1, "مارغو روبي", "stage", company)) == 2


def test_the_nearer_two_names_are_the_less_their_articles_must_share() -> None:
    pairs = [("ريكس تيلرسون", "ريكس تيليرسون"), ("ستيفن ميلر", "ستيفن مولر"), ("اندرو كيم", "اندرو كومو")]
    odds = [needed_odds(split_name(one), split_name(other)) for one, other in pairs]
    assert odds == sorted(odds) and len(set(odds)) == len(odds)
