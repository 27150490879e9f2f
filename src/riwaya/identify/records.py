"""What the identify stage hands from its map part to its group part."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.model import MentionKind


@dataclass(frozen=True, slots=True)
class Surface:
    """One way in which an article writes a name, and how often."""

    form: str
    count: int


@dataclass(frozen=True, slots=True)
class SeenRole:
    """A role that an article gives to a person.

    Attributes:
        office: as written, without the nation («وزير الدفاع»).
        of: the nation's or body's words as written («الأميركي»), "" if none.
        key: office and nation folded, the same for all wordings («وزير خارجية الولايات المتحدة» too).
        nation: the nation's key, "" if none.
        mention_id: the role's mention.
    """

    office: str
    of: str
    key: str
    nation: str
    mention_id: str


@dataclass(frozen=True, slots=True)
class Chain:
    """The mentions of one entity in one article.

    Attributes:
        name: the fullest form, as written.
        surfaces: forms with counts, most frequent first.
        block: the chains that may be one entity across articles share it.
    """

    id: str
    article_id: str
    outlet: str
    published: str
    kind: MentionKind
    name: str
    mention_ids: tuple[str, ...]
    surfaces: tuple[Surface, ...]
    roles: tuple[SeenRole, ...]
    block: str


@dataclass(frozen=True, slots=True)
class Block:
    """All chains of persons with one block key, in any order."""

    key: str
    chains: tuple[Chain, ...]


@dataclass(frozen=True, slots=True)
class NameCount:
    """How often articles name something of one block by a form, counted over all articles.

    Attributes:
        kind: what the articles' chains take it for.
        form: as written.
        count: mentions.
    """

    kind: MentionKind
    form: str
    count: int


@dataclass(frozen=True, slots=True)
class Thing:
    """A block of bodies, places, nations or other things, which is one entity: only its names have to be counted."""

    key: str
    names: tuple[NameCount, ...]
