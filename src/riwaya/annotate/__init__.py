"""Articles to mentions, times, quantities, statements and events."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from riwaya.annotate.config import AnnotateConfig
from riwaya.annotate.document import Document
from riwaya.annotate.events import find_events
from riwaya.annotate.holders import settle_holders
from riwaya.annotate.mentions import find_mentions
from riwaya.annotate.mentions.clubs import settle_clubs
from riwaya.annotate.mentions.coordinated import part_joined
from riwaya.annotate.mentions.name_ends import complete_names
from riwaya.annotate.mentions.name_lists import complete_lists
from riwaya.annotate.mentions.name_starts import settle_starts
from riwaya.annotate.mentions.nisbas import settle_nisbas
from riwaya.annotate.mentions.other_senses import without_other_senses
from riwaya.annotate.mentions.overruns import cut_overruns
from riwaya.annotate.mentions.plain_words import without_words
from riwaya.annotate.mentions.purposes import complete_purposes
from riwaya.annotate.mentions.role_names import settle_role_names
from riwaya.annotate.mentions.run_together import part_names, part_titled
from riwaya.annotate.mentions.teams import without_team_ranks
from riwaya.annotate.mentions.units import join_units
from riwaya.annotate.occurrences import time_events, time_statements
from riwaya.annotate.quantities import find_quantities
from riwaya.annotate.reader import (
    Reading,
    check_model,
    is_installed,
    merge_mentions,
    merge_statements,
    model_version,
    read_document,
)
from riwaya.annotate.statements import find_statements
from riwaya.annotate.statements.added_cues import read_added_cues
from riwaya.annotate.statements.lexicon import using_cues
from riwaya.annotate.times import anchor_of, read_times
from riwaya.annotate.titles import settle_title_names
from riwaya.annotate.unnamed_events import find_unnamed_events
from riwaya.errors import UsageError
from riwaya.model import Article, Event, Field, Mention, Quantity, Stage, Statement, Time
from riwaya.stage import StageDefinition

Annotation = Mention | Time | Quantity | Statement | Event


_RULES_VERSION = 29
_READERS = ("auto", "neural", "rules")


def annotate(article: Article, config: AnnotateConfig | None = None) -> Iterable[Annotation]:
    """Yield everything found in the article's title and text; statements and events in the text alone."""
    config = config or AnnotateConfig()
    anchor = anchor_of(article)
    read: dict[Field, list[Mention]] = {}
    # The text first: what it calls somebody settles what a headline may mean.
    for field in (Field.TEXT, Field.TITLE):
        document = Document.read(article, field)
        reading = read_document(document, threads=config.threads) if is_neural(config) else None
        mentions = mentions_of(document, reading)
        if field is Field.TITLE:
            mentions = settle_title_names(document, mentions, read[Field.TEXT])
        read[field] = mentions
        times, written = read_times(document, anchor)
        yield from mentions
        yield from times
        yield from find_quantities(document, times)
        if field is Field.TEXT:
            with using_cues(read_added_cues(config.cues).rows):
                statements = find_statements(document, mentions)
                weighed = merge_statements(document, statements, reading) if reading else statements
            yield from time_statements(document, weighed, times, written)
            named = find_events(document, mentions, times)
            unnamed = find_unnamed_events(document, mentions, named)
            events = sorted([*named, *unnamed], key=lambda event: event.span)
            yield from time_events(document, events, times, written)


def mentions_of(document: Document, reading: Reading | None) -> list[Mention]:
    """Return the mentions of a document in text order, by the rules and what the trained reader read, if anything."""
    mentions = find_mentions(document)
    merged = merge_mentions(document, mentions, reading) if reading else mentions
    alone = part_joined(document, settle_starts(document, part_titled(document, part_names(merged))))
    whole = join_units(document, complete_lists(document, complete_names(document, alone)))
    whole = settle_nisbas(document, cut_overruns(document, settle_clubs(document, whole, mentions)))
    told = complete_purposes(document, without_other_senses(document, without_words(document, whole)))
    return settle_role_names(document, settle_holders(document, without_team_ranks(document, told)))


@dataclass(frozen=True, slots=True)
class Annotator:
    """Annotates articles with one configuration; picklable, so that any engine can carry it."""

    config: AnnotateConfig

    def __call__(self, article: Article) -> Iterable[Annotation]:
        """Yield everything found in the article."""
        return annotate(article, self.config)


def is_neural(config: AnnotateConfig) -> bool:
    """Return whether the trained reader takes part.

    Raises:
        UsageError: if there is no such reader.
    """
    if config.reader not in _READERS:
        raise UsageError(f"there is no reader {config.reader}; there are {', '.join(_READERS)}")
    return config.reader == "neural" or (config.reader == "auto" and is_installed())


def annotate_stage(config: AnnotateConfig) -> StageDefinition[Article, Annotation]:
    """Return the stage with one configuration; what was read with another reader or other cues has another version.

    Raises:
        ResourceError: if a file of the trained reader is missing or damaged.
        UsageError: if there is no such reader, or the added cues are no table of cues.
    """
    version: int | str = _RULES_VERSION
    if is_neural(config):
        check_model()
        version = f"{_RULES_VERSION}-{model_version()}"
    added = read_added_cues(config.cues).version
    version = f"{version}-{added}" if added else version
    return StageDefinition(
        name=Stage.ANNOTATE,
        version=version,
        kind="map",
        requires=(Article,),
        adds=(Mention, Time, Quantity, Statement, Event),
        run=Annotator(config),
        name_item=_article_name,
    )


def _article_name(article: Article) -> str:
    return article.id


__all__ = [
    "AnnotateConfig",
    "Annotation",
    "Annotator",
    "Document",
    "annotate",
    "annotate_stage",
    "is_neural",
    "mentions_of",
]
