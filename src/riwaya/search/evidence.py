"""The words of articles that give somebody an office."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from riwaya.model import Article, Entity, Field, Mention

_REACH = 70  # characters on either side of the office


@dataclass(frozen=True, slots=True)
class OfficeEvidence:
    """Where an article gives somebody an office.

    Attributes:
        article_id: of the article.
        words: its own words around the office, on one line.
        score: how likely the words are read rightly and are said of this entity, from 0 to 1.
    """

    article_id: str
    words: str
    score: float


def office_evidence(
    entity: Entity,
    articles: Mapping[str, Article],
    mentions: Mapping[str, Sequence[Mention]],
    links: Mapping[str, float],
) -> dict[str, OfficeEvidence]:
    """Return what articles say of the offices of an entity, by the mention's id that the office has as evidence.

    Args:
        entity: whose offices they are.
        articles: by id, those that name the entity.
        mentions: theirs, by the article's id.
        links: how likely a mention is the entity's, by its id.
    """
    wanted = {name for office in entity.offices for name in office.evidence if ":" not in name}
    found = _found(wanted, mentions.values())
    return {
        name: _quoted(articles[mention.article_id], mention, mention.score * links.get(name, 1.0))
        for name, mention in sorted(found.items())
    }


def _found(wanted: set[str], mentions: Iterable[Sequence[Mention]]) -> dict[str, Mention]:
    return {mention.id: mention for each in mentions for mention in each if mention.id in wanted}


def _quoted(article: Article, mention: Mention, score: float) -> OfficeEvidence:
    text = article.text if mention.field is Field.TEXT else article.title
    line = text.rfind("\n", 0, mention.span.start) + 1
    end = text.find("\n", mention.span.end)
    end = end if end >= 0 else len(text)
    start, stop = mention.span.start - _REACH, mention.span.end + _REACH
    start = text.find(" ", start, mention.span.start) + 1 if start > line else line
    last = text.rfind(" ", mention.span.end, stop) if stop < end else end
    words = text[start or line : last if last > 0 else end].strip()
    quoted = f"{'…' if start > line else ''}{words}{'…' if stop < end else ''}"
    return OfficeEvidence(article.id, quoted, round(score, 3))
