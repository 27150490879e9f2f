"""Roles without a name beside them: further offices of the person just named, «الوزير» for a minister named before."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise

from riwaya.arabic.normalise import fold
from riwaya.identify.records import SeenRole
from riwaya.knowledge.offices import terms_of, title_offices
from riwaya.knowledge.people import is_name_of
from riwaya.knowledge.roles import Role, read_role
from riwaya.knowledge.statuses import Status
from riwaya.model import Article, Field, Mention, MentionKind, Span
from riwaya.model.interval import read_interval

TO_COME = "\0to come"  # stands for every office that is called to: «الرئيس المكلف» is not the president
_NEXT = re.compile(r"^\s*[،,]?\s*و?$")
_CLOSE = 4  # characters between two roles of a list
# Offices that stand for their holder without a complement; «الرئيس» and «النائب» are of too many kinds.
_ALONE = frozenset((
    "وزير", "وزيره", "سفير", "سفيره", "محافظ", "متحدث", "متحدثه", "ناطق", "مبعوث", "مبعوثه", "مفوض", "مفوضه", "مدير",
    "مديره", "قايد", "حاكم", "والي", "مندوب", "مندوبه", "قنصل",
))  # fmt: skip
_MINISTERS = ("وزير", "وزيره")
_BEFORE, _BEHIND = 60, 40  # characters around a name that tell that its bearer is called to form a government
_CALLS = re.compile(r"(?:^|\W)[وف]?(?:كلف|كلفت|بتكليف|تكليف)(?: \w+){0,7} $")
_TO_FORM = re.compile(r"^\W*(?:رسميا )?(?:ب|مهمه |بمهمه )?تشكيل (?:ال)?حكومه(?!\w)")
_WHO_IS_CALLED = re.compile(r"^\W*(?:الذي|التي) (?:كلف|كلفت|كلفه|كلفها|كلفته|كلفتها)(?: \w+){0,4}? ب?تشكيل ")


def adjoining_holders(article: Article, mentions: Sequence[Mention]) -> dict[str, str]:
    """Return the holder of each role that goes on a list behind a name: «فلان رئيس مجلس الوزراء حاكم دبي»."""
    persons = {mention.id: mention for mention in mentions if mention.kind is MentionKind.PER}
    starts = {(mention.field, mention.span.start) for mention in persons.values()}
    roles = sorted(
        (mention for mention in mentions if mention.kind is MentionKind.ROLE),
        key=lambda mention: (mention.field, mention.span),
    )
    found: dict[str, str] = {}
    for before, role in pairwise(roles):
        holder = persons.get(before.holder_id or found.get(before.id, ""))
        if role.holder_id or holder is None or role.field is not before.field or holder.field is not role.field:
            continue
        text = article.text if role.field is Field.TEXT else article.title
        gap = text[before.span.end : role.span.start]
        behind = holder.span.end <= before.span.start and 0 < role.span.start - before.span.end <= _CLOSE
        rest = text[role.span.end : role.span.end + 3]
        own = (role.field, role.span.end + len(rest) - len(rest.lstrip(" ،,"))) in starts
        if behind and _NEXT.match(fold(gap)) and not own:
            found[role.id] = holder.id
    return found


def offices_held(roles: Mapping[int, Sequence[SeenRole]], called: Iterable[int]) -> dict[str, dict[int, set[str]]]:
    """Return the nations with which each role's key is held, by person.

    Args:
        roles: of each person.
        called: persons whom somebody calls to form a government.
    """
    held: dict[str, dict[int, set[str]]] = defaultdict(dict)
    for person, seen in roles.items():
        for role in seen:
            for key in (role.key, *([TO_COME] if role.status == Status.DESIGNATE else [])):
                held[key].setdefault(person, set()).add(role.nation)
    for person in called:
        held[TO_COME].setdefault(person, set()).add("")
    return held


def may_hold(article: Article, role: Role, nations: Collection[str], named: Sequence[Mention]) -> bool:
    """Return whether a role without a holder may be that of a person who is given the same one elsewhere.

    «الرئيس الأميركي» is not «الرئيس فلان», nor one who was it once, where the table has another on the article's day.

    Args:
        article: that both stand in.
        role: the role read.
        nations: with which the person is given it, "" among them if without any.
        named: the person's mentions.
    """
    if role.former or (role.nation and any(nations) and role.nation not in nations):
        return False
    interval = read_interval(article.published) if role.nation else None
    if interval is None:
        return True
    offices = title_offices(role.key, role.nation)
    terms = [term for office in offices for term in terms_of(office) if term.covers(interval.first_day) is True]
    return not terms or any(is_name_of(mention.text, term.person) for mention in named for term in terms)


def of_named(
    open_roles: Sequence[tuple[Mention, Role]],
    held: Mapping[str, Mapping[int, set[str]]],
    named: Mapping[int, Sequence[Mention]],
) -> list[tuple[Mention, Role]]:
    """Return the roles without those of whose bearer the article says nothing, as its readers know who is meant.

    «أجرى الرئيس محادثات مع ضيفه الرئيس الجيبوتي فلان. وأكد الرئيس»: a bare office that is told before any bearer is
    named, all of whom are another state's.

    Args:
        open_roles: roles without a holder.
        held: the nations with which each role's key is held, by person.
        named: the mentions of each person.
    """
    bare: dict[str, list[Mention]] = defaultdict(list)
    states: dict[str, set[str]] = defaultdict(set)
    for mention, role in open_roles:
        states[role.key] |= {role.nation} - {""}
        if role.key and " " not in role.key and not role.nation and role.status is Status.HELD:
            bare[role.key].append(mention)
    # «رئيس غواتيمالا» and «الرئيس الهندوراسي» are not both «الرئيس فلان», whose state nothing tells
    found = {
        mention.id
        for mention, role in open_roles
        if len(states[role.key]) > 1 and not any(role.nation in own for own in held.get(role.key, {}).values())
    }
    for key, mentions in bare.items():
        first = min(map(_place, mentions))
        bearers = [
            (person, nations)
            for office, persons in held.items()
            if office == key or office.startswith(f"{key} ")
            for person, nations in persons.items()
        ]
        foreign = all(nations and "" not in nations for _, nations in bearers)
        if foreign and all(min(map(_place, named[person])) > first for person, _ in bearers):
            found.update(mention.id for mention in mentions)
    return [(mention, role) for mention, role in open_roles if mention.id not in found]


def heads_alone(
    open_roles: Sequence[tuple[Mention, Role]], held: Mapping[str, Mapping[int, set[str]]]
) -> dict[str, int]:
    """Return the person of each role that is a held one in short or at length («الوزير», «المفوض الأوروبي للهجرة»).

    Args:
        open_roles: roles without a holder.
        held: the nations with which each role's key is held, by person.
    """
    by_head: dict[str, dict[str, Mapping[int, set[str]]]] = defaultdict(dict)
    for key, persons in held.items():
        by_head[key.split()[0] if key else ""][key] = persons
    rivals = {role.key.split()[0] for _, role in open_roles if len(role.key.split()) > 1}
    found = {}
    for mention, role in open_roles:
        words = role.key.split()
        if role.former or not words or words[0] not in _ALONE:
            continue
        if len(words) == 1:
            definite = fold(mention.text).lstrip("وفبلك").startswith("ال") or bool(role.nation)
            fitting = by_head[words[0]] if definite and words[0] not in rivals else {}
        else:
            shorter = by_head[words[0]].items()
            fitting = {key: who for key, who in shorter if role.nation and role.key.startswith(f"{key} ")}
        people = {
            person
            for persons in fitting.values()
            for person, nations in persons.items()
            if not role.nation or role.nation in nations or (len(words) == 1 and nations == {""})
        }
        if len(people) == 1:
            found[mention.id] = people.pop()
    return found


def called_to_govern(article: Article, mentions: Sequence[Mention]) -> list[str]:
    """Return the mentions of whom somebody calls to form a government: of several names the one right before that."""
    found = []
    for person in (mention for mention in mentions if mention.kind is MentionKind.PER):
        text = article.text if person.field is Field.TEXT else article.title
        before = _plain(text[max(0, person.span.start - _BEFORE) : person.span.start])
        behind = _plain(text[person.span.end : person.span.end + _BEHIND])
        if (_TO_FORM.match(behind) and _CALLS.search(before)) or _WHO_IS_CALLED.match(behind):
            found.append(person.id)
    return found


def _plain(text: str) -> str:
    return re.sub(r"[^\S\n]+", " ", fold(text))


def heads_at_length(
    open_roles: Sequence[tuple[Mention, Role]],
    held: Mapping[str, Mapping[int, set[str]]],
    named: Mapping[int, Sequence[Mention]],
) -> dict[str, int]:
    """Return the person of each minister's office that is told before he is named («وزير النقل ... الوزير فلان»).

    Where two offices or two persons may be meant, or the person is called somebody's counterpart, nobody is.

    Args:
        open_roles: roles without a holder.
        held: the nations with which each role's key is held, by person.
        named: the roles beside each person's name, in the order of the text.
    """
    found: dict[str, int] = {}
    for head in _MINISTERS:
        told = [(mention, role) for mention, role in open_roles if role.key.startswith(f"{head} ")]
        nations = {role.nation for _, role in told if role.nation}
        others = any(key.startswith((f"{head} ", "نظير")) for key, persons in held.items() if persons)
        if len(held.get(head, ())) != 1 or len({role.key for _, role in told}) != 1 or len(nations) > 1 or others:
            continue
        ((person, own),) = held[head].items()
        bare = [mention for mention in named.get(person, ()) if read_role(mention.text).key == head]
        if (
            bare
            and _place(told[0][0]) < _place(bare[0])
            and not any(role.status is not Status.HELD for _, role in told)
            and own <= nations | {""}
        ):
            found |= {mention.id: person for mention, _ in told}
    return found


def _place(mention: Mention) -> tuple[bool, Span]:
    return mention.field is Field.TEXT, mention.span


def former_alone(open_roles: Sequence[tuple[Mention, Role]], former: Mapping[str, set[int]]) -> dict[str, int]:
    """Return the person of each former role that only one bears («الوزير السابق» behind «وزير الدفاع السابق فلان»).

    Args:
        open_roles: roles without a holder.
        former: the persons named with each role as a former one, by its key.
    """
    found = {}
    for mention, role in open_roles:
        words = role.key.split()
        if not role.former or not words:
            continue
        people = set(former.get(role.key, ()))
        if not people and len(words) == 1 and words[0] in _ALONE:
            people = {person for key, who in former.items() if key.split()[0] == words[0] for person in who}
        if len(people) == 1:
            found[mention.id] = people.pop()
    return found
