"""What figures say of a promised number: reached, reached in part, missed, said again, replaced.

A target for a stretch of time is settled by the figure of that stretch; one with a deadline alone by a figure at its
day, and it can be reached earlier or later; an undated one is under way until it is reached. For money see `money.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from pledgebook.judging.deeds import evidence, over_when_seen
from pledgebook.judging.known import Known
from pledgebook.judging.promises import Stated, changes_terms, same_terms
from pledgebook.judging.quantity import alike, indicators, same_value, value_of
from pledgebook.judging.spans import Span, span
from pledgebook.judging.stating import due_of, same_date
from pledgebook.judging.view import View
from pledgebook.judging.when import day_done, is_after
from pledgebook.judging.words import said, table
from pledgebook.matching.written import written
from pledgebook.model import Evidence, Promise, first_day, last_day

_SHORT_YEAR = 330
_SLACK = 0.01
_VERDICTS = ("fulfils", "denies")


def meets(promise: Promise, view: View) -> bool:
    """Whether a figure reaches the aim, or stays within it where the aim is a ceiling."""
    value, aim = value_of(view), promise.aim or 0.0
    slack = written(view.claim).unit / 2 if view.get("qualifier") == "about" else 1e-9 * max(abs(aim), 1.0)
    return value <= aim + slack if promise.bound == "at_most" else value >= aim - slack


def share_of(promise: Promise, view: View) -> float | None:
    """How much of the aim a figure reaches; nothing for a ceiling or an aim of zero."""
    return value_of(view) / promise.aim if promise.aim and promise.bound != "at_most" else None


def candidates(stated: Stated, known: Known) -> list[View]:
    """The figures of the same quantity in documents no older than the promise, oldest first."""
    lead = stated.view
    kin = known.figures_near(lead, indicators(lead))
    return [v for v in kin if v.id not in stated.promise.claims and v.seen >= lead.seen and alike(lead, v, known)]


def target_span(promise: Promise) -> Span | None:
    """The stretch that a target is to cover; nothing for a deadline alone."""
    if not promise.begins or not promise.due:
        return None
    whole = span(promise.begins, promise.due)
    return None if whole is None or whole.instant else whole


def told_span(view: View, known: Known) -> tuple[Span, str]:
    """The stretch of a figure and its date as ISO; the day of its publication, and "", where none is told."""
    if found := span(view.get("start"), view.get("end")):
        return found, view.get("end") or view.get("start")
    day = day_done(view, known)
    if day and last_day(day) <= view.seen:
        return Span(first_day(day), last_day(day)), day
    return Span(view.seen, view.seen), ""


def measured(stated: Stated, view: View, known: Known) -> Iterator[Evidence]:
    """A figure of what is so, held against the aim."""
    within, at = told_span(view, known)
    whole = target_span(stated.promise)
    if within.first > view.seen:
        return  # nobody counts what has not begun: the number an aim starts from, told beside it
    if whole is not None:
        yield from _for_a_stretch(stated, view, whole, within, at)
    elif view.claim.document != stated.view.claim.document:
        yield from _for_a_deadline(stated, view, within, at)


def _stated(promise: Promise) -> date:
    return first_day(promise.stated) if promise.stated else date.min


def _for_a_stretch(stated: Stated, view: View, whole: Span, within: Span, at: str) -> Iterator[Evidence]:
    promise, beside = stated.promise, view.claim.document == stated.view.claim.document
    if whole.same(within) or (at and within.instant and within.last == whole.last):
        yield _settled(promise, view, at)
    elif promise.bound == "at_most":
        return
    elif within.last < whole.first and not beside and meets(promise, view):
        yield evidence(view, "supports", "reached_before", note(promise, view), at=at)
    elif (
        within.last < whole.first and not beside and within.last >= _stated(promise) and not is_part_year(view, within)
    ):
        yield _so_far(promise, view, at)
    elif whole.holds(within) and (at or not beside):
        yield _reached_early(promise, view, at)


def _before_the_stretch(promise: Promise, view: View, within: Span, at: str) -> Iterator[Evidence]:
    """A figure of an earlier stretch: it reaches the aim already, or shows how far it is; neither settles it."""
    if meets(promise, view):
        yield evidence(view, "supports", "reached_before", note(promise, view), at=at)
    elif within.last >= _stated(promise) and not is_part_year(view, within):
        yield _so_far(promise, view, at)


def is_part_year(view: View, within: Span) -> bool:
    """Whether a figure of what flows covers less than a year, so that it cannot stand for one."""
    return view.get("indicator") in table("terms")["figure"]["flow"] and 1 < within.days < _SHORT_YEAR


def _for_a_deadline(stated: Stated, view: View, within: Span, at: str) -> Iterator[Evidence]:
    promise = stated.promise
    if (at and within.last < _stated(promise)) or is_part_year(view, within):
        return
    if not stated.view.get("end") and promise.due:
        yield from _for_a_beginning(promise, view, within, at)
    elif not promise.due or within.last < last_day(promise.due):
        yield _reached_early(promise, view, at)
    else:
        yield _settled(promise, view, at)


def _for_a_beginning(promise: Promise, view: View, within: Span, at: str) -> Iterator[Evidence]:
    """A level that is to hold from a day on."""
    if within.last >= first_day(promise.due):
        if meets(promise, view):
            yield evidence(view, "fulfils", "reached", note(promise, view), at=view.get("start") or at)
        else:
            yield evidence(view, "denies", "not_reached", note(promise, view), at=at)
    elif at:
        yield _so_far(promise, view, at)


def in_parts(view: View) -> bool:
    """Whether what a figure counts comes piece by piece, so that some of it is a part kept."""
    counted = view.get("indicator") in table("terms")["figure"]["pieces"] and view.get("unit") == "count"
    return counted and bool(said("delivery", f"{view.name} {view.told}"))


def _settled(promise: Promise, view: View, at: str) -> Evidence:
    """The count at the day, or for the stretch, of the aim, or after it: reached or not."""
    share = share_of(promise, view)
    if meets(promise, view):
        return evidence(view, "fulfils", "reached", note(promise, view), at=at, share=share)
    if share and in_parts(view):
        return evidence(view, "partly_fulfils", "in_part", note(promise, view), at=at, share=share, final=True)
    return evidence(view, "denies", "short", note(promise, view), at=at, share=share, final=True)


def _reached_early(promise: Promise, view: View, at: str) -> Evidence:
    """A count before the day of the aim, or of one without a day: reached already, or so much of it."""
    if meets(promise, view):
        return evidence(view, "fulfils", "reached", note(promise, view), at=at, share=share_of(promise, view))
    return _so_far(promise, view, at)


def _so_far(promise: Promise, view: View, at: str) -> Evidence:
    return evidence(view, "partly_fulfils", "so_far", note(promise, view), at=at, share=share_of(promise, view))


def note(promise: Promise, view: View) -> str:
    """A figure against the aim, in words."""
    return f"{value_of(view):.12g} against {promise.aim or 0:.12g} {promise.unit}"


def restated(stated: Stated, view: View, known: Known) -> Iterator[Evidence]:
    """An aim or plan of the same quantity: the same again, missed, or another date or sum in its place."""
    promise = stated.promise
    if view.claim.document == stated.view.claim.document:
        return
    if changes_terms(view, stated.view, known):
        yield evidence(view, "revises", "new_terms", _terms(stated, view), at=due_of(view))
    elif same_value(view, stated.view) and (not promise.due or same_terms(view, promise.due, stated.view)):
        if words := said("missed", view.told):
            yield evidence(view, "denies", "missed", words, at=due_of(view), final=True)
        elif not over_when_seen(stated, view):
            if not _replaced_beside(stated, view, known):
                yield evidence(view, "supports", "said_again", view.get("status"))
        elif words := said("not_yet", view.told):
            yield evidence(view, "denies", "not_yet", words)


def _terms(stated: Stated, view: View) -> str:
    old, new = stated.promise, due_of(view)
    value = "" if same_value(view, stated.view) else f"{old.aim or 0:.12g} -> {value_of(view):.12g} {old.unit}"
    moved = "" if not new or not old.due or same_date(new, old.due) else f"{old.due} -> {new}"
    return ", ".join(p for p in (value, moved) if p)


def _replaced_beside(stated: Stated, view: View, known: Known) -> bool:
    """Whether the sentence that says the old terms puts new ones in their place."""
    return any(v.kind == "figure" and changes_terms(v, stated.view, known) for v in known.near(view, 0))


def _corrected(found: Iterable[Evidence], known: Known) -> Iterator[Evidence]:
    """Of one side's counts for one stretch the newest stands; an older one that says otherwise only supports."""
    told = [(e, known.by_id[e.claim]) for e in found]
    for e, view in told:
        newer = [o for o, v in told if v.seen > view.seen and _one_count(view, v, known) and o.relation in _VERDICTS]
        if e.relation in _VERDICTS and newer and all(o.relation != e.relation for o in newer):
            yield replace(e, relation="supports", rule="corrected_since", final=False)
        else:
            yield e


def _one_count(a: View, b: View, known: Known) -> bool:
    """Whether two figures are one side's counts for one stretch of time."""
    ends = [(v.get("start"), v.get("end"), v.get("status")) for v in (a, b)]
    return ends[0] == ends[1] and any(ends[0][:2]) and known.side(a) == known.side(b)


def rest(stated: Stated, view: View, found: list[Evidence]) -> Iterator[Evidence]:
    """What is left of the sum after a part of it came is promised for a later day."""
    promise, due = stated.promise, due_of(view)
    if not promise.aim or not is_after(due, promise.due):
        return
    reached = {e.share for e in found if e.relation in ("partly_fulfils", "denies") and e.share}
    if any(abs(promise.aim * (1 - share) - value_of(view)) <= _SLACK * promise.aim for share in reached):
        yield evidence(view, "delays", "the_rest", f"{value_of(view):.12g} of {promise.aim:.12g} by {due}", at=due)


def of_sums(stated: Stated, known: Known) -> list[Evidence]:
    """All evidence from figures of the quantity promised."""
    kin = candidates(stated, known)
    aims = [v for v in kin if v.get("status") in ("target", "planned")]
    found = [e for v in kin if v.get("status") == "actual" for e in measured(stated, v, known)]
    found += [e for v in aims for e in restated(stated, v, known)]
    found = list(_corrected(found, known))
    pieces = stated.view.get("indicator") in table("terms")["figure"]["pieces"]
    return [*found, *(e for v in aims if pieces for e in rest(stated, v, found))]
