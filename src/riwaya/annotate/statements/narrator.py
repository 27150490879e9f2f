"""Where the narrator goes on behind reported words: adjuncts, verbs and contrasts of his own."""

from __future__ import annotations

import re
from functools import cache

from riwaya.annotate.statements.drafts import Draft
from riwaya.annotate.statements.lexicon import cue_forms, narration_verbs, strip_conjunction, words
from riwaya.annotate.statements.reading import Reading, is_definite

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
_FRONTED_WITHIN = 14
_WHEN = frozenset(("بعدما", "عندما", "حينما", "حين", "فيما", "بينما", "لما", "وبعدما"))
_MAIN = frozenset(
    ("فان", "فانه", "فانها", "فقد", "الا", "قد", "لم", "لا", "كان", "كانت", "عاد", "عادت", "خرج", "خرجت", "تم")
)
_BUT = frozenset(("لكن", "ولكن", "لكنه", "لكنها", "لكنهم", "بيد", "الا", "غير"))
_TURNS = frozenset(form + ending for form in ("استجاب", "رضخ", "امتثل", "تجاهل", "سارع") for ending in ("", "ت"))


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
        return following in ("انه", "انها", "انهم") and _said_next(third)
    return silent or (form not in ("لكن", "ولكن") and _said_next(following))


def _said_next(form: str) -> bool:
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


def is_finite(form: str) -> bool:
    """Return whether a folded word without a conjunction is by its shape or by the tables a finite verb."""
    if form in words("opener") or form in words("no_verb"):
        return False
    item = cue_forms().get(form)
    if form in narration_verbs() or (item is not None and item.part in ("past", "present") and item.third):
        return True
    if len(form) < _LEAST or is_definite(form):
        return False
    if form.startswith("ي"):
        return not form.endswith("ه")
    return form.endswith("ت") and form[-2] != "ا"


def narrates(reading: Reading, index: int) -> bool:
    """Return whether the narrator goes on with a verb behind a reported noun phrase («..., وقرر ...»)."""
    form = reading.forms[index]
    bare = form[1:]
    if form in ("وهو", "وهي", "وهم"):
        return True  # a gloss: «وهو تنظيم مسلح»
    if form in ("ولم", "ولن", "وقد", "وليس", "وليست") and reading.forms[index - 1] == ",":
        return True
    if form.startswith("و") and form.endswith("وا") and len(form) > _LEAST + 1:
        return True  # «وقارنوا قضيتها»
    if form[0] not in "وف" or form in narration_verbs() or form in words("opener") or len(bare) < 3:
        return False
    before = reading.forms[index - 1]
    if bare in _TURNS and before == "," and index + 1 < len(reading.forms):
        following = reading.forms[index + 1]
        return is_definite(following) or index + 1 in reading.names_by_token
    if bare in narration_verbs() and bare not in words("opener"):
        return True
    if before != "," and form[0] == "و":
        return False
    clitic = next((bare[: -len(end)] for end in ("ها", "هم", "ه") if bare.endswith(end)), "")
    return is_finite(bare) or (len(clitic) > 3 and clitic.endswith("ت") and clitic in _past_feminine())


@cache
def _past_feminine() -> frozenset[str]:
    """Return the feminine past forms of the verbs of narration."""
    return frozenset(form for form, gender in narration_verbs().items() if gender == "f")


def trails(reading: Reading, index: int) -> bool:
    """Return whether what follows a reported noun phrase can only be the narrator's: «لكن», «، ما أدى», «بعد أن»."""
    form = reading.forms[index]
    before = reading.forms[index - 1]
    following = reading.forms[index + 1] if index + 1 < len(reading.forms) else ""
    if form in ("بعد", "عقب", "اثر") and following in words("event"):
        return True
    if form == "بعدما" or (form in ("فيما", "وفيما") and before == ","):
        return True
    if form == "كما" and following in ("هو", "هي"):
        return True
    if form == "خلال" and following in words("occasion"):
        return True
    if form in ("في", "عبر", "خلال", "علي") and following in words("said_in"):
        return following != "موتمر" or reading.forms[index + 2 : index + 3] == ("صحفي",)
    if form in _BUT and form not in ("الا", "غير", "بيد"):
        return True
    if form == "اذ" and _said_next(following):
        return True
    if before not in (",", '"'):
        return False
    if form in ("الا", "غير", "بيد"):
        return following.startswith("ان")
    return before == "," and (
        form in words("trailing") or (form == "في" and following in ("اطار", "وقت", "اعقاب", "ظل", "ضوء"))
    )


def main_clause(reading: Reading, draft: Draft, limit: int) -> int:
    """Return where the main clause begins behind a fronted one («بعد أن أعلنت ...، خرج»), else `limit`."""
    sentence = reading.sentence_of[draft.cue_token]
    first = reading.sentences[sentence][0]
    if draft.cue_token - first > _FRONTED_WITHIN or not _is_fronted(reading, first, draft.cue_token):
        return limit
    place = draft.first
    while place + 1 < limit:
        quotation = reading.opens_quotation(place)
        if quotation is not None and quotation.closed and quotation.last < limit:
            place = quotation.last + 1
            continue
        following = reading.forms[place + 1]
        if reading.forms[place] == "," and (is_finite(following) or following in _MAIN):
            return place
        place += 1
    return limit


def _is_fronted(reading: Reading, first: int, cue: int) -> bool:
    """Return whether the sentence begins with a subordinate clause that holds the cue."""
    opening = strip_conjunction(reading.forms[first])
    following = reading.forms[first + 1] if first + 1 < cue else ""
    subordinate = opening in _WHEN or (opening in ("بعد", "قبل", "منذ", "رغم", "مع") and following == "ان")
    if opening == "علي" and following == "الرغم":
        subordinate = "ان" in reading.forms[first + 2 : first + 4]
    return subordinate and "," not in reading.forms[first:cue]
