"""Where the narrator goes on behind reported words: adjuncts, verbs and contrasts of his own."""

from __future__ import annotations

import re

from riwaya.annotate.statements.lexicon import cue_forms, words
from riwaya.annotate.statements.reading import Reading

_LEAST = 4
_SURE = 0.82  # the prior of a verb that hardly does anything but attribute
_LIKELY = 0.6  # of one that mostly does
_ALWAYS = frozenset(("علما", "محاولا", "محاوله", "بينما", "وبينما"))
_MEANWHILE = frozenset(("فيما", "وفيما", "حيث"))
_BUT_HE = frozenset(("لكنه", "لكنها", "لكنهم", "ولكنه", "ولكنها", "ولكنهم", "الا", "غير", "بيد", "ولم", "لكن", "ولكن"))
_ADJUNCTS = (
    _ALWAYS
    | _MEANWHILE
    | _BUT_HE
    | frozenset(
        (
            "بعدما",
            "وسط",
            "وذلك",
            "دون",
            "بدون",
            "من",
            "في",
            "قبل",
            "بعد",
            "ردا",
            "تعليقا",
            "وهو",
            "وهي",
            "علي",
            "الامر",
            "تحت",
        )
    )
)
_DESPITE = frozenset(("رغم", "برغم", "بالرغم", "مع", "منذ", "اثناء", "عندما", "حين", "نقلا"))
_SAID_IN = frozenset(("في", "خلال", "عبر", "علي", "ضمن"))
_MEETINGS = ("اجتماع", "لقا", "موتمر", "مقابل", "كلمت", "خطاب", "حوار", "زيار", "استقبال", "جلس", "ندو", "موتمر")
_CALLED = frozenset(("فصل", "حلقه", "تحرك", "مبادره", "دلاله", "موشر", "دليل", "مفاجاه", "انتقاد"))
_COMES_AFTER = frozenset(("وياتي", "وتاتي", "وجاء", "وجاءت"))
_ASKS = frozenset(("هل", "فهل", "وهل", "فماذا", "وماذا", "شاهد", "شاهدوا", "تابعوا", "اقرا"))
_KNOWN = frozenset(("يتضح", "يتسن", "يتبين", "تتضح", "تتبين", "يعرف", "تعرف"))
_PARTICIPLE = re.compile(r"م[^ا]\w{2,5}ا|[^اولبم]ا[^ا]\wا")


def is_adjunct(reading: Reading, index: int, *, nominal: bool) -> bool:
    """Return whether the narrator's own trailing adjunct begins here («وسط توقعات», «وذلك بعد»).

    Args:
        nominal: a noun phrase is reported, not a clause, which may have adjuncts of its own.
    """
    forms = reading.forms
    form = forms[index]
    if forms[index - 1] == "," and (_is_circumstance(reading, index) or _is_apart(reading, index)):
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
    if form in ("في", "وفي") and following == "حين":
        return _is_cue(third) or (after_comma and _behind_comma(reading, index, (following, third), nominal=nominal))
    if form == "وسط":
        return following in words("mood") or forms[index - 1] == ","
    if form == "وذلك":
        if not nominal:
            return _tells_when_said(reading, index + 1, following, third)
        return following in words("adjunct_occasion") or following in _DESPITE
    if form in ("دون", "بدون"):
        return _withholds(following, third)
    if form == "من" and following in ("دون", "غير"):
        return _withholds(third, forms[index + 3] if index + 3 < len(forms) else "")
    if form == "في" and following == "وقت" and third[:1] in ("ي", "ت") and len(third) >= _LEAST and third != "يوم":
        return True  # «في وقت يزداد القلق»
    if form == "قبل" and not nominal and not _is_cue(third):
        return False  # «إن الاشتباك استمر ساعة، قبل أن تتدخل قوة»
    return after_comma and _behind_comma(reading, index, (following, third), nominal=nominal)


def _tells_when_said(reading: Reading, index: int, following: str, third: str) -> bool:
    """Return whether «وذلك» behind a clause tells on what occasion it was said, not how or when the thing happened."""
    if following in ("في", "خلال", "عبر", "ضمن"):
        return third in words("said_in") or third in words("occasion") or third.startswith(_MEETINGS)
    if following in ("بعد", "قبل", "عقب"):
        return _is_later(reading, index + 1)
    return following in ("رغم", "برغم", "بالرغم", "ردا", "تعليقا", "نقلا", "حسب", "وفق", "وفقا", "بحسب", "على", "علي")


def _is_apart(reading: Reading, index: int) -> bool:
    """Return whether the narrator turns behind a comma: where it was said, what it came after, a question of his."""
    form = reading.forms[index]
    if form in _ASKS:
        return True
    following = reading.forms[index + 1] if index + 1 < len(reading.forms) else ""
    if form in _COMES_AFTER:
        return following in ("هذا", "هذه", "ذلك")
    third = reading.forms[index + 2] if index + 2 < len(reading.forms) else ""
    if form in _SAID_IN and following in words("said_in"):
        return following != "موتمر" or third in ("صحفي", "صحافي")
    return form == "في" and following in ("خضم", "معرض", "سياق") and third != "متصل"


def _is_circumstance(reading: Reading, index: int) -> bool:
    """Return whether an active participle in the accusative tells what the subject did meanwhile («، ناشرا صورا»)."""
    form = reading.forms[index]
    if index in reading.names_by_token or form in words("time") or not _PARTICIPLE.fullmatch(form):
        return False
    if form in ("متاثرا", "متاثره"):
        return False  # «توفي، متأثرا بجروحه»
    return form not in words("conjunction") and form not in words("preposition")


def _behind_comma(reading: Reading, index: int, behind: tuple[str, str], *, nominal: bool) -> bool:
    """Return whether an adjunct that needs a comma before it is the narrator's."""
    form = reading.forms[index]
    following, third = behind
    if form == "في":
        return (
            (following == "حين" and _is_cue(third))
            or following in words("called")
            or following in _CALLED
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
        return following == "الذي" and (nominal or _is_cue(third))
    if form == "وهو" and following in ("ما", "الامر", "امر"):
        if third == "لم":
            return _is_cue(reading.forms[index + 3 : index + 4])
        return _is_cue(third) or (third == "الذي" and _is_cue(reading.forms[index + 3 : index + 4]))
    if form in ("وهي", "وهو"):
        return following in words("judged")
    if form in ("ردا", "تعليقا"):
        return following == "علي"
    if form in ("بينما", "وبينما") and not nominal:
        return _is_cue(following) or _is_cue(third)
    if form == "بعدما":
        return said_next(following)
    if form in _MEANWHILE:
        return _is_cue(following) or (following == "لم" and _is_withheld(third))
    return form in _ALWAYS


def _is_cue(form: str | tuple[str, ...]) -> bool:
    """Return whether a finite cue stands there."""
    word = form if isinstance(form, str) else "".join(form[:1])
    item = cue_forms().get(word)
    spoken = item is not None and item.cue.frames & {"that", "deem", "object"} and item.cue.prior >= _LIKELY
    return item is not None and bool(spoken) and item.part in ("past", "present") and item.third


def _turns_silent(reading: Reading, index: int, following: str, third: str) -> bool:
    """Return whether «لكنه» opens another attribution of the narrator's, or says what was left unsaid."""
    form = reading.forms[index]
    silent = following == "لم" and _is_withheld(third)
    if form == "ولم":
        return _is_withheld(following) or (following in ("يرد", "ترد", "يعلق", "تعلق") and third == "علي")
    if form in ("الا", "غير", "بيد"):
        if following not in ("انه", "انها", "انهم"):
            return False
        return said_next(third) or (third == "لم" and _is_withheld("".join(reading.forms[index + 3 : index + 4])))
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
    if form in _KNOWN:
        return True
    stems = words("withheld_stem")
    return form[:1] in ("ي", "ت") and (form[1:] in stems or form[1:].removesuffix("وا").removesuffix("ا") in stems)


def _withholds(following: str, third: str) -> bool:
    """Return whether what follows «دون» is silence about more («أن يكشف», «إعطاء المزيد»)."""
    if following != "ان":
        return following in words("withheld")
    return _is_withheld(third)
