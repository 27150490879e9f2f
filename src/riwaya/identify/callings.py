"""What a person does for a living or in public: one of few callings, and which of them one person may have."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum
from functools import cache, lru_cache

from riwaya.arabic.names import fold_name
from riwaya.identify.records import Chain
from riwaya.knowledge.names import without_article
from riwaya.tables import read_table

CALLED = "called "  # before a calling, in what an article says of a person
_NONE = "-"
_LONGEST = 4
# «نائب رئيس النادي» is of the club too.
_DEPUTY = frozenset(("نايب", "نايبه", "مساعد", "مساعده"))
# «الممثل فلان» acts, «ممثل الادعاء» does not; «طالب وزير الدفاع» is a verb.
_ALONE = frozenset((
    "ممثل", "ممثله", "حارس", "جناح", "عميد", "مقدم", "رايد", "طالب", "نقيب", "ملازم", "حكم",
    "منجم", "حداد", "امام", "فني", "فنيه", "معلق", "معلقه", "قابله",
))  # fmt: skip
# «طالب فلان بـ», «حكم فلان»; whether he is a student the words beside the name tell.
_VERBS = frozenset(("طالب", "حكم"))
_YEAR = 365
# What very many do, so that a name beside it is seldom that of the one known by it.
ORDINARY = frozenset(("trade", "school"))


class Tie(StrEnum):
    """How two articles' callings go together."""

    SAME = "same"
    NEAR = "near"  # one person often has both
    LATER = "later"  # one person may come to the other in the course of years
    FAR = "far"  # hardly ever one person's


@cache
def _nouns() -> dict[str, str]:
    return {plain(row["noun"]): row["calling"] for row in read_table("callings.tsv")}


@cache
def _ties() -> dict[tuple[str, str], Tie]:
    return {(row["one"], row["other"]): Tie(row["tie"]) for row in read_table("calling_ties.tsv")}


def plain(words: str) -> str:
    """Return words folded and without the article, as the table's nouns are compared."""
    return " ".join(map(without_article, fold_name(words).split()))


@lru_cache(maxsize=1 << 13)
def calling_of(key: str) -> str:
    """Return the calling that a role's key names («وزير صحه»), "" where it names none or may name several."""
    words = key.split()
    found = _look_up(words)
    if len(words) > 2 and words[0] in _DEPUTY:
        behind = _look_up(words[1:])
        found = behind if behind and len(behind[1]) > 1 else found
    if found is None:
        return ""
    calling, noun = found
    return "" if calling == _NONE or (noun[-1] in _ALONE and len(words) > len(noun)) else calling


def _look_up(words: list[str]) -> tuple[str, list[str]] | None:
    """Return the calling of the longest noun that opens words, with the noun's words."""
    for length in range(min(_LONGEST, len(words)), 0, -1):
        calling = _nouns().get(" ".join(words[:length]))
        if calling is None and length > 1:  # «عميد لكلية الطب»
            calling = _nouns().get(" ".join((words[0], without_article(words[1].removeprefix("ل")), *words[2:length])))
        if calling is not None:
            return calling, words[:length]
    return None


@lru_cache(maxsize=1 << 12)
def callings_of(chain: Chain) -> frozenset[str]:
    """Return the callings that an article gives to a person, also those of former offices and trades."""
    found = {calling_of(role.key) for role in (*chain.roles, *chain.past) if role.key not in _VERBS}
    found.update(calling_of(said) for said in chain.told if not said.startswith(CALLED))
    found.update(said.removeprefix(CALLED) for said in chain.told if said.startswith(CALLED))
    return frozenset(found - {""})


def tie_of(callings: Collection[str], others: Collection[str], days: int) -> Tie | None:
    """Return how the callings of two articles go together, the best of all pairs; None where one tells none.

    Args:
        callings, others: of the two.
        days: between them, -1 where that is not known.
    """
    if not callings or not others:
        return None
    if not set(callings).isdisjoint(others):
        return Tie.SAME
    ties = _ties()
    pairs = [(one, other) for one in callings for other in others]
    if any(Tie.NEAR in (ties.get((one, other)), ties.get((other, one))) for one, other in pairs):
        return Tie.NEAR
    if any(Tie.LATER in (ties.get((one, other)), ties.get((other, one))) for one, other in pairs):
        return Tie.NEAR if days >= _YEAR else Tie.LATER
    return Tie.FAR
