"""Surnames that elsewhere are nations, roles or adjectives: «ناصر القطري», «نسرين أمين», «غازي وزني».

Behind an Arabic first name no such word can be an adjective of it: an indefinite one does not agree with a name, and a
definite one stands there only as a byname, which names the person as well.
"""

from __future__ import annotations

from riwaya.annotate.mentions.lexicon import arabic_names, body_heads, nation_words, press_words, role_words, words
from riwaya.annotate.mentions.sheet import Sheet
from riwaya.annotate.statements.lexicon import COMPLEMENTISERS
from riwaya.annotate.statements.verbs import finite_verbs

_GIVEN, _SHARE = 0.3, 0.2
# Verbs of the present, and the future, look like nisbas («كان رجب يقضي»); so do words behind a particle («وعلي»).
_VERBAL, _PARTICLES = ("ي", "ت", "ن", "سي", "ست"), ("و", "ف", "ب", "ل", "ك")
_LISTED, _SOMETIMES = 5, 3  # times in lists of persons
_WORKS = frozenset(("مسلسل", "فيلم", "روايه", "مسرحيه", "قصه", "ديوان"))
_NOT_BEHIND = frozenset(("الجنسيه", "الاصل", "المولد", "غير"))


def is_word_surname(sheet: Sheet, position: int, first: int, *, anchored: bool) -> bool:
    """Return whether a word that is mostly no name is the surname of the name that began at `first`."""
    if not _follows_given(sheet, position, first) or _opens_person(sheet, position + 1):
        return False
    if sheet.form(position + 1) in _NOT_BEHIND and sheet.same_line(position + 1):
        return False
    form = sheet.forms[position]
    if form in nation_words():
        return _is_nation_surname(sheet, position)
    role = role_words().get((form.removeprefix("ال"),))
    if role is not None:
        if form.startswith("ال"):
            return position == first + 1 and role.number == "s" and closes_name(sheet, position + 1)
        listed = sheet.names[position].listed >= _LISTED and role.number == "s" and role.kind != "kin"
        return listed and closes_name(sheet, position + 1)
    return position == first + 1 and _is_adjective(sheet, position) and (anchored or closes_name(sheet, position + 1))


def is_byname(sheet: Sheet, position: int, first: int) -> bool:
    """Return whether a nation's adjective is surely the surname of the name that began at `first`.

    «معهد لوي الأسترالي», «ميناء جيهان التركي», «مسلسل "أبو عمر المصري"» are named otherwise.
    """
    form, head = sheet.forms[position], sheet.form(first - 2 if sheet.form(first - 1) in ('"', "'") else first - 1)
    if not form.startswith("ال") or form not in nation_words():
        return False
    if (
        head in words("place_heads")
        or head.removeprefix("ال") in _WORKS
        or head in words("landmark_heads")
        or head.removeprefix("ال") in body_heads()
    ):
        return False
    return is_word_surname(sheet, position, first, anchored=False)


def sits_in_name(sheet: Sheet, position: int) -> bool:
    """Return whether a role noun without the article is a middle name («حسين أمير فلاح», «يحيى قائد الصلاحي»)."""
    role = role_words().get((sheet.forms[position],))
    if role is None or role.number != "s" or role.kind == "kin" or sheet.names[position].listed < _SOMETIMES:
        return False
    if not _follows_given(sheet, position, position - 1):
        return False
    following = position + 1
    if not sheet.is_word(following) or not sheet.same_line(following) or sheet.taken[following] is not None:
        return False
    bare = sheet.forms[following].removeprefix("ال")
    if (bare,) in role_words() or bare in body_heads() or bare in words("parts") or bare in words("qualifiers"):
        return False
    name = sheet.names[following]
    if sheet.forms[following].startswith("ال"):
        return (name.unseen or name.family >= _GIVEN) and not name.common
    bound = sheet.forms[following] in ("عبد", "بن", "ابو") or following in sheet.known
    return bound or (not name.prefix and not name.common and name.share >= _GIVEN)


def stands_for_person(sheet: Sheet, position: int) -> bool:
    """Return whether a surname that is another word too stands where only its bearer can («قال السوداني إن»).

    No noun in front that it could be an adjective of, no name behind whose bearer it could describe.
    """
    if not sheet.is_word(position) or _opens_person(sheet, position + 1):
        return False
    if sheet.tokens[position].text.endswith("ى"):
        return False  # «على»
    form, before = sheet.forms[position], sheet.form(position - 1)
    told = {before, before[1:] if before[:1] in "وف" else before}
    if not sheet.same_line(position) or not told & finite_verbs().keys():
        return False
    return closes_name(sheet, position + 1) or not form.startswith("ال")


def _follows_given(sheet: Sheet, position: int, first: int) -> bool:
    """Return whether an Arabic first name, or a kunya, is all that stands in front, or a second name behind one."""
    if not sheet.is_word(first) or not sheet.same_line(position):
        return False
    if sheet.tokens[first].text.endswith("أبى"):
        return False  # the verb, no kunya
    bound = sheet.forms[first][sheet.names[first].prefix :] in ("ابو", "ابي", "عبد") or sheet.forms[first].endswith(
        ("عبد", "ابو", "ابي")
    )
    if bound:
        return position == first + 2
    if not _is_given(sheet, first):
        return False
    if position == first + 1:
        return True
    name = sheet.names[position - 1]
    return position == first + 2 and not name.common and (name.unseen or _is_given(sheet, position - 1))


def _is_given(sheet: Sheet, position: int) -> bool:
    name = sheet.names[position]
    return name.given >= _GIVEN and not name.common and name.form in arabic_names() and name.form not in _unsure()


def _unsure() -> frozenset[str]:
    return words("ambiguous") - {"كريم", "حسن", "امين", "اسعد", "اكرم", "انور", "ايمن"}


def _opens_person(sheet: Sheet, position: int) -> bool:
    """Return whether another person's name begins there: «على المصري محمد صلاح», «عادل الفرنسي كريم بنزيمة»."""
    if not sheet.is_word(position) or not sheet.same_line(position):
        return False
    name = sheet.names[position]
    return position in sheet.known or (not name.prefix and not name.common and (name.share >= _GIVEN or name.unseen))


def _is_nation_surname(sheet: Sheet, position: int) -> bool:
    form = sheet.forms[position]
    if form.startswith("ال"):
        return form.endswith("ي")
    return form.endswith("ي") and closes_name(sheet, position + 1)


def _is_adjective(sheet: Sheet, position: int) -> bool:
    """Return whether a word is an adjective in -ي, and no verb, place or word behind a particle."""
    form, name = sheet.forms[position], sheet.names[position]
    if not form.endswith("ي") or form.startswith("ال") or len(form) < 4 or name.prefix or name.share >= _SHARE:
        return False
    if sheet.tokens[position].text.endswith("ى") or form in words("directions") or form not in press_words():
        return False
    if form.startswith(_VERBAL):
        return False
    return not (form.startswith(_PARTICLES) and form[1:] in press_words())


def closes_name(sheet: Sheet, position: int) -> bool:
    """Return whether a name ends in front: at a mark, the end of the line, «إن», or a verb of saying."""
    if not sheet.is_word(position) or not sheet.same_line(position):
        return sheet.form(position) not in ("(", "-", "_")
    form = sheet.forms[position]
    return form in COMPLEMENTISERS or form in words("speech_verbs")
