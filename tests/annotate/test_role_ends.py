"""Where a role's words end: before whom its holder told, and what only looks like one."""

from __future__ import annotations

import pytest
from tests.annotate.test_unnamed_officials import _roles


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("وقال سليم الحدادي المتحدث باسم الوزارة للصحفيين إن القضية منتهية.", "المتحدث باسم الوزارة"),
        ("وقال سليم الحدادي، رئيس الاتحاد الدولي للصحفيين، إن القضية منتهية.", "رئيس الاتحاد الدولي للصحفيين"),
    ],
)
def test_whom_somebody_told_is_no_part_of_the_role(text: str, role: str) -> None:
    assert _roles(text, "rules") == [role]


def test_an_adjective_is_no_chief() -> None:
    assert not _roles("وتفوق على منافسه الرئيسي سليم الحدادي في السباق.", "rules")
