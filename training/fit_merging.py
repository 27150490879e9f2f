"""Fit the weights by which mentions of rules and network are merged (`riwaya.annotate.reader.weighing`).

    python -m training.fit_merging --gold bench/gold

Fitted on the own articles and sentences, the part of CLEANANERCorp TRAIN and that of Wojood's sample that the network
has not learnt from (dev, and the own weights part).
Writes the weights beside the network and seals it again; prints figures of rules, network and both, so that a change of
the rules or of the model shows.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from training.labels import ENTITY_TYPES, outermost
from training.logistic import fit_logistic, rounded
from training.reliability import by_tenths, draw
from training.ship_reader import keep_learnt
from training.standoff import behind_lam
from training.train_reader import load_gold

from riwaya.annotate.document import Document
from riwaya.annotate.mentions import find_mentions
from riwaya.annotate.reader import Reading, read_text
from riwaya.annotate.reader.evidence import Candidate, name_candidates, role_candidates
from riwaya.annotate.reader.files import installed_folder
from riwaya.annotate.reader.learnt import learnt
from riwaya.annotate.reader.merging import merge_mentions
from riwaya.annotate.reader.network import Network
from riwaya.annotate.reader.weighing import features
from riwaya.model import Article, Field, Mention, MentionKind, PublishedFrom
from training import corpora

Found = set[tuple[int, int, str]]
_MENTION = {"EVENT": "MISC"}
_NESTING = (MentionKind.NORP, MentionKind.GPE, MentionKind.LOC)
_RIDGE = 1.0


def read_passages(gold: Path, shared: Path, part: str) -> list[corpora.Passage]:
    """Return the passages of a part: "dev" (not learnt from) or "train"."""
    chosen = load_gold(gold, part, shared) + (load_gold(gold, "weights", shared) if part == "dev" else [])
    chosen += corpora.read_sentences(Path(__file__).parent / "sentences", part)
    other = corpora.read_wojood(shared, "val" if part == "dev" else part)
    return chosen + corpora.read_cleananercorp(shared, part) + other


def read(passage: corpora.Passage, network: Network) -> tuple[Document, list[Mention], Reading]:
    """Return the document of a passage, what the rules found in it, and what the network did."""
    article = Article(
        "a", "p", "", 0, "", passage.text, "", (), "", (), "", PublishedFrom.UNKNOWN, "ar", passage.text, ()
    )
    document = Document.read(article, Field.TEXT)
    reading = read_text(network, document.text, tokens=document.tokens, sentences=document.sentences)
    return document, find_mentions(document), reading


def truth(passage: corpora.Passage) -> Found:
    """Return names, those inside others included, and roles, as mentions have them; of others' sets, word ranges."""
    outer, inner = outermost(span for span in passage.spans if span.types <= set(ENTITY_TYPES))
    if _is_coarse(passage):
        return {as_words(passage, span.start, span.end, min(span.types)) for span in outer}
    kinds = [(span, next(iter(span.types))) for span in (*outer, *inner)]
    found = {(behind_lam(passage.text, span.start), span.end, _MENTION.get(kind, kind)) for span, kind in kinds}
    return found | {
        (behind_lam(passage.text, span.start), span.end, "ROLE") for span in passage.spans if "ROLE" in span.types
    }


def judge(passage: corpora.Passage) -> Callable[[Candidate], bool | None]:
    """Return what says whether a candidate is right; None where the annotation cannot tell."""
    gold = truth(passage)
    if not _is_coarse(passage):
        return lambda candidate: (candidate.span.start, candidate.span.end, candidate.kind.value) in gold

    def coarsely(candidate: Candidate) -> bool | None:
        if candidate.kind is MentionKind.ROLE:
            return None
        start, end, kind = as_words(passage, candidate.span.start, candidate.span.end, candidate.kind.value)
        if (start, end, kind) in gold:
            return True
        # Names inside names are not annotated there.
        inside = any(first <= start and end <= last and (first, last) != (start, end) for first, last, _ in gold)
        return None if inside and (candidate.nested or candidate.kind in _NESTING) else False

    return coarsely


def _is_coarse(passage: corpora.Passage) -> bool:
    """Return whether a set of others' is compared by its words, outermost names and types."""
    return passage.source.startswith(tuple(_TYPES))


def as_words(passage: corpora.Passage, start: int, end: int, kind: str) -> tuple[int, int, str]:
    """Return the range of blank-separated words that a span touches, and its type as the set has it."""
    first = passage.text.count(" ", 0, start)
    to_type = next(to_type for source, to_type in _TYPES.items() if passage.source.startswith(source))
    return first, first + passage.text.count(" ", start, end) + 1, to_type(kind)


def _wojood_type(kind: str) -> str:
    return {"OUTLET": "ORG", "EVENT": "MISC"}.get(kind, kind)


_TYPES: dict[str, Callable[[str], str]] = {"cleananercorp": corpora.coarse, "wojood": _wojood_type}


def show(name: str, pairs: Iterable[tuple[Found, Found]]) -> None:
    """Print F1 of all and by kind of (found, true) pairs."""
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    true: Counter[str] = Counter()
    for ours, gold in pairs:
        for counter, spans in ((right, ours & gold), (found, ours), (true, gold)):
            counter.update(kind for *_, kind in spans)
            counter.update("names" for *_, kind in spans if kind != "ROLE")
    parts = [f"{kind} {200 * right[kind] / max(1, found[kind] + true[kind]):.1f}" for kind, _ in true.most_common()]
    precision, recall = right["names"] / max(1, found["names"]), right["names"] / max(1, true["names"])
    print(f"{name:8}", " ".join(parts), f"| P {100 * precision:.1f} R {100 * recall:.1f}")


def comparable(passage: corpora.Passage, found: Found) -> Found:
    """Return what was found in the terms of the passage's annotation."""
    if not _is_coarse(passage):
        return found
    outer: list[tuple[int, int, str]] = []
    for start, end, kind in sorted(found, key=lambda span: (span[0], -span[1])):
        if kind != "ROLE" and (not outer or start >= outer[-1][1]):
            outer.append((start, end, kind))
    return {as_words(passage, *span) for span in outer}


def spans_of(mentions: Iterable[Mention]) -> Found:
    """Return mentions as (start, end, kind)."""
    return {(mention.span.start, mention.span.end, mention.kind.value) for mention in mentions}


def found_of(reading: Reading) -> Found:
    """Return what the network finds by itself, as mentions have it."""
    names = (*reading.findings.entities, *reading.findings.inner)
    found = {(name.span.start, name.span.end, _MENTION.get(name.kind, name.kind)) for name in names}
    return found | {(role.span.start, role.span.end, "ROLE") for role in reading.findings.roles}


def _judged(
    right: Callable[[Candidate], bool | None], candidates: Iterable[Candidate]
) -> Iterator[tuple[Candidate, bool]]:
    for candidate in candidates:
        if candidate.seen and (verdict := right(candidate)) is not None:
            yield candidate, verdict


def show_reliability(
    passages: Sequence[corpora.Passage], read_all: Sequence[tuple[Document, list[Mention], Reading]], plot: Path | None
) -> None:
    """Print, and draw, how far the scores of merged names in own passages are probabilities."""
    pairs = []
    for passage, parts in zip(passages, read_all, strict=True):
        if not _is_coarse(passage):
            gold = truth(passage)
            for mention in merge_mentions(*parts):
                pairs.append((mention.score, (mention.span.start, mention.span.end, mention.kind.value) in gold))
    rows = by_tenths(pairs)
    print("reliability: " + ", ".join(f"{score:.2f}: {right:.2f} of {number}" for score, right, number in rows))
    if plot:
        draw(rows, "names and roles, own articles and sentences", plot)


_FINDERS: dict[str, Callable[[Document, list[Mention], Reading], Found]] = {
    "rules": lambda document, ruled, reading: spans_of(ruled),
    "network": lambda document, ruled, reading: found_of(reading),
    "merged": lambda document, ruled, reading: spans_of(merge_mentions(document, ruled, reading)),
}


def main() -> int:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=Path("bench/gold"))
    parser.add_argument("--shared", type=Path, default=corpora.SHARED)
    parser.add_argument("--plot", type=Path, help="an SVG of how far the scores are probabilities")
    parser.add_argument("--part", choices=("dev", "train"), default="dev")
    options = parser.parse_args()
    network = Network(installed_folder(), threads=1)
    passages = read_passages(options.gold, options.shared, options.part)
    read_all = [read(passage, network) for passage in passages]
    fitted = learnt()
    for name, make in (("names", name_candidates), ("roles", role_candidates)):
        judged = [
            (candidate, right)
            for passage, (_, ruled, reading) in zip(passages, read_all, strict=True)
            for candidate, right in _judged(judge(passage), make(ruled, reading))
        ]
        rows = np.array([features(candidate) for candidate, _ in judged])
        weights = fit_logistic(rows, np.array([right for _, right in judged], float), ridge=_RIDGE)
        fitted = replace(fitted, **{name: rounded(weights)})
        print(name, len(judged), "candidates", getattr(fitted, name))
    keep_learnt(fitted)
    show_reliability(passages, read_all, options.plot)
    for source in ("", *_TYPES):
        print(source or "own")
        chosen = [
            (passage, parts)
            for passage, parts in zip(passages, read_all, strict=True)
            if (passage.source.startswith(source) if source else not _is_coarse(passage))
        ]
        for name, make_found in _FINDERS.items():
            show(name, ((comparable(passage, make_found(*parts)), truth(passage)) for passage, parts in chosen))
    return 0


if __name__ == "__main__":
    sys.exit(main())
