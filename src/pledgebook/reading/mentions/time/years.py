"""Which year is meant: a number, "last year", "the year", a year that runs over two; and the edges of a span."""

from __future__ import annotations

from pledgebook.reading.mentions.time import span as ts
from pledgebook.reading.mentions.time.clock import Around, Clock, Told
from pledgebook.reading.mentions.time.expressions import Expression
from pledgebook.reading.mentions.time.span import Span
from pledgebook.reading.mentions.time.tense import PAST

STEPS = {"last": -1, "previous": -1, "next": 1, "following": 1}


def year_of(ref: str, around: Around, clock: Clock) -> tuple[int, int]:
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
    y = base + STEPS.get(ref, 0)
    return y, y


def _the_year(around: Around, clock: Clock) -> int:
    """ "The year": of writing, but in a tale of the past the year that the sentence tells of."""
    told = clock.before(around.sentence, 0, lambda t: t.firm)
    if told and (around.tense == PAST or not clock.published):
        return told.span.end[0]
    return clock.year() or clock.heading


def one_year(x: Expression, around: Around, clock: Clock) -> Span:
    """A year, the end of next year, the school year."""
    ref = x.years[0]
    if ref in ("previous", "following", "same", "that") and (told := clock.before(around.sentence, 2, _over_two)):
        return ts.move(told.span, STEPS.get(ref, 0))
    y1, y2 = year_of(ref, around, clock)
    if not ref[:1].isdecimal() and (x.unit == "split" or (x.unit and clock.split)):
        y1 = _running(y1, clock)
        y2 = y1 + 1
    if y1 == y2:
        return edged(ts.year(y1), x.edge)
    if x.edge:
        return ts.year(y1 if x.edge == "begin" else y2)
    return _fiscal(y1, clock)


def _over_two(told: Told) -> bool:
    return told.span.grain == "years" and told.span.end[0] == told.span.start[0] + 1


def _fiscal(y: int, clock: Clock) -> Span:
    """The year that begins in y and runs into the next, by its months where the text says them."""
    if not clock.fiscal:
        return ts.year(y, y + 1)
    return Span((y, clock.fiscal), ts.carry(y, clock.fiscal + 11), "years")


def _running(y: int, clock: Clock) -> int:
    """The year in which the split year began that runs in year y, in the season of writing."""
    now = clock.moment(1)
    return y - 1 if len(now) > 1 and now[1] < (clock.fiscal or 7) else y


def year_run(x: Expression, around: Around, clock: Clock) -> Span:
    """2023-2025; 2023/24, where it is one year that runs over two."""
    one, two = int(x.years[0]), int(x.years[1])
    return _fiscal(one, clock) if x.unit == "split" else ts.year(one, two)


def decade(x: Expression, around: Around, clock: Clock) -> Span:
    """The 1990s, the late 1990s, their first half."""
    y, (one, two) = x.numbers[0], _DECADE.get(x.edge, (0, 9))
    return ts.year(y + one, y + two)


_DECADE = {"begin": (0, 3), "middle": (4, 6), "end": (7, 9), "first half": (0, 4), "second half": (5, 9)}


def edged(span: Span, edge: str) -> Span:
    """The end, middle or beginning of a span of months or of a year, as near as the guide's dates go: the month.

    Of a year only the middle has a month (June); its beginning and end are no nearer than the year.
    """
    if edge in ("", "within") or span.grain in ("month", "day", "years"):
        return span
    if span.grain == "year":
        return ts.month(span.start[0], 6) if edge == "middle" else span
    if edge == "middle":
        at = ts.carry(span.start[0], span.start[1] + (ts.months(span) - 1) // 2)
    else:
        at = span.start if edge == "begin" else span.end
    return Span(at, at, "month")
