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


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("نفى سامي الحداد الجمعة ما نسب إليه من كلام.", "سامي الحداد", "ما نسب إليه من كلام"),
        ('وانتقدت صحيفة "الفجر" المعارضة قرار الحكومة.', 'صحيفة "الفجر" المعارضة', "قرار الحكومة"),
        (
            'أعلن سامي الحداد الجمعة التوصل لاتفاق "بجهود عربية".',
            "سامي الحداد",
            'التوصل لاتفاق "بجهود عربية"',
        ),
    ],
)
def test_a_content_begins_with_what_is_reported(text: str, speaker: str, content: str) -> None:
    assert told(text)[0][1:] == (speaker, content)
