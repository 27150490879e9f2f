"""First names of two words, whole names around them: «عز الدين المناصرة», «حسين بدر الدين الحوثي», «فتح الله غولن»."""

from __future__ import annotations

from riwaya.annotate.mentions.lexicon import body_heads, nation_words, press_words, role_words, words
from riwaya.annotate.mentions.readings import prefix_readings
from riwaya.annotate.mentions.sheet import Sheet
from riwaya.annotate.statements.lexicon import strip_conjunction
from riwaya.annotate.statements.verbs import finite_verbs

_GIVEN = 0.3
_SHORTEST = 4
_SELDOM = 5  # articles that hold a first name which nobody listed
_RARE, _KNOWN = 30, 60  # articles that hold a word which may be a surname, without the article and with it
_OFTEN, _FOREIGN = 400, 0.5  # articles that hold a word whose letters are a foreign name's («غولن»)
_MOST = 3  # words behind a first name: «ضيف الله قاسم الشامي»
_HEADS = {"الدين": "din_heads", "الله": "servants"}


def find_compound_names(sheet: Sheet) -> None:
    """Mark the names in which a first name of two words has a surname, or another first name, beside it."""
    for index in range(1, len(sheet)):
        group = _HEADS.get(sheet.forms[index])
        if group is None or index in sheet.named or not sheet.same_line(index):
            continue
        for prefix, form in prefix_readings(sheet.forms[index - 1]):
            if form in words(group) and not sheet.tokens[index - 1].text.endswith("ى"):
                _mark(sheet, index - 1, index, prefix, form)
                break


def _mark(sheet: Sheet, position: int, closing: int, prefix: int, form: str) -> None:
    first = position
    if not prefix and _is_given(sheet, position - 1) and sheet.same_line(position):
        first, prefix, form = position - 1, sheet.names[position - 1].prefix, sheet.names[position - 1].form
    before = sheet.form(first - 1)
    bare = before.removeprefix("ب").removeprefix("ل").removeprefix("ال")
    if before in words("place_heads") or bare in words("place_heads") or bare in body_heads() or first in sheet.named:
        return  # «محافظة صلاح الدين», «كتائب عز الدين القسام»
    if first == position and _may_be_given(sheet, first - 1) and sheet.same_line(first):
        bare = strip_conjunction(sheet.forms[first - 1])
        if bare == sheet.forms[first - 1] or len(bare) < _SHORTEST:
            return  # «تيميل كرم الله أوغلو»: so rare a name is the network's to read
        first, prefix, form = first - 1, 1, bare
    last = closing
    while last - closing < _MOST and (last == closing or _is_given(sheet, last)) and _is_surname(sheet, last + 1):
        last += 1
    if last > closing:
        sheet.know(first, last, prefix, form)


def _is_given(sheet: Sheet, position: int) -> bool:
    return sheet.is_word(position) and sheet.names[position].given >= _GIVEN and not sheet.names[position].common


def _may_be_given(sheet: Sheet, position: int) -> bool:
    """Return whether a word is a first name that nobody listed: hardly or never seen, and no verb, role or nation."""
    if not sheet.is_word(position):
        return False
    form, name = sheet.forms[position], sheet.names[position]
    if name.unseen:
        return True
    if name.common > _SELDOM or sheet.is_definite(position) or form in nation_words() or form in body_heads():
        return False
    bare = strip_conjunction(form)
    word = bare in finite_verbs() or (bare,) in role_words() or press_words().get(bare, 0) > _SELDOM
    return not word and not (bare == form and is_behind_particle(form))


def _is_surname(sheet: Sheet, position: int) -> bool:
    """Return whether the word behind a first name is a surname rather than what the clause goes on with."""
    if not sheet.is_word(position) or not sheet.same_line(position) or sheet.tokens[position].text.endswith("ى"):
        return False
    form, name = sheet.forms[position], sheet.names[position]
    bare = form.removeprefix("ال")
    if name.prefix or form in words("never") or (bare,) in role_words() or bare in body_heads():
        return False
    if form in words("speech_verbs") or form in words("bound"):
        return False
    if sheet.is_definite(position):
        nisba = form.endswith("ي") and (form in nation_words() or name.common <= _KNOWN)
        return name.share >= _GIVEN or nisba or name.common <= _RARE
    if form in nation_words() or is_behind_particle(form):
        return False
    foreign = name.common <= (_RARE if name.letters < _FOREIGN else _OFTEN) and name.letters > 0
    return name.unseen or foreign or (name.share >= _GIVEN and not name.common)


def is_behind_particle(form: str) -> bool:
    """Return whether a rare word is a more frequent one behind a particle («للحاويات», «وديالى»)."""
    known = press_words()
    return form.startswith("لل") or (form[0] in "وبلكف" and known.get(form[1:], 0) > known.get(form, 0))
