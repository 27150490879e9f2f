"""Names of two places («عمان» the city and the state), told apart by the company in which an article names them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from riwaya.arabic.names import fold_name
from riwaya.arabic.normalise import fold
from riwaya.identify.things import facts_of
from riwaya.knowledge.bodies import known_nations
from riwaya.model import Article, Field, Mention, MentionKind
from riwaya.tables import read_table

_REACH = 40  # characters in front that are looked at
_WRITTEN, _LISTED, _NAMED, _NEIGHBOUR, _ARTICLE = 9.0, 3.0, 4.0, 1.0, 2.0
_LINK = re.compile(r"^\s*[،,]?\s*و?$")
# «العاصمة عمان» and «عاصمة الأردن عمان» name the city, «عاصمة عمان» the state.
_CITY = re.compile(
    r"(?:^|\W)[وفبلك]?(?:العاصمه(?:\s\w+)?|للعاصمه(?:\s\w+)?|عاصمه\s\w+|"
    r"(?:ال)?(?:مدينه|مطار|شوارع|ضواحي|وسط|شرق|غرب|شمال|جنوب)(?:\s\w+)?)\s+[وبل]?$"
)
_STATE = re.compile(r"(?:^|\W)[وفبلك]?(?:سلطنه|دوله|جمهوريه|خليج|بحر|ساحل|سلطان|عاصمه)\s+$")
_PROVINCE = re.compile(r"(?:^|\W)[وفبلك]?(?:ال)?ولايه\s+$")


@dataclass(frozen=True, slots=True)
class Reading:
    """One of the places that a form names; `key` as in blocks, `state`: it is the whole state.

    `signs`: spellings with vowel signs that only this place has («عُمان», «عمّان»).
    """

    key: str
    nation: str
    state: bool
    signs: tuple[str, ...] = ()


@cache
def readings() -> dict[str, tuple[Reading, ...]]:
    """Return the places by the key that their form would have, the usual one first."""
    found: dict[str, list[Reading]] = defaultdict(list)
    for row in read_table("ambiguous_places.tsv"):
        found[fold_name(row["form"])].append(
            Reading(
                row["key"], row["nation"], bool(row["state"]), tuple(filter(None, row["signs"].split("|")))
            )
        )  # fmt: skip
    return {form: tuple(places) for form, places in found.items()}


def place_names(article: Article, mentions: Sequence[Mention], keys: Mapping[str, str]) -> dict[str, str]:
    """Return the key of each mention of a name that two places have, where anything tells which.

    `keys` are those that the words alone give.
    """
    places = sorted(
        (mention for mention in mentions if mention.kind in (MentionKind.GPE, MentionKind.LOC) and mention.id in keys),
        key=lambda mention: (mention.field, mention.span),
    )
    unclear = [index for index, mention in enumerate(places) if fold_name(mention.text) in readings()]
    if not unclear:
        return {}
    named = _count_nations(mentions, keys)
    local = {index: _beside(article, places, index, keys) for index in unclear}
    all_local: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for index in unclear:
        for key, weight in local[index].items():
            all_local[fold_name(places[index].text)][key] += weight
    chosen = {}
    for index in unclear:
        form = fold_name(places[index].text)
        choices = readings()[form]
        total = sum(named[each.nation] for each in choices)
        votes = sum(all_local[form].values())
        scores = [
            local[index][each.key]
            + (_ARTICLE * named[each.nation] / total if total else 0)
            + (_ARTICLE * all_local[form][each.key] / votes if votes else 0)
            for each in choices
        ]
        if max(scores) > 0:
            chosen[places[index].id] = choices[scores.index(max(scores))].key
    return chosen


def _count_nations(mentions: Sequence[Mention], keys: Mapping[str, str]) -> Counter[str]:
    """Return how often the article names each nation, its towns and its people; unclear names are not counted."""
    counts: Counter[str] = Counter()
    for mention in mentions:
        if mention.id not in keys or fold_name(mention.text) in readings():
            continue
        key = keys[mention.id]
        if mention.kind is MentionKind.NORP:
            counts[key] += 1
        elif mention.kind in (MentionKind.GPE, MentionKind.LOC):
            counts[_nation_of(key, mention.text)] += 1
    return counts


def _nation_of(key: str, text: str) -> str:
    if "@" in key:
        return key.partition("@")[2]
    return _nations_by_code().get(facts_of(f"place {key}", (text,)).country, "")


@cache
def _nations_by_code() -> dict[str, str]:
    return {nation.iso: key for key, nation in known_nations().items() if nation.iso}


def _beside(article: Article, places: Sequence[Mention], index: int, keys: Mapping[str, str]) -> dict[str, float]:
    """Return what stands beside a mention for each of its readings."""
    mention = places[index]
    text = article.text if mention.field is Field.TEXT else article.title
    before = fold(text[max(0, mention.span.start - _REACH) : mention.span.start])
    listed = [other for other in _listed_with(text, places, index) if fold_name(other.text) not in readings()]
    found: dict[str, float] = defaultdict(float)
    for each in readings()[fold_name(mention.text)]:
        if any(sign in mention.text for sign in each.signs):
            found[each.key] += _WRITTEN
        if _STATE.search(before):
            found[each.key] += _NAMED * each.state
        elif _PROVINCE.search(before) or _CITY.search(before):
            found[each.key] += _NAMED * (not each.state)
        for other in listed:
            key = keys[other.id]
            found[each.key] += _LISTED * (each.state == key.startswith("@"))
            found[each.key] += _NEIGHBOUR * (_nation_of(key, other.text) == each.nation)
    return found


def _listed_with(text: str, places: Sequence[Mention], index: int) -> Iterator[Mention]:
    """Yield the places on both sides with nothing but a comma or «و» between."""
    for first, second, other in ((index - 1, index, index - 1), (index, index + 1, index + 1)):
        if first < 0 or second == len(places) or places[first].field is not places[second].field:
            continue
        start, end = places[first].span.end, places[second].span.start
        if start <= end <= start + _REACH and _LINK.match(fold(text[start:end])):
            yield places[other]
