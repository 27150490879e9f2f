"""Persons of a growing store: whatever comes and goes, what was found before never shows in what is found now."""

from __future__ import annotations

import random
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from riwaya.engine.local import LocalConfig, LocalEngine
from riwaya.identify import RESOLVE_BLOCK, Block, Chain, Lacking, SeenRole, Surface, full_name_key, resolve_block
from riwaya.identify.person_names import block_key, split_name
from riwaya.model import Article, Entity, Field, Link, Mention, MentionKind, PublishedFrom, Span, Stage
from riwaya.model.judgements import Verdict
from riwaya.model.schema import dump_text
from riwaya.pipeline import judgement_book, no_progress
from riwaya.pipeline.identifying import identify
from riwaya.pipeline.reading import forget_articles
from riwaya.store.contract import BlockEntity, Changes, Evidence, NameKey, Pending, Roster
from riwaya.store.sqlite import SQLiteStore, open_store

# Of two or three blocks, tied by names with the same letters.
NAMES = (
    "توريد غرشتاين", "غرشتاين توريد", "توريد غرش تاين", "غرشتاين", "هدى غرشتاين", "سامر توريد", "توريد",
    "لويد أوستن", "أويد لوستن", "أوستن", "لويد أوستين", "نديم الكرمي", "الكرمي", "هدى الكرمي",
)  # fmt: skip
NATIONS = ("", "", "france", "spain")
Row = tuple[int, str, str]


def make_chain(article: int, name: str, nation: str) -> Chain:
    number = NAMES.index(name) if name in NAMES else 99
    mention = f"m{article:05}.{number:02}"
    roles = (SeenRole("وزير الدفاع", "", "وزير دفاع", nation, f"{mention}r"),) if nation else ()
    ids = (mention, *(role.mention_id for role in roles))
    day, block = f"2031-05-{article % 28 + 1:02}", f"PER {block_key(split_name(name))}"
    return Chain(
        f"c{article:05}.{number:02}", f"a{article:05}", "الضفاف", day, MentionKind.PER, name, ids, (Surface(name, 1),),
        roles, block, company=(f"place {nation or 'سدران'}",),
    )  # fmt: skip


def records_of(chains: Iterable[Chain]) -> Iterator[object]:
    """Yield what the pipeline keeps of chains, and the work that they are."""
    for chain in chains:
        yield Evidence(Stage.IDENTIFY, chain.block, chain.article_id, chain.id, dump_text(chain))
        if key := full_name_key(chain.name):
            yield NameKey(key, chain.block, chain.name, chain.article_id)
        yield Pending(Stage.IDENTIFY, chain.block)


def resolve(store: SQLiteStore) -> None:
    identify(store, LocalEngine(LocalConfig(workers=1)), no_progress)


def add(store: SQLiteStore, chains: Iterable[Chain]) -> None:
    store.apply(Changes(records=list(records_of(chains))))
    resolve(store)


def forget(store: SQLiteStore, *articles: str) -> None:
    changes = Changes()
    forget_articles(store, changes, list(articles))
    store.apply(changes)
    resolve(store)


def found(store: SQLiteStore) -> dict[str, list[str]]:
    kinds = (Entity, Link, BlockEntity, Roster)
    return {kind.__name__: sorted(map(str, store.select(kind))) for kind in kinds}


def at_once(chains: Iterable[Chain]) -> dict[str, list[str]]:
    store = open_store(":memory:", write=True)
    add(store, chains)
    return found(store)


ROWS = st.lists(
    st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NATIONS)), min_size=1, max_size=3), max_size=9
)


SWAPPED = [
    [("أويد لوستن", ""), ("لويد أوستن", ""), ("سامر توريد", "")],
    [("غرشتاين توريد", ""), ("توريد غرشتاين", "")],
    [("توريد غرشتاين", ""), ("سامر توريد", "")],
    [("توريد غرش تاين", ""), ("غرشتاين", ""), ("توريد", "")],
    [("غرشتاين توريد", ""), ("سامر توريد", ""), ("غرشتاين", "")],
    [("غرشتاين توريد", "")],
]


@given(ROWS, st.randoms(), st.integers(0, 3))
@example(SWAPPED, random.Random(1), 0)  # now the one block has more of a person, now the other
@example(SWAPPED, random.Random(2), 2)
@example(SWAPPED, random.Random(3), 3)
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)  # fmt: skip
def test_one_article_at_a_time_gives_what_all_at_once_give(
    rows: list[list[tuple[str, str]]], generator: random.Random, taken: int
) -> None:
    articles = [
        [make_chain(number, name, nation) for name, nation in dict(row).items()] for number, row in enumerate(rows)
    ]
    order = list(articles)
    generator.shuffle(order)
    store = open_store(":memory:", write=True)
    for chains in order:
        add(store, chains)
    assert found(store) == at_once(chain for chains in articles for chain in chains)
    gone = order[:taken]
    for chains in gone:
        forget(store, chains[0].article_id)
    left = [chain for chains in order[taken:] for chain in chains]
    assert found(store) == at_once(left)


def test_an_article_that_is_read_otherwise_leaves_nothing_of_what_it_said() -> None:
    before = [make_chain(number, "توريد غرشتاين", "france") for number in range(4)]
    store = open_store(":memory:", write=True)
    add(store, [*before, make_chain(9, "غرشتاين توريد", "")])
    changes = Changes()
    forget_articles(store, changes, ["a00002"])
    changes.records.extend(records_of([make_chain(2, "توريد غرشتاين", "spain")]))
    store.apply(changes)
    resolve(store)
    now = [make_chain(2, "توريد غرشتاين", "spain") if chain.article_id == "a00002" else chain for chain in before]
    assert found(store) == at_once([*now, make_chain(9, "غرشتاين توريد", "")])


def test_blocks_that_did_not_change_are_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [("توريد غرشتاين", 6), ("غرشتاين توريد", 1), ("سامر توريد", 5), ("هدى غرشتاين", 3)]
    chains = [make_chain(100 * place + number, name, "") for place, (name, times) in enumerate(rows)
              for number in range(times)]  # fmt: skip
    store = open_store(":memory:", write=True)
    add(store, chains)
    given: list[Block] = []

    class Watching(LocalEngine):
        def run(self, stage, items):  # type: ignore[no-untyped-def]
            items = list(items)
            given.extend(items if stage is RESOLVE_BLOCK else ())
            return super().run(stage, items)

    more = make_chain(900, "هدى غرشتاين", "")
    store.apply(Changes(records=list(records_of([more]))))
    identify(store, Watching(LocalConfig(workers=1)), no_progress)
    (block,) = given
    assert block.same == (make_chain(0, "سامر توريد", "").block,)
    # «غرشتاين توريد» is a part of an entity that may change, the other of that block is not.
    assert {chain.name for chain in block.chains} == {"توريد غرشتاين", "غرشتاين توريد", "هدى غرشتاين"}
    assert found(store) == at_once([*chains, more])


def test_where_chains_are_lacking_that_is_said_and_all_are_taken() -> None:
    reversed_name, usual = make_chain(1, "غرشتاين توريد", ""), make_chain(2, "توريد غرشتاين", "")
    first = list(resolve_block(Block(reversed_name.block, (reversed_name,))))
    bearers = tuple(record for record in first if not isinstance(record, (Entity, Link)))
    partly = Block(usual.block, (usual,), before=bearers, same=(reversed_name.block,))  # type: ignore[arg-type]
    assert list(resolve_block(partly)) == [Lacking(usual.block)]
    store = open_store(":memory:", write=True)
    for chain in (reversed_name, usual):
        add(store, [chain])
    assert found(store) == at_once([reversed_name, usual])
    assert store.count(Entity) == 1


def test_what_was_judged_is_resolved_wholly_and_what_is_taken_back_leaves_no_trace(tmp_path: Path) -> None:
    store = open_store(tmp_path / "judged.riwaya", write=True)
    rows = [(number, "نديم الكرمي" if number % 2 else "توريد غرشتاين") for number in range(6)]
    store.apply(Changes(records=[_article(number) for number, _ in rows]))
    chains = [make_chain(number, name, "") for number, name in rows]
    store.apply(Changes(records=[mention for chain in chains for mention in _mentions(chain)]))
    add(store, chains)
    before = found(store)
    persons = sorted(store.select(Entity), key=lambda entity: entity.name)
    sides = [judgement_book.chains_of(store, person) for person in persons]
    made = judgement_book.judge(store, Verdict.MERGE, (sides[0], sides[1]), name="", made="2031-05-04", note="")
    judgement_book.keep(store, made)
    judgement_book.settle_down(store, LocalEngine(LocalConfig(workers=1)))
    assert store.count(Entity) == 1
    assert not store.count(Roster)
    more = make_chain(7, "نديم الكرمي", "")
    store.apply(Changes(records=[_article(7), *_mentions(more)]))
    add(store, [more])
    assert store.count(Entity) == 1
    judgement_book.undo(store, made.id)
    judgement_book.settle_down(store, LocalEngine(LocalConfig(workers=1)))
    assert store.count(Entity) == 2
    forget(store, "a00007")
    assert found(store) == before
    store.close()


def test_one_article_more_on_the_most_named_person_takes_a_part_of_a_second() -> None:
    store = open_store(":memory:", write=True)
    generator = random.Random(3)
    names = ["توريد غرشتاين"] * 9 + ["غرشتاين", "هدى غرشتاين", "غرشتاين توريد"]
    add(store, [make_chain(number, generator.choice(names), generator.choice(NATIONS)) for number in range(3000)])
    started = time.process_time()
    add(store, [make_chain(9000, "توريد غرشتاين", "france")])
    assert time.process_time() - started < 0.5


def _article(number: int) -> Article:
    return Article(
        f"a{number:05}", "p", f"s{number}", 0, "الضفاف", "", "", (), "", (), "2031-05-04", PublishedFrom.STATED, "ar",
        "نصّ", (),
    )  # fmt: skip


def _mentions(chain: Chain) -> list[object]:
    span = Span(0, len(chain.name))
    return [Mention(chain.mention_ids[0], chain.article_id, Field.TEXT, span, chain.name, MentionKind.PER, "", 1.0)]
