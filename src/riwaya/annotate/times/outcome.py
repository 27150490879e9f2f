"""What resolving a time gives."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Resolved:
    """A value, whether it was counted from the anchor (or from a day the passage names), and what is wrong with it.

    `other` is the second reading of an expression that cannot mean both.
    """

    value: str
    anchored: bool
    flag: str = ""
    counted_from: str = ""
    other: str = ""
