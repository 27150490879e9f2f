"""Whom a demand or accusation goes to, where only one noun phrase stands behind its verb."""

from __future__ import annotations

from riwaya.annotate.statements.complements import SELF
from riwaya.annotate.statements.cues import Hit
from riwaya.annotate.statements.direct_objects import indefinite_end
from riwaya.annotate.statements.lexicon import words
from riwaya.annotate.statements.outlet_datives import STAFF
from riwaya.annotate.statements.parties import MINISTRIES, before_party
from riwaya.annotate.statements.phrase_starts import RELATIVES, Phrase, noun_of
from riwaya.annotate.statements.reading import Reading, is_definite
from riwaya.annotate.statements.second_phrases import object_behind
from riwaya.annotate.statements.topics import gender_of
from riwaya.annotate.statements.verbs import verb_at
from riwaya.model import MentionKind

# «حث» and «ناشد» are never said without naming whom they go to; «دعا» and «طالب» often are.
_ALWAYS_ADDRESS = frozenset(("حث", "ناشد", "اتهم", "طمأن", "أخبر", "نصح", "خاطب"))
# Adjectives, and «شهود عيان», behind which no genitive can follow.
_CLOSING = frozenset(
    ("كبير", "كبيره", "كبار", "رفيع", "رفيعه", "بارز", "بارزه", "مطلع", "مطلعه", "مقرب", "مقربه", "عيان")
)
_EVERY = frozenset(("جميع", "كافه", "ساير"))
_ALL = frozenset(("جميع", "كل", "كافه", "مختلف", "ساير", "المجتمع", "كلا", "الجميع"))


def says_it_itself(reading: Reading, phrase: Phrase, mark: int) -> bool:
    """Return whether a noun phrase alone behind an accusation is its subject: nominative, or parted from the object."""
    if any(form.endswith("ون") and len(form) > 4 for form in reading.forms[phrase.first : phrase.first + 2]):
        return True
    if _is_dual(reading.forms[phrase.first]):
        return True  # «اتهم الجانبان ...»: their accusative is «الجانبين»
    if phrase.kind == "people" and _is_indefinite(reading, phrase):
        return True  # «طالب نواب من المعارضة»: whoever is called upon is nearly always definite
    if phrase.end < mark and reading.forms[phrase.end] == "ما":
        return True  # «وصف الوزير ما حدث بأنه خطير»
    return phrase.end < mark and reading.forms[phrase.end] in RELATIVES and "," in reading.forms[phrase.end : mark]


def _is_dual(form: str) -> bool:
    return is_definite(form) and form.endswith("ان") and (noun_of(form) or ("",))[0] == "people"


def _is_indefinite(reading: Reading, phrase: Phrase) -> bool:
    """Return whether nothing definite closes the head («نواب من المعارضة», «ناشطين حقوقيين»)."""
    head, place = reading.forms[phrase.first], phrase.first + 1
    if is_definite(head) or phrase.first in reading.names_by_token or place >= len(reading.forms):
        return False
    behind = reading.forms[place]
    return behind == "من" or (place >= phrase.end and not is_definite(behind) and place not in reading.names_by_token)


def without_object(reading: Reading, hit: Hit, phrase: Phrase, mark: int | None) -> Phrase:
    """Return a subject without whom it accuses, calls upon or informs («جمعية الرفق بالحيوان كريم النجار»)."""
    if hit.form.cue.lemma == "أفاد" and phrase.kind in ("person", "people"):
        return phrase.until(_second_medium(reading, phrase))  # «أفاد شهود عيان وكالة النهر بأن»
    if not hit.form.cue.frames & {"target", "describe"}:
        return phrase
    divided = before_party(reading, phrase, mark) if mark is not None else None
    if divided is not None:
        return divided
    parts = (indefinite_end, _second_party, _second_medium, _dual_end)
    end = min(part(reading, phrase) for part in parts)
    if phrase.end - 1 > phrase.first and reading.forms[phrase.end - 1] in SELF:
        end = min(end, phrase.end - 1)  # «تصف الشركة نفسها بأنها»
    if end < phrase.end:
        return phrase.until(end)  # «منظمات حقوقية | البحرين»
    if phrase.kind != "body":
        return phrase
    for place in range(phrase.first + 2, phrase.end):
        mention = reading.names_by_token.get(place)
        if mention is None or mention.end != phrase.end or mention.offset:
            continue
        apart = is_definite(reading.forms[place - 1])
        if apart and mention.kind in (MentionKind.PER, MentionKind.GPE):
            return phrase.until(place)
    return phrase


def _dual_end(reading: Reading, phrase: Phrase) -> int:
    """Return where two end who do it together («الجانبان الليبيان | الوسطاء»), else the phrase's end."""
    place = phrase.first + 1
    if not _is_dual(reading.forms[phrase.first]):
        return phrase.end
    while place < phrase.end and is_definite(reading.forms[place]) and reading.forms[place].endswith("ان"):
        place += 1
    apart = place < phrase.end and is_definite(reading.forms[place])
    # «الرئيسان الأميركي والفرنسي» are told apart by their nations.
    return place if apart and not reading.forms[place].endswith(("ي", "يه")) else phrase.end


def _second_party(reading: Reading, phrase: Phrase) -> int:
    """Return where a second state, person or body begins behind a closed one («قطر | السعودية»), else the end."""
    head = reading.names_by_token.get(phrase.first)
    if head is not None and head.kind is MentionKind.GPE and head.offset == 0 and head.end < phrase.end:
        return head.end if reading.forms[head.end][0] != "و" else phrase.end
    closed = False
    for place in range(phrase.first + 1, phrase.end):
        name = reading.names_by_token.get(place)
        placed = is_definite(reading.forms[place - 1]) and reading.forms[place - 2] in ("من", "في")
        closed = closed or placed or _ends_person(reading, place)
        if closed and name is not None and name.kind is MentionKind.PER and name.offset == 0:
            return place
        noun = noun_of(reading.forms[place])
        party = noun is not None and noun[0] in ("people", "body") and is_definite(reading.forms[place])
        holder = noun is not None and noun[0] == "person" and is_definite(reading.forms[place])
        titled = phrase.name > phrase.first and _ends_person(reading, place)  # «الوزير سامي طه | السفير الفرنسي»
        before = reading.forms[place - 1]
        waits = noun_of(before) is not None and not is_definite(before)  # «مجلس | الوزراء»
        party = party and not waits and not (reading.forms[place] in MINISTRIES and is_definite(before))
        if closed and (party or (holder and titled)) and place - 1 > phrase.first:
            return place
    return phrase.end


def _second_medium(reading: Reading, phrase: Phrase) -> int:
    """Return where an outlet begins that is told something («مصدر أمني | وكالة النهر»), else the phrase's end.

    A bare noun cannot belong to what an adjective, a definite noun or a name has closed, and an outlet's name belongs
    to its staff alone.
    """
    for place in range(phrase.first + 1, phrase.end):
        before = reading.forms[place - 1]
        name = reading.names_by_token.get(place)
        outlet = name is not None and name.kind is MentionKind.OUTLET and name.offset == 0 and before not in STAFF
        if (outlet or reading.forms[place] in words("medium")) and _closes(reading, place - 1):
            return place
    return phrase.end


def _closes(reading: Reading, place: int) -> bool:
    """Return whether the token is an adjective, a definite noun or the end of a name, so that no genitive follows."""
    form = reading.forms[place]
    if is_definite(form) or _ends_person(reading, place + 1) or form in _CLOSING:
        return True
    return form.endswith(("ي", "يه")) and len(form) > 3 and noun_of(form) is None


def _ends_person(reading: Reading, place: int) -> bool:
    """Return whether a person's name ends right before the token."""
    near = (reading.names_by_token.get(at) for at in range(max(0, place - 6), place))
    return any(name is not None and name.end == place and name.kind is MentionKind.PER for name in near)


def is_addressed(reading: Reading, hit: Hit, phrase: Phrase, mark: int) -> bool:
    """Return whether the noun phrase behind a verb of demand is its object, so that the subject is elided.

    Args:
        mark: first token of what points at the content.
    """
    if "target" not in hit.form.cue.frames or hit.form.pronoun:
        return False
    head = reading.forms[phrase.first]
    if is_definite(head) and _is_accusative(reading, phrase, head):
        return True  # «حثت الجانبين كليهما على»
    if head in _EVERY:
        return True  # «دعا جميع الأطراف إلى»: all are called upon far more often than they call
    if object_behind(reading, phrase, mark) is not None:
        return False  # subject and object both stand there
    if says_it_itself(reading, phrase, mark) or reading.forms[phrase.first : phrase.first + 2] == ("كل", "من"):
        return False  # the accusative is «كلا من»
    gender = gender_of(reading, phrase) if phrase.kind != "people" else ""
    if gender and hit.form.gender and gender != hit.form.gender:
        return True
    if head in _ALL or _is_accusative(reading, phrase, head):
        return True
    if hit.form.cue.lemma in _ALWAYS_ADDRESS:
        return True
    return _shares_subject(reading, hit)


def _is_accusative(reading: Reading, phrase: Phrase, head: str) -> bool:
    """Return whether a plural ends as an object's does («المسؤولين», «مسؤولي الأمن»)."""
    noun = noun_of(head)
    if phrase.first in reading.names_by_token or (noun is not None and noun[0] == "person"):
        return False  # «الأمين العام»
    return (head.endswith("ين") and len(head) > 5 and (is_definite(head) or phrase.kind == "people")) or (
        phrase.kind == "people" and head.endswith("ي") and not is_definite(head)
    )


def _shares_subject(reading: Reading, hit: Hit) -> bool:
    """Return whether «و» joins the verb to one before it in the sentence, which shows the same gender."""
    if not hit.joined:
        return False
    first = reading.sentences[reading.sentence_of[hit.index]][0]
    for place in range(hit.index - 1, max(first, hit.index - 40) - 1, -1):
        verb = verb_at(reading, place)
        if verb is not None and reading.quotation_of[place] < 0:
            opens = place == first or reading.forms[place][0] == "و" or place - first <= 6
            if opens:
                return not verb.gender or not hit.form.gender or verb.gender == hit.form.gender
    return False
