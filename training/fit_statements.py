"""Fit the weights by which it is chosen among the statements that rules and network propose.

    python -m training.fit_statements --gold bench/gold

Fitted on own articles that the network has not learnt from (dev and weights). Writes the weights beside the
network; five folds by article: precision and recall of contents by the least score, and how far scores are
probabilities (`riwaya.annotate.reader.statements`).
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
from riwaya.annotate.reader.files import installed_folder
from riwaya.annotate.reader.learnt import Learnt, learnt
from riwaya.annotate.reader.network import Network
from riwaya.annotate.reader.proposals import propose
from riwaya.annotate.reader.statements import weigh
from riwaya.annotate.statements import find_statements
from riwaya.annotate.statements.gold import GoldArticle, gold_names, read_gold, read_texts
from riwaya.annotate.statements.scoring import Judged, compare, same_speaker
from riwaya.model import Field
from training import corpora

Array = npt.NDArray[np.float64]
Row = tuple[tuple[float, ...], bool, bool]
_RIDGE = 0.1
_FOLDS = 5


def read_articles(paths: Sequence[Path], shared: Path) -> list[GoldArticle]:
    """Return the annotated articles of some files of the own gold."""
    lines = [line for path in paths for line in path.read_text("utf-8").splitlines()]
    with lzma.open(shared / "data/ant/ant_2018_02_07.jsonl.xz", "rt", encoding="utf-8") as texts:
        read = list(read_gold(lines, dict(read_texts(texts, gold_names(lines)))))
    return [item for item in read if isinstance(item, GoldArticle)]


def judge(item: GoldArticle, network: Network) -> list[tuple[tuple[float, ...], bool, bool]]:
    """Return of each proposed statement its features, whether its content is right, and its speaker too."""
    document = Document.read(item.article, Field.TEXT)
    reading = read_text(network, document.text, tokens=document.tokens, sentences=document.sentences)
    ruled = list(find_statements(document, mentions_of(document, reading)))
    proposals = [one for one in propose(document, ruled, reading) if reading.is_read(one.statement.content)]
    found = [Judged.of(one.statement, document.text) for one in proposals]
    rows = []
    for place, one in enumerate(weigh(proposals, reading)):
        # Each alone: another that says the same must not take the match away.
        matched = compare(document.text, item.statements, found[place : place + 1]).matched
        true = matched[0][0] if matched else None
        whole = true is not None and (
            one.proposal.statement.speaker is None or same_speaker(item.statements[true], found[place])
        )
        rows.append((one.values, true is not None, whole))
    return rows


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


def by_folds(
    articles: Sequence[GoldArticle], judged: Sequence[Sequence[Row]], network: Network
) -> tuple[Array, Array, Array]:
    """Return as `merged` does, each article's statements chosen by weights fitted on other articles."""
    parts = []
    for number in range(_FOLDS):
        keep_learnt(fit([row for place, rows in enumerate(judged) if place % _FOLDS != number for row in rows]))
        parts.append(merged([item for place, item in enumerate(articles) if place % _FOLDS == number], network))
    scores, content, whole = (np.concatenate(columns) for columns in zip(*parts, strict=True))
    return scores, content, whole


def fit(rows: Sequence[Row]) -> Learnt:
    """Return the weights with those of contents and statements fitted."""
    values = np.array([row[0] for row in rows], float)
    contents, statements = (
        rounded(fit_logistic(values, np.array([row[place] for row in rows], float), ridge=_RIDGE)) for place in (1, 2)
    )
    return replace(learnt(), contents=contents, statements=statements)


def main() -> int:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=Path("bench/gold"))
    parser.add_argument("--shared", type=Path, default=corpora.SHARED)
    parser.add_argument("--plot", type=Path, help="an SVG of how far the scores are probabilities")
    options = parser.parse_args()
    network = Network(installed_folder(), threads=1)
    articles = read_articles([options.gold / f"{part}.jsonl" for part in ("dev", "weights")], options.shared)
    judged = [judge(item, network) for item in articles]
    wanted = sum(len(item.statements) for item in articles)
    print(f"{sum(map(len, judged))} proposals in {len(articles)} articles; weights fitted on other articles:")
    scores, content, whole = by_folds(articles, judged, network)
    show_thresholds(scores, content, whole, wanted)
    table = by_tenths([(float(score), bool(one)) for score, one in zip(scores, whole, strict=True)])
    print("reliability: " + ", ".join(f"{score:.2f}: {share:.2f} of {number}" for score, share, number in table))
    keep_learnt(fit([row for rows in judged for row in rows]))
    print("contents", learnt().contents)
    print("statements", learnt().statements)
    if options.plot:
        draw(table, "statements, own articles", options.plot)
    return 0


if __name__ == "__main__":
    sys.exit(main())
