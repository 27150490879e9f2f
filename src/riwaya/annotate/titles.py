"""Names in a title held against those of the text: headlines set verbs and names side by side, no word between."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from riwaya.annotate.document import Document
from riwaya.arabic.frequencies import load_name_counts
from riwaya.arabic.normalise import fold
from riwaya.arabic.tokens import tokenise
from riwaya.model import Mention, MentionKind, Span

_FEW = 3  # times a word was seen in a name


def settle_title_names(title: Document, mentions: Sequence[Mention], text_mentions: Iterable[Mention]) -> list[Mention]:
    """Return a title's mentions, persons' names without a word before them that the text does not know («يهجر برانكر»).

    Args:
        title: the title.
        mentions: what was found in it.
        text_mentions: what was found in the article's text.
    """
    names = {fold(found.text) for found in text_mentions if found.kind is MentionKind.PER}
    words = {word for name in names for word in name.split()}
    shorter = {
        found.id: _with_span(title, found, span)
        for found in mentions
        if found.kind is MentionKind.PER and (span := _known_part(found, names, words)) is not None
    }
    if not shorter:
        return list(mentions)
    settled = [shorter.get(found.id, found) for found in mentions]
    return [
        replace(found, holder_id=shorter[found.holder_id].id) if found.holder_id in shorter else found
        for found in settled
    ]


def _known_part(found: Mention, names: set[str], words: set[str]) -> Span | None:
    """Return where the name that the text knows begins, if other words stand before it that no name has."""
    tokens = tokenise(found.text)
    for first in range(1, len(tokens)):
        before = tokens[first - 1].form
        if before in words or load_name_counts().get(before, 0) >= _FEW:
            return None
        if fold(found.text[tokens[first].start :]) in names:
            return Span(found.span.start + tokens[first].start, found.span.end)
    return None


def _with_span(title: Document, found: Mention, span: Span) -> Mention:
    identifier = Mention.make_id(found.article_id, found.field, span, found.kind)
    return replace(found, id=identifier, span=span, text=span.of(title.text))
