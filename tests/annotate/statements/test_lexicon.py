from __future__ import annotations

import pytest

from riwaya.annotate.statements.lexicon import cue_forms, opens_proposition
from riwaya.arabic.normalise import fold
from riwaya.tables import read_table

FORCES = {"assert", "deny", "warn", "promise", "praise", "accuse", "demand"}
FRAMES = {
    "that",
    "quote",
    "object",
    "target",
    "blame",
    "claim",
    "describe",
    "ask",
    "feeling",
    "deem",
    "colon",
    "clause",
    "offer",
    "على",
    "عن",
    "إلى",
    "من",
    "ب",
    "في",
    "ل",
}


@pytest.mark.parametrize(
    ("form", "lemma", "part", "gender", "number"),
    [
        ("قالت", "قال", "past", "f", "s"),
        ("قالوا", "قال", "past", "m", "p"),
        ("يقولون", "قال", "present", "m", "p"),
        ("نفت", "نفى", "past", "f", "s"),
        ("ادعوا", "ادعى", "past", "m", "p"),
        ("مضيفاً", "أضاف", "participle", "m", "s"),
        ("داعية", "دعا", "participle", "f", "s"),
        ("محذرين", "حذر", "participle", "", "p"),
        ("قولها", "قال", "noun", "f", "s"),
    ],
)
def test_forms_are_made_from_the_lemma(form: str, lemma: str, part: str, gender: str, number: str) -> None:
    found = cue_forms()[fold(form)]
    assert (found.cue.lemma, found.part, found.gender, found.number) == (lemma, part, gender, number)


def test_first_person_is_told_apart() -> None:
    assert not cue_forms()[fold("قلت")].third
    assert not cue_forms()[fold("نؤكد")].third


def test_every_row_of_the_cue_table_is_well_formed() -> None:
    rows = read_table("speech_cues.tsv")
    assert len({row["lemma"] for row in rows}) == len(rows)
    for row in rows:
        assert row["force"] in FORCES, row
        assert set(row["frames"].split()) <= FRAMES, row
        assert 0 < float(row["prior"]) < 1, row
        assert row["past"] or row["present"], row


@pytest.mark.parametrize("word", ["أهمية", "انسحاب", "رفضها", "استعداده", "تنفيذ", "إطلاق"])
def test_verbal_nouns_may_open_a_reported_phrase(word: str) -> None:
    assert opens_proposition(fold(word), word)


@pytest.mark.parametrize("word", ["أعضاء", "محمد", "سامر", "كتاب"])
def test_other_nouns_may_not(word: str) -> None:
    assert not opens_proposition(fold(word), word)
