"""Resolves expressions of time against the day of writing and against what the text has told before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from pledgebook.reading.mentions.time import span as ts
from pledgebook.reading.mentions.time.clock import Around, Clock, Told, open_year
from pledgebook.reading.mentions.time.expressions import Expression
from pledgebook.reading.mentions.time.span import Moment, Span
from pledgebook.reading.mentions.time.tense import AHEAD, FUTURE, PAST

_STEPS = {"last": -1, "previous": -1, "next": 1, "following": 1}
_TO_COME = frozenset({FUTURE, AHEAD})


def resolve(x: Expression, around: Around, clock: Clock) -> Span | None:
    """The span that an expression means, or `None` where the text leaves it open."""
    try:
        return _FORMS[x.form](x, around, clock)
    except (ValueError, OverflowError):
        return None


# Years.


def _year(ref: str, around: Around, clock: Clock) -> tuple[int, int]:
    """The years that a reference names, two for one that is split. Raises `ValueError` where nothing tells it."""
    if ref[:1].isdecimal():
        one, _, two = ref.partition("/")
        return int(one), int(two or one)
    told = clock.before(around.sentence)
    base = clock.year()
    if ref in ("previous", "following"):
        base = told.span.end[0] if told else base
    elif ref in ("same", "that"):
        told = told or clock.before(around.sentence, 10)
        base = told.span.end[0] if told else 0
    elif ref == "the":
        base = _the_year(around, clock)
    if not base:
        raise ValueError("no year to count from")
    y = base + _STEPS.get(ref, 0)
    return y, y


def _the_year(around: Around, clock: Clock) -> int:
    """ "The year": of writing, but in a tale of the past the year that the sentence tells of."""
    told = clock.before(around.sentence, 0, lambda t: t.firm)
    if told and (around.tense == PAST or not clock.published):
        return told.span.end[0]
    return clock.year() or clock.heading


def _one_year(x: Expression, around: Around, clock: Clock) -> Span:
    ref = x.years[0]
    if ref in ("previous", "following", "same", "that"):
        told = clock.before(
            around.sentence, 2, lambda t: t.span.grain == "years" and t.span.end[0] == t.span.start[0] + 1
        )
        if told:
            return ts.move(told.span, _STEPS.get(ref, 0))
    y1, y2 = _year(ref, around, clock)
    if x.unit and not ref[:1].isdecimal() and (x.unit == "split" or clock.split):
        y1 = _running(y1, clock)
        y2 = y1 + 1
    if y1 != y2 and x.unit != "" and clock.fiscal:
        return _edged(Span((y1, clock.fiscal), ts.carry(y1, clock.fiscal + 11), "years"), x.edge)
    if y1 != y2 and x.edge:
        return ts.year(y1 if x.edge == "begin" else y2)
    return _edged(ts.year(y1, y2), x.edge)


def _running(y: int, clock: Clock) -> int:
    """The year in which the split year began that runs in year y, in the season of writing."""
    now = clock.moment(1)
    return y - 1 if len(now) > 1 and now[1] < (clock.fiscal or 7) else y


def _year_run(x: Expression, around: Around, clock: Clock) -> Span:
    return ts.year(int(x.years[0]), int(x.years[1]))


def _decade(x: Expression, around: Around, clock: Clock) -> Span:
    y, (one, two) = x.numbers[0], {"begin": (0, 3), "middle": (4, 6), "end": (7, 9)}.get(x.edge, (0, 9))
    return ts.year(y + one, y + two)


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
        one, two = _year(x.years[0], around, clock)
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
        return _year(x.years[0], around, clock)[0], _year(x.years[1], around, clock)[0]
    over = int(m2 < m1)
    if not x.years:
        y = open_year(lambda y: span(y, y + over), around, clock)
        return y, y + over
    y = _year(x.years[0], around, clock)[0]
    return (y, y + over) if x.early_year else (y - over, y)


def _shifted_month(shift: str, m: int, around: Around, clock: Clock) -> int:
    """The year of last September, this May, next July."""
    if shift in ("same", "that"):
        return _year("that", around, clock)[0]
    y, now = clock.moment(2)[:2]
    if shift in ("last", "previous"):
        return y if m < now else y - 1
    if shift in ("next", "following"):
        return y if m > now else y + 1
    return y


# Parts of a year.


def _part(x: Expression, around: Around, clock: Clock) -> Span:
    one, two = x.numbers[0], x.numbers[-1]
    if not x.years:
        return _edged(
            ts.part(open_year(lambda y: ts.part(y, x.unit, one, two), around, clock), x.unit, one, two), x.edge
        )
    y1, y2 = _year(x.years[0], around, clock)
    if y1 == y2:
        return _edged(ts.part(y1, x.unit, one, two), x.edge)
    if not clock.fiscal:
        return ts.year(y1, y2)
    return _edged(ts.moved_months(ts.part(y1, x.unit, one, two), clock.fiscal - 1), x.edge)


def _edged(span: Span, edge: str) -> Span:
    """The end, middle or beginning of a span, as near as the guide's dates go."""
    if edge in ("", "within") or len(span.end) == 3 or span.start == span.end != span.end[:1]:
        return span
    if len(span.end) == 1:
        return ts.month(span.start[0], 6) if edge == "middle" and span.start == span.end else span
    months = ts.months(span)
    at = (
        ts.carry(*span.start)
        if edge == "begin"
        else span.end
        if edge == "end"
        else ts.carry(span.start[0], span.start[1] + months // 2 - 1 + months % 2)
    )
    return Span(at, at, "month")


def _count_of(x: Expression, around: Around, clock: Clock) -> Span:
    n = x.numbers[0] * ts.PART_MONTHS.get(x.unit, 1)
    first = 13 - n if x.shift == "last" else 1
    if around.own:
        told = clock.before(around.sentence, 0, lambda t: len(t.span.start) > 1)
        if told is None:
            raise ValueError("nothing to count from")
        return ts.month(told.span.start[0], told.span.start[1], n)
    if x.years:
        y1, y2 = _year(x.years[0], around, clock)
        shift = clock.fiscal - 1 if y1 != y2 and clock.fiscal else 0
        return ts.month(y1, first + shift, n)
    return ts.month(open_year(lambda y: ts.month(y, first, n), around, clock), first, n)


def _season(x: Expression, around: Around, clock: Clock) -> Span:
    """A season; the guide's dates have none, so the year stands for it."""
    if x.years:
        y1, y2 = _year(x.years[0], around, clock)
        return ts.year(y1, y2)
    one, two = (int(m) for m in x.unit.split())

    def months(y: int) -> Span:
        return ts.month(y, one, (two - one) % 12 + 1)

    if x.shift in ("same", "that"):
        return ts.year(_year("that", around, clock)[0])
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
    step = _STEPS.get(x.shift, 0)
    told = clock.before(around.sentence, 4) if x.shift in ("previous", "following", "same", "that") else None
    if x.unit == "day":
        if told is None:
            return ts.day(clock.day() + timedelta(days=step))
        if len(told.span.end) < 3:
            raise ValueError("no day to count from")
        return ts.day(ts.first_date(told.span.end if step > 0 else told.span.start) + timedelta(days=step))
    at = told.span.end if told and len(told.span.end) > 1 else clock.moment(2)
    if x.unit == "week":
        if len(at) < 3:
            raise ValueError("no week to count from")
        day = ts.last_date(at)
        return ts.day(day + timedelta(days=7 * step - day.weekday()), 7)._replace(grain="week")
    if x.unit == "month":
        return ts.month(at[0], at[1] + step)
    if x.unit in ts.PART_MONTHS:
        size = ts.PART_MONTHS[x.unit]
        part = (at[1] - 1) // size + step
        y = at[0] + part // (12 // size)
        return _edged(ts.part(y, x.unit, n := part % (12 // size) + 1, n), x.edge)
    if x.unit == "decade":
        return ts.year(at[0] // 10 * 10 + 10 * step, at[0] // 10 * 10 + 10 * step + 9)
    raise ValueError("no span of this unit")


def _weekday(x: Expression, around: Around, clock: Clock) -> Span:
    now = clock.day()
    if x.unit == "week":
        return ts.day(now + timedelta(days=x.days[0] - now.weekday() + 7 * _STEPS.get(x.shift, 0)))
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


# Counted from the day of writing, or from a date told before.


def _span(x: Expression, around: Around, clock: Clock) -> Span:
    """The past 15 years, the next two months: from or to the time of writing."""
    n, ahead = x.numbers[0], x.shift in ("next", "following")
    if not n or x.shift in ("this", "that", "same"):
        raise ValueError("how many is not told")
    return _stretch(clock.moment(1), n if ahead else -n, x.unit)


def _within(x: Expression, around: Around, clock: Clock) -> Span:
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


def _ago(x: Expression, around: Around, clock: Clock) -> Span:
    """Two years ago, five years from now."""
    n = x.numbers[0] if x.shift == "hence" else -x.numbers[0]
    if not n:
        raise ValueError("how many is not told")
    return _at(_count(clock.moment(1), n, x.unit))


def _away(x: Expression, around: Around, clock: Clock) -> Span:
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


def _same(x: Expression, around: Around, clock: Clock) -> Span:
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
    target = _year(ref, around, clock)[0] if ref[0].isdecimal() else span.end[0] + _STEPS.get(ref, 0)
    return ts.move(span, target - span.end[0])


def _on_year(x: Expression, around: Around, clock: Clock) -> Span:
    """Year on year: the span of the context, one year before."""
    told = _leant_on("year", around, clock)
    if told is None or told.present:
        raise ValueError("nothing to compare with")
    return ts.move(told.span, -1)


def _nth_day(x: Expression, around: Around, clock: Clock) -> Span:
    """The first day: of the stretch of days told last."""
    told = clock.main(around, lambda t: len(t.span.start) == 3 and t.span.start != t.span.end)
    if told is None:
        raise ValueError("no days to count")
    day = ts.first_date(told.span.start) + timedelta(days=x.days[0] - 1)
    if day > ts.last_date(told.span.end):
        raise ValueError("no such day")
    return ts.day(day)


def _day_of_month(x: Expression, around: Around, clock: Clock) -> Span:
    """The 11th: of the month told last, else of the month of writing."""
    told = clock.main(around, lambda t: len(t.span.end) > 1)
    y, m = (told.span.end if told else clock.moment(2))[:2]
    if x.days[-1] > ts.length(y, m):
        raise ValueError("no such day")
    return Span((y, m, x.days[0]), (y, m, x.days[-1]), "day")


def _none(x: Expression, around: Around, clock: Clock) -> Span:
    raise ValueError("no dates")


_FORMS: dict[str, Callable[[Expression, Around, Clock], Span]] = {
    "days": _days,
    "months": _months,
    "part": _part,
    "year": _one_year,
    "years": _year_run,
    "decade": _decade,
    "count_of": _count_of,
    "shifted": _shifted,
    "span": _span,
    "ago": _ago,
    "away": _away,
    "same": _same,
    "weekday": _weekday,
    "season": _season,
    "nth_day": _nth_day,
    "dom": _day_of_month,
    "within": _within,
    "day": _day,
    "present": _present,
    "on_year": _on_year,
    "vague": _none,
    "recurring": _none,
}
