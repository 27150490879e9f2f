"""What elements of a page say for machines: when the article was published, and what in it has days of its own."""

from __future__ import annotations

import re
from typing import Any

_PUBLISHED_ROLE = re.compile(r"datepublished|dc(?:terms)?:(?:date|created|issued)")
_OTHER_ROLE = re.compile(r"modified|start|end|birth|death|upload|expire|valid|founding|dissolution")
_OTHER_DAY = re.compile(
    r"(?:start|end|birth|death|upload|founding|dissolution)date|expires|valid(?:from|through|until)"
)
_MOMENT_ATTRIBUTES = (
    "data-timestamp", "data-datetime", "data-published", "data-date", "data-time", "data-utime", "data-epoch",
    "data-unix", "data-livestamp", "data-pubdate", "data-publish-date", "data-published-at", "data-created",
)  # fmt: skip
_DATE_NAME = re.compile(r"date|time(?!-?line)|publish|posted|meta|tarikh")
# Of this article, wherever it stands: an element of the page's head is «date» or «time» alone.
_POSTED = re.compile(
    r"(?:entry|post|article|news|story|item|blog|node|publish(?:ed)?|pub)[-_]*(?:date|time|meta|created)"
    r"|(?:entry|post|article|story|single)[-_]*(?:header|head|heading|info|details|title)"
    r"|date-?header|publish|posted|field--name-created|(?:^|(?<= ))meta(?=$| )"
)
_NAMED = re.compile(
    r"(?:entry|post|article|story|blog|node|pub)[-_]*(?:date|time|created)(?!-?line)|publish|posted|created"
)
_UPDATE = re.compile(r"upd|modif")
_BOTH = re.compile(r"publish|entry-date")  # «entry-date published updated»: never changed since
_MOMENT_SHAPE = re.compile(r"\d{9,10}(?:\.\d+)?|\d{12,13}|\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}.*")
_OTHER_MOMENT = re.compile(r"count-?down|timer|clock|calendar|event|upd|modif|expire|video|audio|player|duration")
# Boxes whose days are those of what they are about; an article may stand in such a box as a whole.
_EVENT = re.compile(
    r"(?:^|[-_ ])(?:events?|match(?:es)?|fixtures?|scores?|score-?(?:box|board|card)|time-?line|milestones?|chronology|"
    r"history|life|obituary|tenders?|bids?|deadlines?|schedule|agenda|conference|exhibition|venue|polls?|quiz|info-?box|"
    r"twitter-(?:tweet|video)|tweets?|instagram-media|fb-(?:post|video)|tiktok-embed|"
    r"telegram-post|embed(?:ded)?)(?=$|[-_ ])"
)
_ENDS = re.compile(
    r"(?:^|[-_ ])(?:dt(?:start|end)|date[-_]?(?:from|to|start|end)|(?:from|to|start|end)[-_]?date)(?=$|[-_ ])"
)
_POST_LINK = re.compile(
    r"(?:twitter|x)\.com/\w+/status/|facebook\.com/.{0,80}/(?:posts|videos|photos)/|instagram\.com/(?:p|reel)/|"
    r"(?:^|/)t\.me/\w+/\d|tiktok\.com/@"
)


def speaks_of_dates(names: str) -> bool:
    """Return whether an element's names speak of a date."""
    return bool(_DATE_NAME.search(names))


def speaks_of_article(names: str) -> bool:
    """Return whether an element's names say that it holds when this article was published, or its head."""
    return bool(_POSTED.search(names))


def has_own_days(tag: str, names: str) -> bool:
    """Return whether the days in an element are of an event, a person, a quoted post or the like."""
    return tag == "blockquote" or bool(_EVENT.search(names))


def has_other_role(element: Any, names: str) -> bool:
    """Return whether an element says that its day is an event's or a film's, or links to a post on a social network."""
    role = _role(element)
    if _OTHER_DAY.search(role) or _ENDS.search(names):
        return True
    return element.tag == "a" and bool(_POST_LINK.search((element.get("href") or "").lower()[:300]))


def published_moment(element: Any, tag: str, names: str, *, inline: bool) -> str:
    """Return the publication time that an element states for machines, never that of an update."""
    role = _role(element)
    if _OTHER_ROLE.search(role) or _is_update(names):
        return ""
    if tag == "time" or _PUBLISHED_ROLE.search(role):
        return _stated(element)
    # «قبل سنتين» that a script keeps up to date.
    values = [value.strip()[:80] for name in _MOMENT_ATTRIBUTES if (value := element.get(name))]
    if speaks_of_dates(names):
        return next(iter(values), "")
    if not inline or _OTHER_MOMENT.search(names):
        return ""
    return next((value for value in values if _MOMENT_SHAPE.fullmatch(value)), "")


def updated_moment(element: Any, tag: str, names: str) -> str:
    """Return the time of an update that a time element states for machines."""
    role = _role(element)
    told = "modified" in role or (not _OTHER_ROLE.search(role) and _is_update(names))
    return _stated(element) if tag == "time" and told else ""


def is_named_publication(element: Any, names: str) -> bool:
    """Return whether an element with a time says by its own role or name that it is the publication."""
    return element.get("pubdate") is not None or bool(_PUBLISHED_ROLE.search(_role(element)) or _NAMED.search(names))


def _role(element: Any) -> str:
    return f"{element.get('itemprop') or ''} {element.get('property') or ''}".lower()


def _is_update(names: str) -> bool:
    return bool(_UPDATE.search(names)) and not _BOTH.search(names)


def _stated(element: Any) -> str:
    return str(element.get("datetime") or element.get("content") or "").strip()[:80]
