"""The records: frozen, with spans into stored text. Nothing here reads, writes or decides."""

from riwaya.model.annotations import (
    Event,
    EventMode,
    Field,
    Link,
    Mention,
    MentionKind,
    Mode,
    Quantity,
    Statement,
    Time,
    TimeFrom,
    TimeType,
)
from riwaya.model.dating import Bearing, Clue, ClueKind, Dating, DatingEvidence, dated, timed, timed_event
from riwaya.model.groups import (
    Account,
    Alignment,
    Claim,
    Direction,
    Entity,
    Label,
    Office,
    Origin,
    OriginKind,
    Passage,
    PassageKind,
    Story,
    Storyline,
)
from riwaya.model.pages import (
    Article,
    OtherDate,
    Page,
    PublishedFrom,
    PublishedSource,
    Rejection,
    Removed,
    Stage,
)
from riwaya.model.spans import Span, content_id

__all__ = [
    "Account", "Alignment", "Article", "Bearing", "Claim", "Clue", "ClueKind", "Dating", "DatingEvidence",
    "Direction", "Entity", "Event", "EventMode", "Field", "Label", "Link", "Mention", "MentionKind",
    "Mode", "Office", "Origin", "OriginKind", "OtherDate", "Page", "Passage",
    "PassageKind", "PublishedFrom", "PublishedSource", "Quantity", "Rejection", "Removed", "Span", "Stage", "Statement",
    "Story", "Storyline", "Time", "TimeFrom", "TimeType", "content_id",
    "dated", "timed", "timed_event",
]  # fmt: skip
