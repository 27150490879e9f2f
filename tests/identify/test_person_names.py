"""The parts of a person's name and the block that they give."""

from __future__ import annotations

import pytest

from riwaya.identify.person_names import block_key, split_name


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("نيلا فون در هافن", ("نيلا", "فون در هافن")),
        ("نيلا فان دي بيل", ("نيلا", "فان دي بيل")),
        ("نيلا دي لا روزا", ("نيلا", "دي لا روزا")),
        ("نيلا فان دن هوف", ("نيلا", "فان دن هوف")),
        ("محمد دين", ("محمد", "دين")),
        ("آية الله سامي الحداد", ("سامي", "الحداد")),
        ("آية الله العظمى الحداد", ("الحداد",)),
        ("آية الله", ("ايه الله",)),
        ("سامي خرمه إي", ("سامي", "خرمهاي")),
        ("سامي آية الله", ("سامي", "ايه الله")),
    ],
)
def test_particles_belong_to_the_surname_and_titles_to_no_part(name: str, parts: tuple[str, ...]) -> None:
    assert split_name(name) == parts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("نيلا فون دير هافن", "نيلا فون ديرهافن"),
        ("نيلا فون دير هافن", "فوندرهافن"),
        ("ستيل دي ماريلو", "ديماريلو"),
        ("جان لو برنان", "لوبرنان"),
    ],
)
def test_a_foreign_particle_written_in_one_with_the_name_is_in_the_same_block(one: str, other: str) -> None:
    assert block_key(split_name(one)) == block_key(split_name(other))


def test_an_arabic_compound_keeps_its_words() -> None:
    assert block_key(split_name("سامي بن راشد")) != block_key(split_name("سامي بنراشد"))
