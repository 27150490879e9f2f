"""Derived dates: articles of the ANT corpus with their dates hidden, among others with theirs.

The store is two stretches of days, one of the months that constants were chosen on and one of the others, so that
each stretch holds what may mislead the other. Of each some articles, drawn by a seed, are measured: each hidden alone
while all others keep their dates, as in a user's store; all of them hidden together; and each with the articles of
five days around it gone, so that no account of its event is left and any narrow interval is false.
"""

from __future__ import annotations

import json
import random
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from bench.data import ANT, present, read_lines
from riwaya.annotate.clues import read_clues
from riwaya.annotate.document import Document
from riwaya.annotate.mentions import find_mentions
from riwaya.annotate.times import anchor_of, find_times
from riwaya.annotate.times.anchor import Anchor
from riwaya.errors import BadItem
from riwaya.extract import extract
from riwaya.model import Clue, ClueKind, Dating, Field, Page
from riwaya.stories import ArticleReading, DatedNeighbour, Dossier, Undated, Window, link_window, make_dossier
from riwaya.stories.dating import Likeness, NumberedPage, address_number, derive_dating, likenesses, pages_around

CHOSEN_ON, REPORTED_ON = ("2018-03-12", "2018-03-21"), ("2018-06-11", "2018-06-20")
HIDDEN, SEED = 450, 12
COMMON_KEY, LEAST_TIE, MOST_NEAR = 1000, 0.03, 100  # as in the pipeline
NARROW, WEEKS = 7, 31
ACCOUNT = 0.5
"""Probability of one story from which a dated article counts as a datable neighbour in what has evidence."""
GONE = 5
_UNDATED = "?"
_GROUPS = {
    "a weekday": (ClueKind.WEEKDAY, ClueKind.WRITTEN_WEEKDAY),
    "a date without its year": (ClueKind.DAY_OF_YEAR, ClueKind.MONTH_OF_YEAR),
    "a full date, month or year": (ClueKind.DAY, ClueKind.WRITTEN_DAY, ClueKind.MONTH, ClueKind.YEAR),
    "an office": (ClueKind.OFFICE,),
}


@dataclass(frozen=True, slots=True)
class Read:
    """An article: its day, its dossier, the dossier that it has without a date, and its address."""

    day: str
    dossier: Dossier
    undated: Dossier
    address: str


@dataclass(frozen=True, slots=True)
class Figures:
    """What came out for pages whose date was hidden; shares are of those with any evidence, right ones of those given.

    Attributes:
        pages: hidden ones; with_evidence: those with a clue of their own or a datable neighbour.
        dated: those with a derived interval; contained: intervals that hold the true day.
        narrow, narrow_right: intervals of seven days at most, and those of them that hold the day.
        weeks: intervals of eight to 31 days.
    """

    pages: int
    with_evidence: int
    dated: int
    contained: int
    narrow: int
    narrow_right: int
    weeks: int

    def __str__(self) -> str:
        evidence = max(self.with_evidence, 1)
        return (
            f"{self.pages} pages, {self.with_evidence} with any evidence; {self.dated / evidence:.1%} of these get "
            f"an interval, it holds the day in {self.contained / max(self.dated, 1):.1%}; "
            f"{self.narrow / evidence:.1%} get one of {NARROW} days at most "
            f"({self.narrow_right / max(self.narrow, 1):.1%} right), {self.weeks / evidence:.1%} one of {WEEKS}"
        )


@dataclass(frozen=True, slots=True)
class Sample:
    """What was read, what ties each hidden article to all others as they are with their dates, and whose numbers its
    address lies between."""

    read: Mapping[str, Read]
    ties: Mapping[str, Sequence[tuple[str, float, Likeness]]]
    numbered: Mapping[str, tuple[NumberedPage, ...]] = field(default_factory=dict)


def run() -> None:
    """Print the figures of the days that the constants were chosen on, and of the others."""
    print("derived dates (ANT, dates hidden)")
    if not present(ANT):
        return
    start = time.monotonic()
    read = read_days([CHOSEN_ON, REPORTED_ON])
    print(f"  {len(read):,} articles of {'/'.join(CHOSEN_ON)} and {'/'.join(REPORTED_ON)}, {HIDDEN} measured of each")
    for name, days in (("chosen on", CHOSEN_ON), ("others", REPORTED_ON)):
        inside = sorted(article for article, one in read.items() if days[0] <= one.day <= days[1])
        hidden = random.Random(SEED).sample(inside, min(HIDDEN, len(inside)))
        sample = tie(read, hidden)
        print(f"  {name}: with {_evidence_kinds(sample)}")
        print(f"    each hidden alone: {measure(sample)}")
        accounts = [one for one in hidden if _has_account(undated(sample, one))]
        print(f"      of these with a datable neighbour: {measure(sample, accounts)}")
        print(f"    each hidden alone, the number in its address known: {measure(number(sample))}")
        print(f"    all of them hidden together: {measure(sample, gone=_one_of(set(hidden)))}")
        near = _days_around(sample)
        print(f"    no article of {GONE} days around left: {measure(sample, gone=near)}")
    print(f"  {time.monotonic() - start:.0f} s")


def read_days(stretches: Iterable[tuple[str, str]]) -> dict[str, Read]:
    """Return the articles of some stretches of days by their number, read by two processes."""
    wanted = list(stretches)
    rows = [row for row in read_lines(ANT) if any(first <= row["date"] <= last for first, last in wanted)]
    with ProcessPoolExecutor(2) as pool:
        found = pool.map(read_row, rows, chunksize=40)
        return {row["docno"]: one for row, one in zip(rows, found, strict=True) if one is not None}


def read_row(row: dict[str, Any]) -> Read | None:
    """Return what a row gives; None where it is no article. Its address, which may date it, is kept apart."""
    fields = {"title": row["title"], "text": row["text"], "outlet": row["src"], "published": row["time"]}
    content = json.dumps(fields).encode()
    page = Page(row["docno"], row["docno"], row["docno"], "", "", "application/json", "utf-8", content)
    try:
        article = next(iter(extract(page)))
    except (BadItem, StopIteration):
        return None
    documents = [Document.read(article, field) for field in (Field.TITLE, Field.TEXT)]
    mentions = tuple(mention for document in documents for mention in find_mentions(document))
    made = []
    for anchor, published in ((anchor_of(article), article.published), (Anchor(), "")):
        times = tuple(found for document in documents for found in find_times(document, anchor))
        clues: tuple[Clue, ...] = () if published else read_clues(article, mentions)
        reading = ArticleReading(mentions=mentions, times=times, clues=clues)
        made.append(make_dossier(replace(article, id=row["docno"], published=published), reading))
    return Read(row["date"], *made, row["url"])


def tie(read: Mapping[str, Read], hidden: Sequence[str]) -> Sample:
    """Return the ties of hidden articles, as they are without a date, to all others."""
    held = Counter(key for one in read.values() for key in one.dossier.keys)
    known = tuple(_rare(one.dossier, held) for one in read.values())
    fresh = tuple(replace(_rare(read[name].undated, held), article_id=_UNDATED + name) for name in hidden)
    ties: dict[str, list[tuple[str, float]]] = {name: [] for name in hidden}
    for found in link_window(Window("", fresh, known)):
        one, two = sorted((found.first, found.second), key=lambda name: not name.startswith(_UNDATED))
        own = one.removeprefix(_UNDATED)
        if not two.startswith(_UNDATED) and two != own:
            ties[own].append((two, found.story))
    return Sample(read, {name: _with_likeness(read, name, found) for name, found in ties.items()})


def number(sample: Sample) -> Sample:
    """Return the sample with the dated pages around each hidden one whose address has a number and no date."""
    own = {name: found for name, one in sample.read.items() if (found := address_number(one.address)) is not None}
    series: dict[str, list[tuple[int, str, str, str]]] = defaultdict(list)
    for name, (host, place) in own.items():
        series[host].append((place, name, sample.read[name].day, ""))
    ordered = {host: sorted(pages) for host, pages in series.items()}
    found = {name: pages_around(own[name][1], name, ordered[own[name][0]]) for name in sample.ties if name in own}
    return replace(sample, numbered=found)


def _with_likeness(
    read: Mapping[str, Read], name: str, ties: Sequence[tuple[str, float]]
) -> list[tuple[str, float, Likeness]]:
    """Return the strongest ties, as many as the pipeline hears, each with in what both articles are alike."""
    near = sorted((tie for tie in ties if tie[1] >= LEAST_TIE), key=lambda tie: (-tie[1], tie[0]))[:MOST_NEAR]
    alike = likenesses(read[name].undated, (read[other].dossier for other, _ in near))
    return [(other, story, found) for (other, story), found in zip(near, alike, strict=True)]


def _rare(dossier: Dossier, held: Counter[str]) -> Dossier:
    return replace(dossier, keys=tuple(key for key in dossier.keys if held[key] <= COMMON_KEY))


def _one_of(names: set[str]) -> Callable[[str, str], bool]:
    return lambda _, other: other in names


def _days_around(sample: Sample) -> Callable[[str, str], bool]:
    def near(name: str, other: str) -> bool:
        one, two = (date.fromisoformat(sample.read[each].day) for each in (name, other))
        return abs((one - two).days) <= GONE

    return near


def undated(sample: Sample, name: str, gone: Callable[[str, str], bool] | None = None) -> Undated:
    """Return an article's evidence, without the neighbours that are gone."""
    neighbours = tuple(
        DatedNeighbour(other, sample.read[other].day, "", story, likeness)
        for other, story, likeness in sample.ties[name]
        if gone is None or not gone(name, other)
    )
    numbered = (page for page in sample.numbered.get(name, ()) if gone is None or not gone(name, page.article_id))
    return Undated(name, sample.read[name].undated.clues, neighbours, numbered=tuple(numbered))


def measure(
    sample: Sample, names: Sequence[str] | None = None, *, gone: Callable[[str, str], bool] | None = None
) -> Figures:
    """Return the figures for hidden articles, all that the sample has ties of unless named."""
    evidence = [undated(sample, name, gone) for name in (sample.ties if names is None else names)]
    found = {one.article_id: dating for one in evidence for dating in derive_dating(one)}
    right = {name for name, one in found.items() if one.earliest <= sample.read[name].day <= one.latest}
    narrow = {name for name, one in found.items() if _width(one) <= NARROW}
    return Figures(
        pages=len(evidence),
        with_evidence=sum(has_evidence(one) for one in evidence),
        dated=len(found),
        contained=len(right),
        narrow=len(narrow),
        narrow_right=len(narrow & right),
        weeks=sum(NARROW < _width(one) <= WEEKS for one in found.values()),
    )


def has_evidence(one: Undated) -> bool:
    """Return whether anything tells of an article's day: a time or an office in its words, or a datable neighbour."""
    return bool(one.clues or one.numbered) or _has_account(one)


def _has_account(one: Undated) -> bool:
    return any(neighbour.story >= ACCOUNT for neighbour in one.neighbours)


def _evidence_kinds(sample: Sample) -> str:
    """Return how many articles have each kind of evidence; most have several."""
    pages = [undated(sample, name) for name in sample.ties]
    counts = {
        name: sum(any(clue.kind in kinds for clue in one.clues) for one in pages) for name, kinds in _GROUPS.items()
    }
    counts["a datable neighbour"] = sum(map(_has_account, pages))
    counts["none of these"] = sum(not has_evidence(one) for one in pages)
    return ", ".join(f"{name} {count}" for name, count in counts.items())


def _width(dating: Dating) -> int:
    return (date.fromisoformat(dating.latest) - date.fromisoformat(dating.earliest)).days + 1
