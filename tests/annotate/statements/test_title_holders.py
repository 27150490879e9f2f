"""The name behind what completes a speaker's title."""

from __future__ import annotations

import pytest

from riwaya.annotate.document import Document
from riwaya.annotate.mentions import find_mentions
from riwaya.annotate.statements import find_statements
from riwaya.model import Field

from .reading_aid import article_of


def _speakers(text: str) -> list[str]:
    document = Document.read(article_of(text), Field.TEXT)
    return [item.speaker_text for item in find_statements(document, find_mentions(document))]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("أوضح المتحدث باسم قوات التحالف، العقيد كريم النجار أن الجسر آمن.", "كريم النجار"),
        ("قال وزير الدفاع السوداني، الفريق أول كريم النجار، إن الجسر آمن.", "كريم النجار"),
        ("قال المتحدث باسم الجيش الهندي، الكولونيل كريم النجار، إن الجسر آمن.", "كريم النجار"),
        ("أكد الأمين العام لحزب النهر، النائب كريم النجار، أن الجسر آمن.", "كريم النجار"),
        ("اعتبر المبعوث الأمريكي الخاص إلى الشرق الأوسط كريم النجار أن الجسر آمن.", "كريم النجار"),
        ("أعرب المبعوث الخاص للأمم المتحدة إلى ليبيا كريم النجار عن أمله في السلام.", "كريم النجار"),
        ("قال الأكاديمي بكلية التجارة في جامعة صنعاء الدكتور كريم النجار إن الجسر آمن.", "كريم النجار"),
        ("قال المدير العام رئيس مجلس إدارة الصندوق كريم النجار، إن الجسر آمن.", "كريم النجار"),
        ('قال القيادي في "حركة النهر" كريم النجار إن الجسر آمن.', "كريم النجار"),
        ('اتهم المتحدث باسم "حركة النهر" كريم النجار الحكومة بالفساد.', "كريم النجار"),
        ("اتهم النائب عن حزب النهر كريم النجار الحكومة بالفساد.", "كريم النجار"),
        ("قال الطبيب الخاص لنتانياهو الدكتور كريم النجار إن الحالة مستقرة.", "كريم النجار"),
    ],
)
def test_a_title_is_its_holder_s_whatever_completes_it(text: str, speaker: str) -> None:
    assert _speakers(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("قال الوزير السابق في لقاء مع النائب كريم النجار إن الجسر آمن.", "الوزير السابق"),
        ("قال وزير الدفاع السوداني بعد محادثات مع كريم النجار إن الجسر آمن.", "وزير الدفاع السوداني"),
    ],
)
def test_another_s_name_behind_a_title_is_not_the_holder_s(text: str, speaker: str) -> None:
    assert _speakers(text) == [speaker]
