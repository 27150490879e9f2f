"""Whether a role behind a name says who the person is, or belongs to somebody else whom the clause goes on to.

«قال سليم الحداد وزير العدل إن» tells his office; «هاجم سليم الحداد وزير العدل», «الحداد ووزير العدل» and
«الحداد، نجل وزير العدل» tell another's.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Sequence

from riwaya.annotate.document import Document
from riwaya.annotate.holders.genitives import is_genitive
from riwaya.annotate.holders.noun_phrases import is_person_noun
from riwaya.annotate.holders.parting import COMMAS, MARKS, is_parted, makes
from riwaya.annotate.mentions.clause_verbs import verb_before, verb_of
from riwaya.annotate.mentions.lexicon import nation_words, press_words, role_words, verb_forms, words
from riwaya.annotate.statements.lexicon import COMPLEMENTISERS
from riwaya.annotate.statements.verbs import finite_verbs
from riwaya.arabic.normalise import fold
from riwaya.knowledge.offices import is_ever_titled
from riwaya.knowledge.role_numbers import Number, number_of
from riwaya.knowledge.roles import is_office, read_role
from riwaya.knowledge.subordinates import SERVING, subordinate_before
from riwaya.model import Mention

_ATTACHED = re.compile(r"(?:^|[^\w])(?:و?[بل]ـ?|و?لل|و?بال)$")  # «لل| رئيس», no «كـ»
# «قالت فلانة متحدثة إلى إذاعة» tells what she does, no office
_SPEAKING = re.compile(r"(?:متحدثا|متحدثه) (?!باسم|بلسان)")
_AFTER = 8  # characters behind a role
_FAR = 60  # characters in which somebody's relative or aide is looked for
_FOLLOWING = 4  # words behind a role among which an object is looked for
_OWN = frozenset(("له", "لها"))
_IS = ("هو", "هي")
_INTO = ("في منصب", "بمنصب", "لمنصب", "ليصبح", "ليكون", "لتصبح", "لتكون")
_WITH = re.compile(r"\s*[،,]\s*(?:ب\w{3,}|إلى\s|الى\s)")
_CALLS_SO = frozenset(("وصف", "وصفت", "يصف", "تصف"))
_DONE_TO = ("person_verbs", "seating_verbs", "calling_verbs")
_CLOSE = re.compile(r"مقرب(?:ه|ون|ين|و)?\s+من\s+(?:ال)?$")  # to whom somebody is close is another


def is_anothers(
    document: Document, role: Mention, holder: Mention, roles: Sequence[Mention], starts: Container[int]
) -> bool:
    """Return whether an office behind a name is not that person's.

    Args:
        document: the field that both stand in.
        role: the role.
        holder: the person whom a reader ties it to.
        roles: all roles tied to that person.
        starts: where persons' names start.
    """
    if role.span.start < holder.span.end:
        return False
    if _SPEAKING.match(fold(document.text[role.span.start : role.span.end + _AFTER])):
        return True
    between = document.text[holder.span.end : role.span.start]
    if "\n" in between:
        return not _is_alone(document, holder, roles)
    several = number_of(role.text) is not Number.ONE and fold(role.text).startswith("ال")
    if several and not between.strip():
        return True  # «استقبل الحداد السفراء»
    if _CLOSE.search(fold(between)):
        return True  # «سليم الحداد، المساعد المقرب من زعيم البلاد»
    led = role.span.end + 1 in starts
    if (is_his_mans(role) and _is_subject(document, holder, roles, between)) or _is_headline(document, role, between):
        return True
    if fold(between).strip() in _IS and is_genitive(document.text, holder.span.start):
        return True  # «كريم سعد الوزير في حكومة سليم الحداد هو المدير»
    if fold(between).strip() in _INTO and is_made_by(document, role, holder, roles):
        return True  # «عينه الرئيس سليم الحداد في منصب سفير بلاده»
    inner = [other for other in roles if holder.span.end <= other.span.start and other.span.end <= role.span.start]
    if inner and led and between.endswith("و") and fold(role.text).split(" ")[0].removeprefix("ال") not in SERVING:
        return True  # «كريم سعد نائب الرئيس ورئيس الوزراء سليم الحداد»
    if inner and _is_objects(document, role, holder, roles):
        return True
    if _ATTACHED.search(fold(between)) or is_parted(document, role, holder, roles):
        return True
    own = [other for other in roles if other.span.end <= holder.span.start]
    if led and own and between.strip() in ("،", ",") and _may_be_next_ones(role):
        return True  # «الرئيس سليم الحداد، زعيم الأغلبية كريم سعد»
    if between.strip(MARKS) or inner or any(mark in between for mark in COMMAS):
        return _is_charged(document, role, holder, roles) or _is_left_open(document, role, holder, roles)
    if led and own and _may_be_next_ones(role):
        return True
    return _is_of_clause(document, role, holder, own, led=led)


def _is_objects(document: Document, role: Mention, holder: Mention, roles: Sequence[Mention]) -> bool:
    """Return whether a second role behind a name is whom its verb is done to.

    «انتقد سليم الحداد أمين عام الحزب المغربي رئيس الحكومة»: neither «و» nor a comma parts the two.
    """
    last = max(other.span.end for other in roles if holder.span.end <= other.span.start < role.span.start)
    between = fold(document.text[last : role.span.start]).split()
    if not nation_words().issuperset(between):
        return False
    verb = verb_of(document, min(other.span.start for other in (holder, *roles)))
    return verb is not None and bool(verb.group) and not is_ever_titled(holder.text, role.text)


def _is_subject(document: Document, holder: Mention, roles: Sequence[Mention], between: str) -> bool:
    """Return whether a name is the subject of the verb before it, and no comma parts it from what follows."""
    first = min((other.span.start for other in roles if other.span.end <= holder.span.start), default=holder.span.start)
    return not between.strip() and bool(verb_before(document, bisect_left(document.token_starts, first) - 1))


def is_his_mans(role: Mention) -> bool:
    """Return whether a role behind a name is that of somebody of his («هل يقيل الحداد مستشاره للأمن؟»)."""
    first, *others = role.text.split()
    stem = fold(first.removesuffix("ها").removesuffix("هم").removesuffix("ه"))
    if not first.endswith(("ه", "ها", "هم")) or (stem,) not in role_words():
        return False
    return (fold(first),) not in role_words() or not others or others[0].startswith("ل")  # «مستشاره» for «مستشارة»


def _is_headline(document: Document, role: Mention, between: str) -> bool:
    """Return whether who is named before a colon only speaks of whom the line goes on to («الحداد: الوزير واهم»)."""
    end = document.text.find("\n", role.span.end)
    rest = document.text[role.span.end : end if end >= 0 else len(document.text)]
    line = document.text.rfind("\n", 0, role.span.start) + 1
    return between.strip() == ":" and len(rest.split()) > 1 and ":" not in document.text[line : role.span.start - 2]


def _is_charged(document: Document, role: Mention, holder: Mention, roles: Sequence[Mention]) -> bool:
    """Return whether an office between commas is whom the verb charges («كلف الرئيس فلان، وزير النقل، بتشكيل لجنة»)."""
    own = [other.span.start for other in roles if other.span.end <= holder.span.start]
    verb = verb_of(document, min(own, default=holder.span.start)) if own else None
    charged = verb is not None and verb.form in verb_forms("charging_verbs")
    return charged and _WITH.match(document.text, role.span.end) is not None


def _is_left_open(document: Document, role: Mention, holder: Mention, roles: Sequence[Mention]) -> bool:
    """Return whether no comma closes an office behind a lone surname, so that it is whom the verb is done to.

    «كلف الحداد، رئيس الأركان إعادة الأمن»: whoever is called by his surname needs no office any more.
    """
    between = document.text[holder.span.end : role.span.start].strip()
    own = [other.span.start for other in roles if other.span.end <= holder.span.start]
    named = " " in holder.text.strip() or bool(own)
    # «في حزب الرئيس بوتين، نائب المحافظ بالتقصير»: who is named in passing has no second title
    aside = bool(own) and is_genitive(document.text, min(own))
    if (
        (named and not aside)
        or between not in ("،", ",")
        or document.text[role.span.end : role.span.end + 2].strip()[:1] in COMMAS
    ):
        return False
    verb = verb_of(document, holder.span.start)
    return aside or (verb is not None and any(verb.form in verb_forms(group) for group in _DONE_TO))


def _may_be_next_ones(role: Mention) -> bool:
    """Return whether an office right before the next name is that one's («طالب الحاكم سليم الحداد المدير كريم سعد»).

    Not «نائب الرئيس كريم سعد» and «وكيل اللاعب كريم سعد», of whom the next name says whose they are.
    """
    first, *others = (fold(word) for word in role.text.split())
    return first.removeprefix("ال") not in SERVING and not any(map(is_person_noun, others[-1:]))


def _is_alone(document: Document, holder: Mention, roles: Sequence[Mention]) -> bool:
    """Return whether a line holds nothing but a name, as a signature does, so that the next one goes on with it."""
    line = document.text.rfind("\n", 0, holder.span.start) + 1
    before = [role.span.start for role in roles if line <= role.span.start < holder.span.start]
    return not document.text[line : min(before, default=holder.span.start)].strip(MARKS)


def _is_of_clause(document: Document, role: Mention, holder: Mention, own: Sequence[Mention], *, led: bool) -> bool:
    """Return whether a role right behind a name is what the clause says of another: an object, what one is made."""
    first = min((other.span.start for other in own), default=holder.span.start)
    place = bisect_left(document.token_starts, first) - 1
    form = document.tokens[place].form if place >= 0 else ""
    if _is_adjective(role) and form.removeprefix("ال") in words("led_bodies"):
        return True  # «حزب الرئيس سليم الحداد الحاكم»
    verb = verb_before(document, place)
    if makes(role):
        # «أتى بسليم الحداد رئيساً» makes him it.
        owned = document.text[first - 1 : first].isspace() and is_genitive(document.text, first)
        return owned or _is_made_by(document, role, holder, own, verb)
    if not verb or is_ever_titled(holder.text, role.text):
        return False
    if verb in _CALLS_SO:  # «وصف الحداد وزير العدل بأنه ضعيف»
        return document.text[role.span.end : role.span.end + 2].startswith(" ب")
    if verb in verb_forms("calling_verbs"):
        return _disagree(verb, role) or _leads_nation(role)
    subject = bool(own) or len(holder.text.split()) == 1
    takes = verb in verb_forms("person_verbs") or (subject and verb in verb_forms("seating_verbs"))
    # «سلم السفير فلان وزير الخارجية نسخة»: two objects, and a subject who has his title
    gives = bool(own) and verb in verb_forms("giving_verbs")
    return takes and (led or gives or not _goes_on(document, role, verb))


def is_made_by(document: Document, role: Mention, holder: Mention, roles: Sequence[Mention]) -> bool:
    """Return whether a name before an office is that of who makes another it («عينه الملك سليم الحداد وزيرا»).

    Args:
        document: the field that both stand in.
        role: the office.
        holder: the person before it.
        roles: all roles tied to that person.
    """
    own = [other for other in roles if other.span.end <= holder.span.start]
    first = min((other.span.start for other in own), default=holder.span.start)
    verb = verb_before(document, bisect_left(document.token_starts, first) - 1)
    return bool(verb) and _is_made_by(document, role, holder, own, verb)


def _is_made_by(document: Document, role: Mention, holder: Mention, own: Sequence[Mention], verb: str) -> bool:
    """Return whether a name is that of who makes another something («عينه الرئيس سليم الحداد وزيرا»)."""
    known = finite_verbs().get(verb)
    stems = (verb.removesuffix(ending) for ending in ("ه", "ها", "هم") if verb.endswith(ending))
    if (known is not None and known.pronoun) or any(stem in verb_forms("seating_verbs") for stem in stems):
        return True
    behind = fold(document.text[role.span.end : role.span.end + 4]).split()[:1]
    own_words = _OWN & {fold(role.text).split(" ")[-1], *behind}
    before = min(own, key=lambda other: other.span, default=holder).span.start
    place = bisect_left(document.token_starts, before) - 2
    if own_words and verb in verb_forms("seating_verbs") and (place < 0 or document.tokens[place].form != "قد"):
        return True  # «لم يعين الحداد نائبا له», not «كان السعدي قد عين الحداد نائبا له»
    return bool(own) and subordinate_before(document.text[max(0, before - _FAR) : before]) >= 0


def _is_adjective(role: Mention) -> bool:
    """Return whether a role in one word may be what a body is called («الحاكم», «المحافظ»)."""
    form = fold(role.text)
    return " " not in form and form.startswith("ال")


def _leads_nation(role: Mention) -> bool:
    """Return whether a role is an office of a state that stands by itself («دعا الحداد الرئيس الروسي إلى»)."""
    read, head = read_role(role.text), fold(role.text).split(" ")[0]
    free = head.startswith("ال") and head.removeprefix("ال") not in SERVING
    return free and bool(read.nation) and is_office(read.key)


def _disagree(verb: str, role: Mention) -> bool:
    """Return whether a woman calls on who is a man («دعت فلانة رئيس الدولة إلى»), or the other way round.

    «المندوب الدائم» and «عضو البرلمان» may be women.
    """
    known = finite_verbs().get(verb)
    female = known.gender == "f" if known else verb.endswith("ت") or verb.startswith(("ت", "ست"))
    head = fold(role.text).split(" ")[0].removeprefix("ال")
    return head in words("men") if female else head.removesuffix("ه") in words("men") and head.endswith("ه")


def _goes_on(document: Document, role: Mention, verb: str) -> bool:
    """Return whether an object may follow a role, which then is the subject's («استقبل الحداد وزير العدل وفدا»)."""
    end = role.span.end
    for token in document.tokens[bisect_left(document.token_starts, end) :][:_FOLLOWING]:
        if token.kind != "word" or "\n" in document.text[end : token.start]:
            return False
        form = token.form
        stops = form in words("ends") or form in words("time_words") or form in words("adverbs")
        if stops or form in COMPLEMENTISERS or form in finite_verbs() or form in words("steps"):
            return False
        if _is_attached(form):
            return False
        if form in nation_words() or (form.startswith("ال") and form.endswith(("ي", "يه", "ق"))):
            end = token.end  # a further adjective of the role
            continue
        made = form.endswith("ا") and (form[:-1],) in role_words()  # «عين الملك رئيس الديوان مستشارا»
        return not (made and verb in verb_forms("seating_verbs"))
    return False


def _is_attached(form: str) -> bool:
    """Return whether a word begins with a particle: what is left is the commoner word («بخطابه», not «وفدا»)."""
    known = press_words()
    return form.startswith(("وال", "بال", "لل", "كال", "فال")) or (
        form[0] in "وبفك" and known.get(form[1:], 0) > known.get(form, 0)
    )
