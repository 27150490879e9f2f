"""Whose title it is: the name behind what completes one («المبعوث إلى ليبيا سامي الحداد», «الناطق، العقيد سامي»)."""

from __future__ import annotations

from dataclasses import replace

from riwaya.annotate.statements.appositions import is_named
from riwaya.annotate.statements.lexicon import COMPLEMENTISERS, words
from riwaya.annotate.statements.phrase_starts import (
    ONES,
    RELATIVES,
    Phrase,
    begins_phrase,
    is_attached_l,
    is_preposition,
    noun_of,
    skip_adverbs,
)
from riwaya.annotate.statements.ranks import RANKS
from riwaya.annotate.statements.reading import Reading, is_definite, is_time
from riwaya.annotate.statements.relatives import is_relative
from riwaya.annotate.statements.verbs import verb_at
from riwaya.model import MentionKind

_FARTHEST = 14  # tokens from the title's end to the name
# What goes on with a rank before the name («الفريق أول ركن سامي», «اللفتنانت جنرال سام»).
_BEHIND_RANK = frozenset(("اول", "ثان", "ركن", "الركن", "طيار", "بحري", "مهندس", "جنرال", "كولونيل", "كوماندر"))
_COMPLETING = frozenset(("في", "لدي", "الي", "عن", "علي", "من"))


def with_holder(reading: Reading, phrase: Phrase, mark: int | None, *, transitive: bool) -> Phrase:
    """Return a title with the name of its holder, where commas, a rank or what completes the title stand between.

    Args:
        phrase: a title without a name, right behind its cue.
        mark: first token of what points at the content.
        transitive: the verb may name somebody else before the content («اتهم», «دعا»).
    """
    if mark is None or phrase.kind != "person" or phrase.end >= mark:
        return phrase
    if reading.forms[phrase.first] in ONES and reading.forms[phrase.end] != ",":
        return phrase  # «أحد مرافقي الشيخ سامي»: one of those who serve him
    if phrase.name != phrase.first and not _serves_him(reading, phrase, mark):
        return phrase
    name = _holder(reading, phrase, mark)
    if name is None:
        return phrase
    end = reading.names_by_token[name].end
    if not _closes(reading, name, end, mark, transitive=transitive):
        return phrase
    return replace(phrase, end=end, name=name)


def _serves_him(reading: Reading, phrase: Phrase, mark: int) -> bool:
    """Return whether the name in a title is whom its holder serves («الطبيب الخاص لسامي الدكتور كريم»)."""
    mention = reading.names_by_token.get(phrase.name)
    return mention is not None and mention.offset == 1 and _behind_rank(reading, phrase.end, mark) > phrase.end


def _holder(reading: Reading, phrase: Phrase, mark: int) -> int | None:
    """Return the first token of the name that the title leads to, None where it may be somebody else's."""
    comma, ranked, completed = False, False, False
    place = phrase.end
    while place < min(mark, phrase.end + _FARTHEST):
        form, before = reading.forms[place], reading.forms[place - 1]
        if _is_person(reading, place, mark) and (comma or ranked or _is_closed(reading, place - 1)):
            governed = before in words("preposition") or not (comma or ranked or _stands_alone(reading, phrase))
            return None if governed else place
        rank = _behind_rank(reading, place, mark) if before not in words("preposition") else place
        if rank > place:
            place, ranked = rank, True
        elif ranked or comma:
            return None
        elif form == "," and not comma:
            place, comma = place + 1, True
        elif _is_second_title(reading, place):
            place, completed = place + 1, True
        elif _completes(reading, place, form) or completed:
            if not _may_complete(reading, place, form):
                return None
            place, completed = _behind(reading, place), True
        else:
            return None
    return None


def _is_person(reading: Reading, place: int, limit: int) -> bool:
    """Return whether a known person's name begins at the token."""
    mention = reading.names_by_token.get(place)
    return is_named(reading, place, limit) and mention is not None and mention.kind is MentionKind.PER


def _is_closed(reading: Reading, place: int) -> bool:
    """Return whether nothing that the token belongs to waits for a genitive."""
    form = reading.forms[place]
    ends = any(
        (name := reading.names_by_token.get(at)) is not None and name.end == place + 1
        for at in range(max(0, place - 5), place + 1)
    )
    somebody = (noun_of(form) or ("",))[0] in ("person", "people")  # «نائب الرئيس سامي»: it may be the president's
    return (is_definite(form) or form == '"' or ends) and not somebody


def _stands_alone(reading: Reading, phrase: Phrase) -> bool:
    """Return whether the title is one that a bare name may follow: definite, and of nobody's relative."""
    forms = reading.forms[phrase.first : phrase.end]
    return not is_relative(reading, phrase.first) and any(is_definite(form) for form in forms)


def _behind_rank(reading: Reading, place: int, limit: int) -> int:
    """Return the token behind a rank or a second title of one word, where a name follows; else `place`."""
    form = reading.forms[place]
    noun = noun_of(form)
    titled = is_definite(form) and noun is not None and noun[0] == "person" and place not in reading.names_by_token
    if not (titled or form in RANKS or form in _BEHIND_RANK):
        return place
    end = place + 1
    while end < limit and (reading.forms[end] in _BEHIND_RANK or reading.forms[end] in RANKS):
        end += 1
    return end if end < limit and _is_person(reading, end, limit) else place


def _is_second_title(reading: Reading, place: int) -> bool:
    """Return whether another title begins behind a closed one («المدير العام رئيس مجلس الإدارة»)."""
    noun = noun_of(reading.forms[place])
    bare = noun is not None and noun[0] == "person" and not is_definite(reading.forms[place])
    return bare and _is_closed(reading, place - 1) and place not in reading.names_by_token


def _completes(reading: Reading, place: int, form: str) -> bool:
    """Return whether what completes a title begins at the token («إلى ليبيا», «للأمم المتحدة», «بكلية التجارة»)."""
    attached = (
        form[:1] in "بل" and len(form) > 3 and (place in reading.names_by_token or form.startswith(("لل", "بال")))
    )
    return form in _COMPLETING or attached or is_attached_l(reading, place)


def _may_complete(reading: Reading, place: int, form: str) -> bool:
    """Return whether a token may stand between a title and its holder's name."""
    bare = form.removeprefix("لل") if form.startswith("لل") else form.removeprefix("ال")
    noun = noun_of(bare) or (noun_of(form[1:]) if form[:1] in "بل" else None)
    name = reading.names_by_token.get(place)
    if name is not None:
        return name.kind is not MentionKind.PER or name.offset == 1
    if noun is not None and noun[0] in ("person", "people"):
        return False  # «مستشار للمرشد فلان»: the name is his
    return (
        reading.is_word(place)
        and not is_time(form)
        and form not in RELATIVES
        and form not in COMPLEMENTISERS
        and form not in words("stop")
        and form not in words("pronoun_word")
        and bare not in words("occasion")
        and bare not in words("vessel")
        and (form in _COMPLETING or not is_preposition(reading, place))
        and verb_at(reading, place) is None
    )


def _behind(reading: Reading, place: int) -> int:
    name = reading.names_by_token.get(place)
    return name.end if name is not None else place + 1


def _closes(reading: Reading, name: int, end: int, mark: int, *, transitive: bool) -> bool:
    """Return whether what follows the name shows it to be the subject's, not an object's or part of more."""
    behind = skip_adverbs(reading, end, mark)
    if behind >= mark:
        return not transitive or (reading.forms[name - 1] == "," and reading.forms[end] == ",")
    if transitive:
        return begins_phrase(reading, behind, mark)
    form = reading.forms[behind]
    return form in ("(", "-", "–") or form in words("preposition") or reading.forms[end] == "," or form[:1] in "لب"
