"""The phrase that names an occasion at a token: «في مقابلة مع قناة ...», «خلال المؤتمر الصحفي», «على تويتر»."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from riwaya.annotate.statements.lexicon import COMPLEMENTISERS, past_forms, words
from riwaya.annotate.statements.noun_phrases import read_phrase
from riwaya.annotate.statements.phrase_starts import RELATIVES, begins_phrase, is_attached_l, is_preposition, noun_of
from riwaya.annotate.statements.reading import Reading, is_definite, is_time
from riwaya.annotate.statements.verbs import finite_verbs, verb_at
from riwaya.arabic.normalise import fold
from riwaya.model import MentionKind, Span
from riwaya.tables import read_table

_BESIDE = 5  # tokens behind the head in which a word may tell its kind («مؤتمر صحفي», «لقاء مع صحيفة»)
_USUAL = frozenset(("في", "خلال", "اثناء", "ضمن", "عبر", "ب"))
_PREPOSITIONS = frozenset(("في", "خلال", "اثناء", "ضمن", "عبر", "علي", "امام", "من"))
_EDGES = frozenset(("هامش", "مستهل", "ختام", "افتتاح", "بدايه", "نهايه", "اعمال"))  # «على هامش القمة»
_DETERMINERS = frozenset(("#", '"', "سلسله", "عدد", "احدي", "احد", "اول", "اخر", "هذا", "هذه", "نص", "ثلاث", "بعض"))
_ENDS = frozenset((",", "صدر", "صدرت", "صادر", "صادره", "الصادر", "الصادره", "عام", "سنه", "بمناسبه"))
_NISBA = ("ي", "يه", "مشترك", "مشتركه", "مقتضب", "مقتضبه")
_RESEARCHERS = tuple(
    article + noun
    for article in ("", "ال")
    for noun in ("باحث", "مشارك", "مولف", "معد", "مشرف", "محقق", "خبير", "مسوول", "يشارك", "شارك", "مساهم")
)
_COURSES = frozenset(
    (
        "رد", "ردود", "جواب", "اجابه", "حديث", "كلام", "تعليق", "تعقيب", "دفاع", "شرح", "حوار", "نقاش", "تقديم", "عرض",
        "تبرير", "تفسير", "توضيح", "انتقاد", "نقد", "مداخله", "كلمه", "خطاب", "تصريح", "تصريحات", "تناول", "وصف",
    )
)  # fmt: skip
_HOLDING = frozenset(
    ("post", "message", "statement", "report", "article", "broadcast", "speech", "remarks", "interview")
)
_NAMED = frozenset(("meeting", "event", "report", "broadcast", "article"))
_OWNERS = frozenset(("له", "لها", "لهم", "لهما", "لي", "لنا"))
_SUFFIXES = ("هما", "ها", "هم", "ه", "ي", "نا")
_LINKS = {
    "مع": frozenset(("interview", "call", "meeting", "press-conference", "broadcast", "remarks")),
    "امام": frozenset(("speech", "testimony", "remarks", "meeting", "event")),
    "الي": frozenset(("message", "speech", "remarks", "interview")),
    "علي": frozenset(("post", "website", "broadcast", "statement", "interview")),
    "عبر": frozenset(("post", "broadcast", "statement", "speech")),
}


@dataclass(frozen=True, slots=True)
class Occasion:
    """An occasion in tokens, without its preposition, and its kind."""

    first: int
    end: int
    kind: str
    prefix: int = 0  # letters of «ب» attached before it


@dataclass(frozen=True, slots=True)
class _Row:
    """One row of occasions.tsv, folded.

    Attributes:
        beside: words of which one must stand behind the head; OUTLET for an outlet's name; empty for none.
        before: prepositions it may follow; empty for the usual ones.
    """

    beside: frozenset[str]
    before: frozenset[str]
    kind: str


@cache
def _rows() -> dict[str, tuple[_Row, ...]]:
    """Return folded head → its rows in the order of the table: those that ask for a word beside it come first."""
    found: dict[str, list[_Row]] = {}
    for row in read_table("occasions.tsv"):
        beside = frozenset(fold(word) if word != "OUTLET" else word for word in row["with"].split())
        before = frozenset(map(fold, row["before"].split()))
        found.setdefault(fold(row["head"]), []).append(_Row(beside, before, row["kind"]))
    return {head: tuple(rows) for head, rows in found.items()}


@cache
def _rows_of(form: str) -> tuple[_Row, ...]:
    """Return the rows of a folded word: as it stands, without the article, without a pronoun."""
    table = _rows()
    if form in table:
        return table[form]
    if form.startswith("ال"):
        return table.get(form[2:], ())
    for suffix in _SUFFIXES:
        stem = form.removesuffix(suffix)
        if stem != form and len(stem) > 2:
            rows = table.get(stem) or (table.get(stem[:-1] + "ه", ()) if stem.endswith("ت") else ())
            if rows:
                return rows
    return ()


@cache
def vessels() -> frozenset[str]:
    """Return the written forms of what holds words: heads that need no preposition of their own, with pronouns."""
    heads = {head for head, rows in _rows().items() if any(not row.before and row.kind in _HOLDING for row in rows)}
    owned = {(head[:-1] + "ت" if head.endswith("ه") else head) + suffix for head in heads for suffix in _SUFFIXES}
    return frozenset(heads | owned | {"ال" + head for head in heads})


@cache
def kinds_of_verbs() -> dict[str, str]:
    """Return folded past form → the occasion that the verb itself tells («غرّد»)."""
    verbs = ((head, row.kind) for head, rows in _rows().items() for row in rows if "cue" in row.before)
    return {form: kind for verb, kind in verbs for form, _, _ in past_forms(verb)}


def _kind_at(reading: Reading, head: int, before: str, limit: int) -> tuple[str, int]:
    """Return the kind of occasion whose head stands at a token behind a folded preposition, or "".

    With it, one past the last token that the table asks for.
    """
    form = reading.forms[head]
    end = min(limit, head + _BESIDE)
    if form == "معرض" and _is_in_course(reading, head + 1, limit):
        return "", head
    if form.endswith("ا") and not form.endswith("ها") and form[:-1] in _rows():
        form = form[:-1]  # «ألقى خطابا»
    for row in _rows_of(form[1:]) if before == "ب" else _rows_of(form):
        if "cue" in row.before or before not in (row.before or _USUAL):
            continue
        if not row.beside or ("OUTLET" in row.beside and _names_outlet(reading, head + 1, end)):
            return row.kind, head + 1
        asked = frozenset(word.removeprefix("ال") for word in row.beside)
        for place in range(head + 1, end):
            if reading.forms[place] in COMPLEMENTISERS or reading.forms[place] in (",", "."):
                break
            if reading.forms[place].removeprefix("ال") in asked:
                # «مؤتمر صحفي مشترك»: an adjective belongs to the phrase, a word behind a preposition is read with it.
                return row.kind, place + 1 if place == head + 1 else head + 1
    return "", head


def _is_in_course(reading: Reading, place: int, limit: int) -> bool:
    """Return whether an answer or talk stands behind «في معرض»: in the course of it, at no exhibition."""
    if place >= limit:
        return False
    form = reading.forms[place]
    stem = next((form.removesuffix(end) for end in _SUFFIXES[:4] if form.endswith(end) and len(form) > 2), form)
    return stem in _COURSES or (stem.endswith("ت") and stem[:-1] + "ه" in _COURSES)


def kind_of_document(form: str) -> str:
    """Return the kind of a folded word that names what carries words («بيان», «التقرير»), or ""."""
    return next((row.kind for row in _rows_of(form) if not row.beside and not row.before), "")


def _names_outlet(reading: Reading, first: int, end: int) -> bool:
    """Return whether an outlet stands behind «مع» or «ل» («حديث لصحيفة ...»)."""
    for place in range(first, end):
        form = reading.forms[place]
        linked = reading.forms[place - 1] in ("مع", "الي", "علي") or form.startswith("ل")
        mention = reading.names_by_token.get(place)
        named = mention is not None and mention.kind is MentionKind.OUTLET
        if linked and (named or form in words("medium") or form[1:] in words("medium") or form[2:] in words("medium")):
            return True
    return False


def occasion_at(reading: Reading, index: int, limit: int) -> Occasion | None:
    """Return the occasion whose preposition stands at a token («في مقابلة», «على هامش القمة», «ببيان»)."""
    form = reading.forms[index]
    bare = form[1:] if form[:1] in "وف" and form not in ("في",) and len(form) > 2 else form
    if bare[:1] == "ب" and len(bare) > 3 and bare == form:
        kind, least = _kind_at(reading, index, "ب", limit)
        return _read(reading, (index, least, limit), kind, 1) if kind else None
    if bare not in _PREPOSITIONS:
        return None
    head = index + 1
    before = bare
    if bare == "من" and head < limit and reading.forms[head] == "خلال":
        before, head = "خلال", head + 1
    while head < limit and reading.forms[head].removeprefix("ال") in _EDGES:
        before, head = "هامش", head + 1
        if head < limit and reading.forms[head] == "اعمال":
            head += 1
    while head < limit and (
        reading.forms[head] in _DETERMINERS or (reading.forms[head] == "من" and reading.forms[head - 1] in _DETERMINERS)
    ):
        head += 1
    if head >= limit or not reading.is_word(head):
        return None
    kind, least = _kind_at(reading, head, before, limit)
    if not kind and before == "هامش":
        kind, least = _kind_at(reading, head, "في", limit)
    beside = reading.forms[max(0, index - 2) : index]
    if kind == "report" and beside[-1:] != (",",) and any(form.startswith(_RESEARCHERS) for form in beside):
        return None  # «كبير الباحثين في الدراسة»
    return _read(reading, (head, least, limit), kind, 0) if kind else None


def vessel_at(reading: Reading, head: int, limit: int) -> Occasion | None:
    """Return the occasion whose head stands at a token without a preposition: «نشر تدوينة يدعو فيها»."""
    kind, least = _kind_at(reading, head, "في", limit)
    return _read(reading, (head, least, limit), kind, 0) if kind else None


def _read(reading: Reading, bounds: tuple[int, int, int], kind: str, prefix: int) -> Occasion:
    """Return the occasion from its head to the end of its phrase, with whom it was with or before.

    Args:
        bounds: its head, the least end, and the limit, in tokens.
    """
    head, least, limit = bounds
    end = max(least, phrase_end(reading, head, limit))
    while head + 1 < end < limit and reading.forms[end].endswith(_NISBA) and not is_preposition(reading, end):
        end += 1  # «مؤتمر صحفي مشترك»
    if kind in _NAMED and head + 1 == end < limit and reading.is_word(end) and _owns(reading, end):
        end = phrase_end(reading, end, limit)  # «اجتماع اللجنة»
    for _ in range(2):
        if (
            end + 1 < limit
            and reading.forms[end] in _OWNERS
            and (kind in _LINKS.get(reading.forms[end + 1], ()) or is_attached_l(reading, end + 1))
        ):
            end += 1  # «كلمة له أمام المجلس», «تصريح له لشبكة»
        if end >= limit:
            break
        form = reading.forms[end]
        if kind in _LINKS.get(form, ()) and begins_phrase(reading, end + 1, limit):
            end = phrase_end(reading, end + 1, limit)
        elif form == "#" and end + 1 < limit:
            end += 2
        elif form.startswith("ل") and is_attached_l(reading, end) and form not in _OWNERS:
            end = phrase_end(reading, end, limit)
        else:
            break
    while end > head + 1 and (not reading.is_word(end - 1) and reading.forms[end - 1] != '"'):
        end -= 1
    return Occasion(head, end, kind, prefix)


def _owns(reading: Reading, place: int) -> bool:
    """Return whether a body, person or name stands there whose meeting or programme it may be."""
    return place in reading.names_by_token or noun_of(reading.forms[place]) is not None


def phrase_end(reading: Reading, first: int, limit: int) -> int:
    """Return one past the phrase, which a complementiser, a verb, a relative pronoun or a date ends."""
    end = read_phrase(reading, first, limit, greedy=False).end
    for place in range(first + 1, end):
        form = reading.forms[place]
        if form in COMPLEMENTISERS or form in RELATIVES or is_time(form) or form in _ENDS or _tells(reading, place):
            return place
        adjective = place - 1 > first and reading.forms[place - 1].endswith(_NISBA)
        adjective = adjective and place - 1 not in reading.names_by_token  # «مع سامي الحداد»
        if adjective and is_definite(form) and not is_definite(reading.forms[first]):
            return place  # «طالبت في بيان رسمي السلطات بـ»
    return max(end, first + 1)


def _tells(reading: Reading, place: int) -> bool:
    """Return whether a verb stands there, such as that of «بيان أصدره» and «دراسة أنجزتها»."""
    if verb_at(reading, place) is not None:
        return True
    form = reading.forms[place]
    stems = (form.removesuffix(suffix) for suffix in ("ها", "ه") if form.endswith(suffix))
    return place not in reading.names_by_token and any(stem in finite_verbs() for stem in stems)


def span_of(reading: Reading, occasion: Occasion) -> Span:
    """Return the characters of an occasion."""
    span = reading.span(occasion.first, occasion.end)
    return Span(span.start + occasion.prefix, span.end)
