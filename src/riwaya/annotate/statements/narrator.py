"""Where the narrator goes on behind reported words: adjuncts, verbs and contrasts of his own."""

from __future__ import annotations

import re

from riwaya.annotate.statements.lexicon import cue_forms, words
from riwaya.annotate.statements.reading import Reading

_LEAST = 4
_SURE = 0.82  # the prior of a verb that hardly does anything but attribute
_ALWAYS = frozenset(("علما", "محاولا", "محاوله", "بينما", "وبينما"))
_MEANWHILE = frozenset(("فيما", "وفيما", "حيث"))
_BUT_HE = frozenset(("لكنه", "لكنها", "لكنهم", "ولكنه", "ولكنها", "ولكنهم", "الا", "غير", "بيد", "ولم", "لكن", "ولكن"))
_ADJUNCTS = (
    _ALWAYS
    | _MEANWHILE
    | _BUT_HE
    | frozenset(
        ("وسط", "وذلك", "دون", "بدون", "من", "في", "قبل", "بعد", "ردا", "تعليقا", "وهو", "وهي", "علي", "الامر", "تحت")
    )
)
_PARTICIPLE = re.compile(r"م[^ا]\w{2,5}ا|[^اولبم]ا[^ا]\wا")


def is_adjunct(reading: Reading, index: int) -> bool:
    """Return whether the narrator's own trailing adjunct begins here («وسط توقعات», «وذلك بعد»)."""
    forms = reading.forms
    form = forms[index]
    if forms[index - 1] == "," and _is_circumstance(reading, index):
        return True
    if form not in _ADJUNCTS:
        return False
    following = forms[index + 1] if index + 1 < len(forms) else ""
    third = forms[index + 2] if index + 2 < len(forms) else ""
    after_comma = forms[index - 1] in (",", '"', ")")
    if form in ("فيما", "وفيما") and following == "لم" and _is_withheld(third):
        return True
    if form in _BUT_HE:
        return _turns_silent(reading, index, following, third)
    if form == "وسط":
        return following in words("mood") or forms[index - 1] == ","
    if form == "وذلك":
        return following in words("adjunct_occasion")
    if form in ("دون", "بدون"):
        return _withholds(following, third)
    if form == "من" and following in ("دون", "غير"):
        return _withholds(third, forms[index + 3] if index + 3 < len(forms) else "")
    if form == "في" and following == "وقت" and third[:1] in ("ي", "ت") and len(third) >= _LEAST and third != "يوم":
        return True  # «في وقت يزداد القلق»
    return after_comma and _behind_comma(reading, index, following, third)


def _is_circumstance(reading: Reading, index: int) -> bool:
    """Return whether an active participle in the accusative tells what the subject did meanwhile («، ناشرا صورا»)."""
    form = reading.forms[index]
    if index in reading.names_by_token or form in words("time") or not _PARTICIPLE.fullmatch(form):
        return False
    return form not in words("conjunction") and form not in words("preposition")


def _behind_comma(reading: Reading, index: int, following: str, third: str) -> bool:
    """Return whether an adjunct that needs a comma before it is the narrator's."""
    form = reading.forms[index]
    if form == "في":
        return (
            (following == "حين" and _is_cue(third))
            or following in words("called")
            or (following == "الوقت" and third in ("الذي", "نفسه"))
            or (following == "وقت" and third not in ("لاحق", "سابق", "متاخر", "مبكر", "قريب", "واحد"))
        )
    if form == "قبل":
        return following == "ان"
    if form == "بعد":
        return _is_later(reading, index + 1)
    if form == "علي":
        return following == "خلفيه"
    if form == "تحت":
        return following in ("مزاعم", "ذريعه", "غطاء", "عنوان", "شعار", "وطاه", "ضغط")
    if form == "الامر":
        return following == "الذي"
    if form == "وهو" and following in ("ما", "الامر", "امر"):
        if third == "لم":
            return _is_cue(reading.forms[index + 3 : index + 4])
        return _is_cue(third) or (third == "الذي" and _is_cue(reading.forms[index + 3 : index + 4]))
    if form in ("وهي", "وهو"):
        return following in words("judged")
    if form in ("ردا", "تعليقا"):
        return following == "علي"
    if form in _MEANWHILE:
        return _is_cue(following) or (following == "لم" and _is_withheld(third))
    return form in _ALWAYS


def _is_cue(form: str | tuple[str, ...]) -> bool:
    """Return whether a finite cue stands there."""
    word = form if isinstance(form, str) else "".join(form[:1])
    item = cue_forms().get(word)
    return item is not None and item.part in ("past", "present") and item.third


def _turns_silent(reading: Reading, index: int, following: str, third: str) -> bool:
    """Return whether «لكنه» opens another attribution of the narrator's, or says what was left unsaid."""
    form = reading.forms[index]
    silent = following == "لم" and _is_withheld(third)
    if form == "ولم":
        return _is_withheld(following)
    if form in ("الا", "غير", "بيد"):
        return following in ("انه", "انها", "انهم") and said_next(third)
    return silent or (form not in ("لكن", "ولكن") and said_next(following))


def said_next(form: str) -> bool:
    """Return whether a past verb stands there that hardly does anything but attribute speech."""
    item = cue_forms().get(form)
    spoken = item is not None and "quote" in item.cue.frames and item.cue.prior >= _SURE
    return item is not None and spoken and item.part == "past" and item.third


def _is_later(reading: Reading, index: int) -> bool:
    """Return whether «بعد» counts the time since an event («بعد نحو شهرين من ...», «بعد ساعات على ...»)."""
    window = reading.forms[index : index + 5]
    return any(
        form in words("time_unit") and place + 1 < len(window) and window[place + 1] in ("من", "علي", "فقط", "ونصف")
        for place, form in enumerate(window)
    )


def _is_withheld(form: str) -> bool:
    """Return whether a present without an object tells what somebody keeps to himself («دون أن يكشف عن»)."""
    stems = words("withheld_stem")
    return form[:1] in ("ي", "ت") and (form[1:] in stems or form[1:].removesuffix("وا").removesuffix("ا") in stems)


def _withholds(following: str, third: str) -> bool:
    """Return whether what follows «دون» is silence about more («أن يكشف», «إعطاء المزيد»)."""
    if following != "ان":
        return following in words("withheld")
    return _is_withheld(third)
