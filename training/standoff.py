"""Marked articles into stand-off labels: offsets and a hash of the text, never the text itself.

A file of marked articles holds blocks. A block begins with `### DOCNO`; the article's text follows with marks of
`markup`; then come lines with what has no span:

    @c implicit: الوزير        statement c has no written subject; its speaker is last named so
    @c resolved: سليم الحداد   the person or body behind a description
    @c via: رويترز | الوزارة   the order of several intermediaries, outermost first, if not that of the text
    = سليم الحداد: الحداد | وزير الري   a person and how the article names him (names, no roles)

Run: python -m training.standoff MARKED... --articles ANT.jsonl.xz -o LABELS.jsonl
"""

from __future__ import annotations

import argparse
import hashlib
import json
import lzma
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from training.markup import MarkedSentence, parse_line

_FOOT = re.compile(r"@([a-z]{1,2}) (implicit|resolved|via): (.+)$")
_PERSON = re.compile(r"= ([^:]+): (.+)$")


@dataclass(slots=True)
class MarkedArticle:
    """One block of a file: the marked text and the lines behind it."""

    docno: str
    sentence: MarkedSentence
    notes: dict[str, dict[str, str]] = field(default_factory=dict)
    people: dict[str, list[str]] = field(default_factory=dict)


def read_articles(path: Path) -> Iterator[MarkedArticle]:
    """Yield the articles of a file.

    Raises:
        ValueError: for a wrong mark or a note on a statement that is not there; names the article.
    """
    for block in re.split(r"^### ", path.read_text("utf-8"), flags=re.MULTILINE)[1:]:
        docno, _, body = block.partition("\n")
        lines = body.split("\n")
        text = "\n".join(line for line in lines if not _FOOT.match(line) and not _PERSON.match(line)).strip("\n")
        article = MarkedArticle(docno.strip(), parse_line(text, place=docno.strip()))
        keys = {span.key for span in article.sentence.spans if span.type == "CUE"}
        for line in lines:
            if note := _FOOT.match(line):
                if note[1] not in keys:
                    raise ValueError(f"{docno}: a note on statement {note[1]}, which has no cue")
                article.notes.setdefault(note[1], {})[note[2]] = note[3].strip()
            elif person := _PERSON.match(line):
                article.people[person[1].strip()] = [form.strip() for form in person[2].split("|")]
        yield article


def stand_off(article: MarkedArticle, text: str) -> dict[str, Any]:
    """Return the labels of an article as offsets into `text`.

    Raises:
        ValueError: if the marked text differs from `text`, with the first place where it does.
    """
    marked = article.sentence.text
    shift = len(text) - len(text.lstrip())
    if marked.strip() != text.strip():
        at = next((i for i, (a, b) in enumerate(zip(marked, text.strip(), strict=False)) if a != b), len(marked))
        raise ValueError(
            f"{article.docno}: differs at {at}: {marked[at : at + 30]!r} for {text.strip()[at : at + 30]!r}"
        )
    return {
        "docno": article.docno,
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "spans": [[s.start + shift, s.end + shift, s.type, s.key] for s in article.sentence.spans],
        "notes": article.notes,
        "people": article.people,
    }


def behind_lam(text: str, start: int) -> int:
    """Return where a span starts by the product's convention: behind both letters of «لل», particle and article."""
    doubled = text[max(0, start - 1) : start + 1] == "لل"
    before = text[max(0, start - 2) : max(0, start - 1)]
    return start + (doubled and (not before.isalpha() or before in "وف"))


def main() -> int:
    """Write the labels of the marked files; every mistake is named, and none is written over."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("marked", nargs="+", type=Path)
    parser.add_argument("--articles", required=True, type=Path, help="JSON lines with docno and text (.xz or plain)")
    parser.add_argument("-o", "--output", type=Path, help="where to write; without it the files are only checked")
    options = parser.parse_args()
    opened = lzma.open if options.articles.suffix == ".xz" else open
    with opened(options.articles, "rt", encoding="utf-8") as lines:
        texts = {row["docno"]: row["text"] for row in map(json.loads, lines)}
    labels, mistakes = [], []
    for path in options.marked:
        try:
            for article in read_articles(path):
                try:
                    labels.append(stand_off(article, texts[article.docno]))
                except ValueError as mistake:
                    mistakes.append(str(mistake))
        except ValueError as mistake:
            mistakes.append(str(mistake))
    print("\n".join(mistakes), file=sys.stderr)
    print(f"{len(labels)} articles, {sum(len(label['spans']) for label in labels)} spans, {len(mistakes)} mistakes")
    if options.output and not mistakes:
        lines_out = (
            json.dumps(label, ensure_ascii=False) + "\n" for label in sorted(labels, key=lambda la: la["docno"])
        )
        options.output.write_text("".join(lines_out), "utf-8")
    return 1 if mistakes else 0


if __name__ == "__main__":
    sys.exit(main())
