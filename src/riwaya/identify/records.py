"""What the identify stage hands from its map part to its group part."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.knowledge.offices import Term
from riwaya.knowledge.own import OwnBody
from riwaya.model import MentionKind
from riwaya.model.judgements import Verdict

JOINED = 0.9
"""The most that a chain's score can be in a person of another block."""


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
        status: as `riwaya.knowledge.roles.Status` has it.
    """

    office: str
    of: str
    key: str
    nation: str
    mention_id: str
    status: str = "held"


@dataclass(frozen=True, slots=True)
class SeenChange:
    """A dated beginning or end of a term that an article tells.

    Attributes:
        office, of, key, nation: as in `SeenRole`.
        edge: start, end, called (to form a government), or over (somebody else has the office).
        day: ISO year, month or day, "" for what is over.
        mention_id: the role's mention beside which it stands.
    """

    office: str
    of: str
    key: str
    nation: str
    edge: str
    day: str
    mention_id: str


@dataclass(frozen=True, slots=True)
class Chain:
    """The mentions of one entity in one article.

    Attributes:
        name: the fullest form, as written.
        surfaces: forms with counts, most frequent first.
        block: the chains that may be one entity across articles share it.
        past: roles that the article calls over («الوزير السابق»).
        changes: dated beginnings and ends of terms.
        company: blocks of what else the article names, persons first.
        told: what is said beside a person's name: dead, age, trade (`riwaya.identify.described`).
        homes: states whose adjective stands before a person's name.
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
    past: tuple[SeenRole, ...] = ()
    changes: tuple[SeenChange, ...] = ()
    company: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    homes: tuple[str, ...] = ()

    def __hash__(self) -> int:
        """Return the hash of the id alone, so that what follows from a chain can be kept by it."""
        return hash(self.id)


@dataclass(frozen=True, slots=True)
class Judged:
    """A person's judgement with what it names in this store: ids of chains."""

    id: str
    verdict: Verdict
    one: tuple[str, ...]
    other: tuple[str, ...]
    name: str
    rests_on: tuple[str, ...] = ()  # splits without whose parts it says nothing
    made: str = ""  # ISO time


@dataclass(frozen=True, slots=True)
class Bearer:
    """A person as one block alone has them: all that other blocks and the next run need to know.

    Attributes:
        number: among the block's persons, in the order in which they are found.
        names: folded names with the number of chains.
        nations: of the offices.
        discriminator: as in `riwaya.identify.person.Person`.
        members: ids of the chains with the probability that each belongs here.
        entity_id: the entity that the bearer is, or is a part of.
        joined: a person of another block is the same one and has more chains.
    """

    block: str
    number: int
    names: tuple[tuple[tuple[str, ...], int], ...]
    nations: tuple[str, ...]
    discriminator: str
    members: tuple[tuple[str, float], ...]
    entity_id: str = ""
    joined: bool = False

    def links(self) -> tuple[tuple[str, float], ...]:
        """Return the chains with the scores of their links: that two blocks mean one person is less sure."""
        return tuple((chain, min(score, JOINED)) for chain, score in self.members) if self.joined else self.members


@dataclass(frozen=True, slots=True)
class Block:
    """All chains of persons with one block key, in any order; `known`: the user's own terms under this key.

    Blocks that a judgement joins, or one name with two keys, are resolved as one: each chain says of which it is.

    Attributes:
        before: the bearers of all blocks as they were found last time, where only what differs is wanted.
        same: keys of blocks whose chains are the same as then; of them, `chains` need not hold any.
    """

    key: str
    chains: tuple[Chain, ...]
    known: tuple[Term, ...] = ()
    judged: tuple[Judged, ...] = ()
    before: tuple[Bearer, ...] = ()
    same: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lacking:
    """What a block yields alone when an entity changed of which it does not hold all chains: all have to be given."""

    key: str


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
    """A block of bodies, places, nations or other things, which is one entity: only its names have to be counted.

    Attributes:
        own: what the user's own table says of it.
        identity: of the entity where judgements made it of several blocks or of a part of one; else that of the block.
        shown: the name that people chose, "" if none.
    """

    key: str
    names: tuple[NameCount, ...]
    own: OwnBody | None = None
    identity: str = ""
    shown: str = ""
