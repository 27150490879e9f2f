"""Which clues of an article are weighed: one of a kind and direction, so that a chronicle does not outvote the lead."""

from __future__ import annotations

from collections.abc import Iterable

from riwaya.model import Bearing, Clue, ClueKind
from riwaya.stories.dating.lags import lag_name

_LATEST = (ClueKind.DAY, ClueKind.MONTH, ClueKind.YEAR)
_YEARLESS = (ClueKind.DAY_OF_YEAR, ClueKind.MONTH_OF_YEAR)
_UNSURE = (Bearing.OPEN, Bearing.THIS)


def chosen_clues(clues: Iterable[Clue]) -> list[Clue]:
    """Return the clues to weigh: of dates with a year the latest past and the earliest coming one, else the first."""
    chosen: dict[tuple[str, str], Clue] = {}
    for clue in clues:
        name = lag_name(clue)
        held = chosen.get(name)
        if clue.kind is ClueKind.OFFICE:
            chosen[clue.kind.value, clue.value] = clue
        elif clue.kind in _YEARLESS and any(
            one.kind is clue.kind and one.value == clue.value for one in chosen.values()
        ):
            continue  # named before, with another verb
        elif held is None or _outranks(clue, held, name[1]):
            chosen[name] = clue
    if (ClueKind.WRITTEN_WEEKDAY.value, "") in chosen:
        chosen = {name: clue for name, clue in chosen.items() if clue.kind is not ClueKind.WEEKDAY}
    for kind in _LATEST:
        _settle(chosen, kind.value)
    return list(chosen.values())


def _settle(chosen: dict[tuple[str, str], Clue], kind: str) -> None:
    """Drop one of a past and a coming date that cannot be both: the past one where no verb says that it is past.

    A day that a text names twice would else be heard as two that lie on either side of the publication.
    """
    past, ahead = chosen.get((kind, "past")), chosen.get((kind, "ahead"))
    if past is not None and ahead is not None and past.value >= ahead.value:
        del chosen[kind, "past" if past.bearing in _UNSURE else "ahead"]


def _outranks(clue: Clue, held: Clue, direction: str) -> bool:
    if clue.kind not in _LATEST:
        return False
    return clue.value < held.value if direction == "ahead" else clue.value > held.value
