"""A text read by the network: passages run one by one, a bounded section of them decoded at a time."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from riwaya.annotate.reader.decode import Floats
from riwaya.annotate.reader.finding import Section, find_all
from riwaya.annotate.reader.network import Network, Outputs
from riwaya.annotate.reader.records import Findings
from riwaya.annotate.reader.words import Word, pack_words, read_words
from riwaya.arabic.sentences import split_sentences
from riwaya.arabic.tokens import Token
from riwaya.model import Span

_SECTION = 4096  # words decoded together: longer than an article, short enough for bounded memory
_MOST_WORDS = 60_000  # of one text that are read at all: a book, or letters without sense
_ARABIC = re.compile("[\u0620-\u064a\u0671-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")
_NEVER = np.float32(-20.0)


@dataclass(frozen=True, slots=True)
class Reading:
    """One text as the network read it.

    Attributes:
        words: its words.
        findings: what was found.
        kinds: types of names, in the order of the labels of `names`.
        names, roles: (words, labels) log probabilities of labels O, B-x, I-x ..., for those who weigh other evidence.
    """

    words: Sequence[Word]
    findings: Findings
    kinds: tuple[str, ...]
    names: Floats
    roles: Floats

    def words_in(self, span: Span) -> tuple[int, int]:
        """Return the range of words whose letters, particles aside, the span covers in part or whole."""
        first = bisect_left(self.words, span.start + 1, key=lambda word: word.end)
        return first, max(first, bisect_left(self.words, span.end, key=lambda word: word.start))


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
    names, roles = (_outside(len(words), len(heads[name].labels)) for name in ("entities", "roles"))
    found: list[Findings] = []
    spans = split_sentences(text) if sentences is None else sentences
    for first, outputs in _sections(network, text, words, spans):
        behind = first + len(outputs.logits)
        section = Section(text, words[first:behind], outputs, network.description)
        names[first:behind] = section.scores("entities")
        roles[first:behind] = section.scores("roles")
        found.append(find_all(section))
    return Reading(words, _join(found), heads["entities"].kinds, names, roles)


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
    scores = np.full((words, labels), _NEVER, np.float32)
    scores[:, 0] = 0
    return scores


def _join(parts: Sequence[Findings]) -> Findings:
    return Findings(
        tuple(chain.from_iterable(part.entities for part in parts)),
        tuple(chain.from_iterable(part.inner for part in parts)),
        tuple(chain.from_iterable(part.roles for part in parts)),
        tuple(chain.from_iterable(part.speech for part in parts)),
    )
