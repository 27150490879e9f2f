"""Whether a word goes on with a person's name, and whether it may open one."""

from __future__ import annotations

from riwaya.annotate.mentions.lexicon import arabic_names, name_shares, nation_words, press_words, role_words, words
from riwaya.annotate.mentions.readings import is_inflected, prefix_readings
from riwaya.annotate.mentions.sheet import Sheet
from riwaya.annotate.mentions.word_surnames import is_word_surname, sits_in_name
from riwaya.model import MentionKind

_SELDOM = 20  # articles that hold a word


def closes_inside(sheet: Sheet, position: int, first: int) -> bool:
    """Return whether a bracket that opened in front of a given name closes before the surname."""
    if position != first + 1 or not sheet.is_word(position + 1) or sheet.names[first].given < 0.2:
        return False
    opened = any(sheet.form(index) == "(" for index in range(max(0, first - 6), first))
    surname = sheet.names[position + 1]
    return opened and surname.family >= 0.6 and not surname.prefix and sheet.same_line(position + 1)


def may_start(sheet: Sheet, position: int) -> bool:
    """Return whether a word may open a person's name: mostly one, or never seen."""
    if not sheet.is_word(position):
        return False
    name = sheet.names[position]
    return not name.prefix and (name.share >= 0.3 or name.unseen)


def is_bound_end(sheet: Sheet, position: int) -> bool:
    """Return whether «عبد» stands in front."""
    return sheet.form(position - 1).endswith("عبد")


def weigh_part(sheet: Sheet, position: int, first: int, *, anchored: bool) -> float:
    """Return how much a word adds to the name in front of it, 0 where it does not belong."""
    form, name = sheet.forms[position], sheet.names[position]
    if form in words("never") or not sheet.same_line(position) or _is_particle_and_article(sheet, position):
        return 0.0
    if name.prefix:
        # «كارتر بايج»: behind a given name ب opens the surname where the rest is hardly ever one.
        whole = (
            form[0] in "بكف"
            and not form.startswith(("بال", "كال", "فال"))
            and name.seen < _SELDOM
            and form not in press_words()
            and name.prefix == 1
        )
        return 0.5 if whole and sheet.names[first].given >= 0.25 and position == first + 1 else 0.0
    opening = sheet.names[first]
    trusted = anchored or opening.given >= 0.25 or (opening.given >= 0.15 and opening.share >= 0.6)
    if (len(form) < 2 and sheet.form(position + 1) != ".") or (_is_future(sheet, position) and name.share < 0.3):
        return 0.0
    behind = position == first + 1 or sheet.forms[position - 1] in words("din")
    if form in words("nation_surnames") and behind and opening.share >= 0.5:
        return 0.6  # «صبيح المصري»: right behind a given name it is a surname
    if is_word_surname(sheet, position, first, anchored=anchored):
        return 0.6
    if form in nation_words() and name.family < 0.3:
        return 0.0
    if position - first > 1 and name.family < 0.3 and is_surname(sheet, position - 1):
        second = sheet.names[position + 1] if sheet.is_word(position + 1) and sheet.same_line(position + 1) else None
        opens = name.given >= 0.25 and second is not None and (second.family >= 0.5 or second.unseen)
        if name.given >= 0.5 or opens:
            return 0.0  # behind a surname a given name opens another person's
    if sits_in_name(sheet, position):
        return 0.5
    if _opens_other(sheet, position, first):
        return 0.0
    role = role_words().get((form.removeprefix("ال"),))
    if role is not None and name.family < (0.1 if form.startswith("ال") else 0.5):
        # «سمير القاضي» may be a surname, «سمير القاضي فلان» and «سمير الرئيس» are not.
        surname = form.startswith("ال") and role.kind in ("title", "occupation") and position == first + 1
        return 0.3 if surname and trusted and not may_start(sheet, position + 1) else 0.0
    if sheet.tokens[position].text.endswith("ى") and form in ("علي", "الي", "حتي", "لدي", "مني"):
        return 0.0
    if form == "علي" and position - first > 1 and sheet.is_word(position + 1) and sheet.names[position + 1].share < 0.3:
        return 0.0
    if sheet.taken[position] not in (None, MentionKind.NORP) and name.share < (0.15 if trusted else 0.5):
        # «، ستيفان أوكلاند،»: between commas the namesake of a town is a surname.
        enclosed = position == first + 1 and sheet.form(first - 1) == "," == sheet.form(position + 1)
        return 0.4 if enclosed and opening.given >= 0.5 and not sheet.inside[position] else 0.0
    if form in words("speech_verbs") and name.family < 0.3:
        return 0.0
    if form.isascii() and not anchored:
        return 0.0
    if form.endswith("وا") and len(form) > 4 and not name.known:
        return 0.0
    return _add_by_shares(sheet, position, first, trusted=trusted, anchored=anchored)


def _opens_other(sheet: Sheet, position: int, first: int) -> bool:
    """Return whether another name begins behind a surname («بهية الحريري | وستريدا», «وليد الركراكي | أشرف»)."""
    before, form = sheet.forms[position - 1], sheet.forms[position]
    if position == first + 1 or not before.startswith("ال") or not before.endswith("ي"):
        return False
    name = sheet.names[position]
    return (form.startswith("و") and form not in name_shares()) or (name.given >= 0.5 and name.form in arabic_names())


def _add_by_shares(sheet: Sheet, position: int, first: int, *, trusted: bool, anchored: bool) -> float:
    """Return how much a word that nothing bars adds to a name, by how often the press has it in names."""
    form, name = sheet.forms[position], sheet.names[position]
    if name.unseen:
        if form.startswith("ال") and sheet.tokens[position].text.endswith("ة"):
            return 0.0  # «عمر الأحفورة»: hardly any surname ends so
        return 0.7 if trusted or name.letters > 0.2 else 0.0
    if trusted and not name.known and position == first + 1 and name.common <= 12 and _is_nisba(form):
        return 0.35
    if trusted and name.common == 1 and not name.known and not form.startswith(("سي", "ست")):
        fresh = position == first + 1 and sheet.names[first].given >= 0.5 and name.letters > -0.5
        if form.startswith("ال") or fresh:
            return 0.35
    if name.known and name.share >= (0.1 if trusted else 0.3):
        return max(name.family, 0.8 * name.given, 0.3)
    listed = name.listed >= 8 and name.common <= 300
    if trusted and name.known and (name.family >= 0.05 or listed) and name.letters > -0.5:
        return 0.3
    if trusted and form.startswith("ال") and name.known and name.family >= 0.03 and not name.common > 1500:
        return 0.3
    if _is_accusative(form):
        return 0.0  # «فنان اسمه فلان إنسانا آليا»
    if position == first + 1 and _is_rare_surname(sheet, position, first, anchored=anchored):
        return 0.35
    opening = sheet.names[first]
    if form in words("ambiguous") and name.listed >= 40 and position == first + 1 and opening.given >= 0.6:
        return 0.3  # «مجدي كامل»
    if not trusted and name.common == 1 and name.letters > 0.8 and opening.letters > 0.8:
        return 0.4
    foreign = name.letters > 0.5 and name.common < 900 and len(form) > 3
    if (
        trusted
        and (name.common <= 6 or foreign)
        and name.letters > 0.3
        and position - first <= 2
        and not sheet.is_definite(position)
    ):
        return 0.3
    return 0.0


def opens_foreign(sheet: Sheet, position: int) -> bool:
    """Return whether a rare word of foreign look is followed by another («روميو كارامات», «بافيل بوردودين»)."""
    following = position + 1
    if not sheet.is_word(following) or not sheet.same_line(following) or sheet.taken[following] is not None:
        return False
    name = sheet.names[following]
    surname = name.family >= 0.5 and not name.common
    rare = (name.unseen or name.common == 1) and name.letters > 0.4
    return not name.prefix and not sheet.forms[following].startswith("ال") and (surname or rare)


def _is_particle_and_article(sheet: Sheet, position: int) -> bool:
    """Return whether a form is a definite word behind a particle («بالتنازل»), no name like «فالكون»."""
    form = sheet.forms[position]
    if not form.startswith(("بال", "كال", "فال")) or sheet.names[position].known:
        return False
    return len(form) > 5 and (press_words().get(form[1:], 0) >= 4 or press_words().get(form[3:], 0) >= 4)


def _is_accusative(form: str) -> bool:
    """Return whether a form is a common noun with the ending of the indefinite accusative («إنسانا»)."""
    return form.endswith("ا") and len(form) > 4 and press_words().get(form[:-1], 0) > 20


def _is_rare_surname(sheet: Sheet, position: int, first: int, *, anchored: bool) -> bool:
    """Return whether a word hardly used, and no verb, follows a name's sure beginning («عباس عراقجي», «صالح هبرة»)."""
    form, name = sheet.forms[position], sheet.names[position]
    opening = sheet.names[first]
    sure = anchored or (opening.given >= 0.2 and opening.listed >= 20) or (opening.given >= 0.5)
    if not sure or opening.share < 0.3 or name.common > (_SELDOM if anchored else 2) or name.known:
        return False
    verb = form.startswith(("ي", "ت", "ن", "است", "ال", "سي", "ست")) or form.endswith(
        ("وا", "ون", "ين", "ات", "ا", "تها")
    )
    return not verb and not is_inflected(form) and sheet.taken[position] is None and len(form) > 3


def opens_name(sheet: Sheet, position: int) -> bool:
    """Return whether a word that is also an ordinary one («إلينا») opens a name that goes on with an unseen word."""
    following = position + 1
    if not sheet.is_word(following) or not sheet.same_line(following) or sheet.is_definite(position):
        return False
    name, reading = sheet.names[following], sheet.names[position]
    if any(press_words().get(rest, 0) > 20 for _, rest in prefix_readings(sheet.forms[position])[1:]):
        return False  # «وعميل مزدوج»
    if sheet.taken[following] is not None or sheet.forms[position] in words("speech_verbs"):
        return False
    if reading.common == 1:
        return name.unseen or (_is_nisba(name.form) and not name.known and name.common <= 12)
    return name.unseen and name.letters > 0.8 and reading.letters > 0.2


def _is_future(sheet: Sheet, position: int) -> bool:
    """Return whether a word is a verb of the future («سيتولى», «ستستقيل») rather than a name («ستيفن»)."""
    form = sheet.forms[position]
    if not form.startswith(("سي", "ست", "سن")) or len(form) < 5:
        return False
    return press_words().get(form[1:], 0) >= 4 or is_inflected(form)


def is_surname(sheet: Sheet, position: int) -> bool:
    """Return whether a word is a surname and hardly ever a first name."""
    name = sheet.names[position]
    return name.given <= 0.05 and (
        (name.family >= 0.9 and name.seen >= 20) or (name.family >= 0.8 and name.seen >= 200)
    )


def _is_nisba(form: str) -> bool:
    return form.startswith("ال") and form.endswith("ي") and len(form) > 5
