"""Fit the weights by which statements of the rules are weighed with the network (`riwaya.annotate.reader.hearing`).

    python -m training.fit_statements --gold bench/gold

Fitted on the own articles that the network has not learnt from (dev). Writes the weights beside the network;
five folds by article,
what is shown from which score on: precision and recall of contents, and how far scores are probabilities.
"""

from __future__ import annotations

import argparse
import lzma
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
from training.logistic import fit_logistic, rounded
from training.reliability import by_tenths, draw
from training.ship_reader import keep_learnt

from riwaya.annotate import mentions_of
from riwaya.annotate.document import Document
from riwaya.annotate.reader import merge_statements, read_text
from riwaya.annotate.reader.alone import features as features_alone
from riwaya.annotate.reader.alone import heard_alone
from riwaya.annotate.reader.bounds import settle_contents
from riwaya.annotate.reader.files import installed_folder
from riwaya.annotate.reader.hearing import features, hear, weigh_statements
from riwaya.annotate.reader.learnt import learnt
from riwaya.annotate.reader.network import Network
from riwaya.annotate.statements import find_statements
from riwaya.annotate.statements.gold import GoldArticle, gold_names, read_gold, read_texts
from riwaya.annotate.statements.scoring import Judged, compare, same_speaker
from riwaya.model import Field
from training import corpora

Array = npt.NDArray[np.float64]
_RIDGE = 1.0
_FOLDS = 5


def read_dev(gold: Path, shared: Path) -> list[GoldArticle]:
    """Return the own articles that nothing is learnt from and by which no rule was written."""
    lines = (gold / "dev.jsonl").read_text("utf-8").splitlines()
    with lzma.open(shared / "data/ant/ant_2018_02_07.jsonl.xz", "rt", encoding="utf-8") as texts:
        read = list(read_gold(lines, dict(read_texts(texts, gold_names(lines)))))
    return [item for item in read if isinstance(item, GoldArticle)]


def judge(item: GoldArticle, network: Network) -> list[tuple[tuple[float, ...], bool, bool]]:
    """Return of each statement of the rules its features, whether its content is right, and its speaker too."""
    document = Document.read(item.article, Field.TEXT)
    reading = read_text(network, document.text, tokens=document.tokens, sentences=document.sentences)
    statements = settle_contents(document, find_statements(document, mentions_of(document, reading)), reading)
    found = [Judged.of(each, document.text) for each in statements]
    matched = {j: i for i, j in compare(document.text, item.statements, found).matched}
    return [
        (
            features(statement, hear(reading, statement)),
            place in matched,
            # A statement without a speaker tells no falsehood of who said it.
            place in matched
            and (statement.speaker is None or same_speaker(item.statements[matched[place]], found[place])),
        )
        for place, statement in enumerate(statements)
    ]


def judge_alone(item: GoldArticle, network: Network) -> list[tuple[tuple[float, ...], bool]]:
    """Return of each statement that only the network hears its features, and whether content and speaker are right."""
    document = Document.read(item.article, Field.TEXT)
    reading = read_text(network, document.text, tokens=document.tokens, sentences=document.sentences)
    ruled = settle_contents(document, find_statements(document, mentions_of(document, reading)), reading)
    heard = heard_alone(document, reading, weigh_statements(ruled, reading), least=0.0)
    found = [Judged.of(each, document.text) for each in heard]
    matched = {j: i for i, j in compare(document.text, item.statements, found).matched}
    chances = {(part.kind, part.span): part.score for part in reading.findings.speech}
    return [
        (
            features_alone(chances["CUE", one.cue], chances["CNT", one.content], written=not one.implicit),
            place in matched and same_speaker(item.statements[matched[place]], found[place]),
        )
        for place, one in enumerate(heard)
    ]


def merged(articles: Sequence[GoldArticle], network: Network) -> tuple[Array, Array, Array]:
    """Return of all statements of rules and network scores, whether contents are right, and speakers too."""
    rows: list[tuple[float, bool, bool]] = []
    for item in articles:
        document = Document.read(item.article, Field.TEXT)
        reading = read_text(network, document.text, tokens=document.tokens, sentences=document.sentences)
        shown = merge_statements(document, list(find_statements(document, mentions_of(document, reading))), reading)
        found = [Judged.of(each, document.text) for each in shown]
        matched = {j: i for i, j in compare(document.text, item.statements, found).matched}
        for place, each in enumerate(shown):
            true = matched.get(place)
            whole = true is not None and same_speaker(item.statements[true], found[place])
            rows.append((each.score, true is not None, whole))
    columns = np.array(rows, float).T
    return columns[0], columns[1], columns[2]


def show_thresholds(scores: Array, content: Array, whole: Array, wanted: int) -> None:
    """Print precision, recall and F1 of contents by the least score that is shown, and the share right as a whole."""
    for least in (0.0, 0.2, 0.3, 0.35, 0.4, 0.5, 0.6, 0.7, 0.8):
        shown = scores >= least
        right = float(content[shown].sum())
        precision, recall = right / max(1, shown.sum()), right / wanted
        f1 = 2 * right / (shown.sum() + wanted)
        entirely = float(whole[shown].sum()) / max(1, shown.sum())
        print(
            f"from {least:.2f}: P {precision:.3f} R {recall:.3f} F1 {f1:.3f} of {shown.sum()} shown,"
            f" speaker right too {entirely:.3f}"
        )


def by_folds(rows: Array, right: Array, groups: Sequence[int]) -> Array:
    """Return each statement's score by weights fitted on other articles."""
    scores, fold = np.zeros(len(rows)), np.array(groups) % _FOLDS
    for number in range(_FOLDS):
        scores[fold == number] = 1 / (
            1 + np.exp(-rows[fold == number] @ fit_logistic(rows[fold != number], right[fold != number], ridge=_RIDGE))
        )
    return scores


def main() -> int:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=Path("bench/gold"))
    parser.add_argument("--shared", type=Path, default=corpora.SHARED)
    parser.add_argument("--plot", type=Path, help="an SVG of how far the scores are probabilities")
    options = parser.parse_args()
    network = Network(installed_folder(), threads=1)
    articles = read_dev(options.gold, options.shared)
    judged = [(number, *one) for number, item in enumerate(articles) for one in judge(item, network)]
    rows = np.array([values for _, values, _, _ in judged], float)
    content, right = (np.array([one[place] for one in judged], float) for place in (2, 3))
    weights = fit_logistic(rows, right, ridge=_RIDGE)
    fitted = replace(learnt(), statements=rounded(weights))
    print("statements", len(rows), fitted.statements)
    keep_learnt(fitted)
    alone = [one for item in articles for one in judge_alone(item, network)]
    weights = fit_logistic(
        np.array([one[0] for one in alone]), np.array([one[1] for one in alone], float), ridge=_RIDGE
    )
    fitted = replace(fitted, alone=rounded(weights))
    print("alone", len(alone), fitted.alone)
    keep_learnt(fitted)
    scores = by_folds(rows, right, [number for number, *_ in judged])
    wanted = sum(len(item.statements) for item in articles)
    print("the rules', weights fitted on other articles:")
    show_thresholds(scores, content, right, wanted)
    print("all that is shown, weights fitted on the same articles:")
    show_thresholds(*merged(articles, network), wanted)
    table = by_tenths([(float(score), bool(one)) for score, one in zip(scores, right, strict=True)])
    print("reliability: " + ", ".join(f"{score:.2f}: {share:.2f} of {number}" for score, share, number in table))
    if options.plot:
        draw(table, "statements, own articles", options.plot)
    return 0


if __name__ == "__main__":
    sys.exit(main())
