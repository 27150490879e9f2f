"""Names of Latin letters that look like «إن»: «قالت سي إن إن إن ...», «قالت شبكة إن.بي.سي إن ...»."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.arabic.tokens import Token

# Broadcasters, and what else the press spells out, whose letters include N.
_SPELLED = tuple(
    tuple(name.split())
    for name in (
        "سي ان ان", "سي ان بي سي", "ام اس ان بي سي", "ان بي سي", "ان بي ار", "ان تي في", "ان اتش كيه", "بي ان سبورت",
        "بي ان سبورتس", "دي ان ايه", "في بي ان", "ان بي ايه", "ان بي اي", "ان اف تي", "تي ان تي", "دي ان اي",
    )
)  # fmt: skip
_N = "ان"


def forms_of(tokens: Sequence[Token]) -> tuple[str, ...]:
    """Return the tokens' folded forms, where the letter N is no «إن»: it is marked so that no list knows it."""
    forms = [token.form for token in tokens]
    for index, form in enumerate(forms):
        if form == _N:
            for spelled in _SPELLED:
                for place in range(len(spelled)):
                    if spelled[place] == _N and _spells(tokens, index, spelled, place):
                        forms[index] = _N + "."
    return tuple(forms)


def _spells(tokens: Sequence[Token], index: int, spelled: tuple[str, ...], place: int) -> bool:
    """Return whether the letters stand around a token that is the one at `place` of them."""
    at = index
    for before in reversed(range(place)):
        at = _beside(tokens, at, -1)
        if at < 0 or not _is_letter(tokens, at, spelled[before], first=before == 0):
            return False
    at = index
    for letter in spelled[place + 1 :]:
        at = _beside(tokens, at, 1)
        if at < 0 or tokens[at].form != letter:
            return False
    return True


def _beside(tokens: Sequence[Token], index: int, step: int) -> int:
    """Return the token beside one, across a dot that touches both; -1 for none."""
    at = index + step
    if 0 <= at < len(tokens) and tokens[at].form == ".":
        behind = at + step
        if not 0 <= behind < len(tokens):
            return -1
        low, high = min(at, behind), max(at, behind)
        return behind if tokens[low].end == tokens[high].start else -1
    return at if 0 <= at < len(tokens) else -1


def _is_letter(tokens: Sequence[Token], index: int, letter: str, *, first: bool) -> bool:
    """Return whether a token is the letter, the first one with a particle or not («لسي إن إن»)."""
    form = tokens[index].form
    return form == letter or (first and form[:1] in ("و", "ل", "ب", "ف") and form[1:] == letter)
