"""Decimals said in words: «ثلاثة فاصل خمسة ملايين» is 3.5 million, «صفر فاصل صفر خمسة» 0.05."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.arabic.tokens import Token

_POINTS = frozenset(("فاصل", "فاصله"))
_ZERO = "صفر"
_ZEROS = frozenset((_ZERO, *(particle + _ZERO for particle in "وبلف")))
_SCALES = (1e12, 1e9, 1e6, 1e3, 1.0)
_LARGEST = 1000  # nobody says a larger number with decimals in full


def join_decimals(
    text: str, tokens: Sequence[Token], found: Sequence[tuple[int, int, float]]
) -> list[tuple[int, int, float]]:
    """Return numbers (start, end, value) in order with those joined that «فاصل» stands between.

    «فاصل» without a number before it is a word like others («خط فاصل 5 كيلومترات»).
    """
    starts = {start: (end, value) for start, end, value in found}
    ends = {end: (start, value) for start, end, value in found}
    joined: dict[int, tuple[int, float]] = {}
    dropped: set[int] = set()
    for index, token in enumerate(tokens):
        if token.form not in _POINTS or index == 0 or index + 1 == len(tokens):
            continue
        whole = ends.get(tokens[index - 1].end)
        if whole is None and tokens[index - 1].form in _ZEROS:
            whole = (tokens[index - 1].end - len(_ZERO), 0.0)
        zeros = 0
        while index + 2 + zeros < len(tokens) and tokens[index + 1 + zeros].form == _ZERO:
            zeros += 1
        following = tokens[index + 1 + zeros]
        part = starts.get(following.start)
        if whole is None or part is None or text[whole[0] : following.start].count("\n"):
            continue
        value = _value(whole[1], part[1], zeros)
        if value is not None:
            dropped |= {whole[0], following.start}
            joined[whole[0]] = (part[0], value)
    kept = [number for number in found if number[0] not in dropped]
    return sorted([*kept, *((start, end, value) for start, (end, value) in joined.items())])


def _value(whole: float, part: float, zeros: int) -> float | None:
    """Return the value of a whole and its part, which has the scale of both («خمسة ملايين»); None for others."""
    scale = next((scale for scale in _SCALES if part >= scale), 0.0)
    digits = part / scale if scale else 0.5
    if whole != int(whole) or whole >= _LARGEST or digits != int(digits):
        return None
    return round((whole + digits / 10.0 ** (zeros + len(str(int(digits))))) * scale, 6)
