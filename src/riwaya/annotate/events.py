"""Events coded by PLOVER (Halterman et al. 2023) from a table of triggers and the mentions around them.

A verb's actor is the mention behind it (before it in a headline), its target the next one in the case that the
trigger's frame asks for. What the sentence does not say stays empty, and weak evidence keeps a low score.
"""

from __future__ import annotations

import csv
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from riwaya.annotate.document import Document
from riwaya.arabic.normalise import fold
from riwaya.model import Event, EventMode, Mention, MentionKind, Span, Time, TimeType

_ACTORS = (MentionKind.PER, MentionKind.ORG, MentionKind.GPE, MentionKind.ROLE, MentionKind.NORP)
_PLACES = (MentionKind.GPE, MentionKind.LOC)
_CASES = {
    "object": (), "with": ("مع",), "on": ("علي",), "by": ("ب",), "to": ("ل", "الي"), "from": ("من",),
    "against": ("ضد", "علي"), "about": ("عن",),
}  # fmt: skip
_REACH = 14  # tokens on either side of a trigger


@dataclass(frozen=True, slots=True)
class Trigger:
    """What a word form says: event type, verb or noun, the case of its target, and whether it lies ahead."""

    type: str
    verb: bool
    frame: str
    future: bool = False


@dataclass(frozen=True, slots=True)
class _Argument:
    first: int
    last: int
    span: Span
    kind: MentionKind
    case: str  # preposition in front, attached ones included; "" for none


@cache
def _cues(group: str) -> frozenset[str]:
    text = files("riwaya.resources").joinpath("event_cues.tsv").read_text("utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return next(frozenset(row["words"].split()) for row in rows if row["group"] == group)


@cache
def triggers() -> dict[str, Trigger]:
    """Return every inflected folded form with what it triggers; a form that two rows share keeps the first."""
    text = files("riwaya.resources").joinpath("event_triggers.tsv").read_text("utf-8")
    found: dict[str, Trigger] = {}
    for row in csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
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
    role_case: dict[str, str] = {}
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
            role_case[mention.holder_id] = case
            continue
        if mention.id in held:
            case = role_case.get(mention.id, case)
        arguments.append(_Argument(first, last, mention.span, mention.kind, case))
    return arguments


def _is_adjective(mention: Mention) -> bool:
    """Return whether a nation's word is no group of people («الأميركي», not «الأميركيون»)."""
    return mention.kind is MentionKind.NORP and not fold(mention.text).endswith(("ون", "ين"))


def _case_of(document: Document, span: Span, first: int) -> str:
    """Return the preposition that governs a mention: attached, or the word in front."""
    token = document.tokens[first]
    attached = fold(document.text[token.start : span.start]).removeprefix("و").removeprefix("ف")
    if attached[:1] in ("ب", "ل", "ك"):
        return attached[0]
    before = document.tokens[first - 1].form if first else ""
    return before.removeprefix("و") if before.removeprefix("و") in _cues("prepositions") else ""


def _make_event(document: Document, index: int, trigger: Trigger, near: list[_Argument], time: str) -> Event | None:
    place = next((one for one in near if one.kind in _PLACES and one.case in ("في", "ب")), None)
    people = [one for one in near if one is not place and one.kind is not MentionKind.LOC]
    behind = [one for one in people if one.first > index]
    before = [one for one in people if one.last < index]
    actor, target = _fill(document, index, trigger, before, behind)
    if actor is None and target is None:
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
        _mode(document, index, trigger),
        (actor.span,) if actor else (),
        (target.span,) if target else (),
        place.span if place else None,
        time,
        round(score, 2),
    )


def _fill(
    document: Document, index: int, trigger: Trigger, before: list[_Argument], behind: list[_Argument]
) -> tuple[_Argument | None, _Argument | None]:
    """Return actor and target by the trigger's frame."""
    cases = _CASES[trigger.frame]
    if not trigger.verb:
        target = next((one for one in behind if one.case in cases or (not cases and one.case == "")), None)
        actor = next((one for one in behind if one is not target and one.case == "" and one.first - index <= 4), None)
        return actor, target
    # A headline puts the subject first: «الوزير يلتقي نظيره».
    subject = before[-1] if before and index - before[-1].last <= 1 and before[-1].case == "" else None
    rest = behind
    if subject is None:
        subject = next((one for one in behind if one.case == "" and _is_near(document, index, one)), None)
        rest = [one for one in behind if subject is not None and one.first > subject.last]
    target = next((one for one in rest if one.case in cases or (not cases and one.case == "")), None)
    if target is None and trigger.frame == "with":
        target = next((one for one in rest if one.case == ""), None)
    return subject, target


def _is_near(document: Document, index: int, argument: _Argument) -> bool:
    """Return whether no break or preposition stands between a verb and its subject."""
    between = document.tokens[index + 1 : argument.first]
    return len(between) <= 4 and not any(
        token.kind == "mark" or token.form in _cues("prepositions") for token in between
    )


def _mode(document: Document, index: int, trigger: Trigger) -> EventMode:
    forms = {token.form.removeprefix("و") for token in document.tokens[max(0, index - 3) : index]}
    if forms & _cues("negations"):
        return EventMode.DENIED
    if forms & _cues("threats"):
        return EventMode.THREATENED
    return EventMode.PLANNED if trigger.future or forms & _cues("plans") else EventMode.HAPPENED


def _sentence_time(times: Sequence[Time], sentence: Span) -> str:
    for time in times:
        if time.type in (TimeType.DATE, TimeType.TIME) and time.value and sentence.contains(time.span):
            return time.value
    return ""
