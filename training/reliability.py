"""How far scores are probabilities: mean score and share right by tenths, as a table and as a drawing for the card."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

Row = tuple[float, float, int]
_SIZE, _MARGIN = 240, 34


def by_tenths(pairs: Sequence[tuple[float, bool]]) -> list[Row]:
    """Return (mean score, share right, number) of each tenth of the scale that holds any."""
    rows = []
    for tenth in range(10):
        inside = [(score, right) for score, right in pairs if min(int(score * 10), 9) == tenth]
        if inside:
            rows.append((float(np.mean([s for s, _ in inside])), float(np.mean([r for _, r in inside])), len(inside)))
    return rows


def draw(rows: Sequence[Row], title: str, target: Path) -> None:
    """Write the rows as an SVG: a dot a tenth, as large as it holds many, beside the diagonal of honest scores."""

    def place(share: float) -> float:
        return _MARGIN + share * _SIZE

    most = max(number for *_, number in rows)
    side = _SIZE + 2 * _MARGIN
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{side}" height="{side}"',
        ' font-family="sans-serif" font-size="10">',
        f'<rect width="{side}" height="{side}" fill="white"/>',
        f'<text x="{side / 2}" y="16" text-anchor="middle" font-size="12">{title}</text>',
        f'<rect x="{_MARGIN}" y="{_MARGIN}" width="{_SIZE}" height="{_SIZE}" fill="none" stroke="#999"/>',
        f'<line x1="{place(0)}" y1="{place(1)}" x2="{place(1)}" y2="{place(0)}" stroke="#bbb" stroke-dasharray="4"/>',
    ]
    for share in (0, 0.5, 1):
        parts.append(f'<text x="{place(share)}" y="{place(1) + 14}" text-anchor="middle">{share:g}</text>')
        parts.append(f'<text x="{_MARGIN - 6}" y="{place(1 - share) + 3}" text-anchor="end">{share:g}</text>')
    parts.append(f'<text x="{side / 2}" y="{side - 6}" text-anchor="middle">score</text>')
    for score, right, number in rows:
        radius = 2 + 6 * (number / most) ** 0.5
        parts.append(f'<circle cx="{place(score):.1f}" cy="{place(1 - right):.1f}" r="{radius:.1f}" fill="#1f6f8b"/>')
    target.write_text("\n".join([*parts, "</svg>"]) + "\n", "utf-8")
