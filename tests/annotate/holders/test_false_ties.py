"""A role before a name is not its bearer's where it is another's."""

from __future__ import annotations

import pytest
from tests.annotate.marking import mention_of
from tests.annotate.statements.reading_aid import article_of

from riwaya.annotate import mentions_of
from riwaya.annotate.document import Document
from riwaya.annotate.holders.ties import without_false_ties
from riwaya.model import Field, MentionKind


def _held(text: str, name: str, *roles: str) -> list[str]:
    """Return those of the roles that stay tied to the name."""
    document = Document.read(article_of(text), Field.TEXT)
    person = mention_of(document, name, MentionKind.PER)
    mentions = [*(mention_of(document, role, MentionKind.ROLE, person.id) for role in roles), person]
    return [mention.text for mention in without_false_ties(document, mentions) if mention.holder_id]


def test_who_speaks_before_a_colon_is_not_who_is_spoken_of() -> None:
    assert _held("وزير الخارجية الإيراني: الحداد واهم", "الحداد", "وزير الخارجية الإيراني") == []


def test_who_says_something_of_a_president_is_not_the_president() -> None:
    text = "قال وزير الخارجية الإيراني إن الرئيس الأميركي سليم الحداد واهم."
    held = _held(text, "سليم الحداد", "وزير الخارجية الإيراني", "الرئيس الأميركي")
    assert held == ["الرئيس الأميركي"]


def test_name_alone_behind_a_colon_bears_the_role() -> None:
    assert _held("المخرج: سليم الحداد", "سليم الحداد", "المخرج") == ["المخرج"]


@pytest.mark.parametrize(
    ("text", "other", "own"),
    [
        ("استقبل ملك الأردن وزير الخارجية الأميركي سليم الحداد.", "ملك الأردن", "وزير الخارجية الأميركي"),
        ("وفي عمان ملك الأردن وزير الخارجية الأميركي سليم الحداد.", "ملك الأردن", "وزير الخارجية الأميركي"),
        ("كلف رئيس الحكومة وزير العدل سليم الحداد بالملف.", "رئيس الحكومة", "وزير العدل"),
        ("والتقت رئيسة الوزراء وزير العدل سليم الحداد.", "رئيسة الوزراء", "وزير العدل"),
    ],
)
def test_office_of_one_party_is_not_the_others(text: str, other: str, own: str) -> None:
    assert _held(text, "سليم الحداد", other, own) == [own]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("قال نائب رئيس الوزراء وزير العدل سليم الحداد إن.", "نائب رئيس الوزراء", "وزير العدل"),
        ("واجتمع ولي العهد السعودي الأمير سليم الحداد مع الوفد.", "ولي العهد السعودي", "الأمير"),
        ("وسجل اللاعب المصري ونجم النادي الإنكليزي سليم الحداد هدفا.", "اللاعب المصري", "نجم النادي الإنكليزي"),
    ],
)
def test_offices_and_titles_of_one_person_are_all_his(text: str, first: str, second: str) -> None:
    assert _held(text, "سليم الحداد", first, second) == [first, second]


def test_ties_are_looked_at_whoever_read_them() -> None:
    document = Document.read(article_of("وزير الخارجية الإيراني: سليم الحداد واهم"), Field.TEXT)
    assert not any(mention.holder_id for mention in mentions_of(document, None))


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("وصلت زوجة الرئيس الفرنسي سليم الحداد أمس.", "الرئيس الفرنسي"),
        ("حضرت ابنة رئيس البلدية سليم الحداد الحفل.", "رئيس البلدية"),
        ("وقال نجل الرئيس المصري سليم الحداد إنه باق.", "الرئيس المصري"),
        ("قال محامي رئيس النادي سليم الحداد إنه باق.", "رئيس النادي"),
        ("قال الناطق باسم رئيس الحكومة سليم الحداد إنه باق.", "رئيس الحكومة"),
        ("قال الناطق بلسان رئيس الحكومة سليم الحداد إنه باق.", "رئيس الحكومة"),
        ("قال المستشار الإعلامي لرئيس البرلمان سليم الحداد إنه باق.", "رئيس البرلمان"),
        ("وذكر مدير مكتب رئيس الوزراء سليم الحداد أنه باق.", "رئيس الوزراء"),
    ],
)
def test_whose_relative_or_aide_is_named_lends_no_office(text: str, role: str) -> None:
    assert _held(text, "سليم الحداد", role) == []


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("وصلت زوجة الرئيس السوري بشار الأسد أمس.", "بشار الأسد", "الرئيس السوري"),
        ("حضر صهر الرئيس دونالد ترامب الحفل.", "دونالد ترامب", "الرئيس"),
        ("وصلت زوجة الرئيس الحداد أمس.", "الحداد", "الرئيس"),
        ("وصلت زوجته وزيرة الصحة هدى الحداد أمس.", "هدى الحداد", "وزيرة الصحة"),
        ("وأعلنت الحكومة على لسان وزير الصحة سليم الحداد أن الدواء متوفر.", "سليم الحداد", "وزير الصحة"),
        ("قال محامي رئيس النادي سليم الحداد إنه باق.", "سليم الحداد", "محامي رئيس النادي"),
    ],
)
def test_who_is_known_to_hold_it_is_called_by_surname_or_says_it_himself_keeps_it(
    text: str, name: str, role: str
) -> None:
    assert _held(text, name, role) == [role]


def test_whose_relative_the_name_before_a_comma_is_keeps_the_office() -> None:
    text = "وصلت هدى النجار، زوجة رئيس البلدية سليم الحداد، أمس."
    document = Document.read(article_of(text), Field.TEXT)
    wife, mayor = (mention_of(document, name, MentionKind.PER) for name in ("هدى النجار", "سليم الحداد"))
    role = mention_of(document, "رئيس البلدية", MentionKind.ROLE, mayor.id)
    assert [one.holder_id for one in without_false_ties(document, [wife, role, mayor])] == ["", mayor.id, ""]


@pytest.mark.parametrize(
    ("text", "name", "role", "held"),
    [
        ("اجتمع الحداد برئيس الحكومة أمس.", "الحداد", "رئيس الحكومة", []),
        ("استقبل الحداد سفير فرنسا.", "الحداد", "سفير فرنسا", []),
        ("وقال الحداد وزير العدل إن القضاة عادوا.", "الحداد", "وزير العدل", ["وزير العدل"]),
        ("استقبل الحداد وزير العدل وفدا من القضاة.", "الحداد", "وزير العدل", ["وزير العدل"]),
        ("استقبل سليم الحداد رئيس المجلس وفدا من القضاة.", "سليم الحداد", "رئيس المجلس", ["رئيس المجلس"]),
    ],
)
def test_an_office_behind_a_name_may_be_the_other_partys(text: str, name: str, role: str, held: list[str]) -> None:
    assert _held(text, name, role) == held


def test_an_office_behind_a_preposition_is_the_next_names() -> None:
    text = "اجتمع الحداد بعضو مجلس الشورى كريم سعد أمس."
    document = Document.read(article_of(text), Field.TEXT)
    host, guest = (mention_of(document, name, MentionKind.PER) for name in ("الحداد", "كريم سعد"))
    role = mention_of(document, "عضو مجلس الشورى", MentionKind.ROLE, host.id)
    assert [one.holder_id for one in without_false_ties(document, [host, role, guest])] == ["", guest.id, ""]


def test_who_is_made_something_stands_right_before_it() -> None:
    text = "عين الملك نادر الثاني كريم سعد وزيرا للعدل."
    document = Document.read(article_of(text), Field.TEXT)
    king, minister = (mention_of(document, name, MentionKind.PER) for name in ("نادر الثاني", "كريم سعد"))
    role = mention_of(document, "وزيرا للعدل", MentionKind.ROLE, king.id)
    assert [one.holder_id for one in without_false_ties(document, [king, minister, role])] == ["", "", minister.id]


@pytest.mark.parametrize(
    ("text", "name", "other", "own"),
    [
        ("وزير خارجية الشمال التقى المدير سليم الحداد أمس.", "سليم الحداد", "وزير خارجية الشمال", "المدير"),
        ("أوقفت السلطات نائبا سابقا للرئيس سليم الحداد أمس.", "سليم الحداد", "نائبا سابقا", "رئيس"),
        ("قيل إن رئيس الحكومة قد يقيل وزير العدل سليم الحداد.", "سليم الحداد", "رئيس الحكومة", "وزير العدل"),
        ("وأعلن أن الملك سيعين وزير العدل سليم الحداد قريبا.", "سليم الحداد", "الملك", "وزير العدل"),
        ("وقال النائب الذي انتقد الرئيس سليم الحداد إنه باق.", "سليم الحداد", "النائب", "الرئيس"),
        ("القمة بين الرئيس الفرنسي والوزيرة الألمانية هدى سعد.", "هدى سعد", "الرئيس الفرنسي", "الوزيرة الألمانية"),
    ],
)  # fmt: skip
def test_an_office_that_another_clause_or_noun_holds_is_not_the_names(
    text: str, name: str, other: str, own: str
) -> None:
    assert _held(text, name, other, own) == [own]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("رافق الوزير سائقه سليم الحداد في الجولة.", "الوزير"),
        ("وزار الرئيس شقيقه الأكبر سليم الحداد في المستشفى.", "الرئيس"),
        ("وحضر الوزير وصهره سليم الحداد الحفل.", "الوزير"),
        ("هزم رئيس النادي منافسه سليم الحداد في الجولة الأولى.", "رئيس النادي"),
        ("وتطرق الحديث إلى دعم رئيس البلدية لسليم الحداد.", "رئيس البلدية"),
        ("وبدأت المحادثات مع كبير مستشاري الرئيس سليم الحداد.", "كبير مستشاري الرئيس"),
        ("أدلى المدير السابق المنضم إلى فريق سليم الحداد بتصريح.", "المدير السابق"),
        ("أقال وزير النقل سليم الحداد من إدارة المطار.", "وزير النقل"),
        ("وفي ردها على الوزيرة، قالت سليم الحداد إنها باقية.", "الوزيرة"),
    ],
)
def test_an_office_is_not_that_of_its_bearers_relative_servant_or_rival(text: str, role: str) -> None:
    assert _held(text, "سليم الحداد", role) == []


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("وصل رئيس الوزراء السابق وحليفه المقرب سليم الحداد أمس.", "سليم الحداد", "رئيس الوزراء السابق"),
        ("قتل القيادي الملقب بسليم الحداد أمس.", "سليم الحداد", "القيادي الملقب"),
        ("وقال قيادي محلي يدعى سليم الحداد إنه باق.", "سليم الحداد", "قيادي محلي"),
        ("طلبت ذلك من السفير التركي لديها سليم الحداد أمس.", "سليم الحداد", "السفير التركي"),
        ("واستقبل رئيس الوزراء ظهر الخميس سليم الحداد في مكتبه.", "سليم الحداد", "رئيس الوزراء"),
    ],
)
def test_what_only_stands_between_an_office_and_a_name_parts_them_not(text: str, name: str, role: str) -> None:
    assert _held(text, name, role) == [role]


@pytest.mark.parametrize(
    ("text", "names", "role", "holder"),
    [
        ("حذرت رئيسة الوزراء هدى النجار كريم سعد من الرد.", ("كريم سعد", "هدى النجار"), "رئيسة الوزراء", "هدى النجار"),
        ("قال محامي الرئيس كريم سعد، سامي نور، إنه باق.", ("سامي نور", "كريم سعد"), "محامي الرئيس", "سامي نور"),
        ("حضر سليم الحداد وكريم سعد عضو المجلس.", ("سليم الحداد", "كريم سعد"), "عضو المجلس", "كريم سعد"),
    ],
)  # fmt: skip
def test_an_office_is_that_of_the_name_beside_it(text: str, names: tuple[str, str], role: str, holder: str) -> None:
    document = Document.read(article_of(text), Field.TEXT)
    persons = [mention_of(document, name, MentionKind.PER) for name in names]
    office = mention_of(document, role, MentionKind.ROLE, persons[0].id)
    mentions = sorted([*persons, office], key=lambda mention: mention.span)
    (found,) = (one for one in without_false_ties(document, mentions) if one.kind is MentionKind.ROLE)
    assert {one.id: one.text for one in persons}[found.holder_id] == holder


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("اتفق وزير الدفاع وسليم الحداد على اللقاء.", "وزير الدفاع"),
        ("حضر كريم سعد مؤسس الشركة، وسليم الحداد الحفل.", "مؤسس الشركة"),
        ("قال كريم سعد زعيم الحركة وسليم الحداد إن الحل قريب.", "زعيم الحركة"),
    ],
)
def test_a_name_joined_to_a_role_does_not_bear_it(text: str, role: str) -> None:
    assert _held(text, "سليم الحداد", role) == []


def test_a_role_before_a_joined_name_is_the_earlier_name_s() -> None:
    document = Document.read(article_of("حضر كريم سعد، مؤسس الشركة، وسليم الحداد الحفل."), Field.TEXT)
    first = mention_of(document, "كريم سعد", MentionKind.PER)
    second = mention_of(document, "سليم الحداد", MentionKind.PER)
    role = mention_of(document, "مؤسس الشركة", MentionKind.ROLE, second.id)
    kept = without_false_ties(document, [first, role, second])
    assert [mention.holder_id for mention in kept if mention.kind is MentionKind.ROLE] == [first.id]


def test_whose_minister_is_named_is_not_the_minister() -> None:
    text = "قال الرئيس ووزير خارجيته سليم الحداد إن الحل قريب."
    assert _held(text, "سليم الحداد", "الرئيس", "وزير خارجيته") == ["وزير خارجيته"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("تسلم رئيس الجامعة من سليم الحداد الجائزة.", "رئيس الجامعة"),
        ("تحدث الوزير عن سليم الحداد طويلا.", "الوزير"),
        ("اطمأن الأمير على سليم الحداد.", "الأمير"),
        ("سجل مدافع الفريق والألماني سليم الحداد هدفين.", "مدافع الفريق"),
    ],
)
def test_a_preposition_or_a_joined_nation_parts_a_role_from_a_name(text: str, role: str) -> None:
    assert _held(text, "سليم الحداد", role) == []


@pytest.mark.parametrize(
    ("text", "other", "own"),
    [
        ("حضر أمين عام الحزب ونائبه سليم الحداد.", "أمين عام الحزب", "نائبه"),
        ("حضر وزير الخارجية، والسيد سليم الحداد.", "وزير الخارجية", "السيد"),
        ("واجتمع رئيس الجمهورية برئيس البرلمان سليم الحداد.", "رئيس الجمهورية", "رئيس البرلمان"),
    ],
)
def test_whom_one_joins_or_meets_has_his_own_role(text: str, other: str, own: str) -> None:
    assert _held(text, "سليم الحداد", other, own) == [own]


def test_who_is_told_as_one_does_not_serve_the_name_behind() -> None:
    assert _held("في المحاكمة الأخيرة للممثل سليم الحداد.", "سليم الحداد", "ممثل") == ["ممثل"]
    assert _held("نقلا عن طبيب المنتخب المصري سليم الحداد.", "سليم الحداد", "طبيب المنتخب المصري") == [
        "طبيب المنتخب المصري"
    ]
    assert _held("ليصبح نائب سليم الحداد.", "سليم الحداد", "نائب") == []
