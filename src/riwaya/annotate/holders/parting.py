"""Whether the words between a name and a role behind it part them, so that the role is somebody else's."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from riwaya.annotate.document import Document
from riwaya.annotate.mentions.lexicon import press_words, role_words, verb_forms, words
from riwaya.annotate.statements.lexicon import strip_conjunction
from riwaya.annotate.statements.verbs import finite_verbs
from riwaya.arabic.normalise import fold
from riwaya.arabic.tokens import Token
from riwaya.knowledge.subordinates import is_his, subordinate_before
from riwaya.model import Mention, Span

MARKS = ' \t"«»“”()#_ـ،,؛;:-–/'
COMMAS = ("،", ",", "؛", "-", "–", "(", ":")
BECOMES = re.compile(r"^(?!ال)\w{2,}(?:ا|ه)(?: (?:عام|تنفيذي|اول)ا)?(?: لل?\w| ب\w| ل$| له)")  # «وزيراً للعدل»
_ACCUSATIVE = re.compile(r"^(?!ال)\w{2,}ا$")
_BRACKETED = re.compile(r"\([^()\n]*\)")
_FAR = 60  # characters in which a relative is looked for
_REST = 2  # words of a name that a reader left out
_STAND_IN = ("والقايم", "والقايمه")  # «سليم الحداد، والقائمة بأعمال | مساعد الوزير»
_GREAT = frozenset(("معالي", "سعاده", "سمو", "فخامه", "دوله", "جلاله", "عطوفه"))
_AS = frozenset(("باعتباره", "باعتبارها", "بصفته", "بصفتها", "بوصفه", "بوصفها"))
_BLANKS = re.compile(r"\W+")


def is_parted(document: Document, role: Mention, holder: Mention, roles: Sequence[Mention]) -> bool:
    """Return whether the words between a name and a role part them."""
    gap = Span(holder.span.end, role.span.start)
    between = gap.of(document.text)
    inner = [other for other in roles if gap.contains(other.span)]
    bracketed = [Span(gap.start + found.start(), gap.start + found.end()) for found in _BRACKETED.finditer(between)]
    covered = [*bracketed, *(other.span for other in inner)]
    forms = [
        token.form
        for token in document.tokens_in(gap)
        if _is_told(token, gap) and not any(span.contains(_span(token)) for span in covered)
    ]
    # «فلان ووزير العدل»: the conjunction is written together with the role.
    joined = between.rstrip(MARKS).endswith("و")
    if not forms:
        return joined and not inner
    if between.startswith("-"):
        return False  # «مون تشونج|-إن مستشار الرئاسة»
    if _is_kin(document, role) or any(map(is_his, _BLANKS.split(between))):
        return True  # «هدى الحداد، التي كان والدها مديراً»
    if forms[-1] in _AS and _before(document, holder, roles) in words("steps"):
        return True  # «السعدي الرجل الثاني بعد اللواء سليم الحداد باعتباره رئيس الأركان»
    if any(form in _STAND_IN for form in forms) or _is_who_made(forms) or _is_another_led(between, forms):
        return True
    if makes(role) and _tells(_before(document, holder, roles)):
        return False  # «كان سليم الحداد آنذاك رئيسا»
    if any(_tells(form) or _is_role_noun(form) or _is_ordinal(form) for form in forms):
        return False
    led = any(
        form in words("ends") or form in words("steps") or strip_conjunction(form) in finite_verbs() for form in forms
    )
    # «فرحان حق نائب المتحدث»: the rest of a name
    named = (len(forms) == 1 and forms[0][0] not in "يت" and strip_conjunction(forms[0]) not in words("honours")) or (
        len(forms) == _REST and forms[1] not in press_words()
    )
    return joined or led or not (named or any(mark in between for mark in COMMAS))


def _is_another_led(between: str, forms: Sequence[str]) -> bool:
    """Return whether a comma and «و» lead another's title («فلان، ومعالي | وزير العدل», «الملك، وولي العهد | نائب»)."""
    form = forms[0]
    if between.lstrip().startswith(("،", ",")) and form in _GREAT:
        return True  # «استقالة الأمير فلان، معالي | رئيس المجلس»
    titled = form[1:] in words("honours") or form.startswith("وولي")
    return between.lstrip().startswith(("،", ",")) and form.startswith("و") and titled


def _is_who_made(forms: Sequence[str]) -> bool:
    """Return whether words behind a name say that its bearer made another something («الذي عينه | قائداً عاماً»)."""
    last = forms[-1]
    made = any(last.removesuffix(end) in verb_forms("seating_verbs") for end in ("ه", "ها", "هم") if last.endswith(end))
    return made and len(forms) > 1 and forms[-2] in ("الذي", "التي")


def _before(document: Document, holder: Mention, roles: Sequence[Mention]) -> str:
    """Return the word before a name and the roles in front of it."""
    first = min([holder.span.start, *(role.span.start for role in roles if role.span.end <= holder.span.start)])
    place = bisect_left(document.token_starts, first) - 1
    return document.tokens[place].form if place >= 0 else ""


def _is_told(token: Token, gap: Span) -> bool:
    """Return whether a token is a word that stands wholly between name and role."""
    return token.kind == "word" and token.end <= gap.end and not token.text.isascii()


def _span(token: Token) -> Span:
    return Span(token.start, token.end)


def _is_kin(document: Document, role: Mention) -> bool:
    """Return whether the word before a role is the relative or aide of who holds it («عمة رئيس الحكومة»)."""
    before = document.text[max(0, role.span.start - _FAR) : role.span.start]
    start = subordinate_before(before)
    return start >= 0 and len(before[start:].split()) == 1


def _tells(form: str) -> bool:
    """Return whether a word says that somebody is, was or becomes something («الذي كان», «وهو», «منصب»)."""
    plain = strip_conjunction(form)
    return any(one in words("copulas") for one in (form, plain, plain.removeprefix("س")))


def _is_ordinal(form: str) -> bool:
    return form in ("اول", "ثاني", "ثالث", "رابع", "خامس", "سادس", "اخر", "ثانيه") or form in words("ordinals")


def _is_role_noun(form: str) -> bool:
    plain = strip_conjunction(form)
    return any((one.removeprefix("ال"),) in role_words() or one.startswith("ولي") for one in (form, plain))


def makes(role: Mention) -> bool:
    """Return whether a role tells what somebody is made («وزيراً للعدل», «نائبا له»)."""
    form = fold(role.text)
    return BECOMES.match(form) is not None or _ACCUSATIVE.match(form.split(" ")[0]) is not None
