"""A name that belongs to the noun before it, or stands in another clause, holds no office beside it."""

from __future__ import annotations

import pytest
from tests.annotate.statements.reading_aid import article_of

from riwaya.annotate.document import Document
from riwaya.annotate.mentions.noun_phrases import part_phrases
from riwaya.annotate.mentions.ties import without_false_ties
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
    ],
)
def test_office_stays_its_bearers(text: str, name: str, role: str) -> None:
    assert _settled(text, [(name, role)]) == {role: name}


def test_office_between_two_names_is_the_next_ones() -> None:
    text = "وطالب حاكم الولاية سليم سعد مدير المكتب بالولاية كريم الحداد بالاستقالة."
    ties = [("سليم سعد", "حاكم الولاية"), ("سليم سعد", "مدير المكتب بالولاية")]
    held = _settled(text, ties, "كريم الحداد")
    assert held == {"حاكم الولاية": "سليم سعد", "مدير المكتب بالولاية": "كريم الحداد"}


def test_deputy_right_before_a_name_of_a_list_is_its_bearer() -> None:
    text = "إلى جانب نائب المدرب سليم سعد واللاعب كريم الحداد."
    assert _settled(text, [("كريم الحداد", "نائب المدرب")], "سليم سعد") == {"نائب المدرب": "سليم سعد"}


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
