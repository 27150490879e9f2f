"""Reading annotated statements: with the text beside them, or stand-off as offsets into texts kept elsewhere.

Inline, one JSON object a line: `docno`, `text` and `statements`, each with `content` and `cue` copied character for
character (`nth`, from 1, says which occurrence of the content), `speaker`, `via`, `mode`. Stand-off: `docno`, `sha256`
of the text, and `spans` of [start, end, kind, key] with the kinds CNT, CUE, SPK, VIA under one key a statement, and
`notes` by key for what has no span of its own.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import msgspec

from riwaya.annotate.statements.modes import mode_by_marks
from riwaya.annotate.statements.scoring import Judged
from riwaya.annotate.statements.written_names import name_at
from riwaya.model import Article, Mode, PublishedFrom, Span

_DOCNO = re.compile(r'"docno"\s*:\s*"([^"\\]{1,200})"')
_PARTS = frozenset(("CUE", "CNT", "SPK", "VIA"))


@dataclass(frozen=True, slots=True)
class GoldText:
    """An article's text as it is kept apart from its stand-off annotations."""

    text: str
    outlet: str = ""
    title: str = ""
    published: str = ""


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One annotated article.

    Attributes:
        line: its line in the gold file, from 1.
        name: how the file calls it.
        event: what it is about, "" where the file does not say.
        end: where the article's own text ends; what is found behind does not count.
        spans: of a stand-off line, all its spans, those of mentions and roles too.
    """

    line: int
    name: str
    event: str
    article: Article
    statements: tuple[Judged, ...]
    end: int
    spans: tuple[tuple[int, int, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line of a gold file that cannot be used, and why."""

    line: int
    reason: str


class _Said(msgspec.Struct):
    content: str
    cue: str
    speaker: str
    mode: Mode
    via: list[str] = []
    nth: int | None = None
    resolved: str | None = None


class _Notes(msgspec.Struct):
    implicit: str = ""
    resolved: str = ""
    via: str | None = None


class _Record(msgspec.Struct):
    docno: str
    text: str = ""
    src: str = ""
    title: str = ""
    date: str = ""
    event: str = ""
    body_end: int | None = None
    statements: list[_Said] | None = None
    sha256: str = ""
    spans: list[tuple[int, int, str, str]] | None = None
    notes: dict[str, _Notes] = {}


class _Row(msgspec.Struct):
    text: str
    docno: str = ""
    id: str = ""
    src: str = ""
    outlet: str = ""
    title: str = ""
    date: str = ""
    published: str = ""


class _Unfit(ValueError):
    """A record that does not fit its text."""


def read_texts(lines: Iterable[str], wanted: frozenset[str]) -> Iterator[tuple[str, GoldText]]:
    """Yield the texts of the wanted articles from JSON lines with `docno` (or `id`) and `text`; pass over others."""
    decoder = msgspec.json.Decoder(_Row)
    for line in lines:
        try:
            row = decoder.decode(line)
        except (msgspec.MsgspecError, UnicodeError):
            continue
        name = row.docno or row.id
        if name in wanted:
            yield name, GoldText(row.text, row.src or row.outlet, row.title, row.date or row.published)


def gold_names(lines: Iterable[str]) -> frozenset[str]:
    """Return the names of the articles of a gold file whose texts are elsewhere."""
    found = set()
    for line in lines:
        try:
            record = msgspec.json.decode(line, type=_Record)
        except (msgspec.MsgspecError, UnicodeError):
            continue
        if record.statements is None:
            found.add(record.docno)
    return frozenset(found)


def read_gold(lines: Iterable[str], texts: Mapping[str, GoldText]) -> Iterator[GoldArticle | BadLine]:
    """Yield the articles of a gold file, of either form; a line that cannot be used comes as a BadLine.

    Args:
        texts: by name, for the lines that are stand-off.
    """
    decoder = msgspec.json.Decoder(_Record)
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield _article(number, decoder.decode(line), texts)
        except (msgspec.MsgspecError, UnicodeError, _Unfit) as error:
            yield BadLine(number, _named(line, " ".join(str(error).split())))


def _named(line: str, reason: str) -> str:
    """Return the reason with the record's name before it, where the line gives one and the reason does not."""
    found = _DOCNO.search(line)
    return f"{found.group(1)}: {reason}" if found and found.group(1) not in reason else reason


def _article(number: int, record: _Record, texts: Mapping[str, GoldText]) -> GoldArticle:
    if record.statements is not None:
        kept = GoldText(record.text, record.src, record.title, record.date)
        if not kept.text:
            raise _Unfit(f"{record.docno} has no text")
        statements = [_inline(record.docno, kept.text, said) for said in record.statements]
    elif record.spans is not None:
        if record.docno not in texts:
            raise _Unfit(f"no text of {record.docno} was given")
        kept = texts[record.docno]
        if record.sha256 and hashlib.sha256(kept.text.encode()).hexdigest() != record.sha256:
            raise _Unfit(f"the text of {record.docno} is not the one that the offsets were made on")
        statements = list(_stand_off(kept.text, record))
    else:
        raise _Unfit(f"{record.docno} has neither statements nor spans")
    article = Article(
        id=Article.make_id(record.docno, 0), page_id=record.docno, source=record.docno, position=0, outlet=kept.outlet,
        title=kept.title, standfirst="", authors=(), dateline="", credits=(), published=kept.published,
        published_from=PublishedFrom.STATED if kept.published else PublishedFrom.UNKNOWN, language="ar",
        text=kept.text, removed=(),
    )  # fmt: skip
    end = len(kept.text) if record.body_end is None else record.body_end
    return GoldArticle(number, record.docno, record.event, article, tuple(statements), end, tuple(record.spans or ()))


def _inline(name: str, text: str, said: _Said) -> Judged:
    start = -1
    for _ in range(said.nth or 1):
        start = text.find(said.content, start + 1) if said.content else -1
        if start < 0:
            times = f" {said.nth} times" if (said.nth or 1) > 1 else ""
            raise _Unfit(f"{name}: the content «{said.content[:60]}» does not stand{times} in the text")
    content = Span(start, start + len(said.content))
    cue = _nearest(text, said.cue, content)
    if cue is None:
        raise _Unfit(f"{name}: the cue «{said.cue[:60]}» does not stand in the text")
    return Judged(content, said.speaker, tuple(said.via), said.mode, cue, said.resolved or "")


def _nearest(text: str, cue: str, content: Span) -> Span | None:
    """Return the occurrence of a cue that is nearest to its content."""
    before = text.rfind(cue, 0, content.start) if cue else -1
    behind = text.find(cue, content.end) if cue else -1
    found = [Span(place, place + len(cue)) for place in (before, behind) if place >= 0]
    if not found:
        inside = text.find(cue, content.start, content.end) if cue else -1
        return Span(inside, inside + len(cue)) if inside >= 0 else None
    return min(found, key=lambda span: content.start - span.end if span < content else span.start - content.end)


def _stand_off(text: str, record: _Record) -> Iterator[Judged]:
    parts: dict[str, dict[str, list[Span]]] = {}
    for start, end, kind, key in record.spans or ():
        if kind not in _PARTS:
            continue
        if not 0 <= start < end <= len(text):
            raise _Unfit(f"{record.docno}: the span {start} to {end} does not stand in the text")
        parts.setdefault(key, {}).setdefault(kind, []).append(Span(start, end))
    for key, spans in parts.items():
        if "CNT" not in spans:
            continue
        # A content in pieces is judged by its longest one, since a found content is one span.
        content = max(spans["CNT"], key=lambda span: span.end - span.start)
        notes = record.notes.get(key, _Notes())
        speaker = name_at(text, spans["SPK"][0]) if "SPK" in spans else notes.implicit
        via = notes.via.split("|") if notes.via is not None else [name_at(text, span) for span in spans.get("VIA", [])]
        yield Judged(
            content,
            speaker,
            tuple(name.strip() for name in via),
            mode_by_marks(text, content),
            spans["CUE"][0] if "CUE" in spans else None,
            notes.resolved,
        )
