"""Names of two places («عمان» the city and the state), told apart by the company in which an article names them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from riwaya.arabic.names import fold_name
from riwaya.arabic.normalise import fold
from riwaya.identify.aliases import thing_key
from riwaya.identify.things import facts_of
from riwaya.knowledge.bodies import known_nations
from riwaya.knowledge.names import capitals, nation_key
from riwaya.knowledge.places import find_place
from riwaya.model import Article, Field, Mention, MentionKind
from riwaya.tables import read_table

_REACH = 40  # characters in front and behind that are looked at
_WRITTEN, _LISTED, _NAMED, _NEIGHBOUR, _ARTICLE = 9.0, 3.0, 4.0, 1.0, 2.0
_LINK = re.compile(r"^\s*[،,]?\s*و?$")
# «العاصمة عمان» and «عاصمة الأردن عمان» name the city, «عاصمة عمان» the state.
_CITY = re.compile(
    r"(?:^|\W)[وفبلك]?(?:العاصمه(?:\s\w+)?|للعاصمه(?:\s\w+)?|عاصمه\s\w+|"
    r"(?:ال)?(?:مدينه|مطار|شوارع|ضواحي|وسط|شرق|غرب|شمال|جنوب)(?:\s\w+)?)\s+[وبل]?$"
)
_CAPITAL = re.compile(r"(?:^|\W)[وفبلك]?(?:ال|لل)عاصمه\s+[وبل]?$")
_STATE = re.compile(r"(?:^|\W)[وفبلك]?(?:سلطنه|دوله|جمهوريه|خليج|بحر|ساحل|سلطان|عاصمه)\s+$")
# «طرابلس الليبية», «طرابلس في لبنان», «طرابلس شمالي لبنان»: the words behind that may name its state.
_OF = re.compile(r"\s*(?:(?:في|(?:ب|في )?(?:شمال|جنوب|شرق|غرب|وسط)ي?)\s+|ب)?((?:ال)?\w+(?:\s+ال\w+)?)")
_MORE = re.compile(r"[- ](\w{2,})")
_LEAD = re.compile(r"(?:^|\W)[وفبلك]?(ابو|ابي|بني|بنو|بن|ابن|عبد)\s+$")
_PLACES = (MentionKind.GPE, MentionKind.LOC)
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
        (mention for mention in mentions if mention.kind in _PLACES and mention.id in keys),
        key=lambda mention: (mention.field, mention.span),
    )
    unclear = [index for index, mention in enumerate(places) if _form(mention) in readings()]
    if not unclear:
        return {}
    named = _count_nations(mentions, keys)
    local = {index: _beside(article, places, index, keys) for index in unclear}
    all_local: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for index in unclear:
        for key, weight in local[index].items():
            all_local[_form(places[index])][key] += weight
    chosen = {}
    for index in unclear:
        form = _form(places[index])
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


def cut_names(article: Article, mentions: Sequence[Mention]) -> dict[str, str]:
    """Return the key of the whole name for each mention that is one half of it («بانغي» of «بانغي-ري»).

    Two places with a hyphen between are two mentions. Behind a blank the whole must be listed («صور باهر»); what
    stands behind «أبو» or «بني» is never whole («أبو صيدا»).
    """
    starts = {(mention.field, mention.span.start) for mention in mentions}
    found = {}
    for mention in mentions:
        if mention.kind not in _PLACES:
            continue
        text = article.text if mention.field is Field.TEXT else article.title
        if lead := _LEAD.search(fold(text[max(0, mention.span.start - _REACH) : mention.span.start])):
            found[mention.id] = thing_key(f"{lead[1]} {mention.text}", place=True)
        more = _MORE.match(text, mention.span.end)
        if more is None or (mention.field, more.start(1)) in starts:
            continue
        whole = f"{mention.text} {more[1]}"
        if find_place(whole) is not None or more[0].startswith("-"):
            found[mention.id] = thing_key(whole, place=True)
    return found


def _count_nations(mentions: Sequence[Mention], keys: Mapping[str, str]) -> Counter[str]:
    """Return how often the article names each nation, its towns and its people; unclear names are not counted."""
    counts: Counter[str] = Counter()
    for mention in mentions:
        if mention.id not in keys or _form(mention) in readings():
            continue
        key = keys[mention.id]
        if mention.kind is MentionKind.NORP:
            counts[key] += 1
        elif mention.kind in _PLACES:
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
    listed = [other for other in _listed_with(text, places, index) if _form(other) not in readings()]
    found: dict[str, float] = defaultdict(float)
    named = _nation_behind(text, mention)
    for each in readings()[_form(mention)]:
        if any(sign in mention.text for sign in each.signs):
            found[each.key] += _WRITTEN
        found[each.key] += _WRITTEN * (not each.state and each.nation == named)
        if _STATE.search(before):
            found[each.key] += _NAMED * each.state
        elif _PROVINCE.search(before) or _CITY.search(before):
            found[each.key] += _NAMED * (not each.state)
        if _CAPITAL.search(before):
            found[each.key] += _WRITTEN * (not each.state and capitals().get(_form(mention)) == each.nation)
        for other in listed:
            key = keys[other.id]
            found[each.key] += _LISTED * (each.state == key.startswith("@"))
            found[each.key] += _NEIGHBOUR * (_nation_of(key, other.text) == each.nation)
    return found


def _form(mention: Mention) -> str:
    """Return a name folded, without the nation where the mention holds it («طرابلس الليبية»)."""
    folded = fold_name(mention.text)
    form, _, nation = folded.partition(" ")
    return form if form in readings() and nation_key(nation) else folded


def _nation_behind(text: str, mention: Mention) -> str:
    """Return the nation that the words behind a mention, or its own last ones, say its place is of."""
    own = nation_key(fold_name(mention.text).partition(" ")[2])
    found = _OF.match(fold(text[mention.span.end : mention.span.end + _REACH]))
    if own or not found:
        return own
    return nation_key(found[1]) or nation_key(found[1].partition(" ")[0])


def _listed_with(text: str, places: Sequence[Mention], index: int) -> Iterator[Mention]:
    """Yield the places on both sides with nothing but a comma or «و» between."""
    for first, second, other in ((index - 1, index, index - 1), (index, index + 1, index + 1)):
        if first < 0 or second == len(places) or places[first].field is not places[second].field:
            continue
        start, end = places[first].span.end, places[second].span.start
        if start <= end <= start + _REACH and _LINK.match(fold(text[start:end])):
            yield places[other]
