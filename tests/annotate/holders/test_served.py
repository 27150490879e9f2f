"""An aide or relative who is named beside his principal: each has his own role."""

from __future__ import annotations

import pytest
from tests.annotate.statements.reading_aid import article_of

from riwaya.annotate.document import Document
from riwaya.annotate.holders.served import settle_served
from riwaya.model import Field, Mention, MentionKind, Span


def _held(text: str, names: list[str], role: str, holder: str = "") -> dict[str, str]:
    """Return the names of the holders of all roles as they are then; a reader reads one role and gives it to `holder`.

    Roles that nobody holds have "".
    """
    document = Document.read(article_of(text), Field.TEXT)

    def mention(words: str, kind: MentionKind, holder_id: str = "") -> Mention:
        span = Span(text.index(words), text.index(words) + len(words))
        key = Mention.make_id("a", Field.TEXT, span, kind)
        return Mention(key, "a", Field.TEXT, span, words, kind, holder_id, 1.0)

    persons = {name: mention(name, MentionKind.PER) for name in names}
    held = mention(role, MentionKind.ROLE, persons[holder].id if holder else "")
    read = settle_served(document, sorted((*persons.values(), held), key=lambda one: one.span))
    texts = {one.id: one.text for one in persons.values()}
    return {one.text: texts.get(one.holder_id, "") for one in read if one.kind is MentionKind.ROLE}


@pytest.mark.parametrize(
    ("text", "role", "owners"),
    [
        ("قال محامي الرئيس الأسبق سليم الحداد، كريم سعد، إن موكله بخير.", "محامي الرئيس الأسبق", "الرئيس الأسبق"),
        ("وأعلن مستشار رئيس الحكومة سليم الحداد، كريم سعد، الاتفاق.", "مستشار رئيس الحكومة", "رئيس الحكومة"),
        ("وذكر طبيب الفنان سليم الحداد، كريم سعد، أنه تعافى.", "طبيب الفنان", "الفنان"),
        ("نفى الناطق باسم الوزير سليم الحداد، كريم سعد، الخبر.", "الناطق باسم الوزير", "الوزير"),
        ("وكشف مدير مكتب الزعيم الراحل سليم الحداد، كريم سعد، تفاصيل ذلك.", "مدير مكتب الزعيم الراحل", "الزعيم الراحل"),
    ],
)
def test_aide_in_apposition_holds_the_aides_role_and_the_principal_his_title(text: str, role: str, owners: str) -> None:
    held = _held(text, ["سليم الحداد", "كريم سعد"], role, "سليم الحداد")
    assert held == {role: "كريم سعد", owners: "سليم الحداد"}


def test_relative_in_apposition_leaves_the_office_to_its_holder() -> None:
    text = "قال شقيق النائب سليم الحداد، كريم الحداد، إن العائلة تنتظر."
    assert _held(text, ["سليم الحداد", "كريم الحداد"], "النائب") == {"النائب": "سليم الحداد"}


@pytest.mark.parametrize(
    "text",
    [
        "أوضح كريم سعد، مستشار وزير العدل سليم الحداد، أن القانون نافذ.",
        "وأوضح كريم سعد، مستشار وزير العدل، سليم الحداد، أن القانون نافذ.",
    ],
)
def test_aide_named_before_his_role_holds_it(text: str) -> None:
    held = _held(text, ["كريم سعد", "سليم الحداد"], "مستشار وزير العدل", "سليم الحداد")
    assert held == {"مستشار وزير العدل": "كريم سعد", "وزير العدل": "سليم الحداد"}


def test_deputy_named_before_his_role_holds_it_where_the_clause_goes_on_behind_the_other_name() -> None:
    text = "أوضح كريم سعد، مساعد محافظ الإقليم سليم الحداد، أن العمل مستمر."
    held = _held(text, ["كريم سعد", "سليم الحداد"], "مساعد محافظ الإقليم", "سليم الحداد")
    assert held == {"مساعد محافظ الإقليم": "كريم سعد", "محافظ الإقليم": "سليم الحداد"}


def test_known_principal_of_an_unnamed_aide_holds_the_office_alone() -> None:
    role = "متحدث باسم رئيسة الوزراء البريطانية"
    held = _held(f"وقال {role} تيريزا ماي إن لندن ترفض.", ["تيريزا ماي"], role, "تيريزا ماي")
    assert held == {role: "", "رئيسة الوزراء البريطانية": "تيريزا ماي"}


@pytest.mark.parametrize(
    ("text", "names", "role", "holder"),
    [
        # An aide alone is the one who is named.
        ("قال محامي رئيس النادي سليم الحداد إنه باق.", ["سليم الحداد"], "محامي رئيس النادي", "سليم الحداد"),
        # A list goes on.
        (
            "حضر محامي رئيس النادي سليم الحداد، كريم سعد، وفادي نصر.",
            ["سليم الحداد", "كريم سعد"],
            "محامي رئيس النادي",
            "سليم الحداد",
        ),
        # A deputy stands behind his office.
        (
            "قال نائب وزير العدل سليم الحداد، كريم سعد، إنه باق.",
            ["سليم الحداد", "كريم سعد"],
            "نائب وزير العدل",
            "سليم الحداد",
        ),
    ],
)
def test_what_is_not_sure_stays_as_it_was_read(text: str, names: list[str], role: str, holder: str) -> None:
    assert _held(text, names, role, holder) == {role: holder}


@pytest.mark.parametrize(
    ("text", "role", "office"),
    [
        ("تم تعيينه مستشارا للرئيس اليمني عبد ربه منصور هادي عام 2014.", "مستشارا للرئيس اليمني", "رئيس اليمني"),
        ("رفض مرشحة الرئيس دونالد ترمب لرئاسة الوكالة.", "مرشحة الرئيس", "الرئيس"),
        (
            "قتل رئيس أمن رئيس الوزراء العراقي حيدر العبادي أمس.",
            "رئيس أمن رئيس الوزراء العراقي",
            "رئيس الوزراء العراقي",
        ),
    ],
)
def test_office_of_a_known_leader_is_told_from_that_of_his_unnamed_aide(text: str, role: str, office: str) -> None:
    name = next(name for name in ("عبد ربه منصور هادي", "دونالد ترمب", "حيدر العبادي") if name in text)
    assert _held(text, [name], role, name) == {role: "", office: name}
