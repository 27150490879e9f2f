"""Where a noun phrase may begin, and what may stand before it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from riwaya.annotate.statements.lexicon import (
    COMPLEMENTISERS,
    cue_forms,
    opens_proposition,
    speaker_nouns,
    unowned,
    words,
)
from riwaya.annotate.statements.reading import Reading, is_definite, is_time
from riwaya.arabic.frequencies import load_frequencies, load_name_counts
from riwaya.arabic.normalise import fold
from riwaya.model import MentionKind
from riwaya.tables import read_table

LONGEST_QUOTED_NAME = 6
PERIOD_PARTS = ("الماضي", "الماضيه", "الجاري", "الحالي", "المقبل", "الفايت", "الموافق")
PERIODS = ("العام", "الشهر", "الاسبوع", "السنه", "نهايه", "مطلع", "وقت")
ONES = frozenset(("احد", "احدي"))
ELATIVES = frozenset(
    (
        "اعلي", "اكبر", "ابرز", "اهم", "اقدم", "احدث", "اقوي", "اشهر", "كبري", "كبار", "احدي", "اخر", "اول",
        "اغلي", "افضل", "كبير", "كبيره", "نفس", "ذات", "عده",
        "معالي", "فخامه", "سماحه", "سعاده", "سمو", "جلاله", "سياده", "فضيله", "نيافه", "غبطه", "عطوفه",
    )
)  # fmt: skip
LATER = ("فيما", "بعد")
_ADVERBIAL_PAIRS = frozenset((("اول", "امس"), LATER, ("علي", "الدوام"), ("علي", "الفور")))
_IN_MIDFIELD = frozenset(("لاعب", "لاعبا", "لاعبو", "لاعبي", "خط"))  # «لاعب وسط الفريق»
RELATIVES = frozenset(("الذي", "التي", "الذين", "اللذان", "اللذين", "اللتان", "اللتين", "والتي", "والذي", "والذين"))
_ADVERBS = (
    "الماضي",
    "الماضيه",
    "الجاري",
    "#",
    "ذاته",
    "ذاتها",
    "نفسه",
    "نفسها",
    "فيه",
    "به",
    "عليه",
    "عليها",
    "عنه",
    "عنها",
    "عنهم",
    "منه",
    "منها",
    "اليه",
    "اليها",
    "له",
    "لها",
    "فقط",
)
_RARE = 5  # articles in which a word is part of a name, below which it is hardly ever one
_FEW = 20  # articles in which a word is part of a name
_MANNER = re.compile("م[^ا]...?ا|.ا..ا")  # «متهكما», «مبتسما», «ساخرا»
_THEREFORE = frozenset(
    (
        "لقد",
        "سوف",
        "بما",
        "مما",
        "عما",
        "لهذا",
        "لذلك",
        "لذا",
        "هكذا",
        "هنا",
        "هناك",
        "لماذا",
        "كيف",
        "متي",
        "اين",
        "ماذا",
        "لمن",
        "ممن",
    )
)
WITH_PRONOUN = frozenset(
    preposition + pronoun
    for preposition in ("الي", "علي", "لدي", "ل", "ب", "في", "من", "عن", "مع", "بين", "عند")
    for pronoun in ("ه", "ها", "هم", "هما", "هن", "نا", "كم")
) - {"بنا", "لنا", "منها"}
PRONOUNS = frozenset(("هو", "هي", "هم", "هما", "هن", "انا", "نحن"))
_ACCUSATIVE = frozenset(("لكن", "ولكن", "ان", "وان", "بان", "فان"))


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase in tokens.

    Attributes:
        first, end: the whole phrase.
        name: first token of the personal name in it, `first` where there is none.
        kind: person, people, body, document, name or "".
        gender: m, f or "".
    """

    first: int
    end: int
    name: int
    kind: str
    gender: str

    def until(self, end: int) -> Phrase:
        """Return what stands before a token of the phrase, with the name only where that begins before it, too."""
        return replace(self, end=end, name=self.name if self.name < end else self.first)


@cache
def months() -> frozenset[str]:
    """Return the folded names of months, none of which names a body's seat."""
    return frozenset(fold(row["form"]) for row in read_table("months.tsv"))


def is_circumstance(form: str) -> bool:
    """Return whether a folded word is a participle in the accusative («مازحا»); «كاليا» and «باراكا» are names."""
    names, known = load_name_counts(), load_frequencies()
    shaped = _MANNER.fullmatch(form) is not None and (form in known or form[:-1] in known) and noun_of(form) is None
    return shaped and max(names.get(form, 0), names.get(form[:-1], 0)) < _RARE


def is_manner(reading: Reading, index: int) -> bool:
    """Return whether a word says how something was said («قال متهكما», «المسؤول طالبا عدم ...»), not who said it."""
    form = reading.forms[index]
    following = reading.forms[index + 1] if index + 1 < len(reading.forms) else ""
    if form in ("ابدا", "قط", "اطلاقا", "معا", "جدا", "يوما", "دوما"):
        return True
    dual = noun_of(form[:-1]) is not None and is_definite(following)  # «وزيرا الخارجية» are two ministers
    if index in reading.names_by_token:
        alone = reading.names_by_token[index][:2] == (index + 1, MentionKind.PER)
        return alone and is_circumstance(form)  # «وقال مازحا» looks like one
    if noun_of(form) is not None or dual:
        return False
    plain = form.endswith("ا") and not form.endswith(("ها", "هما", "يا", "نا")) and len(form) > 4
    if plain and form[:-1] in load_frequencies() and load_name_counts().get(form, 0) == 0:
        return True  # «خصوصا»
    return bool(_MANNER.fullmatch(form)) and load_name_counts().get(form, 0) < _FEW


@lru_cache(maxsize=20000)
def is_owned(form: str) -> bool:
    """Return whether a word is a noun with its owner's pronoun («مؤتمره»), not a name that ends so."""
    stem = next((form[: -len(end)] for end in ("هما", "هم", "ها", "ه") if form.endswith(end)), "")
    counts = load_frequencies()
    bare = {stem, stem[:-1] + "ه"} if stem.endswith("ت") else {stem}
    noun = any(counts.get("ال" + word, 0) >= _FEW for word in bare)
    return len(stem) > 2 and noun and load_name_counts().get(form, 0) < _FEW


def is_particle(form: str) -> bool:
    """Return whether a word is no noun at all, with «و» before it or not («وحينما», «والسبت», «وبالمقابل»)."""
    bare = form[1:] if form[:1] == "و" and len(form) > 2 else form
    closed = (
        bare in _THEREFORE
        or bare in words("conjunction")
        or bare in words("preposition")
        or bare in words("clause_opener")
    )
    return closed or is_time(bare) or bare.startswith("بال")


def is_preposition(reading: Reading, index: int) -> bool:
    """Return whether the token is a preposition; «علي» with a dotted ي is a man's name where a name may stand."""
    form = reading.forms[index]
    if form == "وسط" and index and reading.forms[index - 1].removeprefix("ال") in _IN_MIDFIELD:
        return False
    return form in words("preposition") and not (form == "علي" and reading.tokens[index].text.endswith("ي"))


def noun_of(form: str) -> tuple[str, str] | None:
    """Return the (kind, gender) of a speaker noun with or without the article."""
    nouns = speaker_nouns()
    return nouns.get(form) or (nouns.get(form[2:]) if form.startswith("ال") else None)


def noun_at(reading: Reading, index: int) -> tuple[str, str] | None:
    """Return the (kind, gender) of a speaker noun, in the accusative too («لكن مصدراً في مكتبه قال»)."""
    form = reading.forms[index]
    noun = noun_of(form)
    if noun is None and index and form.endswith("ا") and reading.forms[index - 1] in _ACCUSATIVE:
        return noun_of(form[:-1])
    governs = form.endswith("و") and index + 1 < len(reading.forms) and is_definite(reading.forms[index + 1])
    if noun is None and governs and (noun_of(form[:-1]) or ("",))[0] == "person":
        return "people", "m"  # «معدو الدراسة»
    return noun


def skip_adverbs(reading: Reading, index: int, limit: int) -> int:
    """Return the first token from `index` that is no comma, date or «من جهته»."""
    forms = reading.forms
    while index < limit:
        form = forms[index]
        following = forms[index + 1] if index + 1 < limit else ""
        if form == "," or is_time(form) or form in _ADVERBS:
            index += 1
        elif (
            (form in PERIODS and following in PERIOD_PARTS)
            or (form == "من" and following.startswith(("جانب", "جهت", "ناحيت")))
            or (form, following) in _ADVERBIAL_PAIRS
            or (form in ("بشكل", "بصوره") and following and not is_definite(following))
        ):
            index += 2
        elif form in ("لي", "لنا") and not is_short_name(reading, index):
            index += 1  # «أكد لي الطبيب أن»
        elif form in words("manner"):
            index = _behind_manner(reading, index + 1, limit)  # «بصوت خافت»
        elif form == "(" and following[:1].isdigit() and (behind := _behind_bracket(reading, index, limit)):
            index = behind  # «الاثنين الماضي (9 أبريل)»
        else:
            break
    return index


def _behind_manner(reading: Reading, index: int, limit: int) -> int:
    """Return the token behind an adjective that describes a manner, where the clause goes on at once behind it."""
    if index + 1 >= limit:
        described = index < limit and reading.is_word(index)
    else:
        after = reading.forms[index + 1]
        described = after in COMPLEMENTISERS or not reading.is_word(index + 1)
    form = reading.forms[index] if index < limit else ""
    bare = described and not is_definite(form) and noun_of(form) is None and form not in COMPLEMENTISERS
    return index + 1 if bare and reading.is_word(index) and index not in reading.names_by_token else index


def _behind_bracket(reading: Reading, index: int, limit: int) -> int:
    """Return the token behind a short bracket, else 0."""
    close = next((at for at in range(index + 1, min(limit, index + 6)) if reading.forms[at] == ")"), -1)
    return close + 1


def begins_phrase(reading: Reading, index: int, limit: int) -> bool:
    """Return whether a noun phrase may begin at the token."""
    if index >= limit:
        return False
    form = reading.forms[index]
    if form == '"':
        quotation = reading.opens_quotation(index)
        return quotation is not None and quotation.closed and quotation.last - index <= LONGEST_QUOTED_NAME
    if not reading.is_word(index):
        return reading.tokens[index].kind == "number" and index + 1 < limit and reading.is_word(index + 1)
    return not (
        is_preposition(reading, index)
        or form in PRONOUNS
        or form in _THEREFORE
        or (form[0] == "و" and _joins(reading, index))
        or form in words("conjunction")
        or form in words("stop")
        or (form in words("refused") and not is_short_name(reading, index))
        or form in COMPLEMENTISERS
        or (form.startswith(("بال", "بقول")) and form not in words("b_word") and index not in reading.names_by_token)
        or form in words("pronoun_word")
        or is_attached_l(reading, index)
        or _is_attached_b(reading, index)
    )


def _joins(reading: Reading, index: int) -> bool:
    """Return whether «و» joins a particle or a pronoun («وحينما», «وهي»), with which no noun phrase begins."""
    form = reading.forms[index]
    if form[1:] in PRONOUNS:
        return True
    if index in reading.names_by_token or (form == "والي" and reading.tokens[index].text == form):
        return False  # «والي الجهة», the governor
    return is_particle(form)


def _is_attached_b(reading: Reading, index: int) -> bool:
    """Return whether the token is ب with a verbal or another common noun («بدعم القطاع», «بدهشة»)."""
    form = reading.forms[index]
    if form in words("manner"):
        return True
    if index in reading.names_by_token:
        return False
    if form == "باسم":
        return any(is_definite(word) for word in reading.forms[index + 1 : index + 2])  # «أكد باسم الشعب أن»
    if not form.startswith("ب") or form in words("b_word"):
        return False
    return opens_proposition(form[1:], reading.tokens[index].text[1:]) or holds_b(form)


@lru_cache(maxsize=20000)
def holds_b(form: str) -> bool:
    """Return whether a folded word is ب with a common noun («بسخرية»), not one that begins so («بحار», «بسام»)."""
    if len(form) < 4 or form[0] != "ب" or form in words("b_word") or noun_of(form) is not None:
        return False
    counts = load_frequencies()
    own = counts.get("ال" + form, 0) or load_name_counts().get(form, 0) >= _RARE
    return not own and counts.get("ال" + form[1:], 0) >= _FEW


def is_short_name(reading: Reading, index: int) -> bool:
    """Return whether «لي» or «لو» is a name here («قال لو كانغ إن»), not "to me" or "if"."""
    if reading.forms[index] not in ("لي", "لو"):
        return False
    following = index + 1
    form = reading.forms[following] if following < len(reading.forms) else ""
    if (noun_of(form) or ("",))[0] in ("person", "people") and form.startswith("ال"):
        return False  # «أكد لي الطبيب»
    if noun_of(unowned(form, ("ي",))):
        return False  # «قال لي والدي», «قالت لي والدتي»
    if reading.forms[index] in reading.short_names:
        return True
    if not form or not reading.is_word(following):
        return False
    other = form in COMPLEMENTISERS or form in words("stop") or form in words("clause_opener") or is_time(form)
    other = other or noun_of(form) is not None or holds_b(form)  # «قال لي أحد الجنود», «قال لي بصوت حزين»
    return not (other or form in words("preposition") or form in words("refused") or form.startswith("ال"))


def is_attached_l(reading: Reading, index: int) -> bool:
    """Return whether the token is ل with a noun («للصحفيين», «لبلينكن»), not a word that begins so («لجنة»)."""
    form = reading.forms[index]
    if len(form) < 4 or not form.startswith("ل") or form in words("l_word"):
        return form in ("لي", "له", "لبي") and not is_short_name(reading, index)
    if form.startswith("لل"):
        return True
    rest = form[1:]
    if rest in words("medium") or (is_owned(rest) and index not in reading.names_by_token):
        return True  # «لمحبيه»
    return noun_of(rest) is not None or rest in reading.vocabulary or "ال" + rest in reading.vocabulary


def without_l(form: str) -> str:
    """Return «الرئيس» for «للرئيس» and «وزير» for «لوزير»."""
    if form.startswith("لل"):
        return "ال" + form[2:]
    return form[1:] if form.startswith("ل") and noun_of(form) is None and noun_of(form[1:]) is not None else form


def may_be_name(reading: Reading, index: int, limit: int) -> bool:
    """Return whether a word without article, preposition or verb stands there: a first name may."""
    if index >= limit or not reading.is_word(index):
        return False
    form = reading.forms[index]
    taken = form in words("preposition") or form in words("stop") or form in COMPLEMENTISERS or is_time(form)
    return not (taken or is_definite(form) or form in cue_forms() or noun_of(form) or form[0] in "بلو")
