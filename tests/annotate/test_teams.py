"""Where «الفريق» is a team and where it is a general's rank."""

from __future__ import annotations

import pytest
from tests.annotate.statements.reading_aid import article_of

from riwaya.annotate.document import Document
from riwaya.annotate.mentions.teams import without_team_ranks
from riwaya.model import Field, Mention, MentionKind, Span


def _ranks(text: str, rank: str, name: str) -> list[str]:
    """Return the ranks that a text keeps, one of them read before a name."""
    document = Document.read(article_of(text), Field.TEXT)
    found: list[Mention] = []
    for written, kind in ((name, MentionKind.PER), (rank, MentionKind.ROLE)):
        span = Span(text.index(written), text.index(written) + len(written))
        identity = Mention.make_id("a", Field.TEXT, span, kind)
        holder = found[0].id if found else ""
        found.append(Mention(identity, "a", Field.TEXT, span, written, kind, holder, 0.9))
    return [one.text for one in without_team_ranks(document, found) if one.kind is MentionKind.ROLE]


@pytest.mark.parametrize(
    ("text", "rank", "name"),
    [
        ("انضم إلى الفريق عثمان ديمبلي أمس.", "الفريق", "عثمان ديمبلي"),
        ("وعاد إلى الفريق سليم الحداد أمس.", "الفريق", "سليم الحداد"),
        ("غادر الفريق عثمان ديمبلي بعد انتهاء عقده.", "الفريق", "عثمان ديمبلي"),
        ("سجل للفريق كريم بنزيمة هدفين.", "فريق", "كريم بنزيمة"),
        (
            "قاد المدرب لاعبيه في الملعب، وفي المباراة سجل الهدف للفريق الملكي سليم الحداد.",
            "فريق الملكي",
            "سليم الحداد",
        ),
    ],
)
def test_a_team_is_no_rank(text: str, rank: str, name: str) -> None:
    assert _ranks(text, rank, name) == []


@pytest.mark.parametrize(
    ("text", "rank", "name"),
    [
        ("قال الفريق سليم الحداد إن الجيش جاهز.", "الفريق", "سليم الحداد"),
        ("غادر الفريق سليم الحداد البلاد.", "الفريق", "سليم الحداد"),
        ("انضم إلى الفريق خليفة حفتر ضباط.", "الفريق", "خليفة حفتر"),
        ("حضر الفريق أول سليم الحداد المباراة في الملعب مع المدرب.", "الفريق أول", "سليم الحداد"),
        ("حضر الفريق سليم الحداد، قائد الجيش، المباراة في الملعب مع المدرب.", "الفريق", "سليم الحداد"),
    ],
)
def test_an_officer_keeps_his_rank(text: str, rank: str, name: str) -> None:
    assert _ranks(text, rank, name) == [rank]
