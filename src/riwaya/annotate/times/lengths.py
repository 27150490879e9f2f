"""Durations: «11 يوما», «ساعتين», «عدة أيام», «الأشهر الستة الماضية»."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.annotate.times.lexicon import words
from riwaya.annotate.times.line import Line
from riwaya.annotate.times.numerals import read_cardinal, read_ordinal

_YEARS = {"DE": 10, "CE": 100}
_CLOCK_CODES = {"S": "S", "m": "M", "H": "H"}
_TENS = ("20", "30", "40", "50", "60", "70", "80", "90", "100")
_LIFE = ("عمره", "عمرها", "العمر")
_ACCUSATIVES = ("عاما", "شهرا", "يوما", "قرنا")  # «استغرق الأمر عاما»
_BEFORE_RANGE = ("بين", "وبين", "من", "ومن", "سن")
_LASTING = ("اعواما", "اياما", "شهورا", "عقودا", "قرونا")  # «انتظروا أعواما»: the case says how long
_THROUGHOUT = ("طوال", "طيله")
MOST = 10**6
_MOST_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Length:
    """A stretch of time: ISO value («P3Y6M», «PXD»), its one unit and whole number where it has such."""

    value: str
    unit: str
    number: int | None


def read_length(line: Line, index: int) -> tuple[Length, int] | None:
    """Return the duration that starts here: «11 يوما», «ساعتين», «عدة أيام», «الأشهر الستة الماضية», «نصف ساعة»."""
    for reader in (_age, _counted, _first_of_range, _dual, _vague, _fraction, _definite_plural, _single, _plural):
        found = reader(line, index)
        if found is not None:
            return found
    return None


def make_length(code: str, number: float | None) -> Length:
    """Return the duration of a number of units, None for an unknown number."""
    prefix = "PT" if code in _CLOCK_CODES else "P"
    letter = _CLOCK_CODES.get(code, code)
    if number is None:
        return Length(f"{prefix}X{letter}", code, None)
    written = str(int(number)) if number == int(number) else f"{number:g}"
    return Length(f"{prefix}{written}{letter}", code, int(number) if number == int(number) else None)


def _counted(line: Line, index: int) -> tuple[Length, int] | None:
    number = read_cardinal(line, index)
    if number is None or not 0 < number[0] < MOST:
        return None
    amount, end = number
    unit = line.sense(end, "unit")
    if (
        unit is None
        or unit.endswith("2")
        or line.definite(end)
        or (amount == 1 and unit.endswith("X"))  # «أحد أشهر المراسلين»: one of the best known
        or (line.form(end) in ("ثانيه", "الثانيه") and amount == 1)
    ):
        return None
    if unit == "D1" and line.bare(end) == "يوم" and (line.sense(end + 1, "weekday") or line.form(end + 1).isdecimal()):
        return None  # «فاز 4 - 1 يوم السبت»
    if unit == "DE1" and line.form(end + 1).startswith(("عمل", "ايجار", "زواج")):
        return None
    after = _past_adjective(line, end + 1)
    return _with_rest(line, unit[:-1], amount, after)


def _first_of_range(line: Line, index: int) -> tuple[Length, int] | None:
    """Return the first of two numbers that share a unit: 40 of «بين 40 و45 عاما», «بين ثلاثة إلى ستة أشهر»."""
    if line.form(index - 1) not in _BEFORE_RANGE:
        return None
    first = read_cardinal(line, index)
    if first is None or first[0] != int(first[0]) or line.definite(index):
        return None
    second = line.skip(first[1], "و", "الي", "حتي", "-")
    joined = line.readings[second] if second < len(line) else None
    if joined is None or (second == first[1] and joined.prefix != "و"):
        return None
    origin, line.origin = line.origin, second
    found, number = _counted(line, second), read_cardinal(line, second)
    line.origin = origin
    if found is None or number is None or not found[0].unit or not 0 < first[0] < number[0]:
        return None
    return make_length(found[0].unit, first[0]), first[1]


def _age(line: Line, index: int) -> tuple[Length, int] | None:
    """Return an age that the year of life gives: «في الحادية والثلاثين من عمره», «في الستين من العمر»."""
    ordinal = read_ordinal(line, index)
    tens = line.sense(index, "cardinal") if ordinal is None and line.definite(index) else None
    number, end = ordinal or (int(float(tens)) if tens in _TENS else 0, index + 1)
    if not number or line.form(end) != "من" or line.form(end + 1) not in _LIFE:
        return None
    return make_length("Y", number), end + 2


def _dual(line: Line, index: int) -> tuple[Length, int] | None:
    unit = line.sense(index, "unit")
    if unit is None or not unit.endswith("2"):
        return None
    end = index + 1
    if line.definite(index):
        after = _past_adjective(line, end)
        return (make_length(unit[:-1], 2), after) if after > end else None
    return _with_rest(line, unit[:-1], 2, line.skip(end, "اثنين", "اثنتين", "كاملين"))


def _vague(line: Line, index: int) -> tuple[Length, int] | None:
    if line.sense(index, "vague") is None:
        return None
    unit = line.sense(index + 1, "unit")
    return None if unit is None or line.definite(index + 1) else (make_length(unit[:-1], None), index + 2)


def _fraction(line: Line, index: int) -> tuple[Length, int] | None:
    """Return «نصف ساعة», «ربع قرن», «نصف عام»."""
    fraction = line.sense(index, "fraction")
    unit = line.sense(index + 1, "unit")
    if fraction is None or unit is None or not unit.endswith("1") or line.definite(index) or line.definite(index + 1):
        return None
    value = _part_value(unit[:-1], fraction)
    return None if value is None else (Length(value, "", None), index + 2)


def _part_value(code: str, fraction: str) -> str | None:
    half = fraction == "0.5"
    table = {
        "H": "PT30M" if half else "PT15M" if fraction == "0.25" else "PT20M",
        "m": "PT30S" if half else None,
        "D": "PT12H" if half else "PT6H" if fraction == "0.25" else None,
        "Y": "P6M" if half else "P3M" if fraction == "0.25" else "P4M",
        "CE": "P50Y" if half else "P25Y" if fraction == "0.25" else None,
        "DE": "P5Y" if half else None,
        "M": "P0.5M" if half else None,
        "W": "P0.5W" if half else None,
    }
    return table.get(code)


def _with_rest(line: Line, code: str, amount: float, end: int) -> tuple[Length, int]:
    """Return the duration with «ونصف», «وثلاثة أشهر» or «و30 دقيقة» behind it taken in."""
    length = make_length(code, amount)
    form = line.form(end)
    if form in ("ونصف", "وربع", "والنصف") and amount == int(amount):
        half = "نصف" in form
        if code in _YEARS and half:
            repeated = line.sense(end + 1, "unit") == f"{code}1" and line.definite(end + 1)
            return Length(f"P{int((amount + 0.5) * _YEARS[code])}Y", "Y", None), end + 1 + repeated
        extra = _part_value(code, "0.5" if half else "0.25")
        if extra is None:
            return length, end
        repeated = line.sense(end + 1, "unit") == f"{code}1" and line.definite(end + 1)
        value = f"P{amount + (0.5 if half else 0.25):g}{code}" if code in ("M", "W") else _join(length.value, extra)
        months = int(amount * 12) + (6 if half else 3) if code == "Y" else None
        return Length(value, "M" if months else code, months), end + 1 + repeated
    end, before = line.skip(end, "و"), end
    reading = line.readings[end] if 0 <= end < len(line) else None
    if reading is None or (reading.prefix != "و" and end == before):
        return length, before
    origin, line.origin = line.origin, end
    number = read_cardinal(line, end)
    unit = line.sense(number[1], "unit") if number is not None else line.sense(end, "unit")
    some = line.sense(end + 1, "unit") if line.sense(end, "vague") is not None else None
    line.origin = origin
    order = ["CE", "DE", "Y", "M", "W", "D", "H", "m", "S"]
    if some is not None and order.index(some[:-1]) > order.index(code) and not line.definite(end + 1):
        return Length(length.value, code, None), end + 2  # «أسبوع وبضعة أيام»
    if unit is None or order.index(unit[:-1]) <= order.index(code) or line.definite(end):
        return length, before
    if number is None:
        if unit[-1] not in "12":
            return length, before
        number = int(unit[-1]), end
    rest, after = _with_rest(line, unit[:-1], number[0], number[1] + 1)
    return Length(_join(length.value, rest.value), code, None), after


def _join(first: str, second: str) -> str:
    """Return two ISO durations as one: P3Y and P6M give P3Y6M, P1D and PT2H give P1DT2H."""
    tail = second.removeprefix("P")
    return first + (tail.removeprefix("T") if "T" in first else tail)


def _is_definite(form: str) -> bool:
    """Return whether a folded word bears the article («إلا», «إلى», «التي» only begin alike)."""
    return form.startswith("ال") and form not in ("الا", "الي", "الان", "التي", "الذي", "الذين")


def _past_adjective(line: Line, end: int) -> int:
    """Return the index behind «الماضية», «القليلة المقبلة», «الستة الأخيرة»; the index itself without one."""
    after = end + 1 if line.sense(end, "few") is not None else end
    for kind in ("relative", "recent"):
        if line.sense(after, kind) is not None and line.definite(after):
            return after + 1
    return end


def _definite_plural(line: Line, index: int) -> tuple[Length, int] | None:
    """Return «الأيام الماضية», «السنوات العشر الأخيرة», «الأشهر الستة المقبلة»."""
    unit = line.sense(index, "unit")
    if unit is None or not unit.endswith("X") or not line.definite(index):
        return None
    amount, end = None, index + 1
    end = line.skip(end, "ال")
    number = read_cardinal(line, end) if line.definite(end) or end > index + 1 else None
    if number is not None:
        amount, end = number
    after = _past_adjective(line, end)
    if after == end and not (number is None and line.sense(end - 1, "few")):
        return None
    if after < len(line) and line.sense(after, "few") is not None:
        after += 1
    return make_length(unit[:-1], amount), after


def _single(line: Line, index: int) -> tuple[Length, int] | None:
    """Return «أسبوع», «منذ عام», «يوم واحد», «عام كامل»: one unit without a number."""
    unit = line.sense(index, "unit")
    if unit is None or not unit.endswith("1"):
        return None
    if line.definite(index):
        # «طوال العام», «خلال الأسبوع»: its length, not the running one.
        whole = line.form(index - 1) in _THROUGHOUT or (unit == "W1" and line.form(index - 1) == "خلال")
        if unit == "H1" and line.form(index - 1) in ("قرابه", "زهاء", "طوال"):
            return make_length("H", 1), index + 1  # «استمر قرابة الساعة»
        return (make_length(unit[:-1], 1), index + 1) if whole and unit[0] in "DWMY" else None
    if line.form(index - 1) == "بعد" and line.sense(index - 2, "unit") == unit:
        return None  # «عاما بعد عام»
    if line.form(index - 1).isdecimal() and len(line.form(index - 1)) > _MOST_DIGITS:
        return None  # a number that no length has
    reading = line.read(index)
    following = line.form(index + 1)
    one = following in ("واحد", "واحده", "واحدا", "كامل", "كامله", "كاملا")
    end = index + 1 + one
    code = unit[:-1]
    if code == "W" and line.form(index - 1) == "نهايه":
        return None  # «نهاية أسبوع مثالية»
    clear = (reading is not None and reading.form in ("اسبوع", "اسبوعا", "عقدا")) or one
    before = line.form(index - 1)
    compared = before == "من" and line.form(index - 2).endswith(("اكثر", "اقل", "اكبر", "ازيد", "يقرب", "يقارب"))
    compared = compared or (before == "عن" and line.form(index - 2).endswith(("يزيد", "تزيد", "يقل", "تقل")))
    behind = reading is not None and reading.prefix == "ب" and line.led(index, "before-distance")
    clear = clear or (following == "من" and line.form(index + 2) in ("الزمن", "الزمان"))  # «عقد من الزمن»
    joined = before not in _BEFORE_RANGE and _with_rest(line, code, 1, end)[1] > end  # «ساعة و7 دقائق»
    lasts = (line.form(index) in _ACCUSATIVES) and any(line.led(index - back, "lasts") for back in range(3))
    clear = clear or lasts or joined or following in ("ونصف", "وربع") or behind  # «وبعدها بعام»
    led = (
        line.led(index, "before-single-unit")
        or compared
        or (reading is not None and reading.prefix in ("ل", "ول") and code != "D")
    )
    if code in ("m", "S") or line.bare(index) in ("ليله", "حول", "عقدا"):
        led = led and code in ("m",)
        clear = code == "m" and (one or joined)
    following_ok = following in words("after-single-unit") or not following or one or following.startswith("و")
    if code == "D" and before in ("علي", "مدي", "مدار") and not one:
        return None
    if not (following_ok and (clear or led)) and not (clear and not _is_definite(following)):
        return None
    if line.bare(index) == "عام" and before == "علي" and not one:
        return None
    return _with_rest(line, code, 1, end)


def _plural(line: Line, index: int) -> tuple[Length, int] | None:
    """Return a bare plural that stands for an unknown number: «بعد ساعات من», «منذ أشهر», «ساعات قليلة»."""
    unit = line.sense(index, "unit")
    if unit is None or not unit.endswith("X") or line.definite(index):
        return None
    few = line.sense(index + 1, "few") is not None or line.form(index) in _LASTING
    reading = line.read(index)
    led = line.led(index, "before-bare-plural") or (reading is not None and reading.prefix in ("ل", "ول"))
    compared = line.form(index - 1) == "من" and line.form(index - 2) in ("اكثر", "اقل")
    following = line.form(index + 1)
    if not few and (_is_definite(following) or not (led or compared)):
        return None
    if unit[:-1] == "DE" and not (few or led):
        return None
    return make_length(unit[:-1], None), index + 1 + (few and line.form(index) not in _LASTING)
