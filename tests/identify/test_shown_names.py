"""By which of its names an entity is shown."""

from __future__ import annotations

from riwaya.identify.aliases import thing_key
from riwaya.identify.person_names import block_key, name_behind, split_name
from riwaya.identify.records import Block, Chain, NameCount, SeenRole, Surface, Thing
from riwaya.identify.resolve import name_thing, resolve_block
from riwaya.model import Entity, MentionKind


def shown(*forms: tuple[str, int]) -> str:
    names = tuple(NameCount(MentionKind.ORG, form, count) for form, count in forms)
    return next(iter(name_thing(Thing(f"body {thing_key(forms[-1][0])}", names)))).name


def test_a_body_is_shown_by_a_form_that_says_whose_it_is() -> None:
    assert shown(("الشرطة", 5), ("الشرطة الإندونيسية", 2)) == "الشرطة الإندونيسية"
    assert shown(("الشرطة", 5)) == "الشرطة"


def test_of_full_forms_the_most_frequent_is_shown() -> None:
    assert shown(("الأمم المتحدة", 5), ("منظمة الأمم المتحدة", 1)) == "الأمم المتحدة"


def test_a_body_is_not_shown_by_a_form_whose_adjective_lost_its_ending() -> None:
    assert shown(("الحكومة العراقي", 5), ("الحكومة العراقية", 1)) == "الحكومة العراقية"
    assert shown(("الحكومة العراقي", 5)) == "الحكومة العراقية"
    assert shown(("الجيش العراقي", 5)) == "الجيش العراقي"


def chain(number: int, name: str, role: str, nation: str = "") -> Chain:
    roles = (SeenRole(role, nation, role, nation, f"r{number}"),)
    block = f"PER {block_key(name_behind(split_name(name)))}"
    return Chain(
        f"c{number}", f"a{number}", "الضفاف", "2017-05-04", MentionKind.PER, name, (f"m{number}",),
        (Surface(name, 1),), roles, block,
    )  # fmt: skip


def persons(*chains: Chain) -> list[Entity]:
    return [each for each in resolve_block(Block(chains[0].block, chains)) if isinstance(each, Entity)]


def test_a_person_is_shown_by_the_first_name_not_its_initial() -> None:
    often = [chain(number, "ع. الجغضاوي", "متحدث", "تونس") for number in range(3)]
    (entity,) = persons(*often, chain(9, "عبد الرحمن الجغضاوي", "متحدث", "تونس"))
    assert entity.name == "عبد الرحمن الجغضاوي"
    (alone,) = persons(*often)
    assert alone.name == "ع. الجغضاوي"


def test_two_surnames_of_the_table_are_one_person() -> None:
    (entity,) = persons(
        chain(1, "نجيب رزاق", "رييس وزراء", "malaysia"), chain(2, "نجيب عبد الرزاق", "رييس وزراء", "malaysia")
    )
    assert (entity.name, entity.name_en) == ("نجيب عبد الرزاق", "Najib Razak")
    assert entity.names == ("نجيب رزاق", "نجيب عبد الرزاق")
