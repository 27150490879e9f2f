"""Offices of a clause's subject before a name that is its object's or companion's: «نعى وزير الثقافة الشاعر فلان»."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from riwaya.annotate.document import Document
from riwaya.annotate.mentions.lexicon import nation_words, role_words, verb_forms, words
from riwaya.annotate.statements.lexicon import strip_conjunction
from riwaya.arabic.normalise import fold
from riwaya.knowledge.roles import is_office, read_role
from riwaya.model import Mention
from riwaya.tables import read_table

# Titles by which a person is called as by a trade, so that two of them side by side are as likely two persons.
_CALLINGS = frozenset((
    "محامي", "محاميه", "محام", "قاضي", "قاضيه", "قاض", "جندي", "جنديه", "جنود", "كابتن", "قبطان", "راهب", "راهبه",
    "سيناتور", "سيناتوره", "داعيه",
))  # fmt: skip
_COMPANY = frozenset((
    "مع", "ومعه", "ومعها", "برفقه", "رفقه", "بصحبه", "بمرافقه", "يرافقه", "ترافقه", "يرافقها", "ترافقها", "ترافقهما",
    "يرافقهما",
))  # fmt: skip
# What stands behind an office as its adjective or before a name as a title: «الأمين العام المساعد», «النائب فلان».
_ADJECTIVES = frozenset((
    "المساعد", "المساعده", "المعاون", "المفوض", "المشرف", "المنسق", "الممثل", "المقيم", "السيد", "السيده",
    "المستشار", "المستشاره", "النايب", "النايبه",
))  # fmt: skip
_OWN = re.compile(r"^(?P<noun>\w{3,}?)(?:ه|ها|هم|هما)$")
_TO = re.compile(r"^و?(?:بال|لل|كال)(?P<noun>\w{2,})$")


def is_lent(document: Document, role: Mention, holder: Mention) -> bool:
    """Return whether words between an office and the name behind it say that the name is another person's.

    So do a companion's or relative's noun with the owner's ending («الوزير سائقه فلان»), a person whom a preposition
    leads («رحب الوزير بالفنان فلان») and, behind a verb that one person does to another or where one is a woman and
    one a man, a second calling that is no title («كرم رئيس الجامعة الباحث فلان»).

    Args:
        document: the field that both stand in.
        role: a role tied to the name.
        holder: the name behind it.
    """
    if holder.span.start <= role.span.end or _is_own(role.text.split()[0]):
        return False  # «مدربه الأسطورة فلان» is one
    between = document.text[role.span.end : holder.span.start].split()
    if any(_is_own(word) or _is_led(word) for word in between):
        return True
    forms = [fold(word) for word in between]
    if any(form in _COMPANY for form in forms):
        return True
    office = [fold(word) for word in role.text.split()]
    head = role_words().get((office[0].removeprefix("ال"),))
    if (head is None or head.kind != "title") and not is_office(read_role(role.text).key):
        return False  # «المخرج الشاعر فلان»
    second = _second_calling(office, [form for form in forms if form not in nation_words()])
    return bool(second) and (_are_unlike(office[0], second) or _acts_on(document, role))


def _second_calling(role: Sequence[str], between: Sequence[str]) -> str:
    """Return the calling behind an office, or behind its own definite words, "" where there is none."""
    if between:
        return between[0] if _is_calling(between[0]) else ""
    pairs = pairwise(role)  # «رئيس الحكومة | المعارض»
    apart = (word for before, word in pairs if before.startswith("ال") and not _is_said_of(before, word))
    return next(filter(_is_calling, apart), "")


def _is_said_of(before: str, word: str) -> bool:
    """Return whether a word may be an adjective of the body before it («الحزب المعارض», not «الحكومة المعارض»)."""
    noun = word.removeprefix("ال")
    return noun in words("adjectives") and before.endswith("ه") == noun.endswith("ه")


def _is_calling(word: str) -> bool:
    """Return whether a word with the article calls a person by a trade or office, not by a title or rank."""
    noun = word.removeprefix("ال")
    if noun == word or word in _ADJECTIVES:
        return False
    told = role_words().get((noun,))
    if told is not None and told.kind in ("title", "rank"):
        return noun in _CALLINGS
    if noun.endswith(("ي", "يه")):
        return False  # «المستشار السياسي»
    return (told is not None and told.number == "s" and told.kind != "kin") or noun in _nouns()


def _are_unlike(office: str, calling: str) -> bool:
    """Return whether an office is surely a man's and the calling a woman's, or the office has the feminine form."""
    first, second = _gender(office), _gender(calling)
    return first != second and (first == "f" or office.removeprefix("ال") in words("men"))


def _gender(word: str) -> str:
    noun = word.removeprefix("ال")
    told = role_words().get((noun,))
    return told.gender if told is not None else _nouns().get(noun, "m")


def _is_own(word: str) -> bool:
    """Return whether a noun is somebody's who belongs to the subject: «سائقه»; «وحليفه» may go on with what he is."""
    told = _OWN.match(word)
    if told is None:
        return False
    noun = fold(told["noun"])
    return any(_is_person(form) or form in words("companions") for form in (noun, f"{noun.removesuffix('ت')}ه"))


def _is_led(word: str) -> bool:
    """Return whether a person stands behind a preposition: «بالفنان»."""
    told = _TO.match(word)
    return told is not None and _is_person(fold(told["noun"]))


def _is_person(noun: str) -> bool:
    told = role_words().get((noun,))
    return noun in _nouns() or (told is not None and told.number == "s")


def _acts_on(document: Document, role: Mention) -> bool:
    """Return whether a verb before a role has a person for its object («نعى», «قد يقيل»)."""
    place = bisect_left(document.token_starts, role.span.start) - 1
    form = document.tokens[place].form if place >= 0 else ""
    return not _verbs().isdisjoint((form, strip_conjunction(form)))  # «وبخ» is one word


@cache
def _verbs() -> frozenset[str]:
    """Return the forms of the third person of verbs whose object is a person, folded."""
    groups = ("person_verbs", "seating_verbs", "giving_verbs", "calling_verbs", "object_verbs")
    return frozenset().union(*map(verb_forms, groups))


@cache
def _nouns() -> dict[str, str]:
    """Return the gender of further nouns for one person, folded."""
    rows = [row for row in read_table("speaker_nouns.tsv") if row["kind"] == "person"]
    return {fold(row["noun"]): row["gender"] for row in rows}
