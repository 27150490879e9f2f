"""A content in pieces on the terminal: every piece is marked."""

from __future__ import annotations

from riwaya.cli.output import marked_excerpt, marked_statements
from riwaya.model import Mode, Span, Statement
from riwaya.search.excerpts import excerpt_of

TEXT = "«السد آمن»، قال الوزير، «ولن نخليه»."


def said(text: str, cue: str, content: str, rest: str) -> Statement:
    def span(part: str) -> Span:
        return Span(text.index(part), text.index(part) + len(part))

    return Statement(
        "s", "a", Span(0, len(text)), span(content), content, span(cue), cue, None, "", True, (), None, Mode.DIRECT,
        (), "assert", 1.0, content_rest=(span(rest),),
    )  # fmt: skip


def test_every_piece_stands_in_the_text_under_the_number_of_its_statement() -> None:
    statement = said(TEXT, "قال", "ولن نخليه", "السد آمن")
    assert marked_statements(TEXT, [statement]) == "«⟦1 السد آمن⟧»، ‹قال› الوزير، «⟦1 ولن نخليه⟧»."


def test_every_piece_is_marked_in_one_line() -> None:
    statement = said(TEXT, "قال", "ولن نخليه", "السد آمن")
    line = marked_excerpt(TEXT, statement.pieces, excerpt_of(TEXT, statement))
    assert line == "«⟦السد آمن⟧»، قال الوزير، «⟦ولن نخليه⟧»"


def test_the_second_piece_is_shown_behind_a_long_first_one() -> None:
    first = "السد آمن " * 30
    text = f"«{first.strip()}»، قال الوزير، «ولن نخليه»."
    statement = said(text, "قال", first.strip(), "ولن نخليه")
    line = marked_excerpt(text, statement.pieces, excerpt_of(text, statement), 80)
    assert line.startswith("«⟦السد آمن السد") and line.endswith("⟧… […] »، قال الوزير، «⟦ولن نخليه⟧»")
