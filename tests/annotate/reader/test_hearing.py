from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.annotate.reader import merge_statements
from riwaya.annotate.reader.hearing import hear
from riwaya.annotate.reader.statements import LEAST
from riwaya.model import Mode, Span, Statement

from .test_merging import document, reading

TEXT = "وقال الحداد لرويترز إن السد آمن تماما"


def statement(text: str, cue: str, content: str, speaker: str, score: float = 0.7) -> Statement:
    def span(part: str) -> Span:
        return Span(text.index(part), text.index(part) + len(part))

    said_by = span(speaker) if speaker else None
    return Statement(
        "s", "a", Span(0, len(text)), span(content), content, span(cue), cue, said_by, speaker, not speaker, (), None,
        Mode.INDIRECT, (), "assert", score,
    )  # fmt: skip


SAID = statement(TEXT, "قال", "السد آمن تماما", "الحداد")
HEARD: list[tuple[str, int, object]] = [
    ("cue", 0, "B"), ("spk", 1, "B"), ("cnt", 4, "B"), ("cnt", 5, "I"), ("cnt", 6, "I"),
]  # fmt: skip


def test_what_the_network_hears_too_is_surer_than_what_it_does_not_hear() -> None:
    (both,) = merge_statements(document(TEXT), [SAID], reading(TEXT, HEARD))
    assert both.found_by == "both"
    # The rules' word alone is worth less, or too little.
    unheard = reading(TEXT, [part for part in HEARD if part[0] == "spk"])
    alone = merge_statements(document(TEXT), [replace(SAID, score=0.95)], unheard)
    assert all(one.found_by == "rules" and one.score < both.score for one in alone)
    halves = reading(TEXT, [part for part in HEARD if part[0] != "cue"])
    (unsure,) = merge_statements(document(TEXT), [SAID], halves)
    assert unsure.found_by == "rules"


def test_a_doubtful_statement_that_the_network_does_not_hear_is_none() -> None:
    assert merge_statements(document(TEXT), [replace(SAID, score=0.2)], reading(TEXT, [])) == []


def test_every_part_is_heard_where_it_stands() -> None:
    heard = hear(reading(TEXT, HEARD), SAID)
    assert min(heard.cue, heard.opens, heard.within, heard.closes, heard.speaker) > 0.99
    nothing = hear(reading(TEXT, []), SAID)
    assert max(nothing.cue, nothing.opens, nothing.within, nothing.speaker) < 0.01


@given(st.floats(0, 1), st.booleans())
@settings(max_examples=30, deadline=None)
def test_scores_are_probabilities_above_the_least(score: float, named: bool) -> None:
    said = replace(SAID, score=score) if named else replace(SAID, score=score, speaker=None, implicit=True)
    for found in merge_statements(document(TEXT), [said], reading(TEXT, HEARD)):
        assert LEAST <= found.score <= 1
        assert replace(found, score=score, found_by="rules") == said
