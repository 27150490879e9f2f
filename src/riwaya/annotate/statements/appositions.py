"""A name behind a comma, in apposition to a title: «المتحدثة باسم الخارجية، هيذر نويرت،»."""

from __future__ import annotations

from riwaya.annotate.statements.lexicon import (
    COMPLEMENTISERS,
    cue_forms,
    opens_proposition,
    strip_conjunction,
    words,
)
from riwaya.annotate.statements.phrase_starts import (
    PERIODS,
    RELATIVES,
    Phrase,
    begins_phrase,
    is_attached_l,
    noun_of,
    skip_adverbs,
    without_l,
)
from riwaya.annotate.statements.reading import Reading, is_definite, is_time
from riwaya.annotate.statements.verbs import verb_at
from riwaya.arabic.frequencies import load_given_names
from riwaya.model import MentionKind

_ADDRESSING = frozenset(("ل", "لـ"))  # «سامي الحداد لـ "النهر"»
_FARTHEST = 14
_LONGEST_ASIDE = 12
_LONGEST_CONSTRUCT = 3


def with_later_name(reading: Reading, phrase: Phrase, mark: int | None, *, transitive: bool = False) -> Phrase:
    """Return a title with the name at its far end.

    «رئيسة اللجنة التي تمنح الجائزة ليلى حداد» ends at the content; «المستشار لدى الوزير المكلف بمتابعة البرامج كريم
    النجار في حوار ...» ends before an adjunct.

    Args:
        mark: first token of what points at the content.
        transitive: the verb names somebody before the content («اتهم النائب عن الحزب كريم النجار الحكومة بـ»).
    """
    if mark is None or phrase.kind != "person" or phrase.name != phrase.first or phrase.end >= mark:
        return phrase
    opening = reading.forms[phrase.end]
    if reading.forms[phrase.end - 1] == '"' and is_named(reading, phrase.end, mark):
        return _with_name(reading, phrase, phrase.end, mark, transitive=transitive)  # «الناطق باسم "الحزب" كريم النجار»
    relative = opening in RELATIVES
    within = opening in ("من", "في", "علي", "عن")
    if not (relative or within or opening == "لدي" or opening.startswith(("ل", "ب", "المكلف"))):
        return phrase
    addressed = reading.names_by_token.get(phrase.end)
    first = addressed.end if addressed is not None and addressed.offset else phrase.end + 1
    for place in range(first, min(mark, phrase.end + _FARTHEST)):
        if not is_named(reading, place, mark):
            behind = reading.forms[place] == "," and is_named(reading, place + 1, mark)
            if (reading.forms[place] == "," and not behind) or reading.forms[place] in words("occasion"):
                return phrase
            continue
        if within and reading.forms[place - 1] not in (",", '"') and not is_definite(reading.forms[place - 1]):
            return phrase  # «مسؤول من فريق سامي الحداد»
        mention = reading.names_by_token.get(place)
        end = mention.end if mention is not None else place + 2
        before, after = reading.forms[place - 1], reading.forms[min(end, mark)]
        ends = skip_adverbs(reading, end, mark) >= mark or (before == after == ",")
        ends = ends or (transitive and within and begins_phrase(reading, skip_adverbs(reading, end, mark), mark))
        if verb_at(reading, place - 1) is not None or (relative and _is_indefinite(reading, phrase)):
            return phrase  # «قيادي في التحالف الذي يدعم الحداد»: it is not he who speaks
        governed = before in words("preposition") or (before.endswith(("ه", "ها")) and before.startswith("ل"))
        if (
            governed
            or noun_of(without_l(before)) is not None
            or not (ends or (not relative and after in words("preposition")))
        ):
            return phrase
        return Phrase(phrase.first, end, place, "person", phrase.gender)
    return phrase


def _with_name(reading: Reading, phrase: Phrase, place: int, mark: int, *, transitive: bool) -> Phrase:
    """Return a title with the name that stands right behind it, where that is no object."""
    mention = reading.names_by_token.get(place)
    end = mention.end if mention is not None else place + 2
    behind = skip_adverbs(reading, end, mark)
    if behind < mark and not (transitive and begins_phrase(reading, behind, mark)):
        return phrase
    return Phrase(phrase.first, end, place, "person", phrase.gender)


def _is_indefinite(reading: Reading, phrase: Phrase) -> bool:
    """Return whether a title names just anybody («قيادي في ...», «ضابط سابق»), so that no name stands beside it."""
    second = reading.forms[phrase.first + 1] if phrase.first + 1 < phrase.end else ""
    return not is_definite(reading.forms[phrase.first]) and not is_definite(second) and noun_of(second) is None


def with_title_behind(reading: Reading, phrase: Phrase, mark: int | None, *, described: bool = False) -> Phrase:
    """Return a person's name with the title behind it («اعتبر سامي الحداد لاعب النصر السابق رحيل صديقه صدمة»).

    Whoever is told of there is the object where nothing else stands between him and the content.

    Args:
        described: the verb has an object of its own before the content («وصفت ليلى حداد مديرة المركز القاعة بأنها»).
    """
    if mark is None or phrase.kind != "name" or phrase.end + 1 >= mark:
        return phrase
    noun = noun_of(reading.forms[phrase.end])
    elative = reading.forms[phrase.end] in ("كبير", "كبيره")  # «كبير أمناء المجلس»
    if not elative and (noun is None or noun[0] != "person" or is_definite(reading.forms[phrase.end])):
        return phrase
    end = phrase.end + 1
    while end < mark and (is_definite(strip_conjunction(reading.forms[end])) or end in reading.names_by_token):
        end = reading.names_by_token[end].end if end in reading.names_by_token else end + 1
    if end == phrase.end + 1 or elative:
        end = _behind_construct(reading, end, mark)
    behind = behind_place(reading, end, mark)
    if described and end > phrase.end + 1 and behind < mark and begins_phrase(reading, behind, mark):
        return Phrase(phrase.first, behind, phrase.name, phrase.kind, phrase.gender)
    object_behind = end < mark and reading.is_word(end) and begins_phrase(reading, end, mark)
    verbal = object_behind and opens_proposition(reading.forms[end], reading.tokens[end].text)
    return Phrase(phrase.first, end, phrase.name, phrase.kind, phrase.gender) if verbal else phrase


def _behind_construct(reading: Reading, index: int, limit: int) -> int:
    """Return the token behind bare nouns and the definite one that closes them («مديرة مركز الموسيقى»)."""
    place = index
    while place < min(limit, index + _LONGEST_CONSTRUCT):
        form = reading.forms[place]
        if is_definite(form) or place in reading.names_by_token:
            return reading.names_by_token[place].end if place in reading.names_by_token else place + 1
        if not reading.is_word(place) or form in words("preposition") or form[0] in "وفبل":
            return index
        place += 1
    return index


def behind_place(reading: Reading, index: int, limit: int) -> int:
    """Return the token behind «في المدينة،» where a place completes a title, else `index`."""
    end = index
    if end + 2 < limit and reading.forms[end] in ("في", "لدي") and reading.is_word(end + 1):
        name = reading.names_by_token.get(end + 1)
        end = name.end if name is not None else end + 2 if is_definite(reading.forms[end + 1]) else end
    return end + 1 if end < limit and reading.forms[end] == "," else end


def behind_asides(reading: Reading, index: int, limit: int) -> int:
    """Return the token behind what stands between commas («، والد فادي، في بيان، الجهاز بـ»), else `index`."""
    while index < limit and reading.forms[index] == ",":
        behind = _behind_aside(reading, index, limit)
        if behind == index:
            break
        index = behind
    return index


def _behind_aside(reading: Reading, index: int, limit: int) -> int:
    for place in range(index + 2, min(limit, index + _LONGEST_ASIDE)):
        if reading.forms[place] == ",":
            if begins_phrase(reading, place + 1, limit):
                return place + 1
            aside = place + 2 < limit and reading.forms[place + 1] in words("preposition")
            return place if aside else index
        if not reading.is_word(place) and reading.forms[place] not in ('"', "(", ")", "#"):
            return index
    return index


def _is_attached_name(reading: Reading, index: int) -> bool:
    """Return whether the token is a name with a particle before it («لرويترز»)."""
    mention = reading.names_by_token.get(index)
    return mention is not None and mention.offset == 1 and reading.forms[index][0] in "بلو"


def is_named(reading: Reading, index: int, limit: int) -> bool:
    """Return whether a person's name begins at the token."""
    mention = reading.names_by_token.get(index)
    if mention is None and index + 1 < limit:
        return reading.forms[index] in load_given_names() and reading.is_word(index + 1)
    return index < limit and mention is not None and mention.kind is MentionKind.PER and mention.offset == 0


def with_apposition(reading: Reading, phrase: Phrase, limit: int) -> Phrase:
    """Return «المتحدثة باسم الخارجية، هيذر نويرت،» with the name behind the comma as the speaker's."""
    first = phrase.end + 1
    if first >= limit or reading.forms[phrase.end] != ",":
        return phrase
    form = reading.forms[first]
    named = reading.names_by_token.get(first)
    end = first if named is None else min(limit, named.end)  # «محمد علي جعفري، على القرار»
    while end < min(limit, first + 6) and (reading.is_word(end) or reading.forms[end] in ("-", ".", "#")):
        word = reading.forms[end]
        if word in words("preposition") or is_time(word) or word in COMPLEMENTISERS or word in words("stop"):
            break
        if word in words("pronoun_word") or word in _ADDRESSING or _is_attached_name(reading, end):
            break
        if end > first and is_attached_l(reading, end) and end not in reading.names_by_token:
            break  # «سامي الحداد للصحفيين»
        end += 1
    after = reading.forms[end] if end < limit else ""
    if form in words("conjunction") or form in words("clause_opener") or verb_at(reading, first) is not None:
        return phrase
    closed = (
        (after in words("preposition") and is_named(reading, first, limit))
        or after in ("", ",", ":", "(", '"')
        or after in words("pronoun_word")
        or after in COMPLEMENTISERS
        or (end < limit and is_attached_l(reading, end))
    )
    kept = form in words("name_kept")
    if end == first or not (closed or first in reading.names_by_token):
        return phrase
    if (
        not kept
        and not is_named(reading, first, limit)
        and (is_definite(form) or noun_of(form) or strip_conjunction(form) in cue_forms() or form in PERIODS)
    ):
        return phrase
    mention = reading.names_by_token.get(first)
    if mention is not None and mention.offset:
        return phrase  # «المتحدثة باسم الجامعة، لرويترز، إن»
    attached = form[0] in "بلو" and form not in words("b_word") and form not in words("l_word")
    attached = attached and form not in load_given_names()
    if attached and mention is None:
        return phrase  # «المؤسسة، ومقرها العاصمة، أن»
    if opens_proposition(form, reading.tokens[first].text) and first not in reading.names_by_token:
        return phrase
    return Phrase(phrase.first, end, first, "person", phrase.gender)
