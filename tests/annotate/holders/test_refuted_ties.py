"""An office before a lone surname that is known to be somebody else's is not lent to it, and its holder speaks."""

from __future__ import annotations

import pytest

from riwaya.annotate import AnnotateConfig, annotate
from riwaya.model import Article, Mention, MentionKind, PublishedFrom, Statement


def _read(text: str) -> tuple[dict[str, str], list[str]]:
    """Return the holder of each role, "" where it has none, and the speakers."""
    article = Article(
        "a", "p", "s", 0, "منبر", "", "", (), "", (), "2024-03-03", PublishedFrom.STATED, "ar", text, (),
    )  # fmt: skip
    found = list(annotate(article, AnnotateConfig(reader="rules")))
    names = {each.id: each.text for each in found if isinstance(each, Mention)}
    roles = [each for each in found if isinstance(each, Mention) and each.kind is MentionKind.ROLE]
    held = {each.text: names.get(each.holder_id, "") for each in roles}
    return held, [each.speaker_text for each in found if isinstance(each, Statement)]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("وحذر رئيس الوزراء الإسرائيلي ماكرون من الاعتراف بالدولة.", "رئيس الوزراء الإسرائيلي"),
        ("وطالب الرئيس الفرنسي نتنياهو بوقف القصف.", "الرئيس الفرنسي"),
        ("واستقبل وزير الثقافة زيلينسكي في المطار.", "وزير الثقافة"),
        ("زار أمير قطر تميم بن حمد أنقرة. وشكر الوزير التركي تميم على الهدية.", "الوزير التركي"),
        ("قال الرئيس الكيني وليام روتو كلمة. وشكر الرئيس الكيني مولر.", "الرئيس الكيني"),
    ],
)
def test_an_office_is_not_of_who_is_known_for_another(text: str, role: str) -> None:
    assert _read(text)[0].get(role, "") in ("", "وليام روتو")


@pytest.mark.parametrize(
    ("text", "role", "holder"),
    [
        ("وقال رئيس الوزراء الإسرائيلي نتنياهو إن الاتفاق قريب.", "رئيس الوزراء الإسرائيلي", "نتنياهو"),
        ("وقال السفير السعودي القحطاني إن الزيارة مهمة.", "السفير السعودي", "القحطاني"),
        (
            "وكان الرئيس الأميركي السابق دونالد ترامب رفضه. وقال الرئيس الأميركي بايدن إنه قريب.",
            "الرئيس الأميركي",
            "بايدن",
        ),
    ],
)
def test_an_office_before_its_holders_surname_is_his(text: str, role: str, holder: str) -> None:
    assert _read(text)[0][role] == holder


def test_the_holder_of_the_office_speaks_to_the_one_behind_it() -> None:
    assert _read("وحذر رئيس الوزراء الإسرائيلي ماكرون من الاعتراف بالدولة.")[1] == ["رئيس الوزراء الإسرائيلي"]
