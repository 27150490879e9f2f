"""An article read once: tokens and sentences that every part of the annotate stage shares."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from riwaya.arabic.sentences import split_sentences
from riwaya.arabic.tokens import Token, tokenise
from riwaya.model import Article, Field, Span


@dataclass(frozen=True, slots=True)
class Document:
    """One field of an article with its tokens and sentences.

    Attributes:
        tokens: in text order.
        sentences: spans in text order.
        token_starts: start of each token, for look-ups.
    """

    article: Article
    field: Field
    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Span, ...]
    token_starts: tuple[int, ...]

    @staticmethod
    def read(article: Article, field: Field) -> Document:
        """Return the document of the article's text or title."""
        text = article.text if field is Field.TEXT else article.title
        tokens = tuple(tokenise(text))
        return Document(
            article, field, text, tokens, tuple(split_sentences(text)), tuple(token.start for token in tokens)
        )

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """Return the tokens that start inside the span."""
        first = bisect_left(self.token_starts, span.start)
        return self.tokens[first : bisect_left(self.token_starts, span.end)]
