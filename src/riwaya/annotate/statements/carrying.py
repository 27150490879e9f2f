"""Speakers of cues without a written subject: carried from the clause or sentence before, by agreement."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from riwaya.annotate.statements.antecedents import antecedent, is_named_behind
from riwaya.annotate.statements.attributions import Attribution
from riwaya.annotate.statements.drafts import Draft
from riwaya.annotate.statements.lexicon import cue_forms, past_forms, strip_conjunction
from riwaya.annotate.statements.passives import is_passive
from riwaya.annotate.statements.phrase_starts import RELATIVES, noun_of, without_l
from riwaya.annotate.statements.reading import Reading, is_definite
from riwaya.annotate.statements.speaker_spans import speaker_span
from riwaya.annotate.statements.spokesmen import is_spokesman, told_of
from riwaya.annotate.statements.turns import Turn, find_turns, turn_at
from riwaya.annotate.statements.verbs import verb_at
from riwaya.annotate.statements.vessel_speakers import vessel_carrier, vessel_speaker
from riwaya.annotate.statements.vessels import passes_on
from riwaya.arabic.frequencies import load_given_names
from riwaya.arabic.normalise import fold
from riwaya.model import MentionKind, Span

_KEPT = 12
_FAR_SENTENCES = 8
_NEAR = 40
_LEAST_PLURAL = 5
# Verbs that go on with what the same speaker said before.
_GOING_ON = frozenset(("اضاف", "تابع", "اردف", "استطرد", "واصل", "ختم", "اختتم", "مضي", "استدرك", "اكمل"))
_ANSWERING = frozenset(("اجاب", "رد"))
_ASKED = frozenset(form for form, _, _ in past_forms("سال"))  # who wonders («تساءل») may answer himself


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A possible antecedent.

    Attributes:
        token: its verb.
        around: the draft in whose content it stands.
        said: it speaks; else the narrator tells of it.
        aside: its verb belongs to a relative clause or has an object pronoun, so that it is no main clause's.
        met: the verb's object, meant only where the subject is of the other gender.
    """

    span: Span
    gender: str
    number: str
    token: int
    sentence: int
    around: Draft | None
    said: bool
    aside: bool
    draft: Draft | None = None
    met: bool = False


def carry_speakers(reading: Reading, drafts: Sequence[Draft], attributions: Sequence[Attribution] = ()) -> None:
    """Give every draft with an elided subject its speaker, in place.

    The nearest subject that agrees is the speaker: of a statement, of a clause of narration, or the source of an
    attribution that ends a clause («..., وفق ما أعلن الوزير، موضحا أن ...»). What stands inside the content of another
    statement counts there alone, unless a medium or a document passes it on.
    """
    recent: deque[_Candidate] = deque(maxlen=_KEPT)
    told = [item for turn in find_turns(reading, drafts) for item in _of_turn(reading, turn)]
    told += _attributed(reading, drafts, attributions)
    told.sort(key=lambda item: item.token)
    place = 0
    open_drafts: list[Draft] = []
    before: list[Draft] = []
    for draft in drafts:
        while place < len(told) and told[place].token < draft.cue_token:
            recent.append(told[place])
            place += 1
        open_drafts = [item for item in open_drafts if item.end > draft.cue_token][-_KEPT:]
        around = next((item for item in reversed(open_drafts) if item.first <= draft.cue_token), None)
        passive = draft.hit is not None and is_passive(reading, draft.hit)
        if draft.elided and draft.speaker is None and not (passive or _counts(reading, draft)):
            told_by = told_of(reading, draft, before)
            if told_by is not None:
                draft.speaker, draft.via = told_by
            else:
                _resolve(reading, draft, around, recent)
        quoted = reading.quotation_of[draft.cue_token] >= 0
        if draft.speaker is not None and draft.structure != "noun" and not quoted:
            recent.append(_of_draft(reading, draft, around))
        open_drafts.append(draft)
        before.append(draft)


def _counts(reading: Reading, draft: Draft) -> bool:
    """Return whether a share of people is the subject («قال 54,6٪ منهم إن ...»)."""
    behind = min(draft.cue_token + 1, len(reading.tokens) - 1)
    share = reading.text[reading.tokens[behind].end : reading.tokens[behind].end + 2].lstrip()
    return reading.tokens[behind].kind == "number" and share[:1] in ("%", "٪")


def _of_turn(reading: Reading, turn: Turn) -> Iterator[_Candidate]:
    """Yield the subject of a clause of narration, before it the person whom it meets, who is less likely meant."""
    sentence = reading.sentence_of[turn.token]
    # Who is told of beside a noun («في مقال نشرته الصحيفة») does not speak.
    beside = turn.aside and reading.forms[turn.token - 1] != "ما"
    said = strip_conjunction(reading.forms[turn.token]) in cue_forms() and not beside
    if turn.met is not None:
        span, gender = speaker_span(reading, turn.met), turn.met.gender
        yield _Candidate(span, gender, "s", turn.token, sentence, None, False, turn.aside, met=True)
    yield _Candidate(turn.span, turn.gender, turn.number, turn.token, sentence, None, said, turn.aside)


def _attributed(reading: Reading, drafts: Sequence[Draft], attributions: Sequence[Attribution]) -> list[_Candidate]:
    """Return the sources of attributions, but of none that only passes on what another says in its sentence."""
    ends = [draft.cue_token for draft in drafts]
    found: list[_Candidate] = []
    for attribution in attributions:
        if attribution.speaker is None or attribution.own:
            continue
        sentence = reading.sentence_of[attribution.first]
        before = bisect_left(ends, attribution.first)
        if not attribution.leads and before and reading.sentence_of[ends[before - 1]] == sentence:
            continue
        gender, number = _of_source(reading, attribution)
        span = attribution.speaker
        found.append(_Candidate(span, gender, number, attribution.first, sentence, None, True, False))
    return found


def _of_source(reading: Reading, attribution: Attribution) -> tuple[str, str]:
    """Return the gender and number of an attribution's source: its noun's, or its verb's."""
    assert attribution.speaker is not None
    first = bisect_right(reading.document.token_starts, attribution.speaker.start) - 1
    form = reading.forms[first]
    noun = noun_of(form) or noun_of(without_l(form))
    name = reading.names_by_token.get(first)
    verb = next((item for at in range(attribution.first, first) if (item := verb_at(reading, at))), None)
    number = "p" if noun is not None and noun[0] == "people" else "s" if noun is not None or name is not None else ""
    if verb is not None and verb.gender and number != "p":
        return verb.gender, number
    if noun is not None:
        return noun[1], number
    feminine = form.endswith("ه") or (name is not None and name.kind is MentionKind.OUTLET)
    return ("f" if feminine and (name is None or name.kind is not MentionKind.PER) else ""), number


def _of_draft(reading: Reading, draft: Draft, around: Draft | None) -> _Candidate:
    """Return a statement's speaker; one who stands there in full is known by the verb's gender."""
    assert draft.speaker is not None
    aside = draft.hit is not None and draft.hit.form.pronoun
    sentence = reading.sentence_of[draft.cue_token]
    return _Candidate(draft.speaker, draft.gender, draft.number, draft.cue_token, sentence, around, True, aside, draft)


def _resolve(reading: Reading, draft: Draft, around: Draft | None, recent: deque[_Candidate]) -> None:
    """Give one draft its speaker."""
    owner = vessel_speaker(reading, draft)
    if owner is not None:
        draft.speaker = owner
        carrier = vessel_carrier(reading, draft)
        draft.via = [*draft.via, carrier] if carrier is not None and carrier != owner else draft.via
        return
    owner = _possessor(reading, draft)
    if owner is not None:
        draft.speaker = owner
        return
    sentence = reading.sentence_of[draft.cue_token]
    candidates = [item for item in reversed(recent) if _reaches(reading, item, draft, around)]
    here = [item for item in candidates if item.sentence == sentence]
    quoted = reading.quotation_of[draft.cue_token] >= 0
    apart = reading.forms[max(0, draft.cue_token - 1)] in (",", '"', ")") or bool(draft.hit and draft.hit.joined)
    if draft.hit is not None and draft.hit.form.part == "participle" and apart:
        here.sort(key=lambda item: item.aside)
    for candidate in here:
        if _fits(reading, draft, candidate) or (quoted and candidate.said):
            _take(draft, candidate)
            return
    draft.speaker = _own_clause(reading, draft)
    if draft.speaker is not None:
        return
    goes_on = _goes_on(draft)
    earlier = [item for item in candidates if 0 < sentence - item.sentence <= _FAR_SENTENCES]
    fitting = [
        item
        for item in earlier
        if _fits(reading, draft, item) and not is_named_behind(reading, item.span, draft.cue_token)
    ]
    fitting = _past_several(reading, draft, candidates, fitting)
    fitting.sort(key=lambda item: item.aside and not item.said)
    said = [item for item in fitting if item.said]
    for candidate in (said if goes_on and said else fitting)[:1]:
        draft.speaker = candidate.span
        return
    if goes_on:
        draft.speaker = next((_owner_in(reading, draft, item) for item in earlier[:1] if item.said), None)


def _fits(reading: Reading, draft: Draft, candidate: _Candidate) -> bool:
    """Return whether a subject may be the one that the cue does not name.

    A man's verb in the singular has neither two nor several («ناقش الجانبان الملف. وقال إن ...»), and who was met is
    meant only where the verb shows it.
    """
    if candidate.met and (not candidate.gender or draft.gender != candidate.gender or draft.number != "s"):
        return False
    if _answers(draft) and not candidate.met and strip_conjunction(reading.forms[candidate.token]) in _ASKED:
        return False  # «سأل القاضي المتهم عن المال، فأجاب بأنه ...»
    goes_on = candidate.said and _goes_on(draft)  # «قال باحثون إن ... وأضاف أن ...»: written so, and no one else is
    if draft.number == "s" and draft.gender == "m" and not goes_on and _is_several(reading, candidate):
        return False
    return draft.agrees(candidate.gender, _number(reading, candidate))


def _answers(draft: Draft) -> bool:
    """Return whether the verb answers, so that who has just asked is not meant."""
    return draft.hit is not None and fold(draft.hit.form.cue.lemma) in _ANSWERING


def _goes_on(draft: Draft) -> bool:
    """Return whether the verb says that the same speaker goes on."""
    return draft.hit is not None and fold(draft.hit.form.cue.lemma) in _GOING_ON


def _past_several(
    reading: Reading, draft: Draft, candidates: list[_Candidate], fitting: list[_Candidate]
) -> list[_Candidate]:
    """Return the fitting subjects, but behind several who acted since only who spoke before and goes on to speak.

    «أشار محللون إلى ذلك. وأوضح أن ...» leaves open who is meant, unless one had the word before them.
    """
    if not fitting or draft.number != "s" or draft.gender != "m":
        return fitting
    nearer = candidates[: candidates.index(fitting[0])]
    if not any(_is_several(reading, item) for item in nearer):
        return fitting
    opens = draft.begins == reading.sentences[reading.sentence_of[draft.cue_token]][0]
    past = draft.hit is not None and draft.hit.form.part == "past"
    return [item for item in fitting[:1] if past and opens and item.said and _is_one(reading, item)]


def _is_one(reading: Reading, candidate: _Candidate) -> bool:
    """Return whether a subject is one person by name or title."""
    first = bisect_right(reading.document.token_starts, candidate.span.start) - 1
    name = reading.names_by_token.get(first)
    form = reading.forms[first]
    person = (noun_of(form) or ("",))[0] == "person" or (name is not None and name.kind is MentionKind.PER)
    return person or form in reading.surnames or form in load_given_names()


def _is_several(reading: Reading, candidate: _Candidate) -> bool:
    """Return whether the first word of a subject is a noun of several («الجانبان», «محللون»)."""
    first = bisect_right(reading.document.token_starts, candidate.span.start) - 1
    noun = noun_of(reading.forms[first])
    return candidate.number == "p" and noun is not None and noun[0] == "people"


def _owner_in(reading: Reading, draft: Draft, candidate: _Candidate) -> Span | None:
    """Return whose document or staff has just spoken, where the verb agrees with the owner («بيان القيادة، وأضافت»)."""
    first = bisect_left(reading.document.token_starts, candidate.span.start)
    end = bisect_left(reading.document.token_starts, candidate.span.end)
    for place in range(first + 1, end):
        noun = noun_of(reading.forms[place])
        if noun is not None and noun[1] == draft.gender:
            return Span(reading.tokens[place].start, candidate.span.end)
    return None


def _possessor(reading: Reading, draft: Draft) -> Span | None:
    """Return the person named last before «قوله» or «اعترافها» in its sentence: a pronoun points at the nearest."""
    if draft.hit is None or draft.hit.form.part != "noun" or not draft.hit.form.pronoun:
        return None
    first = reading.sentences[reading.sentence_of[draft.cue_token]][0]
    for place in range(draft.cue_token - 1, max(first, draft.cue_token - _NEAR) - 1, -1):
        name = reading.names_by_token.get(place)
        if name is None or name.kind is not MentionKind.PER or name.end > draft.cue_token:
            continue
        title = noun_of(reading.forms[place - 1]) if place > first else None
        feminine = reading.forms[draft.cue_token].endswith("ها")
        if title is not None and title[1] and (title[1] == "f") != feminine:
            continue
        return Span(reading.tokens[place].start + name.offset, reading.tokens[name.end - 1].end)
    return None


def _own_clause(reading: Reading, draft: Draft) -> Span | None:
    """Return the subject of a clause before the cue that no candidate covers, in its own sentence.

    It is the antecedent of a relative clause that a verb with «و» goes on with, or the subject of a clause within
    reported words that a participle goes with.
    """
    if draft.hit is None:
        return None
    first = reading.sentences[reading.sentence_of[draft.cue_token]][0]
    for place in range(draft.cue_token - 1, max(first, draft.cue_token - _NEAR) - 1, -1):
        verb = verb_at(reading, place)
        if verb is None or not draft.agrees(verb.gender, verb.number) or not verb.gender:
            continue
        if draft.hit.form.part == "participle":
            turn = turn_at(reading, place)
            return turn.span if turn is not None else None
        if draft.hit.joined and place > first and reading.forms[place - 1] in RELATIVES and not verb.pronoun:
            phrase = antecedent(reading, place - 1, first)
            return speaker_span(reading, phrase) if phrase is not None else None
    return None


def _take(draft: Draft, candidate: _Candidate) -> None:
    """Give the draft a speaker of its own sentence; a participle within that one's words shares its chain."""
    previous = candidate.draft
    draft.speaker, draft.number = candidate.span, draft.number or candidate.number
    participle = draft.hit is not None and draft.hit.form.part == "participle"
    relayed = previous is not None and previous.structure == "relayed"
    if participle and previous is not None and (relayed or previous.cue_token < draft.begins < previous.end):
        draft.via = list(previous.via)  # «نقلت الصحيفة عن منفي قوله "..."، مضيفا أن ...»
    outer = candidate.around
    if participle and outer is not None and outer.end <= draft.cue_token and outer.speaker is not None:
        draft.via = [*outer.via, outer.speaker]  # «قال المتحدث إن الرئيس أكد ...، مشددا على أن ...»


def _reaches(reading: Reading, candidate: _Candidate, draft: Draft, around: Draft | None) -> bool:
    """Return whether a subject may be meant outside the words it stands in."""
    inside = candidate.around
    if inside is None or inside is around or inside.end > draft.cue_token:
        return True
    participle = draft.hit is not None and draft.hit.form.part == "participle"
    same = reading.sentence_of[inside.cue_token] == reading.sentence_of[draft.cue_token]
    return passes_on(reading, inside) or (participle and same and candidate.said and is_spokesman(reading, inside))


def _number(reading: Reading, candidate: _Candidate) -> str:
    """Return p for several names joined by «و» and for «الأوروبيون», though a verb before them stands in the singular.

    A word that no table knows may be a plural too («رواد المواقع»).
    """
    if " و" in candidate.span.of(reading.text):
        return "p"
    if candidate.number != "s":
        return candidate.number
    first = bisect_right(reading.document.token_starts, candidate.span.start) - 1
    form = reading.forms[first]
    if is_definite(form) and form.endswith("ون") and len(form) > _LEAST_PLURAL:
        return "p"
    return "s" if first in reading.names_by_token or noun_of(form) is not None else ""
