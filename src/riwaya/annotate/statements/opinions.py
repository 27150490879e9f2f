"""Opinions with two objects: «اعتبرها البعض معادية», «عدّ القرار خطأ فادحا», «رأى في التصويت "تحذيرا"»."""

from __future__ import annotations

from riwaya.annotate.statements.complements import (
    FOREMOST,
    SELF,
    complement_at,
    is_accusative,
    is_feminine_accusative,
    is_other_cue,
)
from riwaya.annotate.statements.cues import Hit
from riwaya.annotate.statements.lexicon import COMPLEMENTISERS, opens_proposition, words
from riwaya.annotate.statements.noun_phrases import read_phrase
from riwaya.annotate.statements.phrase_starts import begins_phrase, is_owned, noun_of, skip_adverbs
from riwaya.annotate.statements.reading import Reading, is_definite, is_time
from riwaya.annotate.statements.targets import Target
from riwaya.annotate.statements.verbs import verb_at
from riwaya.model import MentionKind

_REACH = 16
_LONG_REACH = 34  # a long object between commas: «اعتبرت الوزارة إقالة المدير ...، إشارة إلى ...»
_LEAST = 3
_SOMEBODY = ("person", "people")
_HOLDERS = ("person", "people", "body")
_HOLDING = frozenset(("اعتبر", "عد", "صنف", "رأى"))
_YEARS = frozenset(("عام", "سنه"))
_ADJECTIVES = ("ي", "يه", "ون", "ين", "ات")
_THIS = frozenset(("هذا", "ذلك", "هذه", "تلك"))


def deemed(reading: Reading, hit: Hit, limit: int, subject_before: bool) -> Target | None:
    """Return what a thing is held to be; with the thing, where a noun phrase and no pronoun names it."""
    whole, limit = limit, min(limit, hit.index + _REACH)
    if hit.form.pronoun:
        first = skip_adverbs(reading, hit.index + 1, limit)
        if hit.form.cue.lemma in _HOLDING and first < limit and _is_complement_alone(reading, hit, first, limit):
            return Target("attached", first, first, None)
        return _of_pronoun(reading, hit, limit) or _held_of_pronoun(reading, hit, limit)
    behind = hit.index + 1
    if hit.form.cue.lemma in _HOLDING and behind + 1 < limit and reading.forms[behind] in SELF:
        return Target("object", behind, behind, None)  # «يعتبر نفسه من أوائل ...»
    found = _of_two(reading, hit, limit, subject_before) or _of_one(reading, hit, limit)
    if found is None and hit.form.cue.lemma in ("اعتبر", "رأى", "عد"):
        found = _of_two(reading, hit, min(whole, hit.index + _LONG_REACH), subject_before)
    return found


def _of_two(reading: Reading, hit: Hit, limit: int, subject_before: bool) -> Target | None:
    """Return object and complement behind a subject, or behind the verb where the subject stands before it."""
    index = skip_adverbs(reading, hit.index + 1, limit)
    this = index + 1 < limit and reading.forms[index] in _THIS and _judges_this(reading, index)
    subject = subject_before or hit.form.number == "p" or (this and hit.form.part != "present")
    if not subject and not (this and hit.form.cue.lemma != "رأى") and begins_phrase(reading, index, limit):
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
            place = complement_at(reading, hit.index + 2, limit)
            return None if place is None else Target("object", place, place, None)
        if index >= limit or reading.forms[index] != "في":
            return None
        index += 1
        this = index + 1 < limit and reading.forms[index] in _THIS and begins_phrase(reading, index + 1, limit)
    passive = hit.form.cue.lemma in ("اعتبر", "عد") and hit.form.part == "present"
    if passive and not subject:
        subject = index < limit and cannot_be_subject(reading, hit, index)
    if not (this or begins_phrase(reading, index, limit)) or (passive and not subject):
        return None
    if hit.form.part == "participle" and not is_definite(reading.forms[index]):
        return None
    if not (is_definite(reading.forms[index]) or index in reading.names_by_token or subject):
        return None
    place = complement_at(reading, index + 1, limit)
    if place is None and not _is_its_own(reading, index, limit):
        return None
    return Target("object", index, index, None)


def _is_its_own(reading: Reading, index: int, limit: int) -> bool:
    """Return whether a name is held to be something of the subject's own («يعتبر السكان القدس عاصمتهم»)."""
    name = reading.names_by_token.get(index)
    if name is None or name.kind is MentionKind.PER or name.end >= limit:
        return False
    form, behind = reading.forms[name.end], reading.forms[name.end + 1 : name.end + 2]
    ends = not behind or behind[0] in (".", ",") or behind[0][0] == "و" or name.end + 1 >= limit
    return is_owned(form) and form.endswith(("ه", "ها", "هم")) and ends


def _judges_this(reading: Reading, index: int) -> bool:
    """Return whether «ذلك» alone is what is judged («تعتبر ذلك "تهديدا"»), and points at no noun behind it."""
    quotation = reading.opens_quotation(index + 1)
    return (quotation is not None and quotation.closed) or is_accusative(reading, index + 1)


def cannot_be_subject(reading: Reading, hit: Hit, index: int) -> bool:
    """Return whether a verb of the other gender has the noun behind it as its object («تعتبر ذلك "تهديدا"»)."""
    form = reading.forms[index]
    name = reading.names_by_token.get(index)
    if form in ("ذلك", "هذا"):
        gender = "m"
    elif form in ("هذه", "تلك") or (is_definite(form) and form.endswith("ه") and name is None):
        gender = "f"
    elif name is not None and name.kind is MentionKind.GPE and reading.forms[name.end : name.end + 1] != ():
        adjective = reading.forms[name.end - 1 if name.end > index + 1 else name.end]
        gender = "f" if is_definite(adjective) and adjective.endswith("يه") else ""
    else:
        gender = (noun_of(form) or ("", ""))[1] if is_definite(form) else ""
    return bool(gender and hit.form.gender) and gender != hit.form.gender


def _end_of_subject(reading: Reading, index: int, limit: int) -> int:
    """Return where the subject ends: an indefinite plural right before a definite noun («آخرون | السينما»)."""
    form, following = reading.forms[index], reading.forms[index + 1 : index + 2]
    if form.endswith("ون") and not is_definite(form) and following and is_definite(following[0]):
        return index + 1
    people = is_definite(form) and (noun_of(form) or ("",))[0] == "people" and index not in reading.names_by_token
    if people and following and is_definite(following[0]) and not following[0].endswith(_ADJECTIVES):
        return index + 1  # «السكان | الجبل»
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
    if place < limit and opens_proposition(reading.forms[place], reading.tokens[place].text):
        return None  # «اعتبرت إيران إقالة الوزير، إشارة إلى ...»
    held = place < limit and (is_accusative(reading, place) or is_feminine_accusative(reading, place, index + 1))
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


def _is_complement_alone(reading: Reading, hit: Hit, index: int, limit: int) -> bool:
    """Return whether an indefinite noun is what he or it is held to be, not who does («تعتبرها منظمة إرهابية»)."""
    form = reading.forms[index]
    noun = noun_of(form)
    if noun is None or index in reading.names_by_token or is_definite(form) or form in words("name_kept"):
        return False
    if noun[1] and hit.form.gender and noun[1] != hit.form.gender and noun[0] == "person":
        return True  # «يعتبرها فنانة هادئة»
    if index + 1 >= limit or noun[0] not in ("body", "person") or is_definite(reading.forms[index + 1]):
        return False
    adjective = reading.forms[index + 1]
    behind = reading.forms[index + 2] if index + 2 < limit else "."
    ends = behind in (".", ",", "،", '"') or behind[0] == "و" or behind in words("preposition")
    return adjective.endswith("يه") and form.endswith("ه") and index + 1 not in reading.names_by_token and ends


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
        return following == "بين" or following in FOREMOST
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
    return place not in reading.names_by_token and not is_other_cue(reading, place) and verb_at(reading, place) is None


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
    place = complement_at(
        reading, hit.index + 1, limit, near=hit.index + 1, described="describe" in hit.form.cue.frames
    )
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
