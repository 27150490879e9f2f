"""The group part of compare: stories that changed, or whose articles' entities changed, are compared again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from riwaya.compare import COMPARE_STORY, StoryAccount, StoryBundle
from riwaya.engine.contract import Engine
from riwaya.model import Alignment, Claim, Stage, Story
from riwaya.pipeline.identifying import pending_portions
from riwaya.pipeline.progress import Progress
from riwaya.search.reading import Account, read_accounts
from riwaya.store.contract import Changes, Pending, Store

_STORIES_A_CHANGE = 400
_ARTICLES_A_READING = 300


def compare(store: Store, engine: Engine, progress: Progress) -> None:
    """Align the statements of every pending story."""
    total = store.count(Pending, stage=Stage.COMPARE)
    done = 0
    for keys in pending_portions(store, Stage.COMPARE, _STORIES_A_CHANGE):
        changes = Changes()
        changes.run_again(Stage.COMPARE, keys)
        for record_type in (Alignment, Claim):
            changes.remove(record_type, "story_id", keys)
        for outcome in engine.run(COMPARE_STORY, _bundles(store, keys)):
            changes.records.extend(outcome.kept)
        changes.done(Stage.COMPARE, keys)
        store.apply(changes)
        done += len(keys)
        progress("comparison", done, total)


def _bundles(store: Store, keys: Sequence[str]) -> Iterator[StoryBundle]:
    """Yield the stories' accounts; the articles of several stories are read at once."""
    stories = list(store.select(Story, id=list(keys)))
    while stories:
        portion = [stories.pop()]
        while stories and sum(len(story.article_ids) for story in portion) < _ARTICLES_A_READING:
            portion.append(stories.pop())
        ids = [article_id for story in portion for article_id in story.article_ids]
        accounts = {account.article.id: _account(account) for account in read_accounts(store, ids)}
        for story in portion:
            # Without the entities' own records: those grow with every article, and one more name of a head of state
            # would have every story compared again.
            yield StoryBundle(story.id, tuple(accounts[name] for name in story.article_ids if name in accounts))


def _account(account: Account) -> StoryAccount:
    return StoryAccount(
        article=account.article,
        statements=account.statements,
        mentions=account.mentions,
        quantities=account.quantities,
        times=account.times,
        links=account.links,
    )
