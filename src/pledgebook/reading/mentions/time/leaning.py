"""Spans counted from the day of writing, or from a date that the text has told."""

from __future__ import annotations

from datetime import timedelta

from pledgebook.reading.mentions.time import span as ts
from pledgebook.reading.mentions.time.clock import Around, Clock, Told
from pledgebook.reading.mentions.time.expressions import Expression
from pledgebook.reading.mentions.time.span import Moment, Span
from pledgebook.reading.mentions.time.years import STEPS, year_of


def stretch_of(x: Expression, around: Around, clock: Clock) -> Span:
    """The past 15 years, the next two months: from or to the time of writing."""
    n, ahead = x.numbers[0], x.shift in ("next", "following")
    if not n or x.shift in ("this", "that", "same"):
        raise ValueError("how many is not told")
    return _stretch(clock.moment(1), n if ahead else -n, x.unit)


def within(x: Expression, around: Around, clock: Clock) -> Span:
    """Within two months: from the time of writing, or from the day that the sentence tells of, to then."""
    told = clock.before(around.sentence, 0, lambda t: t.firm and len(t.span.end) > 1 and t.token < around.token)
    return _stretch(told.span.end if told else clock.own or clock.moment(1), x.numbers[0], x.unit)


def _stretch(now: Moment, n: int, unit: str) -> Span:
    then = _count(now, n, unit)
    now = now[: len(then)]
    grain = ("years", "month", "day")[len(then) - 1]
    return Span(now, then, grain) if n > 0 else Span(then, now, grain)


_UNIT_YEARS = {"year": 1, "decade": 10, "century": 100}
_UNIT_DAYS = {"day": 1, "week": 7}
_UNIT_MONTHS = {"month": 1, **ts.PART_MONTHS}


def _count(at: Moment, n: int, unit: str) -> Moment:
    """The moment n units after another, as near as the unit. Raises `ValueError`."""
    if unit in _UNIT_YEARS:
        return (at[0] + n * _UNIT_YEARS[unit],)
    if unit in _UNIT_MONTHS and len(at) > 1:
        return ts.carry(at[0], at[1] + n * _UNIT_MONTHS[unit])
    if unit in _UNIT_DAYS and len(at) > 2:
        return ts.day(ts.last_date(at) + timedelta(days=n * _UNIT_DAYS[unit])).start
    raise ValueError("nothing to count from")


def ago(x: Expression, around: Around, clock: Clock) -> Span:
    """Two years ago, five years from now."""
    n = x.numbers[0] if x.shift == "hence" else -x.numbers[0]
    if not n:
        raise ValueError("how many is not told")
    return _at(_count(clock.moment(1), n, x.unit))


def away(x: Expression, around: Around, clock: Clock) -> Span:
    """A year earlier, two years later, the month before: from a date told."""
    n = x.numbers[0] if x.shift == "on" else -x.numbers[0]
    if not n:
        raise ValueError("how many is not told")
    told = _leant_on(x.unit, around, clock)
    if told is None:
        return _at(_count(clock.moment(1), n, x.unit))
    if x.unit in _UNIT_YEARS:
        if abs(n) == 1 and len(told.span.end) < 3 and not told.present:
            return ts.move(told.span, n)
        return _at(_count(told.span.end, n, x.unit))
    return _at(_count(told.span.end, n, x.unit))


def _leant_on(unit: str, around: Around, clock: Clock) -> Told | None:
    """What a comparison leans on; a longer stretch, if one stands by, rather than a day."""
    parts = _PRECISION.get(unit, 1)
    if unit in _UNIT_YEARS:
        told = clock.main(around, lambda t: len(t.span.end) < 3 or t.present)
        if told:
            return told
    return clock.main(around, lambda t: len(t.span.end) >= parts and not t.present)


def _at(m: Moment) -> Span:
    return Span(m, m, ("year", "month", "day")[len(m) - 1])


_PRECISION = {"month": 2, "day": 3, "quarter": 2, "half": 2, "week": 3}


def same(x: Expression, around: Around, clock: Clock) -> Span:
    """The same period of last year, the same month: the span of the context, in the year named."""
    parts = _PRECISION.get(x.unit, 1)
    told = clock.main(around, lambda t: parts <= len(t.span.end) and not t.present, 3 if x.unit != "period" else 6)
    if told is None:
        raise ValueError("nothing that it is the same as")
    span = told.span
    if x.unit == "month" and len(span.end) == 3:
        span = Span(span.start[:2], span.end[:2], "month")
    elif x.unit == "year" and span.grain != "years":
        span = ts.year(span.end[0])
    if not x.years:
        return span
    ref = x.years[0]
    target = year_of(ref, around, clock)[0] if ref[0].isdecimal() else span.end[0] + STEPS.get(ref, 0)
    return ts.move(span, target - span.end[0])


def on_year(x: Expression, around: Around, clock: Clock) -> Span:
    """Year on year: the span of the context, one year before."""
    told = _leant_on("year", around, clock)
    if told is None or told.present:
        raise ValueError("nothing to compare with")
    return ts.move(told.span, -1)


def nth_day(x: Expression, around: Around, clock: Clock) -> Span:
    """The first day: of the stretch of days told last."""
    told = clock.main(around, lambda t: len(t.span.start) == 3 and t.span.start != t.span.end)
    if told is None:
        raise ValueError("no days to count")
    day = ts.first_date(told.span.start) + timedelta(days=x.days[0] - 1)
    if day > ts.last_date(told.span.end):
        raise ValueError("no such day")
    return ts.day(day)


def day_of_month(x: Expression, around: Around, clock: Clock) -> Span:
    """The 11th: of the month told last, else of the month of writing."""
    told = clock.main(around, lambda t: len(t.span.end) > 1)
    y, m = (told.span.end if told else clock.moment(2))[:2]
    if x.days[-1] > ts.length(y, m):
        raise ValueError("no such day")
    return Span((y, m, x.days[0]), (y, m, x.days[-1]), "day")
