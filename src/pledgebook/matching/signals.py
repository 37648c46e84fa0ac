"""What a pair of claims says for and against being one thing: each signal gives a level from 0 (apart) to 3 (equal)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from pledgebook.matching.features import Seen, Title
from pledgebook.matching.names import same_name
from pledgebook.matching.tables import rows
from pledgebook.matching.windows import YEAR
from pledgebook.matching.words import shared, tokens, without

APART, SILENT, ALIKE, EQUAL = 0, 1, 2, 3


@cache
def _families() -> dict[tuple[str, str], frozenset[int]]:
    found: dict[tuple[str, str], set[int]] = {}
    for number, (kind, forms) in enumerate(rows("families")):
        for form in forms.split():
            found.setdefault((kind, form), set()).add(number)
    return {k: frozenset(v) for k, v in found.items()}


def form(a: Seen, b: Seen) -> int:
    """Form or type: the same, of one family, or not."""
    if not a.form or not b.form:
        return SILENT
    if a.form == b.form:
        return EQUAL
    families = _families()
    return ALIKE if families.get((a.kind, a.form), frozenset()) & families.get((b.kind, b.form), frozenset()) else APART


def _compare(left: frozenset[str], right: frozenset[str]) -> int:
    if not left or not right:
        return SILENT
    hits = shared(sorted(left), sorted(right))
    if hits == len(left) == len(right):
        return EQUAL
    if hits / min(len(left), len(right)) >= 0.6:
        return ALIKE
    return SILENT if hits * 3 >= len(left) + len(right) - hits else APART


def _own(a: Seen, b: Seen) -> tuple[frozenset[str], frozenset[str]]:
    """The words of both names without the places and bodies of either: those have signals of their own."""
    taken = {*a.places, *b.places, *(t for s in (a, b) for name in s.bodies for t in tokens(name))}
    return without(a.words, taken), without(b.words, taken)


def name(a: Seen, b: Seen) -> int:
    """The words that tell the names apart from others of their kind."""
    if a.kind == "project":
        return _compare(*_own(a, b))
    return _compare(a.words, b.words)


def named(a: Seen, b: Seen) -> int:
    """Whether one of the names of one is, as it stands, one of the other's, and is a name of its own."""
    left, right = ({t.text: t for t in s.titles} for s in (a, b))
    both = sorted(left.keys() & right.keys())
    return EQUAL if any(_proper(left[t], a, b) for t in both) else SILENT


def _proper(one: Title, a: Seen, b: Seen) -> bool:
    return bool(without(one.words, a.places | b.places))


def sort(a: Seen, b: Seen) -> int:
    """The sort of thing: two schools, or a school and a kindergarten."""
    if not a.sort or not b.sort:
        return SILENT
    return EQUAL if a.sort == b.sort else APART


def _site(one: Seen) -> frozenset[str]:
    """Places without those that are a party's name: a plant's own site is no town."""
    return without(one.places, (t for body in one.bodies for t in tokens(body)))


def place(a: Seen, b: Seen) -> int:
    """Where: the same names, those of one among the other's, or others."""
    left, right = _site(a), _site(b)
    if not left or not right:
        some, words = (left or right), (b.words if left else a.words)
        return ALIKE if some and shared(sorted(some), sorted(words)) else SILENT
    hits = shared(sorted(left), sorted(right))
    if hits == len(left) == len(right):
        return EQUAL
    return ALIKE if hits == min(len(left), len(right)) else APART


def country(a: Seen, b: Seen) -> int:
    """The state in which it is."""
    if not a.country or not b.country:
        return SILENT
    return EQUAL if a.country == b.country else APART


def who(a: Seen, b: Seen) -> int:
    """States and bodies: all of the shorter list met in the other, some, none, or nothing to compare."""
    states = a.states & b.states
    if not a.bodies or not b.bodies:
        if not a.states or not b.states:
            return SILENT
        smaller = min(len(a.states), len(b.states))
        return EQUAL if len(states) == smaller and not (a.bodies or b.bodies) else ALIKE if states else APART
    few, many = sorted((a.bodies, b.bodies), key=lambda n: (len(n), n))
    hits = sum(any(same_name(x, y) for y in many) for x in few)
    if hits == len(few):
        return EQUAL
    return ALIKE if hits or (states and (a.kind == "meeting")) else APART


def numbers(a: Seen, b: Seen) -> int:
    """Numbers that belong to the name."""
    left, right = dict(a.numbers), dict(b.numbers)
    both = left.keys() & right.keys()
    if not both:
        return SILENT
    return EQUAL if all(left[k] == right[k] for k in both) else APART


def ordinal(a: Seen, b: Seen) -> int:
    """The number of the meeting in its row."""
    if not a.ordinal or not b.ordinal:
        return SILENT
    return EQUAL if a.ordinal == b.ordinal else APART


def document(a: Seen, b: Seen) -> int:
    """One document tells one thing once: two claims of it are two things."""
    return APART if a.claim.document == b.claim.document else SILENT


def states(a: Seen, b: Seen) -> int:
    """The states that either names."""
    return ALIKE if a.states & b.states else SILENT if not a.states or not b.states else APART


_NEAR, _MOVABLE = 3, {"meeting": 400, "instrument": 3 * YEAR, "movement": 500}


def time(a: Seen, b: Seen) -> int:
    """When: the same days, days that can be the same, a plan that moved, or another time."""
    if a.when is None or b.when is None:
        return SILENT
    gap = a.when.gap(b.when)
    if gap <= _NEAR:
        return EQUAL if max(a.when.days, b.when.days) < 32 else ALIKE
    if (a.done and b.done) or a.kind not in _MOVABLE:
        return APART if a.kind != "pledge" else SILENT
    early, late = (a, b) if a.published <= b.published else (b, a)
    plan, other = (late, early) if early.done else (early, late)
    if other.done and other.when is not None and other.when.last < plan.published:
        return APART  # it had been held before the plan was told
    return SILENT if gap <= _MOVABLE[a.kind] else APART


def _end(value: object) -> tuple[frozenset[str], str]:
    if not isinstance(value, Mapping):
        return frozenset(), ""
    return frozenset(tokens(str(value.get("place", "")))) - {"port"}, str(value.get("country", ""))


def _same_end(left: object, right: object) -> int:
    (places_a, country_a), (places_b, country_b) = _end(left), _end(right)
    if places_a and places_b:
        return EQUAL if shared(sorted(places_a), sorted(places_b)) else APART
    if country_a and country_b:
        return ALIKE if country_a == country_b else APART
    return SILENT


def ends(a: Seen, b: Seen) -> int:
    """Origin and destination, either way round for a service that runs both ways."""
    way = [(a.claim.get("origin"), b.claim.get("origin")), (a.claim.get("destination"), b.claim.get("destination"))]
    back = [(a.claim.get("origin"), b.claim.get("destination")), (a.claim.get("destination"), b.claim.get("origin"))]
    return max(_both([_same_end(*p) for p in way]), min(ALIKE, _both([_same_end(*p) for p in back])))


def _both(levels: list[int]) -> int:
    if APART in levels:
        return APART
    if min(levels) >= ALIKE:
        return EQUAL
    return ALIKE if max(levels) >= ALIKE else SILENT


def via(a: Seen, b: Seen) -> int:
    """The places passed: some in common, or others."""
    left, right = (frozenset(t for v in s.claim.get("via") or () for t in tokens(v)) for s in (a, b))
    if not left or not right:
        return SILENT
    return ALIKE if shared(sorted(left), sorted(right)) else APART


def modes(a: Seen, b: Seen) -> int:
    """The means of transport."""
    left, right = frozenset(a.claim.get("modes") or ()), frozenset(b.claim.get("modes") or ())
    if not left or not right:
        return SILENT
    return EQUAL if left == right else ALIKE if left & right else APART


def cargo(a: Seen, b: Seen) -> int:
    """What is carried; nothing is said against a cargo by another that is only more exact."""
    left, right = (frozenset(tokens(str(s.claim.get("cargo") or ""))) for s in (a, b))
    return _compare(left, right) or SILENT


def edition(a: Seen, b: Seen) -> int:
    """A new or revised thing against the one before it."""
    marks = {"revised", "amended", "updated", "supplementary", "additional", "new"}
    left, right = (any(w in marks for t in s.titles for w in t.text.split()) for s in (a, b))
    return ALIKE if left == right else SILENT


SIGNALS: dict[str, Callable[[Seen, Seen], int]] = {
    signal.__name__: signal
    for signal in (
        *(form, name, named, sort, place, country, who, numbers, ordinal, document, states, time),
        *(ends, via, modes, cargo, edition),
    )
}
