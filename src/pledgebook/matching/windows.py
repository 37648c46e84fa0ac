"""Days that a claim covers, and how far two such stretches lie apart."""

from __future__ import annotations

from typing import NamedTuple

from pledgebook.model import Period, first_day, last_day

YEAR = 365


class Window(NamedTuple):
    """Days from `first` to `last`, both inclusive, as proleptic ordinals."""

    first: int
    last: int

    @property
    def days(self) -> int:
        """How many days it covers."""
        return self.last - self.first + 1

    def gap(self, other: Window) -> int:
        """Days between the two, 0 where they touch or overlap."""
        return max(0, self.first - other.last, other.first - self.last)


def window(start: str | None, end: str | None = None) -> Window | None:
    """The window from one or two ISO dates; nothing where both are missing. A lone date is its own end."""
    if not start and not end:
        return None
    period = Period(str(start or end), str(end or start))
    first, last = first_day(period.start).toordinal(), last_day(period.end).toordinal()
    return Window(min(first, last), max(first, last))


def day(iso: str) -> int:
    """The last day of an ISO date as an ordinal; 0 where there is none."""
    return last_day(iso).toordinal() if iso else 0
