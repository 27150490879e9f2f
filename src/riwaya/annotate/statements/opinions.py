"""Opinions with two objects: «اعتبرها البعض معادية», «عدّ القرار خطأ فادحا», «رأى في التصويت "تحذيرا"»."""

from __future__ import annotations

from riwaya.annotate.statements.cues import Hit
from riwaya.annotate.statements.lexicon import COMPLEMENTISERS, cue_forms, words
from riwaya.annotate.statements.noun_phrases import read_phrase
from riwaya.annotate.statements.phrase_starts import begins_phrase, is_owned, noun_of, skip_adverbs
from riwaya.annotate.statements.reading import Reading, is_definite, is_time
from riwaya.annotate.statements.targets import Target
from riwaya.annotate.statements.verbs import verb_at
from riwaya.model import MentionKind

_REACH = 16
_LEAST = 3
_SOMEBODY = ("person", "people")
_HOLDERS = ("person", "people", "body")
_HOLDING = frozenset(("اعتبر", "عد", "صنف", "رأى"))
_YEARS = frozenset(("عام", "سنه"))
_FOREMOST = frozenset(("اوايل", "اهم", "ابرز", "افضل", "اكبر", "اكثر", "اخطر", "اشد", "اوحش", "اسوا"))
_JOINTS = frozenset((",", "#", "_"))


def deemed(reading: Reading, hit: Hit, limit: int, subject_before: bool) -> Target | None:
    """Return what a thing is held to be; with the thing, where a noun phrase and no pronoun names it."""
    limit = min(limit, hit.index + _REACH)
    if hit.form.pronoun:
        return _of_pronoun(reading, hit, limit) or _held_of_pronoun(reading, hit, limit)
    return _of_two(reading, hit, limit, subject_before) or _of_one(reading, hit, limit)


def _of_two(reading: Reading, hit: Hit, limit: int, subject_before: bool) -> Target | None:
    """Return object and complement behind a subject, or behind the verb where the subject stands before it."""
    index = skip_adverbs(reading, hit.index + 1, limit)
    subject = subject_before
    if not subject_before and begins_phrase(reading, index, limit):
        named = reading.names_by_token.get(index)
        end = named.end if named is not None else _end_of_subject(reading, index, limit)
        end = skip_adverbs(reading, end, limit)
        somebody = named is not None or (noun_of(reading.forms[index]) or ("",))[0] in _SOMEBODY
        if somebody and hit.form.cue.lemma != "رأى":
            end = _behind_phrases(reading, end, limit)
            if end < limit and reading.opens_quotation(end) is not None:
                return None  # «اعتبر المتحدث، في تصريح، "..."»
        through = hit.form.cue.lemma == "رأى" and end < limit and reading.forms[end] == "في"
        if through or begins_phrase(reading, end, limit):
            index, subject = end, True
    if hit.form.cue.lemma == "رأى":
        if hit.index + 1 < limit and reading.forms[hit.index + 1] in ("فيه", "فيها", "فيهم"):
            place = _complement(reading, hit.index + 2, limit)
            return None if place is None else Target("object", place, place, None)
        if index >= limit or reading.forms[index] != "في":
            return None
        index += 1
    passive = hit.form.cue.lemma in ("اعتبر", "عد") and hit.form.part == "present"
    if not begins_phrase(reading, index, limit) or (passive and not subject):
        return None
    if hit.form.part == "participle" and not is_definite(reading.forms[index]):
        return None
    if not (is_definite(reading.forms[index]) or index in reading.names_by_token or subject):
        return None
    place = _complement(reading, index + 1, limit)
    return None if place is None else Target("object", index, index, None)


def _end_of_subject(reading: Reading, index: int, limit: int) -> int:
    """Return where the subject ends: an indefinite plural right before a definite noun («آخرون | السينما»)."""
    form, following = reading.forms[index], reading.forms[index + 1 : index + 2]
    if form.endswith("ون") and not is_definite(form) and following and is_definite(following[0]):
        return index + 1
    return read_phrase(reading, index, limit, greedy=False).end


def _of_one(reading: Reading, hit: Hit, limit: int) -> Target | None:
    """Return object and complement behind a past without a subject of its own («بعد أن اعتبر القدس عاصمة ...»)."""
    index = hit.index + 1
    if hit.form.part != "past" or hit.form.cue.lemma not in _HOLDING or not begins_phrase(reading, index, limit):
        return None
    name = reading.names_by_token.get(index)
    if name is None or name.kind is MentionKind.PER:
        return None
    place = name.end
    held = place < limit and (is_accusative(reading, place) or _is_feminine_accusative(reading, place, index + 1))
    return Target("object", index, index, None) if held else None


def _held_of_pronoun(reading: Reading, hit: Hit, limit: int) -> Target | None:
    """Return what somebody holds it to be, whatever its form («الذي تعتبره أنقرة تنظيما», «تعتبرها غير شرعية»)."""
    if hit.form.cue.lemma not in _HOLDING:
        return None
    index = skip_adverbs(reading, hit.index + 1, limit)
    named = reading.names_by_token.get(index)
    somebody = named is not None or (noun_of(reading.forms[index] if index < limit else "") or ("",))[0] in _HOLDERS
    if somebody and begins_phrase(reading, index, limit):
        end = named.end if named is not None else read_phrase(reading, index, limit, greedy=False).end
        place = skip_adverbs(reading, end, limit)
    else:
        place = index
    if place + 2 < limit and reading.forms[place] in _YEARS and reading.tokens[place + 1].kind == "number":
        place += 2  # «اعتبرتها الصحيفة عام 2010 ...»
    if place >= limit or not _is_held(reading, place, somebody=somebody):
        return None
    quotation = reading.opens_quotation(place)
    if quotation is not None:
        return Target("quote", place, place + 1, quotation)
    return Target("attached", place, place, None)


def _is_held(reading: Reading, place: int, *, somebody: bool) -> bool:
    """Return whether a complement begins at the token: indefinite, or what only a complement begins with.

    Args:
        somebody: who holds it so stands right before, so that any indefinite noun is what it is held to be.
    """
    form = reading.forms[place]
    following = reading.forms[place + 1] if place + 1 < len(reading.forms) else ""
    quotation = reading.opens_quotation(place)
    if quotation is not None:
        return quotation.closed and somebody
    if form == "غير":
        return bool(following) and following not in COMPLEMENTISERS
    if form == "من":
        return following == "بين" or following in _FOREMOST
    if form in ("بمثابه", "ك", "كـ"):
        return True
    if not _may_be_held(reading, place):
        return False
    if is_accusative(reading, place) or form.endswith(("يه", "ه")):
        return not form.endswith(("ته", "ره")) or reading.tokens[place].text.endswith("ة")
    return somebody


def _may_be_held(reading: Reading, place: int) -> bool:
    """Return whether an indefinite noun or adjective stands there, no verb, particle or date."""
    form = reading.forms[place]
    closed = form in words("preposition") or form in words("conjunction") or form in words("clause_opener")
    if not reading.is_word(place) or closed or form in COMPLEMENTISERS or len(form) < _LEAST:
        return False
    if is_definite(form) or is_time(form) or form in words("no_accusative") or form[0] in "وفلب":
        return False
    return place not in reading.names_by_token and not _is_other_cue(reading, place) and verb_at(reading, place) is None


def _behind_phrases(reading: Reading, index: int, limit: int) -> int:
    """Return the token behind prepositional phrases («في تصريحات صحفية الخميس»)."""
    while index + 1 < limit and reading.forms[index] in words("preposition"):
        if not begins_phrase(reading, index + 1, limit):
            break
        index = read_phrase(reading, index + 1, limit, greedy=False).end
        while index < limit and not is_definite(reading.forms[index]) and reading.forms[index].endswith(("ي", "يه")):
            index += 1  # «تصريحات صحفية»
        index = skip_adverbs(reading, index, limit)
    return index


def _of_pronoun(reading: Reading, hit: Hit, limit: int) -> Target | None:
    """Return the complement behind «اعتبرها البعض», «عدّته ...», «وصفها بأنها ...»."""
    place = _complement(reading, hit.index + 1, limit, near=hit.index + 1, described="describe" in hit.form.cue.frames)
    if place is None:
        return None
    quotation = reading.opens_quotation(place)
    if quotation is not None:
        return Target("quote", place, place + 1, quotation)
    form = reading.forms[place]
    if form in COMPLEMENTISERS or form in ("ب", "بـ"):
        quotation = reading.opens_quotation(place + 1)
        if quotation is not None:
            return Target("complement", place, place + 2, quotation)
        return Target("complement", place, place + 1, None) if place + 1 < limit else None
    return Target("attached", place, place, None)


def _complement(
    reading: Reading, index: int, limit: int, *, near: int | None = None, described: bool = False
) -> int | None:
    """Return the first token of what something is held to be: a quotation, an indefinite accusative, or «بـ ...»."""
    for place in range(index, limit):
        form = reading.forms[place]
        if form == '"':
            quotation = reading.opens_quotation(place)
            name = noun_of(reading.forms[place - 1]) is not None
            return place if quotation is not None and quotation.closed and not name else None
        if not reading.is_word(place) and form not in _JOINTS:
            return None
        if not described and near is None and place > index and _is_likened(reading, place):
            return place
        if described and (form in COMPLEMENTISERS or (form.startswith("ب") and form not in words("b_word"))):
            return None if form in words("b_adjunct") else place
        if form in COMPLEMENTISERS or form in words("clause_opener") or _is_other_cue(reading, place):
            return None
        if described:
            continue
        if is_accusative(reading, place) or (near is None and _is_feminine_accusative(reading, place, index)):
            return place
        behind_subject = near is not None and place > near and not is_definite(form) and form.endswith("ه")
        if behind_subject and place not in reading.names_by_token and form not in words("preposition"):
            return place
    return None


def _is_likened(reading: Reading, place: int) -> bool:
    """Return whether «غير شرعي», «بمثابة ...» or «كـ"..."» tells what the thing before is held to be."""
    form, following = reading.forms[place], reading.forms[place + 1 : place + 2]
    near = range(max(0, place - 6), place)
    named = any(name.end == place for at in near if (name := reading.names_by_token.get(at)) is not None)
    before = reading.forms[place - 1]
    if not (named or is_definite(before) or is_owned(before) or before == ")"):
        return False  # «في تصريح غير مسبوق»
    if form == "غير" and following and following[0] not in COMPLEMENTISERS:
        return True
    return form == "بمثابه" or (form in ("ك", "كـ") and following == ('"',))


def _is_feminine_accusative(reading: Reading, index: int, first: int) -> bool:
    """Return whether an indefinite feminine noun follows a definite one or a name («تعتبر الحركة جماعة "إرهابية"»)."""
    form, before = reading.forms[index], index - 1
    named = index in reading.names_by_token and noun_of(form) is None
    if is_definite(form) or not form.endswith("ه") or named or is_time(form):
        return False
    closes = any(name.end == index for place in range(first - 1, index) if (name := reading.names_by_token.get(place)))
    return (closes or is_definite(reading.forms[before])) and form not in words("preposition") and len(form) > _LEAST


def _is_other_cue(reading: Reading, place: int) -> bool:
    form = reading.forms[place]
    if reading.tokens[place].text.endswith("ة"):
        return False  # «دعاة» is no «دعاه»
    item = cue_forms().get(form[1:] if form[0] in "وف" else form)
    return item is not None and item.part != "noun"


def is_accusative(reading: Reading, index: int) -> bool:
    """Return whether an indefinite noun or adjective in the accusative stands there («جزءا», «تحذيراً»)."""
    form = reading.forms[index]
    if (
        index in reading.names_by_token
        or form in words("no_accusative")
        or is_time(form)
        or is_definite(form)
        or len(form) < _LEAST
    ):
        return False
    if form.endswith(("ها", "هما", "كما", "نا")):
        return False  # «في بيانها»
    return form.endswith("ا") and form not in words("preposition") and form not in words("conjunction")
