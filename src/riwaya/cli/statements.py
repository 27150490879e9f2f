"""The command that lists and filters statements."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from riwaya.cli.dating import publication_notes
from riwaya.cli.options import (
    DEFAULT_STORE,
    ConfigOption,
    JsonOption,
    LimitOption,
    ScoreOption,
    StoreOption,
    least_score,
    less_sure_line,
    reading,
)
from riwaya.cli.output import marked_excerpt, moment, print_json, print_table, speaker_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from riwaya.model import Entity
    from riwaya.search.statements import Said, StatementQuery

_MOST_HEARD = 5  # names that only sound like the speaker's


class Order(StrEnum):
    """Which article comes first."""

    NEWEST = "newest"
    OLDEST = "oldest"


def statements(  # noqa: PLR0913  (a parameter for each option)
    words: Annotated[str, typer.Argument(help="Words of what is said; those in quotation marks together.")] = "",
    store: StoreOption = DEFAULT_STORE,
    speaker: Annotated[str, typer.Option(help="A name in any spelling, an office, or an entity's id.")] = "",
    via: Annotated[str, typer.Option(help="Words of an intermediary's name.")] = "",
    force: Annotated[str, typer.Option(help="Any of assert, demand, deny, warn, promise, praise, accuse.")] = "",
    mode: Annotated[str, typer.Option(help="Any of direct, mixed, indirect.")] = "",
    occasion: Annotated[str, typer.Option(help="Any of interview, press-conference, statement, post, ...")] = "",
    outlet: Annotated[str, typer.Option(help="Words of the outlet's name.")] = "",
    after: Annotated[
        str, typer.Option("--from", help="Said this day (YYYY-MM-DD) or later; published, where the text does not say.")
    ] = "",
    before: Annotated[str, typer.Option("--to", help="Said this day or earlier.")] = "",
    story: Annotated[str, typer.Option(help="Id of a story, or its beginning.")] = "",
    score: ScoreOption = None,
    config: ConfigOption = None,
    order: Annotated[Order, typer.Option(help="Which article comes first.")] = Order.NEWEST,
    limit: LimitOption = 50,
    as_json: JsonOption = False,
) -> int:
    """List statements: who said what, through whom, in which article.

    Options are joined: a statement must meet all of them. Several forces, modes or occasions are given with commas.
    Words are found in whatever inflection, names in every spelling that the store knows. Less sure statements are
    counted in the last line.

    \b
    Examples:
      riwaya statements --speaker ترمب --force deny,accuse --from 2025-03-01
      riwaya statements '"منسوب النهر"' --outlet رواسي --mode direct --order oldest
    """
    from riwaya.cli.showing import check_days
    from riwaya.search.queries import find_entities, sounding_like
    from riwaya.search.statements import StatementQuery, list_statements

    check_days(after, before)
    forces, modes, occasions = _choices(force, mode, occasion)
    query = StatementQuery(
        speaker=speaker, via=via, forces=forces, modes=modes, occasions=occasions, outlet=outlet, after=after,
        before=before, story=story, words=words, score=least_score(score, config), newest=order is Order.NEWEST,
    )  # fmt: skip
    with reading(store) as opened:
        found = list_statements(opened, query, limit=limit)
        unknown = bool(speaker) and not found.total and not find_entities(opened, speaker)
        heard = sounding_like(opened, speaker)[:_MOST_HEARD] if unknown else []
    less_sure = less_sure_line(found.less_sure, query.score)
    if as_json:
        print_json([_row(said) for said in found.shown])
        if less_sure:
            print(less_sure, file=sys.stderr)
        return 0
    if not found.total:
        print(f"no statement {_asked(query)}".strip() + _heard(heard))
        print(less_sure, end="\n" if less_sure else "")
        return 0
    headings = ("published", "article", "score", "mode", "force", "outlet | speaker ← through: what is said, marked")
    print_table([_line(said) for said in found.shown], headings)
    if found.total > len(found.shown):
        print(f"{found.total - len(found.shown)} more; --limit shows them")
    if less_sure:
        print(less_sure)
    return 0


def _heard(entities: Sequence[Entity]) -> str:
    """Return whose names sound like the speaker that nobody is written as."""
    names = "; ".join(f"{entity.id[:8]} {entity.name}" for entity in entities)
    return f"; no name is written so, what sounds like it: {names}" if names else ""


def _choices(force: str, mode: str, occasion: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return what three options list.

    Raises:
        UsageError: for a word that none of them knows.
    """
    from riwaya.errors import UsageError
    from riwaya.model import Mode
    from riwaya.tables import read_table

    known = {
        "force": sorted({row["force"] for row in read_table("speech_cues.tsv")}),
        "mode": [each.value for each in Mode],
        "occasion": sorted({row["kind"] for row in read_table("occasions.tsv")}),
    }
    chosen = []
    for name, text in (("force", force), ("mode", mode), ("occasion", occasion)):
        words = frozenset(word.strip() for word in text.split(",") if word.strip())
        if unknown := words - set(known[name]):
            raise UsageError(f"no {name} {', '.join(sorted(unknown))}; there are {', '.join(known[name])}")
        chosen.append(words)
    return chosen[0], chosen[1], chosen[2]


def _asked(query: StatementQuery) -> str:
    """Return what a query asks for, in one line."""
    listed = {
        "with the words": query.words, "by": query.speaker, "through": query.via,
        "of force": ",".join(sorted(query.forces)), "of mode": ",".join(sorted(query.modes)),
        "of occasion": ",".join(sorted(query.occasions)), "from": query.after, "to": query.before,
        "in the story": query.story, "in the outlet": query.outlet,
    }  # fmt: skip
    return " ".join(f"{label} {value}" for label, value in listed.items() if value) or "in this store"


def _line(said: Said) -> tuple[str, ...]:
    statement, article = said.statement, said.article
    chain = " ← ".join([speaker_label(statement), *(span.of(article.text) for span in reversed(statement.via))])
    words = marked_excerpt(article.text, statement.pieces, said.excerpt)
    lead = f"{article.outlet} | " if article.outlet else ""
    published = ", ".join([moment(article.published), *publication_notes(article)])
    return (
        published, article.id[:8], f"{statement.score:.2f}", statement.mode.value, statement.force,
        f"{lead}{chain}: {words}",
    )  # fmt: skip


def _row(said: Said) -> dict[str, object]:
    """Return a statement as `riwaya export statements` gives it, with its article."""
    from riwaya.export.tables import statement_row
    from riwaya.search.publication import publication_flag

    article = said.article
    return {
        **statement_row(said.statement, article.text, said.entities),
        "excerpt": " ".join(" […] ".join(span.of(article.text) for span in said.excerpt).split()),
        "outlet": article.outlet, "title": article.title, "published": article.published,
        "published_flag": publication_flag(article), "source": article.source,
    }  # fmt: skip
