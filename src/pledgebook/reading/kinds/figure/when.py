"""When a figure holds: which time of its sentence is its own, or which is carried over, and which ends it fills."""

from __future__ import annotations

from typing import NamedTuple

from pledgebook.model import Mention, first_day
from pledgebook.reading import ranking
from pledgebook.reading.kinds.figure.line import Line

_IGNORED = frozenset({"vague", "recurring", "present"})
_GROUPS = {
    **dict.fromkeys(("trade_turnover", "exports", "imports", "trade_balance"), "trade"),
    **dict.fromkeys(("freight", "passengers", "tourists", "production", "consumption"), "flow"),
    **dict.fromkeys(("capacity", "distance", "area", "value", "price", "duration", "jobs"), "size"),
    **dict.fromkeys(("finance", "investment"), "money"),
    **dict.fromkeys(("instruments", "meetings", "projects", "flights"), "event"),
}


class When(NamedTuple):
    """Start and end as they go into the fact (ISO, "" where open), and the time mention or None."""

    start: str
    end: str
    mention: Mention | None
    carried: bool = False


NOWHEN = When("", "", None)


class Left(NamedTuple):
    """Times that the text before leaves in force: of the paragraph, the one before, the heading, the document."""

    paragraph: When | None = None
    earlier: When | None = None
    heading: When | None = None
    document: When | None = None


def when(line: Line, quantity: Mention, indicator: str, status: str, older: bool, left: Left) -> When:
    """The time of a quantity; `older` marks the second value of a comparison, `left` is what the text before left."""
    group = _GROUPS.get(indicator, indicator)
    values = [NOWHEN]
    features = [[f"none|{group}", f"none|{status}", "none", f"none|{group}|{status}"]]
    own = any(m.start or m.end for m in line.times)
    for source, held in zip(Left._fields, left, strict=True):
        if held is not None:
            values.append(held._replace(carried=True))
            names = [f"{source}|{group}", f"{source}|{status}", source, f"{source}|own={own}"]
            features.append([*names, f"{source}|older={older}", f"{source}|{quantity.type}"])
    for m in line.times:
        if m.sense in _IGNORED or not (m.start or m.end):
            continue
        names = _features(line, quantity, m, older)
        names += [f"{group}|{m.sense}", f"{group}|own", f"{status}|own", f"{group}|{m.grain}"]
        for start, end, lay in _lays(m):
            values.append(When(start, end, m))
            features.append([*names, f"{lay}|{m.sense}", f"{lay}|{group}|{status}", f"{lay}|{m.qualifier}"])
    return ranking.best("when", quantity.begin, values, features)[0]


def _lays(m: Mention) -> list[tuple[str, str, str]]:
    """The ways in which a time fills start and end."""
    start, end = m.start, m.end or m.start
    out = [("", end, "end")]
    if start:
        out.append((start, end, "both"))
        out.append((start, "", "start"))
    return out


def _features(line: Line, quantity: Mention, time: Mention, older: bool) -> list[str]:
    """How a time stands to a quantity."""
    ahead = time.first < quantity.first
    lo, hi = (time.last, quantity.first) if ahead else (quantity.last, time.first)
    side = "ahead" if ahead else "behind"
    between = [q for q in line.quantities if lo <= q.first < hi]
    out = [
        f"{side}|gap={ranking.bucket(max(hi - lo, 0), 0, 1, 2, 4, 7, 11, 16, 24)}",
        f"{side}|bounds={ranking.bucket(line.between(time.first, quantity.first), 0, 1, 2)}",
        f"{side}|others={ranking.bucket(len(between), 0, 1, 2)}",
        f"sense={time.sense}|older={older}", f"qual={time.qualifier}|{side}", f"sense={time.sense}|{side}",
    ]  # fmt: skip
    inside = "(" in line.page.low[lo:hi] or ")" in line.page.low[lo:hi]
    if inside:
        out.append(f"across_bracket|{side}")
    times = [t for t in line.times if t is not time and lo <= t.first < hi and (t.start or t.end)]
    if times:
        out.append(f"not_nearest|{side}")
    published = line.page.document.published
    if published and time.start and first_day(time.start) > first_day(published):
        out.append("future")
    if len([t for t in line.times if t.start or t.end]) == 1:
        out.append("only_time")
    if len(line.quantities) == 1:
        out.append(f"only_quantity|{side}")
    return out
