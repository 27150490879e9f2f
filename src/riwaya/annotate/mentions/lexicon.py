"""Tables of names, nations, places, bodies, outlets and roles, read once and folded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from riwaya.arabic.frequencies import load_particle_names
from riwaya.arabic.normalise import fold
from riwaya.arabic.tokens import tokenise
from riwaya.knowledge.bodies import known_clubs, known_outlets, named_bodies
from riwaya.knowledge.people import known_people
from riwaya.model import MentionKind
from riwaya.tables import read_table

Phrase = tuple[str, ...]
# Articles that a common word is given which the counts took for a name («عن عمر يناهز»).
_COUNTED_AS_NAME = 50
_ORDINARY = 20  # articles that hold a word which is no name

# «عبد الله» and «عبدالله», «أبو الغيط» and «أبوالغيط».
_PARTED = re.compile(r"\b(عبد|ابو) (?=ال)")

# Heads of names: the rules know whether they belong to the span.
_HEADS = frozenset((
    "صحيفه", "قناه", "وكاله", "موقع", "مجله", "شركه", "نادي", "تنظيم", "جماعه", "شبكه", "جهاز", "منظمه", "حركه", "هييه",
    "لجنه", "هيءه", "جمعيه", "اتحاد", "مركز", "موسسه", "معهد",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """A table's phrase: its folded tokens behind the first, its kind and the context it needs ("" for none).

    What it needs may be the folded adjective of a nation behind it.
    """

    rest: Phrase
    kind: MentionKind
    needs: str


@dataclass(frozen=True, slots=True)
class RoleWord:
    """A noun that names an office, a title, a rank, an occupation or a kinship.

    `number` is s, d or p; `kind` is office, title, rank, occupation or kin.
    """

    gender: str
    number: str
    kind: str


@dataclass(frozen=True, slots=True)
class NameShare:
    """How a form is used in the press: shares of its uses as given and family name, times listed, articles."""

    given: float
    family: float
    listed: int
    seen: int


# What is said of a first name that the table of names has and the counts hardly know, and what hardly is.
_UNCOUNTED = NameShare(0.6, 0.2, 10, 5)
_HARDLY_SEEN = 30


def split_phrase(name: str) -> Phrase:
    """Return the folded tokens of a phrase."""
    return tuple(token.form for token in tokenise(name))


@cache
def words(group: str) -> frozenset[str]:
    """Return a group of folded function words, cues and qualifiers that the rules look for."""
    return frozenset(_word_groups()[group].split())


@cache
def verb_forms(group: str) -> frozenset[str]:
    """Return the third person singular of a group's verbs, past, present and future; each is «past/present» there."""
    found = set()
    for pair in words(group):
        past, present = pair.split("/")
        stem = past[:-1] if past.endswith(("ي", "ا")) and len(past) > 2 else past
        found |= {past, f"{stem}ت", present, f"ت{present[1:]}", f"س{present}", f"ست{present[1:]}", f"ل{present}"}
    return frozenset(found)


@cache
def _word_groups() -> dict[str, str]:
    return {row["group"]: row["words"] for row in read_table("mention_words.tsv")}


@cache
def name_shares() -> dict[str, NameShare]:
    """Return the shares of every form known as part of a person's name."""
    found = {
        row["form"]: NameShare(int(row["given"]) / 100, int(row["family"]) / 100, int(row["listed"]), int(row["seen"]))
        for row in read_table("name_parts.tsv")
        if row["form"] not in words("no_names")
    }
    for form, kind in load_particle_names().items():
        share = found.get(form, _UNCOUNTED)
        if kind == "name" and max(share.given, share.family) < _UNCOUNTED.given and share.seen <= _HARDLY_SEEN:
            # The press of one year had hardly any «لبيب» and «وجدي».
            found[form] = replace(_UNCOUNTED, listed=max(share.listed, _UNCOUNTED.listed))
    return found


@cache
def arabic_names() -> frozenset[str]:
    """Return Arabic first names, folded."""
    return frozenset(row["form"] for row in read_table("arabic_names.tsv"))


@cache
def reviewed_names() -> frozenset[str]:
    """Return folded first names, and a few surnames, that reviewed lists hold."""
    return arabic_names() | load_particle_names().keys()


@cache
def full_names() -> dict[str, list[Phrase]]:
    """Return the names of known office-holders in two words and more, by their first word, the longest first.

    Two words each of which the press has as an ordinary one («الصديق الكبير») are left out.
    """
    found: dict[str, set[Phrase]] = {}
    for person in known_people().values():
        for name in (person.name, *person.names):
            phrase = split_phrase(name)
            for form in (phrase, tuple(_PARTED.sub(r"\1", " ".join(phrase)).split())):
                plain = len(form) == 2 and all(press_words().get(word, 0) > _ORDINARY for word in form)
                if len(form) > 1 and not plain and form[0] != "بن":
                    found.setdefault(form[0], set()).add(form)
    return {first: sorted(forms, key=lambda form: (-len(form), form)) for first, forms in found.items()}


@cache
def press_words() -> dict[str, int]:
    """Return the press's words that are no names, with the number of articles that hold each."""
    found = dict.fromkeys(words("no_names"), _COUNTED_AS_NAME)
    found.update((row["form"], int(row["articles"])) for row in read_table("press_words.tsv"))
    return found


@cache
def letter_ratios() -> dict[str, float]:
    """Return log ratios of letter trigrams in names against other words."""
    return {row["letters"]: float(row["log_ratio"]) for row in read_table("name_letters.tsv")}


@cache
def role_words() -> dict[Phrase, RoleWord]:
    """Return the role nouns by their folded tokens."""
    return {
        split_phrase(row["form"]): RoleWord(row["gender"], row["number"], row["kind"])
        for row in read_table("role_words.tsv")
    }


@cache
def body_heads() -> dict[str, str]:
    """Return the nouns that head names of bodies: strong, or weak where a proper name must follow."""
    return {fold(row["form"]): row["kind"] for row in read_table("body_heads.tsv")}


_NISBA_ENDINGS = ("", "ه", "ون", "ين", "ات", "ان", "تان", "تين", "ا")
_NOUN_ENDINGS = ("", "ه", "ون", "ين", "ات", "ان")


def _inflect(adjective: str) -> list[Phrase]:
    """Return the inflections of a nationality's adjective, both words of a two-word one inflected alike."""
    parts = fold(adjective).split()
    endings = _NISBA_ENDINGS if parts[0].endswith("ي") else _NOUN_ENDINGS
    return [tuple(article + part + ending for part in parts) for ending in endings for article in ("", "ال")]


@cache
def nation_phrases() -> dict[Phrase, str]:
    """Return the nation behind every inflected adjective and plural («الأميركية», «الأكراد»)."""
    found: dict[Phrase, str] = {}
    for row in read_table("nations.tsv"):
        for adjective in filter(None, row["adjective"].split("|")):
            for phrase in _inflect(adjective):
                found.setdefault(phrase, row["nation"])
        for plural in filter(None, row["plural"].split("|")):
            for article in ("", "ال"):
                found.setdefault(tuple(article + word for word in split_phrase(plural)), row["nation"])
    return found


@cache
def nation_words() -> frozenset[str]:
    """Return the first words of the nation phrases, the names of countries («روسيا») left out."""
    countries = {fold(name) for row in read_table("nations.tsv") for name in row["country"].split("|")}
    return frozenset(phrase[0] for phrase in nation_phrases()) - countries


def _add(index: dict[str, list[Entry]], name: str, kind: MentionKind, needs: str) -> None:
    phrase = split_phrase(name)
    if phrase:
        index.setdefault(phrase[0], []).append(Entry(phrase[1:], kind, needs))


def _club_names() -> Iterator[tuple[MentionKind, str, str]]:
    """Yield the names of clubs with what they need: some mean the club in accounts of sport alone.

    Its home's adjective is no part of a club's name («العهد» before «اللبناني»), unless «الملعب التونسي» is all of it.
    """
    for club in known_clubs():
        for name in dict.fromkeys((club.name, *club.names, *club.in_sport)):
            *base, last = name.split()
            if base and base[0] == "نادي":
                continue  # the rules know that the noun is no part of the name
            if not base or nation_phrases().get((fold(last),)) != club.country or fold(base[-1]) in words("sport"):
                yield MentionKind.ORG, name, "club" if name in club.in_sport else ""
            elif fold(base[0]).removeprefix("ال") not in body_heads():
                yield MentionKind.ORG, " ".join(base), fold(last)


def _known_names() -> Iterator[tuple[MentionKind, str]]:
    """Yield names of bodies and outlets of several words; behind «صحيفة» or «حركة» the rules know how far one goes."""
    listed = [body for body in named_bodies() if body.kind != "club"]
    for kind, bodies in ((MentionKind.ORG, listed), (MentionKind.OUTLET, known_outlets())):
        for body in bodies:
            for name in (body.name, *body.names):
                phrase = split_phrase(name)
                if len(phrase) > 1 and phrase[0] not in _HEADS:
                    yield kind, name


@cache
def gazetteer() -> dict[str, list[Entry]]:
    """Return all table phrases by their first token, longest first; a reviewed table outranks a derived one."""
    index: dict[str, list[Entry]] = {}
    for row in read_table("bodies.tsv"):
        _add(index, row["name"], MentionKind.ORG, row["needs"])
    for row in read_table("outlets.tsv"):
        _add(index, row["name"], MentionKind.OUTLET, row["needs"])
    for kind, name, needs in _club_names():
        phrase = split_phrase(name)
        if needs in nation_words() or all(entry.rest != phrase[1:] for entry in index.get(phrase[0], ())):
            _add(index, name, kind, needs)
    for kind, name in _known_names():
        if split_phrase(name)[1:] not in {entry.rest for entry in index.get(split_phrase(name)[0], ())}:
            _add(index, name, kind, "")
    for row in read_table("named_things.tsv"):
        _add(index, row["name"], MentionKind.MISC, "")
    for row in read_table("regions.tsv"):
        _add(index, row["name"], MentionKind(row["kind"]), row["needs"])
    for nation in read_table("nations.tsv"):
        for name in filter(None, nation["country"].split("|")):
            _add(index, name, MentionKind.GPE, "place" if name in ("مالي", "كوريا") else "")
    # Behind the countries: «روسيا» is no accusative of «روسي».
    for phrase in nation_phrases():
        index.setdefault(phrase[0], []).append(Entry(phrase[1:], MentionKind.NORP, ""))
    for row in read_table("places.tsv"):
        _add(index, row["name"], MentionKind.GPE, _place_needs(row["name"], int(row["population"])))
    for row in read_table("known_places.tsv"):
        for name in filter(None, (row["name"], *row["names"].split("|"))):
            phrase = split_phrase(name)
            listed = any(entry.rest == phrase[1:] for entry in index.get(phrase[0], ()))
            if not listed and (len(phrase) > 1 or phrase[0] not in press_words()):
                _add(index, name, MentionKind.GPE, "" if len(phrase) > 1 else "place")
    for entries in index.values():
        entries.sort(key=lambda entry: -len(entry.rest))
    return index


def _place_needs(name: str, population: int) -> str:
    """Return the context a derived place needs: small single-word ones may be anything else."""
    form = fold(name)
    if " " in form or population >= 300_000:
        share = name_shares().get(form)
        return "place" if share and max(share.given, share.family) >= 0.3 else ""
    return "place"


@cache
def person_nouns() -> dict[str, str]:
    """Return the gender of further nouns for one person, folded."""
    rows = [row for row in read_table("speaker_nouns.tsv") if row["kind"] == "person"]
    found = {fold(row["noun"]): row["gender"] for row in rows}
    for row in read_table("callings.tsv"):
        noun = fold(row["noun"])
        if " " not in noun:
            found.setdefault(noun, "f" if noun.endswith("ه") else "m")
    return found
