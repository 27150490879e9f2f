"""A time as the words give it, before any date is known."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Moment:
    """The parts of a calendar time that an expression names; None or "" for those it does not.

    Attributes:
        year, month, day: of the Gregorian calendar, or of the Hijri one where `hijri`; month 0 where two
            names of it differ.
        weekday: 1 (Monday) to 7.
        shift: (unit, number) counted from the anchor: («الأسبوع الماضي»: ("W", -1)); units D W M Y DE CE.
        relation: -1 for «الماضي», 0 for «الجاري», 1 for «المقبل», -2 and 2 for «قبل الماضي», «بعد المقبل», None where
            nothing is said.
        nth: which weekday of its month («الأحد الأول من يونيو»: 1; the last: -1).
        feast: a feast counted from Easter or of no known rule (`feasts`).
        offset: days behind the day named («ثاني أيام عيد الفطر»: 1).
        period: Q1-Q4, H1-H2, SP SU FA WI, WE (weekend).
        decade, century: first digits of the year («التسعينيات»: 199, «القرن العشرين»: 19).
        part: MO MI AF EV NI; clock: "hh:mm" as written, checked later; zone: suffix.
        modifier: early, mid, late, about, before, after, more, less.
        follows: it counts from the day, month or year named before it («اليوم التالي», «في 27 منه»).
        value: fixed beforehand (named events).
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    hijri: bool = False
    weekday: int | None = None
    shift: tuple[str, int] | None = None
    relation: int | None = None
    period: str = ""
    decade: int | None = None
    century: int | None = None
    part: str = ""
    clock: str = ""
    zone: str = ""
    modifier: str = ""
    value: str = ""
    follows: bool = False
    nth: int | None = None
    feast: str = ""
    offset: int = 0

    @property
    def is_day(self) -> bool:
        """Whether it names one day."""
        counted = self.shift is not None and self.shift[0] == "D"
        return self.day is not None or self.weekday is not None or bool(self.feast) or counted
