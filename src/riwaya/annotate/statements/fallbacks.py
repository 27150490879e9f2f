"""Contents that the usual frames miss: late or short complements, and what a quotation only goes on about."""

from __future__ import annotations

from riwaya.annotate.statements.attached import calls_for
from riwaya.annotate.statements.cues import Hit
from riwaya.annotate.statements.lexicon import COMPLEMENTISERS, cue_forms, strip_conjunction, words
from riwaya.annotate.statements.noun_phrases import read_phrase
from riwaya.annotate.statements.phrase_starts import begins_phrase, skip_adverbs
from riwaya.annotate.statements.reading import Reading, is_time
from riwaya.annotate.statements.reported import direct_object
from riwaya.annotate.statements.targets import Target
from riwaya.annotate.statements.verbs import verb_at

_CHARGED_WITHIN = 16
_CALLED_WITHIN = 14
_CALLS = frozenset(("دعا", "ناشد", "طالب", "حث", "حض"))
_STOPS = frozenset((".", ":", ";", "؛", "!", "?", "…", '"'))
_JUDGES = frozenset(("accuse", "deny", "praise"))


def late_target(reading: Reading, hit: Hit, limit: int) -> Target | None:
    """Return the complement of an accusation or call that stands behind a long object («اتهم ... المكتب بدس مخبر»)."""
    lemma = hit.form.cue.lemma
    if lemma == "اتهم" and not hit.form.pronoun:
        return _charge(reading, hit, limit)
    if lemma in _CALLS:
        return _call(reading, hit, limit)
    return None


def _charge(reading: Reading, hit: Hit, limit: int) -> Target | None:
    for place in range(hit.index + 2, min(limit, hit.index + _CHARGED_WITHIN)):
        form = reading.forms[place]
        if form in _STOPS or _is_clause(reading, place):
            return None
        taken = form in words("b_word") or form in words("b_adjunct") or place in reading.names_by_token
        if form[0] == "ب" and len(form) > 2 and not taken and not is_time(form[1:]):
            return Target("attached", place, place, None)
    return None


def _call(reading: Reading, hit: Hit, limit: int) -> Target | None:
    for place in range(hit.index + 1, min(limit, hit.index + _CALLED_WITHIN)):
        form = reading.forms[place]
        if form in _STOPS or _is_clause(reading, place):
            return None
        if form[0] == "ل" and calls_for(reading, place):
            return Target("attached", place, place, None)
    return None


def _is_clause(reading: Reading, place: int) -> bool:
    """Return whether a clause or another cue begins, behind which nothing completes the verb."""
    form = reading.forms[place]
    if form in COMPLEMENTISERS or form in words("clause_opener"):
        return True
    item = cue_forms().get(strip_conjunction(form))
    return item is not None and item.part != "noun" and item.third and verb_at(reading, place) is not None


def judged_before_quotation(reading: Reading, hit: Hit, target: Target, *, subject_before: bool) -> Target:
    """Return what is praised or condemned where a quotation only goes on about it («انتقد الحكومة بسبب "نفاقها"»)."""
    cue = hit.form.cue
    if target.kind != "quote" or cue.force not in _JUDGES or "object" not in cue.frames or hit.form.pronoun:
        return target
    if target.mark - hit.index < 3 or reading.forms[target.mark - 1] in (":", ",") or hit.form.part == "participle":
        return target
    index = skip_adverbs(reading, hit.index + 1, target.mark)
    if subject_before or not begins_phrase(reading, index, target.mark):
        return target
    phrase = read_phrase(reading, index, target.mark, greedy=True)
    found = direct_object(reading, phrase, target.mark)
    return found if found is not None and found.first < target.mark - 1 else target
