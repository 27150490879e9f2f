"""Whether a verb may have a speaker whom the network hears before it."""

from __future__ import annotations

import pytest

from riwaya.annotate.reader.agreement import agree, form_of, may_be_subject
from riwaya.model import Span


def span(text: str, part: str) -> Span:
    return Span(text.index(part), text.index(part) + len(part))


@pytest.mark.parametrize(
    ("text", "cue", "speaker"),
    [
        ("وأما عن الرواتب فقال إنها صرفت", "قال", "الرواتب"),
        ("وعن طفولته البعيدة قالت إنها جميلة", "قالت", "طفولته البعيدة"),
        ("أما الرسوم فقال إنها ستلغى", "قال", "الرسوم"),
        ("عاد إلى القاعة ليقول لهيئة المحلفين إنه بريء", "يقول", "هيئة المحلفين"),
        ("وسافر مؤكدا لعائلته أنه عائد", "مؤكدا", "عائلته"),
        ("لكنه حذر زملاءه من أن الفوز صعب", "حذر", "زملاءه"),
        ("أما المباراة فقال عنها إنها صعبة", "قال", "المباراة"),
        ("سأل النائب الوزيرة فأجابت بأن العمل متوقف", "أجابت", "النائب"),
    ],
)
def test_a_topic_and_a_noun_of_the_other_gender_are_no_subject(text: str, cue: str, speaker: str) -> None:
    assert not may_be_subject(text, span(text, cue), span(text, speaker))


@pytest.mark.parametrize(
    ("text", "cue", "speaker"),
    [
        ("أما الوزير فقال إن العمل متوقف", "قال", "الوزير"),
        ("ونقلت الوكالة عن الوزير أنه قال إن العمل متوقف", "قال", "الوزير"),
        ("وقالت السفيرة إن العمل متوقف", "قالت", "السفيرة"),
        ("لكن أسامة قال إن العمل متوقف", "قال", "أسامة"),
        ("وعن ذلك، يقول الوزير إن العمل متوقف", "يقول", "الوزير"),
    ],
)
def test_a_noun_that_agrees_may_be_the_subject(text: str, cue: str, speaker: str) -> None:
    assert may_be_subject(text, span(text, cue), span(text, speaker))


@pytest.mark.parametrize(
    ("one", "other", "speaker", "agrees"),
    [
        ("أضاف", "قال", "الحداد", True),
        ("أضاف", "قالت", "ليلى", False),
        ("أوضح", "أشار", "محللون", False),
        ("شددا", "قال", "الحداد", False),
        ("شددا", "قال", "الطرفان", True),
        ("شددا", "قال", "المحاميان", True),
        ("طالبا", "قال", "الحداد", True),
    ],
)
def test_a_cue_goes_on_with_a_speaker_of_its_gender_and_number(
    one: str, other: str, speaker: str, *, agrees: bool
) -> None:
    assert agree(form_of(one), form_of(other), speaker) is agrees
