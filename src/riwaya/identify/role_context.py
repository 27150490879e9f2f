"""What the words around a role say: whose it surely is not, and that it is over, acting or only run for.

«زوجة الرئيس السوري أسماء الأسد» may name the president or his wife, «مساعد الرئيس الروسي فلاديمير بوتين» the aide or
the president: only who is known to hold the office holds it there. An office shown that nobody held harms more than
one missing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from riwaya.arabic.names import fold_name
from riwaya.arabic.normalise import fold
from riwaya.identify.given import Manner, manner_of
from riwaya.identify.known import holds_office
from riwaya.identify.person_names import split_name, surname
from riwaya.identify.term_words import TERM_ENDS
from riwaya.identify.told_over import is_told_over
from riwaya.identify.written import has_lost_article
from riwaya.knowledge.names import without_article
from riwaya.knowledge.places import find_place
from riwaya.knowledge.roles import (
    Role,
    before_second_office,
    is_office,
    read_role,
    unlisted_nation,
)
from riwaya.knowledge.statuses import TERM_OVER, Status, is_charge
from riwaya.knowledge.subordinates import SERVING, SPEAKING, apposed_end, subordinate_before
from riwaya.model import Article, Field, Mention, MentionKind

_UNITS = frozenset(("لواء", "كتيبه", "فرقه", "فوج", "سريه", "دايره"))
_NUMBER = re.compile(r"\d{1,4}[،,]?")
_BEFORE, _BEHIND = 60, 40  # characters looked at before a role and behind it
# «عيّن الرئيس فلان وزيراً للعدل», «كلف الرئيس فلاناً بتشكيل الحكومة»: the name is whom he appoints.
_APPOINTS = re.compile(r"(?:^|\W)[وف]?(?:عين|عينت|كلف|كلفت|سمي|سمت|رشح|رشحت|اختار|اختارت|نصب)\s+$")
_INTO_OFFICE = re.compile(r"^\s*(?:(?!ال)\w{2,}(?:ا|ه) لل?\w|رييسا |(?:في|ل)\s?منصب |ب?تشكيل |لتشكيل |لرياسه )")
# «عزل الرئيس وزير العدل فلاناً»: the first office is the subject's, the second the object's.
_ACTS_ON = re.compile(
    r"(?:^|\W)[وف]?(?:اقال|عزل|اعفي|عين|كلف|استقبل|التقي|اوفد|دعا|استدعي|هاتف|هنا|ابلغ|امر|اتهم|انتقد|شكر)ت?\s+$"
)
_RUNS_FOR = re.compile(
    r"(?:^|\W)[وفبلك]?(?:ال)?(?:مرشح|مرشحه|ترشيح|رشح|رشحت|رشحه|رشحها)(?: \w+){0,4} "
    r"(?:لمنصب|لتولي(?: منصب| حقيبه)?|لشغل(?: منصب)?)\s+$"
)
_STANDS_IN = re.compile(r"(?:^|\W)[وبل]?(?:ال)?قايمه?ا? (?:باعمال|بمهام) $")  # «قائماً بأعمال | وزير العدل»
_OF_STATE = re.compile(
    r"^[وبلف]?(?:وزير|وزيره|نايب وزير)(?: \w+){1,4} $"
    r"|^[وبلف]?(?:رييس|رييسه)(?: ل?(?:وزراء|حكومه|جمهوريه|دوله|برلمان))? $"
    r"|^[وبلف]?(?:ملك|ملكه|سفير|سفيره|قنصل|سلطان) $"
)
# What stands behind a role, or behind the name of its holder; the adjectives go by the office's noun.
_LEAVING = re.compile(rf"^\W*(?:{'|'.join(sorted(TERM_OVER))}) (?:ولايت\w+|الولايه)|^\W*في حكومه تصريف الاعمال(?!\w)")
_ONE = r"(?P<word>{})(?!\w)"
_SAID_OF = {
    False: _ONE.format(
        "المستقيله|المقاله|السابق|الاسبق|المستقيل|المقال|المخلوع|المعزول|المتنحي|الراحل|المكلف|المنتخب|المنصرف|الموقت"
        "|سابقا|بالوكاله|بالانابه|بالنيابه"
    ),
    True: _ONE.format(
        "السابقه|الاسبقه|المستقيله|المقاله|المخلوعه|المعزوله|المتنحيه|الراحله|المكلفه|المنتخبه|المنصرفه|الموقته"
        "|سابقا|بالوكاله|بالانابه|بالنيابه"
    ),
}
_FORMS = re.compile(r"^\s*ب?تشكيل(?!\w)")
_FOR_OTHERS = re.compile(r"^\s*عن(?!\w)")  # «تحدث الوزير فلان بالنيابة عن الوفد»
_GOVERNMENTS = ("المستقيله", "المقاله")  # «رئيس الحكومة اللبنانية | المستقيلة»
_BEHIND_ROLE = {feminine: re.compile(rf"^\s*{words}") for feminine, words in _SAID_OF.items()}
_BEHIND_NAME = {
    # «قال الوزير فلان سابقاً» is when he said it, «استقبل الرئيس فلان المنتخب» a team.
    feminine: re.compile(rf"^\s*[,،]?\s*(?!سابقا|المنتخبه?(?! حديثا)){words}")
    for feminine, words in _SAID_OF.items()
}
# Behind a name other words may open the verb's object: «نشر الوزير فلان المقال», «نعى الرئيس فلان الراحل فلاناً».
_OPEN = ("السابق", "السابقه", "الاسبق", "الاسبقه", "المستقيل", "المستقيله", "بالوكاله", "بالانابه", "بالنيابه")
_CLOSED = re.compile(r"^\s*(?:$|[^\w\s]|(?:ان|انه|انها|بتشكيل|تشكيل|حديثا|من منصبه|من منصبها)(?!\w))")
_WRITES = re.compile(r"(?:^|\W)[وف]?(?:كتب|نشر|قرا|شارك|انتقد|استقبل|التقي|نعي|ودع|هاجم)ت?(?!\w)")


def without_doubtful_holders(article: Article, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return the mentions, roles whose words leave open whether the name behind them holds them without a holder."""
    persons = {mention.id: mention for mention in mentions if mention.kind is MentionKind.PER}
    roles = [mention for mention in mentions if mention.kind is MentionKind.ROLE and mention.holder_id in persons]
    roles.sort(key=lambda role: (role.field, role.span))
    doubtful = {role.id for role in roles if _is_behind_another(article, role, persons)}
    doubtful |= {one.id for one, other in pairwise(roles) if _is_the_subjects(article, one, other)}
    doubtful |= {role.id for role in roles if manner_of(article, role, persons[role.holder_id]) is Manner.OPEN}
    held: dict[str, set[str]] = defaultdict(set)  # what the article surely calls a name
    for role in roles:
        if role.id not in doubtful:
            held[_surname(persons[role.holder_id])].add(read_role(role.text).key)
    for role in roles:
        if _is_of_a_subordinate(article, role, persons[role.holder_id], held):
            doubtful.add(role.id)
    if not doubtful:
        return tuple(mentions)
    return tuple(replace(mention, holder_id="") if mention.id in doubtful else mention for mention in mentions)


def _surname(person: Mention) -> str:
    return surname(split_name(person.text) or (person.text,))


def _is_behind_another(article: Article, role: Mention, persons: Mapping[str, Mention]) -> bool:
    """Return whether the full name behind a role may be a relative's, an aide's or an appointee's."""
    person = persons[role.holder_id]
    if len(split_name(person.text)) < 2 or person.span.start < role.span.end:
        return False  # a surname alone is the leader's
    source = _source(article, role)
    start = source[max(0, role.span.start - _BEFORE) : role.span.start]
    told = read_role(role.text)
    if not is_office(told.key) or holds_office(person.text, told, article.published):
        return False
    behind = _plain(source[person.span.end : person.span.end + _BEHIND])
    if _APPOINTS.search(_plain(start)) and _INTO_OFFICE.match(behind):
        return True
    place = subordinate_before(start)
    return place >= 0 and not _stands_beside(article, role, role.span.start - len(start) + place, persons.values())


def _stands_beside(article: Article, role: Mention, start: int, persons: Iterable[Mention]) -> bool:
    """Return whether a word tells who the name before its comma is: «فلانة، زوجة الرئيس فلان» names both."""
    end = apposed_end(_source(article, role), start)
    return any(person.span.end == end and person.field is role.field for person in persons)


def _is_the_subjects(article: Article, role: Mention, following: Mention) -> bool:
    """Return whether a verb's subject has a role, and its object the one right behind, with the name."""
    if role.holder_id != following.holder_id or role.field is not following.field:
        return False
    source = _source(article, role)
    gap = source[role.span.end : following.span.start]
    before = _plain(source[max(0, role.span.start - _BEFORE) : role.span.start])
    both = f"{role.text.split()[0]} {following.text}"
    return gap.isspace() and bool(before_second_office(both)) and bool(_ACTS_ON.search(before))


def _is_of_a_subordinate(article: Article, role: Mention, person: Mention, held: dict[str, set[str]]) -> bool:
    """Return whether the role is an aide's whose leader is the name behind it («نائب المدير فلان», the director)."""
    words = role.text.split()
    first = without_article(fold_name(words[0])) if words else ""
    while first[:1] in "وفبلك" and first not in SERVING and first[1:] in SERVING:
        first = first[1:]
    rest = words[2:] if len(words) > 2 and fold_name(words[1]) in SPEAKING else words[1:]
    if first not in SERVING or not rest or person.span.start < role.span.end:
        return False
    inner, outer = read_role(" ".join(rest)), read_role(role.text)
    if not is_office(inner.key) or holds_office(person.text, outer, article.published):
        return False
    return inner.key in held[_surname(person)] or holds_office(person.text, inner, article.published)


def role_in_place(
    article: Article, role: Mention, text: str, unlisted: tuple[str, ...], holder: Mention | None = None
) -> Role:
    """Return what a role's words say with what stands beside them («... | بالوكالة», «المرشح لمنصب | ...»).

    `text` are the role's words, which may be others than the mention's where several share it; `holder` is the name
    that stands beside them: «رئيس الوزراء فلان | المنتهية ولايته».
    """
    source = _source(article, role)
    behind = source[role.span.end : role.span.end + _BEHIND]
    if text == role.text and has_lost_article(source, role.span.start):
        text = f"ال{text}"  # «للزعيم الشيعي» is «الزعيم الشيعي»
    text = _whole(text, behind)
    read = read_role(text, unlisted)
    if read.status is not Status.HELD:
        return read
    before = _plain(source[max(0, role.span.start - _BEFORE) : role.span.start])
    manner = manner_of(article, role, holder) if holder is not None else None
    if _RUNS_FOR.search(before) or manner is Manner.FORWARD:
        return replace(read, status=Status.CANDIDATE)
    if _STANDS_IN.search(before):
        return replace(read, status=Status.ACTING)
    if manner is Manner.PAST or TERM_ENDS.search(before) or is_told_over(article, role, holder):
        return replace(read, status=Status.FORMER)
    feminine = without_article(fold_name(text).split(" ")[0]).endswith("ه")
    said = _status_said(text, _plain(behind), _BEHIND_ROLE[feminine])
    follows = holder is not None and holder.field is role.field and role.span.end <= holder.span.start
    if said is None and holder is not None and follows and not source[role.span.end : holder.span.start].strip(" ،,#"):
        end = _before_status(holder, _SAID_OF[feminine])
        behind = _plain(source[end : end + _BEHIND])
        told = _BEHIND_NAME[feminine].match(behind)
        sure = told is None or told["word"] in _OPEN or _FORMS.match(behind[told.end() :])
        if sure or (told and _CLOSED.match(behind[told.end() :]) and not _WRITES.search(before)):
            said = _status_said(text, behind, _BEHIND_NAME[feminine])
    return replace(read, status=said or read.status)


def _before_status(holder: Mention, words: str) -> int:
    """Return where a name ends, without the word behind it that says how its holder stands («سليم الحداد | المقال»)."""
    last = holder.text.split()[-1]
    held = len(holder.text.split()) > 1 and re.fullmatch(words, fold(last))
    return holder.span.end - len(last) - 1 if held else holder.span.end


def _whole(text: str, behind: str) -> str:
    """Return a role's words with the rest of what says its status or which unit it is of, where that is cut.

    «المنتهية | ولايته», «قائد اللواء | 143»
    """
    last = fold(text.split()[-1]) if text.split() else ""
    rest = re.match(r"\s+(\S+)", behind)
    if rest is None:
        return text
    status = last in TERM_OVER or (last == "تصريف" and fold(rest[1]).startswith("الاعمال"))
    numbered = last.removeprefix("ال") in _UNITS and _NUMBER.fullmatch(rest[1]) is not None
    if not (status or numbered):
        return text
    if numbered:
        return f"{text} {rest[1].rstrip('،,')}"
    return f"{text} {rest[1]}"


def _status_said(text: str, behind: str, words: re.Pattern[str]) -> Status | None:
    """Return the status that words behind a role or a name give to the office `text`, None where they give none."""
    if _LEAVING.match(behind):
        return Status.OUTGOING
    told = words.match(behind)
    if told is None or is_charge(behind[told.end() :].split()):
        return None
    if (told["word"] in _GOVERNMENTS and "حكومه" not in fold(text)) or _FOR_OTHERS.match(behind[told.end() :]):
        return None
    status = read_role(f"{text} {told['word']}").status
    # «وزير الصحة فلان المكلف بتشكيل الحكومة» has his ministry as ever.
    return None if _FORMS.match(behind[told.end() :]) and status is Status.ACTING else status


def unlisted_words(role: Mention, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """Return the words of a role that name a nation no table holds («وزير الدفاع الفالدوري»).

    A town is none: «رئيس بلدية حيفا», «مراسل الوكالة في القدس».
    """
    inside = (
        each
        for each in mentions
        if each.kind in (MentionKind.NORP, MentionKind.GPE)
        and each.field == role.field
        and role.span.contains(each.span)
    )
    return tuple(
        each.text
        for each in inside
        if unlisted_nation(each.text) and (each.kind is MentionKind.NORP or _is_state_in(role, each))
    )


def _is_state_in(role: Mention, place: Mention) -> bool:
    """Return whether a place no table holds is the state whose minister or head a role names («وزير ري فالدورا»)."""
    before = role.text[: place.span.start - role.span.start]
    return find_place(place.text) is None and bool(_OF_STATE.match(_plain(before)))


def _source(article: Article, mention: Mention) -> str:
    return article.text if mention.field is Field.TEXT else article.title


def _plain(text: str) -> str:
    return re.sub(r"[^\S\n]+", " ", fold(text))
