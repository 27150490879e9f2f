"""What somebody else passes on: «نقلت رويترز عن مسؤول أن», «علمت الصحيفة من مصدر أن», «نقلت عنه الوكالة أن»."""

from __future__ import annotations

from riwaya.annotate.statements.cues import Hit
from riwaya.annotate.statements.drafts import Draft, Subject
from riwaya.annotate.statements.making import make_draft
from riwaya.annotate.statements.phrase_starts import begins_phrase
from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.relays import FROM_HIM, SOURCE_MARKS, read_sources
from riwaya.annotate.statements.sources import is_source_noun
from riwaya.annotate.statements.speaker_spans import speaker_span
from riwaya.annotate.statements.subjects import find_subject
from riwaya.annotate.statements.targets import Target
from riwaya.annotate.statements.verbs import verb_at


def relayed(reading: Reading, hit: Hit, target: Target) -> Draft | None:
    """Return «نقلت رويترز عن مسؤول أن ...»: the speaker behind عن, the transmitter in `via`."""
    if reading.forms[hit.index + 1] in FROM_HIM:
        return _from_him(reading, hit, target)
    learnt = hit.form.cue.lemma == "علم"
    for place in range(hit.index + 1, min(target.mark, hit.index + 20)):
        if reading.forms[place] not in (("من",) if learnt else SOURCE_MARKS) or (
            place > hit.index + 1 and verb_at(reading, place - 1) is not None
        ):
            continue  # «في تقرير لم تكشف عن مصدره»
        bare = reading.forms[place + 1].removesuffix("ها").removesuffix("ه")
        known = not learnt or is_source_noun(bare)  # «علمت الصحيفة من مصادرها أن»
        if known and begins_phrase(reading, place + 1, target.mark):
            phrase, between = read_sources(reading, place + 1, target.mark)
            source = find_subject(reading, hit, place)
            draft = make_draft(reading, hit, target, Subject(phrase, source.begins, "after"))
            draft.gender = phrase.gender
            draft.via = [*([speaker_span(reading, source.phrase)] if source.phrase is not None else []), *between]
            return draft
    return None


def _from_him(reading: Reading, hit: Hit, target: Target) -> Draft | None:
    """Return «ونقلت عنه الوكالة أن»: he speaks who was spoken of before, the agency passes on."""
    source = find_subject(reading, hit, target.mark)
    if source.phrase is None:
        return None
    draft = make_draft(reading, hit, target, Subject(None, hit.index, "elided"))
    draft.via = [speaker_span(reading, source.phrase)]
    draft.gender, draft.number = FROM_HIM[reading.forms[hit.index + 1]]
    return draft
