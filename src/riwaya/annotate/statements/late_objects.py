"""Reported noun phrases far behind their cue, found by what closes before them («أعلن الرئيس، في كلمة، وقف ...»)."""

from __future__ import annotations

from riwaya.annotate.statements.asking import stays_unnamed
from riwaya.annotate.statements.complements import is_accusative
from riwaya.annotate.statements.cues import Hit
from riwaya.annotate.statements.lexicon import COMPLEMENTISERS, cue_forms, opens_proposition, strip_conjunction, words
from riwaya.annotate.statements.phrase_starts import is_attached_l, months, noun_of
from riwaya.annotate.statements.reading import Reading, is_definite, is_time
from riwaya.annotate.statements.targets import Target
from riwaya.annotate.statements.verbs import verb_at

_WITHIN = 28
_TOLD_WITHIN = 10
_TELLING = frozenset(("ذكر", "أفاد"))  # «ذكرت الوكالة خروج دفعة جديدة»
_YEAR = 4  # digits
_SHOWING = frozenset(("أظهر", "توقع", "كشف", "أوضح", "أعلن", "رجح"))
_MONTHS = frozenset(("كانون", "تشرين", "ربيع", "جمادي"))
_JUDGES = frozenset(("accuse", "deny", "praise"))
_THESE = frozenset(("هذا", "هذه", "تلك", "ذلك"))
_LATER = frozenset(("لاحق", "سابق", "واحد", "مشترك"))
_STOPS = frozenset((".", ":", ";", "؛", "!", "?", "…"))
_PRONOUNS = ("ه", "ها", "هم", "هما")
_SHORTEST_OWNED = 4  # letters
_WHEN = frozenset(("بعد", "قبل", "منذ", "خلال", "عقب", "اثر", "قبيل", "لدي", "عند", "اثناء"))
_ENDS = frozenset((",", ")", '"'))


def late_object(reading: Reading, hit: Hit, limit: int) -> Target | None:
    """Return the first noun that may carry a proposition and that no noun phrase before it can hold."""
    frames = hit.form.cue.frames
    tells = hit.form.cue.lemma in _TELLING
    if not (frames & {"object", "ask", "offer"} or tells) or hit.form.pronoun:
        return None
    place = hit.index + 1
    while place < min(limit, hit.index + (_TOLD_WITHIN if tells else _WITHIN)):
        form = reading.forms[place]
        if form in _STOPS or form in COMPLEMENTISERS or _takes_over(reading, hit, place):
            return None
        quotation = reading.opens_quotation(place)
        if quotation is not None:
            if not quotation.closed or quotation.last - quotation.first > _LONGEST_NAME:
                return None
            place = quotation.last + 1
            continue
        name = reading.names_by_token.get(place)
        if name is not None and name.end > place + 1:
            last = name.end - 1
            swallowed = is_definite(reading.forms[last]) and is_deplored(hit, reading.forms[last][2:])
            if swallowed and last > place + 1 and _behind_subject(reading, hit, last, definite=True):
                return Target("object", last, last, None)  # «شجبت لجنة حماية الصحفيين | الأحكام»
            place = name.end
            continue
        if _is_object(reading, hit, place) and (not tells or _ends_name(reading, place)):
            pointed = place > hit.index + 1 and reading.forms[place - 1] in _THESE and is_definite(form)
            first = place - pointed  # «نفى في تغريدة هذه الأنباء»
            return None if stays_unnamed(reading, place) else Target("object", first, first, None)
        place += 1
    return None


_LONGEST_NAME = 5


def _takes_over(reading: Reading, hit: Hit, place: int) -> bool:
    """Return whether a verb of its own begins here; one with a pronoun only describes («نقلته الوكالة»)."""
    verb = verb_at(reading, place)
    form = reading.forms[place]
    if verb is not None:
        opens = opens_proposition(form, reading.tokens[place].text)
        return not verb.pronoun and not opens
    item = cue_forms().get(strip_conjunction(form))
    return (item is not None and item.part == "participle" and reading.forms[place - 1] == ",") or (
        form in words("clause_opener")
    )


def _is_object(reading: Reading, hit: Hit, place: int) -> bool:
    form, written = reading.forms[place], reading.tokens[place].text
    if not reading.is_word(place) or place in reading.names_by_token or is_time(form):
        return False
    if _is_told_noun(reading, hit, place):
        return reading.forms[place - 1] not in words("preposition")
    if form[0] in "وف" and form not in words("opener"):
        return False
    definite = is_definite(form)
    bare = form[2:] if definite else form
    if definite and form.endswith(("ي", "يه")) and bare not in words("opener"):
        return False  # «السنة المالية»
    if is_deplored(hit, bare) and not (place == hit.index + 1 and noun_of(form) is not None):
        return _is_closed(reading, hit, place, definite=definite) or _behind_subject(
            reading, hit, place, definite=definite
        )
    following = reading.forms[place + 1] if place + 1 < len(reading.forms) else ""
    if noun_of(form) is not None and bare not in words("opener") and following not in ("في", "علي"):
        return False  # «المساعدة في» is what is offered, «المساعدة» who helps
    helps = bare == "مساعده" and following in ("في", "علي")
    announces = hit.form.cue.lemma == "أعلن" and hit.form.part != "noun"
    if announces and not definite and written.endswith(_PRONOUNS) and len(form) > _SHORTEST_OWNED:
        return following not in (",", ":") and _is_closed(reading, hit, place, definite=False)  # «قائمته النهائية»
    if bare in words("demonstrative") or not (helps or opens_proposition(bare, written[2:] if definite else written)):
        return False
    return _is_closed(reading, hit, place, definite=definite)


def is_deplored(hit: Hit, bare: str) -> bool:
    """Return whether a noun names what is praised, rejected or condemned («الأحكام», «سياسات», «قراره»)."""
    if hit.form.cue.force not in _JUDGES:
        return False
    stems = {bare, *(bare.removesuffix(end) for end in ("ه", "ها", "هم", "هما"))}
    stems |= {stem[:-1] + "ه" for stem in stems if stem.endswith("ت")}
    return not stems.isdisjoint(words("deplored"))


def _behind_subject(reading: Reading, hit: Hit, place: int, *, definite: bool) -> bool:
    """Return whether a definite noun right before closes the subject («شجبت لجنة حماية الصحفيين | الأحكام»)."""
    before = reading.forms[place - 1]
    return definite and place > hit.index + 1 and is_definite(before) and before[2:] not in words("deplored")


def _is_told_noun(reading: Reading, hit: Hit, place: int) -> bool:
    """Return whether an indefinite accusative with its adjective is shown («فرقا واضحا»)."""
    if hit.form.cue.lemma not in _SHOWING or not is_accusative(reading, place) or place + 1 >= len(reading.forms):
        return False
    following = reading.forms[place + 1]
    described = (following.endswith(("ا", "ه")) and _is_bare(following)) or following in ("بقيمه", "بنسبه", "في", "من")
    described = described or (hit.form.cue.lemma == "توقع" and is_attached_l(reading, place + 1))  # «سعرا للخام»
    return described and reading.forms[place] not in words("time") and not reading.forms[place].endswith("يا")


def _is_bare(form: str) -> bool:
    """Return whether a word is no function word and carries no article."""
    return not is_definite(form) and form not in words("conjunction") and form not in words("preposition")


def _is_closed(reading: Reading, hit: Hit, place: int, *, definite: bool) -> bool:
    """Return whether the word before ends its phrase, so that a noun here is no part of it."""
    before = reading.forms[place - 1]
    if place == hit.index + 1:
        return True
    if before in _WHEN:
        return False  # «بعد خرقها الاتفاق»
    if before in _ENDS or is_time(before) or before in words("pronoun_word") or _ends_name(reading, place):
        return True
    if reading.tokens[place - 1].kind == "number":
        return definite or len(before) == _YEAR
    if before in months() or (before in ("الاول", "الثاني") and reading.forms[place - 2] in _MONTHS):
        return True  # «في كانون الأول»
    if before in words("b_word") or before in _LATER or reading.forms[place - 2] in words("occasion"):
        return True  # «باستمرار», «في وقت لاحق», «في مؤتمر صحافي»
    if before in words("preposition") or not reading.is_word(place - 1):
        return False
    if definite:
        return before.endswith(_PRONOUNS) and len(before) > 4
    nisba = before.endswith(("ي", "يه")) and noun_of(before) is None and len(before) > 4
    return is_definite(before) or nisba or (before.endswith(_PRONOUNS[1:]) and len(before) > 4)


def _ends_name(reading: Reading, place: int) -> bool:
    near = range(max(0, place - 8), place)
    return any(name.end == place for at in near if (name := reading.names_by_token.get(at)) is not None)
