"""How a token may be read: its attached particles, and what the rest is known as."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from riwaya.annotate.mentions.lexicon import (
    letter_ratios,
    name_shares,
    nation_words,
    press_words,
    reviewed_names,
    words,
)
from riwaya.arabic.normalise import fold_with_offsets
from riwaya.arabic.tokens import Token

_PREFIXES = ("وب", "ول", "وك", "فب", "فل", "و", "ف", "ب", "ل", "ك")
_ARTICLE_PREFIXES = ("ولل", "فلل", "لل")
_FIRST_LETTERS = frozenset(prefix[0] for prefix in (*_PREFIXES, *_ARTICLE_PREFIXES))
_NAME_THRESHOLD = 0.2
# Endings that only surnames have, and how many articles may hold such a form that the counts took for a word.
_SURNAME_ENDINGS = ("وفيتش", "يفيتش", "وفسكي", "فيسكي", "ينسكي", "شتاين", "شفيلي", "ينكو")
_SURNAME_COMMON = 60
_VERBS = 20  # articles that hold a verb


@dataclass(frozen=True, slots=True)
class NameReading:
    """A form read as part of a person's name.

    Attributes:
        prefix: letters of the folded form in front of the name.
        form: the name.
        given, family: shares of the form's uses (0 where it is not known as a name).
        known: the form is in the name table.
        common: articles that hold the form as an ordinary word, 0 for a word never seen.
        letters: mean log ratio of its letters in names against other words.
        listed: times the form stands in lists of persons.
        seen: articles of the press corpus that hold the form.
    """

    prefix: int
    form: str
    given: float
    family: float
    known: bool
    common: int
    letters: float
    listed: int = 0
    seen: int = 0

    @property
    def share(self) -> float:
        """Return the larger share."""
        return max(self.given, self.family)

    @property
    def listed_only(self) -> bool:
        """Return whether the form is known from lists of persons alone, not from the press."""
        return self.known and self.seen < 5

    @property
    def listed_often(self) -> bool:
        """Return whether lists of persons hold the form many times."""
        return self.listed >= 10

    @property
    def unseen(self) -> bool:
        """Return whether the press corpus knows the form neither as a name nor as a word."""
        return not self.known and not self.common


@lru_cache(maxsize=1 << 16)
def prefix_readings(form: str) -> tuple[tuple[int, str], ...]:
    """Return (letters in front, rest) for every reading of a form, the bare form first; «للنيل» gives «النيل»."""
    if form[:1] not in _FIRST_LETTERS:
        return ((0, form),)
    found = [(0, form)]
    for prefix in _PREFIXES:
        if form.startswith(prefix) and len(form) - len(prefix) >= 2:
            found.append((len(prefix), form[len(prefix) :]))
    for prefix in _ARTICLE_PREFIXES:
        if form.startswith(prefix) and len(form) - len(prefix) >= 2:
            found.append((len(prefix), "ال" + form[len(prefix) :]))
    return tuple(found)


def letter_score(form: str) -> float:
    """Return the mean log ratio of the form's letter trigrams in names against other words."""
    ratios = letter_ratios()
    edged = f"^{form}$"
    count = len(edged) - 2
    return sum([ratios.get(edged[index : index + 3], 0.3) for index in range(count)]) / count


@lru_cache(maxsize=1 << 16)
def is_inflected(form: str) -> bool:
    """Return whether a form is a known word with particles, endings or prefixes of conjugation («ليتحدثوا»)."""
    known = press_words()
    endings = [ending for ending in ("", *words("endings")) if form.endswith(ending)]
    for beginning in ("", *words("beginnings")):
        if not form.startswith(beginning):
            continue
        for ending in endings:
            stem = form[len(beginning) : len(form) - len(ending)]
            if len(stem) < 3:
                continue
            if (stem != form and known.get(stem, 0) >= 4) or (ending and known.get(stem + "ه", 0) >= 4):
                return True
    return False


@lru_cache(maxsize=1 << 16)
def _read_bare(prefix: int, form: str) -> NameReading:
    share = name_shares().get(form)
    common = press_words().get(form, 0)
    if form.endswith(_SURNAME_ENDINGS) and len(form) > 6 and common <= _SURNAME_COMMON:
        return NameReading(prefix, form, 0.0, 0.85, True, 0, 1.0)
    if share is None:
        if form.startswith("عبدال") and len(form) > 6:
            return NameReading(prefix, form, 0.8, 0.5, True, 0, 0.0)
        if form.startswith("ابو") and len(form) > 5 and _is_plainly_name(form[3:]):
            return NameReading(prefix, form, 0.3, 0.6, True, 0, 0.0)  # «أبومازن», «أبوزيد»
        letters = letter_score(form)
        if not common and is_inflected(form):
            common = 1
        return NameReading(prefix, form, 0.0, 0.0, False, common, letters)
    if share.seen < 5 and form.startswith(("سي", "ست", "سن")) and form[1:] in press_words():
        return NameReading(prefix, form, 0.0, 0.0, False, 1, -1.0)  # «سيجري»
    if share.seen < 5 and share.listed < 4 and is_inflected(form) and letter_score(form) < 0.5:
        return NameReading(prefix, form, 0.0, 0.0, False, 1, letter_score(form))
    return NameReading(
        prefix, form, share.given, share.family, True, common, letter_score(form), share.listed, share.seen
    )


def _is_plainly_name(form: str) -> bool:
    share = name_shares().get(form)
    return share is not None and max(share.given, share.family) >= 0.2 and share.listed >= 8


@lru_cache(maxsize=1 << 16)
def read_name(form: str) -> NameReading:
    """Return the likeliest reading of a form as a name: bare where it is a name so, else without particles."""
    bare = _read_bare(0, form)
    if (joined := _read_joined(bare)) is not None:
        return joined
    if bare.share >= _NAME_THRESHOLD or form in nation_words():
        return bare
    best = bare
    for prefix, rest in prefix_readings(form)[1:]:
        reading = _read_bare(prefix, rest)
        if bare.unseen and rest in reviewed_names() and reading.share >= _NAME_THRESHOLD:
            return reading  # «ببسام»
        if reading.share < 0.4 or len(rest) < 3:
            continue
        if bare.common * 2 > reading.seen:
            continue
        if (
            not bare.known
            and bare.common <= 1
            and prefix == 1
            and form[0] in "كفب"
            and reading.seen < (100 if form[0] != "ب" else 60)
            and reading.listed < 50
        ):
            continue  # «فايسل», «كالن»: those two particles hardly ever stand on a name
        if reading.share > best.share:
            best = reading
    return best if best is not bare else _split_unseen(bare)


def _read_joined(bare: NameReading) -> NameReading | None:
    """Return the name behind «و» where the whole is nothing better («وكريستوفر», «وإلياس», «ومريم»)."""
    if not bare.form.startswith("و") or bare.listed >= 3 or len(bare.form) < 4:
        return None
    rest = _read_bare(1, bare.form[1:])
    better = rest.seen > max(bare.seen, bare.common) or (rest.seen == bare.common and rest.listed >= 10)
    return rest if rest.share >= 0.3 and not rest.common and rest.listed >= 8 and better else None


def _split_unseen(bare: NameReading) -> NameReading:
    """Return an unseen form without «و» where the rest looks no less like a name."""
    form = bare.form
    if not bare.unseen or not form.startswith("و") or len(form) < 5 or form.startswith(("وا", "وي", "وو")):
        return bare
    rest = _read_bare(1, form[1:])
    return rest if rest.unseen and rest.letters >= bare.letters - 0.2 else bare


@lru_cache(maxsize=1 << 16)
def is_definite(form: str) -> bool:
    """Return whether «ال» in front of a folded form is the article («الوزير»), not part of the word («التزام»)."""
    if not form.startswith("ال") or len(form) < 4:
        return False
    rest = form[2:]
    if rest in press_words() or rest in name_shares() or rest in nation_words():
        return True
    return rest.endswith(("ي", "يه", "ون", "ين", "ات"))


def source_start(token: Token, prefix: int) -> int:
    """Return the source offset of the token's name behind `prefix` folded letters."""
    if not prefix:
        return token.start
    if len(token.text) == len(token.form):
        return token.start + prefix
    return token.start + fold_with_offsets(token.text).to_source(prefix, len(token.form))[0]


def is_own_verb(text: str, form: str) -> bool:
    """Return whether a word is a verb of the first person («أؤدي»), whose third the press knows, and no name."""
    if text.startswith("أؤ"):
        return True
    return text.startswith("أ") and form not in name_shares() and press_words().get(f"ي{form[1:]}", 0) >= _VERBS
