"""The path of a promised number: what each side has counted so far, the pace needed and the pace so far.

Every side that counts has a track of its own; tracks are never averaged. A growth is a yearly one, compounded. The
projection is a random walk with drift of the logarithm (the mean of the yearly growths goes on), with the interval in
which four of five outcomes would lie; it needs at least three growths.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import mean, stdev

from pledgebook.judging.known import Known
from pledgebook.judging.money import is_money
from pledgebook.judging.promises import Stated
from pledgebook.judging.quantity import alike, indicators, value_of
from pledgebook.judging.rules import Case, paid_share
from pledgebook.judging.spans import span
from pledgebook.judging.stating import states_promise
from pledgebook.judging.sums import is_part_year, target_span
from pledgebook.judging.view import View
from pledgebook.judging.words import table
from pledgebook.model import Promise, last_day

_YEAR = 365.25
_FOUR_OF_FIVE = 1.2816
_GROWTHS = 3
_FRESH = 366


@dataclass(frozen=True, slots=True)
class Point:
    """One count: the last day of its time, the value, the claim."""

    day: date
    value: float
    claim: str


@dataclass(frozen=True, slots=True)
class Track:
    """What one side counts towards an aim.

    `points` are oldest first, one for each period, the newest word on it. `base` is the last point before the first
    aim for this quantity was set, else the first point. `needed` and `pace` are yearly growths (0.12 is 12 percent),
    from the newest point to the aim and from the base to the newest point; nothing where they cannot be told.
    `projected` is low, middle and high at the aim's day.
    """

    side: str
    points: tuple[Point, ...]
    base: Point | None
    needed: float | None
    pace: float | None
    word: str
    projected: tuple[float, float, float] | None = None


def _years(first: date, last: date) -> float:
    return (last - first).days / _YEAR


def growth(old: float, new: float, years: float) -> float | None:
    """The yearly growth from one value to another; nothing for values or times that have none."""
    return (new / old) ** (1 / years) - 1 if old > 0 and new > 0 and years > 0 else None


def _points(stated: Stated, known: Known) -> dict[str, dict[date, tuple[View, float]]]:
    """The counts of the quantity, by side and last day; of several claims on one day the newest."""
    lead = stated.view
    found: dict[str, dict[date, tuple[View, float]]] = {}
    for view in known.figures_near(lead, indicators(lead)):
        within = span(view.get("start"), view.get("end"))
        if view.get("status") != "actual" or not alike(lead, view, known):
            continue
        if within is not None and is_part_year(view, within):
            continue
        day = within.last if within is not None else view.seen
        found.setdefault(known.side(view), {})[day] = (view, value_of(view))
    return found


def tracks(stated: Stated, known: Known) -> tuple[Track, ...]:
    """The tracks of all sides towards a promised number, by the name of the side."""
    sides, since = _points(stated, known), _first_aim(stated, known)
    out = []
    for side in sorted(sides):
        points = tuple(Point(day, value, view.id) for day, (view, value) in sorted(sides[side].items()))
        out.append(_track(side, points, stated.promise, since, known.on))
    return tuple(out)


def _first_aim(stated: Stated, known: Known) -> date:
    """The day on which the first aim for the quantity was published."""
    kin = known.figures_near(stated.view, indicators(stated.view))
    return min(v.seen for v in kin if states_promise(v) and alike(stated.view, v, known))


def _track(side: str, points: tuple[Point, ...], promise: Promise, since: date, on: date) -> Track:
    before = [p for p in points if p.day <= since]
    base = before[-1] if before else points[0]
    now = points[-1]
    ahead = promise.due and last_day(promise.due) >= on
    aim, due = promise.aim or 0.0, last_day(promise.due) if ahead else None
    needed = growth(now.value, aim, _years(now.day, due)) if due else None
    pace = growth(base.value, now.value, _years(base.day, now.day))
    projected = project(points, due) if due else None
    return Track(side, points, base, needed, pace, _word(promise, base, now, needed, pace), projected)


def _word(promise: Promise, base: Point, now: Point, needed: float | None, pace: float | None) -> str:
    """Met, on path, behind or out of reach; "" where there is no pace to tell by."""
    aim = promise.aim or 0.0
    if (now.value <= aim) if promise.bound == "at_most" else (now.value >= aim):
        return "met"
    if needed is None or pace is None:
        return ""
    ahead = pace <= needed if promise.bound == "at_most" else pace >= needed
    if ahead:
        return "on path"
    gap = abs(needed - pace) * 100
    return "out of reach" if gap > table("terms")["figure"]["out_of_reach"] else "behind"


def project(points: Sequence[Point], due: date) -> tuple[float, float, float] | None:
    """Low, middle and high value on a day, if the yearly growths so far go on; nothing from too few."""
    pairs = [(a, b) for a, b in pairwise(points) if a.value > 0 and b.value > 0]
    steps = [(math.log(b.value / a.value) / years, years) for a, b in pairs if (years := _years(a.day, b.day)) > 0]
    ahead = _years(points[-1].day, due)
    if len(steps) < _GROWTHS or ahead <= 0:
        return None
    rates = [rate for rate, _ in steps]
    drift, spread = mean(rates), stdev(rates)
    width = _FOUR_OF_FIVE * spread * math.sqrt(ahead * (1 + ahead / len(rates)))
    middle = math.log(points[-1].value) + drift * ahead
    return math.exp(middle - width), math.exp(middle), math.exp(middle + width)


def path_of(stated: Stated, case: Case, known: Known) -> str:
    """How a number stands against its aim, each side apart; "" for what is no number."""
    if stated.view.kind != "figure" or not stated.promise.aim:
        return ""
    if is_money(stated.view):
        return f"{share:.0%} paid" if (share := paid_share(case)) else ""
    if (within := _within(stated, case)) is not None:
        return within
    if stated.view.get("indicator") in table("terms")["figure"]["pieces"]:
        return ""
    found = tracks(stated, known)
    newest = max((t.points[-1].day for t in found), default=date.min)
    return "; ".join(_told(t, stated.promise) for t in found if (newest - t.points[-1].day).days <= _FRESH)


def _within(stated: Stated, case: Case) -> str | None:
    """Of an aim for a stretch of time: the share reached, against the share of the time that has passed."""
    whole = target_span(stated.promise)
    final = [e for e in case.of("fulfils", "denies", "partly_fulfils") if e.rule in ("reached", "short", "in_part")]
    if final and any(e.share for e in final):
        told = [f"{'met' if e.relation == 'fulfils' else 'missed'}: {e.share:.0%}" for e in final if e.share]
        return "; ".join(dict.fromkeys(told))
    counted = [e for e in case.of("partly_fulfils") if e.rule == "so_far" and e.share and e.at]
    inside = [e for e in counted if whole is not None and whole.first <= last_day(e.at) <= whole.last]
    if whole is None or not inside:
        return None
    newest = max(inside, key=lambda e: (e.at, e.seen))
    share, passed = newest.share or 0.0, (last_day(newest.at) - whole.first).days + 1
    time = passed / ((whole.last - whole.first).days + 1)
    return f"{'on path' if share >= time else 'behind'}: {share:.0%} reached in {time:.0%} of the time"


def _told(track: Track, promise: Promise) -> str:
    """One track in words."""
    now = track.points[-1]
    share = "" if promise.bound == "at_most" or not promise.aim else f" ({now.value / promise.aim:.0%})"
    told = f"{now.value:.12g} of {promise.aim:.12g} {promise.unit} on {now.day}{share}"
    paces = [f"{what} {value:.1%} a year" for what, value in (("needs", track.needed), ("so far", track.pace)) if value]
    word = f"{track.word}: " if track.word else ""
    return f"{word}{', '.join([told, *paces])} [{track.side}]"
