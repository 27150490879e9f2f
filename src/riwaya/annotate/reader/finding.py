"""The network's numbers for consecutive words turned into spans: names, roles and holders, reported speech and ties."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from riwaya.annotate.mentions.wishes import GOD, is_by_god, is_wish
from riwaya.annotate.reader.decode import (
    Floats,
    legal_path,
    link_probabilities,
    log_softmax,
    names_heard_twice,
    path_spans,
    span_score,
)
from riwaya.annotate.reader.description import Description
from riwaya.annotate.reader.network import Outputs
from riwaya.annotate.reader.records import Findings, Named, Role, SpeechPart
from riwaya.annotate.reader.words import LINE_START, Word
from riwaya.arabic.normalise import fold_with_offsets
from riwaya.model import Span

_REACH = 120  # words: ties are learnt within what is read together
_TRUST = 0.9  # probability from which on the network's particles outweigh the rules'
_BESIDE = 5  # words between a role and its holder at most
_NEAR = 16  # words from where such a name begins to the role: the longest name and what lies between
PERSONS = "persons"  # the head that decides a person's name as a whole
NEVER = np.float32(-20.0)  # log probability of a label that is ruled out
_STOPS = frozenset(".!?؟…")
_SPEECH = ("spk", "cnt", "via", "adr")


@dataclass(frozen=True, slots=True)
class Section:
    """Consecutive words of a text with what the network says of them."""

    text: str
    words: Sequence[Word]
    outputs: Outputs
    description: Description
    known: dict[str, Floats] = field(default_factory=dict)

    def scores(self, head: str) -> Floats:
        """Return a head's calibrated log probabilities, (words, labels)."""
        if head not in self.known:
            part = self.description.heads[head]
            logits = self.outputs.logits[:, part.begin : part.end]
            scores = log_softmax(logits / np.float32(part.temperature))
            if head in ("entities", "inner"):
                begin = 1 + 2 * part.kinds.index("PER")
                scores[self._wishes(), begin : begin + 2] = NEVER
            self.known[head] = scores
        return self.known[head]

    def _wishes(self) -> list[int]:
        """Return the words of wishes behind names and of phrases with God's name: they name no person."""
        forms = [word.form for word in self.words]
        gods = [index for index in range(1, len(forms)) if forms[index] == GOD]
        near = sorted({place for index in gods for place in (index - 1, index) if place > 0})
        wishes = [index for index in near if is_wish(forms, index, self.words[index].text)]
        prefixes = self.description.prefixes
        return wishes + [i - 1 for i in gods if is_by_god(prefixes[self.words[i - 1].prefix] + forms[i - 1])]

    def span(self, first: int, behind: int) -> Span:
        """Return the characters of a range of words; a particle on the first one is left out."""
        return Span(self.words[first].start, self.words[behind - 1].end)


@dataclass(frozen=True, slots=True)
class _Run:
    """A range of words with its type and score."""

    first: int
    behind: int
    kind: int
    score: float


def find_all(section: Section) -> Findings:
    """Return everything that the network finds in a section."""
    people = section.description.heads["entities"].kinds.index("PER")
    heard = names_heard_twice(section.scores("entities"), section.scores(PERSONS), people)
    entities = [_Run(*name) for name in heard]
    persons = [run for run in entities if run.kind == people]
    return Findings(
        tuple(_names(section, "entities", entities)),
        tuple(_names(section, "inner", _runs(section, "inner"))),
        tuple(_roles(section, persons)),
        tuple(_speech(section)),
    )


def _runs(section: Section, head: str) -> list[_Run]:
    scores = section.scores(head)
    return [
        _Run(first, behind, kind, span_score(scores, first, behind, kind))
        for first, behind, kind in path_spans(legal_path(scores))
    ]


def _names(section: Section, head: str, runs: Sequence[_Run]) -> Iterator[Named]:
    kinds = section.description.heads[head].kinds
    for run in runs:
        yield Named(_name_span(section, run), kinds[run.kind], run.score)


def _name_span(section: Section, run: _Run) -> Span:
    return Span(name_start(section, run.first), section.words[run.behind - 1].end)


def name_start(section: Section, index: int) -> int:
    """Return where a name that opens with a word begins: behind the particles that the network is sure of."""
    word = section.words[index]
    by_rule = section.description.prefixes[word.prefix]
    written = fold_with_offsets(section.text[word.outer : word.end])
    doubled = word.start > word.outer and written.to_folded(0, word.start - word.outer)[1] > len(by_rule)
    if doubled:
        return word.start
    head = section.description.heads["particles"]
    chances = np.exp(section.scores("particles")[index]).tolist()
    options = sorted(range(len(chances)), key=chances.__getitem__, reverse=True)
    form = by_rule + word.form
    particles = next(
        (head.labels[option][0] for option in options if _allows(form, *head.labels[option])),
        by_rule,
    )
    share = sum(chance for chance, label in zip(chances, head.labels, strict=True) if label[0] == particles)
    if particles == by_rule or share < _TRUST or not written.text.startswith(particles):
        return word.start
    return word.outer + written.to_source(len(particles), len(written.text))[0]


def _allows(form: str, particles: str, article: str) -> bool:
    """Return whether the letters of a form could carry these particles and this article."""
    taken = particles + article
    return not taken or (form.startswith(taken) and len(form) >= len(taken) + 2)


def _roles(section: Section, persons: Sequence[_Run]) -> Iterator[Role]:
    starts = [person.first for person in persons]
    for run in _runs(section, "roles"):
        near = persons[bisect_left(starts, run.first - _NEAR) : bisect_right(starts, run.behind + _BESIDE)]
        beside = [person for person in near if _is_beside(section, run, person)]
        holder, chance = _tie(section, "roles", run, beside)
        span = section.span(run.first, run.behind)
        yield Role(span, run.score, _name_span(section, holder) if holder else None, chance)


def _is_beside(section: Section, role: _Run, person: _Run) -> bool:
    """Return whether a name stands so near a role that it can be its holder's: a lone «الوزيرة» names nobody."""
    first, last = sorted((role, person), key=lambda run: run.first)
    if last.first < first.behind:
        return False  # «محامي سليم الحداد» is held by somebody else
    gap = section.words[first.behind : last.first]
    return len(gap) <= _BESIDE and not any(word.text in _STOPS or word.place >> LINE_START & 1 for word in gap)


def _speech(section: Section) -> Iterator[SpeechPart]:
    cues = _runs(section, "cue")
    for cue in cues:
        span = section.span(cue.first, cue.behind)
        yield SpeechPart("CUE", span, cue.score, span, 1.0)
    for head in _SPEECH:
        for run in _runs(section, head):
            cue_of, chance = _tie(section, head, run, cues)
            tied = section.span(cue_of.first, cue_of.behind) if cue_of else None
            span = section.span(run.first, run.behind)
            if head == "cnt":  # «سيبقى», «باستخدام»: a particle that opens a content belongs to it
                span = Span(section.words[run.first].outer, span.end)
            yield SpeechPart(head.upper(), span, run.score, tied, chance)


def _tie(section: Section, head: str, run: _Run, targets: Sequence[_Run]) -> tuple[_Run | None, float]:
    """Return the likeliest of the targets that a span may be tied to, None for none, and its probability."""
    starts = [target.first for target in targets]
    near = targets[bisect_left(starts, run.first - _REACH) : bisect_right(starts, run.first + _REACH)]
    if not near:
        return None, 1.0
    number = section.description.links.index(head)
    places = np.array([target.first for target in near], np.int64)
    chances = link_probabilities(
        section.outputs.queries[run.first, number],
        section.outputs.keys[places, number],
        section.description.distances[number],
        places - run.first,
    )
    best = int(chances.argmax())
    return (near[best - 1] if best else None), float(chances[best])
