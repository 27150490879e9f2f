"""Places named by what they are: how far the name goes, and what is no name."""

from __future__ import annotations

import pytest

from riwaya.annotate import AnnotateConfig, annotate
from riwaya.annotate.reader import is_installed
from riwaya.model import Article, Mention, MentionKind, PublishedFrom

READERS = ["rules", pytest.param("neural", marks=pytest.mark.skipif(not is_installed(), reason="no reader is shipped"))]


def places(text: str, reader: str) -> set[str]:
    article = Article("a", "p", "", 0, "", "", "", (), "", (), "2031-05-04", PublishedFrom.STATED, "ar", text, ())
    found = (one for one in annotate(article, AnnotateConfig(reader=reader)) if isinstance(one, Mention))
    return {one.text for one in found if one.kind in (MentionKind.LOC, MentionKind.GPE)}


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("هبطت الطائرة في مطار هيثرو صباحا.", "مطار هيثرو"),
        ("هبطت الطائرة في مطار رفيق الحريري الدولي.", "مطار رفيق الحريري الدولي"),
        ("أقيم اللقاء على ملعب هزاع بن زايد أمس.", "ملعب هزاع بن زايد"),
        ("احتضن استاد الأمير فيصل بن فهد المباراة.", "استاد الأمير فيصل بن فهد"),
        ("تقع العيادة في حي أرنونا قرب الحديقة.", "حي أرنونا"),
        ("قصفت الطائرات حي الشجاعية ليلا.", "حي الشجاعية"),
        ("تحطمت الطائرة في جبال زاغروس.", "جبال زاغروس"),
        ("خرجوا عبر معبر مخيم الوافدين أمس.", "معبر مخيم الوافدين"),
        ('سجل الهدف على ملعب "كامب نو" مساء.', 'ملعب "كامب نو"'),
        ("عاد الوفد من بلدة جنديرس أمس.", "جنديرس"),
    ],
)
def test_a_landmark_is_named_with_its_noun_and_a_town_without_it(text: str, name: str, reader: str) -> None:
    assert name in places(text, reader)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    "text",
    [
        "كان ذلك من وحي الخيال.",
        "وأدى الانفجار إلى أضرار.",
        "سيبنى هناك ميناء سياحيا كبيرا.",
        "شهد ملعب مكتظ بالمشجعين المباراة.",
        "يشبه جبل جليدي ضخم.",
        "جاء القرار بسجن ناشط سنتين.",
        "قالوا من ناحية غسيل الأموال.",
    ],
)
def test_a_common_word_behind_such_a_noun_is_no_name(text: str, reader: str) -> None:
    assert not places(text, reader)


@pytest.mark.parametrize("text", ["ثلاث سنوات من الخلاف على ولاية", 'عاد الوفد إلى بلدة "'])
def test_a_head_noun_that_ends_a_text_names_no_place(text: str) -> None:
    assert not places(text, "rules")


@pytest.mark.skipif(not is_installed(), reason="no reader is shipped")
@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وقال مدير المستشفى الاستشاري العربي برام الله، الدكتور سليم الوادي، إن الحالات مستقرة.", "رام الله"),
        ("قتل شاب في مخيم نور شمس قرب طولكرم.", "مخيم نور شمس"),
        ("وشيع أهالي نور شمس الشهيد.", "نور شمس"),
        ("وقال رئيس بلدية خان يونس علاء البطة إن الوضع صعب.", "خان يونس"),
    ],
)
def test_a_place_of_two_words_is_no_person_nor_half_of_one(text: str, name: str) -> None:
    article = Article("a", "p", "", 0, "", "", "", (), "", (), "2031-05-04", PublishedFrom.STATED, "ar", text, ())
    found = [one for one in annotate(article, AnnotateConfig(reader="neural")) if isinstance(one, Mention)]
    assert name in places(text, "neural")
    persons = [one.text for one in found if one.kind is MentionKind.PER]
    assert not [person for person in persons if set(person.split()) & {"برام", "رام", "نور", "شمس", "خان", "يونس"}]
