"""What a cue points at: the place where its content begins."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.annotate.statements.lexicon import COMPLEMENTISERS
from riwaya.annotate.statements.quotations import Quotation
from riwaya.annotate.statements.reading import Reading


@dataclass(slots=True)
class Target:
    """Where a content begins.

    Attributes:
        kind: that, quote, colon, preposition, attached, object or complement.
        mark: first token of what points at the content; the speaker stands before it.
        first: first token of the content.
        quotation: the quotation that opens with the content, if one does.
    """

    kind: str
    mark: int
    first: int
    quotation: Quotation | None


def behind(reading: Reading, kind: str, mark: int, first: int, limit: int) -> Target | None:
    """Return the target whose content begins at `first`, which a quotation may open, «أن» inside it too."""
    while first < limit and reading.forms[first] in (",", ":"):
        first += 1
    if first >= limit:
        return None
    quotation = reading.opens_quotation(first)
    if quotation is None:
        return Target(kind, mark, first, None)
    inner = first + 1
    if kind == "colon" and inner < limit and reading.forms[inner] in COMPLEMENTISERS:
        inner += 1
    return Target(kind, mark, inner, quotation) if inner < limit else None
