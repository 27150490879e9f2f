from __future__ import annotations

import pytest

from extract.pages import PARAGRAPHS, TITLE, html, page, reasons, row
from riwaya.extract import extract
from riwaya.extract.signatures import signature

TEXT = "\n".join(PARAGRAPHS)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("كتب: سليم الراوي", ("سليم الراوي",)),
        ("كتبت – هالة المنذري", ("هالة المنذري",)),
        ("بقلم: هالة المنذري.", ("هالة المنذري",)),
        ("تحرير رامي الكرمي", ("رامي الكرمي",)),
        ("إعداد وتحرير: هالة المنذري ورامي الكرمي", ("هالة المنذري", "رامي الكرمي")),
        ("(إعداد رامي الكرمي للنشرة العربية - تحرير هالة المنذري)", ("رامي الكرمي", "هالة المنذري")),
        ("شارك في التغطية: رامي الكرمي من بيروت", ("رامي الكرمي",)),
        ("كتب: رامي الكرمي – خاص نبأ", ("رامي الكرمي",)),
        ("تحرير ع.ش", ("ع.ش",)),
        ("إعداد: قسم الأخبار", ()),
        ("( رامي الكرمي )", ("رامي الكرمي",)),
        ("رامي الكرمي - بيروت", ("رامي الكرمي",)),
    ],
)
def test_a_signature_names_the_makers_of_an_article(line: str, names: tuple[str, ...]) -> None:
    assert signature(line) == names


@pytest.mark.parametrize(
    "line",
    [
        "كتب الرئيس على حسابه: لن نتراجع.", "كتب الوزير في تغريدة أن السد آمن", "تحرير المدينة من الحصار",
        "تحرير الموصل - حلب", "إعداد خطة جديدة", "ترجمة الأقوال إلى أفعال", "تقرير: السد آمن", "مراسلنا: السد ينهار",
        "كتب محمد على تويتر", "سليم الراوي وزيراً", "(تفاصيل لاحقا)", "أحمد شوقي، شاعر النوار", "", "()",
    ],
)  # fmt: skip
def test_what_only_begins_like_a_signature_is_none(line: str) -> None:
    assert signature(line) is None


@pytest.mark.parametrize("line", ["كتب: سليم الراوي", "إعداد هالة المنذري", "تحرير: رامي الكرمي"])
def test_an_undated_byline_at_the_foot_leaves_the_text_of_every_kind_of_page(line: str) -> None:
    paragraphs = "".join(f"<p>{text}</p>" for text in (*PARAGRAPHS, line))
    pages = (
        html(body=paragraphs), page(f"{TITLE}\n\n" + "\n\n".join((*PARAGRAPHS, line))),
        row(title=TITLE, text=f"{TEXT}\n{line}"),
    )  # fmt: skip
    for made in pages:
        (article,) = extract(made)
        assert article.text == TEXT
        assert article.authors == (line.split(maxsplit=1)[1],)
        assert reasons(article)[line] == "byline"


def test_a_list_of_names_at_the_foot_stays() -> None:
    names = ["سليم الراوي", "رامي الكرمي", "محمد الصافي"]
    (article,) = extract(page(f"{TITLE}\n\n" + "\n\n".join((*PARAGRAPHS, "وضمت القائمة:", *names))))
    assert article.text.endswith("\n".join(names))
