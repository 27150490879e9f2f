"""Where the words that name a speaker end: ages, prepositions, shares of people, clauses that were cut."""

from __future__ import annotations

import pytest
from tests.annotate.statements.reading_aid import article_of, told

from riwaya.annotate.document import Document
from riwaya.annotate.statements import find_statements
from riwaya.model import Field, Mention, MentionKind, Span


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وقال الحارس البالغ من العمر 31 عاما إنه باق في النادي.", "الحارس"),
        ("وأضافت العداءة البالغة من العمر 22 عاما أن السباق صعب.", "العداءة"),
        ("ونقلت وكالة النهر عن متحدث رسمي باسم الحكومة قوله إن الميناء مفتوح.", "متحدث رسمي باسم الحكومة"),
    ],
)
def test_an_age_and_a_preposition_without_its_noun_name_nobody(text: str, speaker: str) -> None:
    assert told(text)[0][1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وقال 12 في المئة من المشاركين إنهم يعملون ليلا.", "12 في المئة من المشاركين"),
        ("وقالت 12 في المئة من أولئك النساء إنهن يعملن ليلا.", "12 في المئة من أولئك النساء"),
        ("وقال تسعة من كل عشرة إنهم يعملون ليلا.", "تسعة من كل عشرة"),
        ("وقال أقل من 1 من كل 10 إنهم يعملون ليلا.", "أقل من 1 من كل 10"),
    ],
)
def test_a_share_speaks_with_those_whom_it_counts(text: str, speaker: str) -> None:
    assert told(text)[0][1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وأظهر تقرير صدر مؤخرا عن الإدارة أن الإنتاج زاد.", "تقرير"),
        ("وأورد بيان نشر على موقع اللجنة أن السفينة غرقت.", "بيان"),
        ("وأفادت تقارير عدة بأن السفينة غرقت.", "تقارير عدة"),
    ],
)
def test_a_document_is_named_without_the_verb_of_its_cut_clause(text: str, speaker: str) -> None:
    assert told(text)[0][1] == speaker


def test_a_letter_is_not_its_addressee_s() -> None:
    found = told('وورد في رسالة موجهة للرئيس "نحن الموقعون نطلب لقاء عاجلا".')
    assert [speaker for _, speaker, _ in found] == ["رسالة موجهة للرئيس"]


def test_who_is_warned_in_the_accusative_does_not_warn() -> None:
    found = told("قال المدرب إن الفريق قوي. لكنه حذر زملاءه من أن المباراة صعبة.")
    assert found[-1][:2] == ("حذر", "المدرب")


def test_a_body_in_marks_before_a_relative_clause_is_whole() -> None:
    found = told('ورحب به اتحاد "البحر الآن" الذي طالب بفتح الميناء.')
    assert found[-1][:2] == ("طالب", 'اتحاد "البحر الآن"')


def test_a_tagged_name_keeps_its_first_letter() -> None:
    found = told("أعلن #وادي أن المتجر مفتوح.")
    assert found[0][1] == "وادي"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وقال متطوعو الدفاع المدني إن القصف توقف.", "متطوعو الدفاع المدني"),
        ("وأوضح آمر الشعبة أن الاجتماع تأجل.", "آمر الشعبة"),
        ("وقال برلمانيون من المعارضة ومنهم حزب البحر إن الاقتراع شفاف.", "برلمانيون من المعارضة"),
        ("وقالت أخصائية التغذية إن السكر ضار.", "أخصائية التغذية"),
    ],
)
def test_a_noun_keeps_the_genitive_that_it_waits_for(text: str, speaker: str) -> None:
    assert told(text)[0][1] == speaker


def test_an_adverb_and_attention_do_not_speak() -> None:
    found = told("قال المدرب إن الفريق قوي. وهدد علانية بالرحيل. ولفت النظر إلى أن العقد ينتهي قريبا.")
    assert [speaker for _, speaker, _ in found] == ["المدرب"] * 3


def test_who_asks_does_not_answer_himself() -> None:
    found = told("وسأل القاضي المتهم عن مصدر المال، فأجاب بأنه هبة من والده.")
    assert [speaker for _, speaker, _ in found] == ["المتهم"]


def _told_of(text: str, name: str) -> str:
    """Return the first speaker where a person's name is known."""
    span = Span(text.index(name), text.index(name) + len(name))
    article = article_of(text)
    kind = MentionKind.PER
    mention = Mention(
        Mention.make_id(article.id, Field.TEXT, span, kind), article.id, Field.TEXT, span, name, kind, "", 0.9
    )
    return find_statements(Document.read(article, Field.TEXT), [mention])[0].speaker_text


@pytest.mark.parametrize(
    ("text", "name", "speaker"),
    [
        ("واختتم غراندو حديثه قائلا إن الفريق قوي.", "غراندو", "غراندو"),
        ("وقالت بيرلينا الحاصلة على اللقب إن الفريق قوي.", "بيرلينا", "بيرلينا"),
        ("وقال غراندو ذات مرة إن الفريق قوي.", "غراندو", "غراندو"),
        ("وقال علي أكبر ولايتي إن الفريق قوي.", "علي أكبر", "علي أكبر ولايتي"),
    ],
)
def test_a_name_ends_before_an_object_or_a_circumstance_and_keeps_its_own_words(
    text: str, name: str, speaker: str
) -> None:
    assert _told_of(text, name) == speaker


def test_the_minister_s_portfolio_keeps_its_state() -> None:
    assert told("ودعت وزيرة خارجية الاتحاد إلى تحقيق مستقل.")[0][1] == "وزيرة خارجية الاتحاد"
