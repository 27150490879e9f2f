"""A surname alone that means whom the table has in high office that day."""

from __future__ import annotations

import pytest

from riwaya.identify import Block, Chain, SeenRole, Surface, resolve_block
from riwaya.identify.person_names import block_key, split_name
from riwaya.model import Entity, Link, MentionKind


def chain(
    number: int, name: str, published: str, *company: str, role: str = "", nation: str = "", told: tuple[str, ...] = ()
) -> Chain:
    roles = (SeenRole(role, nation, role, nation, f"r{number}"),) if role else ()
    block = f"PER {block_key(split_name(name))}"
    return Chain(
        f"c{number}", f"a{number}", "الضفاف", published, MentionKind.PER, name, (f"m{number}",), (Surface(name, 1),),
        roles, block, company=company, told=told,
    )  # fmt: skip


def resolve(*chains: Chain) -> tuple[list[Entity], list[Link]]:
    records = list(resolve_block(Block(chains[0].block, chains)))
    return [each for each in records if isinstance(each, Entity)], [each for each in records if isinstance(each, Link)]


@pytest.mark.parametrize(
    ("name", "published", "company", "english"),
    [
        ("ترامب", "2018-05-10", (), "Donald Trump"),
        ("ترامب", "2018-05-10", ("place @iran",), ""),  # another country alone: perhaps another man
        ("ترامب", "2018-05-10", ("place @iran", "nation united states"), "Donald Trump"),
        ("ترامب", "2014-05-10", (), ""),  # in no office that day
        ("ترامب", "", (), ""),
        ("لافروف", "2018-05-10", ("place موسكو",), "Sergey Lavrov"),
        ("لافروف", "2018-05-10", (), ""),  # a minister's name alone, no country
        ("غانتس", "2024-03-01", ("nation israel",), "Benny Gantz"),
        ("السيسي", "2018-05-10", ("place @egypt",), "Abdel Fattah el-Sisi"),
        ("السيسي", "2018-05-10", (), ""),
        ("بوش", "2005-05-10", ("place @united states",), ""),  # a name of many
        ("الأسد", "2018-05-10", ("place @syria",), "Bashar al-Assad"),
        ("الأسد", "2004-05-10", ("place @syria",), ""),  # the president's, and his late father's
    ],
)
def test_a_surname_alone_is_of_the_one_in_high_office_that_day(
    name: str, published: str, company: tuple[str, ...], english: str
) -> None:
    (entity,), (link,) = resolve(chain(1, name, published, *company))
    assert entity.name_en == english
    assert link.score <= 0.8


@pytest.mark.parametrize(
    ("name", "published", "company", "english"),
    [
        ("بلينكين", "2022-04-10", ("place @united states",), "Antony Blinken"),
        ("زلنسكي", "2022-04-10", ("place @ukraine",), "Volodymyr Zelenskyy"),
        ("لفروف", "2018-05-10", ("place @russia",), "Sergey Lavrov"),
        ("ناتانياهو", "2023-11-10", ("place @israel",), "Benjamin Netanyahu"),
        ("خامنائي", "2018-05-10", ("place @iran",), "Ali Khamenei"),
        ("روحانى", "2018-05-10", ("place @iran",), "Hassan Rouhani"),  # a president who is no head of state
        ("بلينكين", "2022-04-10", (), ""),  # a minister's name alone, no country
        ("بلينكوف", "2022-04-10", ("place @united states",), ""),  # another sound
        ("لفرف", "2018-05-10", ("place @russia",), ""),  # too far for so short a name
        ("السيسو", "2018-05-10", ("place @egypt",), ""),
    ],
)
def test_another_transliteration_of_the_surname_means_the_same_person(
    name: str, published: str, company: tuple[str, ...], english: str
) -> None:
    (entity,), _ = resolve(chain(1, name, published, *company))
    assert entity.name_en == english


@pytest.mark.parametrize(("role", "nation"), [("لاعب", ""), ("نايب", ""), ("عقيد", ""), ("رييس", "france")])
def test_a_role_of_somebody_elses_speaks_against_fame(role: str, nation: str) -> None:
    (entity,), _ = resolve(chain(1, "ترامب", "2018-05-10", "nation united states", role=role, nation=nation))
    assert entity.name_en == ""


def test_one_who_is_told_to_be_a_youth_is_nobody_famous() -> None:
    (entity,), _ = resolve(chain(1, "ترامب", "2018-05-10", "nation united states", told=("age 19",)))
    assert entity.name_en == ""


def test_a_surname_alone_joins_whom_another_article_names_in_full() -> None:
    entities, links = resolve(
        chain(1, "دونالد ترامب", "2024-06-01", role="رييس", nation="united states"),
        chain(2, "جونيور ترامب", "2018-05-10"),
        chain(3, "ترامب", "2018-05-10"),
    )
    home = {link.article_id: link.entity_id for link in links}
    assert home["a3"] == home["a1"] != home["a2"]
    assert len(entities) == 2
    assert next(link.score for link in links if link.article_id == "a3") <= 0.7


@pytest.mark.parametrize(
    ("role", "english"), [("مبعوث امم متحده الي سوريا", "Staffan de Mistura"), ("مبعوث", ""), ("وزير خارجيه", "")]
)
def test_a_surname_with_an_office_that_needs_no_nation_is_its_holders(role: str, english: str) -> None:
    (entity,), _ = resolve(chain(1, "دي ميستورا", "2018-05-10", role=role))
    assert entity.name_en == english


@pytest.mark.parametrize("told", ["spoke", "died", "called state"])
def test_whoever_speaks_or_has_died_may_be_famous(told: str) -> None:
    (entity,), _ = resolve(chain(1, "ترامب", "2018-05-10", "nation united states", told=(told,)))
    assert entity.name_en == "Donald Trump"
