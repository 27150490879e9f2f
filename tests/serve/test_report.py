from __future__ import annotations

import re
import time
from dataclasses import replace
from itertools import permutations

import pytest
from lxml import html

from riwaya.errors import UsageError
from riwaya.model import Direction, Passage, PassageKind, Span, Statement, Story
from riwaya.search.story_view import Cell, StoryView, view_story
from riwaya.search.sureness import DEFAULT_SCORE
from riwaya.serve.copies import MOST_EXCERPTS, MOST_PAIRS
from riwaya.serve.report import render_report
from riwaya.serve.words import WORDS
from riwaya.store.sqlite import SQLiteStore


@pytest.fixture
def view(demo_store: SQLiteStore) -> StoryView:
    return view_story(demo_store, max(demo_store.select(Story), key=lambda story: len(story.article_ids)))


def test_the_report_needs_nothing_else(view: StoryView) -> None:
    page = render_report(view)
    assert not re.findall(r"""(?:src|href)=["'](?!#)""", page)
    assert "@import" not in page
    assert "<script" not in page


def test_arabic_comes_first_and_right_to_left_and_english_on_demand(view: StoryView) -> None:
    assert html.fromstring(render_report(view)).get("dir") == "rtl"
    english = html.fromstring(render_report(view, language="en"))
    assert english.get("dir") == "ltr"
    assert english.get("lang") == "en"
    with pytest.raises(UsageError):
        render_report(view, language="fr")


def test_both_languages_have_every_word() -> None:
    assert WORDS["ar"].keys() == WORDS["en"].keys()


def test_every_claim_has_a_cell_for_every_account_and_a_sentence_for_every_one_that_holds_it(view: StoryView) -> None:
    tree = html.fromstring(render_report(view))
    claims = tree.xpath("//div[starts-with(@class, 'claims')]/details")
    sure, less_sure = view.parted(DEFAULT_SCORE)
    assert len(claims) == len(view.claims)
    for shown, row in zip(claims, [*sure, *less_sure], strict=True):
        assert len(shown.xpath("./summary/span[contains(@class, 'cell')]")) == len(view.accounts)
        holding = [cell for cell in row.cells if cell.statement]
        assert len(shown.xpath(".//blockquote")) == len(holding)
        for quote, cell in zip(shown.xpath(".//blockquote"), holding, strict=True):
            assert cell.statement is not None
            assert cell.statement.content_text in quote.text_content()


def test_texts_show_what_is_said_and_claims_the_occasion(view: StoryView) -> None:
    tree = html.fromstring(render_report(view, least=0))
    for number, account in enumerate(view.accounts, start=1):
        for part, spans in (
            ("content", [piece for s in account.statements for piece in s.pieces]),
            ("cue", [s.cue for s in account.statements]),
        ):
            marked = tree.xpath(f"//article[@id='a{number}']//span[contains(@class, '{part}')]")
            letters = len("".join("".join(part.text_content() for part in marked).split()))
            said = {place for span in spans for place in range(span.start, span.end)}
            assert letters == sum(not account.article.text[place].isspace() for place in said)
    occasions = {
        cell.statement.occasion.of(account.article.text)
        for row in view.claims
        for cell, account in zip(row.cells, view.accounts, strict=True)
        if cell.statement and cell.statement.occasion
    }
    assert occasions
    claims = tree.xpath("//div[@class='claims']")[0].text_content()
    assert all(f"{WORDS['ar']['occasion']} {' '.join(occasion.split())}" in claims for occasion in occasions)


def in_two(statement: Statement) -> Statement:
    """Return a statement whose content is parted in its middle, as if something stood there."""
    content = statement.content
    middle = (content.start + content.end) // 2
    piece, rest = Span(content.start, middle - 2), Span(middle + 2, content.end)
    return replace(statement, content=piece, content_rest=(rest,))


def test_every_piece_of_what_is_said_is_marked_in_text_claim_and_sentence(view: StoryView) -> None:
    row = next(row for row in view.claims if row.shown is not None)
    assert row.shown is not None
    broken = in_two(row.shown)
    cells = tuple(replace(c, statement=broken) if c.statement == row.shown else c for c in row.cells)
    account = next(account for account in view.accounts if account.article.id == broken.article_id)
    accounts = tuple(replace(a, statements=(broken,)) if a is account else a for a in view.accounts)
    changed = replace(view, accounts=accounts, claims=(replace(row, shown=broken, cells=cells),))
    tree = html.fromstring(render_report(changed, least=0))
    said = "".join("".join(piece.of(account.article.text) for piece in broken.pieces).split())
    number = view.accounts.index(account) + 1
    for where in ("//q", "//blockquote", f"//article[@id='a{number}']"):
        marked = tree.xpath(f"{where}//span[contains(@class, 'content')]")
        assert said in "".join("".join(part.text_content() for part in marked).split())


def test_what_is_less_sure_stands_apart_folded_and_says_its_score(view: StoryView) -> None:
    scores = sorted(max(cell.statement.score for cell in row.cells if cell.statement) for row in view.claims)
    least = scores[len(scores) // 2]
    sure, less_sure = view.parted(least)
    assert sure and less_sure
    page = html.fromstring(render_report(view, least=least))
    [main] = page.xpath("//div[@class='claims']")
    [folded] = page.xpath("//details[@class='less-sure']")
    assert folded.get("open") is None
    assert len(main.xpath("./details")) == len(sure)
    rows = folded.xpath("./div/details")
    assert len(rows) == len(less_sure)
    for shown, row in zip(rows, less_sure, strict=True):
        assert row.shown is not None
        assert f"أقل يقيناً {row.shown.score:.2f}" in shown.find("summary").text_content()
    marked = page.xpath("//article//span[contains(@class, 'unsure')]/@title")
    assert marked and all("أقل يقيناً 0." in hint for hint in marked)
    assert "less-sure" not in render_report(view, least=0).split("</style>")[1]


def test_what_is_absent_is_said_to_be_not_found_in_this_text(view: StoryView) -> None:
    assert "لم يُعثر عليه في هذا النص" in render_report(view)
    assert "not found in this text" in render_report(view, language="en")


def test_texts_are_whole(view: StoryView) -> None:
    tree = html.fromstring(render_report(view))
    for number, account in enumerate(view.accounts, start=1):
        paragraphs = [part.text_content() for part in tree.xpath(f"//article[@id='a{number}']/p[not(@class)]")]
        expected = [line for line in account.article.text.split("\n") if line.strip()]
        assert paragraphs == expected


def test_markup_in_a_page_stays_text(view: StoryView) -> None:
    story = replace(view.story, title="<script>alert(1)</script>")
    assert "<script>" not in render_report(replace(view, story=story))


def test_a_claim_is_shown_in_the_source_s_own_words_with_what_is_said_marked(view: StoryView) -> None:
    texts = {account.article.id: account.article.text for account in view.accounts}
    tree = html.fromstring(render_report(view, least=0))
    for shown, row in zip(tree.xpath("//summary/span[@class='what']"), view.claims, strict=True):
        assert row.shown is not None
        own_words = " […] ".join(span.of(texts[row.shown.article_id]) for span in row.excerpt)
        assert " ".join(shown.find("q").text_content().split()) == " ".join(own_words.split())
        marked = "".join(shown.xpath(".//q/span[contains(@class, 'content')]/text()"))
        assert marked == row.shown.content_text


def test_a_speaker_that_only_the_context_gives_is_marked_as_resolved(view: StoryView) -> None:
    tree = html.fromstring(render_report(view, least=0))
    labels = [label.text_content() for label in tree.xpath("//summary//span[@class='by']")]
    for label, row in zip(labels, view.claims, strict=True):
        assert row.shown is not None
        assert row.shown.speaker_text in label
        assert ("الفاعل مضمر" in label) == row.shown.implicit
    assert any(row.shown.implicit for row in view.claims if row.shown)


def test_a_clock_is_shown_with_its_zone(view: StoryView) -> None:
    (table_element,) = html.fromstring(render_report(view)).xpath("//table[@class='accounts']")
    table = table_element.text_content().replace("\u00a0", " ")
    assert re.search(r"\d{2}:\d{2} بتوقيت", table)
    assert not re.search(r"\d{2}:\d{2}(?! بتوقيت)", table)


def test_the_title_is_said_to_be_an_account_s_headline_and_a_single_story_has_no_storyline(view: StoryView) -> None:
    assert view.titled_by is not None
    assert f"العنوان كما ورد في <bdi>{view.titled_by.outlet}</bdi>" in render_report(view)
    page = html.fromstring(render_report(view)).xpath("//header")[0].text_content()
    assert page.count(view.story.title) == 1


def test_a_story_without_any_date_has_no_empty_axis(view: StoryView) -> None:
    undated = tuple(replace(a, article=replace(a.article, published="")) for a in view.accounts)
    page = render_report(replace(view, accounts=undated))
    assert "<svg" not in page
    assert "لا يُعرف تاريخ نشر أي من هذه الروايات" in page


def copied(view: StoryView, copies: int, spans: list[Span]) -> StoryView:
    """Return the story as so many copies of the account that most claims are shown from, which share the spans."""
    names = [row.shown.article_id for row in view.claims if row.shown]
    model = next(a for a in view.accounts if a.article.id == max(names, key=names.count))
    accounts = tuple(replace(model, article=replace(model.article, id=f"{n:04}")) for n in range(copies))
    rows = []
    for row in view.claims:
        if row.shown is None or row.shown.article_id != model.article.id:
            continue
        held = next(cell for cell in row.cells if cell.article_id == model.article.id)
        cells = tuple(Cell(account.article.id, held.relation, held.statement) for account in accounts)
        rows.append(replace(row, shown=replace(row.shown, article_id="0000"), cells=cells))
    passages = tuple(
        Passage("p", one, span, other, span, Direction.UNKNOWN, PassageKind.VERBATIM, 1.0)
        for one, other in permutations((account.article.id for account in accounts), 2)
        for span in spans
    )
    return replace(
        view, accounts=accounts, claims=tuple(rows), passages=passages, origins={}, namings=(), titled_by=None
    )


def test_six_hundred_copies_of_one_text_are_told_in_seconds_and_the_pairs_left_out_are_counted(view: StoryView) -> None:
    many = copied(view, 600, [Span(0, 150)])
    start = time.process_time()
    page = render_report(many, language="en")
    assert time.process_time() - start < 20
    assert page.count('<details class="pair">') == MOST_PAIRS
    assert f"{WORDS['en']['pairs_left_out']}: <bdi>{600 * 599 // 2 - MOST_PAIRS}</bdi>" in page


def test_a_pair_with_very_many_shared_passages_prints_some_and_counts_the_others(view: StoryView) -> None:
    spans = [Span(start, start + 3) for start in range(0, 5 * (MOST_EXCERPTS + 7), 5)]
    tree = html.fromstring(render_report(copied(view, 2, spans)))
    [pair] = tree.xpath("//details[@class='pair']")
    assert len(pair.xpath("./blockquote")) == MOST_EXCERPTS
    assert pair.xpath("./p[@class='hint']/bdi/text()") == ["7"]


def test_what_is_shared_with_several_accounts_is_marked_once_and_whole(view: StoryView) -> None:
    few = copied(view, 4, [Span(0, 20), Span(10, 40), Span(60, 70)])
    text = few.accounts[0].article.text
    marked = html.fromstring(render_report(few)).xpath("//article[@id='a1']//span[contains(@class, 'copied')]")
    shown = "".join(part.text_content() for part in marked)
    assert shown == (text[0:40] + text[60:70]).replace("\n", "")


def test_a_report_of_few_passages_leaves_none_out(view: StoryView) -> None:
    page = render_report(view)
    assert WORDS["ar"]["pairs_left_out"] not in page
    assert WORDS["ar"]["excerpts_left_out"] not in page
