"""Chains of one block to entities."""

from __future__ import annotations

import random
import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.identify import (
    Block,
    Chain,
    NameCount,
    SeenRole,
    Surface,
    Thing,
    link_thing,
    name_thing,
    resolve_block,
)
from riwaya.identify.person_names import block_key, split_name
from riwaya.identify.resolve import find_persons
from riwaya.model import Entity, Link, MentionKind
from riwaya.model.schema import dump_text, load_text


def make_chain(number: int, name: str, *, nation: str = "", office: str = "وزير الدفاع") -> Chain:
    roles = (SeenRole(office, "", "وزير دفاع", nation, f"r{number}"),) if nation else ()
    block = f"PER {block_key(split_name(name))}"
    return Chain(
        f"c{number:05}", f"a{number}", "الضفاف", "2031-05-04", MentionKind.PER, name, (f"m{number}",),
        (Surface(name, 1),), roles, block,
    )  # fmt: skip


def resolve(chains: list[Chain]) -> tuple[list[Entity], dict[str, str]]:
    records = list(resolve_block(Block(chains[0].block if chains else "PER", tuple(chains))))
    entities = [record for record in records if isinstance(record, Entity)]
    home = {record.article_id: record.entity_id for record in records if isinstance(record, Link)}
    return entities, home


def test_spellings_of_one_person_are_one_entity() -> None:
    names = ["توريد غرشتاين", "توريد غرشتين", "غرشتاين", "توريد غرشتاين"]
    entities, _ = resolve([make_chain(number, name) for number, name in enumerate(names)])
    assert [entity.name for entity in entities] == ["توريد غرشتاين"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("فاسيل غرتشنيك", "فاسيل هرتشنيك"),
        ("سارة ملدرسون", "سارا ملدرسون"),
        ("ماريا برديسا", "ماري برديسا"),
        ("بيل ملدرسون", "وليام ملدرسون"),
        ("عادل أبوزيد", "عادل أبو زيد"),
        ("أنطون غوتلاريش", "أنطون غوتلارس"),
    ],
)
def test_transliterations_and_short_names_are_one_person(one: str, other: str) -> None:
    chains = [make_chain(1, one), make_chain(2, other)]
    assert chains[0].block == chains[1].block
    assert len(resolve(chains)[0]) == 1


def test_two_full_names_that_one_article_keeps_apart_are_two_people(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("riwaya.identify.persons.name_probability", lambda one, other: 0.99 if one == other else 0.7)
    chains = [make_chain(1, "ستيف غرشتاين"), make_chain(2, "ستيفن غرشتين")]
    assert len(resolve(chains)[0]) == 1
    together = [chains[0], replace(chains[1], article_id=chains[0].article_id)]
    assert len(list(find_persons(Block(chains[0].block, tuple(together))))) == 2


@pytest.mark.parametrize(("one", "other"), [("سمير ملدرسون", "سامر ملدرسون"), ("كريم الوردي", "كريمة الوردي")])
def test_two_known_first_names_stay_two_people(one: str, other: str) -> None:
    assert len(resolve([make_chain(1, one), make_chain(2, other)])[0]) == 2


def test_other_given_names_keep_people_apart() -> None:
    entities, _ = resolve([make_chain(1, "نديم الكرمي"), make_chain(2, "هدى الكرمي")])
    assert len(entities) == 2


def test_a_surname_alone_between_two_equals_stays_apart() -> None:
    names = ["نديم الكرمي"] * 3 + ["هدى الكرمي"] * 3 + ["الكرمي"]
    entities, home = resolve([make_chain(number, name) for number, name in enumerate(names)])
    assert len(entities) == 3
    assert len({home["a0"], home["a3"], home["a6"]}) == 3


def test_an_office_says_whom_a_surname_means() -> None:
    chains = [make_chain(number, "نديم الكرمي", nation="france") for number in range(3)]
    chains += [make_chain(number, "هدى الكرمي", nation="spain") for number in range(3, 6)]
    chains.append(make_chain(6, "الكرمي", nation="spain"))
    _, home = resolve(chains)
    assert home["a6"] == home["a3"] != home["a0"]


def test_a_first_name_alone_names_nobody_across_articles() -> None:
    entities, _ = resolve([make_chain(number, "محمد") for number in range(4)])
    assert len(entities) == 4


def test_offices_come_from_roles_with_the_nation_by_its_plain_name() -> None:
    entities, _ = resolve([make_chain(1, "نديم الكرمي", nation="israel"), make_chain(2, "نديم الكرمي")])
    (office,) = entities[0].offices
    assert (office.office, office.of, office.evidence) == ("وزير الدفاع", "إسرائيل", ("r1",))


NAMES = st.sampled_from(["نديم الكرمي", "هدى الكرمي", "الكرمي", "كرمي", "نديم سامر الكرمي", "نديم الكرامي"])


@given(st.lists(st.tuples(NAMES, st.sampled_from(["", "france", "spain"])), min_size=1, max_size=14), st.randoms())
@settings(max_examples=60)
def test_the_order_of_chains_changes_nothing(rows: list[tuple[str, str]], generator: random.Random) -> None:
    chains = [make_chain(number, name, nation=nation) for number, (name, nation) in enumerate(rows)]
    expected = list(resolve_block(Block("PER", tuple(chains))))
    generator.shuffle(chains)
    assert list(resolve_block(Block("PER", tuple(chains)))) == expected
    links = [record for record in expected if isinstance(record, Link)]
    identities = [record.id for record in expected if isinstance(record, Entity)]
    assert sorted(link.mention_id for link in links) == sorted(chain.mention_ids[0] for chain in chains)
    assert len(identities) == len(set(identities))
    assert {link.entity_id for link in links} <= set(identities)


def test_ids_stay_as_articles_arrive() -> None:
    chains = [make_chain(number, "نديم الكرمي") for number in range(3)]
    before, _ = resolve(chains)
    after, _ = resolve([*chains, make_chain(9, "الكرمي"), make_chain(10, "هدى الكرمي")])
    assert before[0].id in {entity.id for entity in after}


def test_chains_survive_storage() -> None:
    chain = make_chain(1, "نديم الكرمي", nation="france")
    assert load_text(Chain, dump_text(chain)) == chain


def test_ten_thousand_chains_take_seconds() -> None:
    generator = random.Random(7)
    letters = "ابتجحدرسعفقكلمنهوي"
    names = [f"{''.join(generator.choices(letters, k=5))} الكرمي" for _ in range(5000)] + ["الكرمي"] * 5000
    started = time.process_time()
    resolve([make_chain(number, name) for number, name in enumerate(names)])
    assert time.process_time() - started < 10


def test_a_label_that_takes_a_side_is_a_name_but_never_the_name() -> None:
    (entity,) = name_thing(Thing("body جيش @israel", (NameCount(MentionKind.ORG, "جيش الاحتلال", 4),)))
    assert entity.name == "الجيش الإسرائيلي"
    assert entity.names == ("جيش الاحتلال",)


def test_a_thing_is_what_most_mentions_take_it_for_and_is_named_as_they_name_it() -> None:
    counts = [(MentionKind.LOC, "نهر سدران", 2), (MentionKind.GPE, "سدران", 3), (MentionKind.GPE, "مدينة سدران", 1)]
    (entity,) = name_thing(Thing("place سدران", tuple(NameCount(*count) for count in counts)))
    assert (entity.kind, entity.name) == (MentionKind.GPE, "سدران")
    assert entity.names == ("سدران", "نهر سدران", "مدينة سدران")


def test_a_thing_that_no_article_names_is_no_entity() -> None:
    assert not list(name_thing(Thing("place سدران", ())))


def test_links_of_a_thing_lead_to_the_entity_that_its_block_becomes() -> None:
    chain = Chain(
        "c1", "a1", "الضفاف", "", MentionKind.GPE, "سدران", ("m1", "m2"), (Surface("سدران", 2),), (), "place سدران"
    )
    (entity,) = name_thing(Thing(chain.block, (NameCount(MentionKind.GPE, "سدران", 2),)))
    assert [(link.mention_id, link.entity_id) for link in link_thing(chain)] == [("m1", entity.id), ("m2", entity.id)]
