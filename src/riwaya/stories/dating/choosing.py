"""Which clues of an article are weighed: one of a kind and direction, so that a chronicle does not outvote the lead."""

from __future__ import annotations

from collections.abc import Iterable

from riwaya.model import Clue, ClueKind
from riwaya.stories.dating.lags import lag_name

_LATEST = (ClueKind.DAY, ClueKind.MONTH, ClueKind.YEAR)


def chosen_clues(clues: Iterable[Clue]) -> list[Clue]:
    """Return the clues to weigh: of dates with a year the latest past and the earliest coming one, else the first."""
    chosen: dict[tuple[str, str], Clue] = {}
    for clue in clues:
        name = lag_name(clue)
        held = chosen.get(name)
        if clue.kind is ClueKind.OFFICE:
            chosen[clue.kind.value, clue.value] = clue
        elif held is None or _outranks(clue, held, name[1]):
            chosen[name] = clue
    if (ClueKind.WRITTEN_WEEKDAY.value, "") in chosen:
        chosen = {name: clue for name, clue in chosen.items() if clue.kind is not ClueKind.WEEKDAY}
    return list(chosen.values())


def _outranks(clue: Clue, held: Clue, direction: str) -> bool:
    if clue.kind not in _LATEST:
        return False
    return clue.value < held.value if direction == "ahead" else clue.value > held.value
