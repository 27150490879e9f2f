"""Derived dates: articles of the ANT corpus with their dates hidden, among all others with theirs."""

from __future__ import annotations

import json
import random
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from bench.data import ANT, present, read_lines
from riwaya.annotate.clues import read_clues
from riwaya.annotate.document import Document
from riwaya.annotate.mentions import find_mentions
from riwaya.annotate.times import anchor_of, find_times
from riwaya.errors import BadItem
from riwaya.extract import extract
from riwaya.model import Clue, Dating, Field, Page
from riwaya.stories import ArticleReading, DatedNeighbour, Dossier, Undated, Window, link_window, make_dossier
from riwaya.stories.dating import derive_dating

HIDDEN, SEEDS = 900, (12, 13)
CHOSEN_ON, REPORTED_ON = ("2018-02", "2018-03", "2018-04"), ("2018-06", "2018-07")
COMMON_KEY = 300  # as in the pipeline
NARROW = 7


@dataclass(frozen=True, slots=True)
class Figures:
    """What came out for pages whose date was hidden.

    Attributes:
        pages: hidden ones; with_evidence: those with a clue or a tie; dated: those with a derived interval.
        contained: intervals that hold the true day; narrow: of seven days at most.
        accounts: intervals that rest on other accounts.
    """

    pages: int
    with_evidence: int
    dated: int
    contained: int
    narrow: int
    accounts: int

    def __str__(self) -> str:
        dated = max(self.dated, 1)
        return (
            f"{self.pages} pages, {self.with_evidence} with any clue or tie; {self.dated} get an interval "
            f"({self.accounts} from other accounts): it holds the day in {self.contained / dated:.1%}, is "
            f"{NARROW} days wide at most in {self.narrow / dated:.1%}"
        )


def run() -> None:
    """Print the figures of the months that the constants were chosen on, and of the others."""
    print("derived dates (ANT, dates hidden)")
    if not present(ANT):
        return
    start = time.monotonic()
    rows = list(read_lines(ANT))
    made = {row["docno"]: found for row in rows if (found := read_row(row)) is not None}
    print(f"  {len(made):,} dossiers in {time.monotonic() - start:.0f} s")
    for name, months in (("February to April, chosen on", CHOSEN_ON), ("June and July", REPORTED_ON)):
        candidates = sorted({row["docno"] for row in rows if row["date"][:7] in months} & made.keys())
        for seed in SEEDS:
            hidden = random.Random(seed).sample(candidates, HIDDEN)
            print(f"  {name}: {measure(made, hidden)}")


def read_row(row: dict[str, Any]) -> tuple[str, Dossier, tuple[Clue, ...]] | None:
    """Return a row's day, its dossier and its clues; None where it is no article. Its address, which dates it, is left out."""  # noqa: E501
    fields = {"title": row["title"], "text": row["text"], "outlet": row["src"], "published": row["time"]}
    content = json.dumps(fields).encode()
    try:
        article = extract(Page(row["docno"], row["docno"], row["docno"], "", "", "application/json", "utf-8", content))[
            0
        ]
    except BadItem:
        return None
    documents = [Document.read(article, field) for field in (Field.TITLE, Field.TEXT)]
    mentions = tuple(mention for document in documents for mention in find_mentions(document))
    times = tuple(found for document in documents for found in find_times(document, anchor_of(article)))
    dossier = make_dossier(article, ArticleReading(mentions=mentions, times=times))
    return row["date"], replace(dossier, article_id=row["docno"]), read_clues(article, mentions)


def measure(made: dict[str, tuple[str, Dossier, tuple[Clue, ...]]], hidden: Sequence[str]) -> Figures:
    """Return the figures for articles hidden among the others."""
    left_out = set(hidden)
    held = Counter(key for name, (_, dossier, _) in made.items() if name not in left_out for key in dossier.keys)
    rare = {
        name: replace(dossier, keys=tuple(key for key in dossier.keys if held[key] <= COMMON_KEY))
        for name, (_, dossier, _) in made.items()
    }
    fresh = tuple(replace(rare[name], published="", first_day="", last_day="") for name in hidden)
    known = tuple(dossier for name, dossier in rare.items() if name not in left_out)
    ties: dict[str, list[DatedNeighbour]] = defaultdict(list)
    for tie in link_window(Window("", fresh, known)):
        for one, two in ((tie.first, tie.second), (tie.second, tie.first)):
            if one in left_out and two not in left_out:
                ties[one].append(DatedNeighbour(two, made[two][0], "", tie.story))
    undated = [Undated(name, made[name][2], tuple(ties[name])) for name in hidden]
    found = {one.article_id: dating for one in undated for dating in derive_dating(one)}
    return Figures(
        pages=len(undated),
        with_evidence=sum(bool(one.clues or one.neighbours) for one in undated),
        dated=len(found),
        contained=sum(one.earliest <= made[name][0] <= one.latest for name, one in found.items()),
        narrow=sum(_width(one) <= NARROW for one in found.values()),
        accounts=sum(any(reason.other_article_id for reason in one.evidence) for one in found.values()),
    )


def _width(dating: Dating) -> int:
    return (date.fromisoformat(dating.latest) - date.fromisoformat(dating.earliest)).days + 1
