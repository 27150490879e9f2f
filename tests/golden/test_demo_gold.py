from __future__ import annotations

import codecs
from collections import Counter
from datetime import date
from itertools import groupby

import pytest

from golden.demo_gold import DEMO, GoldArticle, load_gold, locate, page_file, visible_text
from riwaya.errors import Reason
from riwaya.model import PublishedFrom

GOLD = load_gold()
ARTICLES = {(article.page, article.position): article for article in GOLD.articles}
FIRST = {article.page: article for article in GOLD.articles if article.position == 0}


def _files() -> list[str]:
    return sorted(str(path.relative_to(DEMO)) for path in DEMO.rglob("*.*"))


def _text(page: str) -> str:
    name, _, position = page.partition("@")
    return ARTICLES[name, int(position or 0)].text


def test_the_newsroom_is_as_large_and_as_mixed_as_promised() -> None:
    pages = [name for name in _files() if not name.startswith("rejected/")]
    kinds = Counter(name.rsplit(".", 1)[1] for name in pages)
    assert len({name.split("/")[0] for name in pages}) >= 6
    assert len(pages) >= 32
    assert kinds["txt"] >= 6
    assert kinds["xml"] == 1
    assert sum(article.page.startswith("wire/feed.xml#") for article in GOLD.articles) >= 3
    assert sum(article.charset == "windows-1256" for article in GOLD.articles) >= 5


def test_every_file_has_gold_and_every_gold_its_file() -> None:
    named = {article.page.partition("#")[0] for article in GOLD.articles} | {each.page for each in GOLD.rejections}
    assert named == set(_files())


@pytest.mark.parametrize("article", GOLD.articles, ids=lambda article: f"{article.page}@{article.position}")
def test_golden_strings_stand_in_the_page(article: GoldArticle) -> None:
    shown = visible_text(article.page, article.charset)
    for line in article.text.split("\n"):
        assert line in shown
    for string in (article.title, article.standfirst, article.dateline, *article.authors, *article.credits):
        assert string in shown
    assert article.text.startswith(article.first)
    assert article.text.endswith(article.last)
    for string in article.not_in_text:
        assert string in shown
        assert string not in article.text


def test_legacy_pages_are_windows_1256_and_their_declarations_differ() -> None:
    declared = set()
    for article in GOLD.articles:
        content = page_file(article.page).read_bytes()
        if article.charset == "windows-1256":
            with pytest.raises(UnicodeDecodeError):
                content.decode("utf-8")
            head = content[:600].lower()
            declared.add(next((name for name in (b"windows-1256", b"utf-8", b"iso-8859-1") if name in head), None))
        else:
            assert codecs.decode(content, "utf-8")
    assert declared == {b"windows-1256", b"utf-8", b"iso-8859-1", None}


def test_dates_are_known_in_a_way_the_model_has() -> None:
    for article in GOLD.articles:
        assert date.fromisoformat(article.date).year == 2025
        assert PublishedFrom(article.published_from)
        assert article.published in ("", article.date)
        assert (article.published == "") == (article.published_from == "unknown")
    assert {"stated", "derived", "unknown"} <= {article.published_from for article in GOLD.articles}


def test_the_undated_page_shows_no_date_of_its_own() -> None:
    derived = [article for article in GOLD.articles if article.published_from == "derived"]
    assert derived
    assert all("2025" not in visible_text(article.page, article.charset) for article in derived)


def test_statements_stand_in_their_article() -> None:
    for statement in GOLD.statements:
        text = _text(statement.page)
        start, end = locate(text, statement.content, statement.nth)
        cue = locate(text, statement.cue, statement.cue_nth)
        assert cue[1] <= start or end <= cue[0], statement
        for name in (statement.speaker, statement.addressee, *statement.via):
            # An attached «لـ» swallows the article's alif: «للصحافيين» names الصحافيين.
            assert name is None or name in text or "لل" + name.removeprefix("ال") in text, statement
        assert statement.mode in {"direct", "mixed", "indirect"}
    assert len(GOLD.statement_pages) >= 12
    assert {statement.mode for statement in GOLD.statements} == {"direct", "mixed", "indirect"}
    assert any(statement.via for statement in GOLD.statements)
    assert any(statement.implicit for statement in GOLD.statements)


def test_statements_are_numbered_from_zero_within_their_page() -> None:
    for _, group in groupby(GOLD.statements, key=lambda statement: statement.page):
        indices = [statement.index for statement in group]
        assert indices == list(range(len(indices)))


def test_times_stand_in_their_article_in_order() -> None:
    for page, group in groupby(GOLD.times, key=lambda time: time.page):
        starts = [locate(_text(page), time.text, time.nth)[0] for time in group]
        assert starts == sorted(starts)
    assert len(GOLD.time_pages) >= 8


def test_every_form_of_a_name_stands_in_its_article() -> None:
    for person in GOLD.people:
        assert person.forms
        assert all(form in _text(person.page) for form in person.forms), person
    variants: dict[str, set[str]] = {}
    for person in GOLD.people:
        variants.setdefault(person.canonical, set()).update(form for form in person.forms if " " in form)
    assert sum(len(forms) > 1 for forms in variants.values()) >= 5


def test_offices_are_held_by_people_of_the_newsroom_under_titles_it_uses() -> None:
    canonical = {person.canonical for person in GOLD.people}
    texts = "\n".join(article.text for article in GOLD.articles)
    for office in GOLD.offices:
        assert office.holder in canonical
        assert all(label in texts for label in office.labels), office
    assert any(len(office.labels) == 3 for office in GOLD.offices)


def test_stories_cover_every_article_once() -> None:
    placed = [page for story in GOLD.stories for page in story.pages]
    expected = [article.page + ("@1" if article.position else "") for article in GOLD.articles]
    assert sorted(placed) == sorted(expected)
    told = [story for story in GOLD.stories if len(story.pages) >= 4]
    assert len(told) == 5
    assert sum(story.storyline is not None for story in told) == 3
    assert len([story for story in GOLD.stories if len(story.pages) == 1]) >= 2


def test_passages_stand_in_both_pages() -> None:
    for passage in GOLD.passages:
        assert passage.excerpt in _text(passage.page), passage
        assert passage.other_excerpt in _text(passage.other_page), passage
        assert (passage.kind == "verbatim") == (passage.excerpt == passage.other_excerpt)
    assert {passage.kind for passage in GOLD.passages} == {"verbatim", "edited"}


def test_alignments_join_statements_of_different_pages_of_one_story() -> None:
    contents = {(statement.page, statement.index): statement.content for statement in GOLD.statements}
    story = {page: each.story for each in GOLD.stories for page in each.pages}
    seen = set()
    for pair in GOLD.alignments:
        assert contents[pair.page, pair.index] == pair.content
        assert contents[pair.other_page, pair.other_index] == pair.other_content
        assert pair.page != pair.other_page
        assert story[pair.page] == story[pair.other_page]
        key = frozenset({(pair.page, pair.index), (pair.other_page, pair.other_index)})
        assert key not in seen, pair
        seen.add(key)
    assert {pair.label for pair in GOLD.alignments} == {"same", "part", "contradict"}


def test_origins_name_a_page_and_say_whether_it_credits_them() -> None:
    for origin in GOLD.origins:
        article = FIRST[origin.page]
        shown = visible_text(origin.page, article.charset)
        assert (origin.origin in shown or origin.origin.replace("ي", "ى") in shown) == origin.credited, origin
    assert {origin.credited for origin in GOLD.origins} == {True, False}


def test_rejections_use_the_closed_list() -> None:
    assert {Reason(each.reason) for each in GOLD.rejections} == {Reason.NOT_ARABIC, Reason.NO_ARTICLE}


def test_locate_counts_occurrences_from_one() -> None:
    assert locate("أب أب", "أب", 2) == (3, 5)
    with pytest.raises(ValueError):
        locate("أب", "أب", 2)
