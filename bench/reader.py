"""Speed of the whole annotate stage on one core, by the rules alone and with the trained reader."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from bench.data import ANT, present, read_lines
from riwaya.annotate import AnnotateConfig, annotate
from riwaya.annotate.reader import installed_folder, is_installed, load_network
from riwaya.engine.garbage import collect_seldom
from riwaya.model import Article, PublishedFrom

ARTICLES = 60
_ROUNDS, _PRODUCTS, _SIDE = 5, 10, 1024
WORDS = range(350, 451)


def run() -> None:
    """Print articles a second, each of about 400 words, and what loading costs."""
    print("reader (one core, the whole annotate stage, articles of about 400 words)")
    if not present(ANT):
        return
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    collect_seldom()  # as every process does that annotates
    articles = list(islice(short_articles(), ARTICLES))
    print(f"  this core: {core_speed():.0f} GFLOPS (float32 products)")
    _measure("rules", articles)
    if not is_installed():
        print("  neural: no model is shipped")
        return
    start = time.perf_counter()
    load_network()
    size = sum(path.stat().st_size for path in installed_folder().iterdir())
    print(f"  model: {size / 2**20:.0f} MB, loaded in {time.perf_counter() - start:.2f} s")
    _measure("neural", articles)


def core_speed() -> float:
    """Return how many GFLOPS of float32 products one core makes, the best of some rounds.

    The reader's time is that of such products: its figures of two machines compare only beside this one.
    """
    matrix = np.random.default_rng(1).random((_SIDE, _SIDE), np.float32)
    return max(_product_speed(matrix) for _ in range(_ROUNDS))


def _product_speed(matrix: NDArray[np.float32]) -> float:
    start = time.process_time()
    for _ in range(_PRODUCTS):
        matrix @ matrix
    return 2e-9 * _PRODUCTS * _SIDE**3 / (time.process_time() - start)


def short_articles() -> Iterator[Article]:
    """Yield articles of about 400 words."""
    for row in read_lines(ANT):
        if len(row["text"].split()) in WORDS:
            yield Article(
                row["docno"], row["docno"], row["docno"], 0, "", row["title"], "", (), "", (),
                row["date"], PublishedFrom.STATED, "ar", row["text"], (),
            )  # fmt: skip


def _measure(reader: str, articles: list[Article]) -> None:
    config = AnnotateConfig(reader=reader)
    for article in articles[:5]:  # tables and caches, which a longer run pays once
        list(annotate(article, config))
    wall, processor = time.perf_counter(), time.process_time()
    for article in articles[5:]:
        list(annotate(article, config))
    wall, processor = time.perf_counter() - wall, time.process_time() - processor
    count = len(articles) - 5
    print(f"  {reader}: {count / processor:.1f} articles/s of processor time, {count / wall:.1f} by the clock")
