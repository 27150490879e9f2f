"""A story's timeline as SVG, drawn here so that it needs no script and no font of its own.

Charts made for left-to-right pages misplace labels inside `dir=rtl`; so the picture itself is always `ltr`, time runs
from the right in Arabic, anchors are explicit and every label is isolated for the bidirectional algorithm.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from markupsafe import Markup, escape

from riwaya.model.interval import read_interval

_WIDTH, _MARGIN, _LANE, _TOP = 960.0, 70.0, 26.0, 34.0
_GAP = 24.0
_WIDEST_PLACED = timedelta(days=32)
_ISOLATE, _POP = "\u2068", "\u2069"


@dataclass(frozen=True, slots=True)
class Point:
    """One account on the timeline; `when` is an ISO date or date-time, a derived A/B, or "" for an undated one."""

    number: int
    when: str
    label: str
    group: int  # accounts that go back to the same origin share a colour


def draw_timeline(points: Sequence[Point], *, rtl: bool, undated: str) -> Markup:
    """Return the SVG of the accounts over time, undated ones apart at the end; "" where all are undated."""
    dated = [(moment, point) for point in points if (moment := _moment(point.when))]
    if not dated:
        return Markup("")
    apart = [point for point in points if not _moment(point.when)]
    right = _WIDTH - _MARGIN - (130.0 if apart else 0.0)
    placed = _place(dated, right)
    lanes = _lanes([x for x, _ in placed])
    height = _TOP + _LANE * max([1, *(lane + 1 for lane in lanes), len(apart)]) + 14
    parts = [f'<line x1="{_x(_MARGIN / 2, rtl)}" y1="20" x2="{_x(right + 20, rtl)}" y2="20" class="axis"/>']
    parts += _ticks(dated, placed, rtl)
    for (x, point), lane in zip(placed, lanes, strict=True):
        parts.append(_dot(_x(x, rtl), _TOP + _LANE * lane + 8, point))
    if apart:
        middle = _x(right + 90, rtl)
        parts.append(f'<text x="{middle}" y="14" text-anchor="middle" class="tick">{_isolated(undated)}</text>')
        parts += [_dot(middle, _TOP + _LANE * lane + 8, point) for lane, point in enumerate(apart)]
    body = "".join(parts)
    return Markup(
        f'<svg viewBox="0 0 {_WIDTH:.0f} {height:.0f}" direction="ltr" role="img" class="timeline">{body}</svg>'
    )


def _moment(when: str) -> datetime | None:
    """Return the instant of an ISO date or date-time, the middle of a month's interval at most, None for others.

    Without a zone it counts as UTC.
    """
    if "/" in when:
        interval = read_interval(when)
        if interval is None or interval.end - interval.start > _WIDEST_PLACED:
            return None
        return (interval.start + (interval.end - interval.start) / 2).replace(tzinfo=None)
    try:
        moment = datetime.fromisoformat(when) if when else None
    except ValueError:
        return None
    return moment.astimezone(UTC).replace(tzinfo=None) if moment and moment.tzinfo else moment


def _place(dated: Sequence[tuple[datetime, Point]], right: float) -> list[tuple[float, Point]]:
    ordered = sorted(dated, key=lambda pair: (pair[0], pair[1].number))
    if not ordered:
        return []
    first, last = ordered[0][0], ordered[-1][0]
    length = max((last - first) / timedelta(hours=1), 1.0)
    return [
        (_MARGIN + (right - _MARGIN) * ((moment - first) / timedelta(hours=1)) / length, point)
        for moment, point in ordered
    ]


def _lanes(positions: Sequence[float]) -> list[int]:
    """Return for each position, in ascending order, the lowest lane where it covers no other."""
    ends: list[float] = []
    lanes = []
    for x in positions:
        lane = next((place for place, end in enumerate(ends) if end + _GAP <= x), len(ends))
        ends[lane : lane + 1] = [x]
        lanes.append(lane)
    return lanes


def _ticks(dated: Sequence[tuple[datetime, Point]], placed: Sequence[tuple[float, Point]], rtl: bool) -> list[str]:
    """Return one label for each day that has accounts and room."""
    when = {point.number: moment for moment, point in dated}
    parts, last = [], -1e9
    days: set[str] = set()
    for x, point in placed:
        day = when[point.number].date().isoformat()
        if day not in days and x - last > 90:
            days.add(day)
            last = x
            parts.append(f'<text x="{_x(x, rtl)}" y="14" text-anchor="middle" class="tick">{_isolated(day)}</text>')
    return parts


def _dot(x: str, y: float, point: Point) -> str:
    title = escape(point.label)
    derived = " derived" if "/" in point.when else ""
    return (
        f'<a href="#a{point.number}"><g class="g{point.group % 8}{derived}"><title>{title}</title>'
        f'<circle cx="{x}" cy="{y:.1f}" r="10"/>'
        f'<text x="{x}" y="{y + 4:.1f}" text-anchor="middle" class="number">{point.number}</text></g></a>'
    )


def _x(x: float, rtl: bool) -> str:
    return f"{_WIDTH - x if rtl else x:.1f}"


def _isolated(text: str) -> str:
    return f"{_ISOLATE}{escape(text)}{_POP}"
