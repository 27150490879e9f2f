"""What the stories stage keeps and is given: dossiers, windows of dossiers, ties between articles, components."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.model import Clue, Dating, Mention, Origin, Quantity, Statement, Time


@dataclass(frozen=True, slots=True)
class ArticleReading:
    """What annotate found in one article: all that a dossier is made from besides the article itself."""

    mentions: tuple[Mention, ...] = ()
    times: tuple[Time, ...] = ()
    statements: tuple[Statement, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    clues: tuple[Clue, ...] = ()


@dataclass(frozen=True, slots=True)
class Dossier:
    """An article's evidence for saying which event it is about: small, and plain enough for JSON.

    Attributes:
        published: as in the article.
        first_day, last_day: the day range of `published` as ISO dates, "" if unknown.
        length: words of the text.
        terms: search forms of the whole text with weights, heaviest first, of unit length together.
        title_terms: those of the title; lead_terms: those of title, standfirst and first sentences.
        specific_terms: the terms that narrow down most what the article is about.
        names: keys of persons and bodies with weights, of unit length together.
        places: (key, as written) of places, most named first.
        days: days in which the article sets what it reports, most named first: ISO dates, or XXXX-WXX-4 for a Thursday.
        sketch: the smallest hashes of the text's word shingles: equal for copies.
        keys: what an undated article is looked up by (`shares_keys`).
        clues: what an undated article's words tell of its day; empty for a dated one.
    """

    article_id: str
    outlet: str
    title: str
    published: str
    first_day: str
    last_day: str
    length: int
    terms: tuple[tuple[str, float], ...]
    title_terms: tuple[tuple[str, float], ...]
    lead_terms: tuple[tuple[str, float], ...]
    specific_terms: tuple[tuple[str, float], ...]
    names: tuple[tuple[str, float], ...]
    places: tuple[tuple[str, str], ...]
    days: tuple[str, ...]
    sketch: tuple[int, ...]
    keys: tuple[str, ...]
    clues: tuple[Clue, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleTie:
    """A pair of articles with the probability that they tell one story; `first` is the smaller id.

    Attributes:
        story: probability that both belong to one story.
        storyline: probability that both belong to one longer thread.
    """

    first: str
    second: str
    story: float
    storyline: float


@dataclass(frozen=True, slots=True)
class Window:
    """Dossiers that are new (or changed) and all those within reach of them.

    A pair is scored if at least one of the two is fresh; `known` may hold more than is in reach, and may repeat
    fresh ones.
    """

    key: str
    fresh: tuple[Dossier, ...]
    known: tuple[Dossier, ...]


@dataclass(frozen=True, slots=True)
class Component:
    """All articles that bonds connect, directly or through others, with all ties between them.

    Attributes:
        published: each article's id with its `published`.
    """

    published: tuple[tuple[str, str], ...]
    ties: tuple[ArticleTie, ...]

    @property
    def name(self) -> str:
        """The smallest article id."""
        return min(article_id for article_id, _ in self.published)


@dataclass(frozen=True, slots=True)
class Thread:
    """Groups of article ids: each is a story, and together they are one longer thread (of one story, if alone)."""

    groups: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class StoryEvidence:
    """The dossiers of one story's articles, those of their origins that are known, and when undated ones are from."""

    dossiers: tuple[Dossier, ...]
    origins: tuple[Origin, ...] = ()
    datings: tuple[Dating, ...] = ()

    @property
    def name(self) -> str:
        """The smallest article id."""
        return min(dossier.article_id for dossier in self.dossiers)
