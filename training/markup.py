"""Annotated sentences in a form that people can write: spans in braces, nested where they are.

    {ROLE:1|وزير الدفاع {NORP|الأميركي}} {PER:1|لويد أوستن} ... {CUE:a|أكد} ... {CNT:a|...}

`{TYPE|text}` marks a span. A number ties a role to its holder: `{ROLE:1|...}` is held by `{PER:1|...}`; two roles may
share a holder. A letter, or two, ties the parts of one statement: CUE, SPK (speaker), CNT (content), VIA
(intermediary), ADR (addressee). Speech marks are spans of their own, so `{SPK:a|{PER|...}}`, never
several keys on one span. A content in two pieces is two CNT spans with one letter.

A file holds one sentence a line; lines of the form `# domain=politics usage=levant` set what follows; other lines that
begin with # are comments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ENTITY_TYPES = frozenset({"PER", "ORG", "LOC", "GPE", "NORP", "OUTLET", "EVENT", "MISC", "ROLE"})
SPEECH_TYPES = frozenset({"CUE", "SPK", "CNT", "VIA", "ADR"})
_OPENING = re.compile(r"\{([A-Z]+)(?::([0-9]+|[a-z]{1,2}))?\|")
_HEADER = re.compile(r"#\s*((?:\w+=\S+\s*)+)$")


@dataclass(frozen=True, slots=True)
class MarkedSpan:
    """A marked span: code points `start` to `end` of the plain text, its type and its key ("" if none)."""

    start: int
    end: int
    type: str
    key: str


@dataclass(frozen=True, slots=True)
class MarkedSentence:
    """A sentence without its marks, and the marks; `place` is file:line, for messages."""

    text: str
    spans: tuple[MarkedSpan, ...]
    domain: str
    usage: str
    place: str


def parse_line(line: str, *, domain: str = "", usage: str = "", place: str = "") -> MarkedSentence:
    """Return the sentence of one line.

    Raises:
        ValueError: for an unknown type, an unclosed or empty span, or a key that ties nothing; names the place.
    """
    parts: list[str] = []
    length = 0
    open_spans: list[tuple[int, str, str]] = []
    spans: list[MarkedSpan] = []
    position = 0
    while position < len(line):
        opening = _OPENING.match(line, position)
        if opening:
            if opening[1] not in ENTITY_TYPES | SPEECH_TYPES:
                raise ValueError(f"{place}: no type {opening[1]}")
            open_spans.append((length, opening[1], opening[2] or ""))
            position = opening.end()
            continue
        character = line[position]
        position += 1
        if character == "}":
            if not open_spans or open_spans[-1][0] == length:
                raise ValueError(f"{place}: a closing brace without a span, or an empty span")
            start, kind, key = open_spans.pop()
            spans.append(MarkedSpan(start, length, kind, key))
            continue
        if character in "{|":
            raise ValueError(f"{place}: a stray {character} at {position}")
        parts.append(character)
        length += 1
    if open_spans:
        raise ValueError(f"{place}: {open_spans[-1][1]} is never closed")
    sentence = MarkedSentence("".join(parts), tuple(sorted(spans, key=_order)), domain, usage, place)
    _check(sentence)
    return sentence


def _order(span: MarkedSpan) -> tuple[int, int, str]:
    return (span.start, -span.end, span.type)


def _check(sentence: MarkedSentence) -> None:
    """Refuse marks that hold white space at their ends, roles whose number no name has, statements without cue."""
    for span in sentence.spans:
        if sentence.text[span.start : span.end] != sentence.text[span.start : span.end].strip():
            raise ValueError(f"{sentence.place}: {span.type} begins or ends with a blank")
    held = {span.key for span in sentence.spans if span.type != "ROLE" and span.type in ENTITY_TYPES}
    roles = {span.key for span in sentence.spans if span.type == "ROLE"} - {""}
    if roles - held:
        raise ValueError(f"{sentence.place}: role {', '.join(sorted(roles - held))} has no holder")
    for letter in {span.key for span in sentence.spans if span.type in SPEECH_TYPES}:
        kinds = {span.type for span in sentence.spans if span.key == letter and span.type in SPEECH_TYPES}
        if not letter or not {"CUE", "CNT"} <= kinds:
            raise ValueError(f"{sentence.place}: statement {letter or '?'} needs a CUE and a CNT")


def read_file(path: Path) -> Iterator[MarkedSentence]:
    """Yield the sentences of a file."""
    settings = {"domain": "", "usage": ""}
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        header = _HEADER.match(line)
        if header:
            settings |= dict(part.split("=", 1) for part in header[1].split())
        elif line.strip() and not line.startswith("#"):
            yield parse_line(
                line.strip(), domain=settings["domain"], usage=settings["usage"], place=f"{path.name}:{number}"
            )
