"""A name that belongs to the noun before it, or stands in another clause, holds no office beside it."""

from __future__ import annotations

import pytest
from tests.annotate.statements.reading_aid import article_of

from riwaya.annotate.document import Document
from riwaya.annotate.holders.noun_phrases import part_phrases
from riwaya.annotate.holders.ties import without_false_ties
from riwaya.model import Field, Mention, MentionKind, Span

# Text, and by name what a reader takes for that person's office.
Ties = list[tuple[str, str]]


def _mention(document: Document, words: str, kind: MentionKind, holder: str = "") -> Mention:
    start = document.text.index(words)
    span = Span(start, start + len(words))
    identity = Mention.make_id("a", Field.TEXT, span, kind)
    return Mention(identity, "a", Field.TEXT, span, words, kind, holder, 1.0)


def _settled(text: str, ties: Ties, *others: str) -> dict[str, str]:
    """Return the holder's name by role, of what is left when false ties are taken away; `others` are further names."""
    document = Document.read(article_of(text), Field.TEXT)
    persons = {name: _mention(document, name, MentionKind.PER) for name in [*(name for name, _ in ties), *others]}
    roles = [_mention(document, role, MentionKind.ROLE, persons[name].id) for name, role in ties]
    mentions = sorted([*persons.values(), *roles], key=lambda mention: mention.span)
    names = {mention.id: mention.text for mention in persons.values()}
    settled = without_false_ties(document, part_phrases(document, mentions))
    return {each.text: names.get(each.holder_id, "") for each in settled if each.kind is MentionKind.ROLE}


@pytest.mark.parametrize(
    ("text", "ties"),
    [
        ("كان قائد الجيش في عهد الملك كريم الحداد معروفاً.", [("كريم الحداد", "قائد الجيش")]),
        ("على صلة بمساعد سابق في حملة الرئيس كريم الحداد.", [("كريم الحداد", "مساعد سابق في حملة")]),
        ("الوزير في حكومة كريم الحداد هو المدير العام للشركة.", [("كريم الحداد", "المدير العام للشركة")]),
        ("أتت بهم، الوزير رئيسا للبلاد وبكريم الحداد رئيسا للحكومة.", [("كريم الحداد", "رئيسا للبلاد")]),
        ("استمر القريني رئيسا، واختارت إدارته المدرب كريم الحداد.", [("كريم الحداد", "رئيسا")]),
        ("بوصفه رئيسا للعصبة التي ينضوي تحتها كريم الحداد.", [("كريم الحداد", "رئيسا للعصبة")]),
        ("أما هدى الحداد، التي كان والدها مديرا للمكتب، فقالت.", [("هدى الحداد", "مديرا للمكتب")]),
        ("ووصف الحداد وزير الخارجية الأميركي بأنه ضعيف.", [("الحداد", "وزير الخارجية الأميركي")]),
        ("وهو يعمل نائبا لمديرته هدى الحداد في الشركة.", [("هدى الحداد", "نائبا لمديرته")]),
        ("عملت سكرتيرة للوزير كريم الحداد سنوات.", [("كريم الحداد", "سكرتيرة للوزير")]),
        ("حضره ولي عهد دبي، ومعالي كريم الحداد، أمس.", [("كريم الحداد", "ولي عهد دبي")]),
        ("سجل لاعب الفريق من الكرواتي كريم الحداد هدفا.", [("كريم الحداد", "لاعب الفريق")]),
        ("عينه كريم الحداد في منصب سفير البلاد.", [("كريم الحداد", "سفير البلاد")]),
        ("وكان الحداد، الذي عينه قائدا عاما، قد رحل.", [("الحداد", "قائدا عاما")]),
        ("هل يقيل الحداد مستشاره للأمن القومي؟", [("الحداد", "مستشاره للأمن القومي")]),
        ("عين فلانا محل الجنرال الحداد مستشارا للأمن.", [("الحداد", "مستشارا للأمن")]),
        ("وجد المحلفون الحداد مدانا بالتهمة.", [("الحداد", "المحلفون")]),
        ("أسرار ابنة حاكم الإمارة الشيخة هدى أمس.", [("هدى", "حاكم الإمارة")]),
        ("قال نجل مدير الشرطة سامر إن", [("سامر", "مدير الشرطة")]),
        ("احتفال عن القائد الراحل بمشاركة الفنان كريم الحداد.", [("كريم الحداد", "القائد الراحل")]),
        ("بحضور رئيس الوزراء الذي قبل جبين العريس كريم الحداد.", [("كريم الحداد", "رئيس الوزراء")]),
        ("غير وزير الخارجية وعين كريم الحداد.", [("كريم الحداد", "وزير الخارجية")]),
        ("وتقلد أيضا منصب نائب الملا كريم الحداد.", [("كريم الحداد", "نائب الملا")]),
        ("كريم الحداد، ومعالي وزير الخارجية الأستاذ", [("كريم الحداد", "وزير الخارجية")]),
        ("كريم الحداد: مدير المكتب سرب معلومات سرية", [("كريم الحداد", "مدير المكتب")]),
        ("حضر الحداد، والقائمة بأعمال مساعد الوزير هدى سعد.", [("الحداد", "مساعد الوزير")]),
    ],
)
def test_office_beside_anothers_name_is_not_its_bearers(text: str, ties: Ties) -> None:
    assert _settled(text, ties) == {ties[0][1]: ""}


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("قال وزير العدل في حكومة الوفاق كريم الحداد إن", "كريم الحداد", "وزير العدل في حكومة الوفاق"),
        ("قال رئيس الحكومة كريم الحداد إن", "كريم الحداد", "رئيس الحكومة"),
        ("قال رئيس اللجنة التي شكلها البرلمان، كريم الحداد، إن", "كريم الحداد", "رئيس اللجنة"),
        ("أما كريم الحداد، الذي كان مديرا للمكتب، فقال.", "كريم الحداد", "مديرا للمكتب"),
        ("ووصف كريم الحداد وزير الخارجية القرار بأنه ضعيف.", "كريم الحداد", "وزير الخارجية"),
        ("وصف كريم الحداد مستشار الرئيس اليمني، حديث الزعيم بأنه", "كريم الحداد", "مستشار الرئيس اليمني"),
        ("حضره مدير مكتب السفير كريم الحداد.", "كريم الحداد", "مدير مكتب السفير"),
        ("قال المتحدث بالمؤسسة العامة كريم الحداد إن", "كريم الحداد", "المتحدث بالمؤسسة العامة"),
        ("وقال المستثمر، ويدعى كريم الحداد، إن", "كريم الحداد", "المستثمر"),
        ("والتقى الوزيران كريم الحداد وسليم سعد أمس", "كريم الحداد", "الوزيران"),
        ("تولى منصب وزير الدفاع كريم الحداد عام 1990.", "كريم الحداد", "وزير الدفاع"),
        ("قال نائب رئيس الوزراء كريم الحداد إن", "كريم الحداد", "نائب رئيس الوزراء"),
        ("قال سفير السعودية إلى مصر كريم الحداد إن", "كريم الحداد", "سفير السعودية إلى مصر"),
    ],
)
def test_office_stays_its_bearers(text: str, name: str, role: str) -> None:
    assert _settled(text, [(name, role)]) == {role: name}


def test_office_between_two_names_is_the_next_ones() -> None:
    text = "وطالب حاكم الولاية سليم سعد مدير المكتب بالولاية كريم الحداد بالاستقالة."
    ties = [("سليم سعد", "حاكم الولاية"), ("سليم سعد", "مدير المكتب بالولاية")]
    held = _settled(text, ties, "كريم الحداد")
    assert held == {"حاكم الولاية": "سليم سعد", "مدير المكتب بالولاية": "كريم الحداد"}


@pytest.mark.parametrize(
    ("text", "ties", "others", "held"),
    [
        (
            "بين سليم سعد وزير الدولة، كريم الحداد وزير المالية أمس.",
            [("كريم الحداد", "وزير الدولة"), ("كريم الحداد", "وزير المالية")],
            "سليم سعد",
            {"وزير الدولة": "سليم سعد", "وزير المالية": "كريم الحداد"},
        ),
        (
            "سلم السفير سليم سعد، القيادي السابق، كريم الحداد رسالة.",
            [("سليم سعد", "السفير"), ("سليم سعد", "القيادي السابق")],
            "كريم الحداد",
            {"السفير": "سليم سعد", "القيادي السابق": "كريم الحداد"},
        ),
        (
            "واتهم سليم سعد، وهو وزير سابق، كريم الحداد بالكذب.",
            [("كريم الحداد", "وزير سابق")],
            "سليم سعد",
            {"وزير سابق": "سليم سعد"},
        ),
        (
            "ونقل إلى رئيس الحكومة تحيات الرئيس كريم الحداد.",
            [("كريم الحداد", "رئيس الحكومة"), ("كريم الحداد", "الرئيس")],
            "",
            {"رئيس الحكومة": "", "الرئيس": "كريم الحداد"},
        ),
        (
            "وكلف الرئيس كريم الحداد، وزير النقل، بتشكيل لجنة.",
            [("كريم الحداد", "الرئيس"), ("كريم الحداد", "وزير النقل")],
            "",
            {"الرئيس": "كريم الحداد", "وزير النقل": ""},
        ),
    ],
)
def test_offices_between_two_names_go_to_the_right_one(
    text: str, ties: Ties, others: str, held: dict[str, str]
) -> None:
    assert _settled(text, ties, *filter(None, [others])) == held


def test_deputy_right_before_a_name_of_a_list_is_its_bearer() -> None:
    text = "إلى جانب نائب المدرب سليم سعد واللاعب كريم الحداد."
    assert _settled(text, [("كريم الحداد", "نائب المدرب")], "سليم سعد") == {"نائب المدرب": "سليم سعد"}


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("قال رئيس الحكومة، ورئيس جهاز المخابرات، كريم الحداد إن", "رئيس الحكومة", "رئيس جهاز المخابرات"),
        ("قال المحافظ وقائد الشرطة كريم الحداد إن", "المحافظ", "قائد الشرطة"),
    ],
)
def test_of_two_offices_that_are_two_peoples_the_name_has_the_second(text: str, first: str, second: str) -> None:
    held = _settled(text, [("كريم الحداد", first), ("كريم الحداد", second)])
    assert held == {first: "", second: "كريم الحداد"}


@pytest.mark.parametrize(
    ("text", "name", "first", "second"),
    [
        ("قال نائب رئيس الوزراء ووزير العدل كريم الحداد إن", "كريم الحداد", "نائب رئيس الوزراء", "وزير العدل"),
        ("قال رئيس الوزراء ووزير الدفاع بنيامين نتنياهو إن", "بنيامين نتنياهو", "رئيس الوزراء", "وزير الدفاع"),
        ("حضره وكيل الأمانة، وعضو اللجنة كريم الحداد،", "كريم الحداد", "وكيل الأمانة", "عضو اللجنة"),
        ("نال المخرج والممثل كريم الحداد جائزة", "كريم الحداد", "المخرج", "الممثل"),
    ],
)
def test_two_offices_that_go_together_are_one_persons(text: str, name: str, first: str, second: str) -> None:
    assert _settled(text, [(name, first), (name, second)]) == {first: name, second: name}


def test_office_that_a_verb_gives_to_the_name_before_it_is_that_ones() -> None:
    text = "يشغل سليم سعد منصب نائب رئيس الوزراء كريم الحداد منذ سنتين."
    assert _settled(text, [("كريم الحداد", "نائب رئيس الوزراء")], "سليم سعد") == {"نائب رئيس الوزراء": "سليم سعد"}


@pytest.mark.parametrize(
    ("role", "kept"),
    [("وزير الدفاع إلى مصر", "وزير الدفاع"), ("مبعوث الأمم المتحدة إلى اليمن", "مبعوث الأمم المتحدة إلى اليمن")],
)
def test_where_an_office_holder_travels_is_no_part_of_the_office(role: str, kept: str) -> None:
    assert _settled(f"زيارة كريم الحداد {role} تأتي أمس.", [("كريم الحداد", role)]) == {kept: "كريم الحداد"}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ('وأحبط "حزب الجمهورية" الحاكم مسعى الحداد.', "الحاكم"),
        ("مرشح الحزب اليميني المحافظ الحاكم الحداد.", "المحافظ الحاكم"),
        ("المرجعية ممثلة برجل الدين الحداد.", "ممثلة برجل الدين"),
        ("المدرب الوحيد الذي فاز مرتين هو الحداد.", "المدرب الوحيد"),
    ],
)
def test_what_is_said_of_a_body_or_of_one_among_all_is_no_role(text: str, role: str) -> None:
    assert _settled(text, [("الحداد", role)]) == {}


def test_who_is_praised_is_another_than_who_praises() -> None:
    text = "كما أشاد الرئيس التنفيذي بالمؤسس المشارك للشركة كريم الحداد."
    held = _settled(text, [("كريم الحداد", "الرئيس التنفيذي بالمؤسس المشارك للشركة")])
    assert held == {"الرئيس التنفيذي": "", "المؤسس المشارك للشركة": "كريم الحداد"}
