"""What something is held to be: one object a pronoun or both in words."""

from __future__ import annotations

import pytest
from tests.annotate.statements.reading_aid import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ونشر البلاغ الذي اعتبره الوزير إهانة.", [("اعتبره", "الوزير", "إهانة")]),
        ("ونشرت الصور التي اعتبرها البعض معادية للنقابة.", [("اعتبرها", "البعض", "معادية للنقابة")]),
        ('وصدر القرار الذي وصفته النقابة بـ"الظالم".', [("وصفته", "النقابة", "الظالم")]),
        ('ورأى زعيم المعارضة، في هذا التصويت "تحذيرا".', [("رأى", "زعيم المعارضة", 'هذا التصويت "تحذيرا"')]),
        ("يعتبر أحمد واحدا من أبرز اللاعبين.", []),
        ("لكن النقابة ترى فيه مدخلا لتسريح العمال.", [("ترى", "النقابة", "مدخلا لتسريح العمال")]),
        ("حضر عدة وزراء الحفل.", []),
    ],
)
def test_an_opinion_is_its_complement(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected
