"""The state behind a speaker's words: its name, its adjective, its capital or seat of government."""

from __future__ import annotations

from functools import cache

from riwaya.arabic.names import fold_name
from riwaya.tables import read_table

_LONGEST = 4


def name_nations(folded: str) -> tuple[list[str], list[str]]:
    """Return the keys of the states that a folded name holds, and the words that name none.

    «وزارة الخارجية الروسية» gives Russia and two words, «موسكو» Russia and none, because a capital speaks for its
    government.
    """
    words = folded.split()
    nations, rest = [], []
    place = 0
    while place < len(words):
        for length in range(min(_LONGEST, len(words) - place), 0, -1):
            nation = _forms().get(" ".join(words[place : place + length]))
            if nation:
                nations.append(f"@{nation}")
                place += length
                break
        else:
            rest.append(words[place])
            place += 1
    return nations, rest


def nation_of(word: str) -> str:
    """Return the state whose name or adjective a folded word is, also in the accusative («تركيا»), "" for none."""
    return _forms().get(word) or _forms().get(word.removesuffix("ا"), "")


@cache
def _forms() -> dict[str, str]:
    """Return nation by folded form; adjectives with and without the article, masculine and feminine."""
    forms: dict[str, str] = {}
    for row in read_table("metonyms.tsv"):
        forms[fold_name(row["form"])] = row["nation"]
    for row in read_table("nations.tsv"):
        if not row["country"]:
            continue
        for country in row["country"].split("|"):
            forms[fold_name(country)] = row["nation"]
        for adjective in filter(None, row["adjective"].split("|")):
            folded = fold_name(adjective)
            for form in (folded, f"{folded}ه", f"{folded}ين", f"{folded}ون"):
                forms.setdefault(form, row["nation"])
                forms.setdefault(f"ال{form}", row["nation"])
    return forms
