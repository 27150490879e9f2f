"""How often a folded word form stands in news articles: one table of counts, read when first asked."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from riwaya.errors import ResourceError
from riwaya.tables import read_table

_TABLE = "word_frequencies.tsv"
_NAMES = "name_parts.tsv"
_WHOLE = "whole_words.tsv"
_PARTICLE_NAMES = "particle_names.tsv"
_ALL = "*"


@cache
def load_frequencies() -> dict[str, int]:
    """Return the number of articles that hold each of the most frequent folded forms, «*» for all articles.

    Raises:
        ResourceError: if the table is missing or damaged.
    """
    try:
        lines = files("riwaya.resources").joinpath(_TABLE).read_text("utf-8").splitlines()
        counts = {form: int(count) for form, _, count in (line.partition("\t") for line in lines[1:])}
    except (OSError, ValueError) as error:
        raise ResourceError(f"resources/{_TABLE} cannot be read ({error}); reinstall riwaya") from error
    if counts.get(_ALL, 0) <= 0:
        raise ResourceError(f"resources/{_TABLE} is damaged: no count of articles; reinstall riwaya")
    return counts


@cache
def load_name_counts() -> dict[str, int]:
    """Return about how many articles hold a folded form as a part of a person's name, plus its entries in name lists.

    Raises:
        ResourceError: if the table is missing or damaged.
    """
    # The table holds percentages of the articles in which the form was seen.
    return {
        form: listed + round(min(100, given + family) / 100 * seen)
        for form, (given, family, listed, seen) in _load_names().items()
    }


@cache
def load_listed_names() -> dict[str, int]:
    """Return how often lists of names hold a folded form.

    Raises:
        ResourceError: if the table is missing or damaged.
    """
    return {form: listed for form, (_, _, listed, _) in _load_names().items()}


@cache
def load_given_names() -> frozenset[str]:
    """Return folded forms that are first names more often than family names.

    Raises:
        ResourceError: if the table is missing or damaged.
    """
    return frozenset(
        form
        for form, (given, family, listed, _) in _load_names().items()
        # «علي» is a preposition too, which hides it from the press's own figures.
        if (given >= 30 and given > family) or (listed >= 60 and family < 50)
    )


@cache
def _load_names() -> dict[str, tuple[int, int, int, int]]:
    try:
        return {
            row["form"]: (int(row["given"]), int(row["family"]), int(row["listed"]), int(row["seen"]))
            for row in read_table(_NAMES)
        }
    except (ValueError, KeyError) as error:
        raise ResourceError(f"resources/{_NAMES} cannot be read ({error}); reinstall riwaya") from error


@cache
def load_whole_words() -> frozenset[str]:
    """Return folded words that look as if a clitic were attached, and whose counts cannot tell («لدى», «وجدي»).

    Raises:
        ResourceError: if the table is missing or damaged.
    """
    names = {form for form, kind in load_particle_names().items() if kind == "name"}
    try:
        return frozenset(files("riwaya.resources").joinpath(_WHOLE).read_text("utf-8").split()[1:]) | names
    except (OSError, ValueError) as error:
        raise ResourceError(f"resources/{_WHOLE} cannot be read ({error}); reinstall riwaya") from error


@cache
def load_particle_names() -> dict[str, str]:
    """Return what a name that begins like an attached particle and a word may be besides, by its folded form.

    «name»: nothing («وجدي»); «word»: an ordinary word («وفاء»); «particle»: a particle and a word («باسم»).

    Raises:
        ResourceError: if the table is missing or damaged.
    """
    return {row["form"]: row["kind"] for row in read_table(_PARTICLE_NAMES)}


def document_frequency(form: str) -> float:
    """Return the share of news articles that hold a folded form, as written (clitics and all).

    A form outside the table gets half of the rarest one's share, so that the logarithm is always defined.
    """
    counts = load_frequencies()
    total = counts[_ALL]
    count = counts.get(form, 0) if form != _ALL else 0
    return (count or _rarest() / 2) / total


@cache
def _rarest() -> int:
    return min(load_frequencies().values())
