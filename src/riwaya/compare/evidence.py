"""What the compare stage is given: a story's articles with what was read in them."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.model import Article, Link, Mention, Quantity, Statement, Time


@dataclass(frozen=True, slots=True)
class StoryAccount:
    """One article of a story with its annotations."""

    article: Article
    statements: tuple[Statement, ...]
    mentions: tuple[Mention, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    times: tuple[Time, ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class StoryBundle:
    """A story's accounts.

    Without the entities' own records: those grow with every article, and one more name of a head of state would have
    every story compared again.
    """

    story_id: str
    accounts: tuple[StoryAccount, ...]
