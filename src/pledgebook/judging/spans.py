"""The stretch of time that a figure covers, and how two of them lie to each other."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from pledgebook.model import first_day, last_day

_YEAR = 365
_WHOLE = 0.95


class Span(NamedTuple):
    """From `first` to `last`, both inclusive. `split` says that it is a year told by two: a season or a fiscal year."""

    first: date
    last: date
    split: bool = False

    @property
    def days(self) -> int:
        """How many days it is meant to cover."""
        return _YEAR if self.split else (self.last - self.first).days + 1

    @property
    def instant(self) -> bool:
        """Whether it is a single day."""
        return self.first == self.last

    def holds(self, other: Span) -> bool:
        """Whether another lies within it."""
        return self.first <= other.first and other.last <= self.last

    def same(self, other: Span) -> bool:
        """Whether two are one stretch: the same days, or a year told by its months and by two years."""
        if self.split != other.split:
            wide, narrow = (self, other) if self.split else (other, self)
            starts = wide.first.year == narrow.first.year and wide.last.year == narrow.last.year
            return starts and narrow.days >= _WHOLE * _YEAR
        return self.first == other.first and self.last == other.last


def span(start: str, end: str) -> Span | None:
    """The span of two ISO dates; of one where the other is ""; nothing where both are."""
    if not start and not end:
        return None
    if not start:
        return Span(last_day(end), last_day(end))
    end = end or start
    split = len(start) == len(end) == 4 and int(end) == int(start) + 1
    first, last = first_day(start), last_day(end)
    return Span(first, max(first, last), split)


def same_stretch(a: tuple[str, str], b: tuple[str, str]) -> bool:
    """Whether two pairs of ISO dates, start and end, are one stretch of time."""
    left, right = span(*a), span(*b)
    return left is not None and right is not None and left.same(right)
