"""All evidence on a promise to do something: which claims are asked, and what is told beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pledgebook.judging.bearing import bears
from pledgebook.judging.deeds import evidence, weigh
from pledgebook.judging.known import Known
from pledgebook.judging.promises import Stated
from pledgebook.judging.quantity import value_of
from pledgebook.judging.stating import due_of, standing, states_promise
from pledgebook.judging.view import View
from pledgebook.judging.when import day_done, is_after
from pledgebook.judging.words import said, table
from pledgebook.model import Evidence

_NEAR = 200
_NUMBER = re.compile(r"(\d+(?:[.,]\d+)?)\s*([a-z]+)?")


def later(view: View, lead: View) -> bool:
    """Whether a claim stands in another document than the promise, published no earlier."""
    return view.claim.document != lead.claim.document and view.seen >= lead.seen


# Of which sorts the claims may be that speak of a promise beside those of the same thing, by the kind of the promise.
_ASKED = {
    "pledge": ("pledge", "project", "instrument", "meeting", "movement"),
    "project": ("instrument",),
    "movement": ("project", "movement"),
    "meeting": ("meeting",),
    "figure": ("project", "pledge"),
}


def _asked(stated: Stated) -> tuple[str, ...]:
    """The sorts of claims to ask; of a project with parts, or a phase of one, other projects too."""
    sorts, lead = _ASKED.get(stated.view.kind, ()), stated.view
    if lead.kind != "project":
        return sorts
    return (*sorts, "project") if stated.promise.parts or lead.phase else (*sorts, "phase")


def bearing_claims(stated: Stated, known: Known) -> list[View]:
    """The claims that bear on a promise: those of the same thing and those that speak of it, in later documents."""
    lead = stated.view
    near = known.sharing(lead, _asked(stated))
    found = {v.id: v for v in near if later(v, lead) and v.id not in stated.promise.claims and bears(lead, v, known)}
    found |= {v.id: v for v in known.item(lead) if later(v, lead) and v.id not in stated.promise.claims}
    if lead.kind == "figure":
        carriers = [v for v in found.values() if v.kind == "project"]
        found |= {v.id: v for c in carriers for v in known.item(c) if later(v, lead)}
    return known.in_order(v for v in found.values() if v.kind != "figure")


def of_deeds(stated: Stated, known: Known) -> list[Evidence]:
    """All evidence from claims that speak of the thing promised."""
    found = [e for view in bearing_claims(stated, known) for e in weigh(stated, view, known)]
    beside = (*told_in_figures(stated, known), *hinged(stated, known), *of_field(stated, known))
    return [*found, *rivals(found, known), *beside]


def told_in_figures(stated: Stated, known: Known) -> Iterator[Evidence]:
    """A share of the works told as done; a result quoted as published; a sum told as paid."""
    lead = stated.view
    if lead.kind == "project":
        for view in known.sharing(lead, ("share",)):
            yield from _progress(lead, view) if later(view, lead) else ()
    if lead.kind != "pledge" or not lead.deeds & {"publish", "pay"}:
        return
    for view in known.sharing(lead, ("actual",)):
        if not later(view, lead):
            continue
        if "publish" in lead.deeds & view.deeds_told and bears(lead, view, known):
            yield evidence(view, "fulfils", "published", at=day_done(view, known, slots=False))
        elif "pay" in lead.deeds and _sum_named(lead, view):
            note = f"{value_of(view):g} {view.get('unit')}"
            yield evidence(view, "fulfils", "paid", note, at=day_done(view, known))


def _progress(lead: View, view: View) -> Iterator[Evidence]:
    """A share of a project's works, in percent, by the words of what it is a share of."""
    if view.get("unit") != "percent" or value_of(view) >= 100:
        return
    hits = len(view.own_keys.keys() & (lead.own_keys.keys() | lead.place_keys))
    if hits * 2 >= max(len(view.own_keys), 1) and not (view.sides and lead.sides and not view.sides & lead.sides):
        yield evidence(view, "supports", "progress", f"{value_of(view):g} percent", share=value_of(view) / 100)


def amounts(text: str) -> tuple[float, ...]:
    """The sums that a text names: a number and a word for its power of ten."""
    powers = {word: power for language in table("calendar").values() for word, power in language["powers"].items()}
    numbers = _NUMBER.findall(text.casefold())
    return tuple(float(n.replace(",", ".")) * powers.get(word, 1) for n, word in numbers)


def _sum_named(pledge: View, view: View) -> bool:
    """Whether the sum of a figure stands in the words of a pledge."""
    return view.get("indicator") in table("terms")["figure"]["money"] and value_of(view) in amounts(pledge.name)


def hinged(stated: Stated, known: Known) -> Iterator[Evidence]:
    """What the same sentence makes a condition of the promise is delayed."""
    if stated.promise.due or not said("hinges", stated.view.told):
        return
    for condition in (v for v in known.near(stated.view, 10) if v.kind == "project" and due_of(v)):
        for view in known.item(condition):
            if later(view, stated.view) and states_promise(view) and is_after(due_of(view), due_of(condition)):
                yield evidence(view, "delays", "hinges", f"its condition: {due_of(condition)} -> {due_of(view)}")


def rivals(found: list[Evidence], known: Known) -> Iterator[Evidence]:
    """Beside a claim that the thing is done, another voice says of the same place that all is as before."""
    told = {e.claim for e in found}
    for view in [known.by_id[e.claim] for e in found if e.relation == "fulfils"]:
        for other in known.near(view, _NEAR):
            if other.id in told or other.kind != view.kind or other.source == view.source:
                continue
            if other.places & view.places and (words := said("unchanged", other.told)):
                told.add(other.id)
                yield evidence(other, "denies", "rival_account", words)


def of_field(stated: Stated, known: Known) -> Iterator[Evidence]:
    """Who was ready to take part in a field has done a work of that field in the other's land."""
    lead = stated.view
    types = table("terms")["field"].get(lead.get("topic").casefold(), ())
    if lead.kind != "pledge" or lead.get("strength") != "ready" or not said("partaking", lead.name) or not types:
        return
    actors, others = set(lead.claim.get("actors", ())), set(lead.claim.get("counterpart", ()))
    for view in known.of_kind("project"):
        if view.get("type") not in types or standing(view) != "done" or not later(view, lead):
            continue
        if actors & set(view.claim.get("parties", ())) and view.get("country") in others:
            yield evidence(view, "fulfils", "work_of_the_field", view.get("type"), at=day_done(view, known))
