"""Numbers in digits, in words and mixed: «1,400», «٣٫٥», «مئتان وخمسون ألفا», «3 ملايين و500 ألف», «مليون ونصف».

Only cardinal values are read, and fractions without a scale («نصف طن»). Ordinals («الثالث»), vague plurals («مئات»,
«آلاف الأشخاص»), percent signs and what is counted belong to the callers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from riwaya.arabic.decimals import join_decimals
from riwaya.arabic.numerals import (
    BEFORE_TENS,
    LEXICON,
    ONLY_IN_TEENS,
    PARTS,
    TEEN_HEADS,
    UNITS,
    Kind,
    parse_digits,
    parse_reversed,
)
from riwaya.arabic.tokens import Token, tokenise
from riwaya.model import Span


@dataclass(frozen=True, slots=True)
class Number:
    """A cardinal number: where it stands, without an attached و/ب/ل before it, and its value."""

    span: Span
    value: float


@dataclass(frozen=True, slots=True)
class _Part:
    """One word or numeral of a number.

    Attributes:
        start: where it starts without its attached particle.
        joined: «و» stands before it, attached or apart.
        plural: a scale that needs a number before it («آلاف», «ملايين»).
        dual: a scale that holds its own two («ألفين»), so nothing may multiply it.
    """

    start: int
    end: int
    kind: Kind
    value: float
    joined: bool = False
    plural: bool = False
    dual: bool = False


_HUNDRED = frozenset(("ميه", "المايه", "مايه", "الميه"))
_HEADS = LEXICON.keys() | TEEN_HEADS.keys() | BEFORE_TENS.keys()
_GAP = frozenset(" \u00a0\u202f\u2009\t")


# The definite numerals that name something else: Monday, a tithe.
_NOT_DEFINITE = {"اثنين", "اثنان", "عشر", "واحد", "واحده", "ست", "سبع", "خمس", "ربع", "ثلث"}
_DEFINITE_COUNTS = {"ست", "سبع", "خمس"}


def find_numbers(text: str, tokens: Sequence[Token] | None = None) -> list[Number]:
    """Return the numbers of `text` in order; `tokens` are its tokens where the caller has them already."""
    read = tokenise(text) if tokens is None else tokens
    numbers: list[Number] = []
    run: list[_Part] = []
    for part in _parts(text, read):
        if run and not _adjacent(text, run[-1], part):
            numbers.extend(_read_run(run))
            run = []
        run.append(part)
    numbers.extend(_read_run(run))
    if numbers and "فاصل" in text:
        found = [(number.span.start, number.span.end, number.value) for number in numbers]
        return [Number(Span(start, end), value) for start, end, value in join_decimals(text, read, found)]
    return numbers


def _parts(text: str, tokens: Sequence[Token]) -> Iterator[_Part]:
    """Yield the words and numerals that can belong to a number, teens already joined."""
    index = 0
    while index < len(tokens):
        token = tokens[index]
        index += 1
        if token.kind == "number":
            part, used = _digits_part(text, tokens, index - 1)
        elif token.kind == "word" and _bare(token.form)[0] in _HEADS:
            part, used = _word_part(text, tokens, index - 1)
        else:
            continue
        index += used - 1
        if part is not None:
            yield part


def _digits_part(text: str, tokens: Sequence[Token], index: int) -> tuple[_Part | None, int]:
    token = tokens[index]
    form, used = token.form, 1
    joined = index > 0 and tokens[index - 1].form in ("و", "ف") and _near(text, tokens[index - 1].end, token.start)
    groups = _reversed_groups(tokens, index)
    if len(groups) > 1:
        used = 2 * len(groups) - 1
        after = tokens[index + used].form if index + used < len(tokens) else ""
        number = parse_reversed(
            groups, scaled=LEXICON.get(after, ("",))[0] == "scale" or _is_percent(tokens, index + used)
        )
        part = None if number is None else _Part(token.start, tokens[index + used - 1].end, "digits", number, joined)
        return part, used
    # «10 000»: a blank between groups of three.
    while (
        re.fullmatch(r"[1-9]\d{0,2}(?:\d{3})*", form)
        and len(form) < 13
        and index + used < len(tokens)
        and re.fullmatch(r"\d{3}", tokens[index + used].form)
        and (used > 1 or len(form) <= 3)
        and tokens[index + used].start - tokens[index + used - 1].end == 1
        and text[tokens[index + used].start - 1] in _GAP
    ):
        form += tokens[index + used].form
        used += 1
    after = tokens[index + used].form if index + used < len(tokens) else ""
    value = parse_digits(form, scaled=LEXICON.get(after, ("",))[0] == "scale")
    if value is None:
        return None, 1
    return _Part(token.start, tokens[index + used - 1].end, "digits", value, joined), used


def _reversed_groups(tokens: Sequence[Token], index: int) -> list[str]:
    """Return the digits of a number that is written with «ر» for its point («7ر269»), else those of one token."""
    groups = [tokens[index].form]
    while (
        index + 2 < len(tokens)
        and tokens[index + 1].form == "ر"
        and tokens[index + 2].kind == "number"
        and tokens[index + 2].start - tokens[index].end == 1
        and groups[-1].isdigit()
        and tokens[index + 2].form.isdigit()
    ):
        index += 2
        groups.append(tokens[index].form)
    return groups


def _is_percent(tokens: Sequence[Token], index: int) -> bool:
    forms = [token.form for token in tokens[index : index + 2]]
    return bool(forms) and (forms[0] in ("%", "بالميه", "بالمايه") or (forms[0] == "في" and forms[-1] in _HUNDRED))


def _word_part(text: str, tokens: Sequence[Token], index: int) -> tuple[_Part | None, int]:
    token = tokens[index]
    form, skipped, joined, definite = _bare(token.form)
    follower = tokens[index + 1] if index + 1 < len(tokens) else None
    following = follower.form if follower and _near(text, token.end, follower.start) else ""
    if form == "واحد" and following in ("عشر", "عشره"):  # «وأحد عشر»
        form, skipped, joined = "احد", 1, True
    start = token.start + skipped if len(token.form) == len(token.text) else token.start
    if skipped == 0 and index > 0 and tokens[index - 1].form == "و" and _near(text, tokens[index - 1].end, start):
        joined = True
    if form in TEEN_HEADS and following in ("عشر", "عشره") and follower:
        return _Part(start, follower.end, "teen", 10 + TEEN_HEADS[form], joined), 2
    if form in UNITS and following in PARTS and follower:  # «ثلاثة أرباع مليون»
        return _Part(start, follower.end, "half", UNITS[form] / PARTS[following], joined), 2
    if form in BEFORE_TENS and following[:1] == "و" and LEXICON.get(following[1:], ("",))[0] == "ten":
        return _Part(start, token.end, "unit", BEFORE_TENS[form], joined), 1
    if form not in LEXICON or form in ONLY_IN_TEENS:
        return None, 1
    if form in _HUNDRED and (token.form.startswith("بال") or (index and tokens[index - 1].form == "في")):
        return None, 1  # a percentage's: «46 في المئة», «46 بالمئة»
    kind, value, plural, dual = LEXICON[form]
    if definite and form in _NOT_DEFINITE and form not in _DEFINITE_COUNTS:
        return None, 1
    if _means_otherwise(form, following, tokens[index - 1].form if index else ""):
        return None, 1
    if form in ("الفا", "مليونا", "مليارا") and token.text.endswith("ا") and _is_counted(following):
        # «مليونا دولار» lost the dual's ن to what is counted; behind a number it is an accusative («20 ألفا»).
        before = tokens[index - 1] if index else None
        dual = before is None or (before.kind != "number" and _bare(before.form)[0] not in LEXICON)
    return _Part(start, token.end, kind, value, joined, plural, dual), 1


def _means_otherwise(form: str, following: str, before: str) -> bool:
    """Return whether a numeral's form is a fraction («خمس السكان») or a weekday here."""
    if form in ("خمس", "عشر", "سبع") and following.startswith("ال") and before not in ("بعد", "قبل"):
        return LEXICON.get(following[2:], ("",))[0] != "scale"
    return form.startswith("اثني") and before in ("يوم", "الاحد", "مساء", "صباح")


def _is_counted(following: str) -> bool:
    """Return whether the word behind a numeral can be what it counts."""
    return bool(following) and following[0] != "و" and following not in ("في", "من", "علي", "الي", "عن", "او", "حتي")


@lru_cache(maxsize=1 << 16)
def _bare(form: str) -> tuple[str, int, bool, bool]:
    """Return a folded word without particle and article: (form, letters taken off, had «و», had «ال»)."""
    if form in _HEADS:
        return form, 0, False, False
    joined = form[0] == "و"
    rest = form[1:] if form[0] in "وفبلك" else form
    for prefix in ("", "ب", "ل", "ك"):
        if rest.startswith(prefix) and (bare := rest[len(prefix) :]) in _HEADS:
            return bare, len(form) - len(bare), joined, False
    for article in ("ال", "بال", "كال"):
        if rest.startswith(article) and (bare := rest[len(article) :]) in LEXICON:
            return bare, len(form) - len(bare), joined, True
    return form, 0, False, False


def _near(text: str, start: int, end: int) -> bool:
    return end - start <= 2 and all(character in _GAP or character == "ـ" for character in text[start:end])


def _adjacent(text: str, left: _Part, right: _Part) -> bool:
    """Return whether only blanks and «و» stand between two parts."""
    if right.start - left.end > 6:
        return False
    between = text[left.end : right.start].replace("\u0640", "").strip("".join(_GAP))
    return between in ("", "و", "وال", "ال")


def _read_run(run: Sequence[_Part]) -> Iterator[Number]:
    """Yield the numbers of adjacent parts: each takes as many as fit together."""
    index = 0
    while index < len(run):
        value, used = _read_number(run, index)
        if used:
            yield Number(Span(run[index].start, run[index + used - 1].end), value)
        index += max(used, 1)


def _read_number(run: Sequence[_Part], first: int) -> tuple[float, int]:
    """Return the value of the number that starts at `first` and how many parts it has (0: none)."""
    total, last_scale, index = 0.0, float("inf"), first
    while index < len(run):
        if index > first and not run[index].joined:
            break
        if run[index].kind == "half" and index > first:
            # «مليون ونصف (المليون)»: half of the scale before; «ثلاثة ونصف»: half of one.
            unit = last_scale if last_scale != float("inf") else 1.0
            index += 1
            if index < len(run) and run[index].kind == "scale" and run[index].value == unit and not run[index].joined:
                index += 1
            return total + run[index - 1 if run[index - 1].kind == "half" else index - 2].value * unit, index - first
        value, used, scale = _read_group(run, index)
        if not used or scale >= last_scale:
            break
        total += value
        index += used
        last_scale = scale
        if scale == 1.0:
            # A half may still follow; another group may not.
            last_scale = 1.0
    return total, index - first


def _read_group(run: Sequence[_Part], first: int) -> tuple[float, int, float]:
    """Return (value, parts, scale) of one group: a number below a thousand and the scale behind it."""
    part = run[first]
    after = run[first + 1] if first + 1 < len(run) else None
    if part.kind == "half":
        if after and after.kind == "scale" and not (after.joined or after.plural or after.dual):
            return part.value * after.value, 2, after.value
        return part.value, 1, 0.0
    if part.kind == "scale":
        if part.plural:
            return 0.0, 0, 0.0
        value = part.value * (2 if part.dual else 1)
        if after and _multiplies(after, part.value):  # «ألف مليار»
            return value * after.value, 2, after.value
        return value, 1, part.value
    value, used = _read_small(run, first)
    index = first + used
    if index < len(run) and run[index].kind == "scale" and not run[index].joined and not run[index].dual:
        scale = run[index].value
        used += 1
        # «مئة ألف مليون»
        if index + 1 < len(run) and _multiplies(run[index + 1], scale):
            nested = run[index + 1]
            return value * scale * nested.value, used + 1, nested.value
        return value * scale, used, scale
    return value, used, 1.0


def _multiplies(part: _Part, scale: float) -> bool:
    """Return whether a part is a scale that counts a smaller one before it («ألف مليون»)."""
    return part.kind == "scale" and part.value > scale and not (part.joined or part.plural or part.dual)


def _read_small(run: Sequence[_Part], first: int) -> tuple[float, int]:
    """Return (value, parts) of a number below a thousand, or of a numeral in digits."""
    part = run[first]
    if part.kind == "digits":
        return part.value, 1
    value, used = part.value, 1
    index = first + 1
    if part.kind == "unit" and 3 <= part.value <= 9 and index < len(run):
        following = run[index]
        if following.kind == "hundred" and following.value == 100 and not following.joined:
            value, used, part = part.value * 100, 2, following
            index += 1
    if part.kind == "hundred" and index < len(run) and run[index].joined and run[index].kind in ("unit", "ten", "teen"):
        rest, more = _read_small(run, index)
        return value + rest, used + more
    if part.kind == "unit" and value < 10 and index < len(run) and run[index].joined and run[index].kind == "ten":
        return value + run[index].value, used + 1
    return value, used
