"""Floors on people of one full name in two articles: namesakes kept apart, and one person whose callings changed.

The pairs are invented, half of the first 108 (`first`) before the rules were made and half (`second`) after; when
`second` was first counted, 2 of its 31 namesakes were one person, and none of its 20 persons two. The callings of
`third` and the namesakes of persons of the table (`table`) were invented before their rules: 12 of 20 and 9 of 18 of
their namesakes were one person then.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from bench.identity import GoldArticle, make_article, resolve_articles

from riwaya.annotate import annotate
from riwaya.arabic.names import fold_name
from riwaya.model import Mention, MentionKind

PAIRS = Path(__file__).parents[1] / "golden" / "namesakes" / "pairs.tsv"


def read_pairs() -> Iterator[dict[str, str]]:
    with PAIRS.open(encoding="utf-8") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def persons_of(pair: dict[str, str]) -> list[set[str]]:
    """Return the entities that bear the pair's surname in either article."""
    items, named = [], []
    surname = fold_name(pair["name"]).split()[-1]
    for number, column in enumerate(("", "other_")):
        row = {"docno": f"a{number}", "src": f"o{number}", "title": ""}
        article = make_article(row | {"date": pair[f"{column}date"], "text": pair[f"{column}text"]})
        mentions = tuple(each for each in annotate(article) if isinstance(each, Mention))
        items.append(GoldArticle(article, mentions, {}))
        persons = [each for each in mentions if each.kind is MentionKind.PER]
        named.append({each.id for each in persons if fold_name(each.text).split()[-1:] == [surname]})
    home = resolve_articles(items)
    return [{home[name] for name in names} for names in named]


def test_namesakes_are_two_and_whoever_changed_callings_is_one() -> None:
    wrong: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    for pair in read_pairs():
        one, other = persons_of(pair)
        assert one, f"the reader finds nobody named {pair['name']} ({pair['kind']}, first)"
        assert other, f"the reader finds nobody named {pair['name']} ({pair['kind']}, second)"
        pairs[pair["people"]] += 1
        if (one & other == set()) != (pair["people"] == "2"):
            wrong[pair["people"]] += 1
            print(f"{pair['kind']} {pair['name']}: {'one' if one & other else 'two'}")
    print(f"namesakes joined: {wrong['2']} of {pairs['2']}; one person parted: {wrong['1']} of {pairs['1']}")
    assert (pairs["2"], pairs["1"]) == (103, 62)
    assert wrong["2"] <= 1
    assert wrong["1"] == 0
