"""First names of two words, and names behind particles that nobody has read."""

from __future__ import annotations

import pytest
from tests.annotate.test_word_surnames import READERS, persons


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("سافر عز الدين المناصرة ومحمود درويش إلى باريس.", ["عز الدين المناصرة", "محمود درويش"]),
        ("وأيد حسين بدر الدين الحوثي القرار.", ["حسين بدر الدين الحوثي"]),
        ("ترأس فتح الله السعداوي الجلسة.", ["فتح الله السعداوي"]),
        ("قالت أمة الله الحمادي إن القرار خاطئ.", ["أمة الله الحمادي"]),
        ("وقال كمال عبد المعروف إن الحل قريب.", ["كمال عبد المعروف"]),
    ],
)
def test_a_first_name_of_two_words_is_whole_and_has_its_surname(text: str, names: list[str], reader: str) -> None:
    assert persons(text, reader) == names


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    "text",
    [
        "أعلنت كتائب عز الدين القسام مسؤوليتها.",
        "وصل الجيش إلى محافظة صلاح الدين الشمالية.",
        "رفع البرلمان سقف الدين العام.",
        "أفتى رجال الدين الشيعة بذلك.",
    ],
)
def test_faith_debt_bodies_and_places_are_nobody(text: str, reader: str) -> None:
    assert not persons(text, reader)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("وأشادت الصحيفة بميساء بوعزة.", ["ميساء بوعزة"]),
        ("التقى الوزير بكنان قسيس أمس.", ["كنان قسيس"]),
        ("حضر وداد القباني ورنا البرغوثي الحفل.", ["وداد القباني", "رنا البرغوثي"]),
        ("فرنا النجار لم تكن هناك.", ["رنا النجار"]),
        ("قال أيمن إن شاعرا كرنا النجار لا ينسى.", ["أيمن", "رنا النجار"]),
        ("فأمجد قسيس رفض العرض.", ["أمجد قسيس"]),
        ("كتب المقال كنعان الصباغ.", ["كنعان الصباغ"]),
        ("أتت بميشال عون رئيسا للبلاد وبسعد الحريري رئيسا للحكومة.", ["ميشال عون", "سعد الحريري"]),
        ("والتقى بوليد جنبلاط وبسمير جعجع أمس.", ["وليد جنبلاط", "سمير جعجع"]),
        ("التقى وليد جنبلاط وبلال شرارة أمس.", ["وليد جنبلاط", "بلال شرارة"]),
        ("وبحسب بهية الحريري فإن الأمر انتهى.", ["بهية الحريري"]),
    ],
)
def test_a_particle_before_a_rare_first_name_is_off(text: str, names: list[str], reader: str) -> None:
    assert persons(text, reader) == names


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("قال وارين بافيت إن السوق هابطة.", ["وارين بافيت"]),
        ("وسجل جيمس رودريغيز وأرين روبن هدفين.", ["جيمس رودريغيز", "أرين روبن"]),
        ("كلف رئيس الجمهورية اللبنانية جوزيف عون نواف سلام تشكيل الحكومة.", ["جوزيف عون", "نواف سلام"]),
        ("قالت دنيا سمير غانم إنها سعيدة.", ["دنيا سمير غانم"]),
        ("يتزعم فتح الله غولن حركة.", ["فتح الله غولن"]),
        ("درب وليد الركراكي أشرف حكيمي ثلاث سنوات.", ["وليد الركراكي", "أشرف حكيمي"]),
        ("ولكن أليس من الأفضل أن نصمت؟", []),
        ("طلب مني أن أؤدي دورا في الفيلم.", []),
    ],
)
def test_a_name_is_neither_halved_nor_lent_a_word(text: str, names: list[str], reader: str) -> None:
    assert persons(text, reader) == names


@pytest.mark.parametrize("reader", READERS)
def test_a_surname_in_waw_and_alef_is_no_other_behind_and(reader: str) -> None:
    found = persons("قال كريستوفر وايلي إن الشركة كذبت. وأضاف وايلي أن البيانات سرقت.", reader)
    assert "وايلي" in found and "ايلي" not in found


@pytest.mark.parametrize(
    "text",
    [
        "التقى أردوغان تيميل كرم الله أوغلو.",
        "ويخوض السباق كل من محرم إنجه وميرال أكشنر وتيميل كرم الله أوغلو.",
        "أعلن زعيم حزب السعادة تيميل كرم الله أوغلو أنه مرشح للرئاسة.",
    ],
)
def test_a_rare_first_name_stays_before_one_of_two_words(text: str) -> None:
    assert persons(text, "neural")[-1] == "تيميل كرم الله أوغلو"
