"""From which score on statements are shown; what is less sure is counted and set apart, never dropped unsaid."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from riwaya.errors import UsageError
from riwaya.model import Statement


@dataclass(frozen=True, slots=True)
class ShowConfig:
    """What is shown of what was found.

    Attributes:
        score: statements at least so probable are shown; less sure ones are counted, and set apart in HTML. Exports
            have all with their scores.
    """

    score: float = 0.8

    def __post_init__(self) -> None:
        """Refuse what is no probability.

        Raises:
            UsageError: for a score above 1.
        """
        if not 0 <= self.score <= 1:
            raise UsageError(f"show.score must be a number from 0 to 1, not {self.score:g}")


DEFAULT_SCORE = ShowConfig().score


def is_sure(statement: Statement, least: float) -> bool:
    """Return whether a statement is probable enough to be shown among the sure ones."""
    return statement.score >= least


def part_by_sureness(statements: Iterable[Statement], least: float) -> tuple[list[Statement], list[Statement]]:
    """Return the statements that are shown, and the less sure ones, each in the order given."""
    sure: list[Statement] = []
    less: list[Statement] = []
    for statement in statements:
        (sure if is_sure(statement, least) else less).append(statement)
    return sure, less
