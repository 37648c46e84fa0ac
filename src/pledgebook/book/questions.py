"""What a book can be asked. A view is the book as it stands, or as it was at a line of its journal (`past`)."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from pledgebook.book import decisions, derive, documents, journal, queries, search
from pledgebook.book.documents import Row
from pledgebook.book.errors import BookError
from pledgebook.book.grouping import item_id, lead_id
from pledgebook.book.records import Decision, Event, Hit
from pledgebook.book.rooms import Rooms
from pledgebook.book.states import pairs
from pledgebook.book.store import transaction
from pledgebook.model import Claim, Conflict, Document, Item, Link, Matched, Promise, Series, Verdict

Between = Sequence[str]
_One = TypeVar("_One", Series, Conflict)


class View:
    """Answers from one connection. What an answer needs and is not derived yet is derived first."""

    def __init__(self, connection: sqlite3.Connection, rooms: Rooms) -> None:
        """A view over a connection whose file or temporary tables may be written."""
        self.connection = connection
        self._rooms = rooms
        self._standing: tuple[int, decisions.Standing] | None = None

    def standing(self) -> decisions.Standing:
        """The live decisions; loaded again only when the journal has grown."""
        head = journal.head(self.connection)[0]
        if self._standing is None or self._standing[0] != head:
            self._standing = (head, decisions.standing(decisions.load(self.connection)))
        return self._standing[1]

    def settle(self, scopes: Sequence[str] | None = None) -> None:
        """Match what has changed in these scopes (None: in all), each in a transaction of its own."""
        for scope in derive.unsettled(self.connection, scopes):
            with transaction(self.connection):
                if derive.unsettled(self.connection, [scope]):
                    derive.settle(self.connection, scope, self.standing(), self._rooms)

    # documents and claims

    def documents(self) -> list[Document]:
        """All documents, oldest first."""
        return [documents.document_from(row) for row in self.connection.execute(queries.DOCUMENTS)]

    def document(self, id_: str) -> Document:
        """One document; `BookError` where there is none of that id."""
        found = documents.find_document(self.connection, id_)
        if found is None:
            raise BookError(f"the book has no document {id_}")
        return found[1]

    def claims(
        self, between: Between = (), kind: str | None = None, document: str | None = None, retired: bool = False
    ) -> list[Claim]:
        """The claims that stand (and, with `retired`, those that do not), as people left them."""
        scopes = self.scopes(between)
        if scopes == []:
            return []
        query = queries.claims(
            scopes=len(scopes or ()), kind=kind is not None, document=document is not None, retired=retired
        )
        values = [*(scopes or ()), *(value for value in (kind, document) if value is not None)]
        return [self._left(row) for row in documents.rows(self.connection, query, values)]

    def claim(self, id_: str) -> Claim:
        """One claim, whether it stands or not; `BookError` where there is none of that id."""
        for row in documents.rows(self.connection, queries.CLAIM, (id_,)):
            return self._left(row)
        raise BookError(f"the book has no claim {id_}")

    def _left(self, row: Row) -> Claim:
        return self.standing().applied(row.claim)

    def scopes(self, between: Between) -> list[str] | None:
        """The scopes of a relation: the pair; of a group every pair; of one state all its own; None for no filter."""
        if not between:
            return None
        if len(between) > 1:
            return pairs(between)
        return [name for (name,) in self.connection.execute(queries.SCOPES) if between[0] in name.split("-")]

    def relations(self) -> list[tuple[str, str, int]]:
        """Every pair of states with the number of its claims, the fullest first."""
        return [(*name.split("-"), count) for name, count in self.connection.execute(queries.RELATIONS)]

    # items, series, conflicts

    def items(self, between: Between = (), kind: str | None = None) -> list[Item]:
        """The things in the world that claims of a relation speak of, oldest first."""
        scopes = self.scopes(between)
        self.settle(scopes)
        query = queries.items(scopes=len(scopes or ()), kind=kind is not None)
        values = [*(scopes or ()), *([kind] if kind is not None else [])]
        if scopes == []:
            return []
        return [self._item(lead) for (lead,) in self.connection.execute(query, values).fetchall()]

    def item(self, id_: str) -> Item:
        """The item with this id, or that holds the claim which it was named by, or the claim of this id."""
        self.settle_around(id_)
        lead = self._lead(lead_id(id_))
        if lead is None:
            raise BookError(f"the book has no item {id_}")
        return self._item(lead)

    def _seq(self, claim: str) -> int | None:
        row = self.connection.execute(queries.CLAIM_SEQ, (claim,)).fetchone()
        return row[0] if row else None

    def _lead(self, claim: str) -> int | None:
        row = self.connection.execute(queries.LEAD_OF_CLAIM, (self._seq(claim),)).fetchone()
        return row[0] if row else None

    def settle_around(self, id_: str) -> None:
        """Settle the scopes that the claim which an id is named by belongs to."""
        names = self.connection.execute(queries.SCOPES_OF_CLAIM, (lead_id(id_),)).fetchall()
        self.settle([name for (name,) in names])

    def _item(self, lead: int) -> Item:
        members = self.connection.execute(queries.ITEM_CLAIMS, (lead,)).fetchall()
        ids = tuple(id_ for _, id_ in members)
        kind = self.connection.execute(queries.ITEM_KIND, (lead,)).fetchone()[0]
        return Item(item_id(ids[0]), kind, ids, tuple(self._links(members)))

    def _links(self, members: Sequence[tuple[int, str]]) -> Iterator[Link]:
        ids = {id_ for _, id_ in members}
        if len(ids) == 1:
            return
        for seq, _ in members:
            yield from (link for link in derive.links_of(self.connection, seq) if link.right in ids)
        for join in self.standing().joins:
            if join.left in ids and join.right in ids:
                yield Link(join.left, join.right, join.judge, join.why)

    def series(self, between: Between = (), indicator: str | None = None) -> list[Series]:
        """The series of figures in a relation."""
        scopes = self.scopes(between)
        self.settle(scopes)
        if scopes == []:
            return []
        query = queries.series(scopes=len(scopes or ()), indicator=indicator is not None)
        values = [*(scopes or ()), *([indicator] if indicator is not None else [])]
        return _fullest(
            Series(id_, measured, what, reporter, partner, unit, tuple(json.loads(claims)), side)
            for id_, measured, what, reporter, partner, unit, claims, side in self.connection.execute(query, values)
        )

    def conflicts(self, between: Between = ()) -> list[Conflict]:
        """The claims of a relation that cannot all be true."""
        scopes = self.scopes(between)
        self.settle(scopes)
        if scopes == []:
            return []
        rows = self.connection.execute(queries.conflicts(scopes=len(scopes or ())), scopes or ())
        return _fullest(Conflict(id_, what, tuple(json.loads(claims)), reason) for id_, what, claims, reason in rows)

    def links(self, sort: str, between: Between = ()) -> list[Link]:
        """The links of a sort (`derive.ASK`, `NEARLY`, `PART`) between the claims of a relation."""
        scopes = self.scopes(between)
        self.settle(scopes)
        if scopes == []:
            return []
        return [
            Link(*row)
            for row in self.connection.execute(queries.links(scopes=len(scopes or ())), [sort, *(scopes or ())])
        ]

    def asks(self, between: Between = ()) -> list[Link]:
        """The pairs of claims of which a person should say whether they are one thing, and nobody has yet."""
        return [link for link in self.links(derive.ASK, between) if not self._decided(link)]

    def _decided(self, link: Link) -> bool:
        standing, pair = self.standing(), {link.left, link.right}
        joined = any({join.left, join.right} == pair for join in standing.joins)
        return joined or any(apart.parts(link.left, link.right) for apart in standing.aparts) or self._one(link)

    def _one(self, link: Link) -> bool:
        leads = [self._lead(id_) for id_ in (link.left, link.right)]
        return leads[0] == leads[1]

    def nearly(self, id_: str) -> list[Link]:
        """What nearly made other claims one with those of an item, but for the one thing that kept them apart."""
        members = [self._seq(claim) for claim in self.item(id_).claims]
        found = {
            Link(*row)
            for seq in members
            for row in self.connection.execute(queries.LINKS_AT_CLAIM, (derive.NEARLY, seq, seq))
        }
        return sorted(found)

    # promises

    def promises(self, between: Between = (), *, on: date) -> list[tuple[Promise, Verdict]]:
        """What became of every promise of a relation by a day: its claims and those that are one item with them."""
        claims = self._judged(between)
        if not claims:
            return []
        judged = self._rooms.judge(claims, self.matched(between), on)
        return [(promise, self._said(promise, verdict)) for promise, verdict in judged]

    def matched(self, between: Between = ()) -> Matched:
        """Items, series, conflicts and links of a relation, as the judge takes them."""
        return Matched(
            tuple(self.items(between)),
            tuple(self.series(between)),
            tuple(self.conflicts(between)),
            tuple(self.asks(between)),
            tuple(self.links(derive.NEARLY, between)),
            tuple(self.links(derive.PART, between)),
        )

    def _judged(self, between: Between) -> list[Claim]:
        scopes = self.scopes(between)
        self.settle(scopes)
        if scopes is None:
            rows = documents.rows(self.connection, queries.claims(scopes=0, kind=False, document=False, retired=False))
        elif scopes:
            rows = documents.rows(self.connection, queries.claims_joined(len(scopes)), scopes)
        else:
            return []
        return [self.standing().under_one_name(self._left(row)) for row in rows]

    def _said(self, promise: Promise, verdict: Verdict) -> Verdict:
        """The verdict that a person set in place of the judge's, where one did; the judge's evidence stays."""
        for id_ in (promise.id, *promise.claims):
            decision = self.standing().verdicts.get(id_)
            if decision is not None:
                rule = f"{decision.id} by {decision.who}: {decision.why}"
                return replace(verdict, status=decision.detail["status"], rule=rule)
        return verdict

    # words and history

    def find(self, words: str, limit: int = 20) -> list[Hit]:
        """The documents and claims in which all these words stand, nearest first."""
        return search.find(self.connection, words, limit)

    def decisions(self) -> list[Decision]:
        """Every decision, oldest first."""
        return list(self.standing().all)

    def history(self, id_: str) -> list[Event]:
        """What happened to an item (or to the item of a claim): its claims as they came, and what people decided."""
        item = self.item(id_)
        claims = [self.claim(claim) for claim in item.claims]
        entries = {
            claim.id: self.connection.execute(queries.ENTRY_OF_CLAIM, (claim.id,)).fetchone()[0] for claim in claims
        }
        came = [Event(entries[c.id], c.recorded, c.reader, f"read in {c.document}", c.id) for c in claims]
        names = {id_, item.id, *item.claims}
        said = [_event(decision) for decision in self.decisions() if names & mentioned(decision)]
        return sorted([*came, *said], key=lambda event: (event.entry, event.claim))


def mentioned(decision: Decision) -> set[str]:
    """The ids and names that a decision speaks of."""
    detail = decision.detail
    return {
        decision.subject,
        *detail.get("claims", ()),
        *detail.get("from", ()),
        *([detail["with"]] if "with" in detail else []),
    }


def _event(decision: Decision) -> Event:
    what = decision.act if decision.live else f"{decision.act} (undone)"
    return Event(int(decision.id[1:]), decision.recorded, decision.who, what, decision.subject, decision.why)


def _fullest(found: Iterable[_One]) -> list[_One]:
    """One of each id: that with the most claims."""
    best: dict[str, _One] = {}
    for one in found:
        if one.id not in best or len(one.claims) > len(best[one.id].claims):
            best[one.id] = one
    return [best[id_] for id_ in sorted(best)]
