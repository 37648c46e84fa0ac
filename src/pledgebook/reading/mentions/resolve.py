"""Resolves expressions of time against the day of writing and against what the text has told before.

Invariant: a `Clock` is a function of the document's date and of the expressions resolved so far, in order of place.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from pledgebook.reading.mentions import timespan as ts
from pledgebook.reading.mentions.expressions import Expression
from pledgebook.reading.mentions.tense import FUTURE, PAST
from pledgebook.reading.mentions.timespan import Moment, Span


class Told(NamedTuple):
    """A span that the text has named: where, and whether its year stood in the text."""

    sentence: int
    paragraph: int
    token: int
    span: Span
    firm: bool
    compared: bool


class Around(NamedTuple):
    """What surrounds an expression: its sentence and paragraph, the phrase that governs it, the tense of the clause.

    `listed` says that no verb stands by: a caption, an entry of a list. `joined` is the year of the date that follows
    in the same enumeration ("3 May and 12 June 2023"), 0 where there is none.
    """

    sentence: int
    paragraph: int
    lead: str
    tense: str
    listed: bool = False
    joined: int = 0


@dataclass(slots=True)
class Clock:
    """`published` is the span in which the document was written, `None` where nothing is known of it."""

    published: Span | None
    told: list[Told] = field(default_factory=list)
    heading: int = 0

    def first(self) -> date:
        """The earliest day on which the document can have been written."""
        return ts.first_date(self.published.start) if self.published else date.min

    def last(self) -> date:
        """The latest such day."""
        return ts.last_date(self.published.end) if self.published else date.max

    def year(self) -> int:
        """The year of writing, 0 where it is not known."""
        return self.published.end[0] if self.published else 0

    def day(self) -> date | None:
        """The day of writing, where it is known to the day."""
        return self.last() if self.published and self.first() == self.last() else None

    def before(self, sentence: int, back: int = 2) -> Told | None:
        """The newest span told that is not one of comparison, at most `back` sentences before."""
        for told in reversed(self.told):
            if told.sentence < sentence - back:
                return None
            if not told.compared:
                return told
        return None

    def note_heading(self, sentence: int) -> None:
        """Keep the year that a heading names, if it is one, for what stands under it."""
        years = {t.span.end[0] for t in self.told if t.sentence == sentence and t.span.grain == "year"}
        if len(years) == 1:
            self.heading = years.pop()


def clock(published: str, until: str = "") -> Clock:
    """The clock of a document written on an ISO date of any precision, or between two; "" where it is not known."""
    if not published:
        return Clock(None)
    start, end = ts.moment(published), ts.moment(until or published)
    return Clock(Span(start, end, ""))


def resolve(x: Expression, around: Around, clock: Clock) -> Span | None:
    """The span that an expression means, or `None` where the text leaves it open."""
    try:
        return _FORMS[x.form](x, around, clock)
    except (ValueError, OverflowError):
        return None


# Years.


def _year(ref: str, around: Around, clock: Clock) -> tuple[int, int]:
    """The years that a reference names: two for one that is split. Raises `ValueError` where nothing tells it."""
    if ref[:1].isdecimal():
        one, _, two = ref.partition("/")
        return int(one), int(two or one)
    told = clock.before(around.sentence)
    base = clock.year()
    if ref in ("previous", "following"):
        base = told.span.end[0] if told else base
    elif ref in ("same", "that"):
        base = (told or clock.before(around.sentence, 10) or clock.told[-1]).span.end[0] if clock.told else base
    elif ref == "the":
        base = _the_year(around, clock, told)
    if not base:
        raise ValueError("no year to count from")
    y = base + _STEPS.get(ref, 0)
    return y, y


_STEPS = {"last": -1, "previous": -1, "next": 1, "following": 1}


def _the_year(around: Around, clock: Clock, told: Told | None) -> int:
    """ "The year": of writing, but in a tale of the past the year that the sentence tells of."""
    if told and told.firm and around.tense == PAST and told.sentence == around.sentence:
        return told.span.end[0]
    return clock.year() or (told.span.end[0] if told else 0)


def _open_year(months: tuple[int, ...], day: int, around: Around, clock: Clock) -> int:
    """The year of a month (or day) that is named without one."""
    m = months[0]
    if around.joined:
        return around.joined
    same = [t for t in clock.told if t.sentence == around.sentence and t.firm and not t.compared]
    if same and around.tense != FUTURE:
        return _after(same[-1].span, m, clock)
    umbrella = _umbrella(around, clock)
    if umbrella:
        return umbrella
    if not clock.published:
        before = clock.before(around.sentence, 100)
        if not before:
            raise ValueError("no year to count from")
        return before.span.end[0]
    return _nearest(m, day, around, clock)


def _after(span: Span, m: int, clock: Clock) -> int:
    """The year of the first month m on or after a span of the past, or the year of the span where that is to come."""
    y = span.start[0]
    if (
        len(span.start) > 1
        and m < span.start[1]
        and (not clock.published or ts.month(y + 1, m).start <= clock.last().timetuple()[:2])
    ):
        return y + 1
    return y


def _umbrella(around: Around, clock: Clock) -> int:
    """The year over a list or a section, where the entry itself has no verb."""
    if around.tense == FUTURE:
        return 0
    if around.listed:
        told = clock.before(around.sentence, 3)
        if told and told.span.start[0] == told.span.end[0] and told.firm:
            return told.span.end[0]
    return clock.heading if around.listed else 0


def _nearest(m: int, day: int, around: Around, clock: Clock) -> int:
    """The year that puts a month (or day) next to the time of writing, on the side that the tense asks for."""
    y = clock.year()
    future = around.tense == FUTURE or (not around.tense and around.lead in _AHEAD)
    if future:
        return y if _moment(y, m, day)[: 3 if day else 2] >= _trim(clock.first(), day) else y + 1
    return y if _moment(y, m, day) <= _trim(clock.last(), day) else y - 1


_AHEAD = frozenset({"by", "before", "until", "within"})


def _moment(y: int, m: int, day: int) -> Moment:
    return (y, m, day) if day else (y, m)


def _trim(d: date, day: int) -> Moment:
    return (d.year, d.month, d.day) if day else (d.year, d.month)


# Forms.


def _days(x: Expression, around: Around, clock: Clock) -> Span:
    m1, m2 = x.numbers[0], x.numbers[-1]
    d1, d2 = x.days[0], x.days[-1]
    y1, y2 = _pair(x, m1, m2, d1, around, clock)
    if not (ts.is_date(y1, m1, d1) and ts.is_date(y2, m2, d2)) or (y1, m1, d1) > (y2, m2, d2):
        raise ValueError("no such day")
    return Span((y1, m1, d1), (y2, m2, d2), "day")


def _months(x: Expression, around: Around, clock: Clock) -> Span:
    m1, m2 = x.numbers[0], x.numbers[-1]
    if x.shift:
        y = _shifted_month(x.shift, m1, around, clock)
        return ts.month(y, m1)
    y1, y2 = _pair(x, m1, m2, 0, around, clock)
    if len(x.years) == 1 and "/" in x.years[0]:
        y1, y2 = _year(x.years[0], around, clock)
        y1 = y2 = y1 if m1 >= 7 else y2
    return Span((y1, m1), (y2, m2), "month")


def _pair(x: Expression, m1: int, m2: int, day: int, around: Around, clock: Clock) -> tuple[int, int]:
    """The years of both ends of a stretch of months or days."""
    if len(x.years) == 2:
        return _year(x.years[0], around, clock)[0], _year(x.years[1], around, clock)[0]
    if not x.years:
        y = _open_year((m1, m2), day, around, clock)
        if m2 < m1 and around.tense != FUTURE and ts.month(y + 1, m2).start > _trim(clock.last(), 0):
            return y - 1, y
        return y, y + (m2 < m1)
    y = _year(x.years[0], around, clock)[0]
    if m2 >= m1:
        return y, y
    return (y, y + 1) if x.early_year else (y - 1, y)


def _shifted_month(shift: str, m: int, around: Around, clock: Clock) -> int:
    """The year of last September, this May, next July."""
    last = clock.last()
    if not clock.published:
        raise ValueError("no day to count from")
    if shift in ("last", "previous"):
        return last.year if m < last.month else last.year - 1
    if shift in ("next", "following"):
        return last.year if m > last.month else last.year + 1
    if shift in ("same", "that"):
        return _year("that", around, clock)[0]
    return last.year


def _part(x: Expression, around: Around, clock: Clock) -> Span:
    one, two = x.numbers[0], x.numbers[-1]
    if x.years:
        y1, y2 = _year(x.years[0], around, clock)
        if y1 != y2:
            return ts.year(y1, y2)
    else:
        y1 = _open_part(x.unit, one, around, clock)
    return _edged(ts.part(y1, x.unit, one, two), x.edge)


def _open_part(unit: str, one: int, around: Around, clock: Clock) -> int:
    """The year of a quarter or half that is named without one."""
    if around.joined:
        return around.joined
    told = [t for t in clock.told if t.sentence == around.sentence and t.firm and not t.compared]
    if told and around.tense != FUTURE:
        return told[-1].span.end[0]
    if not clock.published:
        return _year("that", around, clock)[0]
    y, span = clock.year(), ts.part(clock.year(), unit, one)
    if around.tense == FUTURE or around.lead in _AHEAD:
        return y if span.end >= _trim(clock.first(), 0) else y + 1
    return y if span.start <= _trim(clock.last(), 0) else y - 1


def _edged(span: Span, edge: str) -> Span:
    """The end, middle or beginning of a span, as near as the guide's dates go."""
    if edge in ("", "within") or span.grain in ("month", "day"):
        return span
    if span.grain == "year":
        return ts.month(span.start[0], 6) if edge == "middle" else span
    first, last = span.start, span.end
    at = first if edge == "begin" else last if edge == "end" else ts.carry(first[0], (first[1] + last[1]) // 2)
    return Span(at, at, "month")


def _one_year(x: Expression, around: Around, clock: Clock) -> Span:
    y1, y2 = _year(x.years[0], around, clock)
    return _edged(ts.year(y1, y2), x.edge)


def _year_run(x: Expression, around: Around, clock: Clock) -> Span:
    return ts.year(int(x.years[0]), int(x.years[1]))


def _decade(x: Expression, around: Around, clock: Clock) -> Span:
    y, third = x.numbers[0], {"begin": (0, 3), "middle": (4, 6), "end": (7, 9)}.get(x.edge, (0, 9))
    return ts.year(y + third[0], y + third[1])


def _count_of(x: Expression, around: Around, clock: Clock) -> Span:
    n = x.numbers[0] * ts.PART_MONTHS.get(x.unit, 1)
    y = _year(x.years[0], around, clock)[0] if x.years else _open_year((n,), 0, around, clock)
    return ts.month(y, 13 - n if x.shift == "last" else 1, n)._replace(grain="month")


def _shifted(x: Expression, around: Around, clock: Clock) -> Span:
    """This month, last week, next quarter, the following day."""
    step = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(x.shift, 0)
    told = clock.before(around.sentence, 4)
    leaning = x.shift in ("previous", "following", "same", "that")
    if x.unit == "day":
        base = (
            (ts.last_date(told.span.end) if step > 0 else ts.first_date(told.span.start))
            if leaning and told
            else clock.day()
        )
        if base is None or (leaning and told and len(told.span.end) < 3):
            raise ValueError("no day to count from")
        return ts.day(base + timedelta(days=step))
    at = (
        told.span.end
        if leaning and told and len(told.span.end) > 1
        else (clock.published.end if clock.published else ())
    )
    if len(at) < 2:
        raise ValueError("no month to count from")
    if x.unit == "week":
        monday = ts.last_date(at) - timedelta(days=ts.last_date(at).weekday()) + timedelta(days=7 * step)
        if len(at) < 3:
            raise ValueError("no week to count from")
        return ts.day(monday, 7)._replace(grain="week")
    if x.unit == "month":
        return ts.month(at[0], at[1] + step)
    if x.unit in ts.PART_MONTHS:
        size = ts.PART_MONTHS[x.unit]
        one = (at[1] - 1) // size + step
        return ts.part(at[0] + one // (12 // size), x.unit, one % (12 // size) + 1)
    if x.unit == "decade":
        return ts.year(at[0] // 10 * 10 + 10 * step, at[0] // 10 * 10 + 10 * step + 9)
    raise ValueError("no span of this unit")


def _span(x: Expression, around: Around, clock: Clock) -> Span:
    """The past 15 years, the next two months: from or to the time of writing."""
    n, ahead = x.numbers[0], x.shift in ("next", "following")
    if not n or not clock.published or x.shift in ("this", "that", "same"):
        raise ValueError("how many is not told")
    now = clock.published.end
    then = _count(now, n if ahead else -n, x.unit)
    now = now[: len(then)]
    grain = {"year": "years", "decade": "years"}.get(x.unit, "month" if len(then) == 2 else "day")
    return Span(now, then, grain) if ahead else Span(then, now, grain)


def _count(at: Moment, n: int, unit: str) -> Moment:
    """The moment n units after another, as near as the unit."""
    if unit in ("year", "decade", "century"):
        return (at[0] + n * {"year": 1, "decade": 10, "century": 100}[unit],)
    if unit in ("day", "week"):
        if len(at) < 3:
            raise ValueError("no day to count from")
        return ts.day(ts.last_date(at) + timedelta(days=n * (7 if unit == "week" else 1))).start
    if len(at) < 2:
        raise ValueError("no month to count from")
    return ts.carry(at[0], at[1] + n * ts.PART_MONTHS.get(unit, 1))


def _ago(x: Expression, around: Around, clock: Clock) -> Span:
    """Two years ago, a year earlier, three months later."""
    n, unit = x.numbers[0], x.unit
    if not n:
        raise ValueError("how many is not told")
    if x.shift == "ago":
        if not clock.published:
            raise ValueError("no day to count from")
        return _at(_count(clock.published.end, -n, unit))
    told = _main(around, clock)
    if told is None:
        if not clock.published:
            raise ValueError("nothing to count from")
        return _at(_count(clock.published.end, n if x.shift == "on" else -n, unit))
    years = n * {"year": 1, "decade": 10}.get(unit, 0)
    if years:
        return ts.move(told.span, years if x.shift == "on" else -years)
    return _at(_count(told.span.end, n if x.shift == "on" else -n, unit))


def _at(m: Moment) -> Span:
    return Span(m, m, ("year", "month", "day")[len(m) - 1])


def _main(around: Around, clock: Clock, pick: Callable[[Told], bool] = lambda _: True) -> Told | None:
    """The span that a comparison leans on: of the same sentence, else the newest of the sentences before."""
    told = [t for t in clock.told if not t.compared and pick(t)]
    here = [t for t in told if t.sentence == around.sentence]
    if here:
        return here[-1]
    return told[-1] if told and told[-1].sentence >= around.sentence - 3 else None


def _same(x: Expression, around: Around, clock: Clock) -> Span:
    """The same period of last year, the same month: the span of the context, in the year named."""
    told = _main(around, clock, lambda t: len(t.span.end) >= _PRECISION.get(x.unit, 1))
    if told is None:
        raise ValueError("nothing that it is the same as")
    span = told.span
    if x.unit == "month":
        span = Span(span.start[:2], span.end[:2], "month")
    elif x.unit == "year":
        span = ts.year(span.end[0])
    if not x.years:
        return span
    ref = x.years[0]
    target = _year(ref, around, clock)[0] if ref[0].isdecimal() else span.end[0] + _STEPS.get(ref, 0)
    return ts.move(span, target - span.end[0])


_PRECISION = {"month": 2, "day": 3, "quarter": 2, "half": 2}


def _weekday(x: Expression, around: Around, clock: Clock) -> Span:
    now = clock.day()
    if now is None:
        raise ValueError("no day to count from")
    if x.unit == "week":
        monday = now - timedelta(days=now.weekday())
        return ts.day(monday + timedelta(days=x.days[0] + 7 * _STEPS.get(x.shift, 0)))
    back = (now.weekday() - x.days[0]) % 7
    if x.shift in ("next", "following") or (x.shift in ("", "this") and around.tense == FUTURE):
        ahead = -back % 7
        return ts.day(now + timedelta(days=ahead or (7 if x.shift == "next" else 0)))
    return ts.day(now - timedelta(days=back or (7 if x.shift == "last" else 0)))


def _season(x: Expression, around: Around, clock: Clock) -> Span:
    """A season; the guide's dates have none, so the year stands for it."""
    if x.years:
        y1, y2 = _year(x.years[0], around, clock)
        return ts.year(y1, y2)
    if not clock.published:
        raise ValueError("no year to count from")
    one, two = (int(m) for m in x.unit.split())
    now, y = _trim(clock.last(), 0), clock.year()
    if x.shift in ("next", "following") or (not x.shift and around.tense == FUTURE):
        return ts.year(y if now < (y, one) or (not x.shift and now <= (y, max(one, two))) else y + 1)
    if x.shift in ("last", "previous"):
        return ts.year(y if now > (y, two) and one <= two else y - 1)
    if x.shift in ("same", "that"):
        return ts.year(_year("that", around, clock)[0])
    return ts.year(y if x.shift or now >= (y, one) else y - 1)


def _nth_day(x: Expression, around: Around, clock: Clock) -> Span:
    """The first day: of the stretch of days told last."""
    told = _main(around, clock, lambda t: len(t.span.start) == 3 and t.span.start != t.span.end)
    if told is None or told.sentence < around.sentence - 3:
        raise ValueError("no days to count")
    at = ts.first_date(told.span.start) + timedelta(days=x.days[0] - 1)
    if at > ts.last_date(told.span.end):
        raise ValueError("no such day")
    return ts.day(at)


def _day_of_month(x: Expression, around: Around, clock: Clock) -> Span:
    """The 11th: of the month told last, else of the month of writing."""
    told = _main(around, clock, lambda t: len(t.span.end) > 1)
    at = told.span.end if told else clock.published.end if clock.published else ()
    if len(at) < 2:
        raise ValueError("no month to count in")
    y, m = at[0], at[1]
    if not (ts.is_date(y, m, x.days[0]) and ts.is_date(y, m, x.days[-1])):
        raise ValueError("no such day")
    return Span((y, m, x.days[0]), (y, m, x.days[-1]), "day")


def _within(x: Expression, around: Around, clock: Clock) -> Span:
    """Within two months: from the time of writing to then."""
    if not clock.published or x.unit not in _COUNTED:
        raise ValueError("no day to count from")
    now = clock.published.end
    then = _count(now, x.numbers[0], x.unit)
    return Span(now[: len(then)], then, "years" if len(then) == 1 else "month" if len(then) == 2 else "day")


_COUNTED = frozenset({"day", "week", "month", "quarter", "half", "year", "decade"})


def _day(x: Expression, around: Around, clock: Clock) -> Span:
    """Yesterday, tomorrow."""
    now = clock.day()
    if now is None:
        return _present(x, around, clock)
    return ts.day(now + timedelta(days=x.numbers[0]))


def _present(x: Expression, around: Around, clock: Clock) -> Span:
    """Now, today, at present: the time of writing."""
    if not clock.published:
        raise ValueError("no day to count from")
    return clock.published._replace(grain="day" if len(clock.published.end) == 3 else "")


def _on_year(x: Expression, around: Around, clock: Clock) -> Span:
    """Year on year: the span of the context, one year before."""
    told = _main(around, clock)
    if told is None:
        raise ValueError("nothing to compare with")
    return ts.move(told.span, -1)


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
    "away": _ago,
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
