"""A story's report: one HTML page that needs nothing else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined

from riwaya.errors import UsageError
from riwaya.model import Origin, OriginKind, Passage, Statement
from riwaya.search.reading import Account
from riwaya.search.story_view import ClaimRow, StoryView
from riwaya.serve.highlight import Mark, Segment, context_of, cut, statement_marks
from riwaya.serve.moments import moment_text
from riwaya.serve.timeline import Point, draw_timeline
from riwaya.serve.words import WORDS


@dataclass(frozen=True, slots=True)
class _Quoted:
    """A statement in its context, for a cell."""

    number: int
    outlet: str
    relation: str
    statement: Statement
    via: str
    addressee: str
    segments: list[Segment]


def render_report(view: StoryView, *, language: str = "ar") -> str:
    """Return the report's HTML.

    Raises:
        UsageError: if the report does not come in the language.
    """
    if language not in WORDS:
        raise UsageError(f"the report comes in {', '.join(WORDS)}, not in {language}")
    words = WORDS[language]
    numbers = {account.article.id: number for number, account in enumerate(view.accounts, start=1)}
    template = _environment().get_template("report.html")
    return template.render(
        language=language,
        rtl=language == "ar",
        words=words,
        view=view,
        numbers=numbers,
        timeline=draw_timeline(_points(view, words), rtl=language == "ar", undated=words["undated"]),
        claims=[(row, _excerpts(row, view), _quotes(row, view, numbers)) for row in view.claims],
        passages=_passages(view, numbers),
        texts={account.article.id: _text(account, view.passages) for account in view.accounts},
        outlet_of=_outlet_of(view),
        day=lambda when: moment_text(when, words),
        headline=view.accounts[0].article.text.split("\n", 1)[0][:80] if view.accounts else "",
        style=_resource("report.css"),
    )


@cache
def _environment() -> Environment:
    return Environment(
        loader=FunctionLoader(_resource),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _resource(name: str) -> str:
    return (files("riwaya.serve") / "templates" / name).read_text("utf-8")


def _outlet_of(view: StoryView) -> dict[str, str]:
    articles = [account.article for account in view.accounts] + list(view.others.values())
    return {article.id: article.outlet or article.source.rsplit("/", 1)[-1] for article in articles}


def _points(view: StoryView, words: dict[str, str]) -> list[Point]:
    outlets = _outlet_of(view)
    groups: dict[tuple[str, str], int] = {}
    points = []
    for number, account in enumerate(view.accounts, start=1):
        group = groups.setdefault(_origin_key(view.origins.get(account.article.id), account), len(groups))
        article = account.article
        when = moment_text(article.published, words)
        points.append(Point(number, article.published, f"{outlets[article.id]} – {article.title} {when}", group))
    return points


def _origin_key(origin: Origin | None, account: Account) -> tuple[str, str]:
    if origin is None or origin.kind is OriginKind.OWN:
        return ("own", account.article.id)
    return (origin.kind.value, origin.origin)


def _excerpts(row: ClaimRow, view: StoryView) -> list[list[Segment]]:
    """Return the stretches of the source's own words that show a claim, what is said marked."""
    if row.shown is None:
        return []
    text = next(account.article.text for account in view.accounts if account.article.id == row.shown.article_id)
    marks = [Mark(row.shown.content, "content"), Mark(row.shown.cue, "cue")]
    return [cut(text, marks, span) for span in row.excerpt]


def _quotes(row: ClaimRow, view: StoryView, numbers: dict[str, int]) -> list[_Quoted]:
    """Return the sentences behind a claim's cells, those that hold it; with their contexts."""
    accounts = {account.article.id: account for account in view.accounts}
    quotes = []
    for cell in row.cells:
        if cell.statement is None or cell.relation is None:
            continue
        article, statement = accounts[cell.article_id].article, cell.statement
        context = context_of(article.text, statement)
        quotes.append(
            _Quoted(
                number=numbers[article.id],
                outlet=_outlet_of(view)[article.id],
                relation=cell.relation.value,
                statement=statement,
                via=" ← ".join(span.of(article.text) for span in statement.via),
                addressee=statement.addressee.of(article.text) if statement.addressee else "",
                segments=cut(article.text, statement_marks(statement), context),
            )
        )
    return quotes


def _passages(view: StoryView, numbers: dict[str, int]) -> list[dict[str, Any]]:
    """Return each pair of articles with its shared passages once, seen from the account that comes first."""
    texts = {account.article.id: account.article.text for account in view.accounts}
    pairs: dict[tuple[str, str], list[Passage]] = defaultdict(list)
    for passage in view.passages:
        other = numbers.get(passage.other_article_id, len(numbers) + 1)
        if numbers[passage.article_id] < other:
            pairs[passage.article_id, passage.other_article_id].append(passage)
    shown = []
    for (first, second), found in sorted(pairs.items(), key=lambda item: (numbers[item[0][0]], item[0][1])):
        words = sum(len(passage.span.of(texts[first]).split()) for passage in found)
        excerpts = [(passage, passage.span.of(texts[first])) for passage in sorted(found, key=lambda p: p.span)]
        shown.append({"first": first, "second": second, "words": words, "excerpts": excerpts})
    return sorted(shown, key=lambda pair: -pair["words"])


def _text(account: Account, passages: Sequence[Passage]) -> list[list[Segment]]:
    """Return an account's text as paragraphs of segments, statements and shared passages marked."""
    article = account.article
    marks = [Mark(p.span, "copied") for p in passages if p.article_id == article.id]
    for statement in account.statements:
        chain = " ← ".join([statement.speaker_text, *(span.of(article.text) for span in reversed(statement.via))])
        marks.append(Mark(statement.content, "content", chain.strip(" ←")))
        marks.append(Mark(statement.cue, "cue"))
        marks += [Mark(span, "distance") for span in statement.distance]
    paragraphs: list[list[Segment]] = [[]]
    for segment in cut(article.text, marks):
        first, *rest = segment.text.split("\n")
        paragraphs[-1].append(Segment(first, segment.kinds, segment.hint))
        for line in rest:
            paragraphs.append([Segment(line, segment.kinds, segment.hint)])
    return [
        [part for part in paragraph if part.text] for paragraph in paragraphs if any(p.text.strip() for p in paragraph)
    ]
