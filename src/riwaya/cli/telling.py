"""The command that shows a story on the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from riwaya.cli.dating import publication_notes
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
from riwaya.cli.output import clip, marked_excerpt, moment, print_json, print_table, speaker_label

if TYPE_CHECKING:
    from riwaya.search.story_view import Cell, ClaimRow, StoryView

_RELATIONS = {"same": "=", "part": "~", "contradict": "!"}


def story(
    identity: Annotated[str, typer.Argument(metavar="STORY", help="Id of a story, or its beginning.")],
    store: StoreOption = DEFAULT_STORE,
    score: ScoreOption = None,
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> int:
    """Show a story: its accounts in order of time, and what each one reports of what was said.

    \b
    Example:
      riwaya story 3f2a
    """
    from riwaya.model import Label, Story
    from riwaya.search.queries import find_record
    from riwaya.search.story_view import view_story

    least = least_score(score, config)
    with reading(store) as opened:
        view = view_story(opened, find_record(opened, Story, identity, word="story"), least=least)
    if as_json:
        print_json(_story_json(view))
        return 0
    print(view.story.title or "(no account has a headline)")
    if view.titled_by:
        print(f"headline as in: {view.titled_by.outlet or view.titled_by.source}")
    print(f"{view.story.start or 'undated'} .. {view.story.end}  origins: {view.story.independent_origins}\n")
    rows = []
    for number, account in enumerate(view.accounts, start=1):
        article, origin = account.article, view.origins.get(account.article.id)
        label = f"{origin.kind.value}: {origin.origin}" if origin else ""
        rows.append(
            (
                number,
                article.id[:8],
                "; ".join([moment(article.published), *publication_notes(article)]),
                label,
                f"{article.outlet} | {article.title}",
            )
        )
    print_table(rows, ("", "article", "published", "goes back to", "outlet | title"))
    sure, less_sure = view.parted(least)
    conflicts = [row for row in sure if any(cell.relation is Label.CONTRADICT for cell in row.cells)]
    for row in conflicts:
        doubtful = all(row.is_doubtful(cell, least) for cell in row.cells if cell.relation is Label.CONTRADICT)
        print(f"\nWhere accounts contradict each other{' (less sure)' if doubtful else ''}:")
        print_table(
            [_wording(cell, view, least) for cell in row.cells if cell.statement],
            ("account", "speaker | in its own words, what is said marked"),
        )
    doubts = any(row.is_doubtful(cell, least) for row in sure for cell in row.cells)
    legend = "! contradicts, ? contradicts (less sure)" if doubts else "! contradicts"
    print(f"\nWhat was said (= same, ~ part, {legend}, . not found in this text):")
    claims = []
    for row in sure:
        cells = "".join("?" if row.is_doubtful(cell, least) else _relation(cell) for cell in row.cells)
        claims.append((cells, f"{speaker_label(row.shown)} | {_excerpt(row, view)}"))
    print_table(claims, ("accounts", "speaker | in the words of one account, what is said marked"))
    if less_sure:
        print(less_sure_line(len(less_sure), least))
    return 0


def _relation(cell: Cell) -> str:
    return _RELATIONS[cell.relation.value] if cell.relation else "."


def _excerpt(row: ClaimRow, view: StoryView) -> str:
    """Return the source's own words from cue to content, the content marked."""
    if row.shown is None:
        return clip(row.claim.text)
    text = next(account.article.text for account in view.accounts if account.article.id == row.shown.article_id)
    return marked_excerpt(text, row.shown.pieces, row.excerpt)


def _wording(cell: Cell, view: StoryView, least: float) -> tuple[str, str]:
    """Return an account's number and its wording of a claim; a less sure one says so, with its score."""
    from riwaya.search.excerpts import excerpt_of

    places = enumerate(view.accounts, start=1)
    number, account = next((place, a) for place, a in places if a.article.id == cell.article_id)
    if cell.statement is None:
        return (str(number), "")
    text = account.article.text
    wording = marked_excerpt(text, cell.statement.pieces, excerpt_of(text, cell.statement))
    doubt = "" if cell.is_sure(least) else f"(less sure {cell.statement.score:.2f}) "
    return (str(number), f"{doubt}{speaker_label(cell.statement)} | {wording}")


def _story_json(view: StoryView) -> dict[str, Any]:
    from riwaya.export.tables import story_row
    from riwaya.search.publication import publication_flag

    return {
        "story": story_row(view.story),
        "title_from": view.titled_by.id if view.titled_by else "",
        "storyline": view.storyline,
        "accounts": [
            {
                "article_id": account.article.id, "outlet": account.article.outlet, "title": account.article.title,
                "published": account.article.published, "published_flag": publication_flag(account.article),
                "published_other": account.article.published_other,
                "published_other_from": account.article.published_other_from.value,
                "published_source": account.article.published_source.value, "source": account.article.source,
                "origin": view.origins.get(account.article.id),
            }
            for account in view.accounts
        ],
        "claims": [
            {
                "claim": row.claim, "speaker": row.shown.speaker_text if row.shown else "",
                "implicit": row.shown.implicit if row.shown else False, "cue": row.shown.cue_text if row.shown else "",
                "shown": row.shown.id if row.shown else "", "excerpt": row.excerpt,
                "score": row.shown.score if row.shown else None,
            }
            for row in view.claims
        ],
        "passages": view.passages,
        "names": [{"entity": naming.entity.name, "by_article": naming.by_article} for naming in view.namings],
    }  # fmt: skip
