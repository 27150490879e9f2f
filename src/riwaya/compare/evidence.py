"""What the compare stage is given: a story's articles with what was read in them."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.model import Article, Entity, Link, Mention, Quantity, Statement, Time


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
    """A story's accounts, and the entities that their links name (for names and offices)."""

    story_id: str
    accounts: tuple[StoryAccount, ...]
    entities: tuple[Entity, ...] = ()
