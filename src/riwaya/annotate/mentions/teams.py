"""«الفريق» that is a team and no general: «انضم إلى الفريق عثمان ديمبلي», «سجل للفريق كريم بنزيمة»."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from riwaya.annotate.document import Document
from riwaya.annotate.mentions.lexicon import words
from riwaya.annotate.statements.lexicon import strip_conjunction
from riwaya.arabic.normalise import fold
from riwaya.knowledge.people import bearers
from riwaya.model import Mention, MentionKind

_TEAM = frozenset(("فريق", "الفريق", "للفريق"))
_RANKS = frozenset(("اول", "ركن", "بحري", "جوي", "طيار", "مهندس", "متقاعد", "الركن", "الاول", "بالشرطه", "شرطه"))
_ARMED = frozenset((
    "جيش", "الجيش", "للجيش", "الاركان", "اركان", "عسكري", "العسكري", "العسكريه", "الحرس", "حرس", "شرطه", "الشرطه",
    "جنرال", "الجنرال", "لواء", "اللواء", "عميد", "العميد", "ضابط", "ضباط", "الضباط", "المسلحه",
))  # fmt: skip
# What is done to a team; the second group of verbs needs nothing but its preposition.
_LEFT = frozenset(
    ("غادر", "ترك", "يغادر", "يترك", "قاد", "يقود", "يضم", "ضم", "دعم", "عزز", "يمثل", "مثل", "سجل", "يسجل", "احرز")
)
_JOINED = frozenset(("انضم", "ينضم", "عاد", "يعود", "التحق", "يلتحق", "انتقل", "ينتقل", "انضمام", "عوده", "انتقال"))
_OF_SPORT = frozenset(("عقده", "الانتقالات", "الموسم", "هدفين", "ثناييه", "الميركاتو", "ناديه", "بالدوري"))
_TO = frozenset(("الي", "لصفوف", "عن", "مع"))
_SPORT, _LEAST = 600, 3  # tokens of a text, and words of sport among them, that make it an account of sport


def without_team_ranks(document: Document, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions without ranks that are teams.

    Args:
        document: the field that they stand in.
        mentions: those of the field, in its order.
    """
    persons = {mention.id: mention for mention in mentions if mention.kind is MentionKind.PER}
    ranks = [one for one in mentions if one.kind is MentionKind.ROLE and _may_be_team(one)]
    if not ranks:
        return list(mentions)
    forms = [token.form for token in document.tokens[:_SPORT]]
    if not _ARMED.isdisjoint(token.form for token in document.tokens):
        return list(mentions)
    sport = sum(form in _sport_words() for form in forms)
    gone = {one.id for one in ranks if _is_team(document, one, persons.get(one.holder_id), sport)}
    return [mention for mention in mentions if mention.id not in gone]


def _may_be_team(role: Mention) -> bool:
    forms = fold(role.text).split()
    return forms[0] in _TEAM and _RANKS.isdisjoint(forms)


@cache
def _sport_words() -> frozenset[str]:
    return words("sport") - _TEAM | _OF_SPORT


def _is_team(document: Document, role: Mention, holder: Mention | None, sport: int) -> bool:
    """Return whether a rank is a team by its verb or by what the text is about; a known office-holder has the rank."""
    if holder is not None and bearers(holder.text):
        return False
    if sport >= _LEAST:
        return True
    place = bisect_right(document.token_starts, role.span.start) - 1
    before = [strip_conjunction(token.form) for token in document.tokens[max(0, place - 2) : place]]
    if len(before) == 2 and before[0] in _JOINED and before[1] in _TO:
        return True
    return bool(before) and before[-1] in _LEFT and sport > 0
