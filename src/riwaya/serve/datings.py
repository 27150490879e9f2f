"""A derived date for people: the interval, said to be derived, and the evidence behind it."""

from __future__ import annotations

from datetime import date

from riwaya.model import ClueKind, Dating, DatingEvidence
from riwaya.serve.moments import moment_text

_MOST_DAYS = 8
_OPENING, _CLOSING = "\u2068", "\u2069"


def dating_headline(dating: Dating, words: dict[str, str]) -> str:
    """Return «تاريخ مستنتج: بين … و…», with the days between that fit where they are few."""
    if dating.earliest == dating.latest:
        return words["dating_day"].replace("{earliest}", _day(dating.earliest))
    between = words["dating_between"].replace("{earliest}", _day(dating.earliest))
    between = between.replace("{latest}", _day(dating.latest))
    days = _days(dating.days, words)
    return f"{between}{words['dating_days'].replace('{days}', days)}" if days else between


def evidence_line(evidence: DatingEvidence, words: dict[str, str]) -> str:
    """Return one reason: what it is, the words or the other account, and what they say where that is another date."""
    label = words[f"clue_{evidence.kind.value}"]
    said = f"«{_OPENING}{' '.join(evidence.text.split())}{_CLOSING}»" if evidence.text.strip() else ""
    if evidence.kind is ClueKind.OFFICE:
        terms = [_term(term, words) for term in evidence.says.split("|")]
        return f"{label}: {said} ({'; '.join(terms)})"
    if evidence.other_article_id:
        return f"{label}: {said} ({_OPENING}{moment_text(evidence.says, words)}{_CLOSING})"
    return f"{label}: {said}"


def _term(term: str, words: dict[str, str]) -> str:
    start, _, end = term.partition("/")
    if start and end:
        return words["term_between"].replace("{earliest}", _day(start)).replace("{latest}", _day(end))
    return (
        words["term_since"].replace("{earliest}", _day(start))
        if start
        else words["term_until"].replace("{latest}", _day(end))
    )


def _days(days: tuple[str, ...], words: dict[str, str]) -> str:
    """Return the days themselves, or their weekday where they are many and share one; "" where they do not."""
    if len(days) <= _MOST_DAYS:
        return words["comma"].join(map(_day, days))
    weekdays = {date.fromisoformat(day).isoweekday() for day in days}
    return words[f"weekday_{weekdays.pop()}"] if len(weekdays) == 1 else ""


def _day(day: str) -> str:
    return f"{_OPENING}{day}{_CLOSING}"
