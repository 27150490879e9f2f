"""Roles tied to somebody else's name: a headline's speaker, the other party's, a relative's or an aide's.

What is not sure to be somebody's office is nobody's: a wrong office, and the statements that go with it, cost more than
a gap.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from riwaya.annotate.document import Document
from riwaya.annotate.holders.apposition import is_anothers
from riwaya.annotate.holders.genitives import is_of_holders
from riwaya.annotate.holders.heirs import nearer_holders, serves
from riwaya.annotate.holders.lent import is_lent
from riwaya.annotate.holders.noun_phrases import is_person_noun
from riwaya.annotate.mentions.lexicon import name_shares, nation_words, press_words, role_words, words
from riwaya.annotate.statements.lexicon import COMPLEMENTISERS
from riwaya.annotate.statements.verbs import finite_verbs
from riwaya.arabic.normalise import fold
from riwaya.arabic.tokens import Token
from riwaya.knowledge.offices import is_ever_titled
from riwaya.knowledge.role_numbers import Number, number_of
from riwaya.knowledge.roles import is_office, read_role
from riwaya.knowledge.statuses import Status
from riwaya.knowledge.subordinates import SERVING, SPEAKING, apposed_end, is_his, subordinate_before
from riwaya.model import Mention, MentionKind, Span

_REACH = 60  # characters looked at before a role
_AGENTS = frozenset(("مدير", "مديره", "وكيل", "وكيله"))
_LED = re.compile(r" ل(?:ل|ـ)?")  # «نائبا سابقا لل|رئيس الإيراني»
_PARTICLE = re.compile(r"(?:^|\s)[بل]ـ?$")  # «مقابلة الوزير ل|سليم الحداد»
# «التقى الوزير بـ|المدير سليم الحداد», «أعلن المدرب عن الحارس سليم الحداد», «تسلم الوزير من | سليم الحداد»
_APART = frozenset(
    ("ب", "بـ", "ل", "لـ", "لل", "من", "عن", "على", "إلى", "الى", "مع", "ضد", "بين", "ومن", "وعن", "وعلى")
)
_CALLED = frozenset(("ملقب", "ملقبه", "معروف", "معروفه", "مكني", "مكناه", "مشهور", "شهير"))  # «الملقب بأبي زيد»
_ELATIVES = frozenset(("ابرز", "اكثر", "اهم", "اقرب", "اشد", "اكبر", "اول", "اخر"))  # «وأبرز حلفائه فلان»
_GIVEN = 0.5  # share of a word's uses as a first name: «نجل مدير الشرطة سامر»
_TELLS = re.compile(r"(?:^|\W)(?:قال|قالت|اضاف|اضافت|عن|خطاب|بيان|تصريح|حسب|بحسب|قول|حديث|رساله)$")
_WHO = frozenset(("الذي", "التي", "الذين", "اللذين", "اللتين"))
_RULERS = frozenset(("رييس وزراء", "رييس جمهوريه", "رييس", "ملك", "ملكه", "امير", "سلطان", "بابا"))
_BEFORE_NAMES = frozenset((
    "عبر", "قبل", "بعد", "ضد", "نحو", "لقاء", "خلال", "بمشاركه", "بحضور", "برياسه", "بقياده", "بصحبه", "برفقه", "بتصرف",
    "بوجود", "برعايه", "باشراف", "بتوقيع", "بدعم", "بتوجيه", "بمساعده", "بالتعاون", "شخصيه", "دور",
))  # fmt: skip
_LED_NATION = re.compile(r"^(?:لل|بال|كال)(?=\w{3})")
_TO_OWNER = re.compile(r"^(?:لل|ل)|(?<=\w\w\w)ته?$")  # «للرئيس», «لمديرته»
_HIS_REACH = 3  # words before a name: «ابنه الأكبر»
_VERB_LEADS = frozenset(("قد", "لن", "لم", "لا", "سوف", "كان", "كانت"))


def without_false_ties(document: Document, mentions: Sequence[Mention]) -> list[Mention]:
    """Return mentions in which no role before a name is tied to it that is another's.

    Args:
        document: the field that they stand in.
        mentions: those of the field, in its order.
    """
    persons = {mention.id: mention for mention in mentions if mention.kind is MentionKind.PER}
    before: dict[str, list[Mention]] = defaultdict(list)
    behind: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        holder = persons.get(mention.holder_id) if mention.kind is MentionKind.ROLE else None
        if holder is not None and mention.span.end <= holder.span.start:
            before[holder.id].append(mention)
        elif holder is not None:
            behind[holder.id].append(mention)
    ends = {mention.span.end for mention in persons.values()}
    starts = {mention.span.start: mention.id for mention in persons.values()}
    cut = {
        role.id
        for holder, roles in before.items()
        for role in _others(document, sorted(roles, key=lambda role: role.span), persons[holder], ends, starts)
    }
    cut |= {
        role.id
        for holder, roles in behind.items()
        for role in roles
        if is_anothers(document, role, persons[holder], [*before[holder], *roles], starts)
    }
    nearer = nearer_holders(document, persons, before, behind)
    if not (cut or nearer):
        return list(mentions)
    # «اجتمع الحداد بوزير العدل كريم سعد»: the name behind holds it.
    heirs = {
        role.id: starts.get(role.span.end + 1, "") for roles in behind.values() for role in roles if not serves(role)
    } | nearer
    cut |= nearer.keys()
    return [
        replace(mention, holder_id=heirs.get(mention.id, "")) if mention.id in cut else mention for mention in mentions
    ]


def _is_agents(role: Mention) -> bool:
    """Return whether the name behind a role is surely whose business its bearer does («وكيلة أعمال | فلان»)."""
    forms = [fold(word) for word in role.text.split()]
    return len(forms) > 1 and forms[-1] == "اعمال" and forms[0] in _AGENTS


def _is_crowd(document: Document, role: Mention, holder: Mention, starts: Iterable[int]) -> bool:
    """Return whether a role of several people has one name right behind it («وجد المحلفون فلانا مدانا»)."""
    head = role.text.split()[0]
    several = number_of(role.text) is not Number.ONE or (head.endswith("ون") and is_person_noun(head[:-2]))
    if not several or document.text[role.span.end : holder.span.start].strip():
        return False
    others = any(holder.span.end < start <= holder.span.end + _REACH for start in starts)
    return not role.text.startswith(("أحد", "إحدى", "احد")) and not others


def _is_owners(text: str, role: Mention, holder: Mention) -> bool:
    """Return whether the name right behind a role is whom its bearer serves («عُين مستشاراً للرئيس اليمني | فلان»)."""
    forms = [fold(word) for word in role.text.split()]
    while len(forms) > 1 and (forms[-1] in nation_words() or forms[-1] in words("qualifiers")):
        forms.pop()
    if forms[1:2] and forms[1] in SPEAKING and not forms[0].startswith("ال"):
        # «متحدث باسم قائد الجيش | فلان»: who speaks is nobody in particular
        office = [form for form in forms[2:] if not form.startswith("ال")] or [forms[-1].removeprefix("ال")]
        return not text[role.span.end : holder.span.start].strip() and is_person_noun(f"ال{office[0]}")
    if forms[0].removeprefix("ال") == "كبير" and forms[1:2] and forms[1].removesuffix("ي") in SERVING:
        # «كبير مستشاري الرئيس | فلان»
        leader = len(forms) > 2 and is_person_noun(forms[-1]) and not is_ever_titled(holder.text, role.text)
        return leader and not text[role.span.end : holder.span.start].strip()
    if len(forms) == 1 and forms[0] in SERVING and " ال" not in role.text and not role.text.endswith("ه"):
        # «ليصبح نائب | فلان»; «للحارس فلان» is definite, and «طبيب المنتخب» is his own
        return text[role.span.end : holder.span.start] == " " and not text[: role.span.start].endswith("لل")
    noun = _TO_OWNER.sub("", forms[-1])
    owned = len(forms) > 1 and not forms[0].startswith("ال") and noun != forms[-1]
    return owned and not text[role.span.end : holder.span.start].strip() and is_person_noun(f"ال{noun}")


def _others(
    document: Document, roles: Sequence[Mention], holder: Mention, ends: Container[int], starts: Iterable[int]
) -> list[Mention]:
    """Return those of the roles before a name that are somebody else's; where persons' names end and start."""
    found = [
        role
        for role in roles
        if _speaks_of(document, role, holder)
        or _is_agents(role)
        or is_of_holders(document.text, role, holder, roles)
        or _is_owners(document.text, role, holder)
        or _is_crowd(document, role, holder, starts)
        or _is_parted(document, role, holder, roles)
        or is_lent(document, role, holder, roles, ends)
    ]
    found += [role for role in roles if role not in found and _is_superiors(document, role, holder, ends)]
    commaed = bool(roles) and "،" in document.text[roles[-1].span.end : holder.span.start]
    for role, nearer in pairwise(roles):
        between = document.text[role.span.end : nearer.span.start].strip()
        apart = not between and _is_office(nearer) and _differ(role, nearer)
        joined = between.lstrip("،, ") == "و" and (_is_of_his(nearer) or _is_honour(nearer))
        states = between == "و" and _differ(role, nearer) and _are_of_states(role, nearer)
        two = between.lstrip("،, ") == "و" and _are_two(role, nearer, holder, listed=between != "و" and commaed)
        owned = _is_owned_noun(between)
        if apart or joined or states or two or owned or between.rpartition(" ")[2] in _APART:
            found.append(role)
    return found


def _is_of_his(role: Mention) -> bool:
    """Return whether an office is under the one before it («الرئيس ووزير خارجيته فلان», «الأمين العام ونائبه فلان»)."""
    first, *others = role.text.split()
    if any(word.endswith("ه") and not word.startswith(("ال", "لل")) for word in others[:1]):
        return True
    return first.endswith(("ه", "ها")) and fold(first.removesuffix("ها").removesuffix("ه")) in SERVING


def _is_owned_noun(between: str) -> bool:
    """Return whether a noun between two roles belongs to the second («نقل للملك | تحيات | الرئيس فلان»)."""
    form = fold(between)
    free = form.startswith(("ال", "و")) or form in nation_words() or form in words("honours") | words("qualifiers")
    free = free or any(form in words(group) for group in ("ends", "time_words", "adverbs"))
    named = form in words("naming") or (form,) in role_words()
    return form.isalpha() and len(form) > 2 and not (free or named) and press_words().get(form, 0) > 0


def _are_two(role: Mention, nearer: Mention, holder: Mention, *, listed: bool) -> bool:
    """Return whether two offices before one name are two people's («رئيس الحكومة، ورئيس جهاز المخابرات، فلان»).

    So are they where the first is a ruler's, or the bare office of somebody named before («المحافظ وقائد الشرطة فلان»),
    and in a list with commas; but some rulers have a ministry.
    """
    told = read_role(role.text)
    if told.status is not Status.HELD or not is_office(told.key) or not _is_office(nearer):
        return False
    ruler = told.key in _RULERS or told.key.startswith("ولي عهد")
    alone = ruler or (" " not in told.key and not told.nation)
    return (alone or listed) and not is_ever_titled(holder.text, role.text)


def _are_of_states(*roles: Mention) -> bool:
    """Return whether roles are offices of states («الرئيس الفرنسي والمستشارة الألمانية فلانة» are two people)."""
    read = [read_role(role.text) for role in roles]
    return all(is_office(role.key) and role.nation != "arab" for role in read)


def _is_office(role: Mention) -> bool:
    """Return whether a role is more than a title or rank before a name («ولي العهد السعودي الأمير فلان»)."""
    forms = [fold(word) for word in role.text.split()]
    head = role_words().get((forms[0].removeprefix("ال"),))
    return len(forms) > 1 and (head is None or head.kind in ("office", "occupation"))


def _speaks_of(document: Document, role: Mention, holder: Mention) -> bool:
    """Return whether a line's first words only tell who says the rest («وزير الخارجية الإيراني: ترامب واهم»).

    «المخرج: سليم الحداد» names the holder: nothing follows.
    """
    text = document.text
    if ":" not in text[role.span.end : holder.span.start]:
        return False
    line = text.rfind("\n", 0, role.span.start) + 1
    end = text.find("\n", holder.span.end)
    rest = text[holder.span.end : end if end >= 0 else len(text)]
    told = text[line : role.span.start].strip(' "«“')
    listed = bool(told) and not _TELLS.search(fold(told))  # «تأليف: فلان، إخراج: علان»
    return not listed and any(letter.isalpha() for letter in rest)


def _is_parted(document: Document, role: Mention, holder: Mention, roles: Sequence[Mention]) -> bool:
    """Return whether a clause begins between a role and a name («قال الوزير الإيراني إن الرئيس ...»).

    So it does at a verb («وزير فرنسا التقى الرئيس ...»), other than what says how somebody is called, and «نائب سابق
    للرئيس فلان» is not he.

    Args:
        document: the field that they stand in.
        role: the role.
        holder: the person behind it.
        roles: all roles before the name.
    """
    if holder.span.start <= role.span.end:
        return False
    gap = Span(role.span.end, holder.span.start)
    told = [
        token
        for token in document.tokens_in(gap)
        if token.kind == "word" and not any(other.span.start <= token.start < other.span.end for other in roles)
    ]
    forms = [token.form for token in told if token.end <= gap.end]
    if any(form in COMPLEMENTISERS for form in forms) or any(_goes_on_with(document, token) for token in told):
        return True
    if any(token.form in _WHO for token in told):
        return (
            not document.text[: holder.span.start].rstrip(' "«').endswith(("،", ",", ")"))
        )  # «العصبة التي يرأسها | فلان»
    # «رئيس الوزراء ظهر الخميس» and «نظيره وأبرز حلفائه فلان» hold no verb.
    adjoins = bool(told) and document.text[role.span.end : told[0].start] in (" ", "، ", ", ")
    if adjoins and _opens_clause(forms or [told[0].form]):
        return True
    titled = [other for other in roles if other.span.start > role.span.end]
    if titled and _LED.fullmatch(document.text[role.span.end : titled[0].span.start]) is not None:
        return True
    # «وزير الخارجية الذي اتهم الرئيس فلان»
    verb = next((token.form for token in reversed(told) if titled and token.end == titled[0].span.start - 1), "")
    if verb in finite_verbs() and not any(verb in words(one) for one in ("naming", "adverbs", "copulas")):
        return True
    if fold(role.text).split(" ")[-1].removeprefix("ال") in _CALLED:
        return False
    written = [token.text for token in told if token.end <= gap.end]
    if _is_led_by_preposition(written) or _is_of_qualifier(written):
        return True
    return _PARTICLE.search(gap.of(document.text)) is not None or any(map(is_his, written[-_HIS_REACH:]))


def _is_led_by_preposition(written: Sequence[str]) -> bool:
    """Return whether words before a name end with what leads it («من الكرواتي | فلان», «للبرازيلي | فلان»)."""
    for word in reversed(written):
        form = fold(word)
        if word in _APART or form in _BEFORE_NAMES:
            return True
        if is_person_noun(form):
            continue
        noun = _LED_NATION.sub("ال", form)
        if noun not in nation_words() or not noun.startswith("ال"):
            return False
        if noun != form:
            return True
    return False


def _is_of_qualifier(written: Sequence[str]) -> bool:
    """Return whether words before a name qualify the role by it («المدير السابق | المنضم إلى فريق | فلان»)."""
    return bool(written) and written[0].startswith("الم") and not _APART.isdisjoint(written[1:])


def _goes_on_with(document: Document, token: Token) -> bool:
    """Return whether «و» goes on with another clause («استمر فلان رئيسا، واختار مجلسه المدرب علانا»)."""
    verb = token.form[1:]
    if not token.form.startswith("و") or verb not in finite_verbs() or token.form in words("naming"):
        return False
    led = document.text[: token.start].rstrip()[-1:] in ("،", ",", "؛")
    noun = verb in _ELATIVES or (verb,) in role_words() or verb in words("honours")
    return led or (len(verb) > 2 and not noun)


def _is_honour(role: Mention) -> bool:
    """Return whether a role begins with a title or rank («وزير الخارجية، والسيدة فلانة» are two)."""
    form = fold(role.text.split()[0])
    head = role_words().get((form.removeprefix("ال"),))
    return form.startswith("ال") and head is not None and head.kind in ("title", "rank")


def _opens_clause(forms: Sequence[str]) -> bool:
    """Return whether words behind an office begin with a verb, which may stand behind «قد», «لن» or «س»."""
    index = next((place for place, form in enumerate(forms) if form not in _VERB_LEADS), len(forms) - 1)
    form = forms[index]
    if any(form in words(one) for one in ("naming", "adverbs")):
        return False
    future = form.removeprefix("س") if form.startswith(("سي", "ست")) else ""
    return form in finite_verbs() or future in finite_verbs() or (index > 0 and form[0] in "يت")


def _is_superiors(document: Document, role: Mention, holder: Mention, ends: Container[int]) -> bool:
    """Return whether an office is that of whose relative or aide the full name is («زوجة الرئيس الفرنسي فلانة»).

    A surname alone is the leader's own, and so is the full name of one who is known to hold the office, or of
    whom a name before the comma is the relative («فلانة، زوجة الرئيس فلان»).
    """
    titled = holder.span.start - role.span.end > len(' ،"«') and _is_honour_before(document.text, role, holder)
    given = name_shares().get(fold(holder.text))
    # «شقيق الرئيس صدام» is the president's: some are called by the first name.
    alone = given is not None and given.given >= _GIVEN and read_role(role.text).key not in _RULERS
    named = len(holder.text.split()) > 1 or titled or alone
    if not named or not is_office(read_role(role.text).key):
        return False
    reach = max(0, role.span.start - _REACH)
    start = subordinate_before(document.text[reach : role.span.start])
    if start < 0 or is_ever_titled(holder.text, role.text):
        return False
    return apposed_end(document.text, reach + start) not in ends


def _is_honour_before(text: str, role: Mention, holder: Mention) -> bool:
    """Return whether a title stands between an office and a name («ابنة حاكم دبي الشيخة | فلانة»)."""
    form = fold(text[role.span.end : holder.span.start]).strip(' "«،')
    head = role_words().get((form.removeprefix("ال"),))
    return form.startswith("ال") and head is not None and head.kind in ("title", "rank")


def _differ(role: Mention, nearer: Mention) -> bool:
    """Return whether two roles are of two nations («استقبل ملك الأردن وزير الخارجية الأميركي ...»)."""
    nations = read_role(role.text).nation, read_role(nearer.text).nation
    return all(nations) and nations[0] != nations[1]
