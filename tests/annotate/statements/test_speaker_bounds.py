"""Where the speaker's name begins and ends: no relative pronoun, no listener, no cut genitive."""

from __future__ import annotations

import pytest
from tests.annotate.statements.reading_aid import told


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وقالت النائبة هدى سالم والتي عارضت القرار إن الحكم ظالم.", "هدى سالم"),
        ("وقال المتحدث باسم وزارة النقل، سامي حداد للصحافيين إن الطريق مفتوح.", "سامي حداد"),
        (
            "وقال المدير العام السابق لوكالة الطاقة المتجددة إن المحطة آمنة.",
            "المدير العام السابق لوكالة الطاقة المتجددة",
        ),
        ("وقال المدير العام السابق لوكالة الأنباء إن الخبر صحيح.", "المدير العام السابق"),
        ("وقال أحد مساعدي نتانياهو إن القرار نهائي.", "أحد مساعدي نتانياهو"),
        ("قال لي والدي إن الحرب انتهت.", "والدي"),
        ("قالت لي والدتي إن الحرب انتهت.", "والدتي"),
        ("قال لو كانغ إن بلاده مستعدة.", "لو كانغ"),
        ("وقالت والدة الطفل إنه بخير. ووصلت والدتها إلى القاعة وقالت إنها سعيدة.", "والدتها"),
    ],
)
def test_the_speaker_has_its_own_words_and_no_others(text: str, speaker: str) -> None:
    assert told(text)[-1][1] == speaker


def test_a_pronoun_of_the_other_gender_points_past_the_relative_one() -> None:
    text = "علق الوزير على تصريحات النائب سامي الحداد الذي قال فيها إن الجسر آمن."
    assert told(text)[-1][1] == "سامي الحداد"
