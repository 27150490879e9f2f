"""Bodies named by what they are for: «المرصد الوطني | لحقوق الإنسان», «النقابة المغربية | لمهنيي الفنون»."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from riwaya.annotate.document import Document
from riwaya.annotate.mentions.lexicon import nation_words
from riwaya.annotate.span_set import SpanSet
from riwaya.annotate.statements.lexicon import strip_conjunction
from riwaya.arabic.normalise import fold
from riwaya.arabic.tokens import Token
from riwaya.model import Mention, MentionKind, Span

# Bodies that hardly do anything but what their name says; a government, an army or a court acts «لوقف», «لبحث».
_HEADS = frozenset((
    "المركز", "المرصد", "التحالف", "الاكاديميه", "الجمعيه", "الرابطه", "الشبكه", "النقابه", "المعهد", "الموسسه",
    "الايتلاف", "الحمله", "الصندوق", "البرنامج", "الفدراليه", "الفيدراليه",
))  # fmt: skip
# Those that act for many ends: they take only what is never one.
_ACTING = frozenset(("المجلس", "الهييه", "المنظمه", "اللجنه", "الاتحاد", "الوكاله", "المفوضيه", "الشركه"))
_WIDE = frozenset((
    "الوطني", "الوطنيه", "القومي", "القوميه", "الدولي", "الدوليه", "العالمي", "العالميه", "العربي", "العربيه", "الاعلي",
    "الاقليمي", "الاقليميه", "المستقل", "المستقله",
))  # fmt: skip
_ENDS = frozenset((
    "لمكافحه", "لمحاربه", "لرصد", "لمراقبه", "لحمايه", "لدعم", "لمواجهه", "لتنميه", "لتطوير", "لرعايه", "لمساعده",
    "لمناهضه", "لتنظيم", "لاداره", "لترجمه", "لنقل", "لنشر", "لتعزيز", "لقياس",
))  # fmt: skip
_SUBJECTS = frozenset((
    "لحقوق", "لدراسات", "لابحاث", "لبحوث", "لشوون", "لفنون", "لعلوم", "لمحترفي", "لمهنيي", "لكتاب", "لناشري", "لمصنعي",
    "لمنتجي", "لتجار", "لصحه", "لجراحه", "لسلامه",
))  # fmt: skip
# A body that strives for something only acts for it («يسعى التحالف الدولي لحماية المدنيين»), one that gives gives to
# somebody or for something («دفع الاتحاد الأوروبي لتجار السلاح غرامة»).
_STRIVES = frozenset((
    "سعي", "سعت", "يسعي", "تسعي", "عمل", "عملت", "يعمل", "تعمل", "خطط", "خططت", "يخطط", "تخطط", "استعد", "استعدت",
    "يستعد", "تستعد", "تدخل", "تدخلت", "يتدخل", "تتدخل", "اضطر", "اضطرت", "تحرك", "تحركت", "يتحرك", "تتحرك", "عاد",
    "عادت", "يعود", "تعود", "لجا", "لجات", "يلجا", "تلجا", "دعا", "دعت", "يدعو", "تدعو", "اجتمع", "اجتمعت",
    "دفع", "دفعت", "يدفع", "تدفع", "خصص", "خصصت", "يخصص", "تخصص", "قدم", "قدمت", "يقدم", "تقدم", "منح", "منحت", "يمنح",
    "تمنح", "وفر", "وفرت", "يوفر", "توفر", "اعطي", "اعطت", "سمح", "سمحت", "يسمح", "تسمح",
))  # fmt: skip
_LONGEST = 5  # words of what a body is for


def complete_purposes(document: Document, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions, in order, with each body's name as far as it says what it is for.

    Args:
        document: the field that they stand in.
        mentions: those of the field, in its order.
    """
    grown: dict[str, Mention] = {}
    for mention in mentions:
        if mention.kind is MentionKind.ORG and (end := _end(document, mention)) > mention.span.end:
            span = Span(mention.span.start, end)
            identity = Mention.make_id(mention.article_id, mention.field, span, mention.kind)
            grown[mention.id] = replace(mention, id=identity, span=span, text=span.of(document.text))
    if not grown:
        return list(mentions)
    whole = SpanSet(mention.span for mention in grown.values())
    beside = (MentionKind.NORP, MentionKind.GPE, MentionKind.LOC, MentionKind.ROLE)
    kept = (one for one in mentions if one.id in grown or one.kind in beside or not whole.overlaps(one.span))
    found = [grown.get(one.id, one) for one in kept]
    return sorted(found, key=lambda one: (one.span.start, one.span.end, one.kind))


def _end(document: Document, body: Mention) -> int:
    """Return where a body's name ends with what it is for, its own end where nothing such follows."""
    forms = fold(body.text.replace("#", "")).split()
    head = forms[0] if forms[0].startswith("ال") else f"ال{forms[0]}"
    acting = head in _ACTING
    definite = forms[0].startswith("ال") or document.text[: body.span.start].endswith("لل")
    qualified = len(forms) in (2, 3) and (forms[-1] in _WIDE or forms[-1] in nation_words())
    if not (definite and qualified and (acting or head in _HEADS)):
        return body.span.end
    if _strives(document, body):
        return body.span.end
    first = bisect_left(document.token_starts, body.span.end)
    tokens = document.tokens[first : first + _LONGEST]
    if not tokens or document.text[body.span.end : tokens[0].start] != " ":
        return body.span.end
    if tokens[0].form not in _SUBJECTS and (acting or tokens[0].form not in _ENDS):
        return body.span.end
    return _phrase_end(document.text, tokens) or body.span.end


def _strives(document: Document, body: Mention) -> bool:
    """Return whether the word before a body is a verb that goes on with «ل» and an end."""
    before = bisect_left(document.token_starts, body.span.start) - 1
    return before >= 0 and strip_conjunction(document.tokens[before].form) in _STRIVES


def _phrase_end(text: str, tokens: Sequence[Token]) -> int:
    """Return where a genitive from the first token on ends, with its first definite noun; 0 where none does."""
    for token, before in zip(tokens[1:], tokens, strict=False):
        if text[before.end : token.start] != " " or token.kind != "word":
            return 0
        if token.form.startswith("ال"):
            return token.end
    return 0
