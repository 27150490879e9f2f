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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("مقتل أربعة فلسطينيين برصاص الجيش الإسرائيلي", ("ASSAULT", ["الجيش الإسرائيلي"], ["فلسطينيين"])),
        ("مقتل أربعة فلسطينيين في غزة", ("ASSAULT", [], ["فلسطينيين"])),
        ("قتل أربعة فلسطينيين في مدينة جنين", ("ASSAULT", [], ["فلسطينيين"])),
        ("اغتيال سامح شكري على يد تنظيم القاعدة", ("ASSAULT", ["تنظيم القاعدة"], ["سامح شكري"])),
        ("قتل سامح شكري، أمس، في القاهرة", ("ASSAULT", [], ["سامح شكري"])),
    ],
)
def test_whom_harm_befell_is_the_target_and_the_actor_needs_a_by_phrase(
    text: str, expected: tuple[str, list[str], list[str]]
) -> None:
    assert parts(read(text)[0], text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "وصل سامح شكري فجر السبت إلى موسكو",
        "استدعت إسرائيل السفير الروسي",
        "إعلان إسرائيل عن مقاطعة روسيا",
        "عقدت قمة هلسنكي بين ترامب وبوتين",
        "كان رفض إيران إسرائيل متوقعا",
        "روسيا التي قصفت سوريا والعراق",
        "قصفت روسيا وأوكرانيا",
        "قتل سامح شكري ثلاثة جنود",
        "تناول الخبر اغتيال إسرائيل لعالم بارز",
    ],
)
def test_no_event_where_the_grammar_carries_none(text: str) -> None:
    assert read(text) == []


def test_a_relative_pronoun_is_no_negation() -> None:
    text = "سقط السقف ما أدى إلى مقتل ثلاثة لبنانيين"
    assert [event.mode for event in read(text)] == [EventMode.HAPPENED]
