"""What a model finds in passages, and how that compares with their spans."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import torch
from training.batches import Batch, Pieces, make_batch, plan_batches
from training.corpora import Passage, coarse, make_example, split_example
from training.labels import (
    ENTITY_TYPES,
    HEADS,
    LINKS,
    PERSONS,
    PREFIXES,
    PRONOUNS,
    SCHEMES,
    SEGMENTS,
    SPEECH,
    Example,
    Span,
    covered,
    outermost,
)
from training.model import Reader

from riwaya.annotate.reader.decode import (
    legal_path,
    link_probabilities,
    log_softmax,
    names_heard_twice,
    path_spans,
)
from riwaya.annotate.reader.words import Word, pack_sentences

MOST = 192
Found = tuple[int, int, str]


@dataclass(slots=True)
class Counts:
    """Right, found and true spans, by type."""

    right: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    true: Counter[str] = field(default_factory=Counter)

    def add(self, found: Iterable[Found], true: Iterable[Found]) -> None:
        """Count one passage; spans compare by offsets and type."""
        ours, gold = set(found), set(true)
        self.found.update(kind for *_, kind in ours)
        self.true.update(kind for *_, kind in gold)
        self.right.update(kind for *_, kind in ours & gold)

    def scores(self, kind: str | None = None) -> tuple[float, float, float]:
        """Return precision, recall and F1 of a type, or of all."""
        right, found, true = (
            sum(counter.values()) if kind is None else counter[kind] for counter in (self.right, self.found, self.true)
        )
        precision, recall = right / max(found, 1), right / max(true, 1)
        return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)

    def line(self) -> str:
        """Return F1 of all and of each type in one line."""
        parts = [f"all {100 * self.scores()[2]:.1f}"]
        kinds = sorted(self.true, key=lambda kind: -self.true[kind])
        return " ".join(parts + [f"{kind} {100 * self.scores(kind)[2]:.1f}" for kind in kinds])


@dataclass(slots=True)
class Reading:
    """The raw outputs for one example: logits by head, queries, keys, last states (words, hidden)."""

    example: Example
    logits: dict[str, np.ndarray]
    queries: np.ndarray
    keys: np.ndarray
    states: np.ndarray


def read_examples(model: Reader, examples: Sequence[Example], pieces: Pieces, *, budget: int = 3000) -> list[Reading]:
    """Return the outputs of a torch model, in order; examples longer than MOST subtokens must be split before."""
    model.eval()
    found: list[Reading | None] = [None] * len(examples)
    sizes = [sum(pieces.sizes(example)) for example in examples]
    with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
        for indices in plan_batches(sizes, budget=budget, chance=None):
            batch: Batch = make_batch([examples[index] for index in indices], pieces)
            logits, queries, keys, states = model(batch)
            for row, index in enumerate(indices):
                count = len(examples[index].words)
                found[index] = Reading(
                    examples[index],
                    {head: values[row, :count].numpy() for head, values in logits.items()},
                    queries[row, :count].numpy(),
                    keys[row, :count].numpy(),
                    states[row, :count].float().numpy(),
                )
    return [reading for reading in found if reading is not None]


def examples_of(passages: Sequence[Passage], scheme: str, pieces: Pieces) -> list[list[Example]]:
    """Return each passage as examples short enough to read."""
    found = []
    for passage in passages:
        example = make_example(passage, scheme)
        ranges = pack_sentences(passage.text, example.words, pieces.sizes(example), most=MOST)
        found.append(list(split_example(example, ranges)))
    return found


def join_readings(readings: Sequence[Reading]) -> Reading:
    """Return the readings of one passage's parts as one, so that a span may run on over their edges."""
    words = [word for reading in readings for word in reading.example.words]
    return Reading(
        Example(words, 0, {}),
        {head: np.concatenate([reading.logits[head] for reading in readings]) for head in (*HEADS, PERSONS)},
        np.concatenate([reading.queries for reading in readings]),
        np.concatenate([reading.keys for reading in readings]),
        np.concatenate([reading.states for reading in readings]),
    )


Reads = Callable[[Sequence[Example]], list[Reading]]


def read_passages(
    read: Reads, passages: Sequence[Passage], scheme: str, pieces: Pieces, *, as_scheme: str = ""
) -> list[Reading]:
    """Return one reading a passage; `as_scheme` asks for another scheme's conventions than the labels'."""
    grouped = examples_of(passages, scheme, pieces)
    flat = [part for parts in grouped for part in parts]
    if as_scheme is not None:
        flat = [replace(part, scheme=SCHEMES.index(as_scheme)) for part in flat]
    readings = iter(read(flat))
    return [join_readings([next(readings) for _ in parts]) for parts in grouped]


def find_entities(reading: Reading, head: str = "entities") -> list[tuple[int, int, str]]:
    """Return (first word, behind the last, type)."""
    labels = log_softmax(reading.logits[head])
    if head == "entities":
        names = names_heard_twice(labels, log_softmax(reading.logits[PERSONS]), ENTITY_TYPES.index("PER"))
        return [(start, end, ENTITY_TYPES[kind]) for start, end, kind, _ in names]
    return [(start, end, ENTITY_TYPES[kind]) for start, end, kind in path_spans(legal_path(labels))]


def find_spans(reading: Reading, head: str) -> list[tuple[int, int]]:
    """Return the word ranges of a head without types."""
    path = legal_path(log_softmax(reading.logits[head]))
    return [(start, end) for start, end, _ in path_spans(path)]


def segment(reading: Reading, index: int) -> tuple[str, str]:
    """Return particles and article of a word: the likeliest that its letters allow."""
    word = reading.example.words[index]
    order = np.argsort(-reading.logits["particles"][index])
    for option in order:
        particles, article = SEGMENTS[option]
        if allows(word, particles, article):
            return particles, article
    return PREFIXES[word.prefix], ""


def allows(word: Word, particles: str, article: str) -> bool:
    """Return whether the letters of the word could carry these particles and this article."""
    form = PREFIXES[word.prefix] + word.form
    doubled = word.start - word.outer > len(PREFIXES[word.prefix])
    if doubled:  # «لل» was read as ل and ال
        return article == "ال" and particles == PREFIXES[word.prefix]
    return (
        form.startswith(particles + article) and len(form) >= len(particles) + len(article) + 2
    ) or not particles + article


def offset_of(reading: Reading, index: int, *, trust: float = 0.9) -> int:
    """Return where the name that opens at a word begins: behind the particles that the model is sure of."""
    word = reading.example.words[index]
    probabilities = np.exp(log_softmax(reading.logits["particles"][index]))
    particles, _ = segment(reading, index)
    by_rule = PREFIXES[word.prefix]
    share = sum(float(probabilities[option]) for option, (prefix, _) in enumerate(SEGMENTS) if prefix == particles)
    doubled = word.start - word.outer > len(by_rule)
    if doubled or particles == by_rule or share < trust:
        return word.start
    return word.outer + len(particles)


def entity_spans(reading: Reading, head: str = "entities") -> list[Found]:
    """Return entities as (start, end, type) in code points."""
    words = reading.example.words
    return [(offset_of(reading, start), words[end - 1].end, kind) for start, end, kind in find_entities(reading, head)]


# --- comparisons ----------------------------------------------------------------------------------------------------


def compare_tagged(
    passages: Sequence[Passage],
    readings: Sequence[Reading],
    to_tag: Callable[[str], str],
    *,
    ignored: frozenset[str] = frozenset({"ROLE"}),
) -> Counts:
    """Compare by the corpus's own words: a span is the range of words it touches, its type the corpus's tag.

    `to_tag` gives the corpus's tag of one of our types, "" where the corpus has none. Names inside spans of the
    `ignored` types count neither way where the corpus marks no names in them (TIT).
    """
    counts = Counts()
    for passage, reading in zip(passages, readings, strict=True):
        starts = [0] + [index + 1 for index, character in enumerate(passage.text) if character == " "]

        def to_words(start: int, end: int, starts: list[int] = starts) -> tuple[int, int]:
            return int(np.searchsorted(starts, start, "right")) - 1, int(np.searchsorted(starts, end - 1, "right")) - 1

        found = {(*to_words(start, end), to_tag(kind)) for start, end, kind in entity_spans(reading) if to_tag(kind)}
        true = set()
        outer, _ = outermost(span for span in passage.spans if not span.types & ignored)
        for span in outer:
            kind = next(iter(span.types))
            true.add((*to_words(span.start, span.end), to_tag(kind)))
        if "TIT" in ignored:
            hidden = [to_words(span.start, span.end) for span in passage.spans if span.types & ignored]
            found = {
                one
                for one in found
                if one in true or not any(first <= one[0] and one[1] <= last for first, last in hidden)
            }
        counts.add(found, true)
    return counts


def compare_cleananercorp(passages: Sequence[Passage], readings: Sequence[Reading]) -> Counts:
    """Compare with CLEANANERCorp: PERS, LOC, ORG, MISC."""
    return compare_tagged(passages, readings, coarse)


def compare_wojood(passages: Sequence[Passage], readings: Sequence[Reading]) -> Counts:
    """Compare with Wojood's outermost names, media being ORG."""
    named = [replace(passage, spans=tuple(_plain(span) for span in passage.spans)) for passage in passages]
    return compare_tagged(named, readings, lambda kind: "ORG" if kind == "OUTLET" else kind)


def _plain(span: Span) -> Span:
    return replace(span, types=frozenset({"ORG"})) if "ORG" in span.types else span


def compare_caraner(passages: Sequence[Passage], readings: Sequence[Reading]) -> Counts:
    """Compare persons, and bodies and places as one type.

    CAraNER calls a state ORG or LOC by what it does in the sentence, nationalities are nothing there, and MIS holds
    God, diseases and currencies: so what we call NORP, EVENT and MISC is left out, and so is what lies in its MIS and
    TIT. Its bodies take in generic heads and places that ours leave out, so strict spans of NAME agree little.
    """
    ours = {"PER": "PER", "ORG": "NAME", "LOC": "NAME", "GPE": "NAME", "OUTLET": "NAME"}
    return compare_tagged(passages, readings, lambda kind: ours.get(kind, ""), ignored=frozenset({"TIT", "MIS"}))


def compare_own(passages: Sequence[Passage], readings: Sequence[Reading]) -> dict[str, Counts]:
    """Compare with own annotation: entities, inner entities, roles, each part of speech, particles and ties."""
    counts = {name: Counts() for name in ("entities", "inner", "roles", "links", *map(str.lower, SPEECH))}
    for passage, reading in zip(passages, readings, strict=True):
        words = reading.example.words
        outer, inner = outermost(span for span in passage.spans if span.types <= set(ENTITY_TYPES))
        for head, spans in (("entities", outer), ("inner", inner)):
            true = [(_name_start(span, words), span.end, next(iter(span.types))) for span in spans]
            counts[head].add(entity_spans(reading, head), true)
        for head, kind in (("roles", "ROLE"), *((kind.lower(), kind) for kind in SPEECH)):
            gold, _ = outermost(span for span in passage.spans if kind in span.types)
            ours = [(words[start].start, words[end - 1].end, kind) for start, end in find_spans(reading, head)]
            true = [(words[part[0]].start, words[part[-1]].end, kind) for part in map(_range(words), gold) if part]
            counts[head].add(ours, true)
        counts["links"].add(_found_links(reading), _true_links(passage, words))
    return counts


def _name_start(span: Span, words: Sequence[Word]) -> int:
    """Return where a name begins for comparison: behind «لل» the lam of the article may be taken in or not."""
    found = covered(span, words)
    if found:
        word = words[found[0]]
        if word.outer + len(PREFIXES[word.prefix]) == span.start:
            return word.start
    return span.start


def _range(words: Sequence[Word]) -> Callable[[Span], range]:
    return lambda span: covered(span, words)


def _true_links(passage: Passage, words: Sequence[Word]) -> set[Found]:
    kinds = {"roles": "ROLE"}
    found = set()
    for number, (dependent, head) in enumerate(LINKS):
        kind = kinds.get(dependent, dependent.upper())
        for span in passage.spans:
            if kind not in span.types or not span.key:
                continue
            holders = [other for other in passage.spans if head in other.types and other.key == span.key]
            if holders:
                nearest = min(holders, key=lambda other: abs(other.start - span.start))
                first, second = _range(words)(span), _range(words)(nearest)
                if first and second:
                    found.add((first[0], second[0], LINKS[number][0]))
    return found


def _found_links(reading: Reading, bias: np.ndarray | None = None) -> set[Found]:
    found = set()
    bias = BIAS[0] if bias is None else bias
    persons = [start for start, _, kind in find_entities(reading) if kind == "PER"]
    cues = [start for start, _ in find_spans(reading, "cue")]
    for number, (dependent, head) in enumerate(LINKS):
        targets = np.array(persons if head == "PER" else cues, np.int64)
        for start, _ in find_spans(reading, dependent):
            # Ties are learnt within what is read together; farther targets are out of reach.
            near = targets[np.abs(targets - start) <= 120]
            if len(near) == 0:
                continue
            chances = link_probabilities(
                reading.queries[start, number], reading.keys[near, number], bias[number], near - start
            )
            best = int(chances.argmax())
            if best:
                found.add((start, int(near[best - 1]), dependent))
    return found


# The distance biases of the model being measured; set by whoever loads it.
BIAS: list[np.ndarray] = [np.zeros((len(LINKS), 15), np.float32)]


def segmentation_accuracy(readings: Sequence[Reading], examples: Sequence[Example]) -> tuple[float, int]:
    """Return the share of words with particles, article and pronoun right, and how many were counted."""
    right = total = 0
    for reading, example in zip(readings, examples, strict=True):
        for index, (particles, pronouns) in enumerate(
            zip(example.labels["particles"], example.labels["pronouns"], strict=True)
        ):
            if not particles:
                continue
            total += 1
            option = SEGMENTS.index(segment(reading, index))
            pronoun = _pronoun(reading, index)
            right += bool(particles >> option & 1 and pronouns >> PRONOUNS.index(pronoun) & 1)
    return right / max(total, 1), total


def _pronoun(reading: Reading, index: int) -> str:
    form = reading.example.words[index].form
    for option in np.argsort(-reading.logits["pronouns"][index]):
        pronoun = PRONOUNS[option]
        if not pronoun or (form.endswith(pronoun) and len(form) > len(pronoun)):
            return pronoun
    return ""
