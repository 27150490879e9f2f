"""Reported noun phrases: «أكد أهمية ...», «نفت الاتهامات», «طلب من الحكومة توضيح ...», «حمّلت حماس المسؤولية»."""

from __future__ import annotations

from riwaya.annotate.statements.cues import Hit
from riwaya.annotate.statements.lexicon import COMPLEMENTISERS, cue_forms, opens_proposition, words
from riwaya.annotate.statements.noun_phrases import read_phrase
from riwaya.annotate.statements.opinions import is_accusative
from riwaya.annotate.statements.phrase_starts import Phrase, begins_phrase, is_attached_l, noun_of, skip_adverbs
from riwaya.annotate.statements.reading import Reading, is_definite, is_time
from riwaya.annotate.statements.targets import Target
from riwaya.annotate.statements.verbs import verb_at
from riwaya.model import MentionKind

_WEEKS = frozenset(("الاسبوع", "الشهر", "العام", "الصباح", "المساء", "اليوم", "السنه", "الاثناء", "المره", "الليله"))
_APPOSITION = 10
_OFTEN = (("اكثر", "من", "مره"), ("اكثر", "من", "مناسبه"), ("في", "اكثر", "من"))
_RELATIVES = frozenset(("الذي", "التي", "الذين"))
_DURING = frozenset(("ختام", "نهايه", "مستهل", "خلال", "اثناء", "عقب"))
_PUBLISHED = frozenset(("نشر", "نقل", "بث", "عرض", "صدر"))  # «في بيان نشر على صفحته»
_SHOWN_WITHIN = 16


def is_feeling(reading: Reading, index: int) -> bool:
    """Return whether the token names a feeling or stance that is uttered by being shown («أبدى استعداده»)."""
    form = reading.forms[index]
    stems = [form, *(form.removesuffix(suffix) for suffix in ("ه", "ها", "هم", "هما", "ا"))]
    return any(stem in words("feeling") or (stem[-1:] == "ت" and stem[:-1] + "ه" in words("feeling")) for stem in stems)


def shown(reading: Reading, hit: Hit, limit: int) -> Target | None:
    """Return the feeling or stance that somebody shows («أبدت الوزيرة تفاؤلا حيال ...»)."""
    for place in range(hit.index + 1, min(limit, hit.index + _SHOWN_WITHIN)):
        if is_feeling(reading, place):
            return Target("object", place, place, None)
        if not reading.is_word(place) and reading.forms[place] not in (",", "#", '"', "(", ")"):
            return None
        if reading.forms[place] in COMPLEMENTISERS:
            return None
    return None


def is_plain_opener(reading: Reading, index: int) -> bool:
    """Return whether the token is a listed noun that carries propositions («أهمية», «رفضها»)."""
    form = reading.forms[index]
    openers = words("opener")
    return form in openers or any(
        form.endswith(suffix) and form.removesuffix(suffix) in openers for suffix in ("ه", "ها", "هم")
    )


def reported_phrase(reading: Reading, hit: Hit, limit: int, subject_before: bool) -> Target | None:
    """Return the reported noun phrase behind the cue («أكد سوليفان خلال لقائه غانتس التزام الرئيس ...»)."""
    index = skip_adverbs(reading, hit.index + 1, limit)
    if index >= limit:
        return None
    bare = hit.form.part == "participle" or subject_before
    if not bare and (behind := _behind_report(reading, index, limit)):
        return Target("object", behind, behind, None)
    if reported_here(reading, index) and (bare or not is_subject(reading, index)):
        return Target("object", index, index, None)
    if bare:
        blames = hit.form.cue.force in ("accuse", "deny", "praise")
        bound = index > hit.index + 1 or (subject_before and not is_subject(reading, index))
        fixed = blames and (is_definite(reading.forms[index]) or (bound and _may_open(reading, index)))
        return Target("object", index, index, None) if fixed else behind_adjuncts(reading, index, limit)
    if not begins_phrase(reading, index, limit):
        return behind_adjuncts(reading, index, limit)
    phrase = read_phrase(reading, index, limit, greedy=True)
    if hit.form.cue.force in ("accuse", "deny", "praise"):
        direct = direct_object(reading, phrase, limit)
        if direct is not None:
            return direct
    return behind_adjuncts(reading, phrase.end, limit)


def _behind_report(reading: Reading, index: int, limit: int) -> int:
    """Return the reported noun behind a report that is the subject («رجحت تقارير عدة إمكانية ...»), else 0."""
    noun = noun_of(reading.forms[index])
    if noun is None or noun[0] != "document" or not begins_phrase(reading, index, limit):
        return 0
    end = skip_adverbs(reading, read_phrase(reading, index, limit, greedy=True).end, limit)
    return end if index + 1 < end < limit and reported_here(reading, end) else 0


def direct_object(reading: Reading, phrase: Phrase, limit: int) -> Target | None:
    """Return a definite object behind a subject whose end is sure («نفت موسكو الاتهامات»)."""
    named = any(
        name.end == phrase.end for name in map(reading.names_by_token.get, range(phrase.first, phrase.end)) if name
    )
    if phrase.end + 1 < limit and reading.forms[phrase.end] == "," and is_definite(reading.forms[phrase.end + 1]):
        behind_aside = _comma_behind(reading, phrase.end + 1, limit)
        if behind_aside:
            return Target("object", behind_aside, behind_aside, None)  # «، القائم بالأعمال، جهود ...»
    if _is_cut_off(reading, phrase, limit):
        return Target("object", phrase.end + 1, phrase.end + 1, None)
    closed = is_definite(reading.forms[phrase.end - 1]) and phrase.kind in ("person", "people", "body", "document")
    closed = closed or _is_some_of_them(reading.forms[phrase.end - 1])
    indefinite = indefinite_end(reading, phrase)
    if indefinite < phrase.end:
        return Target("object", indefinite, indefinite, None)
    head, last = phrase.first, phrase.end - 1
    if _is_some_of_them(reading.forms[head]) and last > head and is_definite(reading.forms[head + 1]):
        return Target("object", head + 1, head + 1, None)  # «استنكر أغلبهم القرار»
    if reading.forms[last] == "ما" and last > head:
        return Target("object", last, last, None)
    placed = _behind_place(reading, phrase)
    if placed < phrase.end:
        return Target("object", placed, placed, None)
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
    if phrase.end < limit and (
        is_definite(reading.forms[phrase.end]) or ((named or closed) and _may_open(reading, phrase.end))
    ):
        return Target("object", phrase.end, phrase.end, None)
    single = phrase.first + 1
    if phrase.name == phrase.first and phrase.kind == "" and single < phrase.end and is_definite(reading.forms[single]):
        mention = reading.names_by_token.get(phrase.first)
        if mention is not None and mention[0] == single:
            return Target("object", single, single, None)
    return None


def _is_cut_off(reading: Reading, phrase: Phrase, limit: int) -> bool:
    """Return whether a needless comma stands before the object («انتقد الرجل، حملة الاعتقالات»)."""
    place = phrase.end + 1
    if place + 1 >= limit or reading.forms[phrase.end] != "," or not is_definite(reading.forms[phrase.end - 1]):
        return False
    construct = (
        _may_open(reading, place) and is_definite(reading.forms[place + 1]) and noun_of(reading.forms[place]) is None
    )
    return construct and "," not in reading.forms[place:limit]


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
            return following if is_definite(reading.forms[following]) or _may_open(reading, following) else 0
    return 0


def _may_open(reading: Reading, index: int) -> bool:
    """Return whether any bare noun may be what is rejected or condemned, its subject being sure."""
    form = reading.forms[index]
    other = form in words("preposition") or form in words("stop") or _is_verb(form) or is_time(form)
    return reading.is_word(index) and not other and form[0] not in "وفبل" and form not in words("conjunction")


def _is_verb(form: str) -> bool:
    item = cue_forms().get(form)
    return item is not None and item.part != "noun"


def is_subject(reading: Reading, index: int) -> bool:
    """Return whether a speaker noun stands there, so that it is no reported one."""
    form = reading.forms[index]
    following = reading.forms[index + 1] if index + 1 < len(reading.forms) else ""
    if form == "ذلك" and (noun_of(following) or ("",))[0] in ("person", "body"):
        return True  # «أعلن ذلك مدير الشركة»
    if form in words("demonstrative") and is_definite(following):
        return noun_of(following) is not None and following[2:] not in words("opener")  # «أعلنت تلك القوات سيطرتها»
    return noun_of(form) is not None and form not in words("opener")


def reported_here(reading: Reading, index: int) -> bool:
    """Return whether a noun that may carry a proposition stands there."""
    form = reading.forms[index]
    often = reading.forms[index : index + 3] in _OFTEN
    if not reading.is_word(index) or index in reading.names_by_token or _is_this_week(reading, index) or often:
        return False
    before = reading.forms[index - 1] if index else ""
    verb = verb_at(reading, index)
    if before in _DURING or (verb is not None and verb.pronoun and noun_of(before) is not None):
        return False  # «في ختام اجتماع», «لقطات بثها التلفزيون»
    following = reading.forms[index + 1] if index + 1 < len(reading.forms) else ""
    if form in ("تنظيم", "تطبيق") and index + 1 not in reading.names_by_token:
        return following != '"' and not is_definite(following)  # «تنظيم انتخابات», but «تنظيم "القاعدة"»
    if opens_proposition(form, reading.tokens[index].text):
        return True
    return is_definite(form) and opens_proposition(form[2:], reading.tokens[index].text[2:])


def _is_this_week(reading: Reading, index: int) -> bool:
    """Return whether «هذا» only dates («هذا الأسبوع»)."""
    return (
        reading.forms[index] in ("هذا", "هذه")
        and reading.forms[index + 1 : index + 2] != ()
        and (reading.forms[index + 1] in _WEEKS)
    )


def behind_adjuncts(reading: Reading, index: int, limit: int) -> Target | None:
    """Skip dates and prepositional phrases between the speaker and the reported noun phrase."""
    reach = min(limit, index + 25)
    while index < reach:
        index = skip_adverbs(reading, index, reach)
        if index >= reach:
            return None
        if reported_here(reading, index):
            return Target("object", index, index, None)
        behind = _behind_adjunct(reading, index, reach, limit)
        if behind <= index:
            return None
        index = behind
    return None


def _behind_adjunct(reading: Reading, index: int, reach: int, limit: int) -> int:
    """Return the token behind the apposition, prepositional phrase, quotation or name at `index`; 0 if it is none."""
    form = reading.forms[index]
    if _is_this_week(reading, index):
        return index + 2
    if reading.forms[index - 1] == "," and (behind_aside := _behind_apposition(reading, index, reach)):
        return behind_aside
    if reading.forms[index - 1] == "," and noun_of(form) and begins_phrase(reading, index, reach):
        return read_phrase(reading, index, reach, greedy=True).end  # «، مدير المرصد ...،»
    if reading.forms[index : index + 3] in _OFTEN:
        return index + (4 if form == "في" else 3)
    if form == "من" and index + 2 < reach and reading.forms[index + 1] in ("خلال", "قبل"):
        return _behind_noun(reading, index + 2, reach)  # «نفت الشركة من خلال محاميها صحة الرواية»
    if form in words("preposition") and index + 1 < reach and reading.tokens[index + 1].kind != "mark":
        told = index + 2 < reach and reading.forms[index + 2] not in _PUBLISHED
        told = told and reading.forms[index + 2] not in words("occasion")  # «في ختام اجتماع»
        if reading.forms[index + 1] in words("vessel") and told and reported_here(reading, index + 2):
            return index + 2  # «أعلن في بيان تعليق الإجراءات»
        return _behind_noun(reading, index + 1, reach)
    if form in words("preposition") and index + 2 < reach and reading.forms[index + 1] == "#":
        return index + 3
    verb = verb_at(reading, index)
    if verb is not None and verb.pronoun and begins_phrase(reading, index + 1, reach):
        return read_phrase(reading, index + 1, reach, greedy=True).end  # «في استطلاع أجرته الوكالة»
    if form == '"' and (quotation := reading.opens_quotation(index)) and quotation.last + 1 < limit:
        return quotation.last + 1
    if form.startswith(("لل", "بال")) or is_attached_l(reading, index) or (form[0] == "ب" and noun_of(form[1:])):
        return index + 1
    return reading.names_by_token[index].end if index in reading.names_by_token else 0


def _behind_apposition(reading: Reading, index: int, reach: int) -> int:
    """Return the reported noun right behind an apposition between commas («، أكبر حلفاء النظام، حدوث ...»), else 0."""
    for place in range(index + 1, min(index + _APPOSITION, reach - 1)):
        if reading.forms[place] == ",":
            return place + 1 if reported_here(reading, place + 1) else 0
        if not reading.is_word(place):
            return 0
    return 0


def _behind_noun(reading: Reading, index: int, limit: int) -> int:
    """Return the end of the noun phrase behind a preposition: bare nouns up to the definite one that closes them."""
    place = index
    while place + 1 < limit and not is_definite(reading.forms[place]) and place not in reading.names_by_token:
        if reading.forms[place].endswith(("ه", "ها", "هم", "هما")) or not is_definite(reading.forms[place + 1]):
            break
        place += 1
    return read_phrase(reading, place, limit, greedy=True).end
