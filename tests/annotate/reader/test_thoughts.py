from __future__ import annotations

from dataclasses import replace

import pytest

from riwaya.annotate.reader.proposals import Proposal
from riwaya.annotate.reader.thoughts import is_unsaid
from riwaya.model import Mode, Span, Statement

from .test_hearing import SAID


def _proposal(text: str, cue: str, content: str, rule: float = 0.0, speaker: str = "") -> Proposal:
    def place(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    statement: Statement = replace(
        SAID,
        cue=place(cue),
        cue_text=cue,
        content=place(content),
        content_text=content,
        speaker=place(speaker) if speaker else None,
        speaker_text=speaker,
        mode=Mode.INDIRECT,
    )
    return Proposal(statement, rule, False, 0.9, 0.9)


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("شعر المحافظ بأن السوق يخلو من الناس.", "شعر", "السوق يخلو من الناس"),
        ("واعتقد الصيادون أن العاصفة مرت.", "اعتقد", "العاصفة مرت"),
        ("ومن المقرر أن يلقي المحافظ كلمة يؤكد فيها دعم الصيادين.", "يؤكد", "دعم الصيادين"),
        ("لم يقل الوزير إن الجسر آمن.", "يقل", "الجسر آمن"),
        ("لم يقل الوزير إن الجسر آمن.", "لم يقل", "الجسر آمن"),
        ("كما لم يصرح أي طرف بأنه انسحب منها.", "يصرح", "انسحب منها"),
        ("هل قال المدرب إن الفريق متعب؟", "قال", "الفريق متعب"),
        ("ولو قال المدرب إن الفريق متعب لصدقوه.", "قال", "الفريق متعب"),
        ("كان سيقول الوزير إن الجسر آمن.", "سيقول", "الجسر آمن"),
        ("من المتوقع أن يقول الوزير في كلمته إن الجسر آمن.", "يقول", "الجسر آمن"),
        ("وكان لافتا أن الوزير لم يحضر.", "لافتا", "الوزير لم يحضر"),
        ("من المنتظر أن يعقد الوزير، غدا، مؤتمرا يعلن فيه أسماء الفائزين.", "يعلن", "أسماء الفائزين"),
    ],
)
def test_what_was_thought_or_is_still_to_be_said_is_unsaid(text: str, cue: str, content: str) -> None:
    assert is_unsaid(text, _proposal(text, cue, content))


@pytest.mark.parametrize(
    ("text", "cue", "content", "speaker"),
    [
        ("يعتقد المحافظ أن السوق سيعود.", "يعتقد", "السوق سيعود", "المحافظ"),
        ("من المتوقع أن يزداد الموج، بحسب الأرصاد.", "بحسب", "يزداد الموج", ""),
        (
            "من المتوقع أن يناقش المجلس قرارا يدعو إلى فتح الميناء.",
            "يدعو",
            "فتح الميناء",
            "قرارا",
        ),
        ("وكان الوزير لافتا إلى أن الجسر آمن.", "لافتا", "الجسر آمن", "الوزير"),
        ("كان من المقرر أن يسافر. وأكد مكتبه أن الرحلة ألغيت.", "أكد", "الرحلة ألغيت", ""),
    ],
)
def test_an_opinion_or_a_source_beside_what_is_announced_is_said(
    text: str, cue: str, content: str, speaker: str
) -> None:
    assert not is_unsaid(text, _proposal(text, cue, content, speaker=speaker))


def test_a_thought_that_the_rules_find_said_stays() -> None:
    text = "اعتقد الصيادون أن العاصفة مرت."
    assert not is_unsaid(text, _proposal(text, "اعتقد", "العاصفة مرت", rule=0.8))
