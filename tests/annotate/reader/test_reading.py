from __future__ import annotations

import os
import subprocess
import sys
import time
import tracemalloc
from itertools import chain
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.annotate.reader import Findings, Reading, is_installed, load_network, read_text
from riwaya.model import Span

from .made_up import MadeUp

ANYTHING = st.text(st.sampled_from("وفبلكسالمدينةأؤىًّ ـ\u200f\u064e\n .،«»\"'1٢x😀ﷺ\x00#_"), max_size=120) | st.text(
    max_size=40
)
HOSTILE = {
    "one endless sentence": "وقال الوزير سليم الحداد إن المياه تكفي " * 5_200,
    "one endless word": "ا" * 200_000,
    "no Arabic": "The minister said nothing about it. " * 5_600,
    "mixed scripts": "قال Minister إن 部长 сказал 12٫5 " * 6_000,
    "only vowel marks": "\u064e\u0651" * 100_000,
    "unpaired quotation marks": "«قال \" " * 28_000,
    "emoji": "😀👍🏽 سعيد " * 20_000,
    "control characters": "\x00\u200f\u202eسعيد\x07 " * 20_000,
}  # fmt: skip


def read(text: str, network: Any = None) -> Reading:
    return read_text(network or MadeUp(), text)


def spans(found: Findings) -> list[tuple[int, int]]:
    names = chain(found.entities, found.inner, found.roles, found.speech)
    tied = [role.holder for role in found.roles if role.holder] + [part.cue for part in found.speech if part.cue]
    return [(span.start, span.end) for span in chain((name.span for name in names), tied)]


@given(ANYTHING)
@settings(deadline=None)
def test_spans_begin_and_end_with_characters_of_the_text(text: str) -> None:
    for start, end in spans(read(text).findings):
        assert 0 <= start < end <= len(text)
        assert not text[start].isspace() and not text[end - 1].isspace()


@given(ANYTHING, ANYTHING)
@settings(deadline=None, max_examples=40)
def test_a_text_reads_the_same_whatever_was_read_before(first: str, second: str) -> None:
    network = MadeUp()
    alone = read(second).findings
    read(first, network)
    assert read(second, network).findings == alone


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_texts_take_linear_time_and_bounded_memory(text: str) -> None:
    tracemalloc.start()
    start = time.process_time()
    found = read(text[:20_000]).findings
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert time.process_time() - start < 20
    assert peak < 150 * 2**20
    assert all(end <= 20_000 for _, end in spans(found))


def test_a_passage_without_arabic_letters_is_not_run() -> None:
    network = MadeUp()
    assert not read("Nothing to read here. " * 50 + "\n" + "12:30 - 😀 " * 50, network).findings.entities
    assert network.runs == 0


def test_words_of_a_span_are_found() -> None:
    text = "قال للوزير سليم الحداد"
    reading = read(text)
    assert reading.words_in(Span(text.index("سليم"), len(text))) == (2, 4)
    assert reading.words_in(Span(text.index("وزير"), text.index("وزير") + 4)) == (1, 2)


needs_model = pytest.mark.skipif(not is_installed(), reason="no model is shipped yet")


@needs_model
def test_the_shipped_model_loads_within_a_second() -> None:
    code = (
        "import time, numpy; from riwaya.annotate.reader import load_network; start = time.process_time(); "
        "load_network(); print(time.process_time() - start)"
    )
    seconds = [float(subprocess.check_output([sys.executable, "-c", code])) for _ in range(3)]
    assert min(seconds) < 1 + (os.getloadavg()[0] > 2)


@needs_model
def test_the_shipped_model_reads_names_and_roles() -> None:
    text = "وقال وزير الخارجية السوري فيصل المقداد لوكالة رويترز إن بلاده ترحب بزيارة وفد من الأردن."
    found = read(text, load_network()).findings
    names = {(name.span.of(text), name.kind) for name in found.entities}
    assert {("فيصل المقداد", "PER"), ("الأردن", "GPE")} <= names
    (role,) = found.roles
    assert role.span.of(text) == "وزير الخارجية السوري"
    assert role.holder is not None and role.holder.of(text) == "فيصل المقداد"


@needs_model
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_the_shipped_model_survives_hostile_texts(text: str) -> None:
    found = read(text[:6_000], load_network()).findings
    assert all(0 <= start < end <= 6_000 for start, end in spans(found))


@pytest.mark.skipif(not is_installed(), reason="the network is not installed")
@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("أسسها الملك عبدالعزيز طيب الله ثراه.", ["عبدالعزيز"]),
        ("وتمكن بعون الله وتوفيقه ضيوفه من الوصول.", []),
        ("وقال الوزير سالم فضل الله إن المياه تكفي.", ["سالم فضل الله"]),
    ],
)
def test_a_wish_behind_a_name_is_no_part_of_it(text: str, persons: list[str]) -> None:
    names = read(text, load_network()).findings.entities
    assert [name.span.of(text) for name in names if name.kind == "PER"] == persons
