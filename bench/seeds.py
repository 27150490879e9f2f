"""The three real pages: articles, stories, boilerplate, people."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from bench.data import SEEDS, present
from bench.measure import run_riwaya

# Persons that each page names in its text, by hand: the surnames as the page writes them.
PEOPLE = {
    "000": ["غانتس", "بلينكن", "بلينكين", "أوستن", "سوليفان"],
    "001": ["غانتس", "لوستن", "بلينكن", "نتنياهو", "أوستن", "بايدن", "سوليفان"],
    "002": ["غالانت", "بلينكن", "أوستن", "جيفريس", "نتنياهو"],
}
BOILERPLATE = ("Comments are closed", "المصدر:", "واشنطن | جو", "تستدعي “غانتس” بعد")


def run() -> None:
    """Print the figures of the seeds."""
    print("seeds")
    if not present(SEEDS):
        return
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "seeds.riwaya"
        run_riwaya("add", SEEDS, "--store", store, "--json")
        tables = {name: _table(store, name) for name in ("articles", "mentions", "stories")}
    articles = {Path(row["source"]).name[:3]: row for row in tables["articles"]}
    name_of = {row["id"]: name for name, row in articles.items()}
    left = [line for row in tables["articles"] for line in BOILERPLATE if line in row["text"]]
    found = {name: set() for name in articles}
    for row in tables["mentions"]:
        if row["kind"] == "PER":
            found[name_of[row["article_id"]]] |= set(row["text"].split())
    wanted = [(name, person) for name, people in PEOPLE.items() for person in people]
    right = [pair for pair in wanted if pair[1] in found.get(pair[0], ())]
    stories = sorted(sorted(name_of[identity] for identity in row["article_ids"]) for row in tables["stories"])
    print(f"  articles: {len(tables['articles'])}; stories: {stories}; boilerplate left: {left or 'none'}")
    print(f"  people found: {len(right)} of {len(wanted)} ({100 * len(right) / len(wanted):.0f} %)")
    print(f"  people missed: {sorted(set(wanted) - set(right)) or 'none'}")


def _table(store: Path, name: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in run_riwaya("export", name, "--store", store).output.splitlines()]
