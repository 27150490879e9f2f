"""Words that never name a speaker, whatever stands where one is expected."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache

from riwaya.annotate.statements.drafts import Draft
from riwaya.annotate.statements.lexicon import COMPLEMENTISERS, cue_forms, strip_conjunction, words
from riwaya.annotate.statements.phrase_starts import noun_of
from riwaya.annotate.statements.reading import Reading, is_definite
from riwaya.arabic.frequencies import load_name_counts
from riwaya.model import Span

_THIS = frozenset(("هذا", "هذه", "ذلك", "تلك"))
_AMONG = frozenset(("منهم", "بينهم", "منها", "ابرزهم", "ومنهم"))
_OFTEN = 5  # articles in which a word is part of a name

_SUFFIXES = ("ه", "ها", "هم", "هما", "هن", "نا", "ك", "كم")
_BE = frozenset(("يكون", "تكون", "يكونوا", "يكن", "تكن", "يكونا"))
_ELATIVES = frozenset(("الاكثر", "الاقل", "الاشد", "الاسوا", "الافضل", "الاجدر", "الابرز"))
_WHOLE = frozenset(("كل", "جميع", "مزيد"))
# A finding, a law or a plan shows and stipulates, though it says nothing.
SHOWS = frozenset(("أظهر", "أثبت", "نص", "تضمن", "سجل", "أشار", "كشف", "بين", "خلص", "أكد", "توقع", "رجح"))


@cache
def _never() -> frozenset[str]:
    """Return prepositions with a pronoun, complementisers, forms of "to be" and definite elatives."""
    prepositions = words("preposition") - {"علي", "لدي"} | {"علي", "الي", "لدي", "ل", "ب"}
    pronominal = {stem + suffix for stem in prepositions for suffix in _SUFFIXES}
    because = {"لان" + suffix for suffix in ("", *_SUFFIXES)}
    return frozenset(pronominal | because) | COMPLEMENTISERS | _BE | _ELATIVES


def names_no_speaker(reading: Reading, draft: Draft) -> bool:
    """Return whether what was taken for the draft's own speaker cannot be one."""
    if draft.speaker is None:
        return False
    first = bisect_right(reading.document.token_starts, draft.speaker.start) - 1
    among = reading.forms[first] in _AMONG and first + 1 in reading.names_by_token
    if among and reading.tokens[first + 1].start < draft.speaker.end:
        first += 1  # «منهم سامي الحداد، الذي قال»
        draft.speaker = Span(reading.tokens[first].start, draft.speaker.end)
    form = reading.forms[first]
    if first in reading.names_by_token or noun_of(form) is not None or noun_of(strip_conjunction(form)) is not None:
        return False
    alone = draft.speaker.end == reading.tokens[first].end
    if form in words("no_speaker") or (alone and strip_conjunction(form) in _THIS):
        return True
    if (len(form) < 2 and reading.is_word(first)) or form in _never() or strip_conjunction(form) in _never():
        return True
    if form.endswith(("يته", "يتها", "يتهم")):
        return True  # «هويته», «مسؤوليته»
    if reading.tokens[first].text.endswith(("ً", "اً", "ًا")) and draft.elided is False:
        return form not in words("name_kept") and draft.begins >= draft.cue_token  # «قال سريعاً»
    item = cue_forms().get(form)
    if item is not None and (item.part == "present" or (item.part == "participle" and form.endswith("ا"))):
        return True
    named = _is_person(reading, first) or _is_woman(reading, first, draft) or form.removeprefix("ال") in words("vessel")
    return (_is_verbal_noun(draft, form) and not named and not _is_body(reading, first)) or _is_governed(
        reading, first, draft
    )


def _is_person(reading: Reading, first: int) -> bool:
    """Return whether two words in a row are used as names («سماح حديد»), or one behind a title («العامل رضا»)."""
    following = reading.forms[first + 1] if first + 1 < len(reading.forms) else ""
    counts = load_name_counts()
    called = counts.get(reading.forms[first], 0) >= _OFTEN
    title = noun_of(reading.forms[first - 1]) if first else None
    titled = title is not None and title[0] == "person" and is_definite(reading.forms[first - 1])
    return called and (titled or counts.get(following, 0) >= _OFTEN)


def _is_woman(reading: Reading, first: int, draft: Draft) -> bool:
    """Return whether a feminine verb has a noun of masculine shape for its subject («صرحت سماح حديد»)."""
    form = reading.forms[first]
    feminine = draft.hit is not None and draft.hit.form.gender == "f" and draft.begins <= draft.cue_token < first
    return feminine and first == draft.cue_token + 1 and not form.endswith(("ه", "ات", "اء")) and not is_definite(form)


def _is_body(reading: Reading, first: int) -> bool:
    """Return whether a definite noun with its definite adjective stands there: «الحماية المدنية» is a body's name."""
    following = reading.forms[first + 1] if first + 1 < len(reading.forms) else ""
    return reading.forms[first].startswith("ال") and following.startswith("ال") and following.endswith(("يه", "ي"))


def _is_verbal_noun(draft: Draft, form: str) -> bool:
    bare = form.removeprefix("ال") if len(form) > 4 else form
    if bare not in words("opener") or form in words("demonstrative") or bare in _WHOLE:
        return False
    return draft.hit is None or draft.hit.form.cue.lemma not in SHOWS


def _is_governed(reading: Reading, first: int, draft: Draft) -> bool:
    """Return whether the speaker is a noun behind an attached preposition («وصف بأهداف»)."""
    form, token = reading.forms[first], reading.tokens[first]
    if draft.speaker is None or draft.speaker.start != token.start or form in words("b_word"):
        return False
    return token.text.startswith(("بأ", "بإ")) or (form.startswith("بال") and len(form) > 5)
