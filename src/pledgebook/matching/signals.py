"""What a pair of claims says for and against being one thing: each signal gives a level from 0 (apart) to 3 (equal)."""

from __future__ import annotations

from collections.abc import Callable

from pledgebook.matching.cues import contraries
from pledgebook.matching.features import End, Seen
from pledgebook.matching.levels import ALIKE, APART, EQUAL, SILENT
from pledgebook.matching.names import parse, same_name
from pledgebook.matching.numerals import differ
from pledgebook.matching.tables import groups
from pledgebook.matching.windows import YEAR

Keys = frozenset[str]
_HIGH = 6
_VISITS = {"state_visit", "visit"}


def _akin(table: str, left: Keys, right: Keys) -> int:
    """Values of a slot: one in common, two in one line of a table, or neither; silent where one side has none."""
    if not left or not right:
        return SILENT
    if left & right:
        return EQUAL
    kin = groups(table)
    lines = [frozenset(line for word in side for line in kin.get(word, ())) for side in (left, right)]
    return ALIKE if lines[0] & lines[1] else APART


def form(a: Seen, b: Seen) -> int:
    """Form or type: the same, of one family, or not."""
    forms = (a.traits.form, b.traits.form)
    if forms[0] == forms[1] or set(forms) == _VISITS:
        return EQUAL if forms[0] else SILENT
    left, right = (frozenset({f} if f else ()) for f in forms)
    return _akin(f"families.{a.traits.kind}", left, right)


def sort(a: Seen, b: Seen) -> int:
    """The sort of thing: two schools, or a school and a kindergarten."""
    return _akin("kin", a.traits.sorts, b.traits.sorts)


def _compare(left: Keys, right: Keys) -> int:
    if not left or not right:
        return SILENT
    if left == right:
        return EQUAL
    hits = len(left & right)
    if hits >= 0.6 * min(len(left), len(right)):
        return ALIKE
    return SILENT if hits * 3 > len(left | right) else APART


def name(a: Seen, b: Seen) -> int:
    """The words that tell the names apart from others of their kind, without those of places and bodies."""
    if a.traits.owners and b.traits.owners and not a.traits.owners & b.traits.owners:
        return APART
    level = _compare(a.traits.words - b.traits.taken, b.traits.words - a.traits.taken)
    return level or (APART if a.traits.script == b.traits.script else SILENT)


def named(a: Seen, b: Seen) -> int:
    """Whether one of the proper names of one is one of the other's, whatever sort of thing stands beside it."""
    if a.traits.names & b.traits.other_names or a.traits.other_names & b.traits.names:
        return EQUAL
    both = a.traits.proper & b.traits.proper
    return EQUAL if any(not p & (a.traits.taken | b.traits.taken) for p in both) else SILENT


def part(a: Seen, b: Seen) -> int:
    """A phase of a thing is not the thing, and only another telling of the same phase."""
    if a.traits.part != b.traits.part:
        return APART
    return SILENT if not a.traits.part or differ(a.traits.numbers, b.traits.numbers) is False else APART


def place(a: Seen, b: Seen) -> int:
    """Where: the same names, those of one among the other's, or others."""
    left, right = a.traits.places, b.traits.places
    if not left or not right:
        other = b if left else a
        told = other.traits.words | other.traits.taken
        return ALIKE if (left or right) & told else SILENT
    if left == right:
        return EQUAL
    if left <= right or right <= left:
        return ALIKE
    return SILENT if (b.near and left <= b.near) or (a.near and right <= a.near) else APART


def route(a: Seen, b: Seen) -> int:
    """The two ends of a line, road or pipeline: hardly two run between the same two places."""
    return EQUAL if a.traits.route and b.traits.route and a.traits.places == b.traits.places else SILENT


def country(a: Seen, b: Seen) -> int:
    """The state in which it is."""
    if not a.traits.country or not b.traits.country:
        return SILENT
    return EQUAL if a.traits.country == b.traits.country else APART


def states(a: Seen, b: Seen) -> int:
    """The states of either: the same, all of one among the other's, some in common, or others."""
    left, right = a.traits.states, b.traits.states
    if not left or not right:
        return SILENT
    if left == right:
        return EQUAL
    if left <= right or right <= left:
        return ALIKE
    of_two = len(left) == len(right) == 2
    return SILENT if a.traits.kind in ("meeting", "movement") and left & right and not of_two else APART


def shared_states(a: Seen, b: Seen) -> int:
    """Whether some state is in both."""
    return ALIKE if a.traits.states & b.traits.states else SILENT


def who(a: Seen, b: Seen) -> int:
    """States and bodies: all of the shorter list met in the other, some, none, or nothing to compare."""
    level = states(a, b)
    left, right = a.traits.bodies, b.traits.bodies
    if not left or not right or (level == APART and a.traits.kind != "meeting"):
        return level
    if left == right:
        return EQUAL
    few, many = (left, right) if len(left) <= len(right) else (right, left)
    hits = sum(any(same_name(x, y) for body in many for y in body for x in one) for one in few)
    if hits == len(few):
        return EQUAL
    if not hits and a.traits.bodies_script != b.traits.bodies_script:
        return min(level, SILENT)
    if a.traits.kind != "meeting" or hits:
        return ALIKE if hits else APART
    return ALIKE if level >= ALIKE and not (_of_bodies(a) and _of_bodies(b)) else APART


def _of_bodies(one: Seen) -> bool:
    """Whether a meeting is told as one of public bodies, and not of states."""
    return not one.traits.codes and any(parse(n).public for body in one.traits.bodies for n in body)


def numbers(a: Seen, b: Seen) -> int:
    """Numbers that belong to the name."""
    if not a.traits.numbers or not b.traits.numbers:
        return SILENT
    return {None: SILENT, True: APART, False: EQUAL}[differ(a.traits.numbers, b.traits.numbers)]


def ordinal(a: Seen, b: Seen) -> int:
    """The number of the meeting in its row."""
    if not a.traits.ordinal or not b.traits.ordinal:
        return SILENT
    return EQUAL if a.traits.ordinal == b.traits.ordinal else APART


def high_ordinal(a: Seen, b: Seen) -> int:
    """One number in a row that is so high that hardly two rows of one pair have come to it."""
    return EQUAL if a.traits.ordinal == b.traits.ordinal >= _HIGH else SILENT


def document(a: Seen, b: Seen) -> int:
    """One document tells one thing once: two claims of it are two things, unless they contradict each other."""
    if a.documents.isdisjoint(b.documents):
        return SILENT
    return SILENT if contraries(a.traits.said, b.traits.said) else APART


def running(a: Seen, b: Seen) -> int:
    """A single journey is not the service that runs."""
    return APART if {a.traits.status, b.traits.status} == {"done", "running"} else SILENT


_NEAR, _MOVABLE = 3, {"meeting": 400, "instrument": 3 * YEAR, "movement": 500}


def time(a: Seen, b: Seen) -> int:
    """When: the same days, days that can be the same, a plan that moved, or another time."""
    left, right, kind = a.traits.when, b.traits.when, a.traits.kind
    if left is None or right is None:
        return _acted(a, b) if a.traits.done and b.traits.done else SILENT
    gap = left.gap(right)
    if gap <= _NEAR:
        return EQUAL if max(left.days, right.days) < 32 else ALIKE
    if kind not in _MOVABLE:
        return SILENT
    if a.traits.done and b.traits.done:
        return APART
    plan, other = (b, a) if a.traits.done else (a, b)
    if other.traits.done and other.traits.when and other.traits.when.last < plan.published:
        return APART  # it had been held before the plan was told
    return SILENT if gap <= _MOVABLE[kind] else APART


def kept(a: Seen, b: Seen) -> int:
    """Whether one is the plan of a meeting for some months, and the other lies in them."""
    plan, other = (a, b) if a.traits.status == "planned" else (b, a)
    if plan.traits.status != "planned" or other.traits.status == "planned":
        return SILENT
    if not plan.traits.when or not other.traits.when or plan.traits.when.days > YEAR // 2 + _NEAR:
        return SILENT
    later = plan.published <= other.published
    return EQUAL if later and plan.traits.when.gap(other.traits.when) == 0 else SILENT


def _acted(a: Seen, b: Seen) -> int:
    """What is ratified or comes into force was signed in the few years before."""
    for act, signed in ((a.traits.act, b.traits.when), (b.traits.act, a.traits.when)):
        if act and signed and 0 <= act.last - signed.first <= 4 * YEAR:
            return ALIKE
    return SILENT


def _same_end(left: End, right: End) -> int:
    if left.places and right.places:
        return EQUAL if left.places & right.places else APART
    if left.country and right.country:
        return ALIKE if left.country == right.country else APART
    return SILENT


def ends(a: Seen, b: Seen) -> int:
    """Origin and destination, either way round for a service that runs both ways."""
    one, other = a.traits, b.traits
    way = _both(_same_end(one.origin, other.origin), _same_end(one.destination, other.destination))
    back = _both(_same_end(one.origin, other.destination), _same_end(one.destination, other.origin))
    return max(way, min(ALIKE, back))


def _both(first: int, second: int) -> int:
    if APART in (first, second):
        return APART
    if min(first, second) >= ALIKE:
        return EQUAL
    return ALIKE if max(first, second) >= ALIKE else SILENT


def via(a: Seen, b: Seen) -> int:
    """The places passed: some in common, or others."""
    if not a.traits.via or not b.traits.via:
        return SILENT
    return ALIKE if a.traits.via & b.traits.via else APART


def modes(a: Seen, b: Seen) -> int:
    """The means of transport."""
    left, right = a.traits.modes, b.traits.modes
    if not left or not right:
        return SILENT
    return EQUAL if left == right else ALIKE if left & right else APART


def cargo(a: Seen, b: Seen) -> int:
    """What is carried; nothing is said against a cargo by another, which may only be more exact."""
    return _compare(a.traits.cargo, b.traits.cargo) or SILENT


SIGNALS: dict[str, Callable[[Seen, Seen], int]] = {
    signal.__name__: signal
    for signal in (
        *(form, name, named, sort, place, country, who, numbers, ordinal, document, states, time),
        *(ends, via, modes, cargo, part, route, running, shared_states, kept, high_ordinal),
    )
}
