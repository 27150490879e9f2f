"""Officials who speak without a name are roles, whole, and outlets that they speak to are none of them."""

from __future__ import annotations

import pytest
from tests.annotate.test_word_surnames import READERS, read

from riwaya.model import MentionKind


def _roles(text: str, reader: str) -> list[str]:
    return [one.text for one in read(text, reader) if one.kind is MentionKind.ROLE]


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("قال مسؤول عراقي إن القوات تقدمت.", "مسؤول عراقي"),
        ("وأعلن مسؤول بالشرطة المحلية أن الحريق أخمد.", "مسؤول بالشرطة المحلية"),
        ("أفاد ضابط في الشرطة أن الطريق مغلق.", "ضابط في الشرطة"),
        ("قالت مسؤولة أممية إن الوضع كارثي.", "مسؤولة أممية"),
        ("كشف دبلوماسي أوروبي عن الخطة.", "دبلوماسي أوروبي"),
        ("أعلن قيادي كردي لوكالة فرانس برس أن المدينة خلت.", "قيادي كردي"),
        ("وذكر مسؤول كبير في وزارة الدفاع أن الضربة نفذت.", "مسؤول كبير في وزارة الدفاع"),
    ],
)
def test_an_official_behind_a_verb_of_saying_is_a_role(text: str, role: str, reader: str) -> None:
    assert _roles(text, reader) == [role]


@pytest.mark.parametrize("reader", READERS)
def test_sources_and_officials_of_whom_nothing_is_said_are_none(reader: str) -> None:
    assert _roles("وأفاد مصدر أمني بأن الانفجار وقع ليلا.", reader) == []
    assert _roles("لم يصب أي مسؤول.", reader) == []
