"""What became of every promise: the judge is given all that bears on it, and people have the last word.

Rule `home/1`: a promise is judged in one scope, whichever relation is asked about: the fullest that its oldest claim
is in (of equals, the first by name). What bears on it is all in that scope, and all that is one item with any of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from pledgebook.book import derive, documents, queries, things, verdicts
from pledgebook.book.coding import digest
from pledgebook.book.verdicts import Judged
from pledgebook.book.view import Between, View
from pledgebook.model import Claim, Matched, Promise, Verdict


def promises(view: View, between: Between, on: date) -> list[Judged]:
    """What became of every promise of a relation (none given: of the book) by a day."""
    homes, own, scopes = _Homes(view), None, view.scopes(between)
    judged: dict[str, list[Judged]] = {}
    if scopes is None:
        view.settle()
        scopes = [name for (name,) in view.connection.execute(queries.SCOPES)]
    else:
        own = things.own_ids(view, scopes)
        here = _judged(view, scopes, on)
        judged = {scopes[0]: here} if len(scopes) == 1 else {}
        scopes = sorted({homes.of(promise) for promise, _ in here if not own.isdisjoint(promise.claims)})
    return [
        (promise, _said(view, promise, verdict))
        for scope in scopes
        for promise, verdict in judged.get(scope) or _judged(view, [scope], on)
        if homes.of(promise) == scope and (own is None or not own.isdisjoint(promise.claims))
    ]


class _Homes:
    """The scope in which each promise is judged; counts of scopes are taken once."""

    def __init__(self, view: View) -> None:
        self._connection = view.connection
        self._sizes: dict[str, int] = {}

    def of(self, promise: Promise) -> str:
        """The fullest scope that the oldest claim of a promise is in."""
        rows = self._connection.execute(queries.SCOPES_OF_CLAIM, (promise.claims[0],))
        names: list[str] = [name for (name,) in rows]
        return max(names, key=self._size)

    def _size(self, scope: str) -> int:
        if scope not in self._sizes:
            self._sizes[scope] = self._connection.execute(queries.SIZE_OF_SCOPE, (scope,)).fetchone()[0]
        return self._sizes[scope]


def _judged(view: View, scopes: Sequence[str], on: date) -> list[Judged]:
    """What the judge says of all promises in the context of these scopes, now or the last time if nothing changed."""
    view.settle_for(scopes, judged=True)
    key = _input(view, scopes)
    kept = verdicts.kept(view.connection, key, on)
    if kept is None:
        kept = list(view.rooms.judge(_claims(view, scopes), _matched(view, scopes), on))
        verdicts.keep(view.connection, "+".join(scopes), key, on, kept)
    return kept


def _input(view: View, scopes: Sequence[str]) -> str:
    """A hash of all that the judge is given: version, scopes, decisions, claims, and which of these are one item."""

    def rows(query: str, times: int) -> Iterator[list[int]]:
        return (list(row) for row in view.connection.execute(query, [*scopes] * times))

    decided = [decision.id for decision in view.standing().all]
    together = [list(rows(*queries.seqs_judged(len(scopes)))), list(rows(*queries.grouped_judged(len(scopes))))]
    return digest([view.rooms.version, list(scopes), decided, *together])


def _claims(view: View, scopes: Sequence[str]) -> list[Claim]:
    query, times = queries.claims_judged(len(scopes))
    rows = documents.rows(view.connection, query, [*scopes] * times)
    return [view.standing().under_one_name(view.left(row)) for row in rows]


def _matched(view: View, scopes: Sequence[str]) -> Matched:
    query, times = queries.items_judged(len(scopes))
    leads = view.connection.execute(query, [*scopes] * times).fetchall()
    return Matched(
        tuple(things.item_of(view, lead) for (lead,) in leads),
        tuple(things.scoped_series(view, scopes)),
        tuple(things.scoped_conflicts(view, scopes)),
        *(tuple(things.scoped_links(view, sort, scopes)) for sort in (derive.ASK, derive.NEARLY, derive.PART)),
    )


def _said(view: View, promise: Promise, verdict: Verdict) -> Verdict:
    """The verdict that a person set in place of the judge's, where one did; the judge's evidence stays."""
    for id_ in (promise.id, *promise.claims):
        decision = view.standing().verdicts.get(id_)
        if decision is not None:
            rule = f"{decision.id} by {decision.who}: {decision.why}"
            return replace(verdict, status=decision.detail["status"], rule=rule)
    return verdict
