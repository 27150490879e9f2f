"""Fit the weights by which mentions of rules and network are merged (`riwaya.annotate.reader.weighing`).

    python -m training.fit_merging OUT/export --gold bench/gold

Fitted on the own articles and sentences that the network has not learnt from (dev). Prints the weights, and
figures of rules, network and both, so that a change of the rules or of the model shows.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import fields
from pathlib import Path

import numpy as np
import numpy.typing as npt
from training.labels import ENTITY_TYPES, outermost

from riwaya.annotate.document import Document
from riwaya.annotate.mentions import find_mentions
from riwaya.annotate.reader import Reading, read_text
from riwaya.annotate.reader.evidence import Candidate, name_candidates, role_candidates
from riwaya.annotate.reader.merging import merge_mentions
from riwaya.annotate.reader.network import Network
from riwaya.annotate.reader.weighing import Weights, features
from riwaya.model import Article, Field, Mention, PublishedFrom
from training import corpora

Array = npt.NDArray[np.float64]
Found = set[tuple[int, int, str]]
_MENTION = {"EVENT": "MISC"}
_RIDGE = 1.0


def read_passages(gold: Path, shared: Path, part: str) -> list[corpora.Passage]:
    """Return the own articles and sentences of a part: "dev" (not learnt from) or "train"."""
    labels = [json.loads(line) for line in (gold / "train.jsonl").read_text("utf-8").splitlines()]
    texts = {row["docno"]: row["text"] for row in corpora.read_ant(shared)}
    articles = corpora.read_stand_off(labels, texts, "gold")
    chosen = [article for index, article in enumerate(articles) if (index % 8 == 7) == (part == "dev")]
    return chosen + corpora.read_sentences(Path(__file__).parent / "sentences", part)


def read(passage: corpora.Passage, network: Network) -> tuple[Document, list[Mention], Reading]:
    """Return the document of a passage, what the rules found in it, and what the network did."""
    article = Article(
        "a", "p", "", 0, "", passage.text, "", (), "", (), "", PublishedFrom.UNKNOWN, "ar", passage.text, ()
    )
    document = Document.read(article, Field.TEXT)
    reading = read_text(network, document.text, tokens=document.tokens, sentences=document.sentences)
    return document, find_mentions(document), reading


def truth(passage: corpora.Passage) -> Found:
    """Return names, those inside others included, and roles, as mentions have them."""
    outer, inner = outermost(span for span in passage.spans if span.types <= set(ENTITY_TYPES))
    kinds = [(span, next(iter(span.types))) for span in (*outer, *inner)]
    found = {(span.start, span.end, _MENTION.get(kind, kind)) for span, kind in kinds}
    return found | {(span.start, span.end, "ROLE") for span in passage.spans if "ROLE" in span.types}


def fit(candidates: Sequence[Candidate], right: Sequence[bool]) -> Weights:
    """Return the weights of a logistic regression with a small ridge (Newton's method)."""
    rows: Array = np.array([features(candidate) for candidate in candidates])
    wanted: Array = np.array(right, float)
    weights = np.zeros(rows.shape[1])
    for _ in range(30):
        chances = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (chances - wanted) + _RIDGE * weights
        bend = (rows.T * (chances * (1 - chances))) @ rows + _RIDGE * np.eye(len(weights))
        weights -= np.linalg.solve(bend, slope)
    return Weights(*(round(float(weight), 2) for weight in weights))


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


def spans_of(mentions: Iterable[Mention]) -> Found:
    """Return mentions as (start, end, kind)."""
    return {(mention.span.start, mention.span.end, mention.kind.value) for mention in mentions}


def found_of(reading: Reading) -> Found:
    """Return what the network finds by itself, as mentions have it."""
    names = (*reading.findings.entities, *reading.findings.inner)
    found = {(name.span.start, name.span.end, _MENTION.get(name.kind, name.kind)) for name in names}
    return found | {(role.span.start, role.span.end, "ROLE") for role in reading.findings.roles}


def main() -> int:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path, help="folder of an exported and sealed model")
    parser.add_argument("--gold", type=Path, default=Path("bench/gold"))
    parser.add_argument("--shared", type=Path, default=corpora.SHARED)
    parser.add_argument("--part", choices=("dev", "train"), default="dev")
    options = parser.parse_args()
    network = Network(options.model, threads=1)
    passages = read_passages(options.gold, options.shared, options.part)
    read_all = [read(passage, network) for passage in passages]
    gold = [truth(passage) for passage in passages]
    for name, make in (("NAMES", name_candidates), ("ROLES", role_candidates)):
        candidates = [
            (candidate, (candidate.span.start, candidate.span.end, candidate.kind.value) in true)
            for (_, ruled, reading), true in zip(read_all, gold, strict=True)
            for candidate in make(ruled, reading)
        ]
        weights = fit(*zip(*candidates, strict=True))
        parts = ", ".join(f"{field.name}={getattr(weights, field.name)}" for field in fields(weights))
        print(f"{name} = Weights({parts})  # {len(candidates)} candidates")
    show("rules", ((spans_of(ruled), true) for (_, ruled, _), true in zip(read_all, gold, strict=True)))
    show("network", ((found_of(reading), true) for (*_, reading), true in zip(read_all, gold, strict=True)))
    show("merged", ((spans_of(merge_mentions(*parts)), true) for parts, true in zip(read_all, gold, strict=True)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
