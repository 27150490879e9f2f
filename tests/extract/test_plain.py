from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.pages import PARAGRAPHS, TITLE, page, reasons
from riwaya.errors import BadItem
from riwaya.extract import extract

BODY = "\n\n".join(PARAGRAPHS)


def test_title_dateline_and_credit_leave_the_text() -> None:
    (article,) = extract(page(f"{TITLE}\n\nالواحة | نبأ-برس\n\n{BODY}\n\nالمصدر: نبأ-برس"))
    assert article.title == TITLE
    assert article.dateline == "الواحة | نبأ-برس" or article.text.startswith("الواحة")
    assert article.credits == ("نبأ-برس",)
    assert article.text.endswith(PARAGRAPHS[-1])


def test_dateline_of_a_known_city() -> None:
    (article,) = extract(page(f"{TITLE}\n\nبيروت | نبأ-برس\n\n{BODY}"))
    assert article.dateline == "بيروت | نبأ-برس"
    assert article.text == "\n".join(PARAGRAPHS)


def test_a_first_sentence_is_no_title() -> None:
    (article,) = extract(page("\n".join(PARAGRAPHS)))
    assert article.title == ""
    assert article.text == "\n".join(PARAGRAPHS)


def test_blog_lines_go_with_their_reason() -> None:
    line = "Comments are closed, but trackbacks and pingbacks are open."
    (article,) = extract(page("\n".join([*PARAGRAPHS, line])))
    assert reasons(article) == {line: "comments"}


def test_a_bare_headline_between_sentences_goes_and_a_subheading_stays() -> None:
    headline = "رئيس النوار يستقبل وفدا تجاريا من مملكة الساحل بعد قطيعة طويلة"
    subheading = "خلاف على الكلفة"
    lines = [TITLE, "", *PARAGRAPHS[:3], headline, subheading, *PARAGRAPHS[3:]]
    (article,) = extract(page("\n".join(lines)))
    assert reasons(article)[headline] == "related"
    assert subheading in article.text.split("\n")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("اقرأ أيضاً: حريق في سوق مدينة الواحة القديم", "related"),
        ("شاهد أيضا | جولة داخل السد الجديد", "related"),
        ("إقرأ المزيد: من يدفع ثمن المياه؟", "related"),
        ("فيسبوك تويتر واتساب طباعة", "share"),
        ("تابعونا على تلغرام", "notice"),
        ("حمّل تطبيق الميناء الآن", "notice"),
        ("الوسوم: السد، المياه، الواحة", "tags"),
        ("إعلان", "advert"),
        ("الرئيسية > أخبار > محليات", "navigation"),
        ("السد الجديد قبل تشغيله (أرشيفية)", "caption"),
        ("تصوير: ليلى حمدان", "caption"),
    ],
)
def test_lines_around_an_article_are_named(line: str, reason: str) -> None:
    (article,) = extract(page("\n".join([TITLE, "", *PARAGRAPHS[:2], line, *PARAGRAPHS[2:]])))
    assert reasons(article)[line] == reason
    assert article.text == "\n".join(PARAGRAPHS)


@pytest.mark.parametrize(
    "line",
    [
        "وقال المصدر إن المفاوضات مستمرة بعيدا عن وسائل الإعلام.",
        "المزيد من القوات وصل إلى الحدود صباح الأحد.",
        "شارك في المؤتمر مندوبون عن عشرين دولة.",
        "تعليقات الوزير أثارت غضب النقابة ودفعتها إلى الانسحاب.",
        "نقلا عن مصادر في الوزارة قالت الصحيفة إن العقد ألغي.",
        "كتب الرئيس السابق مذكراته في ثلاثة أجزاء وباعها لدار نشر أجنبية.",
        "آخر تحديث للقائمة شمل عشرين اسما جديدا من كبار الموظفين.",
        "ما الذي تغير في الخطة الجديدة؟",
    ],
)
def test_sentences_that_begin_like_furniture_stay(line: str) -> None:
    (article,) = extract(page("\n".join([*PARAGRAPHS[:2], line, *PARAGRAPHS[2:]])))
    assert line in article.text.split("\n")


def test_headlines_under_a_marker_go_until_the_text_goes_on() -> None:
    listed = ["اقرأ أيضاً", "حريق في سوق مدينة الواحة القديم", "نقابة الصيادين تنتخب مجلسا جديدا"]
    (article,) = extract(page("\n".join([TITLE, "", *PARAGRAPHS[:2], *listed, *PARAGRAPHS[2:]])))
    assert article.text == "\n".join(PARAGRAPHS)
    assert {reasons(article)[line] for line in listed} == {"related"}


def test_a_whole_article_behind_a_marker_is_an_article() -> None:
    second = [
        "نقابة الصيادين في النوار تنتخب مجلسا جديدا",
        "بيروت - وكالات",
        "انتخبت نقابة الصيادين في جمهورية النوار، مساء السبت، مجلسا جديدا من تسعة أعضاء برئاسة هيثم البحري.",
        "وقال البحري بعد إعلان النتائج إن أولى مهام المجلس ستكون تجديد القوارب القديمة وخفض رسوم الميناء.",
        "وشارك في الاقتراع أكثر من ستمئة صياد من أصل ثمانمئة مسجلين في النقابة.",
    ]
    lines = [TITLE, "", *PARAGRAPHS, "المصدر: وكالات", "إقرأ أيضاً", *second]
    first, other = extract(page("\n".join(lines)))
    assert (first.position, other.position) == (0, 1)
    assert first.text == "\n".join(PARAGRAPHS)
    assert (other.title, other.dateline) == (second[0], second[1])
    assert other.text == "\n".join(second[2:])
    assert first.id != other.id


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("تاريخ النشر: 3rd, May 2022 GMT", "2022-05-03"),
        ("14-09-2023 06:15 PM", "2023-09-14T18:15:00"),
        ("الأربعاء 9 مايو 2018 - 14:30", "2018-05-09T14:30:00"),
        ("نشر في: ٢٤ كانون الثاني ٢٠١٩", "2019-01-24"),
        ("الجمعة 8 فيفري 2019", "2019-02-08"),
        ("15 رمضان 1445 هـ", "2024-03-25"),
    ],
)
def test_date_lines_under_the_title(line: str, value: str) -> None:
    (article,) = extract(page("\n".join([TITLE, line, *PARAGRAPHS])))
    assert (article.published, article.published_from.value) == (value, "stated")
    assert reasons(article)[line] == "date"


def test_comments_behind_the_form_go() -> None:
    comments = ["اترك تعليقاً", "سمير", "خبر جيد لكن متى نرى الماء في بيوتنا؟", "أم خالد", "كلام سمعناه من قبل"]
    (article,) = extract(page("\n".join([TITLE, "", *PARAGRAPHS, *comments])))
    assert article.text == "\n".join(PARAGRAPHS)
    assert {reasons(article)[line] for line in comments} == {"comments"}


@pytest.mark.parametrize("scraps", [["اقرأ أيضا", "0", "اقرأ أيضا"], ["خبر", "قصير", "اقرأ أيضا"]])
def test_scraps_before_the_first_title_are_told_as_removed(scraps: list[str]) -> None:
    (article,) = extract(page("\n".join([*scraps, TITLE, *PARAGRAPHS[:1] * 2])))
    assert article.title == TITLE
    assert article.text.split("\n") == list(PARAGRAPHS[:1] * 2)
    assert "\n".join(scraps) in "\n".join(block.text for block in article.removed)


def test_a_dateline_behind_a_stray_mark_is_a_line_whole() -> None:
    (article,) = extract(page(f"%\nبيروت - وكالات\n{PARAGRAPHS[0]}"))
    assert article.dateline == "بيروت - وكالات"
    assert article.text == PARAGRAPHS[0]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(st.sampled_from([*PARAGRAPHS, TITLE, "اقرأ أيضا", "المصدر: وكالات", "تابعونا على تويتر", "بيروت - وكالات", ""]),  # noqa: E501
                          st.text(max_size=80)), max_size=20))  # fmt: skip
def test_every_line_is_text_or_removed(lines: list[str]) -> None:
    from riwaya.extract.plain import plain_lines, without_controls

    content = "\n".join(lines)
    try:
        articles = extract(page(content.encode("utf-8", "replace")))
    except BadItem:
        return
    if len(articles) > 1:
        return
    told = sorted(
        [*articles[0].text.split("\n"), *(line for block in articles[0].removed for line in block.text.split("\n"))]
    )
    decoded = content.encode("utf-8", "replace").decode()
    assert told == sorted(line.text for line in plain_lines(without_controls(decoded)))


@pytest.mark.parametrize(
    ("name", "under"),
    [
        ("نهر الساحل نيوز", "الخميس 5 تموز 2018 - 11:40"),
        ("صحيفة السنبلة", "عمّان – السنبلة – 5 يوليو 2018"),
        ("السنبلة", "عمّان – السنبلة – 5 يوليو 2018"),
        ("السنبلة", "بيروت - السنبلة - الخميس 5 تموز 2018"),
    ],
)
def test_an_outlets_name_above_the_headline_is_no_title(name: str, under: str) -> None:
    (article,) = extract(page(f"{name}\n{TITLE}\n{under}\n" + "\n".join(PARAGRAPHS)))
    assert (article.outlet, article.title, article.text) == (name, TITLE, "\n".join(PARAGRAPHS))
    assert article.published[:10] == "2018-07-05"


@pytest.mark.parametrize("under", ["عمّان – رويترز – 11 يوليو 2018", "عمّان - رويترز (11 يوليو 2018)"])
def test_a_dateline_with_a_date_gives_both(under: str) -> None:
    (article,) = extract(page(f"{TITLE}\n\n{under}\n\n{BODY}"))
    assert (article.dateline, article.published) == ("عمّان – رويترز".replace("–", under[6]), "2018-07-11")
    assert article.text == "\n".join(PARAGRAPHS)


def test_a_dateline_with_a_date_at_the_head_of_the_first_paragraph() -> None:
    (article,) = extract(page(f"{TITLE}\n\nعمّان – رويترز – 11 يوليو 2018 – {BODY}"))
    assert (article.dateline, article.published) == ("عمّان – رويترز", "2018-07-11")
    assert article.text == "\n".join(PARAGRAPHS)


@pytest.mark.parametrize("kicker", ["اقتصاد الساحل", "حكاية الأسبوع"])
def test_a_section_above_the_headline_is_no_outlet(kicker: str) -> None:
    (article,) = extract(page(f"{kicker}\n{TITLE}\n" + "\n".join(PARAGRAPHS)))
    assert article.outlet == ""


def test_a_date_in_the_first_sentence_is_no_publication_date() -> None:
    lead = "بيروت - في 11 يوليو 2018 وقعت الحكومة عقد السد الجديد مع شركة من مملكة الساحل بعد مفاوضات طويلة."
    (article,) = extract(page("\n".join([TITLE, "", lead, *PARAGRAPHS])))
    assert article.published == ""


@pytest.mark.parametrize(
    "title",
    [
        'موسكو: عقوبات رنبرغ "تستهدف شعبنا" وسنرد بقوة',
        "سوريا: مقتل 3 أشخاص في انهيار جسر",
        "بنغازي: كفاح من أجل البقاء",
        "فيلم المخرجة يصل متأخرا إلى المهرجان!",
        "غدا ينتهي الموسم.. ثم ماذا ..",
    ],
)
def test_a_headline_that_opens_with_a_place_or_calls_out_is_the_title(title: str) -> None:
    (article,) = extract(page(f"{title}\n\n{BODY}"))
    assert (article.title, article.dateline) == (title, "")


@pytest.mark.parametrize("dateline", ["بيروت: محمد الحداد", "القاهرة - رويترز", "عمان | 12 مايو 2018"])
def test_a_dateline_names_a_reporter_an_agency_or_a_day(dateline: str) -> None:
    (article,) = extract(page(f"{TITLE}\n\n{dateline}\n\n{BODY}"))
    assert article.title == TITLE
    assert article.text == BODY.replace("\n\n", "\n")
