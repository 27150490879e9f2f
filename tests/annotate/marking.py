"""Texts with mentions in them, as a reader might have read them."""

from __future__ import annotations

from riwaya.annotate.document import Document
from riwaya.model import Article, Field, Mention, MentionKind, PublishedFrom, Span


def mention_of(document: Document, words: str, kind: MentionKind, holder: str = "") -> Mention:
    """Return the mention of the first place where a text has the words; `holder` is its holder's id."""
    start = document.text.index(words)
    span = Span(start, start + len(words))
    identity = Mention.make_id("a", Field.TEXT, span, kind)
    return Mention(identity, "a", Field.TEXT, span, words, kind, holder, 1.0)


def read_marked(marked: str) -> tuple[Document, list[Mention]]:
    """Return a text in which each person's name that was read stands in brackets, and those names."""
    text, spans = "", []
    for piece in marked.replace("]", "[").split("["):
        spans.append(Span(len(text), len(text) + len(piece)))
        text += piece
    article = Article("a", "p", "", 0, "", "", "", (), "", (), "", PublishedFrom.UNKNOWN, "ar", text, ())
    mentions = [
        Mention(
            Mention.make_id("a", Field.TEXT, span, MentionKind.PER), "a", Field.TEXT, span, span.of(text),
            MentionKind.PER, "", 0.9,
        )
        for span in spans[1::2]
    ]  # fmt: skip
    return Document.read(article, Field.TEXT), mentions
