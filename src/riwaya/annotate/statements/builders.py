"""From a candidate cue to a draft: verbs, participles, nouns («إعلان ...», «قوله»), «جاء في بيان»."""

from __future__ import annotations

from riwaya.annotate.statements.addressees import add_addressee, addressed, skip_phrases
from riwaya.annotate.statements.contents import find_target
from riwaya.annotate.statements.cues import Hit
from riwaya.annotate.statements.drafts import Draft, Subject
from riwaya.annotate.statements.lexicon import COMPLEMENTISERS, cue_forms, words
from riwaya.annotate.statements.noun_phrases import read_phrase
from riwaya.annotate.statements.phrase_starts import Phrase, begins_phrase, noun_of, skip_adverbs
from riwaya.annotate.statements.reading import Reading, is_definite
from riwaya.annotate.statements.subjects import find_subject, speaker_span
from riwaya.annotate.statements.targets import Target
from riwaya.model import MentionKind, Span

_PARTICIPLE_REACH = 14
_COMPLEMENTS = ("attached", "that", "complement")
_TWO_NOUNS = frozenset(("وصف", "اتهم"))
_TRANSMITTERS = frozenset(("نقل", "أورد", "ذكر", "نقلا"))


def build(reading: Reading, hit: Hit) -> Draft | None:
    """Return the draft of a candidate cue, or None where nothing is reported."""
    part = hit.form.part
    if not hit.form.third:
        return None
    if part == "noun":
        return _noun(reading, hit)
    if part == "participle":
        return _participle(reading, hit)
    return _finite(reading, hit)


def speech_limit(reading: Reading, index: int) -> int:
    """Return one past the last token a cue may reach: its sentence's end, or the quotation's around it."""
    limit = reading.sentences[reading.sentence_of[index]][1]
    around = reading.quotation_of[index]
    return min(limit, reading.quotations[around].last) if around >= 0 else limit


def _finite(reading: Reading, hit: Hit) -> Draft | None:
    limit = speech_limit(reading, hit.index)
    blind = find_subject(reading, hit, hit.index + 1)
    before = blind.position in ("before", "relative")
    target = find_target(reading, hit, limit, before)
    if target is None:
        return _postposed(reading, hit, limit)
    behind = skip_adverbs(reading, hit.index + 1, target.mark)
    if (
        blind.position == "relative"
        and begins_phrase(reading, behind, target.mark)
        and "target" not in hit.form.cue.frames
        and (not is_definite(reading.forms[behind]) or noun_of(reading.forms[behind]) is not None)
    ):
        # «الذي أعلن ترامب انسحابه منه»
        blind = Subject(read_phrase(reading, behind, target.mark, greedy=True), hit.index, "after")
    subject = blind if before else find_subject(reading, hit, target.mark)
    if _is_unspoken(reading, hit, subject):
        return None
    if hit.form.cue.lemma in _TWO_NOUNS and subject.position == "after" and target.kind in _COMPLEMENTS:
        subject, target = _divided(reading, subject, target)
    if (
        target.kind == "that"
        and hit.form.cue.lemma in ("نقل", "ذكر", "أورد")
        and (relayed := _relayed(reading, hit, target))
    ):
        return relayed
    draft = make_draft(reading, hit, target, subject)
    add_addressee(reading, hit, target, subject, draft)
    return draft


def _is_unspoken(reading: Reading, hit: Hit, subject: Subject) -> bool:
    """Return whether a present verb only tells what a thing shows («في خطوة تؤكد استهتار ...»)."""
    if hit.form.part != "present" or hit.joined or subject.position != "elided" or hit.index == 0:
        return False
    before = reading.forms[hit.index - 1]
    noun = noun_of(before)
    taken = before in words("clause_opener") or before in words("before_verb") or before in COMPLEMENTISERS
    return reading.is_word(hit.index - 1) and noun is None and not taken and not is_definite(before)


def _divided(reading: Reading, subject: Subject, target: Target) -> tuple[Subject, Target]:
    """Tell who describes or accuses from whom: such a verb has two noun phrases, and a lone one is the object."""
    phrase = subject.phrase
    if phrase is None:
        return subject, target
    rest = skip_phrases(reading, skip_adverbs(reading, phrase.end, target.mark), target.mark)
    if begins_phrase(reading, rest, target.mark):
        return subject, target
    second = phrase.first + 1
    unknown = phrase.kind == "" and second < phrase.end and is_definite(reading.forms[second])
    if unknown and phrase.first not in reading.names_by_token:
        return subject, target
    if unknown:
        short = Phrase(phrase.first, second, phrase.first, "", phrase.gender)
        return Subject(short, subject.begins, "after"), target
    return Subject(None, subject.begins, "elided"), Target(target.kind, phrase.first, phrase.first, None)


def make_draft(reading: Reading, hit: Hit, target: Target, subject: Subject) -> Draft:
    """Return the draft of a cue whose content and subject are known."""
    phrase = subject.phrase
    form = hit.form
    gender, number = form.gender, form.number
    if phrase is not None:
        number = "p" if phrase.kind == "people" else number
        gender = gender if subject.position == "after" else (phrase.gender or gender)
    first = reading.sentences[reading.sentence_of[hit.index]][0]
    splits = (
        form.part == "participle"
        or bool(hit.joined)
        or subject.begins == first
        or (reading.forms[subject.begins - 1] == "," and subject.position == "after")
        or (
            subject.begins < hit.index
            and reading.forms[subject.begins] not in COMPLEMENTISERS
            and subject.position != "relative"
        )
    )
    return Draft(
        hit=hit,
        cue=Span(hit.start, reading.tokens[hit.index].end),
        cue_token=hit.index,
        begins=subject.begins,
        splits=splits,
        first=target.first,
        end=target.first + 1,
        quotation=target.quotation,
        speaker=speaker_span(reading, phrase) if phrase is not None else None,
        gender=gender,
        number=number,
        elided=phrase is None or subject.position == "relative",
        structure=target.kind,
        force=form.cue.force,
        prior=form.cue.prior,
    )


def _participle(reading: Reading, hit: Hit) -> Draft | None:
    """Return the draft of «، مضيفاً أن ...»: its subject is the main clause's."""
    before = reading.forms[hit.index - 1] if hit.index else "."
    if before in ("غير", "ليس", "ليسوا", "باتت", "بات"):
        return None
    loose = before in (",", '"', ")", ";") or hit.joined or before not in ("كان", "كانت", "يعد", "الا")
    frames = hit.form.cue.frames
    first = reading.sentences[reading.sentence_of[hit.index]][0]
    if (hit.index == first and not frames & {"that", "quote"}) or not loose:
        return None
    target = find_target(reading, hit, min(speech_limit(reading, hit.index), hit.index + _PARTICIPLE_REACH + 12), True)
    if target is None or target.mark - hit.index > _PARTICIPLE_REACH:
        return None
    tight = before in (",", '"', ")", ";") or hit.joined or target.kind in ("that", "colon", "quote", "inside")
    if not tight and hit.form.cue.lemma in ("اتهم", "هدد"):
        return None  # «رجال متهمين بالقتل» is passive
    if not tight and (target.kind == "object" or target.mark > hit.index + 2):
        return None
    draft = make_draft(reading, hit, target, Subject(None, hit.index, "elided"))
    if target.mark > hit.index + 1 and "target" in frames and begins_phrase(reading, hit.index + 1, target.mark):
        if hit.form.cue.lemma == "اتهم" and target.kind in ("attached", "that"):
            draft.first, draft.quotation = hit.index + 1, None
        draft.addressee = addressed(reading, hit, target, hit.index + 1)
    return draft


def _relayed(reading: Reading, hit: Hit, target: Target) -> Draft | None:
    """Return «نقلت رويترز عن مسؤول أن ...»: the speaker behind عن, the transmitter in `via`."""
    for place in range(hit.index + 1, min(target.mark, hit.index + 20)):
        if reading.forms[place] == "عن" and begins_phrase(reading, place + 1, target.mark):
            phrase = read_phrase(reading, place + 1, target.mark, greedy=False)
            source = find_subject(reading, hit, place)
            draft = make_draft(reading, hit, target, Subject(phrase, source.begins, "after"))
            draft.gender = phrase.gender
            if source.phrase is not None:
                draft.via = [speaker_span(reading, source.phrase)]
            return draft
    return None


def _noun(reading: Reading, hit: Hit) -> Draft | None:
    """Return the draft of a noun that attributes: «قوله إن», «إعلان ترامب انسحاب ...», «تحذير روسيا من أن»."""
    limit = speech_limit(reading, hit.index)
    if hit.form.pronoun:
        return _possessed(reading, hit, limit)
    if hit.joined and hit.form.cue.lemma != "قال":
        return None
    index = hit.index + 1
    if not begins_phrase(reading, index, limit) or hit.form.cue.lemma == "قال":
        return None
    phrase = read_phrase(reading, index, limit, greedy=True)
    mention = reading.names_by_token.get(index)
    if phrase.kind not in ("person", "people", "body", "name") and (mention is None or mention[1] is MentionKind.LOC):
        return None
    target = find_target(reading, hit, min(limit, hit.index + 30), False)
    if target is None or target.mark < phrase.end or target.kind in ("quote", "colon"):
        return None
    draft = make_draft(reading, hit, target, Subject(phrase, hit.index, "after"))
    draft.splits, draft.structure, draft.gender = False, "noun", phrase.gender
    return draft


def _possessed(reading: Reading, hit: Hit, limit: int) -> Draft | None:
    """Return «نقلت سانا عن مصدر قوله إن ...», or a «قوله إن» of the last speaker."""
    target = find_target(reading, hit, min(limit, hit.index + 25), True)
    if target is None or (target.kind == "object" and hit.form.cue.lemma != "أكد"):
        return None
    if target.mark > hit.index + 1 and target.kind in ("preposition", "attached"):
        return None
    first = reading.sentences[reading.sentence_of[hit.index]][0]
    for place in range(hit.index - 1, max(first, hit.index - 26) - 1, -1):
        if reading.forms[place] in ("عن", "لسان") and begins_phrase(reading, place + 1, hit.index):
            phrase = read_phrase(reading, place + 1, hit.index, greedy=False)
            draft = make_draft(reading, hit, target, Subject(phrase, hit.index, "after"))
            draft.splits, draft.structure = False, "relayed"
            _add_transmitter(reading, place, first, draft)
            return draft
    if hit.form.cue.lemma != "قال":
        return None
    draft = make_draft(reading, hit, target, Subject(None, hit.index, "elided"))
    draft.splits = False
    return draft


def _add_transmitter(reading: Reading, about: int, first: int, draft: Draft) -> None:
    """Add who passes the words on: the subject of the نقل before عن."""
    for place in range(about - 1, max(first, about - 20) - 1, -1):
        form = reading.forms[place]
        item, joined = cue_forms().get(form), ""
        if item is None and form[0] in "وف":
            item, joined = cue_forms().get(form[1:]), form[0]
        if item is not None and item.cue.lemma in _TRANSMITTERS and item.part in ("past", "present"):
            hit = Hit(place, reading.tokens[place].start, item, joined)
            source = find_subject(reading, hit, about)
            draft.begins, draft.splits = source.begins, bool(joined) or source.begins == first
            if source.phrase is not None and source.position != "elided":
                draft.via = [speaker_span(reading, source.phrase)]
            return


def _postposed(reading: Reading, hit: Hit, limit: int) -> Draft | None:
    """Return «"..."، قال فلان»: the quotation stands before its cue."""
    if "quote" not in hit.form.cue.frames or hit.form.pronoun:
        return None
    first = reading.sentences[reading.sentence_of[hit.index]][0]
    place = hit.index - 1
    while place > first and reading.forms[place] in (",", "-", "هكذا", "كما"):
        place -= 1
    number = reading.quotation_of[place] if place >= first else -1
    if number < 0 or reading.forms[place] != '"':
        return None
    quotation = reading.quotations[number]
    after = skip_adverbs(reading, hit.index + 1, limit)
    if quotation.first != first or not begins_phrase(reading, after, limit) or quotation.last - quotation.first < 3:
        return None
    phrase = read_phrase(reading, after, limit, greedy=False)
    target = Target("before", hit.index, quotation.first + 1, quotation)
    draft = make_draft(reading, hit, target, Subject(phrase, hit.index, "after"))
    draft.splits = True
    return draft
