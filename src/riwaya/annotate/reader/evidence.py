"""What speaks for and against each possible mention: the rules' own score, the network's, and what they say instead."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import log

from riwaya.annotate.reader.elsewhere import Elsewhere, Name
from riwaya.annotate.reader.reading import Reading
from riwaya.annotate.reader.records import Role
from riwaya.model import Mention, MentionKind, Span

# The rules' score of what no network need be asked about: a known person's full name.
SETTLED = 0.98
_LINKS = frozenset(("من", "في", "على", "إلى", "الى", "عن", "مع", "ضد", "لدى", "بين", "أن", "إن"))
_BOUND = 1e-3  # no single witness is surer than this
# The network tells events from other named things; mentions do not.
_KINDS = {"EVENT": MentionKind.MISC}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible mention.

    Attributes:
        rule: the rules' score, 0 where they did not find it.
        network: the network's probability of this span and kind.
        found: whether the network, left alone, would have chosen it.
        against: the score of a rule's mention of the same sort that overlaps it otherwise, 0 where there is none.
        nested: whether its finder puts it inside another name.
        seen: whether the network reads its words, as words: of a hashtag («#الحدود_اليمنية») it sees the whole.
        holders: of a role: the holder by the rules, and by the network.
        elsewhere: of a name: the network's mean probability of the same words in their other places, None without any.
        longer: of a person's name in one word: the network's probability of the full name that it is a part of.
        by_rules: the rules' highest score of the same words anywhere in the text, as this kind and as another one.
        words: of a name: its words, folded, particles off.
    """

    span: Span
    kind: MentionKind
    rule: float
    network: float
    found: bool
    against: float
    nested: bool = False
    seen: bool = True
    holders: tuple[Span | None, Span | None] = (None, None)
    holder_score: float = 0.0
    elsewhere: float | None = None
    longer: float = 0.0
    by_rules: tuple[float, float] = (0.0, 0.0)
    words: str = ""


def log_odds(chance: float) -> float:
    """Return the logarithm of the odds, within bounds."""
    chance = min(max(chance, _BOUND), 1 - _BOUND)
    return log(chance / (1 - chance))


def name_candidates(mentions: Iterable[Mention], reading: Reading) -> list[Candidate]:
    """Return the names of the rules and of the network, each once, and the other places of what is likely a name."""
    rules: dict[tuple[Span, MentionKind], float] = {
        (mention.span, mention.kind): mention.score for mention in mentions if mention.kind is not MentionKind.ROLE
    }
    found: dict[tuple[Span, MentionKind], bool] = {}
    for nested, names in enumerate((reading.findings.entities, reading.findings.inner)):
        for one in names:
            found.setdefault((one.span, _KINDS.get(one.kind) or MentionKind(one.kind)), bool(nested))
    elsewhere = Elsewhere(reading)
    named = {key: elsewhere.name_of(*key) for key in rules.keys() | found.keys()}
    elsewhere.learn_longer(named.values())
    elsewhere.learn_rules((named[key], score) for key, score in rules.items())
    taken = set(named.values())
    for name in list(named.values()):
        for other in elsewhere.repeats(name):
            if other not in taken:
                taken.add(other)
                span = Span(reading.words[other.first].start, reading.words[other.behind - 1].end)
                named[span, other.kind] = other
    others = _Spans([(span, score) for (span, _), score in rules.items()])
    bodies = _Spans([(one.span, one.score) for one in reading.findings.entities if one.kind == MentionKind.ORG])
    return [
        Candidate(
            span,
            kind,
            rules.get((span, kind), 0.0),
            _shared_chance(elsewhere, name, bodies.covers(span)),
            (span, kind) in found,
            0.0 if (span, kind) in rules else others.strongest(span),
            found.get((span, kind), False),
            _is_seen(reading, span),
            elsewhere=elsewhere.others(name),
            longer=elsewhere.longer(name),
            by_rules=elsewhere.by_rules(name),
            words=elsewhere.words(name),
        )
        for (span, kind), name in sorted(named.items())
    ]


def _shared_chance(elsewhere: Elsewhere, name: Name, in_body: bool) -> float:
    """Return the network's probability of a name.

    Of a person in a body's name («حكومة الحداد») it sees the body, so what it says of him elsewhere stands for it.
    """
    chance = elsewhere.chance(name)
    if in_body and name.kind is MentionKind.PER:
        return max(chance, elsewhere.longer(name) / 2, (elsewhere.others(name) or 0.0) / 2)
    return chance


def _is_seen(reading: Reading, span: Span) -> bool:
    if not reading.is_read(span):
        return False
    first, behind = reading.words_in(span)
    words = reading.words[first:behind]
    return not words or "_" not in words[0].text or (words[0].outer, words[-1].end) == (span.start, span.end)


def role_candidates(mentions: Sequence[Mention], reading: Reading) -> list[Candidate]:
    """Return the roles of the rules and of the network, each once."""
    spans = {mention.id: mention.span for mention in mentions}
    rules = {mention.span: mention for mention in mentions if mention.kind is MentionKind.ROLE}
    persons = {name.span.end: name.span for name in reading.findings.entities if name.kind == "PER"}
    settled = sorted(one.span for one in mentions if one.kind is MentionKind.PER and one.score >= SETTLED)
    linked = (_without_link(role, reading) for role in reading.findings.roles)
    whole = (_without_holder(role, persons.get(role.span.end), reading) for role in linked)
    trimmed = (_before_name(role, settled, reading) for role in whole)
    found = {role.span: role for role in trimmed}
    others = _Spans([(span, mention.score) for span, mention in rules.items()])
    candidates = []
    for span in sorted(rules.keys() | found.keys()):
        mention, role = rules.get(span), found.get(span)
        candidates.append(
            Candidate(
                span,
                MentionKind.ROLE,
                mention.score if mention else 0.0,
                # Of a role that was cut before its holder the network only said the whole.
                max(reading.chance(span, "roles"), role.score if role else 0.0),
                role is not None,
                0.0 if mention else others.strongest(span),
                holders=(spans.get(mention.holder_id) if mention else None, role.holder if role else None),
                holder_score=role.holder_score if role else 0.0,
                seen=reading.is_read(span),
            )
        )
    return candidates


def _without_link(role: Role, reading: Reading) -> Role:
    """Return a role that ends before a preposition («المتحدث | على سليم الحداد»)."""
    first, behind = reading.words_in(role.span)
    if behind - first < 2 or reading.words[behind - 1].text not in _LINKS:
        return role
    return replace(role, span=Span(role.span.start, reading.words[behind - 2].end))


def _without_holder(role: Role, person: Span | None, reading: Reading) -> Role:
    """Return a role that ends before its holder's name («الأميرة | فيكتوريا», but «محامي سليم الحداد» is one role).

    Behind a definite word a name can be no genitive of it.

    Args:
        person: the name that ends where the role does.
    """
    if person is None or not role.span.start < person.start:
        return role
    before = reading.words_in(person)[0] - 1
    if reading.words[before].start < role.span.start or not reading.words[before].form.startswith("ال"):
        return role
    return replace(role, span=Span(role.span.start, reading.words[before].end), holder=role.holder or person)


def _before_name(role: Role, settled: Sequence[Span], reading: Reading) -> Role:
    """Return a role that ends before the settled name that it runs into («وزير الدفاع | إسرائيل كاتس»)."""
    index = bisect_left(settled, role.span.end, key=lambda span: span.end)
    if index == len(settled) or not role.span.start < settled[index].start < role.span.end < settled[index].end:
        return role
    before = reading.words_in(settled[index])[0] - 1
    if before < 0 or reading.words[before].start < role.span.start:
        return role
    return replace(role, span=Span(role.span.start, reading.words[before].end), holder=settled[index])


class _Spans:
    """Scored spans, looked up by what overlaps them; nested ones count once by their outermost."""

    def __init__(self, scored: Iterable[tuple[Span, float]]) -> None:
        self._scored: list[tuple[Span, float]] = []
        for span, score in sorted(scored, key=lambda pair: (pair[0].start, -pair[0].end)):
            if not self._scored or span.start >= self._scored[-1][0].end:
                self._scored.append((span, score))

    def covers(self, span: Span) -> bool:
        """Return whether a longer span holds this one."""
        index = bisect_left(self._scored, span.start + 1, key=lambda pair: pair[0].end)
        return index < len(self._scored) and self._scored[index][0].contains(span) and self._scored[index][0] != span

    def strongest(self, span: Span) -> float:
        """Return the highest score of a span that overlaps this one, 0 where none does."""
        best = 0.0
        index = bisect_left(self._scored, span.start + 1, key=lambda pair: pair[0].end)
        while index < len(self._scored) and self._scored[index][0].start < span.end:
            best = max(best, self._scored[index][1])
            index += 1
        return best
