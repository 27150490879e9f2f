"""First names that are words as well, where nothing but a name can stand: «قال باسم نعيم», «مع باسم يوسف»."""

from __future__ import annotations

from functools import lru_cache

from riwaya.annotate.mentions.lexicon import body_heads, nation_words, reviewed_names, role_words, words
from riwaya.annotate.mentions.name_ends import speech_verbs
from riwaya.annotate.mentions.readings import prefix_readings
from riwaya.annotate.mentions.sheet import Sheet
from riwaya.annotate.mentions.word_surnames import closes_name
from riwaya.annotate.statements.lexicon import strip_conjunction
from riwaya.annotate.statements.verbs import finite_verbs
from riwaya.arabic.frequencies import load_frequencies, load_listed_names, load_particle_names

_SURNAME = 0.3  # share of a form's articles in which it is part of a name
# What is said in somebody's name («أعلن باسم الحكومة»), and whose office it is to do so.
_FOR_OTHERS = frozenset((
    "تحدث", "تحدثت", "صرح", "صرحت", "اعلن", "اعلنت", "نطق", "تكلم", "طالب", "طالبت", "دعا", "دعت", "وعد", "وعدت",
    "تعهد", "تعهدت", "اعتذر", "اعتذرت", "هدد", "هددت", "كتب", "كتبت", "ندد", "نددت",
))  # fmt: skip
_SPOKESMEN = frozenset(("متحدث", "متحدثه", "متحدثا", "ناطق", "ناطقه", "ناطقا", "متكلم", "متكلمه", "رسمي", "رسميه"))
# No particle stands behind a preposition, so that «باسم» is a name there.
_PREPOSITIONS = frozenset(("مع", "من", "عن", "الي", "علي", "ضد", "بين", "لدي", "عند", "نحو", "امام", "خلف", "حول"))
_RARE, _UNREAD, _SHORTEST = 12, 1, 3
_SELDOM = 60  # articles that hold a surname which is a word as well («الحداد»)
_INFLECTED = ("ون", "ين", "ات", "ه", "يه")
_NAMED = frozenset(
    ("معروف", "معروفه", "مشهور", "مشهوره", "ملقب", "ملقبه", "مسجل", "مسجله", "يعرف", "تعرف", "عرف", "عرفت")
)
_TITLE = 6  # tokens of an office with its complement
_SPEAKING = frozenset(("بيان",))  # masculine nouns of what speaks itself
_BOUND = frozenset(("عبد", "بن", "ابو", "ابي", "ال"))


def find_first_names(sheet: Sheet) -> None:
    """Mark names that open with a first name which is another word too, where their place leaves no other reading."""
    for position in range(len(sheet) - 1):
        readings = _name_readings(sheet.forms[position])
        if not readings or position in sheet.named or not sheet.is_word(position):
            continue
        last = _surname_end(sheet, position + 1)
        for prefix, form in readings:
            if last is not None and _must_be_name(sheet, position, prefix, last):
                sheet.know(position, last, prefix, form)
                break
            if prefix and _is_behind_particle(sheet, position, prefix, last or position + 1):
                sheet.know(position, last or position + 1, prefix, form)
                break


@lru_cache(maxsize=1 << 16)
def _name_readings(form: str) -> tuple[tuple[int, str], ...]:
    """Return the readings of a form that are first names."""
    return tuple((prefix, rest) for prefix, rest in prefix_readings(form) if rest in reviewed_names())


def _surname_end(sheet: Sheet, position: int) -> int | None:
    """Return the last token of a surname that begins there («نعيم», «عبد الأمير»), None where none surely does."""
    if not sheet.is_word(position) or not sheet.same_line(position):
        return None
    form, name = sheet.forms[position], sheet.names[position]
    if form in _BOUND and sheet.is_word(position + 1) and sheet.same_line(position + 1):
        return position + 1 if form != "عبد" or sheet.is_definite(position + 1) else None
    bare = form.removeprefix("ال")
    if name.prefix or form in words("never") or form in nation_words() or bare in body_heads():
        return None
    if (bare,) in role_words() and name.family < _SURNAME:
        return None
    known = form in reviewed_names() or name.share >= _SURNAME
    if not known and sheet.is_definite(position):
        closed = closes_name(sheet, position + 1) or sheet.form(position - 2) in _PREPOSITIONS
        known = name.common <= _SELDOM and not form.endswith(_INFLECTED) and closed
    known = known or (not sheet.is_definite(position) and _is_behind_woman(sheet, position))
    return position if known and not sheet.tokens[position].text.endswith("ى") else None


def _is_behind_woman(sheet: Sheet, position: int) -> bool:
    """Return whether a rare word closes the name of a woman who speaks («أكدت بيان ريحان أن», or «عضو»)."""
    verb = strip_conjunction(sheet.form(position - 2))
    if verb not in speech_verbs() or not verb.endswith("ت") or sheet.names[position].common > _RARE:
        return False
    form, behind = sheet.forms[position], sheet.form(position + 1)
    closed = closes_name(sheet, position + 1) or (behind,) in role_words()
    return closed and not form.endswith(_INFLECTED) and not form.endswith("ي")


def _must_be_name(sheet: Sheet, position: int, prefix: int, last: int) -> bool:
    """Return whether the place of a first name behind so many letters leaves no other reading of it."""
    form = sheet.forms[position]
    kind, particles = load_particle_names().get(form[prefix:], ""), form[:prefix]
    if particles == "و":
        return kind != "particle" and _goes_on(sheet, position) and not _goes_farther(sheet, last + 1)
    if particles:
        return kind == "particle" and particles in ("ل", "ب", "ول", "وب")  # «لباسم»: no particle stands before «ب»
    if not kind:
        return False
    if not sheet.same_line(position):
        return sheet.form(last + 1) == ":" and form not in finite_verbs()  # «وفاء سالم: لن نعود», no «وعد سالم: ...»
    return kind != "name" and _follows_opener(sheet, position, kind)


def _is_behind_particle(sheet: Sheet, position: int, prefix: int, last: int) -> bool:
    """Return whether a word that nobody has read is a particle and a first name («كسليم الحلاق», «ورنا قسيس»)."""
    form, surname = sheet.forms[position], sheet.names[position + 1]
    rest, known = form[prefix:], load_frequencies()
    unread = known.get(form, 0) <= _UNREAD and not load_listed_names().get(form, 0) and form not in reviewed_names()
    if not unread or len(rest) < _SHORTEST or not sheet.same_line(position + 1) or _goes_farther(sheet, last + 1):
        return False
    if surname.prefix or (sheet.forms[position + 1].removeprefix("ال"),) in role_words():
        return False
    if sheet.is_definite(position + 1):
        seldom = surname.common <= _RARE and not sheet.forms[position + 1].endswith(_INFLECTED)
        return surname.share >= _SURNAME or seldom
    return surname.share >= _SURNAME and not surname.common


def _follows_opener(sheet: Sheet, position: int, kind: str) -> bool:
    """Return whether a verb of saying, a preposition or an office stands in front of a first name."""
    before = sheet.forms[position - 1]
    verb = before[1:] if before[0] in "وف" and before[1:] in speech_verbs() else before
    if kind == "word" and sheet.forms[position] in _SPEAKING and not verb.endswith("ت") and verb in speech_verbs():
        return False  # «قال بيان», but «قالت بيان ريحان»
    if kind == "word":
        return verb in speech_verbs() or _is_titled(sheet, position, _TITLE if sheet.is_definite(position - 1) else 1)
    if not sheet.forms[position + 1].startswith("ال") and sheet.forms[position + 1] not in reviewed_names() | _BOUND:
        return False  # «باسم ترامب»
    if verb in speech_verbs():
        return verb not in _FOR_OTHERS
    return before in _PREPOSITIONS or _is_titled(sheet, position, _TITLE)


def _goes_on(sheet: Sheet, position: int) -> bool:
    """Return whether a first name and a surname stand in front («نبيل حداد ووفاء سالم»)."""
    if position < 2 or not sheet.same_line(position) or not sheet.same_line(position - 1):
        return False
    first, second = sheet.names[position - 2], sheet.names[position - 1]
    return first.given >= _SURNAME and second.share >= _SURNAME and not second.prefix


def _goes_farther(sheet: Sheet, position: int) -> bool:
    """Return whether a name may have a third word, which other rules are to weigh («وعلي يوسف شرارة»)."""
    if not sheet.is_word(position) or not sheet.same_line(position):
        return False
    name = sheet.names[position]
    return not name.prefix and (name.share >= _SURNAME or name.common <= _SELDOM)


def _is_titled(sheet: Sheet, position: int, most: int) -> bool:
    """Return whether an office in front, with its complement, calls for its bearer («القيادي في الحركة باسم نعيم»)."""
    surname = sheet.names[position + 1]
    if sheet.is_definite(position + 1) and surname.share < _SURNAME:
        most = 1
    for place in range(position - 1, max(-1, position - 1 - most), -1):
        if not sheet.is_word(place) or not sheet.same_line(place + 1):
            return False
        form = sheet.forms[place]
        nouns = {form.removeprefix("ال"), strip_conjunction(form).removeprefix("ال")}
        if nouns & (_SPOKESMEN | _NAMED) or form in speech_verbs():
            return False
        roles = [role_words()[noun,] for noun in nouns if (noun,) in role_words()]
        if any(role.number == "s" and role.kind != "kin" for role in roles):
            return strip_conjunction(form).startswith("ال") or place < position - 1
    return False
