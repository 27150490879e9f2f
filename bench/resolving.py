"""Who is who, how long it takes: all articles of growing stores, and one article more in the largest of them."""

from __future__ import annotations

import json
import math
import random
import tempfile
import time
from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from bench.data import ANT, present, read_lines
from riwaya.annotate import AnnotateConfig
from riwaya.config import Config
from riwaya.engine.local import LocalConfig, LocalEngine
from riwaya.identify import Chain
from riwaya.ingest import IngestConfig, read_sources
from riwaya.model import Article, Link, Stage
from riwaya.model.schema import load_text
from riwaya.pipeline import no_progress
from riwaya.pipeline.adding import add_pages
from riwaya.pipeline.identifying import identify
from riwaya.pipeline.reading import forget_articles
from riwaya.store.contract import Changes, Evidence, NameKey, Naming, Pending
from riwaya.store.sqlite import SQLiteStore, open_store

SIZES = (1_000, 5_000, 25_822)
_TOUCHED = 150
_ARTICLES_A_CHANGE = 500


def run() -> None:
    """Print how long resolving takes and how it grows; processor time of one process, tables being read."""
    print("who is who (its group stage alone, one process)")
    if not present(ANT):
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        read = _read_all(folder)
        rows = sorted(read.rows(Article, "published", "source", "id"))
        articles = [row[-1] for row in rows]
        _resolve(_part(read, folder / "warm.riwaya", articles[:200]))
        seconds = {}
        for size in SIZES:
            store = _part(read, folder / f"{size}.riwaya", articles[:size])
            seconds[size] = _resolve(store)
            print(f"  {min(size, len(articles)):6} articles: {seconds[size]:6.1f} s")
        small, large = SIZES[0], SIZES[-1]
        exponent = math.log(seconds[large] / seconds[small]) / math.log(large / small)
        print(f"  time grows as n^{exponent:.2f} from {small} to {large}")
        taken = sorted(_add_again(store, article) for article in random.Random(7).sample(articles, _TOUCHED))
        shares = {"median": 0.5, "nine in ten below": 0.9, "worst": 1.0}
        shown = ", ".join(f"{word} {taken[round(share * (len(taken) - 1))]:.3f} s" for word, share in shares.items())
        print(f"  one article more in the store of {large}: {shown}")


def _read_all(folder: Path) -> SQLiteStore:
    """Return a store of all articles with what each says alone."""
    rows = sorted(read_lines(ANT), key=lambda row: (row["date"], row["docno"]))
    lines = folder / "all.jsonl"
    lines.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    store = open_store(folder / "all.riwaya", write=True)
    engine = LocalEngine(LocalConfig(workers=2))
    config = Config(annotate=AnnotateConfig(reader="rules"))
    add_pages(store, engine, read_sources([str(lines)], IngestConfig()), config=config, progress=no_progress)
    engine.close()
    return store


def _part(read: SQLiteStore, path: Path, articles: Sequence[str]) -> SQLiteStore:
    """Return a store of what identity needs of some articles, nothing being resolved."""
    store = open_store(path, write=True)
    for start in range(0, len(articles), _ARTICLES_A_CHANGE):
        store.apply(Changes(records=_records(read, articles[start : start + _ARTICLES_A_CHANGE])))
    return store


def _records(store: SQLiteStore, articles: Sequence[str]) -> list[Any]:
    """Return what identity needs of articles, and the work that they are."""
    evidence = list(store.select(Evidence, stage=Stage.IDENTIFY, article_id=list(articles)))
    namings = list(store.select(Naming, article_id=list(articles)))
    persons = {name for each in evidence for name in load_text(Chain, each.data).mention_ids}
    links = (link for link in store.select(Link, article_id=list(articles)) if link.mention_id not in persons)
    keys = {each.key for each in evidence} | {naming.block for naming in namings}
    work = (Pending(Stage.IDENTIFY, key) for key in sorted(keys))
    return list(chain(evidence, namings, links, store.select(NameKey, article_id=list(articles)), work))


def _resolve(store: SQLiteStore) -> float:
    started = time.process_time()
    identify(store, LocalEngine(LocalConfig(workers=1)), no_progress)
    return time.process_time() - started


def _add_again(store: SQLiteStore, article: str) -> float:
    """Take an article out, and return how long it takes to resolve it when it comes back."""
    records = _records(store, [article])
    changes = Changes()
    forget_articles(store, changes, [article])
    store.apply(changes)
    _resolve(store)
    store.apply(Changes(records=records))
    return _resolve(store)
