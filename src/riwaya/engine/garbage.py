"""How often a process of ours looks for cyclic garbage."""

from __future__ import annotations

import gc


def collect_seldom() -> None:
    """Look for cycles seldom: records are made and dropped by the hundred thousand without any.

    As often as Python looks of itself it took a fifth of the time; each time it walks through all that tables hold.
    """
    gc.set_threshold(200_000, 50, 100)
