"""Figures and differences on a small article, worked out by hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from tests.annotate.statements.reading_aid import article_of

from riwaya.annotate.statements.evaluation import evaluate, figures, figures_by_mode
from riwaya.annotate.statements.gold import GoldArticle
from riwaya.annotate.statements.scoring import Judged, compare
from riwaya.model import Article, Mode, Span, Statement

TEXT = "قال الوزير إن السد آمن تماما اليوم. وأضاف أن المياه تكفي المدينة. ونفى النائب ذلك كله."


def _span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def _statement(content: str, cue: str, speaker: str, mode: Mode = Mode.INDIRECT) -> Statement:
    span = _span(content)
    return Statement(
        content, "a", span, span, content, _span(cue), cue, None, speaker, False, (), None, mode, (), "assert", 0.9
    )


GOLD = (
    Judged(_span("السد آمن تماما اليوم"), "الوزير", (), Mode.INDIRECT, _span("قال")),
    Judged(_span("المياه تكفي المدينة"), "الوزير", ("الوكالة",), Mode.DIRECT, _span("أضاف")),
    Judged(_span("ذلك كله"), "النائب", (), Mode.INDIRECT, _span("نفى")),
)
FOUND = (
    _statement("السد آمن", "قال", "الوزير"),  # 2 of 4 words: found, but bounded otherwise
    _statement("المياه تكفي المدينة", "أضاف", "النائب"),
    _statement("تماما", "اليوم", "سامر"),
)


def _evaluate(end: int = len(TEXT)) -> tuple[GoldArticle, ...]:
    return (GoldArticle(1, "a", "", article_of(TEXT), GOLD, end),)


def _find(_: Article) -> Iterable[Statement]:
    return FOUND


def test_figures_are_those_by_hand() -> None:
    evaluation = evaluate(_evaluate(), _find)
    counts = evaluation.total
    assert (counts.gold, counts.found, counts.matched, counts.detected, counts.exact) == (3, 3, 1, 2, 1)
    assert figures(counts)["detection"] == pytest.approx({"precision": 2 / 3, "recall": 2 / 3, "f1": 2 / 3})
    assert figures(counts)["content"] == pytest.approx({"precision": 1 / 3, "recall": 1 / 3, "f1": 1 / 3})
    assert (counts.share("speaker"), counts.share("chain"), counts.share("mode")) == (0, 0, 0)
    assert (counts.modes[Mode.DIRECT].recall, counts.modes[Mode.DIRECT].precision) == (1, 0)
    assert (counts.modes[Mode.INDIRECT].recall, counts.modes[Mode.INDIRECT].precision) == (0, pytest.approx(1 / 3))
    assert evaluation.outlets[""].gold == 3


def test_figures_by_least_score_are_those_of_what_is_left() -> None:
    scored = [replace(one, score=score) for one, score in zip(FOUND, (0.9, 0.6, 0.2), strict=True)]
    levels = evaluate(_evaluate(), lambda _: scored, levels=(0.9, 0.0, 0.5)).levels
    found_and_matched = {level: (counts.found, counts.matched, counts.gold) for level, counts in levels.items()}
    assert found_and_matched == {0.0: (3, 1, 3), 0.5: (2, 1, 3), 0.9: (1, 0, 3)}
    assert levels[0.5].precision == pytest.approx(1 / 2)
    assert levels[0.5].recall == pytest.approx(1 / 3)


def test_modes_have_precision_of_what_is_found_and_recall_of_the_gold() -> None:
    direct = replace(FOUND[1], mode=Mode.DIRECT)
    rates = figures_by_mode(
        evaluate(_evaluate(), lambda _: [FOUND[0], direct, replace(FOUND[2], mode=Mode.DIRECT)]).total
    )
    assert rates["direct"] == pytest.approx({"gold": 1, "found": 2, "precision": 1 / 2, "recall": 1, "f1": 2 / 3})
    assert rates["indirect"] == pytest.approx({"gold": 2, "found": 1, "precision": 0, "recall": 0, "f1": 0})
    assert rates["mixed"]["gold"] == rates["mixed"]["found"] == 0


def test_every_difference_is_listed_once_with_its_text() -> None:
    rows = evaluate(_evaluate(), _find).differences
    assert [row.kind for row in rows] == ["bounds", "extra", "chain", "mode", "speaker", "missed"]
    assert "⟦السد آمن تماما اليوم⟧" in rows[0].text
    assert rows[1].gold is None
    assert rows[-1].found is None
    assert "⟦ذلك كله⟧" in rows[-1].text


def test_what_stands_behind_the_end_of_the_article_does_not_count() -> None:
    assert evaluate(_evaluate(end=_span("المياه").start), _find).total.found == 2


def test_a_shared_cue_outweighs_a_few_shared_words() -> None:
    inner = Judged(_span("تماما اليوم"), "الوزير", (), Mode.INDIRECT, _span("أضاف"))
    found = [Judged.of(_statement("آمن تماما اليوم. وأضاف أن المياه", "قال", "x"), TEXT)]
    pairs = compare(TEXT, [inner, GOLD[0]], found).detected
    assert pairs == ((1, 0),)


def test_a_described_speaker_may_be_given_by_the_name_behind_it() -> None:
    gold = Judged(GOLD[0].content, "الرئيس", (), Mode.INDIRECT, None, "سامر الحداد")
    article = GoldArticle(1, "a", "", article_of(TEXT), (gold,), len(TEXT))
    found = [_statement("السد آمن تماما اليوم", "قال", "الحداد")]
    assert evaluate([article], lambda _: found).total.share("speaker") == 1
