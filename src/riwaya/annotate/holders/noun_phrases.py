"""Where a second noun phrase begins in a role's words: «النائب العام | الصحفي», «الرئيس | رئيس الوزراء»."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from itertools import pairwise

from riwaya.annotate.document import Document
from riwaya.annotate.mentions.lexicon import nation_words, person_nouns, role_words, words
from riwaya.arabic.normalise import fold
from riwaya.model import Mention, MentionKind, Span

# Titles by which a person is called as by a trade, so that two of them side by side are as likely two persons.
_CALLINGS = frozenset((
    "محامي", "محاميه", "محام", "قاضي", "قاضيه", "قاض", "جندي", "جنديه", "جنود", "كابتن", "قبطان", "راهب", "راهبه",
    "سيناتور", "سيناتوره", "داعيه",
))  # fmt: skip
# What stands before a name as a title does: «رئيس اللجنة النائب فلان».
_TITLES = frozenset((
    "السيد", "السيده", "المستشار", "المستشاره", "النايب", "النايبه", "السفير", "السفيره",
))  # fmt: skip
# What stands behind an office as its adjective, whatever its body: «الأمين العام المساعد», «رئيس المحكمة المتقاعد».
_ADJECTIVES = frozenset((
    "مساعد", "معاون", "مفوض", "مقيم", "متقاعد", "دولي", "فني", "رياضي", "حاكم", "شاب", "كبير", "شهيد", "راحل",
    "مسلح", "متشدد", "ارهابي", "جهادي", "عسكري", "مدني", "سياسي", "دبلوماسي", "اقتصادي",
))  # fmt: skip
# Nouns in «-i» that are no adjectives, and those that behind another adjective can be none.
_NOUNS = frozenset(("محامي", "محاميه", "قاضي", "قاضيه", "مغني", "مدعي"))
_NISBA = frozenset((
    "صحفي", "صحفيه", "صحافي", "صحافيه", "اعلامي", "اعلاميه", "قيادي", "قياديه", "روائي", "روائيه", "رواءي", "رواءيه",
    "موسيقي", "جندي", "جنديه",
))  # fmt: skip


_SAID_OF_OFFICES = frozenset(("المحافظ", "الامين"))
_OF_BODIES = frozenset(("الحاكم", "الحاكمه", "المحافظ", "المحافظه"))
_ADJECTIVES_OF_BODY = 4  # words behind a body's noun that say more of it
_REPRESENTED = re.compile(r"^ممثل(?:ه|ا|ين|ون)? ب(?P<noun>\w{3,})")
_TO = re.compile(r"\s+(?:إلى|الى)\s")
_SENT = frozenset(("وفد", "بعثه", "مرشح", "مرشحه", "داعيه", "دعوه"))
_ONLY = re.compile(r"^(?:\w+ ){1,3}(?:الوحيد|الوحيده) (?:الذي|التي)(?!\w)")
_ONLY_REACH = 20
_ONES = frozenset(("احد", "احدي"))
_PEOPLE = frozenset(("رجل", "رجال", "سيده"))


class Kind(StrEnum):
    """What a noun of a person behind an office is."""

    RANK = "rank"  # a title or rank, mostly of the office's own holder
    OFFICE = "office"
    CALLING = "calling"


def kind_of(word: str) -> Kind:
    """Return what a folded noun of a person is."""
    noun = word.removeprefix("ال")
    told = role_words().get((noun,))
    if word in _TITLES or (told is not None and told.kind in ("title", "rank") and noun not in _CALLINGS):
        return Kind.RANK
    return Kind.OFFICE if told is not None and told.kind == "office" else Kind.CALLING


def gender_of_noun(word: str) -> str:
    """Return m or f of a folded noun of a person."""
    noun = word.removeprefix("ال")
    told = role_words().get((noun,))
    return told.gender if told is not None else person_nouns().get(noun, "m")


def second_noun(role: Sequence[str], between: Sequence[str], *, strict: bool = False) -> str:
    """Return the noun of a person behind an office, or behind its own words, "" where there is none.

    Args:
        role: the office's words, folded.
        between: the words from there to the name.
        strict: as of `opens_phrase`.
    """
    forms = [*role, *between]
    return next(
        (forms[at] for at in range(len(role) if between else 1, len(forms)) if opens_phrase(forms, at, strict=strict)),
        "",
    )


def opens_phrase(forms: Sequence[str], index: int, *, strict: bool = False) -> bool:
    """Return whether a word of a role begins another noun phrase: behind a word with the article nothing is bound.

    Args:
        forms: the role's words, folded, with what stands between it and the name.
        index: of a word behind the first.
        strict: whether a participle that agrees with the word before it is taken for an adjective («الفصيل المسلح»).
    """
    before, word = forms[index - 1], forms[index]
    if not before.startswith("ال") or before == word:
        return False
    if not word.startswith("ال"):
        told = role_words().get((word,))
        bound = index + 1 < len(forms) and forms[index + 1].startswith("ال")
        return told is not None and told.kind == "office" and told.number == "s" and bound
    return is_person_noun(word) and not _may_be_adjective(forms, index, strict=strict)


def is_person_noun(word: str) -> bool:
    """Return whether a word with the article calls one person something."""
    noun = word.removeprefix("ال")
    told = role_words().get((noun,))
    if noun == word:
        return False
    return (told is not None and told.number == "s" and told.kind != "kin") or (told is None and noun in person_nouns())


def _may_be_adjective(forms: Sequence[str], index: int, *, strict: bool) -> bool:
    """Return whether a word may say what the body or office before it is like («الحزب المعارض», «المستشار السياسي»)."""
    before, word = forms[index - 1], forms[index]
    noun = word.removeprefix("ال")
    if noun.removesuffix("ه") in _ADJECTIVES or word in words("qualifiers"):
        return True
    feminine = noun.endswith("ه")
    if feminine and not before.endswith("ه") and not is_person_noun(before):
        return noun.removesuffix("ه") in words("adjective_callings")  # of things: «القوات المسلحة»
    agrees = before.endswith("ه") == feminine
    listed = words("adjectives") | (words("adjective_callings") if strict else frozenset())
    if noun.endswith(("ي", "يه")) and noun not in _NOUNS:
        free = before in words("qualifiers") or before in nation_words()
        return noun not in _NISBA or not (free or not agrees)
    participle = strict and noun.startswith("م") and (noun,) not in role_words()  # «الحارس المرافق»
    return agrees and (participle or not listed.isdisjoint((noun, noun.removesuffix("ه"))))


def part_phrases(document: Document, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions, in order, each role before a name in as many pieces as it has nouns of a person.

    Args:
        document: the field that they stand in.
        mentions: those of the field, in its order.
    """
    persons = {mention.id: mention.span.start for mention in mentions if mention.kind is MentionKind.PER}
    found: list[Mention] = []
    ends = {mention.span.end: mention.holder_id for mention in mentions if mention.kind is MentionKind.ROLE}
    bodies = {mention.span.end for mention in mentions if mention.kind is MentionKind.ORG}
    for mention in mentions:
        said_of = mention.kind is MentionKind.ROLE and (
            _is_said_of_office(document, mention, ends) or _is_said_of_body(document, mention, bodies)
        )
        no_role = mention.kind is MentionKind.ROLE and (_is_represented(mention) or _is_singled_out(document, mention))
        if said_of or no_role:
            continue
        mention = _before_journey(document, mention)
        if mention.kind is MentionKind.ROLE and persons.get(mention.holder_id, -1) >= mention.span.end:
            found.extend(_pieces(document, mention))
        else:
            found.append(mention)
    return found


def _is_said_of_office(document: Document, role: Mention, ends: Mapping[int, str]) -> bool:
    """Return whether a role is an adjective of the one before it («ولي عهده | الأمين», «رئيس الوزراء | المحافظ»)."""
    first, *rest = (fold(word) for word in role.text.split())
    before = role.span.start - 1
    alone = all(kind_of(word) is Kind.RANK for word in rest)  # «الأمين الأمير فلان», but «الأمين العام»
    same = first in _SAID_OF_OFFICES and alone and before in ends and ends[before] in ("", role.holder_id)
    return same and document.text[before : role.span.start] == " "


def _is_said_of_body(document: Document, role: Mention, bodies: Container[int]) -> bool:
    """Return whether a role is what a body is called («حزب "الجمهورية" | الحاكم», «الحزب اليميني | المحافظ الحاكم»)."""
    if not _OF_BODIES.issuperset(fold(role.text).split()):
        return False
    before = document.text[: role.span.start].rstrip(' "»”')
    ruling = "المحافظ" not in fold(role.text)  # «زار مقر الجامعة العربية المحافظ فلان» may be a governor
    if ruling and (len(before) in bodies or len(before) + 1 in bodies):
        return True
    place = bisect_left(document.token_starts, role.span.start) - 1
    for token in reversed(document.tokens[max(0, place - _ADJECTIVES_OF_BODY) : place + 1]):
        noun = token.form.removeprefix("ال")
        if noun in words("led_bodies"):
            return True
        if token.kind == "word" and not token.form.startswith("ال"):
            return False
    return False


def _is_represented(role: Mention) -> bool:
    """Return whether a role's words say by whom a body is represented («المرجعية | ممثلةً برجل الدين»), or «أحد»."""
    if fold(role.text) in _ONES:
        return True  # «فلان | أحد المتظاهرين»
    told = _REPRESENTED.match(fold(role.text))
    if told is None:
        return False
    noun = told["noun"].removeprefix("ال")
    return (noun,) in role_words() or noun in person_nouns() or noun in _PEOPLE


def _before_journey(document: Document, role: Mention) -> Mention:
    """Return a role without where its bearer goes («زيارة وزير الدفاع | إلى مصر»); envoys are sent somewhere."""
    told = _TO.search(role.text) if role.kind is MentionKind.ROLE else None
    sent = _SENT | words("envoys")
    if told is None or not sent.isdisjoint(fold(word).removeprefix("ال") for word in role.text[: told.start()].split()):
        return role
    head = role_words().get((fold(role.text.split()[0]).removeprefix("ال"),))
    if head is None or head.kind != "office":
        return role
    span = Span(role.span.start, role.span.start + told.start())
    identity = Mention.make_id(role.article_id, role.field, span, role.kind)
    return replace(role, id=identity, span=span, text=span.of(document.text))


def _is_singled_out(document: Document, role: Mention) -> bool:
    """Return whether a noun only opens what makes somebody unlike all others («المدرب الوحيد الذي فاز مرتين»)."""
    return _ONLY.search(fold(document.text[role.span.start : role.span.end + _ONLY_REACH])) is not None


def _pieces(document: Document, role: Mention) -> list[Mention]:
    tokens = document.tokens_in(role.span)
    if len(tokens) < 2:
        return [role]
    plain = all(token.kind == "word" for token in tokens)
    first = document.text[role.span.start : tokens[0].end] if tokens[0].start >= role.span.start else ""
    forms = [fold(first) if first else tokens[0].form, *(token.form for token in tokens[1:])]
    begins = [at for at in range(1, len(forms)) if _is_led(forms, at) or (plain and _parts(forms, at))]
    if not begins:
        return [role]
    starts = [0, *begins, len(tokens)]
    pieces = []
    for begin, behind in pairwise(starts):
        start = role.span.start if begin == 0 else tokens[begin].start + _is_led(forms, begin)
        span = Span(start, tokens[behind - 1].end)
        identity = Mention.make_id(role.article_id, role.field, span, role.kind)
        pieces.append(replace(role, id=identity, span=span, text=span.of(document.text)))
    return pieces


def _is_led(forms: Sequence[str], index: int) -> bool:
    """Return whether another person's noun is led by the verb's particle («أشاد المدير | بـالمؤسس المشارك فلان»)."""
    word = forms[index]
    # «بالمؤسسة» is a body, not a woman who founded one.
    return word.startswith("بال") and not word.endswith("ه") and forms[0].startswith("ال") and is_person_noun(word[1:])


def _parts(forms: Sequence[str], index: int) -> bool:
    return opens_phrase(forms, index, strict=True) and kind_of(forms[index]) is not Kind.RANK
