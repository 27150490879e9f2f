"""Offices of a clause's subject before a name that is its object's or companion's: «نعى وزير الثقافة الشاعر فلان»."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from functools import cache

from riwaya.annotate.document import Document
from riwaya.annotate.holders.noun_phrases import (
    Kind,
    gender_of_noun,
    is_person_noun,
    kind_of,
    second_noun,
)
from riwaya.annotate.mentions.clause_verbs import ActingVerb, Follows, verb_of, what_follows
from riwaya.annotate.mentions.lexicon import arabic_names, name_shares, nation_words, person_nouns, role_words, words
from riwaya.arabic.normalise import fold
from riwaya.knowledge.offices import is_ever_titled, is_of_others
from riwaya.knowledge.roles import is_office, read_role
from riwaya.model import Mention
from riwaya.tables import read_table

_COMPANY = frozenset((
    "مع", "ومعه", "ومعها", "برفقه", "رفقه", "بصحبه", "بمرافقه", "يرافقه", "ترافقه", "يرافقها", "ترافقها", "ترافقهما",
    "يرافقهما",
))  # fmt: skip
_GIVEN, _OFTEN = 0.5, 50  # share of a form's uses as a first name, times in lists of names
_OWN = re.compile(r"^(?P<noun>\w{3,}?)(?:ه|ها|هم|هما)$")
_TO = re.compile(r"^و?(?:بال|لل|كال)(?P<noun>\w{2,})$")
# «كلف الرئيس فلان بتشكيل الحكومة», «أقال الوزير فلان من إدارة المطار»
_FORMING = re.compile(r"\s*(?:[بل](?:تشكيل|تأليف|رئاسة|ترؤس|قيادة|إدارة|تولي|شغل|خلافة)|من (?:منصب|إدارة|رئاسة|قيادة))")
_COMPLEMENT = 2  # words with the article at the end of an office: «رئيس الحكومة الجريح»
_NO_OBJECT = (Follows.NOTHING, Follows.MADE, Follows.BY_CLAUSE)


def is_lent(
    document: Document, role: Mention, holder: Mention, roles: Sequence[Mention] = (), ends: Container[int] = ()
) -> bool:
    """Return whether words between an office and the name behind it, or its clause, say that the name is another's.

    So do a companion's or relative's noun with the owner's ending («الوزير سائقه فلان»), a person whom a preposition
    leads («رحب الوزير بالفنان فلان»), a verb's gender, and a verb that one person does to another and that has no
    object behind the name («كرم رئيس الجامعة الباحث فلان»).

    Args:
        document: the field that both stand in.
        role: a role tied to the name.
        holder: the name behind it.
        roles: all roles before the name, in order.
        ends: where mentions end.
    """
    if holder.span.start <= role.span.end or _is_own(role.text.split()[0]):
        return False  # «مدربه الأسطورة فلان» is one
    between = document.text[role.span.end : holder.span.start].split()
    forms = [fold(word) for word in between]
    if any(_is_own(word) or _is_led(word) for word in between) or not _COMPANY.isdisjoint(forms):
        return True
    apposed = document.text[: holder.span.start].rstrip(' "«').endswith(("،", ",", "(", "-", ":"))
    if apposed or is_ever_titled(holder.text, role.text):
        return False  # «حاكم الولاية، فلان»
    office = [fold(word) for word in role.text.split()]
    behind = [form for form in forms if form not in nation_words()]
    second = _next_role(role, roles) or second_noun(office, behind)
    sure = _next_role(role, roles) or second_noun(office, behind, strict=True)
    verb = verb_of(document, role.span.start)
    if _is_mans(office[0], holder):
        return True
    if not (_is_office(role.text) or _may_be_subject(office, second, verb)):
        # «المخرج الشاعر فلان», but «حاور المذيع فلانة»
        follows = what_follows(document, holder.span.end, ends, far=True)
        return verb is not None and follows in _NO_OBJECT and _is_womans(verb, office[0], holder, follows)
    if sure and kind_of(sure) is not Kind.RANK and _are_unlike(office[0], sure):
        return True
    if is_of_others(holder.text, role.text) and len(holder.text.split()) > 1:
        return True
    if verb is None or (verb.gender == "f" and gender_of_noun(office[0]) == "m"):
        return False  # «كلفت عضو المجلس فلان»: no subject
    follows = what_follows(document, holder.span.end, ends, far=not second or kind_of(second) is Kind.RANK)
    if _is_womans(verb, office[0], holder, follows) or (sure and _disagrees(verb, sure)):
        return True
    if second:
        return _is_object(verb, kind_of(second), follows, document.text[holder.span.end :])
    if _may_hold_second(verb, [*role.text.split(), *between], follows):
        return True
    others = is_of_others(holder.text, role.text) and follows is not Follows.CLAUSE
    return not between and (others or _is_made(document, verb, holder, follows))


def _is_office(role: str) -> bool:
    """Return whether a role is an office, or a title that stands for one («الملك»)."""
    head = role_words().get((fold(role).split(" ")[0].removeprefix("ال"),))
    return (head is not None and head.kind == "title") or is_office(read_role(role).key)


def _may_be_subject(office: Sequence[str], second: str, verb: ActingVerb | None) -> bool:
    """Return whether a role that is no office belongs to a verb's subject («قتل حارس السفير المهاجم فلان»)."""
    bound = bool(second) and len(office) > 1 and not office[0].startswith("ال")
    return bound and verb is not None and bool(verb.group)


def _next_role(role: Mention, roles: Sequence[Mention]) -> str:
    """Return the first word of the role right behind a role, "" where that names nobody by a noun of its own."""
    forms = [fold(other.text).split(" ")[0] for other in roles if other.span.start == role.span.end + 1]
    return next(filter(is_person_noun, forms), "")


def _is_object(verb: ActingVerb, kind: Kind, follows: Follows, behind: str) -> bool:
    """Return whether a second noun of a person behind an office, with a name, is whom its verb is done to."""
    gives = verb.group in ("giving", "calling")
    if kind is Kind.RANK:
        # Mostly the subject's own, who calls for something or gives it to whom the text names next.
        if verb.group == "giving":
            return follows is Follows.THING and not re.match(r"[^.\n]*?\s(?:إلى|لل?\w)", behind)
        return verb.group in ("person", "seating", "object") and follows in _NO_OBJECT
    if follows is Follows.CLAUSE:
        return gives
    if not verb.group:
        return not verb.known and follows in _NO_OBJECT
    return gives or follows in _NO_OBJECT


def _is_made(document: Document, verb: ActingVerb, holder: Mention, follows: Follows) -> bool:
    """Return whether the name behind a lone office is that of who is made something («عين الملك فلان رئيسا»)."""
    if verb.group != "seating":
        return False
    return follows is Follows.MADE or _FORMING.match(document.text, holder.span.end) is not None


def _may_hold_second(verb: ActingVerb, office: Sequence[str], follows: Follows) -> bool:
    """Return whether the last word before a name may be what its verb's object is («زار رئيس الحكومة الجريح فلان»).

    Args:
        verb: of the clause.
        office: the words of the office and of what stands behind it, as written.
        follows: what stands behind the name.
    """
    ends = office[-_COMPLEMENT:]
    if len(office) <= _COMPLEMENT or not all(word.startswith("ال") for word in ends):
        return False
    known = nation_words() | words("qualifiers") | {f"ال{noun}" for noun in words("adjectives")}
    if ends[-1].endswith(("ي", "ية")) or not known.isdisjoint(map(fold, ends)):
        return False
    return verb.group in ("person", "seating", "object") and follows in _NO_OBJECT


def _is_womans(verb: ActingVerb, office: str, holder: Mention, follows: Follows) -> bool:
    """Return whether a man does what a clause tells and the name is a woman's («زار الوزير المريضة هدى الحداد»)."""
    first = fold(holder.text).split(" ")[0]
    man = verb.gender == "m" and gender_of_noun(office) == "m"
    return man and _womens_names().get(first) == "f" and follows not in (Follows.CLAUSE, Follows.BY_CLAUSE)


def _is_mans(office: str, holder: Mention) -> bool:
    """Return whether a noun is a woman's and the name surely a man's («استقبلت السفيرة محمد الحداد»)."""
    first = fold(holder.text).split(" ")[0]
    share = name_shares().get(first)
    known = share is not None and share.given >= _GIVEN and share.listed >= _OFTEN
    return known and first in arabic_names() and first not in _womens_names() and gender_of_noun(office) == "f"


def _disagrees(verb: ActingVerb, second: str) -> bool:
    """Return whether a verb's form shows that a second noun is not of its subject («أنصف القاضي الصحافية فلانة»)."""
    told = gender_of_noun(second)
    if kind_of(second) is Kind.CALLING:
        return verb.gender != "" and verb.gender != told
    return verb.gender == "m" and told == "f"


def _are_unlike(office: str, calling: str) -> bool:
    """Return whether an office is surely a man's and the calling a woman's, or the office has the feminine form."""
    first, second = gender_of_noun(office), gender_of_noun(calling)
    return first != second and (first == "f" or office.removeprefix("ال") in words("men"))


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
    return noun in person_nouns() or (told is not None and told.number == "s")


@cache
def _womens_names() -> dict[str, str]:
    return {fold(row["form"]): row["gender"] for row in read_table("first_name_genders.tsv")}
