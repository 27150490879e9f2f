"""A subject that stands before its verb: «لكن المنظمة، ومقرها باريس، أدانت ...», «مشروع قرار يدعو إلى ...»."""

from __future__ import annotations

from riwaya.annotate.statements.lexicon import words
from riwaya.annotate.statements.noun_phrases import read_phrase
from riwaya.annotate.statements.phrase_starts import (
    ELATIVES,
    RELATIVES,
    Phrase,
    begins_phrase,
    is_particle,
    is_preposition,
    noun_at,
    noun_of,
    skip_adverbs,
)
from riwaya.annotate.statements.reading import Reading, is_definite, is_time
from riwaya.annotate.statements.verbs import FiniteVerb, verb_at
from riwaya.model import MentionKind

_BACK = 45
_LONG = 4
_COUNTED = ("ثلاث", "اربع", "خمس", "سته", "سبع", "ثماني", "تسع", "عشر", "عده")
_SPEAKING = ("person", "people", "body", "document", "name")
_OPENERS = frozenset(("وكان", "وكانت", "كان", "كانت", "كانوا", "وكانوا"))
_NOUN_FOLLOWS = frozenset(("ان", "بان", "لكن", "ولكن", "فان"))
_MASCULINE_COUNTRIES = frozenset(("المغرب", "لبنان", "العراق", "السودان", "اليمن", "الاردن"))


def gender_of(reading: Reading, phrase: Phrase) -> str:
    """Return the gender of a noun phrase: m, f or "" where nothing tells."""
    if phrase.gender:
        return phrase.gender
    head = reading.forms[phrase.first]
    mention = reading.names_by_token.get(phrase.first)
    if mention is not None:
        if mention.kind is MentionKind.GPE:
            return "m" if head.removeprefix("و") in _MASCULINE_COUNTRIES else "f"
        return ""
    if is_definite(head) and head.endswith(("ه", "ات")):
        return "f"
    return ""


def agrees(reading: Reading, phrase: Phrase, verb: FiniteVerb, *, sure: bool = False) -> bool:
    """Return whether a verb behind a noun phrase may have it as its subject.

    Args:
        sure: gender must be known and equal.
    """
    if verb.number == "p":
        return phrase.kind in ("people", "") or "و" in [
            form[0] for form in reading.forms[phrase.first + 1 : phrase.end]
        ]
    head = reading.forms[phrase.first]
    if verb.gender == "f" and is_definite(head) and head.endswith("ون") and len(head) > 5:
        return False
    if phrase.kind == "people":
        return True  # «المصادر أكدت», «المسؤولون أكدوا»
    gender = gender_of(reading, phrase)
    if phrase.kind == "person" and phrase.name > phrase.first and (gender, verb.gender) == ("m", "f"):
        return True  # «أرجعت كبير الاقتصاديين، ليلى حداد، ...»: a woman under a man's title
    if sure and (not gender or not verb.gender):
        return reading.names_by_token.get(phrase.first) is not None or phrase.kind in ("name", "person")
    return not gender or not verb.gender or gender == verb.gender


def topic_before(reading: Reading, index: int, first: int, verb: FiniteVerb) -> tuple[Phrase, int] | None:
    """Return the noun phrase at the head of the verb's clause, across what qualifies it, and where the clause begins.

    Args:
        index: the verb, or the «كان», «قد» before it.
        first: first token of the sentence.
    """
    for place in range(index - 1, max(first, index - _BACK) - 1, -1):
        if reading.forms[place] == ";" or _ends_clause(reading, place, index):
            return None
        if not _opens(reading, place, first):
            continue
        found = _phrase_at(reading, place, index, verb)
        if found is not None:
            return found, place
    return None


def _opens(reading: Reading, place: int, first: int) -> bool:
    """Return whether a clause may begin at the token."""
    if place == first:
        return True
    before = reading.forms[place - 1]
    if reading.tokens[place - 1].kind == "mark":
        return before in ("-", "--", "–", "—", ":", "|")
    bare = before == "غير" and not reading.forms[place].startswith("ان")
    return (before in words("clause_opener") and not bare) or before in _OPENERS


def _ends_clause(reading: Reading, place: int, index: int) -> bool:
    """Return whether a quotation ends here, before which no subject of the verb can stand."""
    number = reading.quotation_of[place]
    return (
        number >= 0
        and number != reading.quotation_of[index]
        and reading.quotations[number].last == place
        and place - reading.quotations[number].first > 8
    )


def _phrase_at(reading: Reading, place: int, index: int, verb: FiniteVerb) -> Phrase | None:
    start = skip_adverbs(reading, place, index)
    if start >= index or not begins_phrase(reading, start, index):
        return None
    head = reading.forms[start]
    noun = noun_at(reading, start)
    if noun is None and head[0] in "وف" and start not in reading.names_by_token:
        head = head[1:]
        noun = noun_of(head)
    opened = start > 0 and reading.forms[start - 1] in _OPENERS | _NOUN_FOLLOWS
    if noun is None and head in ELATIVES and start + 1 < index:
        noun = noun_of(reading.forms[start + 1])  # «آخر الإحصائيات تقول»
    known = noun is not None or start in reading.names_by_token or head == '"'
    if is_particle(head) and start not in reading.names_by_token:
        return None
    if (
        not (known or opened or is_definite(head))
        or is_time(head)
        or (verb_at(reading, start) is not None and noun is None)
    ):
        return None
    phrase = read_phrase(reading, start, index, greedy=False)
    gap = index - phrase.end
    behind = phrase.end
    titled = behind < index and phrase.kind in ("name", "")
    elative = titled and reading.forms[behind] in ELATIVES and behind + 1 < index  # «كبير محلليها»
    if titled and (elative or (noun_of(reading.forms[behind]) or ("",))[0] == "person"):
        behind = read_phrase(reading, behind, index, greedy=False).end  # «سامي الحداد مدير المشروع قال»
    plain = _passed(reading, behind, index) == index
    if plain:
        return phrase if agrees(reading, phrase, verb) else None
    if gap > _BACK - 10 or not (known or phrase.kind in _SPEAKING):
        return None
    bridged = _bridges(reading, phrase, _passed(reading, phrase.end, index), index)
    return phrase if bridged and agrees(reading, phrase, verb, sure=True) else None


def _passed(reading: Reading, place: int, index: int) -> int:
    """Return the token behind days, commas and prepositional phrases."""
    while place < index:
        behind = skip_adverbs(reading, place, index)
        if behind < index and is_preposition(reading, behind) and behind + 1 < index:
            if not begins_phrase(reading, behind + 1, index):
                return behind
            behind = _behind_genitive(reading, read_phrase(reading, behind + 1, index, greedy=False).end, index)
        elif behind < index and reading.forms[behind].startswith("لل") and len(reading.forms[behind]) > _LONG:
            behind += 1  # «كبير المحللين للتصنيفات السيادية»
            while behind < index and is_definite(reading.forms[behind]):
                behind += 1
        if behind == place:
            break
        place = behind
    return place


def _behind_genitive(reading: Reading, place: int, index: int) -> int:
    """Return the token behind the definite noun in which a construct of unknown nouns ends («داخل مقر الجهاز»)."""
    if is_definite(reading.forms[place - 1]) or place - 1 in reading.names_by_token:
        return place
    for end in range(place, min(index, place + 3)):
        if not reading.is_word(end) or verb_at(reading, end) is not None or is_preposition(reading, end):
            break
        if is_definite(reading.forms[end]):
            return end + 1
    return place


def _bridges(reading: Reading, phrase: Phrase, place: int, index: int) -> bool:
    """Return whether what stands between phrase and verb only qualifies the phrase: a relative clause, an aside."""
    form = reading.forms[place]
    verbs = [at for at in range(place, index) if verb_at(reading, at) is not None]
    aside = reading.forms[place - 1] == "," and reading.forms[index - 1] == ","
    if form in RELATIVES:
        return bool(verbs) and (aside or not any(reading.forms[at][0] == "و" for at in verbs[1:]))
    head = reading.forms[phrase.first]
    definite = is_definite(head) or is_definite(reading.forms[phrase.end - 1]) or phrase.kind == "name"
    if aside:
        free = [at for at in verbs if not _is_subordinate(reading, at, place)]
        return not free or (free == [place] and not definite)
    return verbs[:1] == [place] and not definite and reading.forms[place][0] != "و"


def _is_subordinate(reading: Reading, at: int, first: int) -> bool:
    """Return whether a relative pronoun or «أن» stands before the verb within an aside."""
    return any(form in RELATIVES or form in ("ان", "حيث", "بعدما", "عندما") for form in reading.forms[first:at])


def _with_head(reading: Reading, place: int, first: int, end: int) -> Phrase:
    """Return the phrase of an indefinite noun with the nouns that govern it («مشروع قرار»)."""
    while (
        place > first
        and noun_of(reading.forms[place - 1]) is not None
        and not is_definite(reading.forms[place - 1])
        and not is_preposition(reading, place - 1)  # «أمام محكمة», no «إمام»
    ):
        place -= 1
    return read_phrase(reading, place, end, greedy=False)


def _is_counted(reading: Reading, place: int, first: int) -> bool:
    """Return whether a number stands before an indefinite noun."""
    before = reading.forms[place - 1] if place > first else ""
    counted = before.startswith(_COUNTED) or (before[:1] in ("ل", "ب") and before[1:].startswith(_COUNTED))
    return counted and reading.is_word(place) and not is_definite(reading.forms[place])


def described_before(reading: Reading, index: int, first: int, verb: FiniteVerb) -> Phrase | None:
    """Return the indefinite noun that the verb's clause describes («بعد تقرير للوكالة أفاد بأن ...»)."""
    end = index
    for place in range(index - 1, max(first, index - 10) - 1, -1):
        form = reading.forms[place]
        if form in (".", ":", ";", '"') or form in RELATIVES:
            return None
        between = verb_at(reading, place)
        if between is not None:
            resumed = between.pronoun or reading.forms[place + 1] in ("به", "بها", "فيه", "فيها")
            if not resumed or end < index or form[0] == "و":
                return None
            end = place  # «مشروع قرار قدمته الكويت يدعو إلى ...»
            continue
        bare = form
        noun = noun_at(reading, place)
        if noun is None and place == index - 1 and verb.number == "p" and _is_counted(reading, place, first):
            return Phrase(place, index, place, "people", "")  # «شهادات لثلاثة أشخاص قالوا إن ...»
        if noun is None and form.endswith("ا") and len(form) > 4:
            bare = form[:-1]  # «أصدرت بيانا يؤكد أن ...»
            noun = noun_of(bare)
        if noun is None or is_definite(form) or noun[0] not in ("document", "person", "people", "body"):
            continue
        if noun[0] == "body" and reading.forms[index][0] not in "يت":
            return None
        if place and reading.forms[place - 1] in ("في", "خلال") and reading.forms[index][0] not in "يت":
            return None
        phrase = _with_head(reading, place, first, end)
        tail = reading.forms[place + 1 : phrase.end]
        if phrase.end != end and skip_adverbs(reading, phrase.end, end) != end:
            return None
        follower = reading.names_by_token.get(place + 1) if place + 1 < phrase.end else None
        named = follower is not None and follower.offset == 0
        if named or (tail and is_definite(tail[0])) or phrase.kind == "name" or phrase.name > phrase.first:
            return None
        gender = noun[1]
        if gender and verb.gender and gender != verb.gender:
            return None
        return phrase
    return None
