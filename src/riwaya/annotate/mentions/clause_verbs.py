"""The verb before an office, and whether its object stands behind the name that comes next.

A verb that one person does to another has an object: «استقبل وزير الدفاع اللواء سليم الحداد وفدا» is one man's office
and rank, for whom he met follows; «استقبل الرئيس اللواء سليم الحداد في القصر» are two men.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from riwaya.annotate.document import Document
from riwaya.annotate.events import triggers
from riwaya.annotate.mentions.lexicon import nation_words, press_words, role_words, verb_forms, words
from riwaya.annotate.statements.lexicon import COMPLEMENTISERS, strip_conjunction
from riwaya.annotate.statements.verbs import finite_verbs
from riwaya.arabic.frequencies import load_frequencies

_GROUPS = ("giving", "calling", "seating", "person", "object")  # a verb of several counts as the first
_DONE_TO = ("person_verbs", "seating_verbs", "calling_verbs")
_TITLES = 4  # words between a verb and its subject's name that no mention covers: «معالي», «أمس»
_ASIDE = 4  # words between a verb and its subject: «استقبل، أمس الخميس، معالي»
_REACH = 18  # tokens behind a name in which its clause's object may stand
_RELATIVES = frozenset(("الذي", "التي", "الذين", "اللذين"))
_COMMAS = frozenset("،,-–:()")
_LEADS = frozenset(("قد", "وقد", "لم", "ولم", "لن", "سوف", "فيما", "بينما", "كما", "حيث", "ثم", "عندما", "ان", "الذي"))
_OBJECTS = frozenset(("نظيره", "نظيرها", "نظيرته", "نظيرتها", "وفدا", "وفد", "عددا", "كلا"))
_QUOTES = frozenset('"«“')
_STOPS = frozenset(".؟?!…؛")


class Follows(StrEnum):
    """What stands behind a name in its clause."""

    CLAUSE = "clause"  # «إن ...»
    BY_CLAUSE = "by clause"  # «بأن ...», of what somebody is accused
    PERSON = "person"  # an object that is somebody
    THING = "thing"  # any other object
    MADE = "made"  # what somebody is made: «رئيسا للوزراء»
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class ActingVerb:
    """A verb before its subject.

    Attributes:
        form: folded, without a conjunction.
        group: of mention_words.tsv without «_verbs», "" for a verb that has no person for its object, or is unknown.
        gender: m, f or "".
        known: whether it is surely a verb; any other word opens its clause and may be one.
    """

    form: str
    group: str
    gender: str
    known: bool


def verb_of(document: Document, start: int) -> ActingVerb | None:
    """Return the verb before a subject that begins at an offset, None where no verb stands there."""
    place = bisect_left(document.token_starts, start) - 1
    for index in range(place, max(-1, place - _ASIDE), -1):
        token = document.tokens[index]
        if token.kind == "word":
            found = _verb_at(document, index)
            if found is not None:
                return found if found.known or index == place else None
            if token.form not in words("honours") and not _is_time(token.form):
                return None
        elif token.text not in ("،", ","):
            return None
    return None


def _verb_at(document: Document, index: int) -> ActingVerb | None:
    form = document.tokens[index].form
    opens = _opens_clause(document, index)
    for one in (form, strip_conjunction(form)):  # «ودع» is one word
        group = _groups().get(one, "")
        if group or one in finite_verbs():
            # «في قتل الرئيس» holds no verb, and «البرلمان ينتخب الرئيس» has its subject before it.
            return ActingVerb(one, group, _gender(one), known=True) if opens or one != form else None
    bare = strip_conjunction(form)
    return ActingVerb(bare, "", _gender(bare), known=False) if opens and _may_be_verb(bare) else None


def _opens_clause(document: Document, index: int) -> bool:
    """Return whether a clause begins at a token, or behind «قد» and its like."""
    if not index:
        return True
    before, token = document.tokens[index - 1], document.tokens[index]
    parted = before.text in _STOPS or before.text in _COMMAS or "\n" in document.text[before.end : token.start]
    return parted or before.form in _LEADS or before.form in COMPLEMENTISERS or _is_time(before.form)


def _may_be_verb(form: str) -> bool:
    """Return whether a word that opens a clause may be a verb that no table has («أنصف»)."""
    listed = form in words("steps") or form in words("adverbs") or form in words("honours") or form in nation_words()
    noun = (form,) in role_words() or press_words().get(f"ال{form}", 0) > press_words().get(form, 0)
    return len(form) > 2 and form.isalpha() and not (listed or noun) and not form.startswith(("ال", "ل", "ب", "ك"))


@cache
def _groups() -> dict[str, str]:
    """Return the group of each form of a verb whose object is a person."""
    found = {form: told for told in reversed(_GROUPS) for form in verb_forms(f"{told}_verbs")}
    for form, trigger in triggers().items():
        if trigger.verb and trigger.frame == "object":
            found.setdefault(form, "object")
    return found


def _gender(form: str) -> str:
    told = finite_verbs().get(form)
    if told is not None and told.gender:
        return told.gender
    if form.startswith(("ي", "سي")):
        return "m"
    return "f" if form.endswith("ت") or form.startswith(("ت", "ست")) else "m"


def what_follows(document: Document, end: int, closed: Container[int], *, far: bool) -> Follows:
    """Return what follows a name in its clause: the object may stand behind when it was, or `far` behind where.

    Args:
        document: the field.
        end: where the name ends.
        closed: where mentions end, behind which another noun belongs to no phrase before it.
    """
    led = described = comma = False
    close, last = True, end
    for token in document.tokens[bisect_left(document.token_starts, end) :][:_REACH]:
        form = token.form
        if "\n" in document.text[last : token.start] or token.text in _STOPS or form in _RELATIVES:
            return Follows.NOTHING
        if form in COMPLEMENTISERS and form.startswith("ب"):
            return Follows.BY_CLAUSE
        if form in COMPLEMENTISERS or token.text == ":" or (token.text in _QUOTES and not led):
            return Follows.CLAUSE
        last = token.end
        parted, comma = comma, token.text in ("،", ",")
        if token.kind != "word":
            close, led = close or comma, led and not comma
            continue
        if form == "ثم":
            return Follows.NOTHING  # «استقبل الوزير النائب فلانا ثم السفير»: the next object
        if _is_time(form) or form in nation_words() or (form.endswith("يا") and not _is_led(form)):  # «هاتفيا»
            close = True
            continue
        if parted and form.startswith("م") and form.endswith("ا"):
            return Follows.NOTHING  # «، مشيرا إلى»
        if form in _OBJECTS and close:
            return Follows.PERSON
        if form in finite_verbs() or (form[0] in "وف" and form[1:] in finite_verbs()):
            return Follows.NOTHING
        told = _object(form, led=led, close=close)
        if told is not None or (described and form.startswith("ال")):
            return told or Follows.THING  # «في تصريح صحفي الوضع»
        described = led and form.endswith(("ي", "يه")) and not (form.startswith("ال") or _is_led(form))
        led = led or _is_led(form)
        if not (led and far):
            return Follows.NOTHING
        close = (
            token.end in closed or form.startswith("ال") or (form.endswith(("ه", "ها", "هم")) and not _is_head(form))
        )
    return Follows.NOTHING


def _object(form: str, *, led: bool, close: bool) -> Follows | None:
    """Return what a noun behind a name is, None for what a preposition leads and for «والوفد»."""
    if form.startswith("بال") and _is_head(form.removeprefix("بال")):
        return Follows.PERSON  # «التقى ... بالرئيس»
    if _is_led(form) or (form[0] == "و" and f"ال{form}" not in load_frequencies()) or not close:
        return None
    if form.endswith("ا") and (form[:-1],) in role_words():
        return Follows.MADE
    if _is_head(form.removeprefix("ال")):
        return Follows.PERSON
    return None if led else Follows.THING


def _is_head(form: str) -> bool:
    told = role_words().get((form,))
    return told is not None and told.kind != "kin"


def _is_led(form: str) -> bool:
    """Return whether a word is a preposition or begins with one."""
    if form in words("steps") or form.startswith(("بال", "لل", "كال")):
        return True
    known = load_frequencies()  # «بمناسبة», but «برنامج» has an article
    return form[0] in "بلك" and form[1:] in known and f"ال{form}" not in known


def _is_time(form: str) -> bool:
    listed = form in words("ends") or form in words("time_words") or form in words("adverbs")
    return listed and form not in _RELATIVES


def verb_before(document: Document, place: int, groups: Sequence[str] = _DONE_TO) -> str:
    """Return the verb of some groups right before a subject, without its conjunction, "" where none stands there.

    Args:
        document: the field.
        place: the token before the subject.
        groups: of mention_words.tsv.
    """
    for token in reversed(document.tokens[max(0, place - _TITLES + 1) : place + 1]):
        for form in (token.form, strip_conjunction(token.form)):  # «ودع» is one word
            if any(form in verb_forms(group) for group in groups):
                return form
        bare = strip_conjunction(token.form)
        if groups is _DONE_TO and any(bare[: len(bare) - cut] in finite_verbs() for cut in (0, 1, 2)):
            return bare
        if token.form not in words("ends") and token.form not in words("honours"):
            return ""
    return ""
