"""Make `src/riwaya/resources/word_frequencies.tsv`: in how many articles each folded word form stands.

Usage: python training/count_words.py CORPUS.jsonl.xz [-o FILE] [--forms 100000]

The corpus is JSON Lines with `title` and `text`. Only counts leave it: the most frequent forms with the number of
articles that hold them, the first row («*») with the number of articles counted.
"""

from __future__ import annotations

import argparse
import json
import lzma
from collections import Counter
from pathlib import Path

from riwaya.arabic.tokens import tokenise

_TARGET = Path(__file__).parents[1] / "src/riwaya/resources/word_frequencies.tsv"


def count_forms(corpus: Path) -> tuple[Counter[str], int]:
    """Return document frequencies of the folded Arabic word forms, and the number of articles."""
    counts: Counter[str] = Counter()
    articles = 0
    with lzma.open(corpus, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            text = f"{row.get('title') or ''}\n{row.get('text') or ''}"
            forms: set[str] = set()
            for token in tokenise(text):
                if token.kind == "word":
                    forms.update(part for part in token.form.split("_") if "ء" <= part[:1] <= "ي")
            counts.update(forms)
            articles += 1
    return counts, articles


def main() -> None:
    """Count and write the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("-o", "--output", type=Path, default=_TARGET)
    parser.add_argument("--forms", type=int, default=100_000)
    options = parser.parse_args()
    counts, articles = count_forms(options.corpus)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[: options.forms]
    rows = [f"{form}\t{count}" for form, count in ranked]
    options.output.write_text("\n".join(["form\tdocuments", f"*\t{articles}", *rows]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
