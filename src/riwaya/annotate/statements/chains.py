"""Chains of intermediaries: statements inside statements, transmitters, closing attributions."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from riwaya.annotate.statements.attributions import Attribution
from riwaya.annotate.statements.citing import cite, interrupts
from riwaya.annotate.statements.drafts import Draft
from riwaya.annotate.statements.lexicon import COMPLEMENTISERS, cue_forms, strip_conjunction
from riwaya.annotate.statements.pieces import OPENING, piece_before, piece_behind
from riwaya.annotate.statements.reading import Reading
from riwaya.annotate.statements.sources import goes_on
from riwaya.annotate.statements.spokesmen import is_person, is_spokesman
from riwaya.annotate.statements.vessels import passes_on

_SPEECH = frozenset(("that", "quote", "colon", "inside", "before", "adverbial"))
_AND_THAT = frozenset("و" + form for form in COMPLEMENTISERS)
_PASSING = frozenset(("نقل", "أورد"))
_LEADING = 12
_REMAINDER = 4  # tokens behind an attribution that are no clause
_DEEPEST = 6
_OWN_WORDS = 5  # of a source, before another cue
_OPENS_WITHIN = 4  # words in which a sentence shows that somebody speaks in it
_NEIGHBOURS = 16
_LONGEST = 150  # tokens that one adverbial may attribute


def nest(reading: Reading, drafts: Sequence[Draft]) -> list[Draft]:
    """Give inner statements their chain, and drop an outer one that says nothing but the inner.

    Returns:
        the drafts that stay, in order of their cue.
    """
    stack: list[Draft] = []
    dropped: set[int] = set()
    for draft in drafts:
        while stack and stack[-1].end <= draft.cue_token:
            stack.pop()
        outer = next((item for item in reversed(stack) if item.first <= draft.cue_token), None)
        if outer is not None and outer.speaker is not None and draft.structure != "noun":
            if _is_own_cue(outer, draft):
                draft.speaker, draft.elided, draft.via = outer.speaker, outer.elided, list(outer.via)
                draft.gender, draft.number = outer.gender, outer.number
                dropped.add(id(outer))
                stack.append(draft)
                continue
            if _says_itself(reading, outer, draft):
                dropped.add(id(draft))
                continue
            if not (draft.elided and draft.speaker == outer.speaker) and len(outer.via) < _DEEPEST:
                draft.via = [*outer.via, outer.speaker, *draft.via]
            if _is_whole(reading, outer, draft):
                dropped.add(id(outer))
        if len(stack) < _DEEPEST:
            stack.append(draft)
    return [draft for draft in drafts if id(draft) not in dropped]


def _says_itself(reading: Reading, outer: Draft, inner: Draft) -> bool:
    """Return whether the inner attribution is only part of what the outer speaker says.

    «قالت إنها تدين ...» is one statement, and so is «قال المتحدث إن دمشق تدين ...»: he states its position. A medium
    or a document that reports a position passes it on.
    """
    quoted = outer.quotation is not None and outer.quotation.first <= inner.cue_token <= outer.quotation.last
    described = inner.hit is not None and inner.hit.form.pronoun and inner.hit.form.part != "noun"
    if inner.elided and (inner.cue_token <= outer.first + 1 or quoted or described):
        return True
    # A refusal or demand that another reports is what he tells: «قال الناجي إن السفينة رفضت إغاثتهم».
    told = inner.hit is not None and (inner.hit.form.part == "present" or inner.structure not in _SPEECH)
    refused = inner.hit is not None and inner.hit.form.cue.lemma == "رفض"
    passed = passes_on(reading, outer) and not refused
    # «ذكر المتحدث أن الرئيس أكد حرص بلاده على ...» tells what the president has said.
    person = inner.speaker is not None and not inner.elided and is_person(reading, inner.speaker)
    past = inner.hit is not None and inner.hit.form.part == "past"
    passed = passed or (past and person and not refused and is_spokesman(reading, outer))
    # «أضافت المنظمة أن السكان يقولون إنهم ...»: to say is no position.
    says = inner.hit is not None and inner.hit.form.cue.lemma == "قال" and inner.structure in _SPEECH
    passed = passed or (says and not quoted and inner.speaker != outer.speaker and not inner.elided)
    return (told or quoted) and _is_whole(reading, outer, inner) and not passed


def _is_own_cue(outer: Draft, inner: Draft) -> bool:
    """Return whether the words passed on open with the speaker's own verb («نقلت الوكالة عن الوزير أنه أكد ...»)."""
    if outer.hit is None or inner.hit is None or outer.hit.form.cue.lemma not in _PASSING or not outer.via:
        return False
    opens = inner.elided and inner.cue_token == outer.first and inner.end >= outer.end - 1
    return opens and inner.hit.form.part == "past" and inner.hit.form.number != "p"


def _is_whole(reading: Reading, outer: Draft, inner: Draft) -> bool:
    """Return whether the outer content is nothing but the inner attribution."""
    if inner.elided or inner.structure in ("noun", "relayed") or inner.begins - outer.first > _LEADING:
        return False
    if inner.begins > outer.first and reading.forms[inner.begins] in _AND_THAT:
        return False  # «قال إن الجسر مغلق وإن الحكومة أكدت أنه ...»
    starts = inner.begins <= outer.first or (inner.speaker is not None and _starts_with(reading, outer, inner))
    return starts and inner.end >= outer.end - 1


def _starts_with(reading: Reading, outer: Draft, inner: Draft) -> bool:
    """Return whether the outer content begins with the inner speaker or cue."""
    begin = reading.tokens[outer.first].start
    speaker = inner.speaker
    if speaker is None:
        return False
    first = min(speaker.start, inner.cue.start)
    between = reading.text[begin:first] if first >= begin else ""
    return len(between) <= 60 and "،" not in between and speaker.start >= begin


def attach_attributions(reading: Reading, drafts: Sequence[Draft], attributions: Sequence[Attribution]) -> list[Draft]:
    """Add each adverbial attribution to the chains it covers, or make it a statement of its own."""
    places = [draft.cue_token for draft in drafts]
    added: list[Draft] = []
    for attribution in attributions:
        # A window of neighbours keeps a sentence of thousands of attributions linear.
        middle = bisect_left(places, attribution.first)
        near = [*drafts[max(0, middle - _NEIGHBOURS) : middle + _NEIGHBOURS], *added[-1:]]
        sentence = reading.sentence_of[attribution.first]
        inside = [draft for draft in near if reading.sentence_of[draft.cue_token] == sentence]
        covered = [draft for draft in inside if _covers(reading, attribution, draft)]
        for draft in covered:
            if not interrupts(attribution, draft):  # that was cited before chains were made
                cite(reading, draft, attribution)
        whole = bool(covered) and _closes_account(reading, attribution, covered)
        if not covered or whole or _tells_first(reading, attribution, covered):
            own = _own_statement(reading, attribution, [] if whole else inside, near)
            if own is not None:
                added.append(own)
    return sorted([*drafts, *added], key=lambda draft: draft.cue_token)


def _covers(reading: Reading, attribution: Attribution, draft: Draft) -> bool:
    """Return whether the attribution passes the draft on: before its clause, or right behind its content."""
    if draft.hit is None or draft.structure == "noun":
        return False
    if attribution.leads:
        return draft.begins >= attribution.end
    if draft.cue_token > attribution.first:
        return False
    if _ends_sentence(reading, attribution):
        return True
    return attribution.first - draft.end <= 3


def _tells_first(reading: Reading, attribution: Attribution, covered: Sequence[Draft]) -> bool:
    """Return whether the source tells something of its own before it is said who says what in the same sentence.

    «وبحسب السلطات، فإن المهاجمين فروا، مشيرة إلى أن ...».
    """
    return attribution.leads and min(draft.begins for draft in covered) - attribution.end >= _OWN_WORDS


def _closes_account(reading: Reading, attribution: Attribution, covered: Sequence[Draft]) -> bool:
    """Return whether the source behind a sentence vouches for what it tells, not only for who says what within it.

    «ألقت الطائرات منشورات تحذر من عملية وشيكة، وفق ما ذكرت مصادر»: who warns only describes what was dropped.
    """
    first, _ = _edges(reading, reading.sentences[reading.sentence_of[attribution.first]][0], attribution.first)
    told = min(draft.begins for draft in covered) - first >= _OWN_WORDS
    if (
        not told
        or attribution.leads
        or attribution.own
        or any(map(_says, reading.forms[first : first + _OPENS_WITHIN]))
    ):
        return False
    return all(draft.hit is not None and not draft.hit.joined and _depends(draft) for draft in covered)


def _says(form: str) -> bool:
    """Return whether a word is a verb of saying, with «و» before it or not."""
    item = cue_forms().get(strip_conjunction(form))
    return item is not None and not item.cue.frames.isdisjoint(("that", "quote"))


def _depends(draft: Draft) -> bool:
    """Return whether a cue only completes a noun or another verb: it has no subject of its own before it or behind."""
    own = draft.speaker is not None and not draft.elided
    return not own and draft.hit is not None and draft.hit.form.part in ("present", "participle")


def _ends_sentence(reading: Reading, attribution: Attribution) -> bool:
    end = reading.sentences[reading.sentence_of[attribution.first]][1]
    return end - attribution.end <= 3


def _own_statement(
    reading: Reading, attribution: Attribution, inside: Sequence[Draft], near: Sequence[Draft]
) -> Draft | None:
    """Return the statement of «...، وفق ما نقلت وسائل الإعلام» or of «ووفقاً للقناة ...»."""
    first, end = reading.sentences[reading.sentence_of[attribution.first]]
    rest: list[tuple[int, int]] = []
    alone = _sentence_before(reading, attribution)
    if alone is not None:
        first, end = alone
        if any(first <= draft.cue_token < end for draft in near):
            return None
    elif attribution.leads:
        rest = piece_before(reading, attribution, first)  # «وكان الحداد - بحسب منظمة - محتجزا»
        first = _behind_so(reading, attribution.end, end)
        end = min([draft.begins for draft in inside if draft.begins > first and draft.splits], default=end)
    else:
        before = max([draft.end for draft in inside if draft.end <= attribution.first], default=first)
        if _middle(reading, attribution, first):
            rest = piece_before(reading, attribution, before)
            first = attribution.end
        else:
            narrated = min([draft.begins for draft in inside if draft.begins > attribution.first], default=end)
            rest = piece_behind(reading, attribution, (before, narrated))
            first, end = before, attribution.first
    first, end = _edges(reading, first, end)
    speaker = attribution.speaker
    if not 3 <= end - first <= _LONGEST or (attribution.own and not near):
        return None
    if attribution.own:
        earlier = [draft for draft in near if draft.cue_token < attribution.first and draft.speaker is not None]
        gender = "f" if attribution.cue.of(reading.text).endswith("ها") else "m"
        agreeing = [draft for draft in earlier if draft.gender in ("", gender)]
        speaker = (agreeing or earlier)[-1].speaker if earlier else None
    if speaker is None:
        return None
    return Draft(
        hit=None, cue=attribution.cue, cue_token=attribution.first, begins=attribution.first, splits=False,
        first=first, end=end, quotation=None, speaker=speaker, gender="", number="", elided=attribution.own,
        structure="adverbial", force="assert", prior=0.9, via=[attribution.via] if attribution.via else [],
        rest=[_edges(reading, *piece) for piece in rest],
    )  # fmt: skip


def _sentence_before(reading: Reading, attribution: Attribution) -> tuple[int, int] | None:
    """Return the sentence before an attribution that stands alone («أغلقت البورصة على ارتفاع. وفقا لرويترز.»)."""
    number = reading.sentence_of[attribution.first]
    first, end = reading.sentences[number]
    opens = reading.forms[first : attribution.first] in ((), ("وذلك",))
    if number == 0 or not opens or end - attribution.end > 1:
        return None
    before = reading.sentences[number - 1]
    between = reading.text[reading.tokens[before[1] - 1].end : reading.tokens[first].start]
    return None if "\n" in between else before


def _behind_so(reading: Reading, first: int, end: int) -> int:
    """Return the token behind «فإن» where a leading attribution has it («وبحسب رسالة وجهها ... فإن ...»)."""
    for place in range(first, min(first + 20, end)):
        if reading.forms[place] in ("فان", "فانه", "فانها", "فانهم", "فقد"):
            return place + 1
    return first


def _middle(reading: Reading, attribution: Attribution, first: int) -> bool:
    """Return whether the attribution interrupts its clause («أودى بحسب مسعفين بحياة 40 شخصا»)."""
    last = reading.sentences[reading.sentence_of[attribution.first]][1]
    if attribution.first <= first or last - attribution.end <= _REMAINDER:
        return False
    before = reading.forms[attribution.first - 1]
    place = attribution.end + (reading.forms[attribution.end] == ",")
    after = reading.forms[place]
    if before != "," and after[:1] == "ب":
        return True
    opening = attribution.first - first <= OPENING and reading.forms[attribution.end] in (",", "-")
    return opening and goes_on(reading, place)


def _edges(reading: Reading, first: int, end: int) -> tuple[int, int]:
    """Drop a dateline, stops and commas at both ends."""
    for place in range(first, min(first + 14, end)):
        if reading.forms[place] == "-" and place + 1 < end and reading.forms[place + 1] != "-":
            before = reading.forms[place - 1] if place else ""
            if before in (")", "-"):
                first = place + 1
    while first < end and reading.tokens[first].kind == "mark" and reading.forms[first] != '"':
        first += 1
    while end - first > 1 and reading.forms[end - 1] in ("وذلك", ","):
        end -= 1
    while first < end and reading.tokens[end - 1].kind == "mark" and reading.forms[end - 1] not in ('"', ")", "!", "?"):
        end -= 1
    return first, end
