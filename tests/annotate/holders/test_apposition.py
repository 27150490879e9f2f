"""A role behind a name without a comma is its bearer's only where the clause says so."""

from __future__ import annotations

import pytest
from tests.annotate.statements.reading_aid import article_of

from riwaya.annotate.document import Document
from riwaya.annotate.holders.ties import without_false_ties
from riwaya.model import Field, Mention, MentionKind, Span


def _mention(document: Document, words: str, kind: MentionKind, holder: str = "") -> Mention:
    start = document.text.rindex(words)
    span = Span(start, start + len(words))
    return Mention(Mention.make_id("a", Field.TEXT, span, kind), "a", Field.TEXT, span, words, kind, holder, 1.0)


def _holders(text: str, name: str, role: str, *, own: str = "", other: str = "") -> dict[str, str]:
    """Return whose each role is when a reader ties them all to the first name."""
    document = Document.read(article_of(text), Field.TEXT)
    person = _mention(document, name, MentionKind.PER)
    mentions = [person, _mention(document, role, MentionKind.ROLE, person.id)]
    mentions += [_mention(document, own, MentionKind.ROLE, person.id)] if own else []
    mentions += [_mention(document, other, MentionKind.PER)] if other else []
    names = {mention.id: mention.text for mention in mentions}
    found = without_false_ties(document, sorted(mentions, key=lambda mention: mention.span))
    return {mention.text: names.get(mention.holder_id, "") for mention in found if mention.kind is MentionKind.ROLE}


@pytest.mark.parametrize(
    ("text", "own", "name", "role"),
    [
        ("هاجم الشامي المرشد الأعلى في خطاب أمس.", "", "الشامي", "المرشد الأعلى"),
        ("زار رئيس الوزراء عادل الشامي محافظ البصرة.", "رئيس الوزراء", "عادل الشامي", "محافظ البصرة"),
        ("وودع الأمير عادل الشامي رئيس السنغال في المطار.", "الأمير", "عادل الشامي", "رئيس السنغال"),
        ("رافق اللواء عادل الشامي وزير الصحة في جولته.", "اللواء", "عادل الشامي", "وزير الصحة"),
        ("اتهم عادل الشامي وزير العدل بالتقصير.", "", "عادل الشامي", "وزير العدل"),
        ("ستلتقي الوزيرة هدى الشامي قائد الجيش الأسبوع المقبل.", "الوزيرة", "هدى الشامي", "قائد الجيش"),
        ("أبلغ المبعوث عادل الشامي الرئيس اليمني أن المفاوضات ستعود.", "المبعوث", "عادل الشامي", "الرئيس اليمني"),
        ("عين الملك نادر الثالث رئيس الديوان مستشارا له.", "الملك", "نادر الثالث", "رئيس الديوان"),
        ("ودعت هدى الشامي رئيس باراغواي إلى التراجع.", "", "هدى الشامي", "رئيس باراغواي"),
        ("كلف الشامي، رئيس هيئة الأركان إعادة الأمن.", "", "الشامي", "رئيس هيئة الأركان"),
        ("وهو عضو في حزب للرئيس الشامي، نائب البلدية بالتقصير.", "رئيس", "الشامي", "نائب البلدية"),
        ("وقالت الشامي متحدثة إلى الإذاعة إن الثمن مرتفع.", "", "الشامي", "متحدثة"),
        ("ونعى عادل الشامي الوزير الراحل.", "", "عادل الشامي", "الوزير الراحل"),
        ("استقبل عادل الشامي السفراء العرب.", "", "عادل الشامي", "السفراء العرب"),
    ],
)
def test_whom_the_clauses_subject_meets_or_blames_is_somebody_else(text: str, own: str, name: str, role: str) -> None:
    assert _holders(text, name, role, own=own)[role] == ""


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("وقال عادل الشامي وزير العدل إن القضاة عادوا.", "عادل الشامي", "وزير العدل"),
        ("استقبل عادل الشامي رئيس المجلس وفدا من القضاة.", "عادل الشامي", "رئيس المجلس"),
        ("كلف الشامي، رئيس هيئة الأركان، ضباطه بإعادة الأمن.", "الشامي", "رئيس هيئة الأركان"),
        ("أبلغ عادل الشامي رئيس البنك أعضاء المجلس بالقرار.", "عادل الشامي", "رئيس البنك"),
        ("دعا عادل الشامي زعيم الحزب إلى الحوار.", "عادل الشامي", "زعيم الحزب"),
        ("وطالبت هدى الشامي المندوب الدائم لبلادها بالرد.", "هدى الشامي", "المندوب الدائم لبلادها"),
        ("قتل عادل الشامي قائد الكتيبة في غارة.", "عادل الشامي", "قائد الكتيبة"),
        ("تم تعيين عادل الشامي مديرا للبنك.", "عادل الشامي", "مديرا للبنك"),
        ("وعمل عادل الشامي كمدير للبنك.", "عادل الشامي", "مدير للبنك"),
        ("كان عادل الشامي آنذاك رئيسا للوزراء.", "عادل الشامي", "رئيسا للوزراء"),
        ("عادل الشامي الذي شغل منصب وزير العدل غاب.", "عادل الشامي", "وزير العدل"),
        ("عادل الشامي وهو ضابط سابق غاب.", "عادل الشامي", "ضابط سابق"),
        ("وأصبحت هدى الشامي أول رئيسة للبلاد.", "هدى الشامي", "رئيسة للبلاد"),
        ("مع الاحترام\nعادل الشامي\nرئيس التحرير", "عادل الشامي", "رئيس التحرير"),
    ],
)
def test_what_the_clause_says_of_the_person_stays_the_persons(text: str, name: str, role: str) -> None:
    assert _holders(text, name, role)[role] == name


@pytest.mark.parametrize(
    ("text", "own", "name", "role"),
    [
        ("القمة بين الرئيس عادل الشامي وزعيم الشمال قريبة.", "الرئيس", "عادل الشامي", "زعيم الشمال"),
        ("وحضر عادل الشامي، ونائب المدير.", "", "عادل الشامي", "نائب المدير"),
        ("محاكمة عادل الشامي\nممثلة أمريكية تتهم المنتج", "", "عادل الشامي", "ممثلة أمريكية"),
        ("وظهرت هدى الشامي عمة رئيس الحكومة.", "", "هدى الشامي", "رئيس الحكومة"),
        ("جلس عادل الشامي بجانب رئيس البلدية.", "", "عادل الشامي", "رئيس البلدية"),
        ("نشر عادل الشامي، صورة تجمع كلا من ولي العهد وضيفه.", "", "عادل الشامي", "ولي العهد"),
        ("اقترحه حزب الرئيس عادل الشامي الحاكم أمس.", "الرئيس", "عادل الشامي", "الحاكم"),
        ("عينها الرئيس عادل الشامي عضوا بالمجلس.", "الرئيس", "عادل الشامي", "عضوا بالمجلس"),
        ("ولم يعين عادل الشامي نائبا له.", "", "عادل الشامي", "نائبا له"),
        ("وعينت في حكومة عادل الشامي وزيرة للشباب.", "", "عادل الشامي", "وزيرة للشباب"),
    ],
)
def test_what_words_part_from_a_name_is_not_its_bearers(text: str, own: str, name: str, role: str) -> None:
    assert _holders(text, name, role, own=own)[role] == ""


@pytest.mark.parametrize(
    ("text", "name", "role", "other"),
    [
        ("كلف الرئيس عادل الشامي رئيس الحكومة كريم سعد بالملف.", "عادل الشامي", "رئيس الحكومة", "كريم سعد"),
        ("وقال عادل الشامي ورئيس الوزراء كريم سعد إن القمة ناجحة.", "عادل الشامي", "رئيس الوزراء", "كريم سعد"),
    ],
)
def test_the_name_right_behind_takes_the_role_that_is_not_the_first_ones(
    text: str, name: str, role: str, other: str
) -> None:
    own = "الرئيس" if "الرئيس" in text else ""
    assert _holders(text, name, role, own=own, other=other)[role] == other


def test_the_rest_of_a_name_that_a_reader_left_out_parts_nothing() -> None:
    assert _holders("قال عادل حق نائب المتحدث إن.", "عادل", "نائب المتحدث")["نائب المتحدث"] == "عادل"
    assert _holders("حضر عادل الشامي ومعالي رئيس الهيئة.", "عادل الشامي", "رئيس الهيئة")["رئيس الهيئة"] == ""


def test_who_calls_on_a_states_leader_does_not_lead_it() -> None:
    assert _holders("دعا الشامي الرئيس الكوري إلى العبور.", "الشامي", "الرئيس الكوري")["الرئيس الكوري"] == ""


def test_to_whom_somebody_is_close_is_another() -> None:
    text = "وكريم سعد، المساعد المقرب من زعيم البلاد ونائب رئيس اللجنة المركزية، وصل أمس."
    assert _holders(text, "كريم سعد", "زعيم البلاد") == {"زعيم البلاد": ""}
    text = "وكريم سعد، أحد المقربين من زعيم البلاد ونائب رئيس اللجنة المركزية، وصل أمس."
    assert _holders(text, "كريم سعد", "زعيم البلاد") == {"زعيم البلاد": ""}
