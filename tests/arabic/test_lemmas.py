"""Golden pairs for the form under which a word is found in search."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.arabic.lemmas import lemma, search_form


@pytest.mark.parametrize(
    "words",
    [
        "مدرس المدرسون للمدرسين ومدرسو",
        "متظاهر المتظاهرون",
        "متظاهرة متظاهرات",
        "مسؤول والمسؤولين المسئولون",
        "شؤون شئونهم",
        "لاجئ اللاجئون لاجئين لاجئي",
        "فوجئ فوجئوا",
        "كتاب الكتب للكتب",
        "صورة الصور",
        "تهمة التهم بالتهم",
        "وادي الوادي بوادي",
        "دهوك بدهوك ودهوك",
        "ليتوانيا بليتوانيا",
        "تركمانستان وتركمانستان لتركمانستان",
        "سيدني وسيدني بسيدني",
        "إرهابي كالإرهابيين",
        "لاعب لاعبيه",
        "سيارة سيارات بالسيارات سيارتين",
        "مستشفى مستشفياتها",
        "انفجار انفجاران انفجارات",
        "قرية قريتين قرى",
        "أعلن أعلنت أعلنوا فأعلنتها يعلن سيعلنون تعلن",
        "اعتقل يعتقل اعتقلت تعتقلهم",
        "استخدم يستخدمون استخدمت",
        "يتقدم تتقدم",
        "لجنة لجان ولجانها",
        "بنك البنوك",
        "مبنى مباني المباني",
        "قاض القضاة القاضي",
        "تظاهرة والتظاهرات",
        "محتج المحتجين",
        "بلد البلدين",
        "قرار قرارا قرارات",
        "طائرة طائرتا الطائرتين",
        "قال تقول يقولون قالوا",
        "نفى نفت ينفون ونفوا",
        "أكد يؤكدون تؤكد",
        "دعا دعوا دعتا يدعو",
        "التقى التقوا والتقوا يلتقيان",
        "تلقى تلقت تلقوا",
        "أعلن أعلنتا",
        "ضابط ضباطا",
        "حزب أحزاب أحزابا",
        "انتخاب انتخابات",
        "وظيفة الوظائف",
        "إنفاق إنفاقا",
    ],
)
def test_inflections_of_a_word_have_one_form(words: str) -> None:
    assert len({search_form(word) for word in words.split()}) == 1


@pytest.mark.parametrize(
    "words",
    [
        "مدرس مدرسة",  # a teacher, a school
        "البحر البحرين",
        "عدو عدوان",
        "سامراء أمراء",
        "سيدني سيد",
        "وباكرا أكرا",  # and early
        "كتب كتاب",  # he wrote
        "صور صورة",  # a town
        "قانون كان كانون",
        "بين يبين",
        "نفق نفقات",
        "معا معاون",
        "مفاوض مفاوضات",
        "أسر ياسر",
        "تركي ترك",
        "عشر عشرون",
        "كون يكون",
        "لبن لبنان",
        "طير طيران",
        "فقد فقدان",
        "حسن حسين حسنين",
        "أنس إنسان",
        "نفق إنفاق",
        "مطلب مطالبا",  # demanding
        "زار وزارتا",
        "نقود قاد",
        "توعد أعد",
        "كادت أدت",
        "دعونا دعا",  # let us
    ],
)
def test_words_that_only_look_like_inflections_stay_apart(words: str) -> None:
    forms = words.split()
    assert len({search_form(word) for word in forms}) == len(forms)


@given(st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهويءئؤةى", min_size=1, max_size=12))
def test_a_form_is_never_empty_and_never_longer_than_the_word_by_more_than_its_restored_letter(word: str) -> None:
    form = lemma(word)
    assert form
    assert len(form) <= len(word) + 1
