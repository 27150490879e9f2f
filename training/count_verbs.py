"""Make `src/riwaya/resources/finite_verbs.tsv`: forms that stand where a verb must and hardly anywhere else.

Usage: python training/count_verbs.py CORPUS.jsonl.xz [-o FILE]

The corpus is JSON Lines with `text`. Only forms leave it: those that open sentences or follow «الذي», «قد», «لم» often
enough, and hardly ever take the article or follow a preposition.
"""

from __future__ import annotations

import argparse
import json
import lzma
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from riwaya.arabic.tokens import tokenise

_TARGET = Path(__file__).parents[1] / "src/riwaya/resources/finite_verbs.tsv"
_BEFORE_VERBS = frozenset(
    ("الذي", "التي", "الذين", "والذي", "والتي", "قد", "وقد", "لقد", "لم", "ولم", "لن", "ولن", "سوف")
)
_BEFORE_NOUNS = frozenset(("في", "من", "علي", "الي", "عن", "مع", "بعد", "خلال", "بين", "هذا", "هذه", "عبر"))
# Function words and nouns that the counts alone do not tell from verbs.
_OTHERS = frozenset(
    [
        "احنا",
        "اتش",
        "كوم",
        "كيه",
        "كيو",
        "هيوان",
        "اجه",
        "جدنا",
        "صلنا",
        "قعه",
        "اما",
        "باختصار",
        "بالرغم",
        "بالمقابل",
        "بحسب",
        "بحوزه",
        "بدوره",
        "بدورها",
        "برغم",
        "بعباره",
        "بمجرد",
        "بوسعنا",
        "بيد",
        "ثانيا",
        "حسب",
        "حسنا",
        "ردا",
        "سرعان",
        "شكرا",
        "طالما",
        "طبقا",
        "طبعا",
        "علاوه",
        "غالبا",
        "نادرا",
        "اخيرا",
        "كما",
        "لذا",
        "لطالما",
        "لعل",
        "لقد",
        "لكن",
        "لماذا",
        "ماذا",
        "ثمه",
        "هكذا",
        "هذا",
        "واذ",
        "وبث",
        "وتم",
        "وحل",
        "وشن",
        "وضم",
        "وظل",
        "وحض",
        "ورد",
        "ونص",
        "وعن",
        "وفقا",
        "وفي",
        "وقد",
        "ولا",
        "ولم",
        "ولن",
        "ومع",
        "ومن",
        "لحسن",
        "تعليقا",
        "تبعا",
        "تقل",
        "تقدر",
        "توج",
        "يمني",
        "يسار",
        "لتوكد",
        "بعد",
        "غير",
        "كيف",
    ]
)
_LEAST = 30
_VERBAL, _NOMINAL, _DEFINITE = 0.10, 0.04, 0.06


@dataclass(slots=True)
class Contexts:
    """How often a form stands at all, opens a sentence, follows a word that wants a verb, and looks like a noun."""

    all: Counter[str] = field(default_factory=Counter)
    opening: Counter[str] = field(default_factory=Counter)
    verbal: Counter[str] = field(default_factory=Counter)
    nominal: Counter[str] = field(default_factory=Counter)
    definite: Counter[str] = field(default_factory=Counter)


def read_contexts(corpus: Path) -> Contexts:
    """Count over a corpus."""
    counts = Contexts()
    with lzma.open(corpus, "rt", encoding="utf-8") as lines:
        for line in lines:
            before = "."
            for token in tokenise(json.loads(line).get("text") or ""):
                form = token.form
                bare = form[1:] if form[0] == "و" and len(form) > 3 else form
                counts.all[bare] += 1
                counts.opening[bare] += before == "."
                counts.verbal[bare] += before in _BEFORE_VERBS
                counts.nominal[bare] += before in _BEFORE_NOUNS
                if form.startswith("ال"):
                    counts.definite[form[2:]] += 1
                before = form
    return counts


def verbs(counts: Contexts) -> list[str]:
    """Return the forms that behave like finite verbs of the third person, in their order."""
    found: list[str] = []
    for form, total in counts.all.items():
        if total < _LEAST or len(form) < 3 or form.startswith(("ال", "لل", "ن", "ف")):
            continue
        if not form.isalpha() or form in _OTHERS or form.endswith(("تنا", "دنا", "لنا", "منا", "عنا", "زنا", "قنا")):
            continue
        verbal = (counts.verbal[form] + counts.opening[form] / 2) / total
        if verbal >= _VERBAL and counts.nominal[form] / total < _NOMINAL and counts.definite[form] / total < _DEFINITE:
            found.append(form)
    return sorted(found)


def main() -> None:
    """Count and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("-o", "--output", type=Path, default=_TARGET)
    arguments = parser.parse_args()
    found = verbs(read_contexts(arguments.corpus))
    arguments.output.write_text("\n".join(["form", *found]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
