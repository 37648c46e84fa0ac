"""ISO dates of any precision (`2022`, `2022-06`, `2022-06-21`) and the days that they cover."""

from __future__ import annotations

import calendar
from datetime import date
from typing import NamedTuple


class Period(NamedTuple):
    """From `start` to `end`, both inclusive, each an ISO date at the text's own precision."""

    start: str
    end: str


def first_day(iso: str) -> date:
    """The first day that an ISO date of any precision covers."""
    parts = [int(p) for p in iso.split("-")]
    return date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1)


def last_day(iso: str) -> date:
    """The last day that an ISO date of any precision covers."""
    parts = [int(p) for p in iso.split("-")]
    month = parts[1] if len(parts) > 1 else 12
    day = parts[2] if len(parts) > 2 else calendar.monthrange(parts[0], month)[1]
    return date(parts[0], month, day)
