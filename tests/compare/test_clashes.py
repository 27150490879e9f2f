"""Golden pairs of contradictions and of what only looks like one, read with the real annotations of both texts."""

from __future__ import annotations

import pytest

from riwaya.annotate import annotate
from riwaya.compare import StoryAccount, StoryBundle, compare_story
from riwaya.compare.referents import SpeakerFinder
from riwaya.compare.stems import stem_of
from riwaya.model import (
    Alignment,
    Article,
    Label,
    Mention,
    PublishedFrom,
    Quantity,
    Statement,
    Time,
)

_DAY, _NEXT = "2031-04-04", "2031-04-05"  # a Friday and a Saturday
_MORNING, _EVENING = "2031-04-04T10:00:00+00:00", "2031-04-04T18:30:00+00:00"


def _account(identity: str, published: str, text: str) -> StoryAccount:
    article = Article(identity, "p", "s", 0, f"صحيفة {identity}", "", "", (), "", (), published, PublishedFrom.STATED, "ar", text, ())  # fmt: skip  # noqa: E501
    records = list(annotate(article))
    return StoryAccount(
        article,
        tuple(record for record in records if isinstance(record, Statement)),
        tuple(record for record in records if isinstance(record, Mention)),
        tuple(record for record in records if isinstance(record, Quantity)),
        tuple(record for record in records if isinstance(record, Time)),
    )


def _labels(one: str, two: str, published: str = _DAY, other_published: str = _DAY) -> list[Label]:
    accounts = (_account("a", published, one), _account("b", other_published, two))
    assert all(account.statements for account in accounts), "no statement was found"
    return [each.label for each in compare_story(StoryBundle("s", accounts)) if isinstance(each, Alignment)]


_SAID = "وقال وزير الموانئ سالم الرابحي إن {}."


def _said(content: str) -> str:
    return _SAID.format(content)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (_said("الوفدين وقعا وثيقة من أربعة بنود"), "ونفى وزير الموانئ سالم الرابحي أن يكون الوفدان قد وقعا أي وثيقة."),
        (_said("الشركة دفعت رواتب البحارة"), _said("الشركة لم تدفع رواتب البحارة")),
        (_said("اللجنة ستنشر نتائج التحقيق في الحريق"), _said("اللجنة لن تنشر نتائج التحقيق في الحريق")),
        (_said("الرافعة الكبيرة تعمل في المرفأ"), _said("الرافعة الكبيرة لا تعمل في المرفأ")),
        (_said("الهدنة في الميناء تبدأ الأحد"), _said("الهدنة التي اتفق عليها في الميناء تبدأ الاثنين وتستمر أسبوعا")),
        (_said("المستشفى استقبل 60 جريحا"), _said("المستشفى استقبل 63 جريحا، ستة منهم في حالة حرجة")),
        (_said("الشرطة اعتقلت 12 متظاهرا في المرفأ"), _said("الشرطة اعتقلت 15 متظاهرا في المرفأ")),
        (_said("الانفجار أدى إلى مقتل ثلاثة عمال"), _said("الانفجار أدى إلى مقتل خمسة عمال")),
        (_said("القائمة تضم أسماء 150 عاملا"), _said("القائمة التي سلمت تضم 120 عاملا")),
    ],
    ids=["signed or not", "lam", "lan", "la", "day", "injured", "held", "killed", "counted"],
)
def test_two_accounts_of_one_speaker_contradict(one: str, two: str) -> None:
    assert _labels(one, two) == [Label.CONTRADICT]
    assert _labels(two, one) == [Label.CONTRADICT]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (_said("المستشفى استقبل نحو 60 جريحا"), _said("المستشفى استقبل 63 جريحا")),
        (_said("المستشفى استقبل أكثر من 60 جريحا"), _said("المستشفى استقبل 63 جريحا")),
        (_said("المستشفى استقبل 60 جريحا على الأقل"), _said("المستشفى استقبل 63 جريحا")),
        (_said("المستشفى استقبل بين 50 و60 جريحا"), _said("المستشفى استقبل 63 جريحا")),
        (_said("المستشفى استقبل 17 قتيلا"), _said("المستشفى استقبل 63 جريحا")),
        (_said("الانفجار أدى إلى مقتل 14 شخصا"), _said("الانفجار أدى إلى إصابة 31 شخصا")),
        (_said("الغارات قتلت 40 عاملا بينهم ثمانية عمال أجانب"), _said("الغارات قتلت 40 عاملا")),
        (_said("الحصيلة ارتفعت إلى 17 قتيلا في الانفجار"), _said("الحصيلة بلغت 14 قتيلا في الانفجار")),
        (_said("الدولة ستقدم 400 مليون دولار قروضا و150 مليون دولار هبات للميناء"),
         _said("الدولة ستقدم 550 مليون دولار قروضا وهبات للميناء")),
        (_said("الناتج نما بنسبة 5 في المئة عام 2029"), _said("الناتج سينمو بنسبة 8 في المئة عام 2033")),
        (_said("سرعة الرياح بلغت 140 كيلومترا في الساعة"), _said("سرعة الرياح بلغت 80 كيلومترا في الساعة")),
        (_said("الجولة الثانية من المحادثات ستعقد الأحد"), _said("الجولة الثالثة من المحادثات ستعقد الاثنين")),
        (_said("البحارة لن يغادروا الميناء قبل دفع الرواتب"), _said("البحارة غادروا الميناء")),
        (_said("هذه السفينة جزء لا يتجزأ من أسطول الميناء"), _said("هذه السفينة جزء من أسطول الميناء")),
    ],
    ids=["about", "more than", "at least", "a range", "killed and injured", "killed and injured persons",
         "a part of them", "a rise", "a sum", "other years", "measured", "other rounds", "a bound", "an idiom"],
)  # fmt: skip
def test_what_can_both_be_right_does_not_contradict(one: str, two: str) -> None:
    published = (_MORNING, _EVENING) if "سرعة" in one else (_DAY, _DAY)
    assert Label.CONTRADICT not in _labels(one, two, *published)
    assert Label.CONTRADICT not in _labels(two, one, *reversed(published))


def test_a_toll_of_a_later_hour_is_a_part_and_no_contradiction() -> None:
    one, two = _said("الانفجار أدى إلى مقتل 11 عاملا في الميناء"), _said("الانفجار أدى إلى مقتل 13 عاملا في الميناء")
    assert _labels(one, two, _MORNING, _EVENING) == [Label.PART]
    assert _labels(one, two, _MORNING, _MORNING) == [Label.CONTRADICT]


def test_neighbouring_days_are_one_bulletin_where_another_figure_agrees() -> None:
    one = _said("المستشفى استقبل 17 قتيلا و60 جريحا")
    two = _said("المستشفى استقبل 17 قتيلا و63 جريحا")
    assert _labels(one, two, _DAY, _NEXT) == [Label.CONTRADICT]
    other = _said("المستشفى استقبل 19 قتيلا و63 جريحا")
    assert Label.CONTRADICT not in _labels(one, other, _DAY, _NEXT)


def test_raids_of_two_days_are_two_incidents() -> None:
    one = _said("الغارات على الميناء الجمعة قتلت سبعة عمال")
    two = _said("الغارات على الميناء السبت قتلت أربعة عمال")
    assert _labels(one, two, _DAY, _NEXT) == []
    assert _labels(one, two, _NEXT, _NEXT) == []


def test_a_call_for_a_day_does_not_contradict_a_decision_on_another() -> None:
    one = "ودعا وزير الموانئ سالم الرابحي إلى إجراء انتخابات النقابة في 26 أغسطس."
    two = _said("انتخابات النقابة ستجرى في 24 يونيو")
    assert Label.CONTRADICT not in _labels(one, two)


def test_a_bare_office_stands_for_its_only_holder_in_the_text() -> None:
    one = "وقالت وزيرة الموانئ ليلى الخزامي إن الشركة دفعت رواتب البحارة."
    two = (
        "استقبلت وزيرة الموانئ ليلى الخزامي وفدا من البحارة في مكتبها. "
        "ونفت الوزيرة أن تكون الشركة قد دفعت رواتب البحارة."
    )
    assert _labels(one, two) == [Label.CONTRADICT]


def test_a_bare_office_with_two_holders_in_the_text_stands_for_neither() -> None:
    account = _account(
        "a",
        _DAY,
        "قالت وزيرة الموانئ ليلى الخزامي إن الرافعة تعمل. وأكدت وزيرة السياحة مريم الصالحي أن الموسم بدأ. "
        "ونفت الوزيرة أن تكون الشركة قد دفعت رواتب البحارة.",
    )
    denial = next(statement for statement in account.statements if statement.speaker_text == "الوزيرة")
    assert SpeakerFinder(account).find(denial) == ("", ["الوزيرة"])


@pytest.mark.parametrize(
    "forms", ["وقعا وقع يوقع توقيع وقعت", "استقبل استقبلت يستقبل استقبال", "بدا تبدا يبدا ستبدا", "يضم تضم ضم"]
)
def test_inflections_of_one_verb_have_one_stem(forms: str) -> None:
    assert len({stem_of(form) for form in forms.split()}) == 1


_TOPIC = "نزع سلاح الميليشيا"


def test_a_topic_that_every_statement_holds_makes_no_part() -> None:
    one = " ".join(
        (
            _said(f"العقوبات المفروضة على شركات النقل بسبب تهريب الذخائر لن ترفع طالما أن عملية {_TOPIC} لم تنته"),
            _said(f"أصحاب المخازن ينتظرون {_TOPIC} منذ سنوات حتى يعود إليهم الزبائن"),
            _said(f"المفتشين نزلوا بزوارق صغيرة لمراقبة {_TOPIC} وسيقيمون شهرا كاملا"),
        )
    )
    two = " ".join(
        (
            _said(f"قادة الأحياء القديمة أدركوا أهمية {_TOPIC} بسرعة بعد حريق الخريف"),
            _said(f"الحكومة ملتزمة التوصل مع جيرانها إلى {_TOPIC} بصورة يمكن التحقق منها"),
        )
    )
    assert _labels(one, two) == []
