"""Numbers with what they count or measure: «أكثر من 1400 صاروخ», «75 مليون دولار», «12 في المئة», «جنديين»."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from riwaya.annotate.bounds import bound_before, bound_behind, ends_range, falls_or_rises
from riwaya.annotate.document import Document
from riwaya.arabic.clitics import split_clitics
from riwaya.arabic.normalise import fold
from riwaya.arabic.numbers import Number, find_numbers
from riwaya.arabic.numerals import LEXICON
from riwaya.arabic.tokens import Token
from riwaya.model import Quantity, Span, Time
from riwaya.tables import read_table

_PERCENT = ("بالميه", "بالمايه")
_PERCENT_PAIR = ("ميه", "المايه", "مايه", "الميه")
_SIGNS = {"$": "دولار", "€": "يورو", "£": "جنيه", "%": "%"}
_HALF = ("ونصف", "والنصف")
_POWERS = ("مربع", "مربعا", "مربعه", "مكعب", "مكعبا", "مكعبه")
_MINUS = ("-", "−", "–", "سالب", "ناقص")
# What has values below zero, and the words that lead to a number rather than part from it.
_BELOW_ZERO = ("درجة", "%", "نقطة")
_LEADING = frozenset(
    ("و", "بنسبه", "نسبه", "بلغ", "بلغت", "يبلغ", "تبلغ", "سجل", "سجلت", "الي", "عند", "بين", "بمعدل", "من", "عن")
)
_SHARE_ENDS = frozenset(("%", *_PERCENT, *_PERCENT_PAIR))
# A point before three digits parts thousands, but not in a percentage («12.500 في المئة»).
_THOUSAND = 1000
_ONE = ("واحد", "واحدا", "واحده")
_NOT_ONE = frozenset(("كل", "اي", "لا", "ولا", "ولو", "قلب", "صوت", "يد", "حد"))  # «كل شخص واحد», «ولا قتيل واحد»
_FRACTIONS = frozenset("½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞")
_FEW = 10  # a count that a verb of passing does not bound
_GROUPED = re.compile(r"\d{1,3}[.,٫]\d{3}$")


@dataclass(frozen=True, slots=True)
class _Unit:
    name: str
    dual: bool
    measure: bool


@cache
def _units() -> dict[str, _Unit]:
    units: dict[str, _Unit] = {}
    for row in read_table("counted_units.tsv"):
        units[fold(row["form"])] = _Unit(row["unit"], row["number"] == "2", row["kind"] != "noun")
    return units


@cache
def _stops() -> frozenset[str]:
    return frozenset(fold(row["word"]) for row in read_table("counted_stops.tsv"))


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
    """Return what a number counts or measures, None where that is not plain."""
    tokens = document.tokens
    first = bisect_right(document.token_starts, number.span.start) - 1
    after = bisect_left(document.token_starts, number.span.end)
    if _is_parted(tokens, first, after):
        return None
    unit, start_token = _unit_behind(document, number, after), first
    if (sign := _sign_before(document, number, first)) and (unit is None or not _is_measured(tokens[after].form)):
        unit, start_token = (sign, after - 1), first - 1
    if unit is None:
        return None
    name, end_token = unit
    value = number.value
    if name == "%" and _GROUPED.fullmatch(number.span.of(document.text)):
        value /= 1000
    half = _half_behind(tokens, end_token) if value < _THOUSAND and value == int(value) else 0
    value, end_token = value + (0.5 if half else 0), end_token + half
    if name in _BELOW_ZERO and start_token == first:
        minus = _minus_before(document, number, first, name)
        if minus is None:
            return None
        below = _below_zero(tokens, end_token) if name == "درجة" else 0
        value = -value if minus or below else value
        start_token, end_token = start_token - minus, end_token + below
    start = number.span.start if start_token == first else tokens[start_token].start
    whole = Span(start, max(number.span.end, tokens[end_token].end))
    span, modifier = _bounded(document, whole, (start_token, end_token), name, value)
    if not modifier and start_token == first and ends_range(tokens, first, start, document.text):
        modifier = "less"
    return _quantity(document, span, value, name, modifier)


def _is_parted(tokens: Sequence[Token], first: int, after: int) -> bool:
    """Return whether something stands between a number and its scale, so that each alone is a wrong value.

    «25$ مليون» is neither 25 dollars nor a million, «½ مليون» is no million.
    """
    before = [token.form for token in tokens[max(first - 2, 0) : first]]
    if _is_scale(tokens[first].form) and before:
        return before[-1] in _FRACTIONS or (before[-1] in _SIGNS and before[0].isdigit())
    behind = [token.form for token in tokens[after : after + 2]]
    return len(behind) > 1 and _is_scale(behind[1]) and (behind[0] in _SIGNS or behind[0] in _FRACTIONS)


def _is_scale(form: str) -> bool:
    return LEXICON.get(form, ("",))[0] == "scale"


def _bounded(document: Document, span: Span, ends: tuple[int, int], name: str, value: float) -> tuple[Span, str]:
    """Return the span of a quantity with the words that bound it, and how they do; below zero they turn round."""
    tokens, text = document.tokens, document.text
    if value < 0:
        return span, ""
    measured = name in _measured_names()
    if before := bound_before(tokens, ends[0], span.start, text, measured=measured, few=value < _FEW):
        return Span(before.position, span.end), before.modifier
    if behind := bound_behind(tokens, ends[1], text):
        return Span(span.start, behind.position), behind.modifier
    return span, ""


@cache
def _measured_names() -> frozenset[str]:
    names = {unit.name for unit in _units().values() if unit.measure}
    return frozenset(names | {f"{name} {power}" for name in names for power in _POWERS} | set(_SIGNS.values()))


def _is_measured(form: str) -> bool:
    known = _units().get(form)
    return known is not None and known.measure


def _sign_before(document: Document, number: Number, first: int) -> str:
    """Return the unit of a sign on the number's front («$25 مليون», «%46»), "" without one."""
    if first == 0 or document.tokens[first].start != number.span.start:
        return ""
    token = document.tokens[first - 1]
    before = document.text[: token.start][-1:]
    if token.form not in _SIGNS or token.end != number.span.start or before.isdigit():
        return ""
    return _SIGNS[token.form]


def _half_behind(tokens: Sequence[Token], index: int) -> int:
    """Return how many words «ونصف (الطن)» has behind a measure, 0 without it."""
    forms = [token.form for token in tokens[index + 1 : index + 3]]
    if not forms or forms[0] not in _HALF or not _is_measured(tokens[index].form):
        return 0
    whole = forms[1].removeprefix("ال") if len(forms) > 1 else ""
    return 2 if whole == fold(_units()[tokens[index].form].name) else 1


def _minus_before(document: Document, number: Number, first: int, name: str) -> int | None:
    """Return 1 where a minus sign or its word stands before the number, None where a dash may be one or not.

    No sign is a dash between two numbers, a mark of a list or one apart («سالم - 45% من الأصوات»), unless the word
    before it leads to the number («بنسبة - 4%»). On the number it is one, but behind a name of a share («سالم -45%»).
    """
    tokens = document.tokens
    if first == 0 or tokens[first - 1].form.removeprefix("و") not in _MINUS:
        return 0
    token = tokens[first - 1]
    if token.kind == "word":
        return 1
    before = tokens[first - 2] if first > 1 else None
    if before is None or "\n" in document.text[before.start : token.start]:
        return 0
    leads = before.form in _LEADING
    if token.end != number.span.start:
        if not leads and falls_or_rises(before.form):  # «النمو - 4%»
            return None
        return int(leads and document.text[token.end : number.span.start] == " ")
    if document.text[token.start - 1] not in " (،:و" or before.kind == "number" or before.form in _SHARE_ENDS:
        return 0
    falls = any(falls_or_rises(each.form) for each in tokens[max(first - 8, 0) : first - 1])
    return 1 if leads or falls or before.kind == "mark" or name not in ("%", "نقطة") else None


def _below_zero(tokens: Sequence[Token], index: int) -> int:
    """Return how many words «(مئوية) تحت الصفر» has behind a unit, 0 without it."""
    forms = [token.form for token in tokens[index + 1 : index + 4]]
    skipped = 1 if forms and forms[0] in ("مءويه", "مييويه", "ميويه") else 0
    return skipped + 2 if forms[skipped : skipped + 2] == ["تحت", "الصفر"] else 0


def _unit_behind(document: Document, number: Number, after: int) -> tuple[str, int] | None:
    """Return the unit behind a number and its last token."""
    tokens, text = document.tokens, document.text
    if after >= len(tokens) or not _near(text, number.span.end, tokens[after].start):
        return None
    token = tokens[after]
    if token.form in _PERCENT:
        return "%", after
    if token.form in _SIGNS:
        return _SIGNS[token.form], after
    following = tokens[after + 1].form if after + 1 < len(tokens) else ""
    if token.form == "في" and following in _PERCENT_PAIR:
        return "%", after + 1
    if token.kind != "word":
        return None
    part = _units().get(following)
    if token.form == "كيلو" and part is not None and part.name in ("متر", "غرام"):  # «كيلو مترا»
        return f"كيلو{part.name}", after + 1
    known = _units().get(token.form)
    if known is not None and (number.value >= 1 or known.measure) and not known.dual:
        squared = known.measure and following in _POWERS
        return (f"{known.name} {following[:4]}", after + 1) if squared else (known.name, after)
    if number.value < 1:
        return None
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


def _duals(document: Document) -> list[Quantity]:
    """Return what has its number in itself: duals («جنديين»), a measure and a half («طن ونصف»), «قتيلا واحدا»."""
    found = []
    for index, token in enumerate(document.tokens):
        unit = _units().get(token.form)
        if unit is None:
            continue
        half = _half_behind(document.tokens, index)
        single = half or _one_behind(document, index)
        if unit.dual or (single and token.form in _singulars(unit.name) and not _is_counting(document.tokens, index)):
            value = (2.0 if unit.dual else 1.0) + (0.5 if half else 0)
            last = index + (half if unit.dual else single)
            whole = Span(token.start, document.tokens[last].end)
            span, modifier = _bounded(document, whole, (index, last), unit.name, value)
            found.append(_quantity(document, span, value, unit.name, modifier))
    return found


def _singulars(name: str) -> tuple[str, str]:
    """Return a unit's singular and its accusative, folded."""
    form = fold(name)
    return form, form + "ا"


def _one_behind(document: Document, index: int) -> int:
    """Return 1 where «واحد» behind a noun counts it: no «كل شخص واحد», no «واحد وعشرون»."""
    tokens = document.tokens
    following = tokens[index + 1 : index + 3]
    if not following or following[0].form not in _ONE:
        return 0
    if not _near(document.text, tokens[index].end, following[0].start):
        return 0
    if len(following) > 1 and (following[1].form in ("و", "فاصل") or following[1].form[1:] in LEXICON):
        return 0
    return int(index == 0 or tokens[index - 1].form not in _NOT_ONE)


def _is_counting(tokens: Sequence[Token], index: int) -> bool:
    """Return whether the word before a unit is a number's."""
    before = tokens[index - 1] if index else None
    return before is not None and (before.kind == "number" or bool(find_numbers(before.text)))


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
