"""Evaluating statements on annotated articles: figures over all, by outlet and mode, and every difference."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from riwaya.annotate.statements.gold import GoldArticle
from riwaya.annotate.statements.scoring import (
    Comparison,
    Counts,
    Judged,
    add,
    compare,
    count,
    same_chain,
    same_speaker,
)
from riwaya.model import Article, Span, Statement

_AROUND = 90  # characters of text on either side of what is listed
_SHARES = ("speaker", "speaker_exact", "chain", "mode")
LEVELS = (0.0, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95)


@dataclass(frozen=True, slots=True)
class Difference:
    """Where what was found differs from the gold.

    Attributes:
        kind: missed; extra; bounds (found, but with another content); speaker, chain or mode of a matched content.
        text: the article's words around it, the gold content (of an extra, the found one) between ⟦ and ⟧.
    """

    kind: str
    article: str
    outlet: str
    gold: Judged | None
    found: Judged | None
    gold_content: str
    found_content: str
    text: str


@dataclass(slots=True)
class Evaluation:
    """What came out on a gold file.

    Attributes:
        levels: what would come out if only statements from a score on were found.
    """

    articles: int = 0
    total: Counts = field(default_factory=Counts)
    outlets: dict[str, Counts] = field(default_factory=dict)
    levels: dict[float, Counts] = field(default_factory=dict)
    differences: list[Difference] = field(default_factory=list)


def evaluate(
    articles: Iterable[GoldArticle],
    find: Callable[[Article], Iterable[Statement]],
    *,
    levels: Iterable[float] = LEVELS,
) -> Evaluation:
    """Return the figures of what `find` gives for annotated articles, by least score too, and the differences."""
    evaluation = Evaluation(levels={level: Counts() for level in sorted(set(levels))})
    for item in articles:
        text = item.article.text
        scored = [(each.score, Judged.of(each, text)) for each in find(item.article) if each.content.start < item.end]
        for level, counts in evaluation.levels.items():
            count(text, item.statements, [one for score, one in scored if score >= level], counts)
        found = [one for _, one in scored]
        sides = (item.statements, found)
        comparison = compare(text, *sides)
        outlet = evaluation.outlets.setdefault(item.article.outlet, Counts())
        for counts in (evaluation.total, outlet):
            add(text, sides, comparison, counts)
        evaluation.articles += 1
        evaluation.differences += _differences(item, found, comparison)
    return evaluation


def _differences(item: GoldArticle, found: Sequence[Judged], comparison: Comparison) -> Iterator[Difference]:
    """Yield an article's differences in text order."""
    gold = item.statements
    matched = set(comparison.matched)
    rows: list[tuple[str, Judged | None, Judged | None]] = []
    for i, j in comparison.detected:
        left, right = gold[i], found[j]
        if (i, j) not in matched:
            rows.append(("bounds", left, right))
            continue
        agree = {
            "speaker": same_speaker(left, right),
            "chain": same_chain(left, right),
            "mode": left.mode == right.mode,
        }
        rows += [(kind, left, right) for kind, same in agree.items() if not same]
    paired_gold, paired_found = {i for i, _ in comparison.detected}, {j for _, j in comparison.detected}
    rows += [("missed", one, None) for i, one in enumerate(gold) if i not in paired_gold]
    rows += [("extra", None, one) for j, one in enumerate(found) if j not in paired_found]
    placed = [((one or other), kind, one, other) for kind, one, other in rows]
    for shown, kind, one, other in sorted(placed, key=lambda row: (row[0].content.start if row[0] else 0, row[1])):
        assert shown is not None
        text = item.article.text
        contents = [side.content.of(text) if side else "" for side in (one, other)]
        yield Difference(
            kind, item.name, item.article.outlet, one, other, contents[0], contents[1], _around(text, shown)
        )


def _around(text: str, shown: Judged) -> str:
    """Return the words around a content, its cue included where it stands near, on one line."""
    content = shown.content
    first, last = content.start, content.end
    if shown.cue is not None and abs(shown.cue.start - content.start) < 3 * _AROUND:
        first, last = min(first, shown.cue.start), max(last, shown.cue.end)
    part = Span(max(0, first - _AROUND), min(len(text), last + _AROUND))
    marked = f"{text[part.start : content.start]}⟦{content.of(text)}⟧{text[content.end : part.end]}"
    return " ".join(marked.split())


def figures_by_mode(counts: Counts) -> dict[str, Any]:
    """Return the figures of contents of each mode by its name."""
    return {
        mode.value: {"gold": r.gold, "found": r.found, "precision": r.precision, "recall": r.recall, "f1": r.f1}
        for mode, r in counts.modes.items()
    }


def figures(counts: Counts) -> dict[str, Any]:
    """Return the figures of counts by name."""
    return {
        "gold": counts.gold, "found": counts.found,
        "detection": {
            "precision": counts.detected / counts.found if counts.found else 0.0,
            "recall": counts.detected / counts.gold if counts.gold else 0.0,
            "f1": counts.detection_f1,
        },
        "content": {"precision": counts.precision, "recall": counts.recall, "f1": counts.f1},
        "exact": {
            "precision": counts.exact / counts.found if counts.found else 0.0,
            "recall": counts.exact / counts.gold if counts.gold else 0.0,
            "f1": counts.exact_f1,
        },
        **{name: counts.share(name) for name in _SHARES},
    }  # fmt: skip
