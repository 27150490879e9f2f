from __future__ import annotations

import pytest

from riwaya.annotate.statements.modes import mode_by_marks
from riwaya.model import Mode, Span


@pytest.mark.parametrize(
    ("text", "content", "mode"),
    [
        ('قال "السد آمن".', "السد آمن", Mode.DIRECT),
        ("قال „السد آمن”.", "السد آمن", Mode.DIRECT),
        ("قال إن السد «آمن».", "السد «آمن»", Mode.MIXED),
        ("قال إن السد آمن.", "السد آمن", Mode.INDIRECT),
        ('قال الوزير: "إننا نمر بمرحلة صعبة.\nوغادر "مسرعا".', "إننا نمر بمرحلة صعبة", Mode.DIRECT),
        ('قال الوزير: "السد" آمن اليوم.', "آمن اليوم", Mode.INDIRECT),
    ],
)
def test_mode_follows_the_quotation_marks(text: str, content: str, mode: Mode) -> None:
    start = text.index(content)
    assert mode_by_marks(text, Span(start, start + len(content))) is mode
