"""From a candidate cue to a draft: verbs, participles, nouns («إعلان ...», «قوله»), «جاء في بيان»."""

from __future__ import annotations

from riwaya.annotate.statements.contents import Target, find_target
from riwaya.annotate.statements.cues import Hit
from riwaya.annotate.statements.drafts import Draft, Subject
from riwaya.annotate.statements.lexicon import COMPLEMENTISERS, words
from riwaya.annotate.statements.noun_phrases import Phrase, begins_phrase, noun_of, read_phrase, skip_adverbs
from riwaya.annotate.statements.reading import Reading, is_definite
from riwaya.annotate.statements.subjects import find_subject, speaker_span
from riwaya.model import MentionKind, Span

_PARTICIPLE_REACH = 14
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


def _limit(reading: Reading, index: int) -> int:
    limit = reading.sentences[reading.sentence_of[index]][1]
    around = reading.quotation_of[index]
    return min(limit, reading.quotations[around].last) if around >= 0 else limit


def _finite(reading: Reading, hit: Hit) -> Draft | None:
    limit = _limit(reading, hit.index)
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
    ):
        # «الذي أعلن ترامب انسحابه منه»
        blind = Subject(read_phrase(reading, behind, target.mark, greedy=True), hit.index, "after")
    subject = blind if before else find_subject(reading, hit, target.mark)
    if (
        target.kind == "that"
        and hit.form.cue.lemma in ("نقل", "ذكر", "أورد")
        and (relayed := _relayed(reading, hit, target))
    ):
        return relayed
    draft = _draft(reading, hit, target, subject)
    _add_addressee(reading, hit, target, subject, draft)
    return draft


def _draft(reading: Reading, hit: Hit, target: Target, subject: Subject) -> Draft:
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
    loose = before in (",", '"', ")", ";") or hit.joined or before not in ("كان", "كانت", "يعد", "الا")
    frames = hit.form.cue.frames
    first = reading.sentences[reading.sentence_of[hit.index]][0]
    if (hit.index == first and not frames & {"that", "quote"}) or not loose:
        return None
    target = find_target(reading, hit, min(_limit(reading, hit.index), hit.index + _PARTICIPLE_REACH + 12), True)
    if target is None or target.mark - hit.index > _PARTICIPLE_REACH:
        return None
    tight = before in (",", '"', ")", ";") or hit.joined or target.kind in ("that", "colon", "quote", "inside")
    if not tight and (target.kind == "object" or target.mark > hit.index + 2):
        return None
    draft = _draft(reading, hit, target, Subject(None, hit.index, "elided"))
    if target.mark > hit.index + 1 and "target" in frames and begins_phrase(reading, hit.index + 1, target.mark):
        if hit.form.cue.lemma == "اتهم" and target.kind in ("attached", "that"):
            draft.first, draft.quotation = hit.index + 1, None
        draft.addressee = _addressed(reading, hit, target, hit.index + 1)
    return draft


def _addressed(reading: Reading, hit: Hit, target: Target, index: int) -> Span | None:
    """Return whom a demand or warning goes to; whom an accusation names belongs to its content."""
    phrase = read_phrase(reading, index, target.mark, greedy=False)
    if hit.form.cue.lemma in ("اتهم", "هدد", "توعد"):
        return None
    return speaker_span(reading, phrase)


def _add_addressee(reading: Reading, hit: Hit, target: Target, subject: Subject, draft: Draft) -> None:
    """Find the addressee between the cue and its content, and widen an accusation by whom it accuses."""
    index = hit.index + 1
    if subject.position == "after" and subject.phrase is not None:
        index = subject.phrase.end
    index = skip_adverbs(reading, index, target.mark)
    if "target" in hit.form.cue.frames or "describe" in hit.form.cue.frames:
        index = _skip_phrases(reading, index, target.mark)
        if begins_phrase(reading, index, target.mark):
            if hit.form.cue.lemma in ("اتهم", "وصف") and target.kind in ("attached", "that"):
                draft.first, draft.quotation = index, None
                return
            draft.addressee = _addressed(reading, hit, target, index)
            return
    if "ask" in hit.form.cue.frames and target.mark + 1 < draft.first:
        draft.addressee = speaker_span(reading, read_phrase(reading, target.mark + 1, draft.first, greedy=True))
        return
    for place in range(index, target.mark):
        form = reading.forms[place]
        mention = reading.names_by_token.get(place)
        known = mention is not None and mention.offset == 1
        if form.startswith("ل") and (known or (len(form) > 3 and form not in words("l_word"))) and place - index < 8:
            before = reading.forms[place - 1]
            occasion = before in ("مقابله", "حديث", "تصريح", "تصريحات", "حوار")
            if occasion or place == index:
                draft.addressee = _dative(reading, place, target.mark)
                return
        if form == "مع" and reading.forms[place - 1] in ("مقابله", "حوار", "حديث", "لقاء") and place + 1 < target.mark:
            draft.addressee = speaker_span(reading, read_phrase(reading, place + 1, target.mark, greedy=False))
            return


def _skip_phrases(reading: Reading, index: int, limit: int) -> int:
    """Return the first token behind dates and prepositional phrases («في التاسع من نيسان»)."""
    while index + 1 < limit and reading.forms[index] in words("preposition"):
        index = skip_adverbs(reading, read_phrase(reading, index + 1, limit, greedy=True).end, limit)
    return index


def _dative(reading: Reading, place: int, limit: int) -> Span:
    phrase = read_phrase(reading, place, limit, greedy=False)
    return Span(reading.tokens[place].start + 1, reading.tokens[phrase.end - 1].end)


def _relayed(reading: Reading, hit: Hit, target: Target) -> Draft | None:
    """Return «نقلت رويترز عن مسؤول أن ...»: the speaker behind عن, the transmitter in `via`."""
    for place in range(hit.index + 1, min(target.mark, hit.index + 20)):
        if reading.forms[place] == "عن" and begins_phrase(reading, place + 1, target.mark):
            phrase = read_phrase(reading, place + 1, target.mark, greedy=False)
            source = find_subject(reading, hit, place)
            draft = _draft(reading, hit, target, Subject(phrase, source.begins, "after"))
            draft.gender = phrase.gender
            if source.phrase is not None:
                draft.via = [speaker_span(reading, source.phrase)]
            return draft
    return None


def _noun(reading: Reading, hit: Hit) -> Draft | None:
    """Return the draft of a noun that attributes: «قوله إن», «إعلان ترامب انسحاب ...», «تحذير روسيا من أن»."""
    limit = _limit(reading, hit.index)
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
    draft = _draft(reading, hit, target, Subject(phrase, hit.index, "after"))
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
            draft = _draft(reading, hit, target, Subject(phrase, hit.index, "after"))
            draft.splits, draft.structure = False, "relayed"
            _add_transmitter(reading, place, first, draft)
            return draft
    if hit.form.cue.lemma != "قال":
        return None
    draft = _draft(reading, hit, target, Subject(None, hit.index, "elided"))
    draft.splits = False
    return draft


def _add_transmitter(reading: Reading, about: int, first: int, draft: Draft) -> None:
    """Add who passes the words on: the subject of the نقل before عن."""
    from riwaya.annotate.statements.lexicon import cue_forms

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
    draft = _draft(reading, hit, target, Subject(phrase, hit.index, "after"))
    draft.splits = True
    return draft


def build_vessels(reading: Reading) -> list[Draft]:
    """Return the drafts of «جاء في بيان للوزارة أن ...»."""
    found: list[Draft] = []
    for index, form in enumerate(reading.forms[:-3]):
        if form in ("جاء", "وجاء", "ورد", "وورد") and reading.forms[index + 1] == "في":
            draft = _vessel(reading, index)
            if draft is not None:
                found.append(draft)
    return found


def _vessel(reading: Reading, index: int) -> Draft | None:
    from riwaya.annotate.statements.lexicon import cue_forms

    vessel = index + 2
    bare = reading.forms[vessel].removeprefix("ال")
    if bare not in words("vessel") and bare not in words("vessel_owned"):
        return None
    start = reading.tokens[index].start + (1 if reading.forms[index].startswith(("وج", "وو")) else 0)
    hit = Hit(index, start, cue_forms()["قال"], "و")
    target = find_target(reading, hit, _limit(reading, index), True)
    if target is None:
        return None
    owner = vessel_owner(reading, vessel, target.mark)
    phrase = owner or read_phrase(reading, vessel, target.mark, greedy=False)
    draft = _draft(reading, hit, target, Subject(phrase, index, "after"))
    draft.cue = Span(start, reading.tokens[vessel if owner else vessel - 1].end)
    draft.prior, draft.splits = 0.93, True
    return draft


def vessel_owner(reading: Reading, vessel: int, limit: int) -> Phrase | None:
    """Return whose statement it is: «بيان صادر عن الخارجية», «بيان لحماس», «بيان البيت الأبيض»."""
    for place in range(vessel + 1, min(limit, vessel + 6)):
        form = reading.forms[place]
        if form == "عن" and reading.forms[place - 1].startswith(("صادر", "صدر", "صادره", "صدرت")):
            return read_phrase(reading, place + 1, limit, greedy=False) if place + 1 < limit else None
        if form.startswith("ل") and len(form) > 3 and form not in words("l_word"):
            return read_phrase(reading, place, limit, greedy=True)
    follows = vessel + 1
    if follows < limit and begins_phrase(reading, follows, limit) and not is_definite(reading.forms[vessel]):
        if noun_of(reading.forms[follows]) or follows in reading.names_by_token:
            return read_phrase(reading, follows, limit, greedy=False)
    return None
