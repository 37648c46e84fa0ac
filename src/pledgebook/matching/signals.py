"""What a pair of claims says for and against being one thing: each signal gives a level from 0 (apart) to 3 (equal)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from pledgebook.matching.cues import contrary
from pledgebook.matching.features import Seen
from pledgebook.matching.names import same_name
from pledgebook.matching.tables import rows
from pledgebook.matching.windows import YEAR
from pledgebook.matching.words import concepts, shared, stem, tokens, without

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
    taken = _taken(a) | _taken(b)
    return without(a.words, taken), without(b.words, taken)


def _taken(one: Seen) -> frozenset[str]:
    """The words of its places, of the places passed, and of its bodies where they are not the very subject."""
    names = [*one.claim.get("via", ())] if one.kind == "movement" else []
    if one.kind in ("project", "instrument"):
        names += [n for body in one.bodies for n in body]
    return one.places | {w for n in names for w in (*tokens(n), *concepts(n))}


def name(a: Seen, b: Seen) -> int:
    """The words that tell the names apart from others of their kind."""
    return _compare(*_own(a, b))


def named(a: Seen, b: Seen) -> int:
    """Whether one of the proper names of one is one of the other's, whatever sort of thing stands beside it."""
    taken = _taken(a) | _taken(b)
    left, right = ([without(t.proper, taken) for t in s.titles] for s in (a, b))
    return EQUAL if any(x and x in right for x in left) else SILENT


def sort(a: Seen, b: Seen) -> int:
    """The sort of thing: two schools, or a school and a kindergarten."""
    if not a.sort or not b.sort:
        return SILENT
    if a.sort == b.sort:
        return EQUAL
    return ALIKE if _kin().get(a.sort, frozenset()) & _kin().get(b.sort, frozenset()) else APART


@cache
def _kin() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, (words,) in enumerate(rows("kin")):
        for word in words.split(","):
            found.setdefault(word.strip(), set()).add(number)
    return {k: frozenset(v) for k, v in found.items()}


def part(a: Seen, b: Seen) -> int:
    """A phase of a thing is not the thing, and only another telling of the same phase."""
    left, right = (any(t.part for t in s.titles) for s in (a, b))
    if left != right:
        return APART
    return SILENT if not left or dict(a.numbers).keys() & dict(b.numbers).keys() else APART


def _site(one: Seen) -> frozenset[str]:
    """Places without those that are a party's name: a plant's own site is no town."""
    return without(one.places, (stem(t) for body in one.bodies for n in body for t in tokens(n)))


def place(a: Seen, b: Seen) -> int:
    """Where: the same names, those of one among the other's, or others."""
    left, right = _site(a), _site(b)
    if not left or not right:
        some, words = (left or right), (b.words if left else a.words)
        return ALIKE if some and shared(sorted(some), sorted(words)) else SILENT
    hits = shared(sorted(left), sorted(right))
    if hits == len(left) == len(right):
        return EQUAL
    if hits == min(len(left), len(right)):
        return ALIKE
    return SILENT if left <= b.near or right <= a.near else APART


def route(a: Seen, b: Seen) -> int:
    """The two ends of a line, road or pipeline: hardly two run between the same two places."""
    left, right = _site(a), _site(b)
    if min(len(left), len(right)) < 2:
        return SILENT
    return EQUAL if place(a, b) == EQUAL and a.route and b.route else SILENT


def country(a: Seen, b: Seen) -> int:
    """The state in which it is."""
    if not a.country or not b.country:
        return SILENT
    return EQUAL if a.country == b.country else APART


def states(a: Seen, b: Seen) -> int:
    """The states of either: the same, all of one among the other's, some in common, or others."""
    if not a.states or not b.states:
        return SILENT
    if a.states == b.states:
        return EQUAL
    if a.states <= b.states or b.states <= a.states:
        return ALIKE
    return SILENT if a.kind in ("meeting", "movement") and a.states & b.states else APART


def who(a: Seen, b: Seen) -> int:
    """States and bodies: all of the shorter list met in the other, some, none, or nothing to compare."""
    if states(a, b) == APART:
        return APART
    if not a.bodies or not b.bodies:
        return states(a, b)
    few, many = sorted((a.bodies, b.bodies), key=lambda n: (len(n), n))
    hits = sum(any(same_name(x, y) for body in many for y in body for x in one) for one in few)
    if hits == len(few):
        return EQUAL
    return ALIKE if hits or (a.kind == "meeting" and states(a, b) >= ALIKE) else APART


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
    """One document tells one thing once: two claims of it are two things, unless they contradict each other."""
    if a.claim.document != b.claim.document:
        return SILENT
    return SILENT if a.done and b.done and contrary(*(" ".join(t.text for t in s.titles) for s in (a, b))) else APART


def shared_states(a: Seen, b: Seen) -> int:
    """Whether some state is in both."""
    return ALIKE if a.states & b.states else SILENT


def running(a: Seen, b: Seen) -> int:
    """A single journey is not the service that runs."""
    return APART if {a.claim.get("status"), b.claim.get("status")} == {"done", "running"} else SILENT


_NEAR, _MOVABLE = 3, {"meeting": 400, "instrument": 3 * YEAR, "movement": 500}


def time(a: Seen, b: Seen) -> int:
    """When: the same days, days that can be the same, a plan that moved, or another time."""
    if a.when is None or b.when is None:
        return _acted(a, b) if a.done and b.done else SILENT
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


def _acted(a: Seen, b: Seen) -> int:
    """What is ratified or comes into force was signed in the few years before."""
    for act, signed in ((a.act, b.when), (b.act, a.when)):
        if act and signed and 0 <= act.last - signed.first <= 4 * YEAR:
            return ALIKE
    return SILENT


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
        *(ends, via, modes, cargo, edition, part, route, running, shared_states),
    )
}
