"""Contents that the usual frames miss: late or short complements, and what a quotation only goes on about."""

from __future__ import annotations

from riwaya.annotate.statements.attached import calls_for
from riwaya.annotate.statements.cues import Hit
from riwaya.annotate.statements.direct_objects import direct_object
from riwaya.annotate.statements.late_objects import late_object
from riwaya.annotate.statements.lexicon import COMPLEMENTISERS, cue_forms, opens_proposition, strip_conjunction, words
from riwaya.annotate.statements.noun_phrases import read_phrase
from riwaya.annotate.statements.phrase_starts import RELATIVES, begins_phrase, skip_adverbs
from riwaya.annotate.statements.reading import Reading, is_time
from riwaya.annotate.statements.targets import Target, behind
from riwaya.annotate.statements.verbs import verb_at

_CHARGED_WITHIN = 16
_GIST_WITHIN = 14
_ASIDE_WITHIN = 30
_NEWS_WITHIN = 14
_BARE_LEAST = 4
_BARE_CLEAR = 30
GISTS = frozenset(("مفادها", "مفاده", "فحواها", "فحواه", "موداها", "موداه"))
_NEWS = frozenset(("انباء", "تقارير", "معلومات", "شايعات", "شهادات", "اخبار", "تفاصيل", "روايات", "شهاده", "روايه"))
_PASSING = frozenset(("أورد", "نقل", "تناقل", "تداول", "ذكر", "بث", "نشر", "كشف"))
_BARE = frozenset(("قال", "أضاف", "تابع", "أردف", "أوضح"))
_BARE_OPENERS = frozenset(
    ("اذا", "لا", "لم", "لن", "ليس", "ليست", "هذا", "هذه", "هناك", "نحن", "انا", "لدينا", "لقد", "قد", "سوف")
)
_CALLED_WITHIN = 14
_CALLS = frozenset(("دعا", "ناشد", "طالب", "حث", "حض"))
_ENDING = frozenset(("ختم", "اختتم"))
_ENDS_WITH = {"بالتاكيد": "علي", "بالتشديد": "علي", "بالدعوه": "الي", "بالاشاره": "الي", "بالاعراب": "عن"}
_STOPS = frozenset((".", ":", ";", "؛", "!", "?", "…", '"'))
_JUDGES = frozenset(("accuse", "deny", "praise"))


def late_target(reading: Reading, hit: Hit, limit: int) -> Target | None:
    """Return the complement of an accusation or call that stands behind a long object («اتهم ... المكتب بدس مخبر»)."""
    lemma = hit.form.cue.lemma
    if lemma == "اتهم" and hit.form.pronoun and reading.forms[hit.index - 1] in RELATIVES:
        return _charge(reading, hit, limit)  # «الجماعة التي تتهمها الحكومة بالتزوير»
    if lemma in _ENDING:
        return _last_words(reading, hit, limit)
    if (found := behind_aside(reading, hit, limit)) is not None:
        return found
    if (found := news_of(reading, hit, limit) or bare_speech(reading, hit, limit)) is not None:
        return found
    if (found := late_object(reading, hit, limit)) is not None:
        return found
    if lemma == "اتهم" and not hit.form.pronoun:
        return _charge(reading, hit, limit)
    if lemma in _CALLS:
        return _call(reading, hit, limit)
    return None


def _last_words(reading: Reading, hit: Hit, limit: int) -> Target | None:
    """Return what a speech ends with («اختتم كلمته بالتأكيد على أن ...», «ختم بالدعوة إلى ...»)."""
    for place in range(hit.index + 1, min(limit - 2, hit.index + _CALLED_WITHIN)):
        form, following = reading.forms[place], reading.forms[place + 1]
        if form in _STOPS or form in COMPLEMENTISERS:
            return None
        if form in _ENDS_WITH and following in COMPLEMENTISERS:
            return behind(reading, "that", place, place + 2, limit)
        if form in _ENDS_WITH and following == _ENDS_WITH[form]:
            clause = reading.forms[place + 2] in COMPLEMENTISERS
            return behind(reading, "that" if clause else "preposition", place, place + 2 + clause, limit)
    return None


def behind_aside(reading: Reading, hit: Hit, limit: int) -> Target | None:
    """Return the clause behind an aside that only says who carried it («أشار بيان، نقلته الوكالة، إلى أن»)."""
    frames = hit.form.cue.frames
    if "that" not in frames or hit.form.pronoun:
        return None
    asides = 0
    for place in range(hit.index + 2, min(limit - 2, hit.index + _ASIDE_WITHIN)):
        form = reading.forms[place]
        if form in (".", ";", ":", "!", "?"):
            return None
        verb = verb_at(reading, place) if reading.forms[place - 1] in (",", "-") else None
        asides += verb is not None and verb.pronoun
        if asides and form in COMPLEMENTISERS and reading.forms[place - 1] == ",":
            return behind(reading, "that", place, place + 1, limit)
        if asides and form in frames and reading.forms[place + 1] in COMPLEMENTISERS:
            return behind(reading, "that", place, place + 2, limit)
    return None


def gist(reading: Reading, hit: Hit, limit: int) -> Target | None:
    """Return what «مفادها أن» tells («توصل الباحثون إلى نتيجة مفادها أن ...»)."""
    for place in range(hit.index + 1, min(limit - 2, hit.index + _GIST_WITHIN)):
        form = reading.forms[place]
        if form in _STOPS or form in COMPLEMENTISERS:
            return None
        if form in GISTS and reading.forms[place + 1] in COMPLEMENTISERS:
            return behind(reading, "that", place, place + 2, limit)
    return None


def news_of(reading: Reading, hit: Hit, limit: int) -> Target | None:
    """Return what reports are about that somebody passes on («أوردت القناة أنباء عن سماع دوي انفجارات»)."""
    noun = hit.form.cue.lemma in ("نشر", "بث") and hit.form.gender == "m" and not hit.joined
    if hit.form.cue.lemma not in _PASSING or hit.form.pronoun or noun:
        return None
    for place in range(hit.index + 1, min(limit - 2, hit.index + _NEWS_WITHIN)):
        form = reading.forms[place]
        if form in _STOPS or form in COMPLEMENTISERS:
            return None
        if form in _NEWS or form.removesuffix("ا") in _NEWS:
            about = next((at for at in range(place + 1, min(place + 4, limit - 1)) if reading.forms[at] == "عن"), None)
            return behind(reading, "preposition", place, about + 1, limit) if about is not None else None
    return None


def bare_speech(reading: Reading, hit: Hit, limit: int) -> Target | None:
    """Return what stands behind a speaker and a comma without «أن» or marks («قال الوزير، سنواصل العمل»)."""
    if hit.form.cue.lemma not in _BARE or hit.form.part != "past" or hit.form.pronoun:
        return None
    index = skip_adverbs(reading, hit.index + 1, limit)
    if reading.forms[hit.index + 1 : hit.index + 2] == (",",) or not begins_phrase(reading, index, limit):
        return None
    end = read_phrase(reading, index, limit, greedy=False).end
    if end + _BARE_LEAST >= limit or reading.forms[end] != ",":
        return None
    rest = reading.forms[end + 1 : limit]
    if any(form in COMPLEMENTISERS or form in ('"', ":") for form in rest[:_BARE_CLEAR]):
        return None
    first = end + 1
    starts = verb_at(reading, first) is not None or rest[0] in _BARE_OPENERS
    return Target("bare", end, first, None) if starts else None


def _charge(reading: Reading, hit: Hit, limit: int) -> Target | None:
    for place in range(hit.index + 2, min(limit, hit.index + _CHARGED_WITHIN)):
        form = reading.forms[place]
        if form in COMPLEMENTISERS and form.startswith("بان"):
            return behind(reading, "that", place, place + 1, limit)  # «الذي تتهمه أنقرة بأنه ...»
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
        if form[0] == "ل" and (calls_for(reading, place) or _is_named_so(reading, place)):
            return Target("attached", place, place, None)
    return None


def _is_named_so(reading: Reading, place: int) -> bool:
    """Return whether a verbal noun that also names a person («للمساعدة في») stands before its complement."""
    form, following = reading.forms[place], reading.forms[place + 1 : place + 2]
    verbal = form.startswith("لل") and opens_proposition(form[2:], "")
    return verbal and following in (("في",), ("علي",), ("من",))


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
