"""Refine name_parts.tsv with the rule reader itself: how often a form stands inside a person found in the press.

Run behind mention_tables.py: `python training/refine_names.py ../shared/data`. A role in front («المتحدثة باسم
الخارجية ...») tells a name that no list holds; its share over all articles then tells how far to trust it alone.
"""

from __future__ import annotations

import json
import lzma
import sys
from collections import Counter
from pathlib import Path

from mention_tables import RESOURCES, is_arabic, write_table

from riwaya.annotate.document import Document
from riwaya.annotate.mentions import find_mentions
from riwaya.annotate.mentions.lexicon import name_shares, press_words, read_rows
from riwaya.annotate.mentions.readings import letter_score
from riwaya.arabic.tokens import tokenise
from riwaya.model import Article, Field, MentionKind, PublishedFrom


def make_article(text: str) -> Article:
    """Return an article that holds nothing but a text."""
    return Article("a", "p", "", 0, "", "", "", (), "", (), "", PublishedFrom.UNKNOWN, "ar", text, ())


def count_parts(data: Path) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Return articles in which a form starts a name of several parts, ends or is one, and all that hold it."""
    first, last, articles = Counter[str](), Counter[str](), Counter[str]()
    with lzma.open(data / "ant/ant_2018_02_07.jsonl.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            document = Document.read(make_article(json.loads(line)["text"] or ""), Field.TEXT)
            articles.update({token.form for token in document.tokens})
            starts, ends = set(), set()
            for mention in find_mentions(document):
                if mention.kind is MentionKind.PER and mention.score >= 0.8:
                    forms = [token.form for token in tokenise(mention.text)]
                    ends.update(forms[1:] or forms)
                    starts.update(forms[:1] if len(forms) > 1 else ())
            first.update(starts)
            last.update(ends)
    return first, last, articles


def main(data: Path) -> None:
    """Rewrite name_parts.tsv and take the new names out of press_words.tsv."""
    first, last, articles = count_parts(data)
    old = name_shares()
    rows: list[tuple[object, ...]] = []
    names = set()
    for form in sorted(set(old) | set(first) | set(last)):
        share = old.get(form)
        seen = articles[form]
        given, family = first[form] / (seen + 2), last[form] / (seen + 2)
        if share is None:
            strong = max(given, family) >= (0.3 if letter_score(form) > 0.3 else 0.6)
            if not is_arabic(form) or max(first[form], last[form]) < 3 or not strong:
                continue
            rows.append((form, round(100 * given), round(100 * family), 0, seen))
        else:
            given, family = max(given, share.given), max(family, share.family)
            rows.append((form, round(100 * given), round(100 * family), share.listed, share.seen))
        if max(given, family) >= 0.3:
            names.add(form)
    write_table("name_parts.tsv", ("form", "given", "family", "listed", "seen"), rows)
    words = [(form, count) for form, count in press_words().items() if form not in names]
    write_table("press_words.tsv", ("form", "articles"), sorted(words))
    assert RESOURCES.exists() and read_rows("name_parts.tsv")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
