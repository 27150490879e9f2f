"""Words beside a name that were read as a part of it, and names that look like such words."""

from __future__ import annotations

import pytest
from tests.annotate.marking import mention_of, read_marked

from riwaya.annotate.mentions.overruns import cut_overruns
from riwaya.model import MentionKind


def cut(marked: str) -> list[str]:
    """Return the names left of a text in which each name that was read stands in brackets."""
    document, mentions = read_marked(marked)
    found = cut_overruns(document, mentions)
    assert all(mention.span.of(document.text) == mention.text for mention in found)
    return [mention.text for mention in found]


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("وظهر [حسن روحاني ليتبرأ] منه.", ["حسن روحاني"]),
        ("وقيل إن [سلمان بن عبدالعزيز يولي] القضية اهتمامه.", ["سلمان بن عبدالعزيز"]),
        ("وقيل إن [بير يقصي] منافسه.", ["بير"]),
        ("قال لطفلة [ترتدي قميصا] عسكريا.", []),
        ("وأكد [إلزام كارينيو] بدفع غرامة، و[إلزام] النائب.", ["كارينيو"]),
        ("وتأهل [فيليب كرايينوفيتش السابع] بفوزه.", ["فيليب كرايينوفيتش"]),
        ("وعاد [سليم الحداد] ثم [سليم الحداد فرصة] له.", ["سليم الحداد", "سليم الحداد"]),
        ("وقال [آية الله] [علي خامنئي] إنه باق.", ["علي خامنئي"]),
    ],
)
def test_a_word_of_the_sentence_is_no_part_of_a_name(marked: str, names: list[str]) -> None:
    assert cut(marked) == names


@pytest.mark.parametrize(
    "marked",
    [
        "وقال [رحيم تايلور] و[علي يونسي] إنهما باقيان.",
        "وعاد [يوران شيفتل] و[يسار أوكتان] أمس.",
        "وقال [ياكوف ليتزمان] إنه باق.",
        "والتقى الملك [فيليب السادس] و[محمد السادس].",
        "وقال [عادل إمام] و[عبد الرقيب فتح] إنهما باقيان.",
        "وقال [ريان يسلم] إنه باق.",
    ],
)
def test_names_that_look_like_words_stay_whole(marked: str) -> None:
    assert cut(marked) == marked.replace("]", "[").split("[")[1::2]


def test_a_role_follows_its_holder() -> None:
    document, _ = read_marked("وظهر الرئيس حسن روحاني ليتبرأ منه.")
    person = mention_of(document, "حسن روحاني ليتبرأ", MentionKind.PER)
    role, left = cut_overruns(document, [mention_of(document, "الرئيس", MentionKind.ROLE, person.id), person])
    assert (left.text, role.holder_id) == ("حسن روحاني", left.id)
