"""The office of a verb's subject is not that of whom he meets, whose name stands behind it."""

from __future__ import annotations

import pytest
from tests.annotate.marking import mention_of
from tests.annotate.statements.reading_aid import article_of

from riwaya.annotate.document import Document
from riwaya.annotate.holders.ties import without_false_ties
from riwaya.model import Field, MentionKind


def _roles(text: str, name: str, *roles: str) -> dict[str, bool]:
    """Return the roles as they are read then, with whether each is tied to the name."""
    document = Document.read(article_of(text), Field.TEXT)
    person = mention_of(document, name, MentionKind.PER)
    mentions = [*(mention_of(document, role, MentionKind.ROLE, person.id) for role in roles), person]
    read = without_false_ties(document, mentions)
    return {mention.text: bool(mention.holder_id) for mention in read if mention.kind is MentionKind.ROLE}


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        ("ورثى وزير الثقافة الشاعر سليم الحداد.", "سليم الحداد", "وزير الثقافة"),
        ("هنأت وزيرة الشباب اللاعب سليم الحداد.", "سليم الحداد", "وزيرة الشباب"),
        ("حمل رئيس البلدية المدرب سليم الحداد المسؤولية.", "سليم الحداد", "رئيس البلدية"),
        ("أهدى سفير الجزيرة الخطاط سليم الحداد لوحة.", "سليم الحداد", "سفير الجزيرة"),
        ("حاور المذيع جمانة الحداد في الاستوديو.", "جمانة الحداد", "المذيع"),
        ("استقبلت السفيرة محمد الحداد في مكتبها.", "محمد الحداد", "السفيرة"),
        ("قلد الملك الكاتبة هدى الحداد وساما.", "هدى الحداد", "الملك"),
        ("أوقف وزير الدفاع السابق الضابط سليم الحداد عن العمل.", "سليم الحداد", "وزير الدفاع السابق"),
    ],
)
def test_object_with_a_calling_has_not_the_subjects_office(text: str, name: str, office: str) -> None:
    assert _roles(text, name, office) == {office: False}


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        ("رحب رئيس البلدية بالرسام سليم الحداد.", "سليم الحداد", "رئيس البلدية"),
        ("ناقش الوزير مع الخبير سليم الحداد الخطة.", "سليم الحداد", "الوزير"),
        ("زار وزير الزراعة ومعه النائب سليم الحداد القرية.", "سليم الحداد", "وزير الزراعة"),
        ("عزل وزير الداخلية مساعده سليم الحداد.", "سليم الحداد", "وزير الداخلية"),
        ("اصطحبت الوزيرة ضيفتها هدى الحداد.", "هدى الحداد", "الوزيرة"),
        ("أكد العاهل السعودي لدونالد ترامب موقفه.", "دونالد ترامب", "العاهل السعودي"),
    ],
)
def test_companion_has_not_the_subjects_office(text: str, name: str, office: str) -> None:
    assert _roles(text, name, office) == {office: False}


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        ("انتقد وزير الخارجية الشيخ سليم الحداد القرار.", "سليم الحداد", "وزير الخارجية"),
        ("دعا رئيس الهيئة المستشار سليم الحداد المواطنين.", "سليم الحداد", "رئيس الهيئة"),
        ("استقبل محافظ الإقليم المهندس سليم الحداد الوفد.", "سليم الحداد", "محافظ الإقليم"),
        ("زار رئيس اللجنة النائب سليم الحداد القرية.", "سليم الحداد", "رئيس اللجنة"),
        ("قال مدير المسرح الفنان سليم الحداد إن الموسم بدأ.", "سليم الحداد", "مدير المسرح"),
        ("أشار رئيس الحزب ومؤسسه سليم الحداد إلى الأزمة.", "سليم الحداد", "رئيس الحزب"),
        ("يواجه رجل الأعمال الملياردير سليم الحداد اتهامات.", "سليم الحداد", "رجل الأعمال الملياردير"),
        ("وخفض رئيس أركان القوات المسلحة سليم الحداد العدد.", "سليم الحداد", "رئيس أركان القوات المسلحة"),
        ("استقبل رئيس الحزب المعارض سليم الحداد.", "سليم الحداد", "رئيس الحزب المعارض"),
        ("اصطحب ولي العهد الأمير سليم الحداد العروس.", "سليم الحداد", "ولي العهد"),
    ],
)
def test_office_before_a_rank_or_of_who_speaks_stays_his(text: str, name: str, office: str) -> None:
    assert _roles(text, name, office) == {office: True}
