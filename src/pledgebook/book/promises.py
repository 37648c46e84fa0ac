"""What became of every promise: the judge is given all that bears on a relation, and people have the last word.

Rule `widest/1`: a promise is judged in the relation that is asked for, and in the pairs that its documents are about;
the verdict that sees the most evidence counts (of equals, that of the relation asked for, then the first by name).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from pledgebook.book import derive, documents, queries, things, verdicts
from pledgebook.book.coding import digest
from pledgebook.book.verdicts import Judged
from pledgebook.book.view import Between, View
from pledgebook.model import Claim, Matched, Promise, Verdict


def promises(view: View, between: Between, on: date) -> list[Judged]:
    """What became of every promise of a relation (none given: of the book) by a day."""
    scopes = view.scopes(between)
    if scopes is None:
        view.settle()
        names = [name for (name,) in view.connection.execute(queries.SCOPES)]
        found = _widest(judged for name in names for judged in _judged(view, [name], on))
    else:
        here = _belonging(view, scopes, _judged(view, scopes, on))
        homes = sorted(_homes(view, here) - set(scopes))
        found = _widest([*here, *(judged for home in homes for judged in _judged(view, [home], on))], here)
    return [(promise, _said(view, promise, verdict)) for promise, verdict in found]


def _belonging(view: View, scopes: Sequence[str], judged: Iterable[Judged]) -> list[Judged]:
    own = things.own_ids(view, scopes)
    return [(promise, verdict) for promise, verdict in judged if not own.isdisjoint(promise.claims)]


def _homes(view: View, judged: Iterable[Judged]) -> set[str]:
    """The pairs that the documents of these promises are about."""
    claims = {claim for promise, _ in judged for claim in promise.claims}
    return {pair for claim in claims for (pair,) in view.connection.execute(queries.PAIRS_OF_CLAIM, (claim,))}


def _widest(judged: Iterable[Judged], among: Iterable[Judged] | None = None) -> list[Judged]:
    """Of each promise (only of those `among`, if given) the verdict that sees most, in the order of first sight."""
    wanted = None if among is None else {promise.id for promise, _ in among}
    best: dict[str, Judged] = {}
    for promise, verdict in judged:
        other = best.get(promise.id)
        if wanted is not None and promise.id not in wanted:
            continue
        if other is None or len(verdict.evidence) > len(other[1].evidence):
            best[promise.id] = (promise, verdict)
    return list(best.values())


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
