"""The four answers behind the headline: the official word, the stage, the schedule, the path of a number."""

from __future__ import annotations

from datetime import timedelta

from pledgebook.judging.known import Known
from pledgebook.judging.money import is_money
from pledgebook.judging.paths import path_of
from pledgebook.judging.promises import Stated
from pledgebook.judging.rules import Case, clean, paid_share, revised, withdrawn
from pledgebook.judging.stating import standing
from pledgebook.judging.voices import speaks_for
from pledgebook.judging.words import plain, table
from pledgebook.model import first_day, last_day

_MONTH = 30.44


def official(stated: Stated, case: Case, known: Known) -> str:
    """The newest words of the responsible side on the promise: a claim's id, a colon, its first quote."""
    told = {*stated.promise.claims, *(e.claim for e in case.evidence)}
    for view in reversed(known.in_order(known.by_id[c] for c in told)):
        if view.claim.words and speaks_for(view, stated):
            return f"{view.id}: {view.claim.words[0]}"
    return ""


def stage(stated: Stated, case: Case, known: Known) -> str:
    """How far the evidence carries the promise; of money what is promised, signed, allocated and paid."""
    if is_money(stated.view):
        return _money(stated, case, known)
    found = [known.by_id[e.claim] for e in case.evidence if e.relation != "contradicts"]
    own = stated.view
    if clean(case):
        return "done"
    ladder = (
        ("contradicted", bool(case.of("fulfils"))),
        ("partly done", bool(case.of("partly_fulfils"))),
        ("started", any(standing(v) == "step" and v.kind == "project" for v in (own, *found)) or _progress(case)),
        ("agreed", any(v.kind == "instrument" for v in found) or own.get("status") in ("agreed", "signed", "in_force")),
        ("announced", bool(found)),
    )
    return next((name for name, holds in ladder if holds), "none found")


def _progress(case: Case) -> bool:
    return any(e.rule == "progress" for e in case.evidence)


def _money(stated: Stated, case: Case, known: Known) -> str:
    """What stands at each stage, each only as far as a claim tells it."""
    promise, unit = stated.promise, stated.promise.unit
    signed = any(v.kind == "instrument" and standing(v) == "done" for v in known.near(stated.view, 0))
    told = [f"promised {promise.aim:.12g} {unit}"]
    told += ["signed"] if signed else []
    if promise.aim and (share := paid_share(case)):
        told.append(f"paid {share * promise.aim:.12g} {unit} ({share:.0%})")
    return "; ".join(told)


def schedule(stated: Stated, case: Case) -> str:
    """How the promise stands against its date, and where it was moved."""
    due = case.promise.due
    dates = [e.at for e in case.of("delays", "revises") if e.at and e.rule != "hinges"]
    moved = "" if not dates else "; moved " + " -> ".join(dict.fromkeys([due, *dates]))
    done = clean(case)
    if not due:
        return f"no date{_vague(stated)}{moved}"
    if done:
        return f"{_done(due, [e.at for e in done if e.at])}{moved}"
    if withdrawn(case):
        return f"given up, was due {due}{moved}"
    if revised(case):
        return f"was due {due}{moved}"
    if case.over:
        return f"overdue by {_length(case.on - last_day(due))}, due {due}{moved}"
    left = (last_day(due) - case.on).days
    soon = "due soon" if left <= table("terms")["figure"]["due_soon"] else "due"
    return f"{soon} {due}, in {_length(timedelta(days=left))}{moved}"


def _done(due: str, days: list[str]) -> str:
    if not days:
        return f"done, day not told, due {due}"
    day = min(days, key=lambda d: (last_day(d), d))
    if first_day(day) > last_day(due):
        return f"done {day}, late by {_length(first_day(day) - last_day(due))}"
    if last_day(day) < first_day(due):
        return f"done {day}, early by {_length(first_day(due) - last_day(day))}"
    return f"done {day}, in time"


def _vague(stated: Stated) -> str:
    """The vague term of the promise with the day that the table gives it."""
    words, said = plain(stated.view.told), first_day(stated.promise.stated) if stated.promise.stated else None
    for term, days in table("terms")["vague"].items():
        if said and f" {term} " in words:
            return f' ("{term}" is taken as {days} days, until {said + timedelta(days=days)})'
    return ""


def _length(span: timedelta) -> str:
    """A length of time as a person says it."""
    days = span.days
    if days < 62:
        return f"{days} day{'' if days == 1 else 's'}"
    return f"{round(days / _MONTH)} months"


def answers(stated: Stated, case: Case, known: Known) -> tuple[str, str, str, str]:
    """Official word, stage, schedule and path."""
    return (
        official(stated, case, known),
        stage(stated, case, known),
        schedule(stated, case),
        path_of(stated, case, known),
    )
