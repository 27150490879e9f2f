"""Whose an office is that a reader ties to another name: of the name right beside it, or of nobody.

«سليم الحداد وكريم سعد عضو المجلس», «يشغل سليم الحداد منصب نائب الرئيس كريم سعد», «اتفق الوزير وكريم سعد».
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from riwaya.annotate.document import Document
from riwaya.annotate.mentions.lexicon import name_shares, nation_words, role_words, words
from riwaya.arabic.normalise import fold
from riwaya.knowledge.offices import is_ever_titled
from riwaya.knowledge.role_numbers import Number, number_of
from riwaya.knowledge.roles import is_office, read_role
from riwaya.knowledge.subordinates import SERVING
from riwaya.model import Mention

_REACH = 60  # characters looked at before a role, and between it and a name
_AND = re.compile(r"(?:^|[\s،,()])و[بلك]?$")
_PUNCTUATION = re.compile(r"[^\w\s]+")
_COMMA = re.compile(r"\s*[،,]\s*")
_WHO_IS = re.compile(r"[،,]? (?:وهو|وهي) $")
_POST = re.compile(r" (?:في )?[لب]?(?:منصب|مهام|مهمة) $")


def nearer_holders(
    document: Document,
    persons: Mapping[str, Mention],
    before: Mapping[str, Sequence[Mention]],
    behind: Mapping[str, Sequence[Mention]],
) -> dict[str, str]:
    """Return the right holder's id, "" for nobody, by the id of each role that a reader ties to another name.

    Of two answers the name right beside the role wins.

    Args:
        document: the field that they stand in.
        persons: its persons by id.
        before, behind: roles before and behind the names that a reader ties them to, by the person's id.
    """
    found = _joined(document, before, persons) | _made(document, persons, behind)
    found |= _between(document.text, persons, before, behind)
    found |= _listed(document.text, persons, before, behind)
    return found | _posted(document, before, persons) | _next(document.text, before, persons.values())


def _made(
    document: Document, persons: Mapping[str, Mention], behind: Mapping[str, Sequence[Mention]]
) -> dict[str, str]:
    """Return the holder of each office right behind whose name it stands while a reader ties it to one before that.

    «عين الملك فلان كريم سعد وزيرا», «سليم الحداد وكريم سعد عضو المجلس»
    """
    ends = {mention.span.end: mention for mention in persons.values()}
    found = {}
    for holder, roles in behind.items():
        for role in roles:
            near = ends.get(role.span.start - 1)
            one = number_of(role.text) is Number.ONE and not document.text[role.span.start - 1].strip()
            if near is not None and near.span.start >= persons[holder].span.end and one:
                found[role.id] = near.id
    return found


def _next(text: str, before: Mapping[str, Sequence[Mention]], persons: Iterable[Mention]) -> dict[str, str]:
    """Return the holder of each role right before whose name it stands while a reader ties it to a later one.

    «حذرت رئيسة الوزراء هدى الحداد الرئيس كريم سعد»; but «محامي الرئيس سليم الحداد» is held by whom the text names next.
    """
    # What is neither a name in full nor a known one may be another word («لديها»).
    named = [one for one in persons if len(one.text.split()) > 1 or fold(one.text) in name_shares()]
    names = {one.span.start: one.id for one in named}
    ends = {one.id: one.span.end for one in named}
    found = {}
    for holder, roles in before.items():
        for role in roles:
            near = names.get(role.span.end + 1, holder)
            if near == holder:
                continue
            if not _heads_serving(role) and not serves(role):
                found[role.id] = near
            elif text[ends[near] : ends[near] + 2] == " و":
                found[role.id] = "" if serves(role) else near  # «نائب المدرب سليم الحداد واللاعب كريم سعد»
    return found


def _posted(
    document: Document, before: Mapping[str, Sequence[Mention]], persons: Mapping[str, Mention]
) -> dict[str, str]:
    """Return the holder of each office that a verb gives to the name before it («يشغل فلان منصب نائب الرئيس علان»)."""
    text = document.text
    ends = {one.span.end: one.id for one in persons.values()}
    found = {}
    for holder, roles in before.items():
        for role in roles:
            ahead = text[max(0, role.span.start - _REACH) : role.span.start]
            apart = text[role.span.end : persons[holder].span.start] != " "
            told = _POST.search(ahead) or _WHO_IS.search(ahead)
            near = ends.get(role.span.start - len(told[0])) if told else None
            # «محامي سعد، وهو الوزير السابق | كريم الحداد» is Haddad
            if near is not None and (apart or _POST.search(ahead) or _heads_serving(role) or serves(role)):
                found[role.id] = near
            elif _POST.search(ahead) and _heads_serving(role) and serves(role):
                found[role.id] = ""  # «وتقلد أختر أيضا منصب نائب الملا | برادر»
    return found


def _between(
    text: str,
    persons: Mapping[str, Mention],
    before: Mapping[str, Sequence[Mention]],
    behind: Mapping[str, Sequence[Mention]],
) -> dict[str, str]:
    """Return the holder of each office between two names, one of whom has another office of his own.

    «كريم سعد وزير الدولة، سليم الحداد وزير المالية», «سلم السفير كريم سعد، القيادي السابق، سليم الحداد»
    """
    ends = {one.span.end: one.id for one in persons.values()}
    starts = {one.span.start: one.id for one in persons.values()}
    found = {}
    for holder, roles in before.items():
        own = any(role.span.start <= persons[holder].span.end + len("، ") for role in behind.get(holder, ()))
        for role in roles:
            near = ends.get(role.span.start - 1)
            if near is not None and own and _COMMA.fullmatch(text, role.span.end, persons[holder].span.start):
                found[role.id] = near
    for holder, roles in behind.items():
        for role in roles:
            comma = _COMMA.match(text, role.span.end)
            near = starts.get(comma.end()) if comma else None
            led = _COMMA.fullmatch(text, persons[holder].span.end, role.span.start) is not None
            bare = near is not None and not before.get(near) and not behind.get(near)
            own = any(_is_office_like(each) for each in before.get(holder, ()))
            known = is_ever_titled(persons[holder].text, role.text)
            if near is not None and led and own and bare and not known:
                found[role.id] = near
    return found


def _listed(
    text: str,
    persons: Mapping[str, Mention],
    before: Mapping[str, Sequence[Mention]],
    behind: Mapping[str, Sequence[Mention]],
) -> dict[str, str]:
    """Return the holder of each office before a name that «و» joins to it, where the list gives each the one behind.

    «كريم سعد وزير العدل ورئيس اللجنة | وسليم الحداد وزير المالية»: of a rare name «و» is read as its first letter.
    """
    ends = {one.span.end: one.id for one in persons.values()}
    ends |= {role.span.end: holder for holder, roles in behind.items() for role in roles}
    found: dict[str, str] = {}
    for holder, roles in before.items():
        start = persons[holder].span.start
        if not (persons[holder].text.startswith("و") and behind.get(holder)):
            continue
        for role in sorted(roles, key=lambda each: each.span):
            end = role.span.start - (2 if text[role.span.start - 1] == "و" else 1)
            near = ends.get(end)
            if near not in (None, holder) and not text[role.span.end : start].strip():
                found[role.id] = str(near)
                ends[role.span.end] = str(near)
    return found


def _joined(
    document: Document, before: Mapping[str, Sequence[Mention]], persons: Mapping[str, Mention]
) -> dict[str, str]:
    """Return the holder of each role to which a name behind it is but joined, "" where none stands right before it.

    «سليم الحداد زعيم الحركة وكريم سعد», «اتفق الوزير وكريم سعد»: no «و» parts a role from its holder.
    """
    text = document.text
    ends = {one.span.end: one for one in persons.values()}
    found = {}
    for holder, roles in before.items():
        start = persons[holder].span.start
        for role in roles:
            gap = text[role.span.end : start]
            one = number_of(role.text) is Number.ONE
            joined = gap.strip(" ،,()") == "و" or _is_other_national(gap) or (one and _is_coordinated(gap))
            if len(gap) > _REACH or not joined:
                continue
            near = ends.get(_end_before(text, role.span.start))
            own = near is not None and near.id != holder and one
            found[role.id] = near.id if own and near is not None else ""
    return found


def _is_coordinated(gap: str) -> bool:
    """Return whether «و» leads a name, or the titles before it («ولي العهد، ومعالي | فلان»)."""
    forms = _PUNCTUATION.sub(" ", fold(gap)).split()
    while len(forms) > 1 and _is_title_before(forms[-1]):
        forms.pop()
    last = forms[-1] if forms else ""
    return _AND.search(gap) is not None or (last[:1] == "و" and _is_title_before(last[1:]))


def _is_title_before(form: str) -> bool:
    head = role_words().get((form.removeprefix("ال"),))
    return form in words("honours") or (form.startswith("ال") and head is not None and head.kind in ("title", "rank"))


def _is_other_national(gap: str) -> bool:
    """Return whether a nation joins the name behind it to the role («لاعبا الفريق، والألماني فلان»)."""
    word = gap.strip(" ،,")
    return word.startswith("وال") and fold(word[1:]) in nation_words()


def _end_before(text: str, start: int) -> int:
    """Return where the word before a place ends, blanks, commas and a bracket passed over."""
    while start and text[start - 1] in " ،,(":
        start -= 1
    return start


def _is_office_like(role: Mention) -> bool:
    return is_office(read_role(role.text).key)


def _heads_serving(role: Mention) -> bool:
    return fold(role.text).split(" ")[0].removeprefix("ال") in SERVING


def serves(role: Mention) -> bool:
    """Return whether the name behind a role may be whom its bearer serves («محامي الرئيس الروسي | فلان»)."""
    forms = [fold(word) for word in role.text.split()]
    while len(forms) > 1 and forms[-1] in nation_words():
        forms.pop()
    return len(forms) > 1 and _is_title(forms[-1])


def _is_title(form: str) -> bool:
    bare = form.removeprefix("لل").removeprefix("ال")
    head = role_words().get((bare,))
    return form != bare and head is not None and head.number == "s" and head.kind in ("office", "title", "rank")
