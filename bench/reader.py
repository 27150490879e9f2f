"""Speed of the whole annotate stage on one core, by the rules alone and with the trained reader."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import numpy as np
import onnxruntime

from bench.data import ANT, present, read_lines
from riwaya.annotate import AnnotateConfig, annotate
from riwaya.annotate.reader import installed_folder, is_installed, load_network
from riwaya.engine.garbage import collect_seldom
from riwaya.model import Article, PublishedFrom

ARTICLES = 60
_PRODUCT = Path(__file__).parent / "int8_product.onnx"
_ROUNDS, _PRODUCTS = 8, 50
_WORDS, _WIDTH = 160, 384  # rows of a passage, and the network's width
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
    print(f"  this core: {core_speed():.0f} 10⁹ int8 operations/s")
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
    """Return how many 10⁹ operations a second one core makes of int8 products as wide as the network's, at best.

    Most of the network's time is such products, which processors make at unlike speeds: figures of two machines compare
    only beside this one. The graph is the one operator MatMulInteger, unsigned by signed.
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(_PRODUCT.read_bytes(), options, providers=["CPUExecutionProvider"])
    numbers = np.random.default_rng(1)
    left = numbers.integers(0, 255, (_WORDS, _WIDTH), np.uint8)
    right = numbers.integers(-127, 127, (_WIDTH, 4 * _WIDTH), np.int8)
    took = []
    for _ in range(_ROUNDS):
        start = time.process_time()
        for _ in range(_PRODUCTS):
            session.run(None, {"a": left, "b": right})
        took.append(time.process_time() - start)
    return 2e-9 * _PRODUCTS * left.size * right.shape[1] / min(took)


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
