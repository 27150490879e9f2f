"""A clause's subject and object side by side: each office and calling is its own noun phrase."""

from __future__ import annotations

import pytest
from tests.annotate.statements.reading_aid import article_of

from riwaya.annotate.document import Document
from riwaya.annotate.holders.noun_phrases import part_phrases
from riwaya.annotate.holders.ties import without_false_ties
from riwaya.model import Field, Mention, MentionKind, Span


def _roles(text: str, role: str, name: str = "سليم الحداد") -> dict[str, bool]:
    """Return the roles that become of one read before a name, with whether each is tied to it."""
    document = Document.read(article_of(text), Field.TEXT)

    def mention(words: str, kind: MentionKind, holder: str = "") -> Mention:
        span = Span(text.index(words), text.index(words) + len(words))
        key = Mention.make_id("a", Field.TEXT, span, kind)
        return Mention(key, "a", Field.TEXT, span, words, kind, holder, 1.0)

    person = mention(name, MentionKind.PER)
    mentions = part_phrases(document, [mention(role, MentionKind.ROLE, person.id), person])
    return {
        one.text: bool(one.holder_id) for one in without_false_ties(document, mentions) if one.kind is MentionKind.ROLE
    }


@pytest.mark.parametrize(
    ("text", "role", "parts"),
    [
        ("أوقف النائب العام الصحفي سليم الحداد.", "النائب العام الصحفي", {"النائب العام": False, "الصحفي": True}),
        ("أنذر رئيس البلدية المقاول سليم الحداد.", "رئيس البلدية المقاول", {"رئيس البلدية": False, "المقاول": True}),
        ("هاتف الرئيس رئيس الوزراء سليم الحداد.", "الرئيس رئيس الوزراء", {"الرئيس": False, "رئيس الوزراء": True}),
        ("سأل النائب وزير المالية سليم الحداد عنه.", "النائب وزير المالية", {"النائب": False, "وزير المالية": True}),
        (
            "وجه الوزير المدير العام سليم الحداد بمتابعته.",
            "الوزير المدير العام",
            {"الوزير": False, "المدير العام": True},
        ),
        # Who speaks is both.
        (
            "قال رئيس البلدية المقاول سليم الحداد إنه باق.",
            "رئيس البلدية المقاول",
            {"رئيس البلدية": True, "المقاول": True},
        ),
    ],
)
def test_office_ends_before_the_noun_that_begins_another_phrase(text: str, role: str, parts: dict[str, bool]) -> None:
    assert _roles(text, role) == parts


@pytest.mark.parametrize(
    "role",
    [
        "زعيم التنظيم الإرهابي",
        "المتحدث باسم المجموعة المسلحة",
        "رئيس الحزب الاشتراكي الحاكم",
        "رئيس أركان القوات المسلحة المصرية",
        "الحارس المرافق",
        "الرئيس الشهيد",
        "القاضي المتقاعد",
        "الأمين العام المساعد",
        "المستشار السياسي",
        "لاعب الوسط الفرنسي الشاب",
    ],
)
def test_adjective_of_an_office_or_its_body_stays_in_it(role: str) -> None:
    assert _roles(f"قال {role} سليم الحداد إنه باق.", role) == {role: True}


@pytest.mark.parametrize(
    ("text", "role", "held"),
    [
        # The verb's object stands behind the name, at once or behind when and where it was; or it doesn't.
        ("استقبل الرئيس الشيخ سليم الحداد في القصر.", "الرئيس", False),
        ("استقبل ولي العهد الأمير سليم الحداد في مكتبه وزير خارجية مصر.", "ولي العهد", True),
        ("استقبل قائد القوات الفريق سليم الحداد أمس وفدا عسكريا.", "قائد القوات", True),
        ("وصف رئيس الحزب النائب سليم الحداد بأنه انتهازي.", "رئيس الحزب", False),
        ("وصف مندوب الدولة السفير سليم الحداد، خلال كلمته، أمس، إطلاق النار بأنه جريمة.", "مندوب الدولة", True),
        ("أرسل حاكم الولاية، سليم الحداد، استغاثة.", "حاكم الولاية", True),
        # What somebody is made.
        ("عين الملك سليم الحداد رئيسا للوزراء.", "الملك", False),
        ("كلف الرئيس سليم الحداد بتشكيل الحكومة.", "الرئيس", False),
        ("البرلمان ينتخب زعيم المعارضة سليم الحداد رئيسا للوزراء.", "زعيم المعارضة", True),
        ("شكلت الهيئة التي كلفت عضو النادي سليم الحداد لجنة.", "عضو النادي", True),
        # No verb: «قتل» is a noun here.
        ("شاركوا في قتل النائب العام الراحل المستشار سليم الحداد.", "النائب العام الراحل", True),
    ],
)
def test_object_of_a_verb_done_to_persons_stands_behind_the_name_or_is_it(text: str, role: str, held: bool) -> None:
    assert _roles(text, role) == {role: held}


def test_verb_and_noun_of_two_genders_are_of_two_persons() -> None:
    assert _roles("أنصف قاضي الأمور المستعجلة الصحافية هدى الحداد.", "قاضي الأمور المستعجلة", "هدى الحداد") == {
        "قاضي الأمور المستعجلة": False
    }
    assert _roles("زار وزير الصحة المريضة سعاد الحداد.", "وزير الصحة المريضة", "سعاد الحداد") == {
        "وزير الصحة المريضة": False
    }


def test_known_person_has_no_office_of_another_nation() -> None:
    text = "حذر رئيس الأركان الإيراني كريم سعد الرئيس دونالد ترامب."
    assert _roles(text, "رئيس الأركان الإيراني", "دونالد ترامب") == {"رئيس الأركان الإيراني": False}


def test_an_adjective_read_as_a_role_behind_an_office_is_none() -> None:
    text = "قال رئيس الوزراء المحافظ سليم الحداد نعم."
    document = Document.read(article_of(text), Field.TEXT)
    spans = {words: Span(text.index(words), text.index(words) + len(words)) for words in ("رئيس الوزراء", "المحافظ")}
    roles = [Mention(words, "a", Field.TEXT, span, words, MentionKind.ROLE, "", 1.0) for words, span in spans.items()]
    assert [role.text for role in part_phrases(document, roles)] == ["رئيس الوزراء"]


def test_whose_business_somebody_does_has_not_that_office() -> None:
    assert _roles("وقالت وكيلة أعمال سليم الحداد نعم.", "وكيلة أعمال") == {"وكيلة أعمال": False}
