"""Publication dates that cannot be: kept as written, and marked wherever they are shown."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from riwaya.model import Article, OtherDate, PublishedFrom

FUTURE = "future"
DATES_DIFFER = "dates-differ"
WEEKDAY_MISMATCH = "weekday-mismatch"
_WRITTEN = (PublishedFrom.STATED, PublishedFrom.URL)
_DAY_LENGTH = 10


def publication_flag(article: Article, today: date | None = None) -> str:
    """Return "future" for an article that its page or address dates after tomorrow, "dates-differ" where these differ.

    "weekday-mismatch" where the page names another weekday beside its date. Else "". Where a page tells its capture,
    extraction takes no later date. Of others nothing but the clock of whoever looks shows that a date lies ahead, so
    that flag is no part of the record: it goes when the day has come.

    Args:
        today: the day to compare with, by default today's (UTC).
    """
    if article.published_from not in _WRITTEN or not article.published:
        return ""
    if lies_ahead(article.published, today):
        return FUTURE
    if article.published_other_from is OtherDate.WEEKDAY:
        return WEEKDAY_MISMATCH
    return DATES_DIFFER if article.published_other else ""


def lies_ahead(published: str, today: date | None = None) -> bool:
    """Return whether a publication begins after tomorrow: such a date tells nothing of any other article."""
    # East of the date line it is tomorrow already.
    latest = (today or datetime.now(UTC).date()) + timedelta(days=1)
    return published[:_DAY_LENGTH] > latest.isoformat()
