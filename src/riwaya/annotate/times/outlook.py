"""Which way the words around a time look."""

from __future__ import annotations

from enum import StrEnum


class Outlook(StrEnum):
    """What the verb nearest to a time says about its direction.

    SCHEDULED is the present of verbs that announce («يلتقي الأحد»), which also tell («يتوجه القادة الخميس»).
    """

    BEHIND = "behind"
    AHEAD = "ahead"
    SCHEDULED = "scheduled"
    OPEN = "open"
