"""Articles to mentions, times, quantities, statements and events."""

from __future__ import annotations

from collections.abc import Iterable

from riwaya.annotate.document import Document
from riwaya.annotate.events import find_events
from riwaya.annotate.mentions import find_mentions
from riwaya.annotate.quantities import find_quantities
from riwaya.annotate.statements import find_statements
from riwaya.annotate.times import anchor_of, find_times
from riwaya.model import Article, Event, Field, Mention, Quantity, Stage, Statement, Time
from riwaya.stage import StageDefinition

Annotation = Mention | Time | Quantity | Statement | Event


def annotate(article: Article) -> Iterable[Annotation]:
    """Yield everything found in the article's title and text; statements and events in the text alone."""
    anchor = anchor_of(article)
    for field in (Field.TITLE, Field.TEXT):
        document = Document.read(article, field)
        mentions = find_mentions(document)
        times = find_times(document, anchor)
        yield from mentions
        yield from times
        yield from find_quantities(document, times)
        if field is Field.TEXT:
            yield from find_statements(document, mentions)
            yield from find_events(document, mentions, times)


def _article_name(article: Article) -> str:
    return article.id


ANNOTATE: StageDefinition[Article, Annotation] = StageDefinition(
    name=Stage.ANNOTATE,
    version=1,
    kind="map",
    requires=(Article,),
    adds=(Mention, Time, Quantity, Statement, Event),
    run=annotate,
    name_item=_article_name,
)

__all__ = ["ANNOTATE", "Annotation", "Document", "annotate"]
