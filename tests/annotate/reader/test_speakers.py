"""Whom the network hears as a speaker, without what no speaker can be."""

from __future__ import annotations

import pytest

from riwaya.annotate.reader.records import Named, SpeechPart
from riwaya.annotate.reader.speakers import speakers_of
from riwaya.model import Span

from .test_merging import document


def _heard(text: str, heard: str, kind: str = "PER") -> list[str]:
    """Return the words of the speakers that are left of one whom the network hears, and takes for a name."""
    span = Span(text.index(heard), text.index(heard) + len(heard))
    part = SpeechPart("SPK", span, 0.9, Span(0, 3), 0.9)
    return [each.span.of(text) for each in speakers_of(document(text), [part], [Named(span, kind, 0.9)])]


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("قال بأسى إن الموسم ضعيف", "أسى"),
        ("قال بدوره إن الموسم ضعيف", "دوره"),
        ("قال مازحا إن الموسم ضعيف", "مازحا"),
        ("تابع ساخرا أن الموسم ضعيف", "اخرا"),
        ("قالت وهي تبكي إن الموسم ضعيف", "هي"),
        ("قال والدموع في عينيه إن الموسم ضعيف", "الدموع"),
        ("أكد لي أن الموسم ضعيف", "لي"),
        ("وأضاف قوله إن الموسم ضعيف", "قوله"),
        ("وأعرب بالمقابل عن أسفه", "المقابل"),
        ("ختم حديثه بالقول إن الموسم ضعيف", "حديثه"),
    ],
)
def test_what_no_speaker_can_be_is_none(text: str, heard: str) -> None:
    assert _heard(text, heard) == []


@pytest.mark.parametrize(
    ("text", "heard", "speaker"),
    [
        ("قال والي المدينة إن الموسم ضعيف", "الي المدينة", "والي المدينة"),
        ("وقال كريم النجار إن الموسم ضعيف", "كريم النجار", "كريم النجار"),
        ("وقال وكريم النجار إن الموسم ضعيف", "كريم النجار", "كريم النجار"),
        ("قال إنخيل غوريا إن الموسم ضعيف", "إنخيل غوريا", "إنخيل غوريا"),
        ('أكدت "النهر" أن الموسم ضعيف', '"', "النهر"),
    ],
)
def test_speakers_stay_in_whole_words(text: str, heard: str, speaker: str) -> None:
    assert _heard(text, heard) == [speaker]


def test_a_place_that_looks_like_a_participle_speaks() -> None:
    assert _heard("قالت مالطا إن الموسم ضعيف", "مالطا", "GPE") == ["مالطا"]
