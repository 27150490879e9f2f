"""Where a content ends: the quotation, the narrator's next clause, a closing attribution, the sentence."""

from __future__ import annotations

from collections.abc import Set

from riwaya.annotate.statements.drafts import Draft
from riwaya.annotate.statements.lexicon import COMPLEMENTISERS, narration_verbs, words
from riwaya.annotate.statements.reading import Reading, is_definite

_LONGEST = 500
_SHORT_QUOTATION = 8
_WITHHOLD = (
    "يكشف",
    "يوضح",
    "يحدد",
    "يذكر",
    "يعطي",
    "تكشف",
    "توضح",
    "تحدد",
    "تذكر",
    "تعطي",
    "يقدم",
    "تقدم",
    "يسمي",
    "تسمي",
    "يورد",
)
_STOPS = frozenset((",", ";", ":", ".", "-", "(", "[", "…", "*", "|", "؛"))


def content_end(reading: Reading, draft: Draft, splits: Set[int]) -> int:
    """Return one past the last token of the draft's content.

    Args:
        splits: tokens at which the narrator's own clauses or attributions begin.
    """
    sentence = reading.sentences[reading.sentence_of[draft.first]]
    limit = min(sentence[1], draft.first + _LONGEST)
    around = reading.quotation_of[draft.cue_token]
    if around >= 0 and draft.cue_token > reading.quotations[around].first:
        limit = min(limit, reading.quotations[around].last)
    quotation = draft.quotation
    nominal = draft.structure in ("object", "noun", "attached", "preposition", "complement")
    if quotation is None:
        return _trimmed(reading, draft.first, _scan(reading, draft.first, limit, splits, nominal))
    if not quotation.closed:
        # Never closed: it ends with its line, or where the narrator speaks again.
        end = _scan(reading, draft.first, quotation.last + 1, splits, nominal)
        return _trimmed(reading, draft.first, max(end, draft.first + 1))
    close = quotation.last
    if close + 1 < limit and _goes_on(reading, draft, close):
        end = _scan(reading, close + 1, limit, splits, nominal)
        if end > close + 1:
            return _trimmed(reading, draft.first, end)
    return _trimmed(reading, draft.first, max(close, draft.first + 1))


def _goes_on(reading: Reading, draft: Draft, close: int) -> bool:
    """Return whether a content that opens with a quotation goes on behind it («أن "خمسة" أشخاص ...»)."""
    following = reading.forms[close + 1]
    quotation = draft.quotation
    short = quotation is not None and quotation.last - quotation.first <= _SHORT_QUOTATION
    if draft.structure == "inside":
        return False
    if following == ",":
        after = reading.forms[close + 2] if close + 2 < len(reading.forms) else ""
        return draft.structure == "that" and after[:1] == "و" and after[1:] in COMPLEMENTISERS
    if reading.tokens[close + 1].kind == "mark":
        return False
    return short or draft.structure in ("that", "preposition", "object", "complement", "attached")


def _narrates(reading: Reading, index: int) -> bool:
    """Return whether the narrator goes on with a verb behind a reported noun phrase («..., وقرر ...»)."""
    form = reading.forms[index]
    bare = form[1:]
    if form[0] in "وف" and bare in _TURNS and reading.forms[index - 1] == "," and index + 1 < len(reading.forms):
        following = reading.forms[index + 1]
        return is_definite(following) or index + 1 in reading.names_by_token
    return (
        form[0] in "وف" and bare in narration_verbs() and form not in narration_verbs() and bare not in words("opener")
    )


def _scan(reading: Reading, index: int, limit: int, splits: Set[int], nominal: bool) -> int:
    first = index
    while index < limit:
        if index in splits and index > first:
            return index
        if index > first and (is_adjunct(reading, index) or (nominal and _narrates(reading, index))):
            return index
        if nominal and index > first and reading.forms[index] in _BUT and reading.forms[index - 1] in (",", '"'):
            return index
        quotation = reading.opens_quotation(index)
        if quotation is not None and quotation.closed and quotation.last < limit:
            index = quotation.last
        index += 1
    return limit


def is_adjunct(reading: Reading, index: int) -> bool:
    """Return whether the narrator's own trailing adjunct begins here («وسط توقعات», «وذلك بعد»)."""
    forms = reading.forms
    form = forms[index]
    if form not in _ADJUNCTS:
        return False
    following = forms[index + 1] if index + 1 < len(forms) else ""
    third = forms[index + 2] if index + 2 < len(forms) else ""
    after_comma = forms[index - 1] in (",", '"', ")")
    if form == "وسط":
        return following in words("mood")
    if form == "وذلك":
        return following in words("adjunct_occasion")
    if form in ("دون", "بدون"):
        return following == "ان" and third.startswith(_WITHHOLD)
    if not after_comma:
        return False
    if form == "في":
        return (
            following in ("حين", "اشاره", "خطوه", "تطور", "محاوله")
            or (following == "الوقت" and third in ("الذي", "نفسه"))
            or (following == "وقت" and third != "لاحق")
        )
    if form == "قبل":
        return following == "ان"
    if form == "بعد":
        return following in ("ساعات", "يوم", "ايام", "اسابيع", "ساعه", "دقايق") and third == "من"
    if form == "علي":
        return following == "خلفيه"
    if form == "وهو" and following in ("ما", "الامر"):
        return third not in words("preposition")
    if form in ("وهي", "وهو"):
        return following in _JUDGED
    if form in ("ردا", "تعليقا"):
        return following == "علي"
    return True


# Behind a reported noun the narrator goes on; within «أن ...، لكن ...» the contrast is mostly the speaker's own.
_TURNS = frozenset(form + ending for form in ("استجاب", "رضخ", "امتثل", "تجاهل", "سارع") for ending in ("", "ت"))
_BUT = frozenset(("لكن", "ولكن"))
# What the narrator calls the words behind which it stands: «، وهي فكرة رفضها ...».
_JUDGED = frozenset(("فكره", "خطوه", "تهمه", "تهم", "اتهامات", "مزاعم", "مقوله", "روايه", "اتهام", "مطلب", "طلب"))
_ADJUNCTS = frozenset(
    (
        "وسط",
        "وذلك",
        "دون",
        "بدون",
        "في",
        "قبل",
        "بعد",
        "ردا",
        "تعليقا",
        "علما",
        "وهو",
        "وهي",
        "محاولا",
        "علي",
        "فيما",
        "بينما",
        "وفيما",
        "وبينما",
    )
)


def _trimmed(reading: Reading, first: int, end: int) -> int:
    """Drop final stops, and a closing mark whose opening one stands before the content."""
    while end > first + 1:
        form = reading.forms[end - 1]
        if form in _STOPS or form == "و" or (form == '"' and not _opened_inside(reading, first, end - 1)):
            end -= 1
        else:
            break
    return end


def _opened_inside(reading: Reading, first: int, mark: int) -> bool:
    number = reading.quotation_of[mark]
    return number >= 0 and reading.quotations[number].last == mark and reading.quotations[number].first >= first
