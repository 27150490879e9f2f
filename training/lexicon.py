"""What the tables know of a word by itself, as bits that the encoder gets beside the word.

The bits are frozen into the model's own `lexicon.tsv`, so that a later change of a table cannot disturb the reader.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache
from pathlib import Path

from riwaya.arabic.frequencies import load_frequencies
from riwaya.arabic.normalise import fold
from riwaya.arabic.tokens import tokenise
from riwaya.tables import read_table

GIVEN, GIVEN_SOME, FAMILY, FAMILY_SOME, LISTED, LISTED_SOME, NAME = range(7)
WORD, WORD_SOME, WORD_RARE, UNSEEN = range(7, 11)
NAME_LETTERS, WORD_LETTERS = 11, 12
PLACE, PLACE_PART, NATION, NATION_ADJECTIVE, REGION_STATE, REGION_LAND = range(13, 19)
BODY_PART, BODY_HEAD, OUTLET_PART = 19, 20, 21
OFFICE, TITLE, OCCUPATION = 22, 23, 24
CUE, THING_PART = 25, 26
_ENDINGS = ("", "ه", "ون", "ين", "ات", "ان", "تان", "تين", "ا")
_FUNCTION_WORDS = 12000  # articles: a word in more of them says nothing of the phrase it stands in


@cache
def load_lexicon() -> dict[str, int]:
    """Return the bits of every folded form that the tables know; look up with and without the article."""
    bits: dict[str, int] = defaultdict(int)
    _add_names(bits)
    _add_places(bits)
    _add_phrases(bits)
    for row in read_table("role_words.tsv"):
        bit = {"office": OFFICE, "title": TITLE, "rank": TITLE}.get(row["kind"], OCCUPATION)
        for form in _forms(row["form"]):
            bits[form] |= 1 << bit
    for row in read_table("speech_cues.tsv"):
        for column in ("past", "present", "participle"):
            for form in _forms(row[column].replace("|", " ")):
                bits[form] |= 1 << CUE
    for form in load_frequencies():
        bits[form] |= 0
    return dict(bits)


def freeze_lexicon(folder: Path) -> None:
    """Use the lexicon that lies in a folder; where none does, put that of the tables there.

    A model goes on with the lexicon it began with, whatever becomes of the tables.
    """
    path, letters = folder / "lexicon.tsv", folder / "letters.tsv"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        lines = [f"{form}\t{bits:x}" for form, bits in sorted(load_lexicon().items()) if "\t" not in form]
        path.write_text("\n".join(["form\tbits", *lines]) + "\n", "utf-8")
        ratios = [f"{three}\t{ratio}" for three, ratio in sorted(letter_ratios().items())]
        letters.write_text("\n".join(["letters\tlog_ratio", *ratios]) + "\n", "utf-8")
    for table, source, read in ((load_lexicon(), path, _hexadecimal), (letter_ratios(), letters, float)):
        table.clear()
        rows = (line.split("\t") for line in source.read_text("utf-8").splitlines()[1:])
        table.update({form: read(value) for form, value in rows})
    word_bits.cache_clear()


def _hexadecimal(value: str) -> int:
    return int(value, 16)


def _forms(phrase: str) -> list[str]:
    return [token.form for token in tokenise(phrase) if token.kind == "word"]


def _add_names(bits: dict[str, int]) -> None:
    for row in read_table("name_parts.tsv"):
        given, family, listed = int(row["given"]), int(row["family"]), int(row["listed"])
        found = 1 << NAME
        found |= 1 << GIVEN if given >= 30 else 1 << GIVEN_SOME if given >= 5 else 0
        found |= 1 << FAMILY if family >= 30 else 1 << FAMILY_SOME if family >= 5 else 0
        found |= 1 << LISTED if listed >= 20 else 1 << LISTED_SOME if listed else 0
        bits[row["form"]] |= found
    for row in read_table("press_words.tsv"):
        count = int(row["articles"])
        bits[row["form"]] |= 1 << (WORD if count >= 100 else WORD_SOME if count >= 10 else WORD_RARE)


def _add_places(bits: dict[str, int]) -> None:
    for row in read_table("places.tsv"):
        forms = _forms(row["name"])
        for form in forms:
            bits[form] |= 1 << (PLACE if len(forms) == 1 else PLACE_PART)
    for row in read_table("nations.tsv"):
        for name in row["country"].split("|"):
            for form in _forms(name):
                bits[form] |= 1 << NATION
        for adjective in row["adjective"].split("|"):
            for ending in _ENDINGS if adjective else ():
                bits[fold(adjective) + ending] |= 1 << NATION_ADJECTIVE
        for plural in row["plural"].split("|"):
            for form in _forms(plural):
                bits[form] |= 1 << NATION_ADJECTIVE
    for row in read_table("regions.tsv"):
        for form in _forms(row["name"]):
            bits[form] |= 1 << (REGION_STATE if row["kind"] == "GPE" else REGION_LAND)


def _add_phrases(bits: dict[str, int]) -> None:
    counts = load_frequencies()
    for table, bit in (("bodies.tsv", BODY_PART), ("outlets.tsv", OUTLET_PART), ("named_things.tsv", THING_PART)):
        for row in read_table(table):
            for form in _forms(row["name"]):
                if counts.get(form, 0) < _FUNCTION_WORDS:
                    bits[form] |= 1 << bit
    for row in read_table("body_heads.tsv"):
        for form in _forms(row["form"]):
            bits[form] |= 1 << BODY_HEAD


@cache
def letter_ratios() -> dict[str, float]:
    """Return log ratios of letter trigrams in names against other words."""
    return {row["letters"]: float(row["log_ratio"]) for row in read_table("name_letters.tsv")}


@lru_cache(maxsize=1 << 16)
def word_bits(form: str) -> int:
    """Return the bits of a folded form: those of the form itself, else of the form without its article."""
    lexicon = load_lexicon()
    found = lexicon.get(form)
    bare = lexicon.get(form[2:]) if form.startswith("ال") and len(form) > 4 else None
    if found is None and bare is None:
        if not form.isalpha():
            return 0
        padded = f"^{form}$"
        ratios = letter_ratios()
        scores = [ratios.get(padded[index : index + 3], 0.0) for index in range(len(padded) - 2)]
        mean = sum(scores) / len(scores)
        return 1 << UNSEEN | (1 << NAME_LETTERS if mean > 0.4 else 1 << WORD_LETTERS if mean < -0.4 else 0)
    return (found or 0) | (bare or 0)
