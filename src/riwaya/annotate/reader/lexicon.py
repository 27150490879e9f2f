"""What the tables knew of a word when the reader was trained, as bits; a later change of a table cannot disturb it."""

from __future__ import annotations

from functools import lru_cache

UNSEEN, NAME_LETTERS, WORD_LETTERS = 10, 11, 12
_RATIO = 0.4  # mean log ratio of letter trigrams from which on letters speak for a name, or against one
_SHORTEST_WITH_ARTICLE = 5


class Lexicon:
    """Bits by folded form.

    Args:
        forms: the text of `lexicon.tsv`: form, bits (hexadecimal).
        letters: the text of `letters.tsv`: trigram, log ratio.

    Raises:
        ValueError: if a row is damaged.
    """

    def __init__(self, forms: str, letters: str) -> None:
        self._bits = {form: int(bits, 16) for form, bits in _rows(forms)}
        self._ratios = {trigram: float(ratio) for trigram, ratio in _rows(letters)}
        self.bits = lru_cache(maxsize=1 << 16)(self._read_bits)

    def _read_bits(self, form: str) -> int:
        """Return the bits of a form, or-ed with those of the form without its article."""
        found = self._bits.get(form)
        with_article = form.startswith("ال") and len(form) >= _SHORTEST_WITH_ARTICLE
        bare = self._bits.get(form[2:]) if with_article else None
        if found is None and bare is None:
            return self._unseen(form) if form.isalpha() else 0
        return (found or 0) | (bare or 0)

    def _unseen(self, form: str) -> int:
        padded = f"^{form}$"
        scores = [self._ratios.get(padded[index : index + 3], 0.0) for index in range(len(padded) - 2)]
        mean = sum(scores) / len(scores)
        return 1 << UNSEEN | (1 << NAME_LETTERS if mean > _RATIO else 1 << WORD_LETTERS if mean < -_RATIO else 0)


def _rows(table: str) -> list[tuple[str, str]]:
    rows = [line.split("\t") for line in table.split("\n")[1:] if line]
    if any(len(row) != 2 for row in rows):
        raise ValueError("a row without two columns")
    return [(key, value) for key, value in rows]
