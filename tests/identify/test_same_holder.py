"""Persons whom names and articles leave apart and the table of office-holders has as one."""

from __future__ import annotations

import pytest

from riwaya.identify import Block, Chain, SeenRole, Surface, resolve_block
from riwaya.identify.person_names import block_key, split_name
from riwaya.model import Entity, MentionKind

Told = tuple[str, str, str, str]  # name, day, role, nation


def chain(number: int, article: int, told: Told) -> Chain:
    name, published, role, nation = told
    roles = (SeenRole(role, nation, role, nation, f"r{number}"),) if role else ()
    block = f"PER {block_key(split_name(name))}"
    return Chain(
        f"c{number}", f"a{article}", "الضفاف", published, MentionKind.PER, name, (f"m{number}",), (Surface(name, 1),),
        roles, block,
    )  # fmt: skip


def entities(*told: Told, one_article: bool = False) -> list[Entity]:
    chains = tuple(chain(number, 0 if one_article else number, each) for number, each in enumerate(told))
    return [each for each in resolve_block(Block(chains[0].block, chains)) if isinstance(each, Entity)]


@pytest.mark.parametrize(
    ("one", "other", "name"),
    [
        (
            ("كيم جونغ أون", "2018-03-10", "زعيم", "north korea"),
            ("كيم يونغ أون", "2018-03-11", "زعيم", "north korea"),
            "كيم جونغ أون",
        ),
        (
            ("علي خامنئي", "2018-03-10", "مرشد", "iran"),
            ("آية الله خامنئي", "2018-03-11", "مرشد", "iran"),
            "علي خامنئي",
        ),
    ],
)
def test_two_spellings_that_the_table_knows_as_one_are_one(one: Told, other: Told, name: str) -> None:
    (entity,) = entities(one, other)
    assert (entity.name, len(entity.names)) == (name, 2)


def test_a_spelling_beside_the_name_in_one_article_is_his_where_both_hold_his_office() -> None:
    office = ("2018-03-10", "زعيم", "north korea")
    assert len(entities(("كيم جونغ أون", *office), ("كيم يونغ أون", *office), one_article=True)) == 1


def test_a_player_of_the_same_name_stays_another() -> None:
    minister = ("سعد الحريري", "2018-03-10", "رييس وزراء", "lebanon")
    player = ("سعد الحريري", "2018-03-11", "لاعب", "morocco")
    assert len(entities(minister, player)) == 2
