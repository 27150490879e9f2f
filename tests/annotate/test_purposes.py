"""Which bodies are named by what they are for, and which only act for it."""

from __future__ import annotations

import pytest
from tests.annotate.marking import mention_of
from tests.annotate.statements.reading_aid import article_of

from riwaya.annotate.document import Document
from riwaya.annotate.mentions.purposes import complete_purposes
from riwaya.model import Field, MentionKind


def _bodies(text: str, *bodies: str) -> list[str]:
    document = Document.read(article_of(text), Field.TEXT)
    return [
        one.text
        for one in complete_purposes(document, [mention_of(document, body, MentionKind.ORG) for body in bodies])
    ]


@pytest.mark.parametrize(
    ("text", "body", "whole"),
    [
        ("وحدد المركز المكسيكي لرصد الزلازل القوة.", "المركز المكسيكي", "المركز المكسيكي لرصد الزلازل"),
        (
            "كشف التحالف اليمني لرصد انتهاكات حقوق الإنسان (رصد) ذلك.",
            "التحالف اليمني",
            "التحالف اليمني لرصد انتهاكات حقوق الإنسان",
        ),
        ("ونعت النقابة المغربية لمهنيي الفنون الدرامية الراحل.", "النقابة المغربية", "النقابة المغربية لمهنيي الفنون"),
        ("قال رئيس المجلس القومي لحقوق الإنسان ذلك.", "المجلس القومي", "المجلس القومي لحقوق الإنسان"),
        ("وهو مدير للاتحاد الأوروبي لمحترفي الغولف أمس.", "اتحاد الأوروبي", "اتحاد الأوروبي لمحترفي الغولف"),
    ],
)
def test_a_body_takes_what_it_is_for(text: str, body: str, whole: str) -> None:
    assert _bodies(text, body) == [whole]


def test_what_was_read_of_the_end_by_itself_is_no_second_body() -> None:
    text = "كشف التحالف اليمني لرصد انتهاكات حقوق الإنسان ذلك."
    assert _bodies(text, "التحالف اليمني", "رصد انتهاكات حقوق الإنسان") == ["التحالف اليمني لرصد انتهاكات حقوق الإنسان"]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("واجتمع المجلس الأعلى لمواجهة الأزمة.", "المجلس الأعلى"),
        ("ويسعى التحالف الدولي لحماية المدنيين.", "التحالف الدولي"),
        ("واستعد التحالف الدولي لإدارة المرحلة.", "التحالف الدولي"),
        ("ودعا الاتحاد الدولي لرفع الحظر.", "الاتحاد الدولي"),
        ("ودفع الاتحاد الأوروبي لتجار السلاح غرامة.", "الاتحاد الأوروبي"),
        ("واستعدت الحكومة السورية لحقوق الإنسان.", "الحكومة السورية"),
        ("وقال المرصد السوري لرويترز ذلك.", "المرصد السوري"),
        ("وقال مركز مكافحة الإرهاب لدراسات ذلك.", "مركز مكافحة الإرهاب"),
        ("وسعى المركز المصري لدعم، وفق بيانه، الأسر.", "المركز المصري"),
    ],
)
def test_a_body_that_acts_for_an_end_stays_as_it_is(text: str, body: str) -> None:
    assert _bodies(text, body) == [body]
