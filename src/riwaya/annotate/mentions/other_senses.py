"""Words that have the letters of a place or an office and another sense where they stand.

«الشوط الرئيس» is the main race, «نظيره الغيني» a team's opponent, «جدة الأمير» his grandmother, «يرتدي درعا» a shield.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence

from riwaya.annotate.document import Document
from riwaya.annotate.mentions.lexicon import nation_words, person_nouns, role_words, words
from riwaya.annotate.mentions.readings import prefix_readings
from riwaya.annotate.mentions.sport import tells_of_sport
from riwaya.annotate.statements.lexicon import strip_conjunction
from riwaya.arabic.normalise import fold
from riwaya.arabic.tokens import Token
from riwaya.model import Mention, MentionKind

_CHIEF = "الرئيس"
# What is told to be the main one of its kind («المقر الرئيس»); behind another noun, a person's among them («خصمه»), the
# word is a president.
_MAIN = frozenset((
    "شوط", "سباق", "مصدر", "معقل", "مقر", "سبب", "دور", "هدف", "محور", "عامل", "مكون", "باب", "مدخل", "شارع", "طريق",
    "مطلب", "مبني", "مسرح", "ملعب", "ميدان", "عنوان", "موضوع", "خط", "مخبا", "مركز", "محرك", "دافع", "عايق", "خلاف",
    "بند", "قسم", "فرع", "انبوب", "منفذ",
))  # fmt: skip
_PRONOUNS = ("هما", "ها", "هم", "ه", "نا")
_COUNTERPARTS = frozenset(("نظيره", "نظيرها", "نظيرتها"))  # «نظيرته» is a woman: a team and its opponent are «هو»
_TEAMS = frozenset(("منتخب", "المنتخب", "منتخبه", "منتخبها", "فريق", "الفريق", "فريقه", "نادي", "النادي"))
_MATCHES = frozenset((
    "مباراه", "المباراه", "مواجهه", "الفوز", "للفوز", "فوز", "بفوز", "فوزه", "خسارته", "تعادل", "وديا", "الوديه",
))  # fmt: skip
# Those who have counterparts of their own, whatever match they speak of («ونظيره الكرواتي المباراة النهائية»).
_OFFICERS = frozenset(
    ("الرييس", "رييس", "رييسه", "الوزير", "وزير", "وزيره", "الملك", "ملك", "ملكه", "الامير", "المستشاره", "المستشار")
)
_BESIDE = 3  # tokens in which a team stands whose counterpart it is («المنتخب السعودي ونظيره»)
_REACH = 14  # tokens on each side of a team's opponent
_CLUB = "الرايد"
_GRANDMOTHER, _SHIELD = "جده", "درعا"
_WORN = frozenset(("ارتدي", "يرتدي", "ترتدي", "يرتدون", "لبس", "يلبس", "تلبس", "مرتديا"))
_FAMILY = frozenset(("طفل", "طفله", "طفلين", "عروس", "رضيع", "رضيعه", "صبي", "فتاه", "شاب", "ضحيه", "قتيل", "امير"))
# Behind a verb of coming or of receiving «جدة» is the town, and who comes follows it.
_VISITS = frozenset((
    "غادر", "غادرت", "يغادر", "تغادر", "زار", "زارت", "يزور", "تزور", "وصل", "وصلت", "يصل", "تصل", "بلغ", "يبلغ", "دخل",
    "يدخل", "شهدت", "تشهد", "احتضنت", "تحتضن", "استقبلت", "تستقبل", "استضافت", "تستضيف", "ودعت", "تودع", "تنتظر",
    "انتظرت",
))  # fmt: skip


def without_other_senses(document: Document, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions without those whose words mean something else there.

    Args:
        document: the field that they stand in.
        mentions: those of the field, in its order.
    """
    starts = {one.span.start for one in mentions if one.kind is MentionKind.PER}
    return [one for one in mentions if not _means_other(document, one, starts)]


def _means_other(document: Document, mention: Mention, starts: Collection[int]) -> bool:
    if mention.kind is MentionKind.ROLE:
        if fold(mention.text) == _CLUB and mention.span.end + 1 not in starts:
            return tells_of_sport(document)  # «في مباراة الرائد بزميله فلان»
        if mention.holder_id:
            return False
        return _is_main(document, mention) or _is_opponent(document, mention)
    if mention.kind is not MentionKind.GPE:
        return False
    form = fold(mention.text)
    if form == _GRANDMOTHER:
        return _is_grandmother(document, mention)
    return form == _SHIELD and _before(document, mention) in _WORN


def _place(document: Document, mention: Mention) -> int:
    """Return the index of the token in which a mention begins."""
    return bisect_left(document.token_starts, mention.span.start + 1) - 1


def _behind(document: Document, mention: Mention) -> Token | None:
    """Return the word behind a mention, None where a mark stands between."""
    index = bisect_left(document.token_starts, mention.span.end)
    if index >= len(document.tokens):
        return None
    token = document.tokens[index]
    return token if document.text[mention.span.end : token.start] == " " else None


def _before(document: Document, mention: Mention) -> str:
    """Return the folded word before a mention without «و», "" where none or a mark stands there."""
    index = _place(document, mention)
    if index < 1 or document.tokens[index].start != mention.span.start:
        return ""
    token = document.tokens[index - 1]
    beside = document.text[token.end : mention.span.start] == " "
    return strip_conjunction(token.form) if beside else ""


def _is_main(document: Document, role: Mention) -> bool:
    """Return whether «الرئيس» is the adjective of a definite noun before it."""
    if role.text != _CHIEF:
        return False
    behind = _behind(document, role)
    if behind is not None and behind.form in nation_words():
        return False
    return any(_is_main_noun(form) for _, form in prefix_readings(_before(document, role) or " "))


def _is_main_noun(form: str) -> bool:
    if form.startswith("ال"):
        return form[2:] in _MAIN
    return any(form.endswith(ending) and form.removesuffix(ending) in _MAIN for ending in _PRONOUNS)


def _is_opponent(document: Document, role: Mention) -> bool:
    """Return whether a counterpart is a team's, told beside a team and a match, or one of them in sport."""
    if fold(role.text).split()[0] not in _COUNTERPARTS:
        return False
    index = _place(document, role)
    near = document.tokens[max(0, index - _REACH) : index + _REACH]
    # «فوزه» has no particle
    forms = {form for token in near for form in (token.form, strip_conjunction(token.form))}
    if _is_ministers(document, role, index):
        return False
    team, match = not forms.isdisjoint(_TEAMS), not forms.isdisjoint(_MATCHES)
    return (team and match) or ((team or match) and tells_of_sport(document))


def _is_ministers(document: Document, role: Mention, index: int) -> bool:
    """Return whether the counterpart is an officer's: one stands before, no «على» or team beside."""
    beside = document.tokens[max(0, index - _BESIDE) : index]
    if _before(document, role) == "علي" or any(strip_conjunction(token.form) in _TEAMS for token in beside):
        return False
    near = document.tokens[max(0, index - _REACH) : index]
    return any(not _OFFICERS.isdisjoint((token.form, strip_conjunction(token.form))) for token in near)


def _is_grandmother(document: Document, mention: Mention) -> bool:
    """Return whether whose grandmother she is follows, and nothing before says that a town is meant."""
    behind, before = _behind(document, mention), _before(document, mention)
    if behind is None or not before or not behind.form.startswith("ال"):
        return False
    if before in words("place_cues") or before in words("settlement_heads") or before in _VISITS:
        return False
    noun = behind.form[2:]
    if noun.endswith("يه"):
        return False  # «جدة الصناعية»
    return noun in _FAMILY or (noun,) in role_words() or noun in person_nouns()
