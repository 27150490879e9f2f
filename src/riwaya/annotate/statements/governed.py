"""Contents behind a preposition that the cue governs: «دعا إلى ...», «أعرب عن ...», «حذر من ...»."""

from __future__ import annotations

from riwaya.annotate.statements.asking import stays_unnamed
from riwaya.annotate.statements.cues import Hit
from riwaya.annotate.statements.lexicon import COMPLEMENTISERS, cue_forms, opens_proposition, strip_conjunction, words
from riwaya.annotate.statements.noun_phrases import read_phrase
from riwaya.annotate.statements.phrase_starts import RELATIVES, begins_phrase, noun_of, skip_adverbs
from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.targets import Target, behind
from riwaya.annotate.statements.verbs import verb_at
from riwaya.model import MentionKind

_AGAIN_WITHIN = 25
_CHARGED = ("مسوول", "مشرف", "قايم", "معلق", "مطلع", "مكلف")
_FIXED = frozenset(("الرغم", "هامش", "خلفيه", "مدي", "متن", "الاقل", "ضوء", "صعيد", "غرار"))
_HOUSES = frozenset(("البيت", "القصر", "بلاده", "بلادها", "العاصمه", "مكتبه", "هنا"))
_OWED_WITHIN = 14
_REPORTED_WITHIN = 60
_SPEAKER_WITHIN = 7
_SUBORDINATORS = frozenset((",", "اذ", "حيث", "بينما", "فيما", "عندما", "بعدما", "كما", "حينما", "الذي", "التي"))
_TAKES_OVER = 0.55  # the prior of a verb that is taken to attribute what follows, not a verb before it


def governed(reading: Reading, hit: Hit, index: int, limit: int) -> Target | None:
    """Return the target behind a preposition that the cue governs, «أن» behind it included."""
    first = index + 1
    following = reading.forms[first]
    if following in COMPLEMENTISERS and first + 1 < limit:
        return behind(reading, "that", index, first + 1, limit)
    form = reading.forms[index]
    before = reading.forms[index - 1]
    if form == "علي" and following in _FIXED:
        return None  # «أكدت الوزارة النتائج، على الرغم من ...»
    if form == "من" and before in ("كل", "كلا"):
        return None  # «حذرت كلا من الجانبين من ...»
    owned = before.endswith(("ته", "تها", "تهم")) and index - 1 > hit.index + 1  # «أكد يوفنتوس هيمنته على ...»
    if owned and "object" in hit.form.cue.frames and noun_of(before) is None:
        return None
    if (
        before.startswith(("لت", "لي"))
        and index - 1 > hit.index
        and index - 1 not in reading.names_by_token
        and (noun_of(before) is None and before not in words("l_word"))
    ):
        return None  # the preposition belongs to «لتعود إلى»
    if index - 1 > hit.index and verb_at(reading, index - 1) is not None:
        return None  # the preposition of another verb: «معارك أسفرت عن دمار»
    if _is_charged_with(reading, hit, index, limit) or _belongs_to_speaker(reading, hit, index, limit):
        return None
    if following.startswith(("جانب", "جهت", "خلال", "طريق")) or (following in ("هذا", "ذلك") and form == "في"):
        return None
    if hit.form.cue.lemma == "دعا" and _is_place(reading, first):
        return None  # an invitation
    if hit.form.cue.lemma == "تحدث" and not _is_topic(reading, first):
        return None
    if not _is_topic(reading, first) and _topic_follows(reading, form, first, limit):
        return None  # «حث المقيمين على أرض الدولة على ضرورة ...»
    calls = hit.form.cue.lemma == "دعا"
    if not calls and following not in COMPLEMENTISERS and _clause_follows(reading, form, first, limit):
        return None
    if (form == "علي" and following in words("occasion")) or (form == "الي" and hit.form.cue.lemma == "طلب"):
        return None
    return behind(reading, "preposition", index, first, limit)


def _is_charged_with(reading: Reading, hit: Hit, index: int, limit: int) -> bool:
    """Return whether a preposition tells what the speaker is in charge of («المسؤول عن الملف ... عما وصفه»)."""
    form, before = reading.forms[index], reading.forms[index - 1].removeprefix("ال")
    if not before.startswith(_CHARGED) or index - 1 == hit.index:
        return False
    again = (form, form[:1] + "ما", form + "ما")
    later = range(index + 2, min(limit, index + _AGAIN_WITHIN))
    return any(reading.forms[place] in again or reading.forms[place] in COMPLEMENTISERS for place in later)


def _belongs_to_speaker(reading: Reading, hit: Hit, index: int, limit: int) -> bool:
    """Return whether a phrase only tells where the speaker belongs («نبه مسؤول ثان من الاتحاد بأن ...»)."""
    if "that" not in hit.form.cue.frames or index - 1 == hit.index or _is_topic(reading, index + 1):
        return False
    for place in range(index + 2, min(limit, index + _SPEAKER_WITHIN)):
        if reading.forms[place] in COMPLEMENTISERS:
            return reading.forms[place - 1] not in words("no_complement")
        if not reading.is_word(place) or other_cue(reading, place) or verb_at(reading, place) is not None:
            return False
    return False


def _is_place(reading: Reading, index: int) -> bool:
    """Return whether a place is named there, or a house and its name («البيت الأبيض»)."""
    name = reading.names_by_token.get(index)
    return (name is not None and name.kind in (MentionKind.GPE, MentionKind.LOC)) or reading.forms[index] in _HOUSES


def _is_topic(reading: Reading, index: int) -> bool:
    """Return whether what is spoken of carries a proposition («أهمية الزيارة», «اعتقال ستة أشخاص»), or is quoted."""
    form, written = reading.forms[index], reading.tokens[index].text
    return form == '"' or (opens_proposition(form, written) and noun_of(form) is None)


def _topic_follows(reading: Reading, preposition: str, index: int, limit: int) -> bool:
    """Return whether the same preposition comes again with a listed noun that carries a proposition."""
    for place in range(index + 1, min(index + 8, limit - 1)):
        if reading.forms[place] in (",", "."):
            return False
        if reading.forms[place] == preposition:
            return reading.forms[place + 1] in words("opener")
    return False


def _clause_follows(reading: Reading, preposition: str, index: int, limit: int) -> bool:
    """Return whether the same preposition comes again with «أن» («أشار خطاب إلى الوزير، إلى أن ...»)."""
    for place in range(index, min(index + 25, limit - 1)):
        if other_cue(reading, place):
            return False
        if reading.forms[place] == preposition and reading.forms[place + 1] in COMPLEMENTISERS:
            return True
    return False


def other_cue(reading: Reading, index: int) -> bool:
    """Return whether another cue takes over: coordinated, or a participle behind a comma."""
    form = reading.forms[index]
    if strip_conjunction(form) in ("يدعي", "تدعي", "علم") and not reading.tokens[index].text.endswith("ي"):
        return False  # «ويدعى روبرت», «وعلم الزلازل»
    if (form in ("عبر", "بين", "دون") and "ّ" not in reading.tokens[index].text) or index in reading.names_by_token:
        return False  # prepositions, and a man named «دان»
    item = cue_forms().get(form)
    if item is not None:
        before = reading.forms[index - 1]
        if "colon" in item.cue.frames:
            return False  # «في بيان، نشرته على موقعها، إن»
        if item.part == "participle":
            return before in (",", '"')
        if item.pronoun and before in ("الذي", "التي", "الذين"):
            return False  # «في تصريحات نقلتها الوكالة», «البيان الذي أصدرته»
        if stays_unnamed(reading, index + 1):
            return False  # «قال مصدر اشترط عدم ذكر اسمه إن»
        if before in RELATIVES and ("that" not in item.cue.frames or _leaves_clause(reading, index)):
            return False  # «قال ترامب الذي انتقد المشروع إن», «قال المرصد الذي يتابع الأوضاع إن»
        takes_over = item.third and item.cue.prior >= _TAKES_OVER
        return item.part != "noun" and takes_over and before in _SUBORDINATORS
    item = cue_forms().get(form[1:]) if form[0] in "وف" else None
    if item is None or "colon" in item.cue.frames:
        return False  # «قال في خطاب موجه إلى المواطنين ونشر على الموقع: "..."»
    return item.part != "noun" and item.third and item.cue.prior >= _TAKES_OVER


def _leaves_clause(reading: Reading, index: int) -> bool:
    """Return whether but one clause is reported behind the verb of a relative clause, some words away from it."""
    end = min(reading.sentences[reading.sentence_of[index]][1], index + _REPORTED_WITHIN)
    marks = [
        place
        for place in range(index + 1, end)
        if reading.forms[place] in (*COMPLEMENTISERS, ":") or reading.opens_quotation(place) is not None
    ]
    return len(marks) == 1 and reading.forms[marks[0]] in COMPLEMENTISERS and marks[0] > index + 1


def owes_clause(reading: Reading, index: int) -> bool:
    """Return whether the clause behind a relative clause's verb is that of the cue whose subject it describes.

    «قال المرصد الذي يتابع الأوضاع إن ...»: a verb of saying needs its clause, and there is no other.
    """
    first = reading.sentences[reading.sentence_of[index]][0]
    relative = index - 1
    if relative <= first or reading.forms[relative] not in RELATIVES or not _leaves_clause(reading, index):
        return False
    for place in range(relative - 2, max(first - 1, relative - _OWED_WITHIN), -1):
        item = cue_forms().get(strip_conjunction(reading.forms[place]))
        if item is None or item.part not in ("past", "present") or "that" not in item.cue.frames:
            continue
        subject = skip_adverbs(reading, place + 1, relative)
        if not begins_phrase(reading, subject, relative):
            return False
        behind_it = read_phrase(reading, subject, relative, greedy="object" in item.cue.frames).end
        return all(reading.forms[at] == "," for at in range(behind_it, relative))
    return False
