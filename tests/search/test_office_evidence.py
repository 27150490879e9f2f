"""The words of articles that give an office are shown beside it."""

from __future__ import annotations

from tests.identify.test_chains import make_article

from riwaya.model import Entity, Field, Mention, MentionKind, Office, Span
from riwaya.search.evidence import office_evidence


def _shown(text: str, role: str) -> str:
    span = Span(text.index(role), text.index(role) + len(role))
    mention = Mention("m1", "a1", Field.TEXT, span, role, MentionKind.ROLE, "", 0.9)
    office = Office(role, "", "", "", ("m1", "table:some.office:2020"))
    entity = Entity("e1", MentionKind.PER, "كريم الحداد", ("كريم الحداد",), "", "", (office,))
    found = office_evidence(entity, {"a1": make_article(text)}, {"a1": [mention]}, {"m1": 0.5})
    assert list(found) == ["m1"] and found["m1"].article_id == "a1"
    assert found["m1"].score == 0.45
    return found["m1"].words


def test_words_of_a_short_line_are_shown_whole() -> None:
    text = "قال سليم سعد.\nأعلن وزير الري كريم الحداد الخطة.\nثم غادر."
    assert _shown(text, "وزير الري") == "أعلن وزير الري كريم الحداد الخطة."


def test_words_of_a_long_line_are_cut_between_words() -> None:
    text = f"{'كلمة ' * 40}أعلن وزير الري كريم الحداد {'كلمة ' * 40}."
    words = _shown(text, "وزير الري")
    assert words.startswith("…كلمة") and words.endswith("كلمة…") and "وزير الري كريم الحداد" in words
    assert words.strip("…") in text
