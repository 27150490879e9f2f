"""Gold files of both forms, and lines that cannot be used."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import pytest

from riwaya.annotate.statements.gold import (
    BadLine,
    GoldArticle,
    GoldText,
    gold_names,
    read_gold,
    read_texts,
)
from riwaya.annotate.statements.written_names import name_at
from riwaya.model import Mode, Span

TEXT = "قال الوزير إن السد آمن. وأضاف أن السد آمن فعلا، وفقا لوكالة النهر."
SAID = {"content": "السد آمن", "cue": "قال", "speaker": "الوزير", "via": [], "mode": "indirect", "nth": None}


def _inline(**changes: Any) -> str:
    said = SAID | changes
    return json.dumps({"docno": "a", "src": "المدى", "date": "2025-03-01", "text": TEXT, "statements": [said]})


def _stand_off(**changes: Any) -> str:
    record = {
        "docno": "a", "sha256": hashlib.sha256(TEXT.encode()).hexdigest(), "people": {},
        "spans": [[0, 3, "CUE", "x"], [4, 10, "SPK", "x"], [14, 22, "CNT", "x"], [4, 10, "ROLE", "1"],
                  [25, 29, "CUE", "y"], [33, 46, "CNT", "y"], [25, 29, "CUE", "z"]],
        "notes": {"y": {"implicit": "الوزير", "resolved": "سامر الحداد", "via": "وكالة النهر|الوزارة"}},
    }  # fmt: skip
    return json.dumps(record | changes)


def _only(line: str, texts: dict[str, GoldText] | None = None) -> GoldArticle | BadLine:
    (item,) = read_gold([line], texts or {})
    return item


def test_an_inline_content_is_found_at_the_occurrence_it_names() -> None:
    first, second = _only(_inline()), _only(_inline(nth=2, cue="أضاف"))
    assert isinstance(first, GoldArticle)
    assert isinstance(second, GoldArticle)
    assert (first.statements[0].content, first.statements[0].cue) == (Span(14, 22), Span(0, 3))
    assert (second.statements[0].content, second.statements[0].cue) == (Span(33, 41), Span(25, 29))
    assert (first.article.outlet, first.article.published, first.end) == ("المدى", "2025-03-01", len(TEXT))


def test_stand_off_spans_give_statements_with_what_the_notes_add() -> None:
    item = _only(_stand_off(), {"a": GoldText(TEXT, "المدى")})
    assert isinstance(item, GoldArticle)
    first, second = item.statements
    assert (first.content.of(TEXT), first.speaker, first.via, first.mode) == ("السد آمن", "الوزير", (), Mode.INDIRECT)
    assert (second.speaker, second.resolved, second.via) == ("الوزير", "سامر الحداد", ("وكالة النهر", "الوزارة"))


def test_a_name_behind_lam_has_its_article_again() -> None:
    text = "وفقا للقناة وبحسب للجنة، الجسر آمن."
    assert name_at(text, Span(6, 11)) == "القناة"
    committee = text.index("للجنة") + 1
    assert name_at(text, Span(committee, committee + 4)) == "اللجنة"
    assert name_at("قال لبنان", Span(4, 9)) == "لبنان"


def test_a_record_of_the_wrong_type_is_named() -> None:
    bad = _only('{"docno": "a-7", "text": "x", "statements": [{"content": 5}]}')
    assert isinstance(bad, BadLine)
    assert bad.reason.startswith("a-7: ")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "truncated"),
        (json.dumps({"docno": "a", "text": TEXT}), "neither"),
        (_inline(content="السد مغلق"), "does not stand"),
        (_inline(content=""), "does not stand"),
        (_inline(nth=3), "3 times"),
        (_inline(cue="نفى"), "cue"),
        (_inline(mode="loud"), "loud"),
        (_inline(speaker=None), "speaker"),
        (json.dumps({"docno": "a", "statements": []}), "no text"),
        (_stand_off(), "no text of a"),
    ],
)
def test_a_bad_line_is_named_with_its_number_and_the_rest_is_read(line: str, reason: str) -> None:
    bad, good = read_gold(["", line, _inline()], {})
    assert isinstance(bad, BadLine)
    assert bad.line == 2
    assert reason in bad.reason
    assert "\n" not in bad.reason
    assert isinstance(good, GoldArticle)
    assert good.line == 3


def test_another_text_than_the_offsets_were_made_on_is_refused() -> None:
    item = _only(_stand_off(), {"a": GoldText(TEXT + " ")})
    assert isinstance(item, BadLine)
    assert "not the one" in item.reason
    beyond = _only(_stand_off(sha256="", spans=[[0, 900, "CNT", "x"]]), {"a": GoldText(TEXT)})
    assert isinstance(beyond, BadLine)
    assert "900" in beyond.reason


def test_texts_are_read_for_the_names_that_need_them() -> None:
    names = gold_names([_inline(), _stand_off(docno="b"), "{"])
    assert names == {"b"}
    rows = [json.dumps({"docno": "a", "text": "x"}), "nothing", json.dumps({"id": "b", "text": "y", "outlet": "المدى"})]
    assert dict(read_texts(rows, names)) == {"b": GoldText("y", "المدى")}
