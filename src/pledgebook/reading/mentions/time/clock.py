"""What is known of time while a text is read: the day of writing, and what the text has told so far.

Invariant: a `Clock` is a function of the document's date and of the expressions resolved so far, in order of place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import NamedTuple

from pledgebook.reading.mentions.time import span as ts
from pledgebook.reading.mentions.time.span import Moment, Span
from pledgebook.reading.mentions.time.tense import AHEAD, FUTURE, PAST, RATHER_PAST, UNKNOWN


class Told(NamedTuple):
    """A span that the text has named: where, whether its year stood in the text, and whether it is one of comparison.

    `present` marks the time of writing itself ("now"), on which only a comparison may lean.
    """

    sentence: int
    token: int
    span: Span
    firm: bool
    compared: bool = False
    present: bool = False


class Around(NamedTuple):
    """What surrounds an expression: its sentence and token, the phrase that governs it, the tense of the clause.

    `begin` is the token at which the phrase that governs it begins, its own first where there is none.

    `listed`: no verb stands by, as in a caption or an entry of a list. `inset`: it explains the date before it, in
    brackets or behind a dash or colon. `own`: it counts from the beginning of a thing ("its first three months").
    `attributive`: it names a thing spoken of ("the June visit"). `joined`: the year of the date that follows in the
    same enumeration ("3 May and 12 June 2023"), 0 where there is none.
    """

    sentence: int
    token: int
    lead: str
    tense: str
    listed: bool = False
    inset: bool = False
    own: bool = False
    attributive: bool = False
    joined: int = 0
    begin: int = 0


@dataclass(slots=True)
class Clock:
    """`published` is the span in which the document was written, `None` where nothing is known of it.

    `own` is the day that the document gives itself, from which its terms run; `fiscal` the month in which the financial
    years of the text begin, 0 where it does not say; `split` whether they run over two calendar years; `heading` the
    year of the section.
    """

    published: Span | None
    own: Moment = ()
    fiscal: int = 0
    split: bool = False
    heading: int = 0
    told: list[Told] = field(default_factory=list)

    def now(self) -> Span:
        """The span of writing. Raises `ValueError` where it is not known."""
        if self.published is None:
            raise ValueError("nothing is known of the day of writing")
        return self.published

    def moment(self, parts: int) -> Moment:
        """The moment of writing as closely as it is known, at least to the year (1), month (2) or day (3).

        Raises `ValueError` where it is not known so closely.
        """
        start, end = self.now().start, self.now().end
        known = next((k for k, (a, b) in enumerate(zip(start, end, strict=False)) if a != b), len(end))
        if known < parts:
            raise ValueError("the day of writing is not known so closely")
        return end[:known]

    def year(self) -> int:
        """The year of writing, 0 where it is not known."""
        return self.published.end[0] if self.published else 0

    def day(self) -> date:
        """The day of writing. Raises `ValueError` where it is not known to the day."""
        return ts.last_date(self.moment(3))

    def before(self, sentence: int, back: int = 2, pick: Callable[[Told], bool] = lambda _: True) -> Told | None:
        """The newest span told, at most `back` sentences before; none of comparison and not the time of writing."""
        for told in self._newest():
            if told.sentence < sentence - back:
                return None
            if not told.compared and not told.present and pick(told):
                return told
        return None

    def main(self, around: Around, pick: Callable[[Told], bool], back: int = 3) -> Told | None:
        """The span that a comparison leans on: the nearest before it in its sentence, else after, else further back."""
        here = [t for t in self._newest() if t.sentence == around.sentence and not t.compared and pick(t)]
        before = next((t for t in here if t.token < around.token), None)
        if before or here:
            return before or here[-1]
        return self.before(around.sentence, back, pick)

    def _newest(self) -> Iterator[Told]:
        """What was told last, the newest first, as far back as a reader keeps it in mind."""
        return islice(reversed(self.told), _IN_MIND)

    def note_heading(self, sentence: int) -> None:
        """Keep the year that a heading names, if it is one, for what stands under it."""
        years = {t.span.end[0] for t in self._newest() if t.sentence == sentence and t.span.grain == "year"}
        if len(years) == 1:
            self.heading = years.pop()


_IN_MIND = 60


def clock(published: str, until: str = "") -> Clock:
    """The clock of a document written on an ISO date of any precision, or between two; "" where it is not known."""
    if not published:
        return Clock(None)
    return Clock(Span(ts.moment(published), ts.moment(until or published), ""))


def open_year(span: Callable[[int], Span], around: Around, clock: Clock) -> int:
    """The year of what is named without one; `span` gives, for a year, the span it would then be.

    Raises `ValueError` where nothing tells it.
    """
    if around.joined:
        return around.joined
    if around.attributive:
        m = span(2000).start[1]
        spoken = clock.before(around.sentence, 1000, lambda t: t.span.start[1:2] <= (m,) <= t.span.end[1:2])
        if spoken:
            return spoken.span.end[0]
    if around.inset:
        told = clock.before(around.sentence, 0, lambda t: t.token < around.token)
        if told and told.span.grain in ("year", "years"):
            for y in (told.span.start[0], told.span.end[0]):
                if ts.covers(told.span, span(y)):
                    return y
    told = clock.before(around.sentence, 0, lambda t: t.firm and len(t.span.end) > 1 and t.token < around.token)
    if told and (around.tense not in (FUTURE, AHEAD) or not _is_past(told.span, clock)):
        y = told.span.end[0]
        later = span(y).end < told.span.start
        return y + 1 if later and (around.tense in (FUTURE, AHEAD) or _is_past(span(y + 1), clock)) else y
    umbrella = _umbrella(around, clock)
    if umbrella:
        return umbrella
    if clock.published is None:
        before = clock.before(around.sentence, 1000, lambda t: t.firm)
        if before is None:
            raise ValueError("nothing tells the year")
        return before.span.end[0]
    return _nearest(span, around, clock)


def _is_past(span: Span, clock: Clock) -> bool:
    return clock.published is None or ts.first_date(span.end) <= ts.last_date(clock.published.end)


def _umbrella(around: Around, clock: Clock) -> int:
    """The year over a list or a section, for an entry that has no verb."""
    if not around.listed or around.tense in (FUTURE, AHEAD):
        return 0
    told = clock.before(around.sentence, 2)
    if told and told.firm and told.span.grain == "year" and told.sentence < around.sentence:
        return told.span.end[0]
    return clock.heading


# How much farther a day ahead, and a day back, count than a day, by tense. Infinity rules a side out.
_WEIGHTS = {PAST: (1e9, 1.0), RATHER_PAST: (6.0, 1.0), UNKNOWN: (1.0, 1.0), AHEAD: (0.4, 1.0), FUTURE: (1.0, 1e9)}
_AHEAD_LEADS = frozenset({"by", "before", "until", "within", "from"})
_STALE = 14  # days by which a text may come out after what it still calls to come


def _nearest(span: Callable[[int], Span], around: Around, clock: Clock) -> int:
    """The year that puts a span next to the time of writing, on the side that the tense asks for."""
    tense = PAST if around.lead == "since" else around.tense
    if tense in (UNKNOWN, RATHER_PAST) and around.lead in _AHEAD_LEADS:
        tense = AHEAD
    ahead, back = _WEIGHTS[tense]
    first, last = ts.first_date(clock.now().start), ts.last_date(clock.now().end)

    def far(y: int) -> tuple[float, int]:
        candidate = span(y)
        begin, end = ts.first_date(candidate.start), ts.last_date(candidate.end)
        if tense == PAST and len(candidate.end) < 3:
            end = ts.first_date(candidate.end)  # a month that runs may be told in the past
        if tense == PAST and end > last:
            return (end - last).days * ahead, y
        if end >= first:
            return max(0, (begin - last).days) * ahead, y
        days = (first - end).days
        return days * (1.0 if days <= _STALE and len(candidate.end) == 3 else back), y

    return min((clock.year() + step for step in (-1, 0, 1)), key=far)
