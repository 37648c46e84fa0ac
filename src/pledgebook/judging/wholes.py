"""A roadmap, a protocol or a forum as a whole: the promises made in it, each with its state, and how much is done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pledgebook.judging.stating import standing
from pledgebook.judging.view import View
from pledgebook.judging.words import table
from pledgebook.model import Claim, Promise, Verdict

# What a document is about is told in its first part.
_HEAD = 0.25


@dataclass(frozen=True, slots=True)
class Whole:
    """The act that a document is about, and the promises that the document states, in its order.

    `claim` is the claim of the instrument or meeting; `states` are the headlines of the promises.
    """

    claim: str
    promises: tuple[str, ...]
    states: tuple[str, ...]

    @property
    def done(self) -> int:
        """How many of its promises are kept, in time or late."""
        return sum(state in ("kept", "kept_late") for state in self.states)


def wholes(claims: Sequence[Claim], judged: Sequence[tuple[Promise, Verdict]]) -> tuple[Whole, ...]:
    """The wholes of some claims and their promises: documents about one act that promise two things or more."""
    acts = _acts(claims)
    documents = {c.id: c.document for c in claims}
    made: dict[str, list[tuple[Promise, Verdict]]] = {}
    for promise, verdict in judged:
        made.setdefault(documents.get(promise.claims[0], ""), []).append((promise, verdict))
    out = []
    for document, act in acts.items():
        others = [(p, v) for p, v in made.get(document, ()) if act.id not in p.claims]
        if len(others) > 1:
            ids, states = tuple(p.id for p, _ in others), tuple(v.status for _, v in others)
            out.append(Whole(act.id, ids, states))
    return tuple(out)


def _acts(claims: Sequence[Claim]) -> dict[str, View]:
    """Of each document the one instrument that it tells as adopted, else the one meeting as held; none of several."""
    found: dict[str, dict[str, list[View]]] = {}
    length: dict[str, int] = {}
    for view in map(View, claims):
        length[view.claim.document] = max(length.get(view.claim.document, 0), view.begin)
        forms = table("terms")["whole"].get(view.kind, ())
        if view.get("form") in forms and standing(view) == "done" and _fresh(view):
            found.setdefault(view.claim.document, {}).setdefault(view.kind, []).append(view)
    acts = {}
    for document, kinds in sorted(found.items()):
        views = kinds.get("instrument") or kinds.get("meeting") or []
        if len(views) == 1 and _first(views[0]) <= length[document] * _HEAD:
            acts[document] = views[0]
    return acts


def _first(view: View) -> int:
    """Where the first of its quotes stands."""
    return min((quote.begin for quote in view.claim.fact.quotes), default=0)


def _fresh(view: View) -> bool:
    """Whether the act is of the month in which the document came out, and no background."""
    day = view.get("date") or view.get("end") or view.get("start")
    return bool(day) and view.claim.published.startswith(day[:7])
