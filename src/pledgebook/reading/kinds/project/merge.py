"""Joins what several sentences tell of one project: each project once, with its newest fate and dates."""

from __future__ import annotations

from pledgebook.model import Fact, Reason
from pledgebook.reading.kinds.project.words import bare

# What a later sentence tells anew: these slots take the newer word, the others keep the first.
_NEWER = ("status", "due", "start")
_HOPED = frozenset({"planned", "agreed", "proposed"})
_BEGUN = frozenset({"under_construction", "launched", "operating", "completed"})


def add(out: list[Fact], fact: Fact, fresh: bool) -> Fact:
    """Add a project, or join it with the latest one that it may be; `fresh`: the text brings it in with "a"."""
    for i in range(len(out) - 1, -1, -1):
        if _same(fact, out[i], fresh):
            out[i] = join(out[i], fact)
            return out[i]
    out.append(fact)
    return fact


def join(known: Fact, told: Fact) -> Fact:
    """What is known of a project with what a later sentence tells of it."""
    slots = {**told.slots, **known.slots}
    why = list(known.why)
    noun = next(r for r in told.why if r.slot == "type")
    for slot in _NEWER:
        if told.get(slot) and not (slot == "status" and _weaker(told, known)):
            slots[slot] = told.get(slot)
            why.append(Reason(slot, "project.again", noun.span))
    for slot in told.slots:
        if slot not in known.slots:
            why.append(Reason(slot, "project.again", noun.span))
    slots["name"] = max((known.get("name"), told.get("name")), key=len)
    quotes = tuple(dict.fromkeys((*known.quotes, *told.quotes)))
    return Fact("project", slots, quotes, known.confidence, tuple(why))


def _weaker(told: Fact, known: Fact) -> bool:
    """Whether a status told later is no news: no word of fate shows it, or it looks ahead at what has begun."""
    seen = any(r.rule == "project.fate" for r in told.why)
    return not seen or (told.get("status") in _HOPED and known.get("status") in _BEGUN)


def _same(a: Fact, b: Fact, fresh: bool) -> bool:
    """The same thing: one type, and the words of one name within the other's; places not at odds."""
    if a.get("type") != b.get("type"):
        return False
    here, there = a.get("place"), b.get("place")
    if here and there and here != there and not (here in there or there in here):
        return False
    wa, wb = bare(a.get("name")), bare(b.get("name"))
    if not wa or not wb or not (wa <= wb or wb <= wa):
        return False
    return not fresh or len(wa & wb) > 1 or bool(here and here == there)
