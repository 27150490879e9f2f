"""Names of persons: how far a name goes, and what makes a run of words a name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from riwaya.annotate.mentions.lexicon import arabic_names, body_heads, press_words, reviewed_names, role_words, words
from riwaya.annotate.mentions.name_parts import (
    closes_inside,
    is_bound_end,
    is_surname,
    may_start,
    opens_foreign,
    opens_name,
    weigh_part,
)
from riwaya.annotate.mentions.readings import is_own_verb, letter_score, prefix_readings
from riwaya.annotate.mentions.sheet import Sheet
from riwaya.annotate.mentions.wishes import GOD, is_by_god, is_wish
from riwaya.annotate.mentions.word_surnames import closes_name, is_byname
from riwaya.annotate.statements.verbs import finite_verbs
from riwaya.model import MentionKind

_KNOWN = 0.95  # strength of a known person's full name
_BEHIND_KNOWN = 0.45  # weight of a word that goes on with one («محمد بن سلمان | وليا» is whole)
_MOST = 7  # tokens behind the first
_VERB_LETTERS, _NO_NAME = 0.3, -1.5  # «القائم بالأعمال يثمّن»
_GOVERNING = frozenset(("في", "لدي", "الي", "من", "قرب", "داخل", "خارج", "نحو", "عبر", "بين"))


@dataclass(frozen=True, slots=True)
class Name:
    """A run of words read as one person's name, over tokens [first, last].

    `sure`: it is a known person's, or ends in a nation's adjective behind an Arabic first name («ناصر القطري»).
    """

    first: int
    last: int
    prefix: int
    score: float
    parts: int
    sure: bool = False


def read_name_at(sheet: Sheet, position: int, *, anchored: bool = False) -> Name | None:
    """Return the name that starts at a token; `anchored` where a role or title says that a person follows."""
    known = sheet.known.get(position)
    if known is not None:
        strength, last, parts, prefix = _KNOWN, known, 2, sheet.names[position].prefix
    else:
        # Few words open a name: whether one may is asked before what bars it.
        start = _read_start(sheet, position, anchored=anchored) if sheet.is_word(position) else None
        if start is None or _is_barred(sheet, position, anchored=anchored):
            return None
        strength, last = start
        prefix = 0 if anchored and not sheet.forms[position].startswith("و") else _start_prefix(sheet, position)
        parts = 1
    while last - position <= _MOST:
        if last + 1 in sheet.known and (known is not None or is_surname(sheet, last)):
            break  # «أنتوني بلينكن | بيني غانتس»
        following = _read_following(sheet, last + 1, position, anchored=anchored)
        if following is None or (known is not None and following[0] < _BEHIND_KNOWN):
            break
        weight, last = following
        strength = 1 - (1 - strength) * (1 - weight)
        parts += 1
    sure = known == last or (last > position and is_byname(sheet, last, position))
    return Name(position, last, prefix, strength, parts, sure)


def _start_prefix(sheet: Sheet, position: int) -> int:
    form = sheet.forms[position]
    for bound in ("ابو", "ابي", "ابن", "عبد", "بن", "ال"):
        if form.endswith(bound) and form != bound and form[: -len(bound)] in ("و", "ل", "ب", "ول", "ف", "وب", "ك"):
            return len(form) - len(bound)
    return sheet.names[position].prefix


def _is_barred(sheet: Sheet, position: int, *, anchored: bool) -> bool:
    form = sheet.forms[position]
    written = sheet.tokens[position].text
    if form in words("never") or len(form) < 2 or (form in ("علي", "مني", "سوي", "لدي") and written.endswith("ى")):
        return True
    if written == "أنا" or is_own_verb(written, form) or (not anchored and _is_faith(sheet, position)):
        return True  # «أنا» is the pronoun, «آنا» a name
    before = sheet.form(position - 1)
    if _is_owned_role(form) or (form == "ميلاد" and before.removeprefix("ال") in words("birthdays")):
        return True  # «ومستشارته فلانة», «ذكرى ميلاد فلان»
    if (form == "الحمد" and before.endswith("لله")) or (form == "المبارك" and before in words("feasts")):
        return True
    if sheet.is_word(position - 1) and sheet.form(position - 1) in _GOVERNING and _names_no_person(sheet, position):
        return True
    if written.endswith("ى") and (
        sheet.names[position].form in words("speech_verbs") or (form in finite_verbs() and form not in reviewed_names())
    ):
        return True  # «ورأى», no «راي»; «أودى بحياة»
    if len(sheet.names[position].form) < 3 and not anchored:
        # «لو كانغ» and «لي كه تشيانغ», not «لو» and «لي» alone.
        return sheet.names[position].listed < 100 or not may_start(sheet, position + 1)
    bare = form.removeprefix("و").removeprefix("ال")
    if (
        (form.startswith(("ال", "وال", "لل")))
        and (bare.removeprefix("لل"),) in role_words()
        and not _follows_bound(sheet, position)
    ):
        return True
    if sheet.names[position].share < 0.25 and ((form,) in role_words() or form in body_heads()):
        return True
    if form.isascii() and (not anchored or sheet.form(position - 1) in body_heads()):
        return True
    taken = sheet.taken[position]
    if taken is not None and taken is not MentionKind.NORP and position + 1 < len(sheet) and sheet.inside[position + 1]:
        return True
    return taken is not None and not (anchored or sheet.names[position].given >= 0.3)


@lru_cache(maxsize=1 << 16)
def _is_owned_role(form: str) -> bool:
    """Return whether a form is a role with a possessive ending («ومستشارته», «محاميها»)."""
    for _, rest in prefix_readings(form):
        for ending, stem in (("ته", "ه"), ("تها", "ه"), ("تهم", "ه"), ("ها", ""), ("هم", "")):
            if rest.endswith(ending) and (rest.removesuffix(ending) + stem,) in role_words():
                return True
    return False


def _is_faith(sheet: Sheet, position: int) -> bool:
    """Return whether a word that closes names («الدين») stands by itself, particles attached or not."""
    name = sheet.names[position]
    return not {sheet.forms[position], name.form, f"ال{name.form}" if name.prefix else name.form}.isdisjoint(
        words("din")
    )


def _names_no_person(sheet: Sheet, position: int) -> bool:
    """Return whether a word behind a preposition is a common one («خلف القضبان») or a town («في باريس»)."""
    name = sheet.names[position]
    return (
        sheet.taken[position] in (MentionKind.GPE, MentionKind.LOC)
        and name.family < 0.3
        and not may_start(sheet, position + 1)
    )


def _follows_bound(sheet: Sheet, position: int) -> bool:
    return sheet.form(position - 1).endswith(("عبد", "بن", "ال"))


@lru_cache(maxsize=1 << 16)
def _bound_word(form: str) -> str:
    """Return the word that binds the next to it («عبد», «أبو», «بن»), particles taken off, "" where a form is none."""
    bare = form
    for prefix in ("ول", "وب", "و", "ل", "ب", "ف", "ك"):
        if form.startswith(prefix) and form[len(prefix) :] in ("عبد", "ابو", "ابي", "ابن"):
            bare = form[len(prefix) :]
    return bare if bare in words("bound") else ""


def _bound_part(sheet: Sheet, position: int, *, inner: bool = False) -> int | None:
    """Return the last token of «عبد الرحمن», «أبو مازن», «بن علي» that starts here."""
    bare = _bound_word(sheet.forms[position])
    if not bare or not sheet.is_word(position + 1) or not sheet.same_line(position + 1):
        return None
    following = sheet.forms[position + 1]
    if sheet.tokens[position].text.startswith("آ") and bare == "ابي":
        return None  # «شينزو آبي»
    if bare == "عبد":
        if not following.startswith("ال") and following not in ("رب", "ربه", "مناف"):
            return None
        return position + 1
    if bare == "ال" and sheet.tokens[position].text not in ("آل", "ال"):
        return None
    if (
        following in words("never")
        or following in words("age_units")
        or (following in words("speech_verbs") and bare not in ("ابو", "ابي"))
    ):
        return None
    if inner or following not in ("عبد", "ابو", "ابي", "ال"):
        return position + 1
    return _bound_part(sheet, position + 1, inner=True) or position + 1


def _read_start(sheet: Sheet, position: int, *, anchored: bool) -> tuple[float, int] | None:
    """Return (strength, last token) of a name's first part."""
    form, name, written = sheet.forms[position], sheet.names[position], sheet.tokens[position].text
    if sheet.form(position + 1) == GOD and (is_by_god(form) or is_wish(sheet.forms, position, written)):
        return None
    bound = _bound_part(sheet, position) if _bound_word(form) else None
    if bound is not None:
        bare = form.lstrip("ولبفك") if not form.startswith("بن") else form
        strong = form.endswith("عبد") or (form.endswith(("ابو", "ابي")) and sheet.names[position + 1].common < 2000)
        if strong or (anchored and bare != "ال"):
            return (0.9 if form.endswith("عبد") else 0.6), bound
        return None
    if anchored:
        if form.startswith(("لل", "بال", "وال", "كال")) and name.share < 0.2:
            return None
        if name.listed >= 100 and len(form) < 4 and may_start(sheet, position + 1):
            return 0.6, position  # «لو كانغ»
        if name.prefix and name.listed < 100 and letter_score(form) > 0.3 and not form.startswith("و"):
            return 0.7, position  # «الرئيس برويز»: no particle can stand behind a role
        goes_on = name.letters > 0.5 and (
            sheet.form(position + 1) in words("particles") or may_start(sheet, position + 1)
        )
        if form.startswith(("ول", "وب", "وك")) and not name.known and press_words().get(form[2:], 0) > 20:
            return None  # «ولتخفيف»
        if form[0] in "بلك" and not name.known and press_words().get(form[1:], 0) > 20 and not goes_on:
            return None  # «قبل الرئيس بوعي كامل»
        odd = name.common or name.letters < _NO_NAME
        if form[0] in "يت" and odd and not name.known and name.letters < _VERB_LETTERS:
            return None
        if name.unseen:
            return 0.8, position
        if name.known and (name.share >= 0.2 or name.common < (200 if name.share >= 0.04 else 30)):
            return max(0.75, name.share), position
        if 0 < name.common < 150 and not name.known and opens_name(sheet, position):
            return 0.5, position
        looks_foreign = name.letters > 0.5 and name.common < 900 and len(form) > 3
        if (1 < name.common < 12 or looks_foreign) and not form.startswith("ال"):
            return 0.6, position
        return None
    if _is_subject(sheet, position):
        return 0.6, position
    if name.given >= 0.3 or (name.known and name.given >= 0.15 and name.listed_often):
        return name.given, position
    if name.family >= 0.45:
        return name.family * 0.9, position
    if name.unseen and name.letters > 0.2 and not form.startswith("ال"):
        return 0.3, position
    if 0 < name.common <= 12 and name.letters > 0.9 and opens_foreign(sheet, position):
        return 0.3, position
    return (0.3, position) if name.known and name.share >= 0.2 else None


def _is_subject(sheet: Sheet, position: int) -> bool:
    """Return whether a first name that is an ordinary word too stands between a verb and a name («شارك وحيد حسن»)."""
    name, following = sheet.names[position], position + 1
    if name.prefix or name.form not in arabic_names() or not sheet.same_line(position):
        return False
    verb = sheet.form(position - 1)
    if not {verb, verb[1:] if verb[:1] in "وف" else verb} & finite_verbs().keys():
        return False
    if not sheet.is_word(following) or not sheet.same_line(following) or sheet.taken[following] is not None:
        return False
    surname = sheet.names[following]
    if surname.prefix or surname.form not in arabic_names() or sheet.tokens[following].text.endswith("ى"):
        return False
    return not surname.common or closes_name(sheet, following + 1)


def _read_following(sheet: Sheet, position: int, first: int, *, anchored: bool) -> tuple[float, int] | None:
    """Return (weight, last token) of a name's next part, None where the name ends."""
    if position >= len(sheet) or not sheet.same_line(position):
        return None
    form = sheet.forms[position]
    if form in ("-", "'") and sheet.is_word(position + 1) and (sheet.joined[position] or sheet.joined[position + 1]):
        if sheet.joined[position] and sheet.joined[position + 1] and sheet.names[position + 1].common < 400:
            return 0.3, position + 1
        return None
    if form == ")" and closes_inside(sheet, position, first):
        return 0.5, position + 1  # «(الرئيس السوري بشار) الأسد»
    if form == "." and sheet.is_word(position + 1) and sheet.forms[position - 1] in words("initials"):
        return (0.2, position + 1) if weigh_part(sheet, position + 1, first, anchored=anchored) else None
    if form == "#" and sheet.is_word(position + 1):
        weight = weigh_part(sheet, position + 1, first, anchored=anchored)
        return (weight, position + 1) if weight else None
    if not sheet.is_word(position) or form in words("never"):
        return None
    if is_wish(sheet.forms, position, sheet.tokens[position].text):
        return None
    bound = _bound_part(sheet, position) if form in words("bound") and form != "ام" else None
    if bound is not None:
        return 0.7, bound
    if form in words("din") and position - first <= 2:
        return 0.6, position
    if (
        form in words("ordinals")
        and position - first <= 3
        and (sheet.names[position - 1].given >= 0.2 or is_bound_end(sheet, position - 1))
    ):
        return 0.5, position
    if (form in words("particles") or form in words("initials")) and sheet.is_word(position + 1):
        return (0.3, position + 1) if weigh_part(sheet, position + 1, first, anchored=anchored) else None
    weight = weigh_part(sheet, position, first, anchored=anchored)
    return (weight, position) if weight else None
