"""Which words that look like an office or a place mean something else where they stand."""

from __future__ import annotations

import pytest
from tests.annotate.marking import mention_of
from tests.annotate.statements.reading_aid import article_of

from riwaya.annotate.document import Document
from riwaya.annotate.mentions.other_senses import without_other_senses
from riwaya.model import Field, MentionKind

_ROLE, _GPE = MentionKind.ROLE, MentionKind.GPE


def _stays(text: str, words: str, kind: MentionKind, holder: str = "") -> bool:
    document = Document.read(article_of(text), Field.TEXT)
    return bool(without_other_senses(document, [mention_of(document, words, kind, holder)]))


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("وفاز الجواد بالشوط الرئيس أمس.", "الرئيس", _ROLE),
        ("وضيقوا الخناق على المسلحين في معقلهم الرئيس بالمحافظة.", "الرئيس", _ROLE),
        ("ويعد النفط المصدر الرئيس للدخل.", "الرئيس", _ROLE),
        (
            "يلتقي المنتخب الوطني نظيره الغيني في مباراة ودية على ملعب المدينة، وقال المدرب إن اللاعبين جاهزون.",
            "نظيره الغيني",
            _ROLE,
        ),
        ("وتغلب في مباراة الرائد بزميله على مرمى النادي، وقال المدرب إن اللاعب سجل هدفا.", "الرائد", _ROLE),
        ("تأهل المنتخب الجزائري بعد فوزه على نظيره الغيني بفارق هدفين.", "نظيره الغيني", _ROLE),
        ("وهنأ الوزير المنتخب بعد فوزه على نظيره الغيني.", "نظيره الغيني", _ROLE),
        ("وتابع الرئيس مباراة المنتخب السعودي ونظيره الغيني.", "نظيره الغيني", _ROLE),
        ("وقالت جدة الطفل إنها رأت الحادث.", "جدة", _GPE),
        ("وتزوجا بحضور جدة الأمير الملكة.", "جدة", _GPE),
        ("وكان الرجل يرتدي درعا ويحمل سلاحا.", "درعا", _GPE),
    ],
)
def test_a_word_of_another_sense_is_left_out(text: str, words: str, kind: MentionKind) -> None:
    assert not _stays(text, words, kind)


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("واستقبل في القصر الرئيس أمس.", "الرئيس", _ROLE),
        ("وأبلغها الرئيس بذلك.", "الرئيس", _ROLE),
        ("ووصل إلى المقر الرئيس اللبناني أمس.", "الرئيس", _ROLE),
        ("ودعا الرئيس نظيره الروسي إلى التوضيح.", "نظيره الروسي", _ROLE),
        ("وبحث وزير الرياضة مع نظيره القطري استضافة مباراة المنتخب.", "نظيره القطري", _ROLE),
        ("وحضر الرئيس الفرنسي ونظيره الغيني المباراة مع الفريق.", "نظيره الغيني", _ROLE),
        ("وهنأت نظيرته الغينية المنتخب بعد المباراة.", "نظيرته الغينية", _ROLE),
        ("وتستقبل جدة الرئيس الفرنسي غدا.", "جدة", _GPE),
        ("وتقع جدة الصناعية على البحر.", "جدة", _GPE),
        ("وحمل درعا وريفها المسؤولية.", "درعا", _GPE),
        ("وهاجم خصمه الرئيس أمس.", "الرئيس", _ROLE),
        ("وتحمل درعا رمزية خاصة.", "درعا", _GPE),
        ("واستقبل الملك في جدة الأمير أمس.", "جدة", _GPE),
        ("وغادر جدة الرئيس أمس.", "جدة", _GPE),
        ("ووصل إلى جدة، الأمير معه.", "جدة", _GPE),
        ("وقصفت الطائرات درعا أمس.", "درعا", _GPE),
    ],
)
def test_an_office_or_a_town_stays(text: str, words: str, kind: MentionKind) -> None:
    assert _stays(text, words, kind)


def test_a_chief_with_a_holder_stays() -> None:
    assert _stays("وقصد المقر الرئيس سليم الحداد.", "الرئيس", _ROLE, holder="someone")


def test_a_major_before_his_name_or_outside_sport_stays() -> None:
    text = "وسلم الرائد سليم الحداد الكأس بعد المباراة، وقال المدرب إن اللاعب سجل هدفا."
    document = Document.read(article_of(text), Field.TEXT)
    name = mention_of(document, "سليم الحداد", MentionKind.PER)
    rank = mention_of(document, "الرائد", _ROLE, name.id)
    assert without_other_senses(document, [rank, name]) == [rank, name]
    assert _stays("وقال الرائد إن الحريق انتهى.", "الرائد", _ROLE)
