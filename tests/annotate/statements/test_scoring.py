"""The scorer on cases worked out by hand."""

from __future__ import annotations

import pytest

from riwaya.annotate.statements.scoring import Counts, Judged, count, match, same_name
from riwaya.model import Mode, Span

TEXT = "واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة"


def _judged(
    first: int, last: int, speaker: str = "سامر", via: tuple[str, ...] = (), mode: Mode = Mode.INDIRECT
) -> Judged:
    words = TEXT.split()
    start = len(" ".join(words[:first])) + (1 if first else 0)
    return Judged(Span(start, len(" ".join(words[: last + 1]))), speaker, via, mode)


def test_overlap_is_measured_against_the_longer_content() -> None:
    assert match(TEXT, [_judged(0, 9)], [_judged(0, 7)]) == [(0, 0)]  # 8 of 10
    assert match(TEXT, [_judged(0, 9)], [_judged(0, 6)]) == []  # 7 of 10
    assert match(TEXT, [_judged(0, 6)], [_judged(0, 9)]) == []


def test_each_statement_is_matched_once_best_first() -> None:
    gold = [_judged(0, 9), _judged(0, 8)]
    found = [_judged(0, 8), _judged(0, 9)]
    assert sorted(match(TEXT, gold, found)) == [(0, 1), (1, 0)]


def test_equal_contents_are_told_apart_by_speaker() -> None:
    gold = [_judged(0, 4, "سامر"), _judged(0, 4, "ريما")]
    found = [_judged(0, 4, "ريما"), _judged(0, 4, "سامر")]
    assert sorted(match(TEXT, gold, found)) == [(0, 1), (1, 0)]


def test_counts_give_the_figures_by_hand() -> None:
    counts = Counts()
    gold = [_judged(0, 4), _judged(5, 9, "ريما", ("الوكالة",), Mode.DIRECT), _judged(2, 3)]
    found = [_judged(0, 3, "سامر الطيبي"), _judged(5, 9, "هاني", (), Mode.DIRECT), _judged(7, 8), _judged(8, 8)]
    count(TEXT, gold, found, counts)
    assert (counts.gold, counts.found, counts.matched, counts.exact) == (3, 4, 2, 1)
    assert counts.precision == pytest.approx(0.5)
    assert counts.recall == pytest.approx(2 / 3)
    assert counts.f1 == pytest.approx(4 / 7)
    assert counts.exact_f1 == pytest.approx(2 / 7)
    assert counts.share("speaker") == pytest.approx(0.5)
    assert counts.share("speaker_exact") == 0.0
    assert counts.share("chain") == pytest.approx(0.5)
    assert counts.share("mode") == pytest.approx(1.0)
    assert (len(counts.missed), len(counts.wrong)) == (1, 2)


def test_empty_counts_give_zero() -> None:
    counts = Counts()
    count("", [], [], counts)
    assert (counts.precision, counts.recall, counts.f1, counts.share("mode")) == (0.0, 0.0, 0.0, 0.0)


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("سامر الطيبي", "الطيبي", True),
        ("وزارة الدفاع", "الوزارة", True),
        ("وزارة الدفاع", "وزارة المالية", False),
        ("حركة «النهر»", "حركة النهر", True),
        ("سامر", "ريما", False),
        ("", "", True),
        ("", "سامر", False),
    ],
)
def test_names_agree_when_one_is_within_the_other(first: str, second: str, same: bool) -> None:
    assert same_name(first, second) is same
