"""Who speaks and who passes on, where a source, a text or a second clause comes between."""

from __future__ import annotations

from tests.annotate.statements.reading_aid import statements_of


def _chains(text: str) -> list[tuple[str, list[str], str]]:
    return [
        (item.speaker_text, [span.of(text) for span in item.via], item.content_text) for item in statements_of(text)
    ]


def test_source_that_closes_what_an_outlet_tells_is_the_speaker() -> None:
    text = "ذكرت صحيفة المدى أن الجسر انهار فجرا، بحسب مسؤول في البلدية."
    assert _chains(text) == [("مسؤول في البلدية", ["صحيفة المدى"], "الجسر انهار فجرا")]
    assert statements_of(text)[0].cue_text == "بحسب"


def test_outlet_that_closes_what_a_person_tells_passes_on() -> None:
    text = "وقال وزير النقل إن الجسر انهار فجرا، بحسب صحيفة المدى."
    assert _chains(text) == [("وزير النقل", ["صحيفة المدى"], "الجسر انهار فجرا")]


def test_outlet_that_closes_what_another_outlet_tells_passes_on() -> None:
    text = "وذكرت قناة النهر أن الجسر انهار فجرا، بحسب صحيفة المدى."
    assert _chains(text) == [("قناة النهر", ["صحيفة المدى"], "الجسر انهار فجرا")]


def test_agreement_behind_what_an_outlet_tells_is_no_speaker() -> None:
    text = "قالت صحيفة المدى إن الحافلات غادرت البلدة، بحسب الاتفاق."
    assert _chains(text)[0][0] == "صحيفة المدى"


def test_cited_experts_speak_and_who_cites_them_passes_on() -> None:
    text = "قال وزير الري نقلا عن خبراء إن السد آمن."
    assert _chains(text) == [("خبراء", ["وزير الري"], "السد آمن")]


def test_medium_named_before_passes_on_whom_it_cites() -> None:
    text = "قالت قناة النهر إن الاتفاق جاهز للتوقيع، وفق ما نقلت عن مصدر حكومي."
    assert _chains(text) == [("مصدر حكومي", ["قناة النهر"], "الاتفاق جاهز للتوقيع")]


def test_leading_outlet_that_cites_a_source_passes_on() -> None:
    text = 'وبحسب ما أوردته صحيفة "المدى" نقلا عن مصدر أمني، فإن الجيش يستعد لعملية واسعة.'
    assert _chains(text) == [("مصدر أمني", ['صحيفة "المدى"'], "الجيش يستعد لعملية واسعة")]


def test_what_a_cited_source_tells_of_another_comes_through_both() -> None:
    text = "قالت صحيفة المدى نقلا عن ضابط كبير إن الوزير أبلغ النواب أن السد آمن."
    assert ("الوزير", ["صحيفة المدى", "ضابط كبير"], "السد آمن") in _chains(text)


def test_content_begins_behind_the_cited_source() -> None:
    text = "أعلنت وكالة الأنباء الوطنية نقلا عن مصدر رسمي الأحد، التوصل إلى اتفاق لإجلاء السكان من البلدة."
    assert _chains(text) == [("مصدر رسمي", ["وكالة الأنباء الوطنية"], "التوصل إلى اتفاق لإجلاء السكان من البلدة")]


def test_who_carries_the_text_that_is_spoken_in_passes_on() -> None:
    text = "وقال قائد الشرطة في بيان بثه التلفزيون الرسمي إن المدينة آمنة."
    assert _chains(text) == [("قائد الشرطة", ["التلفزيون الرسمي"], "المدينة آمنة")]


def test_who_carries_a_report_passes_on() -> None:
    text = "جاء في تقرير للجنة الموانئ نقلته صحيفة المدى أن الرصيف آمن."
    assert _chains(text)[0][1:] == (["صحيفة المدى"], "الرصيف آمن")


def test_accused_behind_a_comma_does_not_carry_the_report() -> None:
    text = "اتهمت منظمة العدل في تقرير نشرته الاثنين، الجيش بفرض قيود صارمة على السكان."
    assert all(not via for _, via, _ in _chains(text))


def test_second_clause_of_a_report_is_reported_too() -> None:
    text = "وقال وزير النقل إن الجسر مغلق، وإن الحكومة ترفض الاتفاق."
    assert _chains(text) == [
        ("وزير النقل", [], "الجسر مغلق، وإن الحكومة ترفض الاتفاق"),
        ("الحكومة", ["وزير النقل"], "الاتفاق"),
    ]


def test_the_latter_within_a_report_comes_through_the_reporter() -> None:
    text = "وأوضح بيان الوزارة أن المدير أطلع الوفد على النتائج، وأن الأخير أعرب عن دعمه للمشروع."
    assert ("الأخير", ["بيان الوزارة"], "دعمه للمشروع") in _chains(text)


def test_his_words_pass_nothing_on() -> None:
    text = "ونقل عنه قوله: «لست نادما»."
    assert _chains(text) == [("", [], "لست نادما")]


def test_letters_of_a_broadcaster_open_no_clause() -> None:
    for name in ("سي.إن.إن", "سي إن إن"):
        assert _chains(f"ونقلت {name} عن وزير النقل قوله «القرار نهائي».") == [("وزير النقل", [name], "القرار نهائي")]
        assert _chains(f"وقالت {name} إن القرار نهائي.") == [(name, [], "القرار نهائي")]


def test_to_whom_he_told_it_passes_nothing_on() -> None:
    text = "ونفى المتحدث باسم الوزارة، الإثنين، وجود خلاف بين الطرفين، وفقا لما قاله لرويترز."
    assert all(not via for _, via, _ in _chains(text))


def test_sources_from_whom_an_outlet_learns_speak() -> None:
    text = "وعلمت صحيفة المدى من مصادر مطلعة أن المدير استقال."
    assert _chains(text) == [("مصادر مطلعة", ["صحيفة المدى"], "المدير استقال")]


def test_own_verb_of_whom_an_agency_quotes_is_the_cue() -> None:
    text = "ونقلت صحيفة المدى عن وزير الري أنه أكد استعداد بلاده للحوار."
    assert _chains(text) == [("وزير الري", ["صحيفة المدى"], "استعداد بلاده للحوار")]
    assert statements_of(text)[0].cue_text == "أكد"


def test_whom_a_spokesman_tells_of_goes_on_in_a_participle() -> None:
    text = "ذكر المتحدث الرسمي أن الرئيس أكد حرص بلاده على الأمن، مشددا على أن النهر قضية وجود."
    assert _chains(text) == [
        ("الرئيس", ["المتحدث الرسمي"], "حرص بلاده على الأمن"),
        ("الرئيس", ["المتحدث الرسمي"], "النهر قضية وجود"),
    ]


def test_spokesman_goes_on_himself_where_nobody_else_spoke() -> None:
    text = "قال المتحدث باسم الوزارة إن الوضع خطير، مضيفا أن الطريق مغلق."
    assert _chains(text)[1] == ("المتحدث باسم الوزارة", [], "الطريق مغلق")


def test_person_of_whom_a_spokesman_tells_goes_on_in_the_present() -> None:
    text = 'قال المتحدث إن الأمين العام "يشعر بقلق عميق"، ويدعو الأطراف إلى ضبط النفس.'
    assert ("الأمين العام", ["المتحدث"], "ضبط النفس") in _chains(text)


def test_number_that_a_clause_wants_stands_behind_the_source() -> None:
    text = "وبلغ عدد الضحايا، وفق آخر حصيلة لوزارة الصحة، 45 قتيلا."
    found = statements_of(text)[0]
    assert (found.content_text, [span.of(text) for span in found.content_rest]) == ("وبلغ عدد الضحايا", ["45 قتيلا"])
    assert found.speaker_text == "آخر حصيلة لوزارة الصحة"


def test_what_is_recorded_stands_on_both_sides_of_the_source() -> None:
    text = "وسجلت البلاد، بحسب بيانات رسمية، 300 إصابة جديدة."
    found = statements_of(text)[0]
    assert [span.of(text) for span in found.pieces] == ["وسجلت البلاد", "300 إصابة جديدة"]


def test_who_publishes_a_report_owns_it_and_a_broadcast_speech_is_the_speaker_s() -> None:
    for text in (
        "قال تقرير نشرته صحيفة المدى إن الأسعار ارتفعت.",
        "وقال الرئيس في خطاب بثه التلفزيون الرسمي إن الأسعار ارتفعت.",
        "وقال وزير النقل في مقابلة نشرتها صحيفة المدى إن الأسعار ارتفعت.",
    ):
        assert [via for _, via, _ in _chains(text)] == [[]]


def test_who_carries_an_article_that_opens_the_sentence_passes_on() -> None:
    text = "وفي مقال نشرته صحيفة المدى اعتبر السفير أن الزيارة ناجحة."
    assert _chains(text) == [("السفير", ["صحيفة المدى"], "الزيارة ناجحة")]
