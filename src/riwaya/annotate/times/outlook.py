"""Which way the words around a time look."""

from __future__ import annotations

from enum import StrEnum

# Past verbs report plans too («حددت 30 أبريل موعدا»), and last year's days are seldom given without their year.
# What is over may bear tomorrow's date: a page may be dated by the clock of another zone.
_DAYS_AHEAD = {"over": 1, "behind": 75, "reported": 75}


class Outlook(StrEnum):
    """What the verb nearest to a time says about its direction.

    OVER is surely past, what a past verb merely stands before is BEHIND: it may be a plan that is reported.
    DUE is what is put off to a day, prepared or called for: told so up to that day and the day after.
    REPORTED is a weekday that no verb is near: the past one further before may report a plan («أكد أن القمة الأحد»).
    SCHEDULED is the present of verbs that announce («يلتقي الأحد»), which also tell («يتوجه القادة الخميس»).
    """

    OVER = "over"
    BEHIND = "behind"
    REPORTED = "reported"
    AHEAD = "ahead"
    DUE = "due"
    SCHEDULED = "scheduled"
    OPEN = "open"

    @property
    def looks_back(self) -> bool:
        """Whether a past verb or «منذ» governs the time."""
        return self in (Outlook.OVER, Outlook.BEHIND, Outlook.REPORTED)

    @property
    def looks_ahead(self) -> bool:
        """Whether a plan or a future verb governs the time."""
        return self in (Outlook.AHEAD, Outlook.DUE, Outlook.SCHEDULED)

    def days_ahead(self, otherwise: int) -> int:
        """Return how many days ahead a date without its year may lie before it is taken for last year's."""
        return _DAYS_AHEAD.get(self, otherwise)
