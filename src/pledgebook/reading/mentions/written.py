"""When a document was written: as it says itself in its head, or inferred from the events it tells and foretells."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from pledgebook.reading.mentions.time import span as ts
from pledgebook.reading.mentions.time.clock import Around, Clock, clock
from pledgebook.reading.mentions.time.expressions import Expression
from pledgebook.reading.mentions.time.resolve import resolve
from pledgebook.reading.mentions.time.span import Moment, Span
from pledgebook.reading.mentions.time.survey import Survey, survey
from pledgebook.reading.mentions.time.tense import FUTURE, PAST, cues, tense
from pledgebook.reading.text import Page
from pledgebook.reading.text.page import Sentence

_HEAD = 14  # sentences at the head of a page among which its date line stands
_FOOT = 6  # sentences at its foot
_SHORT = 16  # words of a line that is a date line
_BARE = 6  # words of a line that is a month and no more
_PLACE = 8  # words before the date of a dateline
_OWN_WITHIN = 60  # days from a document's own date to its publication
_PAST_LEADS = frozenset({"", "in", "on", "since", "asof"})
_A_YEAR = 366
_LINE_LEADS = frozenset({"", "on", "of"})


class Written(NamedTuple):
    """Between which ISO dates a document was written ("" for unknown); `inferred` if neither told nor in its head."""

    start: str
    end: str
    inferred: bool


def written(page: Page) -> Written:
    """When a page was written: its document's date, else its date line, else what its events allow."""
    return written_in(survey(page))


def written_in(found: Survey) -> Written:
    """When the page of a survey was written."""
    published = found.scene.page.document.published
    if published:
        return Written(published, published, False)
    for lines in (_date_lines(found), _foot_lines(found)):
        if span := next(lines, None):
            return Written(ts.iso(span.start), ts.iso(span.end), False)
    return _inferred(found)


def own_day(found: Survey, published: Moment) -> Moment:
    """The day that a document gives itself in its head, where it was published soon after; else ()."""
    if len(published) < 3:
        return ()
    last = ts.last_date(published)
    days = [span.end for span in _date_lines(found) if span.start == span.end and len(span.end) == 3]
    near = [day for day in days if 0 <= (last - ts.last_date(day)).days <= _OWN_WITHIN]
    return min(near, default=())


def _date_lines(found: Survey) -> Iterator[Span]:
    """The full dates of the head that stand in a line of their own or open a news text after its place."""
    for sentence, x in _lines(found):
        yield from _full(sentence, x)


def _lines(found: Survey) -> Iterator[tuple[Sentence, Expression]]:
    """The dates of the date lines of the head, with or without a year."""
    for sentence, here in found.found:
        if sentence.index >= _HEAD:
            return
        for x in here:
            led = x.form in ("days", "months") and found.scene.lead(x.first).kind in _LINE_LEADS
            if led and _is_line(found, sentence, x):
                yield sentence, x


def _foot_lines(found: Survey) -> Iterator[Span]:
    """The full dates of the foot: "Done at Rome on 3 May 2024"."""
    page = found.scene.page
    for sentence, here in reversed(found.found):
        if sentence.index < len(page.sentences) - _FOOT:
            return
        if any(tag.role == "time.done" for tag in found.scene.tags_in(sentence.first, sentence.first + 2)):
            for x in here:
                yield from _full(sentence, x)


def _full(sentence: Sentence, x: Expression) -> Iterator[Span]:
    """The span of a day or month whose year is written."""
    if x.form in ("days", "months") and x.years and x.years[0].isdecimal():
        span = resolve(x, Around(sentence.index, x.first, "", ""), Clock(None))
        if span is not None:
            yield span


def _is_line(found: Survey, sentence: Sentence, x: Expression) -> bool:
    page, size = found.scene.page, sentence.last - sentence.first
    if x.form == "months":
        return len(x.numbers) == 1 and size <= _BARE
    if size <= _SHORT and not cues(found.scene, sentence).places:
        return True
    opening = range(sentence.first, x.first)
    return len(opening) <= _PLACE and all(page.capital[i] or not page.low[i].isalpha() for i in opening)


class _Event(NamedTuple):
    expression: Expression
    around: Around


def _inferred(found: Survey) -> Written:
    """After the newest event told as past and before the earliest told as to come, as far as they agree.

    Dates without a year count where it is clear which year they mean: the next after an event known to the month, or
    the only ones within the interval.
    """
    events = list(_events(found))
    past = sorted((ts.first_date(span.start), len(span.start)) for span in _spans(events, PAST, Clock(None)))
    to_come = sorted(ts.last_date(span.end) for span in _spans(events, FUTURE, Clock(None)))
    if not past:
        return Written("", "", True)
    days = [day for day, _ in past]
    low, parts = min(
        past, key=lambda e: (len(days) - bisect_right(days, e[0]) + bisect_left(to_come, e[0]), -e[0].toordinal())
    )
    high = next(iter(to_come[bisect_left(to_come, low) :]), date(low.year + 1, 12, 31))
    if parts > 1 or (high - low).days <= _A_YEAR:
        low, high = _narrowed(events, low, high)
    for day in _bare_lines(found, low, high):
        low = high = day
    return Written(low.isoformat(), high.isoformat(), True)


def _narrowed(events: list[_Event], low: date, high: date) -> tuple[date, date]:
    """The interval between two days, narrowed by the events without a year."""
    near = clock(low.isoformat())
    for span in _spans(events, FUTURE, near, bare=True):
        if ts.first_date(span.start) >= low:
            high = min(high, ts.last_date(span.end))
    for span in _spans(events, PAST, near, bare=True):
        if low < ts.first_date(span.start) <= high:
            low = ts.first_date(span.start)
    return low, high


def _bare_lines(found: Survey, low: date, high: date) -> Iterator[date]:
    """The day of a date line without a year, where only one lies between two days."""
    for _, x in _lines(found):
        if x.form == "days" and not x.years and len(x.days) == 1:
            m, d = x.numbers[0], x.days[0]
            days = [date(y, m, d) for y in range(low.year, high.year + 1) if d <= ts.length(y, m)]
            inside = [day for day in days if low <= day <= high]
            if len(inside) == 1:
                yield inside[0]
            return


def _events(found: Survey) -> Iterator[_Event]:
    """Days, months, quarters and years, each with its tense."""
    for sentence, here in found.found:
        told = None
        for x in here:
            if x.form not in ("days", "months", "part", "year"):
                continue
            told = told or cues(found.scene, sentence)
            lead = found.scene.lead(x.first)
            when = tense(told, lead.begin, x.last)
            if when != PAST or lead.kind in _PAST_LEADS:
                yield _Event(x, Around(sentence.index, x.first, lead.kind, when))


def _spans(events: list[_Event], wanted: str, at: Clock, bare: bool = False) -> Iterator[Span]:
    """The spans of the events of a tense: of those whose year is written, or of the bare ones next after a clock."""
    for x, around in events:
        firm = bool(x.years) and x.years[0].isdecimal()
        if around.tense != wanted or firm == bare or (x.years and not firm):
            continue
        if span := resolve(x, around._replace(tense=FUTURE) if bare else around, at):
            yield span
