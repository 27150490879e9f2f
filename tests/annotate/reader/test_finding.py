from __future__ import annotations

import numpy as np

from riwaya.annotate.reader.finding import Section, find_all
from riwaya.annotate.reader.network import Outputs
from riwaya.annotate.reader.records import Findings
from riwaya.annotate.reader.words import read_words

from .made_up import DESCRIPTION, outputs, say


def find(text: str, said: list[tuple[str, int, object]], found: Outputs | None = None) -> Findings:
    words = read_words(text)
    found = found or outputs(len(words))
    for head, index, label in said:
        say(found, head, index, label)
    return find_all(Section(text, words, found, DESCRIPTION))


TEXT = "وقال وزير الري سليم الحداد لرويترز إن السد آمن"


def test_names_stand_without_their_particles() -> None:
    text = "التقى الوزير بالأمس للحداد"
    (name,) = find(text, [("entities", 3, "B-PER")]).entities
    assert (name.span.of(text), name.kind) == ("حداد", "PER")
    assert name.score > 0.99


def test_particles_that_the_network_is_sure_of_outweigh_the_rules() -> None:
    text = "زار بهدير المدينة"
    said: list[tuple[str, int, object]] = [("entities", 1, "B-PER")]
    by_rule = find(text, said).entities[0].span.of(text)
    by_network = find(text, [*said, ("particles", 1, ("ب", ""))]).entities[0].span.of(text)
    assert by_network == "هدير"
    assert by_rule in ("بهدير", "هدير")


def test_vowel_marks_on_a_particle_go_with_it() -> None:
    text = "زار وَهدير المدينة"
    (name,) = find(text, [("entities", 1, "B-PER"), ("particles", 1, ("و", ""))]).entities
    assert name.span.of(text) == "هدير"


def test_a_role_is_tied_to_its_holder() -> None:
    words = len(read_words(TEXT))
    found = outputs(words)
    found.queries[1, 0] = found.keys[3, 0] = 4
    said: list[tuple[str, int, object]] = [
        ("roles", 1, "B"), ("roles", 2, "I"), ("entities", 3, "B-PER"), ("entities", 4, "I-PER"),
    ]  # fmt: skip
    (role,) = find(TEXT, said, found).roles
    assert role.span.of(TEXT) == "وزير الري"
    assert role.holder is not None
    assert role.holder.of(TEXT) == "سليم الحداد"
    assert role.holder_score > 0.9


def test_a_role_without_a_likely_holder_has_none() -> None:
    found = outputs(len(read_words(TEXT)))
    found.queries[1, 0], found.keys[3, 0] = 4, -4
    (role,) = find(TEXT, [("roles", 1, "B"), ("entities", 3, "B-PER")], found).roles
    assert role.holder is None


def test_parts_of_speech_are_tied_to_their_cue() -> None:
    found = outputs(len(read_words(TEXT)))
    for number, word in ((1, 3), (2, 7), (4, 5)):
        found.queries[word, number] = found.keys[0, number] = 4
    said: list[tuple[str, int, object]] = [
        ("cue", 0, "B"), ("spk", 3, "B"), ("spk", 4, "I"), ("adr", 5, "B"), ("cnt", 7, "B"), ("cnt", 8, "I"),
    ]  # fmt: skip
    parts = {part.kind: part for part in find(TEXT, said, found).speech}
    texts = {kind: part.span.of(TEXT) for kind, part in parts.items()}
    assert texts == {"CUE": "قال", "SPK": "سليم الحداد", "ADR": "رويترز", "CNT": "السد آمن"}
    assert all(part.cue == parts["CUE"].span for part in parts.values())


def test_scores_fall_with_the_temperature() -> None:
    found = outputs(4)
    say(found, "entities", 0, "B-ORG", 11)
    hot = find("سليم في المدينة .", [], found).entities[0].score
    assert 0.8 < hot < 0.95
    assert np.isclose(hot, np.exp(11) / (np.exp(11) + np.exp(9) + 15), atol=0.01)
