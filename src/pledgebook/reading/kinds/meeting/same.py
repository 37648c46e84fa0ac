"""The same event told twice is one fact: what the second telling adds, and whether two tellings agree."""

from __future__ import annotations

from pledgebook.model import Fact
from pledgebook.reading.kinds.common import compact, unique

_FAMILY = {"state_visit": "visit", "commission": "talks"}
_NAMES = ("place", "host", "body")


def family(form: str) -> str:
    """Forms that may name one event: a state visit is a visit, a session a meeting."""
    return _FAMILY.get(form, form)


def same(a: Fact, b: Fact, ordinals: tuple[str, str], back: bool) -> bool:
    """Whether `b` tells of the event of `a`. `back`: it points back to one ("the session"); its time is not its own."""
    if family(a.get("form", "")) != family(b.get("form", "")) or _apart(*ordinals):
        return False
    if any(a.get(s) and b.get(s) and not _alike(str(a.get(s)), str(b.get(s))) for s in _NAMES):
        return False
    if a.get("end") and b.get("end") and not back:
        return _meet(a, b) and a.get("status") == b.get("status")
    named = bool(ordinals[0]) and ordinals[0] == ordinals[1]
    return back or named


def _apart(a: str, b: str) -> bool:
    return bool(a and b) and a != b


def _alike(a: str, b: str) -> bool:
    x, y = a.casefold(), b.casefold()
    return x in y or y in x


def _meet(a: Fact, b: Fact) -> bool:
    """Whether two times may be one: equal, one the month or year of the other, or a day of a visit."""
    x, y = str(a.get("start") or a.get("end")), str(b.get("start") or b.get("end"))
    p, q = str(a.get("end")), str(b.get("end"))
    if a.get("form") in ("visit", "state_visit") and len(x) == len(y) == len(p) == len(q) == 10:
        return (x <= y and q <= p) or (y <= x and p <= q)
    return (x.startswith(y) or y.startswith(x)) and (p.startswith(q) or q.startswith(p))


def joined(a: Fact, b: Fact) -> Fact:
    """One fact of two tellings: the first counts, the finer time, the fuller title, everyone who took part."""
    slots = {**b.slots, **a.slots}
    for slot in ("start", "end", "title", "body"):
        slots[slot] = max(str(a.get(slot, "")), str(b.get(slot, "")), key=len)
    if all(len(str(f.get(s, ""))) == 10 for f in (a, b) for s in ("start", "end")):
        slots["start"], slots["end"] = min(a.get("start"), b.get("start")), max(a.get("end"), b.get("end"))
    slots["form"] = next((f.get("form") for f in (a, b) if f.get("form") in _FAMILY), a.get("form"))
    slots["participants"] = unique([*a.get("participants", ()), *b.get("participants", ())])
    quotes = tuple(dict.fromkeys((*a.quotes, *b.quotes)))
    return Fact("meeting", compact(slots), quotes, a.confidence, a.why)


def timeless(fact: Fact) -> Fact:
    """A telling without its time, which was only lent to it."""
    return Fact(
        fact.kind,
        {s: v for s, v in fact.slots.items() if s not in ("start", "end")},
        fact.quotes,
        fact.confidence,
        fact.why,
    )
