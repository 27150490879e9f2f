"""Where the narrator goes on with a clause of his own behind a reported noun phrase."""

from __future__ import annotations

from functools import cache

from riwaya.annotate.statements.lexicon import cue_forms, narration_verbs, words
from riwaya.annotate.statements.narrator import said_next
from riwaya.annotate.statements.phrase_starts import RELATIVES
from riwaya.annotate.statements.reading import Reading, is_definite
from riwaya.annotate.statements.resumed import resumes
from riwaya.annotate.statements.verb_shapes import conjugates

_LEAST = 4
_BUT = frozenset(("لكن", "ولكن", "لكنه", "لكنها", "لكنهم", "ولكنه", "ولكنها", "ولكنهم", "بيد", "الا", "غير"))
_RESULTS = frozenset(("اثار", "ادي", "دفع", "تسبب", "اسفر", "يعني", "يثير", "يودي", "اضطر"))
_PARTS = frozenset(("نهايه", "ختام", "اعقاب", "بدايه", "مستهل", "ختامه", "نهايته", "نهايتها"))
_GATHERINGS = frozenset(("جلسه", "اجتماع", "لقاء", "موتمر", "قمه", "زياره", "محادثات", "مباحثات", "جوله"))
_AMONG = frozenset(("وبينهم", "وبينها", "وبينهما", "وبينهن"))
_TURNS = frozenset(form + ending for form in ("استجاب", "رضخ", "امتثل", "تجاهل", "سارع") for ending in ("", "ت"))


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


def narrates(reading: Reading, index: int, first: int) -> bool:
    """Return whether the narrator goes on with a verb behind a reported noun phrase («..., وقرر ...»).

    Args:
        first: first token of the noun phrase.
    """
    form = reading.forms[index]
    bare = form[1:]
    if index in reading.names_by_token or form in _AMONG:
        return False
    if form in ("وهو", "وهي", "وهم"):
        return True  # a gloss: «وهو تنظيم مسلح»
    if form in ("ولم", "ولن", "وقد", "وليس", "وليست") and reading.forms[index - 1] == ",":
        return True
    if form.startswith("و") and form.endswith("وا") and len(form) > _LEAST + 1:
        return True  # «وقارنوا قضيتها»
    if form in ("وتم", "وتمت", "وجري", "وجرت") and reading.forms[index - 1] == ",":
        return True
    if form[0] not in "وف" or form in narration_verbs() or form in words("opener") or len(bare) < 3:
        return False
    before = reading.forms[index - 1]
    if bare in _TURNS and before == "," and index + 1 < len(reading.forms):
        following = reading.forms[index + 1]
        return is_definite(following) or index + 1 in reading.names_by_token
    if bare in narration_verbs() and bare not in words("opener"):
        # «الانتخابات التي جرت في مايو وأدت إلى توتر» goes on with the relative clause
        return before == "," or not _in_relative_clause(reading, first, index)
    if before != "," and form[0] == "و":
        return False
    clitic = next((bare[: -len(end)] for end in ("ها", "هم", "ه") if bare.endswith(end)), "")
    if conjugates(bare) and bare not in words("opener") and bare not in words("preposition"):
        return True
    return is_finite(bare) or (len(clitic) > 3 and clitic.endswith("ت") and clitic in _past_feminine())


@cache
def _past_feminine() -> frozenset[str]:
    """Return the feminine past forms of the verbs of narration."""
    return frozenset(form for form, gender in narration_verbs().items() if gender == "f")


def _in_relative_clause(reading: Reading, first: int, index: int) -> bool:
    """Return whether a relative pronoun stands before the token, no comma between them."""
    for place in range(index - 1, first, -1):
        if reading.forms[place] == ",":
            return False
        if reading.forms[place] in RELATIVES:
            return True
    return False


def _is_gathering(reading: Reading, index: int) -> bool:
    form = reading.forms[index] if index < len(reading.forms) else ""
    return form.removeprefix("ال") in _GATHERINGS


def trails(reading: Reading, index: int, first: int) -> bool:
    """Return whether what follows a reported noun phrase can only be the narrator's: «لكن», «، ما أدى», «بعد أن».

    Args:
        first: first token of the noun phrase.
    """
    form = reading.forms[index]
    before = reading.forms[index - 1]
    following = reading.forms[index + 1] if index + 1 < len(reading.forms) else ""
    if form in ("بعد", "عقب", "اثر") and following in words("event"):
        return True
    resumed = reading.forms[index + 2 : index + 3] in (("به",), ("بها",), ("فيه",), ("فيها",))  # «ثقته فيما تقوم به»
    if form == "بعدما" or (form in ("فيما", "وفيما") and (before == "," or (conjugates(following) and not resumed))):
        return True
    if form == "كما" and following in ("هو", "هي"):
        return True
    if form == "خلال" and following in words("occasion"):
        return True
    if form in ("في", "عبر", "خلال", "علي") and following in words("said_in"):
        if index + 2 in reading.names_by_token and before == '"':
            return False  # «يشير إلى "تناقض" في تصريحات سامي الحداد»
        return following != "موتمر" or reading.forms[index + 2 : index + 3] == ("صحفي",)
    if form in _BUT and form not in ("الا", "غير", "بيد"):
        # «سحب القوات لكن على مراحل» is still what is demanded
        return before == "," or form not in ("لكن", "ولكن") or following not in words("preposition")
    if form == "اذ" and said_next(following):
        return True
    if form == "ما" and following in _RESULTS and not before.startswith(("ل", "ب")):
        return True  # «فرض الرسوم ما أثار غضب الحلفاء»
    often = form == "مرارا" or (form in ("غير", "عده") and following in ("مره", "مرات"))
    often = often or (form == "اكثر" and following == "من" and reading.forms[index + 2 : index + 3] == ("مره",))
    if often:  # unless a relative clause inside tells it («التي هددت مرارا بالقصف»)
        return all(reading.forms[place] not in RELATIVES for place in range(first, index))
    if form == "في" and following in _PARTS and _is_gathering(reading, index + 2):
        return True
    if before not in (",", '"'):
        return False
    if form in ("ثم", "وصولا") or (before == "," and (resumes(reading, index) or form in ("فان", "فانه", "فانها"))):
        return True
    if before == "," and following in RELATIVES and is_definite(form) and index not in reading.names_by_token:
        return True  # «، البلد الذي تمزقه الحرب»
    if form == "ما" and following == "لم":
        return False  # «... ما لم يوافق الشركاء»
    if form in ("الا", "غير", "بيد"):
        return following.startswith("ان")
    return before == "," and (
        form in words("trailing") or (form == "في" and following in ("اطار", "وقت", "اعقاب", "ظل", "ضوء"))
    )
