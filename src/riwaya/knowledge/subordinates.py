"""Relatives and aides: words that make the full name behind somebody's office another's («زوجة الرئيس فلانة»)."""

from __future__ import annotations

import re
from functools import cache

from riwaya.arabic.names import fold_name
from riwaya.knowledge.names import without_article
from riwaya.tables import read_table

# Kin that the table of role nouns has not, for no name stands behind them in a role.
_MORE_KIN = frozenset((
    "اخ", "اخت", "عم", "عمه", "خال", "خاله", "اب", "صهر", "زوج", "زوجه", "قرينه", "عقيله", "ارمله", "طليقه",
    "خطيبه", "كريمه", "ابن",
))  # fmt: skip
# Who serves, follows or speaks for the one whose office comes next.
SERVING = frozenset((
    "نايب", "نايبه", "مساعد", "مساعده", "مستشار", "مستشاره", "متحدث", "متحدثه", "ناطق", "ناطقه", "مبعوث", "مبعوثه",
    "موفد", "ممثل", "ممثله", "معاون", "معاونه", "سكرتير", "سكرتيره", "محامي", "محاميه", "وكيل", "وكيله", "حارس",
    "طبيب", "طبيبه", "سايق", "مرافق", "مرافقه", "مرشح", "مرشحه",
))  # fmt: skip
# Those of them who hold an office of their own before whose name it mostly stands: «نائب وزير العدل فلان».
DEPUTIES = frozenset(("نايب", "نايبه", "مساعد", "مساعده", "وكيل", "وكيله", "معاون"))
# Others whom a pronoun makes somebody's («سائقه», «حليفه»); «و» before them may go on with the same man.
_HIS_MEN = frozenset((
    "سايق", "طبيب", "مرافق", "مدرب", "حليف", "خصم", "غريم", "منافس", "صديق", "زميل", "سلف", "خلف", "مدير", "وكيل",
))  # fmt: skip
_PRONOUNS = ("هما", "هم", "ها", "ه")
SPEAKING = frozenset(("باسم", "بلسان", "لسان"))
_HEADING = frozenset(("مدير", "مديره", "رييس", "رييسه", "موظف", "موظفه", "عضو", "مسوول", "مسووله"))
_OFFICES = frozenset(("مكتب", "ديوان", "حمايه", "حرس", "حراسه", "امن", "مراسم", "اعمال", "حمله"))
_WORD = re.compile(r"\w+")
_ADJECTIVES = 3


@cache
def _kin() -> frozenset[str]:
    return _MORE_KIN | {fold_name(row["form"]) for row in read_table("role_words.tsv") if row["kind"] == "kin"}


def subordinate_before(before: str) -> int:
    """Return where the word begins that makes the full name behind an office a relative's or an aide's, it may be.

    «زوجته | وزيرة الصحة فلانة» holds it herself, and what is said «على لسان» somebody he says.

    Args:
        before: the text in front of the office.

    Returns:
        An offset in `before`, -1 where there is no such word.
    """
    words = [(told.start(), _plain_noun(told[0])) for told in _WORD.finditer(before)][-_ADJECTIVES - 2 :]
    if not words or before[words[-1][0] + 1 :].rstrip(' "«“\n') != before[words[-1][0] + 1 :].strip():
        return -1
    attached = words[-1][1] == "ل"
    if attached:  # «المستشار الإعلامي لـ| رئيس البرلمان»
        words.pop()
        while words and before[words[-1][0] :].startswith("ال") and words[-1][1] not in SERVING:
            words.pop()
    if not words:
        return -1
    if not attached and before[words[-1][0] :].startswith("ال") and words[-1][1] not in SPEAKING:
        return -1  # «النائب وزير المالية فلان»: what has the article is nobody's
    (start, last), (ahead, leading) = words[-1], words[-2] if len(words) > 1 else (0, "")
    if last in SERVING or (not attached and last in _kin()):
        return start
    led = (last in _OFFICES and leading in _HEADING) or (last in SPEAKING and leading in SERVING)
    return ahead if led and not attached else -1


def is_kin(form: str) -> bool:
    """Return whether a folded noun without article is a relative's."""
    return form in _kin()


def goes_with(form: str) -> bool:
    """Return whether a folded noun without article is one of an aide, a relative or who heads somebody's office."""
    forms = (form, form.removesuffix("ا"))
    return any(one in SERVING or one in _HEADING or is_kin(one) for one in forms)


def is_his(word: str) -> bool:
    """Return whether a word says that who is named next is another's relative, servant or rival («سائقه», «وابنته»).

    Args:
        word: as written: «ابنة فلان» has no pronoun.
    """
    ending = next((end for end in _PRONOUNS if word.endswith(end)), "")
    form = fold_name(word.removesuffix(ending)) if ending else ""
    stem = f"{form[:-1]}ه" if form.endswith("ت") else form
    relatives = _kin() - _HIS_MEN
    if stem in relatives or (stem.startswith("و") and stem[1:] in relatives | {"مواطن"}):
        return True
    return stem in SERVING | _HIS_MEN or stem.removesuffix("ه") in _HIS_MEN


def apposed_end(text: str, start: int) -> int:
    """Return where the words end to which those from `start` on stand in apposition, -1 where no comma parts them."""
    kept = text[:start].rstrip(" ،,(-")
    return len(kept) if text[len(kept) : start].strip() else -1


def _plain_noun(word: str) -> str:
    """Return a word folded, without article and particles where the rest is whoever serves or is kin."""
    if word.endswith(("ه", "ها", "هم")):
        return ""  # «زوجته», «مستشارها»
    form = fold_name(word)
    led = without_article(form[1:]) if form[:1] in "وفبلك" else form
    forms = (form, without_article(form), led, form.removesuffix("ا"))  # «عُين مستشاراً للرئيس»
    return next((one for one in forms if one in SERVING or one in _kin() or one in _HEADING), form)
