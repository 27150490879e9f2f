from __future__ import annotations

import pytest
from tests.annotate.statements.reading_aid import told


@pytest.mark.parametrize(
    "text",
    [
        "وقال الوزير إن البلاد آمنة. وأغلقت الشرطة المقار التي وصفت بالخطرة.",
        "وقال الوزير إن البلاد آمنة. وظهر الرجل الذي أعلن مقتله قبل يوم.",
    ],
)
def test_a_passive_names_no_speaker(text: str) -> None:
    assert all(speaker in ("الوزير", "") and (speaker or cue != "قال") for cue, speaker, _ in told(text))
    assert all(speaker == "" for cue, speaker, _ in told(text) if cue in ("وصفت", "أعلن"))
