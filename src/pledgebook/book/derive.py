"""Everything that follows from the journal: where claims belong, items, series, conflicts.

Invariant: the derived tables are a function of the appended ones. `place` writes where the claims of one document
belong and marks the scopes that this touches; `settle` matches a marked scope anew. A question settles what it needs.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from pledgebook.book import documents, queries, schema
from pledgebook.book.coding import canonical
from pledgebook.book.decisions import Standing
from pledgebook.book.documents import Row
from pledgebook.book.faces import face
from pledgebook.book.grouping import age, components
from pledgebook.book.rooms import Rooms
from pledgebook.book.states import about, scopes, states_of
from pledgebook.model import Link, Matched

SAME, ASK, NEARLY, PART = "same", "ask", "nearly", "part"


def place(connection: sqlite3.Connection, document: int, rows: Sequence[Row], standing: Standing) -> None:
    """Write where the claims of a document belong and what they can be asked by; mark the scopes that this touches."""
    dropped = {seq for (seq,) in connection.execute(queries.DROPPED, (document,))}
    fallen = {row.seq for row in rows if row.seq in dropped or standing.rejects(row.claim)}
    _set_retired(connection, document, fallen)
    left = {row.seq: standing.applied(row.claim) for row in rows}
    connection.executemany(queries.SET_FACE, [(seq, *face(claim)) for seq, claim in left.items()])
    states = {seq: states_of(standing.under_one_name(c).fact) for seq, c in left.items() if seq not in fallen}
    pairs = about(states.values())
    _set_pairs(connection, document, pairs)
    held = [pair for pair, (_, is_about) in pairs.items() if is_about]
    belongs = {(scope, seq, int(own)) for seq, named in states.items() for scope, own in scopes(named, held).items()}
    _set_scopes(connection, document, belongs)


def place_again(connection: sqlite3.Connection, documents_: Iterable[int], standing: Standing) -> None:
    """Place documents whose claims are in the book already."""
    for document in sorted(documents_):
        place(connection, document, documents.rows_of(connection, document), standing)


def _set_retired(connection: sqlite3.Connection, document: int, fallen: set[int]) -> None:
    connection.execute(queries.CLEAR_RETIRED, (document,))
    for seq in sorted(fallen):
        connection.execute(queries.ADD_RETIRED, (seq,))
        _dissolve(connection, seq)


def _dissolve(connection: sqlite3.Connection, claim: int) -> None:
    """Undo the item of a claim that no longer stands; what was one with it is matched again."""
    row = connection.execute(queries.LEAD_OF_CLAIM, (claim,)).fetchone()
    if row is None:
        return
    for (scope,) in connection.execute(queries.SCOPES_OF_ITEM, row).fetchall():
        connection.execute(queries.UNSETTLE, (scope,))
    _clear_item(connection, row[0])


def _clear_item(connection: sqlite3.Connection, lead: int) -> None:
    connection.execute(queries.CLEAR_ITEM_CLAIMS, (lead,))
    connection.execute(queries.CLEAR_ITEM, (lead,))


def _set_pairs(connection: sqlite3.Connection, document: int, pairs: dict[str, tuple[int, bool]]) -> None:
    connection.execute(queries.CLEAR_PAIRS, (document,))
    for pair, (count, is_about) in pairs.items():
        connection.execute(queries.ADD_PAIR, (document, pair, count, int(is_about)))


def _set_scopes(connection: sqlite3.Connection, document: int, after: set[tuple[str, int, int]]) -> None:
    before = set(connection.execute(queries.SCOPES_OF_DOCUMENT, (document,)))
    connection.executemany(queries.CLEAR_SCOPE_OF_CLAIM, sorted(before - after))
    connection.executemany(queries.ADD_SCOPE, sorted(after - before))
    more = Counter(scope for scope, _, own in after if own)
    more.subtract(Counter(scope for scope, _, own in before if own))
    for scope in sorted({scope for scope, _, _ in before | after}):
        connection.execute(queries.UNSETTLE, (scope,))
        connection.execute(queries.COUNT_OWN, (more[scope], scope))


def unsettled(connection: sqlite3.Connection, scopes: Sequence[str] | None, version: str) -> list[str]:
    """Those of these scopes (None: of all) that this version must match before they can be asked about."""
    waiting = [name for (name,) in connection.execute(queries.UNSETTLED, (version,))]
    return waiting if scopes is None else [name for name in waiting if name in set(scopes)]


def settle(connection: sqlite3.Connection, scope: str, standing: Standing, rooms: Rooms) -> None:
    """Match the claims of a scope and write what follows; inside a transaction of the caller."""
    rows = list(documents.rows(connection, queries.CLAIMS_OF_SCOPE, (scope,)))
    known = {row.claim.id: row for row in rows}
    matched = rooms.match([standing.under_one_name(standing.applied(row.claim)) for row in rows])
    touched = {row.seq for row in rows} | {seq for (seq,) in connection.execute(queries.GROUP_MEMBERS, (scope,))}
    _write_matched(connection, scope, matched, known)
    regroup(connection, touched, standing)
    if rows:
        connection.execute(queries.SETTLED, (rooms.version, scope))
    else:
        connection.execute(queries.FORGET_SCOPE, (scope,))


def _write_matched(connection: sqlite3.Connection, scope: str, matched: Matched, known: dict[str, Row]) -> None:
    for clear in (queries.CLEAR_GROUPS, queries.CLEAR_LINKS, queries.CLEAR_SERIES, queries.CLEAR_CONFLICTS):
        connection.execute(clear, (scope,))
    for item in matched.items:
        members = sorted(known[id_].seq for id_ in item.claims)
        if len(members) > 1:
            connection.executemany(queries.ADD_GROUP, [(scope, members[0], seq) for seq in members])
    for sort, links in _links(matched):
        rows = [(scope, sort, known[one.left].seq, known[one.right].seq, one.judge, one.seen) for one in links]
        connection.executemany(queries.ADD_LINK, rows)
    for one in matched.series:
        about = (one.indicator, one.what, one.reporter, one.partner, one.unit, one.side)
        connection.execute(queries.ADD_SERIES, (scope, one.id, *about, canonical(one.claims)))
    for conflict in matched.conflicts:
        row = (scope, conflict.id, conflict.what, conflict.reason, canonical(conflict.claims))
        connection.execute(queries.ADD_CONFLICT, row)


def _links(matched: Matched) -> Iterator[tuple[str, Iterable[Link]]]:
    """The links of the matcher by sort: what makes two claims one, what a person should decide, what nearly joined."""
    yield SAME, (link for item in matched.items for link in item.links)
    yield from ((ASK, matched.asks), (NEARLY, matched.nearly), (PART, matched.parts))


class _Around:
    """The claims that may be one item with given ones: by groups of any scope, joins, or items as they stand."""

    def __init__(self, connection: sqlite3.Connection, seeds: Iterable[int], standing: Standing) -> None:
        """Walk out from the seeds until nothing new is met."""
        self.connection = connection
        self.groups: dict[tuple[str, int], list[int]] = {}
        self.leads: set[int] = set()
        self.members: set[int] = set()
        self._joined = self._joins_by_claim(standing)
        waiting = set(seeds)
        while waiting:
            self.members |= waiting
            waiting = {mate for seq in waiting for mate in self._mates(seq)} - self.members

    def _joins_by_claim(self, standing: Standing) -> dict[int, set[int]]:
        joined: dict[int, set[int]] = {}
        for join in standing.joins:
            left, right = (self.connection.execute(queries.CLAIM_SEQ, (id_,)).fetchone()[0] for id_ in join[:2])
            joined.setdefault(left, set()).add(right)
            joined.setdefault(right, set()).add(left)
        return joined

    def _mates(self, seq: int) -> set[int]:
        mates = set(self._joined.get(seq, ()))
        for key in self.connection.execute(queries.GROUPS_OF_CLAIM, (seq,)).fetchall():
            if key not in self.groups:
                self.groups[key] = [mate for (mate,) in self.connection.execute(queries.GROUP, key)]
                mates.update(self.groups[key])
        row = self.connection.execute(queries.LEAD_OF_CLAIM, (seq,)).fetchone()
        if row is not None and row[0] not in self.leads:
            self.leads.add(row[0])
            mates.update(mate for mate, _ in self.connection.execute(queries.ITEM_CLAIMS, row))
        return mates


def regroup(connection: sqlite3.Connection, seeds: Iterable[int], standing: Standing) -> None:
    """Form anew the items of these claims and of all that is or was one with them."""
    around = _Around(connection, seeds, standing)
    rows = {row.claim.id: row for seq in sorted(around.members) for row in _standing_row(connection, seq)}
    names = {row.seq: id_ for id_, row in rows.items()}
    sets = components(
        rows,
        [sorted(names[seq] for seq in group if seq in names) for group in around.groups.values()],
        _links_within(connection, rows) if standing.aparts else [],
        [join for join in standing.joins if join.left in rows and join.right in rows],
        standing.aparts,
    )
    for lead in sorted(around.leads):
        _clear_item(connection, lead)
    for members in sets:
        _write_item(connection, sorted((rows[id_] for id_ in members), key=lambda row: age(row.claim)))


def _links_within(connection: sqlite3.Connection, rows: Mapping[str, Row]) -> list[Link]:
    """The links between these claims; they decide only where a person split an item."""
    found = (link for row in rows.values() for link in links_of(connection, row.seq))
    return [link for link in found if link.left in rows and link.right in rows]


def _standing_row(connection: sqlite3.Connection, seq: int) -> list[Row]:
    return list(documents.rows(connection, queries.STANDING_CLAIM, (seq,)))


def _write_item(connection: sqlite3.Connection, members: Sequence[Row]) -> None:
    lead = members[0]
    connection.execute(queries.ADD_ITEM, (lead.seq, lead.claim.kind, age(lead.claim)[0]))
    connection.executemany(queries.ADD_ITEM_CLAIM, [(lead.seq, place, row.seq) for place, row in enumerate(members)])


def links_of(connection: sqlite3.Connection, seq: int) -> list[Link]:
    """The links by which the matcher made this claim one with others."""
    return [Link(*row) for row in connection.execute(queries.LINKS_FROM_CLAIM, (SAME, seq))]


def clear(connection: sqlite3.Connection) -> None:
    """Empty every derived table and the words that can be found."""
    for table in reversed(schema.DERIVED):
        connection.execute(queries.CLEAR_TABLE.format(table=table))
    for index in schema.TEXT_INDEXES:
        connection.execute(queries.CLEAR_WORDS.format(index=index))


def fingerprint(connection: sqlite3.Connection) -> str:
    """A hash over the rows of every derived table, in the order of their columns."""
    sums = hashlib.sha256()
    for table in schema.DERIVED:
        if table in schema.CACHES:
            continue
        width = len(connection.execute(queries.COLUMNS.format(table=table)).description)
        columns = ", ".join(str(column) for column in range(1, width + 1))
        for row in connection.execute(queries.ALL_ROWS.format(table=table, columns=columns)):
            sums.update(canonical([table, *row]).encode())
    return sums.hexdigest()
