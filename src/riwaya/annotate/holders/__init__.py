"""Who holds which role: what readers tie together, settled by grammar, the article and the table of office-holders."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.annotate.document import Document
from riwaya.annotate.holders.made_roles import settle_made
from riwaya.annotate.holders.noun_phrases import part_phrases
from riwaya.annotate.holders.refuted import without_refuted_ties
from riwaya.annotate.holders.served import settle_served
from riwaya.annotate.holders.ties import without_false_ties
from riwaya.model import Mention

__all__ = ["settle_holders"]


def settle_holders(document: Document, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions, in order, each role in pieces where it is several, tied to whom the text gives it.

    Args:
        document: the field that they stand in.
        mentions: those of the field, in its order.
    """
    tied = without_false_ties(document, part_phrases(document, mentions))
    return settle_made(document, settle_served(document, without_refuted_ties(document, tied)))
