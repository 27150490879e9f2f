"""What several articles say together: entities, copied passages, stories, claims."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from riwaya.model.annotations import MentionKind
from riwaya.model.spans import Span, content_id


@dataclass(frozen=True, slots=True)
class Office:
    """An office that an entity held: dates are ISO at the precision known, "" where not known.

    Attributes:
        evidence: ids of role mentions, of an office that is over those first that say so, and of a row of the table of
            offices («table:us.foreign_minister:2021-01-26»).
        status: held, acting, outgoing («المنتهية ولايته»), former (articles say no more than that it is over),
            designate («المكلف»), candidate («المرشح»), shared or rival as in the table.
        seen_from, seen_to: first and last day of articles that call the person so, "" if none is dated.
        ended_by: of a former office whose end no article tells: the day of the first article that calls it over.
        doubted_end: an end that an article tells, though later ones go on calling the person so.
    """

    office: str
    of: str
    start: str
    end: str
    evidence: tuple[str, ...]
    status: str = "held"
    seen_from: str = ""
    seen_to: str = ""
    ended_by: str = ""
    doubted_end: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, body or place; `names` are all forms seen, most frequent first, `name` the fullest.

    `country` (ISO 3166 alpha-2) and `location` (latitude, longitude) where the tables know them.
    """

    id: str
    kind: MentionKind
    name: str
    names: tuple[str, ...]
    name_en: str
    wikidata: str
    offices: tuple[Office, ...]
    country: str = ""
    location: tuple[float, ...] = ()


class Direction(StrEnum):
    """Which way a passage went, seen from the article that holds it."""

    FROM = "from"
    TO = "to"
    UNKNOWN = "unknown"


class PassageKind(StrEnum):
    """Whether the shared words are the same throughout."""

    VERBATIM = "verbatim"
    EDITED = "edited"


@dataclass(frozen=True, slots=True)
class Passage:
    """A span shared with another article; every pair is stored once from each side."""

    id: str
    article_id: str
    span: Span
    other_article_id: str
    other_span: Span
    direction: Direction
    kind: PassageKind
    score: float

    @staticmethod
    def make_id(article_id: str, span: Span, other_article_id: str, other_span: Span) -> str:
        """Return the id."""
        return content_id(
            "passage", article_id, span.start, span.end, other_article_id, other_span.start, other_span.end
        )


class OriginKind(StrEnum):
    """What an account goes back to."""

    AGENCY = "agency"
    READOUT = "readout"
    OUTLET = "outlet"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Origin:
    """What an article's account goes back to, with the spans of its text that show it."""

    article_id: str
    origin: str
    kind: OriginKind
    evidence: tuple[Span, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Story:
    """Articles on one event and its direct follow-ups.

    The id is the hash of the earliest article's id, so it stays when later articles join.
    """

    id: str
    title: str
    article_ids: tuple[str, ...]  # by publication, then id
    start: str
    end: str
    place: str
    storyline_id: str
    independent_origins: int


@dataclass(frozen=True, slots=True)
class Storyline:
    """Stories of one longer thread."""

    id: str
    title: str
    story_ids: tuple[str, ...]


class Label(StrEnum):
    """How two statements, or a claim and an account, relate."""

    SAME = "same"
    PART = "part"
    CONTRADICT = "contradict"


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two statements of different articles of one story that report the same thing said."""

    story_id: str
    statement_id: str
    other_statement_id: str
    label: Label
    score: float


@dataclass(frozen=True, slots=True)
class Account:
    """One article's part in a claim."""

    article_id: str
    statement_id: str
    relation: Label


@dataclass(frozen=True, slots=True)
class Claim:
    """Statements of different accounts that report the same thing said; `text` is the fullest wording."""

    id: str
    story_id: str
    text: str
    speaker_entity_id: str
    accounts: tuple[Account, ...]
    not_found: tuple[str, ...]  # articles of the story whose text does not hold it
