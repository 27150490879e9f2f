"""Publication in the JSON from which pages draw themselves: Next.js, Nuxt and the like keep the whole article in it.

Such data hold other articles too, so only an object that has the page's own title says anything of it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from riwaya.extract.dates import DateBounds, parse_published
from riwaya.extract.tables import plain_form

_PUBLISHED = (
    "datepublished", "publishedat", "publisheddate", "publishdate", "publicationdate", "publishedtime", "publishtime",
    "publishedon", "publishat", "firstpublishedat", "firstpublished", "pubdate", "published", "postdate", "displaydate",
)  # fmt: skip
_TITLES = ("title", "headline", "name", "arabictitle", "maintitle")
_JSON_TYPES = re.compile(r"application/json|__next_data__|__nuxt", re.IGNORECASE)
_MAX_SCRIPT = 3_000_000
_MOST_OBJECTS = 20_000
_MOST_SCRIPTS = 60
_SHORTEST_TITLE = 12


def published_in_data(root: Any, titles: Sequence[str], bounds: DateBounds) -> str:
    """Return the publication that the page's data give the object with one of its titles, "" where they give none.

    Objects that disagree say nothing.
    """
    wanted = {form for title in titles if len(form := plain_form(title)) >= _SHORTEST_TITLE}
    if not wanted:
        return ""
    found: dict[str, str] = {}
    for data in _scripts(root):
        for item in _objects(data):
            value = _published(item, bounds) if _is_titled(item, wanted) else ""
            if value:
                found.setdefault(value[:10], value)
    return next(iter(found.values())) if len(found) == 1 else ""


def _scripts(root: Any) -> Iterator[Any]:
    """Yield the data of JSON scripts that can be read."""
    count = 0
    for element in root.iter("script"):
        if not _JSON_TYPES.search(f"{element.get('type') or ''} {element.get('id') or ''}"):
            continue
        count += 1
        text = element.text or ""
        if count > _MOST_SCRIPTS or len(text) > _MAX_SCRIPT:
            continue
        try:
            yield json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    pending = [data]
    seen = 0
    while pending and seen < _MOST_OBJECTS:
        item = pending.pop()
        seen += 1
        if isinstance(item, list):
            pending.extend(child for child in item if isinstance(child, list | dict))
        elif isinstance(item, dict):
            yield item
            pending.extend(child for child in item.values() if isinstance(child, list | dict))


def _key(name: str) -> str:
    return name.replace("_", "").replace("-", "").lower()


def _is_titled(item: dict[str, Any], wanted: set[str]) -> bool:
    for name, value in item.items():
        if _key(name) in _TITLES:
            text = value.get("rendered") or value.get("value") if isinstance(value, dict) else value
            if isinstance(text, str) and plain_form(text[:400]) in wanted:
                return True
    return False


def _published(item: dict[str, Any], bounds: DateBounds) -> str:
    values = {_key(name): value for name, value in item.items()}
    for name in _PUBLISHED:
        value = values.get(name)
        found = parse_published(value, bounds) if isinstance(value, str | int | float) else ""
        if found:
            return found
    return ""
