"""What belongs to a name though it reads whole without it."""

from __future__ import annotations

import pytest
from tests.annotate.marking import read_marked

from riwaya.annotate.document import Document
from riwaya.annotate.mentions.name_ends import complete_names
from riwaya.model import Article, Field, Mention, MentionKind, PublishedFrom, Span


def complete(marked: str) -> list[str]:
    """Return the completed names of a text in which each name that was read stands in brackets."""
    document, mentions = read_marked(marked)
    found = complete_names(document, mentions)
    assert all(mention.span.of(document.text) == mention.text for mention in found)
    return [mention.text for mention in found]


@pytest.mark.parametrize(
    ("marked", "whole"),
    [
        ("ووصل [فالدير غرشتاين] الابن أمس.", ["فالدير غرشتاين الابن"]),
        ("وعاد [غرشتاين] الأب إلى داره.", ["غرشتاين الأب"]),
        ("وكتب [فالدير غرشتاين] [جونيور].", ["فالدير غرشتاين جونيور"]),
        ("في عهد الملك [غرشتون] الثاني.", ["غرشتون الثاني"]),
        ("وقال للبابا [غرشتون] السادس.", ["غرشتون السادس"]),
        ("أحيت الفنانة [كارول] سماحة حفلا.", ["كارول سماحة"]),
        ("وحضر #نادر_[الحسناوي] الحفل.", ["نادر_الحسناوي"]),
        ("وحضر #[سليم]_الكردلي الحفل.", ["سليم_الكردلي"]),
        ("وقال [غرشتانه] إي إنه باق.", ["غرشتانه إي"]),
        ("وقال [غرشتانه]\u200cئي إنه باق.", ["غرشتانه\u200cئي"]),
        ("وقال [غرشتانه] إيدن إنه باق.", ["غرشتانه"]),
        ("وانتقد رفعت [الحسناوي] القرار.", ["رفعت الحسناوي"]),
        ("وقال رفعت [الحسناوي] إنه عائد.", ["رفعت الحسناوي"]),
        ("قال [توريد هولبيك] إنه باق. [هولبيك يود] البقاء.", ["توريد هولبيك", "هولبيك"]),
    ],
)
def test_a_mark_behind_a_name_and_the_rest_of_its_hashtag_belong_to_it(marked: str, whole: list[str]) -> None:
    assert complete(marked) == whole


@pytest.mark.parametrize(
    "marked",
    [
        "وقال [فالدير غرشتاين] الابن الأكبر للرئيس.",
        "والتقى [فالدير غرشتاين] الأب [سليم الحداد].",
        "وكان مدرب [غرشتاين] الأول في النادي.",
        "وحل [غرشتاين] الثاني بعده.",
        "في #مركز_الملك_[سلمان]_للإغاثة.",
        "مع #[سليم]_للحرية_والعدل.",
        "وقد رفعت [الحسناوي] القضية.",
        "قال [توريد هولبيك] إنه باق مع [هولبيك محمد].",
        "وقال [غرشتاين العسكري] إنه باق.",
    ],
)
def test_what_only_stands_beside_a_name_does_not(marked: str) -> None:
    assert complete(marked) == marked.replace("]", "[").split("[")[1::2]


def test_a_role_follows_its_holder_when_the_name_is_completed() -> None:
    text = "الوزير غرشتاين الابن"
    article = Article("a", "p", "", 0, "", "", "", (), "", (), "", PublishedFrom.UNKNOWN, "ar", text, ())
    spans = {MentionKind.ROLE: Span(0, 6), MentionKind.PER: Span(7, 14)}
    ids = {kind: Mention.make_id("a", Field.TEXT, span, kind) for kind, span in spans.items()}
    mentions = [
        Mention(
            ids[kind], "a", Field.TEXT, span, span.of(text), kind, ids[MentionKind.PER] if not span.start else "", 0.9
        )
        for kind, span in spans.items()
    ]
    role, person = complete_names(Document.read(article, Field.TEXT), mentions)
    assert (person.text, role.holder_id) == ("غرشتاين الابن", person.id)
