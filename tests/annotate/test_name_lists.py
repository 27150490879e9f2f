"""Names that stand in lists of names are whole."""

from __future__ import annotations

import pytest

from riwaya.annotate import AnnotateConfig, annotate
from riwaya.model import Article, Mention, MentionKind, PublishedFrom


def persons_of(text: str) -> list[str]:
    article = Article(
        "a", "p", "s", 0, "منبر", "", "", (), "", (), "2024-03-03", PublishedFrom.STATED, "ar", text, (),
    )  # fmt: skip
    found = annotate(article, AnnotateConfig(reader="rules"))
    return [each.text for each in found if isinstance(each, Mention) and each.kind is MentionKind.PER]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("المسلسل من بطولة خالد البريكي، فخرية الكندري، سعاد علي، محمود بوشهري، عبدالله الطراروة.", "فخرية الكندري"),
        ("وفي القائمة سليم عون، وزياد خوري، ونديم شري، ومحمد رعد، وعلي عمار، وحسن فضل الله.", "نديم شري"),
        ("تضم التشكيلة محمد صلاح، محمود حسن، فيرجل فان دايك، أحمد حجازي، طارق حامد.", "فيرجل فان دايك"),
    ],
)
def test_a_piece_among_whole_names_is_one_name(text: str, name: str) -> None:
    assert name in persons_of(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("حضر محمد صلاح، ومحمود حسن، ونجم الفريق، وأحمد حجازي، وطارق حامد، وعلي جبر.", "نجم الفريق"),
        ("حضر محمد صلاح، ومحمود حسن، ووزير الرياضة، وأحمد حجازي، وطارق حامد، وعلي جبر.", "وزير الرياضة"),
        ("حضر محمد صلاح، ومحمود حسن، وغاب أمس محمد، وأحمد حجازي، وطارق حامد، وعلي جبر.", "غاب أمس محمد"),
        ("حضر محمد صلاح، ومحمود حسن، ونجله كريم، وأحمد حجازي، وطارق حامد، وعلي جبر.", "نجله كريم"),
    ],
)
def test_what_is_no_name_stays_none_in_a_list_of_names(text: str, words: str) -> None:
    assert not any(words in name for name in persons_of(text))


def test_two_pieces_in_running_text_are_left_alone() -> None:
    assert "عناية عز الدين" not in persons_of("شكر محمود حسن، وعناية عز الدين، وعاد.")
