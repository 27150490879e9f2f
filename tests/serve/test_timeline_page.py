"""The page of a timeline: right to left, self-contained, every entry listed and drawn."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from lxml import html

from riwaya.errors import UsageError
from riwaya.model import ClueKind, Dating, Story
from riwaya.model.annotations import Field
from riwaya.model.dating import Bearing, DatingEvidence
from riwaya.model.pages import PublishedFrom
from riwaya.model.spans import Span
from riwaya.search.timeline import TimelineEntry, story_timeline
from riwaya.serve.datings import dating_headline, evidence_line
from riwaya.serve.day_chart import DayBlock, Dot, draw_days
from riwaya.serve.timeline_page import render_timeline
from riwaya.serve.words import WORDS
from riwaya.store.sqlite import SQLiteStore


@pytest.fixture
def entries(demo_store: SQLiteStore) -> list[TimelineEntry]:
    return story_timeline(demo_store, max(demo_store.select(Story), key=lambda story: len(story.article_ids)))


def test_the_page_needs_nothing_else_and_runs_from_the_right(entries: list[TimelineEntry]) -> None:
    page = render_timeline(entries, title="سد")
    assert not re.findall(r"""(?:src|href)=["'](?!#)""", page)
    assert "<script" not in page and "@import" not in page
    root = html.fromstring(page)
    assert root.get("dir") == "rtl"
    assert html.fromstring(render_timeline(entries, title="x", language="en")).get("dir") == "ltr"
    with pytest.raises(UsageError):
        render_timeline(entries, title="x", language="fr")


def test_every_entry_is_listed_and_drawn_once(entries: list[TimelineEntry]) -> None:
    root = html.fromstring(render_timeline(entries, title="سد"))
    numbers = [str(number) for number in range(1, len(entries) + 1)]
    assert [item.get("id") for item in root.iter("li")] == [f"a{number}" for number in numbers]
    drawn = sorted(int(text.text or 0) for text in root.xpath("//*[contains(@class, 'number')]"))
    assert [str(number) for number in drawn] == numbers


def test_a_less_sure_statement_is_paler_and_says_its_score(entries: list[TimelineEntry]) -> None:
    root = html.fromstring(render_timeline(entries, title="سد", least=1))
    said = [entry.statement.score for entry in entries if entry.statement is not None and entry.statement.score < 1]
    paler = root.xpath("//li[@class='unsure']")
    assert len(paler) == len(said) == len(root.xpath("//*[name()='g'][contains(@class, 'unsure')]"))
    assert sorted(item.xpath(".//small[@class='badge']/bdi/text()")[0] for item in paler) == sorted(
        f"{score:.2f}" for score in said
    )
    assert "badge" not in render_timeline(entries, title="سد", least=0).split("</style>")[1]


def test_every_piece_of_what_is_said_is_marked(entries: list[TimelineEntry]) -> None:
    entry = next(entry for entry in entries if entry.statement is not None and len(entry.excerpt) == 1)
    assert entry.statement is not None
    content = entry.statement.content
    middle = (content.start + content.end) // 2
    first, rest = Span(content.start, middle - 2), Span(middle + 2, content.end)
    broken = replace(entry, statement=replace(entry.statement, content=first, content_rest=(rest,)))
    root = html.fromstring(render_timeline([broken], title="سد"))
    marked = "".join(part.text_content() for part in root.xpath("//li//span[contains(@class, 'content')]"))
    assert marked == first.of(entry.article.text) + rest.of(entry.article.text)


def test_markup_in_a_title_is_text(entries: list[TimelineEntry]) -> None:
    assert "<b>x" not in render_timeline(entries, title="<b>x</b>")


def test_nothing_gives_a_page_without_a_drawing() -> None:
    page = render_timeline([], title="سد")
    assert "<svg" not in page and WORDS["ar"]["timeline_none"] in page


def test_dots_stay_inside_the_drawing_and_time_runs_from_the_right() -> None:
    dots = tuple(Dot(number, "x", 0, derived=False) for number in range(1, 300))
    blocks = [DayBlock("2018-05-09", dots, apart=False), DayBlock("2018-05-12", dots[:3], apart=True)]
    for rtl in (True, False):
        drawn = html.fromstring(str(draw_days(blocks, rtl=rtl)))
        xs = [float(circle.get("cx", "0")) for circle in drawn.iter("circle")]
        assert all(0 < x < 960 for x in xs)
    first, second = [DayBlock("a", dots[:1], apart=False), DayBlock("b", dots[1:2], apart=False)], []
    for rtl in (True, False):
        second.append([float(c.get("cx", "0")) for c in html.fromstring(str(draw_days(first, rtl=rtl))).iter("circle")])
    assert second[0][0] > second[0][1] and second[1][0] < second[1][1]


def test_a_derived_date_is_said_to_be_derived_with_its_reasons() -> None:
    word = DatingEvidence(
        ClueKind.WRITTEN_WEEKDAY, Bearing.PAST, Field.TEXT, Span(0, 11), "اليوم الأحد", "XXXX-WXX-7", ""
    )
    office = DatingEvidence(ClueKind.OFFICE, Bearing.OPEN, Field.TEXT, Span(0, 4), "وزير", "2021-01-22/2025-01-20", "")
    days = ("2024-06-16", "2024-06-23")
    dating = Dating("a", "2024-06-16", "2024-06-23", days, PublishedFrom.INFERRED, (word, office))
    plain = dating_headline(dating, WORDS["ar"]).replace("\u2068", "").replace("\u2069", "")
    assert plain.startswith("تاريخ مستنتج: بين 2024-06-16 و2024-06-23")
    lines = [evidence_line(one, WORDS["ar"]).replace("\u2068", "").replace("\u2069", "") for one in dating.evidence]
    assert "«اليوم الأحد»" in lines[0] and "بين 2021-01-22 و2025-01-20" in lines[1]
    for language in WORDS:
        for kind in ClueKind:
            assert f"clue_{kind.value}" in WORDS[language]
