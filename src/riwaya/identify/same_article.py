"""Which names of persons in one article name the same person."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from riwaya.arabic.frequencies import load_given_names
from riwaya.arabic.names import skeleton
from riwaya.identify.marks import are_one_marked, differ_by_mark, is_leaders_son, is_marked_surname
from riwaya.identify.name_model import name_probability
from riwaya.identify.person_names import (
    are_near,
    bare,
    fits_given,
    given,
    is_known,
    is_typing_error,
    letters_key,
    surname,
)
from riwaya.knowledge.people import is_leader

Name = tuple[str, ...]
# Beyond this many different names a text is a list, and only exact parts are compared.
_MANY = 400
_SURE = 0.8
# So likely must first names be one that an article writes both before one surname: «راجيش كومار» and «راجيف كومار».
_BOTH_NAMED = 0.9
_LONG = 5
# How many mentions in full of another bearer one of a leader outweighs.
_KNOWN_BY_ALL = 3
# «نيمار الأب» is not whom the name alone means.
_ELDERS = frozenset(("الاب", "الوالد"))


def join_names(
    occurrences: Sequence[Name], apart: Collection[frozenset[Name]] = (), *, nicknames: Collection[Name] = ()
) -> dict[Name, Name]:
    """Return for every name the fullest name of the same person.

    Args:
        occurrences: split names in the order of the text, one for each mention.
        apart: pairs of names that the text says are two people's.
        nicknames: names that are no one's own, whose words may be another's («طاهي بوتين»).

    Full names join where surname and given names agree; then a part alone joins the person whose surname it is, or
    whose first name where no surname fits. Of several such persons (a family), the one named most, then first; a
    woman whom the article calls by the first name counts half.
    """
    counts = Counter(occurrences)
    first = {name: -position for position, name in reversed(list(enumerate(occurrences)))}
    full = sorted(
        (name for name in counts if len(name) > 1), key=lambda name: (-len(name), -counts[name], -first[name])
    )
    home: dict[Name, Name] = {}
    persons: dict[str, list[Name]] = defaultdict(list)
    for name in full:
        fitting = (other for other in _candidates(name, persons) if frozenset((name, other)) not in apart)
        person = next((other for other in fitting if _same_person(name, other)), name)
        home[name] = person
        if person == name:
            for key in _keys(name):
                persons[key].append(name)
    weights: Counter[Name] = Counter()
    for name, person in home.items():
        weights[person] += counts[name]
    heads = sorted(weights, key=lambda person: (-weights[person], -first[person]))
    nameable = [
        person
        for person in heads
        if person not in nicknames and not _is_named_in_full_only(person) and not _is_run_together(person, heads)
    ]
    shares = {person: _share(weights[person], person, counts) for person in nameable}
    by_part = _index(sorted(nameable, key=lambda person: (-shares[person], not is_leader(" ".join(person)))))
    for name in counts:
        if len(name) == 1:
            home[name] = _find_person(name[0], by_part, nameable) or name
    return _join_typos(home, counts)


def nearest_namesakes(occurrences: Sequence[tuple[str, Name]], home: Mapping[Name, Name]) -> dict[str, Name]:
    """Return the person of each first name alone that two of the article bear: the one named in full last before it.

    `occurrences` are names by mention, in the order of the text; where no fuller name stands before, none is returned.
    """
    bearers: dict[str, set[Name]] = defaultdict(set)
    for name, person in home.items():
        if len(name) > 1 and given(person):
            bearers[given(person)[0]].add(person)
    last: dict[str, Name] = {}
    found: dict[str, Name] = {}
    for mention, name in occurrences:
        if len(name) > 1:
            person = home[name]
            if given(person):
                last[given(person)[0]] = person
        elif len(bearers.get(name[0], ())) > 1 and name[0] in last and given(home[name])[:1] == name:
            found[mention] = last[name[0]]
    return found


def namesakes_by_role(
    occurrences: Sequence[tuple[str, Name]], home: Mapping[Name, Name], roles: Mapping[str, Collection[str]]
) -> dict[str, Name]:
    """Return the person of each lone name beside a role that only another of its bearers holds: «الزعيم كيم».

    `occurrences` are names by mention, in the order of the text; `roles` are those written beside a mention.
    """
    held: dict[Name, set[str]] = defaultdict(set)
    for mention, name in occurrences:
        if len(name) > 1:
            held[home[name]].update(roles.get(mention, ()))
    found: dict[str, Name] = {}
    for mention, name in occurrences:
        beside = set(roles.get(mention, ())) if len(name) == 1 else set()
        if not beside or beside & held[home[name]]:
            continue
        holders = [person for person, keys in held.items() if keys & beside and name[0] in (surname(person), person[0])]
        if len(holders) == 1:
            found[mention] = holders[0]
    return found


def _share(weight: int, person: Name, counts: Counter[Name]) -> float:
    """Return how likely the surname alone names the person.

    Less for a woman called by the first name elsewhere; more for a leader, whom all readers know by it: «كيم».
    """
    first = given(person)[:1]
    share = weight * _KNOWN_BY_ALL if is_leader(" ".join(person)) else weight
    return share / 2 if first in counts and first[0][-1:] in ("ا", "ه") else share


def _keys(name: Name) -> set[str]:
    return {*(skeleton(part) for part in name), letters_key(name), *(f"={end}" for end in _endings(name))}


def _endings(name: Name) -> list[str]:
    """Return the letters of a name and of each of its ends, however they are parted: «لودريان», «لو دريان»."""
    return [ending for start in range(len(name)) if len(ending := _squeezed(name[start:])) >= _LONG]


def _squeezed(parts: Name) -> str:
    return "".join(parts).replace(" ", "")


def _candidates(name: Name, persons: dict[str, list[Name]]) -> Iterator[Name]:
    for key in sorted(_keys(name)):
        yield from persons.get(key, ())[:50]


def _is_named_in_full_only(person: Name) -> bool:
    return person[-1] in _ELDERS or is_leaders_son(person)


def _same_person(name: Name, other: Name) -> bool:
    if differ_by_mark(name, other):
        return False
    if is_marked_surname(name):
        return are_one_marked(name, other)
    if _squeezed(name) == _squeezed(other[-1:]):
        return True  # «لو دريان» for «جان إيف لو دريان», whose last two words are one part
    if (surname(name) == name[0]) != (surname(other) == other[0]) and _squeezed(given(name)) != _squeezed(given(other)):
        return False  # «سونغ كيم» has a first name of his own, however like that of «كيم جونغ أون» it is
    if are_near(surname(name), surname(other)) and fits_given(given(name), given(other)):
        one_family = len(name) == len(other) and bare(surname(name)) == bare(surname(other))
        return not one_family or name_probability(name, other) >= _BOTH_NAMED
    if len(name) > 1 and letters_key(name) == letters_key(other) and name_probability(name, other) >= _SURE:
        return True  # «أويد لوستن» for «لويد أوستن»
    if len(name) >= len(other):
        return False
    # «صباح الأحمد» for «صباح الأحمد الجابر»: the beginning of a longer name.
    if all(are_near(one, two) for one, two in zip(name, other, strict=False)):
        return True
    # «تشاووش أوغلو» for «مولود تشاووش أوغلو»: its end, where that does not open with a first name («محمد علي»).
    ending = other[len(other) - len(name) :]
    return name[0] not in load_given_names() and all(are_near(one, two) for one, two in zip(name, ending, strict=True))


def _is_run_together(name: Name, heads: Sequence[Name]) -> bool:
    """Return whether a name is but two persons' surnames side by side, as headlines write them."""
    if len(name) != 2 or len(heads) > _MANY:
        return False
    surnames = {surname(person) for person in heads if person != name}
    return name[0] in surnames and name[1] in surnames


def _index(heads: Sequence[Name]) -> dict[tuple[str, str], Name]:
    """Return persons by (place in the name, folded part), the weightiest first."""
    found: dict[tuple[str, str], Name] = {}
    for person in heads:
        found.setdefault(("surname", surname(person)), person)
        if given(person):
            found.setdefault(("given", given(person)[0]), person)
        for part in (*person, *_endings(person)):
            found.setdefault(("part", part), person)
            # «ستيلر» for «بن ستيلر»: what opens a compound may be a first name, where the rest is no name of its own.
            last = part.rpartition(" ")[2]
            if last != part and not is_known(last):
                found.setdefault(("part", last), person)
    return found


def _find_person(part: str, by_part: dict[tuple[str, str], Name], heads: Sequence[Name]) -> Name | None:
    for place in ("surname", "given", "part"):
        for form in (part, part.removeprefix("ال"), "ال" + part):
            if (place, form) in by_part:
                return by_part[(place, form)]
    if " " in part and ("part", part.replace(" ", "")) in by_part:
        return by_part["part", part.replace(" ", "")]
    if len(heads) > _MANY:
        return None
    near = [person for person in heads if are_near(part, surname(person))]
    # Of four letters, «كايت» and «كاتي» are two first names.
    near = near or [person for person in heads if given(person) and _is_first_name_of(part, given(person)[0])]
    near = near or [person for person in heads if is_typing_error(part, surname(person))]
    return near[0] if near else None


def _is_first_name_of(part: str, first_name: str) -> bool:
    return min(len(part), len(first_name)) >= _LONG and are_near(part, first_name)


def _join_typos(home: dict[Name, Name], counts: Counter[Name]) -> dict[Name, Name]:
    """Return `home` with lone names joined that differ by a spelling: «بلينكن» and «بلينكين»."""
    lone = sorted((name for name, person in home.items() if name == person and len(name) == 1))
    if len(lone) > _MANY:
        return home
    for name in lone:
        # «ستيلر» for «بن ستيلر» where no fuller name stands: what opens a compound may be a first name.
        first_name, _, last = name[0].rpartition(" ")
        if first_name == "بن" and (last,) in home and not is_known(last):
            home[(last,)] = home[name]
    by_count = sorted((name for name in lone if home[name] == name), key=lambda name: (-counts[name], name))
    for position, name in enumerate(by_count):
        better = next((other for other in by_count[:position] if are_near(name[0], other[0])), None)
        if better is not None:
            home[name] = home[better]
    return home
