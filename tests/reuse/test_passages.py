"""Passages: exact spans on both sides, direction, kind, and no quadratic work."""

from __future__ import annotations

import random
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.model import Article, Direction, Passage, PassageKind, PublishedFrom
from riwaya.reuse import ArticlePair, compare_pair

_AGENCY = (
    "قالت بلدية راسم إن الحريق اندلع فجر الأحد في مستودع للأخشاب قرب الميناء، وأدى إلى إصابة ثلاثة عمال "
    "نقلوا إلى المستشفى."
)
_EDITED = (
    "قالت بلدية راسم إن الحريق اندلع صباح الأحد في مستودع للأخشاب قرب الميناء القديم، وأدى إلى إصابة ثلاثة عمال "
    "نقلوا إلى المستشفى."
)


def _article(identity: str, text: str, **fields: object) -> Article:
    values: dict[str, object] = {"outlet": f"صحيفة {identity}", "published": "", "credits": (), "dateline": ""} | fields
    return Article(
        identity, "p", "s", 0, str(values["outlet"]), "", "", (), str(values["dateline"]), values["credits"],  # type: ignore[arg-type]
        str(values["published"]), PublishedFrom.STATED, "ar", text, (),
    )  # fmt: skip


def _pair(one: Article, two: Article) -> list[Passage]:
    return list(compare_pair(ArticlePair(one, two)))


def test_a_copied_sentence_is_found_word_for_word_from_both_sides() -> None:
    one = _article("a", f"مقدمة أولى. {_AGENCY} خاتمة")
    two = _article("b", f"{_AGENCY} ثم كلام آخر تماما")
    passages = _pair(one, two)
    assert {passage.article_id for passage in passages} == {"a", "b"}
    for passage in passages:
        text = {"a": one.text, "b": two.text}[passage.article_id]
        assert passage.span.of(text) == _AGENCY.rstrip(".")
        assert passage.kind is PassageKind.VERBATIM
        assert passage.score > 0.9
    assert passages[0].span == passages[1].other_span


def test_a_lightly_edited_copy_is_one_passage() -> None:
    passages = _pair(_article("a", _AGENCY), _article("b", f"خبر: {_EDITED}"))
    assert [passage.kind for passage in passages] == [PassageKind.EDITED] * 2


def test_spelling_and_marks_do_not_make_a_copy_edited() -> None:
    spelt = _AGENCY.replace("إلى", "الى").replace("الأحد", "الأحَد")
    assert {passage.kind for passage in _pair(_article("a", _AGENCY), _article("b", spelt))} == {PassageKind.VERBATIM}


def test_unrelated_texts_share_nothing() -> None:
    assert _pair(_article("a", _AGENCY), _article("b", "افتتح المتحف الوطني معرضا للخزف يستمر حتى نهاية الشهر")) == []


def test_a_long_title_written_out_in_full_is_no_copy() -> None:
    title = "نائب رئيس مجلس الوزراء وزير الأشغال العامة والإسكان المهندس سالم الرابحي"
    assert _pair(_article("a", f"وصل {title} صباحا"), _article("b", f"التقى {title} ضيوفه")) == []


def test_a_shared_quotation_scores_lower_than_shared_narration() -> None:
    quoted = "«لن نقبل بأي حل لا يضمن عودة الصيادين إلى قواربهم قبل نهاية هذا الموسم وسنبقى هنا»"
    narrated = quoted.strip("«»")
    low = _pair(_article("a", f"قال النقيب {quoted} في المساء"), _article("b", f"وأضاف {quoted}"))
    high = _pair(_article("a", f"قال النقيب {narrated} في المساء"), _article("b", f"وأضاف {narrated}"))
    assert low[0].score < 0.3 < high[0].score


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ({"published": "2031-04-01"}, {"published": "2031-04-02"}, Direction.TO),
        ({"published": "2031-04-02T10:00"}, {"published": "2031-04-02T08:30"}, Direction.FROM),
        ({"published": "2031-04-02"}, {"published": "2031-04-02T08:30"}, Direction.UNKNOWN),
        ({"published": ""}, {"published": "2031-04-02"}, Direction.UNKNOWN),
        ({"published": "2031-04-01/2031-04-03"}, {"published": "2031-04-02"}, Direction.UNKNOWN),
        (
            {"published": "2031-04-01", "credits": ("المصدر: وكالة ضفاف",)},
            {"published": "2031-04-02", "outlet": "ضفاف"},
            Direction.FROM,
        ),
    ],
)
def test_direction_follows_credits_then_publication(
    one: dict[str, object], two: dict[str, object], expected: Direction
) -> None:
    passages = _pair(_article("a", _AGENCY, **one), _article("b", _AGENCY, **two))
    assert next(passage.direction for passage in passages if passage.article_id == "a") is expected


def test_the_order_of_the_pair_is_no_matter() -> None:
    one, two = _article("a", _AGENCY, published="2031-04-01"), _article("b", _EDITED, published="2031-04-02")
    assert _pair(one, two) == _pair(two, one)


def test_an_article_shares_nothing_with_itself() -> None:
    assert _pair(_article("a", _AGENCY), _article("a", _AGENCY)) == []


@settings(max_examples=60, deadline=None)
@given(st.randoms(use_true_random=False))
def test_passages_lie_in_both_texts_and_never_overlap(source: random.Random) -> None:
    words = [*_AGENCY.split()[:9], "سيبدأ", "الآن"]
    texts = [" ".join(source.choice(words) for _ in range(source.randint(0, 120))) for _ in range(2)]
    one, two = _article("a", texts[0]), _article("b", f"{texts[1]}، {_AGENCY} {texts[0][:200]}")
    for article, other in ((one, two), (two, one)):
        spans = sorted(passage.span for passage in _pair(one, two) if passage.article_id == article.id)
        assert all(left.end <= right.start for left, right in pairwise(spans))
        for passage in _pair(one, two):
            if passage.article_id == article.id:
                assert passage.span.end <= len(article.text)
                assert passage.other_span.end <= len(other.text)
                assert passage.span.of(article.text).strip() == passage.span.of(article.text)


@pytest.mark.parametrize("vocabulary", [1, 3, 40])
def test_repetitive_texts_stay_affordable(vocabulary: int) -> None:
    source = random.Random(vocabulary)
    text = " ".join(f"كلمة{source.randrange(vocabulary)}" for _ in range(30_000))
    started = time.perf_counter()
    _pair(_article("a", text), _article("b", text[1000:] + " نهاية"))
    assert time.perf_counter() - started < 6
