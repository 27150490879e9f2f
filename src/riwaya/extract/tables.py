"""The reviewed tables that extraction reads, each loaded once on first use."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib import resources

from riwaya.arabic.normalise import fold
from riwaya.errors import ResourceError

_MARKS = re.compile(r"\W+")
_ADDRESS = re.compile(
    r"(?:https?:)?(?://)?(?:www\.)?(?P<host>[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,})(?::\d+)?(?:/(?P<first>[^/\s]*)\S*)?",
    re.IGNORECASE,
)
_NAME_PARTS = re.compile(r"\s+[-–—•:~]+\s+|\s*[|»«]\s*")


# The same few lines of a page are asked for again and again, by every rule.
@lru_cache(maxsize=4096)
def plain_form(text: str) -> str:
    """Return `text` folded, with punctuation as single spaces, for comparing lines as wholes."""
    return " ".join(_MARKS.sub(" ", fold(text)).split())


@cache
def rows(name: str, columns: int) -> tuple[tuple[str, ...], ...]:
    """Return the rows of the table `name` without its header.

    Raises:
        ResourceError: if the table is missing or a row has another number of columns.
    """
    try:
        content = (resources.files("riwaya") / "resources" / name).read_text("utf-8")
    except (FileNotFoundError, UnicodeDecodeError) as error:
        raise ResourceError(f"table {name} is missing or damaged; install the package again") from error
    table = tuple(tuple(line.split("\t")) for line in content.splitlines()[1:] if line.strip())
    if any(len(row) != columns for row in table):
        raise ResourceError(f"table {name} is damaged; install the package again")
    return table


@cache
def furniture(match: str) -> dict[str, str]:
    """Return folded phrase → reason for one kind of match: marker, prefix, whole, word (a line of such words goes) or joining-word."""  # noqa: E501
    return {plain_form(phrase): reason for reason, kind, phrase in rows("page_furniture.tsv", 3) if kind == match}


@cache
def starts(match: str, reason: str) -> re.Pattern[str]:
    """Return a pattern for folded lines that begin with a phrase of this kind and reason.

    A phrase ending in a colon or a mark in the table must stand so in the line; a word may not go on behind it.
    """
    phrases = [
        fold(phrase) for found, kind, phrase in rows("page_furniture.tsv", 3) if kind == match and found == reason
    ]
    parts = [re.escape(phrase.strip()).replace(r"\ ", r"\s+") for phrase in sorted(phrases, key=len, reverse=True)]
    parts = [part if not part[-1].isalnum() else part + r"(?!\w)" for part in parts]
    return re.compile(r"[\s*\-–•|»«>\[(#\"]*(?P<phrase>" + "|".join(parts) + ")")


@cache
def agencies() -> dict[str, str]:
    """Return folded spelling of an agency's name → its usual name."""
    return {plain_form(name): agency for name, agency in rows("news_agencies.tsv", 2)}


@cache
def outlet_domains() -> dict[str, str]:
    """Return domain (with the first part of the path where one host serves several) → outlet's Arabic name."""
    return {row[0]: row[1] for row in rows("outlet_domains.tsv", 2)}


def _outlet_key(name: str) -> str:
    return re.sub(r"[\W_]+", "", fold(name))


@cache
def _outlet_names() -> dict[str, str]:
    return {_outlet_key(name): outlet for name, outlet in rows("outlet_names.tsv", 2)}


@cache
def _known_outlets() -> dict[str, str]:
    """Return folded letters → name of every outlet in the tables."""
    return {_outlet_key(name): name for name in outlet_domains().values()} | _outlet_names()


@cache
def _only_editions() -> dict[str, str]:
    """Return domain → outlet where the table has one part of the domain alone: what is read here is its Arabic one."""
    editions: dict[str, list[str]] = {}
    for place, outlet in outlet_domains().items():
        domain, slash, _ = place.partition("/")
        editions.setdefault(domain, []).extend([outlet] if slash else [outlet, ""])
    return {domain: outlets[0] for domain, outlets in editions.items() if len(outlets) == 1}


def outlet_of_host(host: str, first: str = "") -> str:
    """Return the outlet of a host by the table of domains, "" if unknown.

    Args:
        host: any letter case, with or without what stands before the domain (www, m, amp).
        first: the first part of the address's path, where one host serves several editions.
    """
    labels = host.lower().split(".")
    for start in range(len(labels) - 1):
        domain = ".".join(labels[start:])
        edition = _only_editions().get(domain, "") if not first else ""
        name = outlet_domains().get(f"{domain}/{first}") or outlet_domains().get(domain) or edition
        if name:
            return name
    return ""


def canonical_outlet(name: str) -> str:
    """Return the Arabic name of a known outlet given by another name, slug, address or with its motto; else the name.

    A host that no table knows is left without «www.», since readers know it so.
    """
    known = _outlet_names().get(_outlet_key(name))
    address = _ADDRESS.fullmatch(name.strip())
    if known or not name.strip():
        return known or name
    if address:
        return outlet_of_host(address["host"], (address["first"] or "").lower()) or address["host"].lower()
    parts = [part.strip() for part in _NAME_PARTS.split(name) if part.strip() and not _ADDRESS.fullmatch(part.strip())]
    named = {_known_outlets()[key] for part in parts if (key := _outlet_key(part)) in _known_outlets()}
    if len(parts) > 1 and len(named) == 1:
        return named.pop()
    return parts[0] if len(parts) == 1 and len(_NAME_PARTS.split(name)) > 1 else name
