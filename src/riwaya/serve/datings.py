"""Dates of publication for people: what is wrong with one, and a derived one with the evidence behind it."""

from __future__ import annotations

from datetime import date

from riwaya.model import Article, ClueKind, Dating, DatingEvidence, OtherDate, PublishedFrom
from riwaya.search.publication import FUTURE, publication_flag
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


def publication_source(article: Article, words: dict[str, str]) -> str:
    """Return how an article's publication date is known, and what is wrong with it."""
    known = words[f"from_{article.published_from.value}"]
    if article.published_from is PublishedFrom.STATED and article.published_source:
        known = f"{known} ({words[f'source_{article.published_source.value}']})"
    notes = [known, *publication_notes(article, words)]
    return words["comma"].join(notes)


def publication_notes(article: Article, words: dict[str, str]) -> list[str]:
    """Return what is wrong with a publication date: it lies ahead, or page and address contradict each other."""
    notes = [words["published_future"]] if publication_flag(article) == FUTURE else []
    if article.published_other:
        other = f"{_OPENING}{moment_text(article.published_other, words)}{_CLOSING}"
        beside = article.published_other_from in (OtherDate.WEEKDAY, OtherDate.CALENDAR)
        differs = article.published_other_from.value if beside else article.published_from.value
        notes.append(words[f"differs_{differs}"].replace("{day}", other))
    return notes


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
