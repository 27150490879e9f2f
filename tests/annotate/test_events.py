"""Events from triggers and the mentions around them."""

from __future__ import annotations

import pytest

from riwaya.annotate.document import Document
from riwaya.annotate.events import find_events
from riwaya.annotate.mentions import find_mentions
from riwaya.model import Article, Event, EventMode, Field, PublishedFrom, Span, Time, TimeType


def read(text: str, times: tuple[Time, ...] = ()) -> list[Event]:
    article = Article("a", "p", "", 0, "", "", "", (), "", (), "", PublishedFrom.UNKNOWN, "ar", text, ())
    document = Document.read(article, Field.TEXT)
    return find_events(document, find_mentions(document), times)


def parts(event: Event, text: str) -> tuple[str, list[str], list[str]]:
    return event.type, [span.of(text) for span in event.actors], [span.of(text) for span in event.targets]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "التقى وزير الخارجية المصري سامح شكري مع سيرغي لافروف في القاهرة",
            ("CONSULT", ["سامح شكري"], ["سيرغي لافروف"]),
        ),
        ("اتهمت إيران إسرائيل بالهجوم", ("ACCUSE", ["إيران"], ["إسرائيل"])),
        ("قصفت روسيا أوكرانيا ليلا", ("ASSAULT", ["روسيا"], ["أوكرانيا"])),
        ("انسحبت بريطانيا من الاتحاد الأوروبي", ("RETREAT", ["بريطانيا"], ["الاتحاد الأوروبي"])),
    ],
)
def test_actor_stands_behind_the_verb_and_target_in_its_case(
    text: str, expected: tuple[str, list[str], list[str]]
) -> None:
    assert parts(read(text)[0], text) == expected


def test_place_is_named_by_its_preposition() -> None:
    text = "التقى سامح شكري مع سيرغي لافروف في القاهرة"
    place = read(text)[0].place
    assert place is not None
    assert place.of(text) == "القاهرة"


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("لم تقصف روسيا أوكرانيا", EventMode.DENIED),
        ("سيلتقي سامح شكري مع سيرغي لافروف", EventMode.PLANNED),
        ("التقى سامح شكري مع سيرغي لافروف", EventMode.HAPPENED),
    ],
)
def test_mode_follows_negation_and_future(text: str, mode: EventMode) -> None:
    assert read(text)[0].mode is mode


def test_time_is_the_sentence_s_own() -> None:
    text = "قصفت روسيا أوكرانيا أمس"
    start = text.index("أمس")
    time = Time("t", "a", Field.TEXT, Span(start, start + 3), "أمس", TimeType.DATE, "2024-06-24", "", "", "")
    assert read(text, (time,))[0].time == "2024-06-24"


def test_a_trigger_without_actor_and_target_is_no_event() -> None:
    assert read("كان القصف عنيفا") == []
