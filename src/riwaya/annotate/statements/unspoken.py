"""Cues that attribute nothing where they stand: passives, things that show, conduct, names in quotation marks."""

from __future__ import annotations

from riwaya.annotate.statements.complements import SELF
from riwaya.annotate.statements.cues import Hit
from riwaya.annotate.statements.drafts import Subject
from riwaya.annotate.statements.lexicon import opens_proposition, words
from riwaya.annotate.statements.opinions import cannot_be_subject, deemed
from riwaya.annotate.statements.phrase_starts import begins_phrase, is_owned, noun_of, skip_adverbs
from riwaya.annotate.statements.quoted import is_clause
from riwaya.annotate.statements.reading import Reading, is_definite
from riwaya.annotate.statements.second_phrases import skip_phrases
from riwaya.annotate.statements.targets import Target

_POINTING = frozenset(("أشار", "لفت", "ألمح", "لمح", "نوه"))
_SAYING = ("that", "quote", "colon", "inside")
_RESUMED = frozenset(("اليها", "اليه", "اليهم"))
_SHORT = 5  # tokens of a quotation that may be a name, marks not counted
_GAP = 3
_COMMENTING = frozenset(("التعليق", "التعقيب"))
_STATING = frozenset(("الادلاء", "اعطاء", "تقديم"))
_COMMENTS = frozenset(("تعليق", "تعليقات", "التعليق", "التعليقات", "تصريح", "تصريحات", "مزيد", "توضيحات", "تفاصيل"))
_PLEAS = frozenset(
    article + plea for plea in ("طلب", "طلبا", "طعن", "طعنا", "استيناف", "استينافا", "دعوي", "التماس", "التماسا")
    for article in ("", "ال")
)  # fmt: skip
_COURTS = frozenset(("محكمه", "قاضي", "قضاه", "قاضيه", "هييه", "نيابه", "قضاء"))
_BUYING = frozenset(("شراء", "الزواج", "وجبه", "طاوله"))
_TABLE = frozenset(("عشاء", "العشاء", "غداء", "الغداء", "افطار", "الافطار", "مادبه", "وليمه", "حفل", "الحفل", "حفله"))
_MANY = frozenset(("عده", "عديده", "مرات", "كثيره"))


def attributes_nothing(reading: Reading, hit: Hit, subject: Subject, target: Target, limit: int) -> bool:
    """Return whether the cue reports nothing here, whatever stands behind it."""
    lemma = hit.form.cue.lemma
    if _takes_pronoun(reading, hit, target, limit) or _is_act(reading, hit, subject, target):
        return True
    if lemma == "اعتقد" and (target.quotation is None or not is_somebody(reading, subject)):
        return True  # a thought that nobody uttered
    if lemma in _POINTING and target.kind == "preposition" and not _is_told(reading, target):
        return True  # «أشار إلى غرفة مجاورة»
    if lemma == "أصر" and target.kind not in _SAYING:
        return True  # conduct: «تصر على التصعيد»
    if lemma == "دعا" and hit.index + 1 < limit and reading.forms[hit.index + 1] in _RESUMED:
        return True  # «تظاهرة دعت إليها النقابات»
    shown = lemma == "كشف" and target.kind == "preposition" and subject.position == "after"
    if shown and not is_somebody(reading, subject):
        return True  # «كشفت الأمطار عن قطع أثرية»
    charged = hit.index + 1 < limit and reading.forms[hit.index + 1] in words("charge")
    if lemma == "وجه" and hit.form.part == "present" and charged:
        return True  # «وتوجه انتقادات قوية للحكومة»
    if lemma == "جدد" and hit.form.part == "present" and not is_somebody(reading, subject):
        return True  # «وتجدد القصف»
    if lemma == "اتهم" and _is_accused(reading, hit, subject, target):
        return True
    return _is_considered(reading, hit, subject, target, limit) or _is_name(reading, hit, subject, target)


def _takes_pronoun(reading: Reading, hit: Hit, target: Target, limit: int) -> bool:
    """Return whether a pronoun stands for what is told («هدنة أعلنت عنها بالتزامن مع ...»)."""
    if target.kind in _SAYING or hit.index + 1 >= limit:
        return False
    following = reading.forms[hit.index + 1]
    stems = {"عن": "عن", "الي": "الي", "علي": "علي", "من": "من", "ب": "ب"}
    return any(
        frame in hit.form.cue.frames and following in (stem + "ه", stem + "ها", stem + "هم", stem + "هما")
        for frame, stem in stems.items()
    )


def _is_act(reading: Reading, hit: Hit, subject: Subject, target: Target) -> bool:
    """Return whether a refusal, request or invitation is an act without words: «رفض التعليق», «دعا إلى عشاء»."""
    lemma, form = hit.form.cue.lemma, reading.forms[target.first]
    if target.quotation is not None:
        return False
    if lemma == "رفض":
        commented = reading.forms[target.first + 1 : target.first + 5]
        said = form in _STATING and any(part.removeprefix("ب") in _COMMENTS for part in commented)
        return form in _COMMENTING or said or _is_ruling(reading, subject, form)
    return form in _BUYING if lemma == "طلب" else lemma == "دعا" and form in _TABLE


def _is_ruling(reading: Reading, subject: Subject, form: str) -> bool:
    """Return whether a court or a judge rejects what is pleaded, which is a legal act («رفضت المحكمة الطعن»)."""
    phrase = subject.phrase
    if phrase is None:
        return False
    holder = reading.forms[phrase.first : phrase.end]
    court = any(part.removeprefix("ال") in _COURTS for part in holder)
    return court and not _PLEAS.isdisjoint((form, *holder))


def is_somebody(reading: Reading, subject: Subject) -> bool:
    """Return whether a person, body, document or name is the written subject."""
    phrase = subject.phrase
    return phrase is not None and (phrase.kind != "" or phrase.first in reading.names_by_token)


def _is_told(reading: Reading, target: Target) -> bool:
    """Return whether what is pointed at carries a proposition, or is quoted."""
    form, written = reading.forms[target.first], reading.tokens[target.first].text
    if target.quotation is not None or form in ("ما", '"'):
        return True
    if form in words("occasion") or form.removeprefix("ال") in words("vessel"):
        return False
    return opens_proposition(form, written) or (is_definite(form) and opens_proposition(form[2:], written[2:]))


def _is_accused(reading: Reading, hit: Hit, subject: Subject, target: Target) -> bool:
    """Return whether «اتهم» names nobody whom it accuses, so that it is passive («اتهمت مرارا بارتكاب ...»)."""
    if hit.form.pronoun or hit.form.part == "participle" or target.kind != "attached" or target.first < target.mark:
        return False
    index = hit.index + 1
    if subject.position == "after" and subject.phrase is not None:
        return False
    index = skip_phrases(reading, skip_adverbs(reading, index, target.mark), target.mark)
    while index < target.mark and reading.forms[index] in _MANY:
        index += 1
    return not begins_phrase(reading, index, target.mark)


def _is_considered(reading: Reading, hit: Hit, subject: Subject, target: Target, limit: int) -> bool:
    """Return whether a present is passive or shows of itself: «الذي يعتبر السلطة العليا», «تظهر فيه صواريخ»."""
    lemma = hit.form.cue.lemma
    if hit.form.part != "present" or lemma not in ("اعتبر", "أظهر", "صنف") or hit.form.pronoun:
        return False
    if lemma == "أظهر":
        return target.kind != "that" or not is_somebody(reading, subject)
    if target.kind == "that":
        return False
    held = deemed(reading, hit, limit, subject.position == "before")
    if held is None or held.first != target.first or target.kind != "object":
        return True
    active = reading.forms[target.first] in SELF or cannot_be_subject(reading, hit, target.first)
    if not is_somebody(reading, subject) and not active:
        return True
    form = reading.forms[held.first]
    owned = is_owned(form) or form in words("demonstrative")
    construct = is_definite(reading.forms[held.first + 1]) and noun_of(form) is None  # «حائط المعبد»
    return not (is_definite(form) or owned or construct or held.first in reading.names_by_token)


def _is_name(reading: Reading, hit: Hit, subject: Subject, target: Target) -> bool:
    """Return whether a short quotation far behind the cue is a name or a scare quote («أفادت ... صحيفة "الفجر"»)."""
    quotation = target.quotation
    if target.kind != "quote" or quotation is None or not hit.form.cue.frames <= _PLAIN_FRAMES:
        return False
    inner = sum(reading.tokens[place].kind != "mark" for place in range(quotation.first + 1, quotation.last))
    if not quotation.closed or inner >= _SHORT or is_clause(reading, quotation) or not reading.is_word(target.mark - 1):
        return False
    behind = subject.phrase.end if subject.phrase is not None and subject.position == "after" else hit.index + 1
    gap = reading.forms[behind : target.mark]
    return len(gap) > _GAP and not any(form in words("said_in") or form in words("occasion") for form in gap)


_PLAIN_FRAMES = frozenset(("that", "quote", "الي", "علي", "عن", "من", "ب", "في", "ل", "target"))
