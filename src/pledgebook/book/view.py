"""The book as it stands, or as it was at a line of its journal (`past`): what every question is asked of."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from pledgebook.book import decisions, derive, queries
from pledgebook.book.documents import Row
from pledgebook.book.rooms import Rooms
from pledgebook.book.states import pairs
from pledgebook.book.store import transaction
from pledgebook.model import Claim

Between = Sequence[str]


class View:
    """One connection and the rooms to call on. What an answer needs and is not derived yet is derived first.

    Invariant: `standing()` is that of the newest decision that the connection sees.
    """

    def __init__(self, connection: sqlite3.Connection, rooms: Rooms) -> None:
        self.connection = connection
        self.rooms = rooms
        self._standing: tuple[int, decisions.Standing] | None = None

    def standing(self) -> decisions.Standing:
        """The live decisions; loaded again only when there are more of them."""
        last = self.connection.execute(queries.LAST_DECISION).fetchone()[0]
        if self._standing is None or self._standing[0] != last:
            self._standing = (last, decisions.standing(decisions.load(self.connection)))
        return self._standing[1]

    def forget(self) -> None:
        """Let go of what was learned in a transaction that did not stand."""
        self._standing = None

    def left(self, row: Row) -> Claim:
        """The claim of a row as people left it."""
        return self.standing().applied(row.claim)

    def scopes(self, between: Between) -> list[str] | None:
        """The scopes of a relation: the pair; of a group every pair; of one state all its own; None for no filter."""
        if not between:
            return None
        if len(between) > 1:
            return pairs(between)
        names = [name for (name,) in self.connection.execute(queries.SCOPES) if between[0] in name.split("-")]
        return names or list(between)

    def unsettled(self, scopes: Sequence[str] | None) -> list[str]:
        """Those of these scopes (None: of all) that must be matched before they can be asked about."""
        return derive.unsettled(self.connection, scopes, self.rooms.version)

    def settle(self, scopes: Sequence[str] | None = None) -> None:
        """Match what has changed in these scopes (None: in all), each in a transaction of its own."""
        for scope in self.unsettled(scopes):
            with transaction(self.connection):
                if self.unsettled([scope]):
                    derive.settle(self.connection, scope, self.standing(), self.rooms)

    def settle_for(self, scopes: Sequence[str] | None, *, judged: bool = False) -> None:
        """Settle these scopes and whatever else may change an item of their claims (or of what bears on these)."""
        self.settle(scopes)
        while scopes and self.unsettled(None):
            query, times = queries.pending(len(scopes), judged=judged)
            values = [self.rooms.version, *([*scopes] * times)]
            pending = [name for (name,) in self.connection.execute(query, values)]
            if not pending:
                return
            self.settle(pending)
