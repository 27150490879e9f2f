"""All figures on statements: development gold by events, own gold, seeds; as found, and as shown by default."""

from __future__ import annotations

import lzma
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from statistics import mean, stdev

from bench.data import ANT, GOLD, SEEDS, present
from riwaya.annotate import AnnotateConfig, annotate
from riwaya.annotate.reader import is_installed
from riwaya.annotate.statements.evaluation import evaluate
from riwaya.annotate.statements.gold import GoldArticle, GoldText, gold_names, read_gold, read_texts
from riwaya.annotate.statements.scoring import Counts
from riwaya.extract import extract
from riwaya.ingest import IngestConfig, read_sources
from riwaya.model import Article, Mode, Page, Span, Statement
from riwaya.search.sureness import DEFAULT_SCORE

DEVELOPMENT = GOLD / "dev_statements.jsonl"
OWN = Path(__file__).parent / "gold"
_COLUMNS = "    F1      P      R  exact direct  spkr  chain   mode  gold found"

Finder = Callable[[Article], list[Statement]]


def run() -> None:
    """Print the figures of statements with each reader."""
    for reader in ["rules", *(["neural"] if is_installed() else [])]:
        print(f"statements, reader {reader} (contents at overlap .8; «shown»: from a score of {DEFAULT_SCORE:g} on)")
        find = partial(_find, config=AnnotateConfig(reader=reader))
        _development(find)
        _own("dev", find)
        _own("test", find)
        _seeds(find)


def _find(article: Article, config: AnnotateConfig) -> list[Statement]:
    return [record for record in annotate(article, config) if isinstance(record, Statement)]


def _development(find: Finder) -> None:
    """Print the figures of each event, of all together, and their mean with its deviation.

    Rules, network and threshold learn nothing from these events, so a fold has nothing to leave out: the figures of
    cross-validation over events are those of each event as it is.
    """
    if not present(DEVELOPMENT):
        return
    print("  development gold, each event a fold (nothing is fitted on the others)")
    articles = list(_usable(read_gold(DEVELOPMENT.read_text("utf-8").splitlines(), {})))
    events = sorted({item.event for item in articles})
    scores = [_print([item for item in articles if item.event == event], find, event).f1 for event in events]
    _print(articles, find, "all events")
    print(f"  content F1 over {len(scores)} events: mean {mean(scores):.3f}, deviation {stdev(scores):.3f}")


def _own(part: str, find: Finder) -> None:
    """Print the figures of a part of the own gold."""
    if not present(ANT):
        return
    articles = _own_articles(part)
    print(f"  own gold, {part} part, {len(articles)} articles")
    _print(articles, find, "all")


@cache
def _own_articles(part: str) -> tuple[GoldArticle, ...]:
    lines = (OWN / f"{part}.jsonl").read_text("utf-8").splitlines()
    with lzma.open(ANT, "rt", encoding="utf-8") as rows:
        return tuple(_usable(read_gold(lines, dict(read_texts(rows, gold_names(lines))))))


def _seeds(find: Finder) -> None:
    """Print the figures of the three saved pages, as they come out of extraction."""
    if present(SEEDS):
        print("  seeds (three saved pages, marked by one annotator before their statements were found)")
        _print(seed_articles(), find, "all")


def seed_articles() -> list[GoldArticle]:
    """Return the saved pages as extraction leaves them, with their marked statements."""
    lines = (OWN / "seeds.jsonl").read_text("utf-8").splitlines()
    texts = {path.name: GoldText(path.read_text("utf-8")) for path in sorted(SEEDS.glob("*.txt"))}
    extracted = {Path(article.source).name: article for article in _extracted()}
    return [_placed(item, extracted[item.name]) for item in _usable(read_gold(lines, texts))]


def _extracted() -> Iterator[Article]:
    for page in read_sources([str(SEEDS)], IngestConfig()):
        if isinstance(page, Page):
            yield from (record for record in extract(page) if isinstance(record, Article))


def _placed(item: GoldArticle, article: Article) -> GoldArticle:
    """Return the gold of a saved page on the text that extraction left of it, found line by line."""
    moved: list[tuple[Span, int]] = []
    start = position = 0
    for line in item.article.text.split("\n"):
        words = line.strip()
        place = article.text.find(words, position) if words else -1
        if place >= 0:
            moved.append((Span(start, start + len(line)), place - start - line.index(words)))
            position = place + len(words)
        start += len(line) + 1

    def new(span: Span) -> Span:
        return next(Span(span.start + by, span.end + by) for line, by in moved if line.contains(span))

    statements = tuple(
        replace(one, content=new(one.content), cue=new(one.cue) if one.cue else None) for one in item.statements
    )
    return replace(item, article=article, statements=statements, end=len(article.text))


def _usable(read: Iterable[object]) -> Iterator[GoldArticle]:
    for item in read:
        if isinstance(item, GoldArticle):
            yield item
        else:
            print(f"  left out: {item}")


def _print(articles: Sequence[GoldArticle], find: Finder, label: str) -> Counts:
    """Print the figures of articles as found, and under them as shown; return the counts of what was found."""
    evaluation = evaluate(articles, find, levels=(DEFAULT_SCORE,))
    print(_COLUMNS)
    for counts, name in ((evaluation.total, label), (evaluation.levels[DEFAULT_SCORE], f"{label}, shown")):
        figures = (counts.f1, counts.precision, counts.recall, counts.exact_f1, counts.modes[Mode.DIRECT].f1)
        shares = (counts.share(part) for part in ("speaker", "chain", "mode"))
        line = " ".join(f"{value:6.3f}" for value in (*figures, *shares))
        print(f"{line} {counts.gold:5} {counts.found:5}  {name}")
    return evaluation.total
