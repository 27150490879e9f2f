"""Rows of tables and entries of feeds: their fields outrank whatever could be detected."""

from __future__ import annotations

import json
import re
from typing import Any

from riwaya.errors import BadItem, Reason
from riwaya.extract.datelines import dateline_people, dateline_sources, is_agency, is_person_shaped, is_place
from riwaya.extract.tables import plain_form
from riwaya.model import Page

_LIST_FIELDS = ("authors", "credits")


def read_row(page: Page) -> dict[str, Any]:
    """Return the fields of a row.

    Raises:
        BadItem: if the content is no JSON object.
    """
    try:
        row = json.loads(page.content.decode(page.charset or "utf-8", "replace"), strict=False)
    except (ValueError, RecursionError, LookupError) as error:
        raise BadItem(page.source, Reason.BAD_ROW, "the row is not a JSON object") from error
    if not isinstance(row, dict):
        raise BadItem(page.source, Reason.BAD_ROW, "the row is not a JSON object")
    return row


def text_field(row: dict[str, Any], name: str) -> str:
    """Return a field as text, "" where it is absent or no text."""
    value = row.get(name)
    if isinstance(value, bool) or value is None:
        return ""
    return str(value).strip() if isinstance(value, str | int | float) else ""


def name_list(row: dict[str, Any], name: str) -> tuple[str, ...]:
    """Return a field of names, given as a list or in one string."""
    value = row.get(name)
    if isinstance(value, str):
        return tuple(part.strip() for part in re.split(r"[;؛|\n]", value) if part.strip())
    if isinstance(value, list):
        return tuple(str(part).strip() for part in value if isinstance(part, str) and part.strip())
    return ()


def sort_authors(names: tuple[str, ...], outlet: str) -> tuple[tuple[str, ...], str, tuple[str, ...]]:
    """Return authors, dateline and credits out of a table's author field, which often holds all three.

    «القاهرة - محمد علي» is a dateline with a reporter, «لوس أنجلوس - وكالات» one with a credit.
    """
    authors: list[str] = []
    credits: list[str] = []
    dateline = ""
    for written in names:
        name = written.strip(" ()[]")
        head = re.split(r"\s+[-–—]\s+|\s*[:|/،,]\s*", name)[0]
        if is_agency(name):
            credits.append(name)
        elif is_place(head) and head != name:
            dateline = dateline or name
            credits.extend(dateline_sources(name))
            authors.extend(person for person in dateline_people(name) if is_person_shaped(person))
        elif is_place(name):
            dateline = dateline or name
        elif (sources := dateline_sources(name)) and head != name:
            credits.extend(sources)
        elif plain_form(name) != plain_form(outlet):
            authors.append(name)
    return tuple(authors), dateline, tuple(credits)
