"""A story's report: one HTML page that needs nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from riwaya.arabic.sentences import split_sentences
from riwaya.errors import UsageError
from riwaya.model import Article, Origin, OriginKind, Span, Statement
from riwaya.search.excerpts import written_name
from riwaya.search.reading import Account
from riwaya.search.story_view import ClaimRow, StoryView
from riwaya.search.sureness import DEFAULT_SCORE, is_sure
from riwaya.serve.copies import copied_spans, shared_pairs
from riwaya.serve.datings import dating_headline, evidence_line, publication_source
from riwaya.serve.highlight import Mark, Segment, context_of, cut, statement_marks
from riwaya.serve.moments import moment_text
from riwaya.serve.pages import environment, resource
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
    occasion: str
    segments: list[Segment]
    unsure: bool


@dataclass(frozen=True, slots=True)
class _Claim:
    """A claim as it is shown: its row, the source's own words, the sentences behind its cells."""

    row: ClaimRow
    excerpts: list[list[Segment]]
    quotes: list[_Quoted]


@dataclass(frozen=True, slots=True)
class _Maps:
    """What is looked up for each cell, by article id: the story's articles, and the outlets of the others too."""

    articles: dict[str, Article]
    numbers: dict[str, int]
    outlets: dict[str, str]
    sentences: dict[str, list[Span]]
    least: float


def render_report(view: StoryView, *, language: str = "ar", least: float = DEFAULT_SCORE) -> str:
    """Return the report's HTML; what has a score below `least` is set apart, paler, and said to be less sure.

    Raises:
        UsageError: if the report does not come in the language.
    """
    if language not in WORDS:
        raise UsageError(f"the report comes in {', '.join(WORDS)}, not in {language}")
    words = WORDS[language]
    maps = _maps_of(view, least)
    sure, less_sure = view.parted(least)
    pairs, pairs_left_out = shared_pairs(view, maps.numbers)
    copied = copied_spans(view.passages)
    template = environment().get_template("report.html")
    return template.render(
        language=language,
        rtl=language == "ar",
        words=words,
        view=view,
        numbers=maps.numbers,
        timeline=draw_timeline(_points(view, maps, words), rtl=language == "ar", undated=words["undated"]),
        claims=[_claim(row, maps) for row in sure],
        less_sure=[_claim(row, maps) for row in less_sure],
        least=f"{least:g}",
        threshold=least,
        pairs=pairs,
        pairs_left_out=pairs_left_out,
        texts={
            account.article.id: _text(account, copied.get(account.article.id, []), least, words)
            for account in view.accounts
        },
        outlet_of=maps.outlets,
        day=lambda when: moment_text(when, words),
        publication_source=lambda article: publication_source(article, words),
        dating_headline=lambda dating: dating_headline(dating, words),
        evidence_line=lambda evidence: evidence_line(evidence, words),
        headline=view.accounts[0].article.text.split("\n", 1)[0][:80] if view.accounts else "",
        style=resource("report.css"),
    )


def _maps_of(view: StoryView, least: float) -> _Maps:
    articles = {account.article.id: account.article for account in view.accounts}
    return _Maps(
        articles=articles,
        numbers={name: number for number, name in enumerate(articles, start=1)},
        outlets={a.id: a.outlet or a.source.rsplit("/", 1)[-1] for a in (*articles.values(), *view.others.values())},
        sentences={article.id: split_sentences(article.text) for article in articles.values()},
        least=least,
    )


def _points(view: StoryView, maps: _Maps, words: dict[str, str]) -> list[Point]:
    groups: dict[tuple[str, str], int] = {}
    points = []
    for number, account in enumerate(view.accounts, start=1):
        group = groups.setdefault(_origin_key(view.origins.get(account.article.id), account), len(groups))
        article = account.article
        when = moment_text(article.published, words)
        derived = account.dating if article.published else None
        placed = f"{derived.earliest}/{derived.latest}" if derived else article.published
        points.append(Point(number, placed, f"{maps.outlets[article.id]} – {article.title} {when}", group))
    return points


def _origin_key(origin: Origin | None, account: Account) -> tuple[str, str]:
    if origin is None or origin.kind is OriginKind.OWN:
        return ("own", account.article.id)
    return (origin.kind.value, origin.origin)


def _claim(row: ClaimRow, maps: _Maps) -> _Claim:
    return _Claim(row, _excerpts(row, maps), _quotes(row, maps))


def _excerpts(row: ClaimRow, maps: _Maps) -> list[list[Segment]]:
    """Return the stretches of the source's own words that show a claim, what is said marked."""
    if row.shown is None:
        return []
    text = maps.articles[row.shown.article_id].text
    marks = [*(Mark(piece, "content") for piece in row.shown.pieces), Mark(row.shown.cue, "cue")]
    return [cut(text, marks, span) for span in row.excerpt]


def _quotes(row: ClaimRow, maps: _Maps) -> list[_Quoted]:
    """Return the sentences behind a claim's cells, those that hold it; with their contexts."""
    quotes = []
    for cell in row.cells:
        if cell.statement is None or cell.relation is None:
            continue
        article, statement = maps.articles[cell.article_id], cell.statement
        context = context_of(article.text, maps.sentences[article.id], statement)
        quotes.append(
            _Quoted(
                number=maps.numbers[article.id],
                outlet=maps.outlets[article.id],
                relation=cell.relation.value,
                statement=statement,
                via=" ← ".join(span.of(article.text) for span in statement.via),
                addressee=written_name(article.text, statement.addressee) if statement.addressee else "",
                occasion=written_name(article.text, statement.occasion) if statement.occasion else "",
                segments=cut(article.text, statement_marks(statement), context),
                unsure=not is_sure(statement, maps.least),
            )
        )
    return quotes


def _text(account: Account, copied: Sequence[Span], least: float, words: dict[str, str]) -> list[list[Segment]]:
    """Return an account's text as paragraphs of segments, statements and shared passages marked."""
    article = account.article
    marks = [Mark(span, "copied") for span in copied]
    for statement in account.statements:
        chain = " ← ".join([statement.speaker_text, *(span.of(article.text) for span in reversed(statement.via))])
        hint = chain.strip(" ←")
        if is_sure(statement, least):
            marks += [Mark(piece, "content", hint) for piece in statement.pieces]
        else:
            said = f"{words['less_sure']} {statement.score:.2f}"
            doubtful = f"{hint} ({said})" if hint else said
            marks += [Mark(piece, "unsure", doubtful) for piece in statement.pieces]
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
