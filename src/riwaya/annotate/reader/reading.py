"""A text read by the network: passages run one by one, a bounded section of them decoded at a time."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

import numpy as np

from riwaya.annotate.reader.decode import Floats
from riwaya.annotate.reader.finding import NEVER, PERSONS, Section, find_all
from riwaya.annotate.reader.network import Network, Outputs
from riwaya.annotate.reader.records import Findings
from riwaya.annotate.reader.words import Word, pack_words, read_words
from riwaya.arabic.sentences import split_sentences
from riwaya.arabic.tokens import Token
from riwaya.model import Span

_SECTION = 4096  # words decoded together: longer than an article, short enough for bounded memory
_MOST_WORDS = 60_000  # of one text that are read at all: a book, or letters without sense
_ARABIC = re.compile("[\u0620-\u064a\u0671-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")
_WEIGHED = ("entities", PERSONS, "inner", "roles", "cue", "cnt", "spk")


@dataclass(frozen=True)
class Reading:
    """One text as the network read it.

    Attributes:
        words: its words.
        findings: what was found.
        kinds: types of names, in the order of the labels of "entities" and "inner".
        scores: of the heads "entities", "inner", "roles", "cue", "cnt" and "spk": (words, labels) log probabilities of
            labels O, B-x, I-x ..., for those who weigh other evidence; of the head "persons" (words, 1 + longest): that
            no person's name opens at a word, or one of so many words.
        unread: first words, and those behind the last, of stretches that the network did not read: foreign ones, and
            what lies behind the longest text.
    """

    words: Sequence[Word]
    findings: Findings
    kinds: tuple[str, ...]
    scores: dict[str, Floats]
    unread: tuple[tuple[int, int], ...] = ()
    _read: dict[str, list[list[float]]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def is_read(self, span: Span) -> bool:
        """Return whether the network read the words of a span: it says nothing of others."""
        first, behind = self.words_in(span)
        place = bisect_right(self.unread, (first, len(self.words))) - 1
        before = place >= 0 and self.unread[place][1] > first
        return not before and not (place + 1 < len(self.unread) and self.unread[place + 1][0] < behind)

    def words_in(self, span: Span) -> tuple[int, int]:
        """Return the range of words whose letters, particles aside, the span covers in part or whole."""
        first = bisect_left(self._ends, span.start + 1)
        return first, max(first, bisect_left(self._starts, span.end))

    def chance(self, span: Span, head: str, kind: str = "") -> float:
        """Return the probability that a head gives a span: of its least sure word, and that it ends there."""
        return self.chance_of(*self.words_in(span), head, kind)

    def chance_of(self, first: int, behind: int, head: str, kind: str = "") -> float:
        """Return the same for a range of words."""
        if first == behind:
            return 0.0
        number = self.kinds.index(kind) if kind else 0
        opens, inside = self._columns(head)[2 * number : 2 * number + 2]
        chance = min(opens[first], *inside[first + 1 : behind], 1.0)
        if behind < len(inside):
            chance = min(chance, 1 - inside[behind])
        return (chance + self._as_whole(first, behind)) / 2 if head == "entities" and kind == "PER" else chance

    def _as_whole(self, first: int, behind: int) -> float:
        """Return the probability that a person's name is just this range of words, decided as a whole."""
        lengths = self._columns(PERSONS)
        return lengths[behind - first - 1][first] if behind - first <= len(lengths) else 0.0

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.words]

    @cached_property
    def _ends(self) -> list[int]:
        return [word.end for word in self.words]

    def _columns(self, head: str) -> list[list[float]]:
        """Return a head's probabilities label by label, O left out: one by one they are read faster from lists."""
        if head not in self._read:
            self._read[head] = np.exp(self.scores[head][:, 1:].T).tolist()
        return self._read[head]


def read_text(
    network: Network, text: str, *, tokens: Iterable[Token] | None = None, sentences: Iterable[Span] | None = None
) -> Reading:
    """Return what the network finds in a text; the same whatever else is read before, after or beside it.

    Args:
        network: the loaded model.
        text: the text.
        tokens: its tokens, where the caller has them.
        sentences: its sentences, likewise.
    """
    words = read_words(text, tokens)
    heads = network.description.heads
    scores = {head: _outside(len(words), len(heads[head].labels)) for head in _WEIGHED}
    found: list[Findings] = []
    unread: list[tuple[int, int]] = []
    done = 0
    spans = split_sentences(text) if sentences is None else sentences
    for first, outputs in _sections(network, text, words, spans):
        behind = first + len(outputs.logits)
        if done < first:
            unread.append((done, first))
        done = behind
        section = Section(text, words[first:behind], outputs, network.description)
        for head in _WEIGHED:
            scores[head][first:behind] = section.scores(head)
        found.append(find_all(section))
    if done < len(words):
        unread.append((done, len(words)))
    return Reading(words, _join(found), heads["entities"].kinds, scores, tuple(unread))


def _sections(
    network: Network, text: str, words: Sequence[Word], sentences: Iterable[Span]
) -> Iterator[tuple[int, Outputs]]:
    """Yield (first word, outputs) of stretches that were read without a gap."""
    waiting: list[Outputs] = []
    begin = 0
    most = network.description.most_subtokens
    for first, behind in pack_words(sentences, words, network.sizes(words), most=most):
        readable = behind <= _MOST_WORDS and _ARABIC.search(text, words[first].outer, words[behind - 1].end)
        if waiting and (not readable or behind - begin > _SECTION):
            yield begin, _concatenate(waiting)
            waiting.clear()
        if readable:
            begin = begin if waiting else first
            waiting.append(network.run(words[first:behind]))
    if waiting:
        yield begin, _concatenate(waiting)


def _concatenate(outputs: Sequence[Outputs]) -> Outputs:
    if len(outputs) == 1:
        return outputs[0]
    return Outputs(
        np.concatenate([output.logits for output in outputs]),
        np.concatenate([output.queries for output in outputs]),
        np.concatenate([output.keys for output in outputs]),
    )


def _outside(words: int, labels: int) -> Floats:
    scores = np.full((words, labels), NEVER, np.float32)
    scores[:, 0] = 0
    return scores


def _join(parts: Sequence[Findings]) -> Findings:
    return Findings(
        tuple(chain.from_iterable(part.entities for part in parts)),
        tuple(chain.from_iterable(part.inner for part in parts)),
        tuple(chain.from_iterable(part.roles for part in parts)),
        tuple(chain.from_iterable(part.speech for part in parts)),
    )
