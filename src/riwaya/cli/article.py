"""The command that shows an article with what was found in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from riwaya.cli.dating import print_dating, publication_line, refused_publication
from riwaya.cli.options import (
    DEFAULT_STORE,
    ConfigOption,
    JsonOption,
    ScoreOption,
    StoreOption,
    least_score,
    less_sure_line,
    reading,
)
from riwaya.cli.output import (
    clip,
    marked_excerpt,
    marked_statements,
    print_json,
    print_table,
    speaker_label,
)

if TYPE_CHECKING:
    from riwaya.model import Statement


def article(
    identity: Annotated[str, typer.Argument(metavar="ARTICLE", help="Id of an article, or its beginning.")],
    store: StoreOption = DEFAULT_STORE,
    layers: Annotated[str, typer.Option(help="Any of statements, mentions, times, removed.")] = "statements",
    score: ScoreOption = None,
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> int:
    """Show an article with what was found in it marked in its text.

    Each statement has a number: what is said stands between ⟦ and ⟧ (each piece of it), the words that attribute it
    between ‹ and ›.
    Less sure statements are counted below; JSON has all.

    \b
    Example:
      riwaya article 77ab --layers statements,times
    """
    from riwaya.errors import UsageError
    from riwaya.model import Article, Field
    from riwaya.model.schema import dump
    from riwaya.search.publication import publication_flag
    from riwaya.search.queries import find_record
    from riwaya.search.reading import read_accounts
    from riwaya.search.sureness import part_by_sureness

    least = least_score(score, config)
    wanted = [layer.strip() for layer in layers.split(",") if layer.strip()]
    unknown = set(wanted) - {"statements", "mentions", "times", "removed"}
    if unknown:
        raise UsageError(f"no layer {', '.join(sorted(unknown))}; there are statements, mentions, times, removed")
    with reading(store) as opened:
        account = read_accounts(opened, [find_record(opened, Article, identity, word="article").id])[0]
        found = account.article
        refused = "" if as_json else refused_publication(opened, found)
    if as_json:
        print_json(dump(account) | {"published_flag": publication_flag(found)})
        return 0
    print(found.title)
    print(f"{found.outlet}  {publication_line(found)}  {found.source}")
    print(refused)
    print_dating(account.dating)
    spans = [
        record.span
        for layer, records in (("mentions", account.mentions), ("times", account.times))
        for record in records
        if layer in wanted and record.field is Field.TEXT
    ]
    shown, less_sure = part_by_sureness(account.statements if "statements" in wanted else (), least)
    print(marked_statements(found.text, shown, spans))
    if "statements" in wanted:
        print()
        rows = [_statement_line(number, s, found.text) for number, s in enumerate(shown, start=1)]
        heading = "speaker ← through → to whom | in the article's words, what is said marked"
        if rows:
            print_table(rows, ("", "score", "mode", "force", "occasion", heading))
        else:
            print(f"no statement {f'with a score from {least:g} ' if less_sure else ''}in this article")
        print(less_sure_line(len(less_sure), least), end="\n" if less_sure else "")
    if "removed" in wanted:
        print()
        print_table([(r.reason, clip(r.text)) for r in found.removed], ("removed", "text"))
    return 0


def _statement_line(number: int, statement: Statement, text: str) -> tuple[str, ...]:
    from riwaya.search.excerpts import excerpt_of, written_name

    chain = " ← ".join([speaker_label(statement), *(span.of(text) for span in reversed(statement.via))])
    addressee = f" → {written_name(text, statement.addressee)}" if statement.addressee else ""
    words = marked_excerpt(text, statement.pieces, excerpt_of(text, statement))
    return (
        str(number), f"{statement.score:.2f}", statement.mode.value, statement.force, statement.occasion_kind,
        f"{chain}{addressee} | {words}",
    )  # fmt: skip
