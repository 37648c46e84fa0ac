"""When a figure holds: which time expression of the sentence is its own, or which is carried from the one before."""

from __future__ import annotations

from typing import NamedTuple

from pledgebook.model import Mention
from pledgebook.reading.kinds.figure.line import Line

_IGNORED = frozenset({"vague", "recurring", "present"})


class When(NamedTuple):
    """Start and end (ISO, "" where open), the mention, and whether it was carried from a sentence before."""

    start: str
    end: str
    mention: Mention | None
    carried: bool = False


def when(line: Line, quantity: Mention, older: bool) -> When | None:
    """The time of a quantity in its own sentence, or None; `older` marks the second value of a comparison."""
    found = [m for m in line.times if m.sense not in _IGNORED and (m.start or m.end)]
    if not found:
        return None
    best = max(found, key=lambda m: (_closeness(line, quantity, m, older), -m.first))
    if _closeness(line, quantity, best, older) < -8:
        return None
    return When(best.start, best.end, best)


def _closeness(line: Line, quantity: Mention, time: Mention, older: bool) -> float:
    """How likely a time belongs to a quantity: near, in the same clause, no other number between."""
    ahead = time.first < quantity.first
    lo, hi = (time.last, quantity.first) if ahead else (quantity.last, time.first)
    score = -0.3 * (hi - lo) - 2.0 * line.between(time.first, quantity.first)
    score -= 1.5 * sum(1 for q in line.quantities if lo <= q.first < hi)
    if not ahead:
        score += 1.0
    if time.sense == "compare":
        score += 4.0 if older else -6.0
    return score
