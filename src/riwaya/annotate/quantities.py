"""Numbers with what they count or measure: «أكثر من 1400 صاروخ», «75 مليون دولار», «12 في المئة», «جنديين»."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from riwaya.annotate.document import Document
from riwaya.arabic.clitics import split_clitics
from riwaya.arabic.normalise import fold
from riwaya.arabic.numbers import Number, find_numbers
from riwaya.arabic.tokens import Token
from riwaya.model import Quantity, Span, Time
from riwaya.tables import read_table

_PERCENT = ("بالميه", "بالمايه")
_PERCENT_PAIR = ("ميه", "المايه", "مايه", "الميه")
# The words before a number that bound it, last word first, with how many words back they reach.
_MODIFIERS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("ما", "لا", "يقل", "عن"), "more"),
    (("لا", "يقل", "عن"), "more"),
    (("ما", "يزيد", "عن"), "more"),
    (("ما", "يزيد", "علي"), "more"),
    (("يزيد", "علي"), "more"),
    (("لا", "يزيد", "عن"), "less"),
    (("لا", "يزيد", "علي"), "less"),
    (("لا", "يتجاوز"), "less"),
    (("لا", "تتجاوز"), "less"),
    (("اكثر", "من"), "more"),
    (("ازيد", "من"), "more"),
    (("اقل", "من"), "less"),
    (("ما", "يقارب"), "about"),
    (("ما", "يقرب", "من"), "about"),
    (("نحو",), "about"),
    (("حوالي",), "about"),
    (("قرابه",), "about"),
    (("زهاء",), "about"),
)
_ATTACHED = ("و", "ب", "ل", "ف", "وب", "ول", "ك")


@dataclass(frozen=True, slots=True)
class _Unit:
    name: str
    dual: bool


@cache
def _units() -> dict[str, _Unit]:
    rows = read_table("counted_units.tsv")
    return {fold(row["form"]): _Unit(row["unit"], row["number"] == "2") for row in rows}


@cache
def _stops() -> frozenset[str]:
    text = resources.files("riwaya.resources").joinpath("counted_stops.tsv").read_text("utf-8")
    return frozenset(fold(word) for word in text.split()[1:])


def find_quantities(document: Document, times: Sequence[Time]) -> list[Quantity]:
    """Return the quantities of a document in text order; none inside a time expression, none without a unit."""
    taken = sorted((time.span.start, time.span.end) for time in times if time.field is document.field)
    found = [
        quantity
        for number in find_numbers(document.text, document.tokens)
        if not _inside(number.span, taken) and (quantity := _counted(document, number)) is not None
    ]
    found += [quantity for quantity in _duals(document) if not _inside(quantity.span, taken)]
    return sorted(found, key=lambda quantity: quantity.span)


def _inside(span: Span, taken: Sequence[tuple[int, int]]) -> bool:
    """Return whether the span touches one of the ordered, disjoint ranges."""
    index = bisect_right(taken, (span.start, len(taken) and taken[-1][1] + 1)) - 1
    if index >= 0 and taken[index][1] > span.start:
        return True
    return index + 1 < len(taken) and taken[index + 1][0] < span.end


def _counted(document: Document, number: Number) -> Quantity | None:
    first = bisect_right(document.token_starts, number.span.start) - 1
    after = bisect_left(document.token_starts, number.span.end)
    unit = _unit_behind(document, number, after)
    if unit is None:
        return None
    name, end_token = unit
    start, modifier = _modifier_before(document.tokens, first, number.span.start, document.text)
    return _quantity(document, Span(start, document.tokens[end_token].end), number.value, name, modifier)


def _unit_behind(document: Document, number: Number, after: int) -> tuple[str, int] | None:
    """Return the unit behind a number and its last token."""
    tokens, text = document.tokens, document.text
    if after >= len(tokens) or not _near(text, number.span.end, tokens[after].start):
        return None
    token = tokens[after]
    if token.form in ("%", *_PERCENT):
        return "%", after
    following = tokens[after + 1].form if after + 1 < len(tokens) else ""
    if token.form == "في" and following in _PERCENT_PAIR:
        return "%", after + 1
    if token.kind != "word":
        return None
    known = _units().get(token.form)
    if known is not None and not known.dual:
        return known.name, after
    if token.form == "من" and following.startswith("ال") and number.value >= 3:
        return _part_of(tokens, after + 1)
    return (_bare_unit(token, number.value), after) if _may_be_counted(token, number.value) else None


def _part_of(tokens: Sequence[Token], index: int) -> tuple[str, int] | None:
    """Return the unit of «17 من المدنيين»: a known one only."""
    form = tokens[index].form[2:]
    known = _units().get(form)
    singular = known is not None and fold(known.name) == form
    return None if known is None or known.dual or singular else (known.name, index)


def _may_be_counted(token: Token, value: float) -> bool:
    """Return whether an unknown word has the shape that Arabic gives to what such a number counts.

    After 11 to 99 an accusative singular (-ا, -ة); after 3 to 10 a plural, after hundreds a singular, neither of
    which has one shape: there only what has the shape of a verb or a particle is refused.
    """
    form = token.form
    if form in _stops() or form.startswith("ال") or len(form) < 3 or value != int(value) or not "ء" <= form[0] <= "ي":
        return False
    if form[0] in "وفبلك" and split_clitics(token.text).prefixes:
        return False
    rest = int(value) % 100
    if 11 <= rest <= 99:
        return form.endswith("ه") or (form.endswith("ا") and not form.endswith(("وا", "ها", "نا")))
    if form.endswith(("وا", "ها", "هم", "نا")) or form[:2] in ("ست", "سي", "وا", "بال", "لل"):
        return False
    if 3 <= rest <= 10:
        return form.endswith(("ات", "ين", "اء", "ى")) or _broken_plural(form)
    return rest == 0 and value >= 100 and not form.endswith("ت") and form[0] not in "ليت"


def _broken_plural(form: str) -> bool:
    """Return whether a folded word has one of the commonest shapes of broken plurals (أفعال، فعائل، مفاعيل)."""
    if len(form) == 5 and form[0] == "ا" and form[3] == "ا":
        return True
    return 4 <= len(form) <= 6 and form[2] == "ا" and form[0] not in "ا"


def _bare_unit(token: Token, value: float) -> str:
    """Return the noun without the accusative's ending («قتيلا» gives «قتيل»)."""
    text = token.text.rstrip("ًٌٍَُِّْ")
    if 11 <= int(value) % 100 <= 99 and token.form.endswith("ا"):
        return text.removesuffix("ا").rstrip("ًٌٍَُِّْ") or token.text
    return text


def _modifier_before(tokens: Sequence[Token], first: int, start: int, text: str) -> tuple[int, str]:
    """Return where the quantity starts and how its number is bounded."""
    if start > tokens[first].start:
        return start, ""  # an attached particle stands between: «بـ» and the like
    for words, modifier in _MODIFIERS:
        begin = first - len(words)
        if begin < 0:
            continue
        forms = [token.form for token in tokens[begin:first]]
        prefix = forms[0].removesuffix(words[0])
        if forms[1:] != list(words[1:]) or not forms[0].endswith(words[0]) or (prefix and prefix not in _ATTACHED):
            continue
        if "\n" in text[tokens[begin].start : start]:
            continue
        return tokens[begin].end - len(words[0]) if len(tokens[begin].text) == len(forms[0]) else tokens[
            begin
        ].start, modifier
    return start, ""


def _duals(document: Document) -> list[Quantity]:
    """Return the duals of nouns whose plural has another form («جنديين»)."""
    found = []
    for index, token in enumerate(document.tokens):
        unit = _units().get(token.form)
        if unit is None or not unit.dual:
            continue
        start, modifier = _modifier_before(document.tokens, index, token.start, document.text)
        found.append(_quantity(document, Span(start, token.end), 2.0, unit.name, modifier))
    return found


def _near(text: str, start: int, end: int) -> bool:
    gap = text[start:end]
    return len(gap) <= 2 and "\n" not in gap and not gap.strip()


def _quantity(document: Document, span: Span, value: float, unit: str, modifier: str) -> Quantity:
    return Quantity(
        id=Quantity.make_id(document.article.id, document.field, span),
        article_id=document.article.id,
        field=document.field,
        span=span,
        text=span.of(document.text),
        value=value,
        unit=unit,
        modifier=modifier,
    )
