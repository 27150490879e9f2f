"""Identity measured on annotated people: gold mentions in, B³ out.

The gold (`bench/gold`) is stand-off: texts are read from `../shared`, and nothing is measured where they are absent.
"""

from __future__ import annotations

import hashlib
import json
import lzma
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from riwaya.annotate import annotate
from riwaya.annotate.document import Document
from riwaya.annotate.statements import find_statements
from riwaya.identify import (
    Block,
    Chain,
    are_one_name,
    chain_mentions,
    full_name_key,
    is_person_block,
    resolve_block,
)
from riwaya.model import Article, Field, Link, Mention, MentionKind, PublishedFrom, Span, Statement

GOLD = Path(__file__).parent / "gold"
TEXTS = Path(__file__).parents[2] / "shared" / "data" / "ant" / "ant_2018_02_07.jsonl.xz"
_KINDS = {kind.value: kind for kind in MentionKind} | {"EVENT": MentionKind.MISC}


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article with its gold mentions.

    Attributes:
        person_of: the person, by the id of the mention that names them.
        statements: as the product finds them.
    """

    article: Article
    mentions: tuple[Mention, ...]
    person_of: Mapping[str, str]
    statements: tuple[Statement, ...] = ()

    def chains(self) -> tuple[Chain, ...]:
        """Return the article's chains."""
        return chain_mentions(self.article, self.mentions, self.statements)


@dataclass(frozen=True, slots=True)
class Score:
    """B³ over mentions."""

    precision: float
    recall: float
    mentions: int

    @property
    def f1(self) -> float:
        """Return the harmonic mean."""
        return 2 * self.precision * self.recall / max(self.precision + self.recall, 1e-9)

    def __str__(self) -> str:
        return f"B³ F1 {self.f1:.4f} (P {self.precision:.4f}, R {self.recall:.4f}, {self.mentions} mentions)"


def b_cubed(found: Mapping[str, str], gold: Mapping[str, str]) -> Score:
    """Return B³ of the items of `gold`; one that was not found is alone."""
    homes = {item: found.get(item, f"\0{item}") for item in gold}
    own, real = Counter(homes.values()), Counter(gold.values())
    both = Counter((homes[item], gold[item]) for item in gold)
    size = max(len(gold), 1)
    precision = sum(count * count / own[home] for (home, _), count in both.items()) / size
    recall = sum(count * count / real[person] for (_, person), count in both.items()) / size
    return Score(precision, recall, len(gold))


def read_texts(numbers: Iterable[str]) -> dict[str, dict[str, str]]:
    """Return the rows of the corpus with these numbers."""
    wanted = set(numbers)
    with lzma.open(TEXTS, "rt", encoding="utf-8") as lines:
        rows = (json.loads(line) for line in lines)
        return {row["docno"]: row for row in rows if row["docno"] in wanted}


def read_own_gold(part: str) -> Iterator[GoldArticle]:
    """Yield the articles of one part (`train`, `test`) of the own gold."""
    labels = [json.loads(line) for line in (GOLD / f"{part}.jsonl").read_text("utf-8").splitlines()]
    texts = read_texts(row["docno"] for row in labels)
    for row in labels:
        source = texts[row["docno"]]
        if hashlib.sha256(source["text"].encode()).hexdigest() != row["sha256"]:
            raise ValueError(f"{row['docno']}: not the text that was annotated")
        article = make_article(source)
        mentions = gold_mentions(article, row["spans"])
        statements = tuple(find_statements(Document.read(article, Field.TEXT), mentions))
        yield GoldArticle(article, mentions, people_of(mentions, row["people"]), statements)


def make_article(row: Mapping[str, str]) -> Article:
    """Return a row of the corpus as an article."""
    return Article(
        row["docno"], "p", row["docno"], 0, row["src"], row["title"], "", (), "", (), row["date"],
        PublishedFrom.STATED, "ar", row["text"], (),
    )  # fmt: skip


def gold_mentions(article: Article, spans: Iterable[tuple[int, int, str, str]]) -> tuple[Mention, ...]:
    """Return annotated spans as mentions, roles with their holders."""
    kept = [(Span(start, end), _KINDS[kind], key) for start, end, kind, key in spans if kind in _KINDS]
    holders = {
        key: Mention.make_id(article.id, Field.TEXT, span, kind)
        for span, kind, key in kept
        if kind is MentionKind.PER and key
    }
    return tuple(
        Mention(
            Mention.make_id(article.id, Field.TEXT, span, kind), article.id, Field.TEXT, span, span.of(article.text),
            kind, holders.get(key, "") if kind is MentionKind.ROLE and key else "", 1.0,
        )
        for span, kind, key in kept
    )  # fmt: skip


def people_of(mentions: Iterable[Mention], people: Mapping[str, list[str]]) -> dict[str, str]:
    """Return the person of every mention whose form the gold gives to exactly one."""
    owners: dict[str, set[str]] = defaultdict(set)
    for name, forms in people.items():
        for form in forms:
            owners[_plain(form)].add(name)
    return {
        mention.id: next(iter(owners[_plain(mention.text)]))
        for mention in mentions
        if mention.kind is MentionKind.PER and len(owners.get(_plain(mention.text), ())) == 1
    }


def _plain(form: str) -> str:
    return " ".join(form.replace("_", " ").split())


def read_development() -> Iterator[tuple[Article, Mapping[str, Any]]]:
    """Yield the development articles with their annotation."""
    path = TEXTS.parents[2] / "gold" / "dev_statements.jsonl"
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        yield make_article(row), row


def read_people(part: str) -> list[dict[str, Any]]:
    """Return the rows of one part (`train`, `dev`, `test`) of the gold of people across articles.

    A row: docno, sha256, people ([start, end, person]), hard where it was chosen for namesakes.
    """
    return [json.loads(line) for line in (GOLD / f"people_{part}.jsonl").read_text("utf-8").splitlines()]


def gold_of_people(part: str) -> Iterator[GoldArticle]:
    """Yield the articles of the gold of people: annotated ones with their mentions, others as found."""
    rows = {row["docno"]: row for row in read_people(part)}
    own = read_own_gold(part) if (GOLD / f"{part}.jsonl").exists() else ()
    labelled = {item.article.id: item for item in own if item.article.id in rows}
    texts = read_texts(name for name in rows if name not in labelled)
    for name, row in rows.items():
        if name in labelled:
            item = labelled[name]
            article, mentions, statements = item.article, item.mentions, item.statements
        else:
            article = make_article(texts[name])
            mentions, statements = _found(article)
        if hashlib.sha256(article.text.encode()).hexdigest() != row["sha256"]:
            raise ValueError(f"{name}: not the text that was annotated")
        yield GoldArticle(article, mentions, _named(mentions, row["people"]), statements)


def _found(article: Article) -> tuple[tuple[Mention, ...], tuple[Statement, ...]]:
    """Return mentions of the text and statements as the product finds them, with its trained reader if installed."""
    found = tuple(annotate(article))
    mentions = tuple(each for each in found if isinstance(each, Mention) and each.field is Field.TEXT)
    return mentions, tuple(each for each in found if isinstance(each, Statement))


def _named(mentions: Iterable[Mention], people: Iterable[tuple[int, int, str]]) -> dict[str, str]:
    """Return the person of each mention of a person that touches an annotated span; exact ones first."""
    persons = [mention for mention in mentions if mention.kind is MentionKind.PER]
    found: dict[str, str] = {}
    for start, end, person in people:
        exact = [mention for mention in persons if (mention.span.start, mention.span.end) == (start, end)]
        near = [mention for mention in persons if mention.span.start < end and start < mention.span.end]
        for mention in (exact or near)[:1]:
            found[mention.id] = person
    return found


def resolve_articles(items: Iterable[GoldArticle]) -> dict[str, str]:
    """Return the entity of every person's mention of the articles, blocks of one name being resolved together."""
    chains: dict[str, list[Chain]] = defaultdict(list)
    for item in items:
        for chain in item.chains():
            if is_person_block(chain.block):
                chains[chain.block].append(chain)
    groups = _joined_blocks(chains)
    home: dict[str, str] = {}
    for group in groups:
        block = Block(group[0], tuple(chain for key in group for chain in chains[key]))
        home |= {link.mention_id: link.entity_id for link in resolve_block(block) if isinstance(link, Link)}
    return home


def _joined_blocks(chains: Mapping[str, list[Chain]]) -> list[list[str]]:
    """Return the blocks in groups that have a name in common, as the pipeline finds them in a store."""
    names: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for key in sorted(chains):
        for chain in chains[key]:
            if letters := full_name_key(chain.name):
                names[letters].add((key, chain.name))
    group = {key: [key] for key in chains}
    for held in names.values():
        for (key, name), (other, other_name) in combinations(sorted(held), 2):
            if group[key] is not group[other] and are_one_name(name, other_name):
                merged = sorted({*group[key], *group[other]})
                group.update(dict.fromkeys(merged, merged))
    return list({id(held): held for held in group.values()}.values())


def false_merges(found: Mapping[str, str], gold: Mapping[str, str]) -> float:
    """Return the share of entities that hold mentions of more than one person."""
    people: dict[str, set[str]] = defaultdict(set)
    for mention, person in gold.items():
        people[found.get(mention, mention)].add(person)
    return sum(len(held) > 1 for held in people.values()) / max(len(people), 1)
