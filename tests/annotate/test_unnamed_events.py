"""Events without a named party."""

from __future__ import annotations

import pytest

from riwaya.annotate import annotate
from riwaya.annotate.document import Document
from riwaya.annotate.events import find_events
from riwaya.annotate.mentions import find_mentions
from riwaya.annotate.unnamed_events import find_unnamed_events
from riwaya.model import Article, Event, EventMode, Field, PublishedFrom


def article(text: str) -> Article:
    return Article(
        "a", "p", "", 0, "", "", "", (), "", (), "2018-05-10", PublishedFrom.STATED, "ar", text, ()
    )  # fmt: skip


def read(text: str) -> list[Event]:
    document = Document.read(article(text), Field.TEXT)
    mentions = find_mentions(document)
    return find_unnamed_events(document, mentions, find_events(document, mentions, ()))


@pytest.mark.parametrize(
    ("text", "kind", "parties"),
    [
        ("قتل خمسة أشخاص أمس في تفجير قرب السوق.", "ASSAULT", ["خمسة أشخاص"]),
        ("وأصيب ما لا يقل عن 10 مدنيين جراء غارات ليلية.", "ASSAULT", ["ما لا يقل عن 10 مدنيين"]),
        ("أعلن المسعفون مقتل 12 شخصا في هجوم على مقهى.", "ASSAULT", ["12 شخصا"]),
        ("قتل ثلاثون شخصا في تفجير هز السوق.", "ASSAULT", ["ثلاثون شخصا"]),
        ("سمع دوي في العاصمة حين وقع هجوم على مخفر.", "ASSAULT", []),
        ("انفجرت سيارة مفخخة أمام المخفر.", "ASSAULT", []),
        ("تظاهر المئات أمس أمام البلدية.", "PROTEST", ["المئات"]),
    ],
)
def test_an_attack_or_a_march_is_told_by_its_words(text: str, kind: str, parties: list[str]) -> None:
    (event,) = read(text)
    assert (event.type, [span.of(text) for span in (*event.actors, *event.targets)]) == (kind, parties)


@pytest.mark.parametrize(
    "text",
    [
        "قتل خمسة أشخاص في حادث سير قرب السوق.",
        "قتل خمسة أشخاص في حريق بمصنع.",
        "هز انفجار أنبوب غاز الحي.",
        "قتل خمسة أشخاص منذ بدء الهجوم.",
        "خرج الآلاف إلى الشوارع احتفالا بالفوز.",
    ],
)
def test_what_may_be_an_accident_or_a_feast_is_left(text: str) -> None:
    assert read(text) == []


def test_a_denied_attack_is_marked() -> None:
    (event,) = read("ولم تستهدف غارة الحي. نفى المتحدث مقتل 3 مدنيين في غارة.")
    assert event.mode is EventMode.DENIED


def test_such_an_event_gets_its_day() -> None:
    text = "أعلنت البلدية خطتها. وقتل خمسة أشخاص الثلاثاء في هجوم على مقهى."
    events = [record for record in annotate(article(text)) if isinstance(record, Event)]
    assert [(event.type, event.time) for event in events] == [("ASSAULT", "2018-05-08")]
