"""Events coded by PLOVER (Halterman et al. 2023) from a table of triggers and the mentions around them.

An event is given only where the grammar carries it: an active verb with its subject and its object in one clause, a
passive or a noun with whom it befell. Who did it is then named by a by-phrase («برصاص X») or stays empty.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from riwaya.annotate.document import Document
from riwaya.arabic.normalise import fold
from riwaya.model import Event, EventMode, Mention, MentionKind, Span, Time, TimeType
from riwaya.tables import read_table

_ACTORS = (MentionKind.PER, MentionKind.ORG, MentionKind.GPE, MentionKind.ROLE, MentionKind.NORP)
_PLACES = (MentionKind.GPE, MentionKind.LOC)
_CASES = {
    "object": (), "with": ("مع",), "on": ("علي",), "by": ("ب",), "to": ("ل", "الي"), "from": ("من",),
    "against": ("ضد",), "about": ("عن",), "victim": (),
}  # fmt: skip
_REACH = 14  # tokens on either side of a trigger
_FAR = 3  # words between a verb's subject, or a noun, and the target behind a preposition
_HARMS = ("ASSAULT", "COERCE")  # without vowels these verbs are as often passive as active
_HARMED = (MentionKind.PER, MentionKind.NORP, MentionKind.ROLE)
_BY_PHRASES = (["علي", "يد"], ["علي", "ايدي"], ["من", "قبل"], ["من", "جانب"])


@dataclass(frozen=True, slots=True)
class Trigger:
    """What a word form says: event type, verb or noun, the case of its target, and whether it lies ahead."""

    type: str
    verb: bool
    frame: str
    future: bool = False


@dataclass(frozen=True, slots=True)
class _Argument:
    lead: int  # first token, with the role in front
    first: int
    last: int
    span: Span
    kind: MentionKind
    case: str  # preposition in front, attached ones included; "" for none


@cache
def cues(group: str) -> frozenset[str]:
    """Return the folded words of one group in the table of cues."""
    rows = read_table("event_cues.tsv")
    return next(frozenset(row["words"].split()) for row in rows if row["group"] == group)


@cache
def triggers() -> dict[str, Trigger]:
    """Return every inflected folded form with what it triggers; a form that two rows share keeps the first."""
    found: dict[str, Trigger] = {}
    for row in read_table("event_triggers.tsv"):
        verb = row["part"] == "verb"
        forms = _verb_forms(fold(row["form"]), fold(row["imperfect"])) if verb else _noun_forms(fold(row["form"]))
        for form, future in forms:
            found.setdefault(form, Trigger(row["type"], verb, row["frame"], future))
    return found


def _verb_forms(perfect: str, imperfect: str) -> list[tuple[str, bool]]:
    """Return the third person forms of a verb, each with whether it is a future."""
    weak = perfect.endswith(("ي", "ا"))
    stem = perfect[:-1] if weak else perfect
    forms = [(form, False) for form in (perfect, f"{stem}ت", f"{stem}وا", f"{stem}تا", f"{perfect}ا")]
    root = imperfect[1:]
    short = root[:-1] if root.endswith(("ي", "و", "ا")) else root
    for person in "يت":
        for ending in (root, f"{short}ون", f"{root}ان"):
            forms += [(person + ending, False), ("س" + person + ending, True)]
    return [(prefix + form, future) for form, future in forms for prefix in ("", "و", "ف")]


def _noun_forms(noun: str) -> list[tuple[str, bool]]:
    return [(prefix + noun, False) for prefix in ("", "و", "ال", "وال", "ب", "ل", "بال")]


def find_events(document: Document, mentions: Sequence[Mention], times: Sequence[Time]) -> list[Event]:
    """Return the events that a document reports, in text order, at most one a trigger."""
    known = triggers()
    here = [mention for mention in mentions if mention.field is document.field]
    arguments = _read_arguments(document, here)
    starts = [argument.first for argument in arguments]
    events: dict[str, Event] = {}
    sentence_index = 0
    covered = {index for argument in arguments for index in range(argument.first, argument.last + 1)}
    for index, token in enumerate(document.tokens):
        trigger = known.get(token.form)
        if trigger is None or index in covered:
            continue
        while sentence_index < len(document.sentences) - 1 and document.sentences[sentence_index].end <= token.start:
            sentence_index += 1
        sentence = document.sentences[sentence_index]
        low = bisect_left(starts, index - _REACH)
        near = arguments[low : bisect_left(starts, index + _REACH)]
        near = [argument for argument in near if sentence.contains(argument.span)]
        event = _make_event(document, index, trigger, near, _sentence_time(times, sentence))
        if event is not None:
            events.setdefault(event.id, event)
    return list(events.values())


def _read_arguments(document: Document, mentions: Sequence[Mention]) -> list[_Argument]:
    """Return the outermost mentions that can act or be a place, a role and its holder as the holder alone."""
    held = {mention.holder_id for mention in mentions if mention.holder_id}
    arguments: list[_Argument] = []
    roles: dict[str, tuple[str, int]] = {}
    end = -1
    for mention in sorted(mentions, key=lambda mention: (mention.span.start, -mention.span.end)):
        first = bisect_left(document.token_starts, mention.span.start + 1) - 1
        last = bisect_left(document.token_starts, mention.span.end) - 1
        if mention.span.start < end or first < 0:
            continue
        if mention.kind not in (*_ACTORS, MentionKind.LOC) or _is_adjective(mention):
            continue
        end = mention.span.end
        case = _case_of(document, mention.span, first)
        if mention.holder_id:
            roles[mention.holder_id] = (case, first)
            continue
        lead = first
        if mention.id in held:
            case, lead = roles.get(mention.id, (case, first))
        arguments.append(_Argument(lead, first, last, mention.span, mention.kind, case))
    return arguments


def _is_adjective(mention: Mention) -> bool:
    """Return whether a nation's word is no group of people («الأميركي», not «الأميركيون»)."""
    return mention.kind is MentionKind.NORP and not fold(mention.text).endswith(("ون", "ين", "يان"))


def _case_of(document: Document, span: Span, first: int) -> str:
    """Return the preposition that governs a mention: attached, or the word in front."""
    token = document.tokens[first]
    attached = fold(document.text[token.start : span.start])
    if attached in ("و", "ف"):
        return attached
    attached = attached.removeprefix("و").removeprefix("ف")
    if attached[:1] in ("ب", "ل", "ك"):
        return attached[0]
    before = document.tokens[first - 1].form if first else ""
    return before.removeprefix("و") if before.removeprefix("و") in cues("prepositions") else ""


def _make_event(document: Document, index: int, trigger: Trigger, near: list[_Argument], time: str) -> Event | None:
    place = next((one for one in near if one.kind in _PLACES and one.case in ("في", "ب")), None)
    people = [one for one in near if one is not place and one.kind is not MentionKind.LOC]
    actor, target = _fill(document, index, trigger, people)
    if target is None:
        return None
    spans = [one.span for one in (actor, target) if one is not None]
    token = document.tokens[index]
    span = Span(min(token.start, *(one.start for one in spans)), max(token.end, *(one.end for one in spans)))
    score = 0.35 + 0.15 * trigger.verb + 0.12 * (actor is not None) + 0.13 * (target is not None)
    return Event(
        Event.make_id(document.article.id, span, trigger.type),
        document.article.id,
        span,
        trigger.type,
        mode_of(document, index, trigger),
        (actor.span,) if actor else (),
        (target.span,) if target else (),
        place.span if place else None,
        time,
        round(score, 2),
    )


def _fill(
    document: Document, index: int, trigger: Trigger, people: Sequence[_Argument]
) -> tuple[_Argument | None, _Argument | None]:
    """Return actor and target by the trigger's frame; no target where the grammar does not carry one."""
    behind = [one for one in people if one.lead > index]
    if not trigger.verb:
        if trigger.frame == "victim":
            return _suffered(document, index, behind)
        owner = behind[0] if behind and behind[0].lead == index + 1 and _is_agent(behind[0]) else None
        rest = [one for one in behind if one is not owner]
        return owner, _find_target(document, owner.last if owner else index, trigger, rest)
    if _after(document, index, -1) in cues("relatives") or _after(document, index, -1) in cues("prepositions"):
        return None, None
    subject = _find_subject(document, index, people)
    if subject is not None:
        last = max(index, subject.last)
        target = _find_target(document, last, trigger, [one for one in people if one.lead > last])
        if target is not None:
            return subject, target
    if trigger.type in _HARMS and trigger.frame == "object" and document.tokens[index].form in _passives():
        return _suffered(document, index, behind, closed=True)
    return None, None


def _is_agent(argument: _Argument) -> bool:
    """Return whether a noun's genitive did it («لقاء X»); a town is where it happened («قمة X»)."""
    return argument.case == "" and argument.kind in (MentionKind.PER, MentionKind.ROLE)


@cache
def _passives() -> frozenset[str]:
    return frozenset(prefix + word for word in cues("passives") for prefix in ("", "و", "ف"))


def _after(document: Document, index: int, step: int) -> str:
    """Return the form of a token near another, "" beyond the text."""
    position = index + step
    return document.tokens[position].form if 0 <= position < len(document.tokens) else ""


def _find_subject(document: Document, index: int, people: Sequence[_Argument]) -> _Argument | None:
    """Return the subject right behind a verb, or right before it at the head of a clause («الوزير يلتقي نظيره»)."""
    for one in people:
        before = document.tokens[one.lead - 1]
        opens = one.lead == 0 or (before.kind == "mark" and before.form != "#")
        # Headlines also stand on a line of their own.
        opens = opens or "\n" in document.text[document.tokens[one.lead - 1].end : document.tokens[one.lead].start]
        if one.case == "" and (one.lead == index + 1 or (one.last == index - 1 and opens)):
            return one if _agrees(document, index, one) else None
    return None


def _agrees(document: Document, index: int, subject: _Argument) -> bool:
    """Return whether a masculine form can have this subject: «رفض إيران» is a noun, «رفضت إيران» a verb."""
    form = document.tokens[index].form.removeprefix("و").removeprefix("ف").removeprefix("س")
    name = fold(subject.span.of(document.text))
    if subject.kind is MentionKind.NORP:
        return not name.endswith("ين")
    if form.startswith("ت") or form.endswith("ت"):
        return subject.kind is not MentionKind.GPE or name not in cues("masculine_lands")
    if subject.kind is MentionKind.GPE:
        return name in cues("masculine_lands")
    return subject.kind is not MentionKind.ORG or not name.split()[0].endswith(("ه", "ات"))


def _find_target(document: Document, last: int, trigger: Trigger, rest: Sequence[_Argument]) -> _Argument | None:
    """Return the target behind token `last`: a bare object at once, one behind a preposition within the clause."""
    cases = _CASES[trigger.frame]
    for one in rest:
        bare = one.case == "" and trigger.verb and trigger.frame in ("object", "with")
        if bare and _is_counted(document, last, one.lead):
            return one
        if one.case in cases and one.lead - last - 1 <= _FAR and _is_open(document, last, one.lead):
            return one
    return None


def _is_counted(document: Document, last: int, first: int) -> bool:
    """Return whether nothing but a number stands between two tokens («أربعة فلسطينيين»)."""
    between = document.tokens[last + 1 : first]
    return all(token.form.isdigit() or token.form in cues("numbers") for token in between) and len(between) <= 2


def _is_open(document: Document, last: int, first: int) -> bool:
    """Return whether no mark and no conjunction parts two tokens, and one preposition at most stands between them."""
    between = document.tokens[last + 1 : first]
    links = sum(token.form.removeprefix("و") in cues("prepositions") for token in between)
    return links <= 1 and not any(token.kind == "mark" or token.form in cues("breaks") for token in between)


def _suffered(
    document: Document, index: int, behind: Sequence[_Argument], *, closed: bool = False
) -> tuple[_Argument | None, _Argument | None]:
    """Return by whom and whom a passive or a noun of harm names; `closed` where no object may follow."""
    target = behind[0] if behind else None
    # «اغتيال إسرائيل لباحثين»: a state or body behind such a noun may as well have done it.
    if (
        target is None
        or target.kind not in _HARMED
        or target.case != ""
        or not _is_counted(document, index, target.lead)
    ):
        return None, None
    following = _after(document, target.last, 1)
    attached = following.startswith(("ب", "و", "ل")) or following in cues("prepositions") or following == ""
    ended = target.last + 1 >= len(document.tokens) or document.tokens[target.last + 1].kind == "mark"
    if closed and not (attached or ended):
        return None, None
    return _by_whom(document, target.last, behind[1:]), target


def _by_whom(document: Document, last: int, rest: Sequence[_Argument]) -> _Argument | None:
    """Return whom a by-phrase names: «برصاص X», «على يد X», «في غارة لـX»."""
    for one in rest[:2]:
        gap = document.tokens[last + 1 : one.lead]
        if len(gap) > 4 or any(token.kind == "mark" for token in gap):
            return None
        forms = [token.form for token in gap]
        if not forms:
            continue
        direct = one.case in ("", "قبل") and (forms[-1] in cues("by_words") or forms[-2:] in _BY_PHRASES)
        strike = one.case == "ل" and bool(set(forms) & cues("strikes"))
        if direct or strike:
            return one
    return None


def mode_of(document: Document, index: int, trigger: Trigger | None = None) -> EventMode:
    """Return whether the words before a token deny, threaten or plan what it tells; a trigger knows its own form."""
    before = document.tokens[max(0, index - 3) : index]
    marks = [position for position, token in enumerate(before) if token.kind == "mark"]
    forms = [token.form.removeprefix("و") for token in before[marks[-1] + 1 if marks else 0 :]]
    denied = bool(set(forms) & cues("denials"))
    verb, future = (trigger.verb, trigger.future) if trigger is not None else (True, False)
    if denied or (verb and forms and forms[-1] in cues("negations")):
        return EventMode.DENIED
    if set(forms) & cues("threats"):
        return EventMode.THREATENED
    return EventMode.PLANNED if future or set(forms) & cues("plans") else EventMode.HAPPENED


def _sentence_time(times: Sequence[Time], sentence: Span) -> str:
    for time in times:
        if time.type in (TimeType.DATE, TimeType.TIME) and time.value and sentence.contains(time.span):
            return time.value
    return ""
