"""A subject before its verb, across what qualifies it."""

from __future__ import annotations

import pytest
from tests.annotate.statements.reading_aid import told

from riwaya.annotate.statements.verbs import finite_verbs


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("لكن منظمة «أقلام حرة» أدانت توقيف الصحفي.", "منظمة «أقلام حرة»"),
        ("وكان مشروع القرار الأخير يطالب الحكومة بوقف البناء.", "مشروع القرار الأخير"),
        ("غير أن المنظمة، ومقرها المدينة القديمة، قالت إن القرار ظالم.", "المنظمة"),
        ("لكن اللجنة، الجهة البارزة التي تتولى المراجعة، قالت إن الشركات بعيدة عن الهدف.", "اللجنة"),
        ("ونشرت الوكالة تقريرا يؤكد أن المياه ملوثة.", "تقريرا"),
        ("لكن كيم دو سان مهندس السفينة قال إن المحرك سيعمل بالهيدروجين.", "كيم دو سان"),
        ("ووصف أحد الوزراء الأعذار المقدمة بأنها هزيلة.", "أحد الوزراء"),
        ("المصادر أشارت إلى أن الطريق مغلق.", "المصادر"),
        ("والمسودة التي كتبها النواب قالت إن الوزارة مقصرة.", "المسودة"),
    ],
)
def test_a_subject_may_stand_before_its_verb(text: str, speaker: str) -> None:
    assert told(text)[0][1] == speaker


def test_a_particle_with_and_is_no_subject() -> None:
    text = "وبالمقابل قال متحدث باسم وزارة النقل إن الموضوع قديم. والسبت دعا وزير المال التجار إلى الصبر."
    assert [speaker for _, speaker, _ in told(text)] == ["متحدث باسم وزارة النقل", "وزير المال"]


def test_verbs_of_the_table_show_gender_number_and_pronoun() -> None:
    verbs = finite_verbs()
    assert verbs["اعتقلت"][:2] == ("f", "s")
    assert verbs["يواجه"][:2] == ("m", "s")
    assert verbs["بات"].gender == "m"
    assert verbs["تشهدها"].pronoun
