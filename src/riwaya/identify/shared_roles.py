"""One role noun in front of several persons: «وزيرا الخارجية X وY», «الرئيسان الفرنسي X والتركي Y».

A reader ties a role to one holder. The others that the noun's number counts are read here, each with the nation or the
portfolio that stands before the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from riwaya.arabic.names import fold_name
from riwaya.arabic.normalise import fold
from riwaya.knowledge.names import find_nation, nation_key
from riwaya.knowledge.role_numbers import Number, as_ones, number_of, singular
from riwaya.knowledge.roles import is_office, read_role
from riwaya.model import Article, Field, Mention, MentionKind
from riwaya.tables import read_table

_REACH = 60  # characters between two names of one list
_MOST = 12  # holders of one noun
_COUNTERPART = re.compile(r"[وبل]{0,2}نظيره")
_SENTENCE = re.compile(r"[.!?؟\n]")
_AND = re.compile(r"^\s*[،,]?\s*و$")
_COMMA = re.compile(r"^\s*[،,]\s*$")
_TITLE = re.compile(r"^\s*[،,]?\s*و((?:ال\w+\s+){1,4})$")
_AND_PART = re.compile(r"^و(?=ال\w{2})")
_DUAL_NATION = ("ان", "ين", "يان", "يين")


@dataclass(frozen=True, slots=True)
class SharedRole:
    """A further holder of a role, or another reading of a role's words.

    Attributes:
        role_id: the role's mention.
        person_id: the mention of the person who holds it.
        text: the role's words as they would stand before this name alone («وزير الخارجية التركي»).
        own: the role's mention stands before this name; its words are read anew.
    """

    role_id: str
    person_id: str
    text: str
    own: bool


def share_roles(article: Article, mentions: Sequence[Mention]) -> Iterator[SharedRole]:
    """Yield who holds the roles of two or more besides the first, and what each one's words say."""
    persons = sorted(
        (mention for mention in mentions if mention.kind is MentionKind.PER),
        key=lambda mention: (mention.field, mention.span),
    )
    place = {mention.id: index for index, mention in enumerate(persons)}
    roles = [mention for mention in mentions if mention.kind is MentionKind.ROLE and mention.holder_id in place]
    before = {mention.holder_id: mention for mention in roles}
    for role in roles:
        number = number_of(role.text)
        first = persons[place[role.holder_id]]
        if number is Number.ONE or first.field is not role.field or first.span.start < role.span.end:
            continue
        most = 2 if number is Number.TWO else _MOST
        listed = persons[place[role.holder_id] : place[role.holder_id] + most]
        yield from _share(article, role, listed, before)
    yield from _counterparts(article, mentions, persons)


def _counterparts(article: Article, mentions: Sequence[Mention], persons: Sequence[Mention]) -> Iterator[SharedRole]:
    """Yield the office of who is called somebody's counterpart in one sentence: «الرئيس التونسي ... نظيره الجزائري»."""
    known = {person.id for person in persons}
    roles = sorted(
        (each for each in mentions if each.kind is MentionKind.ROLE), key=lambda each: (each.field, each.span)
    )
    office: Mention | None = None
    for role in roles:
        noun, _, state = role.text.partition(" ")
        if not _COUNTERPART.fullmatch(noun):
            office = role if is_office(read_role(role.text).key) else office
            continue
        text = article.text if role.field is Field.TEXT else article.title
        if office is None or office.field is not role.field or office.holder_id == role.holder_id:
            continue
        between = text[office.span.end : role.span.start]
        told = read_role(office.text)
        near = len(between) <= 2 * _REACH and not _SENTENCE.search(between)
        if (
            near
            and role.holder_id in known
            and nation_key(state)
            and number_of(office.text) is Number.ONE
            and told.nation
            and told.of  # in words apart from the office's: «قائد الأركان الأميركي», «رئيس اتحاد اللعبة في سوريا»
        ):
            yield SharedRole(role.id, role.holder_id, f"{_for_another(told.office)} {state}".lstrip(), own=True)


def _for_another(office: str) -> str:
    """Return an office as another state has it: of a ministry in several parts foreign affairs alone, else ""."""
    words = office.split()
    if not any(_AND_PART.match(word) for word in words[2:]):
        return office
    foreign = number_of(office) is Number.ONE and any(fold_name(word) == "الخارجيه" for word in words[1:3])
    return f"{words[0]} الخارجية" if foreign else ""


def _share(
    article: Article, role: Mention, listed: Sequence[Mention], before: dict[str, Mention]
) -> Iterator[SharedRole]:
    text = article.text if role.field is Field.TEXT else article.title
    holders: list[tuple[Mention, str]] = []  # with the words that stand before the name
    for position, person in enumerate(listed):
        if not position:
            holders.append((person, ""))
            continue
        last = listed[position - 1]
        if person.field is not role.field or not 0 <= person.span.start - last.span.end <= _REACH:
            break
        between = fold(text[last.span.end : person.span.start])
        titled = _TITLE.match(between)
        own = before.get(person.id)
        if titled and (own is None or own.span.start >= last.span.end):
            holders.append((person, text[last.span.end : person.span.start].strip(" ،,").removeprefix("و").strip()))
        elif _AND.match(between) or (_COMMA.match(between) and number_of(role.text) is Number.MANY):
            holders.append((person, ""))
        else:
            break
    if len(holders) > 1 or number_of(role.text) is Number.TWO:
        yield from _distribute(role, holders, before)


def _distribute(
    role: Mention, holders: Sequence[tuple[Mention, str]], before: dict[str, Mention]
) -> Iterator[SharedRole]:
    """Yield each holder's role."""
    portfolios = _portfolios(role.text)
    respective = len(portfolios) == len(holders) > 1 and not any(words for _, words in holders)
    common = singular(role.text)
    for position, (person, words) in enumerate(holders):
        if respective:
            title = portfolios[position]
        elif words:
            title = _with_words(common, words, read=person.id in before)
            if not title:
                return  # another clause begins here
        else:
            title = common if not position else _for_all(common)
        own = before.get(person.id)
        home = own if own is not None and (own is role or words) else role
        yield SharedRole(home.id, person.id, as_ones(title), own=home is own)


def _portfolios(text: str) -> list[str]:
    """Return the roles of «وزيرا الداخلية والدفاع» one by one, none where the words name one office."""
    words = singular(text).split()
    parts: list[list[str]] = [[]]
    for word in words[1:]:
        if _AND_PART.match(word) and parts[-1]:
            parts.append([word[1:]])
        else:
            parts[-1].append(word)
    if len(parts) < 2 or any(nation_key(part[0]) for part in parts if part):
        return []
    return [" ".join((words[0], *part)) for part in parts]


@cache
def _ministries() -> frozenset[str]:
    """Return the folded words behind «وزارة» in the names of ministries."""
    names = (row["pattern"].split() for row in read_table("body_patterns.tsv"))
    return frozenset(fold_name(words[1]) for words in names if len(words) > 1 and words[0] == "وزارة")


@cache
def _verbs() -> frozenset[str]:
    return frozenset(row["form"] for row in read_table("finite_verbs.tsv"))


def _with_words(common: str, words: str, *, read: bool) -> str:
    """Return the role with another nation, or of another portfolio («والدفاع Y»); "" where the words are neither.

    `read`: the reader took the words for a role.
    """
    told = words.split()
    nations = [nation_key(word) for word in told]
    if all(nations):
        return " ".join((_for_all(common, every=True), *told))
    if any(nations[:1]) or not (read or fold_name(told[0]) in _ministries()) or fold_name(told[0]) in _verbs():
        return ""
    return " ".join((common.split()[0], *told))


def _for_all(common: str, *, every: bool = False) -> str:
    """Return a role without the nation that is the first holder's alone; «الوزيران اللبنانيان» are both of it."""
    words = common.split()
    start, end, nation = find_nation([fold_name(word) for word in words])
    if nation and start and (every or not fold_name(words[start]).endswith(_DUAL_NATION)):
        del words[start:end]  # «الكوري الشمالي» is one nation in two words
        return _for_all(" ".join(words), every=every)
    return " ".join(words)
