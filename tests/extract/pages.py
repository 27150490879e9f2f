"""Pages for the tests, written for them."""

from __future__ import annotations

import json

from riwaya.model import Page

PARAGRAPHS = (
    "أعلن وزير المياه في جمهورية النوار سليم الراوي، يوم الأحد، أن السد الجديد سيبدأ العمل قبل نهاية الصيف المقبل.",
    "وأضاف الراوي في مؤتمر صحفي بالعاصمة أن كلفة المشروع بلغت أربعين مليون دينار دفعت الحكومة نصفها من موازنتها العامة.",  # noqa: E501
    "من جهتها قالت النقابة العامة للمزارعين إنها لم تتسلم حتى الآن أي خطة مكتوبة لتوزيع المياه على القرى المجاورة للسد.",  # noqa: E501
    "ويقع السد على بعد ثلاثين كيلومترا من مدينة الواحة، ويعول عليه السكان في ري البساتين وتوليد جزء من الكهرباء.",
    "وكانت أعمال البناء قد توقفت مرتين خلال السنوات الثلاث الماضية بسبب خلاف مع الشركة التي فازت بالعقد.",
)
TITLE = "وزير المياه في النوار يعلن موعد تشغيل السد الجديد"


def page(content: str | bytes, media_type: str = "text/plain", url: str = "", captured: str = "") -> Page:
    data = content.encode() if isinstance(content, str) else content
    key = url or "test/page"
    return Page(Page.make_id(key, data), key, key, url, captured, media_type, "utf-8", data)


def row(**fields: object) -> Page:
    return page(json.dumps(fields, ensure_ascii=False), "application/json")


def html(head: str = "", before: str = "", after: str = "", body: str = "", url: str = "") -> Page:
    inner = body or "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    markup = (
        f"<html><head><title>{TITLE} | صحيفة الميناء</title>{head}</head><body><nav><a href='/'>الرئيسية</a><a href='/p'>سياسة</a></nav>"  # noqa: E501
        f"<main><h1>{TITLE}</h1>{before}<div class='content'>{inner}</div>{after}</main>"
        "<footer>جميع الحقوق محفوظة © 2031 صحيفة الميناء</footer></body></html>"
    )
    return page(markup, "text/html", url)


def reasons(article: object) -> dict[str, str]:
    """Return the removed lines of an article with the reason of each."""
    return {line: block.reason for block in article.removed for line in block.text.split("\n")}  # type: ignore[attr-defined]
