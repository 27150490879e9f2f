"""What is denied, rejected, praised or condemned, behind its subject: «نفت موسكو | الاتهامات»."""

from __future__ import annotations

from riwaya.annotate.statements.complements import is_accusative
from riwaya.annotate.statements.lexicon import cue_forms, words
from riwaya.annotate.statements.noun_phrases import is_common, read_phrase
from riwaya.annotate.statements.phrase_starts import (
    WITH_PRONOUN,
    Phrase,
    begins_phrase,
    is_attached_l,
    noun_of,
    skip_adverbs,
)
from riwaya.annotate.statements.reading import Reading, is_definite, is_time
from riwaya.annotate.statements.reported_nouns import behind_noun, reported_here
from riwaya.annotate.statements.targets import Target
from riwaya.annotate.statements.verbs import verb_at
from riwaya.model import MentionKind

_APPOSITION = 10
_RELATIVES = frozenset(("الذي", "التي", "الذين"))
_COGNATES = frozenset(("نفيا", "رفضا", "انكارا", "شجبا"))
_ASIDE_WITHIN = 14
_LONGEST_QUOTED = 4  # tokens, marks counted
_CLAUSE_WITHIN = 12


def direct_object(reading: Reading, phrase: Phrase, limit: int) -> Target | None:
    """Return a definite object behind a subject whose end is sure («نفت موسكو الاتهامات»)."""
    if phrase.end + 2 < limit and reading.forms[phrase.end] in _COGNATES:
        behind = phrase.end + 1 + reading.forms[phrase.end + 1].endswith("ا")
        return Target("object", behind, behind, None) if _takes_object(reading, behind) else None
    named = any(
        name.end == phrase.end for name in map(reading.names_by_token.get, range(phrase.first, phrase.end)) if name
    )
    if phrase.end + 1 < limit and reading.forms[phrase.end] == "," and is_definite(reading.forms[phrase.end + 1]):
        behind_aside = _comma_behind(reading, phrase.end + 1, limit)
        if behind_aside:
            return Target("object", behind_aside, behind_aside, None)  # «، القائم بالأعمال، جهود ...»
    if (dashed := _behind_dashes(reading, phrase.end, limit)) and (
        is_definite(reading.forms[dashed]) or may_open(reading, dashed)
    ):
        return Target("object", dashed, dashed, None)  # «نفى الوزير - الذي زار البلاد أمس - لقاء ...»
    if (related := _behind_clause(reading, phrase, limit)) and _takes_object(reading, related):
        return Target("object", related, related, None)
    if _is_cut_off(reading, phrase, limit):
        return Target("object", phrase.end + 1, phrase.end + 1, None)
    closed = is_definite(reading.forms[phrase.end - 1]) and phrase.kind in ("person", "people", "body", "document")
    closed = closed or _is_some_of_them(reading.forms[phrase.end - 1])
    inside = _inside(reading, phrase)
    if inside is not None:
        return Target("object", inside, inside, None)
    if phrase.end < limit and is_accusative(reading, phrase.end) and phrase.kind in ("people", "person", "body"):
        return Target("object", phrase.end, phrase.end, None)  # «دانت جهات دينية مشروعا»
    end = _behind_complements(reading, phrase.end, limit)
    if (
        end < limit
        and reading.forms[end] == "ما"
        and reading.forms[end - 1] != ","
        and (named or closed or phrase.kind == "person")
    ):
        return Target("object", end, end, None)
    if phrase.end < limit and reading.forms[phrase.end] in _RELATIVES:
        start = _described_noun(reading, phrase)
        return Target("object", start, start, None) if start > phrase.first else None
    if phrase.end < end < limit and is_definite(reading.forms[end]):
        return Target("object", end, end, None)
    if _is_quoted_object(reading, phrase.end, limit) and (named or closed):
        return Target("object", phrase.end, phrase.end, None)  # «أدان الوزير "المجازر" في ...»
    if phrase.end < limit and (
        is_definite(reading.forms[phrase.end]) or ((named or closed) and may_open(reading, phrase.end))
    ):
        return Target("object", phrase.end, phrase.end, None)
    single = phrase.first + 1
    if phrase.name == phrase.first and phrase.kind == "" and single < phrase.end and is_definite(reading.forms[single]):
        mention = reading.names_by_token.get(phrase.first)
        if mention is not None and mention[0] == single:
            return Target("object", single, single, None)
    return None


def _inside(reading: Reading, phrase: Phrase) -> int | None:
    """Return where an object begins that was read as a part of the subject («استنكر أغلبهم | القرار»)."""
    indefinite = indefinite_end(reading, phrase)
    if indefinite < phrase.end:
        return indefinite
    head, last = phrase.first, phrase.end - 1
    if _is_some_of_them(reading.forms[head]) and last > head and is_definite(reading.forms[head + 1]):
        return head + 1
    if reading.forms[last] == "ما" and last > head:
        return last
    placed = _behind_place(reading, phrase)
    return placed if placed < phrase.end else None


def _behind_dashes(reading: Reading, index: int, limit: int) -> int:
    """Return the token behind an aside between dashes, 0 where none begins."""
    if index >= limit or reading.forms[index] not in ("-", "–", "—"):
        return 0
    near = range(index + 2, min(limit - 1, index + _ASIDE_WITHIN))
    return next((place + 1 for place in near if reading.forms[place] == reading.forms[index]), 0)


def _behind_clause(reading: Reading, phrase: Phrase, limit: int) -> int:
    """Return the token behind a relative clause on where the subject belongs, 0 where there is none.

    «مسؤولون في التحالف الذي تقوده الدولة | أنباء عن ...»: what the clause describes stands behind a preposition.
    """
    relative = next(
        (at for at in range(phrase.first + 2, min(phrase.end + 3, limit - 2)) if reading.forms[at] in _RELATIVES), 0
    )
    if not relative or "," in reading.forms[phrase.first : relative]:
        return 0
    head = relative - 1
    while head > phrase.first and is_definite(reading.forms[head]) and is_definite(reading.forms[head - 1]):
        head -= 1
    spokesman = reading.forms[head - 1] == "باسم"
    if not (spokesman or reading.forms[head - 1] in words("preposition")) or head - 1 <= phrase.first:
        return 0
    verb = verb_at(reading, relative + 1)
    owned = reading.forms[relative + 1].endswith(("ه", "ها", "هم"))
    back = reading.forms[relative + 2] in WITH_PRONOUN  # «الذي تسيطر عليه ...»
    behind, owned = relative + 2 + back, owned or back
    if (verb is None and not owned) or not begins_phrase(reading, behind, limit):
        return 0
    end = read_phrase(reading, behind, limit, greedy=True).end
    while end + 1 < limit and end < relative + _CLAUSE_WITHIN and reading.forms[end] in words("preposition"):
        end = behind_noun(reading, end + 1, limit)
    return skip_adverbs(reading, end, limit)


def _takes_object(reading: Reading, index: int) -> bool:
    """Return whether what is rejected or condemned may begin at the token: a definite or reported noun."""
    if index >= len(reading.forms) or not reading.is_word(index):
        return False
    form = reading.forms[index]
    bare = may_open(reading, index) and (noun_of(form) is None or form in words("deplored"))
    return is_definite(reading.forms[index]) or reported_here(reading, index) or bare


def _is_cut_off(reading: Reading, phrase: Phrase, limit: int) -> bool:
    """Return whether a needless comma stands before the object («انتقد الرجل، حملة الاعتقالات»)."""
    place = phrase.end + 1
    if place + 1 >= limit or reading.forms[phrase.end] != "," or not is_definite(reading.forms[phrase.end - 1]):
        return False
    construct = (
        may_open(reading, place) and is_definite(reading.forms[place + 1]) and noun_of(reading.forms[place]) is None
    )
    return construct and "," not in reading.forms[place:limit]


def _is_quoted_object(reading: Reading, index: int, limit: int) -> bool:
    """Return whether a definite noun in marks stands there, and more than that is condemned."""
    quotation = reading.opens_quotation(index) if index < limit else None
    if quotation is None or not quotation.closed or quotation.last - index > _LONGEST_QUOTED or index + 1 >= limit:
        return False
    follows = quotation.last + 1 < limit and reading.forms[quotation.last + 1] in words("preposition")
    return is_definite(reading.forms[index + 1]) and follows


def _is_some_of_them(form: str) -> bool:
    """Return whether a pronoun closes the subject («أغلبهم», «بعضها»)."""
    return form.endswith(("هم", "ها")) and form[:-2] in words("some")


def indefinite_end(reading: Reading, phrase: Phrase) -> int:
    """Return where an indefinite noun with its adjectives ends («ناشطون حقوقيون | النظام»), else the phrase's end."""
    head = reading.forms[phrase.first]
    if is_definite(head) or phrase.kind not in ("people", "body", "person") or phrase.first in reading.names_by_token:
        return phrase.end
    place = phrase.first + 1
    while place < phrase.end and _is_indefinite_adjective(reading, place):
        place += 1
    if place == phrase.first + 1 or place >= phrase.end:
        return phrase.end
    return place if is_definite(reading.forms[place]) or place in reading.names_by_token else phrase.end


def _is_indefinite_adjective(reading: Reading, place: int) -> bool:
    form = reading.forms[place]
    name = reading.names_by_token.get(place)
    nisba = form.endswith(("يه", "يون", "يين")) and len(form) > 4
    return nisba and not is_definite(form) and noun_of(form) is None and (name is None or name.kind is MentionKind.NORP)


def _behind_place(reading: Reading, phrase: Phrase) -> int:
    """Return the definite noun behind the place in a body's name («المجلس ... في ألمانيا | الهجمات»)."""
    for place in range(phrase.first + 2, phrase.end):
        name = reading.names_by_token.get(place)
        if name is None or name.kind is not MentionKind.GPE or reading.forms[place - 1] != "في":
            continue
        behind = name.end
        if behind < phrase.end and is_definite(reading.forms[behind]):
            return phrase.end if reading.forms[behind].endswith(("ي", "يه")) else behind
    return phrase.end


def _behind_complements(reading: Reading, index: int, limit: int) -> int:
    """Return the token behind days and what completes a body's name («للمسلمين في ألمانيا»)."""
    place = skip_adverbs(reading, index, limit)
    while place + 1 < limit:
        form = reading.forms[place]
        if form.startswith("لل") and is_attached_l(reading, place):
            place = skip_adverbs(reading, place + 1, limit)
        elif form in ("في", "خلال") and reading.forms[place + 1].removeprefix("ال") in words("occasion"):
            place = skip_adverbs(reading, place + 2, limit)  # «رفض الوزير في المقابلة الانتقادات»
        elif form == "في" and place + 1 in reading.names_by_token:
            place = skip_adverbs(reading, reading.names_by_token[place + 1].end, limit)
        else:
            break
    return place


def _described_noun(reading: Reading, phrase: Phrase) -> int:
    """Return the noun with its adjectives before «الذي»: what is condemned, read as part of the subject's name."""
    start = phrase.end - 1
    while start - 1 > phrase.first and reading.forms[start].endswith(("ي", "يه")) and is_definite(reading.forms[start]):
        start -= 1
    return start


def _comma_behind(reading: Reading, index: int, limit: int) -> int:
    """Return the token behind the comma that closes an apposition, where an object may stand, else 0."""
    for place in range(index, min(index + _APPOSITION, limit - 1)):
        if reading.forms[place] == ",":
            following = place + 1
            return following if is_definite(reading.forms[following]) or may_open(reading, following) else 0
    return 0


def may_open(reading: Reading, index: int) -> bool:
    """Return whether any bare noun may be what is rejected or condemned, its subject being sure."""
    form = reading.forms[index]
    other = form in words("preposition") or form in words("stop") or _is_verb(form) or is_time(form)
    bare = form[0] not in "وفبل" or (form[0] != "و" and is_common(form))  # «فستان», «لقاء»
    return reading.is_word(index) and not other and bare and form not in words("conjunction")


def _is_verb(form: str) -> bool:
    item = cue_forms().get(form)
    return item is not None and item.part != "noun"
