"""What a claim says of a promise to do something: done, done in part, moved, given up, not yet, told again.

Each rule is a function of promise and claim that yields evidence. `RULES` holds three questions, each with its rules in
order: of a question the first rule that answers is the answer, and the three questions are asked of every claim.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from pledgebook.judging.known import Known
from pledgebook.judging.parts import part_told, phase_label
from pledgebook.judging.promises import Stated
from pledgebook.judging.quantity import alike, value_of
from pledgebook.judging.stating import due_of, is_over, same_date, standing, states_promise, validity
from pledgebook.judging.view import View
from pledgebook.judging.when import day_done, is_after
from pledgebook.judging.words import opposed, opposite_words, said, table
from pledgebook.model import Evidence, first_day, last_day

Rule = Callable[[Stated, View, Known], Iterator[Evidence]]

# Kinds whose doing can be the doing of another kind's promise, beside the promise's own kind and the pledge.
ACROSS = frozenset({("movement", "project"), ("figure", "project")})


def evidence(view: View, relation: str, rule: str, note: str = "", **more: Any) -> Evidence:
    """A piece of evidence from a claim, with the day on which it was seen."""
    return Evidence(claim=view.id, relation=relation, rule=rule, note=note, seen=view.seen.isoformat(), **more)


def over_when_seen(stated: Stated, view: View) -> bool:
    """Whether the promise's date had passed when a claim was published."""
    return is_over(stated.promise.due, view.seen)


def _part(stated: Stated, view: View) -> str:
    """The part of the promise that a claim speaks of; "" for the whole."""
    if stated.promise.parts:
        return part_told(stated.promise.parts, view)
    return phase_label(view) if view.kind == "project" and not stated.view.phase else ""


def given_up(stated: Stated, view: View, known: Known) -> Iterator[Evidence]:
    """The thing is cancelled, or the words of a claim that tells it as not done say that it was given up."""
    if standing(view) == "dropped":
        words = "" if view.kind == "instrument" and validity(stated.view) else view.get("status")
    elif standing(view) == "done" or _promised_anew(stated, view) or "end" in stated.view.deeds:
        words = ""  # where the deed itself is to end something, its words say nothing of giving up
    else:
        words = said("given_up", view.told)
    if words:
        yield evidence(view, "denies", "given_up", words, part=_part(stated, view), final=True)


def _promised_anew(stated: Stated, view: View) -> bool:
    """Whether a claim promises the thing itself for a later day."""
    return states_promise(view) and is_after(due_of(view), stated.promise.due)


def ran_out(stated: Stated, view: View, known: Known) -> Iterator[Evidence]:
    """The time of a lasting instrument is over, which tells nothing of what was done under it."""
    if standing(view) == "dropped" and view.kind == "instrument" and validity(stated.view):
        yield evidence(view, "supports", "ran_out", view.get("status"))


def opposite(stated: Stated, view: View, known: Known) -> Iterator[Evidence]:
    """A claim tells a state that cannot be true beside the one promised."""
    if view.kind != "project" or standing(view) != "done":
        return
    if opposed(stated.view.states, view.states):
        words = opposite_words(stated.view.states, f"{view.name} {view.told}")
        yield evidence(view, "denies", "opposite", words)


def does_deed(stated: Stated, view: View) -> bool:
    """Whether what a claim tells as done can be the thing promised, by their kinds and the deed that a pledge names."""
    lead = stated.view
    if lead.kind != "pledge":
        return lead.kind == view.kind or (lead.kind, view.kind) in ACROSS
    if view.kind == "figure" or "pay" in lead.deeds:
        return False
    if view.kind == "instrument":
        named = [s for d, s in table("terms")["deed"].items() if d in lead.deeds]
        return not named or any(view.get("status") in statuses for statuses in named)
    return view.kind != "meeting" or bool(lead.deeds & view.deeds_told)


def done(stated: Stated, view: View, known: Known) -> Iterator[Evidence]:
    """The claim tells the thing as done: wholly, in a part, on trial, or before it was even promised."""
    if standing(view) != "done" or not does_deed(stated, view) or _only_the_whole(stated, view):
        return
    first = view.claim.words[0] if view.claim.words else ""
    if said("undone", first) or (said("given_up", first) and "end" not in stated.view.deeds):
        return
    day, part = _day(stated, view, known), _part(stated, view)
    if words := said("trial", view.told):
        yield evidence(view, "partly_fulfils", "on_trial", words, at=day)
    elif day and stated.promise.stated and last_day(day) < first_day(stated.promise.stated):
        yield evidence(view, "contradicts", "before_it_was_promised", day, at=day)
    elif part:
        yield evidence(view, "partly_fulfils", "part_done", part, at=day, part=part)
    elif sized := _size_reached(stated, view, known):
        share, note = sized
        yield evidence(view, "partly_fulfils", "size_in_part", note, at=day, share=share, part=note)
    else:
        yield evidence(view, "fulfils", "done", view.get("status"), at=day)


def _only_the_whole(stated: Stated, view: View) -> bool:
    """Whether a claim tells a whole as opened, which says nothing of the second or a later phase of it."""
    return stated.view.phase > 1 and not view.phase


def _day(stated: Stated, view: View, known: Known) -> str:
    """When it was done; the date of an instrument is of its signing, which does not date what else it does."""
    if view.kind == stated.view.kind == "meeting" and not due_of(view):
        return stated.promise.due  # the meeting that was planned, told as held: when it was planned
    later = view.kind == "instrument" and view.get("status") in ("ratified", "in_force")
    return day_done(view, known, slots=not later or stated.view.kind == "instrument")


def _size_reached(stated: Stated, view: View, known: Known) -> tuple[float, str] | None:
    """How much of the promised size of a thing a claim tells as there, where it tells less than all."""
    sizes = [v for c in stated.promise.claims if (v := known.by_id[c]).kind == "figure" and value_of(v)]
    there = [v for v in known.beside(view) if v.kind == "figure" and v.get("status") == "actual"]
    for size in sizes:
        for other in (v for v in there if alike(size, v, known) and value_of(v) < value_of(size)):
            return value_of(other) / value_of(size), f"{value_of(other):g} of {value_of(size):g}"
    return None


def new_date(stated: Stated, view: View, known: Known) -> Iterator[Evidence]:
    """The thing is promised again for another day; a claim of another kind counts only once the old day has passed."""
    due, other = stated.promise.due, due_of(view)
    if view.kind == "figure" or not states_promise(view) or not due or not other or same_date(other, due):
        return
    kin = view.kind == stated.view.kind or (stated.view.kind, view.kind) in ACROSS
    deed = stated.view.kind != "pledge" or not stated.view.deeds or bool(stated.view.deeds & view.deeds_told)
    if last_day(other) > last_day(due) and (kin or (deed and over_when_seen(stated, view))):
        yield evidence(view, "delays", "new_date", f"{due} -> {other}", at=other, part=_part(stated, view))
    elif kin and last_day(other) < last_day(due) and not _part(stated, view):
        yield evidence(view, "revises", "new_date", f"{due} -> {other}", at=other)


def not_yet(stated: Stated, view: View, known: Known) -> Iterator[Evidence]:
    """After its date, a claim says that it is not done, or recalls it as a thing that is still to come."""
    if not over_when_seen(stated, view) or standing(view) == "done" or view.kind == "figure":
        return
    if words := said("not_yet", view.told) or view.get("status") * (standing(view) == "stalled"):
        yield evidence(view, "denies", "not_yet", words, part=_part(stated, view))
    elif view.kind == stated.view.kind and states_promise(view) and not is_after(due_of(view), stated.promise.due):
        if due_of(view) or view.kind == "project":
            yield evidence(view, "denies", "told_as_undone", view.get("status") or view.get("strength"))
        else:
            yield evidence(view, "contradicts", "still_to_come", view.get("status") or view.get("strength"))


def stalled(stated: Stated, view: View, known: Known) -> Iterator[Evidence]:
    """Before its date, a claim says that it stands still, without a new date."""
    if over_when_seen(stated, view) or standing(view) == "done" or view.kind == "figure" or _moved(stated, view):
        return
    if standing(view) == "stalled":
        yield evidence(view, "delays", "stalled", view.get("status"))
    elif words := said("stalled", view.told):
        yield evidence(view, "delays", "stalled", words)


def _moved(stated: Stated, view: View) -> bool:
    other = due_of(view)
    return bool(other and stated.promise.due) and not same_date(other, stated.promise.due)


def said_again(stated: Stated, view: View, known: Known) -> Iterator[Evidence]:
    """Before its date, the thing is promised again, or is told as under way. It tells nothing of the outcome."""
    if over_when_seen(stated, view) or view.kind == "figure" or _moved(stated, view):
        return
    if standing(view) in ("ahead", "step") or view.kind == "pledge":
        yield evidence(view, "supports", "said_again", view.get("status") or view.get("strength"))


def step(stated: Stated, view: View, known: Known) -> Iterator[Evidence]:
    """A document on the way to it is signed, approved or in force: a step, not the thing."""
    if view.kind == "instrument" and standing(view) == "done" and not does_deed(stated, view):
        yield evidence(view, "supports", "step", view.get("status"), at=view.get("date"))


RULES: tuple[tuple[Rule, ...], ...] = (
    (given_up, ran_out, opposite, done, stalled, said_again, step),
    (not_yet,),
    (new_date,),
)


def weigh(stated: Stated, view: View, known: Known) -> Iterator[Evidence]:
    """What one claim says of a promise."""
    for question in RULES:
        yield from next((found for rule in question if (found := list(rule(stated, view, known)))), ())
