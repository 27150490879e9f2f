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


_NARRATED = (
    "اندلع حريق فجر الأحد في مستودع للأخشاب قرب الميناء القديم في راسم، وأدى إلى إصابة ثلاثة عمال نقلوا إلى المستشفى."
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
        ({"published": "2031-04-02T10:00:00"}, {"published": "2031-04-02T10:01:28"}, Direction.UNKNOWN),
        ({"published": "2031-04-02T10:00+04:00"}, {"published": "2031-04-02T08:30+00:00"}, Direction.TO),
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
    passages = _pair(_article("a", _NARRATED, **one), _article("b", _NARRATED, **two))
    assert next(passage.direction for passage in passages if passage.article_id == "a") is expected


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        (f"نقلت رويترز عن سكان الحي تفاصيل ما جرى. {_NARRATED}", {}),
        (f"{_NARRATED} وأصيب رابع لاحقا، وفق فرانس برس.", {}),
        (f"{_NARRATED} وذكرت صحيفة الساحل أن التحقيق بدأ.", {}),
        (_NARRATED, {"credits": ("رويترز",)}),
    ],
)
def test_direction_is_unknown_where_a_third_source_is_credited(text: str, fields: dict[str, object]) -> None:
    one = _article("a", _NARRATED, published="2031-04-01", **fields)
    two = _article("b", text, published="2031-04-02", **fields)
    assert {passage.direction for passage in _pair(one, two)} == {Direction.UNKNOWN}


def test_a_source_named_far_from_the_passage_says_nothing_of_it() -> None:
    far = "ويقع الحي في الجهة الشرقية من المدينة وتسكنه عائلات الصيادين منذ عقود طويلة. " * 4
    one = _article("a", _NARRATED, published="2031-04-01")
    two = _article("b", f"{_NARRATED} {far} ونقلت رويترز خبرا آخر.", published="2031-04-02")
    assert {passage.direction for passage in _pair(one, two)} == {Direction.TO, Direction.FROM}


@pytest.mark.parametrize(
    "said",
    [
        "وقال النقيب «لن نقبل بأي حل لا يضمن عودة الصيادين إلى قواربهم قبل نهاية هذا الموسم»",
        "وقال النقيب إن الصيادين لن يقبلوا بأي حل لا يضمن عودتهم إلى قواربهم قبل نهاية هذا الموسم",
    ],
)
def test_direction_of_one_speakers_words_is_unknown(said: str) -> None:
    one = _article("a", f"بدأ الإضراب أمس. {said}. وانتهى المؤتمر.", published="2031-04-01")
    two = _article("b", f"عقد لقاء في البلدية. {said}. ثم غادر الحضور.", published="2031-04-02")
    assert {passage.direction for passage in _pair(one, two)} == {Direction.UNKNOWN}


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
    started = time.process_time()
    _pair(_article("a", text), _article("b", text[1000:] + " نهاية"))
    assert time.process_time() - started < 6
