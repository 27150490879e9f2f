"""A draft of a cue whose content and subject are known, and how far a cue may reach."""

from __future__ import annotations

from riwaya.annotate.statements.cues import Hit
from riwaya.annotate.statements.drafts import Draft, Subject
from riwaya.annotate.statements.lexicon import COMPLEMENTISERS, strip_conjunction
from riwaya.annotate.statements.phrase_starts import RELATIVES
from riwaya.annotate.statements.published import carriers
from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.speaker_spans import speaker_span
from riwaya.annotate.statements.targets import Target
from riwaya.model import Span


def speech_limit(reading: Reading, index: int) -> int:
    """Return one past the last token a cue may reach: its sentence's end, or the quotation's around it."""
    limit = reading.sentences[reading.sentence_of[index]][1]
    around = reading.quotation_of[index]
    return min(limit, reading.quotations[around].last) if around >= 0 else limit


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
            and (subject.begins == 0 or reading.forms[subject.begins - 1] not in RELATIVES)
            and strip_conjunction(reading.forms[subject.begins]) not in COMPLEMENTISERS  # «..., وإن الحكومة ترفض»
            and subject.position != "relative"
        )
    )
    draft = Draft(
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
    draft.via = carriers(reading, draft, target.mark)
    return draft
