"""Spans of time at the precision of the text, and the arithmetic on them.

A moment is (2022,), (2022, 6) or (2022, 6, 21).
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import NamedTuple

Moment = tuple[int, ...]


class Span(NamedTuple):
    """From `start` to `end`, both inclusive; `grain` is day, week, month, quarter, half, year or years."""

    start: Moment
    end: Moment
    grain: str


PART_MONTHS = {"quarter": 3, "half": 6}


def iso(moment: Moment) -> str:
    """The ISO date of a moment, "" for none."""
    return "-".join(f"{part:04}" if k == 0 else f"{part:02}" for k, part in enumerate(moment))


def moment(text: str) -> Moment:
    """The moment of an ISO date."""
    return tuple(int(part) for part in text.split("-"))


def year(one: int, two: int = 0) -> Span:
    """A year, or the years from `one` to `two`."""
    return Span((one,), (two or one,), "years" if two and two != one else "year")


def month(y: int, m: int, n: int = 1) -> Span:
    """`n` months from month m of year y; m may lie outside 1 to 12 and is carried over."""
    return Span(carry(y, m), carry(y, m + n - 1), "month")


def day(d: date, n: int = 1) -> Span:
    """`n` days from a day."""
    last = d + timedelta(days=n - 1)
    return Span((d.year, d.month, d.day), (last.year, last.month, last.day), "day")


def part(y: int, unit: str, one: int, two: int) -> Span:
    """Quarters or halves `one` to `two` of a year, counted from 1; -1 is the last, 0 the one in the middle."""
    size = PART_MONTHS[unit]
    parts = 12 // size
    one, two = (n if n > 0 else parts if n < 0 else parts // 2 for n in (one, two))
    return Span((y, (one - 1) * size + 1), (y, two * size), unit)


def carry(y: int, m: int) -> Moment:
    """Month m of year y, where m may lie outside 1 to 12."""
    return (y + (m - 1) // 12, (m - 1) % 12 + 1)


def first_date(m: Moment) -> date:
    """The first day of a moment."""
    return date(m[0], m[1] if len(m) > 1 else 1, m[2] if len(m) > 2 else 1)


def last_date(m: Moment) -> date:
    """The last day of a moment."""
    if len(m) > 2:
        return date(*m[:3])
    number = m[1] if len(m) > 1 else 12
    return date(m[0], number, calendar.monthrange(m[0], number)[1])


def length(y: int, m: int) -> int:
    """The days of a month."""
    return calendar.monthrange(y, m)[1]


def months(span: Span) -> int:
    """How many months a span of months covers."""
    return (span.end[0] - span.start[0]) * 12 + span.end[1] - span.start[1] + 1


def moved_months(span: Span, n: int) -> Span:
    """A span of months, n months later."""
    return Span(carry(span.start[0], span.start[1] + n), carry(span.end[0], span.end[1] + n), span.grain)


def moved(m: Moment, years: int) -> Moment:
    """The same moment `years` later (or earlier); 29 February becomes 28."""
    if len(m) < 3:
        return (m[0] + years, *m[1:])
    return (m[0] + years, m[1], min(m[2], calendar.monthrange(m[0] + years, m[1])[1]))


def move(span: Span, years: int) -> Span:
    """The same span `years` later (or earlier)."""
    return Span(moved(span.start, years), moved(span.end, years), span.grain)


def covers(outer: Span, inner: Span) -> bool:
    """Whether every day of a span lies in another."""
    return first_date(outer.start) <= first_date(inner.start) and last_date(inner.end) <= last_date(outer.end)
