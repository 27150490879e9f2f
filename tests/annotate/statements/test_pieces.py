"""Contents in pieces: what stands on the other side of the cue, its speaker or an attribution."""

from __future__ import annotations

import pytest
from tests.annotate.statements.reading_aid import statements_of

from riwaya.model import Statement


def _pieces(text: str) -> list[tuple[str, list[str]]]:
    """Return (cue, pieces in text order, the content itself with a star) of each statement."""
    return [
        (item.cue_text, [_told(item, place, text) for place in range(len(item.pieces))]) for item in statements_of(text)
    ]


def _told(item: Statement, place: int, text: str) -> str:
    piece = item.pieces[place]
    return ("*" if piece == item.content else "") + piece.of(text)


@pytest.mark.parametrize(
    ("text", "cue", "pieces"),
    [
        ('"الوضع صعب جدا"، قال الوزير، "ولن نقبل به أبدا".', "قال", ["الوضع صعب جدا", "*ولن نقبل به أبدا"]),
        (
            "«السد آمن ولن ينهار»، يقول سليم الحداد في مؤتمر صحفي، «والمياه تنحسر عنه».",
            "يقول",
            ["السد آمن ولن ينهار", "*والمياه تنحسر عنه"],
        ),
        (
            '"سقط السد القديم كله"، تقول ليلى الحداد التي فقدت بيتها، "ونحن باقون هنا".',
            "تقول",
            ["*سقط السد القديم كله", "ونحن باقون هنا"],
        ),
        (
            'ورفع الأهالي لافتات تقول: "سيأتي يوم نعود فيه"، و"لن نترك بيوتنا للنهر".',
            "تقول",
            ["*سيأتي يوم نعود فيه", "لن نترك بيوتنا للنهر"],
        ),
        (
            'قال الوزير: "لم نتفق على شيء". "سنعود غدا إلى المدينة".',
            "قال",
            ["*لم نتفق على شيء", "سنعود غدا إلى المدينة"],
        ),
    ],
)
def test_a_quotation_that_its_cue_or_a_stop_breaks_keeps_its_pieces(text: str, cue: str, pieces: list[str]) -> None:
    assert _pieces(text) == [(cue, pieces)]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        (
            "وأسفرت الغارة، وفق المرصد، عن مقتل ثلاثة أشخاص وجرح سبعة آخرين.",
            ["وأسفرت الغارة", "*عن مقتل ثلاثة أشخاص وجرح سبعة آخرين"],
        ),
        (
            "وكان الحداد - بحسب ما ذكرته منظمة النهر - محتجزا منذ ديسمبر بسبب تغريداته.",
            ["وكان الحداد", "*محتجزا منذ ديسمبر بسبب تغريداته"],
        ),
        (
            "أودى الانهيار بحسب مسعفين بحياة أربعين شخصا في المدينة القديمة.",
            ["أودى الانهيار", "*بحياة أربعين شخصا في المدينة القديمة"],
        ),
        (
            "وسيطرت قوات الجيش، وفق المصادر، على كامل قرية النهر جنوب المدينة.",
            ["*وسيطرت قوات الجيش", "على كامل قرية النهر جنوب المدينة"],
        ),
        (
            "غير أن القضية من أكثر القضايا تعقيدا - كما تقول المراسلة - في الإقليم كله.",
            ["القضية من أكثر القضايا تعقيدا", "*في الإقليم كله"],
        ),
        (
            'وتعمل الخدمة الجديدة، وفق ما أوردت "مدى نيوز"، الخميس، عبر توجيه المريض إلى رقم الطوارئ.',
            ["*وتعمل الخدمة الجديدة", "عبر توجيه المريض إلى رقم الطوارئ"],
        ),
    ],
)
def test_a_clause_with_an_attribution_in_its_middle_keeps_both_parts(text: str, pieces: list[str]) -> None:
    assert [found for _, found in _pieces(text)] == [pieces]


@pytest.mark.parametrize(
    "text",
    [
        "«الوضع صعب جدا»، قال الوزير، مضيفا «ولن نقبل به أبدا».",
        '"الوضع صعب جدا"، قال الوزير، بينما ردت المعارضة "لن نقبل به أبدا".',
        '"الوضع صعب جدا"، قالت ليلى الحداد، "أم سامي"، أمس.',
        '"نهر المدينة"، قال الوزير، "لن نقبل به أبدا".',
        '"الوضع صعب جدا" قال الوزير: "لن نقبل به أبدا".',
        '"الوضع صعب جدا"، وقال الوزير "لن نقبل به أبدا".',
        '"الوضع صعب جدا". قال الوزير "لن نقبل به أبدا".',
        "وأضاف الحداد - بحسب ما نقلته عنه وكالة النهر - إن السد سيبقى مغلقا.",
        "حيث قال الحداد وفقا لوكالة النهر بنسختها التي يملكها إن السد سيبقى مغلقا.",
        "وسيبنى عشرون بيتا على ما تعهدت المجموعة المتخصصة بالتطوير العقاري وبالفنادق.",
        "وأسفر الحادث عن مقتل ثلاثة، وفق ما صرح به وزير النقل، لوكالة الأنباء المحلية.",
        "قتل ثلاثة أشخاص، وفق ما أعلنه رئيس البلدية، الذي زار المكان صباح اليوم.",
        "أغلق الطريق، بحسب الشرطة، لكن السكان عادوا إلى بيوتهم في المساء.",
        "بيروت - وفقا لمسؤولين - أغلق الطريق أمام السكان في المساء.",
    ],
)
def test_what_is_not_surely_the_same_content_is_no_piece(text: str) -> None:
    found = statements_of(text)
    assert not any(item.content_rest for item in found)


def test_what_a_neighbour_says_is_nobody_elses_piece_and_pieces_lie_in_their_statement() -> None:
    text = (
        'قال الوزير: "لم نتفق على شيء". "سنعود غدا إلى المدينة". ثم غادر القاعة. '
        '"السد آمن ولن ينهار"، أكد الحداد، "والمياه تنحسر عنه". وأسفر الحادث، وفق الهيئة، عن جرح ثلاثة أشخاص.'
    )
    found = statements_of(text)
    assert sum(bool(item.content_rest) for item in found) == 3
    contents = {item.content for item in found}
    assert not any(piece in contents for item in found for piece in item.content_rest)
    assert all(item.span.contains(piece) for item in found for piece in item.pieces)


def test_a_place_between_dashes_before_an_attribution_is_a_dateline() -> None:
    (item,) = statements_of("بورت سودان - وفقا لمسؤولين - أغلق الطريق أمام السكان في المساء.")
    assert item.content_rest == ()


def test_the_id_of_a_statement_does_not_depend_on_its_other_pieces() -> None:
    (item,) = statements_of('"الوضع صعب جدا"، قال الوزير، "ولن نقبل به أبدا".')
    assert item.content_rest
    assert item.id == Statement.make_id(item.article_id, item.content, item.cue)
