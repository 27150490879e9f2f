from __future__ import annotations

import pytest
from tests.annotate.statements.reading_aid import statements_of, told


def _chains(text: str) -> list[tuple[str, list[str], str]]:
    return [
        (item.speaker_text, [span.of(text) for span in item.via], item.content_text) for item in statements_of(text)
    ]


def test_agency_that_quotes_a_source_is_the_intermediary() -> None:
    text = "ونقلت وكالة الأنباء عن مسؤول قوله إن الجسر آمن."
    assert _chains(text) == [("مسؤول", ["وكالة الأنباء"], "الجسر آمن")]
    assert told(text)[0][0] == "قوله"


def test_agency_without_a_second_cue_is_the_intermediary_too() -> None:
    text = "ونقلت صحيفة المدى عن وزير النقل أن الجسر آمن."
    assert _chains(text) == [("وزير النقل", ["صحيفة المدى"], "الجسر آمن")]


def test_content_that_is_nothing_but_an_attribution_gives_one_statement() -> None:
    text = "وأفادت الوزارة في بيان أن السفير أكد أن الحدود مفتوحة."
    assert _chains(text) == [("السفير", ["الوزارة"], "الحدود مفتوحة")]


def test_document_of_a_body_passes_on() -> None:
    text = "وجاء في بيان صادر عن هيئة الموانئ أن الرصيف جاهز."
    assert told(text) == [("جاء في بيان", "هيئة الموانئ", "الرصيف جاهز")]


def test_closing_attribution_is_an_intermediary_of_the_statement_before() -> None:
    text = "وقال رئيس البلدية إن الشارع سيغلق، بحسب ما نقلت وكالة الأنباء."
    assert _chains(text) == [("رئيس البلدية", ["وكالة الأنباء"], "الشارع سيغلق")]


def test_closing_attribution_alone_is_the_statement() -> None:
    text = "انهار جسر في الشمال مساء الجمعة، وفق ما أفادت وكالة الأنباء."
    assert _chains(text) == [("وكالة الأنباء", [], "انهار جسر في الشمال مساء الجمعة")]
    assert told(text)[0][0] == "وفق ما أفادت"


def test_leading_attribution_covers_the_sentence() -> None:
    text = "ووفقاً للقناة، سيزور الوفد العاصمة غدا."
    assert _chains(text) == [("القناة", [], "سيزور الوفد العاصمة غدا")]


def test_chain_may_be_deep() -> None:
    text = "وذكرت صحيفة المدى أن الوزارة أعلنت أن السفير أكد أن الحدود مفتوحة."
    assert _chains(text) == [("السفير", ["صحيفة المدى", "الوزارة"], "الحدود مفتوحة")]


def test_spokesman_states_a_position_of_his_own_side() -> None:
    text = "وقال المتحدث باسم الحكومة إن البلاد ترفض التهديد."
    assert _chains(text) == [("المتحدث باسم الحكومة", [], "البلاد ترفض التهديد")]


def test_source_behind_an_account_vouches_for_all_of_it_not_only_for_who_warns_within() -> None:
    text = "ألقت الطائرات منشورات فوق المدينة القديمة تحذر من عملية وشيكة، وفق ما ذكرت وكالة الأنباء."
    account = "ألقت الطائرات منشورات فوق المدينة القديمة تحذر من عملية وشيكة"
    assert ("وفق ما ذكرت", "وكالة الأنباء", account) in told(text)


def test_attribution_that_stands_alone_belongs_to_the_sentence_before() -> None:
    text = "أغلقت البورصة على ارتفاع كبير مساء الخميس. وفقا لوكالة الأنباء."
    assert _chains(text) == [("وكالة الأنباء", [], "أغلقت البورصة على ارتفاع كبير مساء الخميس")]
    text = "أغلقت البورصة على ارتفاع كبير مساء الخميس. وذلك وفقا لوكالة الأنباء."
    assert _chains(text) == [("وكالة الأنباء", [], "أغلقت البورصة على ارتفاع كبير مساء الخميس")]


def test_attribution_on_a_line_of_its_own_says_nothing_of_the_line_before() -> None:
    assert _chains("أغلقت البورصة على ارتفاع كبير مساء الخميس.\nوفقا لوكالة الأنباء.") == []


def test_attribution_between_dashes_leaves_the_clause_to_go_on() -> None:
    text = "وأدت غارات الطائرات - كما تقول وكالة الأنباء - إلى تدمير جسور كثيرة."
    assert _chains(text) == [("وكالة الأنباء", [], "إلى تدمير جسور كثيرة")]


def test_as_well_between_commas_is_no_attribution_where_a_clause_follows() -> None:
    told_by = [speaker for speaker, _, _ in _chains("رفض الاتحاد العرض، كما قالت الوزارة إن الباب مفتوح.")]
    assert told_by == ["الاتحاد", "الوزارة"]


def test_words_on_somebodys_lips_are_his_and_the_medium_passes_on() -> None:
    text = "وذكر التلفزيون على لسان شاهد أن الحافلة انقلبت."
    assert _chains(text) == [("شاهد", ["التلفزيون"], "الحافلة انقلبت")]


def test_sources_one_behind_the_other_are_all_of_the_chain() -> None:
    text = "ونقل التلفزيون الرسمي عن وكالة الأنباء عن مصدر عسكري أن القاعدة آمنة."
    assert _chains(text) == [("مصدر عسكري", ["التلفزيون الرسمي", "وكالة الأنباء"], "القاعدة آمنة")]
    text = "ونقلت صحيفة المدى عن التلفزيون الرسمي عن مصدر عسكري قوله إن القاعدة آمنة."
    assert _chains(text) == [("مصدر عسكري", ["صحيفة المدى", "التلفزيون الرسمي"], "القاعدة آمنة")]


def test_agency_that_quotes_him_of_whom_it_was_spoken_passes_on() -> None:
    text = "قال الوزير إنه سعيد. ونقلت عنه وكالة الأنباء أن العملية ستستمر."
    assert _chains(text)[1] == ("الوزير", ["وكالة الأنباء"], "العملية ستستمر")


def test_who_passes_on_somebodys_remarks_is_the_intermediary() -> None:
    text = "ونقل موقع المدى تصريحات للوزير قال فيها إن الحرب ستستمر."
    assert _chains(text) == [("الوزير", ["موقع المدى"], "الحرب ستستمر")]


def test_who_ascribes_words_to_somebody_passes_on() -> None:
    text = "ونسبت صحيفة المدى إلى الوزير قوله إن الوضع صعب."
    assert _chains(text) == [("الوزير", ["صحيفة المدى"], "الوضع صعب")]


def test_what_came_on_somebodys_lips_is_his() -> None:
    text = "وجاء على لسان الناطق باسم الحزب أن المؤتمر تأجل."
    assert told(text) == [("جاء على لسان", "الناطق باسم الحزب", "المؤتمر تأجل")]
    assert told("وقال النائب إن ما جاء على لسان الوزير كذب.")[0][1:] == ("النائب", "ما جاء على لسان الوزير كذب")


@pytest.mark.parametrize(
    ("text", "speaker", "via"),
    [
        ('ونقلت صحيفة النهر عن سامي الحداد "الطريق مفتوح الآن أمام الجميع".', "سامي الحداد", "صحيفة النهر"),
        ('ونقلت وكالة البحر، عن مصدر أمني: "الطريق مفتوح الآن أمام الجميع".', "مصدر أمني", "وكالة البحر"),
    ],
)
def test_a_quotation_that_is_passed_on_is_its_source_s(text: str, speaker: str, via: str) -> None:
    (found,) = statements_of(text)
    assert (found.speaker_text, [link.of(text) for link in found.via]) == (speaker, [via])
