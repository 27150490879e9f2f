"""Where the words that name a speaker end: no age, no preposition without its noun, no share without its people."""

from __future__ import annotations

from riwaya.annotate.statements.lexicon import COMPLEMENTISERS, opens_proposition, words
from riwaya.annotate.statements.noun_phrases import read_phrase
from riwaya.annotate.statements.phrase_starts import begins_phrase, is_owned, is_preposition, noun_of
from riwaya.annotate.statements.reading import Reading, is_definite, is_time
from riwaya.annotate.statements.verbs import verb_at
from riwaya.arabic.frequencies import load_frequencies, load_given_names, load_name_counts
from riwaya.model import MentionKind

_AGED = frozenset(("البالغ", "البالغه"))
_HANGING = frozenset(("في", "من", "الي", "علي", "عن", "باسم", "لدي", "مع"))
_PERCENT = frozenset(("%", "٪"))
_HUNDRED = frozenset(("الميه", "المايه", "بالميه", "بالمايه"))
_COUNTS = frozenset(
    ("ثلاثه", "اربعه", "خمسه", "سته", "سبعه", "ثمانيه", "تسعه", "ثلاث", "اربع", "خمس", "ست", "سبع", "ثماني", "تسع")
) | frozenset(("اثنان", "اثنين", "اقل", "اكثر"))
_ISSUED = frozenset(("صدر", "صدرت", "نشر", "نشرت"))
_MANY = frozenset(("عده", "عديده"))  # written like «عدّه»
_PORTFOLIOS = frozenset(("خارجيه", "داخليه", "دفاع", "ماليه", "عدل", "صحه", "اعلام", "طاقه", "نفط", "اقتصاد"))
_LEAST_WAITING = 3  # letters that a particle and its noun have at least, less one
_NAMED = 20  # times that a word stands in a name, from which on it may go on with one
_COMMON = 20  # articles in which a word stands
_AMONG = frozenset(("ومنهم", "بينهم", "وبينهم", "ومنها", "بينها"))
_LEAST_PLURAL = 4  # letters of «محللو»
_THOSE = frozenset(("اوليك", "هولاء"))
_OF_THEM = frozenset(("منهم", "منهن", "منها"))


def whole_end(reading: Reading, first: int, end: int) -> int:
    """Return one past the last token that names a speaker, who begins at `first` and was read up to `end`."""
    end = _without_verb(reading, first, _without_age(reading, first, _with_name_alone(reading, first, end)))
    limit = reading.sentences[reading.sentence_of[first]][1]
    if end == first + 1:
        end = _with_people(reading, first, limit)
    return _with_genitive(reading, first, end, limit)


def _with_name_alone(reading: Reading, first: int, end: int) -> int:
    """Return where a person's name ends that an object, an adjunct or a title follows («أخبر سامي قادة العالم»).

    What may be a part of the name stays, and so do second names, aliases and what commas part.
    """
    name = reading.names_by_token.get(first)
    if name is None or name.kind is not MentionKind.PER or not first < name.end < end:
        return end
    form = reading.forms[name.end]
    if form == '"':
        inner = reading.names_by_token.get(name.end + 1)
        told = inner is not None and inner.kind in (MentionKind.OUTLET, MentionKind.ORG)
        return name.end if told else end  # «أبلغ سامي "النهر" أن»
    if not reading.is_word(name.end) or form[0] == "و" or name.end in reading.names_by_token:
        return end
    if is_definite(form) and name.end == first + 1 and reading.forms[first] in load_given_names():
        return end  # «سامي الحداد», of which only the first name is known
    if load_name_counts().get(form, 0) >= _NAMED:
        return end
    other = noun_of(form) is not None or is_owned(form) or load_frequencies().get(form, 0) >= _COMMON
    return name.end if other or is_definite(form) or is_preposition(reading, name.end) else end


def _without_age(reading: Reading, first: int, end: int) -> int:
    """Return where «الحارس البالغ من العمر 24 عاما» stops saying who it is."""
    for place in range(first + 1, end):
        if reading.forms[place] in _AGED and reading.forms[place + 1 : place + 3] == ("من", "العمر"):
            return place - (place - 1 > first and reading.forms[place - 1] == ",")
    return end


def _without_verb(reading: Reading, first: int, end: int) -> int:
    """Return where a document is named whose clause was cut in its verb («تقرير صدر», «بحث أجرته»)."""
    noun, last = noun_of(reading.forms[first]), reading.forms[end - 1]
    told = noun is not None and noun[0] == "document" and not is_definite(reading.forms[first])
    verb = (
        (verb_at(reading, end - 1) is not None or last in _ISSUED)
        and last not in _MANY
        and end - 1 not in reading.names_by_token
    )
    return end - 1 if told and verb and first + 1 < end else end


def _with_people(reading: Reading, first: int, limit: int) -> int:
    """Return where a share of people ends: «5 في المئة من النساء», «تسعة من كل عشرة», «79٪ منهم»."""
    forms, place = reading.forms, first + 1
    if reading.tokens[first].kind == "number":
        if forms[place : place + 1] and forms[place] in _PERCENT:
            place += 1
        elif forms[place : place + 1] == ("في",) and forms[place + 1 : place + 2] and forms[place + 1] in _HUNDRED:
            place += 2
        elif forms[place : place + 1] and forms[place] in _HUNDRED:
            place += 1
        else:
            return first + 1
    elif forms[first] not in _COUNTS:
        return first + 1
    return _behind_share(reading, place, limit)


def _behind_share(reading: Reading, place: int, limit: int) -> int:
    """Return where those end of whom a share is told from `place` on, else `place`."""
    forms = reading.forms
    if place < limit and forms[place] in _OF_THEM:
        return place + 1
    if place + 1 >= limit or forms[place] != "من":
        return place
    if reading.tokens[place + 1].kind == "number":
        return _behind_share(reading, place + 2, limit)  # «أقل من 1 من كل 10»
    if forms[place + 1] == "كل" and place + 2 < limit:
        return place + 3
    pointed = place + 1 + (forms[place + 1] in words("demonstrative") | _THOSE)
    return read_phrase(reading, pointed, limit, greedy=False).end if begins_phrase(reading, pointed, limit) else place


def _with_genitive(reading: Reading, first: int, end: int, limit: int) -> int:
    """Return the end with the noun that a last preposition governs («متحدث باسم الحكومة»), or without that one."""
    last = reading.forms[end - 1]
    if end - 1 == first:
        return _with_owner(reading, first, limit)
    if last in _AMONG:
        return end - 1
    if _in_person(reading, first, end - 1):
        return end
    if last in _HANGING:
        governed = end < limit and reading.is_word(end) and begins_phrase(reading, end, limit)
        return read_phrase(reading, end, limit, greedy=False).end if governed else end - 1
    if end - 1 in reading.names_by_token or end >= limit or is_time(reading.forms[end]):
        return end
    if last in _PORTFOLIOS:  # «وزيرة خارجية الفلبين»
        name = reading.names_by_token.get(end)
        state = name is not None and name.kind in (MentionKind.GPE, MentionKind.ORG) and not name.offset
        return name.end if name is not None and state else end + is_definite(reading.forms[end])
    if not is_definite(reading.forms[end]):
        return end
    if len(last) > _LEAST_WAITING and last[0] == "ل" and noun_of(last) is None and not last.startswith("لل"):
        verbal = opens_proposition(last[1:], reading.tokens[end - 1].text[1:])  # «لاستخدام المدنيين»
        return end + (not verbal)  # «المفوض السامي لحقوق الإنسان»
    return _with_joined(reading, first, end, limit)


def _with_joined(reading: Reading, first: int, end: int, limit: int) -> int:
    """Return the end with the genitive of a last noun behind «و» («هيئة الاتصالات وتقنية المعلومات»)."""
    last = reading.forms[end - 1]
    indefinite = len(last) > _LEAST_WAITING and last[0] == "و" and not is_definite(last[1:])
    settled = any(is_definite(form) for form in reading.forms[first : end - 1])
    if not (indefinite and settled) or noun_of(last) is not None:
        return end
    owner = read_phrase(reading, end, limit, greedy=False).end
    return owner if owner < limit and reading.forms[owner] in (*COMPLEMENTISERS, '"', ":", ",", "في") else end


def _with_owner(reading: Reading, first: int, limit: int) -> int:
    """Return where one noun that no table knows ends with its genitive: «متطوعو الدفاع المدني», «آمر الشعبة»."""
    form, end = reading.forms[first], first + 1
    alone = not reading.is_word(first) or first in reading.names_by_token or is_definite(form)
    if alone or end >= limit or not begins_phrase(reading, end, limit) or is_time(reading.forms[end]):
        return end
    noun = noun_of(form)
    if form.endswith("و") and len(form) > _LEAST_PLURAL and noun is None and noun_of(form + "ن") is not None:
        return read_phrase(reading, end, limit, greedy=False).end
    known = noun is not None or form in reading.surnames or form in load_given_names() or form.endswith(("ون", "ا"))
    if known or not is_definite(reading.forms[end]) or end in reading.names_by_token:
        return end
    owner = read_phrase(reading, end, limit, greedy=False).end
    said = owner < limit and reading.forms[owner] in (*COMPLEMENTISERS, '"', ":")
    return owner if said else end


def _in_person(reading: Reading, first: int, index: int) -> bool:
    """Return whether a person's name covers the token («وو في»)."""
    names = ((place, reading.names_by_token.get(place)) for place in range(first, index + 1))
    return any(name is not None and name.kind is MentionKind.PER and name.end > index for _, name in names)
