"""Money that is paid in stages: which payment is set against which stage, and what is paid of the whole.

A payment is set against the oldest unpaid stage of the same sum, else against the stage in whose time it falls. A sum
told as paid "as of" a day is of the whole. No stage is implied by another: money signed or allocated is not paid.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pledgebook.judging.deeds import evidence
from pledgebook.judging.known import Known
from pledgebook.judging.promises import Stated
from pledgebook.judging.quantity import alike, same_value, value_of
from pledgebook.judging.spans import span
from pledgebook.judging.stating import states_promise
from pledgebook.judging.sums import candidates, rest, restated, share_of
from pledgebook.judging.view import View
from pledgebook.judging.when import is_after
from pledgebook.judging.words import said, table
from pledgebook.model import Evidence, first_day, last_day


def is_money(view: View) -> bool:
    """Whether a figure is money to be paid."""
    return view.kind == "figure" and view.get("indicator") in table("terms")["figure"]["money"]


def _day(view: View) -> str:
    """The date of a sum, as told."""
    return view.get("end") or view.get("start")


def _last(view: View) -> str:
    return last_day(_day(view)).isoformat()


def _is_flow(view: View) -> bool:
    """Whether a sum was paid in a stretch of time, not held on a day."""
    within = span(view.get("start"), view.get("end"))
    return within is not None and not within.instant and bool(view.get("start"))


def _one_stage(a: View, b: View) -> bool:
    """Whether two promised sums are one stage: the same sum by the same day."""
    return same_value(a, b) and bool(_day(a) and _day(b)) and _last(a) == _last(b)


def stages_of(lead: View, known: Known) -> list[View]:
    """The stages of the money that a figure is of: dated sums smaller than the largest, each once, oldest due first."""
    kin = known.figures_near(lead, (lead.get("indicator"),))
    aims = [v for v in kin if states_promise(v) and alike(lead, v, known)]
    largest = max((value_of(v) for v in aims), default=0.0)
    found: list[View] = []
    for view in aims:
        if _day(view) and value_of(view) < largest and not any(_one_stage(s, view) for s in found):
            found.append(view)
    return sorted(found, key=lambda v: (_last(v), value_of(v), v.id))


def payments_of(lead: View, known: Known) -> list[View]:
    """What was paid of the money that a figure is of, each in its stretch of time."""
    kin = known.figures_near(lead, (lead.get("indicator"),))
    return [v for v in kin if v.get("status") == "actual" and _is_flow(v) and alike(lead, v, known)]


def _falls(stage: View, flow: View) -> bool:
    """Whether a payment falls into the time of a stage."""
    whole, within = span(stage.get("start"), stage.get("end")), span(flow.get("start"), flow.get("end"))
    return whole is not None and within is not None and not whole.instant and whole.holds(within)


def _earliest(stage: View) -> date:
    """The first day on which a payment can count for a stage: its own beginning, else the day of its statement."""
    if stage.get("start") and stage.get("end"):
        return first_day(stage.get("start"))
    return first_day(stage.claim.published) if stage.claim.published else date.min


def allot(stages: list[View], flows: list[View]) -> dict[str, str]:
    """The stage of each payment, by claim. Two claims of one sum in one stretch are one payment."""
    paid: set[str] = set()
    known: dict[tuple[float, str], str] = {}
    out: dict[str, str] = {}
    for flow in sorted(flows, key=lambda v: (_last(v), v.get("start"), value_of(v), v.id)):
        payment = (value_of(flow), _last(flow))
        able = [s for s in stages if first_day(flow.get("start")) >= _earliest(s)]
        equal = [s for s in able if same_value(s, flow) and s.id not in paid]
        timely = [s for s in able if _falls(s, flow)]
        stage = known.get(payment) or next((s.id for s in (*equal, *timely)), "")
        if stage:
            known[payment] = out[flow.id] = stage
            paid.update(s.id for s in equal if s.id == stage)
    return out


def of_money(stated: Stated, known: Known) -> list[Evidence]:
    """All evidence on a promised sum of money."""
    lead, kin = stated.view, candidates(stated, known)
    stages = stages_of(lead, known)
    mine = next((s for s in stages if s.id == lead.id or _one_stage(s, lead)), None)
    paid, aims = [v for v in kin if v.get("status") == "actual"], [v for v in kin if states_promise(v)]
    if mine is not None:
        allotted = allot(stages, payments_of(lead, known))
        paid = [v for v in paid if allotted.get(v.id) == mine.id]
    found = [e for v in paid for e in _paid(stated, v)]
    found += [e for v in aims for e in _promised_again(stated, v, mine is None, known)]
    return [*found, *(e for v in aims for e in rest(stated, v, found))]


def _paid(stated: Stated, view: View) -> Iterator[Evidence]:
    """A payment, or what is paid so far, against a stage or the whole."""
    promise, share = stated.promise, share_of(stated.promise, view)
    if share is None:
        return
    note = f"{value_of(view):.12g} of {promise.aim:.12g} {promise.unit} paid"
    rule = "paid_late" if promise.due and is_after(view.get("start"), promise.due) else "paid"
    rule = rule if _is_flow(view) else "paid_so_far"
    if share >= 1:
        yield evidence(view, "fulfils", rule, note, at=_day(view), share=share)
    else:
        yield evidence(view, "partly_fulfils", rule, note, at=_day(view), share=share, part="payment")


def _promised_again(stated: Stated, view: View, whole: bool, known: Known) -> Iterator[Evidence]:
    """The sum promised again or replaced; of a whole also a smaller sum of the same money that is told as not paid."""
    smaller = whole and value_of(view) < (stated.promise.aim or 0)
    words = said("not_yet", view.told) if smaller and view.claim.document != stated.view.claim.document else ""
    if words:
        yield evidence(view, "denies", "not_yet", words)
    else:
        yield from restated(stated, view, known)
