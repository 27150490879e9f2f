"""Who is the subject of a cue: behind it, before it, the antecedent of «الذي», or carried from an earlier clause."""

from __future__ import annotations

from dataclasses import replace

from riwaya.annotate.statements.antecedents import antecedent
from riwaya.annotate.statements.appositions import with_later_name, with_title_behind
from riwaya.annotate.statements.asking import before_asked
from riwaya.annotate.statements.cues import Hit
from riwaya.annotate.statements.demands import is_addressed, without_object
from riwaya.annotate.statements.drafts import Subject
from riwaya.annotate.statements.lexicon import (
    COMPLEMENTISERS,
    cue_forms,
    narration_verbs,
    opens_proposition,
    strip_conjunction,
    words,
)
from riwaya.annotate.statements.noun_phrases import is_common, read_phrase
from riwaya.annotate.statements.passives import is_passive
from riwaya.annotate.statements.phrase_starts import (
    Phrase,
    begins_phrase,
    is_particle,
    noun_at,
    noun_of,
    skip_adverbs,
)
from riwaya.annotate.statements.reading import Reading, is_definite
from riwaya.annotate.statements.subject_checks import disagrees, is_no_subject, says_how, without_owner
from riwaya.annotate.statements.title_holders import with_holder
from riwaya.annotate.statements.topics import agrees, described_before, topic_before
from riwaya.annotate.statements.verb_shapes import conjugates
from riwaya.annotate.statements.verbs import FiniteVerb, verb_at

_BACK = 22
_LEAST_NAME = 2
_RELATIVE = frozenset(("الذي", "التي", "الذين", "اللذان", "اللذين", "اللتان", "والتي", "والذي", "والذين"))
_PLAIN_MARKS = frozenset(('"', ":", "عن", "الي", "علي", "من"))
_RESUMPTIVE = frozenset(("فيه", "فيها", "به", "بها", "عنه", "عنها", "خلاله", "خلالها"))
_LINKERS = frozenset(
    ("كما", "وكما", "فيما", "بينما", "وفيما", "وبينما", "لكن", "ولكن", "وقد", "قد", "فقد", "ثم", "كذلك")
)
_PRONOUN_LINKERS = frozenset(
    (
        "لكنه",
        "لكنها",
        "لكنهم",
        "ولكنه",
        "ولكنها",
        "ولكنهم",
        "انه",
        "انها",
        "وانه",
        "وانها",
        "وهو",
        "وهي",
        "فهو",
        "فهي",
        "هو",
        "هي",
        "وهم",
        "فهم",
    )
)


def find_subject(reading: Reading, hit: Hit, mark: int | None) -> Subject:
    """Return the subject of a finite cue.

    Args:
        mark: first token of what points at the content, None where nothing behind the cue does.
    """
    sentence = reading.sentences[reading.sentence_of[hit.index]]
    limit = mark if mark is not None else sentence[1]
    limit = before_asked(reading, hit, limit)
    begins = _clause_start(reading, hit.index, sentence[0])
    after = skip_adverbs(reading, hit.index + 1, limit)
    if after + 1 < limit and reading.forms[after] == "ذلك" and noun_at(reading, after + 1) is not None:
        after += 1  # «أعلن ذلك مدير الشركة»
    # Before its subject an Arabic verb stands in the singular.
    before = reading.forms[hit.index - 1] if hit.index else ""
    pronominal = before in _PRONOUN_LINKERS or (before in COMPLEMENTISERS and before not in ("ان", "بان"))
    singular = hit.form.number in ("s", "") and not pronominal
    if reading.forms[hit.index + 1 : hit.index + 3] == ("من", "قبل") and begins_phrase(reading, hit.index + 3, limit):
        # «اتهم من قبل الحكومة»
        return Subject(read_phrase(reading, hit.index + 3, limit, greedy=True), begins, "after")
    if singular and begins_phrase(reading, after, limit) and not is_no_subject(reading, hit, after):
        plain = mark is not None and (reading.forms[mark] in COMPLEMENTISERS or reading.forms[mark] in _PLAIN_MARKS)
        described = "describe" in hit.form.cue.frames
        transitive = described or "target" in hit.form.cue.frames
        phrase = read_phrase(reading, after, limit, greedy=transitive or not plain)
        phrase = with_later_name(reading, phrase, mark, transitive=transitive)
        phrase = with_holder(reading, phrase, mark, transitive=transitive)
        phrase = with_title_behind(reading, phrase, mark, described=described)
        phrase = without_object(reading, hit, phrase, mark)
        if disagrees(reading, hit, after, phrase):
            return _before(reading, hit, sentence[0], begins)
        manner = says_how(reading, phrase)
        if not manner and not is_addressed(reading, hit, phrase, limit):
            return Subject(phrase, begins, "after")
    return _before(reading, hit, sentence[0], begins)


def _clause_start(reading: Reading, index: int, first: int) -> int:
    """Return the cue's token, or the particle before it («كما أكد», «فيما قال»)."""
    while index > first and reading.forms[index - 1] in _LINKERS:
        index -= 1
    return index


def _before(reading: Reading, hit: Hit, first: int, begins: int) -> Subject:
    """Return the subject before the cue («لكن الوزير قال»), or an elided one."""
    forms = reading.forms
    topic = _after_as_for(reading, hit, first)
    if topic is not None:
        return topic
    place = hit.index
    while place > first and forms[place - 1] in (
        "كان",
        "كانت",
        "وكان",
        "وكانت",
        "قد",
        "ايضا",
        "كذلك",
        "بدوره",
        "بدورها",
    ):
        place -= 1
    if place - 1 > first and reading.opens_quotation(place - 1) is not None:
        place -= 1
    previous = forms[place - 1] if place > first else ""
    if previous in _RELATIVE and not _is_its_own(reading, hit, previous):
        return Subject(None, hit.index, "elided")
    if previous in _RELATIVE and not _resumes(previous, forms[min(hit.index + 1, len(forms) - 1)]):
        return Subject(antecedent(reading, place - 1, first), hit.index, "relative")
    if hit.joined == "و" or not previous or previous in _PRONOUN_LINKERS or previous in _LINKERS:
        return Subject(None, begins, "elided")
    if previous == "ان":
        owner = _who_once(reading, place - 1, first)
        if owner is not None:
            return Subject(owner, begins, "before")
    start = _phrase_start(reading, place, first)
    phrase = read_phrase(reading, start, place, greedy=False) if start is not None else None
    phrase = _with_accusatives(reading, phrase, place) if phrase is not None else None
    verb = FiniteVerb(hit.form.gender, hit.form.number, hit.form.pronoun)
    if (
        start is None
        or phrase is None
        or (phrase.end < place and not _only_aside(reading, phrase.end, place))
        or not agrees(reading, phrase, verb)
    ):
        return _farther(reading, hit, place, first, begins)
    opener = start
    while opener > first and forms[opener - 1] in words("clause_opener"):
        opener -= 1
    return Subject(phrase, opener, "before")


def _with_accusatives(reading: Reading, phrase: Phrase, limit: int) -> Phrase:
    """Return the phrase with its adjectives where «لكن» or «إن» puts all in the accusative («لكن مصدرا كبيرا قال»)."""
    end = phrase.end
    inflected = all(form.endswith("ا") for form in reading.forms[phrase.first : end])
    if not inflected or phrase.kind in ("name", ""):
        return phrase
    while end < limit and reading.is_word(end) and reading.forms[end].endswith("ا") and len(reading.forms[end]) > 3:
        end += 1
    return replace(phrase, end=end)


def _after_as_for(reading: Reading, hit: Hit, first: int) -> Subject | None:
    """Return the subject of «أما المرصد ومقره العاصمة فأكد ...»."""
    if hit.joined != "ف" or strip_conjunction(reading.forms[first]) != "اما" or hit.index - first > _BACK:
        return None
    if not begins_phrase(reading, first + 1, hit.index):
        return None
    phrase = read_phrase(reading, first + 1, hit.index, greedy=False)
    verb = FiniteVerb(hit.form.gender, hit.form.number, hit.form.pronoun)
    return Subject(phrase, first, "before") if agrees(reading, phrase, verb) else None


def _who_once(reading: Reading, index: int, first: int) -> Phrase | None:
    """Return who is meant in «سبق للوزير أن قال»."""
    for place in range(index - 1, max(first, index - 6) - 1, -1):
        if reading.forms[place] in ("سبق", "وسبق", "يسبق") and reading.forms[place + 1].startswith("ل"):
            return read_phrase(reading, place + 1, index, greedy=False)
    return None


def _resumes(relative: str, form: str) -> bool:
    """Return whether a pronoun points back at a relative one of its gender («البيان الذي قال فيه»)."""
    other = {"الذي": "ها", "التي": "ه"}.get(relative.removeprefix("و"), "-")  # «تصريحات سامي الحداد الذي قال فيها»
    return form in _RESUMPTIVE and not (form.endswith(other) and form.endswith("ها") == (other == "ها"))


def _is_its_own(reading: Reading, hit: Hit, relative: str) -> bool:
    """Return whether the antecedent of a relative clause may be the subject of its verb.

    It is not in «الذي تقول الشرطة إنه هارب», «الذين يتهمهم القضاء بالفساد» and in passives.
    """
    if is_passive(reading, hit):
        return False
    owned = reading.forms[hit.index - 2] if hit.index > 1 else ""
    if owned.endswith(("ه", "ها", "هم")) and without_owner(owned) in words("vessel"):
        return False  # «أصدرت المنظمة بيانها الذي قالت إنه ...»
    bare = relative.removeprefix("و")
    if (bare == "الذي" and hit.form.gender == "f") or (bare == "التي" and hit.form.gender == "m"):
        return False
    if bare == "الذين" and hit.form.number == "s":
        return False
    after = skip_adverbs(reading, hit.index + 1, len(reading.forms))
    return not (hit.form.pronoun and begins_phrase(reading, after, len(reading.forms)))


def _farther(reading: Reading, hit: Hit, place: int, first: int, begins: int) -> Subject:
    """Return the subject at the head of the clause, across what qualifies it, or the noun that the clause describes."""
    verb = FiniteVerb(hit.form.gender, hit.form.number, hit.form.pronoun)
    end = reading.sentences[reading.sentence_of[hit.index]][1]
    after = skip_adverbs(reading, hit.index + 1, end)
    governed = after < end and reading.forms[after][0] == "ب" and reading.forms[after] not in words("b_word")
    governed = governed and after not in reading.names_by_token
    taken = (
        not governed
        and begins_phrase(reading, after, end)
        and not opens_proposition(reading.forms[after], reading.tokens[after].text)
    )
    # «الوثيقة التي نشرت أمس انتقدت مذكرة ...»
    judging = hit.form.cue.force in ("accuse", "deny", "praise") or "target" in hit.form.cue.frames
    if hit.form.part not in ("past", "present") or hit.form.pronoun or (taken and not judging):
        return Subject(None, begins, "elided")
    resumed = reading.forms[hit.index + 1] in _RESUMPTIVE if hit.index + 1 < end else False
    described = None if resumed else described_before(reading, place, first, verb)
    if described is not None:
        return Subject(described, hit.index, "relative")
    topic = topic_before(reading, place, first, verb)
    if topic is None:
        return Subject(None, begins, "elided")
    return Subject(topic[0], topic[1], "before")


def _only_aside(reading: Reading, first: int, end: int) -> bool:
    """Return whether only asides stand between a subject before the cue and the cue («، المعارض،»)."""
    if reading.forms[first] == "," and reading.forms[end - 1] == ",":
        return True
    return skip_adverbs(reading, first, end) == end


def _phrase_start(reading: Reading, end: int, first: int) -> int | None:
    """Return where the noun phrase that ends before the cue begins: behind a particle or at a clause's start."""
    forms = reading.forms
    commas = 0
    for place in range(end - 1, max(first, end - _BACK) - 1, -1):
        form = forms[place]
        if form in (".", ":", ";", '"') and place != end - 1:
            opens = form == ":" or (form == '"' and reading.opens_quotation(place) is not None)
            return _checked(reading, place + 1, end) if opens else None
        if form == ",":
            commas += 1
            if place == end - 1:
                continue
            if commas == 1 or (commas == 2 and forms[end - 1] != ","):
                return _checked(reading, place + 1, end)
        if form in words("clause_opener") and (form != "غير" or forms[place + 1] in COMPLEMENTISERS):
            return _checked(reading, place + 1, end)  # «غير أن», not «غير العادي»
        if place == first:
            start = place
            return _checked(reading, start, end)
    return None


def _checked(reading: Reading, start: int, end: int) -> int | None:
    """Return `start` where a subject may begin there and no verb stands between it and the cue."""
    start = skip_adverbs(reading, start, end)
    if start >= end or not begins_phrase(reading, start, end):
        return None
    form = reading.forms[start]
    if is_particle(form) and start not in reading.names_by_token:
        return None
    counted = (
        reading.tokens[start].kind == "number" and start + 1 < end and noun_of(reading.forms[start + 1]) is not None
    )
    sure = is_definite(form) or noun_at(reading, start) is not None or start in reading.names_by_token or counted
    # Behind «أن» a subject must stand before the verb.
    opened = start > 0 and reading.forms[start - 1] in ("ان", "بان", "لكن", "ولكن")
    certain = opened and end - start <= 4 and form[0] not in "يت"
    joined = form[0] in "وف" and not opened  # «وبداية أعلن الجيش»: nothing indefinite stands so before its verb
    unsure = (start + 1 == end or certain) and form.isalpha() and not joined and not _may_be_verb(form)
    unsure = unsure and len(form) > _LEAST_NAME and (opened or not _is_described(reading, start))
    if not (sure or unsure) or (form in narration_verbs() and not is_definite(form)):
        return None
    for place in range(start, end):
        if reading.forms[place] in narration_verbs() or reading.forms[place] in _RELATIVE:
            return None
    return start


def _is_described(reading: Reading, index: int) -> bool:
    """Return whether the verb behind a common noun describes it and has another subject («صورة قالت فيها إنها»)."""
    form = reading.forms[index]
    verb = verb_at(reading, index + 1) if index + 1 < len(reading.forms) else None
    if verb is None or not is_common(form):
        return False
    resumed = reading.forms[index + 2 : index + 3]
    return (form.endswith(("ه", "ات")) and verb.gender == "m") or (bool(resumed) and resumed[0] in _RESUMPTIVE)


def _may_be_verb(form: str) -> bool:
    """Return whether a word may be a finite verb, with «و» before it or not («ومضت تقول»)."""
    bare = strip_conjunction(form)
    return any(word in narration_verbs() or word in cue_forms() or conjugates(word) for word in {form, bare})
