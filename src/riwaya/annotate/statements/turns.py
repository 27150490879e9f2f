"""Main clauses of narration that name a new subject, between one statement and the next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from riwaya.annotate.statements.drafts import Draft
from riwaya.annotate.statements.late_subjects import late_subject, met_person, without_met
from riwaya.annotate.statements.lexicon import strip_conjunction, words
from riwaya.annotate.statements.noun_phrases import read_phrase
from riwaya.annotate.statements.phrase_starts import (
    RELATIVES,
    WITH_PRONOUN,
    Phrase,
    begins_phrase,
    is_particle,
    is_preposition,
    noun_of,
    skip_adverbs,
)
from riwaya.annotate.statements.quoted import is_quoted_clause
from riwaya.annotate.statements.reading import Reading, is_definite
from riwaya.annotate.statements.speaker_spans import speaker_span
from riwaya.annotate.statements.topics import agrees, gender_of, topic_before
from riwaya.annotate.statements.verbs import FiniteVerb, finite_verbs, verb_at
from riwaya.arabic.frequencies import load_given_names
from riwaya.model import MentionKind, Span

_REACH = 20
_LEAST_PLURAL = 5
_BEFORE = frozenset(
    (
        "كما",
        "فيما",
        "بينما",
        "وفيما",
        "وبينما",
        "لكن",
        "ولكن",
        "وقد",
        "قد",
        "فقد",
        "ثم",
        "وكان",
        "وكانت",
        "حيث",
        "بعدما",
        "عندما",
        "حين",
        "حينما",
    )
)
_SPOKE = frozenset(("تحدث", "تحدثت", "تكلم", "تكلمت"))
_NEGATED = frozenset(("لم", "ولم", "لن", "ولن", "لا", "ولا"))
_SUBORDINATES = ("منذ", "بعد", "قبل")
_DASHES = frozenset(("-", "--", "–", "—", "|", ":"))


class Turn(NamedTuple):
    """A finite verb with its own subject, outside what is quoted or reported.

    Attributes:
        aside: it has an object pronoun.
        met: the person whom the subject meets, asks or names.
    """

    token: int
    span: Span
    gender: str
    number: str
    aside: bool
    met: Phrase | None = None


def find_turns(reading: Reading, drafts: Sequence[Draft]) -> list[Turn]:
    """Return the narrator's clauses with a subject of their own, in text order."""
    change = [0] * (len(reading.forms) + 1)
    for draft in drafts:
        change[draft.first] += 1
        change[max(draft.end, draft.first)] -= 1
    cues = {draft.cue_token for draft in drafts}
    found: list[Turn] = []
    inside = 0
    for index in range(len(reading.forms)):
        inside += change[index]
        if inside or index in cues or reading.quotation_of[index] >= 0 or index in reading.passed_on:
            continue
        turn = turn_at(reading, index)
        if turn is not None and not is_quoted_clause(reading, turn.span):
            found.append(turn)
    return found


def turn_at(reading: Reading, index: int) -> Turn | None:
    """Return the clause whose verb is the token, where its own subject stands there and may speak."""
    verb = verb_at(reading, index)
    unlisted = verb is None
    verb = verb or _first_word(reading, index)
    if verb is None:
        return None
    first = reading.sentences[reading.sentence_of[index]][0]
    if is_preposition(reading, index) and index > first:
        return None  # «متواصلة بين الطرفين»
    form = reading.forms[index]
    joined = form not in finite_verbs() and form[0] in "وف" and form[1:] in finite_verbs()
    negated = index > 0 and reading.forms[index - 1] in _NEGATED
    pointed = verb.pronoun and _noun_follows(reading, index)
    fronted = False
    if not (joined or pointed or _opens_clause(reading, index - negated, pronoun=verb.pronoun)):
        fronted = not verb.pronoun and _behind_fronted(reading, index - negated)
        if not fronted:
            return _behind_topic(reading, index, verb)
    if (
        index > 1
        and reading.forms[index - 1] == "قد"
        and (reading.is_word(index - 2) or reading.forms[index - 2] == ",")
    ):
        topic = _behind_topic(reading, index, verb)
        if topic is not None:
            return topic  # «وكانت النائبة قد نشرت صورا»: the noun behind the verb is its object
    limit = min(reading.sentences[reading.sentence_of[index]][1], index + _REACH)
    after = skip_adverbs(reading, index + 1, limit)
    if after + 1 < limit and reading.forms[after] == "ذلك" and noun_of(reading.forms[after + 1]) is not None:
        after += 1  # «أعلن ذلك مدير الشركة»
    last = late_subject(reading, index, (after, limit), verb)
    if last is not None:
        return _turn(reading, index, last, verb)
    far = _behind_time(reading, after, limit)
    if far and (joined or index == first):
        return _late(reading, index, (far, limit), verb)
    if not begins_phrase(reading, after, limit) or reading.forms[after] in WITH_PRONOUN:
        return _behind_topic(reading, index, verb) if not joined or form[0] == "ف" else None
    phrase = without_met(reading, index, read_phrase(reading, after, limit, greedy=True), verb)
    if not agrees(reading, phrase, verb):
        return None
    if fronted and not _is_named_or_titled(reading, phrase):
        return _behind_topic(reading, index, verb)
    # Behind «وهو ما نفاه» the object is the pronoun, so that a definite noun can only be the subject.
    pronominal = verb.pronoun and reading.forms[after].startswith("ال")
    if not (pronominal or _may_speak(reading, phrase)) or (unlisted and not _sure(reading, index, phrase, verb)):
        return None
    met = met_person(reading, index, phrase, limit)
    return _turn(reading, index, phrase, verb)._replace(met=met)


def _behind_fronted(reading: Reading, index: int) -> bool:
    """Return whether a clause with its verb first may begin here, behind an adjunct or a clause of time.

    «وبعد عام كشف سامي الحداد عن ...», «وبعد أن أشاد الرئيس به، أصدر سامي الحداد بيانا».
    """
    first = reading.sentences[reading.sentence_of[index]][0]
    opening = strip_conjunction(reading.forms[first])
    if index == first or index - first > _REACH or not (is_particle(opening) or opening[0] == "ب"):
        return False
    if reading.forms[index - 1] == ",":
        return True
    spoken = reading.forms[index] in _SPOKE  # «خلال الجلسة تحدث المندوب»
    if (reading.forms[index][0] in "يت" and not spoken) or not reading.is_word(index - 1):
        return False
    # What a verb stands in before may be a relative clause's, or an asyndetic one's.
    return all(
        verb_at(reading, place) is None and reading.forms[place] not in RELATIVES and reading.forms[place] != "ان"
        for place in range(first, index)
    )


def _is_named_or_titled(reading: Reading, phrase: Phrase) -> bool:
    """Return whether the phrase names a person, or a definite body."""
    mention = reading.names_by_token.get(phrase.name)
    person = mention is not None and mention.kind is MentionKind.PER
    titled = phrase.kind in ("person", "body") and is_definite(reading.forms[phrase.first])
    known = phrase.kind == "name" or (phrase.kind == "person" and phrase.name > phrase.first)
    return person or titled or known or reading.forms[phrase.first] in reading.surnames


def _late(reading: Reading, index: int, bounds: tuple[int, int], verb: FiniteVerb) -> Turn | None:
    """Return the turn of a verb whose subject stands behind an adjunct, where the two surely agree.

    Args:
        bounds: the subject's first token, and one past the last it may use.
    """
    phrase = read_phrase(reading, *bounds, greedy=True)
    fits = phrase.kind == "person" and agrees(reading, phrase, verb, sure=True)
    return _turn(reading, index, phrase, verb) if fits else None


def _behind_time(reading: Reading, place: int, limit: int) -> int:
    """Return the token behind «بعد فترة وجيزة» between a verb and its subject, 0 where no such adjunct stands there."""
    if place + 3 >= limit or reading.forms[place] not in _SUBORDINATES:
        return 0
    for end in range(place + 2, min(limit, place + 4)):
        noun = noun_of(reading.forms[end])
        if noun is not None:
            plain = begins_phrase(reading, end, limit) and noun[0] == "person" and end > place + 1
            return end if plain and not is_definite(reading.forms[end - 1]) else 0
    return 0


def _noun_follows(reading: Reading, index: int) -> bool:
    """Return whether a verb's subject can only be the noun behind it («هذه الحقيقة أكدتها بيانات جديدة»)."""
    following = reading.forms[index + 1] if index + 1 < len(reading.forms) else ""
    return noun_of(following) is not None and reading.forms[index - 1] not in RELATIVES


def _is_behind_dash(reading: Reading, index: int) -> bool:
    """Return whether a dash stands before the token, which does not join a name («روي-حداد»)."""
    glued = reading.tokens[index - 1].end == reading.tokens[index].start and reading.forms[index - 1] != ":"
    return reading.forms[index - 1] in _DASHES and not glued


def _first_word(reading: Reading, index: int) -> FiniteVerb | None:
    """Return a sentence's first word as a verb: before a known subject nothing else of its letters stands there."""
    form = reading.forms[index]
    first = reading.sentences[reading.sentence_of[index]][0]
    if index > first and reading.forms[index - 1] != "," and reading.forms[index - 1] not in _DASHES:
        return None
    behind_dateline = index > first and _is_behind_dash(reading, index) and index - first < 16
    fronted = index > first and reading.forms[index - 1] == "," and _behind_adjunct(reading, first, index)
    if (
        not (index == first or behind_dateline or fronted)
        or not reading.is_word(index)
        or index in reading.names_by_token
    ):
        return None
    form = form[1:] if form[0] in "وف" and len(form) > 3 else form
    other = is_definite(form) or noun_of(form) is not None or form in words("conjunction") or form in words("stop")
    if other or is_preposition(reading, index) or form in words("clause_opener") or form[0] in "بل" or len(form) < 3:
        return None
    if form[0] == "ت":
        return FiniteVerb("", "s", False)  # «توصل» and «تلوح»
    return FiniteVerb("f" if form.endswith("ت") else "m", "s", False)


def _sure(reading: Reading, index: int, phrase: Phrase, verb: FiniteVerb) -> bool:
    """Return whether what follows a first word that no table knows shows that it is a verb."""
    mention = reading.names_by_token.get(phrase.first)
    state = mention is not None and mention.kind is MentionKind.GPE  # «وتسعى أنقرة»
    body = mention is not None and mention.kind is MentionKind.ORG and reading.tokens[index].text.endswith("ى")
    if body or phrase.kind in ("person", "name"):
        return True  # «وسعى البنك المركزي»
    return verb.gender == phrase.gender == "f" or (state and not verb.gender)


def _behind_topic(reading: Reading, index: int, verb: FiniteVerb) -> Turn | None:
    """Return the turn of a verb behind its subject («لكن الممثلة أصدرت بيانا», «أما الممثلة فأصدرت ...»)."""
    first = reading.sentences[reading.sentence_of[index]][0]
    as_for = reading.forms[index][0] == "ف" and strip_conjunction(reading.forms[first]) == "اما"
    if as_for and index - first <= _REACH and begins_phrase(reading, first + 1, index):
        phrase = read_phrase(reading, first + 1, index, greedy=False)
        fits = agrees(reading, phrase, verb) and _may_speak(reading, phrase)
        return _turn(reading, index, phrase, verb) if fits else None
    before = reading.forms[index - 1] if index > first else ""
    place = index - 1 if before in ("قد", "لا", "لم", "لن", "فلم", "ولم", "فلا", "فقد") else index
    if place == first or reading.forms[place - 1] in RELATIVES or reading.forms[index][0] in "وف":
        return None
    topic = topic_before(reading, place, first, verb)
    if topic is None or not (_may_speak(reading, topic[0]) or reading.forms[topic[1] - 1] in ("كانت", "كان", "وكانت")):
        return None
    return _turn(reading, index, topic[0], verb)


def _turn(reading: Reading, index: int, phrase: Phrase, verb: FiniteVerb) -> Turn:
    gender = verb.gender or gender_of(reading, phrase)
    before = reading.forms[max(0, index - 2) : index]
    aside = verb.pronoun or (before[-1:] == ("ان",) and before[0] in _SUBORDINATES)
    aside = aside or before[-1:] in (("بعدما",), ("عندما",), ("حينما",))
    head = reading.forms[phrase.first]
    several = phrase.kind == "people" or (is_definite(head) and head.endswith("ون") and len(head) > _LEAST_PLURAL)
    return Turn(index, speaker_span(reading, phrase), gender, "p" if several else "s", aside)


def _may_speak(reading: Reading, phrase: Phrase) -> bool:
    """Return whether the phrase names someone or something that may say something."""
    mention = reading.names_by_token.get(phrase.name) or reading.names_by_token.get(phrase.first)
    named = mention is not None and mention.kind not in (MentionKind.LOC, MentionKind.MISC)
    unlisted = phrase.kind == "" and (
        reading.forms[phrase.first] in load_given_names()
        or reading.forms[phrase.first] in reading.surnames
        or (reading.forms[phrase.first] == '"' and phrase.end > phrase.first + 1)
    )
    return named or unlisted or phrase.kind in ("person", "people", "body", "document", "name")


def _behind_adjunct(reading: Reading, first: int, index: int) -> bool:
    """Return whether only a prepositional phrase without a verb stands before the comma («أمام المبنى، يقف ...»)."""
    opening = strip_conjunction(reading.forms[first])
    if index - first > _REACH or not (is_particle(opening) or opening[0] == "ب"):
        return False
    return all(verb_at(reading, place) is None for place in range(first, index))


def _opens_clause(reading: Reading, index: int, *, pronoun: bool) -> bool:
    first = reading.sentences[reading.sentence_of[index]][0]
    before = reading.forms[index - 1] if index > first else ""
    if before and _is_behind_dash(reading, index) and index - first < 16:
        return True  # behind a dateline
    if before == "," and (reading.forms[index][0] == "ل" or _behind_adjunct(reading, first, index)):
        return True
    if before == "ان" and index - first > 1 and reading.forms[index - 2] in ("سبق", "وسبق", *_SUBORDINATES):
        return True
    following = reading.forms[index + 1] if index + 1 < len(reading.forms) else ""
    pronoun = pronoun or following in WITH_PRONOUN  # «وهو ما رد عليه الوزير»
    return before in _BEFORE or (pronoun and before == "ما") or skip_adverbs(reading, first, index) == index
