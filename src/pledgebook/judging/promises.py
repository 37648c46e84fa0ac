"""Which claims state the same promise, which again, which with another date or sum in its place.

The statements are taken oldest first; each is set beside those before it that can be of the same matter.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pledgebook.judging.bearing import same_matter
from pledgebook.judging.known import Known
from pledgebook.judging.parts import parts_of
from pledgebook.judging.quantity import alike, indicators, same_value, value_of
from pledgebook.judging.spans import same_stretch
from pledgebook.judging.stating import (
    bound_of,
    due_of,
    is_base,
    is_over,
    lacks_of,
    same_date,
    states_promise,
    what_of,
    who_of,
)
from pledgebook.judging.view import View
from pledgebook.judging.words import said, table
from pledgebook.model import Promise


@dataclass(frozen=True)
class Stated:
    """A promise with the claim that first states it."""

    promise: Promise
    view: View


def _promise(view: View, known: Known) -> Promise:
    number = view.kind == "figure"
    item = known.item_of.get(view.id)
    return Promise(
        id=f"p{view.id.removeprefix('c')}",
        kind=view.kind,
        claims=(view.id,),
        who=who_of(view),
        what=what_of(view),
        due=due_of(view),
        strength=view.get("strength") or view.get("status"),
        item=item.id if item else "",
        whom=tuple(view.claim.get("counterpart", ())),
        stated=view.claim.published,
        begins=view.get("start") if number and view.get("end") else "",
        aim=value_of(view) if number else None,
        unit=view.get("unit"),
        bound=bound_of(view, known) if number else "",
        parts=parts_of(view),
        lacks=lacks_of(view),
    )


def _carrier(view: View, known: Known) -> View | None:
    """The project whose size a figure tells, where the same document promises that project."""
    if view.kind != "figure" or view.get("indicator") not in table("terms")["figure"]["size"]:
        return None
    projects = (v for v in known.near(view, 120) if v.kind == "project" and states_promise(v))
    return next((p for p in projects if _is_size(view, p, known)), None)


def _is_size(view: View, project: View, known: Known) -> bool:
    """Whether a figure is the size of a whole project, by its date and the other sizes told beside it."""
    if view.phase or (view.get("end") and not same_date(view.get("end"), project.get("due") or view.get("end"))):
        return False
    sizes = [v for v in known.near(project, 120) if v.get("indicator") == view.get("indicator")]
    sizes = [v for v in sizes if v.get("unit") == view.get("unit") and v.get("status") == "planned"]
    return value_of(view) >= max((value_of(v) for v in sizes), default=0.0)


def same_terms(view: View, due: str, first: View) -> bool:
    """Whether a claim of the same kind says the date of a promise again, or drops it."""
    new = due_of(view)
    if not new or not due:
        return not new
    return same_date(new, due) or (view.kind == "figure" and same_stretch(_stretch(view), _stretch(first)))


def _stretch(view: View) -> tuple[str, str]:
    return view.get("start"), view.get("end")


def repeats(view: View, first: Stated, known: Known) -> bool:
    """Whether a claim states a promise again, with the same terms."""
    if not same_terms(view, first.promise.due, first.view):
        return False
    if view.kind == "figure":
        return same_value(view, first.view) and alike(first.view, view, known)
    return same_matter(first.view, view, known) and not _anew(view, first.promise.due)


def _anew(view: View, due: str) -> bool:
    """Whether a pledge is made without its old date, after that date: it is a promise of its own."""
    return view.kind == "pledge" and not due_of(view) and is_over(due, view.seen)


def changes_terms(view: View, first: View, known: Known) -> bool:
    """Whether a claim of the same matter puts another date or sum in the place of what a promise said."""
    due, new = due_of(first), due_of(view)
    if view.kind != "figure":
        return bool(due and new) and not same_date(new, due)
    if not alike(first, view, known) or view.seen < first.seen:
        return False
    if same_value(first, view):
        return bool(due and new) and not same_terms(view, due, first) and _one_shape(first, view)
    if view.claim.document == first.claim.document or view.get("start") != first.get("start"):
        return False
    return same_terms(view, due, first) and _replaces(view, first, known)


def _one_shape(first: View, view: View) -> bool:
    """Whether two dates are both deadlines, or both beginnings: a stretch of time has aims of its own every time."""
    shapes = [(bool(v.get("start")), bool(v.get("end"))) for v in (first, view)]
    return shapes[0] == shapes[1] != (True, True)


def _replaces(view: View, first: View, known: Known) -> bool:
    """Whether the old sum is named beside the new one, or the words say that it changed."""
    beside = (v for v in known.near(view, 0) if v.kind == "figure" and v.get("unit") == first.get("unit"))
    return bool(said("changing", view.told)) or any(same_value(v, first) and alike(first, v, known) for v in beside)


def _stronger(view: View, first: View) -> bool:
    """Whether one who answers for it says more firmly what was only an aim."""
    firmer = first.get("status") == "target" and view.get("status") == "planned"
    return view.kind == "figure" and firmer and bool(view.get("speaker"))


def _one_origin(view: View, first: View) -> bool:
    return view.claim.document == first.claim.document or view.source == first.source


class _Found:
    """The promises found so far, with the keys under which a later statement of the same matter looks for them."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.stated: list[Stated] = []
        self._under: dict[str, list[int]] = {}

    def _keys(self, view: View) -> Iterator[str]:
        if view.kind == "figure":
            yield view.id
        elif item := self.known.item_of.get(view.id):
            yield item.id
        elif view.kind == "pledge":
            yield from (f"pledge {word}" for word in view.own_keys)

    def before(self, view: View) -> list[int]:
        """The places of the promises that may be of the same matter, oldest first."""
        kin = self.known.figures_near(view, indicators(view)) if view.kind == "figure" else (view,)
        return sorted({i for v in kin for key in self._keys(v) for i in self._under.get(key, ())})

    def add(self, promise: Promise, view: View) -> None:
        """Keep a new promise."""
        for key in self._keys(view):
            self._under.setdefault(key, []).append(len(self.stated))
        self.stated.append(Stated(promise, view))

    def join(self, place: int, view: View) -> None:
        """A claim states a promise that is already known."""
        old = self.stated[place]
        self.stated[place] = replace(old, promise=replace(old.promise, claims=(*old.promise.claims, view.id)))


def _take(view: View, found: _Found, known: Known) -> None:
    """Set a statement beside those before it: a repeat joins, new terms are a promise that revises, else a new one."""
    before = found.before(view)
    again = next((i for i in before if repeats(view, found.stated[i], known)), None)
    if again is not None and not _stronger(view, found.stated[again].view):
        if _one_origin(view, found.stated[again].view):
            found.join(again, view)
        return
    replaced = [found.stated[i] for i in before if _revised_by(view, found.stated[i].view, known)]
    promise = _promise(view, known)
    found.add(replace(promise, revises=replaced[-1].promise.id) if replaced else promise, view)


def _revised_by(view: View, first: View, known: Known) -> bool:
    return (view.kind == "figure" or same_matter(first, view, known)) and changes_terms(view, first, known)


def find_promises(known: Known) -> tuple[Stated, ...]:
    """Every promise that the claims state: oldest document first, in it the more narrowly stated, then by place."""
    found = _Found(known)
    sizes: list[tuple[View, View]] = []
    for view in known.views:
        if not states_promise(view) or is_base(view, known):
            continue
        if carrier := _carrier(view, known):
            sizes.append((view, carrier))
        else:
            _take(view, found, known)
    places = {c: i for i, s in enumerate(found.stated) for c in s.promise.claims}
    for size, carrier in sizes:
        if carrier.id in places:
            found.join(places[carrier.id], size)
    return tuple(sorted(found.stated, key=_order))


def _order(stated: Stated) -> tuple[object, ...]:
    view = stated.view
    return (view.seen, view.claim.document, len(view.claim.words), view.begin, view.id)
