"""What the annotate stage finds in one article, and the link of a mention to its entity.

Offsets count code points from the start of `Article.text`, or of `Article.title` where `field` says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from riwaya.model.spans import Span, content_id


class Field(StrEnum):
    """The part of an article that a span points into."""

    TEXT = "text"
    TITLE = "title"


class MentionKind(StrEnum):
    """What a mention names."""

    PER = "PER"
    ORG = "ORG"
    LOC = "LOC"
    GPE = "GPE"
    OUTLET = "OUTLET"
    NORP = "NORP"
    ROLE = "ROLE"
    MISC = "MISC"


class TimeType(StrEnum):
    """TIMEX3 types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Mode(StrEnum):
    """How a statement is rendered: wholly, partly or not at all inside quotation marks."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class TimeFrom(StrEnum):
    """How it is known when something was said or done."""

    STATED = "stated"  # the words beside it say so
    PUBLISHED = "published"  # news of the day on which the article was published
    WRITTEN = "written"  # news of the day on which its words were written, another: put out again, or copied
    DERIVED = "derived"  # as for published, that day being derived itself
    EARLIER = "earlier"  # before that day, not said when («كان قد قال»)
    UNKNOWN = ""


class EventMode(StrEnum):
    """PLOVER contexts of an event as reported."""

    HAPPENED = "happened"
    DENIED = "denied"
    PLANNED = "planned"
    THREATENED = "threatened"


@dataclass(frozen=True, slots=True)
class Mention:
    """A span naming a person, body, place, outlet or nation, or a role («وزير الدفاع الأميركي»).

    No clitic belongs to the span («لبلينكن» gives «بلينكن»); of a role with a holder, `holder_id` is the id
    of the person's mention («وزير الدفاع الأميركي لويد أوستن»), of a role of several that of the first («الرئيسان فلان
    وفلان»): the entities' offices say what each holds.
    """

    id: str
    article_id: str
    field: Field
    span: Span
    text: str
    kind: MentionKind
    holder_id: str
    score: float

    @staticmethod
    def make_id(article_id: str, field: Field, span: Span, kind: MentionKind) -> str:
        """Return the mention's id."""
        return content_id("mention", article_id, field, span.start, span.end, kind)


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression with its TIMEX3 / ISO 8601 value.

    Attributes:
        value: "" where the expression is kept as written but has no possible value (31 فبراير).
        anchor: the ISO date it was resolved against, "" for a fully specified one.
        modifier: early, mid, late, about, before, after, or "".
        flag: "" or what is wrong with it: impossible, weekday-mismatch, dates-differ, out-of-range, tabular (a
            Hijri date beyond the official tables, reckoned by rule and one or two days from what was kept then),
            moving (a feast whose day no rule of the tables gives).
        granularity: the finest unit that the value names (century, decade, year, half, quarter, season, month,
            week, day, part, hour, minute, second), "" for sets and where there is no value.
        other_value: the other reading of an expression that cannot mean both (the day that its weekday names,
            the date that stands beside it in the other calendar), else "".
    """

    id: str
    article_id: str
    field: Field
    span: Span
    text: str
    type: TimeType
    value: str
    anchor: str
    modifier: str
    flag: str
    granularity: str = ""
    other_value: str = ""

    @staticmethod
    def make_id(article_id: str, field: Field, span: Span) -> str:
        """Return the id."""
        return content_id("time", article_id, field, span.start, span.end)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts or measures («أكثر من 1400 صاروخ»: 1400, unit «صاروخ», modifier more)."""

    id: str
    article_id: str
    field: Field
    span: Span
    text: str
    value: float
    unit: str
    modifier: str  # "", more, less, about

    @staticmethod
    def make_id(article_id: str, field: Field, span: Span) -> str:
        """Return the id."""
        return content_id("quantity", article_id, field, span.start, span.end)


@dataclass(frozen=True, slots=True)
class Statement:
    """A proposition that an article attributes to a speaker.

    Attributes:
        span: from the first to the last character of cue, speaker and content, its rest included.
        content: without the cue, the complementiser and enclosing quotation marks; of one in pieces the longest, or
            the one that its cue governs.
        cue: the words that attribute, without an attached و/ف.
        speaker: the noun phrase as written at the cue; for an elided subject, its last mention before;
            None where nothing before names it.
        implicit: the subject is a pronoun or elided.
        via: intermediaries between article and speaker, outermost first.
        distance: spans by which the article keeps its distance: scare quotes, «زعم», «ما سماه».
        force: assert, demand, deny, warn, promise, praise, accuse.
        score: calibrated probability that this is a statement with this content and speaker.
        occasion: where or in what it was said, as the text says beside the cue («مقابلة مع قناة النهر», «بيان»),
            without the preposition; None where the text does not say.
        occasion_kind: interview, press-conference, statement, remarks, post, speech, meeting, call, message, report,
            testimony, broadcast, article or event; "" without an occasion.
        time: when it was said, as in `Time.value`; "" where that is not known.
        time_from: stated (then `time_span` says where), published, written, earlier, or "".
        found_by: rules, or both where the trained reader hears a statement there too, or reader where it alone does.
        content_rest: the other pieces of a content that cue, speaker or an attribution breaks («"..."، قال فلان،
            "..."»), in text order; none of them meets `content` or `cue`.

    Raises:
        ValueError: if the rest leaves `span`, is not in order, or overlaps content or cue.
    """

    id: str
    article_id: str
    span: Span
    content: Span
    content_text: str
    cue: Span
    cue_text: str
    speaker: Span | None
    speaker_text: str
    implicit: bool
    via: tuple[Span, ...]
    addressee: Span | None
    mode: Mode
    distance: tuple[Span, ...]
    force: str
    score: float
    occasion: Span | None = None
    occasion_kind: str = ""
    found_by: str = "rules"
    time: str = ""
    time_from: TimeFrom = TimeFrom.UNKNOWN
    time_span: Span | None = None
    content_rest: tuple[Span, ...] = ()

    def __post_init__(self) -> None:
        for place, piece in enumerate(self.content_rest):
            met = piece.overlaps(self.content) or piece.overlaps(self.cue) or not self.span.contains(piece)
            if met or (place and piece.start < self.content_rest[place - 1].end):
                raise ValueError(f"not the rest of a content: {piece.start}..{piece.end}")

    @property
    def pieces(self) -> tuple[Span, ...]:
        """The whole content in text order: one span, several where it is broken."""
        return tuple(sorted((self.content, *self.content_rest)))

    @staticmethod
    def make_id(article_id: str, content: Span, cue: Span) -> str:
        """Return the statement's id."""
        return content_id("statement", article_id, content.start, content.end, cue.start, cue.end)


@dataclass(frozen=True, slots=True)
class Event:
    """An event coded by PLOVER: its type, who to whom, where and when, and the span that says so.

    Attributes:
        time: as in `Time.value`, "" where it is not known; time_from: stated, published or written (of the lead), or
            "".
    """

    id: str
    article_id: str
    span: Span
    type: str
    mode: EventMode
    actors: tuple[Span, ...]
    targets: tuple[Span, ...]
    place: Span | None
    time: str
    score: float
    time_from: TimeFrom = TimeFrom.UNKNOWN

    @staticmethod
    def make_id(article_id: str, span: Span, event_type: str) -> str:
        """Return the id."""
        return content_id("event", article_id, span.start, span.end, event_type)


@dataclass(frozen=True, slots=True)
class Link:
    """A mention's entity."""

    mention_id: str
    article_id: str
    entity_id: str
    score: float
