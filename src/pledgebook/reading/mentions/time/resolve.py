"""Resolves expressions of time against the day of writing and against what the text has told before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from pledgebook.reading.mentions.time import leaning, years
from pledgebook.reading.mentions.time import span as ts
from pledgebook.reading.mentions.time.clock import Around, Clock, open_year
from pledgebook.reading.mentions.time.expressions import Expression
from pledgebook.reading.mentions.time.span import Moment, Span
from pledgebook.reading.mentions.time.tense import AHEAD, FUTURE
from pledgebook.reading.mentions.time.years import STEPS, edged, year_of

_TO_COME = frozenset({FUTURE, AHEAD})


def resolve(x: Expression, around: Around, clock: Clock) -> Span | None:
    """The span that an expression means, or `None` where the text leaves it open."""
    try:
        span = _FORMS[x.form](x, around, clock)
    except (ValueError, OverflowError):
        return None
    # Year 0 is the year of a clock that does not know the day of writing.
    return span if min(*span.start[:1], *span.end[:1], 9999) > 0 else None


# Days and months.


def _days(x: Expression, around: Around, clock: Clock) -> Span:
    m1, m2 = x.numbers[0], x.numbers[-1]
    d1, d2 = x.days[0], x.days[-1]

    def span(y1: int, y2: int) -> Span:
        return Span((y1, m1, min(d1, ts.length(y1, m1))), (y2, m2, min(d2, ts.length(y2, m2))), "day")

    y1, y2 = _pair(x, m1, m2, span, around, clock)
    if d1 > ts.length(y1, m1) or d2 > ts.length(y2, m2) or (y1, m1, d1) > (y2, m2, d2):
        raise ValueError("no such day")
    return span(y1, y2)


def _months(x: Expression, around: Around, clock: Clock) -> Span:
    m1, m2 = x.numbers[0], x.numbers[-1]
    if x.shift:
        return ts.month(_shifted_month(x.shift, m1, around, clock), m1)
    if len(x.years) == 1 and "/" in x.years[0]:
        one, two = year_of(x.years[0], around, clock)
        y1 = y2 = one if m1 >= (clock.fiscal or 7) else two
    else:
        y1, y2 = _pair(x, m1, m2, lambda one, two: Span((one, m1), (two, m2), "month"), around, clock)
    if (y1, m1) > (y2, m2):
        raise ValueError("an end before its beginning")
    return Span((y1, m1), (y2, m2), "month")


def _pair(
    x: Expression, m1: int, m2: int, span: Callable[[int, int], Span], around: Around, clock: Clock
) -> tuple[int, int]:
    """The years of both ends of a stretch of months or days."""
    if len(x.years) == 2:
        return year_of(x.years[0], around, clock)[0], year_of(x.years[1], around, clock)[0]
    over = int(m2 < m1)
    if not x.years:
        y = open_year(lambda y: span(y, y + over), around, clock)
        return y, y + over
    y = year_of(x.years[0], around, clock)[0]
    return (y, y + over) if x.early_year else (y - over, y)


def _shifted_month(shift: str, m: int, around: Around, clock: Clock) -> int:
    """The year of last September, this May, next July."""
    if shift in ("same", "that"):
        return year_of("that", around, clock)[0]
    y, now = clock.moment(2)[:2]
    if shift in ("last", "previous"):
        return y if m < now else y - 1
    if shift in ("next", "following"):
        return y if m > now else y + 1
    return y


def _ending(x: Expression, around: Around, clock: Clock) -> Span:
    """The six months ending 30 June: so many months up to and with a month or day."""
    month, count = x.numbers
    inner = x._replace(form="days" if x.days else "months", numbers=(month,))
    end = (_days if x.days else _months)(inner, around, clock).end
    n = count * 12 if x.unit == "year" else count
    if len(end) < 3:
        return Span(ts.carry(end[0], end[1] - n + 1), end, "month")
    before = ts.carry(end[0], end[1] - n)
    day = ts.length(*before) if end[2] == ts.length(end[0], end[1]) else min(end[2], ts.length(*before))
    return Span(ts.day(ts.first_date((*before, day)) + timedelta(days=1)).start, end, "day")


# Parts of a year.


def _part(x: Expression, around: Around, clock: Clock) -> Span:
    one, two = x.numbers[0], x.numbers[-1]

    def part(y: int) -> Span:
        return ts.part(y, x.unit, one, two)

    if not x.years:
        return edged(part(open_year(part, around, clock)), x.edge)
    y1, y2 = year_of(x.years[0], around, clock)
    if y1 == y2:
        return edged(part(y1), x.edge)
    return edged(ts.moved_months(part(y1), clock.fiscal - 1), x.edge) if clock.fiscal else ts.year(y1, y2)


def _count_of(x: Expression, around: Around, clock: Clock) -> Span:
    n = x.numbers[0] * ts.PART_MONTHS.get(x.unit, 1)
    first = 13 - n if x.shift == "last" else 1
    if around.own:
        told = clock.before(around.sentence, 0, lambda t: len(t.span.start) > 1)
        if told is None:
            raise ValueError("nothing to count from")
        return ts.month(told.span.start[0], told.span.start[1], n)
    if x.years:
        y1, y2 = year_of(x.years[0], around, clock)
        shift = clock.fiscal - 1 if y1 != y2 and clock.fiscal else 0
        return ts.month(y1, first + shift, n)
    return ts.month(open_year(lambda y: ts.month(y, first, n), around, clock), first, n)


def _season(x: Expression, around: Around, clock: Clock) -> Span:
    """A season; the guide's dates have none, so the year stands for it."""
    if x.years:
        y1, y2 = year_of(x.years[0], around, clock)
        return ts.year(y1, y2)
    one, two = (int(m) for m in x.unit.split())

    def months(y: int) -> Span:
        return ts.month(y, one, (two - one) % 12 + 1)

    if x.shift in ("same", "that"):
        return ts.year(year_of("that", around, clock)[0])
    if x.shift in ("last", "previous", "next", "following"):
        now = ts.last_date(clock.now().end)
        y = clock.year()
        if x.shift in ("next", "following"):
            return ts.year(y if ts.first_date(months(y).start) > now else y + 1)
        return ts.year(y if ts.last_date(months(y).end) < now else y - 1)
    return ts.year(clock.year() if x.shift else open_year(months, around, clock))


# This, last, next.


def _shifted(x: Expression, around: Around, clock: Clock) -> Span:
    """This month, last week, next quarter, the following day."""
    step = STEPS.get(x.shift, 0)
    if x.unit == "day":
        day = clock.before(around.sentence, 4, lambda t: len(t.span.end) == 3)
        if day is None:
            raise ValueError("no day to count from")
        return ts.day(ts.first_date(day.span.end if step > 0 else day.span.start) + timedelta(days=step))
    told = clock.before(around.sentence, 4) if x.shift in ("previous", "following", "same", "that") else None
    at = told.span.end if told and len(told.span.end) > 1 else clock.moment(2)
    if x.unit not in _UNITS:
        raise ValueError("no span of this unit")
    return edged(_UNITS[x.unit](at, step), x.edge)


def _week(at: Moment, step: int) -> Span:
    if len(at) < 3:
        raise ValueError("no week to count from")
    day = ts.last_date(at)
    return ts.day(day + timedelta(days=7 * step - day.weekday()), 7)._replace(grain="week")


def _month(at: Moment, step: int) -> Span:
    return ts.month(at[0], at[1] + step)


def _quarter(at: Moment, step: int) -> Span:
    number = (at[1] - 1) // 3 + step
    return ts.part(at[0] + number // 4, "quarter", number % 4 + 1, number % 4 + 1)


def _half(at: Moment, step: int) -> Span:
    number = (at[1] - 1) // 6 + step
    return ts.part(at[0] + number // 2, "half", number % 2 + 1, number % 2 + 1)


def _decade(at: Moment, step: int) -> Span:
    """The ten years up to now, or from now; this decade is that of the calendar."""
    if not step:
        return ts.year(at[0] // 10 * 10, at[0] // 10 * 10 + 9)
    return ts.year(min(at[0], at[0] + 10 * step), max(at[0], at[0] + 10 * step))


_UNITS: dict[str, Callable[[Moment, int], Span]] = {
    "week": _week,
    "month": _month,
    "quarter": _quarter,
    "half": _half,
    "decade": _decade,
}


def _weekday(x: Expression, around: Around, clock: Clock) -> Span:
    now = clock.day()
    if x.unit == "week":
        return ts.day(now + timedelta(days=x.days[0] - now.weekday() + 7 * STEPS.get(x.shift, 0)))
    back = (now.weekday() - x.days[0]) % 7
    if x.shift in ("next", "following") or (x.shift in ("", "this") and around.tense in _TO_COME):
        ahead = -back % 7
        return ts.day(now + timedelta(days=ahead or (7 if x.shift == "next" else 0)))
    return ts.day(now - timedelta(days=back or (7 if x.shift == "last" else 0)))


def _day(x: Expression, around: Around, clock: Clock) -> Span:
    """Yesterday, tomorrow."""
    return ts.day(clock.day() + timedelta(days=x.numbers[0])) if len(clock.now().end) == 3 else clock.now()


def _present(x: Expression, around: Around, clock: Clock) -> Span:
    """Now, today, at present: the time of writing."""
    return clock.now()._replace(grain="day" if len(clock.now().end) == 3 else "")


def _none(x: Expression, around: Around, clock: Clock) -> Span:
    raise ValueError("no dates")


_FORMS: dict[str, Callable[[Expression, Around, Clock], Span]] = {
    "days": _days,
    "months": _months,
    "part": _part,
    "year": years.one_year,
    "years": years.year_run,
    "decade": years.decade,
    "count_of": _count_of,
    "shifted": _shifted,
    "span": leaning.stretch_of,
    "ago": leaning.ago,
    "away": leaning.away,
    "same": leaning.same,
    "ending": _ending,
    "weekday": _weekday,
    "season": _season,
    "nth_day": leaning.nth_day,
    "dom": leaning.day_of_month,
    "within": leaning.within,
    "day": _day,
    "present": _present,
    "on_year": leaning.on_year,
    "vague": _none,
    "recurring": _none,
}
