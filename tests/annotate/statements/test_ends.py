"""Contents end where the narrator goes on."""

from __future__ import annotations

import pytest

from tests.annotate.statements.reading_aid import told


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("أعلن الوزير سحب القوات، في خطوة فاجأت الحلفاء.", "سحب القوات"),
        ("أعلن الوزير سحب القوات، في تطور مفاجئ.", "سحب القوات"),
        ("قال الوزير إن الطريق آمن، محاولا تهدئة السكان.", "الطريق آمن"),
        ("قال الوزير إن الطريق آمن، في محاولة لتهدئة السكان.", "الطريق آمن"),
        ("قال الوزير إن الطريق آمن، وهي فكرة رفضها السكان.", "الطريق آمن"),
        ("طالب الوزير بسحب القوات، واستجاب الجيش للطلب.", "بسحب القوات"),
        ("رفض الوزير سحب القوات، لكن الجيش انسحب ليلا.", "سحب القوات"),
        ("قال الوزير إن الطريق آمن، لكن الجسر مغلق.", "الطريق آمن، لكن الجسر مغلق"),
    ],
)
def test_the_narrators_own_words_are_left_out(text: str, content: str) -> None:
    assert told(text)[0][2] == content
