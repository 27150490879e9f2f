"""Text that holds nothing for this product: no statements where nobody is said to speak, no other languages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.annotate.statements.reading_aid import told

from cli.test_commands import riwaya

OTHERS = {
    "fa": (
        "وزیر امور خارجه در تهران دیدار کرد\n\n"
        "وزیر امور خارجه روز دوشنبه در یک نشست خبری گفت که مذاکرات با طرف مقابل ادامه دارد و افزود که هیچ "
        "توافقی هنوز امضا نشده است. وی تاکید کرد که منافع ملی در اولویت است و به خبرنگاران گفت که نتیجه "
        "این گفتگوها به زودی اعلام خواهد شد. سخنگوی دولت نیز در بیانیه‌ای از این سفر استقبال کرد."
    ),
    "ur": (
        "وزیر اعظم کا دورہ\n\n"
        "وزیر اعظم نے پیر کے روز ایک پریس کانفرنس میں کہا کہ مذاکرات جاری ہیں اور ابھی تک کوئی معاہدہ "
        "نہیں ہوا۔ انہوں نے صحافیوں سے بات کرتے ہوئے کہا کہ حکومت عوام کے مفاد میں فیصلے کرے گی۔ ترجمان "
        "نے ایک بیان میں بتایا کہ اجلاس کل دوبارہ ہوگا۔"
    ),
    "ckb": (
        "سەرۆکی هەرێم لە هەولێر\n\n"
        "سەرۆکی هەرێم ڕۆژی دووشەممە لە کۆنفرانسێکی ڕۆژنامەوانیدا گوتی کە گفتوگۆکان بەردەوامن و تا ئێستا "
        "هیچ ڕێککەوتنێک واژۆ نەکراوە. هەروەها وتی بەرژەوەندی گشتی لە پێشینەیە و ئەنجامی دانوستانەکان بەم "
        "زووانە ڕادەگەیەندرێت."
    ),
    "ps": (
        "د بهرنیو چارو وزیر لیدنه\n\n"
        "د بهرنیو چارو وزیر د دوشنبې په ورځ په یوه خبري کنفرانس کې وویل چې خبرې اترې روانې دي او تر اوسه "
        "هېڅ تړون نه دی لاسلیک شوی. هغه زیاته کړه چې د ولس ګټې لومړیتوب لري او پایلې به یې ژر اعلان شي. "
        "ویاند هم په یوه اعلامیه کې د دې سفر هرکلی وکړ."
    ),
    "en": (
        "Minister visits the city\n\n"
        "The foreign minister said on Monday at a news conference that talks were going on and that no "
        "agreement had been signed so far. She added that the public interest came first. A spokesman "
        "welcomed the visit in a statement, telling reporters that results would follow."
    ),
}
ARABIC = (
    "الوزير في زيارة\n\nقال الوزير يوم الاثنين إن المحادثات مستمرة وإن الطرفين لم يوقعا أي اتفاق حتى الآن. "
    "وأضاف أن النتائج ستعلن قريبا.\n"
    'The minister said that talks were going on. "We have signed nothing," he told reporters. وزیر گفت که مذاکرات '
    "ادامه دارد."
)


def test_a_page_in_another_language_is_rejected_with_its_name_and_not_misread(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for name, text in {**OTHERS, "ar": ARABIC}.items():
        (pages / f"{name}.txt").write_text(text, encoding="utf-8")
    store = tmp_path / "s.riwaya"
    assert riwaya("add", pages, "--store", store, "--reader", "rules").returncode == 0
    rejected = json.loads(riwaya("rejections", "--store", store, "--json").stdout)
    assert {(Path(row["item"]).stem, row["reason"], row["detail"]) for row in rejected} == {
        (name, "not-arabic", f"the text is in {name}") for name in OTHERS
    }
    found = json.loads(riwaya("statements", "--store", store, "--score", "0", "--json").stdout)
    assert [row["cue"] for row in found] == ["قال", "أضاف"]


@pytest.mark.parametrize("name", OTHERS)
def test_sentences_of_another_language_within_an_article_give_no_statement(name: str) -> None:
    assert told(OTHERS[name]) == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "…",
        "يغسل العدس جيدا ثم يوضع في قدر مع البصل والجزر. يترك على نار هادئة نصف ساعة ثم يقدم ساخنا مع الخبز.",
        "الرياح شمالية غربية معتدلة، والحرارة العظمى 31 درجة، والرطوبة 60 في المئة، والبحر خفيف الموج.",
        "فاز الهلال على النجم بهدفين مقابل هدف، وسجل الحداد الهدف الأول في الدقيقة 12 من ركلة جزاء.",
        "ولد الشاعر عام 1931 في قرية صغيرة، ودرس في العاصمة، ثم عاد إلى قريته ومات فيها عام 1990.",
        "تبدأ الدورة يوم الأحد وتستمر خمسة أيام، وتفتح الأبواب في التاسعة صباحا.",
        "وصل الوزير إلى المدينة والتقى نظيره، وبحث الجانبان التعاون بين البلدين، ثم غادر الوفد مساء.",
    ],
)
def test_a_text_in_which_nobody_speaks_gives_none(text: str) -> None:
    assert told(text) == []
