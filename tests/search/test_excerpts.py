from __future__ import annotations

from dataclasses import replace

import pytest

from riwaya.model import Mode, Span, Statement
from riwaya.search.excerpts import excerpt_of, excerpt_text


def statement(text: str, cue: str, content: str) -> Statement:
    def span(part: str) -> Span:
        return Span(text.index(part), text.index(part) + len(part))

    return Statement(
        "s", "a", span(content), span(content), content, span(cue), cue, None, "", False, (), None, Mode.INDIRECT, (),
        "assert", 1.0,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "cue", "content", "shown"),
    [
        ("وقال الوزير إن السد آمن، وفق الوكالة.", "قال", "السد آمن", "وقال الوزير إن السد آمن"),
        ("أكدت الهيئة أنها لن تنسحب.", "أكدت", "لن تنسحب", "أكدت الهيئة أنها لن تنسحب"),
        ("وأضاف: «السد آمن». ثم غادر.", "أضاف", "السد آمن", "وأضاف: «السد آمن»"),
        ("«السد آمن»، يقول الوزير.", "يقول", "السد آمن", "«السد آمن»، يقول"),
        ('قال إن الوضع "هادئ جداً" اليوم.', "قال", 'الوضع "هادئ جداً', 'قال إن الوضع "هادئ جداً"'),
    ],
)
def test_an_excerpt_is_the_source_s_words_from_cue_to_content(text: str, cue: str, content: str, shown: str) -> None:
    assert [span.of(text) for span in excerpt_of(text, statement(text, cue, content))] == [shown]


def broken(text: str, cue: str, content: str, *rest: str) -> Statement:
    plain = statement(text, cue, content)
    spans = tuple(Span(text.index(part), text.index(part) + len(part)) for part in rest)
    return replace(plain, span=Span(0, len(text)), content_rest=spans)


def test_an_excerpt_holds_every_piece_of_what_is_said() -> None:
    text = "«السد آمن»، قال الوزير، «ولن نخليه»، ثم غادر."
    said = broken(text, "قال", "ولن نخليه", "السد آمن")
    assert [span.of(text) for span in excerpt_of(text, said)] == ["«السد آمن»، قال الوزير، «ولن نخليه»"]


def test_a_piece_far_from_the_others_is_a_stretch_of_its_own() -> None:
    text = "«السد آمن»، قال الوزير " + "في مؤتمر صحفي " * 20 + "، «ولن نخليه»."
    said = broken(text, "قال", "السد آمن", "ولن نخليه")
    assert excerpt_text(text, said) == "«السد آمن»، قال […] «ولن نخليه»"


def test_who_is_named_behind_a_cue_at_the_end_belongs_to_the_excerpt() -> None:
    text = "أصيب ثلاثة عمال، وفقاً لمصدر طبي في المستشفى، وانتهى الحريق."
    plain = statement(text, "وفقاً", "أصيب ثلاثة عمال")
    start = text.index("مصدر")
    named = replace(plain, speaker=Span(start, start + len("مصدر طبي في المستشفى")))
    assert [span.of(text) for span in excerpt_of(text, named)] == ["أصيب ثلاثة عمال، وفقاً لمصدر طبي في المستشفى"]


def test_a_content_far_from_its_cue_is_a_stretch_of_its_own() -> None:
    text = "وقال الوزير " + "في مؤتمر صحفي " * 20 + "إن السد آمن."
    assert [span.of(text) for span in excerpt_of(text, statement(text, "قال", "السد آمن"))] == ["وقال", "إن السد آمن"]
