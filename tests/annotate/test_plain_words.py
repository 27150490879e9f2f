"""Which lone names are words, by their form and by the words beside them."""

from __future__ import annotations

import pytest
from tests.annotate.marking import read_marked

from riwaya.annotate.mentions.plain_words import without_words


def keep(marked: str) -> list[str]:
    """Return the names that stay persons, of a text in which each name that was read stands in brackets."""
    document, mentions = read_marked(marked)
    return [mention.text for mention in without_words(document, mentions)]


@pytest.mark.parametrize(
    "marked",
    [
        "وقتل [ليلاً] في داره.",
        "واقتبس [كلاما] للكاتب.",
        "وابتكر [دينا] جديدا.",
        "ودفع ثمنا [غاليا] لموقفه.",
        "وقال [سيادته] إن البلاد بخير.",
        "وسجل [زميلك] هدفا.",
        "رفض قاضٍ [فيدرالي] طلبا.",
        "كان يقدم نفسه [كعلماني] دائما.",
        "ذكر [ديبلوماسيون] أن المحادثات تعثرت.",
        "وأكد [إدانة] التطرف.",
        "وبات و[شيكا] أن يرحل.",
        "ووصفها بوصفه [إياي] بالكاذبة.",
        "وتصدر القائمة، [يليه] زميله.",
        "عن [جمال] الملعب وتناسقه.",
        "وقال [نادل] في المقهى إنه رآه.",
    ],
)
def test_a_word_is_no_person(marked: str) -> None:
    assert keep(marked) == []


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("وقالت [دينا] إن الحفل مؤجل.", ["دينا"]),
        ("وقالت [جينا] أمس.", ["جينا"]),
        ("وظهر [غوارديولا] معلقا على الحادثة.", ["غوارديولا"]),
        ("وضم [أوغبونا] بديلا لزميله.", ["أوغبونا"]),
        ("نشرت [أحلام] الفيديو.", ["أحلام"]),
        ("وتحكي [أنوارا] قصتها.", ["أنوارا"]),
        ("وسجل المهاجم السنغالي [بابا] هدفا.", ["بابا"]),
        ("وأضاف أن ل[قديم] سوابق.", ["قديم"]),
        ("وتمكن [بير] المصنف أول.", ["بير"]),
        ("في تغريدة لل[سيسي] أمس.", ["سيسي"]),
        ("و[صفوي] يؤكد أن الأزمة تحل.", ["صفوي"]),
        ("وقال [كلاما سليم] إن [كلاما] بخير.", ["كلاما سليم", "كلاما"]),
        ("وقال [خامنئي] إن الاتفاق انتهى.", ["خامنئي"]),
        ("والتقى و[ماكرون] الوفد.", ["ماكرون"]),
    ],
)
def test_a_name_stays_though_it_looks_like_a_word(marked: str, names: list[str]) -> None:
    assert keep(marked) == names
