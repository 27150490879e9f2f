"""Names whose parts are other words elsewhere: states, nations, roles, adjectives."""

from __future__ import annotations

import pytest

from riwaya.annotate import AnnotateConfig, annotate
from riwaya.annotate.reader import is_installed
from riwaya.model import Article, Mention, MentionKind, PublishedFrom

READERS = ["rules", pytest.param("neural", marks=pytest.mark.skipif(not is_installed(), reason="no reader is shipped"))]


def read(text: str, reader: str) -> list[Mention]:
    article = Article("a", "p", "", 0, "", "", "", (), "", (), "2031-05-04", PublishedFrom.STATED, "ar", text, ())
    return [one for one in annotate(article, AnnotateConfig(reader=reader)) if isinstance(one, Mention)]


def persons(text: str, reader: str) -> list[str]:
    return [one.text for one in read(text, reader) if one.kind is MentionKind.PER]


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "وأضاف حسين أمير عبد اللهيان أن المحادثات مستمرة. وأكد عبد اللهيان أن الوفد عاد.",
            ["حسين أمير عبد اللهيان", "عبد اللهيان"],
        ),
        (
            "التقى محمد شياع السوداني وفدا. وقال السوداني إن العراق ماض في الإصلاح.",
            ["محمد شياع السوداني", "السوداني"],
        ),
        ("أعلن إبراهيم رئيسي موقفه من الرد.", ["إبراهيم رئيسي"]),
        ("وهاجم إسرائيل كاتس الاتفاق. وأضاف كاتس أن إسرائيل ستواصل.", ["إسرائيل كاتس", "كاتس"]),
        ("وقال بني غانتس إنه سيستقيل.", ["بني غانتس"]),
        ("شارك في اللقاء يوآف غالانت وبني غانتس وغادي آيزنكوت.", ["يوآف غالانت", "بني غانتس", "غادي آيزنكوت"]),
        ("التقى أنتوني بلينكن بني غانتس أمس.", ["أنتوني بلينكن", "بني غانتس"]),
    ],
)
def test_a_known_person_s_full_name_is_nothing_else(text: str, names: list[str], reader: str) -> None:
    assert persons(text, reader) == names


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("قال وزير الخارجية الإسرائيلي إسرائيل كاتس إن الرد قادم.", "وزير الخارجية الإسرائيلي"),
        ("ووصف وزير الطاقة إسرائيل كاتس القرار بالخطأ.", "وزير الطاقة"),
    ],
)
def test_a_role_ends_before_a_known_person_s_name(text: str, role: str, reader: str) -> None:
    mentions = read(text, reader)
    names = {one.id: one.text for one in mentions}
    roles = {one.text: names[one.holder_id] for one in mentions if one.kind is MentionKind.ROLE}
    assert roles == {role: "إسرائيل كاتس"}


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("قال مازن الأردني إنه لن يعود. وأضاف الأردني أن القضية أغلقت.", ["مازن الأردني", "الأردني"]),
        ("أوضح ناصر القطري أن السوق ستفتح غدا.", ["ناصر القطري"]),
        ("قال ياسين الفرنسي إنه سيستأنف الحكم.", ["ياسين الفرنسي"]),
        ("اعتقل أبو أسامة الفرنسي في المدينة.", ["أبو أسامة الفرنسي"]),
        ("قال مازن الأردني إنه باق. وأضاف الأردني كريم سعد أنه عائد.", ["مازن الأردني", "كريم سعد"]),
        ("وعادل الفرنسي كريم بنزيمة النتيجة.", ["كريم بنزيمة"]),
        ("تغلب على الفرنسي لوكاس بوي.", ["لوكاس بوي"]),
    ],
)
def test_a_nation_s_adjective_behind_an_arabic_first_name_is_a_surname(
    text: str, names: list[str], reader: str
) -> None:
    assert persons(text, reader) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("قال حسين أمير فلاح إن الطريق مفتوح.", ["حسين أمير فلاح"]),
        ("وأصيب يحيى قائد الصلاحي بجروح.", ["يحيى قائد الصلاحي"]),
        ("وأوضح وليد الوزير أن الأسعار ارتفعت.", ["وليد الوزير"]),
        ("قالت نسرين أمين إن الفيلم جاهز.", ["نسرين أمين"]),
        ("قال غازي وزني إن الموازنة أقرت.", ["غازي وزني"]),
        ("وشارك وحيد حسن في الاجتماع.", ["وحيد حسن"]),
        ("ذكر فارس نبيل أنه رأى الطائرة.", ["فارس نبيل"]),
        ("وقال محمد مصطفى رئيس مجلس الإدارة إن الأرباح زادت.", ["محمد مصطفى"]),
        ("وزار محمد أمير قطر السابق المدينة.", ["محمد"]),
        ("قال محامي وائل عباس إنه بريء.", ["وائل عباس"]),
        ("كان رجب يقضي حكما بالسجن. وبدت آمال فيدرر كبيرة.", ["فيدرر"]),
    ],
)
def test_a_surname_that_is_a_common_word_is_told_by_what_stands_around(text: str, names: list[str]) -> None:
    assert persons(text, "rules") == names


@pytest.mark.skipif(not is_installed(), reason="no reader is shipped")
def test_a_surname_of_two_words_stands_for_the_full_name() -> None:
    text = "قال حسن نصر الله إنه باق. وأضاف نصر الله أنه عائد."
    assert persons(text, "neural") == ["حسن نصر الله", "نصر الله"]


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("قال حسن السيد إن الأمن مستتب. وأضاف السيد أن الشرطة منتشرة.", ["حسن السيد", "السيد"]),
        ("قال حسن العلي إن الأمن مستتب. وأضاف السيد أن الشرطة منتشرة.", ["حسن العلي"]),
        ("قال الرئيس الإيراني رئيسي إن إيران مستعدة.", ["رئيسي"]),
        ("دعا الرئيس الإيراني رئيس البرلمان إلى الاجتماع.", []),
        ("قال الرئيس الإيراني إن السبب رئيسي في الأزمة. وقال إن هذا دور رئيسي.", []),
    ],
)
def test_a_title_or_adjective_is_a_surname_only_where_the_article_or_the_table_names_its_bearer(
    text: str, names: list[str], reader: str
) -> None:
    assert persons(text, reader) == names
