"""Whether two figures are of one quantity: indicator, what is measured, between whom, unit; not yet of one period."""

from __future__ import annotations

from pledgebook.judging.known import Known, View
from pledgebook.judging.words import table
from pledgebook.matching.words import concepts, generic, keyed, state_of

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


def _specific(view: View) -> frozenset[str]:
    """What the figure measures beyond its indicator, unit and states."""
    sort = view.get("indicator")
    dull = generic("figure", f"figure.{sort}", f"figure.unit.{view.get('unit')}", "place")
    return frozenset(w for w in concepts(view.name) if w not in dull and not state_of(w) and not w.isdigit())


def _sort(view: View) -> frozenset[int]:
    """Which sorts of money the words of a figure name."""
    words = set(concepts(view.name))
    return frozenset(i for i, sort in enumerate(table("terms")["figure"]["sorts"]) if words & set(sort))


def _is_sum(view: View) -> bool:
    """Whether a figure is a sum of money."""
    unit = view.get("unit")
    return len(unit) == 3 and unit.isupper() and unit != "TEU"


def _what_meets(a: View, b: View) -> bool:
    """Whether the two can measure the same thing, by the words of `of`."""
    left, right = _specific(a), _specific(b)
    if _sort(a) and _sort(b) and not _sort(a) & _sort(b):
        return False
    if not left or not right:
        if a.get("indicator") in table("terms")["figure"]["pieces"]:
            return False
        return left == right or not (a.get("indicator") in table("terms")["figure"]["pairwise"] and _is_sum(a))
    enough = _LOOSE if a.get("indicator") in table("terms")["figure"]["pieces"] else _KNOWN
    return len(keyed(left) & keyed(right)) >= enough * min(len(left), len(right))


def alike(a: View, b: View, known: Known) -> bool:
    """Whether two figures can be of one quantity: matching put them in one series, or nothing told keeps them apart."""
    if a.get("unit") != b.get("unit") or b.get("indicator") not in indicators(a) or not _sides_meet(a, b):
        return False
    if value_of(b) > table("terms")["figure"]["comparable"] * value_of(a) > 0:
        return False
    if a.phase != b.phase and max(a.phase, b.phase) > 1:
        return same_value(a, b)
    return (
        known.same_series(a, b)
        or _what_meets(a, b)
        or (same_value(a, b) and a.get("partner") != "" and _times_meet(a, b))
    )


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
