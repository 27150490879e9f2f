"""Adverbial attributions: «بحسب ...», «وفقاً لـ ...», «حسبما أفاد ...», «نقلاً عن ...», «على حد قوله»."""

from __future__ import annotations

from dataclasses import dataclass, replace

from riwaya.annotate.statements.lexicon import COMPLEMENTISERS, cue_forms, words
from riwaya.annotate.statements.noun_phrases import read_phrase
from riwaya.annotate.statements.phrase_starts import ELATIVES, begins_phrase, is_attached_l, noun_of, skip_adverbs
from riwaya.annotate.statements.reading import Reading, is_definite
from riwaya.annotate.statements.relays import SOURCE_MARKS
from riwaya.annotate.statements.sources import behind_relative, is_owned, is_source, tells_so, with_owner
from riwaya.annotate.statements.speaker_spans import speaker_span
from riwaya.model import Span

_STARTS = frozenset(
    form
    for bare in ("وفق", "وفقا", "بحسب", "حسب", "حسبما", "بحسبما", "طبقا", "نقلا", "استنادا", "كما", "علي")
    for form in ((bare,) if bare in ("كما", "علي", "حسب") else (bare, "و" + bare, "ف" + bare))
) | {"وحسب", "هكذا"}
_REPORTING = frozenset(("قال", "ذكر", "أفاد", "أعلن", "أوضح", "نقل", "أورد", "أكد", "بين", "أشار", "كشف", "صرح", "روى"))
_SO_SAID = frozenset(("قال", "قالت", "صرح", "صرحت", "علق", "علقت", "اكد", "اكدت"))  # «هكذا صرح محقق سابق»
_PASSING = frozenset(("نقل", "أورد"))
_FROM_HIM = frozenset(("عنه", "عنها", "عنهم"))
_HIM_LAST = tuple((form,) for form in sorted(_FROM_HIM))
_JUDGING = frozenset(("اعتبر", "عد", "وصف"))
_REST = 3  # tokens of a name that the noun phrase did not take, and the stop
_OWN = ("تعبير", "قول", "وصف", "راي", "زعم", "كلام", "تصريحات")
_OWN_MEASURE = (*_OWN, "اعتبار", "تقدير", "ادعا", "رواي", "اعتقاد")  # behind «على حد», «بحسب»
# What lays down rather than tells: it reports only where a mark sets the attribution apart («، وفق القانون،»).
_NORMS = ("قانون", "نص", "خطه", "خطط", "اتفاق", "قرار", "ماده", "لايحه", "لوايح", "كتاب", "برنامج", "دستور", "انظمه")
_WORDING = frozenset(("قول", "تعبير", "وصف", "كلام", "زعم", "راي"))
_ASIDES = frozenset(("في", "خلال", "عبر", "امام", "لدي", "منها", "بينها", "ومنها", "بينهم", "منهم", "اليوم", "امس"))
_LONGEST_ASIDE = 12
_DASHES = ("-", "–", "—")
_ON_LIPS = ("لسانه", "لسانها", "لسانهم")
_TOLD = ("قال", "صرح")  # «وفق ما قاله لرويترز»


@dataclass(slots=True)
class Attribution:
    """An adverbial attribution.

    Attributes:
        first, end: its tokens.
        cue: «بحسب ما أعلنت», «وفقاً لـ».
        speaker: None for «على حد قوله».
        leads: it stands at the head of its sentence, before what it attributes.
        own: it points back at the speaker of the same sentence.
        via: who passes it on («حسبما نقلت الوكالة عن الوزير»).
    """

    first: int
    end: int
    cue: Span
    speaker: Span | None
    leads: bool
    own: bool
    via: Span | None = None


def find_attributions(reading: Reading) -> list[Attribution]:
    """Return the adverbial attributions outside quotations, in text order."""
    found: list[Attribution] = []
    for index, form in enumerate(reading.forms):
        if form in _STARTS and reading.quotation_of[index] < 0:
            attribution = _read(reading, index, form)
            if attribution is not None:
                before = found[-1] if found else None
                if before is not None and _cites(reading, before, attribution):
                    found.pop()
                    attribution = replace(
                        attribution, first=before.first, leads=before.leads, via=before.speaker, own=False
                    )
                found.append(attribution)
    return found


def _cites(reading: Reading, carrier: Attribution, source: Attribution) -> bool:
    """Return whether the source of one attribution cites that of the next («وفقا للصحيفة، نقلا عن مصادرها، فإن»)."""
    copied = reading.forms[source.first] == "نقلا" and carrier.speaker is not None and not carrier.own
    between = reading.forms[carrier.end : source.first]
    return copied and between in ((), (",",)) and carrier.via is None


def _read(reading: Reading, index: int, form: str) -> Attribution | None:
    sentence = reading.sentences[reading.sentence_of[index]]
    limit = min(sentence[1], index + 30)
    if index + 2 > limit:
        return None
    bare = form[1:] if form[0] in "وف" and form[1:] in _STARTS and form != "وفق" else form
    start = reading.tokens[index].start + (1 if bare != form else 0)
    leads = index == sentence[0] or (reading.forms[index - 1] in ("--", "-", ")") and index - sentence[0] < 12)
    following = reading.forms[index + 1] if index + 1 < limit else ""
    if following.startswith(_OWN if bare == "علي" else _OWN_MEASURE) and following.endswith(("ه", "ها", "هم", "هما")):
        return Attribution(index, index + 2, Span(start, reading.tokens[index + 1].end), None, False, True)
    if following == "نص":
        return Attribution(index, min(index + 3, limit), Span(start, reading.tokens[index + 1].end), None, False, True)
    if bare == "علي":
        if following == "ما" and reading.forms[index - 1] == "بناء":
            index = index - 1
            return _verbal(reading, index, index + 3, (reading.tokens[index].start, limit), index == sentence[0])
        if following == "ما":
            return _verbal(reading, index, index + 2, (start, limit), leads)
        third = reading.forms[index + 2] if index + 2 < limit else ""
        if following in ("حد", "حسب") and third.startswith(_OWN_MEASURE):
            return Attribution(index, index + 3, Span(start, reading.tokens[index + 2].end), None, False, True)
        return None
    if bare == "هكذا" and (leads or following not in _SO_SAID):
        return None
    if bare in ("كما", "حسبما", "بحسبما", "هكذا"):
        return _verbal(reading, index, index + 1, (start, limit), leads)
    if bare == "استنادا":
        return _nominal(reading, index, index + 1 + (following == "الي"), (start, limit), leads) if leads else None
    if bare == "نقلا":
        return _nominal(reading, index, index + 2, (start, limit), leads) if following == "عن" else None
    if following in ("ما", "لما"):
        return _verbal(reading, index, index + 2, (start, limit), leads)
    return _nominal(reading, index, index + 1, (start, limit), leads)


def _verbal(reading: Reading, first: int, verb: int, bounds: tuple[int, int], leads: bool) -> Attribution | None:
    """Read «حسبما أفاد التلفزيون», «وفق ما نقلته عنه الصحيفة»."""
    start, limit = bounds
    if verb >= limit:
        return None
    item = cue_forms().get(reading.forms[verb])
    finite = item is not None and item.part in ("past", "present") and "that" in item.cue.frames and item.third
    if not finite and reading.forms[verb] not in ("جاء", "ورد", "نشرت", "نشر", "نشرته", "نشره", "اظهرت", "اظهر"):
        return None
    if item is not None and item.pronoun and item.cue.lemma in _JUDGING and reading.forms[first] == "علي":
        return None  # «ردا على ما تعتبره الحكومة انتهاكا»
    as_well = reading.forms[first] == "كما"
    if as_well and (item is None or item.cue.lemma not in _REPORTING):
        return None
    place = skip_adverbs(reading, verb + 1, limit)
    if (document := _in_document(reading, place, limit)) is not None:
        phrase = read_phrase(reading, document, limit, greedy=False)
        speaker = speaker_span(reading, phrase)
        if reading.forms[document].startswith("بال") and speaker.start == reading.tokens[document].start:
            speaker = Span(speaker.start + 1, speaker.end)
        return Attribution(first, phrase.end, Span(start, reading.tokens[verb].end), speaker, leads, False)
    if item is not None and item.cue.lemma == "نقل" and reading.forms[place : place + 1] == ("عن",):
        place += begins_phrase(reading, place + 1, limit)  # «وفق ما نقلت عن مصدر»: the medium was named before
    while (
        not as_well
        and place < limit
        and reading.forms[place] in ("عنه", "عنها", "عنهم", "فيه", "به", "في", "علي", "لها", "له", *_ON_LIPS)
    ):
        place += 1
    if not begins_phrase(reading, place, limit) or _is_own_place(reading.forms[place]):
        own = (
            item is not None
            and item.cue.lemma in _REPORTING
            and item.third
            and not as_well
            and _closes(reading, verb + 1)
        )
        return Attribution(first, verb + 1, Span(start, reading.tokens[verb].end), None, False, True) if own else None
    phrase = read_phrase(reading, place, limit, greedy=False)
    told = item is not None and item.cue.lemma in _TOLD and _is_told(reading, place)
    if told or (as_well and is_attached_l(reading, place) and _closes(reading, phrase.end)):
        # «كما قال لصحيفة المدى», «وفقا لما قاله لرويترز»
        return Attribution(first, phrase.end, Span(start, reading.tokens[verb].end), None, False, True)
    end = _set_apart(reading, first, phrase.end)
    if as_well and not (end or _closes(reading, phrase.end) or _only_aside(reading, phrase.end)):
        return None
    cue = Span(start, reading.tokens[verb].end)
    named = Attribution(first, max(end, phrase.end), cue, speaker_span(reading, phrase), leads, False)
    return _passed_on(reading, named, (verb, phrase.end, limit)) if item and item.cue.lemma in _PASSING else named


def _passed_on(reading: Reading, named: Attribution, places: tuple[int, int, int]) -> Attribution:
    """Return the attribution to whom a medium cites, where its verb says whom («حسبما نقلت الوكالة عن الوزير»).

    Args:
        named: the attribution to the medium.
        places: the token of the verb, one past the medium, and the limit.
    """
    verb, behind, limit = places
    if reading.forms[verb + 1] in _FROM_HIM:
        cue = Span(named.cue.start, reading.tokens[verb + 1].end)  # «وفق ما نقلت عنه الإذاعة»
        return replace(named, end=behind, cue=cue, speaker=None, own=True, via=named.speaker)
    if reading.forms[behind : behind + 1] in _HIM_LAST:  # «وفق ما نقلت الإذاعة عنه»
        return replace(named, end=behind + 1, speaker=None, own=True, via=named.speaker)
    source = skip_adverbs(reading, behind, limit)
    source += reading.forms[source : source + 2] == ("علي", "لسان")
    if source + 1 < limit and reading.forms[source] in SOURCE_MARKS and begins_phrase(reading, source + 1, limit):
        origin = read_phrase(reading, source + 1, limit, greedy=False)
        return replace(named, end=origin.end, speaker=speaker_span(reading, origin), via=named.speaker)
    return named


def _is_told(reading: Reading, place: int) -> bool:
    """Return whether the word behind «قاله» names to whom he said it («وفقا لما قاله لرويترز»)."""
    form, name = reading.forms[place], reading.names_by_token.get(place)
    attached = is_attached_l(reading, place) and (name is None or name.offset > 0)
    return attached or (form[0] == "ل" and form[1:].isascii() and len(form) > 1)


def is_norm(form: str) -> bool:
    """Return whether a folded word names what lays down rather than tells («القانون», «الاتفاق»)."""
    return form.removeprefix("ال").startswith(_NORMS)


def _set_apart(reading: Reading, first: int, end: int) -> int:
    """Return the mark behind an attribution that stands before it too («هي - كما تقول الوزارة - آمنة»), else 0."""
    before = reading.forms[first - 1] if first else ""
    within = _LONGEST_ASIDE if before in _DASHES else 1
    near = range(end, min(end + within, len(reading.forms)))
    if before not in (*_DASHES, ","):
        return 0
    return next((place for place in near if reading.forms[place] == before), 0)


def _is_own_place(form: str) -> bool:
    """Return whether the noun only says where someone spoke («على حسابها», «في بيانه»)."""
    return form.endswith(("ه", "ها")) and form in words("occasion") and noun_of(form) is None


def _closes(reading: Reading, index: int) -> bool:
    """Return whether the sentence ends with the attribution, so that it says nothing of its own."""
    if index >= len(reading.forms):
        return True
    form = reading.forms[index]
    end = reading.sentences[reading.sentence_of[index - 1]][1]
    return form in (".", "!", "?") or index >= end or (end - index <= _REST and form not in COMPLEMENTISERS)


def _in_document(reading: Reading, place: int, limit: int) -> int | None:
    """Return the document in «وفقا لما ذكر بالبيان», «حسبما ورد في التقرير»."""
    if place >= limit:
        return None
    form = reading.forms[place]
    if form.startswith("بال"):
        noun = noun_of(form[1:])
        return place if noun is not None and noun[0] == "document" else None
    if form in ("في", "علي") and place + 1 < limit:
        noun = noun_of(reading.forms[place + 1])
        return place + 1 if noun is not None and noun[0] == "document" else None
    return None


def _only_aside(reading: Reading, index: int) -> bool:
    """Return whether only where or when it was said stands behind the speaker, up to the sentence's end."""
    end = reading.sentences[reading.sentence_of[index - 1]][1]
    rest = reading.forms[index:end]
    if not 0 < len(rest) <= _LONGEST_ASIDE:
        return False
    opens = rest[0] in _ASIDES or (rest[0] in (",", "من") and rest[1:2] and rest[1] in _ASIDES)
    return bool(opens) and not any(form in COMPLEMENTISERS or form in (":", ";") for form in rest)


def _nominal(reading: Reading, first: int, place: int, bounds: tuple[int, int], leads: bool) -> Attribution | None:
    """Read «بحسب مسعفين», «وفقاً لصحيفة ...», «وفقا لـ"سانا"»."""
    start, limit = bounds
    if place >= limit:
        return None
    form = reading.forms[place]
    cue_end = reading.tokens[place - 1].end
    offset = 0
    if reading.forms[first].endswith("ا") and reading.forms[place - 1] not in ("عن", "الي"):
        if not form.startswith("ل"):
            return None
        cue_end, offset = reading.tokens[place].start + 1, 1
        if form in ("ل", "لـ"):
            place, offset, cue_end = place + 1, 0, reading.tokens[place].end
            if place >= limit:
                return None
            form = reading.forms[place]
    if form in _WORDING and not offset and place + 1 < limit and begins_phrase(reading, place + 1, limit):
        place += 1  # «حسب قول الوزير»
        cue_end, form = reading.tokens[place - 1].end, reading.forms[place]
    bare = "ال" + form[2:] if offset and form.startswith("لل") else form[offset:]
    if offset and noun_of(form[1:]) is not None:
        bare = form[1:]  # «وفقا للجنة منظمة» is ل with «لجنة»
    named = place in reading.names_by_token or form == '"'
    apart = reading.forms[first - 1] == "," or leads
    norm = is_norm(bare)
    if norm and not (apart and (is_definite(bare) or is_owned(reading, place, limit))):
        return None
    copied = reading.forms[place - 1] == "عن" and begins_phrase(reading, place, limit)
    if not (
        norm or named or copied or is_source(reading, place, bare, limit) or (leads and tells_so(reading, place, limit))
    ):
        return None
    phrase = read_phrase(reading, place, limit, greedy=False)
    if noun_of(bare) is None and not named:
        phrase = with_owner(reading, phrase, limit)
    if form in ELATIVES and phrase.end < limit and is_attached_l(reading, phrase.end):
        phrase = replace(phrase, end=read_phrase(reading, phrase.end, limit, greedy=False).end)  # «آخر حصيلة للوزارة»
    speaker = speaker_span(reading, phrase)
    if offset and speaker.start == reading.tokens[place].start:
        speaker = Span(speaker.start + 1, speaker.end)
    end = max(phrase.end, place + 1)
    end = behind_relative(reading, end, limit) if leads else end
    return Attribution(first, end, Span(start, cue_end), speaker, leads, False)
