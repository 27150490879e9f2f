"""Rows of tables and entries of feeds: their fields outrank whatever could be detected."""

from __future__ import annotations

import json
import re
from typing import Any

from riwaya.errors import BadItem, Reason
from riwaya.extract.datelines import is_agency, is_place, outlet_forms
from riwaya.extract.tables import plain_form
from riwaya.model import Page

_PARTS = re.compile(r"\s+[-–—ـ]+\s*|[-–—ـ]+\s+|\s*[|/]\s*|\s*:\s+")
_MACHINE_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}|^\W*\d+\W*$|^[a-z0-9_.-]+$|@|https?:")
_DESK = re.compile(
    r"(?<!\w)(?:موقع|صحيفه|جريده|قناه|وكاله|بوابه|البوابه|شبكه|نيوز|مكتب|قسم|فريق|هييه التحرير|تحرير|المحرر|محرر|خاص|متابعات|"  # noqa: E501
    r"admin|administrator|editor|desk|staff|newsroom)(?!\w)| نت$"
)


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


def sort_authors(names: tuple[str, ...], outlets: tuple[str, ...]) -> tuple[tuple[str, ...], str, tuple[str, ...]]:
    """Return authors, dateline and credits out of an author field, which often holds all three.

    «القاهرة - محمد علي» is a dateline with a reporter, «لوس أنجلوس - وكالات» one with a credit; the outlet's own
    name and machine ids are no authors. `outlets` are the names of the outlet.
    """
    authors: list[str] = []
    sources: list[str] = []
    dateline = ""
    for written in names:
        name = _whole_brackets(written)
        parts = [part for piece in _PARTS.split(name) for part in _unbracketed(piece)]
        # A single word before a reporter or an agency is the city, whether a table knows it or not.
        city = (
            len(parts) > 1
            and len(parts[0].split()) == 1
            and not is_agency(parts[0])
            and not _names_outlet(parts[0], outlets)
        )
        if city or any(map(is_place, parts)):
            dateline = dateline or name
        for part in parts[1:] if city else parts:
            if is_agency(part):
                sources.append(part)
            elif not is_place(part) and not _names_outlet(part, outlets) and not _MACHINE_ID.search(part):
                authors.append(part)
    return tuple(authors), dateline, tuple(sources)


def _whole_brackets(written: str) -> str:
    """Return a name without brackets around all of it; those that close a part («غزة (القطاع)») stay."""
    name = written.strip()
    while len(name) > 1 and (name[0], name[-1]) in (("(", ")"), ("[", "]")) and not set(name[1:-1]) & set("()[]"):
        name = name[1:-1].strip()
    return name if set(name) & set("([") and set(name) & set(")]") else name.strip(" ()[]")


def _unbracketed(piece: str) -> list[str]:
    """Return what stands before brackets and in them: a city with its country, or with an agency."""
    parts = [part.strip() for part in re.split(r"[()\[\]]", piece) if part.strip()]
    # Brackets behind a city that name no agency say where it lies and are no part of their own.
    return parts[:1] if len(parts) > 1 and is_place(parts[0]) and not any(map(is_agency, parts[1:])) else parts


def _names_outlet(text: str, outlets: tuple[str, ...]) -> bool:
    """Return whether the words name the outlet itself or some outlet's desk, not a person."""
    form = plain_form(text)
    return bool(_DESK.search(form)) or any(
        form.startswith(plain_form(name)) or form in outlet_forms(name) for name in outlets if name
    )
