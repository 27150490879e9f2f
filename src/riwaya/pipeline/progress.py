"""Telling whoever watches how far a run is."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Called with a phase's name, how much of it is done and, where known, how much there is."""

    def __call__(self, phase: str, done: int, total: int | None) -> None:
        """Take note."""


def no_progress(phase: str, done: int, total: int | None) -> None:
    """Tell nobody."""
