"""What a single claim says of a promise: whether it states one, by when, of what bound, and how its fact stands."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from pledgebook.judging.known import Known
from pledgebook.judging.quantity import alike, value_of
from pledgebook.judging.view import View
from pledgebook.judging.words import said, table
from pledgebook.model import last_day

_YEARS = re.compile(r"\b((?:19|20)\d\d)\s*(?:-|–|—|to|until|/)\s*((?:19|20)\d\d)\b")
_UNTIL = re.compile(r"\b(?:until|to|by|through)\s+((?:19|20)\d\d)\b")
_AHEAD = ("ahead", "step")
_DUE = {
    "pledge": ("due",),
    "project": ("due",),
    "figure": ("end", "start"),
    "meeting": ("end", "start"),
    "instrument": ("date",),
    "movement": ("date",),
}


def standing(view: View) -> str:
    """What the fact's status says of a promise: `done`, `step`, `ahead`, `stalled`, `dropped`, or ""."""
    classes = table("terms")["status"].get(view.kind, {})
    return next((name for name, values in classes.items() if view.get("status") in values), "")


def validity(view: View) -> str:
    """The last year in which a lasting instrument is to be carried out, by its title; "" where it names none."""
    if view.kind != "instrument" or view.get("form") not in table("terms")["lasting"]["forms"]:
        return ""
    text = f"{view.get('title')} {view.get('topic')}"
    if span := _YEARS.search(text):
        return span.group(2)
    until = _UNTIL.search(text) if view.get("form") in ("roadmap", "plan") else None
    return until.group(1) if until else ""


def due_of(view: View) -> str:
    """The date by which a claim promises its thing, or ""."""
    if view.kind == "instrument" and standing(view) == "done":
        return validity(view)
    return next((d for s in _DUE[view.kind] if (d := view.get(s))), "")


def _figure_promises(view: View) -> bool:
    if view.get("status") == "planned":
        return view.get("indicator") not in table("terms")["figure"]["describing"]
    return view.get("status") == "target"


_STATES: dict[str, Callable[[View], bool]] = {
    "pledge": lambda view: True,
    "figure": _figure_promises,
    "instrument": lambda view: standing(view) in _AHEAD or (standing(view) == "done" and bool(validity(view))),
    "project": lambda view: standing(view) in _AHEAD,
    "meeting": lambda view: standing(view) == "ahead",
    "movement": lambda view: standing(view) == "ahead",
}


def states_promise(view: View) -> bool:
    """Whether a claim says that something is to come which can be kept or broken."""
    return _STATES[view.kind](view)


def is_base(view: View, known: Known) -> bool:
    """Whether an undated number stands beside a larger dated aim of the same quantity: what the aim starts from."""
    if view.kind != "figure" or due_of(view) or view.get("indicator") in table("terms")["figure"]["money"]:
        return False
    beside = (v for v in known.beside(view) if v.kind == "figure" and states_promise(v) and due_of(v))
    return any(value_of(v) > value_of(view) and alike(view, v, known) for v in beside)


def same_date(a: str, b: str) -> bool:
    """Whether two ISO dates end on one day, or one is the other told less exactly."""
    return a.startswith(b) or b.startswith(a) or last_day(a) == last_day(b)


def is_over(due: str, on: date) -> bool:
    """Whether the last day of a date has passed on a day."""
    return bool(due) and last_day(due) < on


def bound_of(view: View, known: Known) -> str:
    """Whether a number is to be reached (`at_least`) or not to be passed (`at_most`)."""
    terms = table("terms")["figure"]
    if view.get("qualifier") == "under" and view.get("indicator") not in terms["size"]:
        return "at_most"
    falls = view.get("indicator") in terms["falling"]
    if not falls and not said("falling", view.told):
        return "at_least"
    before = [
        v for v in known.near(view, 200) if v.kind == "figure" and v.get("status") == "actual" and alike(view, v, known)
    ]
    higher = any(value_of(v) > value_of(view) for v in before)
    return "at_most" if higher or (falls and not before) else "at_least"


_WHO = {"pledge": "actors", "project": "parties", "instrument": "parties", "meeting": "participants"}


def who_of(view: View) -> tuple[str, ...]:
    """Who promises: the actors, parties or participants; of a number the states that it is about."""
    if slot := _WHO.get(view.kind):
        return tuple(view.claim.get(slot, ()))
    sides = (view.get("reporter"), view.get("partner"), view.get("speaker") if view.kind == "movement" else "")
    return tuple(s for s in sides if s)


def what_of(view: View) -> str:
    """What is promised, in words of the text, else of the slots."""
    if view.name:
        return view.name
    return " ".join(e for e in (view.where, view.get("form"), view.get("indicator")) if e)


def lacks_of(view: View) -> tuple[str, ...]:
    """What a promise should have and this one does not: a deliverable, a measure, a date, an owner."""
    bare = view.kind == "pledge" and len(view.own) < 2
    missing = {
        "deliverable": bare or not what_of(view),
        "measure": bare and not re.search(r"\d", view.name),
        "date": not due_of(view),
        "owner": not who_of(view),
    }
    return tuple(sorted(name for name, lacking in missing.items() if lacking))
