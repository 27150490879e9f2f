"""How a cue points at its content: clause, quotation, colon, governed preposition, reported noun phrase."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.annotate.statements.cues import Hit
from riwaya.annotate.statements.lexicon import COMPLEMENTISERS, cue_forms, opens_proposition, strip_conjunction, words
from riwaya.annotate.statements.noun_phrases import (
    Phrase,
    begins_phrase,
    noun_of,
    read_phrase,
    skip_adverbs,
)
from riwaya.annotate.statements.quotations import Quotation
from riwaya.annotate.statements.reading import Reading, is_definite, is_time

_REACH = 60
_NAME_TOKENS = 4
_NOT_COMPLEMENT = frozenset(
    ("قبل", "بعد", "دون", "بدون", "الا", "غير", "كما", "حيث", "منذ", "شرط", "رغم", "بعيد", "قبيل", "علما", "خاصه", "سوي",
     "يجب", "يمكن", "ينبغي", "يتوقع", "يريد", "بد", "مع", "بيد", "لدرجه", "فور", "بمجرد", "المتوقع", "المقرر", "المفترض",
     "الممكن", "المرجح", "المنتظر", "عدم")
)  # fmt: skip
_SUBORDINATORS = frozenset((",", "اذ", "حيث", "بينما", "فيما", "عندما", "بعدما", "كما", "حينما", "الذي", "التي"))
_GOVERNED = ("علي", "عن", "الي", "من", "في")


@dataclass(slots=True)
class Target:
    """Where a content begins.

    Attributes:
        kind: that, quote, colon, preposition, attached, object or complement.
        mark: first token of what points at the content; the speaker stands before it.
        first: first token of the content.
        quotation: the quotation that opens with the content, if one does.
    """

    kind: str
    mark: int
    first: int
    quotation: Quotation | None


def find_target(reading: Reading, hit: Hit, limit: int, subject_before: bool) -> Target | None:
    """Return where the content of a cue begins, or None where nothing after the cue is reported.

    Args:
        limit: one past the last token of the cue's sentence.
        subject_before: the speaker is already named before the cue.
    """
    limit = min(limit, hit.index + _REACH)
    frames = hit.form.cue.frames
    if "ask" in frames:
        return _asked(reading, hit, limit, subject_before)
    if hit.form.pronoun and hit.form.part != "noun" and not _addresses_pronoun(reading, hit):
        return None
    if "blame" in frames:
        return _blame(reading, hit, limit)
    if "feeling" in frames:
        return _object(reading, hit, limit, subject_before)
    marked = _marked(reading, hit, limit)
    if "object" in frames and (marked is None or marked.kind != "quote" or marked.mark > hit.index + 1):
        reported = _object(reading, hit, marked.mark if marked else limit, subject_before)
        if reported is not None and (marked is None or _is_plain_opener(reading, reported.first)):
            return reported
    return marked


def _addresses_pronoun(reading: Reading, hit: Hit) -> bool:
    """Return whether the attached pronoun is whom a demand or an accusation addresses («وطالبهم بـ ...»)."""
    before = reading.forms[hit.index - 1] if hit.index else ""
    relative = before in ("ما", "الذي", "التي", "كما", "لما") or before.startswith("مما")
    return "target" in hit.form.cue.frames and not relative


def _is_plain_opener(reading: Reading, index: int) -> bool:
    form = reading.forms[index]
    openers = words("opener")
    return form in openers or any(
        form.endswith(suffix) and form.removesuffix(suffix) in openers for suffix in ("ه", "ها", "هم")
    )


def _marked(reading: Reading, hit: Hit, limit: int) -> Target | None:
    frames = hit.form.cue.frames
    index, aside = hit.index + 1, False
    while index < limit:
        form = reading.forms[index]
        if index in reading.passed_on:
            index += 1
            continue
        aside = aside or (form in _SUBORDINATORS and form != ",")
        if form == '"':
            quotation = reading.opens_quotation(index)
            if aside:
                return None
            if quotation is None:
                index += 1
                continue
            if not _is_name(reading, quotation, hit, limit):
                return _quoted(reading, quotation, index, frames, hit)
            index = quotation.last + 1
            continue
        if _other_cue(reading, index):
            return None
        target = _mark_at(reading, hit, index, limit)
        if target is not None:
            return target
        if _breaks(reading, hit, index):
            return None
        index += 1
    return None


def _other_cue(reading: Reading, index: int) -> bool:
    """Return whether another cue takes over: coordinated, or a participle behind a comma."""
    form = reading.forms[index]
    item = cue_forms().get(form)
    if item is not None:
        before = reading.forms[index - 1]
        if item.part == "participle":
            return before in (",", '"')
        return item.part != "noun" and before in _SUBORDINATORS
    item = cue_forms().get(form[1:]) if form[0] in "وف" else None
    return item is not None and item.part != "noun"


def _breaks(reading: Reading, hit: Hit, index: int) -> bool:
    """Return whether nothing behind this token can belong to the cue: a stop, or a new coordinated clause."""
    form = reading.forms[index]
    if form in (".", "؛", ";", "!", "?", "…"):
        return True
    after_comma = reading.forms[index - 1] == ","
    return after_comma and form in ("فيما", "بينما", "لكن", "ولكن", "وذلك")


def _mark_at(reading: Reading, hit: Hit, index: int, limit: int) -> Target | None:
    """Return the target that begins with this token, if any."""
    frames = hit.form.cue.frames
    form, before = reading.forms[index], reading.forms[index - 1]
    if index + 1 >= limit:
        return None
    if form == ":" and ("quote" in frames or "that" in frames):
        return _behind(reading, "colon", index, index + 1, limit)
    if (
        form in COMPLEMENTISERS
        and before not in _NOT_COMPLEMENT
        and ("that" in frames or "quote" in frames or "target" in frames)
    ):
        if reading.tokens[index].text == "ان" or not _is_leftover(reading, hit, index):
            return _behind(reading, "that", index, index + 1, limit)
    if form in frames and form in _GOVERNED:
        return _governed(reading, hit, index, limit)
    if "ب" in frames or "describe" in frames:
        return _attached(reading, hit, index, limit)
    return None


def _is_leftover(reading: Reading, hit: Hit, index: int) -> bool:
    """Return whether «أن» belongs to a noun before it («بعد ساعات من أن»), not to the cue."""
    before = reading.forms[index - 1]
    return (
        before in ("من", "عن", "الي", "علي", "في") and before not in hit.form.cue.frames and index - 1 != hit.index + 1
    )


def _behind(reading: Reading, kind: str, mark: int, first: int, limit: int) -> Target | None:
    """Return the target whose content begins at `first`, which a quotation may open, «أن» inside it too."""
    while first < limit and reading.forms[first] in (",", ":"):
        first += 1
    if first >= limit:
        return None
    quotation = reading.opens_quotation(first)
    if quotation is None:
        return Target(kind, mark, first, None)
    inner = first + 1
    if kind == "colon" and inner < limit and reading.forms[inner] in COMPLEMENTISERS:
        inner += 1
    return Target(kind, mark, inner, quotation) if inner < limit else None


def _quoted(reading: Reading, quotation: Quotation, index: int, frames: frozenset[str], hit: Hit) -> Target | None:
    """Return the target of a quotation behind the cue; «أن» or a governed preposition may open it."""
    first = index + 1
    if first > quotation.last:
        return None
    if (
        "target" in frames
        and reading.forms[index - 1] not in (":", ",")
        and index > hit.index + 1
        and "quote" not in frames
    ):
        return None
    opened = False
    while first < quotation.last and (reading.forms[first] in COMPLEMENTISERS or reading.forms[first] in frames):
        opened, first = True, first + 1
    return Target("inside" if opened else "quote", index, first, quotation)


def _is_name(reading: Reading, quotation: Quotation, hit: Hit, limit: int) -> bool:
    """Return whether a short quotation behind a cue is a speaker's name («قالت "فتح" في بيان إن»)."""
    if not quotation.closed or quotation.last - quotation.first - 1 > _NAME_TOKENS:
        return False
    if hit.form.part == "participle" and quotation.first == hit.index + 1:
        return False
    before = reading.forms[quotation.first - 1]
    following = quotation.last + 1
    if before not in (":", ",") and quotation.first > hit.index + 1 and quotation.last - quotation.first < 5:
        if following < limit and reading.is_word(following):
            return True
    if before == ":" or quotation.last + 1 >= limit:
        return False
    if before == "_" or noun_of(before) is not None or before in ("باسم", "لـ", "ل", "في", "مع", "عبر", "علي"):
        return _marker_follows(reading, quotation.last + 1, limit)
    if quotation.first == hit.index + 1 or reading.is_word(quotation.first - 1):
        return reading.forms[quotation.last + 1] not in (".", "؛") and _marker_follows(
            reading, quotation.last + 1, limit
        )
    return False


def _marker_follows(reading: Reading, index: int, limit: int) -> bool:
    for place in range(index, min(index + 25, limit)):
        form = reading.forms[place]
        if form == ":" or form == '"' or (form in COMPLEMENTISERS and reading.forms[place - 1] not in _NOT_COMPLEMENT):
            return True
        if opens_proposition(form, reading.tokens[place].text):
            return True
    return False


def _governed(reading: Reading, hit: Hit, index: int, limit: int) -> Target | None:
    """Return the target behind a preposition that the cue governs, «أن» behind it included."""
    first = index + 1
    following = reading.forms[first]
    if following in COMPLEMENTISERS and first + 1 < limit:
        return _behind(reading, "that", index, first + 1, limit)
    form = reading.forms[index]
    if following.startswith(("جانب", "جهت", "خلال", "طريق")) or (following in ("هذا", "ذلك") and form == "في"):
        return None
    if form == "من" and any(
        reading.forms[place] == "من" and reading.forms[place + 1] in COMPLEMENTISERS
        for place in range(first, min(first + 12, limit - 1))
    ):
        return None
    if (form == "علي" and following in words("occasion")) or (form == "الي" and hit.form.cue.lemma == "طلب"):
        return None
    return _behind(reading, "preposition", index, first, limit)


def _attached(reading: Reading, hit: Hit, index: int, limit: int) -> Target | None:
    """Return the target that opens with an attached ب («بإمكانية ...»); the preposition stays."""
    form = reading.forms[index]
    if form == "ب" or (form == "بـ"):
        return _behind(reading, "complement", index, index + 1, limit)
    if not form.startswith("ب") or len(form) < 4 or form in words("b_word"):
        return None
    rest = form[1:]
    sure = is_definite(rest) or opens_proposition(rest, reading.tokens[index].text[1:]) or rest in reading.vocabulary
    near = (
        index == hit.index + 1
        or reading.forms[index - 1] == ","
        or _phrase_ends(reading, hit, index)
        or (rest.endswith(("ه", "ها", "هم", "ا")) and "describe" in hit.form.cue.frames)
    )
    describe = "describe" in hit.form.cue.frames and index > hit.index + 1
    if not (sure or near or describe) or is_time(rest):
        return None
    return Target("attached", index, index, None)


def _phrase_ends(reading: Reading, hit: Hit, index: int) -> bool:
    """Return whether the speaker's noun phrase ends right before the token."""
    first = skip_adverbs(reading, hit.index + 1, index)
    return begins_phrase(reading, first, index) and read_phrase(reading, first, index + 2, greedy=False).end == index


def _object(reading: Reading, hit: Hit, limit: int, subject_before: bool) -> Target | None:
    """Return the reported noun phrase behind the cue («أكد سوليفان خلال لقائه غانتس التزام الرئيس ...»)."""
    index = skip_adverbs(reading, hit.index + 1, limit)
    if index >= limit:
        return None
    bare = hit.form.part == "participle" or subject_before
    if _reported_here(reading, index) and (bare or not _is_subject(reading, index)):
        return Target("object", index, index, None)
    if bare:
        fixed = is_definite(reading.forms[index]) and hit.form.cue.force in ("accuse", "deny", "praise")
        return Target("object", index, index, None) if fixed else _behind_adjuncts(reading, index, limit)
    if not begins_phrase(reading, index, limit):
        return _behind_adjuncts(reading, index, limit)
    phrase = read_phrase(reading, index, limit, greedy=True)
    if hit.form.cue.force in ("accuse", "deny", "praise"):
        direct = _direct_object(reading, phrase, limit)
        if direct is not None:
            return direct
    return _behind_adjuncts(reading, phrase.end, limit)


def _direct_object(reading: Reading, phrase: Phrase, limit: int) -> Target | None:
    """Return a definite object behind a subject whose end is sure («نفت موسكو الاتهامات»)."""
    named = any(
        name.end == phrase.end for name in map(reading.names_by_token.get, range(phrase.first, phrase.end)) if name
    )
    if phrase.end < limit and (is_definite(reading.forms[phrase.end]) or (named and _may_open(reading, phrase.end))):
        return Target("object", phrase.end, phrase.end, None)
    single = phrase.first + 1
    if phrase.name == phrase.first and phrase.kind == "" and single < phrase.end and is_definite(reading.forms[single]):
        mention = reading.names_by_token.get(phrase.first)
        if mention is not None and mention[0] == single:
            return Target("object", single, single, None)
    return None


def _may_open(reading: Reading, index: int) -> bool:
    """Return whether any bare noun may be what is rejected or condemned, its subject being sure."""
    form = reading.forms[index]
    other = form in words("preposition") or form in words("stop") or form in cue_forms() or is_time(form)
    return reading.is_word(index) and not other and form[0] not in "وفبل" and form not in words("conjunction")


def _is_subject(reading: Reading, index: int) -> bool:
    return noun_of(reading.forms[index]) is not None and reading.forms[index] not in words("opener")


def _reported_here(reading: Reading, index: int) -> bool:
    form = reading.forms[index]
    if not reading.is_word(index) or index in reading.names_by_token:
        return False
    if opens_proposition(form, reading.tokens[index].text):
        return True
    return is_definite(form) and form[2:] in words("opener")


def _behind_adjuncts(reading: Reading, index: int, limit: int) -> Target | None:
    """Skip dates and prepositional phrases between the speaker and the reported noun phrase."""
    reach = min(limit, index + 25)
    while index < reach:
        index = skip_adverbs(reading, index, reach)
        if index >= reach:
            return None
        form = reading.forms[index]
        if _reported_here(reading, index):
            return Target("object", index, index, None)
        if reading.forms[index - 1] == "," and noun_of(form) and begins_phrase(reading, index, reach):
            index = read_phrase(reading, index, reach, greedy=True).end  # «، مدير المرصد ...،»
        elif form in words("preposition") and index + 1 < reach and reading.is_word(index + 1):
            index = read_phrase(reading, index + 1, reach, greedy=True).end
        elif form == '"' and (quotation := reading.opens_quotation(index)) and quotation.last + 1 < limit:
            index = quotation.last + 1
        elif form.startswith(("لل", "بال")) or (form.startswith(("ل", "ب")) and noun_of(form[1:])):
            index += 1
        elif index in reading.names_by_token:
            index = reading.names_by_token[index][0]
        else:
            return None
    return None


def _asked(reading: Reading, hit: Hit, limit: int, subject_before: bool) -> Target | None:
    """Return what is asked of whom: «طلب من الحكومة توضيح ...», «طلبت من السلطات أن ...»."""
    index = skip_adverbs(reading, hit.index + 1, limit)
    if not subject_before and begins_phrase(reading, index, limit):
        index = read_phrase(reading, index, limit, greedy=True).end
    if index + 1 >= limit or reading.forms[index] != "من" or not begins_phrase(reading, index + 1, limit):
        return None
    end = skip_adverbs(reading, read_phrase(reading, index + 1, limit, greedy=True).end, limit)
    for place in range(end, min(end + 12, limit)):
        if reading.forms[place] in COMPLEMENTISERS and reading.forms[place - 1] not in _NOT_COMPLEMENT:
            return _behind(reading, "that", index, place + 1, limit)
        if place == end and _reported_here(reading, place):
            return Target("object", index, place, None)
    return None


def _blame(reading: Reading, hit: Hit, limit: int) -> Target | None:
    """Return «حركة حماس المسؤولية» behind «حمّلت» or «أصابع الاتهام إلى ...» behind «وجهت»."""
    for index in range(hit.index + 1, min(limit, hit.index + 25)):
        form = reading.forms[index]
        if form == "اصابع" or (
            strip_conjunction(form).startswith(("مسوولي", "المسوولي")) and hit.form.cue.lemma != "وجه"
        ):
            break
    else:
        return None
    if form == "اصابع":
        return Target("object", index, index, None)
    for place in range(hit.index + 1, index):
        quotation = reading.opens_quotation(place)
        if quotation is not None and quotation.last > index and place + 1 < index:
            return Target("quote", place, place + 1, quotation)
    first = skip_adverbs(reading, hit.index + 1, limit)
    if hit.form.part != "participle" and begins_phrase(reading, first, index):
        phrase = read_phrase(reading, first, index, greedy=True)
        rest = skip_adverbs(reading, phrase.end, index)
        # Someone must be made responsible: where «المسؤولية» follows one noun phrase, that is whom.
        if (rest == index and not is_definite(form)) or begins_phrase(reading, rest, index):
            first = rest
    quotation = reading.opens_quotation(first)
    return Target("object", first, first + (quotation is not None), quotation)
