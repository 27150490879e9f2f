"""What the reuse stage is given: a pair of articles, or one account with what was found about it."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.model import Article, Mention, Passage, Statement


@dataclass(frozen=True, slots=True)
class ArticlePair:
    """Two articles that share fingerprints; which one is called first makes no difference to the result."""

    first: Article
    second: Article

    @property
    def name(self) -> str:
        """Both ids, in ascending order."""
        return " ".join(sorted((self.first.id, self.second.id)))


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An article with which an account shares passages."""

    article_id: str
    outlet: str
    credits: tuple[str, ...]
    dateline: str
    published: str = ""


@dataclass(frozen=True, slots=True)
class AccountEvidence:
    """One article with its statements and mentions, its side of the passages found, and the other sides' articles."""

    article: Article
    statements: tuple[Statement, ...] = ()
    mentions: tuple[Mention, ...] = ()
    passages: tuple[Passage, ...] = ()
    neighbours: tuple[Neighbour, ...] = ()
