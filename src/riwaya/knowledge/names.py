"""Names that stand for one thing: nations in all inflections, other names and outlets' own labels of bodies."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from riwaya.arabic.names import fold_name
from riwaya.tables import read_table

# Outlets' own names for a ministry of defence, of whatever nation.
DEFENCE = frozenset(("جيش", "حرب"))


@cache
def aliases() -> dict[str, str]:
    """Return the folded name that a folded alias stands for."""
    return {fold_name(row["alias"]): fold_name(row["name"]) for row in read_table("aliases.tsv")}


@cache
def bare_aliases() -> dict[str, str]:
    """Return the aliases without articles, as keys look before nations are taken out."""
    bare = {" ".join(map(without_article, alias.split())): name for alias, name in aliases().items()}
    return {alias: name for alias, name in bare.items() if alias}


@cache
def nation_words() -> dict[str, str]:
    """Return nation keys by folded words, without the article: names of the country, adjectives, plurals."""
    words: dict[str, str] = {}
    for row in read_table("nations.tsv"):
        for name in row["country"].split("|"):
            words.setdefault(fold_name(name), row["nation"])
            words.setdefault(fold_name(name).removeprefix("ال"), row["nation"])
        for adjective in filter(None, row["adjective"].split("|")):
            stem = fold_name(adjective).split()
            for ending in ("", "ه", "ين", "ون", "ات", "ان", "تان", "تين"):
                words.setdefault(" ".join(part + ending for part in stem), row["nation"])
                words.setdefault(" ".join((*stem[:-1], stem[-1] + ending)), row["nation"])  # «جنوب أفريقية»
        for plural in filter(None, row["plural"].split("|")):
            words.setdefault(fold_name(plural), row["nation"])
    words.pop("", None)
    return words


@lru_cache(maxsize=1 << 14)
def nation_key(name: str) -> str:
    """Return the nation that a name or adjective stands for, "" if none."""
    folded = fold_name(name)
    folded = aliases().get(folded, folded)
    words = nation_words()
    found = words.get(folded) or words.get(folded.removeprefix("ال"), "")
    if not found and " ال" in folded:
        # «الكوري الشمالي» has the article twice.
        found = words.get(" ".join(word.removeprefix("ال") for word in folded.split()), "")
    if not found and folded.startswith("ل"):
        # What is left of «لليونان» behind its particle.
        found = words.get("ال" + folded[1:], "")
    return found


def nation_name(key: str) -> str:
    """Return the usual name of a nation's country, the first of its names; "" where it has none."""
    return _country_names().get(key, "")


@cache
def _country_names() -> dict[str, str]:
    return {row["nation"]: row["country"].split("|")[0] for row in read_table("nations.tsv") if row["country"]}


@cache
def capitals() -> dict[str, str]:
    """Return the nation by the folded name of a capital that is not also the country's name."""
    found = {fold_name(row["form"]): row["nation"] for row in read_table("metonyms.tsv")}
    return {form: nation for form, nation in found.items() if not nation_key(form)}


def find_nation(words: Sequence[str]) -> tuple[int, int, str]:
    """Return (start, end, nation) of the words that name a nation, the longest from the end, (0, 0, "") if none."""
    for length in (4, 3, 2, 1):
        for start in range(len(words) - length, -1, -1):
            nation = nation_key(" ".join(words[start : start + length]))
            if nation and (start or length < len(words)):
                return start, start + length, nation
    return 0, 0, ""


@cache
def _labels() -> dict[str, str]:
    """Return the name behind every label that takes a side, by the label folded, with and without articles."""
    names: dict[str, str] = {}
    for row in read_table("aliases.tsv"):
        if row["label"]:
            folded = fold_name(row["alias"])
            names[folded] = row["name"]
            names[" ".join(map(without_article, folded.split()))] = row["name"]
    return names


@lru_cache(maxsize=1 << 14)
def plain_name(form: str) -> str:
    """Return the name behind an outlet's own label («جيش الاحتلال»), any other form as it is.

    Outlets' labels are shown as theirs, among an entity's names; the product's own name for it takes no side.
    """
    folded = fold_name(form)
    if folded.startswith("وزاره ") and without_article(folded.split()[1]) in DEFENCE and folded not in _labels():
        words = form.split()
        return " ".join([words[0], "الدفاع", *words[2:]])
    return _labels().get(folded) or _labels().get(" ".join(map(without_article, folded.split())), form)


def without_article(word: str) -> str:
    """Return a folded word without the article, also behind «ل» («للدفاع»)."""
    if word.startswith("لل") and len(word) > 4:
        return word[2:]
    return word[2:] if word.startswith("ال") and len(word) > 3 else word
