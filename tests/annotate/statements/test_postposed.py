"""Quotations before their cue: a second verb of speech behind it, and words that go on behind the sentence."""

from __future__ import annotations

import pytest
from tests.annotate.statements.reading_aid import statements_of, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '"لن نبيع الأرض أبدا"، قالت الفلاحة، ثم أضافت: "هي لأولادنا".',
            [("قالت", "الفلاحة", "لن نبيع الأرض أبدا"), ("أضافت", "الفلاحة", "هي لأولادنا")],
        ),
        (
            "«سنعود»، قال الحارس مبتسما قبل أن يضيف: «البيت ما زال قائما».",
            [("قال", "الحارس", "سنعود"), ("يضيف", "الحارس", "البيت ما زال قائما")],
        ),
        (
            '"نحن هنا لنبني" قال رئيس البلدية، قبل أن يضيف "ولن نترك حيا بلا ماء".',
            [("قال", "رئيس البلدية", "نحن هنا لنبني"), ("يضيف", "رئيس البلدية", "ولن نترك حيا بلا ماء")],
        ),
        (
            '"لم نعد نحتمل الغلاء"، قال التاجر، ثم أكد أن المحال ستغلق غدا.',
            [("قال", "التاجر", "لم نعد نحتمل الغلاء"), ("أكد", "التاجر", "المحال ستغلق غدا")],
        ),
    ],
)
def test_two_verbs_of_speech_share_the_words_before_and_behind_them(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "«لقد نسونا»، قال العامل رضا، ثم أضاف وهو يخفي وجهه: «لم يسأل عنا أحد».",
            [("قال", "رضا", "لقد نسونا"), ("أضاف", "رضا", "لم يسأل عنا أحد")],
        ),
        ("«لقد نسونا جميعا» قالت إن الطريق مقطوع.", [("قالت", "", "الطريق مقطوع")]),
    ],
)
def test_a_quoted_clause_is_no_speaker(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        (
            '"لن نغادر الجزيرة"، تقول سعاد وهي تشير إلى قاربها. "ولدنا هنا ولا نعرف مكانا آخر".',
            ["لن نغادر الجزيرة", "ولدنا هنا ولا نعرف مكانا آخر"],
        ),
        (
            "«انقطع الماء منذ أسبوع»، قال أبو ياسر للصحيفة. «لا نجد ما نشربه». «ننتظر المطر».",
            ["انقطع الماء منذ أسبوع", "لا نجد ما نشربه", "ننتظر المطر"],
        ),
        ('"انقطع الماء منذ أسبوع"، يقول. "ننتظر المطر".', ["انقطع الماء منذ أسبوع", "ننتظر المطر"]),
    ],
)
def test_quotations_that_follow_alone_go_on_with_the_words(text: str, pieces: list[str]) -> None:
    (item,) = statements_of(text)

    assert [piece.of(text) for piece in item.pieces] == pieces


@pytest.mark.parametrize(
    "text",
    [
        '"انقطع الماء منذ أسبوع"، قال أبو ياسر.\n"لا نجد ما نشربه".',
        '"انقطع الماء منذ أسبوع"، قال أبو ياسر. "لا نجد ما نشربه" كان عنوان المعرض.',
        '"انقطع الماء منذ أسبوع"، قال أبو ياسر. وغادر المكان. "لا نجد ما نشربه".',
        '"انقطع الماء منذ أسبوع"، قال أبو ياسر. "لا نجد ما نشربه"، قالت جارته.',
    ],
)
def test_quotations_of_another_paragraph_clause_or_speaker_do_not_go_on(text: str) -> None:
    assert all(item.content_rest == () for item in statements_of(text))


def test_a_short_first_piece_belongs_to_the_words_that_its_cue_breaks() -> None:
    text = "«إن البلدية»، يقول المحافظ، «لن تهدم السوق القديم مهما حدث»."
    (item,) = statements_of(text)

    assert [piece.of(text) for piece in item.pieces] == ["إن البلدية", "لن تهدم السوق القديم مهما حدث"]
