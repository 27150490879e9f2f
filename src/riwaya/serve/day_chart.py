"""Days side by side, each with what belongs to it, as SVG: days far apart do not crush those that are full.

As in `timeline`, the picture is always `ltr`, time runs from the right in Arabic, and every label is isolated.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from markupsafe import Markup, escape

_WIDTH, _STEP, _PADDING = 960.0, 26.0, 12.0
_ROWS = 6
_LABEL_LETTER = 6.6
_TOP, _BELOW = 40.0, 16.0
_MOST_COLUMNS = int((_WIDTH - 2 * _PADDING) // _STEP)
_ISOLATE, _POP = "\u2068", "\u2069"


@dataclass(frozen=True, slots=True)
class Dot:
    """One thing: its number, a hint, its colour, whether its day is derived, and whether it is less sure."""

    number: int
    label: str
    group: int
    derived: bool
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class DayBlock:
    """One day (or stretch of days), what belongs to it, and whether days lie between it and the one before."""

    heading: str
    dots: tuple[Dot, ...]
    apart: bool


@dataclass(frozen=True, slots=True)
class _Placed:
    block: DayBlock
    x: float
    y: float
    width: float
    rows: int


def draw_days(blocks: Sequence[DayBlock], *, rtl: bool) -> Markup:
    """Return the SVG of the days in order, broken into lines where they do not fit side by side; "" for none."""
    if not blocks:
        return Markup("")
    placed = _place(blocks)
    height = max(one.y + _TOP + _STEP * one.rows + _BELOW for one in placed)
    body = "".join(_block(one, rtl) for one in placed)
    return Markup(
        f'<svg viewBox="0 0 {_WIDTH:.0f} {height:.0f}" direction="ltr" role="img" class="timeline">{body}</svg>'
    )


def _place(blocks: Sequence[DayBlock]) -> list[_Placed]:
    placed: list[_Placed] = []
    x = y = line_height = 0.0
    for block in blocks:
        rows = max(_ROWS, ceil(len(block.dots) / _MOST_COLUMNS))
        rows = min(rows, len(block.dots)) or 1
        width = max(ceil(len(block.dots) / rows) * _STEP, len(block.heading) * _LABEL_LETTER) + 2 * _PADDING
        if x and x + width > _WIDTH:
            x, y, line_height = 0.0, y + line_height, 0.0
        placed.append(_Placed(block, x, y, width, rows))
        x += width
        line_height = max(line_height, _TOP + _STEP * rows + _BELOW)
    return placed


def _block(one: _Placed, rtl: bool) -> str:
    start, end = _x(one.x, rtl), _x(one.x + one.width, rtl)
    middle = _x(one.x + one.width / 2, rtl)
    axis = one.y + 22
    broken = ' stroke-dasharray="2 6"' if one.block.apart else ""
    half = _x(one.x + _PADDING, rtl)
    parts = [
        f'<line x1="{start}" y1="{axis}" x2="{half}" y2="{axis}" class="axis"{broken}/>',
        f'<line x1="{half}" y1="{axis}" x2="{end}" y2="{axis}" class="axis"/>',
        f'<text x="{middle}" y="{axis - 8}" text-anchor="middle" class="tick">'
        f"{_ISOLATE}{escape(one.block.heading)}{_POP}</text>",
    ]
    for place, dot in enumerate(one.block.dots):
        column, row = divmod(place, one.rows)
        x = _x(one.x + _PADDING + _STEP * (column + 0.5), rtl)
        parts.append(_dot(x, one.y + _TOP + _STEP * (row + 0.2), dot))
    return "".join(parts)


def _dot(x: str, y: float, dot: Dot) -> str:
    more = (" derived" if dot.derived else "") + (" unsure" if dot.unsure else "")
    return (
        f'<a href="#a{dot.number}"><g class="g{dot.group}{more}"><title>{escape(dot.label)}</title>'
        f'<circle cx="{x}" cy="{y:.1f}" r="10"/>'
        f'<text x="{x}" y="{y + 4:.1f}" text-anchor="middle" class="number">{dot.number}</text></g></a>'
    )


def _x(x: float, rtl: bool) -> str:
    return f"{_WIDTH - x if rtl else x:.1f}"
