"""Mentions by rules and by the network made into one list: the network reads, the rules and their tables arbitrate."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from riwaya.annotate.document import Document
from riwaya.annotate.mentions.lexicon import words
from riwaya.annotate.mentions.readings import is_own_verb
from riwaya.annotate.mentions.sheet import UNNAMED
from riwaya.annotate.reader.choosing import THRESHOLD, Weighed, choose_names, choose_roles, settle_senses
from riwaya.annotate.reader.evidence import SETTLED, Candidate, name_candidates, role_candidates
from riwaya.annotate.reader.reading import Reading
from riwaya.annotate.reader.weighing import weigh
from riwaya.annotate.span_set import SpanSet
from riwaya.annotate.statements.verbs import finite_verbs
from riwaya.arabic.frequencies import load_name_counts
from riwaya.model import Mention, MentionKind, Span

_SURE_HOLDER = 0.5  # from here on the network's holder outweighs that of the rules
_SURE_LONGER = 0.8  # so likely is a longer name that outweighs the rules'
_SPOKEN = 0.5
_ASKED = frozenset(("من", "في", "هذا", "هذه", "ذلك", "كذلك", "هناك", "لدينا", "لدى", "هو", "هي"))
_MOST = 0.99


def merge_mentions(document: Document, mentions: Sequence[Mention], reading: Reading) -> list[Mention]:
    """Return the final mentions of a document, in text order.

    Args:
        document: what was read.
        mentions: those of the rules.
        reading: what the network found in the same text.
    """
    weighed = _without_parts([Weighed(one, weigh(one)) for one in name_candidates(mentions, reading)])
    settled = [
        one
        for one in settle_senses(weighed)
        if not (_is_some_state(one.candidate, reading) or _is_head(one.candidate) or _is_verb(one.candidate, reading))
    ]
    names = choose_names(settled)
    roles = choose_roles(
        [Weighed(candidate, _role_chance(candidate)) for candidate in role_candidates(mentions, reading)], names
    )
    merged = [_make(document, name) for name in names]
    persons = [mention for mention in merged if mention.kind is MentionKind.PER]
    merged.extend(_make(document, role, _holder_of(role, persons)) for role in roles)
    return sorted(merged, key=lambda mention: (mention.span.start, mention.span.end, mention.kind))


def _role_chance(candidate: Candidate) -> float:
    """Return how sure a role is; one who speaks without a name («مسؤول عراقي») is one where the network reads none."""
    unnamed = candidate.rule == UNNAMED and candidate.holders[0] is None
    return max(weigh(candidate), _SPOKEN) if unnamed else weigh(candidate)


def _without_parts(weighed: Sequence[Weighed]) -> list[Weighed]:
    """Return the candidates without those inside or across a full name that is settled («إسرائيل» of «إسرائيل كاتس»).

    A longer name that the network reads there («محمد علي الوادي» for «محمد علي») outweighs the settled one. What lies
    inside a place («مطار بيروت») belongs to it.
    """
    outread = _outread(weighed)
    weighed = [one for one in weighed if (one.span, one.candidate.kind) not in outread]
    settled = sorted((one.span for one in weighed if _bars_parts(one.candidate)), key=lambda span: span.start)
    longer = SpanSet(one.span for one in weighed if one.candidate.kind is MentionKind.PER and one.chance > THRESHOLD)
    kept = [span for span in settled if not longer.holds_more(span)]
    starts = [span.start for span in kept]
    found = []
    for one in weighed:
        index = bisect_left(starts, one.span.end) - 1
        crossed = index >= 0 and kept[index].overlaps(one.span) and kept[index] != one.span
        if not crossed or one.span.contains(kept[index]):
            found.append(one)
    return found


def _bars_parts(candidate: Candidate) -> bool:
    return candidate.rule >= SETTLED and candidate.kind is not MentionKind.LOC


def _outread(weighed: Sequence[Weighed]) -> set[tuple[Span, MentionKind]]:
    """Return the settled names of which the network surely reads more («تيميل | كرم الله أوغلو»).

    What holds two of them is two people («جوزيف عون نواف سلام»).
    """
    settled = {(one.span, one.candidate.kind) for one in weighed if one.candidate.rule >= SETTLED}
    if not settled:
        return settled
    begin = {(span.start, kind): span for span, kind in settled}
    end = {(span.end, kind): span for span, kind in settled}
    spans = sorted((span for span, _ in settled), key=lambda span: span.end)
    ends = [span.end for span in spans]
    found = set()
    for one in weighed:
        span, kind = one.span, one.candidate.kind
        if one.chance <= _SURE_LONGER or (span, kind) in settled:
            continue
        held = begin.get((span.start, kind)) or end.get((span.end, kind))
        if held is None or not span.contains(held):
            continue
        # Nothing settled ends in the longer name but the one and its parts, and none that begins in it ends behind it.
        place, behind = bisect_left(ends, span.start + 1), bisect_left(ends, span.end + 1)
        alone = all(held.contains(other) for other in spans[place:behind])
        if alone and (behind == len(spans) or spans[behind].start >= span.end):
            found.add((held, kind))
    return found


def _is_some_state(candidate: Candidate, reading: Reading) -> bool:
    """Return whether what the network takes for a person may as well be a state («اقترحت فالدورا تشغيل المعبر»).

    A woman is named in full once; a state or a town, feminine too, never is. Shown is neither.
    """
    if candidate.kind is not MentionKind.PER or candidate.rule or candidate.longer or not candidate.seen:
        return False
    first, behind = reading.words_in(candidate.span)
    if behind - first != 1 or first == 0 or (candidate.elsewhere or 0.0) >= _SURE_HOLDER:
        return False
    verb = finite_verbs().get(reading.words[first - 1].form)
    return verb is not None and verb.gender == "f" and not load_name_counts().get(reading.words[first].form, 0)


def _is_verb(candidate: Candidate, reading: Reading) -> bool:
    """Return whether what the network takes for a person is a verb («أؤدي دورا», «أليس من الأفضل»)."""
    if candidate.kind is not MentionKind.PER or candidate.rule >= SETTLED or not candidate.words.startswith("ا"):
        return False
    first, behind = reading.words_in(candidate.span)
    if behind - first != 1:
        return False
    word = reading.words[first]
    asked = word.text == "أليس" and behind < len(reading.words) and reading.words[behind].text in _ASKED
    return asked or is_own_verb(word.text, word.form)


def _is_head(candidate: Candidate) -> bool:
    """Return whether a name is but an indefinite noun («قناة» of «قناة العربية»); «الوكالة» stands for a name."""
    return candidate.kind in (MentionKind.OUTLET, MentionKind.ORG) and candidate.words in words("outlet_heads")


def _make(document: Document, weighed: Weighed, holder: Mention | None = None) -> Mention:
    article_id, field = document.article.id, document.field
    candidate = weighed.candidate
    return Mention(
        Mention.make_id(article_id, field, candidate.span, candidate.kind),
        article_id,
        field,
        candidate.span,
        candidate.span.of(document.text),
        candidate.kind,
        holder.id if holder else "",
        round(min(weighed.chance, _MOST), 3),
    )


def _holder_of(role: Weighed, persons: Sequence[Mention]) -> Mention | None:
    """Return the person who holds a role: by the network where it is sure, else by the rules."""
    by_rules, by_network = (_at(span, persons) for span in role.candidate.holders)
    # Whoever stands inside a role does not hold it: «محامي سليم الحداد».
    by_rules = by_rules if by_rules and not by_rules.span.overlaps(role.span) else None
    by_network = by_network if by_network and not by_network.span.overlaps(role.span) else None
    if not role.candidate.rule:
        return by_network
    if role.candidate.found and role.candidate.holder_score >= _SURE_HOLDER:
        return by_network or by_rules
    return by_rules or by_network


def _at(span: Span | None, persons: Sequence[Mention]) -> Mention | None:
    """Return the person whose mention overlaps a span."""
    if span is None:
        return None
    index = bisect_left(persons, span.start + 1, key=lambda mention: mention.span.end)
    if index < len(persons) and persons[index].span.overlaps(span):
        return persons[index]
    return None
