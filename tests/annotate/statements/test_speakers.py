from __future__ import annotations

import pytest
from tests.annotate.statements.reading_aid import article_of, statements_of, told

from riwaya.annotate import mentions_of
from riwaya.annotate.document import Document
from riwaya.annotate.statements import find_statements
from riwaya.model import Field, Mention, MentionKind, Span

NAMED = [
    ("قال وزير الخارجية سامر الطيبي إن الحوار مستمر.", "سامر الطيبي"),
    ("قالت المتحدثة باسم الوزارة، ريما حداد، الثلاثاء، إن الحوار مستمر.", "ريما حداد"),
    ("وقال مسؤول كبير في وزارة النقل طلب عدم نشر اسمه إن الحوار مستمر.", "مسؤول كبير في وزارة النقل"),
    ("لكن الوزير قال إن الحوار مستمر.", "الوزير"),
    ("وكانت وزارة النقل قد قالت إن الحوار مستمر.", "وزارة النقل"),
    ("أما وزير المالية فأكد أن الحوار مستمر.", "وزير المالية"),
    ("من جهته، قال الأمين العام للمنظمة إن الحوار مستمر.", "الأمين العام للمنظمة"),
    ("وقال الملك سالم الثاني إن الحوار مستمر.", "الملك سالم الثاني"),
    ("وقالت مصادر أمنية ودبلوماسية إن الحوار مستمر.", "مصادر أمنية ودبلوماسية"),
    ("قال علي الطيبي إن الحوار مستمر.", "علي الطيبي"),
    ("وقالت تلك القوات إن الحوار مستمر.", "تلك القوات"),
    ("وقالت قوى الأمن المحلية إن الحوار مستمر.", "قوى الأمن المحلية"),
    ("وقال سامي الحداد وفقا لما ذكرته الصحيفة إن الحوار مستمر.", "سامي الحداد"),
    ("وقالت أعلى هيئة قضائية في البلاد إن الحوار مستمر.", "أعلى هيئة قضائية في البلاد"),
    ("وقال المسؤول طالبا عدم كشف اسمه إن الحوار مستمر.", "المسؤول"),
    ("وقال المرصد الأهلي لحقوق الإنسان في بيان إن الحوار مستمر.", "المرصد الأهلي لحقوق الإنسان"),
    ("وقال لاعب وسط فريق النهر: الحوار مستمر.", "لاعب وسط فريق النهر"),
]


@pytest.mark.parametrize(("text", "speaker"), NAMED)
def test_speaker_is_the_noun_phrase_at_the_cue(text: str, speaker: str) -> None:
    (statement,) = statements_of(text)
    assert (statement.speaker_text, statement.implicit) == (speaker, False)
    assert statement.content_text == "الحوار مستمر"


def test_elided_subject_is_carried_from_the_last_speaker() -> None:
    text = "وقال وزير النقل إن الجسر آمن. وأضاف أن العمل انتهى.\nوختم قائلا: «شكرا لكم جميعا يا رفاق»."
    statements = statements_of(text)
    assert [item.speaker_text for item in statements] == ["وزير النقل"] * 3
    assert [item.implicit for item in statements] == [False, True, True]


def test_elided_subject_agrees_with_its_verb() -> None:
    text = "وقالت وزارة النقل إن الجسر آمن. وقال وزير المالية إن الأموال كافية. وأضافت أن العمل انتهى."
    assert told(text)[-1] == ("أضافت", "وزارة النقل", "العمل انتهى")


def test_switch_of_topic_gives_the_new_subject() -> None:
    text = "وقال وزير النقل إن الجسر آمن. والتقى رئيس البلدية سكان الحي. وقال إن الشارع سيغلق."
    assert told(text)[-1][1] == "رئيس البلدية"


def test_relative_clause_has_its_antecedent() -> None:
    (statement,) = statements_of("التقى الوفد رئيس المنظمة التي تؤكد أن المياه ملوثة.")
    assert statement.implicit
    assert statement.speaker_text.endswith("المنظمة")


def test_mentions_bound_a_name() -> None:
    text = "وصف هاني كرم قرار الاتحاد بأنه ظالم."
    article = article_of(text)
    span = Span(4, 12)
    mention = Mention(
        Mention.make_id(article.id, Field.TEXT, span, MentionKind.PER), article.id, Field.TEXT, span, span.of(text),
        MentionKind.PER, "", 0.9,
    )  # fmt: skip
    (statement,) = find_statements(Document.read(article, Field.TEXT), [mention])
    assert (statement.speaker_text, statement.content_text) == ("هاني كرم", "قرار الاتحاد بأنه ظالم")


def test_addressee_is_told_where_the_text_says_so() -> None:
    text = "ودعت روسيا منظمة الصحة إلى زيارة الموقع."
    (statement,) = statements_of(text)
    assert statement.addressee is None or statement.addressee.of(text) == "منظمة الصحة"
    text = "وأبلغ الوزير الوكالة أن الجسر آمن."
    (statement,) = statements_of(text)
    assert statement.addressee is not None
    assert statement.addressee.of(text) == "الوكالة"


def test_a_word_of_manner_is_no_name() -> None:
    text = "وسخر سامي الحداد من الفكرة وقال متهكما «سعيد بأني لم أكن هناك يا رفاق»."
    assert told(text)[-1][:2] == ("قال", "سامي الحداد")


def _named(text: str, name: str) -> list[str]:
    article = article_of(text)
    span = Span(text.index(name), text.index(name) + len(name))
    mention = Mention(
        Mention.make_id(article.id, Field.TEXT, span, MentionKind.PER), article.id, Field.TEXT, span, name,
        MentionKind.PER, "", 0.9,
    )  # fmt: skip
    found = find_statements(Document.read(article, Field.TEXT), [mention])
    return [item.speaker_text for item in found]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قالت رئيسة اللجنة التي تمنح الجائزة ليلى حداد إن الاختيار صائب.", "ليلى حداد"),
        ("أوضح رئيس اللجنة الميدانية لتصحيح أوضاع الجالية كريم النجار أن العمل مستمر.", "كريم النجار"),
        ("لكن المتحدثة باسمه ليلى حداد أوضحت أن الأمر مختلف.", "ليلى حداد"),
        ("ورفضت ليلى حداد التعليق مباشرة لكنها قالت إن الأمر مختلف.", "ليلى حداد"),
        ("وقالت منظمة السباق، ليلى حداد في بيان إن السباق تأجل.", "ليلى حداد"),
        ("وقال الباحث في العلاقات الدولية، البشير النجار، إن الأمر خطير.", "البشير النجار"),
    ],
)
def test_a_title_ends_in_its_name_and_the_name_where_it_ends(text: str, name: str) -> None:
    assert set(_named(text, name)) == {name}


def test_the_antecedent_agrees_with_the_relative_pronoun() -> None:
    text = "وجاء ذلك ردا على اتهامات مدير عام المستشفى الذي أشار إلى تعرض أشخاص للغاز."
    assert told(text)[-1][1] == "مدير عام المستشفى"


def test_a_relative_clause_whose_verb_disagrees_has_another_subject() -> None:
    text = "وقالت شرطة الميناء إنها تبحث عن التاجر، الذي تقول إنه هارب."
    assert told(text)[-1][1] == "شرطة الميناء"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وقال الوزير سامي الحداد والسفيرة ريما حداد إن الحوار مستمر.", "سامي الحداد والسفيرة ريما حداد"),
        ("وقال سامي الحداد ووزير الري كريم النجار إن الحوار مستمر.", "سامي الحداد ووزير الري كريم النجار"),
    ],
)
def test_two_office_holders_who_speak_together_are_both_the_speaker(text: str, speaker: str) -> None:
    document = Document.read(article_of(text), Field.TEXT)
    (statement,) = find_statements(document, mentions_of(document, None))
    assert statement.speaker_text == speaker
