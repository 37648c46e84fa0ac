"""Whether two figures are of one quantity: indicator, what is measured, between whom, unit; not yet of one period."""

from __future__ import annotations

from pledgebook.judging.known import Known
from pledgebook.judging.view import View
from pledgebook.judging.words import table
from pledgebook.matching.words import concepts

# The part of the words that must be shared: more where the indicator itself tells nothing.
_KNOWN, _LOOSE = 1 / 3, 0.6


def indicators(view: View) -> tuple[str, ...]:
    """The indicators under which the same quantity may be told: its own, and that of the other side's report."""
    own = view.get("indicator")
    other = table("terms")["figure"]["mirrored"].get(own)
    return (own, other) if other else (own,)


def _sides_meet(a: View, b: View) -> bool:
    """Whether reporter and partner can be the same, seen from either side."""
    left, right = (a.get("reporter"), a.get("partner")), (b.get("reporter"), b.get("partner"))
    own = a.get("indicator")
    if own in table("terms")["figure"]["pairwise"] and any(left) and any(right) and all(left) != all(right):
        return False
    if own != b.get("indicator"):
        right = (right[1], right[0])
    elif own in table("terms")["figure"]["even"]:
        return _silent_or_equal(left, right) or _silent_or_equal(left, (right[1], right[0]))
    return _silent_or_equal(left, right)


def _silent_or_equal(left: tuple[str, str], right: tuple[str, str]) -> bool:
    return all(not x or not y or x == y for x, y in zip(left, right, strict=True))


def _sort(view: View) -> frozenset[int]:
    """Which sorts of money the words of a figure name."""
    words = set(concepts(view.name))
    return frozenset(i for i, sort in enumerate(table("terms")["figure"]["sorts"]) if words & set(sort))


def _names_differ(a: View, b: View) -> bool:
    """Whether both name what they measure, and not by one name: two sorts of melons are two quantities."""
    return bool(a.named and b.named) and not a.named & b.named


def _what_meets(a: View, b: View) -> bool:
    """Whether the two can measure the same thing: no other sort of money, and enough words are shared."""
    if _sort(a) and _sort(b) and not _sort(a) & _sort(b):
        return False
    pieces = a.get("indicator") in table("terms")["figure"]["pieces"]
    if not a.measured or not b.measured:
        return a.measured == b.measured and not pieces
    enough = _LOOSE if pieces else _KNOWN
    return len(a.measured & b.measured) >= enough * min(len(a.measured), len(b.measured))


def alike(a: View, b: View, known: Known) -> bool:
    """Whether two figures can be of one quantity: matching put them in one series, or nothing told keeps them apart."""
    if a.get("unit") != b.get("unit") or b.get("indicator") not in indicators(a) or not _sides_meet(a, b):
        return False
    terms = table("terms")["figure"]
    if value_of(b) > terms["comparable"] * value_of(a) > 0:
        return False
    if a.phase != b.phase and max(a.phase, b.phase) > 1:
        return same_value(a, b)
    if known.same_series(a, b) and not (a.get("indicator") in terms["flow"] and _names_differ(a, b)):
        return True
    if _names_differ(a, b):
        return False
    return _what_meets(a, b) or (same_value(a, b) and a.get("partner") != "" and _times_meet(a, b))


def value_of(view: View) -> float:
    """The value of a figure."""
    return float(view.claim.get("value", 0))


def same_value(a: View, b: View) -> bool:
    """Whether two figures bear one value."""
    left, right = value_of(a), value_of(b)
    return abs(left - right) <= 1e-9 * max(abs(left), abs(right), 1.0)


def _times_meet(a: View, b: View) -> bool:
    """Whether the periods of two figures are written alike, or one tells none."""
    left, right = (a.get("start"), a.get("end")), (b.get("start"), b.get("end"))
    return left == right or not any(left) or not any(right)
